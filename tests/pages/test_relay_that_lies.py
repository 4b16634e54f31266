"""R3: two real journals and a relay that lies, over HTTP.

What each is shown stays true, and nothing is said to have come that did not. Once the relay tells the truth again,
everything is there, once.
"""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from sync.errors import OUT_OF_REACH
from sync.records.consents import Consents
from sync.transports import relay_client
from tests.pages.real_people import Side, Two
from tests.transports.lying_relay import InAThread, Lie, LyingRelay
from tui.wording.sharing_lines import receipt

FIRST, SECOND, LETTER = "Get out most days", "Sleep by eleven", "Thinking of you"
SHOWN: tuple[list[str | None], ...] = ([], [FIRST], [FIRST, SECOND])
"""What Sam may be shown, in this order alone."""


@pytest.fixture
def relay(two: Two) -> Iterator[LyingRelay]:
    """The two meet there from now on, and the first goal came through while it told the truth."""
    at_work = InAThread()
    for side in two.sides:
        side.place = at_work.relay.way()
    two.ana.share(FIRST)
    two.visit_in_turn()
    assert two.sam.titles == [FIRST]
    yield at_work.relay
    at_work.stop()


def receipts(side: Side) -> list[str]:
    return [receipt(consent, "Sam") for consent in Consents(side.journal.connection).of(side.partner)]


@pytest.mark.parametrize("lie", Lie, ids=lambda lie: lie.name.lower())
def test_whatever_a_relay_does_each_is_shown_what_is_true_and_in_the_end_all_of_it(
    two: Two, relay: LyingRelay, lie: Lie, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers, shown = [], [two.sam.titles]
    relay.lie = lie
    two.ana.share(SECOND)
    two.ana.encourage(LETTER)
    with monkeypatch.context() as hurried:
        hurried.setattr(relay_client, "ANSWER_WITHIN_S", 0.2)
        for _ in range(2):
            for side in two.sides:
                assert set(side.codes()) <= OUT_OF_REACH
                numbers.append(side.standing.number)
            shown.append(two.sam.titles)
            assert (two.ana.pair.state.value, two.sam.pair.state.value) == ("active", "active")
            assert two.sam.letters in ([], [LETTER])
    assert [SHOWN.index(titles) for titles in shown] == sorted(SHOWN.index(titles) for titles in shown)
    assert numbers[::2] == sorted(numbers[::2])

    relay.lie = None
    two.visit_in_turn()
    assert (two.sam.titles, two.sam.letters) == ([FIRST, SECOND], [LETTER])
    assert all("has it since" in said for said in receipts(two.ana))


@pytest.mark.parametrize("lie", [Lie.FORGET, Lie.OLD, Lie.OTHER, Lie.LOST], ids=lambda lie: lie.name.lower())
def test_what_a_relay_holds_back_is_shown_as_not_confirmed(two: Two, relay: LyingRelay, lie: Lie) -> None:
    relay.lie = lie
    two.ana.share(SECOND)
    for _ in range(2):
        for side in two.sides:
            side.visit()
    assert two.sam.titles == [FIRST]
    assert sorted(said.partition(" since")[0] for said in receipts(two.ana)) == [
        "Sam's cairn has it",
        "sent, not confirmed",
    ]


def test_an_old_page_that_ran_out_is_not_shown_however_long_it_is_served(two: Two, relay: LyingRelay) -> None:
    relay.lie = Lie.OLD
    two.sam.clock.set(two.sam.clock.now() + timedelta(days=200))
    two.sam.visit()
    assert two.sam.titles == []


def test_a_relay_that_lost_everything_has_all_of_it_again_after_one_look_of_each(two: Two, relay: LyingRelay) -> None:
    relay.slots.clear()
    for side in two.sides:
        assert side.visit().problems == []
    assert set(relay.slots) == {keys.slot.hex() for keys in (two.ana.pair.keys.mine, two.ana.pair.keys.theirs)}
    assert two.sam.titles == [FIRST]
    two.visit_in_turn()
    assert two.sam.titles == [FIRST]


def test_a_relay_that_never_keeps_anything_is_written_to_once_a_look(two: Two, relay: LyingRelay) -> None:
    relay.lie = Lie.FORGET
    two.ana.share(SECOND)
    asked = len(relay.asked)
    for _ in range(3):
        two.ana.visit()
    writes = [one for one in relay.asked[asked:] if one.method == "PUT"]
    assert len(writes) == 3
