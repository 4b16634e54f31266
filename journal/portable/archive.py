"""cairn's own archive: a zip with one file of JSON Lines a kind, and a manifest with the SHA-256 of each.

    manifest.json       what this is, when it was made, how many records, and the hash of every file
    <name>.jsonl        one record a line, UTF-8, each line ended by a line feed; see `records.NAMES`

It is not locked. The layout is told for other readers in `docs/archive-format.md`. Written as a stream: no list is
ever in memory whole.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from journal.domain.leaving import LEAVING_KINDS, Taken
from journal.portable.records import NAMES, record_line, record_of

FORMAT = "cairn-archive"
VERSION = 2
"""Goes up with every change that a reader of the version before could not follow, a new field among them."""
MANIFEST = "manifest.json"
FILES = {kind: f"{NAMES[kind]}.jsonl" for kind in LEAVING_KINDS}
"""Every archive has all of them, empty or not."""
SINCE_VERSION_2 = ("summary", "peer_group", "role_card", "group_note")
"""Kinds that an archive of the first version has no file for."""

START = b"PK\x03\x04"
"""The first bytes of a zip with something in it."""

_OLDEST_ZIP_YEAR, _NEWEST_ZIP_YEAR = 1980, 2107
_PRIVATE = 0o600 << 16
_AT_ONCE_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of an archive, as its manifest names it."""

    name: str
    records: int
    size_bytes: int
    sha256: str
    """64 hex digits, of the file's bytes as they are unpacked."""


def looks_like_an_archive(path: Path) -> bool:
    """Whether a file begins as one; nothing is said of the rest.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(len(START)) == START


def write_archive(
    file: IO[bytes], everything: Callable[[str], Iterable[Taken]], made_at: str, told: Callable[[], object]
) -> dict[str, int]:
    """Write an archive.

    Args:
        file: open for writing, empty.
        everything: gives all of a kind, one of `LEAVING_KINDS`.
        made_at: UTC instant, ISO 8601.
        told: called after each record.

    Returns:
        How many records there are, by kind.

    Raises:
        OSError: the disk did not take it.
    """
    files = []
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as packed:
        for kind, name in FILES.items():
            with packed.open(_member(name, made_at), "w", force_zip64=True) as into:
                files.append(_write_list(into, name, everything(kind), told))
        manifest = _manifest(files, made_at)
        packed.writestr(_member(MANIFEST, made_at), json.dumps(manifest, indent=1) + "\n")
    return {kind: listed.records for kind, listed in zip(FILES, files, strict=True)}


def _write_list(into: IO[bytes], name: str, taken: Iterable[Taken], told: Callable[[], object]) -> Listed:
    hashed, records, size_bytes = sha256(), 0, 0
    waiting = bytearray()

    def pour() -> int:
        hashed.update(waiting)
        into.write(waiting)
        poured = len(waiting)
        waiting.clear()
        return poured

    for one in taken:
        waiting += record_line(record_of(one)) + b"\n"
        records += 1
        if len(waiting) >= _AT_ONCE_BYTES:
            size_bytes += pour()
        told()
    size_bytes += pour()
    return Listed(name, records, size_bytes, hashed.hexdigest())


def _manifest(files: list[Listed], made_at: str) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": made_at,
        "counts": {listed.name.removesuffix(".jsonl"): listed.records for listed in files},
        "files": [asdict(listed) for listed in files],
    }


def _member(name: str, made_at: str) -> ZipInfo:
    at = datetime.fromisoformat(made_at)
    year = min(max(at.year, _OLDEST_ZIP_YEAR), _NEWEST_ZIP_YEAR)
    member = ZipInfo(name, (year, at.month, at.day, at.hour, at.minute, at.second))
    member.compress_type, member.external_attr = ZIP_DEFLATED, _PRIVATE
    return member
