"""The app on a stage: keys in, text out, and waiting for what is to appear, never for time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE
from tui.app import CairnApp, Leaving
from tui.screens.today import Today
from tui.store_thread import Desk

TRIES = 5000
Actor = Pilot[Leaving]


def _says_hello(screen: Screen[Any]) -> bool:
    """Today, as on any day or as after a while; by its words, since a picture of each app's first screen takes long."""
    said = str(screen.query_one("#hello", Static).render()) if isinstance(screen, Today) else ""
    return said.startswith(("Hello", "Welcome back."))


@asynccontextmanager
async def opened(home: Home, clock: Clock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """The app with its journal open, on Today."""
    app = CairnApp(home, clock, PASSPHRASE)
    try:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: _says_hello(app.screen))
            yield pilot
    finally:
        app.finish()


@asynccontextmanager
async def at_the_door(home: Home, clock: Clock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """The app as it starts without a passphrase."""
    app = CairnApp(home, clock)
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot
    finally:
        app.finish()


@contextmanager
def elsewhere(home: Home, clock: Clock) -> Iterator[OpenJournal]:
    """The journal as another process has it."""
    journal = open_journal(home, PASSPHRASE, clock)
    try:
        yield journal
    finally:
        journal.close()


def open_desk(pilot: Pilot[Any]) -> Desk | None:
    """The open journal as the app's screens reach it; nothing before it is open."""
    app = pilot.app
    assert isinstance(app, CairnApp)
    return app._desk


def desk_of(pilot: Pilot[Any]) -> Desk:
    """The same, where the journal is open."""
    desk = open_desk(pilot)
    assert desk is not None
    return desk


def words_of(pilot: Pilot[Any], static: str) -> str:
    """What a `Static` of the screen in front says, found by its selector."""
    return str(pilot.app.screen.query_one(static, Static).render())


async def until(pilot: Actor, is_so: Callable[[], bool]) -> None:
    """Let the app work until something is so."""
    for _ in range(TRIES):
        await pilot.pause()
        if is_so():
            return
        await asyncio.sleep(0.002)
    raise AssertionError(f"it never came about; the screen shows:\n{picture(pilot.app.screen)}")


async def until_shown(pilot: Actor, words: str) -> None:
    """Let the app work until these words are on the screen."""
    await until(pilot, lambda: words in picture(pilot.app.screen))


async def to(pilot: Actor, screen: type, *keys: str) -> None:
    """Press keys, and wait until such a screen is in front."""
    await pilot.press(*keys)
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))
    await pilot.pause()


async def rest(pilot: Actor) -> str:
    """Let everything that was asked for come; the picture when nothing moves any more."""
    before = ""
    while (now := picture(pilot.app.screen)) != before:
        before = now
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    return now


async def write(pilot: Actor, words: str) -> None:
    """Type words as fast as a paste would come, key by key, into whatever is focused."""
    for character in words:
        pilot.app.post_message(key(character))
    await pilot.pause()


def key(name: str) -> Key:
    """A key as the terminal sends it: a character, or a name such as `ctrl+s`."""
    return Key(name, name if len(name) == 1 else None)


def picture(screen: Screen[Any]) -> str:
    """The screen as text, as a person would see it."""
    return "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips())
