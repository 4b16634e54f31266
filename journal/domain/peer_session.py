"""A peer session: one meeting, call or chat, before and after. All of it is private.

It holds other people's confidences, so no part of it can ever be shared.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from journal.domain.moments import Moment
from journal.domain.parts import Part

FORMATS = ("one_to_one", "group", "informal")
MODES = ("face_to_face", "phone", "online", "text", "other")
FELT = ("yes", "mostly", "not_really", "not_sure", "prefer_not_to_say")

BEFORE = (Part("hope_for", "text"), Part("not_today", "text"), Part("look_after_me", "text"))
PROMPTS_BEFORE = {"hope_for": "b1", "not_today": "b3", "look_after_me": "b5"}
"""The prompt that each part before a session answers. Source: domain brief, section 7."""

AFTER = (
    Part("gave", "text"),
    Part("received", "text"),
    Part("stayed", "text"),
    Part("next", "text"),
    Part("felt_right", "one_of", FELT),
)
"""The four questions; the first of them has two parts."""

ABOUT = (
    Part("group_name", "line"),
    Part("format", "one_of", FORMATS),
    Part("mode", "one_of", MODES),
)

MORE = (
    Part("setting", "one_of", ("formal", "informal")),
    Part("role_today", "one_of", ("giving", "receiving", "both", "being_there")),
    Part("taking_part", "one_of", ("being_there", "listening", "sharing", "helping_run")),
    Part("support_kinds", "some_of", ("social", "emotional", "practical")),
    Part("felt_heard", "one_of", FELT),
    Part("learned_about_me", "text"),
    Part("learned_about_others", "text"),
    Part("settle", "text"),
)
"""Behind one key and never asked."""

SESSION_PARTS = (*BEFORE, *AFTER, *ABOUT, *MORE)

JOINS_DAYS = 7
"""A reflection joins what was written before a session of at most this many days ago; after that it is another's."""


@dataclass(frozen=True, slots=True)
class Whom:
    """With whom a session is: a partner, a group, or nobody by name."""

    partner_id: str | None = None
    group_name: str | None = field(default=None, repr=False)

    @property
    def is_nobody(self) -> bool:
        return self.partner_id is None and self.group_name is None

    def matches(self, other: "Whom") -> bool:
        """Whether both name the same partner, or the same group in any case."""
        mine, theirs = (None if one is None else one.casefold() for one in (self.group_name, other.group_name))
        return (self.partner_id, mine) == (other.partner_id, theirs)


def half_meant(waiting: "Sequence[PeerSession]", whom: Whom) -> "PeerSession | None":
    """The session whose other half is meant, of those that wait, the newest first.

    Theirs before one that names nobody. Somebody else's never; and where nobody is named now, one that names
    somebody is taken for it only where nothing else waits and it is a group's.
    """
    for session in waiting:
        if session.whom.matches(whom):
            return session
    if whom.is_nobody:
        groups = [session for session in waiting if session.partner_id is None]
        return groups[0] if len(waiting) == 1 and groups else None
    return next((session for session in waiting if session.whom.is_nobody), None)


@dataclass(frozen=True, slots=True)
class PeerSession:
    """One time with a peer or a group. Parts are named as in the domain brief; every one may be blank."""

    id: str
    moment: Moment
    recorded_at: str
    """UTC instant, ISO 8601."""
    reflected_at: str | None = None
    """UTC instant of the reflection; `None` while only the part before it is written."""
    partner_id: str | None = None
    partner_alias: str | None = field(default=None, repr=False)
    group_name: str | None = field(default=None, repr=False)
    format: str | None = None
    mode: str | None = None
    hope_for: str | None = field(default=None, repr=False)
    not_today: str | None = field(default=None, repr=False)
    look_after_me: str | None = field(default=None, repr=False)
    gave: str | None = field(default=None, repr=False)
    received: str | None = field(default=None, repr=False)
    stayed: str | None = field(default=None, repr=False)
    next: str | None = field(default=None, repr=False)
    felt_right: str | None = None
    setting: str | None = None
    role_today: str | None = None
    taking_part: str | None = None
    support_kinds: tuple[str, ...] = ()
    felt_heard: str | None = None
    learned_about_me: str | None = field(default=None, repr=False)
    learned_about_others: str | None = field(default=None, repr=False)
    settle: str | None = field(default=None, repr=False)
    goals_touched: tuple[str, ...] = ()
    """Ids of goals."""
    bring: bool = False
    keep: bool = False
    edited_at: str | None = None

    @property
    def whom(self) -> Whom:
        """With whom it is. A partner who is deleted is out of sight."""
        return Whom(self.partner_id, self.group_name)
