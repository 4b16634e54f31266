"""A facilitator before the screen: a real group in a real folder, with members at computers of their own."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TypeVar

import pytest
from textual.dom import DOMNode

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from sync.carrying import meet
from sync.exchange import Exchange
from tests.conftest import PASSPHRASE, FixedClock
from tests.groups.conftest import held, joined
from tests.groups.people import Held, Somebody, facilitators_home
from tests.screens.stage import Actor, until, until_shown
from tui.app import CairnApp
from tui.screens.facilitator_summaries import Summaries
from tui.screens.facilitator_summary import SummaryScreen
from tui.screens.hearing import Hearing

__all__ = ["held", "joined"]

T = TypeVar("T")

SHARED = {
    "what_matters_to_me_now": "Getting out again",
    "support_i_would_like": "A chair near the door",
    "questions_for_you": "Is Tuesday full?",
    "please_know": "No talk of hospitals",
}
"""What Ana writes."""


@asynccontextmanager
async def holding(home: Home, clock: Clock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """The app with a facilitator's home open, on Summaries."""
    app = CairnApp(home, clock, PASSPHRASE)
    try:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Summaries) and app.screen._found is not None)
            yield pilot
    finally:
        app.finish()


@asynccontextmanager
async def before_kim(group: Held, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """The same, of the facilitator of the group."""
    async with holding(group.kim.home, group.clock, size) as pilot:
        yield pilot


def new_home(home: Home, clock: FixedClock) -> Home:
    """A facilitator's home in which nothing was written yet."""
    return facilitators_home(home.root, clock)


def settle(group: Held) -> None:
    """The role card is whole, and what every home says once, about recovery words and the country, was answered."""
    group.groups.write_role_card({"i_do_not": "Reply at all hours.", "who_supports_me": "Jo, every month."})
    group.kim.journal.choose(WORDS_CONFIRMED, "yes")
    write_preferences(group.kim.home, Preferences(country="GB"))


async def look_in(*these: Somebody) -> None:
    """Each meets at the place they use, in this order; the app may be open meanwhile."""
    for each in these:
        report = await meet(_here, Exchange(each.journal))
        assert [problem.code for problem in report.problems] == []


async def visit(group: Held, rounds: int = 3) -> None:
    """Everybody looks in, in turn."""
    for _ in range(rounds):
        await look_in(group.kim, *group.members.values())


async def _here(deed: Callable[[], T]) -> T:
    return deed()


async def to_page(pilot: Actor, words: str) -> SummaryScreen:
    """Open the page at the bar, until its words are there."""
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, SummaryScreen))
    await until_shown(pilot, words)
    screen = pilot.app.screen
    assert isinstance(screen, SummaryScreen)
    return screen


async def in_front(pilot: Actor, screen: type[Hearing]) -> None:
    """Until such a screen is in front."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))
    await pilot.pause()


def written_in(home: Home, clock: FixedClock) -> list[str]:
    """The words of every draft of a home."""
    journal = open_journal(home, PASSPHRASE, clock)
    try:
        return [draft.body for draft in journal.drafts()]
    finally:
        journal.close()


@pytest.fixture
def quiet_app(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app meets nobody by itself: the tests do."""
    monkeypatch.setattr(CairnApp, "MEET_FIRST_AFTER_S", 1000.0)


def told(pilot: Actor) -> list[str]:
    """What was said in passing."""
    return [note.message for note in pilot.app._notifications]


def words_in_widgets(pilot: Actor) -> str:
    """Every text that any widget of any screen holds, in whatever it holds it."""
    stacks = list(pilot.app._screen_stacks.values())
    widgets = [widget for stack in stacks for screen in stack for widget in screen.walk_children(with_self=True)]
    found: list[str] = []
    seen: set[int] = set()
    for widget in widgets:
        _gather(vars(widget), found, seen, 6)
    return "\n".join(found)


def _gather(value: object, found: list[str], seen: set[int], deep: int) -> None:
    if isinstance(value, str):
        found.append(value)
        return
    if deep == 0 or id(value) in seen or isinstance(value, (DOMNode, type, int, float, bytes, type(None))):
        return
    seen.add(id(value))
    if isinstance(value, Mapping):
        parts: list[object] = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        parts = list(value)
    else:
        slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        parts = [*getattr(value, "__dict__", {}).values(), *(getattr(value, name, None) for name in slots)]
    for part in parts:
        _gather(part, found, seen, deep - 1)
