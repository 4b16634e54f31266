"""Read a cairn vault or backup without cairn, with its passphrase: everything in it, as JSON lines.

    python read_vault.py PLACE > everything.jsonl
    python read_vault.py PLACE --passphrase-fd 3 3< passphrase.txt

PLACE is a backup file, a vault folder, or the folder that holds one. Close cairn first. Nothing there is changed:
what is opened is a copy of the locked bytes in a temporary folder. What is printed is not locked.
Needs Python 3.11, cryptography 44 and sqlcipher3 0.6.4, or newer. The layout is told in vault-format.md.
"""  # noqa: INP001 - a program of one file, which stands alone

import argparse
import base64
import getpass
import hashlib
import hmac
import json
import os
import re
import shutil
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

HEADER = re.compile(
    rb"cairn-vault/1\nid ([0-9a-f]{32})\ngen ([1-9]\d{0,8})\ndb (journal-\2\.db)\n"
    rb"((?:-> [!-~ ]+\n[A-Za-z0-9+/]*\n)*)--- ([A-Za-z0-9+/]{43})\nsum [0-9a-f]{64}\n"
)
SLOT = re.compile(rb"-> (pass argon2id m=(\d{1,7}) t=(\d{1,2}) p=(\d) ([A-Za-z0-9+/]{22}))\n([A-Za-z0-9+/]{139})\n")
BACKUP = re.compile(
    rb"cairn-backup/1\nid ([0-9a-f]{32})\nmade [0-9TZ:-]{20}\nwrites \d{1,18}\nlen (\d{1,18})\nsha256 ([0-9a-f]{64})\n"
    rb"header \d{1,5}\n(cairn-vault/1\n.*sum [0-9a-f]{64}\n)--- ([A-Za-z0-9+/]{43})\nsum [0-9a-f]{64}\n",
    re.DOTALL,
)
NO_WORDS = ("deed_item", "arrival")
ALONE = ("draft", "tool", "note_in", "note_out")


def unlocked(header: bytes, passphrase: str) -> tuple[bytes, bytes, str]:
    """The root key behind a header's passphrase slot, the vault's id, and the name of its database."""
    lines = HEADER.fullmatch(header)
    slots = list(SLOT.finditer(lines[4])) if lines and _has_sum(header) else []
    if lines is None or len(slots) != 1:
        sys.exit("The key file is not what cairn wrote, or a newer cairn wrote it.")
    (slot,) = slots
    memory_kib, passes, lanes = int(slot[2]), int(slot[3]), int(slot[4])
    if not (65536 <= memory_kib <= 1048576 and 3 <= passes <= 10 and 1 <= lanes <= 8):
        sys.exit("The key file asks for a cost that cairn does not allow.")
    vault_id, body = bytes.fromhex(lines[1].decode()), _decode64(slot[6])
    key = Argon2id(
        salt=_decode64(slot[5]), length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib,
        ad=b"cairn/v1/pass" + vault_id,
    ).derive(unicodedata.normalize("NFKC", passphrase).encode())  # fmt: skip
    # C2SP chunked-encryption, one chunk: 24 bytes of salt, 32 of commitment, then 32 sealed and 16 of tag.
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + body[:24] + b"cairn/v1/slot\0" + vault_id + slot[1]
    derived = HKDFExpand(SHA512(), 76, info).derive(key)
    try:
        if not hmac.compare_digest(derived[44:], body[24:56]):
            raise InvalidTag
        root = AESGCM(derived[:32]).decrypt(derived[32:44], body[56:], None)
    except InvalidTag:
        sys.exit("That passphrase does not open it.")
    _check_mac(_expand(root, b"cairn/v1/header-mac\0"), header, lines[5])
    return root, vault_id, lines[3].decode()


def take_vault(vault: Path, folder: Path, passphrase: str) -> tuple[Path, bytes, bytes]:
    """Copy a vault's database, and what an unfinished write left beside it; give the copy, its key and its id."""
    copies = [path.read_bytes()[:8193] for path in (vault / "header", vault / "header.bak") if path.is_file()]
    whole = next((copy for copy in copies if _has_sum(copy)), None)
    if whole is None:
        sys.exit("There is no key file here, or both copies of it are damaged.")
    root, vault_id, name = unlocked(whole, passphrase)
    for path in vault.glob(f"{name}*"):
        shutil.copyfile(path, folder / path.name)
    return folder / name, _expand(root, b"cairn/v1/db\0"), vault_id


