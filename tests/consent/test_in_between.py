"""What happens in between: a stop while a page is on its way, a yes in whose place another stands, odd names."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from journal.errors import BadInput
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.ending import DIFFER
from sync.errors import TooLong
from sync.exchange import Exchange
from sync.pairing import Pairing, check_name
from sync.protocol.content import read_content
from sync.protocol.parts import NAME_MOST
from sync.records.consents import Status
from sync.records.pairs import Pairs, State
from sync.sealing.meeting_keys import Place
from tests.consent.seen_pages import Watched
from tests.pages.real_people import YES, Two
from tests.transports.memory import Memory


class Interrupted(Memory):
    """A place at which something else is done while the first page is carried."""

    def __init__(self, deed: Any) -> None:
        super().__init__()
        self._deed = deed

    async def write(self, place: Place, wire: bytes) -> None:
        deed, self._deed = self._deed, lambda: None
        deed()
        await super().write(place, wire)


def test_what_was_stopped_while_its_page_was_carried_is_overwritten_at_once(two: Two) -> None:
    """A command says stop while the screen carries the page before: the slot does not wait for the next look."""
    consent = two.ana.share("Get out most days")
    two.ana.place = two.sam.place = Interrupted(lambda: Sharing(two.ana.journal).stop(consent.id))
    two.ana.visit()
    two.sam.visit()
    assert two.sam.titles == []
    assert two.sam.standing.seen_number == two.ana.standing.number


def test_the_id_of_an_earlier_yes_stops_and_pauses_what_stands_in_its_place(two: Two) -> None:
    first, sharing = two.ana.share("Get out most days"), Sharing(two.ana.journal)
    assert first.goal is not None
    second = sharing.say_yes(sharing.offer(two.ana.partner, first.goal, ("title",), 30), YES)
    assert sharing.pause(first.id).status is Status.PAUSED
    # Going on is never meant by an id of before.
    assert sharing.resume(first.id).status is Status.SUPERSEDED
    assert sharing.stop(first.id).id == second.id
    assert [share.status for share in sharing.shares()] == [Status.STOPPED]
    two.visit_in_turn()
    assert two.sam.titles == []


def test_what_goes_on_has_to_be_sent_and_confirmed_anew(two: Two) -> None:
    consent, sharing = two.ana.share("Get out most days"), Sharing(two.ana.journal)
    two.visit_in_turn()
    sharing.pause(consent.id)
    two.visit_in_turn()
    on = sharing.resume(consent.id)
    assert (on.sent_at, on.seen_at, on.gone_at) == (None, None, None)
    two.visit_in_turn()
    (after,) = sharing.shares()
    assert after.sent_number == two.ana.standing.number
    assert None not in (after.sent_at, after.seen_at)


def test_a_page_has_room_for_every_status_that_travels_by_itself_so_that_stopping_is_never_refused(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharing, journal = Sharing(two.ana.journal), two.ana.journal
    monkeypatch.setattr("sync.protocol.content.CONTENT_MOST", 1_000)
    goals = [journal.add_goal("Get out most days") for _ in range(12)]
    shares = []
    with suppress(TooLong):
        for goal in goals:
            journal.set_goal_status(goal.id, "idea")
            shares.append(sharing.say_yes(sharing.offer(two.ana.partner, goal.id, ("status",)), YES))
    assert len(shares) < len(goals)
    for goal in goals:
        journal.set_goal_status(goal.id, "changed_direction")
    two.visit_in_turn()
    assert [goal.status for goal in two.sam.view.goals] == ["changed_direction"] * len(shares)
    for share in shares:
        assert sharing.stop(share.id).status is Status.STOPPED


def test_a_yes_to_the_agreement_is_said_of_the_words_that_the_partner_saw_alone(two: Two) -> None:
    """An edit of the partner's page, or an undo, changes what stands here and not what they have."""
    mine, theirs = Words(two.ana.journal), Words(two.sam.journal)
    mine.agree(two.ana.partner, {"when": "Thursdays"})
    two.visit_in_turn()
    theirs.say_yes_to_theirs(two.sam.partner, {"when": "Thursdays"})
    two.visit_in_turn()
    assert [page.says_yes for page in mine.their_pages()] == [True]
    two.ana.journal.agree(two.ana.partner, {"when": "every night"})
    assert [page.says_yes for page in mine.their_pages()] == [False]


