"""The key holder: a small process that keeps a journal's root key in memory for a while, and gives out single keys.

Started by `holding_keys.py` as a program of its own; nothing imports it but tests. It ends, and the root is
overwritten, when `holder_watch.py` says so, when it is asked to let go, and on a signal. It listens to processes of
the same user alone, and forgets one that asks for nothing it knows.
"""

import ctypes
import json
import os
import selectors
import signal
import socket
import sys
import time
from contextlib import suppress
from types import FrameType
from typing import Any, Final

from journal.vault import holder_protocol as protocol
from journal.vault.holder_place import Mark, Place
from journal.vault.holder_watch import Shell, Watch
from journal.vault.process import harden_process
from journal.vault.secrets import ROOT_BYTES, RootKey, wipe

REQUEST_S: Final = 1.0
"""How long a request may take to come in."""
MOST_AT_ONCE: Final = 64
"""Requests on their way; who comes after them waits in the kernel's queue."""
_READ_BYTES: Final = 65_536
_LONGEST_CHARGE: Final = 4096
_HELD = b"held"
_HEADER_OF = b"cairn-vault/1\nid %b\n"


def main() -> int:
    """Take the charge from standard input, say `held` on standard output, and hold until it is over."""
    # Before a key is here: with the start of a program the system forgets what its caller had ruled.
    harden_process()
    if os.fork():
        # Who started this goes on at once, and has no child to wait for.
        os._exit(0)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, _told_to_end)
    charge, content = _take_charge()
    root = RootKey(content)
    try:
        _hold(charge, root)
    finally:
        root.wipe()
    return 0


def _told_to_end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _take_charge() -> tuple[dict[str, Any], bytearray]:
    """One line of JSON and the root's 32 bytes, read into memory that does not move and is wiped."""
    given, length = bytearray(_LONGEST_CHARGE), 0
    content = bytearray(ROOT_BYTES)
    _pin(given)
    _pin(content)
    with memoryview(given) as whole:
        while (more := os.readv(0, [whole[length:]])) > 0:
            length += more
        start = given.index(b"\n") + 1
        if length != start + ROOT_BYTES:
            raise SystemExit(1)
        charge: dict[str, Any] = json.loads(bytes(whole[:start]))
        content[:] = whole[start:length]
    wipe(given)
    return charge, content


def _pin(content: bytearray) -> None:
    """Keep it out of the swap file, where the system lets us."""
    place = ctypes.addressof((ctypes.c_char * len(content)).from_buffer(content))
    ctypes.CDLL(None).mlock(ctypes.c_void_p(place), ctypes.c_size_t(len(content)))


def _hold(charge: dict[str, Any], root: RootKey) -> None:
    place, shell = Place(charge["folder"], charge["name"]), Shell(charge["leader"])
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        mark = _listen(listener, place)
        try:
            watch = Watch(charge["seconds"], lambda: place.mark() == mark and shell.is_there())
            os.write(1, _HELD)
            _let_go_of_pipes()
            journal = bytes.fromhex(charge["vault_id"]), int(charge["generation"])
            last = Holder(root, *journal).serve(listener, watch, shell.descriptor)
        finally:
            place.clear(mark)
            root.wipe()
        if last is not None:
            # Only now is it true that nothing is held here.
            last.give(protocol.answer(*journal))


def _listen(listener: socket.socket, place: Place) -> Mark | None:
    """Listen beside the place, then move there, so that a name nobody listens to is always a stale one."""
    beside = f"{place.name}.new-{os.getpid()}"
    os.umask(0o177)
    listener.bind(Place(place.folder, beside).address)
    try:
        listener.listen(MOST_AT_ONCE)
        listener.setblocking(False)
        mark = place.mark(beside)
        place.take(beside)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside, dir_fd=place.folder)
        raise
    return mark


def _let_go_of_pipes() -> None:
    """Who started this waits for their end. The folder it was started in may go, too."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nothing, descriptor)
    os.close(nothing)
    os.chdir("/")


class Visit:
    """One connection, and as much of its request as has come in."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._received = bytearray()
        self.until = time.monotonic() + REQUEST_S

    def fileno(self) -> int:
        return self._line.fileno()

    def read(self) -> tuple[int, bytes] | None:
        """What is asked and the body, once it is whole.

        Raises:
            NoRequest: it never will be.
        """
        try:
            more = self._line.recv(_READ_BYTES)
        except BlockingIOError:
            return None
        except OSError as problem:
            raise protocol.NoRequest from problem
        if not more:
            raise protocol.NoRequest
        self._received += more
        return protocol.read_request(self._received)

    def give(self, answer: bytearray) -> None:
        """Give the answer, wipe it, and end the connection. It is smaller than what the kernel takes at once."""
        with suppress(OSError):
            self._line.send(answer)
        wipe(answer)
        self.end()

    def end(self) -> None:
        self._line.close()


