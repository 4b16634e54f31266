"""R4: what every store of a relay does, the same on each of them."""

import asyncio
import os

import pytest

from sync.relay.slots import Making, Page, Put, Store
from tests.relay.stores import NOON, Clock

DAY_S = 86_400
SLOT, OTHER_SLOT = b"s" * 16, b"t" * 16
READ, WRITE, STRANGER = b"r" * 32, b"w" * 32, b"x" * 32
ONE, TWO, THREE = (digit * 16_384 for digit in (b"1", b"2", b"3"))
MAKING, MAKING_ONLY = Making(READ, only=False), Making(READ, only=True)
SOON_S = 10.0


async def test_a_slot_is_read_with_the_one_capability_and_written_with_the_other(store: Store) -> None:
    assert await store.put(SLOT, WRITE, ONE, MAKING) == (Put.MADE, 1)
    assert await store.get(SLOT, READ) == Page(ONE, 1)
    assert await store.get(SLOT, WRITE) is None
    assert await store.put(SLOT, READ, TWO, None) == (Put.UNKNOWN, 0)


async def test_the_newest_page_stands_and_the_version_rises_by_one(store: Store) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    assert await store.put(SLOT, WRITE, TWO, None) == (Put.REPLACED, 2)
    assert await store.put(SLOT, WRITE, THREE, MAKING) == (Put.REPLACED, 3)
    assert await store.get(SLOT, READ) == Page(THREE, 3)


async def test_nothing_is_written_where_no_slot_is_or_the_capability_is_another(store: Store) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    assert await store.put(OTHER_SLOT, WRITE, TWO, None) == (Put.UNKNOWN, 0)
    assert await store.put(SLOT, STRANGER, TWO, None) == (Put.UNKNOWN, 0)
    assert await store.get(OTHER_SLOT, READ) is None
    assert await store.get(SLOT, READ) == Page(ONE, 1)


async def test_a_slot_that_is_only_to_be_made_stays_as_it_is_where_it_is_there(store: Store) -> None:
    assert await store.put(SLOT, WRITE, ONE, MAKING_ONLY) == (Put.MADE, 1)
    assert await store.put(SLOT, WRITE, TWO, MAKING_ONLY) == (Put.THERE_ALREADY, 0)
    assert await store.put(SLOT, STRANGER, TWO, Making(STRANGER, only=True)) == (Put.THERE_ALREADY, 0)
    assert await store.get(SLOT, READ) == Page(ONE, 1)


@pytest.mark.parametrize(("read", "write"), [(STRANGER, WRITE), (READ, STRANGER), (WRITE, READ)])
async def test_a_slot_is_not_made_again_with_other_capabilities(store: Store, read: bytes, write: bytes) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    assert await store.put(SLOT, write, TWO, Making(read, only=False)) == (Put.OTHER_CAPABILITIES, 0)
    assert await store.get(SLOT, READ) == Page(ONE, 1)


@pytest.mark.parametrize("capability", [READ, WRITE])
async def test_either_capability_takes_a_slot_away_and_it_can_be_made_anew(store: Store, capability: bytes) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    await store.put(SLOT, WRITE, TWO, None)
    assert await store.delete(SLOT, capability)
    assert await store.get(SLOT, READ) is None
    assert not await store.delete(SLOT, capability)
    assert await store.put(SLOT, WRITE, THREE, MAKING_ONLY) == (Put.MADE, 1)


async def test_nobody_else_takes_a_slot_away(store: Store) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    assert not await store.delete(SLOT, STRANGER)
    assert not await store.delete(OTHER_SLOT, WRITE)
    assert await store.get(SLOT, READ) == Page(ONE, 1)


async def test_what_nobody_wrote_or_read_for_so_long_goes_and_nothing_else(store: Store, clock: Clock) -> None:
    for slot in (SLOT, OTHER_SLOT, b"u" * 16):
        await store.put(slot, WRITE, ONE, MAKING)
    clock.shows = NOON + 60 * DAY_S
    assert await store.get(OTHER_SLOT, READ) == Page(ONE, 1)
    assert await store.put(b"u" * 16, WRITE, TWO, None) == (Put.REPLACED, 2)
    clock.shows = NOON + 120 * DAY_S
    assert await store.forget(120) == 0
    clock.shows += 1
    assert await store.forget(120) == 1
    assert await store.get(SLOT, READ) is None
    assert await store.get(OTHER_SLOT, READ) == Page(ONE, 1)
    assert await store.get(b"u" * 16, READ) == Page(TWO, 2)


