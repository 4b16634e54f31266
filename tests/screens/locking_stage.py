"""The app with two clocks that a test moves: nobody waits for a minute to go by."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.vault import key_slots
from tests.conftest import PASSPHRASE
from tests.screens.stage import Actor, picture, until, until_shown, write
from tests.store.remembered_argon2 import RememberedArgon2id
from tui import idling, telling
from tui.app import CairnApp
from tui.modals.cover import Cover
from tui.presence import TwoClocks
from tui.screens.today import Today
from tui.screens.write import Write

LOOKS_S = 0.01


class Hands:
    """The hands of both clocks, in seconds."""

    def __init__(self) -> None:
        self._steady_s = 1000.0
        self._wall_s = 1_700_000_000.0

    @property
    def clocks(self) -> TwoClocks:
        return TwoClocks(lambda: self._steady_s, lambda: self._wall_s)

    def pass_s(self, seconds: float) -> None:
        """Time goes by."""
        self._steady_s += seconds
        self._wall_s += seconds

    def sleep_s(self, seconds: float) -> None:
        """The computer sleeps, or somebody sets the clock: forwards, or back."""
        self._wall_s += seconds


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """Clocks that stand still until they are moved, and an app that looks at them often."""
    monkeypatch.setattr(idling, "LOOK_EVERY_S", LOOKS_S)
    monkeypatch.setattr(telling, "BETWEEN_WORDS_S", 0.01)
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)
    return Hands()


@asynccontextmanager
async def watched(
    home: Home, clock: Clock, hands: Hands, passphrase: str | None = PASSPHRASE, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Actor]:
    """The app with these clocks and with its notes shown; open, unless there is no passphrase."""
    app = CairnApp(home, clock, passphrase, hands.clocks)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            if passphrase is not None:
                await until(pilot, lambda: isinstance(app.screen, Today) and "Hello." in picture(app.screen))
            yield pilot
    finally:
        app.finish()


def how_it_ended(pilot: Actor) -> str | None:
    return pilot.app.return_value


async def begin_a_page(pilot: Actor, typed: str) -> None:
    await pilot.press("ctrl+n")
    await until(pilot, lambda: isinstance(pilot.app.screen, Write))
    await until_shown(pilot, "2026")
    await write(pilot, typed)
    await until_shown(pilot, typed)


def drafts(home: Home, clock: Clock) -> list[str]:
    journal = open_journal(home, PASSPHRASE, clock)
    kept = [draft.body for draft in journal.drafts()]
    journal.close()
    return kept


async def locks(pilot: Actor) -> None:
    await until(pilot, lambda: how_it_ended(pilot) == "lock")


async def stays_open(pilot: Actor) -> None:
    """Give it the time of several looks at the clocks."""
    for _ in range(5):
        await asyncio.sleep(LOOKS_S)
        await pilot.pause()
    assert how_it_ended(pilot) is None
    assert not isinstance(pilot.app.screen, Cover)
