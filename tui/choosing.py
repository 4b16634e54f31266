"""What a person has chosen, put to use: their keys, their look, the quiet screen. What cannot be read is said."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from journal.clock import Clock
from journal.errors import CairnError
from journal.paths import Home
from journal.use_cases.preferences import Preferences
from tui.key_map import KeyMap
from tui.outside import read_outside
from tui.telling import TELL_AGAIN_S, TellingApp
from tui.theme import THEMES, look_for
from tui.widgets.hardware_cursor import HardwareCursor
from tui.widgets.keyed import Keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import QUIET, LongList
from tui.widgets.nav import Nav

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from tui.chosen import Chosen
    from tui.screens.settings import Settings


class ChoosingApp(TellingApp):
    """Wears the look that was chosen from its first frame on, and the keys from the moment the journal is open."""

    FOLLOW_EVERY_S: ClassVar[float] = 0.1
    """How often the cursor of the quiet screen looks where the focus is."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__(home, clock)
        self.key_map = KeyMap()
        """The keys as they are now."""
        self._cursor: HardwareCursor | None = None
        self._told_unreadable: tuple[str, ...] = ()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        outside, self._unreadable_outside = read_outside(home)
        self.begin_with(self._look_of(outside))
        self.set_class(outside.quiet, QUIET, update=False)

    def begin_with(self, look: str) -> None:
        """Take a look before anything is drawn: no style has been read yet that would have to be read again."""
        if self.available_themes[look].ansi:
            self.theme = look
        else:
            self.set_reactive(ChoosingApp.theme, look)
            self.stylesheet.set_variables(self.get_css_variables())

    def _look_of(self, outside: Preferences) -> str:
        shows = sys.__stdout__ is not None and sys.__stdout__.isatty()
        return look_for(outside.look, self.console.color_system if shows else None, no_color=self.no_color)

    # Outside the journal

    def begin_to_show(self) -> None:
        """With the first screen: say what cannot be read, and show the cursor where that is wanted."""
        self._follow_focus(wanted=self.has_class(QUIET))
        if self._unreadable_outside:
            self._say_unreadable(self._unreadable_outside)

    def wear(self, outside: Preferences) -> None:
        """Put on another look, at once."""
        look = self._look_of(outside)
        if look != self.theme:
            self.theme = look
        if outside.quiet is not self.has_class(QUIET):
            self.set_class(outside.quiet, QUIET)
            # The screens behind this one would keep the styles they had until they are mounted anew.
            for screen in self._every_screen():
                self.stylesheet.update(screen)
        self._follow_focus(wanted=outside.quiet)

    def _follow_focus(self, *, wanted: bool) -> None:
        if wanted and self._cursor is None:
            self._cursor = HardwareCursor(self)
            self._cursor.follow_every(self.FOLLOW_EVERY_S)
        elif not wanted and self._cursor is not None:
            self._cursor.hide()
            self._cursor = None

    def on_settings_worn(self, event: "Settings.Worn") -> None:
        """Another look was chosen on the screen of settings."""
        self.wear(event.outside)

    # Inside it

    def announce_change(self) -> None:
        """A choice may be among what was changed."""
        super().announce_change()
        self.read_choices()

    def read_choices(self) -> None:
        """Ask the journal what was chosen; until it answers, and where it cannot, nothing changes."""
        self.work_at(self._read_choices)

    async def _read_choices(self) -> None:
        journal, home = self._journal, self._home
        if journal is None:
            return
        try:
            chosen = await self._store.ask(lambda: _read(journal, home))
        except CairnError:
            return
        self._take(chosen)

    def _take(self, chosen: "Chosen") -> None:
        if chosen.keys != self.key_map:
            self.key_map = chosen.keys
            self.set_keymap(chosen.keys.for_textual())
            for screen in self._every_screen():
                for drawn in (*screen.query(KeysLine), *screen.query(LongList), *screen.query(Nav)):
                    drawn.refresh()
                for sentence in screen.query(Keyed):
                    sentence.fill_in()
            # Whatever else names a key is drawn anew with what the journal holds.
            super().announce_change()
        told = set(self._told_unreadable) | set(self._unreadable_outside)
        self._told_unreadable = chosen.unreadable
        if new := tuple(name for name in chosen.unreadable if name not in told):
            self._say_unreadable(new)

    def _say_unreadable(self, names: Sequence[str]) -> None:
        from tui.wording import settings as words

        self.notify(words.not_read(names), timeout=TELL_AGAIN_S, markup=False)


def _read(journal: "OpenJournal", home: Home) -> "Chosen":
    """On the store thread, which loads what the first frame did not need."""
    from tui.chosen import read_chosen

    return read_chosen(journal, home)
