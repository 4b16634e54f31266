"""What a journal holds as JSON documents: keys are the field names of the domain, times ISO 8601 with offset."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry
from journal.domain.goal import GOAL_PARTS, Goal, GoalStep
from journal.domain.parts import Part, values_of
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, PeerSession
from journal.domain.shelves import AGREEMENT, PLANS, SHELVES, PeerPartnership, PlanPart, Thing
from journal.domain.timeline import Item

_UNSAFE = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def as_json(document: dict[str, Any]) -> str:
    """One line of JSON; what could act on a terminal is written as an escape, which reads back as it was."""
    text = json.dumps(document, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def document_of(item: Item) -> dict[str, Any]:
    """One item with all its fields; what was left blank is null."""
    if isinstance(item, CheckIn):
        return _check_in(item)
    if isinstance(item, Goal):
        return _goal(item)
    return _session(item) if isinstance(item, PeerSession) else _entry(item)


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
        "goal_ids": list(entry.goal_ids),
        **_marks(entry),
        "origin": None if entry.origin is None else json.loads(entry.origin),
    }


def _goal(goal: Goal) -> dict[str, Any]:
    reflections = [{"at": one.moment.at, "for_date": one.moment.for_date, "note": one.note} for one in goal.reflections]
    return {
        "kind": "goal",
        **_dated(goal),
        "title": goal.title,
        "status": goal.status,
        **_parts(goal, [part for part in GOAL_PARTS if part.name != "title"]),
        "steps": [step_document(step) for step in goal.steps],
        "next_step": None if goal.next_step is None else step_document(goal.next_step),
        "reflections": reflections,
        "created_at": goal.recorded_at,
        **_marks(goal),
    }


def step_document(step: GoalStep) -> dict[str, Any]:
    """One small step."""
    return {"id": step.id, "text": step.text, "status": step.status, "done_at": step.done_at}


def _session(session: PeerSession) -> dict[str, Any]:
    return {
        "kind": "session",
        **_dated(session),
        "reflected_at": session.reflected_at,
        "partnership_id": session.partner_id,
        "partner_alias": session.partner_alias,
        **_parts(session, ABOUT),
        "before": _parts(session, BEFORE),
        "after": _parts(session, AFTER),
        "more": _parts(session, MORE),
        "goals_touched": list(session.goals_touched),
        **_marks(session),
    }


def thing_document(thing: Thing) -> dict[str, Any]:
    """Anything on a shelf with all its parts; a partner under the names of the command line contract."""
    if isinstance(thing, PeerPartnership):
        return _partner(thing)
    shelf = next(shelf for shelf in SHELVES.values() if isinstance(thing, shelf.makes))
    return {"id": thing.id, **_parts(thing, shelf.every_part), "created_at": thing.created_at}


def _partner(partner: PeerPartnership) -> dict[str, Any]:
    shelf = SHELVES["partner"]
    named = ("partner_alias", "status", *(part.name for part in AGREEMENT))
    return {
        "partner": partner.id,
        "alias": partner.partner_alias,
        "state": partner.status,
        **_parts(partner, [part for part in shelf.every_part if part.name not in named]),
        "agreement": _parts(partner, AGREEMENT),
        "created_at": partner.created_at,
    }


def plan_document(name: str, written: Mapping[str, PlanPart]) -> dict[str, Any]:
    """A plan with all its sections in order; what is not written is null."""
    words = {section: written[section].words if section in written else None for section in PLANS[name]}
    return {"plan": name, "sections": words}


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


def _parts(thing: object, parts: Sequence[Part]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values_of(thing, parts).items()}
