"""Items as JSON documents: keys are the field names of the domain, times ISO 8601 with offset."""

import json
import re
from typing import Any

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry
from journal.domain.timeline import Item

_UNSAFE = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def as_json(document: dict[str, Any]) -> str:
    """One line of JSON; what could act on a terminal is written as an escape, which reads back as it was."""
    text = json.dumps(document, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def document_of(item: Item) -> dict[str, Any]:
    """One item with all its fields; what was left blank is null."""
    return _check_in(item) if isinstance(item, CheckIn) else _entry(item)


def _check_in(check_in: CheckIn) -> dict[str, Any]:
    return {
        "kind": "check-in",
        **_dated(check_in),
        "scale_id": check_in.scale_id,
        **check_in.answers(),
        "feelings": list(check_in.feelings),
        "tools_used": [{"tool_id": use.tool_id, "helped": use.helped} for use in check_in.tools_used],
        "note": check_in.note,
        **_marks(check_in),
    }


def _entry(entry: JournalEntry) -> dict[str, Any]:
    return {
        "kind": "entry",
        **_dated(entry),
        "title": entry.title,
        "body": entry.body,
        "prompt_id": entry.prompt_id,
        "themes": list(entry.themes),
        "tags": list(entry.tags),
        **_marks(entry),
        "origin": None if entry.origin is None else json.loads(entry.origin),
    }


def draft_document(draft: Draft) -> dict[str, Any]:
    """A draft with its words."""
    return {
        "id": draft.id,
        "kind": draft.kind,
        "item_id": draft.item_id,
        "at": draft.moment.at,
        "zone": draft.moment.zone,
        "for_date": draft.moment.for_date,
        "prompt_id": draft.prompt_id,
        "title": draft.title,
        "body": draft.body,
        "answers": None if draft.answers is None else json.loads(draft.answers),
        "saved_at": draft.saved_at,
    }


def _dated(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "at": item.moment.at,
        "zone": item.moment.zone,
        "for_date": item.moment.for_date,
        "recorded_at": item.recorded_at,
    }


def _marks(item: Item) -> dict[str, Any]:
    return {"bring": item.bring, "keep": item.keep, "edited_at": item.edited_at}
