"""Arriving from cairn's own archive: what is new comes in under its own id, all of it or nothing.

What is here, was changed here or was deleted here is never touched, and never comes back by itself.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry
from journal.domain.goal import Goal
from journal.domain.groups import FacilitatorSummary, GroupNote, PeerGroup
from journal.domain.leaving import (
    DATED,
    LEAVING_KINDS,
    WITH_AN_ID_OF_THEIR_OWN,
    Choice,
    EarlierVersion,
    Shelved,
    Taken,
    kind_of,
)
from journal.domain.parts import Value
from journal.domain.peer_session import PeerSession
from journal.domain.shelves import PlanPart, Thing
from journal.errors import OtherHome
from journal.progress import Progress
from journal.store.newcomers import Newcomer, Newcomers, last_changed
from journal.store.transaction import transaction
from journal.use_cases.arriving_choices import choice_to_keep
from journal.use_cases.shelving import PLAN, Shelving

if TYPE_CHECKING:
    from journal.portable.archive_reading import ArchiveFile

FACILITATORS = ("peer_group", "role_card", "group_note")
"""What is in a facilitator's home, and in no other. Nothing else of what has an id is in theirs."""
OF_A_FACILITATORS_HOME = "This archive is of a facilitator's home, which is a home of its own. Nothing was brought in."
OF_A_JOURNAL = "This archive is of a person's own journal, which is a home of its own. Nothing was brought in."

TOLD_EVERY = 100
"""Progress is told after so many records."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an archive brought, or would bring."""

    new: dict[str, int]
    """How many of each kind, one of `LEAVING_KINDS`; kinds of which there are none are left out."""
    known: dict[str, int]
    """Here already, deleted here, or brought before."""
    first: str | None
    """The first local calendar day of anything dated in it."""
    last: str | None
    links_left_out: int = 0
    """Links to tools, goals and partners that are not in this journal any more."""
    joined: int = 0
    """Parts of a plan that stand under the words that were here; nothing takes those words' place."""


def look_at_archive(journal: Shelving, path: Path, progress: Progress | None = None) -> Brought:
    """Read a whole archive, say what it would bring, and change nothing.

    Args:
        journal: open.
        path: the archive.
        progress: in records; what it raises stops the work.

    Raises:
        NotFound: there is no such file. BadInput: it is no archive, or holds more than cairn reads.
        Damaged: it was cut or changed; the sentence says where. NewerFormat: a newer cairn made it.
        OtherHome: it is of a facilitator's home and this is a person's journal, or the other way round.
    """
    from journal.portable.archive_reading import open_archive

    with open_archive(path) as archive:
        return _Looking(journal, archive, _Told(progress, archive.total)).read()


def bring_in_archive(journal: Shelving, path: Path, progress: Progress | None = None) -> Brought:
    """Bring in everything that is new, in one step that undo takes back.

    Args:
        journal: open.
        path: the archive. It is read twice: nothing is written before all of it was found whole.
        progress: in records, of both readings; what it raises stops the work, and nothing was changed.

    Raises:
        As `look_at_archive`; Busy, NoRoom, KeyChanged: nothing was changed.
    """
    from journal.portable.archive_reading import open_archive

    with open_archive(path) as archive:
        told = _Told(progress, 2 * archive.total)
        looked = _Looking(journal, archive, told).read()
        if not looked.new:
            return looked
        with transaction(journal._connection):
            return _Bringing(journal, archive, told).write(looked)


