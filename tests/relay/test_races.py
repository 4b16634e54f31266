"""R2: many at once, and what comes between, over real HTTP on each store."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from hashlib import sha256

import pytest

from sync.relay import waiting
from sync.relay.slots import Page, Store
from tests.relay.memory_store import MemorySlots
from tests.relay.served import PATIENCE_S, Passing, Relay, chosen, line_to, page, serving
from tests.relay.stores import NOON, Clock

AT_ONCE = 200


@pytest.fixture
def passing() -> Passing:
    return Passing()


@pytest.fixture
async def relay(store: Store, passing: Passing) -> AsyncIterator[Relay]:
    async with serving(store, chosen(writes_a_minute=100_000), passing) as relay:
        yield relay


async def test_of_1000_writes_at_once_each_has_its_version_and_the_last_one_stands(relay: Relay) -> None:
    slot = await relay.make(page(0))
    numbers = iter(range(1, 1_001))
    written: dict[int, int] = {}

    async def write() -> None:
        async with line_to(relay.place) as line:
            for number in numbers:
                status, version = await line.put(slot, page(number))
                assert status == 200
                assert written.setdefault(version, number) == number

    async with asyncio.TaskGroup() as together:
        for _ in range(AT_ONCE):
            together.create_task(write())
    assert sorted(written) == list(range(2, 1_002))
    held = await relay.held(slot)
    assert held.content == page(written[1_001])
    assert held.headers["etag"].startswith('"1001-')


async def test_a_read_that_begins_to_wait_while_somebody_writes_never_sleeps_over_it(relay: Relay) -> None:
    slot = await relay.make(page(0))
    etag = (await relay.held(slot)).headers["etag"]
    for number in range(1, 41):
        waits = [relay.waiting(slot, etag) for _ in range(3)]
        for _ in range(number % 7):
            await asyncio.sleep(0)  # each time the write comes in at another place
        written = await relay.put(slot.path, headers=slot.writing, content=page(number))
        async with asyncio.timeout(waiting.LOOK_AGAIN_S - 1):
            answers = await asyncio.gather(*waits)
        assert {(answer.status_code, answer.content) for answer in answers} == {(200, page(number))}
        etag = written.headers["etag"]


class Overtaken(MemorySlots):
    """Right after the first look somebody writes, and whoever waits by then is woken, before the look is answered."""

    next_page: bytes | None = None
    write_sha256 = b""

    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        found = await super().get(slot, read_sha256)
        if self.next_page is not None:
            row, self.next_page = self.next_page, None
            await self.put(slot, self.write_sha256, row, None)
            for _ in range(10):
                await asyncio.sleep(0)  # so that whoever listens has heard of it
        return found


async def test_what_is_written_between_the_first_look_and_the_wait_is_seen_at_once() -> None:
    store = Overtaken(Clock())
    async with serving(store, chosen()) as relay:
        slot = await relay.make(page(1))
        etag = (await relay.held(slot)).headers["etag"]
        store.write_sha256, store.next_page = sha256(slot.write).digest(), page(2)
        async with asyncio.timeout(waiting.LOOK_AGAIN_S - 1):
            answer = await relay.waiting(slot, etag)
        assert (answer.status_code, answer.content) == (200, page(2))


async def test_a_slot_that_is_taken_away_wakes_whoever_waits_there(relay: Relay) -> None:
    for number in range(20):
        slot = await relay.make(page(number))
        etag = (await relay.held(slot)).headers["etag"]
        waits = [relay.waiting(slot, etag) for _ in range(4)]
        if number % 2:
            await relay.until_waiting(4)
        assert (await relay.delete(slot.path, headers=slot.reading)).status_code == 204
        async with asyncio.timeout(waiting.LOOK_AGAIN_S - 1):
            answers = await asyncio.gather(*waits)
        assert {answer.status_code for answer in answers} == {404}


async def test_four_wait_at_a_slot_and_a_fifth_is_told_to_come_later(relay: Relay) -> None:
    slot, other = await relay.make(page(1)), await relay.make(page(1))
    etag = (await relay.held(slot)).headers["etag"]
    waits = [relay.waiting(slot, etag) for _ in range(4)]
    await relay.until_waiting(4)
    fifth = await relay.waiting(slot, etag)
    assert (fifth.status_code, fifth.headers["retry-after"]) == (429, "5")
    # Elsewhere there is room, and here for whoever does not wait.
    elsewhere = relay.waiting(other, etag)
    await relay.until_waiting(5)
    assert (await relay.held(slot)).status_code == 200
    await relay.put(slot.path, headers=slot.writing, content=page(2))
    await relay.put(other.path, headers=other.writing, content=page(2))
    answers = await asyncio.gather(*waits, elsewhere)
    assert Counter(answer.status_code for answer in answers) == {200: 5}


async def test_whoever_goes_away_while_waiting_leaves_their_place(relay: Relay) -> None:
    slot = await relay.make(page(1))
    etag = (await relay.held(slot)).headers["etag"]
    gone = [relay.waiting(slot, etag) for _ in range(4)]
    await relay.until_waiting(4)
    for one in gone:
        one.cancel()
    await asyncio.wait(gone, timeout=PATIENCE_S)
    await relay.until_waiting(0)


async def test_writes_under_way_count_so_that_no_more_than_60_a_minute_stand(store: Store, passing: Passing) -> None:
    async with serving(store, chosen(), passing) as relay:
        slot = await relay.make(page(0))
        writes = (relay.put(slot.path, headers=slot.writing, content=page(number)) for number in range(1, 101))
        statuses = Counter(answer.status_code for answer in await asyncio.gather(*writes))
        assert statuses == {200: 59, 429: 41}
        assert (await relay.held(slot)).headers["etag"].startswith('"60-')


async def test_slots_under_way_count_so_that_no_more_than_so_many_a_day_are_made(
    store: Store, passing: Passing
) -> None:
    async with serving(store, chosen(makes_a_day_for_an_address=10), passing) as relay:
        answers = await asyncio.gather(*(relay.make(page(1)) for _ in range(30)), return_exceptions=True)
        assert sum(not isinstance(answer, BaseException) for answer in answers) == 10


async def test_a_clock_that_jumps_closes_no_slot_and_wakes_whoever_waits(
    relay: Relay, clock: Clock, passing: Passing
) -> None:
    slot = await relay.make(page(0))
    etag = (await relay.held(slot)).headers["etag"]
    for number, shows in enumerate((0, 4_290_000_000, NOON - 2 * 86_400, NOON + 3_600, NOON), 1):
        waits = relay.waiting(slot, etag)
        await relay.until_waiting(1)
        clock.shows = shows
        written = await relay.put(slot.path, headers=slot.writing, content=page(number))
        assert written.status_code == 200
        etag = written.headers["etag"]
        assert etag.startswith(f'"{number + 1}-')
        assert (await waits).content == page(number)
