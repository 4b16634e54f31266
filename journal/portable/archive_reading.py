"""Reading an archive, which may be cut, changed, made by a newer cairn, or made to do harm.

Nothing is ever unpacked to the disk. What a file may hold is known before any of it is read, and counted again while
it is; a line is understood alone. Refusals name a file and a line, and never a word of it.
"""

import json
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EINVAL
from hashlib import sha256
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, Annotated, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from journal.domain.leaving import Taken
from journal.errors import BadInput, CairnError, Damaged, NewerFormat, NoRoom, NotFound, Sentence
from journal.portable.archive import FILES, FORMAT, MANIFEST, SINCE_VERSION_2, START, VERSION
from journal.portable.records_read import read_record

LARGEST_BYTES = 2 * 1024**3
"""Of the file, and of all it holds. Far more than anybody writes: a life of pages is some hundred megabytes."""
LONGEST_LINE_BYTES = 128 * 1024**2
"""Twice the longest text that cairn takes."""
MOST_RECORDS = 2_000_000
_LARGEST_MANIFEST_BYTES = 1 << 20
_AT_ONCE_BYTES = 1 << 16
_MOST_MEMBERS = 64

NO_SUCH_FILE = "There is no file at that path."
NO_ARCHIVE = "This is not an archive that cairn made."
CUT = "This archive was cut off, or changed since it was made. Nothing was brought in."
TOO_LARGE = "This archive holds more than cairn reads. Nothing was brought in."
NEWER = "This archive was made by a newer cairn. Nothing was brought in."
NEWER_HINT = "Bring it in with that version of cairn."
UNREADABLE = "That file cannot be read."
ANOTHER_COPY = "Where there is another copy of it, try that one."
TWICE = Sentence("its id was there before, and two things cannot have the same one.")

_END, _LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES, _LARGE_END_BYTES = 22, 20


