"""Look back, in lines: what was noted, counted; each day where it is wanted; one question for whoever would like it."""

from journal.domain.look_back import LookBack
from journal.domain.prompts import Prompt
from journal.errors import OutOfRange
from journal.use_cases.looking_back import LONGEST_WINDOW_DAYS, WINDOW_DAYS
from tui.plain.choosing import MOST_DIGITS, ask_one_of
from tui.plain.deeds import Deed, Menu
from tui.plain.visit import Visit
from tui.plain.writing import prompt_lines, write_about
from tui.wording import journal, plain
from tui.wording import look_back as words

THIS_ONE, ANOTHER, NONE, NEVER = "this", "another", "none", "never"
_ABOUT_A_QUESTION = (
    (THIS_ONE, plain.THIS_ONE),
    (ANOTHER, plain.ANOTHER),
    (NONE, plain.NONE_OF_THEM),
    (NEVER, plain.NOT_AGAIN),
)


def look_back(visit: Visit) -> None:
    """Say it, with one question; then each day, other days, a year, or writing about a question, as typed."""
    looking = _Looking(visit)
    deeds: tuple[Deed[_Looking], ...] = (
        Deed(plain.EACH_DAY, _Looking.say_each_day),
        Deed(plain.OTHER_DAYS, _Looking.choose_days),
        Deed(plain.A_YEAR, _Looking.say_year),
        Deed(plain.A_QUESTION, _Looking.choose_question),
    )
    Menu(visit, deeds, plain.WHAT_NEXT, opened=_Looking.tell).stay(looking)


class _Looking:
    """One look back, over as many days as were asked for last."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._talk = visit.talk
        self._days = WINDOW_DAYS

    def tell(self) -> None:
        """All of it in sentences, and one of the week's questions."""
        self._say(self._read())
        if questions := self._visit.journal.look_back_prompts():
            self._talk.say(f"{words.QUESTIONS}:", *prompt_lines(questions[0]))

    def say_each_day(self) -> None:
        for one in self._read().dimensions:
            self._talk.say(f"{words.heading_of(one.dimension)}:", *words.table_in_lines(one))

    def say_year(self) -> None:
        self._talk.say(*words.year_in_lines(self._visit.journal.year_at_a_glance()))

    def choose_days(self) -> None:
        """Look back over another number of days.

        Raises:
            OutOfRange: it is none; the days stay as they were.
        """
        typed = self._talk.ask(plain.HOW_MANY_DAYS)
        if typed is None:
            return
        if not typed.strip().isdecimal() or len(typed.strip()) > MOST_DIGITS:
            raise OutOfRange("days", 1, LONGEST_WINDOW_DAYS)
        found = self._visit.journal.look_back(int(typed))
        self._days = found.days
        self._say(found)

    def choose_question(self) -> None:
        """One question at a time: write about it, hear another, or never be asked it again."""
        place = 0
        while questions := self._visit.journal.look_back_prompts():
            question = questions[place % len(questions)]
            self._talk.say(*prompt_lines(question))
            wants = ask_one_of(self._talk, plain.IS_IT_THE_ONE, _ABOUT_A_QUESTION)
            if wants == THIS_ONE:
                write_about(self._visit, question)
            elif wants == NEVER:
                self._hide(question)
                continue
            elif wants == ANOTHER:
                place += 1
                continue
            return
        self._talk.say(plain.NO_QUESTIONS)

    def _hide(self, question: Prompt) -> None:
        self._visit.save(lambda: self._visit.journal.hide_prompt(question.id))
        self._talk.say(journal.NOT_ASKED_AGAIN)

    def _read(self) -> LookBack:
        return self._visit.journal.look_back(self._days)

    def _say(self, found: LookBack) -> None:
        self._talk.say(words.OPENING)
        if words.is_empty(found):
            self._talk.say(words.EMPTY)
            return
        self._talk.say(words.period_in_words(found))
        for part in words.told_in_parts(found):
            self._talk.say(f"{part.heading}:", *part.lines)
        self._talk.say(words.CAVEAT)
