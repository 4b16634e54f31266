"""The pages of a group: a facilitator's to each member, and a member's to the facilitator."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from journal.domain.groups import FacilitatorSummary, PeerGroup, RoleCard
from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.consent.offer import words_now
from sync.errors import TooLong
from sync.protocol.canonical import canonical
from sync.protocol.content import NOTES_MOST, Agreement, Content, Note, read_content, write_content
from sync.protocol.parts import TEXT_MOST
from sync.protocol.sizes import CONTENT_MOST
from sync.protocol.summary import LINES_MOST, SUMMARY_GOALS_MOST, Closing, SentRoleCard, Summary
from sync.protocol.writers import Writer
from sync.records.consents import Consent
from sync.records.notes import Letter
from sync.records.pairs import Pair

SUMMARY_FIELDS = (
    "what_matters_to_me_now", "support_i_would_like", "questions_for_you", "goals", "what_is_going_well",
    "what_helps_me", "what_i_bring", "please_know", "look_back_lines", "period", "may_print",
)  # fmt: skip
"""Every part of a page for a facilitator, in the order in which it is shown. Source: domain brief, section 12c."""

ALWAYS_MOST = 6_400
"""Bytes of what stands on every page of a facilitator's: role card, agreement, closing."""
NOTE_MOST = 6_400
"""Bytes of one note: with all that stands there always, it fits."""

_AGREEMENT = ("why_we_meet", "when", "privacy", "hard_times_and_stopping")


def summary_words(journal: OpenJournal, summary: FacilitatorSummary) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The words of a page as they are now, by part, as they would travel; and the goals that stand on it.

    What is blank is not there, nor is a goal that is not in the journal any more.

    Raises:
        TooLong: a part is longer than a page takes, or there are too many of one kind.
    """
    words: dict[str, Any] = {}
    goals: list[str] = []
    for name in SUMMARY_FIELDS:
        value = getattr(summary, name)
        if name == "goals":
            value, goals = _goals_now(journal, summary.goals)
        elif name == "may_print":
            value = value == "yes"
        elif name == "look_back_lines":
            value = list(value)
        if value:
            words[name] = value
    _check_lengths(words)
    return words, tuple(goals)


def summary_of(words: dict[str, Any], shared: str, group: str | None, starts: str, expires: str) -> Summary:
    """What stands on the page of a yes."""
    around = {"id": shared, "written_on": starts, "until": expires} | ({} if group is None else {"group": group})
    return Summary.model_validate_json(canonical({**words, **around}))


def members_page(pair: Pair, summary: Summary | None) -> Content:
    """Whoever shares nothing has no name there either."""
    if summary is None:
        return Content(confirmed=True)
    return Content(confirmed=True, name=pair.my_name, until=summary.until, summary=summary)


def facilitators_page(journal: OpenJournal, pair: Pair, notes: Iterable[Letter]) -> Content:
    """A facilitator's page to one member: as many of the notes as fit, and the others once these were taken in.

    How long somebody has not looked is nothing that the facilitator is told, not even by a note that is refused.
    """
    try:
        page = always_on_page(role_card(journal), group_named(journal, pair.group_name))
    except ValueError:
        # What came from elsewhere and cannot travel keeps nobody from being met.
        page = Content(confirmed=True)
    waiting: list[Note] = []
    for letter in notes:
        if not letter.text:
            # Erased before anybody took it in.
            continue
        further = [*waiting, Note(no=letter.no, about=letter.about, text=letter.text)]
        if len(further) > NOTES_MOST or len(_written(page, further)) > CONTENT_MOST:
            break
        waiting = further
    return page.model_copy(update={"notes": tuple(waiting)})


def always_on_page(card: RoleCard | None, group: PeerGroup | None) -> Content:
    """What every member of this group sees."""
    closing = None
    if group is not None and group.closes_on is not None:
        closing = Closing(on=group.closes_on, words=group.closing_words, handed_to=group.handed_to)
    return Content(
        confirmed=True,
        name=None if card is None else card.name,
        role_card=_sent(card),
        agreement=_agreed(group),
        closing=closing,
    )


def check_always(card: RoleCard | None, group: PeerGroup | None) -> None:
    """See that it leaves room for a note.

    Raises:
        TooLong: it does not, or a part of it is longer than a page takes.
    """
    texts: dict[str, Any] = {}
    for thing, names in ((card, _names_of(card)), (group, (*_AGREEMENT, "closing_words"))):
        texts |= {name: text for name in names if thing is not None and (text := getattr(thing, name))}
    _check_lengths(texts)
    size = len(write_content(always_on_page(card, group)))
    if size > ALWAYS_MOST:
        raise TooLong("Role card and agreement are {size} bytes together; {most} fit.", size=size, most=ALWAYS_MOST)


def check_note(text: str) -> None:
    """See that a note can travel.

    Raises:
        TooLong: it has too many characters or bytes.
    """
    _check_lengths({"text": text})
    size = len(text.encode())
    if size > NOTE_MOST:
        raise TooLong("That is {size} bytes; {most} fit.", size=size, most=NOTE_MOST)


def role_card(journal: OpenJournal) -> RoleCard | None:
    """The facilitator's, in their own home."""
    return next((thing for thing in journal.things("role_card") if isinstance(thing, RoleCard)), None)


