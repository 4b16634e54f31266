"""Backups and safety copies: made, checked by a real restore, put back, and never in anybody's way."""

import hashlib
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal.errors import AlreadyThere, CairnError, Damaged, NewerFormat, NotFound, NotOpened
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.safe_copies import create_backup, restore_backup, verify_backup
from journal.use_cases.snapshots import (
    keep_elsewhere,
    renew_snapshots,
    snapshot_if_due,
    snapshots_in,
)
from journal.use_cases.unlocking import Unlocked, unlock_with_passphrase, with_keys, with_passphrase
from journal.use_cases.ways_in import change_passphrase, draw_rotation
from tests.conftest import PASSPHRASE, FixedClock

OPENS = with_passphrase(PASSPHRASE)


def write(journal: OpenJournal, body: str) -> None:
    journal.write_page(replace(journal.blank_page(), body=body))


def bodies(home: Home, passphrase: str = PASSPHRASE) -> set[str]:
    opened = open_journal(home, passphrase, FixedClock())
    opened.verify()
    found = {str(body) for (body,) in opened._connection.rows("SELECT body FROM entry")}
    opened.close()
    return found


def unlocked_of(journal: OpenJournal) -> Unlocked:
    assert journal.unlocked is not None
    return journal.unlocked


@pytest.fixture
def backup(home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path) -> Path:
    write(journal, "kept in a backup")
    return create_backup(unlocked_of(journal), tmp_path / "copy", clock).path


def test_a_backup_is_one_private_file_that_says_what_it_is(backup: Path, home: Home) -> None:
    content = backup.read_bytes()
    assert content.startswith(b"cairn-backup/1\nid ")
    assert home.header.read_bytes() in content
    assert b"kept in a backup" not in content
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in backup.parent.iterdir() if path.is_file()] == ["copy"]


def test_a_backup_is_never_written_over_a_file(backup: Path, journal: OpenJournal, clock: FixedClock) -> None:
    before = backup.read_bytes()
    with pytest.raises(AlreadyThere):
        create_backup(unlocked_of(journal), backup, clock)
    assert backup.read_bytes() == before


def test_a_check_of_a_backup_restores_it_and_counts_its_rows(backup: Path, home: Home, clock: FixedClock) -> None:
    checked = verify_backup(home, backup, OPENS, clock)
    assert checked.rows["entry"] == 1
    assert checked.made_at == "2026-03-14T09:30:00Z"
    assert sorted(path.name for path in home.root.iterdir()) == ["vault"]


def test_a_backup_becomes_the_journal_of_a_new_computer(backup: Path, tmp_path: Path, clock: FixedClock) -> None:
    other = Home(tmp_path / "other")
    restored = restore_backup(other, backup, OPENS, clock)
    assert (restored.rows["entry"], restored.kept) == (1, None)
    assert bodies(other) == {"kept in a backup"}
    opened = open_journal(other, PASSPHRASE, clock)
    assert opened._meta.restored_at() is not None
    opened.close()


