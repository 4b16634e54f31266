"""What was said yes to, paused and stopped, each row bound to the one before. It outlives what was shared.

    row_hash = H("cairn/v1/ledger", prev, row)      prev of the first row: 32 zero bytes

A row that was changed, taken out or put elsewhere is seen; a ledger that was cut off at its end is not, from inside.
Source: security brief, g.1.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from journal.store.connection import Connection
from sync.protocol.canonical import Json, canonical
from sync.protocol.digests import digest

_LABEL = b"cairn/v1/ledger"
_FIRST: Final = bytes(32)
_SALT = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One row."""

    number: int
    event: Mapping[str, Json]
    is_whole: bool
    """Whether it is bound to the row before as it was written."""


class Ledger:
    """The ledger of one open journal: it is read and added to, and that is all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: Mapping[str, Json], salted: Mapping[str, bytes] | None = None) -> None:
        """Add what happened. It names parts and ids, and holds no words.

        Args:
            event: what happened.
            salted: words of which a salted digest is kept by these names: once the salt is gone, and it goes with the
                words, it says nothing about them.
        """
        salt = os.urandom(_SALT) if salted else None
        digests = {name: digest(salt, words).hex() for name, words in (salted or {}).items() if salt}
        last = self._connection.row("SELECT number, row_hash FROM ledger ORDER BY number DESC LIMIT 1")
        number, before = (0, _FIRST) if last is None else (int(last[0] or 0), last[1])
        if not isinstance(before, bytes):
            raise TypeError("a row of the ledger is bound by bytes")
        row = canonical({**event, **digests}).decode()
        self._connection.execute(
            "INSERT INTO ledger (number, row, salt, prev, row_hash) VALUES (?, ?, ?, ?, ?)",
            (number + 1, row, salt, before, _bound(before, row)),
        )

    def entries(self) -> list[Entry]:
        """Every row, the first one first, and whether the chain holds there."""
        found, before = [], _FIRST
        rows = self._connection.rows("SELECT number, row, prev, row_hash FROM ledger ORDER BY number")
        for place, (number, row, prev, row_hash) in enumerate(rows, 1):
            is_whole = prev == before and number == place and row_hash == _bound(before, str(row))
            found.append(Entry(int(number or 0), _read(str(row)), is_whole))
            before = row_hash if isinstance(row_hash, bytes) else _FIRST
        return found


def _bound(before: bytes, row: str) -> bytes:
    return digest(_LABEL, before, row.encode())


def _read(row: str) -> dict[str, Json]:
    import json

    try:
        read = json.loads(row)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
