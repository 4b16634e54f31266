"""Thirty of the schedules once more with everything real: journals, sealing, yeses, and a folder that carries on.

What a folder can do is done to the files: a page is lost, an older one comes back, a conflict copy stays. Source:
security brief, M1, M3.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from journal.domain.goal import GOAL_STATUSES
from journal.errors import BadInput
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.pairing import Pairing
from sync.protocol.content import read_content
from sync.records.consents import Status
from sync.records.pairs import Pairs, State
from tests.pages.real_people import YES, Side, Two

SCHEDULES = 30
STEPS = 24
PRIVATE = "private"
"""Stands in every word that nobody said yes to."""


class RealSchedule:
    """One drawing, on two real journals."""

    def __init__(self, seed: int, two: Two, folder: Path) -> None:
        self._random = Random(seed)
        self._two = two
        self._folder = folder
        self._earlier: list[tuple[str, bytes]] = []
        self._count = 0
        self._wrote: dict[int, list[str]] = {0: [], 1: []}

    def run(self) -> None:
        for _ in range(STEPS):
            self._pass_days()
            which = self._random.randrange(2)
            side = self._two.sides[which]
            if self._random.random() < 0.5:
                side.visit()
            elif self._random.random() < 0.25:
                self._harm()
            elif side.pair.state is State.ACTIVE:
                self._random.choice(self._decisions(side, which))()
            self._remember()
            self._check()
        self._check_end()

    def _pass_days(self) -> None:
        days = self._random.choice((0, 0, 0, 1, 3, 8, self._random.randint(0, 100)))
        for side in self._two.sides:
            side.clock.set(side.clock.now() + timedelta(days=days))

    def _decisions(self, side: Side, which: int) -> list[Callable[[], object]]:
        sharing = Sharing(side.journal)
        live = [each for each in sharing.shares() if each.partner == side.partner and each.is_live]

        def name_and_share() -> None:
            goal = side.journal.add_goal(self._word("open"), None, {"why_it_matters": self._word(PRIVATE)})
            side.journal.add_step(goal.id, self._word("open"))
            sharing.say_yes(sharing.offer(side.partner, goal.id, ("title", "next_step", "status"), 90), YES)

        def write() -> None:
            text = self._word("letter")
            try:
                Words(side.journal).encourage(side.partner, text)
            except BadInput:
                # Twenty are on their way already.
                return
            self._wrote[which].append(text)

        def edit() -> None:
            goal = side.journal.goal(str(live[0].goal))
            side.journal.change(goal.id, {"title": self._word(PRIVATE)})
            side.journal.set_goal_status(goal.id, self._random.choice(GOAL_STATUSES))

        def turn() -> None:
            consent = self._random.choice(live)
            if consent.status is Status.PAUSED:
                sharing.resume(consent.id)
            else:
                self._random.choice((sharing.pause, sharing.stop))(consent.id)

        def end() -> None:
            Pairing(side.journal).end(side.partner)

        chosen: list[Callable[[], object]] = [name_and_share, write, write]
        chosen += [edit, turn] if live else []
        return [end] if self._random.random() < 0.03 else chosen

    def _word(self, kind: str) -> str:
        self._count += 1
        return f"{kind} {self._count}"

    def _remember(self) -> None:
        self._earlier += [(path.name, path.read_bytes()) for path in self._folder.iterdir()]

    def _harm(self) -> None:
        """Lose a page, bring an older one back, or keep an older one beside it."""
        files = sorted(self._folder.iterdir())
        harm = self._random.randrange(3)
        if harm == 0 and files:
            self._random.choice(files).unlink()
        elif self._earlier:
            name, content = self._random.choice(self._earlier)
            (self._folder / (name if harm == 1 else f"{name[:32]} (1).cairn")).write_bytes(content)

    def _check(self) -> None:
        for side in self._two.sides:
            standing = Pairs(side.journal.connection).standing(side.partner)
            if standing is None:
                continue
            assert PRIVATE.encode() not in standing.content
            granted = {text for each in Sharing(side.journal).shares() if each.is_live for text in each.words.values()}
            for goal in read_content(standing.content).goals:
                assert {goal.title, goal.next_step and goal.next_step.text} - {None} <= granted

    def _check_end(self) -> None:
        ana, sam = self._two.sides
        for days in (0, 1, 31):
            for side in self._two.sides:
                side.clock.set(side.clock.now() + timedelta(days=days))
            for _ in range(3):
                for side in self._two.sides:
                    assert side.visit().problems == []
        if {ana.pair.state, sam.pair.state} != {State.ACTIVE}:
            assert {ana.pair.state, sam.pair.state} <= {State.ACTIVE, State.ENDED}
            assert all(side.pair.view is None for side in self._two.sides if side.pair.state is State.ENDED)
            return
        for which, side, other in ((0, ana, sam), (1, sam, ana)):
            assert other.pair.view == side.standing.content
            assert side.standing.seen_by_them == side.standing.number
            assert sorted(other.letters) == sorted(self._wrote[which])
            assert not side.standing.owes


@pytest.mark.parametrize("seed", range(SCHEDULES))
def test_a_schedule_of_real_journals_and_a_real_folder_comes_out_right(two: Two, around: Path, seed: int) -> None:
    RealSchedule(seed, two, around / "both").run()
