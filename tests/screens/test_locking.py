"""Locking by itself: nobody there, a computer that slept, two wrong passphrases. Nothing is lost by it."""

import asyncio
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.events import MouseMove, Paste

from journal.errors import NoRoom, NotOpened
from journal.paths import Home
from journal.use_cases.open_journal import LOCK_AFTER, OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.locking_stage import Hands, begin_a_page, drafts, hands, how_it_ended, locks, stays_open, watched
from tests.screens.stage import Actor, picture, until, until_shown, write
from tui.modals.ask import Ask
from tui.modals.cover import Cover
from tui.modals.passphrase_again import PassphraseAgain
from tui.wording import locking as words

__all__ = ["hands"]

FIVE_MINUTES_S = 300.0
HALF_A_MINUTE_S = 30.0
SOON = words.SOON.partition(".")[0]
"""A note of half the width has it on one row."""


# Nobody there


async def test_after_five_minutes_without_a_key_it_locks_and_keeps_the_page_as_a_draft(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    """users-say 16, security b.7."""
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "half a thought")
        hands.pass_s(FIVE_MINUTES_S)
        await locks(pilot)
        assert "half a thought" not in picture(pilot.app.screen)
    assert drafts(home, clock) == ["half a thought"]


async def test_half_a_minute_before_it_says_so_and_a_key_keeps_it_open(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "half a thought")
        hands.pass_s(FIVE_MINUTES_S - HALF_A_MINUTE_S - 1)
        await stays_open(pilot)
        assert SOON not in picture(pilot.app.screen)
        hands.pass_s(1)
        await until_shown(pilot, SOON)
        await write(pilot, "s")
        await until_shown(pilot, "half a thoughts")
        await until(pilot, lambda: SOON not in picture(pilot.app.screen))
        hands.pass_s(FIVE_MINUTES_S - HALF_A_MINUTE_S - 1)
        await stays_open(pilot)


async def test_a_paste_and_the_mouse_are_signs_too(home: Home, clock: FixedClock, hands: Hands) -> None:
    async with watched(home, clock, hands) as pilot:
        for sign in (Paste("pasted"), MouseMove(None, 5, 5, 1, 0, 0, False, False, False)):
            hands.pass_s(FIVE_MINUTES_S - 1)
            pilot.app.post_message(sign)
            await pilot.pause()
        hands.pass_s(FIVE_MINUTES_S - 1)
        await stays_open(pilot)


