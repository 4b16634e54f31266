"""`cairn import`: pages from another journal, or cairn's own archive: looked at first, all of it or nothing."""

import stat
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from journal.errors import BadInput
from journal.portable.arriving import Arrivals
from tui.commands.terminal import LARGEST_TEXT_BYTES, Terminal
from tui.language import in_words
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    is_archive = _is_archive(options.source, Path(options.path))
    options.deed = "archive" if is_archive else "pages"
    if is_archive:
        from tui.commands.bring_in_archive import bring_in

        return bring_in(terminal, Path(options.path))
    return _pages(terminal)


def _is_archive(source: str, path: Path) -> bool:
    """Whether it is for the reader of archives, by what was said or by how the file begins.

    Raises:
        BadInput: there is no file to read.
    """
    from journal.portable.archive import looks_like_an_archive

    with _said_plainly():
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadInput(shell.NOT_A_FILE)
        return source == "cairn" or (source == "auto" and looks_like_an_archive(path))


def _pages(terminal: Terminal) -> int:
    options = terminal.options
    zone = _zone(options.zone) if options.zone is not None else terminal.clock.zone()
    with terminal.journal() as journal:
        arrivals = _read(Path(options.path))
        rows = [in_words(row.sentence) for row in arrivals.broken]
        if rows and not options.keep_good:
            raise BadInput(shell.broken_rows(len(rows)), hint="\n".join([*rows, shell.KEEP_GOOD]))
        deed = journal.look_at if options.dry_run else journal.bring_in
        arrived = deed(arrivals.source, arrivals.pages, zone)
    document: dict[str, Any] = {
        "counts": {"new": arrived.new, "known": arrived.known, "broken": len(arrivals.broken)},
        "first": arrived.first,
        "last": arrived.last,
        "kept_in_origin": [*arrivals.unknown_fields, *(["starred"] if any(p.starred for p in arrivals.pages) else [])],
        "doubtful": [*map(in_words, arrivals.doubtful), *rows],
        "dry_run": bool(options.dry_run),
    }
    return terminal.answer(document, shell.arrived(document, zone), changed=True)


def _read(path: Path) -> Arrivals:
    from journal.portable.jrnl import read_jrnl

    with _said_plainly():
        if path.stat().st_size > LARGEST_TEXT_BYTES:
            raise BadInput(shell.FILE_TOO_LARGE)
        content = path.read_bytes()
    return read_jrnl(content)


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise BadInput(shell.NO_SUCH_FILE) from None
    except OSError:
        raise BadInput(shell.FILE_UNREADABLE) from None


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise BadInput(shell.ZONE) from None
    return name
