"""Settings: one row for each thing that can be chosen, its value in words. Enter changes it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from journal.errors import CairnError
from journal.paths import Home
from journal.use_cases.preferences import Preferences
from tui.actions import PERSON, Whose, deeds_of
from tui.chosen import Chosen, put_outside, read_chosen, ready_inside
from tui.language import _, sentence_of
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.settings_questions import AT_ONCE, ask_for
from tui.store_thread import Desk
from tui.widgets.deed_rows import DeedRow, DeedRows
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import settings as words
from tui.wording.facilitating import FACILITATORS_HOME

ROWS = {
    "name": words.YOU,
    "dimensions": words.CHECK_IN,
    "scale": "",
    "easy": "",
    "hidden-prompts": "",
    "hidden-themes": "",
    "look": words.SCREEN,
    "quiet": "",
    "plain": "",
    "keys": "",
    "lock-after": words.JOURNAL,
    "country": "",
    "support-file": "",
    "first-day": "",
}
"""Each row by the name that is typed elsewhere, and what stands above it. The part of a country is asked with it."""
OF_A_FACILITATOR = {
    "look": words.SCREEN,
    "quiet": "",
    "plain": "",
    "keys": "",
    "lock-after": FACILITATORS_HOME,
    "country": "",
    "support-file": "",
}
"""The rows in a facilitator's home."""
OF_THE_APP = {"lock-after": "app.lock_after", "country": "app.country", "support-file": "app.support_file"}
"""Those that have a question of their own already."""


class Settings(Hearing):
    """One list. What the row does stands under it, and what came of a choice beside that."""

    WHERE = "settings"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("settings"))

    class Worn(Message):
        """Something that shows on every screen was chosen, and is to be seen now."""

        def __init__(self, outside: Preferences) -> None:
            super().__init__()
            self.outside = outside

    def __init__(self, desk: Desk, home: Home, first: str = "", whose: Whose = PERSON) -> None:
        """Nothing is read yet.

        Args:
            desk: the open journal.
            home: where what is known before its door is kept.
            first: the row that is looked at from the start; empty for the first.
            whose: whose home it is.
        """
        super().__init__()
        self._desk = desk
        self._home = home
        self._first = first
        self._whose = whose
        self._listed = ROWS if whose == PERSON else OF_A_FACILITATOR
        self._chosen: Chosen | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield DeedRows([DeedRow(name, called(name), "", heading) for name, heading in self._listed.items()])
        yield Static("", id="does", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Enter", _("change")), ("Esc", _("back")), ("↑↓", _("look")), ("F1", _("help"))]

    def on_mount(self) -> None:
        rows = self.query_one(DeedRows)
        rows.focus(scroll_visible=False)
        self.watch(rows, "looked_at", self._say_what_it_does)
        if self._first in self._listed:
            rows.looked_at = list(self._listed).index(self._first)
        self._say("")

    # Reading

    def on_screen_resume(self) -> None:
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        home = self._home
        self.hear(self._desk.ask(lambda journal: read_chosen(journal, home)), self._show)

    def _show(self, chosen: Chosen) -> None:
        self._chosen = chosen
        rows = self.query_one(DeedRows)
        for name in self._listed:
            rows.say_about(name, said_of(chosen, name))

    def _say_what_it_does(self, place: int) -> None:
        name = list(self._listed)[place]
        # A look can be chosen all the same, for a terminal where colours are wanted.
        said = words.NO_COLOUR if name == "look" and self.app.no_color else does(name)
        self.query_one("#does", Static).update(said)
        self._say("")

    # Changing

    def on_deed_rows_chosen(self, event: DeedRows.Chosen) -> None:
        name, chosen = event.row_id, self._chosen
        self._say("")
        if name in OF_THE_APP:
            self.call_later(self.run_action, OF_THE_APP[name])
        elif name == "keys":
            from tui.screens.settings_keys import SettingsKeys

            self.app.push_screen(SettingsKeys(self._desk, self._whose))
        elif chosen is not None:
            ask_for(name, chosen, self.app.push_screen, lambda typed: self._choose(name, typed))

    def _choose(self, name: str, typed: str) -> None:
        home = self._home
        if name in AT_ONCE:
            asked = self._desk.ask(lambda _: put_outside(home, name, typed))
            self.hear(asked, lambda outside: self._worn(name, outside), self._refused)
            return
        try:
            choose = ready_inside(name, typed)
        except CairnError as problem:
            self._refused(problem)
            return
        self.hear(self._desk.ask(choose), lambda _: self._done(name), self._refused)

    def _worn(self, name: str, outside: Preferences) -> None:
        self.post_message(self.Worn(outside))
        self._done(name)

    def _done(self, name: str) -> None:
        self.announce_change()
        home = self._home

        def tell(chosen: Chosen) -> None:
            self._show(chosen)
            self._say(words.chosen(name, chosen.in_words(name)))

        self.hear(self._desk.ask(lambda journal: read_chosen(journal, home)), tell)

    def _refused(self, problem: CairnError) -> None:
        self._say(sentence_of(problem))

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))
        said.display = bool(sentence)

    def action_back(self) -> None:
        self.dismiss()


def called(name: str) -> str:
    """What a row is called."""
    return words.SUPPORT_FILE if name == "support-file" else words.CALLED[name]


def does(name: str) -> str:
    """What it does, in a sentence."""
    return words.SUPPORT_FILE_DOES if name == "support-file" else words.DOES[name]


def said_of(chosen: Chosen, name: str) -> str:
    """How one choice stands, in words; where it cannot be read, that is said too."""
    if name == "support-file":
        return words.SUPPORT_FILE_ASKS
    said = chosen.in_words(name)
    beside = ("region",) if name == "country" else ()
    unreadable = {name, *beside} & set(chosen.unreadable)
    return words.not_read_here(said) if unreadable else said