@pytest.mark.parametrize("name", ["\u200b", "\u2060\u200e", "\x07"])
def test_a_name_of_nothing_that_can_be_seen_is_not_taken_and_stops_no_visit(two: Two, name: str) -> None:
    """A partner who means harm cannot make every visit fail, theirs and those with anybody else."""
    Pairs(two.sam.journal.connection).put(replace(two.sam.pair, my_name=name))
    before = two.ana.journal.partner(two.ana.partner).partner_alias
    two.sam.share("Read a little")
    two.sam.visit()
    Pairs(two.ana.journal.connection).put(replace(two.ana.pair, takes_name=True))
    two.visit_in_turn()
    assert two.ana.titles == ["Read a little"]
    assert two.ana.journal.partner(two.ana.partner).partner_alias == before


def test_an_end_while_the_name_is_taken_over_stays_an_end(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, partner = two.ana.journal, two.ana.partner
    Pairs(journal.connection).put(replace(two.ana.pair, takes_name=True))
    takes_over = type(journal).change_partner_as_is

    def later(self: Any, *given: Any) -> None:
        Pairing(journal).end(partner)
        takes_over(self, *given)

    monkeypatch.setattr(type(journal), "change_partner_as_is", later)
    two.ana.visit()
    assert (two.ana.pair.state, two.ana.journal.partner(partner).status) == (State.ENDING, "ended")
    assert two.ana.pair.view is None


def test_who_says_after_all_that_the_words_differ_takes_back_what_was_shared(two: Two) -> None:
    two.ana.share("Get out most days")
    two.visit_in_turn()
    Pairing(two.ana.journal).say_differ(two.ana.partner)
    two.visit_in_turn()
    assert two.sam.titles == []
    assert [side.pair.state for side in two.sides] == [State.ENDED, State.ENDED]
    assert two.ana.pair.why == DIFFER


def test_an_errand_of_before_ends_nothing_of_a_new_meeting(two: Two) -> None:
    """Another cairn of the same person was about to say that the last one is over."""
    Pairing(two.ana.journal).end(two.ana.partner)
    two.ana.visit()
    two.sam.visit()
    slow = Exchange(two.ana.journal)
    (errand,) = slow.gather()
    theirs, mine = (asyncio.run(two.ana.place.read(place)) for place in (errand.theirs, errand.mine))
    writing = slow.settle(errand, theirs, mine).writing
    assert writing is not None
    assert writing.wire is None
    two.ana.visit()
    Pairing(two.ana.journal).invite(two.ana.pair.via, my_name="Ana", called="Sam", partner=two.ana.partner)
    slow.note_carried(errand, writing)
    assert two.ana.pair.state is State.MEETING


def test_a_name_is_measured_as_it_travels() -> None:
    check_name("\u0958" * (NAME_MOST // 2))
    with pytest.raises(BadInput):
        check_name("\u0958" * (NAME_MOST // 2 + 1))


def test_a_page_shows_no_word_where_it_is_printed(two: Two) -> None:
    """An error that names its values would put them on the screen."""
    watched = Watched(two)
    two.ana.share("heron")
    two.ana.visit()
    content = read_content(watched.sent()[-1])
    assert [goal.title for goal in content.goals] == ["heron"]
    page = two.ana.standing.page(b"")
    assert "heron" not in f"{page!r} {content!r} {content!s} {content.goals!r} {two.ana.standing!r}"
