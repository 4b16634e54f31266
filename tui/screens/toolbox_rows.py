"""What stands on a shelf of the toolbox, row by row, and how a row is drawn: words and style, never markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.shelves import PLANS, SHELVES, CopingTool, MyPerson, PlanPart, Strength, Thing
from tui.inert import inert_line
from tui.wording import parts as of_parts
from tui.wording import toolbox as words
from tui.wording.things import thing_name, value_in_words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Segment = tuple[str, str]
MOST_CHARACTERS = 200
"""More than any row is wide."""


@dataclass(frozen=True, slots=True)
class PlanTitle:
    """The row above a plan's sections."""

    plan: str


@dataclass(frozen=True, slots=True)
class PlanSection:
    """One section of a plan, written or blank."""

    plan: str
    section: str
    part: PlanPart | None


Row = Thing | PlanTitle | PlanSection


def shelves_of(journal: "OpenJournal") -> dict[str, list[Row]]:
    """Every shelf of the toolbox with what stands on it."""
    return {kind: plan_rows(journal) if kind == "plan" else list(journal.things(kind)) for kind in words.SHELVES}


def plan_rows(journal: "OpenJournal") -> list[Row]:
    """Both plans, each with all its sections."""
    rows: list[Row] = []
    for plan, sections in PLANS.items():
        written = journal.plan(plan)
        rows += [PlanTitle(plan), *(PlanSection(plan, section, written.get(section)) for section in sections)]
    return rows


def draw_row(row: Row, width: int) -> Sequence[Segment]:
    """One row, to be cut at `width` cells by the list."""
    if isinstance(row, PlanTitle):
        return [(of_parts.plan_title(row.plan), "bold $primary")]
    if isinstance(row, PlanSection):
        return _section(row)
    beside = _beside(row)
    return [(_start(thing_name(row)), ""), *([(f" · {_start(beside)}", "$text-muted")] if beside else [])]


def _section(row: PlanSection) -> list[Segment]:
    title = f"  {of_parts.section_title(row.section)}"
    if row.part is None:
        return [(f"{title}  ({words.BLANK})", "$text-muted")]
    return [(f"{title}: ", "$primary"), (_start(row.part.words), "")]


def _beside(thing: Thing) -> str:
    """The one other part that helps to choose."""
    if isinstance(thing, CopingTool) and thing.learnt_from != "self":
        return words.learnt_from(of_parts.word("tool", "learnt_from", thing.learnt_from))
    if isinstance(thing, MyPerson):
        parts = {part.name: part for part in SHELVES["person"].parts}
        good_for = value_in_words("person", parts["good_for"], thing.good_for)
        return " · ".join(part for part in (thing.relationship, good_for) if part)
    return thing.story or "" if isinstance(thing, Strength) else ""


def _start(words_of_a_person: str) -> str:
    return inert_line(" ".join(words_of_a_person[: 2 * MOST_CHARACTERS].split())[:MOST_CHARACTERS])
