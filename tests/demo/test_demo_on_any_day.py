"""The demo journal reads as the same four months whichever day it is opened on."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from journal.domain.entry import JournalEntry
from journal.domain.goal import Goal
from journal.use_cases.open_journal import OpenJournal
from tests.demo.a_demo import check_ins, everything, filled, rows_of, weeks_before
from tui.wording.demo_life import names

DAYS = {
    "a Friday": (datetime(2026, 3, 13, 18, 40, tzinfo=UTC), "Europe/London"),
    "a Monday, early": (datetime(2026, 3, 16, 6, 5, tzinfo=UTC), "Europe/London"),
    "a leap day, a Tuesday": (datetime(2028, 2, 29, 12, 0, tzinfo=UTC), "Europe/London"),
    "the Sunday the clocks go forward": (datetime(2026, 3, 29, 11, 0, tzinfo=UTC), "Europe/London"),
    "the Wednesday after the clocks went back": (datetime(2026, 11, 4, 14, 0, tzinfo=UTC), "America/New_York"),
    "a Thursday that is the next year elsewhere": (datetime(2027, 1, 1, 7, 59, tzinfo=UTC), "America/Los_Angeles"),
    "a Saturday that is a Friday elsewhere": (datetime(2026, 9, 18, 10, 30, tzinfo=UTC), "Pacific/Kiritimati"),
}
"""Every weekday once."""

LOOK_AGAIN = {"revisit_on", "review_on"}
"""Days on which a person asked to look at something; the only ones that may be to come."""

HARD_WEEKS = {13, 5}
"""Weeks ago."""


@pytest.fixture(scope="module", params=DAYS.values(), ids=list(DAYS))
def life(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenJournal]:
    now, zone = request.param
    journal = filled(tmp_path_factory.mktemp("life"), now, zone)
    yield journal
    journal.close()


def today(life: OpenJournal) -> date:
    return date.fromisoformat(life.moment().for_date)


def test_it_holds_four_months_that_end_yesterday(life: OpenJournal) -> None:
    days = sorted(date.fromisoformat(item.moment.for_date) for item in everything(life))
    assert today(life) - days[-1] == timedelta(days=1)
    assert timedelta(weeks=17) <= today(life) - days[0] < timedelta(weeks=18)


def test_nothing_in_it_is_dated_after_this_moment(life: OpenJournal) -> None:
    now = datetime.fromisoformat(life.now_utc())
    dated = 0
    for rows in rows_of(life, leave_out=LOOK_AGAIN).values():
        for value in (value for row in rows for value in row if re.match(r"\d{4}-\d{2}-\d{2}", str(value))):
            dated += 1
            if "T" in str(value):
                assert datetime.fromisoformat(str(value)) <= now
            else:
                assert date.fromisoformat(str(value)) <= today(life)
    assert dated > 500


def test_everything_was_noted_when_it_was_and_by_a_clock_on_the_wall(life: OpenJournal) -> None:
    noted = [item for item in everything(life) if not hasattr(item, "reflected_at")]
    assert all(item.recorded_at == item.moment.at_utc for item in noted)
    hours = {datetime.fromisoformat(item.moment.at).hour for item in noted}
    assert hours <= {4, *range(7, 23)}
    assert {datetime.fromisoformat(at.moment.at).strftime("%H:%M") for at in check_ins(life)} >= {"19:12", "04:40"}


def test_there_is_a_check_in_on_about_half_of_its_days(life: OpenJournal) -> None:
    days = {check_in.moment.for_date for check_in in check_ins(life)}
    in_all = (today(life) - date.fromisoformat(min(days))).days
    assert 0.4 < len(days) / in_all < 0.6


def test_some_answers_are_blank_and_the_hours_are_uneven(life: OpenJournal) -> None:
    noted = check_ins(life)
    for dimension in ("mood", "hope", "connection", "self_belief", "energy"):
        given = [check_in for check_in in noted if check_in.answers()[dimension] is not None]
        assert 3 < len(given) < len(noted), dimension
    hours = Counter(datetime.fromisoformat(check_in.moment.at).hour for check_in in noted)
    assert len(hours) >= 10


def test_it_has_a_fortnight_and_a_week_with_nothing_in_them(life: OpenJournal) -> None:
    days = sorted({date.fromisoformat(item.moment.for_date) for item in everything(life)})
    gaps = sorted((later - earlier - timedelta(days=1) for earlier, later in pairwise(days)), reverse=True)
    assert gaps[0] >= timedelta(days=14)
    assert gaps[1] >= timedelta(days=6)
    assert gaps[2] >= timedelta(days=2)


def test_two_weeks_are_hard_in_their_answers_and_on_their_pages(life: OpenJournal) -> None:
    noted = check_ins(life)
    down = Counter(weeks_before(life, one) for one in noted if one.mood is not None and one.mood <= 3)
    assert {week for week, times in down.items() if times >= 3} == HARD_WEEKS
    assert {weeks_before(life, one) for one in noted if one.is_low()} == HARD_WEEKS
    for week in HARD_WEEKS:
        pages = [
            item for item in everything(life) if isinstance(item, JournalEntry) and weeks_before(life, item) == week
        ]
        assert len(pages) == 2
        assert all(page.themes == ("difficulties",) for page in pages)


def test_the_group_is_on_a_thursday(life: OpenJournal) -> None:
    met = [session for session in life.sessions() if session.group_name == names.GROUP]
    assert len(met) >= 4
    assert {date.fromisoformat(session.moment.for_date).strftime("%A") for session in met} == {"Thursday"}


def test_six_goals_stand_in_five_places_and_two_have_a_next_step(life: OpenJournal) -> None:
    goals = life.goals()
    assert [goal.status for goal in goals] == [
        "moving_towards", "moving_towards", "idea", "resting", "reached", "let_go",
    ]  # fmt: skip
    assert {step.status for goal in goals for step in goal.steps} == {"to_try", "doing", "done", "set_aside"}
    assert len(life.first_page().next_steps) == 2
    assert [goal.title for goal in goals if goal.asks_to_be_seen(life.moment().for_date)] == [names.KEYBOARD]


def test_a_session_waits_with_two_things_to_bring(life: OpenJournal) -> None:
    waiting = life.waiting_session("Sam")
    assert waiting is not None
    assert (waiting.partner_alias, waiting.reflected_at) == (names.SAM, None)
    goal, page = life.agenda()
    assert isinstance(goal, Goal)
    assert isinstance(page, JournalEntry)
    assert goal.title == names.BICYCLES


def test_it_greets_as_usual_and_reminds_of_nothing(life: OpenJournal) -> None:
    page = life.first_page()
    assert (page.after_a_gap, page.begun, page.saved) == (False, False, ())
    assert page.kept_words is not None
