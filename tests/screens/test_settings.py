"""Settings on the screen: a row each, its value in words, changed in place or by one short question."""

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, read_preferences, write_preferences
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, at_the_door, desk_of, key, opened, picture, until, until_shown, words_of, write
from tui.app import CairnApp
from tui.chosen import Chosen, read_chosen
from tui.screens.country import Country
from tui.screens.settings import ROWS, Settings, called, does, said_of
from tui.screens.today import Today
from tui.widgets.deed_rows import DeedRows, Row
from tui.widgets.long_list import QUIET
from tui.wording import settings as words


async def at_settings(pilot: Actor) -> Settings:
    await pilot.press("f9")
    await until(pilot, lambda: isinstance(pilot.app.screen, Settings))
    screen = pilot.app.screen
    assert isinstance(screen, Settings)
    await until(pilot, lambda: screen._chosen is not None)
    return screen


async def choose(pilot: Actor, name: str) -> None:
    """Take up a row by its name in the code."""
    pilot.app.screen.query_one(DeedRows).looked_at = list(ROWS).index(name)
    await pilot.press("enter")


async def said(pilot: Actor, sentence: str) -> None:
    await until(
        pilot, lambda: isinstance(pilot.app.screen, Settings) and sentence in " ".join(words_of(pilot, "#said").split())
    )


def holds(home: Home, clock: FixedClock) -> Chosen:
    """What holds, as another process reads it."""
    journal = open_journal(home, PASSPHRASE, clock)
    chosen = read_chosen(journal, home)
    journal.close()
    return chosen


def told(pilot: Actor) -> str:
    return " ".join(note.message for note in pilot.app._notifications)


def beside(pilot: Actor, name: str) -> str:
    """What stands beside a row."""
    row = list(pilot.app.screen.query(Row))[list(ROWS).index(name)]
    return str(row.query_one(".about").render())


async def test_every_choice_has_a_row_with_its_value_in_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock, (80, 30)) as pilot:
        screen = await at_settings(pilot)
        chosen = screen._chosen
        assert chosen is not None
        shown = picture(screen)
        for name in ROWS:
            assert called(name) in shown
            assert beside(pilot, name) == said_of(chosen, name)


