"""`cairn import` of cairn's own archive: by id, all of it or nothing."""

from pathlib import Path
from typing import Any

from journal.errors import BadInput
from tui.commands.keeping_safe import progress_on_terminal
from tui.commands.terminal import Terminal
from tui.wording import leaving


def bring_in(terminal: Terminal, path: Path) -> int:
    """Say what an archive would bring, or bring it in.

    Raises:
        BadInput: it is no archive, or an option is for files of other programs. Damaged, NewerFormat: as it is found.
    """
    from journal.use_cases.arriving_archive import bring_in_archive, look_at_archive

    options = terminal.options
    if options.zone is not None or options.keep_good:
        raise BadInput(leaving.NEEDS_NEITHER)
    with terminal.journal() as journal:
        deed = look_at_archive if options.dry_run else bring_in_archive
        brought = deed(journal, path, progress_on_terminal())
    document: dict[str, Any] = {
        "counts": {"new": leaving.things(brought.new), "known": leaving.things(brought.known), "broken": 0},
        "new": brought.new,
        "known": brought.known,
        "first": brought.first,
        "last": brought.last,
        "kept_in_origin": [],
        "doubtful": leaving.doubts(brought),
        "dry_run": bool(options.dry_run),
    }
    lines = leaving.brought(brought, dry_run=options.dry_run)
    return terminal.answer(document, lines, changed=not options.dry_run)
