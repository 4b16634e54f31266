"""The client of a relay, against one that lies: what is true stays true, and nothing grows or lasts without an end."""

import asyncio
import time
import tracemalloc
from collections.abc import AsyncIterator

import httpx
import pytest

from sync.errors import (
    AskedTooOften,
    NeedsToken,
    NoRelay,
    NoRoomThere,
    NotReached,
    StandsForOthers,
)
from sync.protocol.sizes import NOTHING_YET
from sync.sealing.meeting_keys import Place
from sync.transports import relay_client
from sync.transports.patience import MOST_S, Patience
from tests.transports.lying_relay import Asked, Lie, LyingRelay
from tests.transports.places import a_place, a_wire

LONG_S = 30.0
"""Longer than anything here takes."""
MEMORY_MOST = 3_000_000
NO_ANSWER = (
    Lie.REDIRECT, Lie.HUGE, Lie.ENDLESS_CHUNKS, Lie.GZIP_BOMB, Lie.HUGE_HEADERS, Lie.CONTINUES, Lie.DRIP, Lie.HANG,
    Lie.BREAK_OFF, Lie.SHORT, Lie.NOT_HTTP, Lie.CLOSE, Lie.WEB_PAGE, Lie.DEEP_JSON,
)  # fmt: skip
"""What is no answer of a relay to anybody who reads."""


@pytest.fixture
async def relay() -> AsyncIterator[LyingRelay]:
    async with LyingRelay().listening() as relay:
        yield relay


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay_client, "LOOK_EVERY_S", 0.02)


def test_what_a_call_may_take_is_as_the_brief_has_it() -> None:
    times = (relay_client.CONNECT_S, relay_client.READ_S, relay_client.ANSWER_MOST, relay_client.WAIT_MOST_S)
    assert times == (10.0, 40.0, 65_536, 25)


