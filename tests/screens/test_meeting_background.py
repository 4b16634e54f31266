"""Meeting while the screen is open: quietly, said once where it fails, never in the way, and not behind a cover."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from journal.paths import Home
from sync.records.pairs import State
from sync.transports.folder import Folder
from sync.transports.slot import Held
from tests.conftest import FixedClock
from tests.screens.meeting_stage import Other, brisk, flowing, folder, other, pair_of, paired, until_after, until_said
from tests.screens.peers_stage import bar_at, named, partners, press, to_peers, told
from tests.screens.stage import Actor, desk_of, opened, picture, until, until_shown, write
from tui.app import CairnApp
from tui.meeting_rhythm import MOST_S, Rhythm
from tui.modals.ask import Ask
from tui.modals.cover import Cover
from tui.screens.peers import Peers

__all__ = ["brisk", "folder", "other"]

pytestmark = pytest.mark.usefixtures("brisk")
GONE = "The place you use with Sam cannot be reached now. Nothing is lost; cairn tries again."
SAID_ONCE = "Sam: the place you both use could not be reached. Nothing is lost; cairn tries again."


def app_of(pilot: Actor) -> CairnApp:
    app = pilot.app
    assert isinstance(app, CairnApp)
    return app


async def rounds(pilot: Actor, count: int) -> None:
    """Let the app look so many times more."""
    app = app_of(pilot)
    for _ in range(count):
        # Every round ends by setting the time of the next.
        before = app._next_meeting
        await until(pilot, lambda before=before: app._next_meeting is not before)  # type: ignore[misc]  # bound at once


async def test_one_quiet_line_says_when_it_last_met(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        await until_shown(pilot, "Last looked at 09:30.")
        clock.set(datetime(2026, 3, 14, 9, 42, tzinfo=UTC))
        await until_shown(pilot, "Last looked at 09:42.")


async def test_with_nobody_to_meet_there_is_no_line_and_nothing_is_loaded(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await rounds(pilot, 2)
        assert "Last looked" not in picture(pilot.app.screen)
        assert not app_of(pilot)._loaded


async def test_with_somebody_by_name_alone_there_is_no_line(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await rounds(pilot, 2)
        assert "Last looked" not in picture(pilot.app.screen)


async def test_a_place_that_is_gone_is_said_once_and_met_again_when_it_is_back(
    home: Home, clock: FixedClock, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.meeting_rhythm.MOST_S", 0.1)
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        away = other.folder.rename(other.folder.with_name("away"))
        await until_said(pilot, GONE)
        await rounds(pilot, 3)
        assert told(pilot).count(SAID_ONCE) == 1
        clock.set(datetime(2026, 3, 14, 10, 5, tzinfo=UTC))
        away.rename(other.folder)
        await until_shown(pilot, "Last looked at 10:05.")
        assert "cannot be reached" not in flowing(pilot)


async def test_a_save_waits_for_no_folder(
    home: Home, clock: FixedClock, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, goes_on = threading.Event(), threading.Event()
    read = Folder._read

    def slowly(self: Folder, place: object) -> Held:
        looks.set()
        assert goes_on.wait(30)
        return read(self, place)  # type: ignore[arg-type]  # passed on as it came

    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        monkeypatch.setattr(Folder, "_read", slowly)
        await until(pilot, looks.is_set)
        await press(pilot, "n", Ask)
        await write(pilot, "Noor")
        await press(pilot, "enter", Peers, "Noor  two people")
        assert app_of(pilot)._is_meeting
        goes_on.set()
    assert {partner.partner_alias for partner in partners(home, clock)} == {"Sam", "Noor"}


async def test_a_folder_that_never_answers_is_said_once_and_met_again_when_it_does(
    home: Home, clock: FixedClock, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other than one that is slow: nobody waits for it any more, neither a meeting nor the end of the process."""
    monkeypatch.setattr("tui.meeting_rhythm.MOST_S", 0.1)
    monkeypatch.setattr("sync.transports.bounded.LOOK_WITHIN_S", 0.1)
    looks, goes_on = [], threading.Event()

    def never(self: Folder, place: object) -> Held:
        looks.append(place)
        goes_on.wait(30)
        return Held((), "")

    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        with monkeypatch.context() as gone:
            gone.setattr(Folder, "_read", never)
            await until_said(pilot, GONE)
            await rounds(pilot, 3)
            assert told(pilot).count(SAID_ONCE) == len(looks) == 1
        goes_on.set()
        clock.set(datetime(2026, 3, 14, 10, 5, tzinfo=UTC))
        await until_shown(pilot, "Last looked at 10:05.")


