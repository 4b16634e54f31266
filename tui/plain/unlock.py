"""Unlock: the passphrase, or the recovery words, on the terminal itself. Support works here."""

from collections.abc import Callable

from journal.errors import CairnError, NotOpened
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal, open_journal_with_words
from tui.language import sentence_of
from tui.plain.conversation import Back
from tui.plain.keys import offer_new_passphrase
from tui.plain.visit import Door
from tui.wording import keys, opening
from tui.wording import plain as words
from tui.wording import screen as shown


def unlock(door: Door) -> OpenJournal:
    """Ask until it opens. Nothing is counted, and nothing is said about what is behind it.

    Raises:
        Leave, EndOfInput: as they say.
        NotOpened: what came with the call does not open it, and nobody is there to be asked.
        BadInput: there is no terminal to ask on. Damaged, NewerFormat, Busy, NoRoom: it cannot be opened now.
    """
    if door.secrets.has_source():
        try:
            return open_journal(door.home, door.secrets.from_source(), door.clock)
        except NotOpened as problem:
            if not door.talk.is_typed:
                raise
            door.talk.say(sentence_of(problem))
    door.talk.say(opening.LOCKED)
    with_words = not door.talk.is_typed and _wants_words(door)
    if door.talk.is_typed:
        door.talk.say(words.AT_THE_DOOR)
    while True:
        opened = _with_words(door) if with_words else _with_passphrase(door)
        if opened is not None:
            return opened
        with_words = not with_words


def _wants_words(door: Door) -> bool:
    """With a pipe for a keyboard what is typed blindly comes from elsewhere, so it is said when to ask for it.

    Raises:
        Leave, EndOfInput: as they say.
    """
    while True:
        try:
            typed = door.talk.ask(words.AT_THE_DOOR_BY_PIPE)
        except Back:
            continue
        if typed is None:
            return False
        if typed.casefold() == words.RECOVERY:
            return True


def _with_passphrase(door: Door) -> OpenJournal | None:
    """`None`: they would rather use their recovery words."""
    return _try(door, opening.PASSPHRASE, lambda typed: open_journal(door.home, typed, door.clock))


def _with_words(door: Door) -> OpenJournal | None:
    """`None`: they would rather use their passphrase. Whoever needed the words may need a new passphrase."""
    door.talk.say(words.SECRET_HELP, words.BACK_TO_PASSPHRASE)
    journal = _try(door, shown.RECOVERY, lambda typed: open_journal_with_words(door.home, typed, door.clock))
    if journal is not None:
        ask_about_passphrase(door, journal)
    return journal


def ask_about_passphrase(door: Door, journal: OpenJournal) -> None:
    """After recovery words opened it: a new passphrase, or not. From here on it locks where nobody is there.

    Raises:
        Leave, EndOfInput: as they say; the journal is closed.
    """
    door.watch.begin(journal.lock_after_minutes())
    try:
        offer_new_passphrase(door, journal)
    except Back:
        return
    except CairnError as problem:
        door.talk.say(sentence_of(problem), keys.NOT_CHANGED)
    except BaseException:
        journal.close()
        raise


def _try(door: Door, question: str, opens: Callable[[str], OpenJournal]) -> OpenJournal | None:
    while True:
        try:
            typed = door.ask_secret(question)
        except Back:
            return None
        if not typed:
            continue
        if question == opening.PASSPHRASE and typed.casefold() == words.RECOVERY:
            return None
        try:
            return opens(typed)
        except NotOpened as problem:
            door.talk.say(sentence_of(problem))
