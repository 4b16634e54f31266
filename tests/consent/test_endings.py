"""What ends: by its day, by a word, with its goal, with its partner. Security brief, h: C2, C4."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.errors import NotAsked, NotReached
from sync.exchange import CLOCK_IS_BACK, Exchange
from sync.pairing import Pairing
from sync.records.consents import Consent, Status
from sync.records.pairs import Pair, State
from tests.consent.seen_pages import Watched
from tests.pages.real_people import Side, Two, opened
from tests.transports.memory import Misdeed, never

DAY = timedelta(days=1)
ENDS: dict[Status, Callable[[Side, Consent], object]] = {
    Status.PAUSED: lambda ana, consent: Sharing(ana.journal).pause(consent.id),
    Status.STOPPED: lambda ana, consent: Sharing(ana.journal).stop(consent.id),
    Status.EXPIRED: lambda ana, _: ana.clock.set(ana.clock.now() + 2 * DAY),
}


@pytest.fixture
def watched(two: Two) -> Watched:
    watched = Watched(two)
    two.visit_in_turn()
    watched.sent()
    return watched


def share_for(side: Side, days: int) -> Consent:
    return side.share_goal(side.journal.add_goal("Get out most days"), days)


def status_of(side: Side, consent: Consent) -> Status:
    return next(each for each in Sharing(side.journal).shares() if each.id == consent.id).status


# By its day (C2)


def test_the_last_day_counts_and_the_day_after_does_not(two: Two, watched: Watched) -> None:
    consent = share_for(two.ana, 1)
    two.visit_in_turn()
    two.ana.clock.set(two.ana.clock.now() + DAY)
    two.visit_in_turn()
    assert two.sam.titles == ["Get out most days"]
    two.ana.clock.set(two.ana.clock.now() + DAY)
    two.visit_in_turn()
    assert two.sam.titles == []
    assert status_of(two.ana, consent) is Status.EXPIRED
    assert b"Get out" not in two.ana.standing.content


def test_what_is_held_back_goes_on_its_day_all_the_same(two: Two, watched: Watched) -> None:
    """The partner's cairn shows nothing of it, although no newer page ever comes."""
    share_for(two.ana, 1)
    two.visit_in_turn()
    two.sam.clock.set(two.sam.clock.now() + 2 * DAY)
    assert [page.goals for page in Words(two.sam.journal).their_pages()] == [()]


def test_a_clock_set_back_brings_nothing_back_that_was_over(two: Two, watched: Watched) -> None:
    consent, day = share_for(two.ana, 1), two.ana.clock.now()
    two.visit_in_turn()
    two.ana.clock.set(day + 2 * DAY)
    two.visit_in_turn()
    watched.sent()

    two.ana.clock.set(day + DAY / 2)
    two.visit_in_turn()
    assert watched.sent() == []
    assert status_of(two.ana, consent) is Status.EXPIRED


def test_a_clock_set_back_by_more_than_two_days_sends_nothing_until_it_is_said_to_be_right(
    two: Two, watched: Watched
) -> None:
    share_for(two.ana, 90)
    two.visit_in_turn()
    watched.sent()
    two.ana.clock.set(two.ana.clock.now() - 3 * DAY)
    two.ana.share("Sleep by eleven")
    assert two.ana.codes() == [CLOCK_IS_BACK]
    assert watched.sent() == []

    Exchange(two.ana.journal).say_clock_is_right()
    assert two.ana.codes() == []
    assert len(watched.sent()) == 1


def test_a_yes_counts_from_its_own_day_on(two: Two, watched: Watched) -> None:
    share_for(two.ana, 90)
    two.ana.clock.set(two.ana.clock.now() - DAY)
    two.visit_in_turn()
    assert two.sam.titles == []


# By a word


def test_what_was_stopped_while_the_place_was_away_is_never_sent(two: Two, watched: Watched) -> None:
    watched.memory.does = lambda misdeed: misdeed is Misdeed.GONE
    consent = share_for(two.ana, 90)
    assert two.ana.codes() == [NotReached.code]
    Sharing(two.ana.journal).stop(consent.id)
    watched.memory.does = never
    two.visit_in_turn()
    assert not [page for page in watched.sent() if b"Get out" in page]


def test_what_is_stopped_goes_with_the_next_page_and_the_partner_confirms_it(two: Two, watched: Watched) -> None:
    consent = share_for(two.ana, 90)
    two.visit_in_turn()
    stopped = Sharing(two.ana.journal).stop(consent.id)
    assert b"Get out" not in two.ana.standing.content
    assert (stopped.gone_number, stopped.gone_at) == (two.ana.standing.number, None)
    two.visit_in_turn()
    (after,) = Sharing(two.ana.journal).shares()
    assert after.gone_at is not None
    assert two.sam.titles == []


def test_what_is_over_is_neither_paused_nor_resumed_again(two: Two) -> None:
    consent, sharing = share_for(two.ana, 90), Sharing(two.ana.journal)
    sharing.stop(consent.id)
    rows = len(sharing.said_yes_to())
    for turn in (sharing.pause, sharing.resume, sharing.stop):
        assert turn(consent.id).status is Status.STOPPED
    assert len(sharing.said_yes_to()) == rows


