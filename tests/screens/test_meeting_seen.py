"""On the screen a yes is to the words in sight, an invite says all it is, and no word of it goes where others read."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from journal.paths import Home
from journal.store.transaction import transaction
from sync.carrying import meet_and_wait
from sync.pairing import Pairing
from sync.records.pairs import Pairs, State
from sync.sealing import meeting
from sync.sealing.invite_words import new_code, words_of
from sync.sealing.meeting_keys import Role, meeting_keys
from sync.transports.folder import Folder
from tests.conftest import FixedClock
from tests.screens.meeting_stage import Other, flowing, folder, other, pair_of, to_invite, to_join, until_said
from tests.screens.peers_stage import bar_at, on, partners, press, to_peers
from tests.screens.stage import Actor, elsewhere, opened, picture, rest, until, until_shown, write
from tests.screens.stage import words_of as words_in
from tui.app import CairnApp
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_invite import MeetingInvite
from tui.screens.meeting_join import MeetingJoin
from tui.screens.meeting_place import PLACE
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers

__all__ = ["folder", "other"]

NEW = ["abandon", "ability", "able", "about"]


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app meets nobody by itself."""
    monkeypatch.setattr(CairnApp, "MEET_FIRST_AFTER_S", 3600.0)
    monkeypatch.setattr(CairnApp, "on_meet_now", lambda _app, event: event.stop())


def until_the_words_are_here(home: Home, clock: FixedClock, other: Other) -> None:
    """An invite of one's own, answered in full."""
    with elsewhere(home, clock) as journal:
        words = " ".join(Pairing(journal).invite(other.via, my_name="Ana", called="Partner").words)
        meet_and_wait(journal)
        asyncio.run(other.join(words))
        meet_and_wait(journal)
        asyncio.run(other.look())
        meet_and_wait(journal)


def other_words_come(home: Home, clock: FixedClock) -> None:
    """As if another process had met anew."""
    with elsewhere(home, clock) as journal, transaction(journal.connection):
        pairs = Pairs(journal.connection)
        (pair,) = pairs.all()
        pairs.put(replace(pair, words=" ".join(NEW)))


async def to_their_page(pilot: Actor, row: str) -> None:
    await to_peers(pilot)
    await bar_at(pilot, row)
    await press(pilot, "enter", PartnerScreen)
    await rest(pilot)


async def test_a_yes_to_words_that_others_took_the_place_of_is_refused_and_the_new_ones_are_shown(
    home: Home, clock: FixedClock, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MeetingCompare, "journal_changed", lambda _: None)
    await asyncio.to_thread(until_the_words_are_here, home, clock, other)
    async with opened(home, clock) as pilot:
        await to_their_page(pilot, "four words to compare")
        await press(pilot, "o", MeetingCompare, "They match")
        await asyncio.to_thread(other_words_come, home, clock)
        await pilot.press("up", "up", "enter")
        await until_said(pilot, "Other words are here by now, so nothing was said. Compare the new ones.")
        await until_shown(pilot, "    ".join(NEW))
        await pilot.press("enter")
        await on(pilot, PartnerScreen)
    assert pair_of(home, clock).state is State.TO_COMPARE


