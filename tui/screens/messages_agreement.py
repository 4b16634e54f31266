"""The agreement side by side: each writes their own part, and says yes to the other's as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from journal.domain.shelves import AGREEMENT, PeerPartnership
from sync.consent.words import TheirPage, Words
from sync.records.pairs import State
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import bindings_of
from tui.screens.meeting_told import MeetNow
from tui.screens.one_thing import OneThing
from tui.screens.partner_forms import agreement_form
from tui.sharing_reading import part_sent, told_of_part
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import peers
from tui.wording import sharing as words
from tui.wording.parts import label

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

SECTIONS = tuple(part.name for part in AGREEMENT if part.takes == "text")


@dataclass(frozen=True, slots=True)
class Sides:
    """Both parts, and what is known of mine on the other side."""

    partner: PeerPartnership
    page: TheirPage | None
    is_connected: bool
    told: Sequence[str]
    """What to know before mine is written."""
    waits: bool
    """Whether they see another part of mine than the one here."""

    @property
    def is_open(self) -> bool:
        """Whether there is a part of theirs to say yes to."""
        page = self.page
        return self.is_connected and page is not None and bool(page.agreement) and not page.said_yes


class AgreementSides(OneThing):
    """Four parts, each of which can stay blank on either side."""

    WHERE = "agreement-sides"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("agreement-sides"))

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._sides: Sides | None = None

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
        sides = self._sides
        yes = [("Y", _("yes to theirs"))] if sides is not None and sides.is_open else []
        send = [("S", _("send mine"))] if sides is not None and sides.waits else []
        return [("E", _("my part")), ("Esc", _("back")), *send, *yes, ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    def _read(self) -> None:
        partner_id = self._partner_id
        asked = self._desk.ask(lambda journal: _both(journal, partner_id))
        self.hear(asked, self._show, self._not_there)

    def _show(self, sides: Sides) -> None:
        self._sides, partner, page = sides, sides.partner, sides.page
        name, theirs = partner.partner_alias, page.agreement if page else {}
        said = {"head": words.SIDE_BY_SIDE.format(name=name), "theirs": name}
        for section in SECTIONS:
            said[f"mine-{section}"] = getattr(partner, section) or words.BLANK
            said[f"theirs-{section}"] = theirs.get(section) or words.BLANK
            if self.has_class("-compact"):
                # One under the other, so that each says whose it is.
                said[f"mine-{section}"] = words.OF_MINE.format(text=said[f"mine-{section}"])
                said[f"theirs-{section}"] = words.OF_THEIRS.format(name=name, text=said[f"theirs-{section}"])
        self._put_up({**said, "yeses": "\n".join(self._yeses(name, sides))})
        self.query_one("#whose").display = not self.has_class("-compact")
        self.say_keys()

    def on_resize(self) -> None:
        self.call_after_refresh(self._read)

    def _yeses(self, name: str, sides: Sides) -> list[str]:
        """What they see of mine, and who says yes to what, as it is now; nobody has to."""
        waits = f"{words.PART_WAITS} {keyed(self, words.SEND_PART)}".format(name=name)
        return [*([waits] if sides.waits else []), *self._said_yes_to(name, sides)]

    def _said_yes_to(self, name: str, sides: Sides) -> list[str]:
        page = sides.page
        if page is None:
            return [words.NOTHING_OF_THEIRS.format(name=name)]
        mine = (words.SAYS_YES if page.says_yes else words.SAYS_NO_YES_YET).format(name=name)
        if not page.agreement:
            theirs = words.NOTHING_OF_THEIRS.format(name=name)
        else:
            theirs = (words.SAID_YES if page.said_yes else keyed(self, words.YES_IF_YOU_LIKE)).format(name=name)
        return [theirs, mine] if sides.partner.has_agreement else [theirs]

    def _forget(self) -> None:
        self._sides = None

    def action_edit(self) -> None:
        """My part; whether a partner sees it once it is saved is said on the form."""
        if (sides := self._sides) is not None:
            self.app.push_screen(agreement_form(self._desk, sides.partner, told=sides.told))

    def action_send_part(self) -> None:
        """My part as it stands on the screen."""
        sides = self._sides
        if sides is not None and sides.waits:
            self.hear(self._desk.ask(lambda journal: _send(journal, sides.partner)), self._sent)
        elif sides is not None:
            self._say(words.NO_PART_WAITS)

    def _sent(self, sentence: str) -> None:
        self._changed(sentence)
        self.post_message(MeetNow())

    def action_say_yes(self) -> None:
        sides = self._sides
        if sides is None:
            return
        if not sides.is_connected:
            self._say(words.NOT_CONNECTED)
        elif sides.page is None or not sides.page.agreement:
            self._say(words.NOTHING_OF_THEIRS.format(name=sides.partner.partner_alias))
        else:
            seen, partner_id = sides.page.agreement, sides.partner.id
            asked = self._desk.ask(lambda journal: _say_yes(journal, partner_id, seen))
            self.hear(asked, self._said_yes)

    def _said_yes(self, is_same: bool) -> None:
        self._changed(words.YES_SAID if is_same else words.THEIRS_CHANGED)
        self.post_message(MeetNow())


def _both(journal: "OpenJournal", partner_id: str) -> Sides:
    partner, between = journal.partner(partner_id), Words(journal)
    is_connected = between.hears(partner.id) is State.ACTIVE
    told, waits = told_of_part(journal, partner.id), between.part_waits(partner.id)
    return Sides(partner, between.their_page(partner.id), is_connected, told, waits)


def _send(journal: "OpenJournal", seen: PeerPartnership) -> str:
    """Send what was on the screen; of other words, which another cairn may have written, nothing goes."""
    if journal.partner(seen.id) != seen:
        return words.MINE_CHANGED
    return part_sent(journal, seen.id)


def _say_yes(journal: "OpenJournal", partner_id: str, seen: object) -> bool:
    """Say yes to what was on the screen; to other words, which may have come meanwhile, nothing is said."""
    words_between = Words(journal)
    page = words_between.their_page(partner_id)
    if page is None or page.agreement != seen:
        return False
    words_between.say_yes_to_theirs(partner_id, page.agreement)
    return True