async def test_a_capability_that_opens_nothing_keeps_nothing(store: Store, clock: Clock) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    clock.shows = NOON + 3 * DAY_S
    assert await store.get(SLOT, STRANGER) is None
    assert await store.put(SLOT, STRANGER, TWO, None) == (Put.UNKNOWN, 0)
    assert await store.forget(2) == 1


async def test_that_it_was_read_is_written_down_once_a_day_at_most(store: Store, clock: Clock) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    clock.shows = NOON + DAY_S - 1
    await store.get(SLOT, READ)
    clock.shows = NOON + 2 * DAY_S + 1
    assert await store.forget(2) == 1


async def test_a_slot_of_a_clock_that_was_off_is_kept_once_it_is_read(store: Store, clock: Clock) -> None:
    for slot, off in ((SLOT, 0), (OTHER_SLOT, 4_290_000_000)):
        clock.shows = off
        await store.put(slot, WRITE, ONE, MAKING)
        clock.shows = NOON
        await store.get(slot, READ)
        assert await store.forget(120) == 0
    clock.shows = NOON + 121 * DAY_S
    await store.forget(120)
    assert await store.get(SLOT, READ) is None


async def test_versions_rise_by_one_whatever_the_clock_shows(store: Store, clock: Clock) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    for version, shows in enumerate((0, 4_290_000_000, NOON - DAY_S, NOON), 2):
        clock.shows = shows
        assert await store.put(SLOT, WRITE, TWO, None) == (Put.REPLACED, version)


async def test_many_slots_are_forgotten_in_one_call(store: Store, clock: Clock) -> None:
    slots = [number.to_bytes(16) for number in range(1, 41)]
    await asyncio.gather(*(store.put(slot, WRITE, ONE, MAKING) for slot in slots))
    clock.shows = NOON + DAY_S
    assert await store.put(slots[0], WRITE, TWO, None) == (Put.REPLACED, 2)
    clock.shows += 1
    assert await store.forget(1) == 39
    assert await store.get(slots[0], READ) == Page(TWO, 2)


async def test_whoever_listens_hears_of_what_was_written_and_taken_away(store: Store) -> None:
    async def heard() -> frozenset[bytes]:
        return await asyncio.wait_for(store.changed(), SOON_S)

    await store.put(SLOT, WRITE, ONE, MAKING)
    await store.put(OTHER_SLOT, WRITE, ONE, MAKING)
    known = await heard()
    while not {SLOT, OTHER_SLOT} <= known:
        known |= await heard()
    listening = asyncio.create_task(heard())
    assert await store.delete(SLOT, READ)
    assert SLOT in await listening


async def test_nobody_is_woken_by_a_stranger(store: Store) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    await asyncio.wait_for(store.changed(), SOON_S)
    listening = asyncio.create_task(store.changed())
    await store.put(SLOT, STRANGER, TWO, None)
    await store.put(SLOT, STRANGER, TWO, MAKING)
    await store.delete(SLOT, STRANGER)
    await store.put(OTHER_SLOT, WRITE, ONE, MAKING)
    assert await asyncio.wait_for(listening, SOON_S) <= {OTHER_SLOT, SLOT}
    listening.cancel()


async def test_of_many_writes_at_once_each_has_a_version_and_the_last_one_stands(store: Store) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    pages = [os.urandom(16) * 1_024 for _ in range(200)]
    answers = await asyncio.gather(*(store.put(SLOT, WRITE, page, None) for page in pages))
    assert sorted(version for _, version in answers) == list(range(2, 202))
    last = pages[[version for _, version in answers].index(201)]
    assert await store.get(SLOT, READ) == Page(last, 201)


async def test_of_many_who_make_a_slot_at_once_one_does(store: Store) -> None:
    answers = await asyncio.gather(*(store.put(SLOT, WRITE, ONE, MAKING_ONLY) for _ in range(50)))
    assert sorted(put.name for put, _ in answers) == ["MADE", *["THERE_ALREADY"] * 49]


async def test_whoever_no_longer_waits_for_an_answer_keeps_nobody_from_theirs(store: Store) -> None:
    await store.put(SLOT, WRITE, ONE, MAKING)
    left = [asyncio.create_task(store.put(SLOT, WRITE, TWO, None)) for _ in range(20)]
    await asyncio.sleep(0)  # so that they have begun
    for one in left:
        one.cancel()
    await asyncio.wait(left)
    put, version = await store.put(SLOT, WRITE, THREE, None)
    assert put is Put.REPLACED
    assert await store.get(SLOT, READ) == Page(THREE, version)
