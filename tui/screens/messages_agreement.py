"""The agreement side by side: each writes their own part, and says yes to the other's as it is."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from journal.domain.shelves import AGREEMENT, PeerPartnership
from sync.consent.words import TheirPage, Words
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import bindings_of
from tui.screens.meeting_told import MeetNow
from tui.screens.one_thing import OneThing
from tui.screens.partner_forms import agreement_form
from tui.sharing_reading import connected
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import peers
from tui.wording import sharing as words
from tui.wording.parts import label

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

SECTIONS = tuple(part.name for part in AGREEMENT if part.takes == "text")


class AgreementSides(OneThing):
    """Four parts, each of which can stay blank on either side."""

    WHERE = "agreement-sides"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("agreement-sides"))

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._partner: PeerPartnership | None = None
        self._page: TheirPage | None = None
        self._is_connected = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            with Horizontal(id="whose", classes="sides"):
                yield Static(words.MY_PART, id="mine", classes="side heading", markup=False)
                yield Static("", id="theirs", classes="side heading")
            for section in SECTIONS:
                yield Static(label("partner", section), classes="muted part", markup=False)
                with Horizontal(classes="sides"):
                    yield Static("", id=f"mine-{section}", classes="side")
                    yield Static("", id=f"theirs-{section}", classes="side")
            yield Static("", id="yeses", classes="part")
            yield Static("\n".join(peers.FIXED_LINES), classes="muted part", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("E", _("my part")), ("Y", _("yes to theirs")), ("Esc", _("back")), ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    def _read(self) -> None:
        partner_id = self._partner_id
        asked = self._desk.ask(lambda journal: _both(journal, partner_id))
        self.hear(asked, lambda read: self._show(*read), self._not_there)

    def _show(self, partner: PeerPartnership, page: TheirPage | None, is_connected: bool) -> None:
        self._partner, self._page, self._is_connected = partner, page, is_connected
        name, theirs = partner.partner_alias, page.agreement if page else {}
        said = {"head": words.SIDE_BY_SIDE.format(name=name), "theirs": name}
        for section in SECTIONS:
            said[f"mine-{section}"] = getattr(partner, section) or words.BLANK
            said[f"theirs-{section}"] = theirs.get(section) or words.BLANK
            if self.has_class("-compact"):
                # One under the other, so that each says whose it is.
                said[f"mine-{section}"] = words.OF_MINE.format(text=said[f"mine-{section}"])
                said[f"theirs-{section}"] = words.OF_THEIRS.format(name=name, text=said[f"theirs-{section}"])
        self._put_up({**said, "yeses": "\n".join(self._yeses(name, page))})
        self.query_one("#whose").display = not self.has_class("-compact")

    def on_resize(self) -> None:
        self.call_after_refresh(self._read)

    def _yeses(self, name: str, page: TheirPage | None) -> list[str]:
        """Who says yes to what, as it is now; nobody has to."""
        if page is None:
            return [words.NOTHING_OF_THEIRS.format(name=name)]
        mine = (words.SAYS_YES if page.says_yes else words.SAYS_NO_YES_YET).format(name=name)
        if not page.agreement:
            theirs = words.NOTHING_OF_THEIRS.format(name=name)
        else:
            theirs = (words.SAID_YES if page.said_yes else keyed(self, words.YES_IF_YOU_LIKE)).format(name=name)
        return [theirs, mine]

    def _forget(self) -> None:
        self._partner = None

    def action_edit(self) -> None:
        """My part; a partner who is connected sees it once it is saved, and the form says so."""
        if (partner := self._partner) is not None:
            self.app.push_screen(agreement_form(self._desk, partner, sends=self._is_connected))

    def action_say_yes(self) -> None:
        partner, page = self._partner, self._page
        if partner is None:
            return
        if not self._is_connected:
            self._say(words.NOT_CONNECTED)
        elif page is None or not page.agreement:
            self._say(words.NOTHING_OF_THEIRS.format(name=partner.partner_alias))
        else:
            seen, partner_id = page.agreement, partner.id
            asked = self._desk.ask(lambda journal: _say_yes(journal, partner_id, seen))
            self.hear(asked, self._said_yes)

    def _said_yes(self, is_same: bool) -> None:
        self._changed(words.YES_SAID if is_same else words.THEIRS_CHANGED)
        self.post_message(MeetNow())


def _both(journal: "OpenJournal", partner_id: str) -> tuple[PeerPartnership, TheirPage | None, bool]:
    """The partner with my part, what they share, and whether they are connected."""
    partner = journal.partner(partner_id)
    is_connected = any(each.id == partner.id for each in connected(journal))
    return partner, Words(journal).their_page(partner.id), is_connected


def _say_yes(journal: "OpenJournal", partner_id: str, seen: object) -> bool:
    """Say yes to what was on the screen; to other words, which may have come meanwhile, nothing is said."""
    words_between = Words(journal)
    page = words_between.their_page(partner_id)
    if page is None or page.agreement != seen:
        return False
    words_between.say_yes_to_theirs(partner_id)
    return True
