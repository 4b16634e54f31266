"""Holding a group: its name, what it agreed, notes to it, its end, and handing it on."""

import asyncio
import shutil
from pathlib import Path

import pytest

from journal.domain.shelves import PeerPartnership
from journal.errors import AlreadyThere, BadInput, NotFound
from journal.paths import Home
from journal.use_cases.opening import open_journal
from sync.consent.groups import CHECKLIST, Groups
from sync.consent.words import Words
from sync.errors import NoRoleCard, NotShown, OtherKind, TooLong
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.pairs import Pairs, State
from tests.conftest import PASSPHRASE
from tests.groups.people import CARD, GROUP, YES, Held, Member, Somebody, facilitators_home, join


def test_a_group_has_one_line_for_its_name_and_no_other_has_it(held: Held) -> None:
    for name in ("", "  ", "x" * 81):
        with pytest.raises(BadInput):
            held.groups.create(name, held.via)
    with pytest.raises(AlreadyThere):
        held.groups.create("tuesday  GROUP", held.via)
    assert [group.name for group in held.groups.all()] == [GROUP]
    assert held.groups.group("TUESDAY group").name == GROUP
    with pytest.raises(NotFound):
        held.groups.group("Wednesday group")


def test_the_checklist_names_what_is_still_to_be_written(tmp_path: Path, held: Held) -> None:
    home = facilitators_home(tmp_path / "new", held.clock)
    journal = open_journal(home, PASSPHRASE, held.clock)
    assert Groups(journal).still_to_write() == CHECKLIST
    Groups(journal).write_role_card({"name": "Kim", "limits_of_confidentiality": "…"})
    assert Groups(journal).still_to_write() == CHECKLIST[2:]
    journal.close()


def test_what_a_role_card_or_an_agreement_takes_leaves_room_for_a_note(held: Held) -> None:
    before = held.groups.role_card()
    with pytest.raises(TooLong):
        held.groups.write_role_card(dict.fromkeys(("i_do", "i_do_not", "who_supports_me"), "é" * 1800))
    assert held.groups.role_card() == before
    with pytest.raises(TooLong):
        held.groups.agree(GROUP, dict.fromkeys(("privacy", "when", "why_we_meet"), "é" * 1500))
    with pytest.raises(TooLong):
        held.groups.write_role_card({"i_do": "x" * 2_001})
    with pytest.raises(TooLong):
        held.groups.write_note(GROUP, "\N{GRINNING FACE}" * 1_700)
    assert held.groups.notes(GROUP) == []


def test_notes_that_do_not_fit_wait_and_all_arrive_in_order(held: Held) -> None:
    """Nobody is told that a member has not looked: the note is taken, and goes when there is room."""
    said = [f"{number} " + "é" * 1_900 for number in range(8)]
    for text in said:
        held.groups.write_note(GROUP, text)
    held.visit(12)
    for member in held.members.values():
        assert [letter.text for letter in reversed(Words(member.journal).received())] == said


def test_more_notes_than_a_page_holds_all_arrive(held: Held) -> None:
    for number in range(45):
        held.groups.write_note(GROUP, f"note {number}")
    held.visit(6)
    received = [letter.text for letter in reversed(Words(held.ana.journal).received())]
    assert received == [f"note {number}" for number in range(45)]


def test_what_the_group_agreed_is_seen_by_every_member(held: Held) -> None:
    held.groups.agree(GROUP, {"privacy": "What is said here stays here."})
    held.visit()
    for member in held.members.values():
        seen = member.summaries.facilitator(member.facilitator)
        assert seen.agreement == {"privacy": "What is said here stays here."}
    with pytest.raises(BadInput):
        held.groups.agree(GROUP, {"name": "another"})


def test_nothing_can_be_sent_before_the_role_card_was_seen(held: Held) -> None:
    ana = held.ana
    ana.summaries.write(ana.facilitator, {"what_helps_me": "a walk"})
    with pytest.raises(NotShown):
        ana.summaries.say_yes(ana.summaries.offer(ana.facilitator), YES)
    assert ana.sharing.shares() == []
    ana.read_card()
    rows = ana.sharing.said_yes_to()
    assert [row.event["event"] for row in rows] == ["SHOWN"]
    assert rows[0].is_whole
    ana.read_card()
    assert len(ana.sharing.said_yes_to()) == 1
    ana.summaries.say_yes(ana.summaries.offer(ana.facilitator), YES)


def test_a_role_card_that_has_changed_is_seen_anew_before_the_next_yes(held: Held) -> None:
    ana = held.ana
    ana.share({"what_helps_me": "a walk"})
    held.groups.write_role_card({"limits_of_confidentiality": "Other limits from now on."})
    held.visit()
    seen = ana.summaries.facilitator(ana.facilitator)
    assert seen.role_card is not None
    assert seen.role_card.limits_of_confidentiality == "Other limits from now on."
    assert not seen.is_card_shown
    ana.summaries.write(ana.facilitator, {"what_helps_me": "music"})
    with pytest.raises(NotShown):
        ana.summaries.say_yes(ana.summaries.offer(ana.facilitator), YES)


def test_without_limits_of_confidentiality_there_is_no_role_card_and_nothing_goes(held: Held) -> None:
    held.groups.write_role_card({"limits_of_confidentiality": None})
    held.visit()
    assert held.ana.summaries.facilitator(held.ana.facilitator).role_card is None
    held.ana.summaries.write(held.ana.facilitator, {"what_helps_me": "a walk"})
    with pytest.raises(NoRoleCard):
        held.ana.summaries.offer(held.ana.facilitator)
    with pytest.raises(NoRoleCard):
        held.ana.read_card()


