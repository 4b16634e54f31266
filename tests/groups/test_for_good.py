"""What was erased, deleted, closed or over leaves nothing behind on the facilitator's side, and nothing on its way."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import AlreadyThere, BadInput
from journal.store.checking import row_counts
from journal.store.transaction import transaction
from journal.store.unshared import leave_sharing_out
from journal.use_cases.opening import open_journal
from sync.consent.group_pages import goal_line
from sync.consent.groups import Groups
from sync.consent.summaries import Summaries
from sync.consent.words import Words
from sync.errors import NotForThem
from sync.records.pairs import Pairs, State
from sync.records.views import let_go_of_past
from tests.conftest import PASSPHRASE
from tests.groups.people import CARD, GROUP, YES, Held
from tests.groups.watched import everything_in, pair_with, write_as


def unlock(held: Held) -> None:
    """What every unlock does."""
    journal = held.kim.journal
    let_go_of_past(journal.connection, journal.moment().for_date)


def test_a_note_that_is_erased_before_anybody_took_it_in_never_goes(held: Held) -> None:
    note = held.groups.write_note(GROUP, "erased-in-time")
    held.groups.write_note(GROUP, "this one stays")
    journal = held.kim.journal
    journal.erase(journal.what_goes(note.id))
    assert "erased-in-time" not in everything_in(journal.connection)
    held.visit()
    for member in held.members.values():
        assert [letter.text for letter in Words(member.journal).received()] == ["this one stays"]


@pytest.mark.parametrize("what", ["page", "goal"])
def test_what_was_deleted_and_brought_back_is_not_shared_again(held: Held, what: str) -> None:
    ana = held.ana
    goal = ana.journal.add_goal("Get out most days")
    consent = ana.share({"what_helps_me": "a walk", "goals": [goal_line(goal.id, ["title"])]})
    held.visit()
    ana.journal.delete(goal.id if what == "goal" else str(consent.goal))
    assert [each.status.value for each in ana.sharing.shares()] == ["stopped"]
    ana.journal.undo()
    held.visit()
    assert held.groups.summaries() == []
    assert [row.event["event"] for row in ana.sharing.said_yes_to()][-2:] == ["STOP", "SEEN"]
    assert all(row.is_whole for row in ana.sharing.said_yes_to())


def test_a_page_goes_with_its_group_at_unlock(held: Held) -> None:
    held.ana.share({"what_helps_me": "by-the-river"})
    held.visit()
    held.groups.close(GROUP, days=2)
    held.days_later(4)
    assert held.groups.summaries() == []
    unlock(held)
    found = everything_in(held.kim.journal.connection)
    assert "by-the-river" not in found
    assert "Ana" not in found


def test_a_yes_to_a_look_from_before_the_closing_came_is_none(held: Held) -> None:
    ana = held.ana
    ana.summaries.write(ana.facilitator, {"what_helps_me": "a walk"})
    ana.read_card()
    offer = ana.summaries.offer(ana.facilitator, 30)
    held.groups.close(GROUP, days=2)
    held.visit()
    with pytest.raises(BadInput):
        ana.summaries.say_yes(offer, YES)
    assert ana.summaries.offer(ana.facilitator, 30).expires == "2026-03-16"


def test_until_when_is_said_as_it_is_once_a_group_closes(held: Held) -> None:
    consent = held.ana.share({"what_helps_me": "a walk"}, days=30)
    held.visit()
    held.groups.open_summary("Ana")
    held.groups.close(GROUP, days=2)
    assert held.groups.summary("Ana").summary.until == "2026-03-16"
    held.visit()
    assert [each.expires for each in held.ana.sharing.shares()] == ["2026-03-16"]
    assert not held.groups.summary("Ana").is_new
    assert consent.expires == "2026-04-13"


def test_a_closing_in_the_past_breaks_nothing(held: Held) -> None:
    held.ana.share({"what_helps_me": "a walk"}, days=30)
    held.visit()
    closed = {"role_card": {"limits_of_confidentiality": "none"}, "closing": {"on": "2020-01-01"}}
    write_as(held.kim, pair_with(held, held.ana), {"confirmed": True, **closed})
    held.ana.visit()
    assert [each.expires for each in held.ana.sharing.shares()] == ["2026-03-14"]
    with pytest.raises(BadInput):
        held.ana.summaries.offer(held.ana.facilitator)


def test_a_name_that_changes_on_the_role_card_changes_with_the_members_but_not_what_they_chose(held: Held) -> None:
    sam = held.sam.journal
    sam.change(held.sam.facilitator, {"partner_alias": "my facilitator"})
    held.groups.write_role_card({"name": "Kim Lee"})
    held.visit()
    assert held.ana.journal.partner(held.ana.facilitator).partner_alias == "Kim Lee"
    assert sam.partner(held.sam.facilitator).partner_alias == "my facilitator"


def test_an_export_of_the_home_holds_no_answer_that_was_begun(held: Held, tmp_path: Path) -> None:
    from journal.domain.draft_kinds import message
    from journal.use_cases.leaving import export_json

    held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    journal, received = held.kim.journal, held.groups.summary("Ana")
    place = message(received.member, received.summary.id)
    journal.keep_draft(replace(journal.blank_page(), kind=place.kind, item_id=place.item_id, body="half-an-answer"))
    export_json(journal, tmp_path / "all.json")
    written = (tmp_path / "all.json").read_text(encoding="utf-8")
    assert CARD["limits_of_confidentiality"] in written
    assert "half-an-answer" not in written
    assert received.member not in written
    leave_sharing_out(journal.connection)
    assert "half-an-answer" not in everything_in(journal.connection)


def test_how_many_have_joined_is_counted_nowhere(held: Held) -> None:
    held.visit()
    assert row_counts(held.kim.journal.connection) == {
        "peer_group": 1, "role_card": 1, "group_note": 0, "draft": 0,
    }  # fmt: skip


def test_an_answer_that_nobody_can_take_in_any_more_goes(held: Held) -> None:
    held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    held.groups.reply("Ana", "an-answer-to-a-walk")
    from sync.pairing import Pairing

    Pairing(held.ana.journal).end(held.ana.facilitator)
    held.ana.visit()
    for _ in range(3):
        held.kim.visit()
        held.ana.visit()
    unlock(held)
    held.kim.visit()
    assert pair_with(held, held.sam).state is State.ACTIVE
    assert "an-answer-to-a-walk" not in everything_in(held.kim.journal.connection)


def test_a_copy_of_the_home_holds_no_answer(held: Held) -> None:
    held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    held.groups.reply("Ana", "an-answer-to-a-walk")
    leave_sharing_out(held.kim.journal.connection)
    assert "an-answer-to-a-walk" not in everything_in(held.kim.journal.connection)


def test_words_begun_about_a_page_go_with_it(held: Held) -> None:
    from journal.domain.draft_kinds import message

    consent = held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    journal, received = held.kim.journal, held.groups.summary("Ana")
    place = message(received.member, received.summary.id)
    begun = replace(journal.blank_page(), kind=place.kind, item_id=place.item_id, body="half-an-answer")
    journal.keep_draft(begun)
    held.visit()
    assert "half-an-answer" in everything_in(journal.connection)
    held.ana.sharing.stop(consent.id)
    held.visit()
    assert "half-an-answer" not in everything_in(journal.connection)


def test_a_page_goes_for_good_with_the_facilitator_it_is_for(held: Held) -> None:
    journal = held.ana.journal
    held.ana.share({"what_helps_me": "by-the-river"})
    held.visit()
    journal.erase(journal.what_goes(held.ana.facilitator))
    assert "by-the-river" not in everything_in(journal.connection)
    assert journal.things("summary") == []


def test_erasing_a_group_ends_it_and_another_of_its_name_is_another(held: Held) -> None:
    held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    journal, (group,) = held.kim.journal, held.groups.all()
    journal.erase(journal.what_goes(group.id))
    assert held.groups.summaries() == []
    with pytest.raises(AlreadyThere):
        held.groups.create(GROUP, held.via)
    held.visit(5)
    held.groups.create(GROUP, held.via)
    held.groups.write_note(GROUP, "to nobody yet")
    held.visit()
    assert held.groups.summaries() == []
    assert {pair.state for pair in Pairs(journal.connection).all()} == {State.ENDED}
    assert Words(held.ana.journal).received() == []


def test_groups_that_look_alike_are_one(held: Held) -> None:
    for name in ("Tuesday\u200b group", "Tuesday group\u200f"):
        with pytest.raises(AlreadyThere):
            held.groups.create(name, held.via)
    with pytest.raises(BadInput):
        held.groups.create("Tuesday\x1b[31m", held.via)


@pytest.mark.parametrize("name", ["Ana\nSam", "Ana\u2028Sam", "Ana\rSam"])
def test_a_name_of_several_lines_is_no_name(held: Held, name: str) -> None:
    summary = {"id": "a" * 32, "group": GROUP, "written_on": "2026-03-14", "until": "2026-04-13", "what_helps_me": "w"}
    write_as(held.ana, held.ana.pair, {"confirmed": True, "name": name, "summary": summary})
    held.kim.visit()
    assert held.groups.summaries() == []
    assert pair_with(held, held.ana).unreadable == 1


def test_a_name_without_a_page_is_refused(held: Held) -> None:
    write_as(held.ana, held.ana.pair, {"confirmed": True, "name": "Ana"})
    held.kim.visit()
    assert "Ana" not in everything_in(held.kim.journal.connection)
    assert pair_with(held, held.ana).unreadable == 1


@pytest.mark.parametrize("written_on", ["2026-03-17", "2031-01-01"])
def test_a_page_from_the_days_to_come_is_not_taken_in(held: Held, written_on: str) -> None:
    until = written_on[:4] + "-03-30"
    summary = {"id": "a" * 32, "group": GROUP, "written_on": written_on, "until": until, "what_helps_me": "too-early"}
    write_as(held.ana, held.ana.pair, {"confirmed": True, "name": "Ana", "until": until, "summary": summary})
    held.kim.visit()
    assert held.groups.summaries() == []
    assert "too-early" not in everything_in(held.kim.journal.connection)


def test_a_role_card_that_cannot_travel_keeps_nobody_from_being_met(held: Held) -> None:
    """One that an edited archive brought: a stop is taken in all the same."""
    consent = held.ana.share({"what_helps_me": "by-the-river"})
    held.visit()
    connection = held.kim.journal.connection
    with transaction(connection):
        connection.execute("UPDATE role_card SET i_do = ?", ("x" * 5_000,))
    held.ana.sharing.stop(consent.id)
    held.visit()
    assert held.groups.summaries() == []
    assert "by-the-river" not in everything_in(connection)


def test_two_who_begin_one_page_at_once_begin_one(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is told, and its words are not hidden behind the first's."""
    other = open_journal(held.ana.home, PASSPHRASE, held.clock)
    first, second = held.ana.summaries, Summaries(other)
    # As where both had looked before either wrote.
    monkeypatch.setattr(second, "written", lambda _partner: None)
    first.write(held.ana.facilitator, {"what_helps_me": "a walk"})
    with pytest.raises(BadInput, match="just now"):
        second.write(held.ana.facilitator, {"what_helps_me": "music"})
    other.close()
    assert len(held.ana.journal.things("summary")) == 1


def test_two_who_begin_one_role_card_at_once_begin_one(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    """As above: the first look saw none."""
    other = open_journal(held.kim.home, PASSPHRASE, held.clock)
    groups = Groups(other)
    seen = iter([None])
    real = groups.role_card
    monkeypatch.setattr(groups, "role_card", lambda: next(seen, real()))
    with pytest.raises(BadInput, match="just now"):
        groups.write_role_card(CARD)
    other.close()
    assert len(held.kim.journal.things("role_card")) == 1


def test_an_agreement_of_ones_own_does_not_go_to_a_facilitator(held: Held) -> None:
    with pytest.raises(NotForThem):
        Words(held.ana.journal).agree(held.ana.facilitator, {"privacy": "p"})


def test_a_day_on_the_page_that_has_gone_by_is_no_wish_for_today(held: Held) -> None:
    ana = held.ana
    ana.summaries.write(ana.facilitator, {"what_helps_me": "a walk", "valid_until": "2026-03-20"})
    assert ana.summaries.offer(ana.facilitator).expires == "2026-03-20"
    held.clock.set(held.clock.now() + timedelta(days=10))
    assert ana.summaries.offer(ana.facilitator).expires == "2026-04-23"
