"""`cairn toolbox`, `strength`, `people`, `story` and `week`: what a person has named as theirs."""

import json
from typing import Any

import pytest

from journal.domain.check_in import HELPED_MARKS
from journal.domain.shelves import SHELVES
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import ByHand, Here
from tests.conftest import Cairn
from tui.wording import toolbox

LISTS = {
    "toolbox": ("tool", "tools"),
    "strength": ("strength", "strengths"),
    "people": ("person", "people"),
    "story": ("story", "stories"),
    "week": ("week", "week"),
}
"""Each command, its kind, and the key its list stands under."""

ADDED: list[tuple[str, list[str], str, dict[str, Any]]] = [
    ("toolbox", ["--kind", "movement"], "a walk\nround\nthe block\n", {"name": "a walk", "how_to": "round\nthe block"}),
    ("toolbox", ["--learnt-from", "peer", "--with-others", "with-others"], "a call", {"with_others": "with_others"}),
    ("strength", ["--source", "peer"], "I listen\nat the group\n", {"text": "I listen", "story": "at the group"}),
    ("people", ["--good-for", "talk", "--good-for", "laugh"], "Priya", {"good_for": ["talk", "laugh"]}),
    (
        "people",
        ["--asked-ok", "yes"],
        "Priya\na friend\n116 123\n",
        {"alias": "Priya", "relationship": "a friend", "contact": "116 123", "asked_ok": "yes"},
    ),
    ("story", [], "So far\n\nOnce.\n\nAnd now.\n", {"title": "So far", "body": "Once.\n\nAnd now."}),
    ("story", [], "Once upon\na time.\n", {"title": None, "body": "Once upon\na time."}),
    ("story", [], "One line", {"title": None, "body": "One line"}),
    (
        "week",
        ["--weekday", "monday", "--part-of-day", "evening"],
        "the group\nbring tea",
        {"label": "the group", "weekday": "monday", "part_of_day": "evening", "note": "bring tea"},
    ),
]


@pytest.mark.parametrize(("command", "options", "words", "expected"), ADDED)
def test_what_is_added_has_its_first_line_its_long_part_and_its_options(
    here: Here, command: str, options: list[str], words: str, expected: dict[str, Any]
) -> None:
    made = answer(here(command, "add", *options, "-", "--json", words=words))
    assert {name: made[name] for name in expected} == expected
    kind, plural = LISTS[command]
    assert set(made) == {"id", "created_at", *(part.name for part in SHELVES[kind].every_part)}
    assert answer(here(command, "list", "--json")) == {plural: [made]}
    assert answer(here(command, "show", made["id"][:6], "--json")) == made
    assert made["id"][:8] in here(command, "list").stdout
    assert words.strip().splitlines()[0] in here(command, "show", made["id"]).stdout


def test_a_tool_by_commands_alone(cairn: Cairn) -> None:
    tool = answer(cairn("toolbox", "add", "--kind", "movement", "-", "--json", words="a walk"))["id"]
    marked = answer(cairn("toolbox", "mark", tool[:6], "a-lot", "--json"))
    assert (marked["kind"], marked["tools_used"]) == ("check-in", [{"tool_id": tool, "helped": "a_lot"}])
    assert answer(cairn("toolbox", "surprise", "--json"))["tool"]["id"] == tool
    assert "a walk" in cairn("toolbox", "surprise").stdout
    done = cairn("toolbox", "edit", tool, "-", "--json", words='{"works_when": "after a call"}')
    assert answer(done)["works_when"] == "after a call"
    assert [one["name"] for one in answer(cairn("toolbox", "list", "--json"))["tools"]] == ["a walk"]


def test_a_mark_is_a_check_in_with_that_one_use(here: Here, journal: OpenJournal) -> None:
    tool = journal.add_thing("tool", {"name": "a walk"})
    for mark in HELPED_MARKS:
        shown = here("toolbox", "mark", tool.id, mark).stdout
        assert "a walk" in shown
        assert toolbox.MARKED in shown
    used = [item["tools_used"] for item in answer(here("show", "--json"))["items"]]
    assert sorted(use["helped"] for (use,) in used) == sorted(HELPED_MARKS)


def test_an_unknown_tool_is_exit_4_and_a_wrong_mark_exit_2_with_what_is_allowed(here: Here) -> None:
    assert refused(here("toolbox", "mark", "abcd1234", "a_lot", "--json"), 4)["code"] == "not-found"
    told = refused(here("toolbox", "mark", "abcd1234", "brilliant", "--json"), 2)
    assert told["message"] == f"MARK takes one of: {', '.join(HELPED_MARKS)}."


def test_an_empty_toolbox_surprises_nobody(here: Here) -> None:
    assert here("toolbox", "surprise").stdout.strip() == toolbox.NOTHING_TO_DRAW
    assert answer(here("toolbox", "surprise", "--json")) == {"tool": None}


