"""`cairn vault rescue`: everything that can still be read of a damaged journal, in a new one."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.errors import BadInput, Damaged, NoJournal
from journal.paths import Home
from tui.commands.keeping_safe import held, progress_on_terminal
from tui.commands.terminal import Terminal
from tui.wording import rescue as words
from tui.wording import shell

if TYPE_CHECKING:
    from journal.use_cases.rescuing import Rescued
    from journal.use_cases.unlocking import Unlocked


def run(options: Namespace) -> int:
    from journal.use_cases.rescuing import check_place, rescue

    terminal = Terminal(options)
    if not terminal.home.exists():
        raise NoJournal()
    to = _place(options.to)
    # Before anybody is asked for anything.
    check_place(terminal.home, to)
    copies = _copies(terminal.home)
    try:
        rescued = rescue(_unlocked(terminal), to, terminal.clock, progress_on_terminal())
    except Damaged as problem:
        raise Damaged(problem.said, hint=words.copies_there(copies)) from problem
    lines = words.account(rescued, str(terminal.home.root), has_copies=bool(copies))
    return terminal.answer(_document(rescued), lines, changed=True)


def _place(typed: str) -> Home:
    """Where the new journal goes.

    Raises:
        BadInput: that is no folder's path, or a file stands there.
    """
    try:
        to = Home(Path(typed).expanduser().absolute())
        in_the_way = [path for path in (to.root, *to.root.parents) if path.exists() and not path.is_dir()]
    except (RuntimeError, ValueError, OSError) as problem:
        raise BadInput(words.NOT_A_FOLDER) from problem
    if in_the_way or not typed or "\0" in typed:
        raise BadInput(words.NOT_A_FOLDER)
    return to


def _unlocked(terminal: Terminal) -> "Unlocked":
    from journal.use_cases.unlocking import unlock_with_passphrase

    known = None if terminal.options.passphrase_fd is not None else held(terminal.home)
    return known or unlock_with_passphrase(terminal.home, terminal.passphrase(shell.PASSPHRASE))


def _copies(home: Home) -> list[tuple[str, str]]:
    from journal.use_cases.snapshots import snapshots_in

    return [(copy.day.isoformat(), str(copy.path)) for copy in snapshots_in(home)]


def _document(rescued: "Rescued") -> dict[str, Any]:
    return {
        "to": str(rescued.home.root),
        "rows": rescued.rows,
        "not_read": [
            {"table": one.table, "places": one.places, "between": list(one.between) if one.between else None}
            for one in rescued.not_read
        ],
        "without_a_day": rescued.without_a_day,
        "words_from_search": rescued.words_from_search,
        "without_words": rescued.without_words,
        "left_out": rescued.left_out,
    }
