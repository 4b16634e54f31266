"""`cairn vault info|verify`: where the locked file is, and whether every page of it is whole."""

from argparse import Namespace
from typing import Any

from tui.commands.terminal import Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    return _info(terminal) if options.deed == "info" else _verify(terminal)


def _info(terminal: Terminal) -> int:
    """What can be said without opening: nothing here needs a passphrase."""
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
    }
    return terminal.answer(document, [f"{name}: {_said(value)}" for name, value in document.items()])


def _verify(terminal: Terminal) -> int:
    with terminal.journal() as journal:
        checked = journal.verify()
    document = {"checked": list(shell.CHECKS), "rows": checked.rows}
    lines = [shell.WHOLE, *(f"  {check}" for check in shell.CHECKS.values())]
    lines += [f"  {count:>7}  {table.replace('_', '-')}" for table, count in checked.rows.items()]
    return terminal.answer(document, lines)


def _said(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
