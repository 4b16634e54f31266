"""A folder that is gone again afterwards, also when cairn is told to end meanwhile."""

import secrets
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from journal.errors import NoRoom
from journal.paths import FOLDER


@contextmanager
def temporary_place() -> Iterator[Path]:
    """A folder that only this user can enter, removed with all that is in it.

    While it is there, SIGINT, SIGTERM and SIGHUP leave by way of `SystemExit` with 128 and the signal's number.

    Raises:
        NoRoom: the disk did not take it.
    """
    # Named before it is made, so that at no moment it is there and unknown to the lines that remove it.
    place = Path(tempfile.gettempdir()) / f"{FOLDER}-{secrets.token_hex(8)}"
    heard = {number: signal.signal(number, _leave) for number in _ending_signals()}
    try:
        _make(place)
        yield place
    finally:
        _listen_no_more(heard)
        shutil.rmtree(place, ignore_errors=True)
        for number, before in heard.items():
            signal.signal(number, before)


def _make(place: Path) -> None:
    try:
        place.mkdir(mode=0o700)
    except OSError as problem:
        raise NoRoom() from problem


def _ending_signals() -> list[signal.Signals]:
    """What tells a program to end, but for what whoever started it had switched off, as nohup does."""
    names = ["SIGINT", "SIGTERM"] if sys.platform == "win32" else ["SIGINT", "SIGTERM", "SIGHUP"]
    numbers = [signal.Signals[name] for name in names]
    return [number for number in numbers if signal.getsignal(number) not in (signal.SIG_IGN, None)]


def _leave(number: int, _frame: FrameType | None) -> None:
    _listen_no_more(_ending_signals())
    raise SystemExit(128 + number)


def _listen_no_more(numbers: Iterable[signal.Signals]) -> None:
    """From here on it is being put in order; a second signal must not stop that half-way."""
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)
