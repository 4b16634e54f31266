"""The memory of processes that forbid others to look into it, seen by way of what each handed out as it began."""

import os
import re
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_REGION = re.compile(rb"([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+ *(\S*)")
_PAGES_OF_THE_SYSTEM = (b"[vvar", b"[vsyscall]")
_LONGEST_NUMBER = 20


class Window:
    """Where processes that are started with `variables` hand out a way into their memory."""

    def __init__(self, place: Path) -> None:
        self.variables = {
            "PYTHONPATH": str(Path(__file__).parent / "handing_out"),
            "CAIRN_TESTS_LOOK_IN": str(place),
        }
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(place))
        self._socket.setblocking(False)
        self._ways: dict[int, tuple[int, int]] = {}

    def regions_of(self, process: int) -> Iterator[bytes]:
        """Everything that a process can read, one mapping after the other; of several that it was, the last."""
        self._take_what_came()
        memory, mappings = self._ways[process]
        os.lseek(mappings, 0, os.SEEK_SET)
        with open(mappings, "rb", closefd=False) as lines:
            for line in lines:
                found = _REGION.match(line)
                if found and not found[3].startswith(_PAGES_OF_THE_SYSTEM):
                    start, end = int(found[1], 16), int(found[2], 16)
                    yield os.pread(memory, end - start, start)

    def close(self) -> None:
        """Look no more."""
        self._socket.close()
        for way in self._ways.values():
            _close(way)

    def _take_what_came(self) -> None:
        while True:
            try:
                number, ways, _, _ = socket.recv_fds(self._socket, _LONGEST_NUMBER, 2)
            except BlockingIOError:
                return
            _close(self._ways.get(int(number), ()))
            self._ways[int(number)] = (ways[0], ways[1])


def _close(descriptors: tuple[int, ...]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


@contextmanager
def window() -> Iterator[Window]:
    """A window in a place of its own, whose name is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="window-") as place:
        opened = Window(Path(place) / "s")
        try:
            yield opened
        finally:
            opened.close()
