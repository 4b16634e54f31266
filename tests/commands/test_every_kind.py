"""What is the same for every kind: shown, found, marked, changed, deleted and brought back."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from journal.domain.shelves import SHELVES
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import ByHand, Here
from tests.conftest import Cairn
from tui.wording import goals, shell

NEEDED = {
    "tool": {"name": "a walk"},
    "strength": {"text": "I listen"},
    "person": {"alias": "Priya"},
    "week": {"label": "the group"},
    "story": {"body": "Once."},
    "plan": {"plan": "staying_well", "section": "early_signs", "words": "less sleep"},
    "partner": {"partner_alias": "Sam"},
    "summary": {"partner": "whoever holds the group"},
    "peer_group": {"name": "Tuesday group", "via": "folder:/tmp"},
    "role_card": {"name": "Kim"},
    "group_note": {"text": "We meet at six", "group": "which one"},
}
"""The least that each thing on a shelf is made of."""


MAKERS: dict[str, Callable[[OpenJournal], str]] = {
    "check-in": lambda journal: (
        journal.mark_tool(journal.add_thing("tool", {"name": "a walk"}).id, "a_lot").check_in.id
    ),
    "entry": lambda journal: journal.write_page(replace(journal.blank_page(), body="words of a page")).id,
    "goal": lambda journal: journal.add_goal("words of a goal").id,
    "session": lambda journal: journal.reflect_on_session({"stayed": "words of a session"}).id,
}
"""For each dated kind, one of it."""


def shelved(journal: OpenJournal, kind: str) -> str:
    return journal.add_thing(kind, NEEDED[kind]).id


@pytest.mark.parametrize("kind", MAKERS)
def test_show_and_search_know_every_dated_kind(here: Here, journal: OpenJournal, kind: str) -> None:
    ids = {name: make(journal) for name, make in MAKERS.items()}
    assert [item["id"] for item in answer(here("show", "--kind", kind, "--json"))["items"]] == [ids[kind]]
    shown = answer(here("show", ids[kind][:6], "--json"))
    assert (shown["kind"], shown["id"]) == (kind, ids[kind])
    assert ids[kind][:8] in here("show", "--kind", kind).stdout
    if kind != "check-in":
        found = answer(here("search", "-", "--kind", kind, "--json", words="words"))
        assert [result["id"] for result in found["results"]] == [ids[kind]]


def test_show_knows_what_stands_on_a_shelf_by_its_id_too(here: Here, journal: OpenJournal) -> None:
    for kind in SHELVES:
        thing = shelved(journal, kind)
        document = answer(here("show", thing[:6], "--json"))
        assert thing in (document.get("id"), document.get("partner"))
        assert thing[:8] in here("show", thing).stdout
    assert answer(here("show", "--json")) == {"items": []}, "it has no day in the timeline"


def test_delete_hides_and_undo_brings_back_as_it_was(here: Here, journal: OpenJournal) -> None:
    items = [*(make(journal) for make in MAKERS.values()), *(shelved(journal, kind) for kind in SHELVES)]
    before = [answer(here("show", item, "--json")) for item in items]
    for item in items:
        assert answer(here("delete", item[:6], "--json")) == {"id": item}
        assert refused(here("show", item, "--json"), 4)["code"] == "not-found"
    for _ in items:
        assert answer(here("undo", "--json"))["kind"] == "delete"
    assert [answer(here("show", item, "--json")) for item in items] == before


def test_deleting_a_goal_keeps_the_sessions_that_touched_it_and_undo_joins_them_again(cairn: Cairn) -> None:
    goal = answer(cairn("goal", "add", "-", "--json", words="Get out"))["id"]
    cairn("goal", "step", "add", goal, "-", words="ask Priya")
    session = answer(cairn("session", "after", "--goal", goal, "-", "--json", words='{"gave": "time"}'))
    entry = answer(cairn("write", "--goal", goal, "-", "--json", words="about it"))["id"]
    before = [answer(cairn("show", one, "--json")) for one in (goal, session["id"], entry)]
    assert before[2]["goal_ids"] == [goal]
    deleted = cairn("delete", goal)
    assert goals.DELETING_KEEPS in deleted.stderr
    assert answer(cairn("session", "show", session["id"], "--json"))["goals_touched"] == []
    assert answer(cairn("undo", "--json"))["items"] == 1
    assert [answer(cairn("show", one, "--json")) for one in (goal, session["id"], entry)] == before


def test_bring_is_for_pages_check_ins_and_goals_and_keep_for_pages_check_ins_and_sessions(
    here: Here, journal: OpenJournal
) -> None:
    ids = {name: make(journal) for name, make in MAKERS.items()}
    for kind, item in ids.items():
        for mark, refuses in (("bring", "session"), ("keep", "goal")):
            if kind == refuses:
                assert refused(here(mark, item, "--json"), 2)["message"].startswith("Only a check-in, a page or a ")
            else:
                assert answer(here(mark, item[:6], "--json"))[mark] is True
    agenda = answer(here("bring", "--json"))["agenda"]
    assert {item["id"] for item in agenda} == {ids["check-in"], ids["entry"], ids["goal"]}
    assert "[bring]" in here("show").stdout
    assert answer(here("bring", ids["goal"], "--off", "--json"))["bring"] is False
    assert len(answer(here("bring", "--json"))["agenda"]) == 2
    assert refused(here("bring", "--off", "--json"), 2)["message"] == shell.OFF_TAKES_ID
    assert refused(here("bring", "abcd1234", "--json"), 4)["code"] == "not-found"


def test_what_is_marked_is_listed_by_its_first_words(here: Here, journal: OpenJournal) -> None:
    for make in (MAKERS["check-in"], MAKERS["entry"], MAKERS["goal"]):
        journal.bring(make(journal))
    listed = here("bring").stdout
    for line in ("Check-in: a walk", "Page: words of a page", "Goal: words of a goal"):
        assert line in listed


ACTS = "\x1b[2J\u202e\u0007words"
"""Words that would act on a terminal if they were printed as they are."""


def test_no_words_act_on_the_terminal_wherever_they_are_shown(here: Here, journal: OpenJournal) -> None:
    goal = journal.add_goal(ACTS, values={"why_it_matters": ACTS})
    step = journal.add_step(goal.id, ACTS)
    journal.reflect_on_goal(goal.id, ACTS)
    journal.bring(goal.id)
    partner = journal.add_thing("partner", {"partner_alias": ACTS, "privacy": ACTS})
    for kind, parts in NEEDED.items():
        words = next(name for name in parts if name not in ("plan", "section"))
        journal.add_thing(kind, {**parts, words: ACTS, **({"section": "stressors"} if kind == "plan" else {})})
    before = [["session", "before", "--partner", partner.id], ["bring"], ["goal", "list"], ["goal", "show", goal.id]]
    lists = [[command, "list"] for command in ("partner", "toolbox", "strength", "people", "story", "week", "session")]
    shown = [
        ["plan", "show"],
        ["hard-day"],
        ["show"],
        ["partner", "show", partner.id],
        ["goal", "step", "done", step.id],
    ]
    in_person = [["goal", "show", goal.id, "--fields", "title,why_it_matters,next_step"], ["toolbox", "surprise"]]
    for call in (*before, *in_person, *lists, *shown):
        done = here(*call)
        assert done.returncode == 0
        assert not set("\x1b\u202e\u0007") & set(done.stdout + done.stderr), call
        assert not set("\x1b\u202e\u0007") & set(here(*call, "--json").stdout), call


CHANGES: dict[str, dict[str, Any]] = {
    "goal": {"title": "other", "ways": ["by bus"], "revisit_on": "2026-05-01"},
    "session": {"gave": "time", "felt_right": "mostly", "support_kinds": ["social"]},
    "tool": {"name": "other", "kind": "rest"},
    "strength": {"text": "other", "source": "peer"},
    "person": {"alias": "other", "good_for": ["quiet"]},
    "week": {"label": "other", "weekday": "sunday"},
    "story": {"title": "other"},
    "plan": {"words": "other"},
}


@pytest.mark.parametrize("kind", CHANGES)
def test_edit_takes_a_json_object_of_parts_and_names_an_unknown_field(
    here: Here, journal: OpenJournal, kind: str
) -> None:
    item = MAKERS[kind](journal) if kind in MAKERS else shelved(journal, kind)
    changed = answer(here("edit", item[:6], "-", "--json", words=json.dumps(CHANGES[kind])))
    flat = {**changed, **changed.get("after", {}), **changed.get("more", {})}
    assert {name: flat[name] for name in CHANGES[kind]} == CHANGES[kind]
    for wrong in ('{"stat": "x"}', '{"colour": "x"}'):
        told = refused(here("edit", item, "-", "--json", words=wrong), 2)
        assert told["message"].startswith(f"There is no field “{next(iter(json.loads(wrong)))}” here.")
    assert refused(here("edit", item, "--json"), 2)["message"] == shell.NEEDS_DASH
    assert refused(here("edit", item, "-", "--json", words="{}"), 2)["message"] == shell.EMPTY_CHANGE
    assert answer(here("show", item, "--json")) == changed


def test_edit_knows_a_partner_by_the_names_that_show_prints(here: Here, journal: OpenJournal) -> None:
    partner = shelved(journal, "partner")
    changed = answer(here("edit", partner, "-", "--json", words='{"alias": "Alex", "state": "paused"}'))
    assert (changed["alias"], changed["state"]) == ("Alex", "paused")


def _a_full_goal(journal: OpenJournal) -> str:
    goal = journal.add_goal("words of a goal", values={"ways": ["by bus"]})
    journal.add_step(goal.id, "ask Priya")
    return journal.reflect_on_goal(goal.id, "on the way").id


PRINTED: dict[str, tuple[Callable[[OpenJournal], str], dict[str, Any], dict[str, Any]]] = {
    "goal": (_a_full_goal, {"title": "other"}, {"status": "reached", "next_step": None, "steps": [], "id": "x"}),
    "session": (MAKERS["session"], {"after": {"gave": "time"}}, {"keep": True, "kind": "goal", "for_date": None}),
    "partner": (
        lambda journal: shelved(journal, "partner"),
        {"alias": "Alex", "agreement": {"privacy": "between us"}},
        {"partner": "x", "created_at": None},
    ),
}
"""For each kind whose document holds more than its parts: one of it, a change, and what stays as it is."""


@pytest.mark.parametrize("kind", PRINTED)
def test_edit_takes_what_show_prints_and_changes_what_is_another_in_it(
    here: Here, journal: OpenJournal, kind: str
) -> None:
    make, change, stays = PRINTED[kind]
    item = make(journal)
    journal.bring(item) if kind == "goal" else None
    printed = answer(here("show", item, "--json"))
    again = answer(here("edit", item, "-", "--json", words=json.dumps(printed)))
    assert {**again, "edited_at": None} == {**printed, "edited_at": None}
    wanted = {name: {**printed[name], **new} if isinstance(new, dict) else new for name, new in change.items()}
    changed = answer(here("edit", item, "-", "--json", words=json.dumps({**again, **wanted})))
    assert {name: changed[name] for name in wanted} == wanted
    for name, value in stays.items():
        told = refused(here("edit", item, "-", "--json", words=json.dumps({**changed, name: value})), 2)
        assert told["message"] == shell.stays_as_it_is(name)
    assert answer(here("show", item, "--json")) == changed


def test_help_says_that_what_show_prints_can_be_handed_in(cairn: Cairn) -> None:
    for call in (["edit"], ["partner", "edit"]):
        assert "show --json prints" in " ".join(cairn(*call, "--help").stdout.split())


def test_a_session_is_edited_by_the_groups_that_show_prints(here: Here, journal: OpenJournal) -> None:
    session = MAKERS["session"](journal)
    changed = answer(here("edit", session, "-", "--json", words='{"after": {"stayed": null, "gave": "time"}}'))
    assert (changed["after"]["stayed"], changed["after"]["gave"]) == (None, "time")


def test_a_page_about_a_goal_that_is_not_there_is_exit_4_before_a_word_is_read(here: Here) -> None:
    assert refused(here("write", "--goal", "abcd1234", "-", "--json", words=b"\xff"), 4)["code"] == "not-found"
    assert answer(here("show", "--json")) == {"items": []}


def test_on_a_terminal_each_part_of_a_goal_can_be_changed_or_left(cairn: Cairn, by_hand: ByHand) -> None:
    goal = answer(cairn("goal", "add", "-", "--json", words="Get out\nit helps"))["id"]
    typed = ["", "skip", "by bus", "on foot", ".", "skip", "skip", "skip", "skip", "hope, 5", "2026-05-01"]
    changed = answer(by_hand("edit", goal, "--json", typed=typed))
    assert (changed["title"], changed["why_it_matters"]) == ("Get out", "it helps")
    assert (changed["ways"], changed["themes"]) == (["by bus", "on foot"], ["hope", "empowerment"])
    assert changed["revisit_on"] == "2026-05-01"
