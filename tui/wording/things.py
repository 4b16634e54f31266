"""How a goal, a session or anything on a shelf is said: its parts in order, each under its label."""

from collections.abc import Sequence

from journal.domain.goal import GOAL_PARTS, Goal, GoalStep
from journal.domain.parts import Part, Value, values_of
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, PeerSession
from journal.domain.shelves import SHELVES, PlanPart, Thing, WeekAnchor
from tui.wording import parts as of_parts
from tui.wording.dates import short_day

STEP_MARKS = {"to_try": "[ ]", "doing": "[ ]", "done": "[x]", "set_aside": "[-]"}


def value_in_words(kind: str, part: Part, value: Value) -> str:
    """One part's value as a person reads it: choices in words, days as days, lists with commas or one a line."""
    if value is None:
        return ""
    if part.takes == "one_of":
        return of_parts.word(kind, part.name, str(value))
    if part.takes == "some_of":
        return ", ".join(of_parts.word(kind, part.name, word) for word in value)
    if part.takes == "lines":
        return "\n".join(value)
    return short_day(str(value)) if part.takes == "day" else str(value)


def parts_in_lines(kind: str, thing: object, parts: Sequence[Part]) -> list[str]:
    """Every part that has something, its label above it; what was left blank is not mentioned."""
    said = []
    for part, value in zip(parts, values_of(thing, parts).values(), strict=True):
        if value:
            words = value_in_words(kind, part, value)
            beside = part.takes in ("one_of", "some_of", "day", "line")
            label = of_parts.label(kind, part.name)
            between = " " if label.endswith("?") else ": "
            said.append(f"{label}{between}{words}" if beside else f"{label}\n{words}")
    return said


def step_in_words(step: GoalStep) -> str:
    """`[x] ask Priya along`."""
    aside = f" ({of_parts.word('step', 'status', step.status)})" if step.status in ("doing", "set_aside") else ""
    return f"{STEP_MARKS[step.status]} {step.text}{aside}"


def goal_in_lines(goal: Goal, *, ids: bool = False) -> list[str]:
    """Everything about a goal under its title: where it is, its steps, its parts, words on the way."""
    steps = [f"{step_in_words(step)}{f'  ({step.id[:8]})' if ids else ''}" for step in goal.steps]
    parts = parts_in_lines("goal", goal, [part for part in GOAL_PARTS if part.name != "title"])
    reflections = [f"{short_day(one.moment.for_date)}: {one.note}" for one in goal.reflections]
    status = of_parts.word("goal", "status", goal.status)
    return [line for line in (goal.title, status, "\n".join(steps), *parts, *reflections) if line]


def session_in_lines(session: PeerSession) -> list[str]:
    """Everything that was written about a session, before and after."""
    parts = parts_in_lines("session", session, (*ABOUT, *BEFORE, *AFTER, *MORE))
    return [session.partner_alias, *parts] if session.partner_alias else parts


def thing_name(thing: Thing) -> str:
    """What a thing is known by."""
    if isinstance(thing, PlanPart):
        return of_parts.section_title(thing.section)
    shelf = next(shelf for shelf in SHELVES.values() if isinstance(thing, shelf.makes))
    known_by = getattr(thing, shelf.parts[0].name)
    return str(known_by or next(iter(str(getattr(thing, "body", "")).splitlines()), ""))


def thing_in_lines(thing: Thing) -> list[str]:
    """Everything about a thing: its name, then its other parts."""
    shelf = next(shelf for shelf in SHELVES.values() if isinstance(thing, shelf.makes))
    parts = [part for part in shelf.every_part if part.name not in ("plan", "section")]
    if not isinstance(thing, PlanPart) and getattr(thing, parts[0].name):
        parts = parts[1:]
    parts = [part for part in parts if not _is_left_as_it_was(thing, part)]
    return [thing_name(thing), *parts_in_lines(shelf.kind, thing, parts)]


def _is_left_as_it_was(thing: Thing, part: Part) -> bool:
    """Whether a choice is the one that nobody has to make: it is not said as if it had been an answer."""
    untouched = type(thing)(id="")
    is_default = part.takes == "one_of" and getattr(thing, part.name) == getattr(untouched, part.name)
    return is_default and not isinstance(thing, WeekAnchor)
