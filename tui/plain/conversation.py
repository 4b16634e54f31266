"""One conversation in plain lines: it says, it asks, and it understands the few words that work everywhere.

It owns no sentence about the journal and opens nothing. Every line it says goes through `inert`.
"""

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from tui.inert import inert
from tui.plain.folding import folded
from tui.wording import plain as words

Leaving = Literal["quit", "clear", "lock", "look-around"]
"""Why a person leaves: `clear` asks for an empty window as well, `lock` for the door again."""


class Back(Exception):
    """The person typed `back`: to the question before, or out of what was begun."""


class Leave(Exception):
    """The person wants to go. Whatever is on its way is kept by those it passes through."""

    def __init__(self, how: Leaving) -> None:
        super().__init__(how)
        self.how: Leaving = how


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
            EndOfInput: there is none. NotText: it is no text.
        """


class Conversation:
    """Asks one question at a time and understands `skip`, `back`, `!`, `help` and `quit` at each of them."""

    def __init__(
        self,
        keyboard: Keyboard,
        write: Callable[[str], object],
        support: Callable[[bool], Sequence[str]],
        *,
        is_typed: bool = False,
        width_cells: Callable[[], int | None] = lambda: None,
    ) -> None:
        """Nothing is said yet.

        Args:
            keyboard: where answers come from.
            write: takes one line, without its end.
            support: the support lines; all of them where it is given `True`, else the first ones.
            is_typed: whether a person types at a terminal, and can answer once more after an end of input.
            width_cells: how wide the window is now, or `None` where nothing has to fit into one.
        """
        self._keyboard = keyboard
        self._write = write
        self._support = support
        self._width_cells = width_cells
        self.is_typed = is_typed

    def say(self, *lines: str) -> None:
        """Say some lines; a person's own words among them cannot act on a terminal."""
        width_cells = self._width_cells()
        for line in lines:
            # Folded first: what isolates words written from the right must not be on two rows.
            self._write("\n".join(inert(row) for row in folded(line, width_cells)))

    def ask(self, question: str, help_here: Sequence[str] = ()) -> str | None:
        """Ask for one line.

        Args:
            question: said again after support or help was asked for.
            help_here: what else can be typed at this question, for `help`.

        Returns:
            What was typed, without the spaces around it; `None` where it was skipped.

        Raises:
            Back, Leave, EndOfInput: as they say.
        """
        while True:
            self.say(question)
            typed = self.line().strip()
            # A full stop alone ends a longer text; at a question of one line it can mean no more than that.
            if typed.casefold() in ("", ".", words.SKIP):
                return None
            if not self.understood(typed, help_here):
                return typed

    def ask_needed(self, question: str, reminder: str) -> str:
        """Ask for one line that cannot be left blank; where it is, say `reminder` and ask again."""
        while (typed := self.ask(question)) is None:
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
        if word in (words.SUPPORT, words.SUPPORT_MORE):
            self.say_support(every=word == words.SUPPORT_MORE)
        elif word in words.HELP:
            self.say(*help_here, *words.EVERYWHERE)
        else:
            return False
        return True

    def say_support(self, *, every: bool = False) -> None:
        """Say the support lines, right away. Nothing is kept of it."""
        self.say(*self._support(every))