def take_backup(backup: Path, folder: Path, passphrase: str) -> tuple[Path, bytes, bytes]:
    """Copy the database out of a backup; give the copy, its key and its id."""
    with backup.open("rb") as file:
        text = file.read(9216).partition(b"\0")[0]
        lines = BACKUP.fullmatch(text)
        if lines is None or not _has_sum(text):
            sys.exit("This is not a backup that cairn wrote, or a newer cairn wrote it.")
        root, vault_id, _ = unlocked(lines[4], passphrase)
        backup_id = bytes.fromhex(lines[1].decode())
        _check_mac(_expand(root, b"cairn/v1/backup-mac\0" + backup_id), text, lines[5])
        file.seek(len(text) + 1)
        with (folder / "journal.db").open("wb") as copy:
            shutil.copyfileobj(file, copy)
    with (folder / "journal.db").open("rb") as copy:
        if hashlib.file_digest(copy, "sha256").hexdigest().encode() != lines[3]:
            sys.exit("This backup was cut off, added to or changed.")
    return folder / "journal.db", _expand(root, b"cairn/v1/backup\0" + backup_id), vault_id


def everything(database: Path, key: bytes, vault_id: bytes) -> Iterator[dict[str, Any]]:
    """Every thing in a journal with all that hangs on it, by table; then what stands for itself."""
    sqlcipher3.connect(":memory:").execute("PRAGMA cipher_log_level=NONE")
    engine = sqlcipher3.connect(f"{database.as_uri()}?mode=rw", uri=True, isolation_level=None)
    engine.set_key(bytearray(b"x'" + key.hex().encode() + b"'"))
    engine.row_factory = sqlcipher3.Row
    if engine.execute("SELECT vault_id FROM meta").fetchone()[0] != vault_id.hex():
        sys.exit("The journal file and its key file belong to two different journals.")
    if engine.execute("PRAGMA cipher_integrity_check").fetchone():
        sys.stderr.write("A page of the journal file does not pass its check. Words may be missing.\n")
    hanging: dict[int, dict[str, list[dict[str, Any]]]] = {}
    alone: list[dict[str, Any]] = []
    for (table,) in engine.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        names = [column["name"] for column in engine.execute(f'PRAGMA table_info("{table}")')]
        owner = next((name for name in ("item", "goal") if name in names and table not in NO_WORDS), None)
        rows = [dict(row) for row in engine.execute(f'SELECT * FROM "{table}"')]  # noqa: S608 - its own table's name
        for row in rows if owner else ():
            hanging.setdefault(row[owner], {}).setdefault(table, []).append(row)
        alone += [{"kind": table, table: [row]} for row in rows if table in ALONE]
    for row in engine.execute("SELECT * FROM item WHERE deleted_at IS NULL ORDER BY at_utc, number"):
        yield {**dict(row), **hanging.get(row["number"], {})}
    yield from alone
    engine.close()


def _expand(root: bytes, label: bytes) -> bytes:
    return HKDFExpand(SHA256(), 32, label).derive(root)


def _decode64(text: bytes) -> bytes:
    content = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if base64.b64encode(content).rstrip(b"=") != text:
        sys.exit("The key file is not what cairn wrote.")
    return content


def _has_sum(text: bytes) -> bool:
    above, _, last = text.rpartition(b"sum ")
    return last == hashlib.sha256(above).hexdigest().encode() + b"\n"


def _check_mac(key: bytes, text: bytes, mac: bytes) -> None:
    covered = text[: text.rindex(b"\n--- ") + len(b"\n---")]
    if not hmac.compare_digest(hmac.digest(key, covered, "sha256"), _decode64(mac)):
        sys.exit("It was changed by something other than cairn.")


def main() -> None:
    """Ask for the passphrase, then print."""
    parser = argparse.ArgumentParser(description="Print everything in a cairn vault or backup as JSON lines.")
    parser.add_argument("place", type=Path, help="a backup file, a vault folder, or the folder that holds one")
    parser.add_argument("--passphrase-fd", type=int, metavar="N", help="read the passphrase from this descriptor")
    options = parser.parse_args()
    place = options.place / "vault" if (options.place / "vault").is_dir() else options.place
    if not place.exists():
        sys.exit("There is nothing at that path.")
    if options.passphrase_fd is None:
        passphrase = getpass.getpass("Passphrase: ")
    else:
        with os.fdopen(options.passphrase_fd, encoding="utf-8", newline="\n") as given:
            passphrase = given.readline().removesuffix("\n")
    take = take_vault if place.is_dir() else take_backup
    with tempfile.TemporaryDirectory() as folder:
        try:
            for thing in everything(*take(place, Path(folder), passphrase)):
                sys.stdout.write(json.dumps(thing) + "\n")
        except sqlcipher3.Error:
            sys.exit("The journal file is not what cairn wrote.")


if __name__ == "__main__":
    main()
