"""The file of a backup: its text is read exactly as written, and it is put together whole or not at all."""

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import AlreadyThere, CairnError, Damaged, NewerFormat, NotFound
from journal.vault.backup_file import (
    LONGEST,
    Preamble,
    parse_preamble,
    read_preamble,
    rewrite_backup,
    take_out,
    write_backup,
    write_backup_again,
)
from journal.vault.header import BODY_BYTES, Header, Slot
from tests.vault.header_bytes import files_of, flipped, resummed, with_sum

unhurried = settings(deadline=None)

DATABASE = bytes(range(256)) * 48
HEADER = Header(
    bytes(range(16)),
    3,
    (
        Slot("pass argon2id m=65536 t=3 p=4 AAECAwQFBgcICQoLDA0ODw", bytes(BODY_BYTES)),
        Slot("recovery hkdf-sha256 EBESExQVFhcYGRobHB0eHw", bytes(range(BODY_BYTES))),
    ),
    bytes(32),
)
PREAMBLE = Preamble(
    bytes(range(16, 32)),
    "2026-11-22T11:25:06Z",
    41,
    len(DATABASE),
    hashlib.sha256(DATABASE).hexdigest(),
    HEADER,
    bytes(range(32)),
)
TEXT = PREAMBLE.to_bytes()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "bare"
    path.write_bytes(DATABASE)
    return path


@pytest.fixture
def backup(database: Path, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    path = tmp_path / "stick" / "copy"
    write_backup(path, PREAMBLE, database)
    return path


def under_its_sum(text: bytes) -> bytes:
    """A text, without its zero byte, under the sum that is right for it."""
    return with_sum(text[: text.rindex(b"sum ")]) + b"\0"


# Its text


def test_what_is_written_is_read() -> None:
    assert parse_preamble(TEXT) == PREAMBLE
    assert parse_preamble(TEXT + DATABASE) == PREAMBLE


def test_it_is_plain_text_up_to_its_one_zero_byte() -> None:
    assert TEXT.isascii()
    assert TEXT.index(b"\0") == len(TEXT) - 1
    assert b"\r" not in TEXT
    assert HEADER.to_bytes() in TEXT


preambles = st.builds(
    Preamble,
    backup_id=st.binary(min_size=16, max_size=16),
    made_at=st.datetimes().map(lambda at: f"{at:%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")),
    writes=st.integers(0, 10**18 - 1),
    length=st.integers(1, 10**18 - 1),
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
    header=st.just(HEADER),
    mac=st.binary(min_size=32, max_size=32),
)


@unhurried
@given(preambles, st.binary(max_size=40))
def test_every_text_that_can_be_written_is_read_whatever_follows_it(preamble: Preamble, database: bytes) -> None:
    assert parse_preamble(preamble.to_bytes() + database) == preamble


def test_the_longest_text_there_can_be_is_read() -> None:
    longest = replace(HEADER, slots=(*HEADER.slots, Slot("keyring x", bytes(5700))))
    assert 8150 < len(longest.to_bytes()) <= 8192
    preamble = replace(PREAMBLE, writes=10**18 - 1, length=10**18 - 1, header=longest)
    assert len(preamble.to_bytes()) <= LONGEST
    assert parse_preamble(preamble.to_bytes()[:LONGEST]) == preamble


def test_a_flip_of_any_byte_is_damage() -> None:
    for place in range(len(TEXT)):
        with pytest.raises(Damaged):
            parse_preamble(flipped(TEXT, place, place % 8))


def test_a_text_cut_off_anywhere_is_damage() -> None:
    for length in range(len(TEXT)):
        with pytest.raises(Damaged):
            parse_preamble(TEXT[:length])


def test_a_flip_under_a_right_sum_is_refused_or_is_another_text_for_the_mac_to_refuse() -> None:
    above = TEXT[: TEXT.rindex(b"sum ")]
    for place in range(len(above)):
        changed = resummed(TEXT[:-1], lambda text, place=place: flipped(text, place, place % 8)) + b"\0"  # type: ignore[misc]  # a default ties the place to its turn
        try:
            other = parse_preamble(changed)
        except (Damaged, NewerFormat):
            continue
        assert (other.covered(), other.mac) != (PREAMBLE.covered(), PREAMBLE.mac)


def test_a_line_taken_out_or_told_twice_under_a_right_sum_is_damage() -> None:
    lines = TEXT[:-1].splitlines(keepends=True)
    for number in range(len(lines) - 1):
        for changed in (lines[:number] + lines[number + 1 :], [*lines[:number], lines[number], *lines[number:]]):
            with pytest.raises((Damaged, NewerFormat)):
                parse_preamble(under_its_sum(b"".join(changed)))


