"""Reading a file that is damaged somewhere: every row is read as it was, or lies in a place that is named."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from journal.errors import Busy, Damaged
from journal.store import salvage_copy
from journal.store.connection import Row, create_database, open_database
from journal.store.salvage import DamagedFile
from journal.store.salvage_copy import copy_to_read, rollback_of
from journal.store.salvage_reading import Gap, Reading, Source
from tests.store.locked_file import PAGE, Harm, flip, page_of, swap, with_page

KEY = b"x'" + b"5e" * 32 + b"'"
ROWS = 5000
FEWER = 1200
"""Rows of the two smaller tables."""
MOST_ON_A_PAGE = 50
LONG = range(4550, 5000, 100)
"""Rows of the big table that go on on pages of their own."""
IN_THE_BIG_TABLE = (20, 50, 90)
"""Pages, counted from 0, that its rows stand on, since they were written first."""

PAGES = Source("page", ("number",), (True,), ("number", "words"))
PARTS = Source("part", ("page", "place"), (True, True), ("page", "place", "words"))
NOTES = Source("note", ("id",), (False,), ("id", "words"))
BY_WORDS = Source("part", ("words", "page", "place"), (False, True, True), ("page", "place", "words"), "part_by_words")


@dataclass(frozen=True)
class Book:
    """A locked file with a table of five thousand rows and two smaller ones."""

    content: bytes
    rows: dict[str, list[Row]]

    @property
    def pages(self) -> int:
        return len(self.content) // PAGE


@dataclass
class Found:
    """What a reading found."""

    rows: list[Row]
    gaps: list[Gap]


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Never read in place."""
    path = tmp_path_factory.mktemp("book") / "book.db"
    rows: dict[str, list[Row]] = {
        "page": [(n, f"page {n} ".ljust(9000 if n in LONG else 80, "x")) for n in range(1, ROWS + 1)],
        "part": [(n // 3, n % 3, f"part {n} ".ljust(40, "y")) for n in range(FEWER)],
        "note": [(f"{n * 2654435761 % 2**32:08x}", f"note {n} ".ljust(60, "z")) for n in range(FEWER)],
    }
    connection = create_database(path, bytearray(KEY))
    connection.execute("CREATE TABLE page (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")
    connection.execute(
        "CREATE TABLE part (page INTEGER, place INTEGER, words TEXT, PRIMARY KEY (page, place)) STRICT, WITHOUT ROWID"
    )
    connection.execute("CREATE TABLE note (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT, WITHOUT ROWID")
    connection.execute("CREATE INDEX part_by_words ON part (words, page, place)")
    connection.execute("BEGIN")
    connection.execute_many("INSERT INTO page VALUES (?, ?)", rows["page"])
    connection.execute_many("INSERT INTO part VALUES (?, ?, ?)", rows["part"])
    connection.execute_many("INSERT INTO note VALUES (?, ?)", rows["note"])
    connection.execute("COMMIT")
    connection.close()
    return Book(path.read_bytes(), {name: sorted(kept) for name, kept in rows.items()})


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes, Source], Found]:
    """Read one table of a file with these bytes."""

    def reading(content: bytes, source: Source) -> Found:
        return read_file(tmp_path, content, source)

    return reading


def read_file(folder: Path, content: bytes, source: Source) -> Found:
    (folder / "book.db").write_bytes(content)
    copy = folder / "copy.db"
    copy.unlink(missing_ok=True)
    copy_to_read(folder / "book.db", copy)
    file = DamagedFile(copy, lambda: bytearray(KEY))
    rows: list[Row] = []
    gaps = Reading(file, source, rows.extend).run()
    file.close()
    return Found(sorted(rows), gaps)


def lies_in(row: Row, gaps: list[Gap], keys: int) -> bool:
    key = row[:keys]
    return any((gap.after is None or gap.after < key) and (gap.before is None or key < gap.before) for gap in gaps)


def assert_read_or_named(book: Book, found: Found, source: Source) -> list[Row]:
    """The law. Returns what was lost."""
    whole = book.rows[source.table]
    read = set(found.rows)
    assert len(read) == len(found.rows), "no row is read twice"
    assert read <= set(whole), "no row is read as it was not"
    lost = [row for row in whole if row not in read]
    assert all(lies_in(row, found.gaps, len(source.key)) for row in lost)
    assert not any(lies_in(row, found.gaps, len(source.key)) for row in read)
    return lost


