"""Stopped, paused, over: gone from the facilitator's screen and file at the next meeting or unlock, all alike.

Acceptance 7 and 8; security brief, h: C2, C4.
"""

import gc
from collections.abc import Callable
from datetime import timedelta

import pytest

from sync.consent.group_pages import goal_line
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.records.consents import Consent
from sync.records.notes import Notes
from sync.records.pairs import Pairs
from sync.records.views import let_go_of_past
from tests.consent.unlocked_pages import pages_of_journal
from tests.groups.people import GROUP, Held
from tests.groups.watched import everything_in, pair_with

HERS = "getting-out-again-on-tuesdays"


def shared(held: Held) -> Consent:
    consent = held.ana.share({"what_matters_to_me_now": HERS, "questions_for_you": f"{HERS}?"})
    held.visit()
    assert HERS in everything_in(held.kim.journal.connection)
    return consent


def stop(held: Held, consent: Consent) -> None:
    held.ana.sharing.stop(consent.id)


def pause(held: Held, consent: Consent) -> None:
    held.ana.sharing.pause(consent.id)


def pause_all(held: Held, _consent: Consent) -> None:
    held.ana.sharing.pause_all()


def expire(held: Held, _consent: Consent) -> None:
    held.days_later(31)


WAYS = (stop, pause, pause_all, expire)


@pytest.mark.parametrize("way", WAYS)
def test_acceptance_8_what_is_not_shared_any_more_is_nowhere_in_the_facilitators_file(
    held: Held, way: Callable[[Held, Consent], None]
) -> None:
    consent = shared(held)
    held.groups.open_summary("Ana")
    held.groups.reply("Ana", "an-answer-that-names-tuesdays")
    held.visit()
    way(held, consent)
    held.visit()
    assert held.groups.summaries() == []
    found = everything_in(held.kim.journal.connection)
    assert HERS not in found
    assert "Ana" not in found
    assert "an-answer-that-names-tuesdays" not in found
    # Nor in any page of the file, free ones and what an index left behind among them.
    pages = pages_of_journal(held.kim.home)
    assert GROUP.encode() in pages
    for word in (HERS, '"Ana"', "an-answer-that-names-tuesdays"):
        assert word.encode() not in pages


def test_acceptance_7_and_8_paused_stopped_and_expired_leave_the_same_behind(held: Held) -> None:
    """What the facilitator sees and stores for the three is the same, and the same as of who never shared."""
    seen = []
    for way in WAYS:
        consent = shared(held)
        held.groups.open_summary("Ana")
        way(held, consent)
        held.visit()
        for each in held.ana.sharing.shares():
            if each.is_live:
                held.ana.sharing.stop(each.id)
        held.visit()
        pair = pair_with(held, held.ana)
        # A random id and two bytes, whichever way it went.
        assert pair.summary_read is not None
        assert len(pair.summary_read) == 18
        seen.append((pair.view, held.groups.summaries()))
    assert len({str(each) for each in seen}) == 1
    assert seen[0][0] == pair_with(held, held.sam).view


def test_acceptance_8_a_page_that_is_over_goes_at_unlock_though_nobody_was_met(held: Held) -> None:
    shared(held)
    held.groups.open_summary("Ana")
    held.days_later(31)
    let_go_of_past(held.kim.journal.connection, held.kim.journal.moment().for_date)
    found = everything_in(held.kim.journal.connection)
    assert HERS not in found
    assert "Ana" not in found


def test_acceptance_8_nothing_that_is_reached_in_memory_holds_it_after_the_meeting(held: Held) -> None:
    hers = "-".join(("words", "made", str(held.clock.now().year)))
    stopped = held.ana.share({"what_matters_to_me_now": hers}).id
    held.visit()
    received = held.groups.open_summary("Ana")
    assert received.summary.what_matters_to_me_now == hers
    assert holders_of(hers)
    held.ana.sharing.stop(stopped)
    held.visit()
    del received
    assert holders_of(hers) == []


def holders_of(words: str) -> list[str]:
    """What in this process leads to a text with these words, but for what asks."""
    gc.collect()
    told, found = words.encode(), []
    for each in gc.get_objects():
        # A dictionary of mere texts is not among the objects: it is found by way of what holds it.
        inner = gc.get_referents(each)
        inner += [
            one for kept in inner if isinstance(kept, dict | tuple) and not gc.is_tracked(kept) for one in _in(kept)
        ]
        if any(one is not words and one is not told and _says(one, words, told) for one in inner):
            found.append(type(each).__name__)
    return found


def _in(kept: dict[object, object] | tuple[object, ...]) -> list[object]:
    return list(kept.values()) if isinstance(kept, dict) else list(kept)


def _says(inner: object, words: str, told: bytes) -> bool:
    return (type(inner) is str and words in inner) or (type(inner) is bytes and told in inner)


def test_the_answers_to_a_page_that_goes_on_stay(held: Held) -> None:
    shared(held)
    held.groups.reply("Ana", "There is a chair for you.")
    held.visit()
    assert [letter.text for letter in held.groups.replies("Ana")] == ["There is a chair for you."]


