"""The demo journal: a made-up life, written through the same deeds that a person uses."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from journal.clock import Clock
from journal.data import feelings
from journal.domain.check_in import CheckIn, ToolUse
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import PASSING_COST, WORDS_CONFIRMED, create_journal, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from tui.wording import demo_life
from tui.wording.demo_life import Noted, When, Written


class ClockOfALife:
    """A clock that is set to each moment of a made-up life, so that everything was noted when it was."""

    def __init__(self, today: datetime, zone: str) -> None:
        self._now = today
        self._zone = zone
        self._monday = today.date() - timedelta(days=today.weekday())

    def now(self) -> datetime:
        return self._now

    def zone(self) -> str:
        return self._zone

    def instant(self, when: When) -> datetime:
        """The moment that was counted back from today."""
        day = self._monday + timedelta(days=when.weekday, weeks=-when.weeks_ago)
        return datetime.combine(day, time.fromisoformat(when.clock), ZoneInfo(self._zone))

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
    create_journal(home, passphrase, clock, PASSING_COST)
    write_preferences(home, known)
    journal = open_journal(home, passphrase, clock)
    try:
        journal.choose(WORDS_CONFIRMED, "yes")
    finally:
        journal.close()


def fill_demo_journal(home: Home, passphrase: str, clock: Clock) -> None:
    """Live the made-up life, up to yesterday, in a journal that is there and empty."""
    life = ClockOfALife(clock.now(), clock.zone())
    today = clock.now().date()
    moments: list[tuple[datetime, Noted | Written]] = [
        (life.instant(one.when), one) for one in (*demo_life.CHECK_INS, *demo_life.PAGES)
    ]
    lived = sorted(((at, one) for at, one in moments if at.date() < today), key=lambda moment: moment[0])
    journal = open_journal(home, passphrase, life)
    try:
        for at, one in lived:
            life.set(at)
            if isinstance(one, Noted):
                _note(journal, one)
            else:
                _write(journal, one)
        _begin(journal)
    finally:
        journal.close()


def _note(journal: OpenJournal, noted: Noted) -> None:
    ids = {feeling.label: feeling.id for feeling in feelings()}
    blank: CheckIn = journal.blank_check_in()
    journal.record_check_in(
        replace(
            blank,
            mood=noted.mood,
            hope=noted.hope,
            connection=noted.connection,
            energy=noted.energy,
            feelings=tuple(ids.get(word, word) for word in noted.feelings),
            tools_used=tuple(ToolUse(journal.tool_named(name).id, mark) for name, mark in noted.helped),
            note=noted.note,
        )
    )


def _write(journal: OpenJournal, written: Written) -> None:
    page = replace(journal.blank_page(prompt_id=written.prompt_id), title=written.title, body=written.body)
    entry = journal.write_page(page, written.tags, written.themes)
    if written.keep:
        journal.keep(entry.id)
    if written.bring:
        journal.bring(entry.id)


def _begin(journal: OpenJournal) -> None:
    """Leave a page that something came between, as it happens."""
    journal.keep_draft(replace(journal.blank_page(), body=demo_life.BEGUN))
