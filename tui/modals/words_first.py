"""New recovery words, written on paper and two of them typed back before anything is changed."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.language import _
from tui.modals.at_work import AtWork, Work
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.words_on_paper import WordsOnPaper
from tui.wording import keys_screen as words

Answer = TypeVar("Answer")


class WordsFirst(AtWork[Answer]):
    """Answers with what came of it, or `None` where the old words stay.

    Args:
        recovery_words: the new ones, which do not count yet.
        work: lets them count, in another thread.
        saying: said while it works.
        lines: sentences above the words.
    """

    WHERE: ClassVar[str] = "recovery-words"
    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", _("go on")), ("Esc", _("leave it")), ("↑↓", _("look")))

    def __init__(
        self, recovery_words: tuple[str, ...], work: "Work[Answer]", saying: str, lines: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._recovery_words = recovery_words
        self._work = work
        self._while = saying
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            for line in self._lines:
                yield Static(as_content(line))
            yield WordsOnPaper(self._recovery_words, later=words.WORDS_NOT_NOW)
        yield KeysLine(self.KEYS)

    def on_words_on_paper_done(self, event: WordsOnPaper.Done) -> None:
        """They count from the moment that two were typed back; until then the ones before do."""
        event.stop()
        if event.confirmed:
            self._begin(self._work, self._go, self._while)
        else:
            self._go(None)

    def _say(self, sentence: str) -> None:
        """In the step's own line, which it fills itself too."""
        self.query_one("#said", Static).update(sentence)

    def _rest_fields(self, rest: bool) -> None:
        step = self.query_one(WordsOnPaper)
        step.disabled = rest
        if not rest:
            step.begin_again()
