"""The pages of a database as they are once they are decrypted: free ones, and what lies between rows, too."""

import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from journal.paths import Home
from journal.use_cases.unlocking import unlock_with_passphrase
from journal.vault.backup_file import read_preamble, take_out
from tests.conftest import PASSPHRASE

PAGE, SALT, IV, MAC = 4096, 16, 16, 64


def pages_of_backup(home: Home, path: Path) -> bytes:
    """Of a backup or a snapshot of this home's journal."""
    preamble = read_preamble(path)
    with tempfile.TemporaryDirectory() as place:
        database = Path(place) / "journal.db"
        take_out(path, preamble, database)
        key = unlock_with_passphrase(home, PASSPHRASE).keys.backup_key(preamble.backup_id)
        return _decrypted(database.read_bytes(), key)


def pages_of_journal(home: Home) -> bytes:
    """Of the journal itself."""
    unlocked = unlock_with_passphrase(home, PASSPHRASE)
    return _decrypted((home.vault / unlocked.header.database_name).read_bytes(), unlocked.keys.database_key())


def _decrypted(database: bytes, raw_key: bytearray) -> bytes:
    """SQLCipher 4 with a raw key: AES-256-CBC a page, its IV and its MAC at the end; the salt begins the first."""
    key = bytes.fromhex(raw_key.decode()[2:66])
    pages = []
    for start in range(0, len(database), PAGE):
        page = database[start : start + PAGE]
        locked, iv = page[SALT if start == 0 else 0 : -IV - MAC], page[-IV - MAC : -MAC]
        opening = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        pages.append(opening.update(locked) + opening.finalize())
    return b"".join(pages)
