"""One partner who cannot be met keeps nobody else waiting; a journal that cannot be worked with ends the round."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import pytest

from journal.errors import Busy, CairnError, NotFound
from sync.carrying import NOT_MET, Problem, Report, meet
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.pairs import Pairs
from sync.transports.folder import Folder
from sync.transports.slot import Slots
from sync.transports.via import slots_at
from tests.pairing.strangers import Person
from tui.wording import together

T = TypeVar("T")


@pytest.fixture
def partners(ana: Person) -> list[str]:
    """Two invites on their way, in the order in which they are met."""
    for _ in range(2):
        Pairing(ana.journal).invite(ana.via, my_name=None, called="Partner")
    return [pair.partner for pair in Pairs(ana.journal.connection).all()]


async def _here(deed: Callable[[], T]) -> T:
    return deed()


def visit(ana: Person, slots: Callable[[str], Slots] = slots_at) -> Report:
    return asyncio.run(meet(_here, Exchange(ana.journal), slots=slots))


def test_a_place_that_is_none_any_more_is_told_and_the_other_partner_is_met(ana: Person, partners: list[str]) -> None:
    """As in a journal that came from another computer, or from a newer cairn."""
    pairs = Pairs(ana.journal.connection)
    pair = pairs.get(partners[0])
    assert pair is not None
    pairs.put(replace(pair, via="relay:example"))
    report = visit(ana)
    assert report.problems == [Problem(partners[0], NOT_MET)]
    assert report.sent == 1
    assert report.problems[0].code in together.PROBLEMS


@pytest.mark.parametrize("deed", ["settle", "note_carried"])
def test_what_is_refused_for_one_partner_is_told_and_the_other_one_is_met(
    ana: Person, partners: list[str], deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_for(partners[0], deed, NotFound(), monkeypatch)
    report = visit(ana)
    assert report.problems == [Problem(partners[0], NOT_MET)]
    assert report.sent == 1


@pytest.mark.parametrize("problem", [Busy(), CairnError(), LookupError("a slip of ours")], ids=repr)
def test_a_journal_that_cannot_be_worked_with_or_a_slip_of_ours_ends_the_round(
    ana: Person, partners: list[str], problem: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_for(partners[0], "settle", problem, monkeypatch)
    written: list[str] = []

    class Watched(Folder):
        async def write(self, place: object, wire: bytes) -> None:
            written.append(partners[1])

    with pytest.raises(type(problem)):
        visit(ana, lambda _: Watched(ana.folder))
    assert written == []


def refuse_for(partner: str, deed: str, problem: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    really = getattr(Exchange, deed)

    def refused(self: Exchange, errand: object, *rest: object) -> object:
        if getattr(errand, "partner", "") == partner:
            raise problem
        return really(self, errand, *rest)

    monkeypatch.setattr(Exchange, deed, refused)
