"""Waiting at relays between two rounds: news ends it, a relay that cries wolf is not believed without a pause."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from sync import carrying
from sync.carrying import Watched, meet_again_at_once, wait_for_news
from sync.errors import NotReached
from sync.transports.patience import PATIENCE, Patience
from sync.transports.slot import Slots
from tests.transports.lying_relay import Lie, LyingRelay
from tests.transports.places import a_place, a_wire

LONG_S = 30.0


@pytest.fixture
async def relay(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LyingRelay]:
    monkeypatch.setattr(carrying, "NEWS_NO_SOONER_S", 0.3)
    async with LyingRelay().listening() as relay:
        yield relay


async def watched(relay: LyingRelay, *numbers: int) -> list[Watched]:
    way = relay.way()
    return [
        Watched(relay.address, a_place(number), (await way.read(a_place(number))).version) for number in numbers
    ]  # fmt: skip


async def took(watched: list[Watched], seconds: float, relay: LyingRelay) -> float:
    def at(_via: str) -> Slots:
        return relay.way()

    began = time.monotonic()
    await wait_for_news(watched, seconds, at)
    return time.monotonic() - began


async def test_something_at_one_of_several_slots_ends_it(relay: LyingRelay) -> None:
    waiting = asyncio.create_task(took(await watched(relay, 1, 2, 3), LONG_S, relay))
    assert await asyncio.to_thread(relay.waits, LONG_S)
    await relay.way().write(a_place(2), a_wire())
    assert await waiting < 5


async def test_without_news_it_takes_its_time(relay: LyingRelay) -> None:
    assert 1.2 <= await took(await watched(relay, 1), 1.2, relay) < 5
    assert 0.1 <= await took([], 0.1, relay) < 1


async def test_a_relay_that_always_says_that_something_came_is_met_after_a_pause(relay: LyingRelay) -> None:
    seen = await watched(relay, 1)
    relay.lie = Lie.NEW_ETAG
    asked = len(relay.asked)
    assert 0.3 <= await took(seen, LONG_S, relay) < 5
    assert len(relay.asked) - asked == 1


async def test_a_relay_that_is_gone_is_no_news(relay: LyingRelay) -> None:
    seen = await watched(relay, 1)
    relay.lie = Lie.CLOSE
    assert await took(seen, 1.0, relay) >= 1.0


async def test_nobody_waits_any_more_once_it_is_left(relay: LyingRelay) -> None:
    waiting = asyncio.create_task(took(await watched(relay, 1, 2), LONG_S, relay))
    assert await asyncio.to_thread(relay.waits, LONG_S)
    began = time.monotonic()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert time.monotonic() - began < 5
    assert len(asyncio.all_tasks() - relay._calls) == 1


def test_a_person_who_wants_it_now_is_not_kept_waiting_by_what_failed_before() -> None:
    patience = PATIENCE["https://relay.example"] = Patience(lambda: 0.0)
    patience.note_trouble(NotReached)
    with pytest.raises(NotReached):
        patience.check()
    meet_again_at_once()
    patience.check()
