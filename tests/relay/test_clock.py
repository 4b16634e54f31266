"""The clock of a relay jumps, a year ahead and a year back: what was in use stays, and nobody waits for longer."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from sync.relay import forgetting
from sync.relay.forgetting import FORGET_EVERY_S, STEADY_FOR_S, Forgetting
from sync.relay.slots import Making, NoRoom, NotNow, Page, Put, Store
from tests.relay.memory_store import MemorySlots
from tests.relay.served import PATIENCE_S, Passing, Relay, Slot, chosen, page, serving
from tests.relay.stores import Clock

DAY_S = 86_400
YEAR_S = 365 * DAY_S
_MAKING = Making(b"r" * 32, only=False)
jumps = pytest.mark.parametrize("jump_s", [YEAR_S, -YEAR_S], ids=["ahead", "back"])

on_one_store = pytest.mark.parametrize("store", ["memory"], indirect=True)
"""Where what is claimed is not the store's doing."""


class Time:
    """What passes, and what the clock shows: the same, but for its jumps."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.passing = clock, Passing()

    def passes(self, seconds: float) -> None:
        self.passing.seconds += seconds
        self.clock.shows += round(seconds)

    def jumps(self, seconds: int) -> None:
        self.clock.shows += seconds


@pytest.fixture
def time(clock: Clock) -> Time:
    return Time(clock)


@pytest.fixture
async def relay(store: Store, time: Time) -> AsyncIterator[Relay]:
    async with serving(store, chosen(writes_a_minute=3), time.passing) as relay:
        yield relay


@pytest.fixture
def letting_go(store: Store, time: Time) -> Forgetting:
    """What the relay does every minute."""
    return Forgetting(store, 120, time.clock, time.passing)


async def stands(relay: Relay, slot: Slot) -> bool:
    return (await relay.held(slot)).status_code == 200


async def let_go_in(letting_go: Forgetting, time: Time, seconds: float) -> int:
    """How many slots go while so much time passes, in a relay that looks now and then, and as the last thing."""
    gone = await letting_go.look()
    for _ in range(int(seconds // FORGET_EVERY_S)):
        time.passes(FORGET_EVERY_S)
        gone += await letting_go.look()
    time.passes(seconds % FORGET_EVERY_S)
    return gone + await letting_go.look()


@jumps
async def test_a_jump_lets_nothing_go(relay: Relay, letting_go: Forgetting, time: Time, jump_s: int) -> None:
    slots = [await relay.make() for _ in range(3)]
    assert await let_go_in(letting_go, time, STEADY_FOR_S) == 0
    time.jumps(jump_s)
    assert await let_go_in(letting_go, time, STEADY_FOR_S - 1) == 0
    assert all([await stands(relay, slot) for slot in slots])
    # It is put right, and whoever comes by meanwhile keeps theirs.
    time.jumps(-jump_s)
    assert await let_go_in(letting_go, time, 2 * DAY_S) == 0
    assert all([await stands(relay, slot) for slot in slots])
    assert await let_go_in(letting_go, time, STEADY_FOR_S + 100 * DAY_S) == 0


async def test_what_was_used_while_the_clock_was_a_year_back_stays_when_it_is_put_right(
    relay: Relay, letting_go: Forgetting, time: Time
) -> None:
    time.jumps(-YEAR_S)
    slot = await relay.make()
    assert await let_go_in(letting_go, time, STEADY_FOR_S) == 0
    time.jumps(YEAR_S)
    assert await let_go_in(letting_go, time, FORGET_EVERY_S) == 0
    assert await stands(relay, slot)
    assert await let_go_in(letting_go, time, STEADY_FOR_S) == 0
    assert await stands(relay, slot)


@on_one_store
async def test_what_nobody_uses_goes_once_the_clock_has_been_steady(
    relay: Relay, letting_go: Forgetting, time: Time
) -> None:
    slot = await relay.make()
    time.jumps(YEAR_S)
    assert await let_go_in(letting_go, time, STEADY_FOR_S - 1) == 0
    time.passes(1)
    assert await letting_go.look() == 1
    assert not await stands(relay, slot)


@on_one_store
async def test_a_relay_that_starts_takes_its_time_too(relay: Relay, store: Store, time: Time) -> None:
    slot = await relay.make()
    time.jumps(YEAR_S)
    assert await Forgetting(store, 120, time.clock, time.passing).look() == 0
    assert await stands(relay, slot)


async def test_a_relay_that_starts_again_every_night_lets_go_all_the_same(store: Store, time: Time) -> None:
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    time.jumps(YEAR_S)
    gone = []
    for _ in range(4):
        # What passes begins anew where the computer starts again.
        gone.append(await let_go_in(Forgetting(store, 120, time.clock, Passing()), Time(time.clock), 0))
        time.passes(DAY_S - 600)
        gone.append(await let_go_in(Forgetting(store, 120, time.clock, Passing()), Time(time.clock), 0))
        time.passes(600)
    assert sum(gone) == 1
    assert gone.index(1) == 6


@on_one_store
@pytest.mark.parametrize("away_s", [2 * DAY_S, YEAR_S, -2 * DAY_S])
async def test_a_relay_that_was_away_or_finds_another_time_takes_its_time_again(
    store: Store, time: Time, away_s: int
) -> None:
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    assert await let_go_in(Forgetting(store, 120, time.clock, time.passing), time, 119 * DAY_S) == 0
    time.jumps(away_s)
    again = Forgetting(store, 120, time.clock, time.passing)
    assert await let_go_in(again, time, STEADY_FOR_S - 1) == 0
    assert await let_go_in(again, time, 3 * DAY_S) == 1


@on_one_store
async def test_half_a_day_that_did_not_pass_makes_no_slot_old(store: Store, time: Time) -> None:
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    letting_go = Forgetting(store, 120, time.clock, time.passing)
    assert await let_go_in(letting_go, time, 119.75 * DAY_S) == 0
    time.jumps(DAY_S // 2)
    assert await let_go_in(letting_go, time, STEADY_FOR_S - 1) == 0
    assert await let_go_in(letting_go, time, FORGET_EVERY_S) == 1


@on_one_store
async def test_a_relay_that_slept_for_long_takes_its_time_again(store: Store, time: Time) -> None:
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    letting_go = Forgetting(store, 120, time.clock, time.passing)
    assert await let_go_in(letting_go, time, 100 * DAY_S) == 0
    time.passes(100 * DAY_S)
    assert await let_go_in(letting_go, time, STEADY_FOR_S - 1) == 0
    assert await let_go_in(letting_go, time, FORGET_EVERY_S) == 1


@on_one_store
async def test_what_the_relay_keeps_for_itself_opens_for_nobody(relay: Relay, letting_go: Forgetting) -> None:
    await letting_go.look()
    for stranger in (Slot(slot=forgetting.NOTE), Slot(forgetting.NOTE, b"\x01" * 32, b"\x01" * 32)):
        assert (await relay.held(stranger)).status_code == 404
        assert (await relay.get(stranger.path)).status_code == 404
        assert (await relay.put(stranger.path, headers=stranger.making, content=page(1))).status_code == 409
        assert (await relay.put(stranger.path, headers=stranger.writing, content=page(1))).status_code == 404
        assert (await relay.delete(stranger.path, headers=stranger.writing)).status_code == 404


async def test_where_there_is_no_room_for_a_note_slots_go_all_the_same(time: Time) -> None:
    class Full(MemorySlots):
        full = False

        async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
            if self.full:
                raise NoRoom
            return await super().put(slot, write_sha256, body, making)

    store = Full(time.clock)
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    store.full = True
    assert await let_go_in(Forgetting(store, 1, time.clock, time.passing), time, 2 * DAY_S) == 1


async def test_where_a_slot_stays_for_a_day_the_relay_waits_no_longer_than_that(time: Time) -> None:
    store = MemorySlots(time.clock)
    letting_go = Forgetting(store, 1, time.clock, time.passing)
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    assert await let_go_in(letting_go, time, DAY_S) == 0
    assert await let_go_in(letting_go, time, FORGET_EVERY_S) == 1


async def test_a_store_that_cannot_be_asked_is_asked_again(time: Time) -> None:
    class Busy(MemorySlots):
        busy = False

        async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
            if self.busy:
                raise NotNow
            return await super().get(slot, read_sha256)

        async def forget(self, days: float) -> int:
            if self.busy:
                raise NotNow
            return await super().forget(days)

    store = Busy(time.clock)
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    letting_go = Forgetting(store, 1, time.clock, time.passing)
    store.busy = True
    with pytest.raises(NotNow):
        await letting_go.look()
    store.busy = False
    assert await let_go_in(letting_go, time, DAY_S) == 0
    store.busy = True
    time.passes(FORGET_EVERY_S)
    with pytest.raises(NotNow):
        await letting_go.look()
    store.busy = False
    assert await letting_go.look() == 1


async def test_a_served_relay_lets_go_what_is_due(monkeypatch: pytest.MonkeyPatch, time: Time) -> None:
    monkeypatch.setattr(forgetting, "STEADY_FOR_S", 0.0)
    store = MemorySlots(time.clock)
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    time.jumps(YEAR_S)
    async with serving(store, chosen()) as relay:
        assert "cairn_relay_forgotten_total 1.0" in (await relay.get("/metrics")).text


@on_one_store
@jumps
async def test_writes_reads_and_limits_go_on_as_before(relay: Relay, time: Time, jump_s: int) -> None:
    slot = await relay.make(page(1))
    time.jumps(jump_s)
    statuses = [
        (await relay.put(slot.path, headers=slot.writing, content=page(number))).status_code for number in (2, 3, 4)
    ]
    # The one that made it was the first of three in this minute.
    assert statuses == [200, 200, 429]
    held = await relay.held(slot)
    assert held.content == page(3)
    assert held.headers["etag"].startswith('"3-')
    time.passes(60)
    assert (await relay.put(slot.path, headers=slot.writing, content=page(5))).status_code == 200


@on_one_store
@jumps
async def test_whoever_waits_is_woken_by_a_write_after_the_jump(relay: Relay, time: Time, jump_s: int) -> None:
    slot = await relay.make(page(1))
    waits = relay.waiting(slot, (await relay.held(slot)).headers["etag"])
    await relay.until_waiting(1)
    time.jumps(jump_s)
    await relay.put(slot.path, headers=slot.writing, content=page(2))
    async with asyncio.timeout(PATIENCE_S):
        assert (await waits).content == page(2)
