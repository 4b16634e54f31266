"""Items 27 and 28 of what users of journals suffer from: days that jump when travelling, and streaks.

Each test says what cairn promises about the item of its number.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.wording.nothing_counted import NEVER, barred
from tui.wording.look_back import sentence, told_in_parts

KIRITIMATI = "Pacific/Kiritimati"
HONOLULU = "Pacific/Honolulu"


def noted_at(home: Home, instant: datetime, zone: str, mood: int) -> str:
    """Check in where and when somebody is, and give the day it is for."""
    journal = open_journal(home, PASSPHRASE, FixedClock(instant, zone))
    saved = journal.record_check_in(journal.blank_check_in().with_answers({"mood": mood}))
    journal.close()
    return saved.check_in.moment.for_date


def noted_days(home: Home, instant: datetime, zone: str, days: int = 28) -> dict[str, float]:
    """The day values as they are seen from somewhere else."""
    journal = open_journal(home, PASSPHRASE, FixedClock(instant, zone))
    (mood,) = journal.look_back(days, "mood").dimensions
    journal.close()
    return {day.for_date: day.value for day in mood.noted if day.value is not None}


@pytest.mark.parametrize("zone", [KIRITIMATI, "Europe/London", HONOLULU])
def test_item_27_a_note_keeps_its_day_wherever_it_is_looked_back_at_from(home: Home, zone: str) -> None:
    """Two instants of one day here, and of two days there."""
    evening, morning = datetime(2026, 3, 9, 10, 30, tzinfo=UTC), datetime(2026, 3, 9, 20, 0, tzinfo=UTC)
    assert noted_at(home, evening, KIRITIMATI, 3) == "2026-03-10"
    assert noted_at(home, morning, HONOLULU, 8) == "2026-03-09"
    assert noted_days(home, datetime(2026, 3, 14, 12, tzinfo=UTC), zone) == {"2026-03-10": 3, "2026-03-09": 8}


def test_item_27_a_day_that_has_not_come_here_yet_is_told_and_not_moved(home: Home) -> None:
    """Over the date line eastwards: the day before comes again, and what was noted tomorrow is still there."""
    assert noted_at(home, datetime(2026, 3, 9, 10, 30, tzinfo=UTC), KIRITIMATI, 3) == "2026-03-10"
    landed = datetime(2026, 3, 9, 20, tzinfo=UTC)
    assert noted_at(home, landed, HONOLULU, 8) == "2026-03-09"
    assert noted_days(home, landed, HONOLULU) == {"2026-03-09": 8, "2026-03-10": 3}
    journal = open_journal(home, PASSPHRASE, FixedClock(landed, HONOLULU))
    assert journal.look_back().last_day == journal.year_at_a_glance().days[-1].for_date == "2026-03-10"
    journal.close()


def test_item_27_a_leap_day_is_a_day_like_any_other(home: Home) -> None:
    for day, mood in ((28, 4), (29, 5)):
        assert noted_at(home, datetime(2028, 2, day, 12, tzinfo=UTC), "Europe/London", mood) == f"2028-02-{day}"
    assert noted_at(home, datetime(2028, 3, 1, 12, tzinfo=UTC), "Europe/London", 6) == "2028-03-01"
    found = noted_days(home, datetime(2028, 3, 2, 12, tzinfo=UTC), "Europe/London", 4)
    assert found == {"2028-02-28": 4, "2028-02-29": 5, "2028-03-01": 6}


def test_item_27_a_day_of_25_hours_is_one_day_and_so_is_one_of_23(home: Home) -> None:
    """In London clocks go back on 25 October and forward on 29 March: four answers in each, an hour apart at night."""
    for begins, day in (
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "2026-10-25"),
        (datetime(2027, 3, 28, 0, 10, tzinfo=UTC), "2027-03-28"),
    ):
        for hour, mood in enumerate((2, 4, 6, 8)):
            assert noted_at(home, begins + timedelta(hours=hour), "Europe/London", mood) == day
        assert noted_days(home, begins + timedelta(hours=10), "Europe/London") == {day: 5}


def test_item_27_next_door_days_are_next_door_across_a_change_of_clocks(home: Home) -> None:
    for day in range(22, 30):
        noted_at(home, datetime(2026, 10, day, 12, tzinfo=UTC), "Europe/London", day % 2 + 4)
    journal = open_journal(home, PASSPHRASE, FixedClock(datetime(2026, 10, 29, 21, tzinfo=UTC)))
    (mood,) = journal.look_back(dimension="mood").dimensions
    assert (mood.day_to_day.pairs, mood.day_to_day.change) == (7, 1)
    journal.close()


def rest_and_notes(journal: OpenJournal) -> None:
    """A few days, then a long rest, then today."""
    for days in (27, 26, 25, 24, 0):
        when = (date(2026, 3, 14) - timedelta(days=days)).isoformat()
        blank = replace(journal.blank_check_in(when), feelings=("calm",))
        journal.record_check_in(blank.with_answers({"mood": 5, "hope": 6}))


def test_item_28_a_rest_is_an_open_gap_and_nothing_else(journal: OpenJournal) -> None:
    rest_and_notes(journal)
    mood = journal.look_back(dimension="mood").dimensions[0]
    assert [day.value for day in mood.noted] == [5] * 4 + [None] * 23 + [5]
    assert mood.moving_middle.middles[10:] == (None,) * 18
    assert mood.day_to_day.pairs == 3, "no line is drawn across a rest"


def test_item_28_nothing_that_is_said_after_a_rest_counts_a_run_or_asks_for_more(journal: OpenJournal) -> None:
    rest_and_notes(journal)
    found = journal.look_back()
    said = [line for part in told_in_parts(found) for line in part.lines]
    said += [sentence(insight) for insight in found.insights]
    words = " ".join(said).casefold()
    assert "you noted your mood on 5 days in the last four weeks." in words
    for never in (*NEVER, "every day", "keep going", "unlock", "again soon", "days ago", "welcome", "well done"):
        assert f" {never} " not in words, never


def test_item_28_no_figure_of_a_look_back_stands_for_a_run_of_days(journal: OpenJournal) -> None:
    rest_and_notes(journal)
    fields = {name for insight in journal.look_back().insights for name in insight.__dataclass_fields__}
    assert {"noted_days", "pairs", "middles"} <= fields
    assert barred(("look back", name) for name in fields) == []
    assert barred([("look back", "streak")]) != []
