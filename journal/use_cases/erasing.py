"""Erasing for good: one thing, a range of days, everything. Nothing of it can be taken back.

The safety copies on this computer hold what is erased too: whoever erases puts one new copy in their place
(`snapshots.renew_snapshots`). Copies elsewhere are the person's own.
"""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from journal.errors import BadInput, NoJournal, NoRoom, NotFound
from journal.paths import Home, sync_folder
from journal.store.erasing import Eraser
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms
from journal.vault.backup_file import LONGEST


@dataclass(frozen=True, slots=True)
class Going:
    """What goes, by kind: those of the spine, and `reflection`, `draft`, `earlier-version`."""

    counts: dict[str, int]
    _numbers: list[int] = field(repr=False)
    _reflections: list[tuple[int, int]] = field(repr=False)
    _drafts: list[str] = field(repr=False)
    _put_by: list[int] = field(repr=False)

    @property
    def is_nothing(self) -> bool:
        return not any(self.counts.values())


class Erasing(Rooms):
    """Erasing inside an open journal."""

    def what_goes(self, prefix: str | None = None, first: str | None = None, last: str | None = None) -> Going:
        """Say what erasing would take, and change nothing.

        Args:
            prefix: the id of one thing, or its start; what was deleted and waits to go is named by its whole id.
            first: the first day of a range, ISO 8601; with `last`, and without an id.
            last: its last day.

        Raises:
            NotFound: nothing has this id. BadInput: no such days, or the last before the first.
        """
        eraser = Eraser(self._connection)
        if prefix is not None:
            numbers = [self._number_even_deleted(prefix)]
            reflections: list[tuple[int, int]] = []
            drafts = eraser.drafts_of(numbers)
            ids = eraser.ids(numbers)
            put_by = [number for number, item, _ in eraser.put_by_drafts() if item in ids]
        else:
            begins, ends = self._days(first, last)
            numbers = eraser.dated(begins, ends)
            reflections = eraser.reflections_between(begins, ends, numbers)
            drafts = sorted({*eraser.drafts_of(numbers), *eraser.drafts_between(begins, ends)})
            ids = eraser.ids(numbers)
            put_by = [n for n, item, day in eraser.put_by_drafts() if item in ids or begins <= day <= ends]
        counts = {
            **eraser.kinds(numbers),
            "reflection": len(reflections),
            "draft": len(drafts) + len(put_by),
            "earlier-version": eraser.earlier_versions(numbers),
        }
        return Going({kind: count for kind, count in counts.items() if count}, numbers, reflections, drafts, put_by)

    def erase(self, going: Going) -> None:
        """Let it go for good.

        Raises:
            NoRoom, Busy: it could not be done; everything is still there.
        """
        eraser = Eraser(self._connection)
        with transaction(self._connection):
            eraser.erase_drafts(going._drafts)
            eraser.erase_put_by_drafts(going._put_by)
            eraser.erase_reflections(number for number, _ in going._reflections)
            eraser.erase(going._numbers)
            for goal in {goal for _, goal in going._reflections}:
                if not self._items.is_deleted(goal):
                    self._index(goal, self._goals.get(goal))

    def _days(self, first: str | None, last: str | None) -> tuple[str, str]:
        if first is None or last is None:
            raise BadInput("A range of days takes its first day and its last.")
        begins, ends = self.moment(first).for_date, self.moment(last).for_date
        if begins > ends:
            raise BadInput("The last day comes before the first.")
        return begins, ends

    def _number_even_deleted(self, prefix: str) -> int:
        try:
            return self._items.find(prefix)[0]
        except NotFound:
            number = self._items.number_of(prefix.strip().lower())
            if number is None:
                raise
            return number


def erase_everything(home: Home) -> None:
    """Erase the journal, its safety copies on this computer, and what is known before it is open.

    One rename takes it away; then the key slots are written over, without which nobody can read what an old disk may
    keep of the rest. A process that is stopped in between is finished by the next cairn.

    Raises:
        NoJournal: there is none. NoRoom: the disk said no; the journal is still there.
    """
    if not home.exists():
        raise NoJournal()
    try:
        os.rename(home.vault, home.root / f"vault.gone-{os.getpid()}")
        sync_folder(home.root)
    except OSError as problem:
        raise NoRoom("The journal could not be erased. It is still there.") from problem
    finish_erasing(home)


def finish_erasing(home: Home) -> None:
    """Take away what an erasing left that was stopped halfway. Does nothing where none was under way."""
    gone = list(home.root.glob("vault.gone-*")) if home.root.is_dir() else []
    if not gone:
        return
    # A journal that was made since is another person's word: nothing of that one goes.
    if not home.exists():
        for folder in (home.snapshots, *home.root.glob("before-restore-*"), *home.root.glob("checking.new-*")):
            _shred(folder)
        home.before_unlock.unlink(missing_ok=True)
    for folder in gone:
        _shred(folder)
    with suppress(OSError):
        home.root.rmdir()


def _shred(folder: Path) -> None:
    """Write zeros over what carries key slots, then let everything go."""
    with suppress(OSError):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("journal-"):
                _write_over(path)
    shutil.rmtree(folder, ignore_errors=True)


def _write_over(path: Path) -> None:
    with suppress(OSError), path.open("r+b") as file:
        file.write(bytes(min(os.fstat(file.fileno()).st_size, LONGEST)))
        file.flush()
        os.fsync(file.fileno())
