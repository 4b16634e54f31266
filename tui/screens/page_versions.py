"""What a page or a note said before it was changed: each version with its day, to read, and to bring back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.moments import Moment
from journal.domain.timeline import EarlierVersion
from tui.actions import deeds_of
from tui.inert import inert_line
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList, Piece
from tui.wording import journal as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Listed = tuple[EarlierVersion, datetime]
"""What it said, and until when, as a clock here and now says it."""


class PageVersions(Hearing):
    """The list, newest first."""

    WHERE = "versions"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("versions"))

    def __init__(self, desk: Desk, item_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._item_id = item_id
        self._listed: list[Listed] = []

    def compose(self) -> ComposeResult:
        yield Static(words.VERSIONS, id="head", classes="heading", markup=False)
        yield LongList[Listed](self._fetch, _draw, empty=words.VERSIONS_EMPTY, id="list")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [*self.of_a_row(("Enter", _("read"))), ("Esc", _("back"))]

    def on_mount(self) -> None:
        self.query_one("#list").focus()
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        item_id = self._item_id
        asked = self._desk.ask(lambda journal: (journal.earlier_versions(item_id), journal.moment()))
        self.hear(asked, lambda answer: self._show(*answer))

    def _show(self, versions: Sequence[EarlierVersion], now: Moment) -> None:
        self._listed = [(version, said_until(version, now.zone)) for version in versions]
        self.call_later(self.list_anew, self.query_one("#list", LongList), len(self._listed))

    async def _fetch(self, offset: int, limit: int) -> Sequence[Listed]:
        return self._listed[offset : offset + limit]

    def action_open(self) -> None:
        self.query_one("#list", LongList).action_open()

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        version, until = event.item
        self.app.push_screen(PageVersion(version, until, lambda: self._bring_back(version)))

    def _bring_back(self, version: EarlierVersion) -> None:
        item_id = self._item_id

        def bring(journal: "OpenJournal") -> object:
            # Its number may be that of other words by now: they were changed elsewhere while these were read.
            known = journal.earlier_versions(item_id)
            return journal.bring_back(item_id, known.index(version) + 1 if version in known else 0)

        self.hear(self._desk.ask(bring), lambda _: self._brought_back())

    def _brought_back(self) -> None:
        """Back on the page, with the words that were brought back."""
        self.app.notify(words.BROUGHT_BACK, markup=False)
        self.announce_change()
        self.dismiss()

    def action_back(self) -> None:
        self.dismiss()


class PageVersion(Hearing):
    """One earlier version, to read."""

    WHERE = "version"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("version"))

    def __init__(self, version: EarlierVersion, until: datetime, bring_back: Callable[[], object]) -> None:
        """Nothing is asked of the journal here.

        Args:
            version: what it said.
            until: until when.
            bring_back: puts these words in place of those that are there now.
        """
        super().__init__()
        self._version = version
        self._until = until
        self._bring_back = bring_back

    def compose(self) -> ComposeResult:
        heading = words.version_day(self._version, self._until)
        with VerticalScroll(id="column"):
            yield Static(as_content(heading[:1].upper() + heading[1:]), id="head", classes="heading")
            yield Static(as_content("\n" + "\n\n".join(words.version_lines(self._version))), id="body")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", _("back")), ("R", _("bring them back")), ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()

    def action_bring_back(self) -> None:
        """As a new change: what is there now becomes an earlier version too."""
        self._bring_back()
        self.dismiss()

    def action_back(self) -> None:
        self.dismiss()


def said_until(version: EarlierVersion, zone: str) -> datetime:
    """When a version was replaced, as a clock in this zone says it."""
    return datetime.fromisoformat(version.replaced_at).astimezone(ZoneInfo(zone))


def _draw(row: Listed, _width: int) -> Sequence[Piece]:
    version, until = row
    day, _, start = words.version_row(version, until).partition(": ")
    return [(f"{day}  ", "$text-muted"), (inert_line(start), "")]
