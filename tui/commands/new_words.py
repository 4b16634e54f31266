"""New recovery words from a command: shown and typed back, or handed to a file or to standard output."""

import random
from pathlib import Path

from journal.errors import AlreadyThere, BadInput, NoRoom
from journal.paths import write_private_file
from journal.vault.recovery_words import RecoveryWords
from tui.commands.terminal import Terminal, ask_on_terminal
from tui.wording import shell


def see_that_words_can_go(terminal: Terminal, out: str | None, needs: str, hint: str = "") -> None:
    """Before anything is made: somebody is there to be shown the words, or there is a place for them.

    Raises:
        BadInput: neither. AlreadyThere: there is a file at that place.
    """
    if out is None and not terminal.can_ask():
        raise BadInput(needs, hint=hint)
    if out not in (None, "-") and Path(out).exists():
        raise AlreadyThere(shell.WORDS_FILE_THERE)
    if out not in (None, "-") and not Path(out).absolute().parent.is_dir():
        raise BadInput(shell.WORDS_FOLDER)


def give_words(terminal: Terminal, words: RecoveryWords, out: str | None, not_written: tuple[str, str]) -> bool:
    """Hand the words over; true when somebody typed two of them back or asked for them in a file.

    `not_written`: the sentence and the hint where the file could not be written.

    Raises:
        NoRoom: the file could not be written.
    """
    text = " ".join(words.words)
    if out == "-":
        if not terminal.as_json:
            print(text, flush=True)
        return True
    if out is not None:
        try:
            write_private_file(Path(out), (text + "\n").encode())
        except OSError as problem:
            raise NoRoom(*not_written) from problem
        return True
    terminal.say(shell.WORDS_ARE)
    for place, word in enumerate(words.words, 1):
        terminal.say(f"  {place:>2}  {word}")
    for place in sorted(random.SystemRandom().sample(range(1, len(words.words) + 1), 2)):
        if ask_on_terminal(shell.type_word(place)).strip().lower() != words.words[place - 1]:
            return False
    terminal.say(shell.WORDS_CONFIRMED)
    return True


def asked_twice(terminal: Terminal, question: str, not_the_same: str) -> str:
    """A new passphrase from the terminal itself, twice the same, with a quiet word on its strength.

    Raises:
        BadInput: there is no terminal, or the two were not the same.
    """
    from journal.vault.passphrase import strength_of

    first = ask_on_terminal(question, hidden=True)
    terminal.say(shell.STRENGTH[strength_of(first)])
    if ask_on_terminal(shell.NEW_PASSPHRASE_AGAIN, hidden=True) != first:
        raise BadInput(not_the_same)
    return first
