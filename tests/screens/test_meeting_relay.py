"""Meeting at a relay on the screen: what is seen there is said first, and what comes is there without waiting."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from sync.records.pairs import State
from tests.conftest import FixedClock
from tests.screens.meeting_stage import Other, flowing, pair_of, until_after, until_said
from tests.screens.peers_stage import on, partners, press, to_peers
from tests.screens.stage import Actor, opened, picture, until, until_shown, write
from tests.transports.lying_relay import InAThread, Lie, LyingRelay
from tui.app import CairnApp
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_invite import MeetingInvite
from tui.screens.meeting_join import MeetingJoin
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers

SEES = "can see when each of you uses it, from which network address, and that two of you do."
ONCE_MORE = "Do the same again to go on, or change the place."


class OtherAtRelay(Other):
    """Somebody at another computer, who knows the same relay."""

    def __init__(self, home: Home, clock: FixedClock, relay: LyingRelay) -> None:
        super().__init__(home, clock, Path("/nowhere"))
        self.relay = relay

    @property
    def via(self) -> str:
        return self.relay.address


@pytest.fixture
def other(
    template_home: Home, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OtherAtRelay]:
    monkeypatch.setattr("sync.transports.patience.APART_S", 0.0)
    monkeypatch.setattr("sync.carrying.NEWS_NO_SOONER_S", 0.05)
    # No timer brings anything here: what comes is told by the relay.
    monkeypatch.setattr(CairnApp, "MEET_FIRST_AFTER_S", 0.05)
    monkeypatch.setattr(CairnApp, "MEET_EVERY_S", 3_600.0)
    monkeypatch.setattr(CairnApp, "WAIT_AT_RELAY_S", 3_600.0)
    shutil.copytree(template_home.root, tmp_path / "other")
    at_work = InAThread()
    yield OtherAtRelay(Home(tmp_path / "other"), clock, at_work.relay)
    at_work.stop()


async def invited(pilot: Actor, place: str) -> str:
    """Twelve words, after what is seen there was said."""
    await press(pilot, "i", MeetingInvite)
    await write(pilot, place)
    await pilot.press("ctrl+s")
    await until_said(pilot, ONCE_MORE)
    await pilot.press("ctrl+s")
    await until_shown(pilot, "Twelve words for one person, once")
    screen = pilot.app.screen
    assert isinstance(screen, MeetingInvite)
    assert screen._made is not None
    return " ".join(screen._made.words)


async def test_two_people_meet_at_a_relay_and_are_told_at_once(
    home: Home, clock: FixedClock, other: OtherAtRelay
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = await invited(pilot, other.via)
        assert f"They also need the place: {other.via}" in flowing(pilot)
        await until(pilot, lambda: any(any(slot.body) for slot in other.relay.slots.values()))
        await other.join(words)
        await until_after(pilot, other, lambda: "They have answered." in flowing(pilot))
        await press(pilot, "enter", MeetingCompare, "They match")
        await pilot.press("up", "up", "enter")
        await on(pilot, Peers)
        await until_after(pilot, other, lambda: other.pair().words is not None)
        other.say_match()
        await until_after(pilot, other, lambda: "Sam  connected" in picture(pilot.app.screen))
    assert pair_of(home, clock).state is State.ACTIVE
    assert [partner.partner_alias for partner in partners(home, clock)] == ["Sam"]


async def test_what_a_relay_sees_is_said_before_it_is_reached_and_the_place_can_be_another(
    home: Home, clock: FixedClock, other: OtherAtRelay
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite)
        await write(pilot, other.via.removeprefix("relay:"))
        await pilot.press("ctrl+s")
        await until_said(pilot, ONCE_MORE)
        host = other.via.rpartition("/")[2]
        assert f"the relay {host} {SEES}" in flowing(pilot)
        assert other.relay.asked == []
    assert partners(home, clock) == []


async def test_joining_says_it_too_and_says_where_both_meet(home: Home, clock: FixedClock, other: OtherAtRelay) -> None:
    words = await other.invite()
    asked = len(other.relay.asked)
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "t", MeetingJoin, "The twelve words")
        await write(pilot, other.via)
        await pilot.press("enter")
        await write(pilot, words)
        await pilot.press("enter")
        await until_said(pilot, ONCE_MORE)
        assert len(other.relay.asked) == asked
        await pilot.press("enter")
        host = other.via.rpartition("/")[2]
        await until_said(pilot, f"This is an invite from a peer partner. You meet at the relay {host}, until")
        await press(pilot, "enter", PartnerScreen)
        await until_said(pilot, f"You both use the relay {host}.")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("http://relay.example", "Any other needs https."),
        ("relay:relay.example", "A relay is written as relay:https://HOST"),
    ],
)
async def test_what_is_no_relay_is_said_and_stays(
    home: Home, clock: FixedClock, other: OtherAtRelay, typed: str, says: str
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite)
        await write(pilot, typed)
        await pilot.press("ctrl+s")
        await until_said(pilot, says)
        assert typed in flowing(pilot)
    assert partners(home, clock) == []


@pytest.mark.parametrize(("lie", "says"), [(Lie.WEB_PAGE, "is no relay that"), (Lie.CLOSE, "could not be reached")])
async def test_where_no_relay_answers_nothing_is_made(
    home: Home, clock: FixedClock, other: OtherAtRelay, lie: Lie, says: str
) -> None:
    other.relay.lie = lie
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite)
        await write(pilot, other.via)
        await pilot.press("ctrl+s")
        await until_said(pilot, ONCE_MORE)
        await pilot.press("ctrl+s")
        await until_said(pilot, says)
    assert partners(home, clock) == []
