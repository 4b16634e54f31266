"""Everything a journal holds as records: JSON objects under the field names of the domain, blanks as null.

What leaves as a record comes back by `records_read.py` as the same value. The fields are listed for whoever writes
another reader in `docs/archive-format.md`.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry
from journal.domain.goal import GOAL_PARTS, Goal
from journal.domain.leaving import (
    CHECK_IN,
    CHOICE,
    DRAFT,
    EARLIER,
    ENTRY,
    GOAL,
    SESSION,
    EarlierVersion,
    Shelved,
    Taken,
)
from journal.domain.moments import Moment
from journal.domain.parts import Part, values_of
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, PeerSession
from journal.domain.shelves import SHELVES

NAMES = {
    "tool": "tools",
    "strength": "strengths",
    "person": "people",
    "week": "week",
    "story": "stories",
    "plan": "plans",
    "partner": "partners",
    "summary": "summaries",
    "peer_group": "groups",
    "role_card": "role_cards",
    "group_note": "group_notes",
    GOAL: "goals",
    CHECK_IN: "check_ins",
    ENTRY: "entries",
    SESSION: "sessions",
    EARLIER: "earlier_versions",
    DRAFT: "drafts",
    CHOICE: "choices",
}
"""What a list of records of a kind is called, in the order in which one names another."""

HAS_WORDS_ALONE = (CHECK_IN, ENTRY)
"""Kinds of which an earlier version is a text; of all others it is some of their parts."""

DEEPEST = 150
"""Brackets that an object inside a record may hold; one with more stays the text it was. Readers have such a limit."""

_TOKEN = re.compile(r"^(relay:https?://)[^/@]*@")
"""Opens a relay, and is nobody else's: it stays in the locked journal."""

_ACTS = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What JSON lets through and a terminal or another reader of lines acts on: written as an escape that reads back."""


def record_line(record: dict[str, Any]) -> bytes:
    """A record as one line of UTF-8 JSON without its line end."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def record_of(taken: Taken) -> dict[str, Any]:
    """Anything that goes along, with all that is kept of it."""
    if isinstance(taken, CheckIn):
        return _check_in(taken)
    if isinstance(taken, JournalEntry):
        return _entry(taken)
    if isinstance(taken, Goal):
        return _goal(taken)
    if isinstance(taken, PeerSession):
        return _session(taken)
    if isinstance(taken, Shelved):
        return {**_spine(taken), **_without_token(_parts(taken.thing, SHELVES[taken.kind].every_part))}
    if isinstance(taken, EarlierVersion):
        return _earlier(taken)
    return _draft(taken) if isinstance(taken, Draft) else {"name": taken.name, "value": taken.value}


def object_or_text(text: str | None) -> dict[str, Any] | str | None:
    """A JSON object that was kept as text, taken apart where putting it together gives the very same text."""
    if text is None or text.count("{") + text.count("[") > DEEPEST:
        return text
    try:
        loaded = json.loads(text, parse_constant=_no_number)
        same = isinstance(loaded, dict) and text_of(loaded) == text
    except (ValueError, RecursionError):
        return text
    return loaded if same else text


def text_of(kept: dict[str, Any] | str | None) -> str | None:
    """The text that `object_or_text` was given."""
    return json.dumps(kept, ensure_ascii=False) if isinstance(kept, dict) else kept


def _no_number(name: str) -> object:
    raise ValueError(name)


def _check_in(check_in: CheckIn) -> dict[str, Any]:
    return {
        **_spine(check_in),
        "scale_id": check_in.scale_id,
        **check_in.answers(),
        "feelings": list(check_in.feelings),
        "tools_used": [{"tool_id": use.tool_id, "helped": use.helped} for use in check_in.tools_used],
        "note": check_in.note,
    }


def _entry(entry: JournalEntry) -> dict[str, Any]:
    return {
        **_spine(entry),
        "title": entry.title,
        "body": entry.body,
        "prompt_id": entry.prompt_id,
        "themes": list(entry.themes),
        "tags": list(entry.tags),
        "goal_ids": list(entry.goal_ids),
        "origin": object_or_text(entry.origin),
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        **_spine(goal),
        **_parts(goal, GOAL_PARTS),
        "status": goal.status,
        "steps": [
            {"id": step.id, "text": step.text, "status": step.status, "done_at": step.done_at} for step in goal.steps
        ],
        "reflections": [{"id": one.id, **_moment(one.moment), "note": one.note} for one in goal.reflections],
    }


def _session(session: PeerSession) -> dict[str, Any]:
    return {
        **_spine(session),
        "reflected_at": session.reflected_at,
        "partnership_id": session.partner_id,
        **_parts(session, ABOUT),
        "before": _parts(session, BEFORE),
        "after": _parts(session, AFTER),
        "more": _parts(session, MORE),
        "goals_touched": list(session.goals_touched),
    }


def _earlier(earlier: EarlierVersion) -> dict[str, Any]:
    known = {"item_id": earlier.item_id, "kind": earlier.kind, "replaced_at": earlier.replaced_at}
    parts = None if earlier.kind in HAS_WORDS_ALONE else object_or_text(earlier.words)
    if isinstance(parts, dict):
        return {**known, "title": earlier.title, "words": None, "parts": _without_token(parts)}
    return {**known, "title": earlier.title, "words": earlier.words, "parts": None}


def _draft(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "kind": draft.kind,
        "item_id": draft.item_id,
        **_moment(draft.moment),
        "saved_at": draft.saved_at,
        "prompt_id": draft.prompt_id,
        "title": draft.title,
        "body": draft.body,
        "answers": object_or_text(draft.answers),
    }


def _spine(taken: CheckIn | JournalEntry | Goal | PeerSession | Shelved) -> dict[str, Any]:
    return {
        "id": taken.id,
        **_moment(taken.moment),
        "recorded_at": taken.recorded_at,
        "edited_at": taken.edited_at,
        "bring": taken.bring,
        "keep": taken.keep,
    }


def _moment(moment: Moment) -> dict[str, str]:
    return {"at": moment.at, "zone": moment.zone, "for_date": moment.for_date}


def _without_token(parts: dict[str, Any]) -> dict[str, Any]:
    """The same, with the place of a group as anybody may know it."""
    via = parts.get("via")
    return {**parts, "via": _TOKEN.sub(r"\1", via)} if isinstance(via, str) else parts


def _parts(thing: object, parts: Sequence[Part]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values_of(thing, parts).items()}