def test_a_group_closes_with_notice_and_is_over_the_day_after(held: Held) -> None:
    held.ana.share({"what_helps_me": "a walk"}, days=60)
    held.groups.close(GROUP, days=10, words="Thank you for coming.")
    held.visit()
    closing = held.ana.summaries.facilitator(held.ana.facilitator).closing
    assert closing is not None
    assert (closing.on, closing.words, closing.handed_to) == ("2026-03-24", "Thank you for coming.", None)
    assert held.ana.summaries.offer(held.ana.facilitator, days=60).expires == "2026-03-24"
    held.days_later(10)
    held.visit()
    assert "Ana" in held.seen()
    held.days_later(1)
    held.visit(5)
    assert held.groups.summaries() == []
    assert {pair.state for pair in Pairs(held.kim.journal.connection).all()} == {State.ENDED}
    assert held.ana.pair.state is State.ENDED
    for deed in (
        lambda: held.groups.write_note(GROUP, "x"),
        lambda: held.groups.close(GROUP),
        lambda: held.groups.go_on(GROUP),
        lambda: held.groups.agree(GROUP, {"privacy": "x"}),
    ):
        with pytest.raises(BadInput):
            deed()


def test_a_page_ends_with_the_group_though_the_facilitator_never_looks_in_again(held: Held) -> None:
    held.ana.share({"what_helps_me": "a walk"}, days=60)
    held.groups.close(GROUP, days=10)
    held.visit()
    held.days_later(11)
    held.ana.visit()
    assert [each.status.value for each in held.ana.sharing.shares()] == ["expired"]


def test_a_group_that_was_to_close_can_go_on(held: Held) -> None:
    held.groups.close(GROUP, days=10)
    held.visit()
    held.groups.go_on(GROUP)
    held.visit()
    assert held.ana.summaries.facilitator(held.ana.facilitator).closing is None
    held.days_later(20)
    held.visit()
    assert held.ana.pair.state is State.ACTIVE


@pytest.mark.parametrize("days", [0, 91, -1])
def test_a_closing_has_a_day_that_gives_notice(held: Held, days: int) -> None:
    with pytest.raises(BadInput):
        held.groups.close(GROUP, days=days)


def test_whoever_holds_the_group_next_gets_nothing_without_a_new_yes_of_each(held: Held, tmp_path: Path) -> None:
    for member in held.members.values():
        member.share({"what_helps_me": f"a walk of {member.name}"})
    held.groups.close(GROUP, days=7, words="Lee holds it next.", handed_to="Lee")
    held.visit()
    closing = held.ana.summaries.facilitator(held.ana.facilitator).closing
    assert closing is not None
    assert closing.handed_to == "Lee"
    home = facilitators_home(tmp_path / "lee", held.clock)
    lee = Somebody("lee", open_journal(home, PASSPHRASE, held.clock), home)
    groups = Groups(lee.journal)
    groups.write_role_card({**CARD, "name": "Lee"})
    groups.create(GROUP, held.via)
    for count, member in enumerate(held.members.values()):
        invited = join(lee, member, GROUP, held.via)
        assert len(groups.summaries()) == count
        new = next(each for each in Pairs(member.journal.connection).all() if each.partner != _old(held, member))
        assert invited
        # One's page for the one before is for them alone.
        assert member.summaries.written(new.partner) is None
        member.summaries.write(new.partner, {"what_helps_me": "music"})
        member.read_card(new.partner)
        member.summaries.say_yes(member.summaries.offer(new.partner), YES)
        member.visit()
        lee.visit()
        assert len(groups.summaries()) == count + 1
    lee.journal.close()


def _old(held: Held, member: Member) -> str:
    pairs = Pairs(held.kim.journal.connection).all()
    slots = {pair.keys.theirs.slot for pair in pairs if pair.root}
    return next(
        pair.partner for pair in Pairs(member.journal.connection).all() if pair.root and pair.keys.mine.slot in slots
    )


def test_a_facilitators_home_joins_nobody(held: Held, template_home: Home, tmp_path: Path) -> None:
    shutil.copytree(template_home.root, tmp_path / "pat")
    pat = Somebody("pat", open_journal(Home(tmp_path / "pat"), PASSPHRASE, held.clock), Home(tmp_path / "pat"))
    invited = Pairing(pat.journal).invite(held.via, my_name="Pat", called="Partner")
    pat.visit()
    from sync.carrying import find_invite

    pairing = Pairing(held.kim.journal)
    found = asyncio.run(find_invite(pairing, " ".join(invited.words), held.via))
    with pytest.raises(OtherKind):
        pairing.join(found.code, found.first, held.via, my_name="Kim", called="Partner")
    pat.journal.close()


def test_unfinished_invites_have_no_name(held: Held) -> None:
    Pairing(held.kim.journal).invite(held.via, my_name=None, called=GROUP, group=GROUP)
    (waiting,) = held.groups.on_their_way()
    assert waiting.group == GROUP
    partners = [each for each in held.kim.journal.things("partner") if isinstance(each, PeerPartnership)]
    assert [each.partner_alias for each in partners] == [GROUP] * 3
    assert Exchange(held.kim.journal).gather()
