"""An app with nothing but the widgets under test, in a cairn theme, that remembers what they said."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from tui.key_map import KeyMap
from tui.theme import DEFAULT_THEME, THEMES
from tui.widgets.inert_filter import InertFilter

AnyMessage = TypeVar("AnyMessage", bound=Message)


class Stage(App[None]):
    """Shows its widgets one under another, with every control left out of every line."""

    AUTO_FOCUS = ""

    def __init__(self, *widgets: Widget, theme: str = DEFAULT_THEME) -> None:
        super().__init__()
        self.widgets = widgets
        self.heard: list[Message] = []
        self.key_map = KeyMap()
        self._inert = InertFilter()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield from self.widgets

    def get_line_filters(self) -> list[LineFilter]:
        return [*super().get_line_filters(), self._inert]

    def hear(self, message: Message) -> None:
        """Remember a message once, although it passes through every parent."""
        if not any(message is earlier for earlier in self.heard):
            self.heard.append(message)

    def all_heard(self, kind: type[AnyMessage]) -> list[AnyMessage]:
        """The messages of this kind so far, oldest first."""
        return [message for message in self.heard if isinstance(message, kind)]

    def picture(self) -> list[str]:
        """What is on the screen, one string a row, without trailing spaces."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


@asynccontextmanager
async def on_stage(
    *widgets: Widget, size: tuple[int, int] = (80, 24), theme: str = DEFAULT_THEME
) -> AsyncIterator[tuple[Stage, Pilot[Any]]]:
    """Show the widgets, nothing focused, and give the app with something to press keys with."""
    stage = Stage(*widgets, theme=theme)
    async with stage.run_test(size=size, message_hook=stage.hear) as pilot:
        yield stage, pilot
