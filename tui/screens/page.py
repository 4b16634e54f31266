"""One page or check-in, to read; every deed on it is one key. What was looked for is shown where it stands."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content, Span
from textual.widgets import Static

from journal.domain.check_in import CheckIn
from journal.domain.entry import LARGE_PAGE_BYTES, Draft, JournalEntry
from journal.domain.search import Place, places
from journal.domain.timeline import Item
from tui.actions import deeds_of
from tui.inert import inert
from tui.language import _
from tui.screens.hearing import JournalRefused, bindings_of
from tui.screens.one_thing import OneThing
from tui.screens.write import Write, prompt_in_words
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.page_editor import can_be_edited
from tui.widgets.rows import FOUND
from tui.wording import journal as of_journal
from tui.wording import screen as words
from tui.wording.items import foot_of, head_of, words_of_body

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing as it is put up."""

    item: Item
    text: str = field(repr=False)
    """Its words, made inert."""
    found: tuple[Place, ...]
    """Where in them the words stand that were looked for."""
    foot: list[str] = field(repr=False)
    """What it is about."""


class Page(OneThing):
    """One thing from the journal."""

    WHERE = "page"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("page"))

    def __init__(self, desk: Desk, item_id: str, looked_for: str = "") -> None:
        """Nothing is read yet.

        Args:
            desk: the journal.
            item_id: which page or check-in.
            looked_for: words by which it was found.
        """
        super().__init__()
        self._desk = desk
        self._item_id = item_id
        self._looked_for = looked_for
        self._item: Item | None = None
        self._told_long = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="prompt", classes="muted")
            yield Static("", id="body")
            yield Static("", id="foot", classes="muted")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        keys = [("E", _("change")), ("F1", _("help")), ("A", _("about")), ("V", _("earlier")), ("K", _("keep"))]
        return [("Esc", _("back")), *keys, ("B", _("bring"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    def _read(self) -> None:
        item_id, looked_for = self._item_id, self._looked_for

        def read(journal: "OpenJournal") -> Reading:
            item = journal.read(item_id)
            names = journal.names_in(item)
            text = inert("\n" + "\n\n".join(words_of_body(item, names)))
            return Reading(item, text, places(text, looked_for), foot_of(item, names))

        self.hear(self._desk.ask(read), self._show)

    def _show(self, read: "Reading") -> None:
        """All of it. The first time, what was looked for comes into sight."""
        is_new, self._item = self._item is None, read.item
        asked = prompt_in_words(read.item.prompt_id, warns=False) if isinstance(read.item, JournalEntry) else ""
        body = Content(read.text, [Span(start, end, FOUND) for start, end in read.found])
        foot = "\n".join(["", *read.foot]) if read.foot else ""
        self._put_up({"head": head_of(read.item), "prompt": asked, "body": body, "foot": foot})
        if is_new and read.found:
            self.call_after_refresh(self._show_place, body, read.found[0])

    def _show_place(self, body: Content, place: Place) -> None:
        """Bring a place of the words into sight, with some of what stands before it."""
        shown, column = self.query_one("#body", Static), self.query_one("#column", VerticalScroll)
        rows = len(body[: place[1]].wrap(max(1, shown.content_size.width)))
        column.scroll_to(y=shown.virtual_region.y + rows - 1 - column.size.height // 3, animate=False, force=True)

    def on_journal_refused(self, event: JournalRefused) -> None:
        """It may have been deleted elsewhere meanwhile."""
        if self._item is None or event.problem.code == "not-found":
            event.stop()
            self.query_one("#said", Static).update(words.GONE)

    def action_edit(self) -> None:
        """Change the words; a long page says so first."""
        item = self._item
        if not isinstance(item, CheckIn | JournalEntry):
            return
        body = item.body if isinstance(item, JournalEntry) else item.note or ""
        if not can_be_edited(body):
            self._say(words.TOO_LONG_HERE)
            return
        if len(body.encode()) > LARGE_PAGE_BYTES and not self._told_long:
            self._told_long = True
            self._say(keyed(self, words.LARGE_PAGE))
            return
        title = item.title if isinstance(item, JournalEntry) else None
        prompt_id = item.prompt_id if isinstance(item, JournalEntry) else None
        blank = Draft(f"edit-{item.id}", "entry", item.moment, body, item_id=item.id, title=title, prompt_id=prompt_id)
        item_id = item.id
        self.hear(
            self._desk.ask(lambda journal: journal.draft_of(item_id)),
            lambda known: self.app.push_screen(Write(self._desk, draft=known or blank)),
        )

    def action_about(self) -> None:
        """Themes, tags and goals of a page."""
        from tui.screens.page_about import PageAbout

        if isinstance(self._item, JournalEntry):
            self.app.push_screen(PageAbout(self._desk, self._item))
        elif self._item is not None:
            self._say(of_journal.PAGES_ALONE)

    def action_versions(self) -> None:
        """What it said before it was changed."""
        from tui.screens.page_versions import PageVersions

        item_id = self._item_id
        if self._item is not None:
            self.hear(
                self._desk.ask(lambda journal: bool(journal.earlier_versions(item_id))),
                lambda any_there: (
                    self.app.push_screen(PageVersions(self._desk, item_id))
                    if any_there
                    else self._say(of_journal.NO_VERSIONS)
                ),
            )

    def action_keep(self) -> None:
        if (item := self._item) is not None:
            keep = not item.keep
            self.hear(
                self._desk.ask(lambda journal: journal.keep(item.id, keep)),
                lambda _: self._changed(words.KEPT if keep else words.NOT_KEPT),
            )

    def action_bring(self) -> None:
        if (item := self._item) is not None:
            bring = not item.bring
            self.hear(
                self._desk.ask(lambda journal: journal.bring(item.id, bring)),
                lambda _: self._changed(words.BRINGING if bring else words.NOT_BRINGING),
            )

    def action_delete(self) -> None:
        self._delete(self._item_id, keyed(self, words.DELETED))

    def action_erase(self) -> None:
        self._erase(self._item_id)
