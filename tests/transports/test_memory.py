"""The twin breaks exactly those promises that it is told to break."""

from collections.abc import Callable
from random import Random

import pytest

from sync.errors import NotReached
from tests.transports.memory import Memory, Misdeed, now_and_then
from tests.transports.places import a_place, a_wire


def always(*misdeeds: Misdeed) -> Callable[[Misdeed], bool]:
    return lambda misdeed: misdeed in misdeeds


async def candidates(slots: Memory, number: int = 1) -> tuple[bytes, ...]:
    return (await slots.read(a_place(number))).candidates


@pytest.fixture
async def slots() -> Memory:
    """With one page in it."""
    slots = Memory()
    await slots.write(a_place(), a_wire(1))
    return slots


async def test_it_loses_a_page_and_says_so(slots: Memory) -> None:
    slots.does = always(Misdeed.LOSE)
    with pytest.raises(NotReached):
        await slots.write(a_place(), a_wire(2))
    assert await candidates(slots) == (a_wire(1),)


async def test_it_says_that_a_page_stands_there_and_it_does_not(slots: Memory) -> None:
    slots.does = always(Misdeed.LIE)
    await slots.write(a_place(), a_wire(2))
    assert await candidates(slots) == (a_wire(1),)


async def test_it_holds_a_page_back_until_it_lets_it_go(slots: Memory) -> None:
    slots.does = always(Misdeed.DELAY)
    await slots.write(a_place(), a_wire(2))
    assert await candidates(slots) == (a_wire(1),)
    await slots.let_delayed_go()
    assert await candidates(slots) == (a_wire(2),)


async def test_it_keeps_both_of_two_pages(slots: Memory) -> None:
    slots.does = always(Misdeed.KEEP_BOTH)
    await slots.write(a_place(), a_wire(2))
    assert await candidates(slots) == (a_wire(2), a_wire(1))


async def test_it_shows_an_older_page(slots: Memory) -> None:
    await slots.write(a_place(), a_wire(2))
    slots.does = always(Misdeed.OLD)
    assert {(await candidates(slots))[0] for _ in range(20)} == {a_wire(1), a_wire(2)}


async def test_it_shows_what_stands_in_another_slot(slots: Memory) -> None:
    await slots.write(a_place(2), a_wire(2))
    slots.does = always(Misdeed.OTHER)
    assert await candidates(slots) == (a_wire(2),)


async def test_it_remembers_everything_that_was_ever_carried(slots: Memory) -> None:
    slots.does = always(Misdeed.LIE)
    await slots.write(a_place(2), a_wire(2))
    assert slots.ever == [(a_place(1).slot, a_wire(1)), (a_place(2).slot, a_wire(2))]


def test_a_misdeed_of_every_kind_happens_now_and_then() -> None:
    does = now_and_then(Random(1), 0.2)
    assert all(20 < sum(does(misdeed) for _ in range(200)) < 60 for misdeed in Misdeed)
