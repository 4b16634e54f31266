"""Passphrases while something is open: the one there is, asked for once more, and a new one, typed twice."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from journal.errors import BadInput, NotOpened
from journal.use_cases.staying import let_go
from journal.use_cases.unlocking import unlock_with_passphrase
from journal.vault.passphrase import strength_of
from tui.language import sentence_of
from tui.plain.conversation import Back, Leave
from tui.plain.visit import Door, Visit
from tui.wording import opening
from tui.wording import plain as words
from tui.wording import plain_keys as said
from tui.wording import screen as shown

T = TypeVar("T")

TRIES_AGAIN = 2
"""So many wrong ones in a row, asked for again, and it locks. Source: security brief, b.7."""


def asked_again(visit: Visit, deed: Callable[[str], T], question: str = opening.PASSPHRASE) -> T:
    """Ask for the passphrase once more, before something that nobody else may do in a person's place.

    Args:
        visit: whom to ask.
        deed: what it is for, done with what was typed.
        question: how it is asked for.

    Raises:
        Back: Enter alone leaves it. Leave: that, or a second wrong one in a row, which locks.
        NotOpened: what came with the call is another one, and nobody is there to be asked.
        EndOfInput, BadInput: as `Door.ask_secret` says; and whatever the deed raises.
    """
    door = visit.door
    if door.secrets.has_source():
        try:
            return deed(door.secrets.from_source())
        except (BadInput, NotOpened):
            if not door.talk.is_typed:
                raise
    door.talk.say(words.SECRET_HELP, said.NOT_NOW)
    while True:
        typed = door.ask_secret(question)
        if typed == "":
            raise Back
        if typed is None:
            continue
        try:
            answer = deed(typed)
        except NotOpened as problem:
            door.talk.say(sentence_of(problem))
            _lock_after_the_second(visit)
        else:
            door.tries.wrong = 0
            return answer


def see_that_it_is_theirs(visit: Visit) -> None:
    """Ask for the passphrase once more, for itself alone.

    Raises:
        As `asked_again`.
    """
    asked_again(visit, partial(unlock_with_passphrase, visit.home)).keys.wipe()


def _lock_after_the_second(visit: Visit) -> None:
    """Whoever types may be another."""
    tries = visit.door.tries
    tries.wrong += 1
    if tries.wrong >= TRIES_AGAIN:
        tries.wrong = 0
        let_go(visit.home)
        raise Leave("lock")


def new_passphrase(door: Door, question: str) -> str | None:
    """Ask for a new passphrase, twice the same, with a quiet word on its strength. Never a gate.

    Returns:
        It, or `None` where Enter alone left it.

    Raises:
        Back, Leave, EndOfInput, BadInput: as `Door.ask_secret` says.
    """
    while first := _typed(door, question):
        door.talk.say(opening.STRENGTH[strength_of(first)])
        if _typed(door, opening.PASSPHRASE_AGAIN) == first:
            return first
        door.talk.say(shown.NOT_THE_SAME)
    return None


def _typed(door: Door, question: str) -> str:
    while (typed := door.ask_secret(question)) is None:
        continue
    return typed
