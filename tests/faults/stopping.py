"""A deed stopped at one of its calls after the other, each time from the same start."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.paths import Home
from tests.faults.children import Nursery
from tests.faults.injected import DISK_BROKEN, DISK_FULL, KILL, Call, Fault, struck
from tests.faults.reliability import BROKEN, FULL, INSIDE, KILLED, Note

EFFECTS = {KILL: KILLED, DISK_FULL: FULL, DISK_BROKEN: BROKEN}
SAMPLE = 6
"""Calls of each deed and effect that `make test` takes, the first and the last among them."""
ALL = 100_000


@dataclass(frozen=True)
class Place:
    """Where a deed happens: a home, and a folder beside it."""

    root: Path

    @property
    def home(self) -> Home:
        return Home(self.root / "home")

    @property
    def backup(self) -> Path:
        return self.root / "elsewhere" / "waymark.backup"


@dataclass(frozen=True)
class Stopped:
    """One deed that was stopped, and what it said before."""

    place: Place
    call: Call
    code: int
    said: str
    complained: str

    @property
    def home(self) -> Home:
        return self.place.home

    @property
    def promised(self) -> bool:
        """It said that it was done, so it must be."""
        return self.code == 0 and self.said.endswith("\n")

    @property
    def refused(self) -> bool:
        """It said that it was not done, so it must not be."""
        return self.code > 0


class Stage:
    """A deed, the place it starts from, and how often which effect struck it."""

    def __init__(self, nursery: Nursery, folder: Path, note: Note, start: Callable[[Place], object]) -> None:
        self._nursery, self._folder, self._note, self._start = nursery, folder, note, start
        self._log = folder / "strace"

    def stops(self, operation: str, effect: str, most: int, deed: Callable[[Place], list[str]]) -> Iterator[Stopped]:
        """The deed again and again, stopped at one call after the other. Each fault is seen to have struck.

        Args:
            operation: what it is called in the table of docs/reliability.md.
            effect: one of `EFFECTS`.
            most: how many of its calls, evenly, with the first and the last.
            deed: its name and arguments, for a place.
        """
        # Known from the beginning, so that one that fails stands in the table too.
        self._note(operation, {})
        undisturbed = self._place("undisturbed")
        calls = self._nursery.calls(deed(undisturbed), undisturbed.root, self._log)
        counts: Counter[str] = Counter()
        for number, call in enumerate(spread(calls, most)):
            place = self._place(f"stopped-{number}")
            fault = Fault(call.name, str(call.nth), effect)
            done = self._nursery.run(deed(place), fault=fault, log=self._log)
            assert struck(self._log), f"{fault} did not happen"
            counts[EFFECTS[effect]] += 1
            counts[INSIDE] += effect == KILL and is_inside_a_commit(place.root)
            yield Stopped(place, call, done.code, done.said.decode(), done.told.decode())
            shutil.rmtree(place.root)
        self._note(operation, dict(counts))

    def _place(self, name: str) -> Place:
        place = Place(self._folder / name)
        place.backup.parent.mkdir(parents=True)
        self._start(place)
        return place


def spread(calls: list[Call], most: int) -> list[Call]:
    """At most so many, evenly, with the first and the last."""
    if len(calls) <= most:
        return calls
    return [calls[round(place * (len(calls) - 1) / (most - 1))] for place in range(most)]


def is_inside_a_commit(folder: Path) -> bool:
    """Whether a rollback journal with something in it was left behind.

    The engine makes that file as the first step of a commit and unlinks it as the last, which is the moment that
    counts.
    """
    return any(path.stat().st_size for path in folder.rglob("*.db-journal"))


def assert_calm(stopped: Stopped) -> None:
    """A deed that is told no says so in our words, whatever call it was; one that was killed says nothing."""
    if stopped.code < 0:
        assert (stopped.code, stopped.complained) == (-9, "")
    elif stopped.code:
        assert stopped.code == 6, stopped
        assert stopped.complained.startswith("cairn: "), stopped
