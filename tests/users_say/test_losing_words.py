"""Items 1 to 10 of what users of journals suffer from: words lost, and copies that do not come back.

Each test says what cairn promises about the item of its number.
"""

import subprocess
import sys
import threading
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal.domain.entry import JournalEntry
from journal.errors import BadInput, Busy, Damaged, NotOpened
from journal.paths import Home
from journal.portable.jrnl import read_jrnl
from journal.use_cases.arriving import Arrived
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.safe_copies import create_backup, restore_backup, verify_backup
from journal.use_cases.snapshots import EVERY_DAYS, snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import with_passphrase
from journal.use_cases.ways_in import change_passphrase, draw_rotation
from tests.conftest import PASSPHRASE, FixedClock, cairn_environment
from tests.docs.conftest import ROOT
from tests.users_say.conftest import bodies, unlocked_of, write
from tests.vault.header_bytes import files_of
from tui.exits import exit_code

NEW = "another four quiet words"
OLDER = "[2024-05-01 09:00] An older day.\nBy the lake.\n"


def arrive(journal: OpenJournal, content: str) -> Arrived:
    """An import of a jrnl file."""
    return journal.bring_in("jrnl", read_jrnl(content.encode()).pages, "Europe/London")


def everything(journal: OpenJournal) -> list[tuple[object, ...]]:
    """Every row that a person would miss."""
    tables = ("item", "entry", "check_in", "check_in_feeling", "tool_use", "draft", "earlier_version", "item_tag")
    return [row for table in tables for row in journal._connection.rows(f"SELECT * FROM {table}")]


def test_item_01_a_new_passphrase_rewrites_the_key_file_and_nothing_else(home: Home, clock: FixedClock) -> None:
    before = files_of(home.root)
    change_passphrase(home, PASSPHRASE, NEW)
    changed = {name for name, content in files_of(home.root).items() if before[name] != content}
    assert changed == {"vault/header", "vault/header.bak"}


def test_item_01_a_new_key_that_is_stopped_half_way_leaves_the_old_one(home: Home, clock: FixedClock) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    write(journal, "before it")
    journal.close()
    before = files_of(home.root)

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw_rotation(home, PASSPHRASE).take_effect(stop)

    assert files_of(home.root) == before
    assert bodies(home) == {"before it"}


def test_item_01_the_old_file_stays_until_the_journal_has_opened_once_under_the_new_key(
    home: Home, clock: FixedClock
) -> None:
    draw_rotation(home, PASSPHRASE).take_effect()
    assert sorted(path.name for path in home.vault.glob("*.db")) == ["journal-1.db", "journal-2.db"]
    open_journal(home, PASSPHRASE, clock).close()
    assert sorted(path.name for path in home.vault.glob("*.db")) == ["journal-2.db"]


def test_item_01_no_keyring_stands_between_writing_and_reading() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert not any("keyring" in name or "secretstorage" in name for name in needed)


def test_item_02_many_writers_at_once_are_all_kept(home: Home) -> None:
    def add(number: int) -> None:
        journal = open_journal(home, PASSPHRASE, FixedClock())
        write(journal, f"page {number}")
        journal.close()

    writers = [threading.Thread(target=add, args=(number,)) for number in range(5)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)
    assert bodies(home) == {f"page {number}" for number in range(5)}


def test_item_02_a_writer_that_could_not_save_says_so_and_ends_with_a_number(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    other = open_journal(home, PASSPHRASE, clock)
    other._connection.rows("PRAGMA busy_timeout = 1")
    journal._connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy) as refused:
        write(other, "not kept")
    journal._connection.execute("ROLLBACK")
    other.close()
    assert "Nothing was saved this time" in str(refused.value)
    assert exit_code(refused.value) != 0


