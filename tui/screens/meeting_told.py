"""How the last meeting with the partners went, as the Peers screen says it; and how one stands with each of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message

from tui.key_map import KeyMap
from tui.store_thread import Desk
from tui.wording import meeting as words
from tui.wording.dates import clock_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.use_cases.open_journal import OpenJournal
    from sync.records.pairs import Pair

T = TypeVar("T")
Nobody = TypeVar("Nobody")


class MeetNow(Message):
    """Something waits to be carried: meet the partners without waiting for the next time."""


class ClockIsRight(Message):
    """The person says that the clock of this computer is right."""


@dataclass(slots=True)
class LastMeeting:
    """What the app notes and the screen reads. Kept nowhere: it is of this run alone."""

    at: str = ""
    """Local instant, ISO 8601, of the last time that every place was reached; empty for not yet."""
    not_reached: Sequence[str] = ()
    """Names of the partners whose place was not."""
    clock_back: Sequence[str] = ()
    """Names of those to whom nothing goes, since the clock went back."""

    def line(self, key_map: KeyMap) -> str:
        """One quiet line, with the keys of now. Empty where there is nothing to say."""
        if self.clock_back:
            return key_map.keyed(words.CLOCK_BACK).format(names=words.names_of(self.clock_back))
        if self.not_reached:
            return words.NOT_REACHED.format(names=words.names_of(self.not_reached))
        return words.MET_AT.format(time=clock_of(self.at)) if self.at else ""


def has_partners(journal: "OpenJournal") -> bool:
    """Whether anybody is there at all; where nobody is, nothing of sharing has to be loaded."""
    return bool(journal.things("partner"))


def load_what_meets() -> None:
    """Load what sharing stands on: some tenths of a second, so never on the store thread, nor on the event loop."""
    import sync.carrying  # noqa: F401  # the import itself is the deed


async def ask_about_pairs(desk: Desk, deed: "Callable[[OpenJournal], T]", nobody: Nobody) -> "T | Nobody":
    """What a deed on pairs or shares says; `nobody`, where there is no partner at all."""
    if not await desk.ask(has_partners):
        return nobody
    await asyncio.to_thread(load_what_meets)
    return await desk.ask(deed)


def pairs_of(journal: "OpenJournal") -> "dict[str, Pair]":
    """How one stands with each, by the partner's id; those who are here by name alone are not in it."""
    from sync.records.pairs import Pairs

    return {pair.partner: pair for pair in Pairs(journal.connection).all()} if has_partners(journal) else {}
