"""A meeting killed at each of its steps in turn: `python -m tests.pairing.killed TEMPLATE WORK SCENE FIRST EVERY`.

As `tests/pages/killed.py` does with pages: for every step the two homes and the folder are put back, a child does the
deed and is killed at that step, and then both go on as a person would who has seen nothing of it.
"""

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from journal.errors import NotFound
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.vault import key_slots
from sync.carrying import find_invite
from sync.records.pairs import State
from tests.conftest import PASSPHRASE, FixedClock
from tests.pages.killed import count_steps
from tests.pairing.strangers import Person
from tests.store.remembered_argon2 import RememberedArgon2id

WORDS = "words"
"""The file in which the twelve words are handed over."""


@dataclass
class Both:
    """Two who are meeting."""

    ana: Person
    sam: Person
    around: Path

    @property
    def words(self) -> str:
        return (self.around / WORDS).read_text()

    def hand_over(self, words: str) -> None:
        (self.around / WORDS).write_text(words)

    def close(self) -> None:
        for person in (self.ana, self.sam):
            person.journal.close()


def opened(around: Path) -> Both:
    ana, sam = (
        Person(name, open_journal(Home(around / name), PASSPHRASE, FixedClock()), around / "both")
        for name in ("ana", "sam")
    )
    return Both(ana, sam, around)


def invite(both: Both) -> None:
    both.hand_over(both.ana.invite())


def join(both: Both) -> None:
    both.sam.join(both.words)
    both.sam.visit()


def ana_looks(both: Both) -> None:
    both.ana.visit()


def sam_looks(both: Both) -> None:
    both.sam.visit()


def ana_says_so(both: Both) -> None:
    both.ana.say_match()
    both.ana.visit()


def sam_says_so(both: Both) -> None:
    both.sam.say_match()
    both.sam.visit()


ALL: tuple[Callable[[Both], None], ...] = (
    *(invite, join, ana_looks, sam_looks, ana_looks),
    *(ana_says_so, sam_says_so, ana_looks, sam_looks),
)


def new_words(both: Both) -> None:
    ana, partner = both.ana, both.ana.pair.partner
    ana.pairing.end(partner)
    ana.pairing.invite(ana.via, my_name="ana", called="x", partner=partner)
    ana.visit()


SCENES: dict[str, tuple[int, Callable[[Both], None]]] = {
    **{f"{step} {deed.__name__}": (step, deed) for step, deed in enumerate(ALL[:-1])},
    "new words": (1, new_words),
}
"""How many of all deeds were done before, and which is killed."""


def go_on(both: Both) -> None:
    """As two people would: what is there is used, and what is not is done again."""
    ana, sam = both.ana, both.sam
    ana.visit()
    if not ana.journal.things("partner"):
        both.hand_over(ana.invite())
    elif ana.pair.state is State.BROKEN:
        partner = ana.pair.partner
        both.hand_over(" ".join(ana.pairing.invite(ana.via, my_name="ana", called="x", partner=partner).words))
    elif (invited := ana.pairing.invited(ana.pair.partner)) is not None:
        both.hand_over(" ".join(invited.words))
    ana.visit()
    if not sam.journal.things("partner"):
        sam.join(both.words)
    for _ in range(6):
        for person in (sam, ana):
            person.visit()
            if person.pair.state is State.TO_COMPARE:
                person.say_match()


def what_is_wrong(both: Both, old_words: str) -> list[str]:
    """After both have gone on."""
    go_on(both)
    wrong = []
    for person in (both.ana, both.sam):
        if len(person.journal.things("partner")) != 1:
            wrong.append(f"{person.name} has somebody too many")
        if (person.state, person.meeting, person.pair.words) != (("active", None), None, None):
            wrong.append(f"{person.name} stands at {person.state}")
    names = [path.name for path in both.ana.folder.iterdir()]
    wrong += [name for name in names if name.startswith(".")]
    try:
        asyncio.run(find_invite(both.sam.pairing, old_words, both.sam.via))
        wrong.append("the words still do something")
    except NotFound:
        pass
    return wrong


def is_killed(around: Path, deed: Callable[[Both], None], at: int) -> bool:
    child = os.fork()
    if child == 0:
        try:
            both = opened(around)
            count_steps(lambda step: os.kill(os.getpid(), signal.SIGKILL) if step == at else None)
            deed(both)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def main() -> None:
    template, work, scene = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    step, every = int(sys.argv[4]), int(sys.argv[5])
    # A double that remembers what it derived, for tests; the program itself has no such switch.
    vars(key_slots)["Argon2id"] = RememberedArgon2id
    # One path for all of them: the place where two meet is known by its path.
    around, kept = work / "now", work / "kept"
    for name in ("ana", "sam"):
        shutil.copytree(template, around / name)
    (around / "both").mkdir()
    before, deed = SCENES[scene]
    both = opened(around)
    for earlier in ALL[:before]:
        earlier(both)
    old_words = both.words if before else " ".join(["abandon"] * 11 + ["about"])
    both.close()
    around.rename(kept)
    killed_at, wrong = [], {}
    while True:
        shutil.copytree(kept, around)
        if not is_killed(around, deed, step):
            break
        killed_at.append(step)
        both = opened(around)
        if found := what_is_wrong(both, old_words):
            wrong[step] = found
        both.close()
        shutil.rmtree(around)
        step += every
    print(json.dumps({"killed_at": killed_at, "wrong": wrong}))


if __name__ == "__main__":
    main()
