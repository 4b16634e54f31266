"""`cairn init`: make a journal from the shell."""

import random
from argparse import Namespace
from pathlib import Path
from typing import Any

from journal.data import support_lines
from journal.domain.support import support_page
from journal.errors import AlreadyThere, BadInput, NoRoom
from journal.paths import write_private_file
from journal.use_cases.opening import WORDS_CONFIRMED, create_journal, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.vault.passphrase import strength_of
from journal.vault.recovery_words import RecoveryWords
from tui.commands.terminal import Terminal, ask_on_terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    country = options.country.upper() if options.country else None
    support_page(support_lines(), country)
    if terminal.home.exists():
        raise AlreadyThere()
    out = options.recovery_out
    if out is None and not terminal.can_ask():
        raise BadInput(shell.INIT_NEEDS, hint=shell.INIT_NEEDS_HINT)
    if out not in (None, "-") and Path(out).exists():
        raise AlreadyThere(shell.WORDS_FILE_THERE)
    if out not in (None, "-") and not Path(out).absolute().parent.is_dir():
        raise BadInput(shell.WORDS_FOLDER)
    passphrase = _new_passphrase(terminal)
    made = create_journal(terminal.home, passphrase, terminal.clock)
    # The words first: nothing that goes wrong after this may keep them from the person.
    confirmed = _give_words(terminal, made.words, out)
    write_preferences(terminal.home, Preferences(country=country))
    if confirmed:
        journal = open_journal(terminal.home, passphrase, terminal.clock)
        journal.choose(WORDS_CONFIRMED, "yes")
        journal.close()
    document: dict[str, Any] = {"home": str(terminal.home.root), "id": made.vault_id}
    if out == "-":
        document["recovery_words"] = list(made.words.words)
    return terminal.answer(document, [shell.made(str(terminal.home.root))], changed=True)


def _new_passphrase(terminal: Terminal) -> str:
    if terminal.has_passphrase_source():
        return terminal.passphrase(shell.NEW_PASSPHRASE)
    terminal.say(shell.PRIVATE_PLACE)
    first = ask_on_terminal(shell.NEW_PASSPHRASE, hidden=True)
    terminal.say(shell.STRENGTH[strength_of(first)])
    if ask_on_terminal(shell.NEW_PASSPHRASE_AGAIN, hidden=True) != first:
        raise BadInput(shell.NOT_THE_SAME)
    return first


def _give_words(terminal: Terminal, words: RecoveryWords, out: str | None) -> bool:
    """Hand the words over; true when somebody typed two of them back or asked for them in a file."""
    text = " ".join(words.words)
    if out == "-":
        if not terminal.as_json:
            print(text, flush=True)
        return True
    if out is not None:
        try:
            write_private_file(Path(out), (text + "\n").encode())
        except OSError as problem:
            raise NoRoom(shell.WORDS_NOT_WRITTEN, hint=shell.WORDS_NOT_WRITTEN_HINT) from problem
        return True
    terminal.say(shell.WORDS_ARE)
    for place, word in enumerate(words.words, 1):
        terminal.say(f"  {place:>2}  {word}")
    for place in sorted(random.SystemRandom().sample(range(1, len(words.words) + 1), 2)):
        if ask_on_terminal(shell.type_word(place)).strip().lower() != words.words[place - 1]:
            terminal.say(shell.WORDS_LATER)
            return False
    terminal.say(shell.WORDS_CONFIRMED)
    return True
