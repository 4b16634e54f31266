"""What opens a backup: its passphrase, or its recovery words. They are those of the day it was made."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tui.modals.at_work import AtWork
from tui.widgets.keyed import Keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.secret import Secret
from tui.wording import copies
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.unlocking import Way

Answer = TypeVar("Answer")
Tries = Callable[[str, "Way"], "asyncio.Future[Answer]"]


class BackupWayIn(AtWork[Answer]):
    """Answers with what came of the right one. A wrong one is said here; it is no reason to lock.

    Args:
        tries: begins to open the backup in another thread, with what was typed.
    """

    WHERE: ClassVar[str] = "unlock"
    """The same key as at the door."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "use_words", show=False, priority=True, id="words.first")
    ]
    KEYS: ClassVar[Sequence[tuple[str, str]]] = words.BACKUP_KEYS

    def __init__(self, tries: "Tries[Answer]") -> None:
        super().__init__()
        self._tries = tries
        self._with_words = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(copies.BACKUP_PASSPHRASE, id="question", classes="heading", markup=False)
            yield Secret(id="secret")
            yield Static("", id="said", markup=False)
            yield Keyed(words.WORDS_KEY, id="other-way", classes="muted")
            yield Static(words.OPENS_BACKUP, classes="muted", markup=False)
        yield KeysLine(self.KEYS)

    def on_mount(self) -> None:
        self.query_one(Secret).focus()

    @on(Input.Submitted)
    def answer(self) -> None:
        secret = self.query_one(Secret).take()
        if secret:
            way: Way = "recovery" if self._with_words else "passphrase"
            self._begin(lambda _: self._tries(secret, way), self._go, words.ONE_MOMENT)

    def action_use_words(self) -> None:
        """Between the passphrase and the recovery words, and back."""
        if self._working:
            return
        self._with_words = not self._with_words
        asked = copies.BACKUP_WORDS if self._with_words else copies.BACKUP_PASSPHRASE
        self.query_one("#question", Static).update(asked)
        self.query_one("#other-way", Keyed).say(words.PASSPHRASE_KEY if self._with_words else words.WORDS_KEY)
        field = self.query_one(Secret)
        field.take()
        field.password = not self._with_words
        self._say("")

    def _rest_fields(self, rest: bool) -> None:
        field = self.query_one(Secret)
        field.disabled = rest
        if not rest:
            field.focus()
