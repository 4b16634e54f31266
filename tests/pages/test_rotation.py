"""Keys that are made anew, between two real journals: what still opens, and what never opens again.

Source: security brief, d.4, E5.
"""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sync.protocol.framing import Page
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.pages import seal_page
from tests.pages.real_people import Side, Two

WEEK = timedelta(days=8)


def wire_of(side: Side) -> bytes:
    (wire,) = asyncio.run(side.place.read(side.pair.keys.mine)).candidates
    return wire


def put(side: Side, wire: bytes) -> None:
    asyncio.run(side.place.write(side.pair.keys.mine, wire))


def forge(side: Side, **changes: Any) -> bytes:
    """One's own page with other headers, as only a partner who means harm writes it."""
    standing, keys = side.standing, side.pair.keys
    page: Page = replace(standing.page(EpochKey(standing.seed).public), **changes)
    return seal_page(page, keys.key_out, standing.their_key, keys.mine.slot)


def pass_time(two: Two, time: timedelta = WEEK) -> None:
    for side in two.sides:
        side.clock.set(side.clock.now() + time)


def rotate_ana(two: Two) -> bytes:
    """Ana has a new key, and Sam has not heard of it; the key before."""
    seed = two.ana.standing.seed
    pass_time(two)
    two.ana.visit()
    assert two.ana.standing.seed_before == seed
    return seed


def test_a_page_to_the_key_before_is_read_until_the_newest_is_answered(two: Two) -> None:
    wire = forge(two.sam, number=two.sam.standing.number + 1)
    rotate_ana(two)
    put(two.sam, wire)
    before = two.ana.pair.unreadable
    two.ana.visit()
    assert two.ana.standing.seen_number == two.sam.standing.number + 1
    assert two.ana.pair.unreadable == before


def test_a_page_to_a_key_that_is_gone_is_unreadable(two: Two) -> None:
    wire, seed = forge(two.sam, number=two.sam.standing.number + 9), rotate_ana(two)
    two.visit_in_turn()
    assert seed not in (two.ana.standing.seed, two.ana.standing.seed_before)
    put(two.sam, wire)
    before, standing = two.ana.pair.unreadable, two.ana.standing
    assert two.ana.codes() == []
    assert two.ana.pair.unreadable == before + 1
    assert two.ana.standing == standing


def test_a_key_of_the_epoch_before_is_ignored(two: Two) -> None:
    old = EpochKey(two.sam.standing.seed).public
    pass_time(two)
    two.visit_in_turn()
    known = two.ana.standing.their_key
    assert known != old
    put(two.sam, forge(two.sam, epoch=two.sam.standing.epoch - 1, epoch_key=old))
    assert two.ana.codes() == []
    assert two.ana.standing.their_key == known


def test_a_key_two_epochs_ahead_is_ignored_and_the_words_are_taken(two: Two) -> None:
    known = two.ana.standing.their_key
    number = two.sam.standing.number + 1
    put(two.sam, forge(two.sam, number=number, epoch=3, epoch_key=EpochKey.generate().public))
    two.ana.visit()
    assert (two.ana.standing.their_key, two.ana.standing.seen_number) == (known, number)


def test_when_one_is_silent_for_a_year_and_then_the_other_they_still_understand_each_other(two: Two) -> None:
    for silent, there in (two.sides, two.sides[::-1]):
        for week in range(52):
            pass_time(two)
            if week % 4 == 0:
                there.encourage(f"week {week}")
            there.visit()
        # However long it is, one key is waiting for its answer, and the one before is held.
        assert there.standing.seed_before
        assert silent.standing.their_key == EpochKey(there.standing.seed_before).public
        two.visit_in_turn()
        assert silent.letters == [f"week {week}" for week in range(0, 52, 4)]
        assert silent.standing.their_key == EpochKey(there.standing.seed).public
    pass_time(two, timedelta(days=365))
    for side in two.sides:
        side.share(f"after a year {side.home.root.name}")
    two.visit_in_turn()
    assert [side.titles for side in two.sides] == [["after a year sam"], ["after a year ana"]]
