"""Keys that stay with the key holder of this user (`key_holder.py`): starting it, asking it, and ending it.

A socket in the file system is no network: nothing but a process on this computer can be at its other end, and the
kernel says whose that is (docs/decisions/0010-key-holder.md).
"""

# `socket` gives every constant of every network a name of its own; that alone would be a tenth of a quick check-in.
import _socket
import os
import struct
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from journal.errors import BadInput, NoRoom, NotOpened
from journal.paths import Home
from journal.vault import holder_protocol as protocol
from journal.vault.holder_place import Place, place_to_take, places_taken

if TYPE_CHECKING:
    import subprocess

    from journal.vault.secrets import RootKey

SHORTEST_S: Final = 60
LONGEST_S: Final = 12 * 60 * 60
"""From one minute to twelve hours."""
_PATIENCE_S: Final = 2.0
"""It answers within a millisecond; one that does not is of no use to somebody who waits."""
_STARTING_S: Final = 20.0
_HELD = b"held"
_CREDENTIALS_BYTES: Final = 12
"""Linux's `struct ucred`: process, user, group, four bytes each."""

_NOT_HERE = "To stay unlocked, cairn must know who asks for the key, which it can on Linux alone so far."
_NO_PLACE = "There is no folder here that only you can enter, so cairn does not stay unlocked."
_NOT_STARTED = "What would hold the key could not be started, so cairn does not stay unlocked."
_LET_GO = "cairn does not stay unlocked any more."


class HeldKeys:
    """The keys of one journal, asked of its holder whenever one is needed. The root is not here."""

    def __init__(self, home: Home, vault_id: bytes, generation: int) -> None:
        self._home = home
        self._journal = (vault_id, generation)

    def __repr__(self) -> str:
        return "HeldKeys(***)"

    def answer(self) -> bool:
        """Whether they are held for this journal, under this generation of its key."""
        return self._asked(protocol.WHICH_JOURNAL, b"") is not None

    def database_key(self) -> bytearray:
        """The SQLCipher raw key: 67 bytes for the caller to wipe.

        Raises:
            NotOpened: nothing holds it any more; so in all of these.
        """
        return self._given(protocol.DATABASE_KEY)

    def backup_key(self, backup_id: bytes) -> bytearray:
        """The same for one backup, `backup_id` its 16 bytes."""
        return self._given(protocol.BACKUP_KEY, backup_id)

    def backup_mac(self, backup_id: bytes, covered: bytes) -> bytes:
        """HMAC-SHA256 (32 bytes) over what stands before one backup's database, at most 65,520 bytes."""
        return bytes(self._given(protocol.BACKUP_MAC, backup_id + covered))

    def header_mac(self, covered: bytes) -> bytes:
        """HMAC-SHA256 (32 bytes) over a header of this journal, up to and including `---`."""
        return bytes(self._given(protocol.HEADER_MAC, covered))

    def wipe(self) -> None:
        """Nothing is held here."""

    def _given(self, asked: int, body: bytes = b"") -> bytearray:
        content = self._asked(asked, body)
        if content is None:
            raise NotOpened(_LET_GO, hint="")
        return content

    def _asked(self, asked: int, body: bytes) -> bytearray | None:
        for place in places_taken(self._home):
            told = _ask(place, protocol.request(asked, body))
            if told is not None and told[:2] == self._journal:
                return told[2]
        return None


def held_keys(home: Home, vault_id: bytes, generation: int) -> HeldKeys | None:
    """The keys that a holder of this home has for this journal, or `None` where none has."""
    keys = HeldKeys(home, vault_id, generation)
    return keys if _knows_who_asks() and keys.answer() else None


def check_can_hold() -> None:
    """See that a holder could be started here at all.

    Raises:
        BadInput: this system cannot tell which user is at the other end of a socket.
    """
    if not _knows_who_asks() or not sys.executable:
        raise BadInput(_NOT_HERE)


def hold(home: Home, root: "RootKey", vault_id: bytes, generation: int, seconds: int) -> bool:
    """Start a process that holds the key for a while, in place of one that does already.

    Args:
        home: whose journal.
        root: goes to it through a pipe.
        vault_id: 16 bytes.
        generation: of the journal's key.
        seconds: 60 to 43,200.

    Returns:
        Whether the end of this shell ends it too; where there is no shell around us, its time alone does.

    Raises:
        BadInput: this cannot be done here. NoRoom: it did not start.
    """
    check_can_hold()
    let_go(home)
    leader = _shell()
    with place_to_take(home) as place:
        if place is None:
            raise BadInput(_NO_PLACE)
        charge = {
            "folder": place.folder, "name": place.name, "leader": leader, "seconds": seconds,
            "vault_id": vault_id.hex(), "generation": generation,
        }  # fmt: skip
        try:
            _start(charge, root.reveal_for_wrapping(), (place.folder,))
        except OSError as problem:
            raise NoRoom(_NOT_STARTED, hint="") from problem
    return leader is not None


