"""A check-in in plain lines, begun before midnight and saved after it, is about the day it was begun on."""

from datetime import UTC, datetime

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.stage import Typed, Whispered
from tui.plain.checking_in import fill_in
from tui.plain.conversation import Conversation, EndOfInput
from tui.plain.registry import stay
from tui.plain.visit import Door, Visit

LATE = datetime(2026, 3, 13, 23, 58, tzinfo=UTC)
EARLY = datetime(2026, 3, 14, 0, 3, tzinfo=UTC)


class SlowlyTyped(Typed):
    """Midnight goes by before the last answer but one."""

    def __init__(self, clock: FixedClock, *answers: str) -> None:
        super().__init__(*answers)
        self._clock = clock

    def line(self) -> str:
        if len(self.left_over) == 2:
            self._clock.set(EARLY)
        return super().line()


def _visit(journal: OpenJournal, home: Home, clock: FixedClock, *answers: str) -> Visit:
    clock.set(LATE)
    said: list[str] = []
    talk = Conversation(SlowlyTyped(clock, *answers), said.append, lambda _: [], is_typed=False)
    return Visit(Door(talk, home, clock, Whispered(source=PASSPHRASE)), journal)


def _saved(journal: OpenJournal) -> CheckIn:
    (made,) = journal.items(Filter(kind="check-in"), 5)
    assert isinstance(made, CheckIn)
    return made


@pytest.mark.parametrize("begins", [["check in"], ["check in for a day", "today"]])
def test_from_the_list_of_deeds(journal: OpenJournal, home: Home, clock: FixedClock, begins: list[str]) -> None:
    with pytest.raises(EndOfInput):
        stay(_visit(journal, home, clock, *begins, "6", "5", "", "", ""))
    assert _saved(journal).moment.for_date == "2026-03-13"


def test_where_it_is_asked_in_place(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    fill_in(_visit(journal, home, clock, "6", "5", "", "", ""))
    assert _saved(journal).moment.at == "2026-03-13T23:58:00+00:00"
