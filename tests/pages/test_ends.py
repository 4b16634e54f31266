"""How it ends: whoever is told late is told all the same, and nothing is waited for without end."""

import asyncio
from datetime import timedelta

import pytest

from journal.use_cases.open_journal import OpenJournal
from sync.errors import NotAsked
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.pairs import Pairs, State
from tests.pages.real_people import Side, Two
from tests.transports.memory import Memory, Misdeed, never

DAY = timedelta(days=1)


def later(two: Two, days: int) -> None:
    for side in two.sides:
        side.clock.set(side.clock.now() + days * DAY)


def end(side: Side) -> None:
    Pairing(side.journal).end(side.partner)


def states(two: Two) -> list[State]:
    return [side.pair.state for side in two.sides]


def notes_of(journal: OpenJournal) -> list[object]:
    """What came, and up to where it was said so."""
    return [row for table in ("note_in", "pair") for row in journal.connection.rows(SELECTED[table])]


SELECTED = {"note_in": "SELECT text FROM note_in", "pair": "SELECT notes_ack FROM pair WHERE notes_ack > 0"}


def test_an_end_that_was_carried_late_is_told_all_the_same(two: Two) -> None:
    two.ana.share("Get out most days")
    two.visit_in_turn()
    end(two.ana)
    later(two, 31)
    two.ana.visit()
    assert two.ana.pair.state is State.ENDING
    two.sam.visit()
    assert two.sam.titles == []
    two.visit_in_turn()
    assert states(two) == [State.ENDED, State.ENDED]


def test_an_end_that_stood_for_thirty_days_stays_for_whoever_comes_after_them(two: Two) -> None:
    two.ana.share("Get out most days")
    two.visit_in_turn()
    end(two.ana)
    two.ana.visit()
    later(two, 31)
    two.ana.visit()
    assert (two.ana.pair.state, two.ana.pair.root) == (State.ENDED, None)
    assert two.sam.titles == ["Get out most days"]
    two.sam.visit()
    assert (two.sam.pair.state, two.sam.titles) == (State.ENDED, [])


def test_two_who_end_it_at_once_are_both_done_at_the_next_look(two: Two) -> None:
    for side in two.sides:
        end(side)
    slots = [two.ana.pair.keys.mine, two.ana.pair.keys.theirs]
    for side in (two.ana, two.sam, two.ana):
        assert side.codes() == []
    assert states(two) == [State.ENDED, State.ENDED]
    assert [asyncio.run(two.ana.place.read(slot)).candidates for slot in slots] == [(), ()]


def test_an_end_by_a_clock_that_was_ahead_is_over_in_time(two: Two) -> None:
    now = two.ana.clock.now()
    two.ana.clock.set(now + 365 * DAY)
    end(two.ana)
    two.ana.clock.set(now)
    two.ana.visit()
    Exchange(two.ana.journal).say_clock_is_right()
    two.ana.visit()
    two.ana.clock.set(now + 31 * DAY)
    two.ana.visit()
    assert two.ana.pair.state is State.ENDED


@pytest.mark.parametrize(("was_carried", "days"), [(True, 30), (False, 180)])
def test_an_end_whose_place_never_comes_back_is_waited_for_no_longer_than_it_says_anything(
    two: Two, was_carried: bool, days: int
) -> None:
    memory = Memory()
    two.ana.place = two.sam.place = memory
    two.visit_in_turn()
    if was_carried:
        end(two.ana)
        two.ana.visit()
    memory.does = lambda misdeed: misdeed is Misdeed.GONE
    if not was_carried:
        end(two.ana)
    later(two, days)
    assert two.ana.codes() == ["not-reached"]
    assert two.ana.pair.state is State.ENDING
    later(two, 1)
    two.ana.visit()
    assert (two.ana.pair.state, two.ana.pair.root) == (State.ENDED, None)
    assert two.ana.codes() == []


@pytest.mark.parametrize("is_erased", [False, True])
def test_words_for_nobody_who_is_here_are_not_kept_and_not_said_to_be(two: Two, is_erased: bool) -> None:
    """The partner was erased, or is being met anew while the end is on its way."""
    journal, partner = two.ana.journal, two.ana.partner
    two.sam.encourage("heron")
    two.sam.visit()
    if is_erased:
        journal.erase(journal.what_goes(partner))
    else:
        end(two.ana)
        Pairing(journal).invite(two.ana.pair.via, my_name="Ana", called="Sam", partner=partner)
    two.ana.visit()
    assert notes_of(journal) == []


def test_of_a_goal_that_was_erased_no_word_is_left_on_the_page_that_is_kept(two: Two) -> None:
    consent = two.ana.share("heron")
    two.visit_in_turn()
    assert b"heron" in two.ana.standing.content
    two.ana.journal.erase(two.ana.journal.what_goes(str(consent.goal)))
    assert b"heron" not in two.ana.standing.content
    two.visit_in_turn()
    assert two.sam.titles == []


def test_there_is_nothing_to_compare_any_more_once_it_ends(two: Two) -> None:
    end(two.ana)
    with pytest.raises(NotAsked):
        Pairing(two.ana.journal).say_match(two.ana.partner, ["any"] * 4)
    assert Pairs(two.ana.journal.connection).all() == [two.ana.pair]


def test_the_place_that_comes_back_in_time_is_told(two: Two) -> None:
    memory = Memory()
    two.ana.place = two.sam.place = memory
    two.visit_in_turn()
    memory.does = lambda misdeed: misdeed is Misdeed.GONE
    end(two.ana)
    later(two, 179)
    two.ana.visit()
    memory.does = never
    later(two, 400)
    two.ana.visit()
    two.sam.visit()
    assert two.sam.pair.state is State.ENDED
