"""How many of what, in words: `3 check-ins and 1 page`."""

from collections.abc import Iterable, Mapping

from tui.language import _

_KINDS = {
    "check-in": (_("check-in"), _("check-ins")), "entry": (_("page"), _("pages")), "goal": (_("goal"), _("goals")),
    "session": (_("peer session"), _("peer sessions")), "tool": (_("tool"), _("tools")), "strength": (_("strength"), _("strengths")),
    "person": (_("person"), _("people")), "week": (_("thing in your week"), _("things in your week")),
    "story": (_("story"), _("stories")), "plan": (_("part of a plan"), _("parts of plans")), "partner": (_("partner"), _("partners")),
    "reflection": (_("reflection on a goal"), _("reflections on goals")), "draft": (_("draft"), _("drafts")),
    "earlier-version": (_("earlier version"), _("earlier versions")),
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
    return _(" and ").join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)
