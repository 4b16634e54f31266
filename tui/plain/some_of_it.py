"""Choosing what the journal shows: one question, then which. What was chosen before stays."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from journal.domain.entry import THEME_TAGS
from journal.domain.timeline import KINDS, Filter, days_in_order
from journal.errors import BadInput
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of
from tui.plain.conversation import Conversation
from tui.plain.visit import Visit
from tui.wording import journal as words
from tui.wording.parts import THEMES

Answered = Filter | None


def ask_filter(visit: Visit, chosen: Filter) -> Answered:
    """Ask what to see; `None` where it stays as it is.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    ways: list[tuple[Callable[[], Answered], str]] = [
        (lambda: _kind(visit, chosen), words.KIND),
        (lambda: _theme(visit, chosen), words.THEME),
        (lambda: _tag(visit, chosen), words.TAG),
        (lambda: _goal(visit, chosen), words.GOAL),
        (lambda: replace(chosen, bring=not chosen.bring), words.BROUGHT),
        (lambda: replace(chosen, keep=not chosen.keep), words.KEPT),
        (lambda: _days(visit, chosen), words.DAYS),
    ]
    if not chosen.is_everything:
        ways.append((Filter, words.EVERYTHING))
    way = ask_one_of(visit.talk, words.SHOW_SOME, ways)
    return None if way is None else way()


def say_filter(visit: Visit, chosen: Filter, all_again: str) -> None:
    """Say what is shown now, and how many; nothing where nothing is left out."""
    if not chosen.is_everything:
        goals = {goal.id: goal.title for goal in visit.journal.goals()} if chosen.goal else {}
        total = visit.journal.timeline_count(chosen)
        visit.talk.say(words.showing(chosen, total, goals.get(chosen.goal or "", ""), all_again))


def _kind(visit: Visit, chosen: Filter) -> Answered:
    asked = _one_or_any(visit.talk, words.WHICH_KIND, [(kind, words.KINDS[kind]) for kind in KINDS])
    return asked and replace(chosen, kind=asked[0])


def _theme(visit: Visit, chosen: Filter) -> Answered:
    asked = _one_or_any(visit.talk, words.WHICH_THEME, [(theme, THEMES[theme]) for theme in THEME_TAGS])
    return asked and replace(chosen, theme=asked[0])


def _tag(visit: Visit, chosen: Filter) -> Answered:
    tags = visit.journal.tags()
    if not tags:
        visit.talk.say(words.NO_TAGS)
        return None
    asked = _one_or_any(visit.talk, words.WHICH_TAG, [(tag, tag) for tag in tags])
    return asked and replace(chosen, tag=asked[0])


def _goal(visit: Visit, chosen: Filter) -> Answered:
    goals = visit.journal.goals()
    if not goals:
        visit.talk.say(words.NO_GOALS)
        return None
    asked = _one_or_any(visit.talk, words.WHICH_GOAL, [(goal.id, goal.title) for goal in goals])
    return asked and replace(chosen, goal=asked[0])


def _days(visit: Visit, chosen: Filter) -> Answered:
    first, last = days_in_order(_day(visit, words.FROM_DAY), _day(visit, words.TO_DAY))
    return replace(chosen, first_day=first, last_day=last)


def _day(visit: Visit, question: str) -> str | None:
    """A day, or nothing for no end on that side."""
    while (typed := visit.talk.ask(f"{question} ({words.A_DAY})")) is not None:
        try:
            return visit.journal.moment(typed).for_date
        except BadInput as problem:
            visit.talk.say(sentence_of(problem))
    return None


def _one_or_any(talk: Conversation, question: str, options: Sequence[tuple[str, str]]) -> tuple[str | None] | None:
    """One of some values, or any of them, in a tuple of its own; `None` where it was skipped."""
    return ask_one_of(talk, question, [((None,), words.ANY), *(((value,), said) for value, said in options)])
