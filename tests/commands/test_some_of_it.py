"""`show` with filters, a month and earlier versions; `edit` without words; `prompt` as the person would have it."""

import json
from calendar import isleap
from dataclasses import replace

import pytest

from journal.data import prompts
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer
from tests.commands.conftest import Here
from tests.conftest import Cairn
from tui.commands.terminal import Terminal
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


def test_a_page_is_no_goal_to_look_for(here: Here, journal: OpenJournal) -> None:
    item_id = page(journal, "by the river")
    assert here("show", "--goal", item_id).returncode == 4


@pytest.mark.parametrize(
    "call",
    [
        ("prompt", "--phase", "Hard-day"),
        ("prompt", "--theme", "HOPE"),
        ("look-back", "--dimension", "Self-Belief"),
        ("settings", "First_Day", "Sunday"),
        ("show", "--theme", "Hope"),
    ],
)
def test_a_word_of_a_fixed_list_may_be_typed_in_any_case_and_with_either_line(
    here: Here, call: tuple[str, ...]
) -> None:
    assert here(*call).returncode == 0


def test_a_tag_that_is_blank_is_refused_before_a_word_is_read(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Terminal, "text", None)
    assert here("write", "--tag", " ", "-", words="a page").returncode == 2


@pytest.mark.parametrize("typed", ["page", "Pages", "entry", "entries", " PAGE "])
def test_a_kind_may_be_called_as_people_call_it_and_keeps_its_name(
    here: Here, journal: OpenJournal, typed: str
) -> None:
    journal.record_check_in(journal.blank_check_in().with_answers({"mood": 5}))
    page(journal, "by the river")
    assert [one["kind"] for one in answer(here("show", "--kind", typed, "--json"))["items"]] == ["entry"]
    found = answer(here("search", "-", "--kind", typed, "--json", words="river"))
    assert [one["kind"] for one in found["results"]] == ["entry"]


@pytest.mark.parametrize("typed", ["check-ins", "check_in", "Checkin"])
def test_so_may_a_check_in(here: Here, journal: OpenJournal, typed: str) -> None:
    journal.record_check_in(journal.blank_check_in().with_answers({"mood": 5}))
    page(journal, "by the river")
    assert [one["kind"] for one in answer(here("show", "--kind", typed, "--json"))["items"]] == ["check-in"]


def test_a_leap_day_can_be_asked_for_in_any_year(here: Here, journal: OpenJournal) -> None:
    assert not isleap(int(journal.moment().for_date[:4]))
    page(journal, "on the leap day", "2024-02-29")
    page(journal, "a day before it", "2024-02-28")
    shown = answer(here("show", "--other-years", "02-29", "--json"))["items"]
    assert [one["body"] for one in shown] == ["on the leap day"]


def test_a_day_without_its_year_is_that_day_of_every_year_before_this(here: Here, journal: OpenJournal) -> None:
    page(journal, "this year", "2026-03-13")
    page(journal, "the year before", "2025-03-13")
    page(journal, "later in its year", "2025-12-25")
    for typed, body in (("03-13", "the year before"), ("12-25", "later in its year")):
        assert [one["body"] for one in answer(here("show", "--other-years", typed, "--json"))["items"]] == [body]


@pytest.mark.parametrize(
    "call",
    [
        ("show", "--kind", ""),
        ("show", "--from", ""),
        ("show", "--to", " "),
        ("show", "--tag", ""),
        ("prompt", "--not-again", "c1", "--theme", "hope"),
        ("prompt", "--not-again", "c1", "--another", "c2"),
        ("look-back", "--year", "--days", "28"),
        ("look-back", "--year", "--each-day"),
        ("write", "--tag", " ", "-"),
        ("show", "--kind", "s"),
        ("search", "-", "--kind", "pagess"),
        ("show", "--other-years", ""),
        ("show", "--other-years", "02-30"),
        ("show", "--other-years", "13-01"),
        ("show", "--other-years", "00-00"),
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


def test_a_title_is_the_first_line_of_what_is_read_and_never_in_the_call(here: Here, journal: OpenJournal) -> None:
    def said(item_id: str) -> tuple[str | None, str]:
        shown = answer(here("show", item_id, "--json"))
        return shown["title"], shown["body"]

    item_id = answer(here("write", "--title", "-", "-", "--json", words="\n  The river \n\nIt rained.\nAll day."))["id"]
    assert said(item_id) == ("The river", "It rained.\nAll day.")
    here("edit", item_id, "-", words="It was dry.")
    assert said(item_id) == ("The river", "It was dry.")
    here("edit", item_id, "--title", "-", words="The hill\nIt was steep.")
    assert said(item_id) == ("The hill", "It was steep.")
    here("edit", item_id, "--title", "-", words="The other hill\n")
    assert said(item_id) == ("The other hill", "It was steep.")
    assert said(answer(here("write", "--title", "-", "--json", words="A title alone"))["id"]) == ("A title alone", "")
    assert said(answer(here("write", "-", "--json", words="# One\nTwo"))["id"]) == (None, "# One\nTwo")
    for call in (("write", "--title", "Mine", "-"), ("edit", item_id, "--title", "Mine")):
        told = here(*call, words="words")
        assert (told.returncode, "Mine" in told.stderr) == (2, False)
    check_in = answer(here("check-in", "--mood", "5", "--json"))["id"]
    assert here("edit", check_in, "--title", "-", words="A title\nwords").returncode == 2
    assert here("edit", item_id, "--title", "-", "--tag", "river", words="A title\nwords").returncode == 2


def test_a_question_that_was_put_away_does_not_come(here: Here, journal: OpenJournal) -> None:
    hope = [prompt for prompt in prompts() if prompt.theme == "hope" and prompt.phase == "anytime"]
    light = [prompt.id for prompt in hope if prompt.intensity != "deep"]
    for one in light[1:]:
        assert here("prompt", "--not-again", one).returncode == 0
    assert {answer(here("prompt", "--theme", "hope", "--json"))["id"] for _ in range(10)} == {light[0]}
    assert answer(here("prompt", "--not-again", light[0], "--json"))["hidden_prompts"] == [*light[1:], light[0]]
    assert here("prompt", "--theme", "hope").returncode == 4
    assert here("prompt", "--not-again", "zz9").returncode == 4
    assert here("prompt", "--another", "zz9").returncode == 4


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
