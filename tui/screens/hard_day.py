"""A hard day: people who listen, what was put by for such a day, and one gentle question."""

import random
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.data import prompts
from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.peer_session import PeerSession
from journal.domain.prompts import choose_prompt
from journal.domain.shelves import SHELVES, MyPerson
from journal.domain.timeline import Item
from journal.paths import Home
from journal.use_cases.preferences import known_page, read_preferences
from tui.actions import deeds_of
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.plan import sections
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import hard_day as words
from tui.wording import screen, support
from tui.wording.things import session_in_lines, value_in_words

if TYPE_CHECKING:
    from journal.use_cases.finding import HardDay as PutBy

_LONGEST = 200

PARTS = {
    "plan": (words.MY_PLAN, words.NO_PLAN),
    "people": (words.MY_PEOPLE, words.NO_PEOPLE),
    "helped": (words.WHAT_HELPED, words.NOTHING_HELPED),
    "kept-words": (words.WORDS_KEPT, words.NOTHING_KEPT),
}
"""What a person has put by, in the order in which it is shown, and what an empty part says."""


class HardDay(Hearing):
    """Nothing on it has to be done, and nothing is kept of its having been opened."""

    WHERE = "hard-day"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("hard-day"))

    def __init__(self, desk: Desk, home: Home) -> None:
        super().__init__()
        self._desk = desk
        self._home = home

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static(words.HARD_DAY, classes="heading", markup=False)
            yield Static(words.HARD_DAY_HELLO, markup=False)
            yield Static(words.LINES, id="lines-title", classes="heading part", markup=False)
            yield Static(as_content("\n".join(self._lines())), id="lines")
            for part, (title, empty) in PARTS.items():
                yield Static(title, classes="heading part", markup=False)
                yield Static(empty, id=part, markup=False)
            yield Static(words.ONE_QUESTION, classes="heading part", markup=False)
            yield Static(as_content(choose_prompt(prompts(), random.Random(), phase="hard_day").text), id="prompt")
            yield Static(screen.HARD_DAY_KEYS, id="keys", classes="muted", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", "back"), ("Ctrl+N", "write"), ("↑↓", "scroll")]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        self.hear(self._desk.ask(lambda journal: journal.hard_day()), self._show)

    def _show(self, put_by: "PutBy") -> None:
        shown = {
            "plan": sections(list(put_by.plan)),
            "people": as_content("\n".join(_person(person) for person in put_by.people)),
            "helped": as_content(", ".join(tool.name for tool in put_by.helped)),
            "kept-words": as_content("\n\n".join(_words(item) for item in put_by.kept)),
        }
        for part, (_, empty) in PARTS.items():
            self.query_one(f"#{part}", Static).update(shown[part] if shown[part].plain else Content(empty))

    def _lines(self) -> list[str]:
        page = known_page(read_preferences(self._home))
        return [
            support.danger(page),
            *(support.resource_in_words(line) for line in page.first or page.anywhere),
        ]

    def action_back(self) -> None:
        self.dismiss()


def _person(person: MyPerson) -> str:
    good_for = next(part for part in SHELVES["person"].parts if part.name == "good_for")
    return words.person_in_words(person.alias, value_in_words("person", good_for, person.good_for), person.contact)


def _words(item: Item) -> str:
    """What may be read again: a note, a page, or what stayed from a session."""
    if isinstance(item, CheckIn):
        return screen.shortened(item.note or "", _LONGEST)
    if isinstance(item, PeerSession):
        return screen.shortened(item.stayed or " ".join(session_in_lines(item)), _LONGEST)
    title = item.title if isinstance(item, JournalEntry) else None
    body = screen.shortened(item.body if isinstance(item, JournalEntry) else item.title, _LONGEST)
    return f"{screen.shortened(title, _LONGEST)}: {body}" if title else body