async def test_it_fits_on_a_small_terminal_without_scrolling(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        screen = await at_settings(pilot)
        assert all(called(name) in picture(screen) for name in ROWS)


async def test_what_a_row_does_is_said_under_the_list(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await at_settings(pilot)
        for name in ROWS:
            pilot.app.screen.query_one(DeedRows).looked_at = list(ROWS).index(name)
            await pilot.pause()
            assert does(name) in words_of(pilot, "#does")


@pytest.mark.parametrize(
    ("name", "keys", "value"),
    [
        ("scale", ("down", "enter"), "words5_v1"),
        ("look", ("down", "enter"), "dawn"),
        ("first-day", ("end", "enter"), "sunday"),
        ("easy", (), "on"),
        ("quiet", (), "on"),
        ("plain", (), "on"),
        ("dimensions", ("down", "down", "space", "ctrl+s"), "mood,hope,connection"),
        ("hidden-themes", ("space", "ctrl+s"), "connectedness"),
    ],
)
async def test_a_choice_is_made_with_a_key_or_two(
    home: Home, clock: FixedClock, name: str, keys: tuple[str, ...], value: str
) -> None:
    async with opened(home, clock) as pilot:
        await at_settings(pilot)
        await choose(pilot, name)
        for one in keys:
            await pilot.press(one)
        await said(pilot, words.CALLED[name])
        shown = beside(pilot, name)
    chosen = holds(home, clock)
    assert chosen.value(name) == value
    assert shown == chosen.in_words(name)


async def test_a_name_is_typed_changed_and_taken_away(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await at_settings(pilot)
        await choose(pilot, "name")
        await until_shown(pilot, words.NAME_ASKED)
        await write(pilot, "Sam")
        await pilot.press("enter")
        await said(pilot, "Your name: Sam.")
        await choose(pilot, "name")
        await until_shown(pilot, words.NO_NAME)
        await pilot.press("down", "enter")
        await said(pilot, "Your name: none.")


async def test_a_name_that_is_too_long_is_refused_in_a_sentence(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await at_settings(pilot)
        await choose(pilot, "name")
        await until_shown(pilot, words.NAME_ASKED)
        await write(pilot, "x" * 65)
        await pilot.press("enter")
        await said(pilot, "name takes up to 64 characters.")


@pytest.mark.parametrize("name", ["name", "dimensions", "scale", "look", "first-day", "hidden-themes", "lock-after"])
async def test_escape_leaves_a_choice_as_it_was_and_then_the_screen(home: Home, clock: FixedClock, name: str) -> None:
    async with opened(home, clock) as pilot:
        screen = await at_settings(pilot)
        before = screen._chosen
        await choose(pilot, name)
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    assert holds(home, clock) == before


async def test_another_look_is_worn_at_once_on_every_screen(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        assert pilot.app.theme == "dusk"
        await at_settings(pilot)
        await choose(pilot, "look")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: pilot.app.theme == "contrast")
    async with opened(home, clock) as pilot:
        assert pilot.app.theme == "contrast"


async def test_country_and_time_to_lock_have_questions_of_their_own(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await at_settings(pilot)
        await choose(pilot, "country")
        await until(pilot, lambda: isinstance(pilot.app.screen, Country))
        await write(pilot, "ie")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Settings) and beside(pilot, "country") == "IE")
        await choose(pilot, "lock-after")
        await until_shown(pilot, "10 minutes")
        await pilot.press("down", "enter")
        await until(pilot, lambda: beside(pilot, "lock-after") == words.locks(10))


async def test_what_another_cairn_chose_is_shown(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await at_settings(pilot)
        await desk_of(pilot).ask(lambda journal: journal.make_choice("easy", "on"))
        app = pilot.app
        assert isinstance(app, CairnApp)
        app.announce_change()
        await until(pilot, lambda: beside(pilot, "easy") == "on")


async def test_a_row_that_cannot_be_read_says_so_and_the_default_rules(
    home: Home, clock: FixedClock, journal: OpenJournal
) -> None:
    journal.choose("scale", "stars")
    async with opened(home, clock) as pilot:
        await until(pilot, lambda: words.not_read(["scale"]) in told(pilot))
        await at_settings(pilot)
        assert beside(pilot, "scale") == words.not_read_here("0 to 10")
        await choose(pilot, "scale")
        await pilot.press("enter")
        await said(pilot, "How you answer: 0 to 10.")
        assert beside(pilot, "scale") == "0 to 10"


async def test_a_damaged_file_from_before_the_door_is_said_there(home: Home, clock: FixedClock) -> None:
    home.before_unlock.write_text("not a file of ours")
    async with at_the_door(home, clock) as pilot:
        await until(pilot, lambda: "cannot be read" in told(pilot))
        assert "“Look”" in told(pilot)
        assert pilot.app.theme == "dusk"


async def test_the_quiet_screen_is_there_from_the_first_frame(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(quiet=True))
    async with at_the_door(home, clock) as pilot:
        assert pilot.app.has_class(QUIET)


async def test_the_quiet_screen_has_one_column_and_no_bars(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(quiet=True))
    async with opened(home, clock, (140, 45)) as pilot:
        nav, cairn = pilot.app.screen.query_one("Nav"), pilot.app.screen.query_one("#cairn")
        assert cairn.size.area == 0
        assert (nav.size.height, nav.region.x, nav.outer_size.width) == (1, 0, 140)
        await pilot.press("tab")
        drawn = picture(pilot.app.screen)
        for keys in (("escape", "escape", "3"), ("4",), ("ctrl+n",), ("escape", "f9"), ("f1",)):
            await pilot.press(*keys)
            await pilot.pause()
            drawn += picture(pilot.app.screen)
    assert not set("█▌▏▎▁▂▃▄▅▆▇│┃") & set(drawn)
    assert not any("\u2800" <= character <= "\u28ff" for character in drawn)


async def test_turned_off_again_the_bars_are_back(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(quiet=True))
    async with opened(home, clock) as pilot:
        await at_settings(pilot)
        await choose(pilot, "quiet")
        await until(pilot, lambda: not pilot.app.has_class(QUIET))
        await until(pilot, lambda: "█" in picture(pilot.app.screen))
    assert read_preferences(home).quiet is False


async def test_where_no_colour_is_wanted_the_look_says_so(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(home, clock) as pilot:
        assert pilot.app.theme == "terminal"
        await at_settings(pilot)
        pilot.app.screen.query_one(DeedRows).looked_at = list(ROWS).index("look")
        await until(pilot, lambda: words.NO_COLOUR in words_of(pilot, "#does"))


async def test_nothing_happens_before_the_journal_is_open(home: Home, clock: FixedClock) -> None:
    async with at_the_door(home, clock) as pilot:
        pilot.app.post_message(key("f9"))
        await pilot.pause()
        assert not isinstance(pilot.app.screen, Settings)
