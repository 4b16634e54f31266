"""One thing of the toolbox, to read: everything that is filled in, and what is open."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.parts import values_of
from journal.domain.shelves import SHELVES, CopingTool, MyStory, Thing
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import JournalRefused, bindings_of
from tui.screens.one_thing import OneThing
from tui.screens.toolbox_forms import ask_whether_it_helped, can_be_changed_here, change_form
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import goals, screen
from tui.wording import parts as of_parts
from tui.wording import toolbox as words
from tui.wording.things import thing_in_lines


class ToolboxThing(OneThing):
    """A tool, a strength, a person or a story."""

    WHERE = "toolbox-thing"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("toolbox-thing"))

    def __init__(self, desk: Desk, kind: str, thing_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._thing_id = thing_id
        self._thing: Thing | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="body")
            yield Static("", id="open", classes="muted", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        mark = [("M", _("did it help"))] if self._kind == "tool" else []
        return [("Esc", _("back")), ("E", _("change or add")), *mark, ("Delete", _("delete"))]

    def on_mount(self) -> None:
        self.say("")
        self.query_one("#column").focus()
        self._read()

    def _read(self) -> None:
        kind, thing_id = self._kind, self._thing_id
        self.hear(self._desk.ask(lambda journal: journal.thing(kind, thing_id)), self._show)

    def _show(self, thing: Thing) -> None:
        self._thing = thing
        self.say("")
        name, *parts = thing_in_lines(thing)
        if isinstance(thing, MyStory):
            # A story is read from its beginning to its end, with nothing of ours above its words.
            name, parts = thing.title or words.SHELVES["story"], [thing.body]
        self.query_one("#head", Static).update(as_content(name))
        self.query_one("#body", Static).update(as_content("\n" + "\n\n".join(parts)) if parts else "")
        self.query_one("#open", Static).update("\n" + self._what_is_open(thing))

    def _what_is_open(self, thing: Thing) -> str:
        if isinstance(thing, MyStory):
            return words.STORY_STAYS_HERE
        blank = [name for name, value in values_of(thing, SHELVES[self._kind].parts).items() if not value]
        if not blank:
            return ""
        labels = [f"  {of_parts.label(self._kind, name)}" for name in blank]
        return "\n".join((words.OPEN_PARTS, *labels, "", goals.REST_IS_OPEN))

    def on_journal_refused(self, event: JournalRefused) -> None:
        """It may have been deleted elsewhere meanwhile."""
        if event.problem.code == "not-found":
            event.stop()
            self._thing = None
            self.say(screen.GONE)

    def say(self, sentence: str) -> None:
        """Say something under the page, in place of what was said before."""
        said = self.query_one("#said", Static)
        said.update(sentence)
        said.display = bool(sentence)

    # Deeds

    def action_edit(self) -> None:
        """All its parts in a form, unless they would make every key slow."""
        if self._thing is None:
            return
        if can_be_changed_here(self._kind, self._thing):
            self.app.push_screen(change_form(self._desk, self._kind, self._thing))
        else:
            self.say(words.TOO_LONG_HERE)

    def action_mark(self) -> None:
        """Whether it helped: of things that help alone."""
        if isinstance(self._thing, CopingTool):
            ask_whether_it_helped(self, self._desk, self._thing)
        elif self._thing is not None:
            self.say(words.MARKS_ARE_FOR)

    def action_delete(self) -> None:
        if self._thing is not None:
            self._delete(self._thing_id, keyed(self, screen.DELETED))

    def action_erase(self) -> None:
        self._erase(self._thing_id)
