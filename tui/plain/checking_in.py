"""A check-in: mood and hope, words for it, what helped, and a note. Every part of it can be skipped."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from journal.data import feelings
from journal.domain.check_in import CheckIn
from journal.domain.entry import answers_of
from journal.domain.feelings import feelings_typed, words_typed
from journal.domain.scales import DEFAULT_SCALE, Scale, scale_named
from journal.errors import Busy, KeyChanged, NoRoom, NotAllowed
from journal.use_cases.beginning import FirstPage
from journal.use_cases.checking_in import CheckInSaved
from tui.plain.choosing import MOST_DIGITS, ask_one_of, numbered, walk
from tui.plain.conversation import Back
from tui.plain.feeling_words import ask_feelings, named_by_number
from tui.plain.long_words import ask_long, with_ending
from tui.plain.visit import Visit
from tui.wording import check_in as of_check_in
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import screen as shown

ASKED = ("mood", "hope")
"""Source: domain brief, section 4, quick mode."""
SCALE_SETTING = "scale"


def check_in(visit: Visit) -> None:
    """Ask, save, and say what was saved."""
    begun = _Begun(visit, visit.journal.first_page())
    try:
        begun.ask()
    except Back:
        if not begun.is_blank:
            visit.talk.say(words.KEPT_AS_DRAFT)
        raise
    if begun.is_blank:
        visit.talk.say(words.NOTHING_ANSWERED)
        return
    saved = visit.save(begun.save)
    visit.talk.say(*said_after(visit, saved))


class _Begun:
    """A check-in that is being filled in, kept as a draft on the way."""

    def __init__(self, visit: Visit, page: FirstPage) -> None:
        self._visit = visit
        self._today = page.now.for_date
        self._draft = page.draft
        self._was_begun = page.begun
        self._scale = _scale_of(visit)
        self._moment = page.draft.moment if page.begun else page.now
        answers = answers_of(page.draft)
        self._numbers = {name: _number(answers.get(name), self._scale) for name in ASKED}
        self._feelings = words_typed(str(answers.get("feelings") or ""))
        self._helped = words_typed(str(answers.get("helped") or ""))
        self._note = page.draft.body
        if page.begun:
            visit.talk.say(shown.DRAFT_BACK, rows.draft_words(page.draft))

    @property
    def is_blank(self) -> bool:
        numbers = [answer for answer in self._numbers.values() if answer is not None]
        return not (numbers or self._feelings or self._helped or self._note.strip())

    def ask(self) -> None:
        """Every question in order.

        Raises:
            Back, Leave, EndOfInput: as they say; what was filled in has been kept.
        """
        numbers: list[Callable[[], None]] = [partial(self._ask_number, name) for name in ASKED]
        asked = numbers if self._scale.lowest is not None else []
        try:
            walk([*asked, self._ask_feelings, self._ask_helped, self._ask_note])
        except BaseException:
            # Whatever comes between, what was filled in comes first.
            self._keep()
            raise

    def save(self) -> CheckInSaved:
        """The check-in in the journal; its draft goes in the same step."""
        blank = self._visit.journal.blank_check_in()
        filled: CheckIn = replace(
            blank.with_answers(self._numbers),
            scale_id=self._scale.id,
            moment=self._moment if self._moment.for_date != self._today else blank.moment,
            feelings=feelings_typed(feelings(), self._feelings),
            note=self._note if self._note.strip() else None,
        )
        return self._visit.journal.record_check_in(filled, self._draft.id, helped=self._helped)

    def _ask_number(self, name: str) -> None:
        talk, scale = self._visit.talk, self._scale
        question = of_check_in.question(name, self._moment.for_date, self._today)
        points = of_check_in.points(name, scale.id)
        in_words = all(word for _, word in points)
        answer = ask_one_of(talk, question, points) if in_words else _ask_on_a_line(self._visit, question, points)
        if answer is not None:
            self._numbers[name] = answer
        given = self._numbers[name]
        talk.say(of_check_in.NOT_ANSWERED if given is None else words.answered(name, scale.id, given))
        self._keep_if_possible()

    def _ask_feelings(self) -> None:
        self._feelings = ask_feelings(self._visit.talk, self._feelings)
        self._keep_if_possible()

    def _ask_helped(self) -> None:
        talk, tools = self._visit.talk, [tool.name for tool in self._visit.journal.tools()]
        if self._helped:
            talk.say(words.has_now(", ".join(self._helped)))
        question = of_check_in.helped_question(self._moment.for_date, self._today)
        while (typed := talk.ask(words.helped(question), (words.LIST_OF_TOOLS,), own_words=True)) is not None:
            if typed.casefold() in words.LIST:
                talk.say(*(numbered(tools) or [words.NO_TOOLS]))
                continue
            self._helped = [] if typed.casefold() == words.CLEAR else named_by_number(typed, tools)
            break
        self._keep_if_possible()

    def _ask_note(self) -> None:
        at_once = (words.CLEAR,) if self._note.strip() else ()
        if at_once:
            self._visit.talk.say(words.has_now(self._note))
        typed = ask_long(self._visit.talk, with_ending(f"{of_check_in.NOTE}."), keep=self._keep_note, at_once=at_once)
        if typed is not None:
            self._note = "" if typed in at_once else typed

    def _keep_note(self, note: str) -> None:
        self._note = note
        self._keep()

    def _keep_if_possible(self) -> None:
        with suppress(Busy, NoRoom, KeyChanged):
            self._keep()

    def _keep(self) -> None:
        answers = {**self._numbers, "feelings": ", ".join(self._feelings), "helped": ", ".join(self._helped)}
        if self._was_begun or not self.is_blank:
            self._draft = self._visit.journal.keep_answers(replace(self._draft, body=self._note), answers)
            self._was_begun = True


def _scale_of(visit: Visit) -> Scale:
    try:
        return scale_named(visit.journal.setting(SCALE_SETTING) or DEFAULT_SCALE)
    except NotAllowed:
        return scale_named(DEFAULT_SCALE)


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


def _number(given: object, scale: Scale) -> int | None:
    """A number from a draft, where it is one of the scale's."""
    if isinstance(given, int) and scale.lowest is not None and scale.highest is not None:
        return given if scale.lowest <= given <= scale.highest else None
    return None


def said_after(visit: Visit, saved: CheckInSaved) -> list[str]:
    """Thanks, what was noted as helping, and at most one soft line of each kind."""
    lines = [of_check_in.SAVED]
    names = {tool.id: tool.name for tool in visit.journal.tools()}
    helping = [names[use.tool_id] for use in saved.check_in.tools_used if use.helped in ("a_lot", "a_little")]
    if helping:
        lines.append(of_check_in.you_noted(helping))
    if saved.support_is_offered:
        lines.append(words.HEAVY)
    if saved.that_day == of_check_in.MANY_FROM:
        lines.append(of_check_in.MANY)
    return lines
