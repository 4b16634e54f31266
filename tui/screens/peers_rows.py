"""The rows of Peers: what waits, partners, the week, then sessions, under one another in one list.

Nothing here asks the journal, and nothing is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from textual.content import Content

from journal.domain.draft_kinds import SESSION_AFTER, half_of
from journal.domain.entry import Draft, answers_of
from journal.domain.peer_session import SESSION_PARTS, PeerSession
from journal.domain.shelves import PeerPartnership, WeekAnchor
from journal.domain.timeline import Line
from tui.key_map import KeyMap
from tui.screens.session_whom import Company
from tui.wording import items, my_page, parts, peers, sharing
from tui.wording.dates import short_day, weekday_and_day
from tui.wording.meeting import INVITE_OR_JOIN
from tui.wording.partners import look_again
from tui.wording.together import PAIR_STATES

Piece = tuple[str, str]
Starts = Literal["before", "partner", "week"]

WIDE_CELLS = 60
"""From this width on a day is said with its weekday."""

_WAITS_FOR_ME = ("to_compare", "broken")
_WRITTEN = tuple(part.name for part in SESSION_PARTS if part.takes in ("text", "line"))


@dataclass(frozen=True, slots=True)
class Begun:
    """A form that was left half filled in, and with whom the session is."""

    draft: Draft
    company: Company

    @property
    def is_after(self) -> bool:
        """Whether it is the half after the session."""
        return half_of(self.draft) == SESSION_AFTER


@dataclass(frozen=True, slots=True)
class SharedRow:
    """What is shared, or what came: one row, which leads to a screen of its own."""

    leads: Literal["shares", "new-words", "messages", "my-page", "page-look", "facilitator-words"]
    id: str
    """Of the share, or of the partner; with where it leads it is told from every other row."""
    said: str = field(repr=False)
    style: str = ""


Opens = PeerSession | Begun | PeerPartnership | SharedRow | WeekAnchor | Line | Starts
"""What Enter does at a row: opens a thing, goes on with what waits, or starts what its sentence speaks of."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. The bar passes over a row that opens nothing."""

    pieces: tuple[Piece, ...]
    opens: Opens | None = None

    @property
    def session(self) -> Line | None:
        """The session, where it is a row of one."""
        return self.opens if isinstance(self.opens, Line) else None

    @property
    def key(self) -> str | None:
        """By which the bar finds its place again when the list has changed."""
        if self.opens is None or isinstance(self.opens, str):
            return self.opens
        if isinstance(self.opens, Begun):
            return self.opens.draft.id
        if isinstance(self.opens, SharedRow):
            return f"{self.opens.leads}-{self.opens.id}"
        return self.opens.id


@dataclass(frozen=True, slots=True)
class PeersPage:
    """What the journal holds for this section, but for the sessions themselves."""

    today: str
    """Local calendar day, ISO 8601."""
    waiting: Sequence[PeerSession] = ()
    begun: Sequence[Begun] = ()
    partners: Sequence[PeerPartnership] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)
    """How one stands with those who are here by more than a name: a value of `State`, by the partner's id."""
    groups: Mapping[str, str | None] = field(default_factory=dict)
    """Those among them who hold a group that the person is in: its name, by their id."""
    shared: Sequence[SharedRow] = ()
    """What is shared either way; nothing where nobody is connected and nothing ever was shared."""
    week: Sequence[WeekAnchor] = ()
    sessions: int = 0
    """How many rows of sessions follow; never shown."""


