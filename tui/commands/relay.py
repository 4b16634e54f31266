"""`cairn relay`: this process becomes the relay, so that nothing of a journal and no key is loaded in it."""

import os
import sys
from argparse import Namespace
from importlib.util import find_spec

from journal.errors import BadInput
from tui.wording import usage_of_relay as words

NEEDS = ("fastapi", "limits", "psycopg", "psycopg_pool", "pydantic_settings", "uvicorn")
"""What the extra `relay` brings."""

_SAID = {"listen": "CAIRN_RELAY_LISTEN", "store": "CAIRN_RELAY_STORE", "admission_file": "CAIRN_RELAY_ADMISSION_FILE"}


def run(options: Namespace) -> int:
    """Never comes back, unless the relay is not installed.

    Raises:
        BadInput: it is not.
    """
    if not all(find_spec(name) for name in NEEDS):
        raise BadInput(words.NOT_INSTALLED)
    # By way of the environment: an address of a database may hold a password, and calls are seen by everybody.
    said = {variable: getattr(options, name) for name, variable in _SAID.items() if getattr(options, name) is not None}
    call = [sys.executable, "-P", "-m", "sync.relay", *(["--json"] if options.json else [])]
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os.execve(sys.executable, call, {**os.environ, **said})  # noqa: S606 - our own program
