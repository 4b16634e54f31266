"""Where one lives, for support lines: on any day, and at the door too."""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from journal.paths import Home
from journal.use_cases.preferences import read_preferences, write_preferences
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import StoreThread
from tui.widgets.choice import OneOf
from tui.widgets.first_steps import WhereYouLive
from tui.widgets.keys_line import KeysLine
from tui.wording import screen as words


class Country(Hearing):
    """One question."""

    WHERE = "country"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("country"))

    def __init__(self, home: Home, store: StoreThread) -> None:
        super().__init__()
        self._home = home
        self._store = store

    def compose(self) -> ComposeResult:
        with Vertical(id="door"):
            yield WhereYouLive(self._home)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        if isinstance(self.focused, OneOf):
            return [("Enter", _("choose")), ("Esc", _("back")), ("↑↓", _("look"))]
        return [("Enter", _("go on")), ("Esc", _("back"))]

    def on_descendant_focus(self) -> None:
        """A country is typed; a part of it is chosen from a list."""
        self.say_keys()

    def on_where_you_live_said(self, event: WhereYouLive.Said) -> None:
        home = self._home

        def choose() -> None:
            # Read where it is written, so that a look that is on its way there is not written over.
            write_preferences(home, replace(read_preferences(home), country=event.country, region=event.region))

        self.hear(self._store.ask(choose), lambda _: self._chosen())

    def _chosen(self) -> None:
        self.app.notify(words.COUNTRY_CHOSEN, markup=False)
        self.dismiss()

    def action_back(self) -> None:
        self.dismiss()
