"""A field for a passphrase or recovery words: what is typed goes in, and leaves only by `take`."""

from textual import events
from textual.selection import Selection
from textual.widgets import Input

from tui.widgets.typed_signs import sign_of_words


class Secret(Input):
    """An `Input` that shows dots and never lets its words reach a clipboard."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Secret {
        height: 1;
        border: none;
        border-left: vkey $text-muted;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; border-left: thick $primary; }
    }
    """

    def __init__(
        self,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, password=True, id=id, classes=classes)
        self.set_reactive(Input.cursor_blink, False)

    def take(self) -> str:
        """What was typed; the field is empty afterwards."""
        taken = self.value
        self.value = ""
        return taken

    def on_key(self, event: events.Key) -> None:
        """Take every sign that is part of words: plain lines and a shell do, and it shall open from there and here."""
        if (sign := sign_of_words(event)) is not None:
            event.stop()
            event.prevent_default()
            self.replace(sign, *self.selection)

    def on_paste(self, event: events.Paste) -> None:
        """Take every line of a paste: recovery words are often written down in several."""
        lines = [line.strip() for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            event.stop()
            event.prevent_default()
            self.replace(" ".join(lines), *self.selection)

    # Copy and cut end here on purpose: passed on, the key would reach the screen's own copy.
    def action_copy(self) -> None:
        """Nothing: a clipboard is read by every program."""

    def action_cut(self) -> None:
        """Nothing, for the same reason; what is marked stays."""

    @property
    def selected_text(self) -> str:
        """Always empty: this is what a clipboard would be given."""
        return ""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Nothing, when the screen gathers what the mouse has marked."""
        return None
