"""How one goal of the list is drawn: where it stands, its title, and its next step."""

from dataclasses import dataclass

from rich.cells import cell_len

from journal.domain.goal import GOAL_STATUSES, Goal
from tui.inert import inert_line
from tui.wording import goals as words
from tui.wording.items import BRING
from tui.wording.parts import word

STATUS_CELLS = max(cell_len(word("goal", "status", status)) for status in GOAL_STATUSES) + 2
WIDE_FROM = 64
"""Cells from which where a goal stands has a column of its own; under it, it follows the title."""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal, and whether the day has come on which the person asked to look at it again."""

    goal: Goal
    asks_to_be_seen: bool


def draw_goal(row: GoalRow, width: int) -> list[tuple[str, str]]:
    """One row, to be cut at `width` cells by the list."""
    goal = row.goal
    status = word("goal", "status", goal.status)
    wide = width >= WIDE_FROM
    pieces = [(status + " " * (STATUS_CELLS - cell_len(status)), "$text-muted")] if wide else []
    if goal.bring:
        pieces.append((f"{BRING} ", "bold $accent"))
    pieces.append((inert_line(goal.title), ""))
    if not wide:
        pieces.append((f"  {status}", "$text-muted"))
    if row.asks_to_be_seen:
        pieces.append((f"  {words.REVISIT}", "$accent"))
    if goal.next_step is not None:
        pieces.append((f"  {inert_line(words.next_step(goal.next_step.text))}", "$text-muted"))
    return pieces


def about_goal(row: GoalRow) -> str:
    """The same about one goal in as many rows as it takes."""
    goal = row.goal
    said = [goal.title]
    if row.asks_to_be_seen:
        said.append(words.REVISIT)
    if goal.next_step is not None:
        said.append(words.next_step(goal.next_step.text))
    return "\n".join(said)
