"""One deed of the journal: what it begins with, the three ways to do it, and what must be so afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import PASSPHRASE
from tests.parity.steps import Calls, Gap, Keys, Lines, Path, filled_in

Begins = Literal["open", "door", "nowhere"]
"""With the journal open, before its locked door, or without any journal."""
Whose = Literal["person", "member", "facilitator"]
"""An empty journal of a person's own, that of somebody in a group, or the home of who holds it."""


@dataclass(frozen=True, slots=True)
class Place:
    """An open journal, and where it is."""

    journal: OpenJournal
    home: Home
    clock: Clock


Prepare = Callable[[Place], Mapping[str, str]]
"""Puts something into the journal; gives ids, and whatever else the ways need, by name."""


def _nothing(_: Place) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed. It must leave something, show something, or end the visit in its own way."""

    name: str
    """In a person's words, as the table says it."""
    screen: Keys | Gap
    plain: Lines | Gap
    command: Calls | Gap
    prepare: Prepare = _nothing
    leaves: Callable[[Place], object] | None = None
    """Reads from the journal what the deed is about."""
    becomes: object = None
    """What `leaves` reads afterwards, whichever way was taken; before, it reads something else."""
    shows: Sequence[str | tuple[str, ...]] = ()
    """Words that are told by the end, and were not at the beginning; of a tuple one is enough. Names are filled in."""
    ends: str | None = None
    """How the visit ends, where that is what the deed is for."""
    keeps_drafts: bool = False
    """Whether drafts may be left: else the deed finishes whatever it begins."""
    begins: Begins = "open"
    whose: Whose = "person"
    opens_with: str = PASSPHRASE
    """The passphrase that opens the journal afterwards."""
    is_gone: bool = False
    """Whether there is no journal any more afterwards."""
    too: Sequence[Path] = field(default=())
    """Other ways to the same, beside those above."""

    def not_told(self, told: str, names: dict[str, str]) -> list[str]:
        """What of `shows` is missing in what was told."""
        wanted = [(words,) if isinstance(words, str) else words for words in self.shows]
        return [one[0] for one in wanted if not any(filled_in(words, names) in told for words in one)]

    @property
    def ways(self) -> list[Path]:
        """Every way there is."""
        return [way for way in (self.screen, self.plain, self.command, *self.too) if not isinstance(way, Gap)]

    @property
    def gaps(self) -> dict[str, str]:
        """Why each way that is missing is missing."""
        columns = {"screen": self.screen, "plain": self.plain, "command": self.command}
        return {name: way.why for name, way in columns.items() if isinstance(way, Gap)}

    def cell(self, way: str) -> str:
        """How it is done one way, as the table says it."""
        gap = {"screen": self.screen, "plain": self.plain, "command": self.command}[way]
        if isinstance(gap, Gap):
            return gap.said
        return ", or ".join(path.said for path in self.ways if path.way == way)

    def is_so(self, at: Place) -> bool:
        """Whether the journal holds what the deed is to leave."""
        left = self.leaves is None or self.leaves(at) == self.becomes
        return left and (self.keeps_drafts or not at.journal.drafts())
