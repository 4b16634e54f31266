"""27: dates jump when travelling, and on odd days. An entry's day is fixed when it is written and never moves."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from journal.domain.moments import moment_at
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock

EAST, WEST, BEFORE_THE_LINE = "Pacific/Auckland", "America/Los_Angeles", "Pacific/Honolulu"
ZONES = (EAST, WEST, BEFORE_THE_LINE, "Europe/London", "Asia/Kathmandu", "Pacific/Kiritimati")


def opened(home: Home, now: datetime, zone: str) -> OpenJournal:
    return open_journal(home, PASSPHRASE, FixedClock(now, zone))


def written(home: Home, now: datetime, zone: str, body: str) -> str:
    """The day of a page that is written now, in this zone."""
    journal = opened(home, now, zone)
    page = journal.write_page(replace(journal.blank_page(), body=body))
    journal.close()
    return page.moment.for_date


def days(home: Home, now: datetime, zone: str) -> list[tuple[str, str]]:
    """Every line and its day, as they are read in a zone."""
    journal = opened(home, now, zone)
    lines = [(line.first_words, line.for_date) for line in journal.timeline(Filter(), 50)]
    journal.close()
    return lines


def test_a_page_written_before_the_date_line_keeps_its_day_after_it(home: Home) -> None:
    """From Auckland to Honolulu the calendar goes back a day: nothing that was written goes with it."""
    assert written(home, datetime(2026, 3, 14, 20, 30, tzinfo=UTC), EAST, "at the gate") == "2026-03-15"
    assert written(home, datetime(2026, 3, 15, 5, 0, tzinfo=UTC), BEFORE_THE_LINE, "at the other end") == "2026-03-14"
    for zone in ZONES:
        assert days(home, datetime(2026, 3, 15, 6, 0, tzinfo=UTC), zone) == [
            ("at the gate", "2026-03-15"),
            ("at the other end", "2026-03-14"),
        ]


def test_the_day_that_is_tomorrow_here_stands_in_the_calendar(home: Home) -> None:
    written(home, datetime(2026, 3, 31, 20, 30, tzinfo=UTC), EAST, "at the gate")
    journal = opened(home, datetime(2026, 4, 1, 5, 0, tzinfo=UTC), BEFORE_THE_LINE)
    assert journal.moment().for_date == "2026-03-31"
    assert journal.last_day() == "2026-04-01"
    assert journal.days_with([date(2026, 4, 1)]) == {"2026-04-01": ("entry",)}
    journal.close()


@pytest.mark.parametrize("zone", ZONES)
def test_changing_a_page_elsewhere_leaves_its_day_where_it_was(home: Home, zone: str) -> None:
    written(home, datetime(2026, 3, 14, 23, 30, tzinfo=UTC), WEST, "late")
    journal = opened(home, datetime(2026, 3, 20, 12, 0, tzinfo=UTC), zone)
    (line,) = journal.timeline(Filter(), 5)
    before = journal.read(line.id).moment
    journal.change_words(line.id, "late, in other words", "A title")
    journal.set_page_about(line.id, themes=("hope",), tags=("journey",))
    journal.keep(line.id)
    journal.bring_back(line.id, 1)
    journal.delete(line.id)
    journal.undo()
    assert journal.read(line.id).moment == before
    assert before.for_date == "2026-03-14"
    assert before.zone == WEST
    journal.close()


def test_a_day_with_25_hours_is_one_day_and_its_two_half_past_ones_keep_their_order(home: Home) -> None:
    """In London on 25 October 2026 the clock goes from 02:00 back to 01:00."""
    instants = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]
    for instant, body in zip(instants, ("the first half past one", "the second"), strict=True):
        assert written(home, instant, "Europe/London", body) == "2026-10-25"
    journal = opened(home, datetime(2026, 10, 26, 12, 0, tzinfo=UTC), "Europe/London")
    lines = journal.timeline(Filter("2026-10-25", "2026-10-25"), 5)
    assert [(line.first_words, line.at) for line in lines] == [
        ("the second", "2026-10-25T01:30:00+00:00"),
        ("the first half past one", "2026-10-25T01:30:00+01:00"),
    ]
    journal.close()


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC), "2026-10-25"),
        (datetime(2026, 10, 26, 0, 0, tzinfo=UTC), "2026-10-26"),
        (datetime(2026, 3, 29, 0, 0, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 22, 59, 59, tzinfo=UTC), "2026-03-29"),
        (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), "2026-03-30"),
    ],
)
def test_the_first_and_the_last_moment_of_a_day_with_25_hours_or_23_are_of_that_day(
    instant: datetime, day: str
) -> None:
    assert moment_at(instant, "Europe/London").for_date == day


def test_a_page_for_an_hour_that_a_day_has_not_is_of_that_day_all_the_same(journal: OpenJournal) -> None:
    """01:30 on 30 March 2025 never came in London."""
    assert journal.moment("2025-03-30 01:30").for_date == "2025-03-30"


def test_a_leap_day_is_a_day_of_its_own_and_meets_its_like(home: Home) -> None:
    assert written(home, datetime(2024, 2, 29, 23, 0, tzinfo=UTC), "Europe/London", "a leap day") == "2024-02-29"
    assert written(home, datetime(2024, 3, 1, 0, 0, tzinfo=UTC), "Europe/London", "the day after") == "2024-03-01"
    for now, seen in (
        (datetime(2025, 2, 28, 12, tzinfo=UTC), ["a leap day"]),
        (datetime(2025, 3, 1, 12, tzinfo=UTC), ["the day after"]),
        (datetime(2028, 2, 28, 12, tzinfo=UTC), []),
        (datetime(2028, 2, 29, 12, tzinfo=UTC), ["a leap day"]),
    ):
        assert _on_this_day(home, now) == seen


def _on_this_day(home: Home, now: datetime) -> list[str]:
    from journal.domain.months import same_day_before

    journal = opened(home, now, "Europe/London")
    before = same_day_before(date.fromisoformat(journal.moment().for_date))
    lines = journal.timeline(Filter(days=before), 5)
    journal.close()
    return [line.first_words for line in lines]


def test_a_leap_day_can_be_written_for_afterwards_and_a_29_february_that_never_was_cannot(
    journal: OpenJournal,
) -> None:
    from journal.errors import BadInput

    assert journal.blank_page("2024-02-29").moment.for_date == "2024-02-29"
    with pytest.raises(BadInput):
        journal.blank_page("2025-02-29")
