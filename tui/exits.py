"""Exit codes and how a failure is told. Source: the command line contract."""

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
)
from tui.language import _, sentence_of

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
    (OpenToOthers, 8),
    (NewerFormat, 8),
)


def exit_code(problem: CairnError) -> int:
    """The contract's code for this branch of the tree; 1 where cairn itself is at fault."""
    return next((code for branch, code in _CODES if isinstance(problem, branch)), OUR_FAULT)


def tell(problem: CairnError, as_json: bool) -> int:
    """Say what went wrong on standard error, in one sentence or one document, and return the exit code."""
    if as_json:
        import json

        told = {"code": problem.code, "message": str(problem), "hint": problem.hint}
        print(json.dumps({"error": told}), file=sys.stderr)
    else:
        print(f"cairn: {sentence_of(problem)}", file=sys.stderr)
        # A wrong passphrase gets its one sentence and nothing else.
        if problem.hint and not isinstance(problem, NotOpened):
            print(_(problem.hint), file=sys.stderr)
    return exit_code(problem)