def test_an_answer_that_is_on_its_way_arrives_though_the_page_has_stopped(held: Held) -> None:
    consent = shared(held)
    held.groups.reply("Ana", "There is a chair for you.")
    held.kim.visit()
    held.ana.sharing.stop(consent.id)
    held.visit()
    assert [letter.text for letter in Words(held.ana.journal).received()] == ["There is a chair for you."]
    assert "There is a chair" not in everything_in(held.kim.journal.connection)


def test_numbers_of_answers_go_on_after_their_words_are_gone(held: Held) -> None:
    """Else the next words would have a number that the person has already, and never arrive."""
    consent = shared(held)
    held.groups.reply("Ana", "one")
    held.visit()
    held.ana.sharing.stop(consent.id)
    held.visit()
    held.groups.write_note(GROUP, "two")
    held.visit()
    assert [letter.text for letter in Words(held.ana.journal).received()] == ["two", "one"]


def test_new_is_said_of_a_page_that_was_not_opened_and_of_new_words(held: Held) -> None:
    shared(held)
    assert held.groups.summary("Ana").is_new
    held.groups.open_summary("Ana")
    assert not held.groups.summary("Ana").is_new
    held.ana.share({"what_matters_to_me_now": "Something else"})
    held.visit()
    assert held.groups.summary("Ana").is_new


def test_a_page_that_was_paused_and_goes_on_is_not_new(held: Held) -> None:
    """Else it would tell whoever has read it that it was away."""
    consent = shared(held)
    held.groups.open_summary("Ana")
    pause(held, consent)
    held.visit()
    held.ana.sharing.resume(consent.id)
    held.visit()
    assert not held.groups.summary("Ana").is_new


def test_changed_words_stay_here_until_a_new_yes(held: Held) -> None:
    consent = shared(held)
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": "other words"})
    held.visit()
    assert held.ana.summaries.has_new_words(consent)
    assert held.groups.summary("Ana").summary.what_matters_to_me_now == HERS


def test_paused_it_goes_on_with_the_words_that_were_said_yes_to(held: Held) -> None:
    consent = shared(held)
    pause(held, consent)
    held.visit()
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": "other words"})
    held.ana.sharing.resume(consent.id)
    held.visit()
    assert held.groups.summary("Ana").summary.what_matters_to_me_now == HERS


@pytest.mark.parametrize("deed", ["delete", "erase"])
def test_a_page_ends_whole_when_a_goal_on_it_is_deleted_or_erased(held: Held, deed: str) -> None:
    journal = held.ana.journal
    goal = journal.add_goal(HERS)
    held.ana.share({"what_helps_me": "a walk", "goals": [goal_line(goal.id, ["title"])]})
    held.visit()
    assert held.groups.summary("Ana").summary.goals
    journal.delete(goal.id) if deed == "delete" else journal.erase(journal.what_goes(goal.id))
    held.visit()
    assert held.groups.summaries() == []
    assert [each.status.value for each in held.ana.sharing.shares()] == ["stopped"]
    if deed == "erase":
        assert HERS not in everything_in(journal.connection)


def test_erasing_a_page_ends_it_and_leaves_none_of_its_words(held: Held) -> None:
    consent = shared(held)
    assert consent.goal is not None
    held.ana.journal.erase(held.ana.journal.what_goes(consent.goal))
    held.visit()
    assert held.groups.summaries() == []
    assert HERS not in everything_in(held.ana.journal.connection)


def test_ending_it_as_a_member_takes_the_page_away(held: Held) -> None:
    shared(held)
    held.ana.journal.set_partner_status(held.ana.facilitator, "active")
    from sync.pairing import Pairing

    Pairing(held.ana.journal).end(held.ana.facilitator)
    held.visit()
    assert HERS not in everything_in(held.kim.journal.connection)


def test_a_stop_offline_holds_though_the_facilitator_was_away_for_long(held: Held) -> None:
    consent = shared(held)
    stop(held, consent)
    held.ana.visit()
    held.clock.set(held.clock.now() + timedelta(days=20))
    held.kim.visit()
    assert held.groups.summaries() == []


def test_a_copy_of_either_home_holds_no_live_page(held: Held, tmp_path: object) -> None:
    """A restore never brings back what was taken back: the copy is without it from the start."""
    from journal.store.unshared import leave_sharing_out

    shared(held)
    for each in (held.ana, held.kim):
        leave_sharing_out(each.journal.connection)
    assert HERS not in everything_in(held.kim.journal.connection)
    assert [each for each in Sharing(held.ana.journal).shares() if each.is_live] == []
    pairs = Pairs(held.kim.journal.connection).all()
    assert [(pair.group_name, pair.root, pair.view) for pair in pairs] == [(GROUP, None, None)] * 2


def test_the_numbers_of_emptied_words_are_kept(held: Held) -> None:
    held.groups.write_note(GROUP, "We meet at six.")
    held.visit()
    notes = Notes(held.kim.journal.connection)
    held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    assert [letter.text for letter in notes.written(held.id_of(held.ana))] == [""]
    assert [note.text for note in held.groups.notes(GROUP)] == ["We meet at six."]
