"""The stores that pass the same tests, each with a clock that a test sets."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sync.relay.postgres_slots import PostgresSlots
from sync.relay.slots import Store
from sync.relay.sqlite_slots import SqliteSlots
from tests.relay.memory_store import MemorySlots

NOON = 1_780_000_000
"""Some noon, in seconds of UTC."""


class Clock:
    """Shows what it was set to."""

    def __init__(self) -> None:
        self.shows = NOON

    def __call__(self) -> int:
        return self.shows


@pytest.fixture
def clock() -> Clock:
    """That of the store."""
    return Clock()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
async def store(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    """Each store in turn, open."""
    made: Store
    match request.param:
        case "memory":
            made = MemorySlots(clock)
        case "sqlite":
            made = SqliteSlots(tmp_path / "slots.db", clock)
        case _:
            made = PostgresSlots(request.getfixturevalue("postgres_address"), clock)
    await made.open()
    yield made
    await made.close()