class _Told:
    """How far it has come."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def one_more(self) -> None:
        self._done += 1
        if self._progress is not None and (self._done % TOLD_EVERY == 0 or self._done == self._total):
            self._progress(self._done, self._total)


class _Counted:
    """How much of each kind is new, and how much is known."""

    def __init__(self) -> None:
        self.new: dict[str, int] = {}
        self.known: dict[str, int] = {}
        self.days: set[str] = set()

    def take(self, taken: Taken, *, is_new: bool) -> None:
        kind = kind_of(taken)
        counts = self.new if is_new else self.known
        counts[kind] = counts.get(kind, 0) + 1
        if isinstance(taken, CheckIn | JournalEntry | Goal | PeerSession) and kind in DATED:
            self.days.add(taken.moment.for_date)

    def brought(self, links_left_out: int = 0, joined: int = 0) -> Brought:
        first, last = min(self.days, default=None), max(self.days, default=None)
        return Brought(self.new, self.known, first, last, links_left_out, joined)


class _Looking:
    """One reading of an archive, in which every record is checked."""

    def __init__(self, journal: Shelving, archive: "ArchiveFile", told: _Told) -> None:
        self._journal, self._archive, self._told = journal, archive, told
        self._newcomers = Newcomers(journal._connection)
        self._seen: set[bytes] = set()
        self._new: set[bytes] = set()

    def read(self) -> Brought:
        counted = _Counted()
        for kind in LEAVING_KINDS:
            for place, taken in self._archive.records(kind):
                self._check_ids(place, taken)
                counted.take(taken, is_new=self._is_new(place, taken))
                self._told.one_more()
        self._check_home({*counted.new, *counted.known})
        return counted.brought()

    def _check_home(self, kinds: set[str]) -> None:
        if not self._journal.is_facilitators and kinds.intersection(FACILITATORS):
            raise OtherHome(OF_A_FACILITATORS_HOME)
        if self._journal.is_facilitators and kinds.intersection(WITH_AN_ID_OF_THEIR_OWN).difference(FACILITATORS):
            raise OtherHome(OF_A_JOURNAL)

    def _is_new(self, place: str, taken: Taken) -> bool:
        if isinstance(taken, EarlierVersion):
            return _short(taken.item_id) in self._new
        if isinstance(taken, Choice):
            return choice_to_keep(self._journal._settings, self._newcomers, taken) is not None
        if isinstance(taken, Draft):
            return self._newcomers.draft_standing(taken.id) == "new"
        standing = self._newcomers.standing(taken.id)
        if standing == "known" or _stands_for(self._journal, taken) is not None:
            return False
        if standing == "new" and isinstance(taken, Goal):
            self._check_parts_are_free(place, taken)
        self._new.add(_short(taken.id))
        return True

    def _check_ids(self, place: str, taken: Taken) -> None:
        """No id is there twice; what has none of its own is left alone."""
        if isinstance(taken, EarlierVersion | Choice):
            return
        for item_id in (taken.id, *_ids_inside(taken)):
            if _short(item_id) in self._seen:
                raise self._twice(place)
            self._seen.add(_short(item_id))

    def _check_parts_are_free(self, place: str, goal: Goal) -> None:
        """A step that another goal has here would have to be in two places."""
        if any(self._newcomers.has_part("goal_step", step.id) for step in goal.steps) or any(
            self._newcomers.has_part("goal_reflection", one.id) for one in goal.reflections
        ):
            raise self._twice(place)

    def _twice(self, place: str) -> Exception:
        from journal.portable.archive_reading import TWICE, damaged_at

        return damaged_at(place, TWICE)


class _Bringing:
    """The writing of what is new. The caller owns the transaction."""

    def __init__(self, journal: Shelving, archive: "ArchiveFile", told: _Told) -> None:
        self._journal, self._archive, self._told = journal, archive, told
        self._newcomers = Newcomers(journal._connection)
        self._numbers: dict[str, int] = {}
        """By id, what came as a thing of its own."""
        self._joined: dict[str, int] = {}
        """By id, what stands under words that were here: the number of these."""
        self._as_they_came: list[tuple[str, int | None]] = []
        """Steps and reflections, and when things were changed last: what changes here can be told from it."""
        self._drafts: list[str] = []
        self._stands: dict[str, str] = {}
        """By id, what did not come since there is one already: the id of that one."""

    def write(self, looked: Brought) -> Brought:
        counted = _Counted()
        for kind in LEAVING_KINDS:
            for _, taken in self._archive.records(kind):
                counted.take(taken, is_new=self._take(taken))
                self._told.one_more()
        now = self._journal.now_utc()
        deed = self._journal._deeds.add("import", now, self._numbers.values()) if self._numbers else None
        for item_id, number in (*self._numbers.items(), *self._as_they_came):
            self._newcomers.note_arrival(item_id, deed, number)
        for item_id in (*self._joined, *self._drafts):
            self._newcomers.note_arrival(item_id, deed, None)
        return counted.brought(self._newcomers.links_left_out, len(self._joined))

    def _take(self, taken: Taken) -> bool:
        """Write something that is new; whether it was."""
        if isinstance(taken, EarlierVersion):
            return self._take_earlier(taken)
        if isinstance(taken, Draft):
            return self._take_draft(taken)
        if isinstance(taken, Choice):
            return self._take_choice(taken)
        standing = self._newcomers.standing(taken.id)
        if standing == "taken back":
            self._journal._search_index.remove_tool(self._newcomers.make_room(taken.id))
        stands = None if standing == "known" else _stands_for(self._journal, taken)
        if stands is not None:
            self._stands[taken.id] = stands
            return False
        if standing != "known" and not self._joins(taken):
            self._add(self._in_its_group(taken))
        return standing != "known"

    def _in_its_group(self, taken: Newcomer) -> Newcomer:
        """A note to a group of which one of the same name is here is a note to that one."""
        note = taken.thing if isinstance(taken, Shelved) else None
        if not isinstance(taken, Shelved) or not isinstance(note, GroupNote) or note.group not in self._stands:
            return taken
        return replace(taken, thing=replace(note, group=self._stands[note.group]))

    def _add(self, newcomer: Newcomer) -> None:
        number = self._newcomers.add(newcomer)
        self._numbers[newcomer.id] = number
        self._as_they_came += [(inside, number) for inside in _ids_inside(newcomer)]
        if newcomer.edited_at is not None:
            self._as_they_came.append((last_changed(newcomer.id, newcomer.edited_at), number))
        if isinstance(newcomer, Shelved):
            self._journal._index_tool(number, newcomer.kind)
        else:
            self._journal._index(number, newcomer)

    def _joins(self, taken: Taken) -> bool:
        """Whether it is a part of a plan that has words here: a plan has one text a section, and loses none."""
        if not isinstance(taken, Shelved) or not isinstance(taken.thing, PlanPart):
            return False
        there = self._journal.plan(taken.thing.plan).get(taken.thing.section)
        if there is None:
            return False
        number = self._journal._items.find(there.id, PLAN)[0]
        if there.words != taken.thing.words:
            both: dict[str, Value] = {"words": f"{there.words}\n{taken.thing.words}"}
            self._journal._note_parts(number, there, both)
            self._journal._shelves.set(number, PLAN, both)
        self._joined[taken.id] = number
        return True

    def _take_earlier(self, earlier: EarlierVersion) -> bool:
        number = self._numbers.get(earlier.item_id, self._joined.get(earlier.item_id))
        if number is None:
            return False
        self._newcomers.add_earlier(number, earlier)
        return True

    def _take_draft(self, draft: Draft) -> bool:
        if self._newcomers.draft_standing(draft.id) != "new":
            return False
        self._journal._drafts.put(draft)
        self._drafts.append(draft.id)
        self._as_they_came.append((last_changed(draft.id, draft.saved_at), None))
        return True

    def _take_choice(self, choice: Choice) -> bool:
        value = choice_to_keep(self._journal._settings, self._newcomers, choice)
        if value is None:
            return False
        self._journal._settings.put(choice.name, value)
        return True


def _stands_for(journal: Shelving, taken: Taken) -> str | None:
    """The id of what has the one place that this would take: of a role card, a group's name, a page for somebody."""
    if not isinstance(taken, Shelved) or taken.kind not in ("role_card", "peer_group", "summary"):
        return None
    wanted = _place_of(taken.thing)
    there = (thing for thing in journal.things(taken.kind) if thing.id != taken.id)
    return next((thing.id for thing in there if _place_of(thing) == wanted), None)


def _place_of(thing: Thing) -> str:
    if isinstance(thing, PeerGroup):
        return thing.name.casefold()
    return thing.partner if isinstance(thing, FacilitatorSummary) else ""


def _ids_inside(taken: Taken) -> list[str]:
    if not isinstance(taken, Goal):
        return []
    return [step.id for step in taken.steps] + [one.id for one in taken.reflections]


def _short(item_id: str) -> bytes:
    """An id in a form of which millions fit into the memory."""
    return bytes.fromhex(item_id.replace("-", ""))
