"""See exactly what they see: what stands on the partner's page of one share, and what was said yes to."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import bindings_of
from tui.screens.one_thing import OneThing
from tui.sharing_reading import Share, shares
from tui.store_thread import Desk
from tui.widgets.keys_line import KeysLine
from tui.wording import sharing as words
from tui.wording.dates import day_in_words
from tui.wording.sharing_lines import receipt_told, seen_in_lines


class SeenExactly(OneThing):
    """One share, as it is on the other side."""

    WHERE = "seen-exactly"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("seen-exactly"))

    def __init__(self, desk: Desk, share: str) -> None:
        """Nothing is read yet. `share`: the id of what was said yes to."""
        super().__init__()
        self._desk = desk
        self._share = share

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="seen", classes="exactly")
            yield Static("", id="receipt", classes="muted part")
            yield Static("", id="days", classes="muted")
            yield Static(words.SAID_YES_TO_THIS, classes="heading part", markup=False)
            yield Static("", id="statement", classes="muted")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", _("back")), ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    def _read(self) -> None:
        wanted = self._share
        asked = self._desk.ask(lambda journal: [share for share in shares(journal) if share.consent.id == wanted])
        self.hear(asked, self._show)

    def _show(self, found: list[Share]) -> None:
        """Nothing else is shown where another yes stands in its place by now."""
        for share in found:
            self._show_share(share)

    def _show_share(self, share: Share) -> None:
        consent, name = share.consent, share.name
        seen = seen_in_lines(name, share.seen, share.lingers)
        since, until = day_in_words(consent.starts), day_in_words(consent.expires)
        self._put_up(
            {
                "head": words.SEEN_EXACTLY.format(name=name),
                "seen": "\n".join(seen),
                "receipt": receipt_told(consent, name, share.is_told),
                "days": words.SINCE_UNTIL.format(since=since, until=until),
                "statement": consent.statement,
            }
        )
