"""A facilitator's client that asks for everything gets what was said yes to; a page that reaches too far is no page.

Threat model, "Facilitator over-reach"; issue: the member's side alone against a client that asks for everything.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.goal import Goal
from sync.consent.group_pages import SUMMARY_FIELDS, goal_line
from sync.consent.offer import SHAREABLE
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.errors import NotForThem
from sync.records.pairs import Pairs
from tests.groups.people import CARD, GROUP, Held, Member
from tests.groups.watched import everything_in, pair_with, plaintexts, said_in, write_as

PRIVATE = "never-to-leave"


def fill(member: Member) -> Goal:
    """Words in every part of a journal that has words, each one marked; a goal."""
    journal = member.journal
    goal = journal.add_goal(f"{PRIVATE} title")
    journal.change(
        goal.id, {name: f"{PRIVATE} {name}" for name in ("why_it_matters", "how_id_like_support", "barriers")}
    )
    journal.change(goal.id, {name: [f"{PRIVATE} {name}"] for name in ("ways", "strengths_used", "people_who_help")})
    journal.add_step(goal.id, f"{PRIVATE} step")
    journal.reflect_on_goal(goal.id, f"{PRIVATE} reflection")
    journal.record_check_in(
        replace(journal.blank_check_in(), mood=1, note=f"{PRIVATE} note"), helped=[f"{PRIVATE} walk"]
    )
    journal.write_page(replace(journal.blank_page(), title=f"{PRIVATE} head", body=f"{PRIVATE} page"))
    journal.reflect_on_session({"gave": f"{PRIVATE} gave", "group_name": f"{PRIVATE} group"})
    journal.add_thing("tool", {"name": f"{PRIVATE} tool", "how_to": f"{PRIVATE} how"})
    journal.add_thing("strength", {"text": f"{PRIVATE} strength"})
    journal.add_thing("person", {"alias": f"{PRIVATE} person", "contact": f"{PRIVATE} contact"})
    journal.add_thing("week", {"label": f"{PRIVATE} week"})
    journal.add_thing("story", {"title": f"{PRIVATE} story", "body": f"{PRIVATE} body"})
    journal.add_thing("partner", {"partner_alias": f"{PRIVATE} partner", "why_we_meet": f"{PRIVATE} agreement"})
    journal.write_plan("staying_well", "early_signs", f"{PRIVATE} plan")
    journal.agree(member.facilitator, {"privacy": f"{PRIVATE} my part"})
    return journal.goal(goal.id)


ALL_PARTS: dict[str, Any] = {
    "what_matters_to_me_now": f"{PRIVATE} matters",
    "support_i_would_like": f"{PRIVATE} support",
    "questions_for_you": f"{PRIVATE} questions",
    "what_is_going_well": f"{PRIVATE} well",
    "what_helps_me": f"{PRIVATE} helps",
    "what_i_bring": f"{PRIVATE} bring",
    "please_know": f"{PRIVATE} know",
    "look_back_lines": [f"{PRIVATE} look back"],
    "period": f"{PRIVATE} period",
}

ASKS: list[dict[str, Any]] = [
    {"confirmed": True, "wants": "everything"},
    {"confirmed": True, "ask": ["check_ins", "entries", "plans"]},
    {"confirmed": True, "goals": [{"id": "a" * 32, "until": "2027-01-01"}]},
    {"confirmed": True, "line": "tell me all"},
    {"confirmed": True, "summary": {"id": "a" * 32, "written_on": "2026-03-14", "until": "2026-03-20"}},
    {"confirmed": True, "role_card": {"limits_of_confidentiality": "none", "collect": "all"}},
    {"confirmed": True, "role_card": {"limits_of_confidentiality": "none"}, "agreement": {"yes_to": "0" * 64}},
    {"confirmed": True, "notes": [{"no": number, "text": "show me"} for number in range(1, 21)]},
    {"confirmed": True, "closing": {"on": "2026-03-15", "handed_to": "everybody"}},
    {"end": False, "confirmed": None},
]


def test_a_client_that_asks_for_everything_gets_nothing_before_a_yes(held: Held) -> None:
    """The one new thing that is ever sent is that the page was taken in."""
    ana = held.ana
    fill(ana)
    ana.summaries.write(ana.facilitator, ALL_PARTS)
    ana.read_card()
    with plaintexts() as left:
        for asked in ASKS:
            write_as(held.kim, pair_with(held, ana), asked)
            ana.visit()
            held.kim.visit()
    assert left
    assert [page for page in left if PRIVATE.encode() in page] == []
    assert [page for page in left if b"Ana" in said_in(page)] == []


@pytest.mark.parametrize("part", ALL_PARTS)
def test_after_a_yes_to_one_part_no_byte_of_another_is_in_any_page(held: Held, part: str) -> None:
    ana = held.ana
    goal = fill(ana)
    # Of the time alone nothing can be said.
    beside = {"what_helps_me": "said-yes-to"} if part == "period" else {}
    ana.share({part: ["said-yes-to"] if part == "look_back_lines" else "said-yes-to", **beside})
    # What is written here afterwards waits for a yes of its own, whatever is asked.
    ana.summaries.write(ana.facilitator, {**ALL_PARTS, "goals": [goal_line(goal.id, SHAREABLE)]})
    with plaintexts() as left:
        for asked in ASKS:
            write_as(held.kim, pair_with(held, ana), asked)
            ana.visit()
            held.kim.visit()
    assert any(b"said-yes-to" in page for page in left)
    assert [page for page in left if PRIVATE.encode() in page] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=st.recursive(
        st.none() | st.booleans() | st.integers(-1, 3) | st.text(max_size=5) | st.sampled_from(SUMMARY_FIELDS),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["goals", "notes", "summary", "role_card", "closing", "agreement", "name", "end2", "until"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_whatever_a_facilitators_client_writes_nothing_more_leaves(held: Held, asked: Any) -> None:
    ana = held.ana
    if not ana.journal.goals():
        fill(ana)
    with plaintexts() as left:
        write_as(held.kim, pair_with(held, ana), {"confirmed": True, "asked": asked})
        ana.visit()
    assert [page for page in left if PRIVATE.encode() in page or b"Ana" in said_in(page)] == []


def test_a_goal_can_be_shared_with_a_facilitator_by_no_other_way(held: Held) -> None:
    ana = held.ana
    goal = fill(ana)
    with pytest.raises(NotForThem):
        Sharing(ana.journal).offer(ana.facilitator, goal.id, ["title"])
    words = Words(ana.journal)
    for deed in (
        lambda: words.encourage(ana.facilitator, PRIVATE),
        lambda: words.say_line(ana.facilitator, PRIVATE),
        lambda: words.say_agreement(ana.facilitator, {"privacy": PRIVATE}),
        lambda: words.say_yes_to_theirs(ana.facilitator, {}),
    ):
        with pytest.raises(NotForThem):
            deed()
    with plaintexts() as left:
        held.visit()
    assert [page for page in left if PRIVATE.encode() in page] == []


def test_acceptance_7_a_new_word_in_a_goal_never_widens_what_was_said_yes_to(held: Held) -> None:
    """Acceptance 7: adding a field to a goal never widens an existing grant."""
    ana = held.ana
    goal = ana.journal.add_goal("Get out most days")
    ana.share({"goals": [goal_line(goal.id, ["title"])]})
    held.visit()
    ana.journal.change(goal.id, {"title": f"{PRIVATE} title", "why_it_matters": f"{PRIVATE} why"})
    ana.journal.add_step(goal.id, f"{PRIVATE} step")
    ana.journal.set_goal_status(goal.id, "reached")
    held.visit()
    (received,) = held.groups.summaries()
    assert received.summary.goals[0].model_dump(exclude_none=True) == {"title": "Get out most days"}
    assert PRIVATE not in everything_in(held.kim.journal.connection)
    assert ana.summaries.has_new_words(ana.sharing.shares()[0])


# What a member's client that reaches too far writes

SUMMARY = {"id": "a" * 32, "group": GROUP, "written_on": "2026-03-14", "until": "2026-04-13", "what_helps_me": "a walk"}


@pytest.mark.parametrize(
    "summary",
    [
        {**SUMMARY, "mood": 3},
        {**SUMMARY, "what_helps_me": "x" * 2_001},
        {**SUMMARY, "look_back_lines": ["x"] * 21},
        {**SUMMARY, "goals": [{"title": "t", "ways": ["w"]}]},
        {**SUMMARY, "until": "2026-06-13"},
        {**SUMMARY, "until": "2026-03-13"},
        {**SUMMARY, "group": "Another group"},
        {name: value for name, value in SUMMARY.items() if name != "group"},
        {**SUMMARY, "may_print": "yes"},
        {**SUMMARY, "what_helps_me": 3},
        {**SUMMARY, "until": "2026-02-30"},
    ],
    ids=(
        "a field off the list", "over-long", "too many lines", "a field of a goal off the list", "over 90 days",
        "until before it was written", "for another group", "for no group", "of another shape", "no text",
        "no such day",
    ),
)  # fmt: skip
def test_a_page_that_is_not_as_it_may_be_is_refused_whole(held: Held, summary: dict[str, Any]) -> None:
    write_as(held.ana, held.ana.pair, {"confirmed": True, "name": "Ana", "until": "2026-04-13", "summary": summary})
    held.kim.visit()
    assert held.groups.summaries() == []
    assert "a walk" not in everything_in(held.kim.journal.connection)
    assert pair_with(held, held.ana).unreadable == 1


@pytest.mark.parametrize(
    "more",
    [
        {"goals": [{"id": "b" * 32, "until": "2026-04-13", "title": "t"}]},
        {"line": "next time"},
        {"notes": [{"no": 1, "text": "hello"}]},
        {"agreement": {"mine": {"privacy": "p"}}},
        {"role_card": {"limits_of_confidentiality": "none"}},
        {"closing": {"on": "2026-04-01"}},
    ],
    ids=lambda more: next(iter(more)),
)
def test_what_is_not_a_members_to_write_is_refused_with_all_that_stands_beside_it(
    held: Held, more: dict[str, Any]
) -> None:
    write_as(held.ana, held.ana.pair, {"confirmed": True, "name": "Ana", "summary": SUMMARY, **more})
    held.kim.visit()
    assert held.groups.summaries() == []
    assert pair_with(held, held.ana).unreadable == 1


def test_an_expired_page_is_not_taken_in(held: Held) -> None:
    held.days_later(40)
    write_as(held.ana, held.ana.pair, {"confirmed": True, "name": "Ana", "until": "2026-04-13", "summary": SUMMARY})
    held.kim.visit()
    assert held.groups.summaries() == []
    found = everything_in(held.kim.journal.connection)
    assert "a walk" not in found
    assert "Ana" not in found


def test_an_old_page_served_again_brings_nothing_back(held: Held) -> None:
    consent = held.ana.share({"what_helps_me": "a walk by the river"})
    held.visit()
    slot = held.folder / f"{held.ana.pair.keys.mine.slot.hex()}.cairn"
    old = slot.read_bytes()
    held.ana.sharing.stop(consent.id)
    held.visit()
    assert held.groups.summaries() == []
    slot.write_bytes(old)
    held.kim.visit()
    assert held.groups.summaries() == []
    assert "a walk by the river" not in everything_in(held.kim.journal.connection)


def test_two_members_cannot_learn_of_each_other(held: Held) -> None:
    """One shares and is answered: no page to the other says so, nor that there is anybody else."""
    held.sam.share({"questions_for_you": "sams-own-question"})
    held.visit()
    held.groups.reply("Sam", "an-answer-for-sam")
    with plaintexts() as left:
        held.groups.write_note(GROUP, "a note to all")
        held.groups.agree(GROUP, {"privacy": "what is said here stays here"})
        held.kim.visit()
    of_ana = held.ana.pair
    to_ana = [page for page in left if b"an-answer-for-sam" not in page]
    assert len(to_ana) == len(left) / 2
    for word in (b"Sam", b"sams-own-question", b"an-answer-for-sam", held.id_of(held.sam).encode()):
        assert all(word not in said_in(page) for page in to_ana)
    held.visit()
    found = everything_in(held.ana.journal.connection)
    assert not any(word in found for word in ("Sam", "sams-own-question", "an-answer-for-sam"))
    assert of_ana.partner not in everything_in(held.sam.journal.connection)


def test_acceptance_14_the_facilitators_home_keeps_no_name_of_who_shares_nothing(held: Held) -> None:
    """Acceptance 14: not even in the file."""
    held.visit()
    found = everything_in(held.kim.journal.connection)
    assert not any(name in found for name in ("Ana", "Sam"))
    held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    found = everything_in(held.kim.journal.connection)
    assert "Ana" in found
    assert "Sam" not in found


def test_when_somebody_last_looked_in_is_kept_nowhere_that_is_shown(held: Held) -> None:
    held.visit()
    held.clock.set(held.clock.now() + timedelta(days=3))
    held.ana.visit()
    held.kim.visit()
    pair = Pairs(held.kim.journal.connection).get(held.id_of(held.ana))
    assert pair is not None
    assert (pair.met_at, pair.seen_at) == (None, None)


def test_the_role_card_that_is_sent_is_the_one_that_was_written(held: Held) -> None:
    card = held.ana.summaries.facilitator(held.ana.facilitator).role_card
    assert card is not None
    assert {name: text for name, text in card.model_dump().items() if text} == {
        name: text for name, text in CARD.items() if name != "name"
    }