def test_item_03_no_choice_of_looks_or_habits_touches_what_was_written(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    write(journal, "on this day")
    before, database = everything(journal), (home.vault / "journal-1.db").read_bytes()

    for country, region, look in (("GB", "GB-WLS", "quiet"), (None, None, None), ("NZ", None, "high-contrast")):
        write_preferences(home, Preferences(country, region, look, plain=look is None))
    assert (home.vault / "journal-1.db").read_bytes() == database

    for name, value in (("lock-after-minutes", "%H:%m"), ("scale", "w5"), ("look", ""), ("date-format", "%Y")):
        journal.choose(name, value)
    travelling = open_journal(home, PASSPHRASE, FixedClock(clock.now(), "Pacific/Kiritimati"))
    assert everything(travelling) == before
    travelling.close()


def test_item_03_what_adds_never_edits(journal: OpenJournal) -> None:
    write(journal, "first")
    before = everything(journal)
    write(journal, "second")
    journal.record_check_in(replace(journal.blank_check_in(), mood=6))
    assert [row for row in before if row not in everything(journal)] == []


def test_item_04_no_words_are_taken_before_the_journal_has_opened(template_home: Home, tmp_path: Path) -> None:
    """With a wrong passphrase what stands on standard input is still there, for the next try."""
    words = tmp_path / "words"
    words.write_text("words that were typed already", encoding="utf-8")
    environment = cairn_environment(template_home, CAIRN_PASSPHRASE_COMMAND="echo another one")
    before = files_of(template_home.root)
    with words.open("rb") as given:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "tui", "write", "-"],
            stdin=given, capture_output=True, env=environment, timeout=60, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (3, b"")
        assert given.read() == words.read_bytes()
    assert files_of(template_home.root) == before


