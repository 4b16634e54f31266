"""Pause everything, the agreement before and after two are connected, what a partner shares past its day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from journal.errors import BadInput
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.errors import TooLong
from sync.exchange import Exchange
from sync.protocol.content import Content
from sync.protocol.parts import TEXT_MOST
from sync.records.consents import Status
from sync.records.pairs import Pairs, State
from sync.records.views import let_go_of_past
from tests.consent.seen_pages import Watched
from tests.pages.real_people import Side, Two

DAY = timedelta(days=1)
NOTHING = Content(confirmed=True)


def speak(side: Side) -> None:
    """Everything that can stand on a page."""
    words = Words(side.journal)
    side.share("Get out most days")
    words.say_line(side.partner, "the long way round")
    words.agree(side.partner, {"when": "Thursdays"})
    side.encourage("well done you")


def write_counter(side: Side) -> int:
    return int(side.journal.connection.one("SELECT write_counter FROM meta") or 0)


# Pause everything


def test_after_pausing_everything_a_page_says_that_both_are_connected_and_nothing_else(two: Two) -> None:
    watched = Watched(two)
    speak(two.ana)
    two.ana.visit()
    assert Words(two.ana.journal).part_waits(two.ana.partner) is False
    before = write_counter(two.ana)
    Sharing(two.ana.journal).pause_all()
    assert write_counter(two.ana) == before + 1
    two.ana.visit()
    assert watched.newest() == NOTHING
    two.sam.visit()
    assert two.sam.view == NOTHING


def test_a_pause_of_everything_that_is_cut_off_pauses_nothing(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(two.ana)
    sharing, put = Sharing(two.ana.journal), Pairs.put

    def cut(self: Pairs, pair: Any) -> None:
        if pair.paused:
            raise KeyboardInterrupt
        put(self, pair)

    monkeypatch.setattr(Pairs, "put", cut)
    with pytest.raises(KeyboardInterrupt):
        sharing.pause_all()
    assert [share.status for share in sharing.shares()] == [Status.ACTIVE]


def test_what_goes_on_is_what_was_let_go_on_and_words_go_on_with_the_next_words(two: Two) -> None:
    speak(two.ana)
    sharing, words = Sharing(two.ana.journal), Words(two.ana.journal)
    (share,) = sharing.pause_all()
    two.visit_in_turn()
    sharing.resume(share.id)
    two.visit_in_turn()
    assert two.sam.titles == ["Get out most days"]
    assert (two.sam.view.name, two.sam.view.line, two.sam.view.agreement) == ("Ana", None, None)
    assert two.sam.letters == []
    assert words.is_paused(two.ana.partner)
    two.ana.encourage("one more")
    assert not words.is_paused(two.ana.partner)
    two.visit_in_turn()
    assert (two.sam.view.name, two.sam.view.line) == ("Ana", "the long way round")
    assert two.sam.letters == ["well done you", "one more"]


SAYS: dict[str, Callable[[Words, str], object]] = {
    "a line": lambda words, partner: words.say_line(partner, "by the river"),
    "a part": lambda words, partner: words.agree(partner, {"when": "Fridays"}),
    "a yes": lambda words, partner: words.say_yes_to_theirs(partner, {"when": "mornings"}),
}


@pytest.mark.parametrize("says", SAYS)
def test_whatever_is_said_to_a_partner_goes_on_with_them(two: Two, says: str) -> None:
    Words(two.sam.journal).agree(two.sam.partner, {"when": "mornings"})
    two.visit_in_turn()
    Sharing(two.ana.journal).pause_all()
    SAYS[says](Words(two.ana.journal), two.ana.partner)
    assert not Words(two.ana.journal).is_paused(two.ana.partner)


def test_taking_words_away_does_not_go_on_with_the_others(two: Two) -> None:
    speak(two.ana)
    Sharing(two.ana.journal).pause_all()
    words = Words(two.ana.journal)
    words.say_line(two.ana.partner, None)
    words.agree(two.ana.partner, {"when": ""})
    assert words.is_paused(two.ana.partner)


# The agreement


def test_a_part_is_kept_in_the_journal_and_on_the_page_or_in_neither(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    words, partner = Words(two.ana.journal), two.ana.partner
    before = write_counter(two.ana)
    words.agree(partner, {"when": "Thursdays"})
    assert write_counter(two.ana) == before + 1

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Pairs, "put", cut)
    with pytest.raises(KeyboardInterrupt):
        words.agree(partner, {"when": "Fridays"})
    assert two.ana.journal.partner(partner).when == "Thursdays"


def test_a_part_that_is_too_long_for_the_page_is_kept_in_neither(two: Two) -> None:
    words, partner = Words(two.ana.journal), two.ana.partner
    with pytest.raises(BadInput):
        words.agree(partner, {"when": "x" * (TEXT_MOST + 1)})
    assert two.ana.journal.partner(partner).when is None


@pytest.mark.parametrize("state", [State.MEETING, State.TO_COMPARE, State.MATCHED])
def test_a_part_that_is_saved_while_two_meet_goes_with_the_first_page_once_they_are_connected(
    two: Two, state: State
) -> None:
    words, partner, watched = Words(two.ana.journal), two.ana.partner, Watched(two)
    Pairs(two.ana.journal.connection).put(replace(two.ana.pair, state=state))
    words.agree(partner, {"when": "Thursdays"})
    assert words.hears(partner) is State.MEETING
    assert b"Thursdays" not in two.ana.standing.content
    Pairs(two.ana.journal.connection).put(replace(two.ana.pair, state=State.ACTIVE))
    two.ana.visit()
    assert b"Thursdays" in watched.sent()[0]
    assert not words.part_waits(partner)


def test_a_part_that_would_not_fit_once_they_are_connected_is_refused_while_they_meet(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.protocol.content.CONTENT_MOST", 100)
    Pairs(two.ana.journal.connection).put(replace(two.ana.pair, state=State.MEETING))
    with pytest.raises(TooLong):
        Words(two.ana.journal).agree(two.ana.partner, {"when": "x" * 100})
    assert two.ana.journal.partner(two.ana.partner).when is None


def test_a_part_from_before_they_met_waits_for_a_yes_and_saving_it_as_it_is_sends_it(two: Two) -> None:
    words, partner = Words(two.ana.journal), two.ana.partner
    two.ana.journal.agree(partner, {"when": "Thursdays"})
    two.visit_in_turn()
    assert two.sam.view.agreement is None
    assert words.part_waits(partner)
    words.agree(partner, {"when": "Thursdays"})
    two.visit_in_turn()
    assert two.sam.view.agreement is not None
    assert not words.part_waits(partner)


def test_of_a_partner_who_is_here_by_name_alone_a_part_stays_here(two: Two) -> None:
    words, kim = Words(two.ana.journal), two.ana.journal.add_thing("partner", {"partner_alias": "Kim"})
    assert words.agree(kim.id, {"when": "Thursdays"}).when == "Thursdays"
    assert words.hears(kim.id) is None
    assert not words.part_waits(kim.id)


# What a partner shares, past its day


def shared_for_two_days(two: Two) -> None:
    for title, days in (("heron", 1), ("magpie", 2)):
        two.ana.share_goal(two.ana.journal.add_goal(title), days)
    two.visit_in_turn()
    two.sam.clock.set(two.sam.clock.now() + 2 * DAY)


def test_what_a_partner_shares_goes_from_the_journal_at_the_next_look_although_the_place_is_away(two: Two) -> None:
    shared_for_two_days(two)
    Exchange(two.sam.journal).gather()
    assert b"heron" not in (two.sam.pair.view or b"")
    assert two.sam.titles == ["magpie"]
    two.sam.clock.set(two.sam.clock.now() + DAY)
    Exchange(two.sam.journal).gather()
    assert two.sam.view == Content(confirmed=True, name="Ana")


def test_letting_go_of_the_past_writes_nothing_where_there_is_none(two: Two) -> None:
    shared_for_two_days(two)
    connection, today = two.sam.journal.connection, two.sam.journal.moment().for_date
    let_go_of_past(connection, today)
    before = write_counter(two.sam)
    let_go_of_past(connection, today)
    assert write_counter(two.sam) == before


def test_a_page_that_was_shown_before_brings_back_nothing_that_is_past(two: Two) -> None:
    shared_for_two_days(two)
    two.sam.visit()
    assert two.sam.titles == ["magpie"]
    assert [goal.title for page in Words(two.sam.journal).their_pages() for goal in page.goals] == ["magpie"]
