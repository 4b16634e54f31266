"""Run cairn as an ordinary user: `python -m tests.faults.as_nobody UID ARGUMENT…`.

Everything is imported first, by whoever may read the source; then, if that is root, the process becomes the
ordinary user and never comes back.
"""

import importlib
import os
import pkgutil
import sys

import journal
import tui.commands
from tui.cli import main


def import_everything() -> None:
    """What a command would import when it is called, for this user may not be able to read it."""
    for package in (journal, tui.commands):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith((".screen", ".demo")):
                importlib.import_module(module.name)
    for name in ("mnemonic", "tzlocal", "platformdirs", "resource", "subprocess"):
        importlib.import_module(name)


def become(user: int) -> None:
    """Give up root for good."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)


if __name__ == "__main__":
    import_everything()
    become(int(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
