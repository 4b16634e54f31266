"""A page of free writing, and the draft it was before."""

import json
from dataclasses import dataclass, field

from journal.domain.moments import Moment
from journal.errors import BadInput, NotAllowed

THEME_TAGS = ("connectedness", "hope", "identity", "meaning", "empowerment", "difficulties")
"""The five themes of personal recovery, and the hard parts beside them. Source: domain brief, section 2."""

BLANK_TAG = "A tag takes a word, not a blank."

LARGE_PAGE_BYTES = 100_000
"""Over this a page opens for reading, and editing says so first. Source: screens brief."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One page. Private; never shareable."""

    id: str
    moment: Moment
    recorded_at: str
    """UTC instant, ISO 8601."""
    body: str = field(repr=False)
    """Byte for byte as written."""
    title: str | None = field(default=None, repr=False)
    prompt_id: str | None = None
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = field(default=(), repr=False)
    """Free words."""
    goal_ids: tuple[str, ...] = ()
    """Goals the page is about."""
    bring: bool = False
    keep: bool = False
    origin: str | None = field(default=None, repr=False)
    """JSON: what an import brought and cairn has no field for."""
    edited_at: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Words on their way: kept while they are typed, gone when they are saved as a page or a check-in."""

    id: str
    kind: str
    """`entry`, `check-in`, or the name of the form that is being filled in: what it will be."""
    moment: Moment
    body: str = field(repr=False)
    saved_at: str = ""
    """UTC instant, ISO 8601."""
    item_id: str | None = None
    """What is being edited, if anything."""
    title: str | None = field(default=None, repr=False)
    prompt_id: str | None = None
    answers: str | None = field(default=None, repr=False)
    """JSON: what else was filled in, for a check-in or a form."""


def check_entry(entry: JournalEntry) -> None:
    """Accept any page with at least one word on it.

    Raises:
        BadInput: nothing is written on it, or a tag is blank.
        NotAllowed: an unknown theme.
    """
    if not entry.body.strip() and not (entry.title or "").strip():
        raise BadInput("There is nothing on the page yet.")
    check_about(entry)


def check_about(entry: JournalEntry) -> None:
    """Accept what a page says it is about.

    Raises:
        BadInput: a tag is blank. NotAllowed: an unknown theme.
    """
    if any(not tag.strip() for tag in entry.tags):
        raise BadInput(BLANK_TAG)
    if any(theme not in THEME_TAGS for theme in entry.themes):
        raise NotAllowed("theme", THEME_TAGS)


def answers_of(draft: Draft) -> dict[str, object]:
    """What else was filled in; nothing where it cannot be understood."""
    try:
        loaded = json.loads(draft.answers or "{}")
    except ValueError:
        return {}
    return loaded if isinstance(loaded, dict) else {}
