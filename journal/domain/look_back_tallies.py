"""Look back: what was marked about each tool, and on how many days each word was chosen. Counted, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journal.domain.look_back import NOT_ENOUGH, FeelingsCount, HelpedTally

USES_FLOOR = 3
"""Marks on one tool. Source: domain brief, section 13."""
FEELING_FLOOR = 3
"""Days on which one word was chosen."""
HELPED = ("a_little", "a_lot")


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a tool, and whether it helped that time."""

    for_date: str
    tool_id: str
    name: str = field(repr=False)
    helped: str


def helped_tally(uses: Iterable[Use]) -> tuple[HelpedTally, ...]:
    """Each tool that was marked, by name."""
    by_tool: dict[str, list[Use]] = {}
    for use in uses:
        by_tool.setdefault(use.tool_id, []).append(use)
    tallies = [
        HelpedTally(
            label=None if len(marks) >= USES_FLOOR else NOT_ENOUGH,
            tool_id=tool_id,
            name=marks[0].name,
            times=len(marks),
            helped_times=len([use for use in marks if use.helped in HELPED]),
        )
        for tool_id, marks in by_tool.items()
    ]
    return tuple(sorted(tallies, key=lambda tally: (tally.name.casefold(), tally.tool_id)))


def feelings_count(chosen: Iterable[tuple[str, str]]) -> tuple[FeelingsCount, ...]:
    """Each word that was chosen, by itself, with its days.

    Args:
        chosen: local day and word; one's own words are the same whatever their capitals, and the last writing is shown.
    """
    shown: dict[str, str] = {}
    days: dict[str, set[str]] = {}
    for day, feeling in chosen:
        known_by = feeling.strip().casefold()
        shown[known_by] = feeling.strip()
        days.setdefault(known_by, set()).add(day)
    return tuple(
        FeelingsCount(None if len(on) >= FEELING_FLOOR else NOT_ENOUGH, shown[known_by], len(on), tuple(sorted(on)))
        for known_by, on in sorted(days.items())
    )
