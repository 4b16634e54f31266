"""A key, asked for by pressing it. What it may be is looked at here, and said until it is one that may."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.errors import BadInput
from tui.key_map import as_key
from tui.language import sentence_of
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import settings_keys as words

Take = Callable[[str], object]
"""Takes a key; a `BadInput` says why it cannot be."""


class PressKey(ModalScreen[str | None]):
    """Answers with a key that can be taken, or `None` after Escape."""

    TAKES_EVERY_KEY: ClassVar[bool] = True
    """All but support, lock and quick exit wait: the key may be one of theirs."""

    def __init__(self, heading: str, take: Take) -> None:
        """Nothing is pressed yet.

        Args:
            heading: what the key is for, and the keys that it has.
            take: tried with each key that is pressed, until one can be taken.
        """
        super().__init__()
        self._heading = heading
        self._take = take
        self._answered = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._heading), classes="heading")
            yield Static(as_content(f"{words.PRESS} {words.PRESS_AGAIN}"))
            yield Static(words.WAITING, id="said", markup=False)
        yield KeysLine(words.PRESS_KEYS)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self._answer(None)
            return
        try:
            key = as_key(event.key)
            self._take(key)
        except BadInput as problem:
            self.query_one("#said", Static).update(as_content(sentence_of(problem)))
        else:
            self._answer(key)

    def _answer(self, key: str | None) -> None:
        """Once, however many keys were pressed."""
        if not self._answered:
            self._answered = True
            self.dismiss(key)
