"""In plain lines a yes is to the words that were said, an invite says all it is, and an end offers to meet again."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from journal.store.transaction import transaction
from sync.carrying import meet_and_wait
from sync.errors import OtherWords
from sync.pairing import Pairing
from sync.records.pairs import Pairs, State
from sync.sealing import meeting
from sync.sealing.invite_words import new_code, words_of
from sync.sealing.meeting_keys import Role, meeting_keys
from sync.transports.folder import Folder
from tests.plain.test_together import Two, met, two
from tui.wording import meeting as words
from tui.wording import plain_together as said
from tui.wording import together

__all__ = ["met", "two"]

NEW = "abandon ability able about"


def until_the_words_are_here(two: Two) -> None:
    twelve = Pairing(two.journal).invite(two.via, my_name="Ana", called=together.CALLED).words
    meet_and_wait(two.journal)
    two.joins(" ".join(twelve))
    two.carry()


def test_a_yes_to_words_that_were_replaced_meanwhile_is_refused_and_the_new_ones_are_said(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    until_the_words_are_here(two)
    say_match = Pairing.say_match

    def after_others_came(pairing: Pairing, partner: str, seen: "tuple[str, ...]") -> object:
        with transaction(two.journal.connection):
            pairs = Pairs(two.journal.connection)
            pairs.put(replace(pairs.all()[0], words=NEW))
        return say_match(pairing, partner, seen)

    monkeypatch.setattr(Pairing, "say_match", after_others_came)
    heard = two.types("partners", "1", "compare", "they match", "later")
    assert heard.said.index(OtherWords.sentence) < heard.said.index(NEW)
    assert two.state() is State.TO_COMPARE


def test_an_invite_of_a_facilitator_says_all_that_it_is_and_waits_for_a_yes(two: Two) -> None:
    code, now = new_code(), two.clock.now()
    begun = meeting.invite(code, "facilitator", "Tuesday group", now + timedelta(hours=24), now)
    asyncio.run(Folder(two.folder).write(meeting_keys(code, Role.INVITER).mine, begun.m1))
    heard = two.types("join", str(two.folder), " ".join(words_of(code)), "no")
    assert "This is an invite from a facilitator." in heard.text
    assert "It is for the group Tuesday group." in heard.text
    assert said.NOT_JOINED in heard.text
    assert two.journal.things("partner") == []


def test_a_partner_who_is_brought_back_after_the_end_is_offered_to_be_met_again(met: Two) -> None:
    met.journal.delete(met.journal.partner("Sam").id)
    met.carry(3)
    met.journal.undo()
    heard = met.types("partners", "1")
    assert "ended." in heard.said
    assert said.MEET_AGAIN in heard.said
    assert words.MEET_IN.format(place=met.folder) not in heard.said


def test_ones_own_words_are_for_somebody_else_to_type(two: Two) -> None:
    made = Pairing(two.journal).invite(two.via, my_name="Ana", called=together.CALLED)
    meet_and_wait(two.journal)
    assert "your own invite" in two.types("join", str(two.folder), " ".join(made.words), "yes", "Ana").text
    assert len(Pairs(two.journal.connection).all()) == 1