@pytest.mark.parametrize("source", [PAGES, PARTS, NOTES], ids=lambda source: source.table)
def test_a_whole_file_is_read_whole(book: Book, read: Callable[[bytes, Source], Found], source: Source) -> None:
    found = read(book.content, source)
    assert (found.rows, found.gaps) == (book.rows[source.table], [])


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda b, page: flip(b, page, 100), id="a bit"),
        pytest.param(lambda b, page: with_page(b, page, bytes(PAGE)), id="zeroed"),
        pytest.param(lambda b, page: with_page(b, page, page_of(b, page + 1)), id="another page in its place"),
    ],
)
def test_a_bad_page_in_the_middle_of_five_thousand_rows_costs_its_own_rows(
    book: Book, read: Callable[[bytes, Source], Found], harm: Callable[[bytes, int], bytes]
) -> None:
    for page in IN_THE_BIG_TABLE:
        lost = assert_read_or_named(book, read(harm(book.content, page), PAGES), PAGES)
        assert 30 < len(lost) < MOST_ON_A_PAGE
        assert [row[0] for row in lost] == list(range(int(lost[0][0] or 0), int(lost[0][0] or 0) + len(lost)))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("source", [PAGES, PARTS, NOTES], ids=lambda source: source.table)
def test_whichever_pages_are_bad_every_row_is_read_or_in_a_place_that_is_named(
    book: Book, read: Callable[[bytes, Source], Found], source: Source, seed: int
) -> None:
    chance = random.Random(seed)
    content = book.content
    for _ in range(chance.choice((2, 5, 8))):
        page = chance.randrange(5, book.pages - 1)
        content = chance.choice(
            (flip(content, page, 4040), with_page(content, page, bytes(PAGE)), swap(content, page, page + 1))
        )
    assert_read_or_named(book, read(content, source), source)


def test_what_stands_between_bad_pages_is_not_lost_with_them(
    book: Book, read: Callable[[bytes, Source], Found]
) -> None:
    content = book.content
    for page in IN_THE_BIG_TABLE:
        content = flip(flip(content, page, 100), page + 2, 100)
    found = read(content, PAGES)
    lost = assert_read_or_named(book, found, PAGES)
    assert len(found.gaps) == 6
    assert len(lost) < 6 * MOST_ON_A_PAGE


@pytest.mark.parametrize(("left", "more_bytes"), [(0.7, 0), (0.3, 77)])
def test_of_a_file_that_was_cut_off_what_stands_before_the_cut_is_read(
    book: Book, read: Callable[[bytes, Source], Found], left: float, more_bytes: int
) -> None:
    content = book.content[: int(book.pages * left) * PAGE + more_bytes]
    lost = [len(assert_read_or_named(book, read(content, source), source)) for source in (PAGES, PARTS, NOTES)]
    assert 0 < sum(lost) < ROWS + 2 * FEWER


@pytest.mark.parametrize("more", [b"x", bytes(PAGE), b"garbage" * 1000], ids=["a byte", "zeros", "garbage"])
def test_what_was_added_at_the_end_costs_nothing(
    book: Book, read: Callable[[bytes, Source], Found], more: bytes
) -> None:
    found = read(book.content + more, PAGES)
    assert (found.rows, found.gaps) == (book.rows["page"], [])


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda b, page: flip(b, page, 100), id="a bit"),
        pytest.param(lambda b, page: with_page(b, page, bytes(PAGE)), id="zeroed"),
    ],
)
def test_words_that_end_on_a_bad_page_are_lost_and_never_filled_with_zeros(
    book: Book, read: Callable[[bytes, Source], Found], harm: Callable[[bytes, int], bytes]
) -> None:
    """The engine gives zeros for what stands there, and says nothing."""
    whole = {row for row in book.rows["page"] if int(row[0] or 0) in range(LONG.start, LONG.start + 10)}
    source = replace(PAGES, where=f"number >= {LONG.start} AND number < {LONG.start + 10}")
    lost = set()
    for page in range(100, 125):
        rows = set(read(harm(book.content, page), source).rows)
        assert rows <= whole
        lost.add(frozenset(row[0] for row in whole - rows))
    assert frozenset({LONG.start}) in lost, "one page at least held a long row's end and nothing else"