async def test_behind_a_cover_nothing_is_met(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        await pilot.app.push_screen(Cover())
        other.say_end()
        await other.look()
        await rounds(pilot, 3)
        assert pair_of(home, clock).state is State.ACTIVE
        pilot.app.pop_screen()
        await until_after(pilot, other, lambda: "ended" in picture(pilot.app.screen))


async def test_a_partner_who_is_deleted_is_told_that_it_has_ended(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        await bar_at(pilot, "Sam")
        await pilot.press("delete")
        await until_said(pilot, "Delete it all the same?")
        await pilot.press("enter")
        await until_after(pilot, other, lambda: other.pair().state is State.ENDED)


async def test_an_invite_whose_time_is_over_is_said_once(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        partner = await desk_of(pilot).ask(lambda journal: _invite(journal, other.via))
        clock.set(datetime(2026, 3, 16, 9, 31, tzinfo=UTC))
        await until(pilot, lambda: "Partner: the time to meet in is over. Meet again with new words." in told(pilot))
        await rounds(pilot, 2)
        assert len([note for note in told(pilot) if "is over" in note]) == 1
        await until_shown(pilot, "meet again")
    assert (pair_of(home, clock).partner, pair_of(home, clock).why) == (partner, "invite-over")


async def test_a_clock_that_went_back_stops_sending_until_the_person_says_it_is_right(
    home: Home, clock: FixedClock, other: Other
) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        clock.set(clock.now() - timedelta(days=30))
        await until_said(pilot, "This computer's clock went back, so nothing is sent to Sam.")
        assert isinstance(pilot.app.screen, Peers)
        pilot.app.screen.action_clock_right()
        await until(pilot, lambda: "Kept. cairn goes on by the clock of this computer." in told(pilot))
        await until(pilot, lambda: "clock went back" not in flowing(pilot))


# How often


def test_a_place_that_is_reached_is_always_due() -> None:
    rhythm = Rhythm(10.0)
    rhythm.note("sam", reached=True, now_s=0.0)
    assert rhythm.due(["sam"], 0.0) == ["sam"]


def test_a_place_that_is_not_reached_is_tried_less_and_less_often_and_never_given_up() -> None:
    rhythm, now_s, waits = Rhythm(10.0), 0.0, []
    for _ in range(10):
        rhythm.note("sam", reached=False, now_s=now_s)
        waited = next(seconds for seconds in range(2000) if rhythm.due(["sam"], now_s + seconds + 1))
        waits.append(waited + 2)
        now_s += waited + 2
    assert waits[:4] == [10, 20, 40, 80]
    assert waits[-1] == MOST_S
    rhythm.note("sam", reached=True, now_s=now_s)
    assert rhythm.due(["sam"], now_s) == ["sam"]


def test_one_place_that_is_gone_keeps_nobody_else_waiting() -> None:
    rhythm = Rhythm(10.0)
    rhythm.note("sam", reached=False, now_s=0.0)
    assert rhythm.due(["sam", "noor"], 5.0) == ["noor"]


def test_whoever_wants_it_now_need_not_wait() -> None:
    rhythm = Rhythm(10.0)
    rhythm.note("sam", reached=False, now_s=0.0)
    rhythm.forget()
    assert rhythm.due(["sam"], 0.0) == ["sam"]


def _invite(journal: object, via: str) -> str:
    from journal.use_cases.open_journal import OpenJournal
    from sync.pairing import Pairing

    assert isinstance(journal, OpenJournal)
    return Pairing(journal).invite(via, my_name=None, called="Partner").partner
