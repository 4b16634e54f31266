"""What I said yes to: every yes, pause and stop, and where the list was changed by something else."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from sync.consent.sharing import Sharing
from sync.records.consents import Consent
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.told import ToldScreen
from tui.sharing_reading import Said, said_yes_to
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.told_list import Told, heading, told
from tui.wording import my_page, together
from tui.wording import sharing as words
from tui.wording.dates import short_day
from tui.wording.sharing_lines import events_in_words

SHOWN = "SHOWN"
"""The row that says that a role card was shown. It is of no yes."""
DAY_CELLS = 11
"""A day as `22 Nov 2026`."""
WIDE_CELLS = 60
"""From this width on a row has room for what it is of, too."""


class SaidYesTo(ToldScreen[Sequence[Said]]):
    """The list, the first one first: that is the order in which each is bound to the one before."""

    WHERE = "said-yes-to"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("said-yes-to"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, said_yes_to, _rows)

    def keys_shown(self) -> list[tuple[str, str]]:
        return [*self.of_a_row(("Enter", _("the words"))), ("Esc", _("back"))]

    def _open(self, what: object) -> None:
        """The words of it, where they are kept."""
        if isinstance(what, Said) and what.entry.event.get("event") == SHOWN:
            self._say(my_page.SHOWN_ROW)
        elif isinstance(what, Said):
            share = str(what.entry.event.get("grant_id", ""))
            self.hear(self._desk.ask(lambda journal: Sharing(journal).yes(share)), self._read_yes)

    def _read_yes(self, consent: Consent | None) -> None:
        if consent is None:
            self._say(words.YES_GONE)
        else:
            self.app.push_screen(YesInWords(consent.statement))


def _rows(found: Sequence[Said], width: int) -> Sequence[Told]:
    """The list, and from where on it is not whole."""
    rows, is_whole = [heading(words.SAID_YES_TO)], True
    for said, event in zip(found, events_in_words([each.entry for each in found]), strict=True):
        if is_whole and not said.entry.is_whole:
            rows += told(together.CHAIN_BROKEN, width, "bold $accent")
        is_whole = is_whole and said.entry.is_whole
        rows += _told(said, event, width)
    return rows if found else [*rows, *told(words.SAID_YES_TO_EMPTY, width, "$text-muted")]


def _told(said: Said, event: str, width: int) -> list[Told]:
    """The day, what it was, and of which words with whom: beside it, or under it where there is little room."""
    day = f"{short_day(str(said.entry.event.get('at', ''))[:10]):>{DAY_CELLS}}  "
    of, key = " · ".join(" ".join(part.split()) for part in (said.name, said.what) if part), str(said.entry.number)
    first = ((day, "$text-muted"), (event, ""))
    if width >= WIDE_CELLS:
        return [Told((*first, (f" · {of}", "$text-muted")), said, key)]
    return [Told(first, said, key), Told(((" " * len(day) + of, "$text-muted"),))]


class YesInWords(Hearing):
    """The very words that were on the screen, or before whoever typed yes."""

    WHERE = "seen-exactly"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("seen-exactly"))

    def __init__(self, statement: str) -> None:
        super().__init__()
        self._statement = statement

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static(words.SAID_YES_TO_THIS, classes="heading", markup=False)
            yield Static(as_content(self._statement))
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", _("back")), ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()

    def action_back(self) -> None:
        self.dismiss()
