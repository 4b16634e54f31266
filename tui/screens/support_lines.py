"""My support lines: own ones first, what is out of sight, and the order of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.clock import Clock
from journal.domain.draft_kinds import SUPPORT_LINE
from journal.domain.support import Line, OwnLine, SupportPage
from journal.domain.support_own import Arrangement, as_typed, lines_to_arrange, lines_to_hide, moved
from journal.errors import BadInput
from journal.paths import Home
from journal.use_cases.support_lines import page_at
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList, Piece
from tui.wording import support
from tui.wording import support_own as words


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the list."""

    line: Line
    is_hidden: bool


class SupportLines(Hearing):
    """A list to put in order. The emergency number is not in it: it always comes first."""

    WHERE = "support-lines"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("support-lines"))

    def __init__(self, desk: Desk, home: Home, clock: Clock) -> None:
        super().__init__()
        self._desk = desk
        self._home = home
        self._clock = clock
        self._rows: list[_Row] = []
        self._in_order: list[Line] = []
        self._wanted: str | None = None
        """The line that the bar shall stand at once the list is read again."""

    def compose(self) -> ComposeResult:
        yield Static(words.ARRANGE, classes="heading", id="title", markup=False)
        yield Static(words.ABOUT, id="explained", classes="muted", markup=False)
        yield LongList[_Row](self._fetch, _draw, empty=words.EMPTY, id="list")
        yield Static("", id="about")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        row = self.of_a_row(("E", _("words")), ("H", _("hide, show")), ("U", _("up")), ("D", _("down")))
        return [("N", _("add")), ("Esc", _("back")), *row, ("F1", _("help"))]

    def on_mount(self) -> None:
        self._list.focus()
        self._read()

    @property
    def _list(self) -> "LongList[_Row]":
        return self.query_one("#list", LongList)

    # Reading

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        home = self._home
        asked = self._desk.ask(lambda journal: (page_at(home), journal.arrangement()))
        self.hear(asked, lambda answer: self._show(*answer))

    async def _show(self, page: SupportPage, arrangement: Arrangement) -> None:
        self._in_order = lines_to_arrange(page, arrangement)
        self._rows = [_Row(line, line.id in arrangement.hidden) for line in lines_to_hide(page, arrangement)]
        if arrangement.is_unreadable:
            self.query_one("#said", Static).update(words.UNREADABLE)
        await self.list_anew(self._list, len(self._rows))
        at = next((at for at, row in enumerate(self._rows) if row.line.id == self._wanted), None)
        if at is not None:
            self._list.row = at
        self._wanted = None
        self._tell_about(self._rows[self._list.row] if self._rows else None)

    async def _fetch(self, offset: int, limit: int) -> Sequence[_Row]:
        return self._rows[offset : offset + limit]

    @on(LongList.Moved)
    def moved_to(self, event: LongList.Moved) -> None:
        """What the row may have no room for, in full."""
        self._tell_about(event.item)

    def _tell_about(self, row: "_Row | None") -> None:
        said = support.resource_in_words(row.line, self._clock.now()) if row else ""
        self.query_one("#about", Static).update(as_content(said))

    @property
    def _current(self) -> "_Row | None":
        return self._list.current

    # Deeds

    def action_new(self) -> None:
        self._ask_words(None)

    @on(LongList.Opened)
    def opened(self) -> None:
        self.action_edit()

    def action_edit(self) -> None:
        """Other words for an own line; the words of the others belong to them."""
        row = self._current
        if row is not None and isinstance(row.line, OwnLine):
            self._ask_words(row.line)
        elif row is not None:
            self._say(words.CAME_WITH_CAIRN)

    def _ask_words(self, line: OwnLine | None) -> None:
        line_id = line.id if line else None
        self.app.push_screen(
            Ask(
                words.ASK_TITLE,
                kept=Kept(self._desk, SUPPORT_LINE, line_id),
                save=lambda journal, typed: journal.write_support_line(typed.text, line_id, typed.draft_id),
                text=as_typed(line) if line else "",
                hint=words.ASK_HINT,
                lines=(words.ASK_ROWS,),
                needs=words.NEEDS_TWO,
                page=True,
            ),
            lambda answer: self._written(answer, words.CHANGED if line else words.ADDED),
        )

    def _written(self, answer: Words | None, said: str) -> None:
        if answer is not None:
            self._wanted = answer.came_of_it.id
            self._done(said)

    def action_hide(self) -> None:
        """Out of sight, or in sight again: so it can always be taken back."""
        if (row := self._current) is not None:
            line_id, hide = row.line.id, not row.is_hidden
            self._wanted = line_id
            self.hear(
                self._desk.ask(lambda journal: journal.hide_support_line(line_id, hide)),
                lambda _: self._done(words.HIDDEN if hide else words.SHOWN),
            )

    def action_move(self, by: int) -> None:
        """One place up or down."""
        if (row := self._current) is not None:
            place = next(at for at, one in enumerate(self._rows) if one.line.id == row.line.id)
            try:
                ids = moved(self._in_order, row.line.id, max(0, place + by))
            except BadInput as problem:
                self._say(sentence_of(problem))
                return
            self._wanted = row.line.id
            self.hear(
                self._desk.ask(lambda journal: journal.order_support_lines(ids)), lambda _: self._done(words.MOVED)
            )

    def action_erase(self) -> None:
        """An own line, for good, once it was asked."""
        row = self._current
        if row is None:
            return
        if not isinstance(row.line, OwnLine):
            self._say(words.ERASE_OWN_ONLY)
            return
        line_id = row.line.id
        self.app.push_screen(
            Choose(words.ERASE_QUESTION, (words.ERASE_NO, words.ERASE_YES), lines=(words.GOES,)),
            lambda chosen: self._erase(line_id) if chosen == 1 else None,
        )

    def _erase(self, line_id: str) -> None:
        self.hear(
            self._desk.ask(lambda journal: journal.erase_support_line(line_id)), lambda _: self._done(words.ERASED)
        )

    def action_back(self) -> None:
        self.dismiss()

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(sentence)

    def _done(self, sentence: str) -> None:
        self._say(sentence)
        self.announce_change()
        self._read()


def _draw(row: _Row, _: int) -> Sequence[Piece]:
    return [(words.row(row.line, row.is_hidden), "$text-muted" if row.is_hidden else "")]