def test_a_journal_that_is_there_is_asked_about_and_kept(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    write(journal, "written after the backup")
    journal.close()
    with pytest.raises(AlreadyThere):
        restore_backup(home, backup, OPENS, clock)
    assert bodies(home) == {"kept in a backup", "written after the backup"}

    restored = restore_backup(home, backup, OPENS, clock, over=True)

    assert bodies(home) == {"kept in a backup"}
    assert restored.kept is not None
    shutil.copytree(restored.kept, tmp_path / "before" / "vault")
    assert bodies(Home(tmp_path / "before")) == {"kept in a backup", "written after the backup"}
    assert len(list(home.vault.glob("journal-*.db"))) == 1


def test_a_backup_replaces_a_journal_that_is_damaged_beyond_opening(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    journal.close()
    for path in (home.header, home.header_copy):
        path.write_bytes(b"not a header")
    restore_backup(home, backup, OPENS, clock, over=True)
    assert bodies(home) == {"kept in a backup"}


def test_a_backup_of_before_opens_with_the_passphrase_of_before(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    journal.close()
    change_passphrase(home, PASSPHRASE, "another one")
    draw_rotation(home, "another one").take_effect()
    with pytest.raises(NotOpened):
        verify_backup(home, backup, with_passphrase("another one"), clock)
    assert verify_backup(home, backup, OPENS, clock).rows["entry"] == 1


def test_keys_that_are_there_already_open_a_backup_of_theirs(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    assert verify_backup(home, backup, with_keys(unlocked_of(journal).keys), clock).rows["entry"] == 1


@pytest.mark.parametrize("cut", [0, 5, 100, 700, 5000, -1])
def test_a_backup_that_was_cut_is_told_and_nothing_is_touched(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock, cut: int
) -> None:
    backup.write_bytes(backup.read_bytes()[:cut])
    before = home.header.read_bytes()
    with pytest.raises(Damaged):
        restore_backup(home, backup, OPENS, clock, over=True)
    assert home.header.read_bytes() == before
    assert sorted(path.name for path in home.root.iterdir()) == ["vault"]
    assert bodies(home) == {"kept in a backup"}


def test_any_flipped_byte_of_a_backup_is_told(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    content = backup.read_bytes()
    text = content.index(b"\0") + 1
    for place in [*range(0, text, 7), text, text + 4096, text + 9000, len(content) - 1]:
        flipped = bytearray(content)
        flipped[place] ^= 1
        backup.write_bytes(flipped)
        with pytest.raises((Damaged, NewerFormat, NotOpened)):
            verify_backup(home, backup, with_keys(unlocked_of(journal).keys), clock)


def test_no_file_and_another_file_are_told_apart(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    with pytest.raises(NotFound):
        verify_backup(home, tmp_path / "nowhere", OPENS, clock)
    other = tmp_path / "a letter"
    other.write_text("Dear Sam", encoding="utf-8")
    with pytest.raises(Damaged, match="not a backup"):
        verify_backup(home, other, OPENS, clock)


def test_work_that_is_stopped_leaves_nothing_behind(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "stick").mkdir()
    with pytest.raises(KeyboardInterrupt):
        create_backup(unlocked_of(journal), tmp_path / "stick" / "copy", clock, stop)
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_page_that_is_read_as_zeros_makes_no_copy(home: Home, clock: FixedClock, tmp_path: Path) -> None:
    """The engine gives zeros for the last page of a long text that does not pass its check, and says nothing."""
    journal = open_journal(home, PASSPHRASE, clock)
    journal.keep_draft(replace(journal.blank_page(), body="words " * 3000))
    journal.close()
    database = home.vault / "journal-1.db"
    content = bytearray(database.read_bytes())
    content[-3000] ^= 1
    database.write_bytes(content)

    with pytest.raises(Damaged):
        create_backup(unlock_with_passphrase(home, PASSPHRASE), tmp_path / "copy", clock)
    assert not (tmp_path / "copy").exists()
    with pytest.raises(Damaged):
        draw_rotation(home, PASSPHRASE).take_effect()
    assert sorted(path.name for path in home.vault.iterdir()) == ["header", "header.bak", "journal-1.db"]


# Safety copies


def test_a_safety_copy_is_made_once_a_day_and_only_when_something_was_written(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    unlocked = unlocked_of(journal)
    write(journal, "a page")
    assert snapshot_if_due(unlocked, clock) is not None
    write(journal, "another")
    assert snapshot_if_due(unlocked, clock) is None
    clock.set(clock.now() + timedelta(days=1))
    assert snapshot_if_due(unlocked, clock) is not None
    clock.set(clock.now() + timedelta(days=1))
    assert snapshot_if_due(unlocked, clock) is None, "nothing was written since"
    assert [snapshot.path.name for snapshot in snapshots_in(home)] == ["2026-03-14.backup", "2026-03-15.backup"]


def test_old_safety_copies_go_by_days_weeks_and_months(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    unlocked = unlocked_of(journal)
    home.snapshots.mkdir(mode=0o700)
    day = datetime(2024, 1, 1, tzinfo=UTC)
    for number in range(700):
        (home.snapshots / f"{(day + timedelta(days=number)).date().isoformat()}.backup").touch()
    write(journal, "a page")
    snapshot_if_due(unlocked, clock)
    days = [snapshot.day.isoformat() for snapshot in snapshots_in(home)]
    assert days[-7:] == [
        "2025-11-25",
        "2025-11-26",
        "2025-11-27",
        "2025-11-28",
        "2025-11-29",
        "2025-11-30",
        "2026-03-14",
    ]
    assert len(days) <= 7 + 4 + 12
    assert days[0] == "2025-01-31"


def test_a_clock_that_jumps_back_a_year_costs_no_safety_copy(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    unlocked = unlocked_of(journal)
    write(journal, "now")
    snapshot_if_due(unlocked, clock)
    clock.set(clock.now() - timedelta(days=365))
    write(journal, "by the clock, a year before")
    snapshot_if_due(unlocked, clock)
    assert [snapshot.day.isoformat() for snapshot in snapshots_in(home)] == ["2025-03-14", "2026-03-14"]


def test_a_file_put_back_from_before_is_told(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    before = (home.vault / "journal-1.db").read_bytes()
    write(journal, "a page")
    snapshot_if_due(unlocked_of(journal), clock)
    assert journal.newer_copy_day() is None
    journal.close()
    (home.vault / "journal-1.db").write_bytes(before)

    older = open_journal(home, PASSPHRASE, clock)
    assert str(older.newer_copy_day()) == "2026-03-14"
    older.close()


def test_a_restored_backup_is_not_taken_for_an_older_file(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    write(journal, "more")
    snapshot_if_due(unlocked_of(journal), clock)
    journal.close()
    restore_backup(home, backup, OPENS, clock, over=True)
    restored = open_journal(home, PASSPHRASE, clock)
    assert restored.newer_copy_day() is None
    restored.close()


def test_what_was_erased_does_not_live_on_in_safety_copies(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    unlocked = unlocked_of(journal)
    write(journal, "to be erased")
    snapshot_if_due(unlocked, clock)
    journal.erase(journal.what_goes(first="2026-03-14", last="2026-03-14"))
    clock.set(clock.now() + timedelta(days=1))
    renew_snapshots(unlocked, clock)
    (copy,) = snapshots_in(home)
    assert verify_backup(home, copy.path, OPENS, clock).rows["entry"] == 0


def test_the_newest_safety_copy_goes_to_another_place_too(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    unlocked = unlocked_of(journal)
    write(journal, "a page")
    snapshot_if_due(unlocked, clock)
    stick = tmp_path / "stick"
    stick.mkdir()
    there = keep_elsewhere(unlocked, stick)
    assert there is not None
    assert keep_elsewhere(unlocked, stick) is None
    assert verify_backup(home, there, OPENS, clock).rows["entry"] == 1
    with pytest.raises(OSError, match="nowhere"):
        keep_elsewhere(unlocked, tmp_path / "nowhere")


def test_a_safety_copy_that_cannot_be_made_stands_in_nobodys_way(
    home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    home.snapshots.write_text("a file where the folder should be", encoding="utf-8")
    write(journal, "a page")
    assert snapshot_if_due(unlocked_of(journal), clock) is None


def test_a_backup_of_a_newer_cairn_is_refused(
    backup: Path, home: Home, journal: OpenJournal, clock: FixedClock
) -> None:
    content = backup.read_bytes().replace(b"cairn-backup/1", b"cairn-backup/2", 1)
    text, zero, database = content.partition(b"\0")
    above = text.rpartition(b"sum ")[0]
    backup.write_bytes(above + b"sum " + hashlib.sha256(above).hexdigest().encode() + b"\n" + zero + database)
    with pytest.raises(NewerFormat):
        verify_backup(home, backup, OPENS, clock)


def test_every_failure_is_one_of_ours(backup: Path, home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    folder = backup.parent / "a folder"
    folder.mkdir()
    with pytest.raises(CairnError):
        verify_backup(home, folder, OPENS, clock)
