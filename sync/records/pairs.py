"""Pairs: how one stands with each partner, and a pairing on its way."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from typing import Any

from journal.store.connection import Connection, Value
from sync.protocol.sizes import CAPABILITY, SLOT_ID
from sync.protocol.standing import Standing
from sync.protocol.writers import Writer
from sync.records.meetings import instant
from sync.sealing.meeting_keys import PairKeys, Place, Role, pair_keys


class State(Enum):
    """Where a pair stands. The value is stored."""

    MEETING = "meeting"
    """Words were given or typed in; the four messages are on their way."""
    TO_COMPARE = "to_compare"
    MATCHED = "matched"
    """I have said that the words match; the partner's word is not here."""
    ACTIVE = "active"
    ENDING = "ending"
    """A last page is on its way."""
    ENDED = "ended"
    BROKEN = "broken"
    """Broken off: a new meeting is needed."""


PARTNER, FACILITATOR = "partner", "facilitator"
"""What the one who invited is to the other."""
WITH_PAGES = (State.MATCHED, State.ACTIVE, State.ENDING)
OPEN = (State.MEETING, State.TO_COMPARE, *WITH_PAGES)


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """One row of `pair`, but for its standing."""

    partner: str
    via: str
    role: Role
    begun_at: str
    my_name: str | None = None
    takes_name: bool = False
    kind: str = PARTNER
    group_name: str | None = None
    summary_read: bytes | None = None
    """Of a facilitator: what is kept of the page that they opened last, which says nothing of its words."""
    card_shown: bytes | None = None
    """Of a member: digest of the role card that they were shown."""
    line: str | None = None
    agreement: str | None = None
    yes_to: str | None = None
    paused: bool = False
    """Whether words typed to this partner, and one's name, stay here for now."""
    state: State = State.MEETING
    why: str | None = None
    met_at: str | None = None
    said_at: str | None = None
    seen_at: str | None = None
    ended_at: str | None = None
    unreadable: int = 0
    not_read: bytes | None = None
    words: str | None = None
    root: bytes | None = None
    view: bytes | None = None
    wrote: bytes | None = None
    alarm: bytes | None = None
    """One's own slot, then what is to stand there once somebody else wrote as one of the two."""

    @property
    def writer(self) -> Writer:
        """As what one writes to the other."""
        if self.kind != FACILITATOR:
            return Writer.PARTNER
        return Writer.FACILITATOR if self.role is Role.INVITER else Writer.MEMBER

    @property
    def their_writer(self) -> Writer:
        """As what the other writes."""
        turned = {Writer.FACILITATOR: Writer.MEMBER, Writer.MEMBER: Writer.FACILITATOR}
        return turned.get(self.writer, self.writer)

    @property
    def keys(self) -> PairKeys:
        """What the pair has once the four messages are there.

        Raises:
            ValueError: they are not.
        """
        if self.root is None:
            raise ValueError("the four messages of this pair are not all there")
        return pair_keys(self.root, self.role)


_PAIR = tuple(field.name for field in fields(Pair))
_STANDING = tuple(field.name for field in fields(Standing))


class Pairs:
    """The pairs of one open journal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, pair: Pair) -> None:
        """Write every column of a pair; its standing stays as it is."""
        values = [_plain(getattr(pair, name)) for name in _PAIR]
        changed = ", ".join(f"{name} = excluded.{name}" for name in _PAIR[1:])
        self._connection.execute(
            f"INSERT INTO pair ({', '.join(_PAIR)}) VALUES ({', '.join('?' * len(_PAIR))})"
            f" ON CONFLICT (partner) DO UPDATE SET {changed}",
            values,
        )

    def get(self, partner: str) -> Pair | None:
        """How one stands with this partner; `None` where they are a name alone."""
        row = self._connection.row(f"SELECT {', '.join(_PAIR)} FROM pair WHERE partner = ?", (partner,))
        return None if row is None else _pair(row)

    def all(self) -> list[Pair]:
        """Every pair, the first partner first."""
        return [_pair(row) for row in self._connection.rows(f"SELECT {', '.join(_PAIR)} FROM pair ORDER BY partner")]

    def standing(self, partner: str) -> Standing | None:
        """What is remembered of the pages; `None` before the words match, and after the end."""
        row = self._connection.row(f"SELECT {', '.join(_STANDING)} FROM pair WHERE partner = ?", (partner,))
        if row is None or row[_STANDING.index("seed")] is None:
            return None
        kept: dict[str, Any] = dict(zip(_STANDING, row, strict=True))
        sent = tuple((int(number), bytes.fromhex(digest)) for number, digest in json.loads(kept["sent"]))
        since = instant(kept["epoch_since"])
        return Standing(**{**kept, "epoch_since": since, "sent": sent, "owes": bool(kept["owes"])})

    def put_standing(self, partner: str, standing: Standing | None) -> None:
        """Write what is remembered of the pages, or forget it, keys and all."""
        values = [None if standing is None else _plain(getattr(standing, name)) for name in _STANDING]
        self._connection.execute(
            f"UPDATE pair SET {', '.join(f'{name} = ?' for name in _STANDING)} WHERE partner = ?", [*values, partner]
        )

    def remove_erased(self) -> None:
        """Forget the pairs that are over with partners who were erased, once nothing of a meeting is left."""
        self._connection.execute(
            "DELETE FROM pair WHERE state IN (?, ?) AND partner NOT IN (SELECT id FROM item)"
            " AND alarm IS NULL AND partner NOT IN (SELECT partner FROM meeting)",
            (State.ENDED.value, State.BROKEN.value),
        )


def kept_alarm(mine: Place, wire: bytes) -> bytes:
    """A last page as it is kept until it stands in its slot."""
    return mine.slot + mine.read + mine.write + wire


def alarm_of(kept: bytes) -> tuple[Place, bytes]:
    """Where it is to stand, and the page."""
    to_read, to_write = SLOT_ID, SLOT_ID + CAPABILITY
    wire_at = to_write + CAPABILITY
    return Place(kept[:to_read], kept[to_read:to_write], kept[to_write:wire_at]), kept[wire_at:]


def _pair(row: Sequence[Value]) -> Pair:
    kept: dict[str, Any] = dict(zip(_PAIR, row, strict=True))
    turned = {name: bool(kept[name]) for name in ("takes_name", "paused")}
    return Pair(**{**kept, **turned, "role": Role(kept["role"]), "state": State(kept["state"])})


def _plain(value: object) -> Value:
    match value:
        case Enum():
            return str(value.value)
        case datetime():
            return value.isoformat()
        case tuple():
            return json.dumps([(number, digest.hex()) for number, digest in value])
        case bool():
            return int(value)
        case None | int() | str() | bytes():
            return value
        case _:
            raise TypeError("a pair holds no such value")
