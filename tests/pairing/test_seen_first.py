"""Nobody says yes to what they have not seen: the words that were compared, and the kind of an invite."""

import asyncio
from datetime import timedelta

import pytest

from journal.errors import CairnError
from sync.carrying import find_invite
from sync.errors import NotAsked, OtherKind, OtherWords
from sync.records.pairs import Pairs
from sync.sealing import meeting
from sync.sealing.invite_words import new_code, words_of
from sync.sealing.meeting_keys import Role, meeting_keys
from sync.transports.folder import Folder
from tests.conftest import FixedClock
from tests.pairing.strangers import Person
from tui.exits import exit_code


def until_the_words_are_here(ana: Person, sam: Person, words: str) -> None:
    sam.join(words)
    for person in (sam, ana, sam, ana):
        person.visit()


def test_a_yes_to_words_that_were_replaced_meanwhile_is_none(ana: Person, sam: Person, stranger: Person) -> None:
    until_the_words_are_here(ana, sam, ana.invite())
    partner = ana.pair.partner
    seen = ana.pairing.words(partner)[1]
    ana.pairing.end(partner)
    again = ana.pairing.invite(ana.via, my_name="ana", called="x", partner=partner)
    ana.visit()
    until_the_words_are_here(ana, stranger, " ".join(again.words))
    with pytest.raises(OtherWords) as refusal:
        ana.pairing.say_match(partner, seen)
    assert exit_code(refusal.value) == 8
    assert ana.state == ("to_compare", None)
    ana.pairing.say_match(partner, ana.pairing.words(partner)[1])
    assert ana.state == ("matched", None)
    with pytest.raises(OtherWords):
        ana.pairing.say_match(partner, seen)


def test_a_yes_to_no_words_is_none(ana: Person, sam: Person) -> None:
    ana.invite()
    with pytest.raises(NotAsked):
        ana.pairing.say_match(ana.pair.partner, ())


def test_an_invite_of_a_kind_not_known_is_shown_as_it_is_and_never_joined(sam: Person, clock: FixedClock) -> None:
    code, now, kind, group = new_code(), clock.now(), "partner", "Tuesday group"
    begun = meeting.invite(code, kind, group, now + timedelta(hours=24), now)
    asyncio.run(Folder(sam.folder).write(meeting_keys(code, Role.INVITER).mine, begun.m1))
    found = asyncio.run(find_invite(sam.pairing, " ".join(words_of(code)), sam.via))
    assert (found.invitation.kind, found.invitation.group) == (kind, group)
    with pytest.raises(OtherKind) as refusal:
        sam.pairing.join(found.code, found.first, sam.via, my_name="sam", called="x")
    assert exit_code(refusal.value) == 8
    assert sam.journal.things("partner") == []
    assert Pairs(sam.journal.connection).all() == []
    assert len(list(sam.folder.iterdir())) == 1


def test_two_who_invite_each_other_at_once_meet_all_the_same(ana: Person, sam: Person) -> None:
    of_ana, of_sam = ana.invite(), sam.invite()
    ana.join(of_sam)
    sam.join(of_ana)
    for person in (ana, sam) * 3:
        assert person.visit() == []
    words = [sorted(pair.words or "" for pair in Pairs(one.journal.connection).all()) for one in (ana, sam)]
    assert words[0] == words[1]
    assert len({*words[0]} - {""}) == 2


def test_what_was_refused_leaves_nobody_behind(ana: Person, sam: Person) -> None:
    """The partner and the pair are written together or not at all."""
    words = ana.invite()
    sam.join(words)
    before = [thing.id for thing in sam.journal.things("partner")]
    with pytest.raises(CairnError):
        sam.join(words)
    assert [thing.id for thing in sam.journal.things("partner")] == before