def test_pausing_all_leaves_nothing_on_any_page(two: Two, watched: Watched) -> None:
    for title in ("Get out most days", "Sleep by eleven", "Read a little"):
        two.ana.share(title)
    two.visit_in_turn()
    assert len(Sharing(two.ana.journal).pause_all()) == 3
    two.visit_in_turn()
    assert two.sam.titles == []


def test_paused_stopped_and_expired_are_the_same_for_the_partner(around: Path, tmp_path: Path) -> None:
    """What is shown, what is kept, and the very page (C4)."""
    found = []
    for status, end in ENDS.items():
        shutil.copytree(around, tmp_path / status.value)
        two = opened(tmp_path / status.value)
        consent = share_for(two.ana, 1)
        two.visit_in_turn()
        assert two.sam.titles == ["Get out most days"]
        end(two.ana, consent)
        two.visit_in_turn()
        assert status_of(two.ana, consent) is status
        found.append((two.ana.standing.content, two.ana.standing.number, _kept_by(two.sam)))
        two.close()
    assert found[0] == found[1] == found[2]


def _kept_by(side: Side) -> tuple[Pair, bytes, int, list[str]]:
    """Everything of the partner's that is in this journal, but for what is drawn at random each time."""
    pair = replace(side.pair, via="", said_at=None, wrote=None)
    others = [str(row) for row in side.journal.connection.rows("SELECT * FROM note_in")]
    return pair, side.standing.seen_digest, side.standing.seen_number, others


# With its goal, and with its partner


@pytest.mark.parametrize("is_erased", [False, True])
def test_what_is_shared_of_a_goal_ends_with_the_goal(two: Two, watched: Watched, is_erased: bool) -> None:
    consent, journal = share_for(two.ana, 90), two.ana.journal
    two.visit_in_turn()
    watched.sent()
    assert consent.goal is not None
    if is_erased:
        journal.erase(journal.what_goes(consent.goal))
    else:
        journal.delete(consent.goal)
    two.visit_in_turn()

    assert watched.newest().goals == ()
    assert two.sam.titles == []
    assert status_of(two.ana, consent) is Status.STOPPED
    if not is_erased:
        journal.undo()
        two.visit_in_turn()
        assert two.sam.titles == []


@pytest.mark.parametrize("is_erased", [False, True])
def test_who_is_deleted_gets_nothing_more_and_is_told_that_it_has_ended(
    two: Two, watched: Watched, is_erased: bool
) -> None:
    share_for(two.ana, 90)
    two.visit_in_turn()
    watched.sent()
    journal, partner = two.ana.journal, two.ana.partner
    if is_erased:
        journal.erase(journal.what_goes(partner))
    else:
        journal.delete(partner)
    two.ana.visit()
    assert watched.newest().end is True
    two.sam.visit()
    assert two.sam.pair.state in (State.ENDING, State.ENDED)
    assert two.sam.titles == []
    assert not [consent for consent in Sharing(journal).shares() if consent.is_live]
    with pytest.raises(NotAsked):
        two.sam.share("Read a little")


def test_of_a_partner_who_was_erased_every_word_goes_at_once_and_the_keys_with_the_end(two: Two) -> None:
    journal, partner = two.ana.journal, two.ana.partner
    two.ana.share("heron of Ana")
    two.sam.share("heron of Sam")
    two.ana.encourage("heron to Sam")
    two.sam.encourage("heron to Ana")
    two.visit_in_turn()
    two.ana.encourage("heron on its way")
    journal.erase(journal.what_goes(partner))
    kept = [journal.connection.rows(f"SELECT * FROM {table}") for table in ("pair", "note_in", "note_out", "consent")]
    assert "heron" not in str(kept)
    assert kept[1:] == [[], [], []]

    two.sam.encourage("heron once more")
    for side in (two.sam, two.ana, two.sam, two.ana):
        side.visit()
    assert two.sam.pair.state is State.ENDED
    tables = ("pair", "meeting", "note_in", "note_out", "consent")
    assert [journal.connection.one(f"SELECT count(*) FROM {table}") for table in tables] == [0] * len(tables)
    assert all(entry.is_whole for entry in Sharing(journal).said_yes_to())


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_partner_who_was_erased_after_it_was_over_leaves_nothing_at_once(two: Two, is_broken: bool) -> None:
    if is_broken:
        Pairing(two.ana.journal).break_off(two.ana.pair, "test")
    else:
        Pairing(two.ana.journal).end(two.ana.partner)
        two.visit_in_turn()
    two.ana.journal.erase(two.ana.journal.what_goes(two.ana.partner))
    assert two.ana.journal.connection.one("SELECT count(*) FROM pair") == 0


def test_ending_takes_what_both_shared_away_and_words_that_came_stay(two: Two, watched: Watched) -> None:
    two.ana.share("Get out most days")
    two.sam.encourage("well done you")
    two.visit_in_turn()
    Pairing(two.ana.journal).end(two.ana.partner)
    two.visit_in_turn()
    assert [side.pair.state for side in two.sides] == [State.ENDED, State.ENDED]
    assert [side.titles for side in two.sides] == [[], []]
    assert two.ana.letters == ["well done you"]
    assert [side.pair.root for side in two.sides] == [None, None]
