"""The two plans of the toolbox: every section written, changed and taken away by keyboard alone."""

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.stage import key, opened, picture, until, until_shown, write
from tests.screens.toolbox_stage import in_the_journal, shows, to_shelf, told
from tui.screens.form import Form
from tui.screens.plan import Plan
from tui.screens.toolbox import Toolbox
from tui.widgets.page_editor import PageEditor
from tui.wording import toolbox as words


async def test_a_section_of_a_plan_is_written_changed_and_taken_away_and_undo_brings_it_back(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "plan")
        await until_shown(pilot, "Early signs  (blank)")
        assert words.BESIDE_CARE in picture(pilot.app.screen)
        await pilot.press("down", "down", "down", "down", "enter")
        await shows(pilot, Form)
        await write(pilot, "I stop [x] cooking")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Early signs: I stop [x] cooking")
        await pilot.press("enter")
        await shows(pilot, Form)
        await until(pilot, lambda: pilot.app.screen.query_one(PageEditor).text == "I stop [x] cooking")
        pilot.app.screen.query_one(PageEditor).select_all()
        await pilot.press("backspace", "ctrl+s")
        await until_shown(pilot, "Early signs  (blank)")
        await told(pilot, words.SECTION_TAKEN_AWAY)
        await pilot.press("f4")
        await until_shown(pilot, "Early signs: I stop [x] cooking")
        await pilot.press("delete")
        await until_shown(pilot, "Early signs  (blank)")
        await pilot.press("delete")
        await until_shown(pilot, words.BLANK_ALREADY)


async def test_what_was_begun_in_a_section_waits_there_and_in_no_other(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "plan")
        await until_shown(pilot, "Early signs  (blank)")
        await pilot.press("down", "enter")
        await shows(pilot, Form)
        await write(pilot, "calm and slow")
        await pilot.press("escape")
        await shows(pilot, Toolbox)
        await pilot.press("down", "enter")
        await shows(pilot, Form)
        assert pilot.app.screen.query_one(PageEditor).text == ""
        await pilot.press("escape")
        await shows(pilot, Toolbox)
        await pilot.press("up", "enter")
        await shows(pilot, Form)
        await until(pilot, lambda: pilot.app.screen.query_one(PageEditor).text == "calm and slow")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "when I am well: calm and slow")
    assert in_the_journal(home, clock, lambda journal: journal.drafts()) == []


async def test_a_plan_is_read_as_a_whole_with_what_it_is_not(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "plan")
        await until_shown(pilot, "▌ Staying-well plan")
        await pilot.press("enter")
        await shows(pilot, Plan)
        await until_shown(pilot, words.PLAN_UNWRITTEN)
        in_the_journal(home, clock, lambda journal: journal.write_plan("staying_well", "stressors", "[i]noise[/i]"))
        await until_shown(pilot, "[i]noise[/i]")
        assert "What makes things harder" in picture(pilot.app.screen)
        assert words.BESIDE_CARE in picture(pilot.app.screen)
        await pilot.press("escape", "n")
        await shows(pilot, Form)
        assert "What I am like when I am well" in picture(pilot.app.screen)


async def test_keys_that_come_twice_open_one_form(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "plan")
        await until_shown(pilot, "Early signs  (blank)")
        await pilot.press("down")
        for _ in range(3):
            pilot.app.post_message(key("enter"))
        await shows(pilot, Form)
        await pilot.press("escape")
        await shows(pilot, Toolbox)
