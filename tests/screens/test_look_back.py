"""Look back: pictures with their gaps open, the same in words, and everything by keys alone."""

import re
from dataclasses import replace

import pytest
from textual.widgets import Static

from journal.paths import Home
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import FixedClock
from tests.screens.look_back_stage import MOODS, look_back, noted, press, reading, told
from tests.screens.stage import elsewhere, opened, picture, until, until_shown
from tui.key_map import KeyMap
from tui.screens.look_back import LookBackScreen
from tui.screens.today import Today
from tui.widgets.chart import GAP, Chart
from tui.widgets.chart_table import Table
from tui.widgets.keys_line import KeysLine
from tui.widgets.nav import Nav
from tui.wording import look_back as told_words
from tui.wording import look_back_screen as words

BRAILLE = re.compile("[\u2801-\u28ff]")
VIEWS = ("Mood", "Hope", "Feelings", "What helped", "Goes together", "A question", "A year")


async def test_five_leads_there_from_everywhere_and_escape_back(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await press(pilot, "2", "5")
        assert isinstance(pilot.app.screen, LookBackScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Today)


async def test_the_six_names_with_their_digits_fit_in_seventy_two_columns(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await press(pilot, "5")
        row = picture(pilot.app.screen).splitlines()[0]
        assert [digit for digit in row if digit.isdigit()] == list("123456")
        assert "Look back" in row
        assert len(row.strip()) <= 72
        assert pilot.app.screen.query_one(Nav).current == "5"


async def test_before_the_first_note_it_says_what_will_appear_and_the_key_that_starts_it(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        assert told(pilot) == KeyMap().keyed(words.STARTS_IT)
        assert "Ctrl+T starts" in told(pilot)
        assert not BRAILLE.search(picture(pilot.app.screen))
        assert "Ctrl+T check in" in picture(pilot.app.screen).splitlines()[-1]
        await press(pilot, "ctrl+t")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))


async def test_it_opens_with_what_it_is_and_ends_with_what_it_does_not_count(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        shown = picture(pilot.app.screen)
        assert shown.index(told_words.OPENING) < shown.index("You noted your mood on 22 days")
        assert shown.index("This only counts") > shown.index("You noted your mood on 22 days")


async def test_the_sentences_under_a_picture_say_the_same(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        said = told(pilot)
        for sentence in (
            "You noted your mood on 22 days in the last four weeks. No note on 6 days.",
            "In the last 28 days your mood was mostly between 5 and 6 (22 days noted).",
            "This week's middle was 6.5 (6 days). Last week's was 6 (4 days). About the same.",
            "From one day to the next it usually moved by about 1.",
        ):
            assert sentence in said


@pytest.mark.parametrize("size", [(80, 24), (140, 29), (60, 20)])
async def test_no_braille_stands_over_a_day_that_was_not_noted(
    size: tuple[int, int], home: Home, clock: FixedClock
) -> None:
    noted(home, clock)
    async with opened(home, clock, size) as pilot:
        screen = await look_back(pilot)
        rows = [strip.text for strip in screen.query_one(Chart).render_lines(screen.query_one(Chart).size.region)]
        gaps = {at for row in rows if GAP in row for at, sign in enumerate(row) if sign == GAP}
        drawn = {match.start() for row in rows for match in BRAILLE.finditer(row)}
        assert len(gaps) == 28 - len(MOODS)
        assert drawn
        assert not gaps & drawn


async def test_left_and_right_read_one_day_in_words(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        assert reading(pilot) == words.READ_A_DAY
        await press(pilot, "left")
        assert reading(pilot) == "Saturday 28 March 2026: mood 8, nearer very good than in between."
        await press(pilot, "left", "left")
        assert reading(pilot) == "Thursday 26 March 2026: no note."
        await press(pilot, "home")
        assert reading(pilot).startswith("Sunday 1 March 2026: mood 4")
        await press(pilot, "end", "right")
        assert reading(pilot).startswith("Saturday 28 March 2026")


async def test_v_turns_through_every_view_and_round(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        for name in (*VIEWS[1:], VIEWS[0]):
            await press(pilot, "v")
            assert f"\u203a{name}" in picture(pilot.app.screen)
        await press(pilot, "comma")
        assert f"\u203a{VIEWS[-1]}" in picture(pilot.app.screen)


async def test_a_table_stands_in_place_of_the_picture_and_says_the_same_days(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        screen = await look_back(pilot)
        await press(pilot, "t")
        shown = picture(screen)
        assert not BRAILLE.search(shown)
        assert "Middle of 7 days" in shown
        assert screen.query_one(Table).rows.total == 28
        assert re.search(r"Sat 28 Mar 2026 +8 ", shown)
        assert re.search(r"Thu 26 Mar 2026 +no note", shown)
        await press(pilot, "t")
        assert BRAILLE.search(picture(screen))


async def test_the_quiet_screen_shows_tables_and_no_picture_anywhere(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    write_preferences(home, Preferences(quiet=True))
    async with opened(home, clock, (140, 45)) as pilot:
        screen = await look_back(pilot)
        for _ in VIEWS:
            assert not BRAILLE.search(picture(screen))
            assert not screen.query_one("#year").display
            await press(pilot, "v")
        assert screen.query_one(Table).display
        await press(pilot, "t")
        assert not BRAILLE.search(picture(screen))


async def test_the_window_goes_from_four_weeks_to_eight_to_a_year_and_round(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        for days in (56, 365, 28):
            await press(pilot, "w")
            await until_shown(pilot, words.WINDOWS[days])
        assert "22 days in the last four weeks" in told(pilot)


async def test_middles_of_seven_days_are_points_and_are_read_out_too(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        await press(pilot, "m", "left")
        assert words.MIDDLES in picture(pilot.app.screen)
        assert reading(pilot).endswith("The middle of those seven days is 6.5.")
        await press(pilot, "m")
        assert words.EACH_DAY in picture(pilot.app.screen)


async def test_two_pictures_stand_one_under_another_where_there_is_room(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock, (140, 45)) as pilot:
        screen = await look_back(pilot)
        assert "\u203aMood and hope" in picture(screen)
        await press(pilot, "end")
        assert reading(pilot).splitlines() == [
            "Saturday 28 March 2026: mood 8, nearer very good than in between.",
            "Saturday 28 March 2026: no note.",
        ]
        assert "your mood" in str(screen.query_one("#first", Static).render())
        assert "your hope" in str(screen.query_one("#second", Static).render())


async def test_a_window_that_shrinks_goes_on_with_the_same_and_one_that_grows_too(
    home: Home, clock: FixedClock
) -> None:
    noted(home, clock)
    async with opened(home, clock, (140, 45)) as pilot:
        await look_back(pilot)
        for size, name in [((80, 24), "Mood"), ((40, 12), "Mood"), ((140, 45), "Mood and hope")]:
            await pilot.resize_terminal(*size)
            await until_shown(pilot, f"\u203a{name}")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "v", "v")
        await pilot.resize_terminal(140, 45)
        await until_shown(pilot, "\u203aFeelings")


async def test_a_picture_further_on_stays_in_sight_when_the_window_shrinks_and_grows(
    home: Home, clock: FixedClock
) -> None:
    noted(home, clock, connection=4, energy=5)
    with elsewhere(home, clock) as journal:
        journal.make_choice("dimensions", "mood,hope,connection,energy")
    async with opened(home, clock, (140, 45)) as pilot:
        await look_back(pilot)
        await press(pilot, "v")
        for size, name in [((140, 45), "Connection and energy"), ((80, 24), "Connection")] * 2:
            await pilot.resize_terminal(*size)
            await until_shown(pilot, f"\u203a{name}")


async def test_in_twelve_rows_of_forty_a_day_can_be_read_and_every_view_reached(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock, (40, 12)) as pilot:
        await look_back(pilot)
        await press(pilot, "left")
        await until_shown(pilot, "Saturday 28 March 2026")
        assert BRAILLE.search(picture(pilot.app.screen))
        for name in VIEWS[1:]:
            await press(pilot, "v")
            assert f"\u203a{name}" in picture(pilot.app.screen)
        await press(pilot, "end", "up")
        await until_shown(pilot, "Friday 27 March 2026")


async def test_what_is_noticed_decides_what_is_drawn(home: Home, clock: FixedClock) -> None:
    noted(home, clock, energy=5)
    with elsewhere(home, clock) as journal:
        journal.make_choice("dimensions", "energy")
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        tabs = picture(pilot.app.screen).splitlines()[1]
        assert tabs.split()[:2] == ["\u203aEnergy", "Feelings"]
        assert "You noted your energy on 22 days" in told(pilot)


async def test_nothing_noticed_leaves_words_alone(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    with elsewhere(home, clock) as journal:
        journal.make_choice("dimensions", "")
    async with opened(home, clock) as pilot:
        await look_back(pilot)
        assert "\u203aFeelings" in picture(pilot.app.screen)
        assert "You chose 'calm' on 22 days." in told(pilot)


async def test_a_note_made_elsewhere_is_there_when_one_comes_back(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        screen = await look_back(pilot)
        await press(pilot, "1", "ctrl+t", "3", "ctrl+s", "escape", "5")
        await until(pilot, lambda: "mood 5.5" in _day(screen))


async def test_a_note_made_elsewhere_while_one_looks_is_counted_too(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        screen = await look_back(pilot)
        with elsewhere(home, clock) as journal:
            journal.record_check_in(replace(journal.blank_check_in("2026-03-26"), mood=5))
        screen.announce_change()
        await until(pilot, lambda: "on 23 days" in told(pilot))


async def test_the_line_of_keys_names_what_works_in_each_view(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock) as pilot:
        screen = await look_back(pilot)
        for _ in VIEWS:
            row = str(screen.query_one(KeysLine).render())
            assert "V view" in row
            assert row.endswith("F2 support now")
            await press(pilot, "v")


def _day(screen: LookBackScreen) -> str:
    screen.query_one(Chart).action_step(10**6)
    return str(screen.query_one("#reading", Static).render())
