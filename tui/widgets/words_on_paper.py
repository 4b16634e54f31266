"""Recovery words: shown once, to be written on paper, and two of them typed back, or later."""

import random

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.choice import OneOf
from tui.wording import screen as words

MOST_COLUMNS = 3
CELL = 17
"""A place, a word of at most eight letters, and air, in cells."""


class WordsOnPaper(Vertical):
    """The words, then the question; says `Done` when two were typed back, or when it is for later."""

    DEFAULT_CSS = """
    WordsOnPaper { height: auto; }
    WordsOnPaper > Static, WordsOnPaper > #typed-back { height: auto; }
    WordsOnPaper #list { margin: 1 0; }
    """

    BINDINGS = [Binding("escape", "show_again", show=False)]

    class Done(Message):
        """The person has them on paper (`confirmed`), or will do it later."""

        def __init__(self, confirmed: bool) -> None:
            super().__init__()
            self.confirmed = confirmed

    def __init__(self, recovery_words: tuple[str, ...], later: str = words.WORDS_LATER) -> None:
        """Shown as soon as it is mounted.

        Args:
            recovery_words: what is shown.
            later: what the way out is called that takes none of them.
        """
        super().__init__()
        self._recovery_words = recovery_words
        self._later = later
        self._places: list[int] = []

    def compose(self) -> ComposeResult:
        yield Static(words.WORDS_TITLE, classes="heading", markup=False)
        yield Static(words.WORDS_WHY, id="why", markup=False)
        yield Static("", id="list", markup=False)
        yield OneOf([words.WORDS_NOW, self._later], id="now-or-later")
        with Vertical(id="typed-back"):
            yield Static(words.WORDS_BACK, markup=False)
            for number in ("first", "second"):
                yield Static("", id=f"{number}-question", markup=False)
                yield Input(id=f"{number}-word")
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        self._show_words(True)

    def on_resize(self, event: events.Resize) -> None:
        self.query_one("#list", Static).update(self._list(event.size.width))
        if self.screen.focused is not None:
            # The list may be higher now, and what is focused lower.
            self.call_after_refresh(self.screen.focused.scroll_visible, animate=False)

    def begin_again(self) -> None:
        """What was to be done with them could not be: show them again."""
        self._show_words(True)

    @on(OneOf.Chosen, "#now-or-later")
    def now_or_later(self, event: OneOf.Chosen) -> None:
        if event.index == 1:
            self.post_message(self.Done(False))
            return
        # Drawn anew each time, so that the answer cannot be kept in mind from the last try.
        self._places = sorted(random.SystemRandom().sample(range(len(self._recovery_words)), 2))
        for number, place in zip(("first", "second"), self._places, strict=True):
            self.query_one(f"#{number}-question", Static).update(words.type_word(place + 1))
            self.query_one(f"#{number}-word", Input).value = ""
        self._show_words(False)

    @on(Input.Submitted)
    def compare(self, event: Input.Submitted) -> None:
        """The second word follows the first; both right is done."""
        event.stop()
        if event.input.id == "first-word":
            self.query_one("#second-word", Input).focus()
            return
        typed = [self.query_one(f"#{number}-word", Input).value for number in ("first", "second")]
        right = [self._recovery_words[place] for place in self._places]
        if [word.strip().lower() for word in typed] == right:
            self.post_message(self.Done(True))
        else:
            self.query_one("#said", Static).update(words.WORD_WRONG)

    def action_show_again(self) -> None:
        """Back to the words; where they are shown, Escape is somebody else's."""
        if self.query_one("#list").display:
            raise SkipAction
        self._show_words(True)

    def _show_words(self, shown: bool) -> None:
        for query in ("#why", "#list", "#now-or-later"):
            self.query_one(query).display = shown
        self.query_one("#typed-back").display = not shown
        self.query_one("#said", Static).update("")
        self.query_one("#now-or-later" if shown else "#first-word").focus()

    def _list(self, width: int) -> str:
        """Down the columns, as one writes a list on paper; as many as there is room for."""
        columns = min(MOST_COLUMNS, max(1, width // CELL))
        rows = -(-len(self._recovery_words) // columns)
        cells = [f"{place:>2} {word}".ljust(CELL) for place, word in enumerate(self._recovery_words, 1)]
        return "\n".join("".join(cells[row::rows]).rstrip() for row in range(rows))
