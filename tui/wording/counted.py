"""How many of what, in words: `3 check-ins and 1 page`."""

from collections.abc import Iterable, Mapping

_KINDS = {
    "check-in": ("check-in", "check-ins"), "entry": ("page", "pages"), "goal": ("goal", "goals"),
    "session": ("peer session", "peer sessions"), "tool": ("tool", "tools"), "strength": ("strength", "strengths"),
    "person": ("person", "people"), "week": ("thing in your week", "things in your week"),
    "story": ("story", "stories"), "plan": ("part of a plan", "parts of plans"), "partner": ("partner", "partners"),
    "reflection": ("reflection on a goal", "reflections on goals"), "draft": ("draft", "drafts"),
    "earlier-version": ("earlier version", "earlier versions"),
}  # fmt: skip
_TABLES = {
    "check_in": "check-in", "entry": "entry", "goal": "goal", "peer_session": "session", "coping_tool": "tool",
    "strength": "strength", "person": "person", "partner": "partner", "plan": "plan", "story": "story", "week": "week",
    "draft": "draft",
}  # fmt: skip


def counted(kinds: Mapping[str, int]) -> str:
    """Kinds and how many, as one list in words; those of which there are none are left out."""
    said = [f"{count} {_KINDS[kind][0 if count == 1 else 1]}" for kind, count in kinds.items() if count]
    return joined(said)


def counted_rows(rows: Mapping[str, int]) -> str:
    """The same for the rows of tables, those that a person knows by name."""
    return counted({kind: rows.get(table, 0) for table, kind in _TABLES.items()})


def joined(said: Iterable[str]) -> str:
    """`a, b and c`."""
    listed = list(said)
    return " and ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)
