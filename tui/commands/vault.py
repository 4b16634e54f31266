"""`cairn vault info|verify`: where the locked file is, and whether every page of it is whole."""

from argparse import Namespace
from typing import Any

from journal.paths import synced_by
from tui.commands.terminal import Terminal
from tui.wording import copies, shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    return _info(terminal) if options.deed == "info" else _verify(terminal)


def _info(terminal: Terminal) -> int:
    """What can be said without opening: nothing here needs a passphrase."""
    from journal.use_cases.snapshots import snapshots_in
    from journal.vault.header_files import read_header

    found = read_header(terminal.home)
    header = found.header
    database = terminal.home.vault / header.database_name
    document: dict[str, Any] = {
        "home": str(terminal.home.root),
        "id": header.vault_id.hex(),
        "gen": header.generation,
        "db": header.database_name,
        "size_bytes": database.stat().st_size if database.exists() else None,
        "ways_in": [slot.kind for slot in header.slots],
        "safety_copies": [copy.day.isoformat() for copy in snapshots_in(terminal.home)],
        "synced_by": synced_by(terminal.home),
    }
    lines = [f"{name}: {_said(value)}" for name, value in document.items()]
    if document["synced_by"]:
        lines.append(copies.synced(document["synced_by"]))
    return terminal.answer(document, lines)


def _verify(terminal: Terminal) -> int:
    with terminal.journal() as journal:
        checked = journal.verify()
        newer = journal.newer_copy_day()
    document = {"checked": list(shell.CHECKS), "rows": checked.rows, "newer_copy": newer and newer.isoformat()}
    lines = [shell.WHOLE, *(f"  {check}" for check in shell.CHECKS.values())]
    lines += [f"  {count:>7}  {table.replace('_', '-')}" for table, count in checked.rows.items()]
    if newer is not None:
        lines += [copies.OLDER, copies.newer_copy(newer.isoformat())]
    return terminal.answer(document, lines)


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "-"
    return "-" if value is None else str(value)
