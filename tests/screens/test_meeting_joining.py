"""Joining on the screen: what the words are an invite to is seen first, and recovery words are sent away."""

from pathlib import Path

import pytest
from textual.widgets import Input

from journal.paths import Home
from sync.records.pairs import Pairs, State
from tests.conftest import FixedClock
from tests.screens.meeting_stage import (
    Other,
    brisk,
    flowing,
    folder,
    join_with,
    other,
    pair_of,
    to_join,
    until_after,
    until_said,
)
from tests.screens.peers_stage import bar_at, named, on, partners, press, to_peers
from tests.screens.stage import elsewhere, opened, picture, until_shown, write
from tui.screens.meeting_join import MeetingJoin
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers

__all__ = ["brisk", "folder", "other"]

pytestmark = pytest.mark.usefixtures("brisk")
FIFTEEN = " ".join(["abandon"] * 15)


async def test_kind_and_place_are_seen_before_anything_is_joined(home: Home, clock: FixedClock, other: Other) -> None:
    words = await other.invite()
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await to_join(pilot, other.folder, words)
        await until_said(pilot, "This is an invite from a peer partner.")
        shown = flowing(pilot)
        assert "until Sun 15 Mar 2026, 09:30." in shown
        # One of them may be in any sentence.
        assert not all(word in shown for word in words.split())
        await press(pilot, "escape", Peers)
    assert partners(home, clock) == []
    await other.look()
    assert other.pair().state is State.MEETING


async def test_whoever_joins_is_led_to_the_partner_and_the_words_come(
    home: Home, clock: FixedClock, other: Other
) -> None:
    words = await other.invite()
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await join_with(pilot, other.folder, words)
        await until_after(pilot, other, lambda: "four words to compare" in picture(pilot.app.screen))
        await until_after(pilot, other, lambda: other.pair().words is not None)
    assert (pair_of(home, clock).my_name, pair_of(home, clock).words) == ("Ana", other.pair().words)


async def test_recovery_words_are_sent_away_and_do_not_stay_on_the_screen(
    home: Home, clock: FixedClock, folder: Path
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await to_join(pilot, folder, FIFTEEN)
        await until_said(pilot, "These look like recovery words. Keep them to yourself.")
        assert "abandon" not in picture(pilot.app.screen)


async def test_recovery_words_are_sent_away_before_a_place_is_asked_for(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "t", MeetingJoin, "The twelve words")
        assert "Then join from their own page" in flowing(pilot)
        await pilot.press("enter")
        await write(pilot, FIFTEEN)
        await pilot.press("enter")
        await until_said(pilot, "These look like recovery words. Keep them to yourself.")
        assert "abandon" not in picture(pilot.app.screen)


async def test_with_the_words_typed_enter_looks_from_the_place_too(home: Home, clock: FixedClock, other: Other) -> None:
    words = await other.invite()
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "t", MeetingJoin, "The twelve words")
        await pilot.press("enter")
        await write(pilot, words)
        await pilot.press("enter")
        await until_said(pilot, "Type where")
        await write(pilot, str(other.folder))
        await pilot.press("enter")
        await until_said(pilot, "This is an invite from a peer partner.")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("one two three", "An invite has 12 words."),
        (" ".join(["abandon"] * 11 + ["notaword"]), "Word 12"),
        (" ".join(["abandon"] * 11 + ["about"]), "There is no invite of these words in that place."),
    ],
)
async def test_words_that_hold_a_slip_stay_to_be_changed(
    home: Home, clock: FixedClock, folder: Path, typed: str, says: str
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await to_join(pilot, folder, typed)
        await until_said(pilot, says)
        assert pilot.app.screen.query_one("#twelve", Input).value == typed
    assert partners(home, clock) == []


async def test_a_place_that_is_gone_is_said_and_nothing_is_joined(home: Home, clock: FixedClock, other: Other) -> None:
    words = await other.invite()
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await to_join(pilot, other.folder / "nowhere", words)
        await until_said(pilot, "could not be reached")
    assert partners(home, clock) == []


async def test_somebody_who_was_here_by_name_keeps_that_name(home: Home, clock: FixedClock, other: Other) -> None:
    (partner_id,) = named(home, clock, "My Sam")
    words = await other.invite("Samuel")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "My Sam")
        await press(pilot, "enter", PartnerScreen, "My Sam")
        await until_shown(pilot, "Here by name alone.")
        await press(pilot, "t", MeetingJoin, "Join My Sam")
        await write(pilot, str(other.folder))
        await pilot.press("enter")
        await write(pilot, words)
        await pilot.press("enter")
        await until_shown(pilot, "Enter joins.")
        await pilot.press("enter")
        await on(pilot, PartnerScreen, "My Sam")
    with elsewhere(home, clock) as journal:
        assert [pair.partner for pair in Pairs(journal.connection).all()] == [partner_id]


async def test_the_same_words_are_not_joined_twice(home: Home, clock: FixedClock, other: Other) -> None:
    words = await other.invite()
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await join_with(pilot, other.folder, words)
        await press(pilot, "escape", Peers)
        await to_join(pilot, other.folder, words)
        await until_said(pilot, "This is an invite")
        await pilot.press("enter")
        await until_said(pilot, "You have used these words already.")
    assert len(partners(home, clock)) == 1
