"""Leaving: everything a person wrote, as files that need no cairn and no passphrase.

What is deleted stays behind, for it waits to go; so do keys, and what belongs to this journal's own place.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.domain.draft_kinds import is_message
from journal.domain.entry import Draft
from journal.domain.leaving import CHOICE, DRAFT, EARLIER, SMALL_CHOICES, Choice, EarlierVersion, Taken
from journal.progress import Progress
from journal.store.leaving import Leaving, reading
from journal.store.meta import Settings
from journal.use_cases.rooms import Rooms

if TYPE_CHECKING:
    from journal.portable.markdown_folder import Said

_OF_MEMBERS = "partner"
"""A facilitator's home has one of each member, with no words of anybody: it tells how many there are, and stays."""

TOLD_EVERY = 100
"""Progress is told after so many things, and at the end."""


@dataclass(frozen=True, slots=True)
class Left:
    """What was taken along."""

    path: Path
    counts: dict[str, int]
    """How many of each kind, one of `LEAVING_KINDS`."""


def export_archive(journal: Rooms, path: Path, progress: Progress | None = None) -> Left:
    """Write everything into one archive, which `bring_in_archive` reads back as it was.

    Args:
        journal: open. Others may go on reading it; who wants to write waits.
        path: a file that is not there yet, in a folder that is.
        progress: in things; what it raises stops the work, and nothing is left behind.

    Raises:
        AlreadyThere: something is at that path. BadInput: there is no folder to put it in.
        NoRoom: the disk did not take it. KeyChanged: another file is the journal now.
    """
    from journal.portable.archive import write_archive
    from journal.portable.new_place import new_file

    with new_file(path) as file, reading(journal._connection):
        going = _Going(journal, progress)
        return Left(path, write_archive(file, going.all, journal.now_utc(), going.told))


def export_json(journal: Rooms, path: Path, progress: Progress | None = None) -> Left:
    """Write everything into one JSON document: the records of the archive.

    Args:
        journal: as for `export_archive`; so are the other arguments and what is raised.
        path: a file that is not there yet.
        progress: in things.
    """
    from journal.portable.json_document import write_json_document
    from journal.portable.new_place import new_file

    with new_file(path) as file, reading(journal._connection):
        going = _Going(journal, progress)
        return Left(path, write_json_document(file, going.all, journal.now_utc(), going.told))


def export_markdown(journal: Rooms, path: Path, said: "Said", progress: Progress | None = None) -> Left:
    """Write everything as a folder of readable pages. Earlier versions and times of writing are left to the archive.

    Args:
        journal: as for `export_archive`; so is what is raised.
        path: a folder that is not there yet, or is empty.
        said: the words around a person's own.
        progress: in things.
    """
    from journal.portable.markdown_folder import write_markdown
    from journal.portable.new_place import new_folder

    with new_folder(path) as folder, reading(journal._connection):
        going = _Going(journal, progress)
        write_markdown(folder, going, said, going.told)
        return Left(path, {kind: count for kind, count in going.counts.items() if kind != EARLIER})


class _Going:
    """Everything of one journal on its way out, and how far it has come."""

    def __init__(self, journal: Rooms, progress: Progress | None) -> None:
        self._leaving = Leaving(journal._connection)
        self._settings = Settings(journal._connection)
        self._progress = progress
        self._done = 0
        self._stays = (_OF_MEMBERS,) if journal.is_facilitators else ()
        self.counts = self._leaving.counts() | dict.fromkeys(self._stays, 0)
        if self._stays:
            self.counts |= {kind: sum(1 for _ in self.all(kind)) for kind in (EARLIER, DRAFT)}
        self._total = sum(self.counts.values())
        self.days: Callable[[], Iterator[str]] = self._leaving.days
        self.of_day: Callable[[str], Iterator[Taken]] = self._leaving.of_day

    def all(self, kind: str) -> Iterator[Taken]:
        if kind == CHOICE:
            return self._choices()
        if kind in self._stays:
            return iter(())
        return (one for one in self._leaving.all(kind) if not self._is_of_what_stays(one))

    def told(self) -> None:
        """One more is written."""
        self._done += 1
        if self._progress is not None and (self._done % TOLD_EVERY == 0 or self._done == self._total):
            self._progress(self._done, max(self._total, self._done))

    def _is_of_what_stays(self, one: Taken) -> bool:
        """What is about a member, or was begun about their page, in a facilitator's home."""
        if isinstance(one, Draft):
            return bool(self._stays) and is_message(one)
        return isinstance(one, EarlierVersion) and one.kind in self._stays

    def _choices(self) -> Iterator[Taken]:
        for name in SMALL_CHOICES:
            stored = self._settings.get(name)
            if stored is not None and (choice := Choice(name, stored)).may_go_along:
                yield choice