class _Listed(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

    name: str
    records: Annotated[int, Field(ge=0)]
    size_bytes: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

    format: str
    version: int
    made_at: Annotated[str, Field(max_length=40)]
    counts: dict[str, int]
    files: list[_Listed]


@contextmanager
def open_archive(path: Path) -> "Iterator[ArchiveFile]":
    """An archive of which the manifest is read and believed so far; the lists are checked as they are read.

    Raises:
        NotFound: there is no such file. BadInput: it is no archive, or larger than `LARGEST_BYTES`.
        Damaged: it was cut or changed. NewerFormat: a newer cairn made it. NoRoom: the disk cannot be read.
    """
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            raise BadInput(NO_ARCHIVE)
        opened = path.open("rb")
    except FileNotFoundError:
        raise NotFound(NO_SUCH_FILE, hint="") from None
    except OSError as problem:
        raise NoRoom(UNREADABLE, hint="") from problem
    with opened as file:
        _check_ends(file, known.st_size)
        with _damage():
            archive = ArchiveFile(ZipFile(file))
        yield archive


class ArchiveFile:
    """An open archive: its records, one at a time."""

    def __init__(self, packed: ZipFile) -> None:
        self._packed = packed
        members = {member.filename: member for member in packed.infolist()}
        if MANIFEST not in members:
            raise BadInput(NO_ARCHIVE)
        if len(members) != len(packed.infolist()):
            raise _cut()
        manifest = _read_manifest(packed, members[MANIFEST])
        self.made_at = manifest.made_at
        self._listed = {listed.name: listed for listed in manifest.files}
        if set(self._listed) != _names_of(manifest.version) or set(members) != {MANIFEST, *self._listed}:
            raise _cut()
        self._members = {name: members[name] for name in self._listed}
        self._check_sizes()

    @property
    def total(self) -> int:
        """How many records it says it has."""
        return sum(listed.records for listed in self._listed.values())

    def records(self, kind: str) -> Iterator[tuple[str, Taken]]:
        """Everything of a kind with its place, such as `entries.jsonl, line 3`. Read to the end, it was whole.

        Raises:
            Damaged: a line is not what cairn writes, or the file is not the one that the manifest names.
        """
        name = FILES[kind]
        if name not in self._listed:
            return
        number = 0
        for number, line in enumerate(self._lines(name), 1):
            place = Sentence("{file}, line {line}", file=name, line=number)
            try:
                taken = read_record(kind, line)
            except BadInput as problem:
                reason = problem.said
            else:
                yield place, taken
                continue
            raise damaged_at(place, reason)
        if number != self._listed[name].records:
            raise _cut()

    def _lines(self, name: str) -> Iterator[bytes]:
        hashed, listed = sha256(), self._listed[name]
        with _damage(), self._packed.open(self._members[name]) as member:
            lines = BufferedReader(cast("RawIOBase", member), _AT_ONCE_BYTES)
            while line := lines.readline(LONGEST_LINE_BYTES + 1):
                if len(line) > LONGEST_LINE_BYTES:
                    raise BadInput(TOO_LARGE)
                if not line.endswith(b"\n"):
                    raise _cut()
                hashed.update(line)
                yield line[:-1]
        if hashed.hexdigest() != listed.sha256:
            raise _cut()

    def _check_sizes(self) -> None:
        """Before anything is read: what each file says of itself, and what all of them hold."""
        sizes = {name: member.file_size for name, member in self._members.items()}
        if sum(sizes.values()) > LARGEST_BYTES or self.total > MOST_RECORDS:
            raise BadInput(TOO_LARGE)
        if any(sizes[name] != listed.size_bytes for name, listed in self._listed.items()):
            raise _cut()
        for member in self._packed.infolist():
            if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or member.flag_bits & 1:
                raise _cut()


def damaged_at(place: str, reason: Sentence) -> Damaged:
    """What a line of an archive is refused with."""
    return Damaged("{place}: {reason} Nothing was brought in.", hint=ANOTHER_COPY, place=place, reason=reason)


def _cut() -> Damaged:
    return Damaged(CUT, hint=ANOTHER_COPY)


def _check_ends(file: IO[bytes], size_bytes: int) -> None:
    """Look at the two ends before the zip reader does, which would take in a list of members of any length."""
    if size_bytes > LARGEST_BYTES:
        raise BadInput(TOO_LARGE)
    try:
        start = file.read(len(START))
        file.seek(max(0, size_bytes - _END_BYTES - _LARGE_END_BYTES))
        end = file.read()
    except OSError as problem:
        raise NoRoom(UNREADABLE, hint="") from problem
    if start != START:
        raise BadInput(NO_ARCHIVE)
    if len(end) < _END_BYTES or not end[-_END_BYTES:].startswith(_END) or end.startswith(_LARGE_END):
        raise _cut()
    members, of_list_bytes = struct.unpack("<10xHI6x", end[-_END_BYTES:])
    if members > _MOST_MEMBERS or of_list_bytes > _LARGEST_MANIFEST_BYTES:
        raise BadInput(NO_ARCHIVE)


def _read_manifest(packed: ZipFile, member: ZipInfo) -> _Manifest:
    if member.file_size > _LARGEST_MANIFEST_BYTES:
        raise BadInput(NO_ARCHIVE)
    content = packed.read(member)
    try:
        loaded = json.loads(content)
    except (ValueError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict) or loaded.get("format") != FORMAT:
        raise BadInput(NO_ARCHIVE) if isinstance(loaded, dict) else _cut()
    version = loaded.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NewerFormat(NEWER, hint=NEWER_HINT)
    try:
        manifest = _Manifest.model_validate_json(content)
    except ValidationError:
        manifest = None
    # Outside the handler: the cause holds what was read.
    if manifest is None or not 1 <= manifest.version <= VERSION or not _agrees(manifest):
        raise _cut()
    return manifest


def _names_of(version: int) -> set[str]:
    """The lists of an archive of this version."""
    return {name for kind, name in FILES.items() if version > 1 or kind not in SINCE_VERSION_2}


def _agrees(manifest: _Manifest) -> bool:
    counted = {listed.name.removesuffix(".jsonl"): listed.records for listed in manifest.files}
    return len(counted) == len(manifest.files) and counted == manifest.counts


@contextmanager
def _damage() -> Iterator[None]:
    """Say what the zip reader and the inflater say, once, in one sentence."""
    try:
        yield
    except CairnError:
        raise
    except (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError) as problem:
        raise _cut() from problem
    except OSError as problem:
        if problem.errno == EINVAL:
            # A place before the start of the file, which a changed byte can name.
            raise _cut() from problem
        raise NoRoom(UNREADABLE, hint="") from problem
