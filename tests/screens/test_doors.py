"""The doors: first run, unlock, recovery words, and what works before any of them."""

from pathlib import Path

from textual.widgets import Input

from journal.paths import Home
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal, open_journal_with_words
from journal.use_cases.preferences import read_preferences
from journal.use_cases.ways_in import replace_recovery_words
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, at_the_door, key, opened, picture, rest, until, until_shown, write
from tui.modals.support_now import SupportNow
from tui.screens.first_run import FirstRun
from tui.screens.today import Today
from tui.screens.unlock import Unlock
from tui.widgets.words_on_paper import WordsOnPaper


async def _choose_a_passphrase(pilot: Actor) -> None:
    await pilot.press("1")
    await until_shown(pilot, "This is a private place.")
    await until(pilot, lambda: pilot.app.screen.focused is not None and pilot.app.screen.focused.id == "first")
    await write(pilot, PASSPHRASE)
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen.focused is not None and pilot.app.screen.focused.id == "second")
    await write(pilot, PASSPHRASE)
    await pilot.press("enter")


async def test_words_for_later_are_reminded_of_quietly(clock: FixedClock, tmp_path: Path) -> None:
    home = Home(tmp_path / "new")
    async with at_the_door(home, clock) as pilot:
        await _choose_a_passphrase(pilot)
        await until_shown(pilot, "Your recovery words")
        await pilot.press("down", "enter")
        await until_shown(pilot, "Which country")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await until_shown(pilot, "Your recovery words are not on paper yet.")
    assert read_preferences(home).country is None


async def test_enter_pressed_twice_at_the_last_step_opens_the_journal_once(clock: FixedClock, tmp_path: Path) -> None:
    async with at_the_door(Home(tmp_path / "new"), clock) as pilot:
        await _choose_a_passphrase(pilot)
        await until_shown(pilot, "Your recovery words")
        await pilot.press("down", "enter")
        await until_shown(pilot, "Which country")
        for _ in range(2):
            pilot.app.post_message(key("enter"))
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await rest(pilot)
        assert pilot.app.return_code is None


async def test_each_step_of_the_first_run_says_the_keys_that_do_something_there(
    clock: FixedClock, tmp_path: Path
) -> None:
    async with at_the_door(Home(tmp_path / "new"), clock) as pilot:
        await _until_keys(pilot, "Enter choose  ↑↓ look  Ctrl+Q leave")
        await pilot.press("1")
        await _until_keys(pilot, "Enter go on  Esc back  Ctrl+Q leave")
        await pilot.press("escape")
        await _until_keys(pilot, "Enter choose  ↑↓ look  Ctrl+Q leave")
        await _choose_a_passphrase(pilot)
        await until_shown(pilot, "Your recovery words")
        await _until_keys(pilot, "Enter choose  ↑↓ look  Ctrl+Q leave")
        await pilot.press("enter")
        await _until_keys(pilot, "Enter go on  Esc back  Ctrl+Q leave")
        await pilot.press("escape", "down", "enter")
        await until_shown(pilot, "Which country")
        await _until_keys(pilot, "Enter go on  Ctrl+Q leave")
        await write(pilot, "gb")
        await pilot.press("enter")
        await until_shown(pilot, "Which nation?")
        await _until_keys(pilot, "Enter choose  ↑↓ look  Ctrl+Q leave")


async def _until_keys(pilot: Actor, keys: str) -> None:
    await until(pilot, lambda: picture(pilot.app.screen).splitlines()[-1].strip() == f"{keys}  F2 support now")


async def test_two_different_passphrases_make_nothing(clock: FixedClock, tmp_path: Path) -> None:
    home = Home(tmp_path / "new")
    async with at_the_door(home, clock) as pilot:
        await pilot.press("1")
        await until(pilot, lambda: pilot.app.screen.focused is not None and pilot.app.screen.focused.id == "first")
        await write(pilot, "one")
        await pilot.press("enter", "tab")
        await until(pilot, lambda: pilot.app.screen.focused is not None)
        pilot.app.screen.query_one("#second", Input).focus()
        await write(pilot, "two")
        await pilot.press("enter")
        await until_shown(pilot, "The two are not the same yet.")
    assert not home.exists()


async def test_in_the_smallest_window_nothing_of_the_first_steps_is_out_of_reach(
    clock: FixedClock, tmp_path: Path
) -> None:
    async with at_the_door(Home(tmp_path / "new"), clock, (40, 12)) as pilot:
        await pilot.press("1")
        await until(pilot, lambda: pilot.app.screen.focused is not None and pilot.app.screen.focused.id == "first")
        await write(pilot, "short")
        await pilot.press("enter")
        await until_shown(pilot, "The same once more:")
        await write(pilot, "other")
        await pilot.press("enter")
        await until_shown(pilot, "The two are not the same yet.")
        await write(pilot, "short")
        await pilot.press("enter")
        await until_shown(pilot, "I have written them down")
        await until_shown(pilot, " 15 ")
        await pilot.press("pageup", "pageup")
        await until_shown(pilot, "Your recovery words")
        await pilot.press("pagedown", "pagedown")
        await until_shown(pilot, "I have written them down")