def rows_before_sessions(page: PeersPage, width: int, key_map: KeyMap, *, airy: bool) -> list[Row]:
    """Everything above the sessions.

    Args:
        page: what there is.
        width: cells of a row; sentences are wrapped to it.
        key_map: the keys that they name.
        airy: whether a blank row stands between the parts.
    """
    waits = [row for session in page.waiting for row in _waiting(session, width)]
    waits += [_begun(begun) for begun in page.begun]
    # Said where there is room, for as long as there is nobody with whom it is so.
    is_said = width >= WIDE_CELLS and not page.pairs
    beyond = _sentence(key_map.keyed(INVITE_OR_JOIN), width) if is_said else []
    partners = [row for partner in page.partners for row in _partner(partner, page, width)]
    week = [_anchor(anchor) for anchor in page.week]
    nothing_in_it = _sentence(key_map.keyed(peers.WEEK_EMPTY), width, "week")
    blocks = [
        waits,
        [
            _heading(peers.PARTNERS),
            *(partners or _sentence(key_map.keyed(peers.PARTNERS_EMPTY), width, "partner")),
            *beyond,
        ],
        [_heading(sharing.SHARING), *map(_shared, page.shared)] if page.shared else [],
        [
            _heading(peers.WEEK),
            *(_sentence(peers.NOBODY_COUNTS, width) if week else nothing_in_it),
            *week,
        ],
        [
            _heading(peers.SESSIONS),
            *([] if page.sessions else _sentence(key_map.keyed(peers.SESSIONS_EMPTY), width, "before")),
        ],
    ]
    between = [Row(())] if airy else []
    return [row for at, block in enumerate(filter(None, blocks)) for row in ([*between] if at else []) + block]


def session_pieces(line: Line, width: int) -> list[Piece]:
    """One session: its day, its mark, with whom, and the first words."""
    day = weekday_and_day(line.for_date) if width >= WIDE_CELLS else short_day(line.for_date)
    said = " · ".join(part for part in (line.with_whom or "", " ".join(line.first_words.split())) if part)
    kept = [(f"{items.KEPT} ", "bold $accent")] if line.keep else []
    return [(f"{day}  ", "$text-muted"), *kept, (said or peers.SESSION, "")]


def _heading(words: str) -> Row:
    return Row(((words, "bold $primary"),))


def _sentence(words: str, width: int, starts: Starts | None = None) -> list[Row]:
    """A sentence on as many rows as it takes; Enter on its first row starts what it speaks of."""
    wrapped = Content(words).wrap(max(1, width))
    return [Row(((row.plain, "$text-muted"),), None if at else starts) for at, row in enumerate(wrapped)]


def _waiting(session: PeerSession, width: int) -> list[Row]:
    name = peers.session_with(session.partner_alias or session.group_name)
    day = weekday_and_day(session.moment.for_date) if width >= WIDE_CELLS else short_day(session.moment.for_date)
    first = Row(((name, "bold $accent"), (f"  {day}", "$text-muted")), session)
    return [first, *_sentence(peers.WAITING, width)]


def _begun(begun: Begun) -> Row:
    head = peers.after_with(begun.company.name) if begun.is_after else peers.before_with(begun.company.name)
    answers = answers_of(begun.draft)
    first = next((answer for name in _WRITTEN if isinstance(answer := answers.get(name), str)), "")
    words = " ".join(first.split())
    said = [(f"{items.DRAFT} ", "bold $accent"), (head, ""), (f" · {words}" if words else "", "$text-muted")]
    return Row(tuple(said), begun)


def _partner(partner: PeerPartnership, page: PeersPage, width: int) -> list[Row]:
    """What waits for the person stands out, and comes first: on a small screen the end of a row is cut off."""
    pair, status = page.pairs.get(partner.id), parts.word("partner", "status", partner.status)
    holds = partner.id in page.groups
    kind = my_page.standing(page.groups[partner.id]) if holds else parts.word("partner", "kind", partner.kind)
    said = [kind, status]
    if pair is not None:
        # Of the two, what holds beyond the name; a break is by name alone.
        said = [said[0], *([status] if partner.status == "paused" else [])]
    paired = [] if pair is None else [(f"  {PAIR_STATES[pair]}", "$accent" if pair in _WAITS_FOR_ME else "")]
    between = "  " if pair is None else " · "
    row = Row(((partner.partner_alias, ""), *paired, (f"{between}{' · '.join(said)}", "$text-muted")), partner)
    return [row, *(line for said in look_again(partner, page.today) for line in _sentence(f"  {said}", width))]


def _shared(row: SharedRow) -> Row:
    return Row(((" ".join(row.said.split()), row.style),), row)


def _anchor(anchor: WeekAnchor) -> Row:
    said = peers.in_the_week(
        parts.word("week", "weekday", anchor.weekday),
        parts.word("week", "part_of_day", anchor.part_of_day),
        anchor.label,
    )
    return Row(((said, ""),), anchor)
