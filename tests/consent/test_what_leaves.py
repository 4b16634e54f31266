"""What leaves is what was said yes to, byte for byte, and nothing beside it. Security brief, h: M3, C3."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from random import Random

import pytest

from journal.domain.goal import GOAL_STATUSES, Goal
from journal.errors import BadInput, NotAllowed, NotFound
from sync.consent.offer import SHAREABLE
from sync.consent.sharing import Sharing
from sync.errors import TooLong
from sync.protocol.content import SharedGoal
from sync.records.consents import Status
from tests.consent.seen_pages import Watched
from tests.pages.real_people import YES, Side, Two

PARTS = [parts for count in range(1, 6) for parts in combinations(SHAREABLE, count)]
PRIVATE = ("ways", "barriers", "strengths_used", "people_who_help")
LINES = {"why_it_matters": "For the mornings", "how_id_like_support": "Ask me, do not tell me"}


@pytest.fixture
def watched(two: Two) -> Watched:
    watched = Watched(two)
    two.visit_in_turn()
    watched.sent()
    return watched


def full_goal(ana: Side, title: str = "Get out most days") -> Goal:
    """A goal with words in every part there is."""
    goal = ana.journal.add_goal(title)
    ana.journal.change(goal.id, {**LINES, **{name: f"private {name}" for name in PRIVATE}})
    ana.journal.add_step(goal.id, "ask Priya along on Tuesday")
    ana.journal.add_step(goal.id, "private second step")
    ana.journal.reflect_on_goal(goal.id, "private reflection")
    return ana.journal.goal(goal.id)


def share(ana: Side, goal: Goal, *parts: str, days: int = 90) -> str:
    sharing = Sharing(ana.journal)
    return sharing.say_yes(sharing.offer(ana.partner, goal.id, parts, days), YES).id


def test_what_is_previewed_stands_on_the_page_byte_for_byte(two: Two, watched: Watched) -> None:
    goal, sharing = full_goal(two.ana, 'Cafe\u0301 «once» a week, <b>[not]</b> \\ "more"'), Sharing(two.ana.journal)
    for parts in PARTS:
        offer = sharing.offer(two.ana.partner, goal.id, parts)
        sharing.say_yes(offer, YES)
        two.visit_in_turn(2)
        page = watched.sent()[0]
        assert b'"goals":[' + offer.bytes_that_go + b"]" in page
        shown = json.loads(offer.bytes_that_go).keys() - {"id", "until"}
        assert shown == set(parts)


def test_only_what_is_on_the_list_can_ever_be_offered(two: Two) -> None:
    goal, sharing = full_goal(two.ana), Sharing(two.ana.journal)
    assert set(SharedGoal.model_fields) == {"id", "until", *SHAREABLE}
    for name in (*PRIVATE, "themes", "revisit_on", "steps", "reflections", "id", "bring", "keep", "moment"):
        with pytest.raises(NotAllowed):
            sharing.offer(two.ana.partner, goal.id, ("title", name))


def test_a_part_that_is_filled_in_later_is_not_covered_by_an_earlier_yes(two: Two, watched: Watched) -> None:
    goal = two.ana.journal.add_goal("Get out most days")
    share(two.ana, goal, *SHAREABLE)
    two.visit_in_turn()
    watched.sent()
    before = two.ana.standing.number

    two.ana.journal.change(goal.id, {**LINES, **dict.fromkeys(PRIVATE, "private")})
    two.ana.journal.add_step(goal.id, "a new step")
    two.visit_in_turn()

    assert (two.ana.standing.number, watched.sent()) == (before, [])
    (shown,) = two.sam.view.goals
    assert (shown.why_it_matters, shown.how_id_like_support, shown.next_step) == (None, None, None)
    assert [consent.goal for consent in Sharing(two.ana.journal).waiting()] == [goal.id]


def test_another_goal_is_not_covered_by_an_earlier_yes(two: Two, watched: Watched) -> None:
    share(two.ana, full_goal(two.ana), "title")
    two.visit_in_turn()
    watched.sent()
    full_goal(two.ana, "Sleep by eleven")
    two.visit_in_turn()
    assert watched.sent() == []


def test_the_page_knows_a_goal_and_a_step_by_ids_of_their_own(two: Two, watched: Watched) -> None:
    goal = full_goal(two.ana)
    share(two.ana, goal, *SHAREABLE)
    two.visit_in_turn()
    sent = b"".join(watched.sent()).decode()
    private = [goal.id, *(step.id for step in goal.steps), two.ana.partner, two.sam.partner]
    assert not [known for known in private if known in sent or known.replace("-", "") in sent]


# What travels by itself, and what waits (C3)


def test_a_changed_line_waits_for_a_yes_of_its_own(two: Two, watched: Watched) -> None:
    goal = full_goal(two.ana)
    consent = share(two.ana, goal, "title", "why_it_matters")
    two.visit_in_turn()
    two.ana.journal.change(goal.id, {"title": "Get out some days"})
    two.visit_in_turn()
    assert two.sam.titles == ["Get out most days"]

    sharing = Sharing(two.ana.journal)
    sharing.say_yes(sharing.offer_again(consent), YES)
    two.visit_in_turn()
    assert two.sam.titles == ["Get out some days"]
    assert sharing.waiting() == []


def test_a_new_next_step_waits_and_the_one_before_says_that_it_is_done(two: Two, watched: Watched) -> None:
    goal = full_goal(two.ana)
    share(two.ana, goal, "title", "next_step")
    two.visit_in_turn()
    two.ana.journal.set_step(goal.steps[0].id, "done")
    two.visit_in_turn()
    (shown,) = two.sam.view.goals
    assert shown.next_step is not None
    assert (shown.next_step.text, shown.next_step.status) == ("ask Priya along on Tuesday", "done")
    assert not [page for page in watched.sent() if b"private second step" in page]
    assert len(Sharing(two.ana.journal).waiting()) == 1


def test_another_status_travels_by_itself_where_the_status_is_shared(two: Two, watched: Watched) -> None:
    with_status, without = full_goal(two.ana), full_goal(two.ana, "Sleep by eleven")
    share(two.ana, with_status, "title", "status")
    share(two.ana, without, "title")
    two.visit_in_turn()
    for goal in (with_status, without):
        two.ana.journal.set_goal_status(goal.id, "resting")
    two.visit_in_turn()
    assert [goal.status for goal in two.sam.view.goals] == ["resting", None]


def test_a_part_that_is_emptied_goes_from_the_page_without_a_yes(two: Two, watched: Watched) -> None:
    goal, sharing = full_goal(two.ana), Sharing(two.ana.journal)
    consent = share(two.ana, goal, "title", "why_it_matters")
    share(two.ana, full_goal(two.ana, "Sleep by eleven"), "title")
    two.visit_in_turn()
    two.ana.journal.change(goal.id, {"why_it_matters": ""})
    two.visit_in_turn()
    assert [goal.why_it_matters for goal in two.sam.view.goals] == [None, None]
    assert sharing.waiting() == []
    two.ana.journal.change(goal.id, {"why_it_matters": "For other mornings"})
    assert [waiting.id for waiting in sharing.waiting()] == [consent]


def test_where_every_part_is_gone_nothing_of_it_stands_on_the_page(two: Two, watched: Watched) -> None:
    goal = full_goal(two.ana)
    share(two.ana, goal, "why_it_matters", "next_step")
    two.visit_in_turn()
    assert len(two.sam.view.goals) == 1
    two.ana.journal.change(goal.id, {"why_it_matters": ""})
    two.ana.journal.connection.execute("DELETE FROM goal_step")
    two.visit_in_turn()
    assert two.sam.titles == []
    (consent,) = Sharing(two.ana.journal).shares()
    assert Sharing(two.ana.journal).seen(consent) is None


def test_a_step_that_is_gone_is_not_on_the_page_any_more(two: Two, watched: Watched) -> None:
    goal = full_goal(two.ana)
    share(two.ana, goal, "title", "next_step")
    two.visit_in_turn()
    two.ana.journal.connection.execute("DELETE FROM goal_step")
    two.visit_in_turn()
    assert [(goal.title, goal.next_step) for goal in two.sam.view.goals] == [("Get out most days", None)]


def test_a_yes_to_words_that_have_changed_meanwhile_is_refused(two: Two) -> None:
    goal, sharing = full_goal(two.ana), Sharing(two.ana.journal)
    offer = sharing.offer(two.ana.partner, goal.id, ("title",))
    two.ana.journal.change(goal.id, {"title": "Get out some days"})
    with pytest.raises(BadInput):
        sharing.say_yes(offer, YES)
    assert sharing.shares() == []
    assert two.ana.journal.connection.one("SELECT count(*) FROM ledger") == 0


def test_what_does_not_fit_the_page_is_refused_whole_and_what_was_shared_stays(two: Two, watched: Watched) -> None:
    share(two.ana, full_goal(two.ana), "title")
    for number in range(8):
        goal = two.ana.journal.add_goal(f"goal {number}")
        two.ana.journal.change(goal.id, {"why_it_matters": f"{number}" * 1_900})
        try:
            share(two.ana, goal, "why_it_matters")
        except TooLong:
            break
    else:
        pytest.fail("eight long goals fitted one page")
    two.visit_in_turn()
    sharing = Sharing(two.ana.journal)
    assert len(two.sam.view.goals) == len(sharing.shares()) == number + 1
    assert all(entry.is_whole for entry in sharing.said_yes_to())


# Every deed in any order (M3)


class Ana:
    """Decides at random, and keeps book by herself of what she has said yes to."""

    def __init__(self, side: Side, random: Random) -> None:
        self.side, self.random = side, random
        self.said: dict[str, tuple[set[str], str]] = {}
        """By the id of a yes that goes on: the words, and its last day."""
        self.typed: set[str] = set()
        self._count = 0

    def word(self) -> str:
        """Words that stand nowhere else."""
        self._count += 1
        return f"word{self._count:04}"

    def allowed(self, today: str) -> set[str]:
        return self.typed.union(*(words for words, until in self.said.values() if today <= until))

    def do_something(self) -> None:
        deeds = [self.name_goal, self.edit, self.edit, self.step, self.step_on, self.status, self.page, self.say_yes]
        deeds += [self.say_yes, self.turn, self.turn, self.again, self.type_words, self.let_days_pass, self.delete]
        self.random.choice(deeds)()

    def name_goal(self) -> None:
        journal, parts = self.side.journal, (*LINES, *PRIVATE)
        goal = journal.add_goal(self.word())
        journal.change(goal.id, {name: self.word() for name in parts if self.random.random() < 0.6})
        journal.add_step(goal.id, self.word())

    def edit(self) -> None:
        if goal := self._goal():
            name = self.random.choice(("title", *LINES, *PRIVATE))
            self.side.journal.change(goal.id, {name: self.word()})

    def step(self) -> None:
        if goal := self._goal():
            self.side.journal.add_step(goal.id, self.word())

    def step_on(self) -> None:
        goal = self._goal()
        if goal and goal.steps:
            step, journal = self.random.choice(goal.steps), self.side.journal
            if self.random.random() < 0.5:
                journal.set_step(step.id, self.random.choice(("doing", "done", "set_aside")))
            else:
                journal.reword_step(step.id, self.word())

    def status(self) -> None:
        if goal := self._goal():
            self.side.journal.set_goal_status(goal.id, self.random.choice(GOAL_STATUSES))

    def page(self) -> None:
        if goal := self._goal():
            self.side.journal.reflect_on_goal(goal.id, self.word())

    def say_yes(self) -> None:
        if goal := self._goal():
            parts = self.random.sample(SHAREABLE, self.random.randint(1, 5))
            self._answer(goal.id, parts, self.random.randint(1, 60))

    def again(self) -> None:
        waiting = Sharing(self.side.journal).waiting()
        if waiting:
            consent = self.random.choice(waiting)
            self._answer(consent.goal or "", consent.fields, 30)

    def turn(self) -> None:
        sharing = Sharing(self.side.journal)
        shares = [consent for consent in sharing.shares() if consent.is_live]
        if shares:
            consent = self.random.choice(shares)
            after = self.random.choice((sharing.pause, sharing.resume, sharing.stop))(consent.id)
            self.said.pop(consent.id, None)
            if after.status is Status.ACTIVE:
                self.said[consent.id] = set(consent.words.values()), consent.expires

    def type_words(self) -> None:
        said = self.word()
        self.typed.add(said)
        self.side.encourage(said)

    def let_days_pass(self) -> None:
        clock = self.side.clock
        clock.set(clock.now() + timedelta(self.random.randint(1, 20)))

    def delete(self) -> None:
        goal = self._goal()
        if goal and self.random.random() < 0.3:
            ended = [each.id for each in Sharing(self.side.journal).shares() if each.goal == goal.id]
            self.side.journal.delete(goal.id)
            self.said = {consent: kept for consent, kept in self.said.items() if consent not in ended}

    def _answer(self, goal: str, parts: list[str] | tuple[str, ...], days: int) -> None:
        sharing = Sharing(self.side.journal)
        try:
            offer = sharing.offer(self.side.partner, goal, parts, days)
            consent = sharing.say_yes(offer, YES)
        except (BadInput, NotFound):
            return
        self.said.pop(offer.supersedes or "", None)
        self.said[consent.id] = set(offer.words.values()), consent.expires

    def _goal(self) -> Goal | None:
        goals = self.side.journal.goals()
        return self.random.choice(goals) if goals else None


def words_in(page: bytes) -> Iterator[str]:
    return (found.decode() for found in re.findall(rb"word[0-9]{4}", page))


@pytest.mark.parametrize("seed", range(3))
def test_no_word_leaves_that_was_not_said_yes_to_whatever_is_done(two: Two, watched: Watched, seed: int) -> None:
    ana, seen = Ana(two.ana, Random(seed)), set[str]()
    for _ in range(80):
        ana.do_something()
        two.sam.clock.set(two.ana.clock.now())
        if ana.random.random() < 0.6:
            two.ana.visit()
            allowed = ana.allowed(two.ana.journal.moment().for_date)
            for page in watched.sent():
                seen.update(words_in(page))
                assert set(words_in(page)) <= allowed
        if ana.random.random() < 0.5:
            two.sam.visit()
    assert len(seen) > 10
