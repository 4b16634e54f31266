"""What a facilitator does in a home of their own: groups, the role card, the pages written for them, answers, notes.

A facilitator sees the pages that people chose to write for them. There is no list of members, no search across people,
and nothing about who shares nothing. Source: domain brief, sections 11 and 12.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from journal.domain.groups import GROUP_AGREEMENT, GroupNote, PeerGroup, RoleCard
from journal.errors import AlreadyThere, Ambiguous, BadInput, NotFound
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from sync.consent.group_pages import check_always, check_note, group_named, role_card
from sync.consent.making import Making
from sync.protocol.canonical import canonical
from sync.protocol.content import read_content
from sync.protocol.parts import NAME_MOST
from sync.protocol.summary import Summary
from sync.protocol.writers import Writer
from sync.records.notes import Letter
from sync.records.pairs import OPEN, Pair, State
from sync.transports.via import check_via

NOTICE_DAYS = 14
"""A group closes, or goes to somebody else, so many days after that was said, where no other day is named."""
NOTICE_DAYS_MOST = 90
_MARK = 2
CHECKLIST = ("name", "limits_of_confidentiality", "reads_on", "i_do", "i_do_not", "who_supports_me")
"""What a facilitator writes first. Without the limits nobody can share anything."""


@dataclass(frozen=True, slots=True)
class Received:
    """A page that somebody wrote for the facilitator, while they share it."""

    member: str
    """The id of the one who wrote it, in this home."""
    name: str | None = field(repr=False)
    group: str | None
    is_new: bool
    """Whether the facilitator has not opened it, as it is now, on this computer. Nothing is known of anybody else's."""
    summary: Summary = field(repr=False)


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """An invite that is not finished: no name, since the one invited has sent none."""

    member: str
    group: str | None
    begun_at: str
    """UTC instant."""
    state: State
    """`MEETING`, `TO_COMPARE`, or `MATCHED` while the other's word is not here."""


