"""Rescue: everything that can still be read of a damaged journal, in a new one that opens as the old one did.

The old journal is never written to. The new one has the same key slots, so that the passphrase and the words go on
working, under the next generation. It holds no key of a pair: both could be written in, and the two would be one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from journal.clock import Clock
from journal.domain.moments import moment_at
from journal.domain.timeline import KINDS
from journal.errors import AlreadyThere, BadInput, Damaged, NewerFormat
from journal.paths import Home, check_private
from journal.progress import WHOLE, Progress, part_of
from journal.store.checking import check_whole
from journal.store.connection import Connection, create_database, open_database
from journal.store.migrations import Step, migrate, newest, steps_in
from journal.store.salvage import DamagedFile
from journal.store.salvage_copy import copy_to_read, rollback_of
from journal.store.salvage_mending import OWN_TABLE, Mended, Mending
from journal.store.salvage_spine import known_by_indexes, words_by_search
from journal.store.salvage_tables import (
    Days,
    Lost,
    Table,
    carry_meta,
    clear_search,
    copy_table,
    days_of,
    row_count,
    tables_of,
    to_be_indexed,
)
from journal.store.unshared import leave_sharing_out
from journal.use_cases.lending import lend_what_a_safety_copy_knows
from journal.use_cases.preferences import read_preferences, write_preferences
from journal.use_cases.rooms import Rooms
from journal.use_cases.unlocking import Unlocked
from journal.vault.header import Header
from journal.vault.header_files import write_new_vault

MOST_PLACES: Final = 12
"""Of one table with days of their own; more are said as one stretch of days."""

INDEXED_AT_ONCE: Final = 512

NOTHING_READABLE: Final = (
    "The pages that say where everything is are damaged, so nothing in the file can be found. Nothing was changed."
)
INSIDE: Final = "The new journal cannot stand inside the folder of the old one."


@dataclass(frozen=True, slots=True)
class NotRead:
    """Places of one table where something could not be read."""

    table: str
    places: int
    between: Days | None
    """The days they lie between, where that is known."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came over into the new journal, and what did not."""

    home: Home
    rows: dict[str, int]
    """How many, by table, for each table that has any."""
    not_read: tuple[NotRead, ...]
    without_a_day: int
    """Things that stand under today, since their own day could not be read."""
    words_from_search: int
    """Things whose words came out of the search index, in one piece."""
    without_words: int
    """Things of which no words are left; a mark stands in their place."""
    left_out: dict[str, int]
    """Rows, by table, that could be read and belong to nothing, or that the schema does not take."""

    @property
    def is_whole(self) -> bool:
        """Whether everything came over."""
        return not (self.not_read or self.without_a_day or self.words_from_search or self.without_words)


def rescue(unlocked: Unlocked, to: Home, clock: Clock, progress: Progress | None = None) -> Rescued:
    """Take everything that can be read out of a journal, into a new one.

    Args:
        unlocked: whose; only the database may be damaged.
        to: the new journal's home; no journal may be there.
        clock: for today.
        progress: in thousandths. What it raises ends the work, and nothing half made stays.

    Raises:
        AlreadyThere: a journal is there. BadInput: that place is inside the old journal's own.
        Damaged: not even the list of tables can be read. NewerFormat: written by a newer cairn.
        Busy: another cairn writes all the time. NoRoom: the disk did not take it.
    """
    check_place(unlocked.home, to)
    done: list[Rescued] = []

    def fill(folder: Path) -> bytes:
        before = unlocked.header
        header = Header(before.vault_id, before.generation + 1, before.slots)
        header = header.with_mac(unlocked.keys.header_mac(header.covered()))
        done.append(_Rescue(unlocked, header, folder, clock, progress).run(to))
        return header.to_bytes()

    with _leaving_nothing(to):
        write_new_vault(to, fill)
    known = read_preferences(unlocked.home)
    if known != read_preferences(to):
        write_preferences(to, known)
    return done[0]


