"""Key material prints as stars, is wiped when told to, and is never taken in another length."""

import hashlib
import hmac
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.store.connection import KEY_BYTES, create_database, open_database
from journal.use_cases.opening import Made
from journal.vault.recovery_words import new_recovery_words
from journal.vault.secrets import ROOT_BYTES, RootKey, wipe
from tests.vault.header_bytes import files_of


def known_root() -> RootKey:
    return RootKey(bytearray(range(ROOT_BYTES)))


def test_a_root_key_prints_as_stars() -> None:
    root = known_root()
    assert f"{root} {root!r} {[root]}" == "RootKey(***) RootKey(***) [RootKey(***)]"
    assert "\\x01" not in repr(vars(root).keys())


def test_what_making_a_journal_returns_prints_no_word() -> None:
    assert repr(Made("00" * 16, new_recovery_words())) == f"Made(vault_id='{'00' * 16}', words=RecoveryWords(***))"


def test_the_database_key_is_sixty_four_hex_digits_in_quotes() -> None:
    derived = hmac.new(bytes(range(ROOT_BYTES)), b"cairn/v1/db\0\x01", hashlib.sha256).hexdigest()
    key = known_root().database_key()
    assert bytes(key) == f"x'{derived}'".encode()
    assert len(key) == KEY_BYTES


def test_the_header_mac_has_a_key_of_its_own() -> None:
    derived = hmac.new(bytes(range(ROOT_BYTES)), b"cairn/v1/header-mac\0\x01", hashlib.sha256).digest()
    assert known_root().header_mac(b"covered") == hmac.new(derived, b"covered", hashlib.sha256).digest()


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_root_key_of_another_length_is_no_root_key(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        RootKey(bytearray(length))


def test_a_wiped_key_holds_nothing() -> None:
    content = bytearray(range(ROOT_BYTES))
    root = RootKey(content)
    root.wipe()
    assert content == bytes(ROOT_BYTES)
    other = bytearray(b"secret")
    wipe(other)
    assert other == bytes(6)


@pytest.mark.parametrize("length", [0, 32, 64, 66, 68, 99])
def test_a_database_key_of_another_length_opens_nothing_and_is_wiped(tmp_path: Path, length: int) -> None:
    """The engine would take it for a passphrase and open another, wrong database."""
    path = tmp_path / "journal-1.db"
    create_database(path, known_root().database_key()).close()
    path.write_bytes(bytes(4096))
    before = files_of(tmp_path)
    key = bytearray(b"k" * length)

    with pytest.raises(Damaged, match="wrong length"):
        open_database(path, key)

    assert key == bytes(length)
    assert files_of(tmp_path) == before


def test_a_database_key_is_wiped_when_it_was_used(tmp_path: Path) -> None:
    key = known_root().database_key()
    create_database(tmp_path / "journal-1.db", key).close()
    assert key == bytes(KEY_BYTES)


def test_a_database_key_is_wiped_when_it_does_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "journal-1.db"
    path.write_bytes(bytes(range(256)) * 16)
    key = known_root().database_key()
    with pytest.raises(Damaged):
        open_database(path, key)
    assert key == bytes(KEY_BYTES)
