"""A place that never answers: not reached, in a time that is known, and nobody and nothing waits for it any longer."""

import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from sync.errors import NotReached
from sync.transports import bounded
from sync.transports.bounded import within_time
from sync.transports.folder import Folder
from sync.transports.slot import Held
from tests.faults.injected import ROOT
from tests.transports.places import a_place, a_wire

SHORT_S = 0.05
LONG_S = 30.0
"""Longer than anything here takes."""


class Hang:
    """A call that does not come back before it is let go."""

    def __init__(self) -> None:
        self.calls = 0
        self._goes_on = threading.Event()

    def __call__(self, *_: object) -> int:
        self.calls += 1
        assert self._goes_on.wait(LONG_S)
        return 1

    def let_go(self) -> None:
        self._goes_on.set()


@pytest.fixture
def hang() -> Iterator[Hang]:
    hang = Hang()
    yield hang
    hang.let_go()


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "LOOK_WITHIN_S", SHORT_S)


def looks() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "look"]


@pytest.mark.usefixtures("_hurried")
async def test_a_look_that_hangs_is_not_reached_and_until_it_comes_back_the_place_is_left_alone(
    tmp_path: Path, hang: Hang
) -> None:
    with pytest.raises(NotReached):
        await within_time(tmp_path, hang)
    for _ in range(3):
        began = time.monotonic()
        with pytest.raises(NotReached):
            await within_time(tmp_path, hang)
        assert time.monotonic() - began < SHORT_S
    assert hang.calls == len(looks()) == 1
    assert await within_time(tmp_path / "another", lambda: 2) == 2

    hang.let_go()
    looks()[0].join()

    assert await within_time(tmp_path, hang) == 1


@pytest.mark.parametrize("within_s", [SHORT_S, LONG_S], ids=["given up", "left"])
def test_no_look_holds_up_the_end_of_the_process(within_s: float) -> None:
    """Of a process of its own, since only such a one ends."""
    lines = (
        "import asyncio, threading",
        "from pathlib import Path",
        "from sync.transports import bounded",
        f"bounded.LOOK_WITHIN_S = {within_s}",
        "look = bounded.within_time(Path('/'), threading.Event().wait)",
        f"asyncio.run(asyncio.wait_for(look, {2 * SHORT_S}))",
    )
    command = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONG_S, check=False)
    said = NotReached.sentence if within_s == SHORT_S else "TimeoutError"
    assert (done.returncode, done.stderr.rstrip().endswith(said)) == (1, True)


@pytest.mark.usefixtures("_hurried")
@pytest.mark.parametrize(
    ("call", "deed"),
    [
        ("_check", lambda slots: slots.check()),
        ("_read", lambda slots: slots.read(a_place())),
        ("_read", lambda slots: slots.wait(a_place(), "", 0)),
        ("_write", lambda slots: slots.write(a_place(), a_wire())),
        ("_delete", lambda slots: slots.delete(a_place())),
    ],
    ids=["check", "read", "wait", "write", "delete"],
)
async def test_nothing_that_is_done_in_a_folder_hangs(
    tmp_path: Path, hang: Hang, monkeypatch: pytest.MonkeyPatch, call: str, deed: Callable[[Folder], Awaitable[object]]
) -> None:
    monkeypatch.setattr(Folder, call, hang)
    with pytest.raises(NotReached):
        await deed(Folder(tmp_path))


async def test_a_slip_of_ours_is_raised_where_it_is_waited_for(tmp_path: Path) -> None:
    def slip() -> Held:
        raise LookupError("a slip")

    with pytest.raises(LookupError, match="a slip"):
        await within_time(tmp_path, slip)
