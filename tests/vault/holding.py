"""A key holder to look at: its process, its socket, and what it says to bytes that nobody would send."""

import base64
import os
import select
import socket
import struct
import sys
from pathlib import Path

from journal.paths import Home
from journal.vault import holding_keys
from journal.vault.holder_place import places_taken
from journal.vault.secrets import RootKey

PATIENCE_S = 20
VAULT_ID, GENERATION = bytes(range(16)), 3
ROOT = bytes(range(100, 132))
NOBODY = 65534


def hold(home: Home, seconds: int = 600, root: bytes = ROOT, generation: int = GENERATION) -> "Held":
    """Start one that holds a root which the test knows."""
    holding_keys.hold(home, RootKey(bytearray(root)), VAULT_ID, generation, seconds)
    return Held(home)


class Held:
    """The holder of a home as it is now, and its process."""

    def __init__(self, home: Home) -> None:
        self.home = home
        with self.line() as line:
            told = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
        self.process, self.user, _ = struct.unpack("3i", told)
        self.watched = os.pidfd_open(self.process)

    def line(self) -> socket.socket:
        """A connection of our own to it."""
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        # Without a time for the connecting itself: the kernel would send us away where many come at once.
        for place in places_taken(self.home):
            line.connect(place.address)
        line.settimeout(PATIENCE_S)
        return line

    def said_to(self, sent: bytes) -> bytes:
        """Everything it says to these bytes until it ends the connection."""
        with self.line() as line:
            try:
                line.sendall(sent)
                line.shutdown(socket.SHUT_WR)
            except OSError:
                # It has heard enough.
                pass
            return all_of(line)

    def ends(self, within_s: float = PATIENCE_S) -> bool:
        """Whether its process ends in that time."""
        return bool(select.select([self.watched], [], [], within_s)[0])

    def status(self, name: str) -> str:
        """One line of what the kernel says of its process."""
        lines = Path(f"/proc/{self.process}/status").read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith(f"{name}:"))


def copies_in_memory(process: int, secret: bytes) -> int:
    """How often these bytes stand in a process's memory.

    Raises:
        PermissionError: the system lets nobody but root look.
    """
    found = 0
    with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            span, rights, *_ = line.split()
            first, last = (int(end, 16) for end in span.split("-"))
            if "r" in rights and "[v" not in line:
                memory.seek(first)
                found += memory.read(last - first).count(secret)
    return found


def all_of(line: socket.socket) -> bytes:
    received = b""
    try:
        while more := line.recv(65536):
            received += more
    except ConnectionResetError:
        # It went without reading all that was sent.
        pass
    return received


def forms_of(secret: bytes) -> list[bytes]:
    """How bytes are most likely to be written down."""
    return [secret, secret.hex().encode(), secret.hex().upper().encode(), base64.b64encode(secret)[:-2]]


def sockets_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_socket()]


PYTHON = [sys.executable, "-P"]