class Holder:
    """The root of one journal, and the answers that are made of it."""

    def __init__(self, root: RootKey, vault_id: bytes, generation: int) -> None:
        self._root = root
        self._vault_id = vault_id
        self._generation = generation
        self._visits: set[Visit] = set()

    def serve(self, listener: socket.socket, watch: Watch, wakes: int | None = None) -> Visit | None:
        """Answer until it is over.

        Args:
            listener: where requests come from, not blocking.
            watch: says when it is over.
            wakes: a descriptor that can be read when it is time to look at the watch again.

        Returns:
            Who asked to let go, still to be answered, if that is why it ended.
        """
        with selectors.DefaultSelector() as selector:
            selector.register(listener, selectors.EVENT_READ)
            if wakes is not None:
                selector.register(wakes, selectors.EVENT_READ)
            while True:
                ready = [key.fileobj for key, _ in selector.select(watch.next_look_s())]
                if watch.is_over():
                    return None
                for visit in [one for one in ready if isinstance(one, Visit)]:
                    if self._is_last(visit, selector):
                        return visit
                self._end_those_that_wait(selector)
                if listener in ready:
                    self._welcome(listener, selector)

    def _welcome(self, listener: socket.socket, selector: selectors.BaseSelector) -> None:
        """Take a connection of this user; where there are too many at once, the one that has waited longest goes."""
        try:
            line, _ = listener.accept()
        except OSError:
            return
        if _user_of(line) != os.geteuid():
            line.close()
            return
        line.setblocking(False)
        if len(self._visits) >= MOST_AT_ONCE:
            self._forget(min(self._visits, key=lambda visit: visit.until), selector)
        visit = Visit(line)
        self._visits.add(visit)
        selector.register(visit, selectors.EVENT_READ)

    def _is_last(self, visit: Visit, selector: selectors.BaseSelector) -> bool:
        """Answer, if the request is whole; or leave the answer open, if it is to let go."""
        try:
            request = visit.read()
            if request is None:
                return False
            if request[0] == protocol.LET_GO:
                return True
            answer = self._answer(*request)
        except protocol.NoRequest:
            self._forget(visit, selector)
            return False
        selector.unregister(visit)
        self._visits.discard(visit)
        visit.give(answer)
        return False

    def _answer(self, asked: int, body: bytes) -> bytearray:
        content = self._content(asked, body)
        answer = protocol.answer(self._vault_id, self._generation, content)
        if isinstance(content, bytearray):
            wipe(content)
        return answer

    def _content(self, asked: int, body: bytes) -> bytearray | bytes:
        """A key or a MAC. Never the root, and no MAC over the header of another journal."""
        if asked == protocol.WHICH_JOURNAL and not body:
            return b""
        if asked == protocol.DATABASE_KEY and not body:
            return self._root.database_key()
        if asked == protocol.BACKUP_KEY and len(body) == protocol.ID_BYTES:
            return self._root.backup_key(body)
        if asked == protocol.BACKUP_MAC and len(body) > protocol.ID_BYTES:
            return self._root.backup_mac(body[: protocol.ID_BYTES], body[protocol.ID_BYTES :])
        if asked == protocol.HEADER_MAC and body.startswith(_HEADER_OF % self._vault_id.hex().encode()):
            return self._root.header_mac(body)
        raise protocol.NoRequest

    def _end_those_that_wait(self, selector: selectors.BaseSelector) -> None:
        now = time.monotonic()
        for visit in [visit for visit in self._visits if visit.until <= now]:
            self._forget(visit, selector)

    def _forget(self, visit: Visit, selector: selectors.BaseSelector) -> None:
        selector.unregister(visit)
        self._visits.discard(visit)
        visit.end()


def _user_of(line: socket.socket) -> int:
    """The user at the other end, by the kernel's own word: Linux's `struct ucred` is process, user, group."""
    told = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return int.from_bytes(told[4:8], sys.byteorder)


if __name__ == "__main__":
    sys.exit(main())