@unhurried
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda rest: b"cairn-backup/1\nid " + rest))
def test_any_bytes_are_a_backup_or_refused(content: bytes) -> None:
    with pytest.raises((Damaged, NewerFormat)):
        parse_preamble(content)
    with pytest.raises((Damaged, NewerFormat)):
        parse_preamble(with_sum(content) + b"\0")


def test_a_newer_version_is_called_newer_and_a_damaged_newer_one_damaged() -> None:
    newer = TEXT.replace(b"cairn-backup/1", b"cairn-backup/2", 1)
    with pytest.raises(NewerFormat):
        parse_preamble(under_its_sum(newer[:-1]))
    with pytest.raises(Damaged):
        parse_preamble(newer)


# Its file


def test_a_backup_is_its_text_and_its_database(backup: Path) -> None:
    assert backup.read_bytes() == TEXT + DATABASE
    assert read_preamble(backup) == PREAMBLE
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert list(backup.parent.iterdir()) == [backup]


@pytest.mark.parametrize("change", [-1, 1, 4096, -4096])
def test_a_file_of_another_length_is_damage_before_any_key_is_asked_for(backup: Path, change: int) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[:change] if change < 0 else content + bytes(change))
    with pytest.raises(Damaged, match="cut off, added to or changed"):
        read_preamble(backup)


def test_the_database_is_taken_out_as_it_went_in(backup: Path, tmp_path: Path) -> None:
    take_out(backup, PREAMBLE, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == DATABASE
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o600


@pytest.mark.parametrize("place", [0, 4096, len(DATABASE) - 1])
def test_a_flip_anywhere_in_the_database_is_told_when_it_is_taken_out(backup: Path, tmp_path: Path, place: int) -> None:
    backup.write_bytes(flipped(backup.read_bytes(), len(TEXT) + place))
    with pytest.raises(Damaged, match="cut off, added to or changed"):
        take_out(backup, read_preamble(backup), tmp_path / "out")


def test_what_is_told_on_the_way_never_goes_back_and_ends_with_all_of_it(backup: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    take_out(backup, PREAMBLE, tmp_path / "out", lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1] == (len(DATABASE), len(DATABASE))


def test_nothing_is_written_over_a_file_that_is_there(backup: Path, database: Path) -> None:
    before = files_of(backup.parent)
    with pytest.raises(AlreadyThere):
        write_backup(backup, PREAMBLE, database)
    with pytest.raises(AlreadyThere):
        write_backup_again(backup, backup)
    assert files_of(backup.parent) == before


def test_a_stick_that_knows_no_links_takes_a_backup_and_writes_over_nothing(
    backup: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuses)
    other = backup.with_name("another")
    write_backup(other, PREAMBLE, database)
    assert other.read_bytes() == TEXT + DATABASE
    with pytest.raises(AlreadyThere):
        write_backup(other, PREAMBLE, database)
    assert sorted(path.name for path in backup.parent.iterdir()) == ["another", "copy"]


def test_a_disk_that_stops_half_way_leaves_nothing_of_a_backup(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "stick").mkdir()
    with pytest.raises(OSError, match="No space left"):
        write_backup(tmp_path / "stick" / "copy", PREAMBLE, database)
    assert list((tmp_path / "stick").iterdir()) == []


def test_another_text_before_the_same_database_takes_one_step(backup: Path) -> None:
    after = replace(PREAMBLE, header=replace(HEADER, mac=bytes(range(32))), mac=bytes(32))
    rewrite_backup(backup, PREAMBLE, after)
    assert backup.read_bytes() == after.to_bytes() + DATABASE
    assert list(backup.parent.iterdir()) == [backup]


def test_a_text_that_cannot_be_written_anew_stays_as_it_was(backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    before = files_of(backup.parent)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        rewrite_backup(backup, PREAMBLE, replace(PREAMBLE, mac=bytes(32)))
    assert files_of(backup.parent) == before


def test_the_same_backup_in_another_place_is_the_same_bytes(backup: Path, tmp_path: Path) -> None:
    write_backup_again(backup, tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere").read_bytes() == backup.read_bytes()
    assert stat.S_IMODE((tmp_path / "elsewhere").stat().st_mode) == 0o600


def test_what_is_no_backup_is_copied_nowhere(backup: Path, tmp_path: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-1])
    with pytest.raises(Damaged):
        write_backup_again(backup, tmp_path / "elsewhere")
    assert not (tmp_path / "elsewhere").exists()


def test_no_file_a_folder_and_a_file_in_the_way_are_told(backup: Path, tmp_path: Path) -> None:
    errors: list[type[CairnError]] = [NotFound, Damaged, NotFound]
    for path, error in zip((tmp_path / "nowhere", backup.parent, backup / "under it"), errors, strict=True):
        with pytest.raises(error):
            read_preamble(path)
