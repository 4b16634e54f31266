"""R1: what a relay keeps of whoever calls, on both stores; and its limits, where nothing was said of them."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from pydantic import SecretStr

from sync.relay.postgres_slots import PostgresSlots
from sync.relay.settings import Settings
from sync.relay.slots import Store
from sync.relay.sqlite_slots import SqliteSlots
from tests.relay.kept import in_postgres, in_sqlite, said_in
from tests.relay.served import chosen, page, serving

TOKEN, AGENT = b"the-token-of-somebody", b"the program of somebody"


@dataclass(frozen=True)
class Kept:
    """A store, and all that it holds."""

    store: Store
    holds: Callable[[], bytes]


@pytest.fixture(params=["sqlite", "postgres"])
async def kept(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Kept]:
    if request.param == "sqlite":
        found = Kept(SqliteSlots(tmp_path / "slots.db"), lambda: in_sqlite(tmp_path / "slots.db"))
    else:
        address: str = request.getfixturevalue("postgres_address")
        found = Kept(PostgresSlots(address), lambda: in_postgres(address))
    await found.store.open()
    yield found
    await found.store.close()


async def test_it_keeps_the_digests_of_what_opens_a_slot_and_nothing_of_who_called(kept: Kept, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_bytes(TOKEN + b"\n")
    slots = []
    for settings in (chosen(admission_file=tokens), chosen()):
        async with serving(kept.store, settings) as relay:
            relay.headers["User-Agent"] = AGENT.decode()
            slots.append(slot := await relay.make(page(1), TOKEN.decode()))
            assert (await relay.put(slot.path, headers=slot.writing, content=page(2))).status_code == 200
            assert (await relay.held(slot)).status_code == 200
    held = kept.holds()
    kept_of_each = [
        part for slot in slots for part in (slot.slot, *map(_digest, (slot.read, slot.write)), page(2)[:1_000])
    ]
    assert said_in(held, kept_of_each) == kept_of_each
    capabilities = [capability for slot in slots for capability in (slot.read, slot.write)]
    assert said_in(held, [*capabilities, TOKEN, _digest(TOKEN), AGENT, b"127.0.0.1"]) == []


def _digest(capability: bytes) -> bytes:
    return sha256(capability).digest()


def test_how_often_and_how_long_is_as_the_brief_has_it() -> None:
    """A relay whose operator has said nothing but where its store is."""
    said = Settings(store=SecretStr("sqlite:x"))
    limits = (said.writes_a_minute, said.waiting_reads, said.makes_a_day_for_a_token, said.makes_a_day_for_an_address)
    assert limits == (60, 4, 100, 10)
    assert (said.lifetime_days, said.wait_s, said.proxies, said.admission_file) == (120, 25, (), None)
