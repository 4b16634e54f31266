"""Which files a session could have written and what it started, and whether any of it holds words of a person.

strace watches every thread and child of a command. What it saw is read in three ways, because each alone would
miss something: the files that were opened for writing, made, renamed or linked, wherever they are; the bytes of
every write to one of them, so that a file that is gone again is looked into too; and every file of the home as
it is at the end. Arguments and environment are looked into as each program gets them.

Give the watched command `PYTHONDONTWRITEBYTECODE=1`: Python's own cache is not cairn's writing. A terminal and
/dev/null are no files. To watch a screen, run `watched(…)` as the command of the terminal.
"""

import codecs
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.injected import STRACE, watching

_OPENING = ("open", "openat", "openat2", "creat")
_NAMING = (
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "mkdir",
    "mkdirat",
    "mknod",
    "mknodat",
)
_FILLING = (
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "pwritev2",
    "sendfile",
    "copy_file_range",
    "truncate",
    "ftruncate",
)
_STARTING = ("execve", "execveat")
_LONGEST_WRITE = 16 * 1024 * 1024
_NO_FILES = re.compile(r"(/dev/(null|tty|ptmx|pts/\d+)$)|pipe:|socket:|anon_inode:|/proc/(self|\d+)/task/\d+/comm$")

_RETURNED = re.compile(r"\) += (\d+)(<(?P<path>.*)>)?$")
_FIRST_DESCRIPTOR = re.compile(r"^\w+\((\d+)<(?P<path>(?:[^>\\]|\\.)*)>")
_PLACE = re.compile(r"\((?:\d+|AT_FDCWD)<(?P<path>(?:[^>\\]|\\.)*)>")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITES = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE")


@dataclass
class Written:
    """What was seen: every path that was changed, and the bytes that went into each."""

    paths: set[Path] = field(default_factory=set)
    writes: list[tuple[Path, bytes]] = field(default_factory=list, repr=False)
    starts: list[bytes] = field(default_factory=list, repr=False)
    """Arguments and environment of every program that was started, one after another."""


def watched(command: Sequence[str], traces: Path) -> list[str]:
    """The command line that runs a command and leaves what it did in the folder `traces`."""
    return [STRACE, "--seccomp-bpf", *watching_files(), "-o", str(next_trace(traces)), *command]


def watching_files() -> list[str]:
    """Options of strace to see every file that a process and its children write, and what they write to it."""
    calls = [f"?{call}" for call in (*_OPENING, *_NAMING, *_FILLING, *_STARTING)]
    return ["-ff", "-v", "-y", "-s", str(_LONGEST_WRITE), *watching(*calls)]


def next_trace(traces: Path) -> Path:
    """What the names of the next run's traces begin with; each process adds its number."""
    traces.mkdir(parents=True, exist_ok=True)
    return traces / f"run{len(list(traces.iterdir()))}"


def written_in(traces: Path) -> Written:
    """Read what every watched run left in the folder."""
    seen = Written()
    for trace in sorted(traces.iterdir()):
        for line in trace.read_text(encoding="ascii", errors="replace").splitlines():
            name = line.partition("(")[0]
            if name in _OPENING:
                _note_opening(seen, line)
            elif name in _NAMING and line.endswith("= 0"):
                seen.paths.update(_named(line))
            elif name in _FILLING:
                _note_writing(seen, line)
            elif name in _STARTING:
                seen.starts.append(b"\0".join(_unescaped(text) for text in _QUOTED.findall(line)))
    return seen


def findings(seen: Written, home: Path, words: Iterable[str]) -> list[str]:
    """Everything that should not be: a file outside the home, or one of the words in any file, kept or gone.

    Args:
        seen: from `written_in`.
        home: the folder that cairn may write in.
        words: what must be in no file; looked for as UTF-8 and as UTF-16, in names too.

    Returns:
        One line for each finding, without the word.
    """
    needles = [word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    at_the_end = {path for path in (*seen.paths, *home.rglob("*")) if path.is_file()}
    found = [f"{path}: outside the home" for path in seen.paths if not path.is_relative_to(home)]
    found += [
        f"{path}: its name holds a word"
        for path in (*seen.paths, *home.rglob("*"))
        if _holds(os.fsencode(path), needles)
    ]
    found += [f"{path}: a word was written to it" for path, content in seen.writes if _holds(content, needles)]
    found += [f"{path}: a word is in it" for path in at_the_end if _holds(path.read_bytes(), needles)]
    return sorted(set(found))


def started_with(seen: Written, words: Iterable[str]) -> int:
    """How many programs were started with one of the words in an argument or in their environment."""
    return sum(_holds(start, [word.encode() for word in words]) for start in seen.starts)


def _note_opening(seen: Written, line: str) -> None:
    returned = _RETURNED.search(line)
    opened = returned["path"] if returned else None
    flags = line if line.startswith("creat") else line.rpartition('"')[2]
    if opened and (line.startswith("creat") or any(flag in flags for flag in _WRITES)):
        path = _unescaped(opened).decode("utf-8", errors="replace").removesuffix(" (deleted)")
        if not _NO_FILES.search(path):
            seen.paths.add(Path(path))


def _note_writing(seen: Written, line: str) -> None:
    target = _FIRST_DESCRIPTOR.match(line)
    if target and not _NO_FILES.search(target["path"]):
        path = Path(_unescaped(target["path"]).decode("utf-8", errors="replace").removesuffix(" (deleted)"))
        seen.paths.add(path)
        seen.writes.append((path, b"".join(_unescaped(text) for text in _QUOTED.findall(line[target.end() :]))))


def _named(line: str) -> Iterator[Path]:
    """Both names of a rename or link. One that cannot be placed stays as it is, and so counts as elsewhere."""
    place = _PLACE.search(line)
    for text in _QUOTED.findall(line):
        name = _unescaped(text).decode("utf-8", errors="replace")
        yield Path(place["path"], name) if place else Path(name)


def _unescaped(text: str) -> bytes:
    """A string as strace writes it: as C does, in ASCII."""
    content: bytes = codecs.escape_decode(text.encode("ascii", errors="replace"))[0]
    return content


def _holds(content: bytes, needles: Iterable[bytes]) -> bool:
    return any(needle in content for needle in needles)
