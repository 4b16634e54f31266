"""A check-in: what is asked for, words for it, what helped, and a note. Every part of it can be skipped."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from journal.domain.check_in_draft import Filled, dimensions_asked, filled_of
from journal.domain.feelings import feelings_typed, words_typed
from journal.domain.moments import Moment
from journal.errors import BadInput, Busy, KeyChanged, NoRoom
from journal.use_cases.checking_in import CheckInSaved
from tui.language import sentence_of
from tui.plain.choosing import MOST_DIGITS, ask_one_of, walk
from tui.plain.conversation import Back
from tui.plain.feeling_words import ask_feelings
from tui.plain.long_words import ask_long, with_ending
from tui.plain.visit import Visit
from tui.plain.what_helped import ask_helped, phrases_of
from tui.wording import check_in as of_check_in
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import screen as shown
from tui.wording.dates import day_in_words
from tui.wording.shipped import feelings


def check_in(visit: Visit) -> None:
    """Ask, save, and say what was saved."""
    fill_in(visit)


def check_in_for_a_day(visit: Visit) -> None:
    """The same for any day that has been."""
    moment = _ask_day(visit)
    if moment is not None:
        fill_in(visit, moment)


def fill_in(visit: Visit, moment: Moment | None = None, scale_id: str | None = None) -> CheckInSaved | None:
    """Ask, save, and say what was saved.

    Args:
        visit: whom to ask, and the journal.
        moment: when it is about; `None`: now, or where a check-in was begun, its own.
        scale_id: in place of the chosen scale; numbers of a check-in that was begun keep theirs.

    Returns:
        What was saved; `None` where nothing was answered.

    Raises:
        Back, Leave, EndOfInput: as they say; what was filled in has been kept.
    """
    begun = _Begun(visit, moment, scale_id)
    try:
        begun.ask()
    except Back:
        if not begun.is_blank:
            visit.talk.say(words.KEPT_AS_DRAFT)
        raise
    if begun.is_blank:
        visit.talk.say(words.NOTHING_ANSWERED)
        return None
    saved = visit.save(begun.save)
    names = {tool.id: tool.name for tool in visit.journal.tools()}
    visit.talk.say(*of_check_in.said_after(saved, [names[tool_id] for tool_id in saved.helping], words.HEAVY))
    return saved


class _Begun:
    """A check-in that is being filled in, kept as a draft on the way."""

    def __init__(self, visit: Visit, moment: Moment | None, scale_id: str | None) -> None:
        self._visit = visit
        page = visit.journal.first_page()
        self._today = page.now.for_date
        self._was_begun = page.begun
        self._moment = moment or (page.draft.moment if page.begun else page.now)
        self._draft = replace(page.draft, moment=self._moment)
        filled = filled_of(page.draft, scale_id or page.choices.scale_id)
        self._worded: Callable[[str], str] = words.one_idea_a_line if page.choices.easy else str
        self._asked = dimensions_asked(page.choices.dimensions, filled)
        self._scale_id = filled.scale_id
        self._numbers: dict[str, int | None] = dict(filled.numbers)
        self._feelings = words_typed(filled.feelings)
        self._helped = filled.helped
        self._note = filled.note
        if page.begun:
            visit.talk.say(shown.DRAFT_BACK, rows.draft_words(page.draft))

    @property
    def _filled(self) -> Filled:
        return Filled(self._scale_id, self._numbers, ", ".join(self._feelings), self._helped, self._note)

    @property
    def is_blank(self) -> bool:
        return self._filled.is_blank

    def ask(self) -> None:
        """Every question in order.

        Raises:
            Back, Leave, EndOfInput: as they say; what was filled in has been kept.
        """
        numbers: list[Callable[[], None]] = [partial(self._ask_number, name) for name in self._asked]
        try:
            walk([*numbers, self._ask_feelings, self._ask_helped, self._ask_note])
        except BaseException:
            # Whatever comes between, what was filled in comes first.
            self._keep()
            raise

    def save(self) -> CheckInSaved:
        """The check-in in the journal; its draft goes in the same step."""
        journal = self._visit.journal
        blank = journal.blank_check_in()
        filled = replace(
            blank.with_answers(self._numbers),
            scale_id=self._scale_id,
            # Its day stays the one it was begun on, also over midnight.
            moment=self._moment if self._moment.for_date != blank.moment.for_date else blank.moment,
            feelings=feelings_typed(feelings(), self._feelings),
            note=self._note if self._note.strip() else None,
        )
        return journal.record_check_in(filled, self._draft.id, helped=phrases_of(journal, self._helped))

    def _ask_number(self, name: str) -> None:
        talk = self._visit.talk
        question = of_check_in.question(name, self._moment.for_date, self._today)
        points = of_check_in.points(name, self._scale_id)
        in_words = all(word for _, word in points)
        answer = ask_one_of(talk, question, points) if in_words else _ask_on_a_line(self._visit, question, points)
        if answer is not None:
            self._numbers[name] = answer
        given = self._numbers.get(name)
        talk.say(of_check_in.NOT_ANSWERED if given is None else words.answered(name, self._scale_id, given))
        self._keep_if_possible()

    def _ask_feelings(self) -> None:
        self._feelings = ask_feelings(self._visit.talk, self._feelings, self._worded(words.FEELINGS))
        self._keep_if_possible()

    def _ask_helped(self) -> None:
        question = of_check_in.helped_question(self._moment.for_date, self._today)
        self._helped = ask_helped(self._visit, question, self._helped, self._worded)
        self._keep_if_possible()

    def _ask_note(self) -> None:
        at_once = (words.CLEAR,) if self._note.strip() else ()
        if at_once:
            self._visit.talk.say(words.has_now(self._note))
        question = self._worded(with_ending(f"{of_check_in.NOTE}."))
        typed = ask_long(self._visit.talk, question, keep=self._keep_note, at_once=at_once)
        if typed is not None:
            self._note = "" if typed in at_once else typed

    def _keep_note(self, note: str) -> None:
        self._note = note
        self._keep()

    def _keep_if_possible(self) -> None:
        with suppress(Busy, NoRoom, KeyChanged):
            self._keep()

    def _keep(self) -> None:
        if self._was_begun or not self.is_blank:
            kept = self._visit.journal.keep_answers(replace(self._draft, body=self._note), self._filled.answers())
            self._draft, self._was_begun = kept, True


def _ask_day(visit: Visit) -> Moment | None:
    """Any day that has been; `None` where it was skipped."""
    talk = visit.talk
    while (typed := talk.ask(words.WHICH_DAY_OF_CHECK_IN, (words.A_DAY_IS,))) is not None:
        try:
            moment = visit.journal.moment(typed)
        except BadInput as problem:
            talk.say(sentence_of(problem))
            continue
        talk.say(f"{day_in_words(moment.for_date)}.")
        return moment
    return None


def _ask_on_a_line(visit: Visit, question: str, points: list[tuple[int, str]]) -> int | None:
    """A number between the first and the last point; words stand at some of them."""
    lowest, highest = points[0][0], points[-1][0]
    asked = words.on_a_line(question, [point for point in points if point[1]])
    while (typed := visit.talk.ask(asked)) is not None:
        number = int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else None
        if number is not None and lowest <= number <= highest:
            return number
        visit.talk.say(words.a_number(lowest, highest))
    return None
