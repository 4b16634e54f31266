"""Everything that leaves one computer, read with the keys of the other; and pages that no honest cairn writes."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from journal.store.connection import Connection
from journal.store.transaction import transaction
from sync.protocol.canonical import Json, canonical
from sync.protocol.framing import Page, pack_page
from sync.protocol.sizes import PAGE_HEADER
from sync.protocol.standing import renewed
from sync.records.pairs import Pair, Pairs
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.pages import seal_page
from sync.transports.folder import Folder
from tests.groups.people import Held, Member, Somebody

_RUNS = re.compile(rb"[\x20-\x7e]{8,}")


@contextmanager
def plaintexts() -> Iterator[list[bytes]]:
    """Every page that is sealed meanwhile, as it was before, with its headers and its padding."""
    found: list[bytes] = []

    def noted(page: Page, key: bytes, reader: bytes, slot: bytes) -> bytes:
        found.append(pack_page(page))
        return seal_page(page, key, reader, slot)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sync.exchange.seal_page", noted)
        yield found


def said_in(page: bytes) -> bytes:
    """A page without its headers: in a key of a thousand bytes three letters come up by chance."""
    return page[PAGE_HEADER:]


def pair_with(held: Held, member: Member) -> Pair:
    """The facilitator's side of the two."""
    pair = Pairs(held.kim.journal.connection).get(held.id_of(member))
    assert pair is not None
    return pair


def write_as(writer: Somebody, pair: Pair, content: Json, *, number: int | None = None) -> None:
    """Put a page into the slot of one side that says whatever it likes, sealed with the real keys.

    What is remembered of the pages goes on with it, so that the next honest page is newer.
    """
    pairs = Pairs(writer.journal.connection)
    standing = pairs.standing(pair.partner)
    assert standing is not None
    now = renewed(standing, canonical(content))
    if number is None:
        with transaction(writer.journal.connection):
            pairs.put_standing(pair.partner, now)
    else:
        now = replace(now, number=number)
    wire = seal_page(now.page(EpochKey(now.seed).public), pair.keys.key_out, now.their_key, pair.keys.mine.slot)
    asyncio.run(Folder(_folder(pair)).write(pair.keys.mine, wire))


def everything_in(connection: Connection) -> str:
    """Every value of every row of every table, as text: the file after decryption."""
    tables = [str(name) for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = (row for table in tables for row in connection.rows(f'SELECT * FROM "{table}"'))
    return "\n".join(_as_text(value) for row in rows for value in row)


def _as_text(value: object) -> str:
    """What can be read in it.

    Of bytes that are no text whatever runs on for a while: a name of three letters comes up in some keys by chance.
    """
    if not isinstance(value, bytes):
        return str(value)
    try:
        return value.decode()
    except UnicodeDecodeError:
        return "\n".join(run.decode() for run in _RUNS.findall(value))


def _folder(pair: Pair) -> Path:
    return Path(pair.via.removeprefix("folder:"))
