"""When a line opens: said where its hours can be read for sure, and nowhere else."""

from datetime import UTC, datetime

import pytest

from journal.data import support_lines
from journal.domain.support_hours import ZONES, open_minutes, opens_next
from tui.wording.support import opens

ADVICE = "Mon to Fri 10am to 4pm; closed 12.30pm to 1.30pm"
BREATHING = "Mon to Thu 6pm to 2am; Fri 6pm to Mon 6am"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "now", "opens_at"),
    [
        (ADVICE, "2026-03-13T09:59", "2026-03-13T10:00"),
        (ADVICE, "2026-03-13T10:00", None),
        (ADVICE, "2026-03-13T12:29", None),
        (ADVICE, "2026-03-13T12:30", "2026-03-13T13:30"),
        (ADVICE, "2026-03-13T16:00", "2026-03-16T10:00"),
        (BREATHING, "2026-03-10T17:59", "2026-03-10T18:00"),
        (BREATHING, "2026-03-11T01:59", None),
        (BREATHING, "2026-03-11T02:00", "2026-03-11T18:00"),
        (BREATHING, "2026-03-14T12:00", None),
        (BREATHING, "2026-03-16T05:59", None),
        (BREATHING, "2026-03-16T06:00", "2026-03-16T18:00"),
        ("5pm to midnight", "2026-03-14T00:00", "2026-03-14T17:00"),
        ("5pm to midnight", "2026-03-14T23:59", None),
        ("every day 09:30 to 21:00", "2026-03-14T21:00", "2026-03-15T09:30"),
        ("Saturdays 10am to noon", "2026-03-14T12:00", "2026-03-21T10:00"),
    ],
)
def test_a_line_that_is_closed_opens_when_its_hours_say(hours: str, now: str, opens_at: str | None) -> None:
    found = opens_next(hours, "GB", at(now))
    assert (found and found.astimezone(UTC)) == (at(opens_at) if opens_at else None)


@pytest.mark.parametrize(
    "hours",
    ["", "24 hours", "any time", "hours not known", "varies", "10am to 25pm", "13pm to 2am", "Mon and Wed 9am to 5pm",
     "9am to 5pm, not on holidays", "Mon to Fri", "weekdays 9am to 5pm", "closed 1pm to 2pm", "9 to 5",
     "Mon to Fri 10am to 4pm; sometimes later"],
)  # fmt: skip
def test_hours_that_leave_a_doubt_are_left_to_their_words(hours: str) -> None:
    assert open_minutes(hours) is None
    assert opens_next(hours, "GB", at("2026-03-14T03:00")) is None


@pytest.mark.parametrize("country", ["US", "AU", "CA", "BR", "PT", "ES", "EU", "INT"])
def test_a_country_with_more_than_one_clock_is_left_to_its_words(country: str) -> None:
    assert country not in ZONES
    assert opens_next("5pm to midnight", country, at("2026-03-14T03:00")) is None


def test_summer_time_that_begins_meanwhile_moves_the_instant_and_not_the_clock() -> None:
    found = opens_next(ADVICE, "GB", at("2026-03-28T12:00"))
    assert found is not None
    assert found.isoformat() == "2026-03-30T10:00:00+01:00"


@pytest.mark.parametrize("now", ["2026-03-08T00:30", "2026-07-01T12:45", "2026-12-31T23:59"])
def test_the_hours_that_ship_are_read_or_left_alone_at_any_moment(now: str) -> None:
    for line in support_lines():
        found = opens_next(line.hours, line.country, at(now))
        assert found is None or found > at(now)
    read = {line.id for line in support_lines() if open_minutes(line.hours)}
    assert read == {"gb-sct-breathing", "gb-calm", "gb-sct-changemh"}


@pytest.mark.parametrize(
    ("line_id", "now", "said"),
    [
        ("gb-calm", "2026-03-14T09:30", "Closed now. By these hours it opens today at 5pm."),
        ("gb-sct-changemh", "2026-03-12T12:45", "Closed now. By these hours it opens today at 1.30pm."),
        ("gb-sct-changemh", "2026-03-12T17:00", "Closed now. By these hours it opens tomorrow at 10am."),
        ("gb-sct-changemh", "2026-03-14T09:30", "Closed now. By these hours it opens on Monday at 10am."),
        ("gb-calm", "2026-03-14T18:00", ""),
        ("gb-samaritans", "2026-03-14T03:00", ""),
        ("gb-hopeline", "2026-03-14T03:00", ""),
    ],
)
def test_it_is_said_in_words_and_nothing_is_said_of_being_open(line_id: str, now: str, said: str) -> None:
    line = next(one for one in support_lines() if one.id == line_id)
    assert opens(line, at(now)) == said


def test_somebody_far_away_is_told_whose_clock_it_is() -> None:
    line = next(one for one in support_lines() if one.id == "gb-calm")
    tokyo = datetime.fromisoformat("2026-03-14T18:30+09:00")
    assert opens(line, tokyo) == "Closed now. By these hours it opens today at 5pm, by the clock there."
