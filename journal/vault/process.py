"""What a process that will hold a key does first: no core dumps, and no other process may read its memory."""

import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4
"""From Linux's <sys/prctl.h>."""


def harden_process() -> None:
    """Files that only this user can read, no core file, not readable by a debugger of the same user."""
    os.umask(0o077)
    if os.name != "posix":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # Best effort: some containers refuse it, and a journal that opens is worth more.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
