"""Places on this computer that a person types: a file that is there, or one that is to be."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from journal.errors import BadInput, CairnError
from tui.language import hint_of, sentence_of
from tui.plain.conversation import Conversation
from tui.wording import plain_keys as said


def ask_place(
    talk: Conversation, question: str, check: Callable[[Path], object], at_once: tuple[str, ...] = ()
) -> Path | str | None:
    """Ask for a path until it is one that fits.

    Args:
        talk: whom to ask.
        question: how it is asked.
        check: raises what is wrong with a path; that is told, and it is asked again.
        at_once: words that are the whole answer.

    Returns:
        The path; one of `at_once`; or `None` where it was skipped.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    while (typed := talk.ask(question)) is not None:
        if typed.casefold() in at_once:
            return typed.casefold()
        try:
            path = path_of(typed)
            check(path)
        except CairnError as problem:
            talk.say(sentence_of(problem), *([hint_of(problem)] if problem.hint else []))
        else:
            return path
    return None


def ask_path(talk: Conversation, question: str, check: Callable[[Path], object]) -> Path | None:
    """The same where nothing else can be typed."""
    found = ask_place(talk, question, check)
    return found if isinstance(found, Path) else None


def path_of(typed: str) -> Path:
    """What was meant. A window puts quotes around a file that is dragged into it.

    Raises:
        BadInput: it can be no path here.
    """
    bare = typed[1:-1] if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"" else typed
    try:
        path = Path(bare).expanduser().absolute()
        _see_that_it_is_one(path)
    except (OSError, RuntimeError, ValueError):
        raise BadInput(said.NO_SUCH_PATH) from None
    return path


def _see_that_it_is_one(path: Path) -> None:
    """Some texts are no path for the system, or too long for one."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        os.lstat(path)
