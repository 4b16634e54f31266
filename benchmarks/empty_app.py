"""The smallest Textual app there is: what the first frame of Unlock is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static

MARKER = "Here-is-nothing"
"""One word, so that no style can fall between its letters."""


class EmptyApp(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static(MARKER)


if __name__ == "__main__":
    EmptyApp().run()
