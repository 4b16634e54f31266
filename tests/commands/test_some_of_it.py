"""`show` with filters, a month and earlier versions; `edit` without words; `prompt` as the person would have it."""

import json
from dataclasses import replace

import pytest

from journal.data import prompts
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer
from tests.commands.conftest import Here
from tests.conftest import Cairn
from tui.wording import shell


def page(journal: OpenJournal, body: str, when: str | None = None, **about: tuple[str, ...]) -> str:
    written = journal.write_page(replace(journal.blank_page(when), body=body))
    return journal.set_page_about(written.id, **about).id


@pytest.mark.parametrize(
    ("options", "bodies"),
    [
        (["--theme", "hope"], ["with a goal", "about hope"]),
        (["--tag", "river"], ["by the river"]),
        (["--bring"], ["by the river"]),
        (["--keep"], ["about hope"]),
        (["--theme", "hope", "--keep"], ["about hope"]),
        (["--other-years"], ["years ago"]),
        (["--other-years", "2026-03-13"], []),
        (["--from", "2026-03-01", "--to", "2026-03-02", "--kind", "entry"], ["by the river"]),
    ],
)
def test_some_of_it_is_shown(here: Here, journal: OpenJournal, options: list[str], bodies: list[str]) -> None:
    goal = journal.add_goal("get out").id
    page(journal, "years ago", "2025-03-14")
    page(journal, "about hope", "2026-03-05", themes=("hope",))
    page(journal, "by the river", "2026-03-01", tags=("river",))
    page(journal, "with a goal", "2026-03-06", themes=("hope",), goals=(goal,))
    lines = {one["body"]: one["id"] for one in answer(here("show", "--kind", "entry", "--json"))["items"]}
    journal.bring(lines["by the river"])
    journal.keep(lines["about hope"])
    shown = answer(here("show", *options, "--json"))["items"]
    assert [one["body"] for one in shown] == bodies
    assert [one["title"] for one in answer(here("show", "--goal", goal[:6], "--kind", "goal", "--json"))["items"]] == [
        "get out"
    ]
    of_goal = answer(here("show", "--goal", goal, "--kind", "entry", "--json"))["items"]
    assert [one["body"] for one in of_goal] == ["with a goal"]


@pytest.mark.parametrize(
    "call",
    [
        ("show", "{page}", "--tag", "river"),
        ("show", "{page}", "--month"),
        ("show", "--month", "--keep"),
        ("show", "--month", "2026-13"),
        ("show", "--month", "March"),
        ("show", "--versions"),
        ("show", "--theme", "weather"),
        ("show", "--other-years", "2026-02-30"),
        ("edit", "{page}", "-", "--tag", "river"),
        ("edit", "{page}", "--bring-back", "1", "--tag", "river"),
        ("edit", "{page}", "--theme", "weather"),
        ("edit", "{goal}", "--tag", "river"),
        ("edit", "{page}", "--bring-back", "one"),
        ("write", "--theme", "weather", "-"),
    ],
)
def test_a_call_that_is_off_ends_with_2_and_changes_nothing(
    here: Here, journal: OpenJournal, call: tuple[str, ...]
) -> None:
    names = {"page": page(journal, "by the river"), "goal": journal.add_goal("get out").id}
    before = journal.read(names["page"])
    done = here(*(part.format(**names) for part in call), words="other words")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) <= 2
    assert journal.read(names["page"]) == before


def test_a_month_says_which_days_have_something_and_nothing_of_the_others(here: Here, journal: OpenJournal) -> None:
    page(journal, "by the river", "2026-02-03")
    journal.record_check_in(journal.blank_check_in("2026-02-03").with_answers({"mood": 5}))
    assert answer(here("show", "--month", "2026-02", "--json")) == {
        "month": "2026-02",
        "days": [{"for_date": "2026-02-03", "kinds": ["check-in", "entry"]}],
    }
    journal.make_choice("first-day", "sunday")
    lines = here("show", "--month", "2026-02").stdout.splitlines()
    assert lines[:3] == [
        "February 2026",
        "Su  Mo  Tu  We  Th  Fr  Sa",
        " 1   2   3•  4   5   6   7",
    ]