class Groups:
    """The groups of one open facilitator's home."""

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._making = Making(journal)

    # About me

    def role_card(self) -> RoleCard | None:
        """What the members of every group see of the facilitator; `None` before its first words."""
        return role_card(self._journal)

    def write_role_card(self, values: Mapping[str, object], draft_id: str | None = None) -> RoleCard:
        """Keep these parts of the role card; every member sees it as it is from the next meeting on.

        Raises:
            BadInput: a name that is none of the parts, or a name of several lines. TooLong: it would not leave room
            for a note.
        """
        there = self.role_card()
        if there is None:
            self._journal.add_thing("role_card", values, draft_id, also=self._tell_card)
        else:
            self._journal.change(there.id, values, draft_id, also=self._tell_card)
        made = self.role_card()
        if made is None:
            raise LookupError("a role card that was kept is not there")
        return made

    def still_to_write(self) -> tuple[str, ...]:
        """What of `CHECKLIST` has no words yet."""
        card = self.role_card()
        return tuple(name for name in CHECKLIST if card is None or not getattr(card, name))

    # Groups

    def all(self) -> list[PeerGroup]:
        """Every group, by name; those that have closed too."""
        groups = [thing for thing in self._journal.things("peer_group") if isinstance(thing, PeerGroup)]
        return sorted(groups, key=lambda group: (group.name.casefold(), group.id))

    def group(self, named: str) -> PeerGroup:
        """The group of this name, or of this id or a unique start of one.

        Raises:
            NotFound, Ambiguous: none, or more than one.
        """
        wanted = unicodedata.normalize("NFC", named).casefold()
        for group in self.all():
            if group.name.casefold() == wanted:
                return group
        return self._group(named)

    def is_closed(self, group: PeerGroup) -> bool:
        """Whether its last day is over."""
        return group.closes_on is not None and group.closes_on < self._today

    def create(self, name: str, via: str) -> PeerGroup:
        """Begin a group.

        Args:
            name: 1 to 80 characters on one line; those who are invited see it. It stays as it is.
            via: where the facilitator and the members meet, `folder:PATH` or `relay:https://HOST`.

        Raises:
            BadInput: no such name or place. AlreadyThere: a group has this name.
        """
        check_via(via)
        called = " ".join(unicodedata.normalize("NFC", name).split())
        _check_name(called, needed=True)

        def check_alone(made: str) -> None:
            if any(_looks(group.name) == _looks(called) and group.id != made for group in self.all()):
                raise AlreadyThere("You have a group of that name. Nothing was changed.", hint="")
            if any(pair.group_name == called and pair.state in OPEN for pair in self._all_pairs()):
                raise AlreadyThere("A group of that name is still coming to its end. Look in first.", hint="cairn sync")

        made = self._journal.add_thing("peer_group", {"name": called, "via": via}, also=check_alone)
        return self._group(made.id)

    def open_group(self, named: str) -> PeerGroup:
        """A group that goes on, or has told its end and has not come to it.

        Raises:
            NotFound: none. BadInput: it has closed.
        """
        group = self.group(named)
        if self.is_closed(group):
            raise BadInput("This group has closed. Nothing was changed.")
        return group

    def agree(self, named: str, values: Mapping[str, object], draft_id: str | None = None) -> PeerGroup:
        """Keep what the group agreed, by section; every member sees it from the next meeting on.

        Raises:
            BadInput: a name that is none of the sections. TooLong: it would not leave room for a note.
        """
        known = {part.name for part in GROUP_AGREEMENT}
        if not known.issuperset(values):
            raise BadInput("The sections of an agreement are: {sections}.", sections=", ".join(sorted(known)))
        return self._change(self.open_group(named), values, draft_id)

    def write_note(self, named: str, text: str, draft_id: str | None = None) -> GroupNote:
        """A note to everybody in the group: one by one, each on their own page.

        Raises:
            BadInput: no words, or the group has closed. TooLong: over 2,000 characters or 6,400 bytes.
        """
        said, group = _within(text), self.open_group(named)

        def send(note: str) -> None:
            for pair in self._members(group):
                self._making.notes.write(pair.partner, None, said, self._journal.now_utc(), note)
                self._making.renew_with_less(pair)

        note = self._journal.add_thing("group_note", {"text": said, "group": group.id}, draft_id, also=send)
        if not isinstance(note, GroupNote):
            raise TypeError("a note was kept as something else")
        return note

    def notes(self, named: str) -> list[GroupNote]:
        """The notes to a group, the newest first."""
        group = self.group(named)
        notes = [thing for thing in self._journal.things("group_note") if isinstance(thing, GroupNote)]
        return sorted(
            (note for note in notes if note.group == group.id), key=lambda note: note.created_at, reverse=True
        )

    def close(
        self, named: str, *, days: int = NOTICE_DAYS, words: str | None = None, handed_to: str | None = None
    ) -> PeerGroup:
        """Tell everybody that the group closes, or that somebody else holds it from then on; it ends after that day.

        Whoever holds it next sees nothing of what was shared here: each member joins them anew, or does not.

        Args:
            named: the group.
            days: 1 to 90: how many days from today is the last one.
            words: what the members are told beside the day.
            handed_to: the name of who holds it next.

        Raises:
            BadInput: another number of days, a name of several lines, or the group has closed. TooLong: too many words.
        """
        if not 1 <= days <= NOTICE_DAYS_MOST:
            raise BadInput("A group closes in 1 to {most} days.", most=NOTICE_DAYS_MOST)
        _check_name(handed_to)
        last = (date.fromisoformat(self._today) + timedelta(days)).isoformat()
        told = _within(words) if words and words.strip() else None
        values = {"closes_on": last, "closing_words": told, "handed_to": handed_to}
        return self._change(self.open_group(named), values, None)

    def go_on(self, named: str) -> PeerGroup:
        """The group does not close after all.

        Raises:
            BadInput: it has.
        """
        return self._change(self.open_group(named), dict.fromkeys(("closes_on", "closing_words", "handed_to")), None)

    def on_their_way(self, group: PeerGroup | None = None) -> list[OnItsWay]:
        """Invites that are not finished, the first one first."""
        begun = [
            OnItsWay(pair.partner, pair.group_name, pair.begun_at, pair.state)
            for pair in self._all_pairs()
            if pair.state in (State.MEETING, State.TO_COMPARE, State.MATCHED)
            and (group is None or pair.group_name == group.name)
        ]
        return sorted(begun, key=lambda each: each.begun_at)

    # Summaries

    def summaries(self, group: PeerGroup | None = None) -> list[Received]:
        """What people wrote for the facilitator and share now, by name: in no order of need."""
        pairs = [pair for pair in self._all_pairs() if group is None or pair.group_name == group.name]
        found = [received for pair in pairs if (received := self._received(pair)) is not None]
        return sorted(found, key=lambda each: ((each.name or "").casefold(), each.member))

    def summary(self, member: str) -> Received:
        """The page of one person, by their id, a unique start of it, or the name that is on it.

        Raises:
            NotFound: nobody of that name or id shares a page now. Ambiguous: more than one.
        """
        typed = unicodedata.normalize("NFC", member).casefold()
        there = self.summaries()
        found = [each for each in there if each.member == member] or [
            each
            for each in there
            if (len(typed) >= 4 and each.member.startswith(typed)) or (each.name or "").casefold() == typed
        ]
        if len(found) > 1:
            raise Ambiguous("More than one page fits that name or id.", hint="cairn group show lists their ids.")
        if not found:
            raise NotFound("Nobody of that name or id shares a page with you now.", hint="cairn group show lists them.")
        return found[0]

    def open_summary(self, member: str) -> Received:
        """The same, noted as read. Raises as `summary` does."""
        with transaction(self._journal.connection):
            found = self.summary(member)
            if found.is_new:
                pair = self._making.pairs.get(found.member)
                if pair is not None:
                    self._making.pairs.put(replace(pair, summary_read=self._mark(pair)))
        return replace(found, is_new=False)

    def reply(self, member: str, text: str) -> Letter:
        """An answer to the page of one person, which they can read. It goes at the next meeting.

        Raises:
            NotFound: nobody of that name or id shares a page now. BadInput: no words. TooLong: too many.
        """
        said = _within(text)
        with transaction(self._journal.connection):
            found = self.summary(member)
            pair = self._making.pairs.get(found.member)
            if pair is None:
                raise LookupError("a page of somebody who is not here")
            now = self._journal.now_utc()
            no = self._making.notes.write(pair.partner, found.summary.id, said, now)
            self._making.renew_with_less(pair)
        return Letter(pair.partner, no, found.summary.id, said, now)

    def replies(self, member: str) -> list[Letter]:
        """One's answers to the page that this person shares now, the first one first."""
        found = self.summary(member)
        letters = self._making.notes.written(found.member)
        return [letter for letter in letters if letter.about == found.summary.id and letter.text]

    def _received(self, pair: Pair) -> Received | None:
        if pair.view is None or pair.state is not State.ACTIVE:
            return None
        content, group = read_content(pair.view).on(self._today), group_named(self._journal, pair.group_name)
        if content.summary is None or group is None or self.is_closed(group):
            return None
        is_new, name = pair.summary_read != _read_mark(content.summary), " ".join((content.name or "").split())
        # It goes with the group, if that comes first.
        last = min(content.summary.until, group.closes_on or content.summary.until)
        summary = content.summary.model_copy(update={"until": last})
        return Received(pair.partner, name or None, pair.group_name, is_new, summary)

    def _mark(self, pair: Pair) -> bytes | None:
        summary = None if pair.view is None else read_content(pair.view).summary
        return None if summary is None else _read_mark(summary)

    def _change(self, group: PeerGroup, values: Mapping[str, object], draft_id: str | None) -> PeerGroup:
        def tell(changed: str) -> None:
            check_always(self.role_card(), self._group(changed))
            self._renew_all()

        self._journal.change(group.id, values, draft_id, also=tell)
        return self._group(group.id)

    def _group(self, group: str) -> PeerGroup:
        found = self._journal.thing("peer_group", group)
        if not isinstance(found, PeerGroup):
            raise TypeError("a group was kept as something else")
        return found

    def _tell_card(self, _card: str) -> None:
        card = self.role_card()
        if len(self._journal.things("role_card")) > 1:
            raise BadInput("Another cairn began your role card just now. Nothing was changed; look at it first.")
        _check_name(None if card is None else card.name)
        for group in [None, *self.all()]:
            check_always(card, group)
        self._renew_all()

    def _renew_all(self) -> None:
        for pair in self._all_pairs():
            if pair.state is State.ACTIVE:
                self._making.renew_with_less(pair)

    def _members(self, group: PeerGroup) -> list[Pair]:
        return [pair for pair in self._all_pairs() if pair.group_name == group.name and pair.state is State.ACTIVE]

    def _all_pairs(self) -> list[Pair]:
        return [pair for pair in self._making.pairs.all() if pair.writer is Writer.FACILITATOR]

    @property
    def _today(self) -> str:
        return self._journal.moment().for_date


