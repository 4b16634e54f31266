"""How the plain lines say one thing of the journal: as a row of a list, or whole.

The same parts as on the screen, with full stops and words where the screen has signs and columns.
"""

from contextlib import suppress

from journal.domain.draft_kinds import HALVES, WHEN, belongs_to
from journal.domain.entry import Draft, answers_of
from journal.domain.goal import GOAL_PARTS, Goal
from journal.domain.peer_session import PeerSession
from journal.domain.timeline import Found, Item, Line, words_of
from tui.wording import goals, items, peers, screen
from tui.wording import parts as of_parts
from tui.wording.check_in import begun_in_words
from tui.wording.dates import clock_of, day_in_words, weekday_and_day
from tui.wording.plain import IN_A_LIST, part_with, step_of
from tui.wording.sharing import PART_NAMES
from tui.wording.things import parts_in_lines


def timeline_row(line: Line) -> str:
    """A row of the journal: its day and time, its marks, what it is and what it says."""
    marks = [mark for mark, is_set in ((items.KEPT, line.keep), (items.BRING, line.bring)) if is_set]
    return " ".join([f"{weekday_and_day(line.for_date)}, {clock_of(line.at)}.", *marks, _line_in_words(line)])


def found_row(found: Found) -> str:
    said = " ".join(found.excerpt.split())
    return f"{weekday_and_day(found.for_date)}. {items.KIND_NAMES[found.kind]}: {said}"


def goal_row(goal: Goal, today: str) -> str:
    """A goal with where it stands."""
    return f"{goal.title}: {_standing(goal, today)}"


def goal_lines(goal: Goal, today: str) -> list[str]:
    """Everything about a goal, a part a line; each step with where it stands in words."""
    steps = [step_of(of_parts.word("step", "status", step.status), step.text) for step in goal.steps]
    parts = parts_in_lines("goal", goal, [part for part in GOAL_PARTS if part.name != "title"])
    written = [f"{day_in_words(one.moment.for_date)}\n{one.note}" for one in reversed(goal.reflections)]
    lines = [goal.title, _standing(goal, today), *([f"{goals.STEPS}:", *steps] if steps else [goals.NO_STEPS]), *parts]
    return [*lines, f"{goals.REFLECTIONS}:", *written] if written else lines


def session_row(session: PeerSession) -> str:
    whom = peers.session_with(session.partner_alias or session.group_name)
    waiting = f". {peers.WAITING}" if session.reflected_at is None else ""
    return f"{weekday_and_day(session.moment.for_date)}. {whom}{waiting}"


def draft_row(draft: Draft) -> str:
    start = screen.shortened(draft_words(draft), IN_A_LIST)
    return f"{weekday_and_day(draft.moment.for_date)}: {start or items.NO_WORDS}"


def draft_words(draft: Draft) -> str:
    """Everything a draft holds: its words, and what else was filled in, each part under its label."""
    kind = belongs_to(draft.kind)
    given = {name: answer for name, answer in answers_of(draft).items() if answer is not None}
    if draft.kind in HALVES:
        given.pop(WHEN, None)
    if draft.kind == "check-in":
        answers = [part_with(name, said) for name, said in begun_in_words(given)]
    else:
        answers = [_answer(kind, name, answer) for name, answer in given.items()]
    return "\n".join(part for part in (draft.title, draft.body, *answers) if part)


def agenda_row(item: Item) -> str:
    """Something that is marked to bring, on one line."""
    return f"{weekday_and_day(item.moment.for_date)}. {items.KIND_NAMES[items.kind_of(item)]}: {_start_of(item)}"


def head_of(item: Item) -> str:
    """What it is, its day and time, and its marks, without a sign between them that is read aloud."""
    marks = [mark for mark, is_set in ((items.KEPT, item.keep), (items.BRING, item.bring)) if is_set]
    when = f"{day_in_words(item.moment.for_date)}, {clock_of(item.moment.at)}."
    return " ".join([f"{items.KIND_NAMES[items.kind_of(item)]}.", when, *marks])


def _answer(kind: str, name: str, given: object) -> str:
    label = name
    listed = given if isinstance(given, list) else [given]
    if (kind, name) == ("summary", "goals"):
        listed = [goal_parts(str(line)) for line in listed]
    with suppress(KeyError):
        label = of_parts.label(kind, name)
        with suppress(KeyError):
            listed = [of_parts.word(kind, name, str(value)) for value in listed]
    return part_with(label, ", ".join(str(value) for value in listed))


def goal_parts(line: str) -> str:
    """Which parts of a goal a line of a page for a facilitator names; its id says nothing to a person."""
    return ", ".join(PART_NAMES.get(name, name) for name in line.partition(" ")[2].split(","))


def _standing(goal: Goal, today: str) -> str:
    marks = [items.BRING] if goal.bring else []
    standing = " ".join([of_parts.word("goal", "status", goal.status), *marks])
    return f"{standing}. {goals.REVISIT}" if goal.asks_to_be_seen(today) else standing


def _line_in_words(line: Line) -> str:
    """What a row says: the same parts as on the screen, with full stops between them."""
    start = " ".join(line.first_words.split())
    if line.kind == "session":
        return ". ".join(part for part in (peers.session_with(line.with_whom), start) if part)
    standing = of_parts.word("goal", "status", line.status) if line.status else ""
    answers = items.answers_in_words(list(line.answers), line.scale_id) if line.scale_id else ""
    felt = ", ".join(items.feeling_labels(line.feelings))
    parts = [part for part in (answers, felt, start, standing) if part]
    return f"{items.KIND_NAMES[line.kind]}: {'. '.join(parts) or items.NO_WORDS}"


def _start_of(item: Item) -> str:
    return screen.shortened(next(iter(words_of(item)), ""), IN_A_LIST) or items.NO_WORDS
