"""The one quiet line under the check-in about keys and copies: which it is, and what can be answered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from journal.use_cases.open_journal import ELSEWHERE, OLDER_SEEN, OpenJournal
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.wording import keys_screen as words


@dataclass(frozen=True, slots=True)
class TodayLine:
    """What it is about, and what it says."""

    about: str
    """`older`, `words`, `check-words` or `elsewhere`."""
    says: str
    day: str = ""
    """Of the newer safety copy, where it is about one."""


class KeepingWanted(Message):
    """The person took up what the line offers: a deed of Keys and copies, by its name."""

    def __init__(self, deed: str, day: str = "") -> None:
        super().__init__()
        self.deed = deed
        self.day = day
        """Of the safety copy that is meant, if one is."""


def line_of(journal: OpenJournal) -> TodayLine | None:
    """The first that holds, or none: never two at a time."""
    from journal.use_cases.opening import WORDS_CONFIRMED

    newer = journal.newer_copy_day()
    if newer is not None and journal.setting(OLDER_SEEN) != newer.isoformat():
        return TodayLine("older", words.older_line(newer.isoformat()), newer.isoformat())
    if journal.setting(WORDS_CONFIRMED) != "yes":
        return TodayLine("words", words.WORDS_WAITING)
    if journal.is_words_check_due():
        return TodayLine("check-words", f"{words.STILL_HAVE_WORDS} {words.PRESS}")
    if journal.is_elsewhere_due():
        return TodayLine("elsewhere", f"{words.ELSEWHERE_QUESTION} {words.PRESS}")
    return None


def answer_line(screen: Hearing, desk: Desk, line: TodayLine) -> None:
    """Ask what the line asks. Esc leaves it for another time; every other answer settles it."""

    def want(deed: str) -> None:
        screen.post_message(KeepingWanted(deed, line.day))

    def settle(deed: "Callable[[OpenJournal], object]", sentence: str) -> None:
        def said(_: object) -> None:
            screen.app.notify(sentence, markup=False)
            screen.announce_change()

        screen.hear(desk.ask(deed), said)

    def ask(question: Choose, *thens: Callable[[], object]) -> None:
        def answered(index: int | None) -> None:
            if index is not None:
                thens[index]()

        screen.app.push_screen(question, answered)

    if line.about == "older":
        question = Choose(words.OLDER_QUESTION, words.OLDER_OPTIONS, lines=(words.newer_copy(line.day),))
        noted = partial(settle, lambda journal: journal.choose(OLDER_SEEN, line.day), words.OLDER_NOTED)
        ask(question, noted, partial(want, "put-back"))
    elif line.about == "check-words":
        put_off = partial(settle, lambda journal: journal.note_words_checked(), words.ASKED_IN_A_YEAR)
        ask(Choose(words.STILL_HAVE_WORDS, words.YEARLY_OPTIONS), partial(want, "check-words"), put_off)
    elif line.about == "elsewhere":
        question = Choose(words.ELSEWHERE_QUESTION, words.ELSEWHERE_OPTIONS, lines=words.FOLDER_LINES)
        ask(question, partial(want, "folder"), partial(settle, _stay_here, words.ONLY_HERE))
    else:
        want("new-words")


def _stay_here(journal: OpenJournal) -> None:
    journal.choose(ELSEWHERE, "")
