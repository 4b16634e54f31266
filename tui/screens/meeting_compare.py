"""Four words, compared aloud: whether somebody stands between the two. Until they are here it says so."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from journal.errors import CairnError
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.screens.hearing import bindings_of
from tui.screens.meeting_told import MeetNow, ask_about_pairs, pairs_of
from tui.screens.meeting_words import WordsShown, side_by_side
from tui.screens.one_thing import OneThing
from tui.store_thread import Desk
from tui.widgets.choice import OneOf
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import meeting as words
from tui.wording import together

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from sync.records.pairs import Pair

MATCH, DIFFER, LATER = range(3)
OTHER_WORDS = "other-words"
"""The code of the refusal of a yes to words that are not the ones here by now."""


class MeetingCompare(OneThing):
    """What was said of the words is kept at once; everything else waits for the other one."""

    WHERE = "meeting-compare"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("meeting-compare"))
    SAID_TO_MATCH: ClassVar[str] = together.MATCHED
    """What comes of it, once both have said that the words match."""

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._answered = False
        self._seen: list[str] = []
        """The words in sight: a yes is to these and no others."""

    def compose(self) -> ComposeResult:
        # Outside of what scrolls: who answers has the words in sight, however little room there is.
        with Vertical(id="compared"):
            yield Static("", id="head", classes="heading")
            yield WordsShown("", id="words")
        with VerticalScroll(id="column", can_focus=False):
            yield Static("", id="about")
            yield Static("", id="means", classes="part")
            yield OneOf([words.THEY_MATCH, words.THEY_DIFFER, words.LATER], id="answer", classes="part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        if self.query("#answer") and self.query_one("#answer").display:
            return [("Enter", _("choose")), ("Esc", _("later"))]
        return [("Esc", _("back"))]

    def on_mount(self) -> None:
        self.query_one("#answer").display = False
        self.post_message(MeetNow())
        self._read()

    def _read(self) -> None:
        partner_id = self._partner_id
        asked = ask_about_pairs(self._desk, lambda journal: pair_of(journal, partner_id), ("", None))
        self.hear(asyncio.ensure_future(asked), self._show, self._not_there)

    def _show(self, found: "tuple[str, Pair | None]") -> None:
        if self._answered:
            return
        name, pair = found
        four = (pair.words or "").split() if pair is not None and pair.state.value == "to_compare" else []
        self._put_up(
            {
                "head": words.FOUR_WORDS.format(name=name),
                # So that four words of eight letters stay in one row of the smallest window.
                "words": side_by_side(four, 2 if self.has_class("-compact") else 4),
                "about": keyed(self, words.BY_NAME_ALONE) if pair is None else _about(pair, name, there=bool(four)),
                "means": words.WHAT_MATCH_MEANS if four else "",
            }
        )
        answer = self.query_one("#answer", OneOf)
        if four != self._seen:
            # Whoever presses Enter without having compared has said nothing.
            answer.looked_at = LATER
        if four and not answer.display:
            answer.display = True
            answer.focus()
        elif not four:
            answer.display = False
        self._seen = four
        self.say_keys()

    @on(OneOf.Chosen)
    def answer(self, event: OneOf.Chosen) -> None:
        event.stop()
        if event.index == LATER:
            self.dismiss()
        elif not self._answered:
            self._answered = True
            partner_id, seen = self._partner_id, self._seen if event.index == MATCH else None
            self.hear(self._desk.ask(lambda journal: _say(journal, partner_id, seen)), self._said, self._refused)

    def _said(self, state: str) -> None:
        self.announce_change()
        self.post_message(MeetNow())
        if state in ("broken", "ending"):
            # It stays until it was read.
            self.query_one("#answer").display = False
            self._put_up({"words": "", "about": together.DIFFERED, "means": ""})
            self.say_keys()
            return
        self.app.notify(self.SAID_TO_MATCH, markup=False)
        self.dismiss()

    def _refused(self, problem: CairnError) -> None:
        self._answered = False
        if problem.code == OTHER_WORDS:
            self._say(sentence_of(problem))
            self._read()
        else:
            self._not_there(problem)


def _about(pair: "Pair", name: str, *, there: bool) -> str:
    """What stands under the words, or in their place."""
    state = pair.state.value
    if there:
        return together.COMPARE
    if state == "meeting":
        return words.NOT_HERE_YET
    if state == "matched":
        return f"{together.ALREADY_MATCHED} {words.NEXT_MATCHED}"
    return together.DIFFERED if pair.why == "differ" else words.reasons(pair.why, name) or together.ALREADY_MATCHED


def pair_of(journal: "OpenJournal", partner_id: str) -> "tuple[str, Pair | None]":
    """What the partner is called, and how one stands with them."""
    return journal.partner(partner_id).partner_alias, pairs_of(journal).get(partner_id)


def _say(journal: "OpenJournal", partner_id: str, seen: Sequence[str] | None) -> str:
    """Keep what was said: that the words seen match, or with `None` that they differ. How one stands now."""
    from sync.pairing import Pairing

    pairing = Pairing(journal)
    return (pairing.say_differ(partner_id) if seen is None else pairing.say_match(partner_id, seen)).state.value