def test_a_table_without_its_root_is_lost_whole_and_said_to_be(
    book: Book, read: Callable[[bytes, Source], Found]
) -> None:
    found = read(flip(book.content, 1, 100), PAGES)
    assert (found.rows, found.gaps) == ([], [Gap(None, None)])


def test_an_index_gives_what_its_table_has_lost(book: Book, read: Callable[[bytes, Source], Found]) -> None:
    bad = flip(book.content, 2, 100)
    assert read(bad, PARTS).rows == []
    found = read(bad, BY_WORDS)
    assert (found.rows, found.gaps) == (book.rows["part"], [])


def test_a_file_without_its_list_of_tables_is_damaged(book: Book, tmp_path: Path) -> None:
    for harm in (lambda b: flip(b, 0, 100), lambda b: bytes(len(b)), lambda b: b[:100], lambda b: b""):
        damaged: Harm = harm
        with pytest.raises(Damaged):
            read_file(tmp_path, damaged(book.content), PAGES)


def test_a_place_that_the_disk_cannot_read_costs_its_page(
    book: Book, read: Callable[[bytes, Source], Found], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, really = IN_THE_BIG_TABLE[0], os.pread

    def pread(descriptor: int, size: int, place: int) -> bytes:
        if place <= page * PAGE < place + size:
            raise OSError(5, "Input/output error")
        return really(descriptor, size, place)

    monkeypatch.setattr(os, "pread", pread)
    assert 30 < len(assert_read_or_named(book, read(book.content, PAGES), PAGES)) < MOST_ON_A_PAGE


@pytest.mark.parametrize("seed", range(3))
def test_pages_of_two_states_of_a_file_are_read_to_the_end(
    book: Book, tmp_path: Path, read: Callable[[bytes, Source], Found], seed: int
) -> None:
    """Each page passes its check, as after a page was put back, but they do not belong together."""
    later = tmp_path / "later.db"
    later.write_bytes(book.content)
    connection = open_database(later, bytearray(KEY))
    connection.execute("DELETE FROM page WHERE number BETWEEN 1000 AND 1600")
    connection.execute("UPDATE page SET words = 'other ' || words || words WHERE number BETWEEN 2000 AND 2400")
    rows = connection.rows("SELECT number, words FROM page")
    connection.close()
    chance, content = random.Random(seed), later.read_bytes()
    for page in range(6, book.pages):
        if chance.random() < 0.4:
            content = with_page(content, page, page_of(book.content, page))

    found = read(content, PAGES)

    assert set(found.rows) <= {*book.rows["page"], *rows}
    assert len(found.rows) > 1000


def test_the_copy_is_for_this_user_alone_and_the_file_is_as_it_was(book: Book, tmp_path: Path) -> None:
    source = tmp_path / "book.db"
    source.write_bytes(book.content)
    rollback_of(source).write_bytes(b"beside")
    source.chmod(0o400)
    copy_to_read(source, tmp_path / "copy.db")
    assert source.read_bytes() == (tmp_path / "copy.db").read_bytes() == book.content
    assert rollback_of(tmp_path / "copy.db").read_bytes() == b"beside"
    assert {path.stat().st_mode & 0o777 for path in tmp_path.glob("copy*")} == {0o600}


def test_no_copy_is_made_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="not in its place"):
        copy_to_read(tmp_path / "book.db", tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_while_another_process_writes_no_copy_is_made(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salvage_copy, "BUSY_TIMEOUT_MS", 0)
    source = tmp_path / "book.db"
    source.write_bytes(book.content)
    script = (
        "import sqlite3, sys\nimport sqlcipher3\nc = sqlcipher3.connect(sys.argv[1], isolation_level=None)\n"
        f"c.set_key(bytearray({KEY!r}))\nc.execute('BEGIN EXCLUSIVE')\nprint('held', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(source)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        with pytest.raises(Busy):
            copy_to_read(source, tmp_path / "copy.db")
        writer.communicate("")
    copy_to_read(source, tmp_path / "copy.db")
