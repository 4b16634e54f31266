"""Words on several lines, typed until a full stop alone, and kept on the way so that nothing is lost."""

import math
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from journal.errors import Busy, KeyChanged, NoRoom
from tui.plain.conversation import Conversation, HasUnfinished, Leave, taken_from
from tui.wording import plain as words
from tui.wording.plain_support import TOPICS

KEEP_AFTER_S = 0.8
"""So much time lies between two keeps at least. Source: screens brief."""

Keep = Callable[[str], object]


def ask_long(
    talk: Conversation,
    question: str,
    *,
    begun: str = "",
    keep: Keep | None = None,
    blank_skips: bool = True,
    at_once: Sequence[str] = (),
    now_s: Callable[[], float] = time.monotonic,
) -> str | None:
    """Ask for words on as many lines as there are.

    On the first line the words that work everywhere do; after it a full stop alone ends, and `!` and
    `quit clear` alone on a line still work. Every other line belongs to the person.

    Args:
        talk: whom to ask.
        question: said first, and again after support or help.
        begun: words that are there already; what is typed goes on after them.
        keep: called now and then with everything so far, and once more where something comes between.
        blank_skips: whether Enter alone on the first line leaves it blank; on a page it is a blank line.
        at_once: words that are the whole answer when they stand on the first line.
        now_s: a clock that never goes back, in seconds.

    Returns:
        Everything, with what was begun; `None` where it was skipped.

    Raises:
        Back, Leave, EndOfInput: as they say; what was typed has been kept.
        NoRoom, Busy, KeyChanged: it could not be kept at the end.
    """
    page = _Page(begun, keep, now_s)
    try:
        first = _first_line(talk, question, blank_skips)
    except HasUnfinished as leaving:
        page.add_begun(leaving)
        page.keep_all()
        raise
    if first is None or first.strip().casefold() in at_once:
        return None if first is None else first.strip().casefold()
    line = first
    try:
        while line.strip() != words.FULL_STOP:
            if not _means_something(talk, line):
                page.add(line)
            line = talk.line()
    except BaseException as leaving:
        # The end of input, a way out, an interruption: whatever it is, the words come first.
        page.add_begun(leaving)
        page.keep_all()
        raise
    return page.text


def _first_line(talk: Conversation, question: str, blank_skips: bool) -> str | None:
    while True:
        talk.say(question)
        line = talk.line()
        typed = line.strip()
        if typed.casefold() == words.SKIP or (blank_skips and not typed):
            return None
        if not talk.understood(typed, (words.FULL_STOP_ENDS,)):
            return line


def _means_something(talk: Conversation, line: str) -> bool:
    word = " ".join(line.casefold().split())
    if word == words.QUIT_CLEAR:
        raise Leave("clear")
    if word not in TOPICS:
        return False
    talk.say_support(TOPICS[word])
    talk.say(words.GO_ON_WRITING)
    return True


class _Page:
    """What has been typed so far."""

    def __init__(self, begun: str, keep: Keep | None, now_s: Callable[[], float]) -> None:
        self._lines = [begun] if begun else []
        self._keep = keep
        self._now_s = now_s
        self._kept_at_s = -math.inf
        self._typed = False

    @property
    def text(self) -> str:
        return "\n".join(self._lines)

    def add(self, line: str) -> None:
        self._lines.append(line)
        self._typed = True
        if self._keep is not None and self._now_s() - self._kept_at_s >= KEEP_AFTER_S:
            # Where it cannot be kept just now, the next line tries again, and the end says so.
            with suppress(Busy, NoRoom, KeyChanged):
                self._keep(self.text)
            self._kept_at_s = self._now_s()

    def add_begun(self, leaving: BaseException) -> None:
        """The line that somebody was in the middle of, where there is anywhere to keep it."""
        if self._keep is not None and (line := taken_from(leaving)):
            self._lines.append(line)
            self._typed = True

    def keep_all(self) -> None:
        if self._keep is not None and self._typed:
            self._keep(self.text)


def with_ending(question: str, hint: str = "") -> str:
    """A question that takes several lines, and how they end."""
    asked = f"{question.removesuffix(':')}." if question.endswith(":") else question
    return " ".join(part for part in (asked, hint, words.FULL_STOP_ENDS) if part)