async def test_the_second_door_says_how_to_bring_a_journal_along(clock: FixedClock, tmp_path: Path) -> None:
    async with at_the_door(Home(tmp_path / "new"), clock) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "Where is the backup?")
        await until_shown(pilot, "that whole folder here")
        await pilot.press("escape")
        await until_shown(pilot, "3 Look around")


async def test_looking_around_leaves_for_the_demo_and_makes_nothing(clock: FixedClock, tmp_path: Path) -> None:
    home = Home(tmp_path / "new")
    async with at_the_door(home, clock) as pilot:
        await pilot.press("3")
        await until(pilot, lambda: pilot.app.return_value == "look-around")
    assert not home.root.exists()


async def test_an_unknown_country_is_answered_with_those_there_are(clock: FixedClock, tmp_path: Path) -> None:
    home = Home(tmp_path / "new")
    async with at_the_door(home, clock) as pilot:
        await _choose_a_passphrase(pilot)
        await until_shown(pilot, "Your recovery words")
        await pilot.press("down", "enter")
        await until(pilot, lambda: pilot.app.screen.focused is not None and pilot.app.screen.focused.id == "country")
        await write(pilot, "zz")
        await pilot.press("enter")
        await until_shown(pilot, "There are no lines for that country here yet.")
        pilot.app.screen.query_one("#country", Input).value = "ie"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    assert read_preferences(home).country == "IE"


async def test_the_recovery_words_open_the_door_too(home: Home, clock: FixedClock) -> None:
    words = replace_recovery_words(home, PASSPHRASE).words
    async with at_the_door(home, clock) as pilot:
        assert isinstance(pilot.app.screen, Unlock)
        await pilot.press("ctrl+r")
        await until_shown(pilot, "Recovery words:")
        await write(pilot, " ".join(word[:4] for word in words))
        await pilot.press("enter")
        await until_shown(pilot, "Your recovery words opened it.")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))


async def test_what_is_said_of_a_new_passphrase_is_in_sight_in_the_smallest_window(
    home: Home, clock: FixedClock
) -> None:
    words = replace_recovery_words(home, PASSPHRASE).words
    async with at_the_door(home, clock, (40, 12)) as pilot:
        await pilot.press("ctrl+r")
        await until_shown(pilot, "Recovery words:")
        await write(pilot, " ".join(words))
        await pilot.press("enter")
        await until_shown(pilot, "A new passphrase:")
        await write(pilot, "one")
        await pilot.press("enter")
        await until_shown(pilot, "The same once more:")
        await write(pilot, "two")
        await pilot.press("enter")
        await until_shown(pilot, "The two are not the same yet.")


async def test_new_recovery_words_take_the_place_of_the_old_when_two_are_typed_back(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await pilot.app.run_action("app.recovery_words")
        await until_shown(pilot, "Your passphrase, to make new recovery words.")
        await write(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until_shown(pilot, "I have written them down")
        step = pilot.app.screen.query_one(WordsOnPaper)
        await pilot.press("enter")
        await until_shown(pilot, "Two of them")
        for number, place in zip(("first", "second"), step._places, strict=True):
            step.query_one(f"#{number}-word", Input).value = step._recovery_words[place]
        step.query_one("#second-word", Input).focus()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        words = step._recovery_words

    journal = open_journal_with_words(home, " ".join(words), clock)
    assert journal.setting(WORDS_CONFIRMED) == "yes"
    journal.close()
    open_journal(home, PASSPHRASE, clock).close()


async def test_support_opens_over_every_door_and_escape_leads_back(
    clock: FixedClock, home: Home, tmp_path: Path
) -> None:
    for place, door in ((Home(tmp_path / "new"), FirstRun), (home, Unlock)):
        async with at_the_door(place, clock) as pilot:
            await pilot.press("f2")
            await until(pilot, lambda: isinstance(pilot.app.screen, SupportNow))
            assert "112 in much of the world" in picture(pilot.app.screen)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, door))  # noqa: B023 - asked at once


async def test_nothing_that_needs_the_journal_works_at_the_door(home: Home, clock: FixedClock) -> None:
    async with at_the_door(home, clock) as pilot:
        await pilot.press("ctrl+n", "ctrl+t", "ctrl+f", "ctrl+l", "f4")
        assert isinstance(pilot.app.screen, Unlock)
        assert pilot.app.is_running
