"""A member of a group before the screen, and what their own journal puts on the page for the facilitator."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TypeVar

from journal.store.transaction import transaction
from sync.carrying import meet
from sync.consent.groups import Groups
from sync.consent.making import Making
from sync.consent.summaries import Summaries
from sync.exchange import Exchange
from sync.protocol.content import Content, read_content, write_content
from sync.records.consents import Consent
from sync.records.pairs import Pairs
from tests.groups.conftest import held, joined
from tests.groups.people import Held, Member
from tests.screens.peers_stage import bar_at, on, press, to_peers
from tests.screens.stage import Actor, desk_of, opened, rest, until
from tui.screens.form import Form
from tui.screens.my_page import MyPage
from tui.screens.my_page_facilitator import FacilitatorScreen
from tui.screens.my_page_look import LookAtPage
from tui.screens.role_card import RoleCardFirst

__all__ = ["held", "joined"]

T = TypeVar("T")
MATTERS = "Getting out again [x]"
SUPPORT = "Ring me if I am not there"


@asynccontextmanager
async def at_anas(held: Held, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """Ana's journal, with the app over it; the same journal stays open for the test to look into."""
    async with opened(held.ana.home, held.clock, size) as pilot:
        yield pilot


def page_of(member: Member) -> Content:
    """What stands on this member's page for the facilitator."""
    making = Making(member.journal)
    standing = Pairs(member.journal.connection).standing(member.facilitator)
    assert standing is not None
    return making.content(member.pair, standing)


def live(member: Member) -> Consent | None:
    return member.summaries.shared(member.facilitator)


def write_page(held: Held, **parts: object) -> None:
    held.ana.summaries.write(held.ana.facilitator, parts or {"what_matters_to_me_now": MATTERS})


async def visit(held: Held) -> None:
    """Everybody looks in, in turn."""
    for _ in range(3):
        for each in (held.kim, *held.members.values()):
            report = await meet(_here, Exchange(each.journal))
            assert report.problems == []


async def _here(deed: Callable[[], T]) -> T:
    return deed()


async def change_card(held: Held, **parts: str) -> None:
    """The facilitator says other words of themselves, and they come."""
    Groups(held.kim.journal).write_role_card(parts)
    await visit(held)


def without_card(held: Held) -> None:
    """As before the facilitator's first page has come whole."""
    pair = held.ana.pair
    assert pair.view is not None
    view = write_content(read_content(pair.view).model_copy(update={"role_card": None}))
    with transaction(held.ana.journal.connection):
        Pairs(held.ana.journal.connection).put(replace(pair, view=view))


async def asked(pilot: Actor, deed: Callable[[Summaries], T]) -> T:
    """What the app's own journal says."""
    return await desk_of(pilot).ask(lambda journal: deed(Summaries(journal)))


async def to_facilitator(pilot: Actor) -> None:
    await to_peers_row(pilot, "Kim")
    await press(pilot, "enter", FacilitatorScreen, "Kim says of themselves:")


async def to_peers_row(pilot: Actor, words: str) -> None:
    """Peers, the bar at the row with these words."""
    await to_peers(pilot)
    await until(pilot, lambda: bool(getattr(pilot.app.screen, "_groups", None)))
    await rest(pilot)
    await bar_at(pilot, words)


async def to_page(pilot: Actor) -> None:
    """The page as it is; where nothing is written yet, over it the three parts."""
    await to_facilitator(pilot)
    await pilot.press("p")
    await until(pilot, lambda: isinstance(pilot.app.screen, MyPage | Form))
    await rest(pilot)


async def to_look(pilot: Actor) -> None:
    """From the page to the look; the role card is read to its end on the way."""
    await pilot.press("s")
    await until(pilot, lambda: isinstance(pilot.app.screen, RoleCardFirst | LookAtPage))
    await rest(pilot)
    while isinstance(pilot.app.screen, RoleCardFirst):
        await pilot.press("enter")
        await rest(pilot)
    await on(pilot, LookAtPage, "Kim will see exactly:")
    await rest(pilot)
