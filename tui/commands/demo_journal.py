"""The demo journal: four months of a made-up life, written through the same deeds that a person uses."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, create_journal, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.ways_in import PASSING_COST
from tui.commands.demo_days import drawn_check_ins
from tui.commands.demo_deeds import Living, steps_of
from tui.wording.demo_life import check_ins, goals, meetings, pages, shelves
from tui.wording.demo_life.shapes import Lately, Then, Told

Deed = tuple[datetime, Callable[[], None]]


class ClockOfALife:
    """A clock that is set to each moment of a made-up life, so that everything was noted when it was."""

    def __init__(self, today: datetime, zone: str) -> None:
        self._now = today.astimezone(ZoneInfo(zone))
        self._zone = zone
        self._today = self._now.date()

    def now(self) -> datetime:
        return self._now

    def zone(self) -> str:
        return self._zone

    def day(self, then: Then) -> date:
        """The day that was counted back from today."""
        if isinstance(then, Lately):
            return self._today - timedelta(days=then.days_ago)
        monday = self._today - timedelta(days=self._today.weekday())
        return monday + timedelta(days=then.weekday, weeks=-then.weeks_ago)

    def instant(self, then: Then) -> datetime:
        """The moment that was counted back from today."""
        return datetime.combine(self.day(then), time.fromisoformat(then.clock), ZoneInfo(self._zone))

    def set(self, instant: datetime) -> None:
        self._now = instant


def make_empty_journal(home: Home, passphrase: str, clock: Clock, known: Preferences) -> None:
    """Make a journal that will not stay: cheap to open, with nothing to be reminded of.

    Args:
        home: where; no journal may be there.
        passphrase: shown to whoever looks around.
        clock: what time it is.
        known: country and look; support lines of a country are shown only to somebody who said it is theirs.
    """
    journal = _made(home, passphrase, clock, known, clock)
    try:
        journal.choose(WORDS_CONFIRMED, "yes")
    finally:
        journal.close()


def make_demo_journal(home: Home, passphrase: str, clock: Clock, known: Preferences) -> None:
    """Make such a journal and live the made-up life in it, up to yesterday.

    Args:
        home: where; no journal may be there.
        passphrase: shown to whoever looks around.
        clock: what time it is; the same day gives the same journal.
        known: as for an empty one.
    """
    life = ClockOfALife(clock.now(), clock.zone())
    today = life.now().date()
    # Opened once, for the making and the filling: to turn a passphrase into a key is slow on purpose.
    journal = _made(home, passphrase, clock, known, life)
    try:
        journal.choose(WORDS_CONFIRMED, "yes")
        living = Living(journal, life)
        lived = [deed for deed in _deeds(living, life) if deed[0].date() < today]
        for at, do in sorted(lived, key=lambda deed: deed[0]):
            life.set(at)
            do()
        _begin(journal, life)
    finally:
        journal.close()


def _made(home: Home, passphrase: str, clock: Clock, known: Preferences, used_with: Clock) -> OpenJournal:
    create_journal(home, passphrase, clock, PASSING_COST)
    write_preferences(home, known)
    return open_journal(home, passphrase, used_with)


def _deeds(living: Living, life: ClockOfALife) -> Iterator[Deed]:
    """Everything that was done, each with its moment, in no order yet."""
    for told in _told():
        yield life.instant(told.when), partial(living.live, told)
    for aim in goals.GOALS:
        for on_the_way in steps_of(aim):
            yield life.instant(on_the_way.when), partial(living.go_on, aim.title, on_the_way)


def _told() -> Iterator[Told]:
    yield from shelves.TOOLS
    yield from shelves.STRENGTHS
    yield from shelves.PEOPLE
    yield from shelves.WEEK
    yield from shelves.PLANS
    yield from shelves.STORIES
    yield from meetings.PARTNERS
    yield from goals.GOALS
    yield from meetings.SESSIONS
    yield from check_ins.CHECK_INS
    yield from drawn_check_ins()
    yield from pages.PAGES


def _begin(journal: OpenJournal, life: ClockOfALife) -> None:
    """Leave a page that something came between, as it happens."""
    life.set(life.instant(pages.BEGUN_AT))
    journal.keep_draft(replace(journal.blank_page(), body=pages.BEGUN))