@pytest.mark.usefixtures("_hurried")
@pytest.mark.parametrize("lie", NO_ANSWER, ids=lambda lie: lie.name.lower())
async def test_what_is_no_answer_is_not_reached_in_a_known_time_and_little_memory(
    relay: LyingRelay, lie: Lie, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = relay.way()
    await way.write(a_place(), a_wire(1))
    relay.lie = lie
    tracemalloc.start()
    began = time.monotonic()
    try:
        with monkeypatch.context() as hurried:
            hurried.setattr(relay_client, "ANSWER_WITHIN_S", 0.3)
            for deed in (way.read(a_place()), way.wait(a_place(), "", 0.1), way.check()):
                with pytest.raises(NotReached):
                    await deed
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert time.monotonic() - began < 5
    # The relay, too, is in this process.
    assert most < MEMORY_MOST
    assert not any("elsewhere" in asked.path for asked in relay.asked)

    relay.lie = None
    assert (await way.read(a_place())).candidates == (a_wire(1),)


async def test_no_more_is_read_of_ten_megabytes_than_an_answer_may_have(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    relay.lie = Lie.HUGE
    way, read = relay.way(), 0
    pieces = httpx.Response.aiter_raw

    async def counted(self: httpx.Response, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        nonlocal read
        async for piece in pieces(self, chunk_size):
            read += len(piece)
            yield piece

    monkeypatch.setattr(httpx.Response, "aiter_raw", counted)
    with pytest.raises(NoRelay):
        await way.read(a_place())
    assert relay_client.ANSWER_MOST < read < 3 * relay_client.ANSWER_MOST


async def test_what_was_packed_is_never_unpacked(relay: LyingRelay) -> None:
    way = relay.way()
    relay.lie = Lie.GZIP_BOMB
    with pytest.raises(NoRelay):
        await way.read(a_place())
    assert relay.asked[-1].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (400, NoRelay), (401, NoRelay), (403, NeedsToken), (405, NoRelay), (409, StandsForOthers),
        (412, StandsForOthers), (418, NoRelay), (429, AskedTooOften), (500, NotReached), (502, NotReached),
        (503, NotReached), (507, NoRoomThere),
    ],
)  # fmt: skip
async def test_every_refusal_has_a_name(relay: LyingRelay, status: int, problem: type[NotReached]) -> None:
    relay.status = (status, "")
    with pytest.raises(NotReached) as found:
        await relay.way().write(a_place(), a_wire())
    assert type(found.value) is problem


# Making slots


async def test_a_slot_is_made_with_zeros_for_whoever_has_not_written_and_is_empty(relay: LyingRelay) -> None:
    held = await relay.way().read(a_place())
    assert held.candidates == ()
    made = relay.asked[-1]
    assert (made.method, made.headers["if-none-match"], made.body) == ("PUT", "*", NOTHING_YET)
    assert set(made.headers) >= {"cairn-read", "cairn-write"}
    assert (await relay.way().wait(a_place(), held.version, 0)).candidates == (NOTHING_YET,)


async def test_what_the_other_one_wrote_while_the_slot_was_being_made_stays(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    way, other = relay.way(), relay.way()
    get = LyingRelay._get

    async def after_a_write(self: LyingRelay, name: str, asked: Asked) -> tuple[int, str, bytes]:
        answer = await get(self, name, asked)
        monkeypatch.setattr(LyingRelay, "_get", get)
        await other.write(a_place(), a_wire(7))
        return answer

    monkeypatch.setattr(LyingRelay, "_get", after_a_write)
    assert (await way.read(a_place())).candidates == (a_wire(7),)


async def test_a_slot_that_was_lost_is_made_again_for_either_direction(relay: LyingRelay) -> None:
    way = relay.way()
    await way.write(a_place(1), a_wire(1))
    relay.slots.clear()
    assert (await way.read(a_place(1))).candidates == ()
    await way.write(a_place(2), a_wire(2))
    assert set(relay.slots) == {a_place(1).slot.hex(), a_place(2).slot.hex()}
    assert (await relay.way().read(a_place(2))).candidates == (a_wire(2),)


async def test_whoever_only_looks_makes_nothing(relay: LyingRelay) -> None:
    looks = relay.way(makes=False)
    assert (await looks.read(a_place())).candidates == ()
    assert relay.slots == {}
    assert [asked.method for asked in relay.asked] == ["GET"]


async def test_a_token_goes_along_when_a_slot_is_made_and_never_else(relay: LyingRelay) -> None:
    relay.token = "for-two"
    way = relay.way(token="for-two")
    await way.check()
    for _ in range(2):
        await way.write(a_place(), a_wire())
        await way.read(a_place())
    with_it = [asked for asked in relay.asked if "cairn-admission" in asked.headers]
    assert [(asked.method, asked.headers["cairn-admission"]) for asked in with_it] == [("PUT", "for-two")]
    assert not [asked for asked in relay.asked if "for-two" in asked.path + asked.headers["host"]]


async def test_who_holds_no_token_waits_until_the_other_one_has_made_it(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relay_client, "LOOK_EVERY_S", 0.02)
    relay.token = "for-two"
    without, holds = relay.way(), relay.way(token="for-two")
    with pytest.raises(NeedsToken):
        await without.check()
    held = await without.read(a_place())
    assert held.candidates == ()
    with pytest.raises(NeedsToken):
        await without.write(a_place(), a_wire(1))

    waiting = asyncio.create_task(without.wait(a_place(), held.version, LONG_S))
    await holds.read(a_place())
    await holds.write(a_place(), a_wire(2))
    assert (await waiting).candidates in ((NOTHING_YET,), (a_wire(2),))
    await without.write(a_place(), a_wire(3))
    assert (await holds.read(a_place())).candidates == (a_wire(3),)


async def test_where_another_capability_opens_the_slot_nothing_is_overwritten_and_it_is_said(relay: LyingRelay) -> None:
    await relay.way().write(a_place(), a_wire(1))
    stranger = Place(a_place().slot, b"x" * 32, b"y" * 32)
    for deed in (relay.way().read(stranger), relay.way().write(stranger, a_wire(2))):
        with pytest.raises(StandsForOthers):
            await deed
    await relay.way().delete(stranger)
    assert (await relay.way().read(a_place())).candidates == (a_wire(1),)


async def test_who_may_make_no_more_today_reads_and_writes_what_is_there(relay: LyingRelay) -> None:
    now = 0.0
    patience = Patience(lambda: now, lambda least, _most: least)
    way = relay.way()
    await way.write(a_place(1), a_wire(1))
    relay.status_to_making = (429, "Retry-After: 40000")
    way._of_making = patience
    for _ in range(2):
        with pytest.raises(AskedTooOften):
            await way.read(a_place(2))
    assert len([asked for asked in relay.asked if "cairn-write" in asked.headers]) == 2
    await way.write(a_place(1), a_wire(2))
    assert (await way.read(a_place(1))).candidates == (a_wire(2),)
    relay.status_to_making, now = None, MOST_S
    assert (await way.read(a_place(2))).candidates == ()


# Versions and waiting


@pytest.mark.parametrize("lie", [Lie.NO_ETAG, Lie.ODD_ETAG])
async def test_without_a_name_that_can_be_sent_back_a_version_is_what_it_is_of(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch, lie: Lie
) -> None:
    monkeypatch.setattr(relay_client, "LOOK_EVERY_S", 0.02)
    way = relay.way()
    await way.write(a_place(), a_wire(1))
    relay.lie = lie
    before = await way.read(a_place())
    assert await way.read(a_place()) == before
    waiting = asyncio.create_task(way.wait(a_place(), before.version, LONG_S))
    await way.write(a_place(), a_wire(2))
    assert (await waiting).candidates == (a_wire(2),)
    assert len(before.version) == 64


@pytest.mark.parametrize("lie", [Lie.ONE_ETAG, Lie.UNCHANGED])
async def test_who_is_told_that_nothing_changed_asks_now_and_then_and_no_more(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch, lie: Lie
) -> None:
    monkeypatch.setattr(relay_client, "LOOK_EVERY_S", 0.2)
    way = relay.way()
    await way.write(a_place(), a_wire(1))
    relay.lie = Lie.ONE_ETAG
    before = await way.read(a_place())
    relay.lie, asked = lie, len(relay.asked)
    waiting = asyncio.create_task(way.wait(a_place(), before.version, 1.0))
    if lie is Lie.UNCHANGED:
        with pytest.raises(NoRelay):
            await waiting
    else:
        await way.write(a_place(), a_wire(2))
        # The time over, it is read whatever its name.
        assert (await waiting).candidates == (a_wire(2),)
    assert len(relay.asked) - asked < 10


async def test_what_names_itself_anew_each_time_is_news_each_time_and_still_true(relay: LyingRelay) -> None:
    way = relay.way()
    await way.write(a_place(), a_wire(1))
    relay.lie = Lie.NEW_ETAG
    before = await way.read(a_place())
    held = await way.wait(a_place(), before.version, LONG_S)
    assert (held.candidates, held.version != before.version) == ((a_wire(1),), True)


async def test_a_wait_longer_than_one_is_asked_in_pieces(relay: LyingRelay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay_client, "WAIT_MOST_S", 1)
    way = relay.way()
    await way.write(a_place(), a_wire(1))
    before = await way.read(a_place())
    assert await way.wait(a_place(), before.version, 2.2) == before
    preferred = [asked.headers["prefer"] for asked in relay.asked if "prefer" in asked.headers]
    assert preferred == ["wait=1", "wait=1"]


async def test_a_relay_that_lost_everything_while_somebody_waits_is_news(relay: LyingRelay) -> None:
    way = relay.way()
    await way.write(a_place(), a_wire(1))
    before = await way.read(a_place())
    waiting = asyncio.create_task(way.wait(a_place(), before.version, LONG_S))
    assert await asyncio.to_thread(relay.waits, LONG_S)
    relay.lose_everything()
    assert (await waiting).candidates == ()


async def test_that_a_page_was_stored_is_believed_only_when_it_is_read(relay: LyingRelay) -> None:
    way = relay.way()
    await way.write(a_place(), a_wire(1))
    relay.lie = Lie.FORGET
    await way.write(a_place(), a_wire(2))
    assert (await way.read(a_place())).candidates == (a_wire(1),)


@pytest.mark.parametrize("lie", [Lie.OLD, Lie.OTHER])
async def test_old_pages_and_those_of_others_are_handed_on_to_who_can_tell(relay: LyingRelay, lie: Lie) -> None:
    way = relay.way()
    for number in (1, 2):
        await way.write(a_place(number), a_wire(number))
    await way.write(a_place(1), a_wire(3))
    relay.lie = lie
    assert (await way.read(a_place(1))).candidates == (a_wire(1 if lie is Lie.OLD else 2),)
