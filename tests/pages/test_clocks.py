"""Clocks that are apart, or wrong by decades, or set back: order is of numbers alone, and days are local.

Source: security brief, f.2, M2.
"""

from datetime import UTC, datetime, timedelta

import pytest

from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.exchange import CLOCK_IS_BACK, Exchange
from sync.protocol.content import read_content
from sync.records.consents import Status
from tests.pages.real_people import Side, Two

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
SKEWS = {
    "an hour ahead": NOW + timedelta(hours=1),
    "an hour behind": NOW - timedelta(hours=1),
    "two days ahead": NOW + timedelta(days=2),
    "two days behind": NOW - timedelta(days=2),
    "1970": datetime(1970, 1, 2, tzinfo=UTC),
    "2106": datetime(2106, 2, 7, 6, 28, tzinfo=UTC),
}


def set_clock(side: Side, now: datetime) -> None:
    """The clock of one computer; and the person says that it is right, where cairn asks."""
    side.clock.set(now)
    Exchange(side.journal).say_clock_is_right()


def letters(two: Two) -> list[list[str]]:
    return [side.letters for side in two.sides]


@pytest.mark.parametrize("skew", SKEWS)
def test_whatever_the_clocks_say_the_newest_page_is_shown_and_each_note_once(two: Two, skew: str) -> None:
    set_clock(two.sam, SKEWS[skew])
    for number in range(3):
        two.ana.encourage(f"from Ana {number}")
        two.sam.encourage(f"from Sam {number}")
        two.ana.share(f"goal {number}")
        two.visit_in_turn()
    assert two.sam.standing.seen_by_them == two.sam.standing.number
    assert two.ana.standing.seen_by_them == two.ana.standing.number
    newest = read_content(two.ana.standing.content)
    assert two.sam.view.goals == newest.on(two.sam.journal.moment().for_date).goals
    set_clock(two.sam, NOW)
    two.visit_in_turn(1)
    assert two.sam.pair.view == two.ana.standing.content
    assert sorted(two.ana.letters) == [f"from Sam {number}" for number in range(3)]
    assert sorted(two.sam.letters) == [f"from Ana {number}" for number in range(3)]


def test_a_clock_that_goes_back_and_forth_keeps_the_two_together(two: Two) -> None:
    for number, now in enumerate((*SKEWS.values(), *reversed(SKEWS.values()))):
        set_clock(two.ana, now)
        two.ana.encourage(f"letter {number}")
        two.visit_in_turn()
        assert two.sam.standing.their_key == two.ana.standing.page(_public(two.ana)).epoch_key
    assert sorted(two.sam.letters) == sorted(f"letter {number}" for number in range(2 * len(SKEWS)))


def _public(side: Side) -> bytes:
    from sync.sealing.epoch_keys import EpochKey

    return EpochKey(side.standing.seed).public


def test_what_was_shared_until_a_day_goes_after_that_day_at_both(two: Two) -> None:
    consent = two.ana.share_goal(two.ana.journal.add_goal("Get out most days"), days=10)
    two.visit_in_turn()
    for day, is_there in ((10, True), (11, False)):
        for side in two.sides:
            side.clock.set(NOW + timedelta(days=day))
        two.visit_in_turn()
        assert (two.sam.titles == ["Get out most days"]) is is_there
    (kept,) = Sharing(two.ana.journal).shares()
    assert (kept.id, kept.status) == (consent.id, Status.EXPIRED)


def test_what_was_shared_until_a_day_is_not_shown_after_it_although_no_newer_page_comes(two: Two) -> None:
    """Whoever holds a page back cannot keep it in sight."""
    two.ana.share_goal(two.ana.journal.add_goal("Get out most days"), days=10)
    two.visit_in_turn()
    shown = []
    for day in (10, 11):
        two.sam.clock.set(NOW + timedelta(days=day))
        two.sam.visit()
        (page,) = Words(two.sam.journal).their_pages()
        shown.append([goal.title for goal in page.goals])
    assert shown == [["Get out most days"], []]


def test_what_has_expired_stays_so_when_the_clock_is_set_back(two: Two) -> None:
    two.ana.share_goal(two.ana.journal.add_goal("Get out most days"), days=1)
    two.visit_in_turn()
    two.ana.clock.set(NOW + timedelta(days=2))
    two.visit_in_turn()
    set_clock(two.ana, NOW)
    two.visit_in_turn()
    assert two.sam.titles == []


@pytest.mark.parametrize(("hours", "is_asked"), [(1, False), (47, False), (48, False), (49, True), (24 * 365, True)])
def test_a_clock_set_back_by_more_than_two_days_stops_what_would_go_until_it_is_said_to_be_right(
    two: Two, hours: int, is_asked: bool
) -> None:
    two.ana.share("before")
    two.visit_in_turn()
    two.ana.clock.set(NOW - timedelta(hours=hours))
    before = two.ana.standing

    two.ana.encourage("hello")
    report = two.ana.visit()

    assert [problem.code for problem in report.problems] == ([CLOCK_IS_BACK] if is_asked else [])
    assert report.sent == (0 if is_asked else 1)
    two.sam.visit()
    assert two.sam.letters == ([] if is_asked else ["hello"])
    assert two.ana.standing.number == before.number + 1

    Exchange(two.ana.journal).say_clock_is_right()
    two.visit_in_turn()
    assert two.sam.letters == ["hello"]


def test_while_the_clock_is_back_a_stop_does_not_set_it_right_by_itself(two: Two) -> None:
    consent = two.ana.share("before")
    two.visit_in_turn()
    two.ana.clock.set(NOW - timedelta(days=60))
    Sharing(two.ana.journal).stop(consent.id)
    assert two.ana.codes() == [CLOCK_IS_BACK]
    two.sam.share("from Sam")
    two.sam.visit()
    assert two.ana.codes() == [CLOCK_IS_BACK]
    assert two.ana.titles == ["from Sam"]
    two.ana.clock.set(NOW)
    two.visit_in_turn()
    assert two.sam.titles == []
