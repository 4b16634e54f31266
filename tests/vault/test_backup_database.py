"""The database inside a backup: whole in every MAC and hash, and still not to be put in the journal's place."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from journal.errors import CairnError, Damaged, NewerFormat
from journal.paths import Home
from journal.store.copying import copy_database
from journal.store.migrations import newest, steps_in
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.safe_copies import restore_backup, verify_backup
from journal.use_cases.unlocking import open_named, with_passphrase
from journal.vault.backup_file import ID_BYTES, Preamble, hash_of, write_backup
from tests.conftest import PASSPHRASE, FixedClock
from tests.vault.header_bytes import files_of

OPENS = with_passphrase(PASSPHRASE)


def sealed_with(journal: OpenJournal, folder: Path, *statements: str) -> Path:
    """A backup made as cairn makes it, but for what was done to its database before it was sealed."""
    unlocked = journal.unlocked
    assert unlocked is not None
    folder.mkdir()
    backup_id, bare = os.urandom(ID_BYTES), folder / "bare"
    source = open_named(unlocked)
    copy = copy_database(source, bare, unlocked.keys.backup_key(backup_id))
    copy.execute("PRAGMA foreign_keys=OFF")
    for statement in statements:
        copy.execute(statement)
    copy.close()
    source.close()
    preamble = Preamble(backup_id, "2026-03-14T09:30:00Z", 1, bare.stat().st_size, hash_of(bare), unlocked.header)
    preamble = preamble.with_mac(unlocked.keys.backup_mac(backup_id, preamble.covered()))
    write_backup(folder / "copy", preamble, bare)
    bare.unlink()
    return folder / "copy"


def test_one_that_nothing_was_done_to_is_whole(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    assert verify_backup(home, sealed_with(journal, tmp_path / "stick"), OPENS, clock).rows["item"] == 0


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        (f"INSERT INTO migration (number, name) VALUES ({newest(steps_in()) + 1}, 'later')", NewerFormat),
        ("UPDATE meta SET vault_id = '00000000000000000000000000000000'", Damaged),
        ("DELETE FROM meta", Damaged),
        ("INSERT INTO item_tag (item, tag) VALUES (7, 'of nothing')", Damaged),
    ],
    ids=["of a later cairn", "of another journal", "of no journal", "rows of nothing"],
)
def test_it_is_refused_and_the_present_journal_is_untouched(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path, statement: str, error: type[CairnError]
) -> None:
    backup = sealed_with(journal, tmp_path / "stick", statement)
    journal.write_page(replace(journal.blank_page(), body="here"))
    journal.close()
    before = files_of(tmp_path)

    with pytest.raises(error):
        verify_backup(home, backup, OPENS, clock)
    with pytest.raises(error):
        restore_backup(home, backup, OPENS, clock, over=True)

    assert files_of(tmp_path) == before
