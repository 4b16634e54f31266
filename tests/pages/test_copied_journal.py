"""A journal in two places, and a thief with a copy: it shows, nothing is merged, and meeting again makes all new.

Source: security brief, d.3 rule 1, d.4, E3.
"""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import open_journal
from sync.errors import NotAsked, WrittenByOther
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.protocol.content import Content, Note, SharedGoal, write_content
from sync.protocol.digests import page_digest
from sync.protocol.framing import Page
from sync.protocol.standing import taken_in
from sync.records.pairs import Pairs, State
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.invite_words import read_words
from sync.sealing.meeting_keys import Role, meeting_keys
from sync.sealing.pages import open_page, seal_page
from tests.conftest import PASSPHRASE, FixedClock
from tests.pages.real_people import Side, Two
from tests.transports.memory import Memory, Misdeed, never

ALARM = [WrittenByOther.code]
FORGED = Content(
    confirmed=True,
    goals=(SharedGoal(id="0" * 32, until="2026-06-01", title="forged"),),
    notes=(Note(no=1, text="forged"),),
)


@pytest.fixture
def memory(two: Two) -> Memory:
    """A place in which both look, so that a test says who comes when."""
    place = Memory()
    two.ana.place = two.sam.place = place
    two.visit_in_turn()
    return place


@pytest.fixture
def second(two: Two, memory: Memory, around: Path) -> Iterator[Side]:
    """Ana's journal once more: on another computer, or with a thief."""
    two.ana.journal.close()
    shutil.copytree(around / "ana", around / "second")
    two.ana.journal = open_journal(two.ana.home, PASSPHRASE, two.ana.clock)
    home, clock = Home(around / "second"), FixedClock()
    side = Side(home, open_journal(home, PASSPHRASE, clock), clock, memory)
    yield side
    side.journal.close()


def assert_broken_off(side: Side) -> None:
    """Nothing of the partner is shown, nothing more goes, and no key is left."""
    pair = side.pair
    assert (pair.state, pair.why) == (State.BROKEN, WrittenByOther.code)
    assert (pair.view, pair.root) == (None, None)
    assert Pairs(side.journal.connection).standing(side.partner) is None
    assert side.visit().sent == 0
    with pytest.raises(NotAsked):
        side.share("More")


def test_a_copy_that_finds_an_answer_to_what_it_never_wrote_stops_and_so_do_all_others(two: Two, second: Side) -> None:
    two.ana.share("from the first")
    second.share("from the second")
    two.ana.visit()
    held = standing_at(two.ana)
    two.sam.visit()
    assert two.sam.titles == ["from the first"]

    # The second looks in, and finds an answer to what it never wrote.
    assert second.codes() == ALARM
    assert_broken_off(second)
    assert standing_at(two.ana) != held
    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)
    assert two.ana.codes() == ALARM
    assert_broken_off(two.ana)


def test_the_first_of_two_copies_stops_where_the_second_was_answered(two: Two, second: Side) -> None:
    two.ana.share("from the first")
    two.ana.visit()
    second.share("from the second")
    second.visit()
    two.sam.visit()
    assert two.sam.titles == ["from the second"]

    assert two.ana.codes() == ALARM
    assert_broken_off(two.ana)
    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)


def test_an_alarm_says_nothing_else_and_every_cairn_of_the_pair_takes_it_for_one(two: Two, second: Side) -> None:
    """Whoever is pages ahead of it as well, and whoever has not looked in for long."""
    for title in ("one", "two", "three"):
        two.ana.share(title)
        two.visit_in_turn()
    behind, seed, key = two.sam.standing, two.sam.standing.seed, two.sam.pair.keys.key_in
    assert second.codes() == ALARM
    page, _ = open_page(standing_at(two.ana), key, [EpochKey(seed)], two.ana.pair.keys.mine.slot)
    assert page.content == write_content(Content(end=True))
    assert page.number > behind.seen_number
    for standing in (behind, replace(behind, seen_number=1, sent=behind.sent[-1:])):
        with pytest.raises(WrittenByOther):
            taken_in(standing, page, 0)


@pytest.mark.parametrize("is_met_anew", [False, True])
def test_an_alarm_that_could_not_be_written_goes_as_soon_as_it_can(
    two: Two, second: Side, memory: Memory, is_met_anew: bool
) -> None:
    two.ana.share("from the first")
    second.share("from the second")
    two.ana.visit()
    two.sam.visit()
    before = standing_at(two.ana)
    errand = Exchange(second.journal).gather()[0]
    theirs, mine = (asyncio.run(memory.read(place)) for place in (errand.theirs, errand.mine))
    # And then the process is gone.
    assert Exchange(second.journal).settle(errand, theirs, mine).problem == WrittenByOther.code
    assert second.pair.root is None
    if is_met_anew:
        Pairing(second.journal).invite(second.pair.via, my_name="Ana", called="Sam", partner=second.partner)
    assert standing_at(two.ana) == before
    second.visit()
    assert [pair.alarm for pair in Pairs(second.journal.connection).all()] == [None]
    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)


