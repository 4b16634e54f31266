"""Look back in words: feelings, what helped, what goes together, a weekly question, and a year."""

import re
from dataclasses import replace

from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.look_back_stage import look_back, noted, press, reading, told
from tests.screens.stage import desk_of, elsewhere, opened, picture, until, until_shown, write
from tui.key_map import KeyMap
from tui.screens.look_back import LookBackScreen
from tui.screens.write import Write
from tui.widgets.chart_table import Table
from tui.wording import look_back as told_words
from tui.wording import look_back_screen as words
from tui.wording.journal import NOTHING_TO_ASK

TO = {
    name: ["v"] * at for at, name in enumerate(("mood", "hope", "feelings", "helped", "together", "question", "year"))
}
W1 = "Did anything go well this week, even a little?"


async def test_feelings_and_what_helped_are_counted_in_words(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["feelings"])
        assert told(pilot) == "In the last four weeks\nYou chose 'calm' on 22 days."
        await press(pilot, "v")
        assert "You marked 'walk' 10 times." in told(pilot)
        assert told_words.CAVEAT.split(".")[0] in picture(pilot.app.screen)


async def test_what_goes_together_comes_with_its_caveat_and_never_as_a_cause(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["together"])
        assert (
            "On the 10 days you noted 'walk', your middle mood was 6.5. On the 12 days you did not, it was 5. "
            "These may go together. Many other things can differ between those days (weekends, company, sleep), so "
            "this does not show that one leads to the other."
        ) in told(pilot)


async def test_where_nothing_can_be_said_yet_that_is_fine(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["together"])
        assert told_words.NOT_ENOUGH in told(pilot)
        await press(pilot, "comma")
        assert told_words.NO_TOOLS in told(pilot)


async def test_one_weekly_question_at_a_time_with_another_and_a_way_past_it(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["question"])
        assert W1 in told(pilot)
        await press(pilot, "f5")
        assert "add it to your toolbox" in told(pilot)
        assert W1 not in told(pilot)
        await press(pilot, "s")
        assert KeyMap().keyed(words.SKIPPED) in told(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, LookBackScreen)
        await press(pilot, "f5")
        assert "leave behind" in told(pilot)


async def test_enter_writes_a_page_with_that_question_and_comes_back(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["question"], "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until_shown(pilot, W1)
        await write(pilot, "the bread rose")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, LookBackScreen))
        line = (await desk_of(pilot).ask(lambda journal: journal.timeline(Filter(), 1, 0)))[0]
        page = await desk_of(pilot).ask(lambda journal: journal.read(line.id))
        assert isinstance(page, JournalEntry)
        assert (page.body, page.prompt_id) == ("the bread rose", "w1")


async def test_looking_at_a_question_and_leaving_it_keeps_no_draft(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["question"], "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LookBackScreen))
        assert await desk_of(pilot).ask(lambda journal: journal.drafts()) == []


async def test_a_question_that_is_not_to_come_again_does_not(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["question"], "x")
        await until(pilot, lambda: W1 not in told(pilot))
        choices = await desk_of(pilot).ask(lambda journal: journal.choices())
        assert choices.hidden_prompts == ("w1",)


async def test_where_no_question_is_left_it_says_so(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        journal.make_choice("hidden-prompts", "w1,w2,w3,w4")
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["question"], "enter", "s", "x", "f5")
        assert NOTHING_TO_ASK in told(pilot)


async def test_a_year_has_weekdays_months_and_words_beside_its_signs(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["year"])
        await until_shown(pilot, "lower to higher")
        shown = picture(pilot.app.screen)
        assert [name for name in words.WEEKDAYS if name in shown] == list(words.WEEKDAYS)
        assert "Mar" in shown
        assert "something noted on 22 days" in told(pilot)
        await press(pilot, "end", "up")
        assert reading(pilot) == "Friday 27 March 2026: mood 7, nearer in between than very good."
        await press(pilot, "up")
        assert reading(pilot) == "Thursday 26 March 2026: no note."
        await press(pilot, "left")
        assert reading(pilot).startswith("Thursday 19 March 2026")


async def test_a_week_begins_on_the_day_that_was_chosen(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    with elsewhere(home, clock) as journal:
        journal.make_choice("first-day", "sunday")
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["year"])
        await until_shown(pilot, "lower to higher")
        rows = [row.split()[0] for row in picture(pilot.app.screen).splitlines() if row[2:5] in words.WEEKDAYS]
        assert rows == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]


async def test_the_year_of_something_else_and_as_a_table(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        screen = await look_back(pilot)
        await press(pilot, *TO["year"], "o")
        await until_shown(pilot, "your hope, lower to higher")
        await press(pilot, "t")
        assert screen.query_one(Table).rows.total == 365
        assert re.search(r"Fri 27 Mar 2026 +3 +nearer somewhat than not at all", picture(screen))


async def test_words_alone_are_noted_and_not_drawn(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        journal.write_page(replace(journal.blank_page(), body="a few words"))
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, *TO["year"])
        await until_shown(pilot, "something noted on 1 day.")
        await press(pilot, "end")
        assert reading(pilot).endswith("noted.")
