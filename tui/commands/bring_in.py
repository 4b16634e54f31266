"""`cairn import`: pages from another journal, looked at first, all of them or none."""

import stat
from argparse import Namespace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from journal.errors import BadInput
from journal.portable.arriving import Arrivals
from tui.commands.terminal import LARGEST_TEXT_BYTES, Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    zone = _zone(options.zone) if options.zone is not None else terminal.clock.zone()
    with terminal.journal() as journal:
        arrivals = _read(Path(options.path))
        if arrivals.broken and not options.keep_good:
            rows = [shell.broken_row(row.place, row.reason) for row in arrivals.broken]
            raise BadInput(shell.broken_rows(len(rows)), hint="\n".join([*rows, shell.KEEP_GOOD]))
        deed = journal.look_at if options.dry_run else journal.bring_in
        arrived = deed(arrivals.source, arrivals.pages, zone)
    document: dict[str, Any] = {
        "counts": {"new": arrived.new, "known": arrived.known, "broken": len(arrivals.broken)},
        "first": arrived.first,
        "last": arrived.last,
        "kept_in_origin": [*arrivals.unknown_fields, *(["starred"] if any(p.starred for p in arrivals.pages) else [])],
        "doubtful": list(arrivals.doubtful) + [shell.broken_row(row.place, row.reason) for row in arrivals.broken],
        "dry_run": bool(options.dry_run),
    }
    return terminal.answer(document, shell.arrived(document, zone), changed=True)


def _read(path: Path) -> Arrivals:
    from journal.portable.jrnl import read_jrnl

    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            raise BadInput(shell.NOT_A_FILE)
        if known.st_size > LARGEST_TEXT_BYTES:
            raise BadInput(shell.FILE_TOO_LARGE)
        content = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(shell.NO_SUCH_FILE) from None
    except OSError:
        raise BadInput(shell.FILE_UNREADABLE) from None
    return read_jrnl(content)


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise BadInput(shell.ZONE) from None
    return name
