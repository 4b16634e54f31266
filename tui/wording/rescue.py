"""Sentences about a damaged journal: what came over into a new one, and what did not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.wording.copies import holds
from tui.wording.dates import short_day

if TYPE_CHECKING:
    from journal.use_cases.rescuing import NotRead, Rescued

NOT_A_FOLDER = "--to takes the path of a folder that is not there yet."
ALL_OF_IT = "Everything in it could be read."
NOT_ALL_OF_IT = "Some of it could not be read:"
SAME_KEYS = "It opens with the same passphrase and the same recovery words."
MAY_HOLD = "A safety copy may still hold what could not be read: cairn backup list"
NO_COPY_HERE = "There is no safety copy on this computer. A backup from elsewhere: cairn backup restore FILE"
"""The way out of any damage to the journal file, in one line."""

_PLACES = {
    "item": "days and times", "check_in": "check-ins", "check_in_feeling": "feelings of check-ins", "entry": "pages",
    "item_tag": "tags", "item_theme": "themes", "item_goal": "which goals pages are about",
    "earlier_version": "earlier versions", "draft": "drafts", "goal": "goals", "goal_step": "steps of goals",
    "goal_reflection": "reflections on goals", "peer_session": "peer sessions", "partner": "partners",
    "coping_tool": "tools", "tool_use": "which tools you used", "strength": "strengths", "person": "people",
    "week": "your week", "story": "stories", "plan": "plans", "setting": "settings", "deed": "what you can undo",
    "deed_item": "what you can undo", "deed_draft": "drafts you can bring back", "arrival": "what came from elsewhere",
}  # fmt: skip


def account(rescued: "Rescued", old: str, *, has_copies: bool) -> list[str]:
    """What came over, what did not, and what to do now."""
    lines = [f"What can be read of your journal is now in {rescued.home.root}", holds(rescued.rows)]
    lines += [ALL_OF_IT] if rescued.is_whole else _lost(rescued)
    if has_copies and not rescued.is_whole:
        lines.append(MAY_HOLD)
    lines += [SAME_KEYS, f"The journal you had is as it was, in {old}"]
    return [*lines, f"To open the new one: cairn --home {rescued.home.root}"]


def copies_there(copies: Sequence[tuple[str, str]]) -> str:
    """The safety copies that could be put in the journal's place. Each is a day and a path, the oldest first."""
    if not copies:
        return NO_COPY_HERE
    day, path = copies[-1]
    newest = f"There is a safety copy of {short_day(day)}: cairn backup restore {path}"
    others = [short_day(other) for other, _ in reversed(copies[:-1])]
    return f"{newest}\nOthers are of {', '.join(others)}." if others else newest


def _lost(rescued: "Rescued") -> list[str]:
    lines = [NOT_ALL_OF_IT, *dict.fromkeys(f"  {_place(one)}" for one in rescued.not_read)]
    if rescued.words_from_search:
        lines.append(
            f"{_things(rescued.words_from_search)} got the words back from what the search keeps. "
            "Title, text and tags stand there in one."
        )
    if rescued.without_words:
        lines.append(f"Where “…” stands, words could not be read. That is so for {_things(rescued.without_words)}.")
    if rescued.without_a_day:
        lines.append(f"The day of {_things(rescued.without_a_day)} could not be read. You find that under today.")
    if rescued.left_out:
        lines.append(f"Left out, for what they belong to is gone: {_listed(rescued.left_out)}.")
    return lines


def _place(lost: "NotRead") -> str:
    what = _PLACES.get(lost.table, lost.table.replace("_", " "))
    if lost.between is None:
        return what
    first, last = (short_day(day) for day in lost.between)
    return f"{what}, around {first}" if first == last else f"{what}, from {first} to {last}"


def _things(count: int) -> str:
    return "1 thing" if count == 1 else f"{count} things"


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{_PLACES.get(table, table.replace('_', ' '))} ({count})" for table, count in counts.items())
