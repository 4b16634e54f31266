"""R1: an unknown slot and a wrong capability take the same time, as far as a stranger could tell from many calls."""

import asyncio
import gc
import random
import socket
import time
from statistics import median

import pytest

from sync.relay.slots import Store
from tests.relay.served import Line, Relay, Slot, chosen, line_to, page, serving

ROUNDS = 4_000
SLOTS = 200


@pytest.mark.soak
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_an_unknown_slot_and_a_wrong_capability_take_the_same_time(store: Store, method: str) -> None:
    async with serving(store, chosen()) as relay:
        # A difference would be hidden beneath a stack that keeps the second half of an answer back.
        relay.server.servers[0].sockets[0].setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await _compare(relay, method)


async def _compare(relay: Relay, method: str) -> None:
    async with line_to(relay.place) as line:
        slots = [await relay.make() for _ in range(SLOTS)]
        # What the two have in common is warm by then.
        await took(line, method, Slot())
        unknown, wrong = list[float](), list[float]()
        gc.disable()
        for _ in range(ROUNDS):
            # In another order each time, so that neither is always the one that comes after the other.
            pair = [(unknown, Slot()), (wrong, Slot(slot=random.choice(slots).slot))]
            random.shuffle(pair)
            for times, stranger in pair:
                times.append(await took(line, method, stranger))
        gc.enable()
    apart = abs(median(unknown) - median(wrong)) / median(unknown)
    print(f"{method}: unknown {median(unknown) * 1e6:.0f} us, wrong {median(wrong) * 1e6:.0f} us: {apart:.1%} apart")
    assert apart < 0.05


async def took(line: Line, method: str, stranger: Slot) -> float:
    """Seconds until it was refused."""
    headers, body = stranger.writing, page(1) if method == "PUT" else b""
    began = time.perf_counter()
    status, _, _ = await line.call(method, stranger.path, headers, body)
    seconds = time.perf_counter() - began
    assert status == 404
    await asyncio.sleep(0)  # so that whatever else the relay does is not counted with the next call
    return seconds
