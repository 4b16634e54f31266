"""One deed in a folder as another user: `python -m tests.transports.visitor UID FOLDER DEED [NUMBER]`.

Everything is imported first, by whoever may read the source; then, if that is root, the process becomes the other
user. It prints `not reached`, or the first byte of what it read.
"""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from sync.errors import NotReached
from sync.transports.folder import Folder
from tests.faults.injected import ROOT, python, quiet_environment
from tests.transports.places import a_place, a_wire

ANA, SAM = 65534, 65533
"""Two users whom no system needs to know."""
NOT_REACHED = "not reached"


def visit(user: int, folder: Path, deed: str, number: int = 0) -> str:
    """What came of it."""
    command = python("tests.transports.visitor", str(user), str(folder), deed, str(number))
    done = subprocess.run(command, env=quiet_environment(), cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


async def _do(slots: Folder, deed: str, number: int) -> str:
    if deed == "check":
        await slots.check()
    elif deed == "write":
        await slots.write(a_place(), a_wire(number))
    elif deed == "delete":
        await slots.delete(a_place())
    held = await slots.read(a_place())
    return " ".join(str(wire[0]) for wire in held.candidates)


def main() -> None:
    user, folder, deed, number = sys.argv[1:]
    # So that what a thread needs is loaded as well.
    asyncio.run(asyncio.to_thread(int))
    if os.geteuid() == 0 and int(user):
        os.setgroups([])
        os.setgid(int(user))
        os.setuid(int(user))
    try:
        print(asyncio.run(_do(Folder(Path(folder)), deed, int(number))))
    except NotReached:
        print(NOT_REACHED)


if __name__ == "__main__":
    main()
