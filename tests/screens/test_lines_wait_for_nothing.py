"""Support lines come up while the journal is busy, and where a file is read for them, the screen goes on."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from journal.paths import Home
from journal.use_cases.preferences import Preferences, read_preferences, write_preferences
from tests.conftest import FixedClock
from tests.screens.stage import Actor, desk_of, key, opened, until, until_shown
from tests.screens.toolbox_stage import shows
from tui.modals.support_now import SupportNow
from tui.screens.country import Country
from tui.screens.hard_day import HardDay
from tui.widgets.first_steps import WhereYouLive

SAMARITANS = "call 116 123"


class WatchedHome(Home):
    """Knows on which threads its support lines were looked for."""

    read_by: ClassVar[set[threading.Thread]] = set()

    @property
    def support_lines(self) -> Path:
        self.read_by.add(threading.current_thread())
        return super().support_lines


@contextmanager
def _busy(pilot: Actor) -> Iterator[None]:
    """The journal's one thread has its hands full until the end of this."""
    done = threading.Event()
    desk_of(pilot).ask(lambda _: done.wait(60))
    try:
        yield
    finally:
        done.set()


async def test_those_of_a_hard_day_are_there_while_the_journal_is_busy(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(country="GB"))
    async with opened(home, clock) as pilot:
        with _busy(pilot):
            pilot.app.post_message(key("d"))
            await shows(pilot, HardDay)
            await until_shown(pilot, SAMARITANS)


async def test_support_now_opens_with_them_while_the_journal_is_busy(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(country="GB"))
    async with opened(home, clock) as pilot:
        with _busy(pilot):
            pilot.app.post_message(key("f2"))
            await shows(pilot, SupportNow)
            await until_shown(pilot, SAMARITANS)


async def test_a_hard_day_does_not_read_while_it_draws(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(country="GB"))
    watched = WatchedHome(home.root)
    async with opened(watched, clock) as pilot:
        watched.read_by.clear()
        await pilot.press("d")
        await until_shown(pilot, SAMARITANS)
        assert watched.read_by
        assert threading.current_thread() not in watched.read_by


async def test_the_question_where_one_lives_does_not_read_while_it_draws(home: Home, clock: FixedClock) -> None:
    watched = WatchedHome(home.root)
    async with opened(watched, clock) as pilot:
        watched.read_by.clear()
        pilot.app.call_later(pilot.app.run_action, "country")
        await shows(pilot, Country)
        await until(pilot, lambda: bool(pilot.app.screen.query(WhereYouLive)))
        await pilot.press("i", "e", "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Country))
        assert watched.read_by
        assert threading.current_thread() not in watched.read_by
    assert read_preferences(home).country == "IE"
