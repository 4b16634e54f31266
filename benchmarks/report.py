"""What came out: one line for each figure, and whether its budget holds."""

from collections.abc import Sequence
from dataclasses import dataclass

HOLDS, OVER, FOR_INFORMATION = "holds", "over", "for information"
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure. Everything but `holds` is text as it is shown."""

    what: str
    measured: str
    """A median, with where the middle half of the measurements lies."""
    against: str
    """The other side, measured in the same rounds."""
    outcome: str
    """The ratio or difference that the budget is about."""
    budget: str
    holds: bool | None
    """`None`: for information, the exit code does not depend on it."""


HEADINGS = ("what", "median (middle half)", "against", "outcome", "budget", "")


def table(findings: Sequence[Finding]) -> str:
    """The findings as a table that reads the same in a terminal and as Markdown."""
    rows = [HEADINGS, *(_cells(finding) for finding in findings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [_line(row, widths) for row in rows]
    lines.insert(1, _line(tuple("-" * width for width in widths), widths))
    return "\n".join(lines)


def is_over(findings: Sequence[Finding]) -> bool:
    """Whether any budget does not hold."""
    return any(finding.holds is False for finding in findings)


def _cells(finding: Finding) -> tuple[str, ...]:
    verdict = FOR_INFORMATION if finding.holds is None else HOLDS if finding.holds else OVER
    return (
        finding.what, finding.measured, finding.against, finding.outcome, finding.budget or _NOTHING, verdict,
    )  # fmt: skip


def _line(cells: tuple[str, ...], widths: Sequence[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"
