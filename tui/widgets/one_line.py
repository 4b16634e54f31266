"""A field of one line, which keeps every line of what is pasted into it."""

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from tui.widgets.typed_signs import sign_of_words


class OneLine(Input):
    """An `Input` that joins the lines of a paste; Textual's own keeps the first and drops the rest."""

    def __init__(
        self,
        *,
        joined_by: str = " ",
        placeholder: str = "",
        id: str | None = None,  # noqa: A002  # Textual's own name
        suggester: Suggester | None = None,
    ) -> None:
        # Textual selects all on focus: the next letter would take the place of every word that stands there.
        super().__init__(placeholder=placeholder, id=id, suggester=suggester, select_on_focus=False)
        self._joined_by = joined_by

    def put(self, words: str) -> None:
        """Put what was chosen here, as if it had been typed."""
        self.value = words
        self.cursor_position = len(words)

    def on_key(self, event: events.Key) -> None:
        """Enter takes what stands there now; as a binding it would be overtaken by the letters typed after it."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self, self.value))
        elif (sign := sign_of_words(event)) is not None:
            event.stop()
            event.prevent_default()
            self.replace(sign, *self.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Put all of it in, lines joined."""
        event.stop()
        event.prevent_default()
        lines = [line.strip() for line in event.text.splitlines()]
        self.replace(self._joined_by.join(line for line in lines if line), *self.selection)
