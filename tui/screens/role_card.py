"""What a facilitator says of themselves, whole, before the first page goes to them; again whenever it has changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.errors import CairnError
from sync.consent.summaries import Facilitator, Summaries
from sync.protocol.summary import SentRoleCard
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.screens.hearing import Hearing, bindings_of
from tui.sharing_reading import name_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import NARROW, KeysLine
from tui.widgets.labelled import labelled
from tui.wording import my_page as words
from tui.wording import together
from tui.wording.summary import card_in_lines

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class RoleCardFirst(Hearing):
    """It is passed at its end alone: until its last row was on the screen, the key reads on."""

    WHERE = "role-card"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("role-card"))

    def __init__(self, desk: Desk, partner_id: str, then: Callable[[], object]) -> None:
        """Nothing is read yet.

        Args:
            desk: the journal.
            partner_id: the facilitator.
            then: called when the whole of it was shown and this has gone.
        """
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._then = then
        self._card: SentRoleCard | None = None
        """What is on the screen; nothing before it is drawn."""
        self._noting = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="card", classes="part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        private = ("Esc", _("keep private"))
        if self.size.width < NARROW:
            # What comes first stays however little room there is.
            return [private, ("Enter", _("on"))]
        return [("Enter", _("read on")), private]

    def on_resize(self) -> None:
        self.call_after_refresh(self.say_keys)

    def on_mount(self) -> None:
        # What was said of the page would lie over the card while it counts as shown.
        self.app.clear_notifications()
        self.query_one("#column").focus()
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        partner_id = self._partner_id
        asked = self._desk.ask(
            lambda journal: (name_of(journal, partner_id), Summaries(journal).facilitator(partner_id))
        )
        self.hear(asked, lambda read: self._show(*read), self._not_there)

    def _show(self, name: str, facilitator: Facilitator) -> None:
        card = facilitator.role_card
        if card is None or card == self._card:
            return
        had_one, self._card = self._card is not None, None
        self.query_one("#head", Static).update(as_content(words.FIRST_READ.format(name=name)))
        self.query_one("#card", Static).update(labelled(card_in_lines(card), airy=self.has_class("-tall")))
        self._say(words.CARD_CHANGED if had_one else "")
        self.query_one("#column", VerticalScroll).scroll_home(animate=False)
        self.call_after_refresh(self._drawn, card)

    def _drawn(self, card: SentRoleCard) -> None:
        self._card = card

    def action_onwards(self) -> None:
        """On to what is not in sight yet; from the end of it to the look at what would go."""
        column, card = self.query_one("#column", VerticalScroll), self._card
        if card is None or self._noting:
            return
        if column.scroll_offset.y < column.max_scroll_y:
            column.scroll_page_down(animate=False, force=True)
            return
        self._noting, partner_id = True, self._partner_id
        self.hear(self._desk.ask(lambda journal: _note(journal, partner_id, card)), self._noted, self._not_there)

    def _noted(self, is_the_same: bool) -> None:
        self._noting = False
        if not is_the_same:
            self._read()
            return
        self.announce_change()
        self.dismiss()
        self.app.call_later(self._then)

    def action_keep_private(self) -> None:
        """Away, with nothing sent."""
        self.app.notify(together.KEPT_PRIVATE, markup=False)
        self.dismiss()

    def _not_there(self, problem: CairnError) -> None:
        self._noting = False
        self._say(sentence_of(problem))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))


def _note(journal: "OpenJournal", partner_id: str, seen: SentRoleCard) -> bool:
    """Keep that this card was shown; of another, which may have come meanwhile, nothing is kept."""
    summaries = Summaries(journal)
    if summaries.facilitator(partner_id).role_card != seen:
        return False
    summaries.note_shown(partner_id, seen)
    return True
