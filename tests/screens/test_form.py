"""The form that fills in the parts of anything: nothing typed there is ever lost, and nothing is saved twice."""

from typing import Any

import pytest
from textual.geometry import Region
from textual.widgets import Input

from journal.domain.goal import GOAL_PARTS
from journal.domain.parts import Part, Value, values_of
from journal.domain.peer_session import SESSION_PARTS
from journal.domain.shelves import SHELVES, CopingTool, Thing
from journal.errors import BadInput, NoRoom
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, desk_of, key, opened, picture, until, until_shown, write
from tui.modals.cover import Cover
from tui.modals.support_now import SupportNow
from tui.screens.form import Form
from tui.screens.today import Today
from tui.widgets.page_editor import PageEditor
from tui.widgets.part_field import PartField

TOOL = SHELVES["tool"].parts
PERSON = SHELVES["person"].parts
WORDS = "a walk [x] [/b]"


class Saves:
    """What the form handed over to be saved; refuses as often as it is told to."""

    def __init__(self, *refusals: Exception) -> None:
        self.given: list[dict[str, Value]] = []
        self.refusals = list(refusals)

    def add_tool(self, journal: OpenJournal, values: dict[str, Value], draft_id: str) -> Thing:
        self.given.append(values)
        if self.refusals:
            raise self.refusals.pop(0)
        return journal.add_thing("tool", values, draft_id)


async def _open(
    pilot: Actor, save: Saves | None = None, parts: tuple[Part, ...] = TOOL[:3], kind: str = "tool", **more: Any
) -> Form[Thing]:
    form = Form[Thing](
        desk_of(pilot),
        kind,
        parts,
        (save or Saves()).add_tool,
        heading="Something that helps",
        **more,
    )
    await pilot.app.push_screen(form)
    await until(pilot, lambda: pilot.app.screen is form and form.focused is not None)
    return form


def _field(form: Form[Thing], name: str) -> PartField:
    return next(field for field in form.query(PartField) if field.part.name == name)


def _tools(home: Home, clock: FixedClock) -> list[tuple[str, str | None, str | None]]:
    journal = open_journal(home, PASSPHRASE, clock)
    tools = [
        (tool.name, tool.how_to, tool.works_when) for tool in journal.things("tool") if isinstance(tool, CopingTool)
    ]
    journal.close()
    return tools


def _drafts(home: Home, clock: FixedClock) -> list[str]:
    journal = open_journal(home, PASSPHRASE, clock)
    kinds = [draft.kind for draft in journal.drafts()]
    journal.close()
    return kinds


async def test_what_is_filled_in_is_saved_as_it_was_typed_and_no_draft_follows(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _open(pilot)
        await write(pilot, WORDS)
        await pilot.press("enter")
        await write(pilot, "along the canal")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    assert _tools(home, clock) == [(WORDS, "along the canal", None)]
    assert _drafts(home, clock) == []


async def test_a_needed_part_left_blank_is_asked_for_and_the_other_words_stay(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        form = await _open(pilot)
        await pilot.press("tab")
        await write(pilot, "along the canal")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "This one part takes a few words.")
        assert _field(form, "name").field.has_focus
        assert "along the canal" in picture(form)
        await write(pilot, "a walk")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    assert _tools(home, clock) == [("a walk", "along the canal", None)]


async def test_a_day_that_is_none_is_said_and_stays_to_be_changed(home: Home, clock: FixedClock) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    goal = journal.add_goal("rest")
    journal.close()
    async with opened(home, clock) as pilot:
        form = Form[object](
            desk_of(pilot),
            "goal",
            GOAL_PARTS,
            lambda journal, values, draft_id: journal.change(goal.id, values, draft_id),
            heading="rest",
            values=values_of(goal, GOAL_PARTS),
            item_id=goal.id,
        )
        await pilot.app.push_screen(form)
        await until(pilot, lambda: form.focused is not None)
        last = list(form.query(PartField))[-1].field
        last.focus()
        await write(pilot, "soon")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "A day is written like 2026-03-01.")
        assert isinstance(last, Input)
        assert (last.value, last.has_focus) == ("soon", True)
        await pilot.press(*["backspace"] * 4)
        await write(pilot, "2026-04-01")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    journal = open_journal(home, PASSPHRASE, clock)
    changed = journal.goal(goal.id)
    journal.close()
    assert (changed.title, changed.revisit_on) == ("rest", "2026-04-01")


async def test_a_refused_save_is_said_on_the_form_and_every_word_stays(home: Home, clock: FixedClock) -> None:
    saves = Saves(NoRoom(), BadInput("That one is there already."))
    async with opened(home, clock) as pilot:
        form = await _open(pilot, saves)
        await write(pilot, "a walk")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "This could not be written to the disk")
        assert _field(form, "name").field.has_focus
        await write(pilot, " by the sea")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "That one is there already.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    assert _tools(home, clock) == [("a walk by the sea", None, None)]
    assert _drafts(home, clock) == []


