"""Groups in plain lines: begun, joined by invites that have no names, agreed, written to, closed and handed over."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import pytest

from journal.use_cases.opening import open_journal
from sync.carrying import find_invite
from sync.consent.groups import Groups
from sync.pairing import Pairing
from sync.records.pairs import State
from tests.conftest import PASSPHRASE, FixedClock
from tests.groups.people import GROUP, Held, Member, facilitators_home
from tests.plain.stage import visit
from tests.plain.test_acceptance import HOSTILE
from tests.plain.typed_in_a_group import types
from tui.wording import meeting as meeting_words
from tui.wording import plain_groups as said
from tui.wording import together
from tui.wording.facilitating import MATCHED

TWELVE = re.compile(r"^(?:[a-z]+ ){11}[a-z]+$", re.MULTILINE)


@pytest.fixture
def left(held: Held) -> Held:
    """Sam ended it, and can be invited anew."""
    Pairing(held.sam.journal).end(held.sam.facilitator)
    held.visit()
    # It may be a copy of where they met.
    held.kim.journal.change(held.groups.group(GROUP).id, {"via": held.via})
    return held


def answers(held: Held, member: Member, twelve: str) -> None:
    """The one invited joins by themselves, and looks in with the facilitator until the four words are there."""
    pairing = Pairing(member.journal)
    found = asyncio.run(find_invite(pairing, twelve, held.via))
    there = member.facilitator
    pairing.join(found.code, found.first, held.via, my_name="Sam", called="Facilitator", partner=there)
    held.visit()


def test_a_group_is_begun_with_a_name_and_a_place(tmp_path: Path) -> None:
    clock = FixedClock()
    home = facilitators_home(tmp_path / "kim", clock)
    (tmp_path / "both").mkdir()
    journal = open_journal(home, PASSPHRASE, clock)
    heard = visit(journal, home, clock, "group", "new", GROUP, "/no/such/place", str(tmp_path / "both"), "1", "")
    assert said.GROUP_MADE in heard.said
    assert journal.drafts() == []
    assert [group.name for group in Groups(journal).all()] == [GROUP]
    assert said.NO_AGREEMENT in heard.said
    journal.close()


def test_a_group_of_the_same_name_is_refused_and_nothing_typed_is_lost(held: Held) -> None:
    heard = types(held, held.kim, "group", "new", GROUP, str(held.folder))
    assert "You have a group of that name. Nothing was changed." in heard.said
    assert len(held.groups.all()) == 1
    assert [draft.kind for draft in held.kim.journal.drafts()] == ["peer_group"]


def test_an_invite_says_its_words_once_and_has_no_name(left: Held) -> None:
    heard = types(left, left.kim, "group", "1", "invite", "2", "list", "")
    (twelve,) = TWELVE.findall(heard.text)
    assert together.INVITED in heard.said
    assert f"They also need the place: {left.folder}" in heard.said
    assert "An invite of 14 March, 09:30: on the way." in heard.said
    answers(left, left.sam, twelve)
    assert left.sam.pair.state is State.TO_COMPARE


def test_the_words_of_an_invite_are_compared_without_a_name(left: Held) -> None:
    (twelve,) = TWELVE.findall(types(left, left.kim, "group", "1", "invite", "").text)
    assert twelve in types(left, left.kim, "group", "1", "compare").said
    answers(left, left.sam, twelve)
    four = Pairing(left.sam.journal).words(left.sam.facilitator)[1]
    heard = types(left, left.kim, "group", "1", "compare", "they match")
    assert " ".join(four) in heard.said
    assert MATCHED in heard.said
    assert "Sam" not in heard.text
    assert said.THEIR_WORD in types(left, left.kim, "group", "1", "compare").said
    Pairing(left.sam.journal).say_match(left.sam.facilitator, four)
    left.visit()
    assert said.NO_INVITES in types(left, left.kim, "group", "1", "compare").said


def test_words_that_differ_break_it_off(left: Held) -> None:
    (twelve,) = TWELVE.findall(types(left, left.kim, "group", "1", "invite", "").text)
    answers(left, left.sam, twelve)
    assert together.DIFFERED in types(left, left.kim, "group", "1", "compare", "they differ").said


def test_an_invite_is_taken_back(held: Held) -> None:
    types(held, held.kim, "group", "1", "invite", "")
    types(held, held.kim, "group", "1", "invite", "")
    heard = types(held, held.kim, "group", "1", "take back", "2", "yes")
    assert meeting_words.TAKEN_BACK in heard.said
    assert len(held.groups.on_their_way()) == 1


def test_nothing_of_a_group_counts_or_names_its_members(held: Held) -> None:
    heard = types(held, held.kim, "meet", "group", "1", "notes", "compare")
    for name in ("Ana", "Sam", "Sent", "received", "members"):
        assert name not in heard.text


def test_a_place_that_cannot_be_reached_is_told_once_however_many_meet_there(held: Held) -> None:
    held.folder.rename(held.folder.with_name("elsewhere"))
    heard = types(held, held.kim, "meet")
    assert heard.text.count("could not be reached") == 1


def test_what_the_group_agreed_is_seen_by_its_members(held: Held) -> None:
    heard = types(held, held.kim, "group", "1", "agreement", "To listen", ".", "skip", "It stays here", ".", "skip")
    assert said.AGREEMENT_SAVED in heard.said
    held.visit()
    heard = types(held, held.ana, "my group", "agreement")
    assert "What do we each hope for, and bring?\nTo listen" in heard.text
    assert "It stays here" in heard.text


def test_a_note_reaches_everybody_and_is_kept(held: Held) -> None:
    heard = types(held, held.kim, "group", "1", "note", "We meet at six.", ".")
    assert said.NOTE_SENT in heard.said
    held.visit()
    for member in held.members.values():
        assert "14 Mar 2026, Kim: We meet at six." in types(held, member, "my group", "notes").said
    assert "14 Mar 2026: We meet at six." in types(held, held.kim, "group", "1", "notes").said


def test_a_note_that_was_begun_is_found_again(held: Held) -> None:
    types(held, held.kim, "group", "1", "note", "We meet")
    heard = types(held, held.kim, "drafts", "1", "1", "skip")
    assert said.NOTE_SENT in heard.said
    assert "We meet" in types(held, held.kim, "group", "1", "notes").text
    assert held.kim.journal.drafts() == []


def test_a_note_of_too_many_words_is_kept_as_it_was_typed(held: Held) -> None:
    types(held, held.kim, "group", "1", "note", "x" * 2_100, ".")
    assert held.groups.notes(GROUP) == []
    (draft,) = held.kim.journal.drafts()
    assert "x" * 2_100 in str(draft.answers)


# Its end


def test_a_closing_is_looked_at_before_it_is_said_and_taken_back(held: Held) -> None:
    heard = types(held, held.kim, "group", "1", "close", "skip", "Thank you.", ".", "yes", "", "list")
    assert "  This group closes after Saturday 28 March 2026." in heard.said
    assert said.CLOSING_SAID in heard.said
    assert f"1 {GROUP} [ends 28 March]" in heard.said
    held.visit()
    assert "This group closes after Saturday 28 March 2026." in types(held, held.ana, "my group").said
    assert said.GOES_ON in types(held, held.kim, "group", "1", "go on").said
    assert held.kim.journal.drafts() == []
    held.visit()
    assert "closes" not in types(held, held.ana, "my group").text


def test_a_closing_without_a_yes_is_said_to_nobody(held: Held) -> None:
    heard = types(held, held.kim, "group", "1", "close", "2026-04-01", "skip", "no")
    assert said.NOT_SAID in heard.said
    assert held.groups.group(GROUP).closes_on is None


def test_a_last_day_that_is_too_near_or_too_far_is_asked_again(held: Held) -> None:
    typed = ("soon", "2026-03-14", "skip", "2027-03-14", "2026-03-20", "yes")
    heard = types(held, held.kim, "group", "1", "close", *typed)
    assert heard.text.count("The last day is 1 to 90 days from today.") == 2
    assert held.groups.group(GROUP).closes_on == "2026-03-20"


def test_a_group_is_handed_over_by_name(held: Held) -> None:
    heard = types(held, held.kim, "group", "1", "hand over", "skip", "Robin", "skip", "skip", "yes")
    assert said.ANEW in heard.said
    held.visit()
    told = types(held, held.ana, "my group").text
    assert "Robin holds this group from the day after Saturday 28 March 2026." in told


def test_a_notice_that_stands_is_said_before_another_takes_its_place(held: Held) -> None:
    types(held, held.kim, "group", "1", "hand over", "skip", "Robin", "skip", "skip", "yes")
    heard = types(held, held.kim, "group", "1", "close", "2026-04-01", "skip", "no")
    assert "It was said before: Robin holds this group from the day after Saturday 28 March 2026." in heard.text
    assert "Enter alone" not in heard.text
    assert held.groups.group(GROUP).handed_to == "Robin"


def test_a_group_that_has_closed_is_read_and_nothing_more(held: Held) -> None:
    types(held, held.kim, "group", "1", "close", "2026-03-16", "skip", "yes")
    held.clock.set(held.clock.now() + timedelta(days=4))
    heard = types(held, held.kim, "group", "1", "note", "invite", "agreement", "close", "go on")
    assert f"1 {GROUP} [closed]" in heard.said
    assert heard.text.count("This group has closed. Nothing was changed.") == 5


def test_hostile_words_of_a_group_do_nothing(held: Held) -> None:
    typed = ("agreement", HOSTILE, ".", "skip", "skip", "skip", "note", HOSTILE, ".", "notes")
    heard = types(held, held.kim, "group", "1", *typed, "hand over", HOSTILE, "skip", HOSTILE, ".", "yes", "", "list")
    assert "café" in heard.text
    held.visit()
    heard = types(held, held.ana, "my group", "agreement", "notes")
    assert "café" in heard.text
