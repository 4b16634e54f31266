"""What every way between two people promises, whichever it is: a real folder, a real relay, their twin in memory.

The lying relay is here as well while it does not lie: what it is told to break, it has to keep otherwise.
"""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from sync.errors import NotReached
from sync.protocol.sizes import NOTHING_YET
from sync.transports.folder import Folder
from sync.transports.relay_address import read_address
from sync.transports.relay_client import Relay
from sync.transports.slot import Held, Slots
from tests.transports.lying_relay import LyingRelay, impatient
from tests.transports.memory import Memory, Misdeed
from tests.transports.places import a_place, a_wire
from tests.transports.served_relay import relay_here

LOOKS_EVERY_S = 0.002
LONG_S = 30.0
"""Longer than anything here takes: a wait that ends after it was never woken."""


@pytest.fixture(params=["folder", "memory", "relay", "lying relay"])
def way(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    (tmp_path / "both").mkdir()
    return str(request.param)


@pytest.fixture
async def slots(way: str, tmp_path: Path) -> AsyncIterator[Slots]:
    match way:
        case "folder":
            yield Folder(tmp_path / "both", LOOKS_EVERY_S)
        case "memory":
            yield Memory()
        case "relay":
            async with relay_here(tmp_path / "slots.db") as via:
                yield Relay(read_address(via), patience=impatient())
        case _:
            async with LyingRelay().listening() as relay:
                yield relay.way()


@pytest.fixture
def gone(way: str, slots: Slots, tmp_path: Path) -> Slots:
    """The same, out of reach."""
    if isinstance(slots, Relay):
        with socket.create_server(("127.0.0.1", 0)) as was_free:
            port = was_free.getsockname()[1]
        return Relay(read_address(f"relay:http://127.0.0.1:{port}"), patience=impatient())
    if isinstance(slots, Memory):
        slots.does = lambda misdeed: misdeed is Misdeed.GONE
    else:
        shutil.rmtree(tmp_path / "both")
    return slots


async def test_a_place_that_is_there_is_said_to_be(slots: Slots) -> None:
    await slots.check()
    assert (await slots.read(a_place())).candidates == ()


async def test_what_was_written_stands_there_and_alone(slots: Slots) -> None:
    for number in (1, 2, 3):
        await slots.write(a_place(), a_wire(number))
    assert (await slots.read(a_place())).candidates == (a_wire(3),)


async def test_zeros_are_as_good_as_any_other_bytes(slots: Slots) -> None:
    await slots.write(a_place(), NOTHING_YET)
    assert (await slots.read(a_place())).candidates == (NOTHING_YET,)


async def test_slots_know_nothing_of_each_other(slots: Slots) -> None:
    for number in (1, 2, 3):
        await slots.write(a_place(number), a_wire(number))
    await slots.delete(a_place(2))
    held = [await slots.read(a_place(number)) for number in (1, 2, 3)]
    assert [each.candidates for each in held] == [(a_wire(1),), (), (a_wire(3),)]


async def test_what_was_deleted_is_gone_and_deleting_again_harms_nothing(slots: Slots) -> None:
    await slots.write(a_place(), a_wire())
    for _ in range(2):
        await slots.delete(a_place())
        assert (await slots.read(a_place())).candidates == ()
    await slots.write(a_place(), a_wire(2))
    assert (await slots.read(a_place())).candidates == (a_wire(2),)


async def test_a_version_changes_with_what_stands_there_and_only_then(slots: Slots) -> None:
    versions = [(await slots.read(a_place())).version]
    for number in (1, 2):
        await slots.write(a_place(), a_wire(number))
        versions += {(await slots.read(a_place())).version for _ in range(3)}
    await slots.write(a_place(2), a_wire(9))
    assert (await slots.read(a_place())).version == versions[-1]
    assert len(versions) == len(set(versions)) == 3


async def test_waiting_ends_at_once_where_it_is_another_version_already(slots: Slots) -> None:
    before = await slots.read(a_place())
    await slots.write(a_place(), a_wire())
    held = await slots.wait(a_place(), before.version, LONG_S)
    assert held.candidates == (a_wire(),)


@pytest.mark.parametrize("is_deleted", [False, True], ids=["written", "deleted"])
async def test_waiting_ends_when_something_changes(slots: Slots, is_deleted: bool) -> None:
    await slots.write(a_place(), a_wire(1))
    before = await slots.read(a_place())
    waiting = asyncio.create_task(slots.wait(a_place(), before.version, LONG_S))
    await asyncio.sleep(0)
    await (slots.delete(a_place()) if is_deleted else slots.write(a_place(), a_wire(2)))
    assert (await waiting).candidates == (() if is_deleted else (a_wire(2),))


async def test_waiting_ends_after_its_time_with_what_stands_there(slots: Slots) -> None:
    await slots.write(a_place(), a_wire())
    before = await slots.read(a_place())
    assert await slots.wait(a_place(), before.version, LOOKS_EVERY_S) == before


async def test_of_many_who_write_at_once_one_stands_there_whole(slots: Slots) -> None:
    async def write(number: int) -> None:
        try:
            await slots.write(a_place(), a_wire(number))
        except NotReached:
            # Another one swept its half-done file away. It is tried again at the next look.
            await slots.write(a_place(), a_wire(number))

    wires = {a_wire(number) for number in range(8)}
    for _ in range(5):
        done = await asyncio.gather(*(write(number) for number in range(8)), return_exceptions=True)
        assert not [each for each in done if each is not None and not isinstance(each, NotReached)]
        (stands,) = (await slots.read(a_place())).candidates
        assert stands in wires


async def test_who_reads_while_another_writes_sees_one_whole_page_or_the_other(slots: Slots) -> None:
    await slots.write(a_place(), a_wire(0))
    seen: list[Held] = []

    async def read() -> None:
        seen.extend([await slots.read(a_place()) for _ in range(20)])

    async def write() -> None:
        for number in range(20):
            await slots.write(a_place(), a_wire(number))

    await asyncio.gather(read(), write())
    assert {wire for held in seen for wire in held.candidates} <= {a_wire(number) for number in range(20)}
    assert all(len(held.candidates) == 1 for held in seen)


DEEDS: dict[str, Callable[[Slots], Coroutine[Any, Any, object]]] = {
    "check": lambda slots: slots.check(),
    "read": lambda slots: slots.read(a_place()),
    "write": lambda slots: slots.write(a_place(), a_wire()),
    "wait": lambda slots: slots.wait(a_place(), "", 0),
    "delete": lambda slots: slots.delete(a_place()),
}


@pytest.mark.parametrize("deed", DEEDS)
async def test_a_place_that_is_not_there_is_said_and_nothing_else(gone: Slots, deed: str) -> None:
    with pytest.raises(NotReached):
        await DEEDS[deed](gone)
