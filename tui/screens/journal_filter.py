"""Choosing what the journal shows: one question, then which. What was chosen before stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain.entry import THEME_TAGS
from journal.domain.months import days_of_month
from journal.domain.timeline import KINDS, Filter, days_in_order
from journal.errors import CairnError
from tui.language import sentence_of
from tui.modals.ask import Ask, Words
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.wording import journal as words
from tui.wording.parts import THEMES

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


@dataclass(frozen=True, slots=True)
class ToChooseFrom:
    """What there is in this journal to look for."""

    today: date
    tags: Sequence[str]
    goals: Sequence[tuple[str, str]]
    """Ids and titles."""


def what_there_is(journal: "OpenJournal") -> ToChooseFrom:
    """Read on the store thread."""
    goals = [(goal.id, goal.title) for goal in journal.goals()]
    return ToChooseFrom(date.fromisoformat(journal.moment().for_date), journal.tags(), goals)


class FilterQuestions:
    """Asks over a screen, and hands on what was chosen."""

    def __init__(self, screen: Hearing, desk: Desk, chosen: Filter, then: Callable[[Filter], object]) -> None:
        """Nothing is asked yet.

        Args:
            screen: what it is asked over.
            desk: the journal.
            chosen: what is shown now.
            then: called with what is to be shown, once something was chosen.
        """
        self._screen = screen
        self._desk = desk
        self._chosen = chosen
        self._then = then

    def begin(self) -> None:
        """Look what there is, and ask."""
        self._screen.hear(self._desk.ask(what_there_is), self._ask)

    def _ask(self, there: ToChooseFrom) -> None:
        ways: list[tuple[str, Callable[[], object]]] = [
            (words.KIND, self._ask_kind),
            (words.THEME, self._ask_theme),
            (words.TAG, lambda: self._ask_tag(there.tags)),
            (words.GOAL, lambda: self._ask_goal(there.goals)),
            (words.BROUGHT, lambda: self._take(replace(self._chosen, bring=not self._chosen.bring))),
            (words.KEPT, lambda: self._take(replace(self._chosen, keep=not self._chosen.keep))),
            (words.DAYS, lambda: self._ask_days(there.today)),
        ]
        if not self._chosen.is_everything:
            ways.append((words.EVERYTHING, lambda: self._take(Filter())))
        self._choose(words.SHOW_SOME, [said for said, _ in ways], None, lambda place: ways[place][1]())

    def _ask_kind(self) -> None:
        self._one_of(
            words.WHICH_KIND,
            [(kind, words.KINDS[kind]) for kind in KINDS],
            self._chosen.kind,
            lambda kind: replace(self._chosen, kind=kind),
        )

    def _ask_theme(self) -> None:
        self._one_of(
            words.WHICH_THEME,
            [(theme, THEMES[theme]) for theme in THEME_TAGS],
            self._chosen.theme,
            lambda theme: replace(self._chosen, theme=theme),
        )

    def _ask_tag(self, tags: Sequence[str]) -> None:
        if not tags:
            self._screen.app.notify(words.NO_TAGS, markup=False)
            return
        self._one_of(
            words.WHICH_TAG,
            [(tag, tag) for tag in tags],
            self._chosen.tag,
            lambda tag: replace(self._chosen, tag=tag),
        )

    def _ask_goal(self, goals: Sequence[tuple[str, str]]) -> None:
        if not goals:
            self._screen.app.notify(words.NO_GOALS, markup=False)
            return
        self._one_of(words.WHICH_GOAL, goals, self._chosen.goal, lambda goal: replace(self._chosen, goal=goal))

    def _ask_days(self, today: date) -> None:
        spans = spans_until(today)
        said = [words.ANY, *(span for span, _, _ in spans), words.FROM_TO]

        def take(place: int) -> None:
            if place == 0:
                self._take(replace(self._chosen, first_day=None, last_day=None))
            elif place <= len(spans):
                _, first, last = spans[place - 1]
                self._take(replace(self._chosen, first_day=first, last_day=last))
            else:
                self._ask_first_day()

        self._choose(words.WHICH_DAYS, said, None, take)

    def _ask_first_day(self, *lines: str) -> None:
        question = Ask(words.FROM_DAY, hint=words.A_DAY, lines=lines, tells_blank=True)
        self._screen.app.push_screen(question, self._ask_last_day)

    def _ask_last_day(self, first: Words | None) -> None:
        """Left with Escape, the days stay as they were; a blank leaves that end open."""
        if first is not None:
            question = Ask(words.TO_DAY, hint=words.A_DAY, tells_blank=True)
            self._screen.app.push_screen(
                question, lambda last: None if last is None else self._read_days(first.text, last.text)
            )

    def _read_days(self, first: str, last: str) -> None:
        def days(journal: "OpenJournal") -> tuple[str | None, str | None]:
            known = [journal.moment(typed).for_date if typed.strip() else None for typed in (first, last)]
            return days_in_order(known[0], known[1])

        self._screen.hear(
            self._desk.ask(days),
            lambda read: self._take(replace(self._chosen, first_day=read[0], last_day=read[1])),
            self._not_a_day,
        )

    def _not_a_day(self, problem: CairnError) -> None:
        """Say what a day is like, and ask again."""
        self._ask_first_day(sentence_of(problem))

    def _one_of(
        self,
        question: str,
        options: Sequence[tuple[str, str]],
        now: str | None,
        narrowed: Callable[[str | None], Filter],
    ) -> None:
        """Ask for one of some values, or for any of them."""
        values = [None, *(value for value, _ in options)]
        here = values.index(now) if now in values else None
        self._choose(
            question,
            [words.ANY, *(said for _, said in options)],
            here,
            lambda place: self._take(narrowed(values[place])),
        )

    def _choose(self, question: str, options: Sequence[str], now: int | None, then: Callable[[int], object]) -> None:
        def chose(place: int | None) -> None:
            if place is not None:
                then(place)

        self._screen.app.push_screen(Choose(question, options, now), chose)

    def _take(self, chosen: Filter) -> None:
        self._then(chosen)


def spans_until(today: date) -> list[tuple[str, str, str]]:
    """Spans of days that end today or hold it: their name, first day and last day."""

    def before(days: int) -> str:
        return (today - timedelta(days=days)).isoformat()

    return [
        (words.LAST_WEEK, before(6), today.isoformat()),
        (words.LAST_WEEKS, before(27), today.isoformat()),
        (words.THIS_MONTH, *days_of_month(today)),
        (words.THIS_YEAR, f"{today.year:04}-01-01", f"{today.year:04}-12-31"),
    ]
