"""Weeks of a group by chance: what the facilitator's file holds is what is said yes to on that day, and nothing else.

Security brief, h: M1, M3, for the pages of a group. `make test` runs a few weeks, `make soak` many.
"""

from random import Random

import pytest

from sync.consent.group_pages import goal_line
from sync.consent.words import Words
from sync.records.consents import Consent, Status
from tests.groups.people import GROUP, Held, Member
from tests.groups.watched import everything_in, pair_with

DEEDS = 40


class Weeks:
    """One group, and everything that was written by chance."""

    def __init__(self, held: Held, seed: int) -> None:
        self.held = held
        self.chance = Random(seed)
        self.written: dict[str, Member] = {}
        """Every word that somebody wrote on a page, and who it was."""
        self.said: dict[str, list[str]] = {name: [] for name in held.members}
        """What the facilitator wrote to each, in order."""

    def any_member(self) -> Member:
        return self.chance.choice(list(self.held.members.values()))

    def new_words(self, member: Member) -> str:
        words = f"{member.name}-word-{len(self.written):04}."
        self.written[words] = member
        return words

    def share(self) -> None:
        member, goals = self.any_member(), []
        if self.chance.random() < 0.4:
            goal = member.journal.add_goal(self.new_words(member))
            goals = [goal_line(goal.id, ["title"])]
        days = self.chance.choice([1, 7, 30, 90])
        member.share({"what_helps_me": self.new_words(member), "goals": goals}, days=days)

    def write_only(self) -> None:
        member = self.any_member()
        member.summaries.write(member.facilitator, {"please_know": self.new_words(member)})

    def turn(self) -> None:
        member = self.any_member()
        live = [each for each in member.sharing.shares() if each.is_live]
        if live:
            turn = self.chance.choice([member.sharing.stop, member.sharing.pause, member.sharing.resume])
            turn(live[-1].id)

    def pause_all(self) -> None:
        self.any_member().sharing.pause_all()

    def delete_goal(self) -> None:
        member = self.any_member()
        goals = member.journal.goals()
        if goals:
            member.journal.delete(goals[-1].id)

    def note(self) -> None:
        text = f"note {self.chance.random()}"
        self.held.groups.write_note(GROUP, text)
        for said in self.said.values():
            said.append(text)

    def reply(self) -> None:
        for received in self.held.groups.summaries()[:1]:
            member = next(one for one in self.held.members.values() if self.held.id_of(one) == received.member)
            text = f"answer {self.chance.random()}"
            self.held.groups.reply(received.member, text)
            self.said[member.name].append(text)

    def read(self) -> None:
        for received in self.held.groups.summaries():
            self.held.groups.open_summary(received.member)

    def look_in(self) -> None:
        everybody = [self.held.kim, *self.held.members.values()]
        assert self.chance.choice(everybody).visit() == []

    def let_days_pass(self) -> None:
        self.held.days_later(self.chance.choice([0.3, 1, 3, 10]))

    def go_on(self) -> None:
        deeds = (
            self.share, self.write_only, self.turn, self.pause_all, self.delete_goal, self.note, self.reply, self.read,
        )  # fmt: skip
        self.chance.choice((*deeds, *(self.look_in, self.let_days_pass) * 3))()

    def check(self) -> None:
        """After everybody has looked in."""
        self.held.visit(4)
        found = everything_in(self.held.kim.journal.connection)
        allowed = {words for member in self.held.members.values() for words in self.on_page(member)}
        assert {words for words in self.written if words in found} == allowed
        names = {member.name.title() for member in self.held.members.values() if self.on_page(member)}
        assert {received.name for received in self.held.groups.summaries()} == names
        for name, member in self.held.members.items():
            assert (name.title() in found) is (name.title() in names)
            assert [letter.text for letter in reversed(Words(member.journal).received())] == self.said[name]

    def on_page(self, member: Member) -> set[str]:
        """The words of what this member says yes to today, worked out from the yes alone."""
        today = self.held.kim.journal.moment().for_date
        live = [each for each in member.sharing.shares() if each.status is Status.ACTIVE and each.expires >= today]
        return {words for each in live for words in self.words_of(each)}

    def words_of(self, consent: Consent) -> set[str]:
        said = str(consent.words)
        return {words for words in self.written if words in said}


def live_through(held: Held, seed: int) -> None:
    weeks = Weeks(held, seed)
    for number in range(DEEDS):
        weeks.go_on()
        if number % 8 == 7:
            weeks.check()
    assert pair_with(held, held.ana).unreadable == 0


@pytest.mark.parametrize("seed", range(4))
def test_weeks_of_a_group(held: Held, seed: int) -> None:
    live_through(held, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 300))
def test_many_weeks_of_a_group(held: Held, seed: int) -> None:
    live_through(held, seed)
