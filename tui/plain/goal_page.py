"""One goal: read, its steps, where it stands, words about it, its parts, and lines to show in person."""

from dataclasses import replace

from journal.domain.draft_kinds import GOAL_REFLECTION, Place
from journal.domain.entry import Draft
from journal.domain.goal import GOAL_PARTS, GOAL_STATUSES, SHOWN_IN_PERSON
from journal.domain.parts import values_of
from tui.plain import together
from tui.plain.changing import change_parts
from tui.plain.choosing import ask_one_of, ask_some_of
from tui.plain.deeds import Deed, Menu
from tui.plain.erasing import erase_one
from tui.plain.forms import begun_at
from tui.plain.goal_open import OpenGoal
from tui.plain.goal_steps import ask_step, choose_step, reword, set_one
from tui.plain.long_words import ask_long, with_ending
from tui.plain.marks import bring
from tui.plain.visit import Visit
from tui.wording import goal_page, goals, peers
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import plain_together as said
from tui.wording import screen as shown
from tui.wording.plain_keys import ERASE


def open_goal(visit: Visit, goal_id: str) -> None:
    """Read a goal, then whatever is chosen.

    Raises:
        NotFound: it is not in the journal any more.
    """
    Menu(visit, deeds(), words.WHAT_NEXT, opened=say_goal).stay(OpenGoal(visit, goal_id))


def deeds() -> tuple[Deed[OpenGoal], ...]:
    """Everything that can be done on a goal, in the order of its numbers."""
    return (
        Deed(words.STEP, _add_step),
        Deed(words.DONE, lambda it: set_one(it.visit, it.read(), "done")),
        Deed(words.DOING, lambda it: set_one(it.visit, it.read(), "doing")),
        Deed(words.SET_ASIDE, lambda it: set_one(it.visit, it.read(), "set_aside")),
        Deed(words.TRY_STEP, lambda it: set_one(it.visit, it.read(), "to_try")),
        Deed(words.OTHER_WORDS, _reword_step),
        Deed(words.STATUS, _set_status),
        Deed(words.REFLECT, lambda it: reflect(it, goals.REFLECT)),
        Deed(words.CHANGE_PARTS, _change),
        Deed(words.BRING, lambda it: bring(it.visit, it.read())),
        Deed(words.SHOW, _show_in_person),
        Deed(said.SHARE, together.share_goal),
        Deed(said.NEW_WORDS, together.send_new_words),
        Deed(words.DELETE, _delete, closes=True),
        Deed(ERASE, lambda it: erase_one(it.visit, it.id), closes=True),
    )


def say_goal(it: OpenGoal) -> None:
    """Everything about it, a part a line; each step with where it stands in words."""
    it.visit.talk.say(*rows.goal_lines(it.read(), it.visit.journal.moment().for_date))
    together.say_shared(it)


def _add_step(it: OpenGoal) -> None:
    ask_step(it.visit, it.id, goals.ANOTHER_STEP if it.read().steps else goals.SMALL_STEP)


def _reword_step(it: OpenGoal) -> None:
    step = choose_step(it.visit, it.read().steps)
    if step is not None:
        reword(it.visit, step, goals.STEP_IN_OTHER_WORDS)


def _set_status(it: OpenGoal) -> None:
    """Say it; a goal that was reached is worth a few words, if there are any."""
    options = [(status, of_parts.word("goal", "status", status)) for status in GOAL_STATUSES]
    status = ask_one_of(it.visit.talk, f"{goals.STATUS}:", options)
    if status is None or status == it.read().status:
        return
    it.visit.save(lambda: it.visit.journal.set_goal_status(it.id, status))
    if status == "reached":
        reflect(it, goals.AFTER_STATUS[status])
    else:
        it.visit.talk.say(goals.AFTER_STATUS[status])


def reflect(it: OpenGoal, question: str, begun: Draft | None = None) -> None:
    """A few words about it, kept while they are typed.

    Args:
        it: the goal.
        question: how it is asked.
        begun: the draft to go on with; the latest of the goal where left out.
    """
    visit, journal = it.visit, it.visit.journal
    draft = begun or begun_at(visit, Place(GOAL_REFLECTION, it.id))
    if draft.saved_at:
        visit.talk.say(shown.DRAFT_BACK, draft.body)
    question = with_ending(words.question(question))
    typed = ask_long(
        visit.talk, question, begun=draft.body, keep=lambda text: journal.keep_draft(replace(draft, body=text))
    )
    if typed is not None and typed.strip():
        visit.save(lambda: journal.reflect_on_goal(it.id, typed, draft_id=draft.id))
        visit.talk.say(goals.SAVED_WORDS)


def _change(it: OpenGoal) -> None:
    change_parts(it.visit, "goal", it.id, GOAL_PARTS, lambda: values_of(it.read(), GOAL_PARTS))


def _show_in_person(it: OpenGoal) -> None:
    """The chosen lines and nothing else, for somebody who sits beside."""
    goal = it.read()
    lines = [line for line in (goal_page.shown_line(goal, name) for name in SHOWN_IN_PERSON) if line]
    chosen = ask_some_of(it.visit.talk, words.WHICH_LINES, [(line, " ".join(line.split())) for line in lines])
    it.visit.talk.say(*(chosen or [peers.NOTHING_CHOSEN]))


def _delete(it: OpenGoal) -> None:
    if not together.may_delete(it.visit, it.id):
        return
    it.visit.save(lambda: it.visit.journal.delete(it.id))
    it.visit.talk.say(words.DELETED, goals.DELETING_KEEPS)
