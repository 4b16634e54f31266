"""Exit codes and how a failure is told. Source: the command line contract."""

import os
import sys

from journal.errors import (
    AlreadyThere,
    BadInput,
    Busy,
    CairnError,
    Damaged,
    KeyChanged,
    NewerFormat,
    NoRoom,
    NotConfirmed,
    NotFound,
    NotOpened,
    OpenToOthers,
    OtherHome,
)
from sync.errors import BrokenOff, NotAsked, NotReached, Unreadable, WrittenByOther
from tui.language import hint_of, sentence_of

DONE = 0
OUR_FAULT = 1
CALL_IS_OFF = 2

_CODES: tuple[tuple[type[CairnError], int], ...] = (
    (BadInput, CALL_IS_OFF),
    (NotOpened, 3),
    (NotFound, 4),
    (Damaged, 5),
    (Busy, 6),
    (KeyChanged, 6),
    (NoRoom, 6),
    (AlreadyThere, 8),
    (NotConfirmed, 8),
    (OtherHome, 8),
    (OpenToOthers, 8),
    (NewerFormat, 8),
    (Unreadable, 5),
    (NotReached, 7),
    (NotAsked, 8),
    (BrokenOff, 8),
    (WrittenByOther, 8),
)


def exit_code(problem: CairnError) -> int:
    """The contract's code for this branch of the tree; 1 where cairn itself is at fault."""
    return next((code for branch, code in _CODES if isinstance(problem, branch)), OUR_FAULT)


def aside(text: str) -> None:
    """Talk, on standard error. Where that is closed or full nobody can be told, and the exit code says what it was."""
    if sys.stderr is None:
        return
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        # What could not be told must not be tried once more on leaving, which would change the exit code.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def tell(problem: CairnError, as_json: bool) -> int:
    """Say what went wrong on standard error, in one sentence or one document, and return the exit code."""
    if as_json:
        import json

        told = {"code": problem.code, "message": sentence_of(problem), "hint": hint_of(problem)}
        aside(json.dumps({"error": told}))
    else:
        aside(f"cairn: {sentence_of(problem)}")
        # A wrong passphrase gets its one sentence and nothing else.
        if problem.hint and not isinstance(problem, NotOpened):
            aside(hint_of(problem))
    return exit_code(problem)