def standing_at(side: Side) -> bytes:
    """What stands in this one's own slot."""
    (wire,) = asyncio.run(side.place.read(side.pair.keys.mine)).candidates
    return wire


def test_a_partner_who_saw_both_copies_is_told_and_shows_neither(two: Two, second: Side, memory: Memory) -> None:
    two.ana.share("from the first")
    two.ana.visit()
    memory.does = lambda misdeed: misdeed is Misdeed.LOSE
    two.sam.visit()
    memory.does = never
    second.share("from the second")
    second.visit()

    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)


def test_both_copies_in_one_folder_are_told_from_conflict_copies_of_one(two: Two, second: Side, memory: Memory) -> None:
    """A program that carries folders keeps both: the same number, and not the same page."""
    memory.does = lambda misdeed: misdeed is Misdeed.KEEP_BOTH
    two.ana.share("from the first")
    two.ana.visit()
    second.share("from the second")
    second.visit()
    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)


def test_a_thief_who_writes_as_the_owner_is_noticed_by_the_owner_and_by_the_partner(two: Two, second: Side) -> None:
    second.share("forged")
    second.visit()
    two.sam.visit()
    two.ana.share("from Ana")

    # While the answer is on its way Ana writes her own page of that number, and Sam finds it.
    keys = two.ana.pair.keys
    standing = two.ana.standing
    wire = seal_page(standing.page(EpochKey(standing.seed).public), keys.key_out, standing.their_key, keys.mine.slot)
    asyncio.run(two.ana.place.write(keys.mine, wire))
    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)
    assert two.ana.codes() == ALARM
    assert_broken_off(two.ana)


def test_a_thief_who_writes_as_the_partner_is_noticed_by_both(two: Two, second: Side) -> None:
    """With the owner's journal comes what the partner's pages are sealed with."""
    standing, keys = second.standing, second.pair.keys
    sams = two.sam.standing
    page = Page(
        sams.number + 1,
        sams.epoch,
        standing.their_key,
        standing.number,
        page_digest(standing.number, standing.content),
        0,
        write_content(FORGED),
    )
    forged = seal_page(page, keys.key_in, EpochKey(standing.seed).public, keys.theirs.slot)
    two.sam.share("from Sam")
    sams_own = two.sam.standing
    asyncio.run(two.ana.place.write(keys.theirs, forged))
    two.ana.visit()
    assert two.ana.titles == ["forged"]

    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)
    # Sam's own page of that number was on its way already.
    own = sams_own.page(EpochKey(sams_own.seed).public)
    honest = seal_page(own, keys.key_in, sams_own.their_key, keys.theirs.slot)
    asyncio.run(two.ana.place.write(keys.theirs, honest))
    assert two.ana.codes() == ALARM
    assert_broken_off(two.ana)
    assert two.ana.titles == []


def test_two_copies_that_each_made_a_key_of_their_own_are_noticed(two: Two, second: Side) -> None:
    """The words are the same on both, and the keys that follow are not."""
    later = two.ana.clock.now() + timedelta(days=8)
    two.ana.clock.set(later)
    second.clock.set(later)
    before = asyncio.run(two.sam.place.read(two.sam.pair.keys.mine)).candidates[0]
    two.ana.visit()
    two.sam.visit()
    asyncio.run(two.sam.place.write(two.sam.pair.keys.mine, before))
    second.visit()
    assert two.sam.codes() == ALARM
    assert_broken_off(two.sam)


def test_after_an_alarm_two_who_meet_again_have_all_new_keys_and_share_nothing(two: Two, second: Side) -> None:
    two.ana.share("from the first")
    two.sam.share("from Sam")
    two.visit_in_turn()
    roots = {side.pair.root for side in two.sides}
    second.share("from the second")
    second.codes()
    for side in two.sides:
        if side.pair.state is not State.BROKEN:
            Pairing(side.journal).break_off(side.pair, WrittenByOther.code)

    via = two.ana.pair.via
    invited = Pairing(two.ana.journal).invite(via, my_name="Ana", called="Sam", partner=two.ana.partner)
    two.ana.visit()
    code = read_words(" ".join(invited.words))
    (first,) = asyncio.run(two.ana.place.read(meeting_keys(code, Role.JOINER).theirs)).candidates
    Pairing(two.sam.journal).join(code, first, via, my_name="Sam", called="Ana", partner=two.sam.partner)
    for side in (two.sam, two.ana, two.sam, two.ana):
        side.visit()
    for side in two.sides:
        Pairing(side.journal).say_match(side.partner, Pairing(side.journal).words(side.partner)[1])
    two.visit_in_turn()

    assert [side.pair.state for side in two.sides] == [State.ACTIVE, State.ACTIVE]
    assert {side.pair.root for side in two.sides}.isdisjoint(roots)
    assert [side.titles for side in two.sides] == [[], []]
    two.ana.share("again")
    two.visit_in_turn()
    assert two.sam.titles == ["again"]