def let_go(home: Home) -> bool:
    """End whatever holds a key of this home, and wait until it is gone. Whether there was one."""
    ended = [_end(place) for place in places_taken(home)] if _knows_who_asks() else []
    return any(ended)


def _knows_who_asks() -> bool:
    return sys.platform == "linux" and hasattr(_socket, "SO_PEERCRED")


def _shell() -> int | None:
    """The process whose end is the end of this session; `None` where that is ourselves, or cannot be seen."""
    leader = os.getsid(0)
    return leader if leader not in (0, os.getpid()) else None


def _start(charge: dict[str, object], root: bytearray, descriptors: tuple[int, ...]) -> None:
    """A fresh process, so that nothing of the passphrase is in it: only what stands in its charge, and the root."""
    import json
    import subprocess

    quiet = {name: value for name, value in os.environ.items() if not name.startswith("CAIRN_")}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "journal.vault.key_holder"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0, pass_fds=descriptors,
        # It finds the same cairn as we did, wherever it is called from.
        env={**quiet, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}, start_new_session=True,
    )  # fmt: skip
    with process:
        _hand_over(process, json.dumps(charge).encode() + b"\n", root)


def _hand_over(process: "subprocess.Popen[bytes]", charge: bytes, root: bytearray) -> None:
    import select

    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    for part in (charge, root):
        process.stdin.write(part)
    process.stdin.close()
    ready, _, _ = select.select([process.stdout], [], [], _STARTING_S)
    if not ready or process.stdout.read(len(_HELD)) != _HELD:
        process.kill()
        raise TimeoutError


def _end(place: Place) -> bool:
    """Ask one holder to let go and see that it is gone; one that does not answer is ended, since it is ours."""
    mark, line = place.mark(), _connected(place)
    if line is None:
        return False
    process = _Process(_peer(line)[0])
    try:
        answered = _answer_on(line, protocol.request(protocol.LET_GO)) is not None
    except OSError:
        answered = False
    finally:
        line.close()
    if not (answered and process.has_ended()):
        process.end()
        place.clear(mark)
    process.close()
    return True


class _Process:
    """Another process of ours, held so that its number cannot come to mean a different one."""

    def __init__(self, number: int) -> None:
        self._descriptor: int | None = None
        # From another container its number is not known here.
        with suppress(OSError, AttributeError):
            self._descriptor = os.pidfd_open(number) if number > 0 else None

    def has_ended(self) -> bool:
        """Wait for its end, but not for ever. Where it cannot be watched, its own word must do."""
        import select

        return self._descriptor is None or bool(select.select([self._descriptor], [], [], _PATIENCE_S)[0])

    def end(self) -> None:
        import signal

        if self._descriptor is not None:
            with suppress(OSError):
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)
            self.has_ended()

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)


def _ask(place: Place, request: bytes) -> tuple[bytes, int, bytearray] | None:
    line = _connected(place)
    if line is None:
        return None
    try:
        return _answer_on(line, request)
    except OSError:
        return None
    finally:
        line.close()


def _connected(place: Place) -> "_socket.socket | None":
    """A line to what listens there, if it is a process of this user. A name that nothing listens to is removed."""
    mark = place.mark()
    line = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        # Not `settimeout`: with that the kernel sends us away where many ask at once, in place of letting us wait.
        for which in (_socket.SO_SNDTIMEO, _socket.SO_RCVTIMEO):
            line.setsockopt(_socket.SOL_SOCKET, which, _timeval(_PATIENCE_S))
        line.connect(place.address)
        if _peer(line)[1] == os.geteuid():
            return line
    except ConnectionRefusedError:
        with suppress(OSError):
            place.clear(mark)
    except OSError:
        # Not a socket, or gone since: then nothing is held there.
        pass
    line.close()
    return None


def _timeval(seconds: float) -> bytes:
    return struct.pack("@ll", int(seconds), int(seconds % 1 * 1_000_000))


def _peer(line: "_socket.socket") -> tuple[int, int]:
    """Process and user at the other end, by the kernel's own word."""
    told = line.getsockopt(_socket.SOL_SOCKET, _socket.SO_PEERCRED, _CREDENTIALS_BYTES)
    return int.from_bytes(told[:4], sys.byteorder), int.from_bytes(told[4:8], sys.byteorder)


def _answer_on(line: "_socket.socket", request: bytes) -> tuple[bytes, int, bytearray] | None:
    line.sendall(request)
    received, length = bytearray(protocol.LONGEST_ANSWER), 0
    with memoryview(received) as free:
        while (more := line.recv_into(free[length:])) > 0:
            length += more
    told = protocol.read_answer(received[:length])
    received[:] = bytes(len(received))
    return told