def _read_mark(summary: Summary) -> bytes:
    """What is kept of having read a page: its random id, and two bytes by which other words are told from these.

    It stays when the page goes: a page that is paused and comes back as it was is not new, so that nobody can tell.
    Two bytes say nothing of the words.
    """
    words = canonical(summary.model_dump(mode="json", exclude_defaults=True, exclude={"until"}))
    return bytes.fromhex(summary.id) + hashlib.sha256(words).digest()[:_MARK]


def _within(text: str) -> str:
    said = unicodedata.normalize("NFC", text).strip()
    if not said:
        raise BadInput("There are no words to send yet.")
    check_note(said)
    return said


def _looks(name: str) -> str:
    """A name without what cannot be seen: two that look alike are one."""
    return "".join(sign for sign in name.casefold() if unicodedata.category(sign) != "Cf")


def _check_name(name: str | None, *, needed: bool = False) -> None:
    if name is None:
        return
    if any(unicodedata.category(sign) == "Cc" for sign in name):
        raise BadInput("A name has letters and signs that can be seen, and nothing else.")
    long = len(unicodedata.normalize("NFC", name))
    if len(name.splitlines()) > 1 or long > NAME_MOST or (needed and not name.strip()):
        raise BadInput("A name is one line of 1 to {most} characters.", most=NAME_MOST)
