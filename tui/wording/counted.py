"""How many of what, in words: `3 check-ins and 1 page`."""

from collections.abc import Callable, Iterable, Mapping

from tui.language import _, _n

_KINDS: dict[str, Callable[[int], str]] = {
    "check-in": lambda count: _n("1 check-in", "{count} check-ins", count),
    "entry": lambda count: _n("1 page", "{count} pages", count),
    "goal": lambda count: _n("1 goal", "{count} goals", count),
    "session": lambda count: _n("1 peer session", "{count} peer sessions", count),
    "tool": lambda count: _n("1 tool", "{count} tools", count),
    "strength": lambda count: _n("1 strength", "{count} strengths", count),
    "person": lambda count: _n("1 person", "{count} people", count),
    "week": lambda count: _n("1 thing in your week", "{count} things in your week", count),
    "story": lambda count: _n("1 story", "{count} stories", count),
    "plan": lambda count: _n("1 part of a plan", "{count} parts of plans", count),
    "partner": lambda count: _n("1 partner", "{count} partners", count),
    "summary": lambda count: _n("1 page for a facilitator", "{count} pages for facilitators", count),
    "peer_group": lambda count: _n("1 group", "{count} groups", count),
    "role_card": lambda count: _n("1 page about you", "{count} pages about you", count),
    "group_note": lambda count: _n("1 note to a group", "{count} notes to groups", count),
    "reflection": lambda count: _n("1 reflection on a goal", "{count} reflections on goals", count),
    "draft": lambda count: _n("1 draft", "{count} drafts", count),
    "earlier-version": lambda count: _n("1 earlier version", "{count} earlier versions", count),
}
_TABLES = {
    "check_in": "check-in", "entry": "entry", "goal": "goal", "peer_session": "session", "coping_tool": "tool",
    "strength": "strength", "person": "person", "partner": "partner", "plan": "plan", "story": "story", "week": "week",
    "draft": "draft", "summary": "summary", "peer_group": "peer_group", "role_card": "role_card",
    "group_note": "group_note",
}  # fmt: skip


def how_many(kind: str, count: int) -> str:
    """`3 pages`."""
    return _KINDS[kind](count).format(count=count)


def counted(kinds: Mapping[str, int]) -> str:
    """Kinds and how many, as one list in words; those of which there are none are left out."""
    return joined(how_many(kind, count) for kind, count in kinds.items() if count)


def counted_rows(rows: Mapping[str, int]) -> str:
    """The same for the rows of tables, those that a person knows by name."""
    return counted({kind: rows.get(table, 0) for table, kind in _TABLES.items()})


def joined(said: Iterable[str]) -> str:
    """`a, b and c`."""
    listed = list(said)
    return _(" and ").join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)
