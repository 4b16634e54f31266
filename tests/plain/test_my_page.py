"""A member's side in plain lines: joining, who holds the group, and a page that goes after a yes and no sooner."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sync.pairing import Pairing
from sync.records.consents import Status
from tests.groups.people import GROUP, LIMITS, Held
from tests.plain.test_acceptance import HOSTILE
from tests.plain.typed_in_a_group import types
from tui.wording import plain_groups as said
from tui.wording import sharing, together
from tui.wording.my_page import WHAT_A_FACILITATOR_SEES
from tui.wording.summary import NOT_URGENT

MATTERS, SUPPORT, ASKED = "Getting out again", "Sit by the door with me", "Is there a chair for me?"
THREE = (MATTERS, ".", SUPPORT, ".", ASKED, ".")
"""The parts that are asked first, each ended."""
SKIPS = ("skip", "skip", "skip")


def sees(held: Held) -> list[str | None]:
    """What matters, of every page that the facilitator sees now."""
    held.visit()
    return [page.summary.what_matters_to_me_now for page in held.groups.summaries()]


def note_days(held: Held, days: int = 12) -> None:
    """So many days with an answer, and a walk that helped."""
    journal = held.ana.journal
    for _ in range(days):
        blank = journal.blank_check_in()
        journal.record_check_in(replace(blank, mood=5, hope=6), helped=["walk"])
        held.clock.set(held.clock.now() + timedelta(days=1))


# Joining, and who holds the group


def test_somebody_joins_a_group_with_the_words_of_its_facilitator(held: Held) -> None:
    Pairing(held.sam.journal).end(held.sam.facilitator)
    held.visit()
    invited = Pairing(held.kim.journal).invite(held.via, my_name=None, called=GROUP, group=GROUP)
    held.kim.visit()
    heard = types(held, held.sam, "join", str(held.folder), " ".join(invited.words), "yes", "Sam")
    assert f"It is for the group {GROUP}." in heard.text
    assert WHAT_A_FACILITATOR_SEES in heard.said
    assert together.JOINED in heard.said
    for _ in range(3):
        held.kim.visit()
        held.sam.visit()
    four = Pairing(held.kim.journal).words(invited.partner)[1]
    Pairing(held.kim.journal).say_match(invited.partner, four)
    heard = types(held, held.sam, "my group", "compare", "they match")
    assert " ".join(four) in heard.said
    held.visit()
    assert f"Kim holds your group, {GROUP}." in types(held, held.sam, "my group").said


def test_who_holds_the_group_is_among_the_partners_too(held: Held) -> None:
    heard = types(held, held.ana, "partners", "1", "who they are")
    assert f"Kim holds your group, {GROUP}." in heard.said
    assert heard.text.index(LIMITS) < heard.text.index(NOT_URGENT)
    assert "your part of what you agreed" not in heard.text


def test_somebody_in_no_group_is_told_how_to_join_one(held: Held) -> None:
    Pairing(held.ana.journal).end(held.ana.facilitator)
    held.visit()
    heard = types(held, held.ana, "my page", "my group")
    assert heard.said.count(said.NO_GROUP) == 2


def test_words_of_a_facilitator_are_messages_too(held: Held) -> None:
    held.groups.write_note(GROUP, "We meet at six.")
    held.visit()
    heard = types(held, held.ana, "messages", "keep", "1")
    assert "14 Mar 2026, Kim: We meet at six." in heard.said
    assert sharing.KEPT_WORDS in heard.said
    assert "We meet at six." in types(held, held.ana, "hard day").text


# The page


def test_three_questions_then_exactly_what_goes_then_a_typed_yes(held: Held) -> None:
    heard = types(held, held.ana, "my page", *THREE, "", "", "yes")
    text = heard.text
    asked = [text.index(one) for one in ("What matters to me now", "Support I would like", "A question for you")]
    shown = text.index("Kim will see exactly:")
    assert [*asked, text.index(LIMITS), shown, text.index("“yes” shares it.")] == sorted(
        [*asked, text.index(LIMITS), shown, text.index("“yes” shares it.")]
    )
    assert "  Written and chosen by Ana on Saturday 14 March 2026." in text
    assert "Your name goes with it: Ana" in heard.said
    assert NOT_URGENT in heard.said
    assert said.PAGE_SHARED.format(until="Monday 13 April 2026") in heard.said
    assert sees(held) == [MATTERS]
    assert held.ana.journal.drafts() == []
    (consent,) = held.ana.sharing.shares()
    assert consent.said_with == "yes"
    assert MATTERS in consent.statement
    assert "I choose to share this page" in consent.statement


@pytest.mark.parametrize("typed", ["", "y", "no", "ja"])
def test_anything_but_a_yes_keeps_it_here(held: Held, typed: str) -> None:
    heard = types(held, held.ana, "my page", *THREE, "", "", typed)
    assert together.KEPT_PRIVATE in heard.said
    assert sees(held) == []
    written = held.ana.summaries.written(held.ana.facilitator)
    assert written is not None
    assert written.questions_for_you == ASKED


def test_every_part_can_stay_blank_and_then_there_is_nothing_to_share(held: Held) -> None:
    heard = types(held, held.ana, "my page", *SKIPS, "")
    assert "There are no words on this page yet." in heard.said
    assert LIMITS not in heard.text


def test_the_role_card_is_shown_once_and_again_when_it_has_changed(held: Held) -> None:
    types(held, held.ana, "my page", *THREE, "", "", "yes")
    assert LIMITS not in types(held, held.ana, "my page", *SKIPS, "", "no").text
    types(held, held.kim, "about me", "change", "2", "I tell our manager.", ".", "")
    held.visit()
    heard = types(held, held.ana, "my page", *SKIPS, "", "", "no")
    assert "I tell our manager." in heard.text
    assert held.ana.summaries.facilitator(held.ana.facilitator).is_card_shown


def test_whoever_goes_back_from_the_role_card_was_not_shown_it(held: Held) -> None:
    types(held, held.ana, "my page", *THREE, "", "back")
    assert not held.ana.summaries.facilitator(held.ana.facilitator).is_card_shown


def test_without_a_role_card_nothing_can_be_sent(held: Held) -> None:
    types(held, held.kim, "about me", "change", "2", "clear", "")
    held.visit()
    heard = types(held, held.ana, "my page", *THREE, "", "my group")
    assert "They have not said yet when they would tell others. Nothing can be sent before that." in heard.said
    assert said.NO_CARD_YET in heard.said


def test_another_last_day_is_chosen_and_none_over_90_days(held: Held) -> None:
    typed = ("until", "6", "2026-09-01", "soon", "2026-05-01", "yes")
    heard = types(held, held.ana, "my page", *THREE, "", "", *typed)
    assert "A page is shared for 1 to 90 days, and for no longer without a new yes." in heard.said
    (consent,) = held.ana.sharing.shares()
    assert consent.expires == "2026-05-01"


def test_a_last_day_on_the_page_that_has_gone_by_is_no_day_to_offer(held: Held) -> None:
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": MATTERS, "valid_until": "2026-03-20"})
    held.days_later(10)
    heard = types(held, held.ana, "my page", *SKIPS, "", "", "yes")
    assert said.PAGE_SHARED.format(until="Thursday 23 April 2026") in heard.said


def test_the_rest_is_opened_where_it_is_wanted(held: Held) -> None:
    typed = ("5", "No advice, please.", ".", "what helps me", "Walks", ".", "8", "2", "")
    types(held, held.ana, "my page", *SKIPS, *typed, "", "yes")
    held.visit()
    (page,) = held.groups.summaries()
    assert (page.summary.please_know, page.summary.what_helps_me) == ("No advice, please.", "Walks")
    assert page.summary.may_print


def test_goals_are_chosen_goal_by_goal_and_part_by_part(held: Held) -> None:
    journal = held.ana.journal
    goal = journal.add_goal("Get out most days", values={"why_it_matters": "the flat is quiet"})
    journal.add_goal("Call my sister")
    journal.add_step(goal.id, "ask Priya along")
    heard = types(held, held.ana, "my page", *SKIPS, "goals", "get out most days", "1, 4", "", "", "yes")
    assert "what makes it matter" in heard.text
    held.visit()
    (page,) = held.groups.summaries()
    (shared,) = page.summary.goals
    assert (shared.title, shared.why_it_matters) == ("Get out most days", None)
    assert shared.next_step is not None
    assert "the flat is quiet" not in heard.text[heard.text.index("Kim will see exactly:") :]
    heard = types(held, held.ana, "my page", *SKIPS, "goals", "none of them any more", "list", "")
    assert "On the page now: Get out most days." in heard.said


def test_a_goal_without_a_chosen_part_is_not_on_the_page(held: Held) -> None:
    held.ana.journal.add_goal("Get out most days")
    types(held, held.ana, "my page", *THREE, "goals", "1", "skip", "", "", "yes")
    held.visit()
    (page,) = held.groups.summaries()
    assert page.summary.goals == ()


def test_sentences_of_the_look_back_are_taken_one_by_one_or_put_in_other_words(held: Held) -> None:
    note_days(held)
    rest = ("from my look back", "yes", "", "in other words", "Walks help me, mostly.", "")
    heard = types(held, held.ana, "my page", *SKIPS, *rest, "", "yes")
    held.visit()
    (page,) = held.groups.summaries()
    first, walks = page.summary.look_back_lines
    assert first in heard.said
    assert walks == "Walks help me, mostly."
    heard = types(held, held.ana, "my page", *SKIPS, "from my look back", "no", "", "", "", "", "")
    assert said.STAYS_ON_IT in heard.text


def test_no_sentence_is_offered_of_too_few_notes(held: Held) -> None:
    heard = types(held, held.ana, "my page", *SKIPS, "from my look back", "")
    assert said.NOTHING_TO_OFFER in heard.said


def test_a_page_that_was_begun_is_found_again(held: Held) -> None:
    types(held, held.ana, "my page", MATTERS)
    heard = types(held, held.ana, "drafts", "1", "1", "", "", "", "", "", "yes")
    assert f"What matters to me now: {MATTERS}" in heard.said
    assert sees(held) == [MATTERS]
    assert held.ana.journal.drafts() == []


def test_what_was_begun_for_somebody_who_is_gone_becomes_a_page_of_the_journal(held: Held) -> None:
    types(held, held.ana, "my page", MATTERS)
    Pairing(held.ana.journal).end(held.ana.facilitator)
    held.visit()
    types(held, held.ana, "drafts", "1", "1", "")
    (draft,) = held.ana.journal.drafts()
    assert draft.kind == "entry"
    assert MATTERS in draft.body


def test_back_from_the_rest_leads_to_the_questions(held: Held) -> None:
    heard = types(held, held.ana, "my page", *SKIPS, "back", MATTERS, ".", "skip", "skip", "", "", "yes")
    assert said.PAGE_SHARED.format(until="Monday 13 April 2026") in heard.said
    assert sees(held) == [MATTERS]


# What is shared


@pytest.fixture
def shared(held: Held) -> Held:
    """Ana shares a page, and it is there."""
    held.ana.share({"what_matters_to_me_now": MATTERS})
    held.visit()
    return held


def test_the_list_of_what_is_shared_has_it_and_says_exactly_what_they_see(shared: Held) -> None:
    heard = types(shared, shared.ana, "shared", "1")
    assert "1 the page you wrote for them · Kim · shared · Monday 13 April 2026" in heard.said
    assert f"  What matters to me now\n  {MATTERS}" in heard.text


def test_it_is_paused_goes_on_and_is_stopped_without_a_reason(shared: Held) -> None:
    assert together.PAUSED in types(shared, shared.ana, "shared", "1", "pause").said
    assert sees(shared) == []
    assert together.RESUMED in types(shared, shared.ana, "my group", "pause").said
    assert sees(shared) == [MATTERS]
    heard = types(shared, shared.ana, "my group", "stop", "list")
    assert "Kim sees no page of yours." in heard.said
    assert sees(shared) == []
    assert [consent.status for consent in shared.ana.sharing.shares()] == [Status.STOPPED]


def test_everything_is_paused_at_once(shared: Held) -> None:
    heard = types(shared, shared.ana, "shared", "pause all")
    assert together.PAUSED_ALL in heard.said
    assert sees(shared) == []


def test_changed_words_wait_for_a_yes_of_their_own(shared: Held) -> None:
    types(shared, shared.ana, "my page", "Sitting still", ".", "skip", "skip", "", "no")
    assert sees(shared) == [MATTERS]
    heard = types(shared, shared.ana, "my group", "share", "yes")
    assert said.CHANGED_HERE in heard.said
    assert sees(shared) == ["Sitting still"]


def test_new_words_are_sent_from_the_list_too(shared: Held) -> None:
    shared.ana.summaries.write(shared.ana.facilitator, {"what_matters_to_me_now": "Sitting still"})
    heard = types(shared, shared.ana, "shared", "1", "new words", "yes")
    assert sharing.NEW_WORDS_WAIT.format(name="Kim") in heard.said
    assert sees(shared) == ["Sitting still"]


def test_new_words_go_until_the_same_day(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS}, days=10)
    held.days_later(2)
    held.ana.summaries.write(held.ana.facilitator, {"what_matters_to_me_now": "Sitting still"})
    types(held, held.ana, "shared", "1", "new words", "yes")
    assert [consent.expires for consent in held.ana.sharing.shares()] == ["2026-03-24"]


def test_a_draft_says_which_parts_of_a_goal_and_no_id(held: Held) -> None:
    goal = held.ana.journal.add_goal("Get out most days")
    types(held, held.ana, "my page", *SKIPS, "goals", "1", "1, 2")
    heard = types(held, held.ana, "drafts", "1")
    assert "Goals: the title, where it stands" in heard.text
    assert goal.id not in heard.text


def test_an_answer_says_that_it_is_about_the_page(shared: Held) -> None:
    shared.groups.reply("Ana", "There is a chair.")
    shared.visit()
    heard = types(shared, shared.ana, "my group")
    assert "14 Mar 2026, Kim, about the page you wrote for them: There is a chair." in heard.text


def test_a_page_is_put_out_of_sight_and_stops_after_that_was_said(shared: Held) -> None:
    heard = types(shared, shared.ana, "my group", "delete page", "no", "delete page", "yes")
    assert sharing.LEFT_AS_IT_IS in heard.said
    assert "Out of sight. “undo” brings it back, for 30 days." in heard.said
    assert sees(shared) == []
    assert said.NO_PAGE.format(name="Kim") in types(shared, shared.ana, "my group", "delete page").said
    types(shared, shared.ana, "undo")
    assert sees(shared) == []


def test_what_erasing_ends_is_said_before_it(shared: Held) -> None:
    heard = types(shared, shared.ana, "my group", "erase page", "no", "")
    assert "This is shared with Kim. Erasing it stops that at the next look." in heard.said
    assert sees(shared) == [MATTERS]


def test_hostile_words_on_ones_own_page_do_nothing(held: Held) -> None:
    heard = types(held, held.ana, "my page", HOSTILE, ".", HOSTILE, ".", HOSTILE, ".", "", "", "yes")
    assert "café" in heard.text
