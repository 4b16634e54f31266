"""Pages between two real journals through a real folder: what is shown, what is answered, what never goes back."""

import asyncio
import os
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from journal.use_cases.open_journal import OpenJournal
from sync.consent.sharing import Sharing
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.protocol.framing import Page
from sync.records.pairs import Pairs, State
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.pages import seal_page
from tests.pages.real_people import YES, Side, Two
from tests.transports.memory import Memory, Misdeed


def wire_of(side: Side) -> bytes:
    """What stands in this one's own slot."""
    (wire,) = asyncio.run(side.place.read(side.pair.keys.mine)).candidates
    return wire


def put_back(side: Side, wire: bytes) -> None:
    """Let an earlier page of this one's stand again, as a folder that was rolled back does."""
    asyncio.run(side.place.write(side.pair.keys.mine, wire))


def seal_as(side: Side, page: Page) -> bytes:
    """A page in this one's name, to the partner's newest key."""
    keys = side.pair.keys
    return seal_page(page, keys.key_out, side.standing.their_key, keys.mine.slot)


def test_an_old_page_served_again_changes_nothing_and_is_replaced(two: Two) -> None:
    two.ana.share("Get out most days")
    two.visit_in_turn()
    old = wire_of(two.ana)
    two.ana.share("Sleep by eleven")
    two.visit_in_turn()
    before = two.sam.standing

    put_back(two.ana, old)
    report = two.sam.visit()

    assert (report.received, report.problems) == (0, [])
    assert two.sam.standing == before
    assert two.sam.titles == ["Get out most days", "Sleep by eleven"]
    two.visit_in_turn()
    assert wire_of(two.ana) != old
    assert two.sam.titles == ["Get out most days", "Sleep by eleven"]


def test_pages_in_any_order_show_the_newest_and_each_note_once(two: Two) -> None:
    wires = []
    for number in range(4):
        two.ana.encourage(f"letter {number}")
        two.ana.visit()
        wires.append(wire_of(two.ana))
    for wire in (wires[1], wires[0], wires[3], wires[2], wires[3], wires[0]):
        put_back(two.ana, wire)
        two.sam.visit()
    two.visit_in_turn()
    assert two.sam.letters == [f"letter {number}" for number in range(4)]
    assert two.ana.standing.noted_by_them == 4
    assert b"letter" not in two.ana.standing.content


def test_conflict_copies_show_the_newest_and_keep_every_key_that_is_needed(two: Two) -> None:
    """A rotation happens once however many copies of a page are found, or the partner's key would be gone."""
    memory = Memory()
    two.ana.place = two.sam.place = memory
    two.visit_in_turn()
    two.ana.clock.set(two.ana.clock.now() + timedelta(days=8))
    memory.does = lambda misdeed: misdeed is Misdeed.KEEP_BOTH
    two.sam.share("Read a little")
    two.sam.visit()
    two.sam.encourage("hello")
    for _ in range(3):
        # The same page again and again, each sealed anew.
        two.sam.visit()
        asyncio.run(memory.write(two.sam.pair.keys.mine, seal_as(two.sam, page_of(two.sam))))
    two.ana.visit()
    assert two.ana.titles == ["Read a little"]
    assert two.ana.letters == ["hello"]
    assert two.ana.standing.epoch == 2
    assert two.sam.standing.their_key == EpochKey(two.ana.standing.seed_before).public
    two.visit_in_turn()
    assert two.sam.standing.their_epoch == 2


def page_of(side: Side) -> Page:
    return side.standing.page(EpochKey(side.standing.seed).public)


def test_keys_are_made_anew_each_week_although_nobody_writes_a_word(two: Two) -> None:
    first = [side.standing.seed for side in two.sides]
    for _ in range(4):
        for side in two.sides:
            side.clock.set(side.clock.now() + timedelta(days=8))
        two.visit_in_turn()
    for side, seed in zip(two.sides, first, strict=True):
        assert side.standing.epoch >= 4
        assert seed not in (side.standing.seed, side.standing.seed_before)
        assert side.standing.seed_before == b""


def test_a_look_that_brings_nothing_writes_nothing(two: Two) -> None:
    two.visit_in_turn()
    before = [(side.home.root / "vault").stat().st_mtime_ns for side in two.sides]
    written = [wire_of(side) for side in two.sides]
    two.visit_in_turn()
    assert [wire_of(side) for side in two.sides] == written
    assert [(side.home.root / "vault").stat().st_mtime_ns for side in two.sides] == before


def test_a_key_that_nothing_can_be_sealed_to_is_unreadable_and_never_stops_a_visit(two: Two) -> None:
    """A partner who means harm cannot make a visit fail for ever."""
    page = page_of(two.sam)
    for key in (bytes(1216), b"\xff" * 1216):
        bad = Page(
            page.number + 1, page.epoch + 1, key, page.seen_number, page.seen_digest, page.notes_ack, page.content
        )
        put_back(two.sam, seal_as(two.sam, bad))
        before = two.ana.pair.unreadable
        assert two.ana.codes() == []
        assert two.ana.pair.unreadable == before + 1
    two.visit_in_turn()
    two.ana.share("Get out most days")
    two.visit_in_turn()
    assert two.sam.titles == ["Get out most days"]


