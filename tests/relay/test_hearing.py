"""R2: whoever waits hears of a change wherever it was made, also where no word of it came; strangers hear nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from sync.relay import asking, waiting
from sync.relay.postgres_slots import PostgresSlots
from sync.relay.slots import Store
from tests.relay.served import Relay, Slot, chosen, page, serving


@pytest.fixture
async def relay(store: Store) -> AsyncIterator[Relay]:
    async with serving(store, chosen()) as relay:
        yield relay


async def test_of_two_relays_over_one_database_each_wakes_whoever_waits_at_the_other(postgres_address: str) -> None:
    async with AsyncExitStack() as both:
        relays = []
        for _ in range(2):
            store = PostgresSlots(postgres_address)
            await store.open()
            both.push_async_callback(store.close)
            relays.append(await both.enter_async_context(serving(store, chosen())))
        slot = await relays[0].make(page(0))
        etag = (await relays[1].held(slot)).headers["etag"]
        for number, (here, there) in enumerate((relays, relays[::-1]), 1):
            waits = there.waiting(slot, etag)
            await there.until_waiting(1)
            written = await here.put(slot.path, headers=slot.writing, content=page(number))
            async with asyncio.timeout(waiting.LOOK_AGAIN_S - 1):
                assert (await waits).content == page(number)
            etag = written.headers["etag"]


async def test_whoever_waits_looks_again_although_no_word_of_a_change_came(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert waiting.LOOK_AGAIN_S == 5.0
    monkeypatch.setattr("sync.relay.calls.LOOK_AGAIN_S", 0.05)
    monkeypatch.setattr(store, "changed", asyncio.Event().wait)
    async with serving(store, chosen()) as relay:
        slot = await relay.make(page(1))
        waits = relay.waiting(slot, (await relay.held(slot)).headers["etag"])
        await relay.until_waiting(1)
        written = await relay.put(slot.path, headers=slot.writing, content=page(2))
        async with asyncio.timeout(5):
            assert (await waits).content == page(2)
        waits = relay.waiting(slot, written.headers["etag"])
        await relay.until_waiting(1)
        await relay.delete(slot.path, headers=slot.reading)
        async with asyncio.timeout(5):
            assert (await waits).status_code == 404


async def test_a_stranger_is_never_kept_waiting_and_hears_nothing_of_those_who_wait(relay: Relay) -> None:
    slot = await relay.make(page(1))
    etag = (await relay.held(slot)).headers["etag"]
    waits = [relay.waiting(slot, etag) for _ in range(4)]
    await relay.until_waiting(4)
    strangers = (Slot(), Slot(slot=slot.slot), Slot(slot=slot.slot, read=slot.write))
    answers = []
    async with asyncio.timeout(waiting.LOOK_AGAIN_S - 1):
        for known in (etag, "*"):
            answers += [await relay.waiting(stranger, known) for stranger in strangers]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert len({tuple(name for name in answer.headers if name != "date") for answer in answers}) == 1
    await relay.until_waiting(4)
    await relay.put(slot.path, headers=slot.writing, content=page(2))
    assert {(await answer).content for answer in waits} == {page(2)}


@pytest.mark.parametrize(
    ("prefer", "seconds"),
    [
        ("wait=25", 25), ("wait=3", 3), ("wait=26", 25), ("wait=999999999", 25), ('respond-async; wait="7"', 7),
        ("Wait = 4, return=minimal", 4), ("wait=0", 0), ("wait=-1", 0), ("wait=1.5", 0), ("wait=9999999999", 0),
        ("waiting=5", 0), ("wait", 0), ("", 0),
    ],
)  # fmt: skip
def test_nobody_is_kept_waiting_longer_than_a_relay_has_said(prefer: str, seconds: int) -> None:
    assert asking.seconds_to_wait({b"prefer": prefer.encode()}, 25) == seconds
