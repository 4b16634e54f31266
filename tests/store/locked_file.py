"""The locked file, harmed a page at a time.

A page is 4096 bytes: what is kept (4016), the initialisation vector (16) and the HMAC (64). The first 16 bytes
of the file are its salt. Source: SQLCipher's design, with the settings measured in the security brief, b.8.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from journal.paths import Home

PAGE = 4096
PARTS = {"body": 100, "initialisation vector": 4020, "HMAC": 4040}
"""A place in each part of a page."""

Harm = Callable[[bytes], bytes]


def database_of(home: Home) -> Path:
    """The one database of a new journal."""
    return home.vault / "journal-1.db"


def flip(content: bytes, page: int, place: int) -> bytes:
    """One bit of one byte of a page (counted from 0) the other way round."""
    at = page * PAGE + place
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def with_page(content: bytes, page: int, other: bytes) -> bytes:
    """Other bytes in the place of a page (counted from 0)."""
    return content[: page * PAGE] + other + content[(page + 1) * PAGE :]


def page_of(content: bytes, page: int) -> bytes:
    return content[page * PAGE : (page + 1) * PAGE]


def swap(content: bytes, one: int, other: int) -> bytes:
    """Two pages in each other's place."""
    return with_page(with_page(content, one, page_of(content, other)), other, page_of(content, one))


def plaintext_database(folder: Path) -> bytes:
    """An ordinary SQLite file with a table in it."""
    path = folder / "plain.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE meta (vault_id TEXT)")
    connection.commit()
    connection.close()
    return path.read_bytes()


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes, to say that nothing was changed."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
