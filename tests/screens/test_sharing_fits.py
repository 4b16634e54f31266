"""However large the window is, what a person decides by is in sight, and so is the key that says no."""

import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

from journal.paths import Home
from sync.records.pairs import Pairs
from tests.conftest import FixedClock
from tests.pages.real_people import Two
from tests.screens.meeting_stage import Other, brisk, flowing, folder, other, to_invite, until_after
from tests.screens.peers_stage import press, to_peers
from tests.screens.sharing_stage import TITLE, around, before_the_screen, met, press_share, to_goal, two, visit_in_turn
from tests.screens.stage import Actor, elsewhere, opened, picture, rest, until, until_shown
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_words import BESIDE
from tui.screens.messages import Messages
from tui.screens.messages_agreement import AgreementSides
from tui.screens.sharing_changed import NewWords
from tui.screens.sharing_list import Shares

__all__ = ["around", "brisk", "folder", "met", "other", "two"]

pytestmark = pytest.mark.usefixtures("brisk")

QR_SQUARES = 33
"""Of twelve words, however long they are: version 4 holds 114 letters and blanks."""
LONGEST = "activity building calendar daughter"
"""Four words as long as any."""
SMALL = (40, 12)
"""The smallest window that everything is made for."""
SUPPORT = "How I would like support: ask me how it went, and whether I want to talk about it at all"


def keys_of(pilot: Actor) -> str:
    """The bottom line."""
    return picture(pilot.app.screen).splitlines()[-1]


async def shared(two: Two) -> None:
    """A goal of Ana's, whose title Sam has."""
    two.ana.share(TITLE)
    await visit_in_turn(two)


async def to_shares(pilot: Actor) -> None:
    await pilot.press("4")
    await until_shown(pilot, "Shared with Sam")
    await press(pilot, "s", Shares, TITLE)
    await rest(pilot)


@pytest.mark.parametrize(("size", "fits"), [((80, 24), True), ((60, 20), True), ((60, 19), False), (SMALL, False)])
async def test_a_picture_of_the_words_is_there_whole_or_a_sentence_says_what_to_do(
    home: Home, clock: FixedClock, other: Other, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], fits: bool
) -> None:
    squares = [[1] * QR_SQUARES] * QR_SQUARES
    monkeypatch.setitem(sys.modules, "segno", SimpleNamespace(make=lambda *_, **_how: SimpleNamespace(matrix=squares)))
    async with opened(home, clock, size) as pilot:
        await to_peers(pilot)
        await to_invite(pilot, other.folder)
        await pilot.press("v")
        shown = await rest(pilot)
        rows = [row for row in shown.splitlines() if "██" in row]
        assert len(rows) == ((QR_SQUARES + 2 * BESIDE + 1) // 2 if fits else 0)
        assert ("Make the window larger" in flowing(pilot)) is not fits


async def test_who_answers_has_the_four_words_in_sight(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock, SMALL) as pilot:
        await to_peers(pilot)
        words = await to_invite(pilot, other.folder)
        await until(pilot, lambda: any(other.folder.iterdir()))
        await other.join(words)
        await until_after(pilot, other, lambda: "They have answered." in flowing(pilot))
        four = LONGEST.split()
        with elsewhere(home, clock) as journal:
            (pair,) = Pairs(journal.connection).all()
            Pairs(journal.connection).put(replace(pair, words=LONGEST))
        await press(pilot, "enter", MeetingCompare, "Later")
        await rest(pilot)
        for said in ("Read them to each other by voice", "nobody stands", "They match", "They differ", "Later", *four):
            assert said in flowing(pilot)


async def test_what_goes_stands_in_and_so_does_its_second_row(two: Two) -> None:
    two.ana.journal.add_goal(TITLE, values={"how_id_like_support": SUPPORT.partition(": ")[2]})
    async with before_the_screen(two, (60, 20)) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("3")
        await until_shown(pilot, "[ ] how you would like support")
        await pilot.press("end", "x", "ctrl+s")
        await until_shown(pilot, "Sam will see exactly:")
        rows = (await rest(pilot)).splitlines()
        first = next(at for at, row in enumerate(rows) if "How I would like support:" in row)
        assert [row[:3] for row in rows[first : first + 2]] == ["   ", "   "]
        assert f"{rows[first].strip()} {rows[first + 1].strip()}" == SUPPORT


async def test_new_words_can_be_kept_here_however_little_room_there_is(two: Two) -> None:
    await shared(two)
    two.ana.journal.change(two.ana.journal.goals()[0].id, {"title": "Get out, some days"})
    async with before_the_screen(two, SMALL) as pilot:
        await to_shares(pilot)
        assert "P pause  O stop" in keys_of(pilot)
        await press(pilot, "y", NewWords, "Get out, some days")
        assert "Y send  Esc keep them here" in keys_of(pilot)


async def test_only_keys_that_do_something_at_this_row_are_named(two: Two) -> None:
    await shared(two)
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        assert "Y new words" not in keys_of(pilot)
        await pilot.press("p")
        await until_shown(pilot, "paused, until")
        assert "P go on  O stop" in keys_of(pilot)
        await pilot.press("o")
        await until_shown(pilot, "No longer shared")
        await rest(pilot)
        assert "R share again" in keys_of(pilot)
        assert "O stop" not in keys_of(pilot)


async def test_keeping_is_named_at_their_words_and_a_yes_where_there_is_something_to_say_it_to(two: Two) -> None:
    two.sam.share("Mend the bicycle")
    two.sam.encourage("Well done.")
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await press(pilot, "m", Messages, "Well done.")
        await rest(pilot)
        assert "K keep" not in keys_of(pilot)
        await pilot.press("end")
        await rest(pilot)
        assert "K keep" in keys_of(pilot)
        await press(pilot, "g", AgreementSides, "has not written a part yet")
        assert "Y yes to theirs" not in keys_of(pilot)


async def test_what_is_between_two_comes_before_new_names_where_somebody_is_there(two: Two) -> None:
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "connected")
        await rest(pilot)
        assert "S shared  M messages" in keys_of(pilot)