async def test_words_that_change_in_sight_take_the_bar_back_to_later(
    home: Home, clock: FixedClock, other: Other
) -> None:
    await asyncio.to_thread(until_the_words_are_here, home, clock, other)
    async with opened(home, clock) as pilot:
        await to_their_page(pilot, "four words to compare")
        await press(pilot, "o", MeetingCompare, "They match")
        await pilot.press("up", "up")
        await asyncio.to_thread(other_words_come, home, clock)
        assert isinstance(pilot.app.screen, MeetingCompare)
        pilot.app.screen.journal_changed()
        await until_shown(pilot, "    ".join(NEW))
        await pilot.press("enter")
        await on(pilot, PartnerScreen)
    assert pair_of(home, clock).state is State.TO_COMPARE


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_an_invite_of_a_facilitator_says_so_and_what_they_see_before_it_is_joined(
    home: Home, clock: FixedClock, folder: Path, size: tuple[int, int]
) -> None:
    code, now = new_code(), clock.now()
    begun = meeting.invite(code, "facilitator", "Tuesday [b]group", now + timedelta(hours=24), now)
    await Folder(folder).write(meeting_keys(code, Role.INVITER).mine, begun.m1)
    async with opened(home, clock, size) as pilot:
        await to_peers(pilot)
        await to_join(pilot, folder, " ".join(words_of(code)))
        await until(pilot, lambda: "This is an invite from a facilitator." in words_in(pilot, "#says"))
        says = words_in(pilot, "#says")
        assert "until Sun 15 Mar 2026, 09:30." in says
        assert "It is for the group Tuesday [b]group." in says
        assert str(folder) in says
        assert "the page that you choose to write for them" in words_in(pilot, "#holds-group")
        assert pilot.app.screen.query_one("#twelve", Input).value == ""
        await pilot.press("escape")
    assert partners(home, clock) == []
    assert sorted(files_in(folder)) == [f"{meeting_keys(code, Role.INVITER).mine.slot.hex()}.cairn"]


async def to_invite_of(pilot: Actor, clock: FixedClock, folder: Path, kind: str) -> None:
    """What twelve words are an invite to."""
    code, now = new_code(), clock.now()
    begun = meeting.invite(code, kind, None, now + timedelta(hours=24), now)
    await Folder(folder).write(meeting_keys(code, Role.INVITER).mine, begun.m1)
    await to_peers(pilot)
    await to_join(pilot, folder, " ".join(words_of(code)))
    await until(pilot, lambda: "This is an invite" in words_in(pilot, "#says"))
    await rest(pilot)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("facilitator", "They see it on a page that you share with them"),
        ("partner", "They see it once both of you have said that the four words match."),
    ],
)
async def test_when_the_name_is_seen_is_said_as_it_is_for_that_kind_of_invite(
    home: Home, clock: FixedClock, folder: Path, kind: str, says: str
) -> None:
    async with opened(home, clock) as pilot:
        await to_invite_of(pilot, clock, folder, kind)
        shown = flowing(pilot)
        assert says in shown
        assert ("four words match" in shown) is (kind == "partner")


async def test_in_little_room_an_invite_is_read_on_to_the_name_before_anything_is_joined(
    home: Home, clock: FixedClock, folder: Path
) -> None:
    async with opened(home, clock, (40, 12)) as pilot:
        await to_invite_of(pilot, clock, folder, "facilitator")
        name = pilot.app.screen.query_one("#name", Input)
        assert "This is an invite from a facilitator." in flowing(pilot)
        assert not name.has_focus
        while not name.has_focus:
            await pilot.press("enter")
            await rest(pilot)
        assert isinstance(pilot.app.screen, MeetingJoin)
        await write(pilot, "Ana Maria")
        assert "Ana Maria" in await rest(pilot)
        await press(pilot, "escape", Peers)
    assert partners(home, clock) == []


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_words_that_are_over_do_not_stay_in_sight(home: Home, clock: FixedClock, folder: Path) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = (await to_invite(pilot, folder)).split()
        with elsewhere(home, clock) as journal:
            Pairing(journal).end(Pairs(journal.connection).all()[0].partner)
        screen = pilot.app.screen
        assert isinstance(screen, MeetingInvite)
        screen.journal_changed()
        await until_said(pilot, "These words do nothing any more.")
        assert f" {words[0]} " not in flowing(pilot)
        await press(pilot, "escape", Peers)


# The place


async def test_a_place_that_was_typed_is_there_again_and_the_words_are_not(
    home: Home, clock: FixedClock, folder: Path
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "t", MeetingJoin, "The twelve words")
        await write(pilot, str(folder))
        await pilot.press("enter")
        await write(pilot, "abandon ability able")
        await press(pilot, "escape", Peers)
        for key, screen in (("i", MeetingInvite), ("t", MeetingJoin)):
            await press(pilot, key, screen)
            await until(pilot, lambda: pilot.app.screen.query_one("#place", Input).value == str(folder))
            assert "abandon" not in picture(pilot.app.screen)
            await press(pilot, "escape", Peers)