def group_named(journal: OpenJournal, name: str | None) -> PeerGroup | None:
    """The group of this name that the facilitator holds."""
    groups = (thing for thing in journal.things("peer_group") if isinstance(thing, PeerGroup))
    return next((group for group in groups if group.name == name), None)


def goal_line(goal: str, fields: Iterable[str]) -> str:
    """How a page for a facilitator keeps a goal, and the parts of it that were chosen."""
    return f"{goal} {','.join(fields)}"


def goal_of_line(line: str) -> tuple[str, tuple[str, ...]]:
    """The goal's id, and its parts."""
    goal, _, fields = line.partition(" ")
    return goal, tuple(name for name in fields.split(",") if name)


def is_without(journal: OpenJournal, goals: Iterable[str]) -> bool:
    """Whether one of these goals is not in the journal any more."""
    return any(_found(journal, goal) is None for goal in goals)


def consented(consent: Consent, pair: Pair) -> Summary | None:
    """What a yes to a page holds; `None` once its words are gone."""
    if not consent.words:
        return None
    return summary_of(consent.words, consent.shared, pair.group_name, consent.starts, consent.expires)


def closes_on(pair: Pair) -> str | None:
    """The last day of the group that a member is in, as its facilitator told it; `None` where none was told."""
    if pair.writer is not Writer.MEMBER or pair.view is None:
        return None
    closing = read_content(pair.view).closing
    return None if closing is None else closing.on


def _goals_now(journal: OpenJournal, lines: Iterable[str]) -> tuple[list[dict[str, Any]], list[str]]:
    said: list[dict[str, Any]] = []
    goals = []
    for line in lines:
        goal, fields = goal_of_line(line)
        found = _found(journal, goal)
        if found is None:
            continue
        words, step = words_now(found, fields)
        told: dict[str, Any] = dict(words)
        if step is not None:
            told["next_step"] = {"text": step.text, "status": step.status}
        if told:
            said.append(told)
            goals.append(goal)
    return said, goals


def _found(journal: OpenJournal, goal: str) -> Any:
    try:
        return journal.goal(goal)
    except NotFound:
        return None


def _check_lengths(words: dict[str, Any]) -> None:
    for name, most in (("goals", SUMMARY_GOALS_MOST), ("look_back_lines", LINES_MOST)):
        if len(words.get(name, ())) > most:
            raise TooLong("{part} has {count} of them; {most} fit.", part=name, count=len(words[name]), most=most)
    for name, text in _texts(words):
        count = len(unicodedata.normalize("NFC", text))
        if count > TEXT_MOST:
            raise TooLong("{part} has {count} characters; {most} fit.", part=name, count=count, most=TEXT_MOST)


def _texts(words: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for name, value in words.items():
        if isinstance(value, str):
            yield name, value
        elif name == "look_back_lines":
            yield from ((name, line) for line in value)
        elif name == "goals":
            for goal in value:
                yield from ((name, text) for text in goal.values() if isinstance(text, str))
                yield name, goal.get("next_step", {}).get("text", "")


def _sent(card: RoleCard | None) -> SentRoleCard | None:
    if card is None or not card.limits_of_confidentiality:
        return None
    return SentRoleCard.model_validate({name: text for name in _names_of(card) if (text := getattr(card, name))})


def _agreed(group: PeerGroup | None) -> Agreement | None:
    said = {} if group is None else {name: text for name in _AGREEMENT if (text := getattr(group, name))}
    return Agreement.model_validate({"mine": said}) if said else None


def _written(page: Content, notes: list[Note]) -> bytes:
    return canonical(page.model_copy(update={"notes": tuple(notes)}).model_dump(mode="json", exclude_defaults=True))


def _names_of(card: RoleCard | None) -> tuple[str, ...]:
    return () if card is None else tuple(SentRoleCard.model_fields)