class _Rescue:
    """One rescue, into a folder that becomes a vault when it is done."""

    def __init__(
        self, unlocked: Unlocked, header: Header, folder: Path, clock: Clock, progress: Progress | None
    ) -> None:
        self._unlocked = unlocked
        self._header = header
        self._folder = folder
        self._database = folder / header.database_name
        self._clock = clock
        self._progress = progress
        self._now = moment_at(clock.now(), clock.zone())

    def run(self, to: Home) -> Rescued:
        copy = self._folder / "damaged.db"
        file = self._open_copy(copy)
        try:
            into = create_database(self._database, self._unlocked.keys.database_key())
            try:
                migrate(into, self._steps_of(file), self._now.at_utc)
            finally:
                into.close()
            rescued = self._fill(file, to)
        finally:
            file.close()
        _remove(copy)
        return rescued

    def _open_copy(self, copy: Path) -> DamagedFile:
        """With the rollback of a write that was cut off, or without, where that is damaged too."""
        source = self._unlocked.home.vault / self._unlocked.header.database_name
        for rolls_back in (True, False):
            copy_to_read(source, copy, part_of(self._progress, 0, 30), rolls_back=rolls_back)
            with suppress(Damaged):
                return self._readable(copy)
            with suppress(Damaged):
                step = lend_what_a_safety_copy_knows(self._unlocked, copy, self._now.at_utc)
                return self._readable(copy, step)
            _remove(copy)
        raise Damaged(NOTHING_READABLE)

    def _readable(self, copy: Path, step: int | None = None) -> DamagedFile:
        """The copy, where its list of tables can be read, and is of this step of the schema."""
        file = DamagedFile(copy, self._unlocked.keys.database_key)
        try:
            file.tables()
            if step is not None and file.newest_step() != step:
                raise Damaged()
        except Damaged:
            file.close()
            raise
        return file

    def _fill(self, file: DamagedFile, to: Home) -> Rescued:
        with self._opened() as into:
            tables = tables_of(into)
            # Rows come before what they belong to, and some never get it: they are put in order at the end.
            into.execute("PRAGMA foreign_keys = OFF")
            into.execute("BEGIN IMMEDIATE")
            carry_meta(file, into, self._header.vault_id.hex(), self._header.generation, self._now.at_utc)
            lost = self._copy(file, tables, into)
            mended = self._mend(file, lost, into)
            not_read = _account(into, tables, lost, mended, self._now.for_date)
            into.execute("COMMIT")
        with self._opened() as into:
            migrate(into, steps_in(), self._now.at_utc)
        with self._opened() as into:
            leave_sharing_out(into)
            self._index(into)
            check_whole(into)
            rows = {table.name: row_count(into, table.name) for table in tables_of(into)}
        self._tell(WHOLE)
        left_out = Counter({table: one.left_out for table, one in lost.items() if one.left_out})
        return Rescued(
            home=to,
            rows={name: count for name, count in rows.items() if count},
            not_read=not_read,
            without_a_day=len(mended.without_a_day),
            words_from_search=mended.words_from_search,
            without_words=mended.without_words,
            left_out=dict(left_out + Counter(mended.left_out)),
        )

    @contextmanager
    def _opened(self) -> Iterator[Connection]:
        """The new file, opened anew: on the connection that made its tables reading is ten times as slow."""
        into = open_database(self._database, self._unlocked.keys.database_key())
        try:
            yield into
        finally:
            into.close()

    def _steps_of(self, file: DamagedFile) -> list[Step]:
        """The steps that the damaged file has had, so that the later ones meet what they expect."""
        steps = steps_in()
        number = file.newest_step() or newest(steps)
        if number > newest(steps):
            raise NewerFormat()
        return [step for step in steps if step.number <= number]

    def _copy(self, file: DamagedFile, tables: list[Table], into: Connection) -> dict[str, Lost]:
        there, lost = file.tables(), dict[str, Lost]()
        for number, table in enumerate(tables):
            done = 30 + 600 * number // len(tables)
            lost[table.name] = copy_table(file, there, table, into, lambda done=done: self._tell(done))  # type: ignore[misc]  # a default binds now
        return lost

    def _mend(self, file: DamagedFile, lost: dict[str, Lost], into: Connection) -> Mended:
        known = known_by_indexes(file, lost["item"].gaps)
        return Mending(into, self._now, known, lambda numbers: words_by_search(file, numbers)).mend()

    def _index(self, into: Connection) -> None:
        """Make the search indexes anew."""
        indexing = _Indexing(into, self._clock)
        into.execute("BEGIN IMMEDIATE")
        clear_search(into)
        items = to_be_indexed(into)
        for place in range(0, len(items), INDEXED_AT_ONCE):
            indexing.put(items[place : place + INDEXED_AT_ONCE])
            self._tell(640 + 300 * place // len(items))
        into.execute("COMMIT")

    def _tell(self, thousandths: int) -> None:
        if self._progress is not None:
            self._progress(thousandths, WHOLE)


class _Indexing(Rooms):
    """Puts what the deeds would have put into the search indexes."""

    def put(self, items: Sequence[tuple[int, str]]) -> None:
        """Index these numbers and kinds."""
        # All are read before one is written: each reading after a write to an index takes twenty times as long.
        read = [(number, self._words_of(self._item(number, kind))) for number, kind in items if kind in KINDS]
        for number, words in read:
            self._search_index.put(number, words)
        for number, kind in items:
            self._index_tool(number, kind)


def _account(
    into: Connection, tables: list[Table], lost: dict[str, Lost], mended: Mended, today: str
) -> tuple[NotRead, ...]:
    kinds = {table: kind for kind, table in OWN_TABLE.items()}
    said = []
    for table in tables:
        gaps, kind = lost[table.name].gaps, kinds.get(table.name)
        has_days = kind is None or kind in KINDS
        days = [days_of(into, gap, table, kind, mended.without_a_day, today) if has_days else None for gap in gaps]
        said += [NotRead(table.name, places, between) for between, places in _put_together(days).items()]
    return tuple(said)


def _put_together(days: list[Days | None]) -> dict[Days | None, int]:
    """How many places lie between the same days; where there are too many to say, all of them together."""
    places = Counter(days)
    known = [one for one in places if one is not None]
    if len(known) <= MOST_PLACES:
        return dict(places)
    return {(min(first for first, _ in known), max(last for _, last in known)): len(days)}


def check_place(source: Home, to: Home) -> None:
    """See that a new journal can stand there.

    Raises:
        As `rescue`, of the place alone; OpenToOthers: others may write there.
    """
    root, inside = source.root.resolve(), to.root.resolve()
    if to.exists():
        raise AlreadyThere()
    if root == inside or root in inside.parents:
        raise BadInput(INSIDE)
    check_private(to)


@contextmanager
def _leaving_nothing(to: Home) -> Iterator[None]:
    """Folders that were made for a journal which then was not are taken away again."""
    made = [folder for folder in (to.root, *to.root.parents) if not folder.exists()]
    try:
        yield
    except BaseException:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def _remove(copy: Path) -> None:
    for path in (copy, rollback_of(copy)):
        path.unlink(missing_ok=True)
