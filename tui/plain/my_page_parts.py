"""Parts of a page for a facilitator that are chosen and not typed: goals part by part, and sentences one by one."""

from collections.abc import Callable
from datetime import date

from journal.domain.goal import Goal
from journal.errors import BadInput, NotFound
from sync.consent.group_pages import goal_line, goal_of_line
from sync.consent.offer import SHAREABLE
from sync.consent.summaries import SummaryOffer
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of, ask_some_of
from tui.plain.forms import Form
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording import plain_groups as said
from tui.wording import sharing
from tui.wording.dates import day_in_words

GOALS, SENTENCES = "goals", "look_back_lines"
OTHER_DAYS = (7, 14, 30, 60, 90)
"""Days from today that are offered for the last one."""
_ANOTHER = -1
"""Stands for a day that is typed."""
_YES, _OTHER, _NO = "yes", "other", "no"


def goals_line(visit: Visit, form: Form) -> str:
    """The part for goals with what is chosen of them, on one line."""
    return words.part_with(said.GOALS_PART, words.start_of(", ".join(_titles(visit, form))))


def ask_goals(visit: Visit, form: Form) -> None:
    """Goal by goal, then part by part. Nothing is chosen beforehand; Enter leaves all as it was."""
    goals = visit.journal.goals()
    if not goals:
        visit.talk.say(said.NO_GOALS)
        return
    titles = _titles(visit, form)
    visit.talk.say(*([said.ON_IT_NOW.format(goals=", ".join(titles))] if titles else []))
    options: list[tuple[Goal | None, str]] = [(goal, " ".join(goal.title.split())) for goal in goals]
    options += [(None, said.NO_GOAL)] if titles else []
    chosen = ask_some_of(visit.talk, said.WHICH_GOALS, options)
    if chosen is None:
        return
    lines = [line for goal in chosen if goal is not None and (line := _parts_of(visit, goal))]
    form.values[GOALS] = tuple(lines)
    form.keep()


def _parts_of(visit: Visit, goal: Goal) -> str | None:
    """The goal with the parts of it that were chosen; `None` where none was."""
    there = [(name, sharing.PART_NAMES[name]) for name in SHAREABLE if getattr(goal, name)]
    question = said.WHICH_PARTS.format(title=" ".join(goal.title.split()))
    parts = ask_some_of(visit.talk, question, there)
    return goal_line(goal.id, [name for name in SHAREABLE if name in parts]) if parts else None


def _titles(visit: Visit, form: Form) -> list[str]:
    """What the goals on the page are called; one that is not there any more is on no page."""
    titles = []
    for line in form.values.get(GOALS) or ():
        try:
            titles.append(" ".join(visit.journal.goal(goal_of_line(line)[0]).title.split()))
        except NotFound:
            continue
    return titles


def ask_sentences(visit: Visit, form: Form) -> None:
    """One sentence of the person's look back after the other, each with a yes of its own; none is there before."""
    from tui.summary_reading import look_back_sentences

    there = tuple(form.values.get(SENTENCES) or ())
    offered = [sentence for sentence in look_back_sentences(visit.journal) if sentence not in there]
    if not there and not offered:
        visit.talk.say(said.NOTHING_TO_OFFER)
        return
    kept = [line for sentence in there if (line := _ask_sentence(visit, sentence, said.STAYS_ON_IT, skipped=_YES))]
    kept += [line for sentence in offered if (line := _ask_sentence(visit, sentence, said.TAKE_IT, skipped=_NO))]
    form.values[SENTENCES] = tuple(kept)
    form.keep()


def _ask_sentence(visit: Visit, sentence: str, question: str, *, skipped: str) -> str | None:
    """The sentence, or it in other words; `None` where it is not to be there. `skipped`: what Enter alone means."""
    answers = [(_YES, words.YES), (_OTHER, said.IN_OTHER_WORDS), (_NO, words.NO)]
    visit.talk.say(sentence)
    answer = ask_one_of(visit.talk, question, answers) or skipped
    if answer == _OTHER:
        typed = visit.talk.ask(said.IN_OTHER_WORDS_ASK, own_words=True)
        return " ".join(typed.split()) if typed else sentence
    return sentence if answer == _YES else None


def ask_days(visit: Visit, offer: Callable[[int], SummaryOffer]) -> int | None:
    """How many days from today the last one is; `None` where it stays as it was."""
    ends = {offer(days).expires: days for days in reversed(OTHER_DAYS)}
    options = [(days, day_in_words(day)) for day, days in sorted(ends.items())]
    chosen = ask_one_of(visit.talk, sharing.UNTIL_WHEN, [*options, (_ANOTHER, sharing.ANOTHER_DAY)])
    return _ask_day(visit, offer) if chosen == _ANOTHER else chosen


def _ask_day(visit: Visit, offer: Callable[[int], SummaryOffer]) -> int | None:
    while (typed := visit.talk.ask(sharing.WHICH_DAY)) is not None:
        try:
            days = days_until(visit, typed)
            offer(days)
        except ValueError:
            visit.talk.say(words.A_DAY_IS)
        except BadInput as problem:
            visit.talk.say(sentence_of(problem))
        else:
            return days
    return None


def days_until(visit: Visit, day: str) -> int:
    """From today to a day, ISO 8601.

    Raises:
        ValueError: it is none.
    """
    return (date.fromisoformat(day.strip()) - date.fromisoformat(visit.journal.moment().for_date)).days