def test_what_came_in_between_is_answered_although_an_older_page_was_carried_last(two: Two) -> None:
    """Two cairns of one person, a screen and a command: the slower one carries what the faster one has replaced."""
    two.ana.encourage("from Ana")
    slow = Exchange(two.ana.journal)
    (errand,) = slow.gather()
    theirs, mine = (asyncio.run(two.ana.place.read(place)) for place in (errand.theirs, errand.mine))
    writing = slow.settle(errand, theirs, mine).writing
    assert writing is not None
    assert writing.wire is not None

    two.sam.encourage("from Sam")
    two.sam.visit()
    two.ana.visit()
    asyncio.run(two.ana.place.write(errand.mine, writing.wire))
    slow.note_carried(errand, writing)

    two.ana.visit()
    two.sam.visit()
    assert two.sam.standing.noted_by_them == 1


def test_after_an_end_nothing_of_the_partner_is_shown_whatever_still_comes(two: Two) -> None:
    two.sam.share("Read a little")
    two.visit_in_turn()
    Pairing(two.ana.journal).end(two.ana.partner)
    two.sam.share("Sleep by eleven")
    before = wire_of(two.ana)
    two.sam.visit()
    put_back(two.ana, before)
    two.ana.visit()
    assert two.ana.pair.view is None
    two.visit_in_turn()
    assert [side.pair.state for side in two.sides] == [State.ENDED, State.ENDED]
    assert [side.pair.view for side in two.sides] == [None, None]


def test_an_end_leaves_no_key_no_page_and_no_slot(two: Two) -> None:
    two.ana.share("Get out most days")
    two.visit_in_turn()
    slots = [two.ana.pair.keys.mine, two.ana.pair.keys.theirs]
    Pairing(two.ana.journal).end(two.ana.partner)
    two.visit_in_turn()
    for side in two.sides:
        assert side.pair.state is State.ENDED
        assert (side.pair.root, side.pair.view) == (None, None)
        assert Pairs(side.journal.connection).standing(side.partner) is None
    assert [asyncio.run(two.ana.place.read(slot)).candidates for slot in slots] == [(), ()]


def test_an_end_that_nobody_sees_is_over_after_thirty_days(two: Two) -> None:
    Pairing(two.ana.journal).end(two.ana.partner)
    two.ana.visit()
    two.ana.clock.set(two.ana.clock.now() + timedelta(days=29))
    two.ana.visit()
    states = [two.ana.pair.state]
    two.ana.clock.set(two.ana.clock.now() + timedelta(days=2))
    two.ana.visit()
    assert [*states, two.ana.pair.state] == [State.ENDING, State.ENDED]


def test_what_does_not_fit_any_more_is_said_and_what_came_is_kept(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    """A status that travels by itself can be a few letters too long."""
    goal = two.ana.journal.add_goal("Get out most days")
    sharing = Sharing(two.ana.journal)
    sharing.say_yes(sharing.offer(two.ana.partner, goal.id, ("title", "status")), YES)
    two.visit_in_turn()
    two.sam.encourage("hello")
    two.sam.visit()
    monkeypatch.setattr("sync.protocol.content.CONTENT_MOST", len(two.ana.standing.content))
    two.ana.journal.set_goal_status(goal.id, "changed_direction")
    assert two.ana.codes() == ["too-long-to-share"]
    assert two.ana.letters == ["hello"]


def test_a_name_is_taken_over_even_where_the_last_visit_was_cut_off_before_it(
    two: Two,
) -> None:
    Pairs(two.sam.journal.connection).put(replace(two.sam.pair, takes_name=True))
    two.sam.journal.change(two.sam.partner, {"partner_alias": "somebody"})
    two.sam.visit()
    assert two.sam.journal.partner(two.sam.partner).partner_alias == "Ana"


def test_a_name_given_by_another_cairn_of_the_same_person_at_that_moment_stays(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs, takes_over = Pairs(two.sam.journal.connection), OpenJournal.change_partner_as_is
    pairs.put(replace(two.sam.pair, takes_name=True))

    def later(journal: OpenJournal, *given: Any) -> None:
        pairs.put(replace(two.sam.pair, takes_name=False))
        journal.change(two.sam.partner, {"partner_alias": "Annie"})
        takes_over(journal, *given)

    monkeypatch.setattr(OpenJournal, "change_partner_as_is", later)
    two.sam.visit()
    assert two.sam.journal.partner(two.sam.partner).partner_alias == "Annie"


def test_undo_after_a_visit_takes_back_what_the_person_did_and_nothing_of_the_visit(two: Two) -> None:
    page = two.sam.journal.write_page(replace(two.sam.journal.blank_page(), body="a lantern"))
    two.sam.journal.delete(page.id)
    Pairs(two.sam.journal.connection).put(replace(two.sam.pair, takes_name=True))
    two.sam.journal.change(two.sam.partner, {"partner_alias": "somebody", "status": "invited"})
    two.sam.visit()
    assert two.sam.journal.undo().items == 1
    assert two.sam.journal.read(page.id).id == page.id
    kept = two.sam.journal.partner(two.sam.partner)
    assert (kept.partner_alias, kept.status) == ("Ana", "active")


def test_bytes_that_nobody_wrote_are_counted_once_and_said_to_nobody(two: Two) -> None:
    before = two.ana.pair.unreadable
    put_back(two.sam, os.urandom(16_384))
    for _ in range(3):
        assert two.ana.codes() == []
    assert two.ana.pair.unreadable == before + 1
