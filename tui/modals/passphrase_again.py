"""The passphrase, asked for once more while the journal is open: before something that somebody else must not do."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from journal.errors import CairnError, NotOpened
from tui.language import _, hint_of, sentence_of
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.secret import Secret
from tui.widgets.waiting import Waiting
from tui.wording import locking as words

Check = Callable[[str], "asyncio.Future[Any]"]
"""Tries a passphrase on the store thread.

Raises:
    NotOpened: in the answer, where it is another one.
"""


@dataclass(frozen=True, slots=True)
class Given:
    """The right passphrase, for the one who asked, and what the check gave back."""

    passphrase: str = field(repr=False)
    came_of_it: Any = field(default=None, repr=False)


class PassphraseAgain(Waiting[Given | None], ModalScreen[Given | None]):
    """Answers with the passphrase once it was right, or `None` after Escape. It keeps none itself.

    Args:
        why: what it is for, in a sentence.
        check: tries what was typed; it takes about as long as opening.
        lines: sentences under it.
        counts: whether a second wrong one in a row locks.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Tried(Message):
        """A passphrase was right, or not: the app locks after the second wrong one in a row."""

        def __init__(self, asked: "PassphraseAgain", was_right: bool) -> None:
            super().__init__()
            self.asked = asked
            self.was_right = was_right

    def __init__(self, why: str, check: Check, *, lines: Sequence[str] = (), counts: bool = True) -> None:
        super().__init__()
        self._why = why
        self._check = check
        self._lines = lines
        self._counts = counts
        self._checking = False
        self._answered = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._why), classes="heading")
            for line in self._lines:
                yield Static(as_content(line), classes="why")
            yield Static(words.PASSPHRASE, markup=False)
            yield Secret(id="secret")
            yield Static("", id="said", markup=False)
        yield KeysLine([("Enter", _("go on")), ("Esc", _("leave it"))])

    def on_mount(self) -> None:
        self.query_one(Secret).focus()

    @on(Input.Submitted, "#secret")
    def answer(self) -> None:
        """Try it, one at a time; the field is empty meanwhile."""
        passphrase = self.query_one(Secret).take()
        if not passphrase or self._checking or self._answered:
            return
        self._checking = True
        self._say(words.CHECKING)
        self.hear(
            self._check(passphrase), lambda came_of_it: self._was_right(Given(passphrase, came_of_it)), self._refused
        )

    def _was_right(self, given: Given) -> None:
        self._checking = False
        self._tell(True)
        self._go(given)

    def _refused(self, problem: CairnError) -> None:
        """A wrong one is said in its one sentence; whatever else came between, with what can be done."""
        self._checking = False
        wrong = isinstance(problem, NotOpened)
        self._say(sentence_of(problem) if wrong or not problem.hint else f"{sentence_of(problem)}\n{hint_of(problem)}")
        if wrong:
            self._tell(False)

    def _tell(self, was_right: bool) -> None:
        if self._counts:
            self.post_message(self.Tried(self, was_right))

    def action_leave(self) -> None:
        """Away, without it. A check that is under way comes to nothing."""
        self._go(None)

    def _go(self, given: Given | None) -> None:
        """Once, however many keys were pressed."""
        if not self._answered:
            self._answered = True
            self.dismiss(given)

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(sentence)
