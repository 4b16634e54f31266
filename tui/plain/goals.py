"""Goals: the list, a new one, and from there to one of them."""

from contextlib import suppress

from journal.domain.draft_kinds import GOAL_TITLE
from journal.domain.entry import Draft
from journal.domain.goal import GENTLY_AT_ONCE, Goal
from tui.plain.choosing import chosen_number, numbered
from tui.plain.conversation import Back
from tui.plain.deeds import Deed
from tui.plain.goal_page import open_goal
from tui.plain.goal_steps import ask_line, ask_step
from tui.plain.listing import Listing, rows_of
from tui.plain.visit import Visit
from tui.wording import goals
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import screen as shown


def read_goals(visit: Visit) -> None:
    """The goals by where they stand; a number opens one."""
    today = visit.journal.moment().for_date
    Listing[Goal](
        visit,
        rows_of(visit.journal.goals),
        lambda goal: rows.goal_row(goal, today),
        lambda goal: open_goal(visit, goal.id),
        empty=goals.EMPTY.format(new_goal=words.typed(words.NEW.name)),
        deeds=(Deed(words.OPEN_NEW_GOAL, new_goal),),
    ).stay()


def new_goal(visit: Visit, begun: Draft | None = None) -> None:
    """Its title, the one thing it needs; then a step, and whether that feels doable. The rest can stay open."""
    draft = begun or visit.journal.begun(GOAL_TITLE)
    if draft is not None:
        visit.talk.say(shown.DRAFT_BACK)
    title = (ask_line(visit, goals.TOWARDS, draft.body) if draft else None) or _ask_title(visit)
    goal = visit.save(lambda: visit.journal.add_goal(title, draft.id if draft else None))
    with suppress(Back):
        ask_step(visit, goal.id, goals.SMALL_STEP)
    visit.talk.say(goals.SAVED)
    if len(visit.journal.goals("moving_towards")) > GENTLY_AT_ONCE:
        visit.talk.say(goals.MANY)


def _ask_title(visit: Visit) -> str:
    """Words of one's own, or one of those to begin with, whose words can be changed."""
    visit.talk.say(goals.STARTERS_OFFERED, *numbered(goals.STARTERS))
    question = words.question(goals.TOWARDS, of_parts.hint("goal", "title"))
    while True:
        typed = visit.talk.ask_needed(question, goals.NEEDS_WORDS)
        place = chosen_number(typed, len(goals.STARTERS))
        if place is None:
            return typed
        with suppress(Back):
            visit.talk.say(words.has_now(goals.STARTERS[place], clears=False))
            return visit.talk.ask(words.YOUR_OWN_WORDS, own_words=True) or goals.STARTERS[place]
