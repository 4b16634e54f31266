"""What was said yes to: one row a yes, with the words as they were."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

from journal.store.connection import Connection, Value


class Status(Enum):
    """Where a yes stands. The value is stored."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    """A later yes for the same goal and the same partner stands in its place."""


GOAL, SUMMARY = "goal", "summary"
LIVE = (Status.ACTIVE, Status.PAUSED)


@dataclass(frozen=True, slots=True)
class Consent:
    """One yes: one goal or page, one person, these parts, these words, until that day."""

    id: str
    partner: str
    """The partner's id in this journal."""
    goal: str | None
    """The id in this journal of the goal, or of the page for a facilitator; none once it is gone for good."""
    shared: str
    """The id that the partner knows it by: 32 hex digits, drawn at random."""
    fields: tuple[str, ...]
    words: dict[str, Any] = field(repr=False)
    """By part, as they were said yes to: texts; `next_step` is its text. Of a page for a facilitator as it travels."""
    step: str | None
    """The journal's id of the step that is shared."""
    step_shared: str | None
    statement: str = field(repr=False)
    version: int
    """Of the statement."""
    said_with: str
    """What the person pressed or typed."""
    starts: str
    """Local calendar day."""
    expires: str
    """Local calendar day: the last one."""
    status: Status
    made_at: str
    changed_at: str | None = None
    sent_number: int | None = None
    sent_at: str | None = None
    seen_at: str | None = None
    gone_number: int | None = None
    gone_at: str | None = None
    supersedes: str | None = None
    kind: str = GOAL
    """`GOAL` or `SUMMARY`."""
    untold: int = 0
    """1: it stopped because what it is to was deleted, and the ledger does not say so yet."""

    @property
    def is_live(self) -> bool:
        """Whether it can travel, now or once it goes on."""
        return self.status in LIVE


_COLUMNS = tuple(each.name for each in fields(Consent))


class Consents:
    """Everything that was said yes to in one open journal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, consent: Consent) -> None:
        """Write every column of a yes."""
        values = [_plain(getattr(consent, name)) for name in _COLUMNS]
        changed = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])
        self._connection.execute(
            f"INSERT INTO consent ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
            f" ON CONFLICT (id) DO UPDATE SET {changed}",
            values,
        )

    def put_goals(self, consent: str, goals: Sequence[str]) -> None:
        """Keep which goals of the journal stand on a page for a facilitator."""
        self._connection.execute_many(
            "INSERT OR IGNORE INTO consent_goal (consent, goal) VALUES (?, ?)", [(consent, goal) for goal in goals]
        )

    def goals_on(self, consent: str) -> list[str]:
        """The ids of the goals that stand on this page for a facilitator."""
        rows = self._connection.rows("SELECT goal FROM consent_goal WHERE consent = ? ORDER BY goal", (consent,))
        return [str(goal) for (goal,) in rows]

    def begin_anew(self, partner: str) -> None:
        """After a new meeting pages count from 1: what was not confirmed of an earlier one never will be."""
        self._connection.execute(
            "UPDATE consent SET sent_number = NULL, gone_number = NULL WHERE partner = ?", (partner,)
        )

    def all(self) -> list[Consent]:
        """Every yes, the first one first."""
        rows = self._connection.rows(f"SELECT {', '.join(_COLUMNS)} FROM consent ORDER BY number")
        return [_consent(row) for row in rows]

    def of(self, partner: str) -> list[Consent]:
        """Every yes for this partner, the first one first."""
        rows = self._connection.rows(
            f"SELECT {', '.join(_COLUMNS)} FROM consent WHERE partner = ? ORDER BY number", (partner,)
        )
        return [_consent(row) for row in rows]


def _consent(row: Sequence[Value]) -> Consent:
    kept = dict(zip(_COLUMNS, row, strict=True))
    return Consent(
        **{
            **kept,
            "fields": tuple(json.loads(str(kept["fields"]))),
            "words": json.loads(str(kept["words"])),
            "status": Status(kept["status"]),
        }
    )


def _plain(value: object) -> Value:
    match value:
        case Status():
            return value.value
        case tuple() | dict():
            return json.dumps(value, ensure_ascii=False)
        case None | int() | str():
            return value
        case _:
            raise TypeError("a yes holds no such value")