def test_earlier_versions_are_one_list_with_the_number_that_brings_each_back(here: Here, journal: OpenJournal) -> None:
    item_id = page(journal, "first")
    assert answer(here("show", item_id, "--versions", "--json")) == {"versions": []}
    here("edit", item_id, "-", words="second")
    here("edit", item_id, "-", words="third")
    versions = answer(here("show", item_id, "--versions", "--json"))["versions"]
    assert [(one["number"], one["words"], one["title"]) for one in versions] == [
        (1, "second", None),
        (2, "first", None),
    ]
    assert answer(here("edit", item_id, "--bring-back", "2", "--json"))["body"] == "first"
    assert [one.words for one in journal.earlier_versions(item_id)] == ["third", "second", "first"]
    assert here("edit", item_id, "--bring-back", "9").returncode == 4
    assert here("show", journal.add_goal("get out").id, "--versions").returncode == 2


def test_what_a_page_is_about_is_set_without_a_word_of_it_being_read(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal("get out").id
    item_id = page(journal, "by the river", tags=("old",))
    changed = answer(here("edit", item_id, "--theme", "hope", "--tag", "a", "--tag", "b", "--goal", goal, "--json"))
    assert (changed["themes"], changed["tags"], changed["goal_ids"]) == (["hope"], ["a", "b"], [goal])
    emptied = answer(here("edit", item_id, "--tag", "", "--json"))
    assert (emptied["themes"], emptied["tags"], emptied["body"]) == (["hope"], [], "by the river")
    written = answer(here("write", "--theme", "hope", "--theme", "meaning", "-", "--json", words="another"))
    assert set(answer(here("show", written["id"], "--json"))["themes"]) == {"hope", "meaning"}


def test_a_question_that_was_put_away_does_not_come(here: Here, journal: OpenJournal) -> None:
    hope = [prompt for prompt in prompts() if prompt.theme == "hope" and prompt.phase == "anytime"]
    light = [prompt.id for prompt in hope if prompt.intensity != "deep"]
    for one in light[1:]:
        assert here("prompt", "--not-again", one).returncode == 0
    assert {answer(here("prompt", "--theme", "hope", "--json"))["id"] for _ in range(10)} == {light[0]}
    assert answer(here("prompt", "--not-again", light[0], "--json"))["hidden_prompts"] == [*light[1:], light[0]]
    assert here("prompt", "--theme", "hope").returncode == 4
    assert here("prompt", "--not-again", "zz9").returncode == 4


def test_another_question_is_another_and_a_deep_one_has_its_line(here: Here, journal: OpenJournal) -> None:
    deep = next(prompt for prompt in prompts() if prompt.intensity == "deep" and prompt.theme == "hope")
    for prompt in prompts():
        if prompt.theme == "hope" and prompt.id != deep.id:
            journal.hide_prompt(prompt.id)
    assert here("prompt", "--theme", "hope").returncode == 4
    shown = here("prompt", "--theme", "hope", "--another", "c1").stdout.splitlines()
    assert shown == ["This one can bring up a lot. Skip it if you like.", deep.text, f"({deep.id})"]


def test_without_a_journal_a_question_needs_no_passphrase(cairn: Cairn, tmp_path: object) -> None:
    done = cairn("prompt", "--json", "--home", f"{tmp_path}/nowhere")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["intensity"] != "deep"


def test_the_sentence_for_two_deeds_at_once_says_what_there_is(here: Here, journal: OpenJournal) -> None:
    item_id = page(journal, "by the river")
    assert shell.WORDS_OR_ABOUT in here("edit", item_id, "-", "--tag", "river", words="x").stderr
