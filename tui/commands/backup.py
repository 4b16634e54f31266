"""`cairn backup create|verify|restore|list`: locked copies of the whole journal."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from journal.errors import BadInput, NotConfirmed, NotOpened
from tui.commands.keeping_safe import end_holding, held, progress_on_terminal
from tui.commands.terminal import Terminal, read_standard_input
from tui.wording import copies, shell

if TYPE_CHECKING:
    from journal.use_cases.unlocking import Opens

T = TypeVar("T")


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    deeds = {"create": _create, "verify": _verify, "restore": _restore, "list": _list}
    return deeds[options.deed](terminal)


def _create(terminal: Terminal) -> int:
    from journal.use_cases.safe_copies import create_backup

    with terminal.journal() as journal:
        if journal.unlocked is None:
            raise NotOpened
        made = create_backup(journal.unlocked, _path(terminal), terminal.clock, progress_on_terminal())
    document = {"file": str(made.path), "made_at": made.made_at, "size_bytes": made.size_bytes, "rows": made.rows}
    return terminal.answer(document, copies.made(str(made.path), made.rows), changed=True)


def _verify(terminal: Terminal) -> int:
    from journal.use_cases.safe_copies import verify_backup
    from journal.vault.backup_file import read_preamble

    path = _path(terminal)
    # What is wrong with the file itself is said before anybody is asked for anything.
    read_preamble(path)
    lines = _lines_of_input(terminal)
    checked = _with_keys_or(
        terminal,
        lambda: _opens(terminal, lines),
        lambda opens: verify_backup(terminal.home, path, opens, terminal.clock, progress_on_terminal()),
    )
    document = {"file": str(path), "made_at": checked.made_at, "checked": list(shell.CHECKS), "rows": checked.rows}
    lines_said = [copies.WHOLE, copies.of_day(checked.made_at[:10]), copies.holds(checked.rows)]
    return terminal.answer(document, lines_said)


def _restore(terminal: Terminal) -> int:
    from journal.use_cases.safe_copies import restore_backup
    from journal.vault.backup_file import read_preamble

    path = _path(terminal)
    read_preamble(path)
    lines = _lines_of_input(terminal)
    opens = _opens(terminal, lines)
    over = terminal.home.exists()
    if over:
        _confirm(terminal, lines)
    restored = restore_backup(terminal.home, path, opens, terminal.clock, over=over, progress=progress_on_terminal())
    end_holding(terminal.home)
    kept = str(restored.kept) if restored.kept else None
    document = {"home": str(terminal.home.root), "made_at": restored.made_at, "kept": kept, "rows": restored.rows}
    lines_said = [*copies.restored(str(terminal.home.root), restored.made_at[:10], kept), copies.holds(restored.rows)]
    return terminal.answer(document, lines_said, changed=True)


def _list(terminal: Terminal) -> int:
    """What can be seen without opening anything."""
    from journal.use_cases.snapshots import snapshots_in

    there = snapshots_in(terminal.home)
    document = {
        "copies": [
            {"file": str(copy.path), "day": copy.day.isoformat(), "size_bytes": copy.path.stat().st_size}
            for copy in there
        ]
    }
    lines = [f"{copy.day.isoformat()}  {copy.path}" for copy in there]
    return terminal.answer(document, lines or [copies.NO_COPIES])


def _path(terminal: Terminal) -> Path:
    return Path(terminal.options.file).expanduser().absolute()


def _lines_of_input(terminal: Terminal) -> list[str]:
    """Recovery words and the word that says yes, each a line of standard input where nobody can be asked."""
    from_input = getattr(terminal.options, "dash", None) or (terminal.options.recovery and not terminal.can_ask())
    return read_standard_input().split("\n") if from_input else []


def _opens(terminal: Terminal, lines: list[str]) -> "Opens":
    from journal.use_cases.unlocking import with_passphrase, with_words

    if terminal.options.recovery:
        return with_words(lines.pop(0) if lines else terminal.ask_unseen(copies.BACKUP_WORDS))
    return with_passphrase(terminal.passphrase(copies.BACKUP_PASSPHRASE))


def _with_keys_or(terminal: Terminal, ask: "Callable[[], Opens]", deed: "Callable[[Opens], T]") -> T:
    """With the key that is held, where the backup is under it; else with what is asked for."""
    from journal.use_cases.unlocking import with_keys

    known = None if terminal.options.recovery else held(terminal.home)
    if known is not None:
        try:
            return deed(with_keys(known.keys))
        except NotOpened:
            pass
    return deed(ask())


def _confirm(terminal: Terminal, lines: list[str]) -> None:
    """A journal that is there makes way only for whoever says so.

    Raises:
        NotConfirmed: the word did not come.
    """
    if lines:
        said = lines.pop(0)
    elif terminal.options.dash is None and terminal.can_ask():
        said = terminal.ask(copies.ASK_RESTORE)
    else:
        raise BadInput(copies.NEEDS_WORD)
    if said.strip().casefold() != copies.RESTORE_WORD:
        raise NotConfirmed(copies.NOT_RESTORED)
