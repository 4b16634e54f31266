"""Ways in: another passphrase, other words, another root key. What was there stays, whoever else is writing."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from journal.errors import BadInput, KeyChanged, NotOpened, WrongWords
from journal.paths import Home, replace_private_file
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal, open_journal_with_words, open_unlocked
from journal.use_cases.snapshots import rewrap_snapshots, snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import unlock_with_passphrase, unlock_with_words
from journal.use_cases.ways_in import (
    change_passphrase,
    check_recovery_words,
    draw_recovery_words,
    draw_rotation,
    put_passphrase,
    replace_recovery_words,
)
from journal.vault import header_files
from journal.vault.backup_file import read_preamble
from journal.vault.header import parse_header
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock

NEW = "another four quiet words"


def write(journal: OpenJournal, body: str) -> str:
    return journal.write_page(replace(journal.blank_page(), body=body)).id


def bodies(home: Home, passphrase: str = PASSPHRASE) -> set[str]:
    opened = open_journal(home, passphrase, FixedClock())
    opened.verify()
    found = {str(body) for (body,) in opened._connection.rows("SELECT body FROM entry")}
    opened.close()
    return found


# Passphrase


def test_a_new_passphrase_opens_it_and_the_old_one_does_not(home: Home, clock: FixedClock) -> None:
    database = (home.vault / "journal-1.db").read_bytes()

    change_passphrase(home, PASSPHRASE, NEW)

    assert bodies(home, NEW) == set()
    with pytest.raises(NotOpened):
        open_journal(home, PASSPHRASE, clock)
    assert home.header.read_bytes() == home.header_copy.read_bytes()
    assert (home.vault / "journal-1.db").read_bytes()[:16] == database[:16]


def test_a_passphrase_is_not_changed_without_the_one_before(home: Home, clock: FixedClock) -> None:
    before = home.header.read_bytes()
    with pytest.raises(NotOpened):
        change_passphrase(home, "not the passphrase", NEW)
    with pytest.raises(BadInput):
        change_passphrase(home, PASSPHRASE, "")
    assert home.header.read_bytes() == before


def test_recovery_words_open_it_and_then_give_it_a_new_passphrase(tmp_path: Path, clock: FixedClock) -> None:
    home = Home(tmp_path / "home")
    words = " ".join(create_journal(home, PASSPHRASE, clock, FLOOR).words.words)

    put_passphrase(unlock_with_words(home, words), NEW)

    assert bodies(home, NEW) == set()
    open_journal_with_words(home, words, clock).close()


def test_two_key_operations_at_once_each_keep_what_the_other_did(home: Home, clock: FixedClock) -> None:
    drawn = draw_recovery_words(home, PASSPHRASE)
    change_passphrase(home, PASSPHRASE, NEW)
    drawn.take_effect()

    assert bodies(home, NEW) == set()
    open_journal_with_words(home, " ".join(drawn.words.words), clock).close()


def test_a_new_passphrase_costs_as_much_to_guess_as_the_one_before(home: Home) -> None:
    def cost() -> list[str]:
        slot = parse_header(home.header.read_bytes()).slot("pass")
        assert slot is not None
        return slot.line.split()[:5]

    before = cost()
    change_passphrase(home, PASSPHRASE, NEW)
    assert cost() == before


# Words


def test_words_are_checked_and_nothing_is_changed_by_it(home: Home) -> None:
    words = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    before = home.header.read_bytes()
    check_recovery_words(home, words)
    with pytest.raises(WrongWords):
        check_recovery_words(home, words.replace(words.split()[3], "zebra", 1))
    assert home.header.read_bytes() == before


# A new root key


def test_a_new_key_keeps_every_row_and_ends_the_old_words(home: Home, clock: FixedClock) -> None:
    old_words = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    journal = open_journal(home, PASSPHRASE, clock)
    write(journal, "before it")
    journal.close()

    rotation = draw_rotation(home, PASSPHRASE)
    unlocked = rotation.take_effect()

    assert unlocked.header.generation == 2
    assert (home.vault / "journal-1.db").exists(), "kept until the journal was opened once under the new key"
    assert bodies(home) == {"before it"}
    assert sorted(path.name for path in home.vault.iterdir()) == ["header", "header.bak", "journal-2.db"]
    with pytest.raises(NotOpened):
        open_journal_with_words(home, old_words, clock)
    open_journal_with_words(home, " ".join(rotation.words.words), clock).close()


def test_a_new_key_is_not_the_old_one_under_another_name(home: Home, clock: FixedClock) -> None:
    before = unlock_with_passphrase(home, PASSPHRASE).keys.database_key()
    draw_rotation(home, PASSPHRASE).take_effect()
    assert unlock_with_passphrase(home, PASSPHRASE).keys.database_key() != before


def test_a_stop_right_after_the_rename_keeps_what_the_header_names(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def put_and_stop(path: Path, content: bytes) -> None:
        replace_private_file(path, content)
        raise KeyboardInterrupt

    rotation = draw_rotation(home, PASSPHRASE)
    with monkeypatch.context() as patch:
        patch.setattr(header_files, "replace_private_file", put_and_stop)
        with pytest.raises(KeyboardInterrupt):
            rotation.take_effect()
    assert bodies(home) == set()
    assert unlock_with_passphrase(home, PASSPHRASE).header.generation == 2


def test_an_open_cairn_notices_a_new_key_before_it_writes_and_goes_on_with_it(home: Home, clock: FixedClock) -> None:
    open_elsewhere = open_journal(home, PASSPHRASE, clock)
    write(open_elsewhere, "before it")
    draw_rotation(home, PASSPHRASE).take_effect()

    with pytest.raises(KeyChanged):
        write(open_elsewhere, "not into the old file")
    open_elsewhere.take_over(unlock_with_passphrase(home, PASSPHRASE))
    write(open_elsewhere, "into the new one")
    open_elsewhere.close()

    assert bodies(home) == {"before it", "into the new one"}


def test_nothing_that_is_written_while_the_key_changes_is_lost(home: Home, clock: FixedClock) -> None:
    kept: set[str] = set()
    refused: list[str] = []
    begun, breath = threading.Event(), threading.Event()

    def keep_writing() -> None:
        journal = open_journal(home, PASSPHRASE, FixedClock())
        begun.set()
        number = 0
        while not refused and number < 1000:
            number += 1
            try:
                write(journal, f"page {number}")
                kept.add(f"page {number}")
            except KeyChanged:
                refused.append(f"page {number}")
            # Whoever writes without a breath keeps everybody else waiting for longer than they do.
            breath.wait(0.05)
        journal.close()

    writer = threading.Thread(target=keep_writing)
    writer.start()
    begun.wait(30)
    draw_rotation(home, PASSPHRASE).take_effect()
    writer.join(30)

    assert bodies(home) == kept
    assert refused, "the writer goes on until it is told"


def test_a_changed_passphrase_disturbs_no_open_cairn(home: Home, clock: FixedClock) -> None:
    open_elsewhere = open_journal(home, PASSPHRASE, clock)
    change_passphrase(home, PASSPHRASE, NEW)
    write(open_elsewhere, "still here")
    open_elsewhere.close()
    assert bodies(home, NEW) == {"still here"}


# Safety copies


def test_safety_copies_open_with_what_opens_the_journal_now(home: Home, clock: FixedClock) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.unlocked is not None
    snapshot_if_due(journal.unlocked, clock)
    journal.close()
    (copy,) = snapshots_in(home)

    changed = change_passphrase(home, PASSPHRASE, NEW)
    assert rewrap_snapshots(changed) == 1
    assert rewrap_snapshots(changed) == 0

    assert read_preamble(copy.path).header == parse_header(home.header.read_bytes())


# A mend that comes late


def test_an_opening_that_began_before_a_change_does_not_undo_it(home: Home, clock: FixedClock) -> None:
    """Between reading a header and opening it lies a key derivation: another cairn may change it meanwhile."""
    home.header_copy.unlink()
    late = unlock_with_passphrase(home, PASSPHRASE)
    change_passphrase(home, PASSPHRASE, NEW)

    open_unlocked(late, clock).close()

    assert bodies(home, NEW) == set()
    with pytest.raises(NotOpened):
        open_journal(home, PASSPHRASE, clock)


def test_an_opening_that_began_before_a_new_key_is_told_and_undoes_nothing(home: Home, clock: FixedClock) -> None:
    home.header_copy.unlink()
    late = unlock_with_passphrase(home, PASSPHRASE)
    draw_rotation(home, PASSPHRASE).take_effect()
    assert bodies(home) == set()

    with pytest.raises(KeyChanged):
        open_unlocked(late, clock)

    assert unlock_with_passphrase(home, PASSPHRASE).header.generation == 2


def test_a_second_copy_left_behind_does_not_bring_an_old_key_back(home: Home, clock: FixedClock) -> None:
    """A key operation that was cut off between the two copies leaves the second one older."""
    old = unlock_with_passphrase(home, PASSPHRASE)
    before = home.header_copy.read_bytes()
    draw_rotation(home, PASSPHRASE).take_effect()
    home.header_copy.write_bytes(before)

    with pytest.raises(KeyChanged):
        put_passphrase(old, NEW)

    assert unlock_with_passphrase(home, PASSPHRASE).header.generation == 2


def test_a_key_file_of_another_journal_with_the_same_passphrase_costs_nothing(
    home: Home, tmp_path: Path, clock: FixedClock
) -> None:
    other = Home(tmp_path / "other")
    create_journal(other, PASSPHRASE, clock, FLOOR)
    home.header.write_bytes(other.header.read_bytes())
    assert bodies(home) == set()
    assert home.header.read_bytes() == home.header_copy.read_bytes() != other.header.read_bytes()
