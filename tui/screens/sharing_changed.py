"""New words of what is shared: what the partner sees now, what would go, and `y`. Escape keeps them here."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.errors import CairnError
from sync.consent.offer import Offer
from sync.consent.sharing import Sharing, Yes
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.meeting_told import MeetNow
from tui.sharing_reading import lingers, name_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import sharing as words
from tui.wording import together
from tui.wording.sharing_lines import offer_in_lines, offer_shown, seen_in_lines

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class NewWords(Hearing):
    """One share whose goal has other words now."""

    WHERE = "new-words"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("new-words"))

    def __init__(self, desk: Desk, share: str) -> None:
        """Nothing is read yet. `share`: the id of what was said yes to."""
        super().__init__()
        self._desk = desk
        self._share = share
        self._called = together.CALLED
        self._offer: Offer | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="sees-now", classes="muted")
            yield Static("", id="now", classes="muted exactly")
            yield Static("", id="will-see", classes="part")
            yield Static("", id="offer", classes="exactly")
            yield Static("", id="statement", classes="part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        # Saying no stands beside saying yes however little room there is.
        send = _("send") if self.has_class("-compact") else _("send the new words")
        return [("Y", send), ("Esc", _("keep them here")), ("↑↓", _("scroll"))]

    def on_resize(self) -> None:
        self.call_after_refresh(self.say_keys)

    def on_mount(self) -> None:
        # What was said of another share is not to be read as said of this one.
        self.app.clear_notifications()
        self.query_one("#column").focus()
        self._read()

    def _read(self) -> None:
        share = self._share
        self.hear(
            self._desk.ask(lambda journal: _now_and_new(journal, share)), lambda read: self._show(*read), self._no
        )

    def _show(self, name: str, now: list[str], offer: Offer) -> None:
        self._called, self._offer = name, offer
        for static, said in {
            "head": words.SEES_THIS.format(name=name),
            "sees-now": words.SEES_NOW.format(name=name),
            "now": "\n".join(now),
            "will-see": together.WILL_SEE.format(name=name),
            "offer": "\n".join(offer_in_lines(offer)),
            "statement": together.statement(name, offer.expires),
        }.items():
            self.query_one(f"#{static}", Static).update(as_content(said))

    def action_send(self) -> None:
        """Once, and exactly what stands on the screen."""
        offer, self._offer = self._offer, None
        if offer is not None:
            yes = Yes("\n".join(offer_shown(offer, self._called)), together.STATEMENT_VERSION, together.LANGUAGE, "y")
            self.hear(
                self._desk.ask(lambda journal: Sharing(journal).say_yes(offer, yes)), lambda _: self._sent(), self._no
            )

    def _sent(self) -> None:
        self.announce_change()
        self.post_message(MeetNow())
        self.app.notify(words.NEW_WORDS_SENT, markup=False)
        self.dismiss()

    def _no(self, problem: CairnError) -> None:
        """Nothing was sent."""
        self.query_one("#said", Static).update(as_content(sentence_of(problem)))

    def action_back(self) -> None:
        self.dismiss()


def _now_and_new(journal: "OpenJournal", share: str) -> tuple[str, list[str], Offer]:
    """What the partner is called, what they see, and what they would see.

    Raises:
        NotFound: it is not shared any more. BadInput: nothing is left to share.
    """
    sharing = Sharing(journal)
    offer, consent = sharing.offer_again(share), sharing.yes(share)
    name = name_of(journal, offer.partner)
    now = [] if consent is None else seen_in_lines(name, sharing.seen(consent), lingers(journal, consent))
    return name, now, offer
