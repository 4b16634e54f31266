"""What arrives from another program, as values."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ArrivingPage:
    fingerprint: str
    local: datetime
    title: str | None
    body: str
    tags: tuple[str, ...]
    origin: dict[str, object] | None
    place: int
    starred: bool


@dataclass(frozen=True, slots=True)
class BrokenRow:
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Arrivals:
    source: str
    pages: tuple[ArrivingPage, ...]
    broken: tuple[BrokenRow, ...]
    unknown_fields: tuple[str, ...]
    doubtful: tuple[str, ...]