def test_item_04_words_that_were_on_their_way_when_it_locked_are_a_locked_draft(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    journal.keep_draft(replace(journal.blank_page(), body="half a sentence about the heron"))
    journal.close()
    assert not any(b"heron" in content for content in files_of(home.root).values())
    again = open_journal(home, PASSPHRASE, clock)
    assert [draft.body for draft in again.drafts()] == ["half a sentence about the heron"]
    again.close()


def test_item_05_copies_are_made_by_themselves_and_bring_back_what_the_file_lost(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    write(journal, "a month of words")
    assert EVERY_DAYS == 1
    assert snapshot_if_due(unlocked_of(journal), clock) is not None
    journal.close()
    database = home.vault / "journal-1.db"
    database.write_bytes(bytes(database.stat().st_size))
    with pytest.raises(Damaged):
        open_journal(home, PASSPHRASE, clock)

    (copy,) = snapshots_in(home)
    restored = restore_backup(home, copy.path, with_passphrase(PASSPHRASE), clock, over=True)

    assert bodies(home) == {"a month of words"}
    assert restored.kept is not None


def test_item_05_every_page_of_the_file_is_looked_at_again_after_a_week(
    journal: OpenJournal, clock: FixedClock
) -> None:
    assert not journal.is_check_due()
    clock.set(clock.now() + timedelta(days=8))
    assert journal.is_check_due()
    journal.verify()
    assert not journal.is_check_due()


def test_item_06_what_arrives_never_touches_what_the_person_wrote(journal: OpenJournal) -> None:
    """There is no sync yet: an import is all that arrives. An empty file, or one brought before, changes nothing."""
    mine = write(journal, "mine")
    arrive(journal, OLDER)
    (brought,) = journal.search("lake")[1]
    journal.change_words(brought.id, "my own words now")
    before = everything(journal)

    assert arrive(journal, OLDER).new == 0
    with pytest.raises(BadInput):
        arrive(journal, "")

    assert everything(journal) == before
    own = journal.read(mine)
    assert isinstance(own, JournalEntry)
    assert own.body == "mine"


def test_item_06_what_was_deleted_here_does_not_come_back_by_itself(journal: OpenJournal) -> None:
    arrive(journal, OLDER)
    (found,) = journal.search("lake")[1]
    journal.delete(found.id)
    assert arrive(journal, OLDER).new == 0
    assert journal.search("lake")[0] == 0


def test_item_07_of_two_edits_neither_is_lost_and_no_clock_decides(home: Home, journal: OpenJournal) -> None:
    """Whoever saves last is on top, be their clock behind; what they replaced is kept as an earlier version."""
    page = write(journal, "first words")
    behind = open_journal(home, PASSPHRASE, FixedClock(datetime(2020, 1, 1, tzinfo=UTC)))
    journal.change_words(page, "words of the one")
    behind.change_words(page, "words of the other")
    behind.close()

    now = journal.read(page)
    assert isinstance(now, JournalEntry)
    assert now.body == "words of the other"
    earlier = journal._connection.rows("SELECT words FROM earlier_version ORDER BY number")
    assert [words for (words,) in earlier] == ["first words", "words of the one"]


def test_item_08_two_drafts_of_one_page_are_both_there_for_everybody_who_looks(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    begun = journal.keep_draft(replace(journal.blank_page(), body="one"))
    other = open_journal(home, PASSPHRASE, FixedClock(clock.now() + timedelta(minutes=1)))
    other.keep_draft(replace(other.take_up(begun), body="one and two"))
    journal.keep_draft(replace(begun, body="one, and more"))

    both = {"one and two", "one, and more"}
    assert {draft.body for draft in journal.drafts()} == both
    assert {draft.body for draft in other.drafts()} == both
    other.close()


def test_item_08_what_another_cairn_wrote_is_noticed(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    before = journal.changes_elsewhere()
    other = open_journal(home, PASSPHRASE, clock)
    write(other, "from elsewhere")
    other.close()
    assert journal.changes_elsewhere() != before


def test_item_09_one_computer_alone_makes_nothing_twice(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    begun = journal.keep_draft(replace(journal.blank_page(), body="once"))
    for _ in range(3):
        journal.keep_draft(begun)
    journal.write_page(begun)
    for _ in range(3):
        arrive(journal, OLDER)
        snapshot_if_due(unlocked_of(journal), clock)
        open_journal(home, PASSPHRASE, clock).close()
    assert journal._connection.one("SELECT count(*) FROM item") == 2
    assert journal.drafts() == []


def test_item_10_a_backup_is_all_that_is_needed_and_its_check_is_a_real_restore(
    journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    write(journal, "carried")
    (tmp_path / "stick").mkdir()
    backup = create_backup(unlocked_of(journal), tmp_path / "stick" / "copy", clock).path
    elsewhere = Home(tmp_path / "new computer" / "home")

    checked = verify_backup(elsewhere, backup, with_passphrase(PASSPHRASE), clock)
    assert checked.rows["entry"] == 1
    assert not elsewhere.exists()

    assert restore_backup(elsewhere, backup, with_passphrase(PASSPHRASE), clock).rows == checked.rows
    assert bodies(elsewhere) == {"carried"}


@pytest.mark.parametrize("harm", [lambda b: b[:-1], lambda b: b[:-5000] + b"\0" * 5000], ids=["cut", "overwritten"])
def test_item_10_a_backup_that_would_not_come_back_is_told_while_the_journal_is_still_there(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path, harm: object
) -> None:
    assert callable(harm)
    backup = create_backup(unlocked_of(journal), tmp_path / "copy", clock).path
    backup.write_bytes(harm(backup.read_bytes()))
    with pytest.raises(Damaged):
        verify_backup(home, backup, with_passphrase(PASSPHRASE), clock)


def test_item_10_a_backup_of_another_key_is_not_said_to_be_damaged(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    backup = create_backup(unlocked_of(journal), tmp_path / "copy", clock).path
    with pytest.raises(NotOpened):
        verify_backup(home, backup, with_passphrase("another one"), clock)


def test_there_is_a_test_for_each_of_the_twenty() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [number for number in range(1, 21) if f"\ndef test_item_{number:02}_" not in source] == []
