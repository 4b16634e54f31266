"""`docs/vault-format.md` is true, and tells enough: a journal is read here with that page alone."""

import hashlib
import hmac
import json
import re
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from journal.data import support_file_bytes
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.safe_copies import restore_backup
from journal.use_cases.snapshots import copy_before_upgrade, keep_elsewhere, snapshot_if_due
from journal.use_cases.support_lines import bring_lines
from journal.use_cases.unlocking import with_passphrase
from journal.vault.backup_file import LONGEST, parse_preamble
from journal.vault.header import LONGEST as LONGEST_HEADER
from journal.vault.key_slots import Cost
from tests.conftest import PASSPHRASE, FixedClock
from tests.docs.conftest import ROOT
from tests.quick_store import AS_FOR_A_PERSON

PAGE = (ROOT / "docs" / "vault-format.md").read_text(encoding="utf-8")
WORDS = {"gen": r"\d+", "day": r"\d{4}-\d\d-\d\d", "step": r"\d{4}", "moment": r"[\dT-]+", "process": r"\d+"}


def names_told() -> list[re.Pattern[str]]:
    """The names of the table of files, as patterns."""
    told = re.findall(r"^\| `([^`]+)` \|", PAGE[: PAGE.index("## The key file")], re.MULTILINE)
    patterns = []
    for name in told:
        pattern = re.escape(name).replace("/…", "/.+")
        for word, fits in WORDS.items():
            pattern = pattern.replace(f"<{word}>", fits)
        patterns.append(re.compile(pattern))
    return patterns


def unlocked_by_hand(database: bytes, key: bytes) -> sqlite3.Connection:
    """The pages as the page on the format tells them, read by the standard library's own SQLite."""
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in database[:16]), 2, 32)
    plain = b""
    for number in range(1, len(database) // 4096 + 1):
        page = database[(number - 1) * 4096 : number * 4096]
        start = 16 if number == 1 else 0
        content, vector, mac = page[start:4016], page[4016:4032], page[4032:]
        assert hmac.digest(mac_key, content + vector + number.to_bytes(4, "little"), "sha512") == mac
        opener = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        plain += (b"SQLite format 3\0" if start else b"") + opener.update(content) + opener.finalize() + bytes(80)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(plain)
    return connection


def key_for(root: bytes, label: bytes) -> bytes:
    return HKDFExpand(SHA256(), 32, label).derive(root)


def test_a_database_is_read_with_no_engine_but_the_standard_librarys(home: Home, journal: OpenJournal) -> None:
    journal.write_page(replace(journal.blank_page(), body="read by hand"))
    assert journal.unlocked is not None
    key = journal.unlocked.keys.database_key()

    database = unlocked_by_hand((home.vault / "journal-1.db").read_bytes(), bytes.fromhex(key[2:-1].decode()))

    assert database.execute("SELECT body FROM entry").fetchall() == [("read by hand",)]
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("SELECT vault_id, gen FROM meta").fetchone() == (journal.unlocked.header.vault_id.hex(), 1)
    database.close()


def test_a_backup_is_read_so_too(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    journal.write_page(replace(journal.blank_page(), body="read by hand"))
    assert journal.unlocked is not None
    path = snapshot_if_due(journal.unlocked, clock)
    assert path is not None
    text, _, database = path.read_bytes().partition(b"\0")
    root = bytes(journal.unlocked.keys.reveal_for_wrapping())  # type: ignore[attr-defined]  # opened by a passphrase, so it is the root itself
    backup_id = bytes.fromhex(text.split(b"\n")[1].removeprefix(b"id ").decode())
    covered = text[: text.rindex(b"\n--- ") + 4]

    told = parse_preamble(text + b"\0")
    mac = hmac.digest(key_for(root, b"cairn/v1/backup-mac\0" + backup_id), covered, "sha256")
    assert mac == told.mac
    assert text.split(b"header ", 1)[1].split(b"\n", 1)[1].startswith(home.header.read_bytes() + b"--- ")
    opened = unlocked_by_hand(database, key_for(root, b"cairn/v1/backup\0" + backup_id))
    assert opened.execute("SELECT body FROM entry").fetchall() == [("read by hand",)]
    opened.close()


def test_every_file_of_a_home_that_has_seen_a_lot_is_told(home: Home, clock: FixedClock, tmp_path: Path) -> None:
    write_preferences(home, Preferences(country="GB"))
    bring_lines(home, support_file_bytes())
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.unlocked is not None
    for _ in range(2):
        journal.write_page(replace(journal.blank_page(), body="a page"))
        snapshot_if_due(journal.unlocked, clock)
        clock.set(clock.now() + timedelta(days=1))
    copy_before_upgrade(journal.unlocked, 1, clock)
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    kept = keep_elsewhere(journal.unlocked, elsewhere)
    assert kept is not None
    restore_backup(home, kept, with_passphrase(PASSPHRASE), clock, over=True)
    journal.close()

    there = [path.relative_to(home.root).as_posix() for path in home.root.rglob("*") if path.is_file()]
    assert [name for name in there if not any(told.fullmatch(name) for told in names_told())] == []
    passing = [told for told in names_told() if not any(told.fullmatch(name) for name in there)]
    assert all(told.fullmatch("vault/journal-7.db-journal") or told.fullmatch("held") for told in passing)
    assert re.fullmatch(r"waymark-[0-9a-f]{8}-\d{4}-\d\d-\d\d\.backup", kept.name)


def test_every_label_of_a_key_is_told_and_none_is_used_twice() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "journal" / "vault").glob("*.py"))
    labels = re.findall(r'\bb"(cairn/v1/[^"\\]+)(?:\\0)?"', source)
    assert len(labels) >= 7
    assert len(labels) == len(set(labels))
    assert {label for label in labels if f"`{label}`" not in PAGE} == set()


def test_every_limit_is_told() -> None:
    assert f"{LONGEST_HEADER} bytes at most" in PAGE
    assert f"{LONGEST} bytes at most" in PAGE
    told = re.search(r"`m` is (\d+) to (\d+), `t` (\d+) to (\d+), `p` (\d+) to (\d+)", PAGE)
    assert told is not None
    low_m, high_m, low_t, high_t, low_p, high_p = map(int, told.groups())
    for cost in (Cost(low_m, low_t, low_p), Cost(high_m, high_t, high_p)):
        assert cost.is_allowed()
    for cost in (Cost(low_m - 1), Cost(high_m + 1), Cost(low_m, low_t - 1), Cost(low_m, high_t + 1)):
        assert not cost.is_allowed()
    assert not Cost(low_m, low_t, low_p - 1).is_allowed()
    assert not Cost(low_m, low_t, high_p + 1).is_allowed()


def test_every_setting_that_a_writer_needs_is_told() -> None:
    for name, wanted, _ in AS_FOR_A_PERSON:
        assert name == "busy_timeout" or f"`{name}={wanted}`" in PAGE


def test_every_table_is_told(journal: OpenJournal) -> None:
    rows = journal._connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%index_%'")
    assert len(rows) > 20
    assert {str(name) for (name,) in rows if f"`{name!s}`" not in PAGE} == set()


def test_what_is_known_before_it_opens_is_told_key_by_key(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    write_preferences(home, Preferences(country="GB"))
    written = json.loads(home.before_unlock.read_text(encoding="utf-8"))
    told = PAGE[PAGE.index("## What is known before it opens") : PAGE.index("## A backup")]
    assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == list(written)


def test_every_link_of_it_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert target.startswith("https://") or (ROOT / "docs" / target).exists(), target
