"""One conversation in plain lines: it says, it asks, and it understands the few words that work everywhere.

It owns no sentence about the journal and opens nothing. Every line it says goes through `inert`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, Protocol

from tui.inert import inert
from tui.plain.folding import folded
from tui.wording import locking
from tui.wording import plain as words
from tui.wording.plain_support import TOPICS

Leaving = Literal["quit", "clear", "lock", "look-around"]
"""Why a person leaves: `clear` asks for an empty window as well, `lock` for the door again."""


class Back(Exception):
    """The person typed `back`: to the question before, or out of what was begun."""


class Leave(Exception):
    """The person wants to go. Whatever is on its way is kept by those it passes through."""

    def __init__(self, how: Leaving) -> None:
        super().__init__(how)
        self.how: Leaving = how


class HasUnfinished(BaseException):
    """A way out that came in the middle of a line."""

    unfinished = ""
    """The line that was never ended; whoever keeps it takes it."""

    def take(self) -> str:
        """The unfinished line, for the one who keeps it."""
        taken, self.unfinished = self.unfinished, ""
        return taken


class Away(Leave, HasUnfinished):
    """Nobody was there for a while, or the computer slept. Nobody is asked anything on the way out."""

    def __init__(self, unfinished: str = "") -> None:
        super().__init__("lock")
        self.unfinished = unfinished


class Ended(SystemExit, HasUnfinished):
    """Told to end, by whoever may say so."""

    def __init__(self, code: object, unfinished: str) -> None:
        super().__init__(code)
        self.unfinished = unfinished


def taken_from(leaving: BaseException) -> str:
    """The unfinished line that a way out came in the middle of, for the one who keeps it; empty where there is none."""
    return leaving.take() if isinstance(leaving, HasUnfinished) else ""


class SoonAway(Exception):
    """In half a minute it will be `Away`."""

    def __init__(self, begun: bool = False) -> None:
        super().__init__()
        self.begun = begun
        """Whether a line was begun; what is typed next goes on there."""


class EndOfInput(Exception):
    """There is nobody to answer any more. Whatever is on its way is kept."""


class NotText(Exception):
    """A line came that is no text."""


class Keyboard(Protocol):
    """Where answers come from."""

    was_cut: bool
    """Whether the last line was longer than the terminal hands over, so that its end is missing."""

    def line(self) -> str:
        """The next line without its end.

        Raises:
            EndOfInput: there is none. NotText: it is no text. SoonAway, Away: nobody is there. Ended: as it says.
        """


class Conversation:
    """Asks one question at a time and understands `skip`, `back`, `!`, `help` and `quit` at each of them."""

    def __init__(
        self,
        keyboard: Keyboard,
        write: Callable[[str], object],
        support: Callable[[str], Sequence[str]],
        *,
        is_typed: bool = False,
        width_cells: Callable[[], int | None] = lambda: None,
        hide: Callable[[], object] = lambda: None,
        line_within: Callable[[float], str | None] = lambda _: None,
    ) -> None:
        """Nothing is said yet.

        Args:
            keyboard: where answers come from.
            write: takes one line, without its end.
            support: the support lines: the first ones for an empty topic, else what there is about the topic.
            is_typed: whether a person types at a terminal, and can answer once more after an end of input.
            width_cells: how wide the window is now, or `None` where nothing has to fit into one.
            hide: puts what was said out of sight.
            line_within: a line, or `None` where none comes within so many seconds.
        """
        self._keyboard = keyboard
        self._write = write
        self._support = support
        self._width_cells = width_cells
        self.hide = hide
        self.line_within = line_within
        self.is_typed = is_typed

    def say(self, *lines: str) -> None:
        """Say some lines; a person's own words among them cannot act on a terminal."""
        width_cells = self._width_cells()
        for line in lines:
            # Folded first: what isolates words written from the right must not be on two rows.
            self._write("\n".join(inert(row) for row in folded(line, width_cells)))

    def ask(self, question: str, help_here: Sequence[str] = (), *, own_words: bool = False) -> str | None:
        """Ask for one line.

        Args:
            question: said again after support or help was asked for.
            help_here: what else can be typed at this question, for `help`.
            own_words: whether the answer is the person's own words, so that half of it is worth keeping.

        Returns:
            What was typed, without the spaces around it; `None` where it was skipped.

        Raises:
            Back, Leave, EndOfInput: as they say.
        """
        while True:
            self.say(question)
            try:
                typed = self.line().strip()
            except HasUnfinished as leaving:
                if not own_words:
                    # Half a choice, or half a secret.
                    leaving.take()
                raise
            # A full stop alone ends a longer text; at a question of one line it can mean no more than that.
            if typed.casefold() in ("", ".", words.SKIP):
                return None
            if not self.understood(typed, help_here):
                return typed

    def ask_needed(self, question: str, reminder: str) -> str:
        """Ask for words on one line that cannot be left blank; where they are, say `reminder` and ask again."""
        while (typed := self.ask(question, own_words=True)) is None:
            self.say(reminder)
        return typed

    def line(self) -> str:
        """The next line as it came; one that is no text is told, and the one after it is taken."""
        while True:
            try:
                typed = self._keyboard.line()
            except NotText:
                self.say(words.NOT_TEXT)
                continue
            except SoonAway as soon:
                # Words that stand on the row without an end would run into it.
                self.say(*([""] if soon.begun else []), locking.SOON, *([locking.GOES_ON_HERE] if soon.begun else []))
                continue
            if self._keyboard.was_cut:
                self.say(words.CUT_SHORT)
            return typed

    def understood(self, typed: str, help_here: Sequence[str] = ()) -> bool:
        """Do what one of the words means that work everywhere; whether it was one of them.

        Raises:
            Back, Leave: as they say.
        """
        word = " ".join(typed.casefold().split())
        if word == words.BACK:
            raise Back
        if word in words.LEAVING:
            raise Leave("quit")
        if word == words.QUIT_CLEAR:
            raise Leave("clear")
        if word in TOPICS:
            self.say_support(TOPICS[word])
        elif word in words.HELP:
            self.say(*help_here, *words.EVERYWHERE)
        else:
            return False
        return True

    def say_support(self, topic: str = "") -> None:
        """Say the support lines, right away: the first ones, or what there is about a topic. Nothing is kept of it."""
        self.say(*self._support(topic))

    @contextmanager
    def support_from(self, support: Callable[[str], Sequence[str]]) -> Iterator[None]:
        """Take the support lines from there for a while: when the journal is open, with the person's own."""
        before, self._support = self._support, support
        try:
            yield
        finally:
            self._support = before