def test_an_empty_shelf_is_an_empty_list_and_a_blank_thing_is_refused(here: Here) -> None:
    for command, (_, plural) in LISTS.items():
        assert here(command, "list").stdout == "Nothing here yet.\n"
        assert refused(here(command, "add", "-", "--json", words=" \n\n"), 2)["code"] == "bad-input"
        assert answer(here(command, "list", "--json")) == {plural: []}


@pytest.mark.parametrize("command", LISTS)
def test_edit_puts_every_part_anew_and_names_a_field_that_is_not_there(
    here: Here, journal: OpenJournal, command: str
) -> None:
    parts = SHELVES[LISTS[command][0]].parts
    thing = answer(here(command, "add", "-", "--json", words="first words"))
    given = {
        part.name: list(part.allowed[:1])
        if part.is_many
        else (*part.allowed, "other words")[-1 if not part.allowed else 0]
        for part in parts
    }
    changed = answer(here(command, "edit", thing["id"], "-", "--json", words=json.dumps(given)))
    assert {name: changed[name] for name in given} == given
    told = refused(here(command, "edit", thing["id"], "-", "--json", words='{"diagnosis": "x"}'), 2)
    assert told["message"].startswith("There is no field “diagnosis” here. The fields are: ")
    assert refused(here(command, "edit", thing["id"], "--json", words="{}"), 2)["code"] == "bad-input"
    assert answer(here(command, "show", thing["id"], "--json")) == changed


def test_a_thing_of_another_shelf_is_not_on_this_one(here: Here, journal: OpenJournal) -> None:
    tool = journal.add_thing("tool", {"name": "a walk"})
    for call in (["strength", "show"], ["week", "edit"], ["people", "show"]):
        assert refused(here(*call, tool.id, "--json", words="{}"), 4)["code"] == "not-found"


def test_a_week_is_listed_in_the_order_of_its_days(here: Here) -> None:
    for day in ("friday", "monday", "wednesday"):
        here("week", "add", "--weekday", day, "-", words=f"on {day}")
    assert [one["weekday"] for one in answer(here("week", "list", "--json"))["week"]] == [
        "monday", "wednesday", "friday",
    ]  # fmt: skip
    assert "Monday morning: on monday" in here("week", "list").stdout


NOT_ALLOWED = [
    (["week", "add", "--weekday", "someday"], "--weekday takes one of: monday, tuesday,"),
    (["people", "add", "--good-for", "money"], "--good-for takes one of: talk, company,"),
    (["strength", "add", "--source", "mum"], "--source takes one of: self, peer, other."),
    (["toolbox", "add", "--kind", "magic"], "--kind takes one of: body, breath,"),
    (["story", "add", "my own words"], "words go in by standard input, with a dash, and never into the call."),
]
"""A call with a word that is not in its list, and the sentence it is answered with."""


def test_a_word_that_is_not_in_its_list_is_exit_2_with_what_is_allowed(here: Here) -> None:
    for call, sentence in NOT_ALLOWED:
        assert refused(here(*call, "-", "--json", words="words"), 2)["message"].startswith(sentence)


def test_on_a_terminal_every_part_is_asked_and_what_an_option_said_is_not(cairn: Cairn, by_hand: ByHand) -> None:
    typed = ["", "a walk", "round the block", ".", "skip", "a peer", "", ""]
    done = by_hand("toolbox", "add", "--with-others", "alone", "--json", typed=typed[:-1])
    made = answer(done)
    assert {name: made[name] for name in ("name", "how_to", "works_when", "learnt_from", "with_others", "kind")} == {
        "name": "a walk",
        "how_to": "round the block",
        "works_when": None,
        "learnt_from": "peer",
        "with_others": "alone",
        "kind": "other",
    }
    assert toolbox.NEEDS_WORDS["tool"] in done.stderr
    assert "Alone, or with others?" not in done.stderr


def test_on_a_terminal_several_words_are_chosen_with_commas_and_a_slip_is_asked_again(by_hand: ByHand) -> None:
    done = by_hand("people", "add", "--json", typed=["Priya", "", "1, money", "1, a laugh", "skip", "2"])
    made = answer(done)
    assert (made["good_for"], made["asked_ok"]) == (["talk", "laugh"], "not_yet")


def test_on_a_terminal_what_is_left_blank_stays_as_it_is(cairn: Cairn, by_hand: ByHand) -> None:
    story = answer(cairn("story", "add", "-", "--json", words="So far\n\nOnce."))["id"]
    changed = answer(by_hand("story", "edit", story, "--json", typed=["Until now", "skip"]))
    assert (changed["title"], changed["body"]) == ("Until now", "Once.")
    left = by_hand("story", "edit", story, typed=["", ""])
    assert (left.returncode, left.stdout) == (0, "")
    assert answer(cairn("story", "show", story, "--json")) == changed
