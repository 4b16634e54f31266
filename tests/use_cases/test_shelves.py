"""What a person has named as theirs: added, changed, deleted and brought back the same way, whatever it is."""

import random

import pytest

from journal.domain.parts import Part
from journal.domain.shelves import SHELVES
from journal.domain.timeline import Filter
from journal.errors import BadInput, NotAllowed, NotFound
from journal.use_cases.open_journal import OpenJournal

FILLED = {"line": "a few words", "text": "more\nwords", "lines": ["one", "two"], "day": "2026-05-01"}


def filled(part: Part) -> object:
    if part.takes == "one_of":
        return part.allowed[-1]
    return list(part.allowed[:2]) if part.takes == "some_of" else FILLED[part.takes]


@pytest.mark.parametrize("kind", SHELVES)
def test_everything_that_is_filled_in_is_read_back(journal: OpenJournal, kind: str) -> None:
    values = {part.name: filled(part) for part in SHELVES[kind].every_part}
    thing = journal.add_thing(kind, values)
    there = {name: list(got) if isinstance(got := getattr(thing, name), tuple) else got for name in values}
    assert there == values
    assert journal.things(kind) == [journal.thing(kind, thing.id[:8])] == [thing]


@pytest.mark.parametrize("kind", SHELVES)
def test_it_is_changed_deleted_and_brought_back(journal: OpenJournal, kind: str) -> None:
    values = {part.name: filled(part) for part in SHELVES[kind].every_part}
    thing = journal.add_thing(kind, values)
    known_by = SHELVES[kind].parts[0].name
    changed = journal.change(thing.id, {known_by: "other words"})
    assert getattr(changed, known_by) == "other words"
    journal.delete(thing.id)
    assert journal.things(kind) == []
    journal.undo()
    assert journal.things(kind) == [changed]


@pytest.mark.parametrize("kind", [kind for kind, shelf in SHELVES.items() if any(p.needed for p in shelf.every_part)])
def test_what_is_needed_is_asked_for(journal: OpenJournal, kind: str) -> None:
    with pytest.raises(BadInput, match="left blank"):
        journal.add_thing(kind, {})
    assert journal.things(kind) == []


def test_nothing_on_a_shelf_has_a_day_in_the_timeline_or_a_place_in_search(journal: OpenJournal) -> None:
    for kind, shelf in SHELVES.items():
        thing = journal.add_thing(kind, {part.name: filled(part) for part in shelf.every_part})
        with pytest.raises(NotFound):
            journal.read(thing.id)
    assert journal.timeline_count(Filter()) == 0
    assert journal.timeline(Filter(), 10) == []
    assert journal.search("words")[0] == 0


def test_a_choice_taken_back_is_the_gentle_default_again(journal: OpenJournal) -> None:
    tool = journal.add_thing("tool", {"name": "a walk", "learnt_from": "peer"})
    assert getattr(journal.change(tool.id, {"learnt_from": None}), "learnt_from", "") == "self"


def test_a_week_is_in_the_order_of_its_days(journal: OpenJournal) -> None:
    for label, weekday, part in [
        ("choir", "thursday", "evening"),
        ("bread", "monday", "evening"),
        ("swim", "monday", "morning"),
    ]:
        journal.add_thing("week", {"label": label, "weekday": weekday, "part_of_day": part})
    assert [getattr(anchor, "label", "") for anchor in journal.things("week")] == ["swim", "bread", "choir"]


def test_a_plan_is_written_section_by_section_in_its_own_order(journal: OpenJournal) -> None:
    journal.write_plan("getting_through", "people_i_can_ask", "Priya")
    journal.write_plan("getting_through", "what_matters_to_me", "the allotment")
    journal.write_plan("staying_well", "early_signs", "I sleep less")
    journal.write_plan("getting_through", "people_i_can_ask", "Priya, Sam")
    plan = journal.plan("getting_through")
    assert list(plan) == ["what_matters_to_me", "people_i_can_ask"]
    assert plan["people_i_can_ask"].words == "Priya, Sam"
    assert [part.section for part in journal.hard_day().plan] == list(plan)


def test_a_section_left_blank_goes_and_can_be_brought_back(journal: OpenJournal) -> None:
    journal.write_plan("staying_well", "early_signs", "I sleep less")
    assert journal.write_plan("staying_well", "early_signs", " ") is None
    assert journal.plan("staying_well") == {}
    journal.undo()
    assert journal.plan("staying_well")["early_signs"].words == "I sleep less"


def test_a_section_that_comes_back_stands_under_what_was_written_since(journal: OpenJournal) -> None:
    journal.write_plan("staying_well", "early_signs", "I sleep less")
    journal.write_plan("staying_well", "early_signs", "")
    journal.write_plan("staying_well", "early_signs", "I stop cooking")
    journal.undo()
    assert journal.plan("staying_well")["early_signs"].words == "I stop cooking\nI sleep less"
    assert len(journal.things("plan")) == 1


def test_an_unknown_plan_or_section_says_what_is_allowed(journal: OpenJournal) -> None:
    with pytest.raises(NotAllowed, match="plan takes one of: staying_well, getting_through"):
        journal.plan("wrap")
    with pytest.raises(NotAllowed, match="section takes one of: when_im_well"):
        journal.write_plan("staying_well", "what_matters_to_me", "x")


def test_a_use_of_a_tool_is_a_check_in_and_nothing_else(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "a walk"})
    saved = journal.mark_tool(walk.id, "a_lot")
    assert journal.items(Filter(), 10) == [saved.check_in]
    assert [tool.id for tool in journal.what_helped()] == [walk.id]
    with pytest.raises(NotAllowed, match="helped takes one of"):
        journal.mark_tool(walk.id, "yes")


def test_a_tool_that_takes_another_name_is_found_by_it(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "a walk"})
    journal.mark_tool(walk.id, "a_lot")
    journal.change(walk.id, {"name": "a swim"})
    assert (journal.search("walk")[0], journal.search("swim")[0]) == (0, 1)


def test_a_tool_that_is_deleted_is_out_of_sight_everywhere_and_comes_back(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "a walk"})
    saved = journal.mark_tool(walk.id, "a_lot")
    journal.delete(walk.id)
    assert getattr(journal.read(saved.check_in.id), "tools_used", None) == ()
    assert (journal.tools(), journal.what_helped(), journal.search("walk")[0]) == ([], [], 0)
    journal.undo()
    assert journal.read(saved.check_in.id) == saved.check_in
    assert journal.search("walk")[0] == 1


def test_surprise_me_picks_one_of_them_by_chance(journal: OpenJournal) -> None:
    assert journal.surprise(random.Random(1)) is None
    names = {getattr(journal.add_thing("tool", {"name": name}), "name", "") for name in ("a walk", "music", "bread")}
    picked = {tool.name for seed in range(50) if (tool := journal.surprise(random.Random(seed))) is not None}
    assert picked == names


def test_the_cairn_has_a_stone_for_each_strength_tool_person_and_reached_goal(journal: OpenJournal) -> None:
    for kind in ("tool", "strength", "person", "week", "story", "partner"):
        journal.add_thing(kind, {part.name: filled(part) for part in SHELVES[kind].every_part})
    journal.set_goal_status(journal.add_goal("Get out").id, "reached")
    journal.add_goal("Cook twice a week")
    assert journal.stones() == 4
