"""Journals in this process have all that the engine is told but one thing: that it guards its memory.

It locks and unlocks every piece of memory it takes, a call of the system each, and each takes longer the more a
process holds: in a long run of tests that was nearly half of all there was to do. A process that a test starts has
it, and `tests/store/test_connection.py` looks.
"""

from typing import Final

import pytest

from journal.store import connection

GUARD = "cipher_memory_security"
AS_FOR_A_PERSON: Final = connection._PRAGMAS


def make_quick() -> None:
    """For the whole run."""
    without = tuple(setting for setting in AS_FOR_A_PERSON if setting[0] != GUARD)
    pytest.MonkeyPatch().setattr(connection, "_PRAGMAS", without)
