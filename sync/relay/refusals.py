"""Why a relay does not start, as one sentence and an exit code. Says nothing of a password or of anybody's slot."""

from typing import ClassVar


class CannotServe(Exception):
    """The root. `exit_code` is that of the command line contract, `code` never changes."""

    code: ClassVar[str] = "relay"
    exit_code: ClassVar[int] = 1


class CallIsOff(CannotServe):
    """What was asked for cannot be: an address, a store, a number."""

    code = "bad-input"
    exit_code = 2


class DamagedStore(CannotServe):
    """The file is no relay's."""

    code = "damaged"
    exit_code = 5


class BusyOrFull(CannotServe):
    """Somebody else has it, or there is no room."""

    code = "busy"
    exit_code = 6


class StoreNotReached(CannotServe):
    """The store does not answer."""

    code = "not-reached"
    exit_code = 7


class NewerStore(CannotServe):
    """The store was made by a newer relay."""

    code = "newer-format"
    exit_code = 8
