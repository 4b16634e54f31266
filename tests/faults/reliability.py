"""What the faults came to, as one table: counted while the tests run, printed when `make soak` has ended.

A test notes what it tried; only what a test has asserted to its end is counted, so a loss would be a failed test and
stands in the table as such.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import pytest

PROPERTY = "reliability"
KILLED, FULL, BROKEN, INSIDE, ACKNOWLEDGED = "killed", "disk full", "disk broken", "inside a commit", "acknowledged"
_COLUMNS = (KILLED, FULL, BROKEN, INSIDE, ACKNOWLEDGED)
_HEADINGS = {
    KILLED: "killed (SIGKILL)",
    FULL: "disk full (ENOSPC)",
    BROKEN: "disk broken (EIO)",
    INSIDE: "kills inside a commit",
    ACKNOWLEDGED: "saves acknowledged",
}

Note = Callable[..., None]
"""Note an operation and how often what was tried: `note("rotate", {KILLED: 40})`."""


class _Summary(Protocol):
    """The part of pytest's terminal that is used here."""

    def section(self, title: str) -> None: ...

    def write_line(self, line: str) -> None: ...


@dataclass
class Table:
    """Each operation's counts, and the operations of which a test failed."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def add(self, operation: str, counts: dict[str, int], *, passed: bool) -> None:
        self.counts.setdefault(operation, Counter()).update(counts if passed else {})
        if not passed:
            self.broken.add(operation)

    def lines(self) -> list[str]:
        """The table in Markdown, with a sum below."""
        if not self.counts:
            return []
        total: Counter[str] = Counter()
        for counts in self.counts.values():
            total.update(counts)
        head = ["operation", *(_HEADINGS[column] for column in _COLUMNS), "losses"]
        rows = [self._row(operation, counts) for operation, counts in sorted(self.counts.items())]
        rows.append(["**together**", *(_shown(total[column]) for column in _COLUMNS), self._losses(self.broken)])
        dashes = ["---", *("---:" for _ in head[1:])]
        return [f"| {' | '.join(cells)} |" for cells in (head, dashes, *rows)]

    def _row(self, operation: str, counts: Counter[str]) -> list[str]:
        losses = self._losses(self.broken & {operation})
        return [operation, *(_shown(counts[column]) for column in _COLUMNS), losses]

    @staticmethod
    def _losses(broken: set[str]) -> str:
        return "**a test failed**" if broken else "0"


def _shown(count: int) -> str:
    return f"{count:,}" if count else "-"


class Gathering:
    """Gathers what the tests note, in the process that sees every report, and prints it after a soak."""

    def __init__(self, config: pytest.Config) -> None:
        self._is_soak = config.getoption("markexpr") == "soak"
        self.table = Table()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            for name, value in report.user_properties:
                if name == PROPERTY and isinstance(value, list):
                    self.table.add(value[0], value[1], passed=report.passed)

    def pytest_terminal_summary(self, terminalreporter: _Summary) -> None:
        lines = self.table.lines()
        if self._is_soak and lines:
            terminalreporter.section("reliability")
            for line in lines:
                terminalreporter.write_line(line)


@pytest.fixture
def note(record_property: Callable[[str, object], None]) -> Note:
    """Note what this test tried. What it asserts afterwards decides whether it counts."""

    def noted(operation: str, counts: dict[str, int]) -> None:
        record_property(PROPERTY, [operation, {name: count for name, count in counts.items() if count}])

    return noted
