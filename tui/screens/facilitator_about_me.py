"""About me: the role card as members see it before they share anything."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.domain.groups import RoleCard
from tui.actions import deeds_of
from tui.language import _
from tui.screens.facilitator_asking import ask_groups
from tui.screens.facilitator_deeds import edit_card
from tui.screens.hearing import bindings_of
from tui.screens.one_thing import OneThing
from tui.screens.sections import section_nav
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import facilitating as words
from tui.wording import summary as of_summary
from tui.wording.facilitating_parts import ROLE_CARD_SAYS

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


@dataclass(frozen=True, slots=True)
class Card:
    """The role card here, and what of it can be seen."""

    card: RoleCard | None
    lines: tuple[str, ...] = field(default=(), repr=False)
    """As members see it; nothing before they can."""


class AboutMe(OneThing):
    """The section: one page to read, and one key that changes it."""

    WHERE = "about-me"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("about-me"))

    def __init__(self, desk: Desk) -> None:
        """Nothing is read yet. `desk`: the facilitator's home."""
        super().__init__()
        self._desk = desk
        self._card: Card | None = None

    def compose(self) -> ComposeResult:
        yield section_nav("about-me")
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="not-seen")
            yield Static("", id="who", classes="part")
            yield Static("", id="card", classes="part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [
            ("E", _("change")),
            ("↑↓", _("scroll")),
            ("F1", _("help")),
            ("F9", _("settings")),
            ("Ctrl+L", _("lock")),
        ]

    def on_mount(self) -> None:
        self.query_one("#column").focus()

    def _read(self) -> None:
        self.hear(asyncio.ensure_future(ask_groups(self._desk, _card)), self._show)

    def _show(self, found: Card) -> None:
        self._card, card = found, found.card
        waits = "" if found.lines else keyed(self, words.NOT_SEEN_YET if card else words.CARD_EMPTY)
        name = card.name if card is not None and card.name else of_summary.FACILITATOR
        lines = found.lines or (_written(card) if card is not None else ())
        self._put_up(
            {
                "head": words.AS_SEEN,
                "not-seen": waits,
                "who": of_summary.WHO_THIS_IS.format(name=name) if lines else "",
                "card": Content("\n\n").join([_part(line) for line in lines]),
            }
        )
        self.say_keys()

    def action_edit_card(self) -> None:
        if self._card is not None:
            edit_card(self, self._desk, self._card.card)

    def action_back(self) -> None:
        """A section is left by its own keys."""


def _card(journal: "OpenJournal") -> Card:
    from sync.consent.group_pages import always_on_page, role_card

    card = role_card(journal)
    sent = always_on_page(card, None).role_card
    return Card(card, tuple(of_summary.card_in_lines(sent)) if sent is not None else ())


def _written(card: RoleCard) -> tuple[str, ...]:
    """What there is of a card that nobody can see yet."""
    return tuple(f"{says}\n{text}" for name, says in ROLE_CARD_SAYS.items() if (text := getattr(card, name)))


def _part(line: str) -> Content:
    """The words of a part under what stands above them; a sentence of ours alone."""
    label, newline, text = line.partition("\n")
    if not newline:
        return as_content(label)
    return Content("\n").join([Content.styled(label, "$text-muted"), as_content(text)])
