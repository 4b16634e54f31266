r"""A backup: text that says what it is and carries the vault's header, a zero byte, then a locked database.

    cairn-backup/1
    id <32 hex>                      random, 16 bytes; the keys of this backup are made with it
    made <UTC instant>               2026-11-22T11:25:06Z
    writes <decimal>                 how often the journal had been written to
    len <decimal>                    bytes of the database, which follow the zero byte
    sha256 <64 hex>                  of those bytes
    header <decimal>                 bytes of the vault's header, which follow this line as they are
    ...
    --- <b64 HMAC-SHA256(this backup's MAC key, every byte up to and including "---")>
    sum <hex SHA-256 of everything above>

Lines end in one `\n`. The unkeyed `sum` tells damage from a wrong passphrase before anything is derived.
This module knows bytes and files; it derives nothing. Source: security brief, b.6.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from journal.errors import AlreadyThere, Damaged, NewerFormat, NoRoom, NotFound
from journal.paths import sync_folder
from journal.progress import Progress
from journal.vault.header import LONGEST as LONGEST_HEADER
from journal.vault.header import Header, decode64, encode64, parse_header

MAGIC = b"cairn-backup/1"
LONGEST = LONGEST_HEADER + 1024
ID_BYTES = 16
_LINES = re.compile(
    rb"cairn-backup/1\nid ([0-9a-f]{32})\nmade (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\nwrites (0|[1-9]\d{0,17})\n"
    rb"len ([1-9]\d{0,17})\nsha256 ([0-9a-f]{64})\nheader ([1-9]\d{0,4})\n"
)
_MAC = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")
_CHUNK = 1024 * 1024

NOT_OURS = "This file is not a backup that cairn wrote. Nothing was changed."
CUT = "This backup was cut off, added to or changed. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Preamble:
    """What stands before the database. `mac` is 32 bytes, checked by whoever has opened the header."""

    backup_id: bytes
    made_at: str
    writes: int
    length: int
    sha256: str
    header: Header
    mac: bytes = b""

    def covered(self) -> bytes:
        """The bytes that the MAC covers, up to and including `---`."""
        carried = self.header.to_bytes()
        lines = (
            f"id {self.backup_id.hex()}\nmade {self.made_at}\nwrites {self.writes}\nlen {self.length}\n"
            f"sha256 {self.sha256}\nheader {len(carried)}\n"
        )
        return MAGIC + b"\n" + lines.encode() + carried + b"---"

    def with_mac(self, mac: bytes) -> "Preamble":
        return replace(self, mac=mac)

    def to_bytes(self) -> bytes:
        """As it stands in the file, the zero byte at its end."""
        above = self.covered() + b" " + encode64(self.mac) + b"\n"
        return above + b"sum " + hashlib.sha256(above).hexdigest().encode() + b"\n\0"


def parse_preamble(content: bytes) -> Preamble:
    """Read a preamble strictly.

    Args:
        content: the start of a file, `LONGEST` bytes at most; what follows the zero byte is left alone.

    Raises:
        NewerFormat: its sum is right and its first line names another version.
        Damaged: anything else that is not our grammar.
    """
    if not content.startswith(b"cairn-backup/"):
        raise Damaged(NOT_OURS, hint="")
    text, zero, _ = content.partition(b"\0")
    above, separator, last = text.rpartition(b"sum ")
    if not zero or not separator or last != hashlib.sha256(above).hexdigest().encode() + b"\n":
        raise Damaged(CUT, hint="")
    if not content.startswith(MAGIC + b"\n"):
        raise NewerFormat("This backup was written by a newer cairn. Nothing was changed.")
    lines = _LINES.match(above)
    if not lines:
        raise Damaged(CUT, hint="")
    end = lines.end() + int(lines[6])
    mac = _MAC.fullmatch(above[end:])
    if not mac:
        raise Damaged(CUT, hint="")
    preamble = Preamble(
        backup_id=bytes.fromhex(lines[1].decode()),
        made_at=lines[2].decode(),
        writes=int(lines[3]),
        length=int(lines[4]),
        sha256=lines[5].decode(),
        header=parse_header(above[lines.end() : end]),
        mac=decode64(mac[1]),
    )
    if preamble.to_bytes() != text + b"\0":
        raise Damaged(CUT, hint="")
    return preamble


def read_preamble(path: Path) -> Preamble:
    """The preamble of a file, whose length then fits what it says.

    Raises:
        NotFound: no such file. NoRoom: it cannot be read. Damaged, NewerFormat: as they say.
    """
    if path.exists() and not path.is_file():
        raise Damaged(NOT_OURS, hint="")
    try:
        with path.open("rb") as file:
            preamble = parse_preamble(file.read(LONGEST))
            size = os.fstat(file.fileno()).st_size
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound("There is no file at that path.", hint="") from None
    except OSError as problem:
        raise NoRoom("That file cannot be read.", hint="") from problem
    if size != len(preamble.to_bytes()) + preamble.length:
        raise Damaged(CUT, hint="")
    return preamble


def take_out(path: Path, preamble: Preamble, database: Path, progress: Progress | None = None) -> None:
    """Write the database that a backup carries to a file of its own, and see that its hash holds.

    Raises:
        Damaged: the bytes are others than those that were written.
        OSError: the disk did not take it.
    """
    with path.open("rb") as file, _new_file(database) as out:
        file.seek(len(preamble.to_bytes()))
        if _pour(file, out, preamble.length, progress) != preamble.sha256:
            raise Damaged(CUT, hint="")


def hash_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_backup(path: Path, preamble: Preamble, database: Path, progress: Progress | None = None) -> None:
    """Put a backup together in a file that was not there before; whole, or not at all.

    Raises:
        AlreadyThere: there is a file at that path.
        OSError: the disk did not take it.
    """
    with _beside(path) as fresh:
        with _new_file(fresh) as out, database.open("rb") as file:
            out.write(preamble.to_bytes())
            _pour(file, out, preamble.length, progress)
            _put_down(out)
        _take_name(fresh, path)
    with suppress(OSError):
        sync_folder(path.parent)


def write_backup_again(path: Path, there: Path) -> None:
    """Put the same backup into another place, in a file that was not there before; whole, or not at all.

    Raises:
        AlreadyThere: there is a file. Damaged, NewerFormat: what is copied is no backup. OSError: the disk said no.
    """
    read_preamble(path)
    with _beside(there) as fresh:
        with _new_file(fresh) as out, path.open("rb") as file:
            _pour(file, out, os.fstat(file.fileno()).st_size, None)
            _put_down(out)
        _take_name(fresh, there)
    with suppress(OSError):
        sync_folder(there.parent)


def rewrite_backup(path: Path, before: Preamble, after: Preamble) -> None:
    """Put another preamble before the same database, in one step.

    Raises:
        OSError: the disk did not take it; the old file stands.
    """
    with _beside(path) as fresh:
        with _new_file(fresh) as out, path.open("rb") as file:
            file.seek(len(before.to_bytes()))
            out.write(after.to_bytes())
            _pour(file, out, before.length, None)
            _put_down(out)
        os.replace(fresh, path)
    with suppress(OSError):
        sync_folder(path.parent)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A name beside the one that is meant, under which nothing is left whatever happens."""
    fresh = path.with_name(f"{path.name}.new-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    try:
        yield fresh
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _new_file(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")


def _pour(file: BinaryIO, out: BinaryIO, length: int, progress: Progress | None) -> str:
    """Copy so many bytes and return their SHA-256; fewer where the file ends before."""
    digest, done = hashlib.sha256(), 0
    while done < length and (chunk := file.read(min(_CHUNK, length - done))):
        digest.update(chunk)
        out.write(chunk)
        done += len(chunk)
        if progress is not None:
            progress(done, length)
    return digest.hexdigest()


def _put_down(out: BinaryIO) -> None:
    out.flush()
    os.fsync(out.fileno())


def _take_name(fresh: Path, path: Path) -> None:
    """A link is refused where something stands; some sticks know no links, and are looked at first."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise AlreadyThere("There is a file at that path already. Nothing was changed.") from None
    except OSError:
        if path.exists():
            raise AlreadyThere("There is a file at that path already. Nothing was changed.") from None
        os.rename(fresh, path)
