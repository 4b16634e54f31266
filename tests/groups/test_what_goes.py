"""What goes to a facilitator is what was looked at, byte for byte, for as long as was said, after one yes."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.errors import BadInput, NotAllowed, NotFound
from sync.consent.group_pages import SUMMARY_FIELDS, goal_line
from sync.consent.offer import SHAREABLE
from sync.consent.summaries import SummaryOffer
from sync.errors import NotForThem, TooLong
from sync.protocol.content import Content
from sync.records.consents import Status
from tests.groups.people import YES, Held
from tests.groups.watched import plaintexts

TEXTS = tuple(name for name in SUMMARY_FIELDS if name not in ("goals", "look_back_lines", "may_print", "period"))


def looked_at(held: Held, parts: dict[str, Any], days: int | None = None) -> SummaryOffer:
    ana = held.ana
    ana.summaries.write(ana.facilitator, parts)
    ana.read_card()
    return ana.summaries.offer(ana.facilitator, days)


def test_acceptance_7_what_is_looked_at_goes_byte_for_byte(held: Held) -> None:
    goal = held.ana.journal.add_goal('Cafe\u0301 «once» a week, <b>[not]</b> \\ "more"')
    held.ana.journal.add_step(goal.id, "ask Priya along")
    parts = {name: f"{name}\n\u05e9\u05dc\u05d5\u05dd \x1b[31m [red]" for name in TEXTS}
    more = {"goals": [goal_line(goal.id, SHAREABLE)], "look_back_lines": ["a walk", "music"], "may_print": "yes"}
    offer = looked_at(held, {**parts, **more, "period": "the last weeks"})
    held.ana.summaries.say_yes(offer, YES)
    with plaintexts() as left:
        held.ana.visit()
    assert any(b'"summary":' + offer.bytes_that_go in page for page in left)
    held.kim.visit()
    received = held.groups.summary("Ana").summary
    assert json.loads(offer.bytes_that_go) == json.loads(received.model_dump_json(exclude_defaults=True))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.dictionaries(st.sampled_from(TEXTS), st.text(min_size=1, max_size=40), min_size=1))
def test_acceptance_7_whatever_is_written_goes_as_it_was_looked_at_and_alone(held: Held, parts: dict[str, str]) -> None:
    blank = dict.fromkeys(TEXTS)
    try:
        offer = looked_at(held, {**blank, **parts})
    except BadInput:
        assert all(not text.strip() or not text.isprintable() for text in parts.values())
        return
    held.ana.summaries.say_yes(offer, YES)
    with plaintexts() as left:
        held.ana.visit()
    page = next(page for page in left if b'"summary":' in page)
    assert offer.bytes_that_go in page
    assert set(json.loads(offer.bytes_that_go)) <= {*parts, "id", "group", "written_on", "until"}


def test_words_that_changed_since_they_were_looked_at_do_not_go(held: Held) -> None:
    ana = held.ana
    offer = looked_at(held, {"what_helps_me": "a walk"})
    ana.summaries.write(ana.facilitator, {"what_helps_me": "music"})
    with pytest.raises(BadInput, match="have changed"):
        ana.summaries.say_yes(offer, YES)
    assert ana.sharing.shares() == []


def test_a_goal_that_changed_since_it_was_looked_at_does_not_go(held: Held) -> None:
    ana = held.ana
    goal = ana.journal.add_goal("Get out most days")
    offer = looked_at(held, {"goals": [goal_line(goal.id, ["title"])]})
    ana.journal.change(goal.id, {"title": "Get out on all days"})
    with pytest.raises(BadInput, match="have changed"):
        ana.summaries.say_yes(offer, YES)


def test_a_second_yes_to_one_look_is_none(held: Held) -> None:
    offer = looked_at(held, {"what_helps_me": "a walk"})
    held.ana.summaries.say_yes(offer, YES)
    with pytest.raises(BadInput, match="have changed"):
        held.ana.summaries.say_yes(offer, YES)


def test_a_yes_long_after_the_look_is_none(held: Held) -> None:
    offer = looked_at(held, {"what_helps_me": "a walk"}, days=5)
    held.days_later(6)
    with pytest.raises(BadInput, match="last day is over"):
        held.ana.summaries.say_yes(offer, YES)


def test_a_page_is_shared_for_30_days_and_for_90_at_most(held: Held) -> None:
    assert looked_at(held, {"what_helps_me": "a walk"}).expires == "2026-04-13"
    assert looked_at(held, {}, days=90).expires == "2026-06-12"
    for days in (0, -1, 91, 10_000):
        with pytest.raises(BadInput):
            looked_at(held, {}, days=days)
    assert looked_at(held, {"valid_until": "2026-03-20"}).expires == "2026-03-20"
    assert looked_at(held, {}, days=10).expires == "2026-03-24"
    with pytest.raises(BadInput):
        looked_at(held, {"valid_until": "2027-03-20"})


def test_a_page_without_words_is_none(held: Held) -> None:
    for parts in ({}, {"period": "the last weeks", "may_print": "yes"}, {"what_helps_me": "  "}):
        with pytest.raises(BadInput, match="no words"):
            looked_at(held, parts)


def test_a_field_off_the_list_is_refused_and_nothing_is_kept(held: Held) -> None:
    ana = held.ana
    for parts in ({"mood": "3"}, {"what_helps_me": "a walk", "diagnosis": "x"}):
        with pytest.raises(BadInput, match="There is no field"):
            ana.summaries.write(ana.facilitator, parts)
    assert ana.summaries.written(ana.facilitator) is None
    goal = ana.journal.add_goal("Get out most days")
    with pytest.raises(NotAllowed):
        ana.summaries.write(ana.facilitator, {"goals": [goal_line(goal.id, ["title", "barriers"])]})
    with pytest.raises(NotFound):
        ana.summaries.write(ana.facilitator, {"goals": [goal_line("0000", ["title"])]})


def test_what_is_too_long_is_refused_with_its_size(held: Held) -> None:
    with pytest.raises(TooLong, match="2001"):
        looked_at(held, {"what_helps_me": "x" * 2_001})
    looked_at(held, {"what_helps_me": "x" * 2_000})
    with pytest.raises(TooLong):
        looked_at(held, {"look_back_lines": [f"line {number}" for number in range(21)]})
    offer = looked_at(held, {"look_back_lines": [], **dict.fromkeys(TEXTS, "€" * 1000)})
    with pytest.raises(TooLong):
        held.ana.summaries.say_yes(offer, YES)
    assert held.ana.sharing.shares() == []


def test_a_new_yes_takes_the_place_of_the_one_before(held: Held) -> None:
    first = held.ana.share({"what_helps_me": "a walk"})
    held.visit()
    second = held.ana.share({"what_helps_me": "music"})
    held.visit()
    assert held.groups.summary("Ana").summary.what_helps_me == "music"
    assert second.supersedes == first.id
    assert second.shared == first.shared
    assert [each.status for each in held.ana.sharing.shares()] == [Status.ACTIVE]
    events = [row.event["event"] for row in held.ana.sharing.said_yes_to()]
    assert events == ["SHOWN", "SHARE", "SENT", "SEEN", "CHANGE", "SENT", "SEEN"]


def test_every_yes_says_to_whom_what_for_and_until_when(held: Held) -> None:
    held.ana.share({"what_helps_me": "a walk", "please_know": "not on the phone"})
    row = held.ana.sharing.said_yes_to()[1].event
    assert row["recipient_kind"] == "facilitator"
    assert row["purpose"] == "agree_support"
    assert row["scope"] == ["what_helps_me", "please_know"]
    assert (row["starts"], row["expires"]) == ("2026-03-14", "2026-04-13")
    assert "a walk" not in json.dumps(row)


def test_a_page_is_for_a_facilitator_alone(held: Held) -> None:
    partner = held.ana.journal.add_thing("partner", {"partner_alias": "Priya"})
    with pytest.raises(NotForThem):
        held.ana.summaries.write(partner.id, {"what_helps_me": "a walk"})
    with pytest.raises(NotFound):
        held.ana.summaries.write("nobody", {"what_helps_me": "a walk"})


def test_with_no_page_a_member_says_that_they_are_there_and_nothing_else(held: Held) -> None:
    from sync.consent.making import Making
    from sync.records.pairs import Pairs

    standing = Pairs(held.ana.journal.connection).standing(held.ana.facilitator)
    assert standing is not None
    assert Making(held.ana.journal).content(held.ana.pair, standing) == Content(confirmed=True)
