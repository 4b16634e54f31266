"""`cairn erase`: one thing, some days, or everything, for good, once the word was said."""

from argparse import Namespace
from typing import TYPE_CHECKING

from journal.errors import BadInput, CairnError, NoJournal, NotConfirmed, NotFound
from tui.commands.keeping_safe import end_holding
from tui.commands.terminal import Terminal, read_standard_input
from tui.wording import erasing, shell

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    if options.id == "-":
        options.id, options.dash = None, "-"
    ways = [options.id is not None, options.first_day is not None or options.last_day is not None, options.everything]
    if sum(ways) != 1:
        raise BadInput(erasing.WHAT)
    return _everything(terminal) if options.everything else _some(terminal)


def _some(terminal: Terminal) -> int:
    from journal.use_cases.snapshots import renew_snapshots
    from journal.vault.gone import kept_beside

    options = terminal.options
    with terminal.journal(ask_again=True) as journal:
        going = journal.what_goes(options.id, options.first_day, options.last_day)
        if going.is_nothing:
            raise NotFound(erasing.NOTHING_THERE, hint="")
        _confirm(terminal, [erasing.goes(going.counts), *_ends(journal, options.id), erasing.COPIES_GO])
        journal.erase(going)
        lines = [erasing.DONE, erasing.ELSEWHERE_STAYS, *map(erasing.kept_in, map(str, kept_beside(terminal.home)))]
        try:
            made = journal.unlocked is not None and renew_snapshots(journal.unlocked, terminal.clock).exists()
        except CairnError as problem:
            made = False
            lines.append(erasing.not_renewed(problem))
    return terminal.answer({"erased": going.counts, "new_safety_copy": made}, lines, changed=True)


def _ends(journal: "OpenJournal", prefix: str | None) -> list[str]:
    """What erasing this would end between two people."""
    if prefix is None or not journal.things("partner"):
        return []
    from tui.commands.finding import find
    from tui.sharing_reading import erasing_ends

    try:
        return erasing_ends(journal, find(journal, prefix)[1].id)
    except NotFound:
        # What was deleted before has ended by that.
        return []


def _everything(terminal: Terminal) -> int:
    from journal.use_cases.unlocking import unlock_with_passphrase
    from journal.vault.gone import erase_everything, kept_beside

    if not terminal.home.exists():
        raise NoJournal()
    unlock_with_passphrase(terminal.home, terminal.passphrase(shell.PASSPHRASE)).keys.wipe()
    kept = [erasing.kept_goes(str(path)) for path in kept_beside(terminal.home)]
    _confirm(terminal, [erasing.EVERYTHING, *kept, erasing.ELSEWHERE_STAYS])
    end_holding(terminal.home)
    is_whole = erase_everything(terminal.home)
    lines = [erasing.DONE] if is_whole else [erasing.DONE, erasing.SOME_FILES_STAY]
    return terminal.answer({"erased": "everything", "every_file": is_whole}, lines, changed=True)


def _confirm(terminal: Terminal, lines: list[str]) -> None:
    """Told exactly what goes, then the word.

    Raises:
        NotConfirmed: it did not come; nothing was erased.
    """
    for line in (*lines, erasing.NOT_BACK, erasing.EXPORT_FIRST):
        terminal.say(line)
    if terminal.options.dash is not None:
        said = read_standard_input()
    elif terminal.can_ask():
        said = terminal.ask(erasing.ASK)
    else:
        raise BadInput(erasing.NEEDS_WORD)
    if said.strip().casefold() != erasing.WORD:
        raise NotConfirmed(erasing.NOT_ERASED)
