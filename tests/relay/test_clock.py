"""The clock of a relay jumps, a year ahead and a year back: what was in use stays, and nobody waits for longer."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from sync.relay import forgetting
from sync.relay.forgetting import FORGET_EVERY_S, STEADY_FOR_S, Forgetting
from sync.relay.slots import Making, NotNow, Store
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


@jumps
async def test_a_jump_lets_nothing_go(relay: Relay, letting_go: Forgetting, time: Time, jump_s: int) -> None:
    slots = [await relay.make() for _ in range(3)]
    time.passes(STEADY_FOR_S)
    assert await letting_go.look() == 0
    time.jumps(jump_s)
    for _ in range(int(STEADY_FOR_S // FORGET_EVERY_S) - 1):
        time.passes(FORGET_EVERY_S)
        assert await letting_go.look() == 0
    assert all([await stands(relay, slot) for slot in slots])
    # It is put right, and whoever comes by meanwhile keeps theirs.
    time.jumps(-jump_s)
    for days in (0, 1, 1):
        time.passes(days * DAY_S)
        assert await letting_go.look() == 0
    assert all([await stands(relay, slot) for slot in slots])
    for by in (STEADY_FOR_S, 100 * DAY_S):
        time.passes(by)
        assert await letting_go.look() == 0


async def test_what_was_used_while_the_clock_was_a_year_back_stays_when_it_is_put_right(
    relay: Relay, letting_go: Forgetting, time: Time
) -> None:
    time.jumps(-YEAR_S)
    slot = await relay.make()
    time.passes(STEADY_FOR_S)
    assert await letting_go.look() == 0
    time.jumps(YEAR_S)
    time.passes(FORGET_EVERY_S)
    assert await letting_go.look() == 0
    assert await stands(relay, slot)
    time.passes(STEADY_FOR_S)
    assert await letting_go.look() == 0
    assert await stands(relay, slot)


@on_one_store
async def test_what_nobody_uses_goes_once_the_clock_has_been_steady(
    relay: Relay, letting_go: Forgetting, time: Time
) -> None:
    slot = await relay.make()
    time.jumps(YEAR_S)
    assert await letting_go.look() == 0
    time.passes(STEADY_FOR_S - 1)
    assert await letting_go.look() == 0
    time.passes(1)
    assert await letting_go.look() == 1
    assert not await stands(relay, slot)


@on_one_store
async def test_a_relay_that_starts_takes_its_time_too(relay: Relay, store: Store, time: Time) -> None:
    slot = await relay.make()
    time.jumps(YEAR_S)
    assert await Forgetting(store, 120, time.clock, time.passing).look() == 0
    assert await stands(relay, slot)


async def test_where_a_slot_stays_for_a_day_the_relay_waits_no_longer_than_that(time: Time) -> None:
    store = MemorySlots(time.clock)
    letting_go = Forgetting(store, 1, time.clock, time.passing)
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    time.passes(DAY_S + 1)
    assert await letting_go.look() == 1


async def test_a_store_that_cannot_be_asked_is_asked_again(time: Time) -> None:
    class Busy(MemorySlots):
        busy = True

        async def forget(self, days: float) -> int:
            if self.busy:
                raise NotNow
            return await super().forget(days)

    store = Busy(time.clock)
    await store.put(b"s" * 16, b"w" * 32, page(1), _MAKING)
    letting_go = Forgetting(store, 1, time.clock, time.passing)
    time.passes(DAY_S + 1)
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
