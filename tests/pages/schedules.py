"""A schedule: what two people do over days, drawn from one number, and what has to be true all the while.

Absences of up to 100 days, a place that loses, delays, serves old pages and lies, processes that are cut off, clocks
that are apart; yes, other words, pause, going on, stop, words to each other, an end, a journal brought back.
"""

from datetime import timedelta
from random import Random

from sync.protocol.content import write_content
from sync.records.consents import Status
from tests.pages.rules import Rules
from tests.pages.two_people import PRIVATE, Drawer, Pages, Person, as_read, at_once, public
from tests.transports.memory import Memory, Misdeed, never, now_and_then

STEPS_MOST = 70
FAIR_ROUNDS = 3
SKEWS = (timedelta(0), timedelta(0), timedelta(hours=1), -timedelta(hours=1), timedelta(2), -timedelta(2))
MISDEEDS = (Misdeed.GONE, Misdeed.LOSE, Misdeed.LIE, Misdeed.DELAY, Misdeed.KEEP_BOTH, Misdeed.OLD, Misdeed.OTHER)


class Schedule:
    """One drawing."""

    def __init__(self, seed: int, rules: Rules) -> None:
        self._random = Random(seed)
        ana, sam = (Person(name, rules, self._random, self._random.choice(SKEWS)) for name in ("ana", "sam"))
        self.people = (ana, sam)
        self._today = 0
        self._place = Memory(random=self._random)
        self._pages = Pages(0, Drawer())
        self._sealed = 0
        self._numbers = {"ana": (0, 0), "sam": (0, 0)}
        self._meet()

    def run(self) -> None:
        """All of it.

        Raises:
            AssertionError: something is not as it has to be. WrittenByOther: an honest page was taken for another's.
        """
        self._place.does = now_and_then(self._random, self._random.choice((0.0, 0.1, 0.3)), *MISDEEDS)
        for _ in range(self._random.randint(5, STEPS_MOST)):
            self._step()
            self._check()
        self._be_fair()

    def _step(self) -> None:
        random, person = self._random, self._random.choice(self.people)
        self._today += random.choice((0, 0, 0, 1, 1, 3, 8, random.randint(0, 100)))
        if random.random() < 0.05:
            at_once(self._place.let_delayed_go())
        if any(each.kept.state == "apart" for each in self.people) and random.random() < 0.3:
            self._meet()
        elif random.random() < 0.6:
            self._visit(person, random.choice((None, None, None, 0, 1, 2)))
        else:
            self._decide(person)

    def _decide(self, person: Person) -> None:
        if person.kept.state != "active":
            return
        decisions = [person.name_goal, person.edit, person.edit, person.encourage, person.encourage]
        decisions += [lambda: person.say_yes(self._today)] * 3
        decisions += [
            lambda: person.turn(Status.ACTIVE, Status.PAUSED),
            lambda: person.turn(Status.PAUSED, Status.ACTIVE),
        ]
        decisions += [lambda: person.turn(Status.ACTIVE, Status.STOPPED)]
        if self._random.random() < 0.03:
            decisions = [lambda: person.end(self._today), person.lose_keys]
        self._random.choice(decisions)()

    def _visit(self, person: Person, cut: int | None = None) -> None:
        partner = self.people[person is self.people[0]]
        person.visit(self._pages, self._place, partner, self._today, cut)

    def _meet(self) -> None:
        """For the first time, or again: other keys, other slots."""
        self._pages = Pages(self._pages.number + 1, self._pages.drawer)
        self._numbers = {"ana": (0, 0), "sam": (0, 0)}
        seeds = [self._random.randbytes(32) for _ in self.people]
        for person, seed, other in zip(self.people, seeds, reversed(seeds), strict=True):
            person.meet(seed, other, self._today)

    def _be_fair(self) -> None:
        """From now on the place keeps its promises and both look in: everything is where it belongs in the end."""
        self._place.does = never
        at_once(self._place.let_delayed_go())
        if any(each.kept.state == "apart" for each in self.people):
            self._meet()
        for days in (0, 8, 8, 31):
            self._today += days
            for _ in range(FAIR_ROUNDS):
                for person in self.people:
                    self._visit(person)
                    self._check()
        self._check_end()

    def _check(self) -> None:
        """What is true at every step."""
        for person, partner in (self.people, self.people[::-1]):
            standing, other = person.kept.standing, partner.kept.standing
            if standing is None:
                continue
            before, self._numbers[person.name] = self._numbers[person.name], (standing.number, standing.seen_number)
            assert self._numbers[person.name] >= before, "a number went back"
            assert standing.seen_number >= before[1], "an old page was taken in"
            if other is None or "apart" in (person.kept.state, partner.kept.state):
                continue
            assert standing.their_key in map(public, partner.seeds()), "nobody holds the key to this any more"
            assert standing.seen_number <= other.number
            assert person.kept.received == partner.kept.letters[: standing.notes_ack], "a note came twice or not at all"
        self._check_sealed()

    def _check_sealed(self) -> None:
        """Every page that was written since the last look holds what was said yes to, and nothing else."""
        for sealed in self._pages.drawer.sealed[self._sealed :]:
            assert PRIVATE.encode() not in sealed.page.content, "words went that nobody said yes to"
            writer = next(person for person in self.people if sealed.key.endswith(person.name.encode()))
            content, day = as_read(sealed.page.content), writer.day(self._today)
            live = [each for each in writer.kept.consents if each.status is Status.ACTIVE and day <= each.expires]
            granted = {each.shared: set(each.words.values()) for each in live}
            for goal in content.goals:
                words = {
                    text for text in (goal.title, goal.why_it_matters, goal.next_step and goal.next_step.text) if text
                }
                assert words <= granted[goal.id], "words went that were not, or are no longer, said yes to"
        self._sealed = len(self._pages.drawer.sealed)

    def _check_end(self) -> None:
        states = {person.kept.state for person in self.people}
        for person, partner in (self.people, self.people[::-1]):
            standing, other = person.kept.standing, partner.kept.standing
            if states != {"active"}:
                # One has ended. Whoever heard of it has too; whoever was away for longer than a last page stands
                # there goes on seeing an empty place.
                assert person.kept.state in ("ended", "active")
                assert person.kept.state == "active" or (standing, person.kept.view) == (None, None)
                continue
            assert standing is not None
            assert other is not None
            assert person.kept.view == other.content == write_content(partner.content(partner.kept, self._today))
            assert (standing.seen_by_them, standing.owes) == (standing.number, False)
            assert person.kept.received == partner.kept.letters
            assert standing.epoch > 1, "keys were never made anew"
            assert not partner.content(partner.kept, self._today).notes, "notes stay on the page after they were kept"


def run_schedules(seeds: range, rules: Rules) -> None:
    """One schedule for each seed. Raises as `Schedule.run` does."""
    for seed in seeds:
        Schedule(seed, rules).run()