async def test_saving_three_times_in_a_row_saves_once(home: Home, clock: FixedClock) -> None:
    saves = Saves()
    async with opened(home, clock) as pilot:
        await _open(pilot, saves)
        for name in (*"once", "ctrl+s", "ctrl+s", "3", "ctrl+s", "escape"):
            pilot.app.post_message(key(name))
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await pilot.pause()
        assert isinstance(pilot.app.screen, Today)
    assert saves.given == [{"name": "once"}]
    assert _drafts(home, clock) == []


async def test_leaving_keeps_every_field_and_the_form_opens_with_them_again(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        form = await _open(pilot, parts=PERSON, kind="person")
        for name, value in (("alias", "Sam"), ("relationship", "next door")):
            _field(form, name).field.focus()
            await write(pilot, value)
        _field(form, "good_for").field.focus()
        await pilot.press("x", "down", "down", "x")
        _field(form, "asked_ok").field.focus()
        await pilot.press("down", "enter")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        form = await _open(pilot, parts=PERSON, kind="person")
        await until_shown(pilot, "What you had begun is here again.")
        assert {field.part.name: field.value for field in form.query(PartField)} == {
            "alias": "Sam",
            "relationship": "next door",
            "good_for": ("talk", "practical"),
            "contact": None,
            "asked_ok": "yes",
        }
    assert _drafts(home, clock) == ["person"]


async def test_quick_exit_hides_at_once_and_keeps_what_is_being_typed(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        form = await _open(pilot)
        _field(form, "how_to").field.focus()
        await write(pilot, "slowly")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(pilot.app.screen, Cover))
        assert "slowly" not in picture(pilot.app.screen)
        await until(pilot, lambda: pilot.app.return_value == "quit")
    async with opened(home, clock) as pilot:
        form = await _open(pilot)
        await until(pilot, lambda: _field(form, "how_to").value == "slowly")


async def test_a_form_that_was_only_looked_at_keeps_no_draft(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        form = await _open(pilot)
        await write(pilot, "a")
        await pilot.press("backspace", "tab", "tab", "escape")
        await until(pilot, lambda: pilot.app.screen is not form)
    assert _drafts(home, clock) == []


async def test_nothing_filled_in_saves_nothing_and_says_so(home: Home, clock: FixedClock) -> None:
    saves = Saves()
    async with opened(home, clock) as pilot:
        await _open(pilot, saves, parts=TOOL[1:3])
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Nothing is filled in yet")
    assert saves.given == []


async def test_a_change_hands_over_what_differs_and_nothing_else(home: Home, clock: FixedClock) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    tool = journal.add_thing("tool", {"name": "a walk", "how_to": "slowly", "works_when": "mornings"})
    journal.close()
    given: list[dict[str, Value]] = []

    def change(journal: OpenJournal, values: dict[str, Value], draft_id: str) -> object:
        given.append(values)
        return journal.change(tool.id, values, draft_id)

    async with opened(home, clock) as pilot:
        form = Form[object](
            desk_of(pilot),
            "tool", TOOL, change, heading="a walk", values=values_of(tool, TOOL), item_id=tool.id,
        )  # fmt: skip
        await pilot.app.push_screen(form)
        await until(pilot, lambda: form.focused is not None)
        await pilot.press("tab")
        form.query(PageEditor)[0].load_text("")
        await pilot.press("tab")
        await write(pilot, " and evenings")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is not form)
    assert given == [{"how_to": None, "works_when": "mornings and evenings"}]
    assert _tools(home, clock) == [("a walk", None, "mornings and evenings")]


async def test_the_rest_is_behind_one_key_that_works_while_typing(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        form = await _open(pilot, parts=TOOL[:1], more=TOOL[1:3])
        await until_shown(pilot, "F5 opens a few more parts.")
        assert "How do you do it?" not in picture(form)
        await pilot.press("f5")
        await until(pilot, lambda: _field(form, "how_to").field.has_focus)
        assert "F5 opens" not in picture(form)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_the_field_that_takes_the_keys_is_in_sight_at_every_size(
    home: Home, clock: FixedClock, size: tuple[int, int]
) -> None:
    async with opened(home, clock, size) as pilot:
        form = await _open(pilot, parts=SESSION_PARTS, kind="session")
        column = form.query_one("#column").region
        for field in form.query(PartField):
            await _in_sight(pilot, field, column)
            await pilot.press("tab")


async def _in_sight(pilot: Actor, field: PartField, column: Region) -> None:
    """The field has the keys and is seen; of several to choose from, the last one too."""
    await until(pilot, lambda: field.field.has_focus)
    await until(pilot, lambda: column.contains_point(field.field.region.offset))
    if field.part.takes in ("one_of", "some_of"):
        await pilot.press("end")
        row = field.query(".-here").first()
        await until(pilot, lambda: column.contains_region(row.region))


async def test_support_opens_over_a_form_and_leads_back_to_its_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        form = await _open(pilot)
        await write(pilot, "words")
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, SupportNow))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is form)
        assert _field(form, "name").value == "words"


async def test_going_to_a_section_keeps_the_words_and_leaves_one_form(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _open(pilot)
        await write(pilot, "half")
        await pilot.app.run_action("app.section('journal')")
        await until_shown(pilot, "[draft] name: half")
        stacks = pilot.app._screen_stacks.values()
        assert not [screen for stack in stacks for screen in stack if isinstance(screen, Form)]
    assert _drafts(home, clock) == ["tool"]
