"""The page that tells the archive's format to other readers names every list, every field and every fixed word."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from journal.domain.check_in import HELPED_MARKS
from journal.domain.entry import THEME_TAGS
from journal.domain.goal import GOAL_STATUSES, STEP_STATUSES
from journal.domain.leaving import LEAVING_KINDS, SMALL_CHOICES, WITH_AN_ID_OF_THEIR_OWN
from journal.domain.peer_session import SESSION_PARTS
from journal.domain.scales import SCALES
from journal.domain.shelves import SHELVES
from journal.portable import archive, archive_reading, json_document, records_read
from journal.portable.records import NAMES

PAGE = (Path(__file__).parents[2] / "docs" / "archive-format.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`]+)`", PAGE))
MODELS: dict[str, Any] = {
    "check-in": records_read._CheckIn,
    "entry": records_read._Entry,
    "goal": records_read._Goal,
    "session": records_read._Session,
    "earlier-version": records_read._Earlier,
    "draft": records_read._Draft,
    "choice": records_read._Choice,
    **records_read._SHELVED,
}


def fields_of(model: Any) -> Iterator[str]:
    """Every field of a record, and of what is inside it."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inside in (field.annotation, *get_args(field.annotation)):
            if isinstance(inside, type) and issubclass(inside, BaseModel):
                yield from fields_of(inside)


def row_of(kind: str) -> str:
    """What the page says of one list."""
    return next(line for line in PAGE.splitlines() if line.startswith(f"| `{NAMES[kind]}` |"))


@pytest.mark.parametrize("kind", LEAVING_KINDS)
def test_every_field_of_a_record_is_told_in_the_row_of_its_list(kind: str) -> None:
    told = set(re.findall(r"`([^`]+)`", row_of(kind)))
    first = set() if kind in ("earlier-version", "draft", "choice") else set(records_read._Spine.model_fields)
    assert first <= NAMED
    assert set(fields_of(MODELS[kind])) - first - told <= {"at", "zone", "for_date"} & NAMED
    assert len(list(fields_of(MODELS[kind]))) > 1


def test_every_fixed_word_is_told() -> None:
    parts = [part for shelf in SHELVES.values() for part in shelf.every_part]
    fixed = {word for part in (*parts, *SESSION_PARTS) for word in part.allowed}
    fixed -= {"tuesday", "wednesday", "thursday", "friday", "saturday"}
    fixed |= {*HELPED_MARKS, *THEME_TAGS, *GOAL_STATUSES, *STEP_STATUSES, *SCALES, *SMALL_CHOICES}
    assert fixed | set(WITH_AN_ID_OF_THEIR_OWN) <= NAMED


def test_every_list_is_a_member_and_what_stands_at_the_top_is_told() -> None:
    assert {*archive.FILES.values(), archive.MANIFEST} <= NAMED
    assert set(archive_reading._Manifest.model_fields) | set(archive_reading._Listed.model_fields) <= NAMED
    assert {json.dumps(archive.FORMAT), json.dumps(json_document.FORMAT)} <= NAMED
    assert archive.VERSION == json_document.VERSION == 2


def test_the_limits_are_those_of_the_reader() -> None:
    gib, mib = archive_reading.LARGEST_BYTES // 1024**3, archive_reading.LONGEST_LINE_BYTES // 1024**2
    assert f"up to {gib} GiB in all, {mib} MiB a line and {archive_reading.MOST_RECORDS:,} records" in PAGE
