"""How one goal's page, and the lines of it that can be shown in person, are said."""

from journal.domain.goal import GOAL_PARTS, Goal, GoalStep
from journal.domain.parts import values_of
from tui.wording import goals as words
from tui.wording.dates import day_in_words
from tui.wording.items import BRING
from tui.wording.parts import label, word
from tui.wording.things import value_in_words

_BESIDE_TITLE = [part for part in GOAL_PARTS if part.name != "title"]


def standing(goal: Goal, today: str) -> str:
    """Where it stands, its mark, and whether the person asked to look at it again."""
    said = [word("goal", "status", goal.status)]
    if goal.bring:
        said.append(BRING)
    if goal.asks_to_be_seen(today):
        said.append(words.REVISIT)
    return "  ".join(said)


def step_words(step: GoalStep) -> str:
    """A step beside its mark; what the mark does not say is said in words."""
    aside = f" ({word('step', 'status', step.status)})" if step.status in ("doing", "set_aside") else ""
    return f"{step.text}{aside}"


def next_line(goal: Goal) -> str:
    """The next step, or that none is needed."""
    if goal.next_step is not None:
        return words.next_step(goal.next_step.text) if len(goal.steps) > 1 else ""
    return "" if goal.steps else words.NO_STEPS


def filled_parts(goal: Goal) -> list[tuple[str, str]]:
    """Every part that has something: what stands above it, and its words."""
    values = values_of(goal, _BESIDE_TITLE)
    said = [(part, value_in_words("goal", part, values[part.name])) for part in _BESIDE_TITLE]
    return [(label("goal", part.name), words_said) for part, words_said in said if words_said]


def open_parts(goal: Goal) -> str:
    """What may still be written, and that none of it has to be; nothing when all of it is."""
    blank = [label("goal", part.name) for part in _BESIDE_TITLE if not getattr(goal, part.name)]
    return "\n".join([words.REST_IS_OPEN, *(f"{name} …" for name in blank)]) if blank else ""


def reflections(goal: Goal) -> list[tuple[str, str]]:
    """Every few words that were written about it, the latest first: the day, and the words."""
    return [(day_in_words(one.moment.for_date), one.note) for one in reversed(goal.reflections)]


def shown_line(goal: Goal, name: str) -> str:
    """One line that can be put before somebody else, or nothing where it is blank. `name` of `SHOWN_IN_PERSON`."""
    if name == "title":
        return goal.title
    if name == "next_step":
        return words.next_step(goal.next_step.text) if goal.next_step is not None else ""
    if name == "status":
        return f"{words.STATUS}: {word('goal', 'status', goal.status)}"
    value = getattr(goal, name)
    return f"{label('goal', name)}: {value}" if value else ""
