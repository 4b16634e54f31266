"""To take away is never refused and never undone by itself; to put anything back needs a yes of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journal.errors import BadInput
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.errors import TooLong
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.protocol.content import Agreement, Content, write_content
from sync.records.consents import Consent, Status
from sync.records.pairs import Pairs, State
from tests.pages.real_people import YES, Side, Two

DAY = timedelta(days=1)


def share(side: Side, title: str, *parts: str, why: str = "For the mornings") -> Consent:
    """Parts of a new goal, for 180 days."""
    goal, sharing = side.journal.add_goal(title), Sharing(side.journal)
    side.journal.change(goal.id, {"why_it_matters": why})
    return sharing.say_yes(sharing.offer(side.partner, goal.id, parts or ("title",), 180), YES)


def write(side: Side, consent: Consent, words: str | None) -> None:
    assert consent.goal is not None
    side.journal.change(consent.goal, {"why_it_matters": words})


def statuses(side: Side) -> list[Status]:
    return [each.status for each in Sharing(side.journal).shares()]


def test_a_part_that_was_emptied_does_not_come_back_without_a_yes(two: Two) -> None:
    consent, sharing = share(two.ana, "Get out", "title", "why_it_matters"), Sharing(two.ana.journal)
    two.visit_in_turn()
    for words in (None, "quite other words", "For the mornings"):
        write(two.ana, consent, words)
        two.visit_in_turn(2)
        assert [goal.why_it_matters for goal in two.sam.view.goals] == [None]
    emptied = [each.event["scope"] for each in sharing.said_yes_to() if each.event["event"] == "EMPTY"]
    assert emptied == [["title"]]

    assert [waiting.id for waiting in sharing.waiting()] == [consent.id]
    sharing.say_yes(sharing.offer_again(consent.id), YES)
    two.visit_in_turn()
    assert [goal.why_it_matters for goal in two.sam.view.goals] == ["For the mornings"]


def test_a_share_of_which_every_part_was_emptied_is_over(two: Two) -> None:
    consent = share(two.ana, "Get out", "why_it_matters")
    write(two.ana, consent, None)
    two.ana.visit()
    write(two.ana, consent, "quite other words")
    two.visit_in_turn()
    assert (statuses(two.ana), two.sam.view.goals) == ([Status.STOPPED], ())


def test_over_a_page_that_is_too_long_nothing_that_takes_away_is_refused(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharing, words, partner = Sharing(two.ana.journal), Words(two.ana.journal), two.ana.partner
    words.say_line(partner, "the long way round")
    words.agree(partner, {"when": "Thursdays"})
    shares = [share(two.ana, title) for title in ("heron", "magpie", "rook")]
    monkeypatch.setattr("sync.protocol.content.CONTENT_MOST", 50)

    words.say_line(partner, None)
    words.agree(partner, {"when": ""})
    assert sharing.stop(shares[0].id).status is Status.STOPPED
    assert sharing.pause(shares[1].id).status is Status.PAUSED
    with pytest.raises(TooLong):
        sharing.resume(shares[1].id)
    assert [share.id for share in sharing.pause_all()] == [shares[2].id]
    assert Pairing(two.ana.journal).end(partner).state is State.ENDING


def test_what_begins_tomorrow_has_its_room_on_the_page(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.protocol.content.CONTENT_MOST", 300)
    now = two.ana.clock.now()
    two.ana.clock.set(now + DAY)
    share(two.ana, "heron" * 20)
    two.ana.clock.set(now)
    with pytest.raises(TooLong):
        share(two.ana, "magpie" * 20)


# From its first day, to its last


def test_what_they_see_of_a_yes_that_begins_tomorrow_is_nothing(two: Two) -> None:
    consent = share(two.ana, "heron")
    two.ana.clock.set(two.ana.clock.now() - DAY)
    two.visit_in_turn()
    assert (two.sam.titles, Sharing(two.ana.journal).seen(consent)) == ([], None)
    two.ana.clock.set(two.ana.clock.now() + DAY)
    two.visit_in_turn()
    assert two.sam.titles == ["heron"]
    assert Sharing(two.ana.journal).seen(consent) is not None


def test_a_yes_that_was_said_under_a_clock_ahead_never_begins_by_itself(two: Two) -> None:
    now = two.ana.clock.now()
    two.ana.clock.set(now + 365 * DAY)
    share(two.ana, "heron")
    two.ana.clock.set(now)
    share(two.ana, "magpie")
    # As long as the clock may be what is wrong, nothing is over.
    assert statuses(two.ana) == [Status.ACTIVE, Status.ACTIVE]
    Exchange(two.ana.journal).say_clock_is_right()
    two.visit_in_turn()
    assert (statuses(two.ana), two.sam.titles) == ([Status.EXPIRED, Status.ACTIVE], ["magpie"])


@pytest.mark.parametrize("days", [200, -2])
def test_what_was_offered_under_another_clock_is_shared_for_1_to_180_days_all_the_same(two: Two, days: int) -> None:
    sharing, goal = Sharing(two.ana.journal), two.ana.journal.add_goal("heron")
    offer = sharing.offer(two.ana.partner, goal.id, ("title",), 180)
    two.ana.clock.set(two.ana.clock.now() + days * DAY)
    with pytest.raises(BadInput):
        sharing.say_yes(offer, YES)
    assert sharing.shares() == []


# The agreement


def test_sections_that_were_kept_before_stay_here_while_another_one_is_sent(two: Two) -> None:
    words, partner = Words(two.ana.journal), two.ana.partner
    two.ana.journal.agree(partner, {"privacy": "private words", "why_we_meet": "to laugh"})
    words.agree(partner, {"when": "Mondays"})
    two.visit_in_turn()
    assert two.sam.view.agreement == Agreement(mine={"when": "Mondays"})
    assert words.part_waits(partner)
    words.agree(partner, {"why_we_meet": "to walk"})
    two.visit_in_turn()
    assert two.sam.view.agreement == Agreement(mine={"when": "Mondays", "why_we_meet": "to walk"})


def test_a_yes_to_their_part_is_to_the_words_that_were_shown(two: Two) -> None:
    words = Words(two.ana.journal)
    Words(two.sam.journal).agree(two.sam.partner, {"when": "every night"})
    two.visit_in_turn()
    with pytest.raises(BadInput):
        words.say_yes_to_theirs(two.ana.partner, {"when": "Thursdays"})
    assert two.ana.pair.yes_to is None


def test_a_part_that_fits_but_for_the_word_that_both_are_connected_is_refused(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = Agreement(mine={"when": "Thursdays"})
    alone = len(write_content(Content(name="Ana", agreement=agreement)))
    monkeypatch.setattr("sync.protocol.content.CONTENT_MOST", alone)
    Pairs(two.ana.journal.connection).put(replace(two.ana.pair, state=State.MEETING))
    with pytest.raises(TooLong):
        Words(two.ana.journal).agree(two.ana.partner, {"when": "Thursdays"})
