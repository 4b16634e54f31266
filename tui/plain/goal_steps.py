"""Steps of a goal: one small next step, whether it feels doable, and where each of them stands."""

from collections.abc import Sequence
from contextlib import suppress

from journal.domain.draft_kinds import GOAL_STEP, STEP_WORDS
from journal.domain.entry import Draft
from journal.domain.goal import Goal, GoalStep
from tui.plain.choosing import ask_one_of
from tui.plain.conversation import Back
from tui.plain.visit import Visit
from tui.wording import goals
from tui.wording import plain as words
from tui.wording import screen as shown

OPEN = ("to_try", "doing")


def ask_step(visit: Visit, goal_id: str, question: str, *, text: str = "", draft_id: str | None = None) -> None:
    """Ask for a step, save it as soon as it is there, then ask whether it feels doable.

    Args:
        visit: whom to ask.
        goal_id: whose step it will be.
        question: how it is asked.
        text: words that are there to begin with; Enter takes them. Without any, those of a draft of a step.
        draft_id: the draft that they were.
    """
    begun = None if text else visit.journal.begun(GOAL_STEP, goal_id)
    if begun is not None:
        visit.talk.say(shown.DRAFT_BACK)
        text, draft_id = begun.body, begun.id
    typed = ask_line(visit, question, text)
    if typed is None:
        return
    step = visit.save(lambda: visit.journal.add_step(goal_id, typed, draft_id))
    visit.talk.say(goals.SAVED_STEP)
    with suppress(Back):
        ask_doable(visit, step)


def ask_line(visit: Visit, question: str, text: str) -> str | None:
    """A line; where there are words to begin with, Enter takes them."""
    if not text:
        return visit.talk.ask(question, own_words=True)
    visit.talk.say(words.has_now(text, clears=False))
    return visit.talk.ask(question, own_words=True) or text


def ask_doable(visit: Visit, step: GoalStep) -> None:
    """Yes, not sure, or a smaller step in its place."""
    feels = ask_one_of(visit.talk, goals.DOABLE, list(goals.DOABLE_ANSWERS.items()))
    if feels == "not_sure":
        visit.talk.say(goals.STAYS_OPEN)
    if feels == "smaller":
        reword(visit, step, goals.SMALLER)


def reword(visit: Visit, step: GoalStep, question: str, *, begun: Draft | None = None) -> None:
    """Put a step in other words; the earlier ones are kept.

    Args:
        visit: whom to ask.
        step: which.
        question: how it is asked.
        begun: the draft to go on with; the latest of the step where left out.
    """
    draft = begun or visit.journal.begun(STEP_WORDS, step.id)
    if draft is not None:
        visit.talk.say(shown.DRAFT_BACK)
    typed = ask_line(visit, question, draft.body if draft else step.text)
    if typed is not None and (draft is not None or typed != step.text):
        visit.save(lambda: visit.journal.reword_step(step.id, typed, draft.id if draft else None))
        visit.talk.say(goals.SAVED_STEP)


def set_one(visit: Visit, goal: Goal, status: str) -> None:
    """Say of one step where it stands; where there is one only, of that."""
    wanted = OPEN if status in ("done", "set_aside") else ("to_try", "doing", "done", "set_aside")
    step = choose_step(visit, [step for step in goal.steps if step.status in wanted and step.status != status])
    if step is not None:
        visit.save(lambda: visit.journal.set_step(step.id, status))
        visit.talk.say(words.step_of(step.text, goals.AFTER_STEP[status]))


def choose_step(visit: Visit, steps: Sequence[GoalStep]) -> GoalStep | None:
    """One of some steps; the only one is not asked for."""
    if not steps:
        visit.talk.say(words.NO_SUCH_STEP)
        return None
    if len(steps) == 1:
        return steps[0]
    return ask_one_of(visit.talk, words.WHICH_STEP, [(step, step.text) for step in steps])