async def test_a_key_that_comes_after_the_time_locks_and_does_nothing_else(
    home: Home, clock: FixedClock, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stopped process looks at no clock; whoever wakes it up may be another."""
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "half a thought")
        monkeypatch.setattr(pilot.app, "_look", lambda: None)
        hands.pass_s(FIVE_MINUTES_S)
        await write(pilot, "!")
        await locks(pilot)
    assert drafts(home, clock) == ["half a thought"]


async def _open_palette(pilot: Actor) -> None:
    await pilot.press("f3")
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))


async def _ask_for_passphrase(pilot: Actor) -> None:
    pilot.app.push_screen(PassphraseAgain("Once more.", lambda _: asyncio.Future()))
    await until(pilot, lambda: isinstance(pilot.app.screen, PassphraseAgain))
    await write(pilot, "half a passphrase")


@pytest.mark.parametrize("open_it", [_open_palette, _ask_for_passphrase])
async def test_it_locks_whatever_is_in_front(home: Home, clock: FixedClock, hands: Hands, open_it: object) -> None:
    assert callable(open_it)
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "under it")
        await open_it(pilot)
        hands.pass_s(FIVE_MINUTES_S)
        await locks(pilot)
    assert drafts(home, clock) == ["under it"]


async def test_a_question_that_is_half_answered_is_kept(home: Home, clock: FixedClock, hands: Hands) -> None:
    async with watched(home, clock, hands) as pilot:
        await pilot.press("3")
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await write(pilot, "Get out most")
        hands.pass_s(FIVE_MINUTES_S)
        await locks(pilot)
    assert drafts(home, clock) == ["Get out most"]


async def test_recovery_words_do_not_stay_on_the_screen_of_a_first_run(
    clock: FixedClock, hands: Hands, tmp_path: Path
) -> None:
    async with watched(Home(tmp_path / "new"), clock, hands, None) as pilot:
        await pilot.press("1")
        for field in ("first", "second"):
            await until(pilot, lambda: pilot.app.screen.focused is not None and pilot.app.screen.focused.id == field)  # noqa: B023 - asked at once
            await write(pilot, PASSPHRASE)
            await pilot.press("enter")
        await until_shown(pilot, "Your recovery words")
        hands.pass_s(FIVE_MINUTES_S)
        await locks(pilot)


async def test_a_locked_door_and_a_first_run_with_nothing_in_it_are_never_locked(
    home: Home, clock: FixedClock, hands: Hands, tmp_path: Path
) -> None:
    for place in (home, Home(tmp_path / "new")):
        async with watched(place, clock, hands, None) as pilot:
            hands.pass_s(FIVE_MINUTES_S * 10)
            hands.sleep_s(FIVE_MINUTES_S)
            await stays_open(pilot)


# The computer slept


async def test_after_a_sleep_of_the_computer_it_locks_at_once_and_a_clock_set_back_a_year_does_nothing(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "half a thought")
        hands.sleep_s(-365 * 86400.0)
        await stays_open(pilot)
        hands.sleep_s(59)
        await stays_open(pilot)
        hands.sleep_s(61)
        await locks(pilot)
    assert drafts(home, clock) == ["half a thought"]


# Where the words cannot be kept


async def test_where_the_words_cannot_be_kept_it_covers_them_and_locks_as_soon_as_there_is_room(
    home: Home, clock: FixedClock, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []

    def no_room(journal: OpenJournal, draft: object) -> object:
        tries.append(draft)
        raise NoRoom

    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "nowhere to go")
        with monkeypatch.context() as full:
            full.setattr(OpenJournal, "keep_draft", no_room)
            hands.pass_s(FIVE_MINUTES_S)
            await until_shown(pilot, "Your last words could not be kept.")
            assert "nowhere to go" not in picture(pilot.app.screen)
            refused = len(tries)
            hands.pass_s(HALF_A_MINUTE_S)
            await until(pilot, lambda: len(tries) > refused)
            assert how_it_ended(pilot) is None
        hands.pass_s(HALF_A_MINUTE_S)
        await locks(pilot)
    assert drafts(home, clock) == ["nowhere to go"]


async def test_only_the_passphrase_leads_back_to_words_that_were_covered_by_themselves(
    home: Home, clock: FixedClock, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "nowhere to go")
        monkeypatch.setattr(OpenJournal, "keep_draft", _no_room)
        hands.pass_s(FIVE_MINUTES_S)
        await until_shown(pilot, "Your last words could not be kept.")
        await pilot.press("escape")
        await until_shown(pilot, words.BACK_TO_WORDS)
        await write(pilot, "not mine")
        await pilot.press("enter")
        await until_shown(pilot, NotOpened.sentence)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Cover))
        await pilot.press("escape")
        await until_shown(pilot, words.BACK_TO_WORDS)
        await write(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until_shown(pilot, "nowhere to go")
        await stays_open(pilot)


async def test_a_cover_that_was_left_alone_asks_for_the_passphrase_too(
    home: Home, clock: FixedClock, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "nowhere to go")
        monkeypatch.setattr(OpenJournal, "keep_draft", _no_room)
        await pilot.press("ctrl+q")
        await until_shown(pilot, "Your last words could not be kept.")
        hands.pass_s(FIVE_MINUTES_S)
        await until(pilot, lambda: isinstance(pilot.app.screen, Cover) and pilot.app.screen.by_itself)
        await pilot.press("escape")
        await until_shown(pilot, words.BACK_TO_WORDS)


def _no_room(journal: OpenJournal, draft: object) -> object:
    raise NoRoom


# After how long


async def test_what_was_chosen_in_a_shell_counts_and_what_is_chosen_here_counts_at_once(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    journal.choose(LOCK_AFTER, "1")
    journal.close()
    async with watched(home, clock, hands) as pilot:
        await until(pilot, lambda: pilot.app._presence.minutes == 1)  # type: ignore[attr-defined]  # our app's own
        hands.pass_s(59)
        await pilot.app.run_action("app.lock_after")
        await until_shown(pilot, words.HOW_SOON)
        await until_shown(pilot, "30 minutes")
        await pilot.press("end", "enter")
        await until_shown(pilot, words.locks_after(30)[:20])
        hands.pass_s(FIVE_MINUTES_S * 5)
        await stays_open(pilot)
        hands.pass_s(FIVE_MINUTES_S)
        await locks(pilot)


# How it was opened


async def test_the_screen_says_how_it_was_opened(home: Home, clock: FixedClock, hands: Hands) -> None:
    """users-say 14."""
    async with watched(home, clock, hands) as pilot:
        await until_shown(pilot, words.OPENED["passphrase"])
