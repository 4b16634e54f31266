"""What a rescue refuses, what it leaves behind, and files of another moment or another schema."""

from pathlib import Path

import pytest

from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.errors import AlreadyThere, BadInput, Damaged, NewerFormat
from journal.paths import Home
from journal.store.connection import Value, create_database
from journal.store.migrations import migrate, newest, steps_in
from journal.store.salvage_copy import copy_to_read, rollback_of
from journal.use_cases.opening import create_journal, open_journal, open_journal_with_words
from journal.use_cases.rescuing import NOTHING_READABLE, rescue
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.store.damaged_journals import connection_to, copied, database_of, everything, unlocked, with_page_harmed
from tests.store.locked_file import files_of, flip

# What is refused, and what is left behind


def test_where_nothing_can_be_found_it_says_so_and_leaves_nothing(
    kept: Home, tmp_path: Path, later: FixedClock
) -> None:
    source = copied(kept, tmp_path / "source", lambda home: with_page_harmed(home, 0))
    with pytest.raises(Damaged, match=NOTHING_READABLE):
        rescue(unlocked(source), Home(tmp_path / "deep" / "down" / "to"), later)
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


@pytest.mark.parametrize("stop_at", [0, 300, 800, 1000])
def test_a_stop_on_the_way_leaves_nothing_half_made(
    kept: Home, tmp_path: Path, later: FixedClock, stop_at: int
) -> None:
    def stop(done: int, whole: int) -> None:
        assert whole == 1000
        if done >= stop_at:
            raise KeyboardInterrupt

    before = files_of(kept.root)
    with pytest.raises(KeyboardInterrupt):
        rescue(unlocked(kept), Home(tmp_path / "deep" / "to"), later, stop)
    assert list(tmp_path.iterdir()) == []
    assert files_of(kept.root) == before


def test_it_never_takes_the_place_of_a_journal(kept: Home, home: Home, later: FixedClock) -> None:
    before = files_of(home.root)
    for place in (home, kept):
        with pytest.raises(AlreadyThere):
            rescue(unlocked(kept), place, later)
    assert files_of(home.root) == before


@pytest.mark.parametrize("inside", ["to", "vault/to", "snapshots"])
def test_it_makes_nothing_inside_the_old_journal(kept: Home, later: FixedClock, inside: str) -> None:
    before = files_of(kept.root)
    with pytest.raises(BadInput, match="inside the folder of the old one"):
        rescue(unlocked(kept), Home(kept.root / inside), later)
    assert files_of(kept.root) == before


def test_a_write_that_was_cut_off_is_rolled_back_in_the_copy_alone(
    kept: Home, tmp_path: Path, later: FixedClock
) -> None:
    source = copied(kept, tmp_path / "source")
    expected = everything(kept)
    torn(source)
    before = files_of(source.root)
    assert "vault/journal-1.db-journal" in before
    done = rescue(unlocked(source), Home(tmp_path / "to"), later)
    assert files_of(source.root) == before
    assert done.is_whole
    assert everything(done.home) == expected


def test_a_rollback_that_made_a_file_of_any_length_costs_neither_words_nor_room(
    kept: Home, tmp_path: Path, later: FixedClock
) -> None:
    """One bit of its own length the other way round, and the engine leaves a hole of 256 MB behind, or of 64 GB."""
    source = copied(kept, tmp_path / "source")
    expected = everything(kept)
    torn(source)
    beside = rollback_of(database_of(source))
    beside.write_bytes(flip(beside.read_bytes(), 0, 17))
    open_journal(source, PASSPHRASE, later).close()
    assert database_of(source).stat().st_size > 2**28
    copy_to_read(database_of(source), tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_size < 2**20
    done = rescue(unlocked(source), Home(tmp_path / "to"), later)
    assert done.is_whole
    assert {table: len(rows) for table, rows in everything(done.home).items()} == {
        table: len(rows) for table, rows in expected.items()
    }


def torn(home: Home) -> None:
    """The files as they are when the power goes in the middle of a commit that does not fit into memory."""
    connection = connection_to(home)
    connection.execute("PRAGMA cache_size = 5")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE entry SET body = 'half written ' || body")
    connection.execute("UPDATE item SET zone = 'Mars/Olympus'")
    halfway = {path: path.read_bytes() for path in home.vault.glob("journal-1.db*")}
    connection.execute("ROLLBACK")
    connection.close()
    assert len(halfway) == 2
    assert halfway[database_of(home)] != database_of(home).read_bytes()
    for path, content in halfway.items():
        path.write_bytes(content)


def test_words_on_paper_open_the_rescued_journal(tmp_path: Path, later: FixedClock) -> None:
    source, to = Home(tmp_path / "source"), Home(tmp_path / "to")
    words = create_journal(source, PASSPHRASE, later, FLOOR).words
    rescue(unlocked(source), to, later)
    open_journal_with_words(to, " ".join(words.words), later).close()


# Other versions of the schema


def test_a_file_of_an_older_schema_is_rescued_and_brought_up_to_date(
    home: Home, tmp_path: Path, later: FixedClock
) -> None:
    of_schema(home, 1)
    done = rescue(unlocked(home), Home(tmp_path / "to"), later)
    journal = open_journal(done.home, PASSPHRASE, later)
    assert [page.body for page in journal.items(Filter(), 10) if isinstance(page, JournalEntry)] == [
        "of the first schema"
    ]
    assert [tool.name for tool in journal.tools()] == ["a walk"]
    assert journal.search("first")[0] == 1
    journal.verify()
    journal.close()


def test_a_file_of_a_newer_schema_is_left_to_the_program_that_wrote_it(
    home: Home, tmp_path: Path, later: FixedClock
) -> None:
    connection = connection_to(home)
    connection.execute("INSERT INTO migration (number, name) VALUES (?, 'coming')", (newest(steps_in()) + 1,))
    connection.close()
    with pytest.raises(NewerFormat):
        rescue(unlocked(home), Home(tmp_path / "to"), later)
    assert not (tmp_path / "to").exists()


def of_schema(home: Home, number: int) -> None:
    """Put a database of an older schema, with a page and a tool in it, in the place of an empty one."""
    opened = unlocked(home)
    database_of(home).unlink()
    connection = create_database(home.vault / "journal-1.db", opened.keys.database_key())
    migrate(connection, steps_in()[:number], "2026-01-01T00:00:00.000000+00:00")
    connection.execute(
        "INSERT INTO meta (one, vault_id, gen, made_at) VALUES (1, ?, 1, '2026-01-01')", (opened.header.vault_id.hex(),)
    )
    spine: tuple[Value, ...] = ("2026-01-02T10:00:00+00:00", "2026-01-02T10:00:00.000000+00:00", "UTC", "2026-01-02")
    connection.execute(
        "INSERT INTO item (id, kind, at, at_utc, zone, for_date, recorded_at) VALUES ('one', 'entry', ?, ?, ?, ?, '')",
        spine,
    )
    connection.execute("INSERT INTO entry (item, body) VALUES (1, 'of the first schema')")
    connection.execute("INSERT INTO tool (id, name, created_at) VALUES ('two', 'a walk', '2026-01-01')")
    connection.close()