async def test_a_lock_keeps_the_place_and_no_words(home: Home, clock: FixedClock, folder: Path) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "t", MeetingJoin, "The twelve words")
        await write(pilot, str(folder))
        await pilot.press("enter")
        await write(pilot, "abandon ability able")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.return_value == "lock")
    assert stored(home, clock) == [str(folder)]


@pytest.mark.parametrize("count", [12, 15])
async def test_words_that_were_typed_where_the_place_belongs_are_not_kept(
    home: Home, clock: FixedClock, count: int
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "t", MeetingJoin, "The twelve words")
        await write(pilot, " ".join(["abandon"] * count))
        await press(pilot, "escape", Peers)
    assert stored(home, clock) == [None]


def stored(home: Home, clock: FixedClock) -> list[str | None]:
    """The place that is kept; and that no draft holds a word."""
    with elsewhere(home, clock) as journal:
        assert journal.drafts() == []
        return [journal.setting(PLACE)]


async def test_another_place_typed_or_pasted_takes_the_place_of_the_one_that_was_kept(
    home: Home, clock: FixedClock, folder: Path
) -> None:
    with elsewhere(home, clock) as journal:
        journal.choose(PLACE, "/before")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        for put in (write, paste):
            await press(pilot, "i", MeetingInvite)
            place = pilot.app.screen.query_one("#place", Input)
            await until(pilot, lambda: place.value != "")  # noqa: B023  # asked at once
            await put(pilot, str(folder))
            assert place.value == str(folder)
            await press(pilot, "escape", Peers)


async def paste(pilot: Actor, words: str) -> None:
    pilot.app.screen.post_message(Paste(words))
    await pilot.pause()


# Where others read


async def test_words_of_an_invite_reach_no_clipboard_and_no_title(home: Home, clock: FixedClock, folder: Path) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = (await to_invite(pilot, folder)).split()
        pilot.app.screen.text_select_all()
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert not copied(pilot, words)
        assert f"{pilot.app.title} {pilot.app.sub_title}".strip() == "cairn"
        await press(pilot, "escape", Peers)
        await to_join(pilot, folder.parent, " ".join(words))
        await until_said(pilot, "There is no invite of these words in that place.")
        await pilot.press("ctrl+a", "ctrl+c", "ctrl+x")
        pilot.app.screen.text_select_all()
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert not copied(pilot, words)


def copied(pilot: Actor, words: list[str]) -> list[str]:
    """Those of them that stand next to another in what a clipboard was given: one alone may be of any sentence."""
    given = [one for one in pilot.app.clipboard.lower().split() if not one.isdigit()]
    return [one for one, next_one in pairwise(given) if {one, next_one} <= set(words)]


# What was deleted and brought back


async def test_a_partner_who_is_brought_back_after_the_end_is_not_half_connected(
    home: Home, clock: FixedClock, other: Other
) -> None:
    await asyncio.to_thread(ended_by_a_delete, home, clock, other)
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "Sam  ended · two people, each with goals")
        await bar_at(pilot, "Sam  ended")
        await press(pilot, "enter", PartnerScreen)
        await until_said(pilot, "To meet again: I makes new words")
        shown = flowing(pilot)
        assert "two people, each with goals · ended" in shown
        assert "You both use" not in shown
        assert "active" not in shown


def ended_by_a_delete(home: Home, clock: FixedClock, other: Other) -> None:
    until_the_words_are_here(home, clock, other)
    asyncio.run(other.look())
    with elsewhere(home, clock) as journal:
        (pair,) = Pairs(journal.connection).all()
        other.say_match()
        Pairing(journal).say_match(pair.partner, Pairing(journal).words(pair.partner)[1])
        for _ in range(2):
            meet_and_wait(journal)
            asyncio.run(other.look())
        journal.delete(pair.partner)
        for _ in range(2):
            meet_and_wait(journal)
            asyncio.run(other.look())
        journal.undo()
        assert Pairs(journal.connection).all()[0].state is State.ENDED
