"""Keys: every deed with the keys it has. Enter takes another key, or takes one away; what cannot be is said."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.errors import BadInput, CairnError
from tui.actions import DEEDS, PERSON, Deed, Whose, deeds_of
from tui.chosen import put_keys
from tui.key_map import KEYS, KeyMap, key_map_in
from tui.language import _, sentence_of
from tui.modals.press_key import PressKey
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import Desk
from tui.widgets.deed_rows import DeedRow, DeedRows
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import settings_keys as words


class SettingsKeys(Hearing):
    """One list, grouped by screen."""

    WHERE = "keys"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("keys"))

    def __init__(self, desk: Desk, whose: Whose = PERSON) -> None:
        """Nothing is read yet.

        Args:
            desk: the open journal, which keeps the keys.
            whose: whose home it is: those of another kind are not listed.
        """
        super().__init__()
        self._desk = desk
        self._keys = KeyMap()
        self._deeds = by_screen(whose)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield Static(words.HOW, classes="muted", markup=False)
            yield DeedRows(self._rows())
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def _rows(self) -> list[DeedRow]:
        above = ""
        rows = []
        for deed in self._deeds:
            place = words.place_name(deed.where)
            rows.append(DeedRow(deed.id, deed.words, self._shown(deed), place if place != above else ""))
            above = place
        return rows

    def _shown(self, deed: Deed) -> str:
        return self._keys.shown(deed) or words.NONE

    def keys_shown(self) -> list[tuple[str, str]]:
        return [
            ("Enter", _("another key")),
            ("Esc", _("back")),
            ("Delete", _("as it came")),
            ("Shift+Delete", _("all of them")),
        ]

    def on_mount(self) -> None:
        self.query_one(DeedRows).focus(scroll_visible=False)
        self._say("")
        self.journal_changed()

    def journal_changed(self) -> None:
        self.hear(self._desk.ask(lambda journal: journal.setting(KEYS)), self._show)

    def _show(self, row: str | None) -> None:
        try:
            self._keys = key_map_in(row)
        except BadInput:
            self._keys = KeyMap()
        rows = self.query_one(DeedRows)
        for deed in self._deeds:
            rows.say_about(deed.id, self._shown(deed))

    # Changing

    def on_deed_rows_chosen(self, event: DeedRows.Chosen) -> None:
        deed = next(one for one in self._deeds if one.id == event.row_id)
        self._say("")

        def changed(key: str) -> KeyMap:
            has = self._keys.keys_of(deed)
            now = tuple(one for one in has if one != key) if key in has else (*has, key)
            return self._keys.with_keys(deed, now)

        def pressed(key: str | None) -> None:
            if key is not None:
                self._put(changed(key), lambda keys: words.has_now(deed.words, keys.shown(deed)))

        self.app.push_screen(PressKey(words.heading(deed.words, self._keys.shown(deed)), changed), pressed)

    def action_as_it_came(self) -> None:
        """The one looked at has the keys again that it came with."""
        deed = self._deeds[self.query_one(DeedRows).looked_at]
        try:
            keys = self._keys.with_keys(deed, deed.keys)
        except BadInput as problem:
            self._say(sentence_of(problem))
        else:
            self._put(keys, lambda keys: words.has_now(deed.words, keys.shown(deed)))

    def action_as_they_came(self) -> None:
        """All of them have."""
        self._put(KeyMap(), lambda _: words.ALL_AS_THEY_CAME)

    def _put(self, keys: KeyMap, said: Callable[[KeyMap], str]) -> None:
        asked = self._desk.ask(lambda journal: put_keys(journal, keys))
        self.hear(asked, lambda kept: self._done(kept, said(kept)), self._refused)

    def _done(self, keys: KeyMap, sentence: str) -> None:
        self._show(keys.as_row())
        self._say(sentence)
        self.announce_change()

    def _refused(self, problem: CairnError) -> None:
        self._say(sentence_of(problem))

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))
        said.display = bool(sentence)

    def action_back(self) -> None:
        self.dismiss()


def by_screen(whose: Whose = PERSON) -> list[Deed]:
    """Every deed of one kind of home, those of one screen together, in the order of the list."""
    deeds = [deed for deed in DEEDS if deed.is_in(whose)]
    screens = dict.fromkeys(deed.where for deed in deeds)
    return [deed for where in screens for deed in deeds if deed.where == where]
