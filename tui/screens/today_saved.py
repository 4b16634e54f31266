"""Saving what was filled in on Today, and what is said once it is saved."""

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.check_in_draft import Filled
from journal.domain.feelings import feelings_typed, words_typed
from journal.domain.helped import phrases_typed
from journal.domain.moments import Moment
from journal.use_cases.checking_in import CheckInSaved
from tui.wording import check_in as words
from tui.wording.dates import clock_of, day_in_words
from tui.wording.items import answers_in_words
from tui.wording.shipped import feelings

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


def save_check_in(
    journal: "OpenJournal", filled: Filled, draft_id: str, begun: Moment | None, typed_day: str
) -> tuple[CheckInSaved, list[str]]:
    """Put it in the journal, and let its draft go in the same step.

    Args:
        journal: where.
        filled: what was filled in.
        draft_id: the draft it was.
        begun: when it was begun, or the day that was chosen for it; `None`: now.
        typed_day: a day that was typed over that, in words; empty: none was.

    Returns:
        What was saved, and the names of the tools that were marked as helping.
    """
    blank = journal.blank_check_in(typed_day or None)
    check_in = replace(
        blank.with_answers(filled.numbers),
        scale_id=filled.scale_id,
        # What was begun before midnight is about the day before.
        moment=blank.moment if typed_day or begun is None or begun.for_date == blank.moment.for_date else begun,
        feelings=feelings_typed(feelings(), words_typed(filled.feelings)),
        note=filled.note if filled.note.strip() else None,
    )
    names = [tool.name for tool in journal.tools()]
    saved = journal.record_check_in(check_in, draft_id, helped=phrases_typed(filled.helped, names))
    return saved, [journal.tool(tool_id).name for tool_id in saved.helping]


def said_after(saved: CheckInSaved, helping: list[str], today: str) -> list[str]:
    """Thanks, what was saved, and at most one soft line of each kind."""
    check_in = saved.check_in
    given = [(name, answer) for name, answer in check_in.answers().items() if answer is not None]
    for_date = check_in.moment.for_date
    when = clock_of(check_in.moment.at) if for_date == today else day_in_words(for_date)
    thanks, *more = words.said_after(saved, helping)
    noted = [f"{when}  {answers_in_words(given, check_in.scale_id)}".rstrip()] if given or for_date != today else []
    return [thanks, *noted, *more]
