"""A visit killed at each of its steps in turn: `python -m tests.pages.killed TEMPLATE WORK SCENE FIRST EVERY`.

A step is a statement to the real journal, or a call that the real folder makes. For every step the two homes and the
folder are copied, a child makes the visit and is killed at that step, and then both go on as if nothing had been. The
last line says at which steps it was killed, and what was found that should not be.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from journal.store.connection import Connection
from journal.vault import key_slots
from sync.pairing import Pairing
from sync.records.pairs import State
from tests.pages.real_people import Two, opened
from tests.store.remembered_argon2 import RememberedArgon2id

TITLE, LETTERS = "Get out most days", ["first", "second"]


def before_sending(two: Two) -> None:
    """Ana has words for Sam, and comes."""
    two.ana.share(TITLE)
    for letter in LETTERS:
        two.ana.encourage(letter)


def before_taking(two: Two) -> None:
    """Ana's words stand there, and Sam comes with words of his own."""
    before_sending(two)
    two.ana.visit()
    two.sam.share("Read a little")


def before_answering_an_end(two: Two) -> None:
    before_taking(two)
    two.visit_in_turn()
    Pairing(two.ana.journal).end(two.ana.partner)
    two.ana.visit()


def before_an_end_is_over(two: Two) -> None:
    before_answering_an_end(two)
    two.sam.visit()


SCENES: dict[str, tuple[Callable[[Two], None], str]] = {
    "sending": (before_sending, "ana"),
    "taking": (before_taking, "sam"),
    "answering an end": (before_answering_an_end, "sam"),
    "an end that is over": (before_an_end_is_over, "ana"),
}


def count_steps(of: Callable[[int], None]) -> None:
    """Let every step of this process be told, with its number, before it is made."""
    steps = iter(range(1, 1_000_000))

    def told(owner: Any, name: str) -> None:
        really = getattr(owner, name)

        def step(*arguments: Any, **named: Any) -> Any:
            of(next(steps))
            return really(*arguments, **named)

        setattr(owner, name, step)

    for owner, names in ((Connection, ("execute", "rows", "row")), (os, ("open", "fsync", "rename", "replace"))):
        for name in names:
            told(owner, name)
    for name in ("replace", "unlink", "iterdir"):
        told(Path, name)


def visit(around: Path, who: str, kill_at: int) -> None:
    """Be the one who comes, until that step."""
    two = opened(around)

    def maybe(step: int) -> None:
        if step == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    count_steps(maybe)
    getattr(two, who).visit()


def is_killed(around: Path, who: str, at: int) -> bool:
    child = os.fork()
    if child == 0:
        try:
            visit(around, who, at)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def what_is_wrong(around: Path, scene: str) -> list[str]:
    """After both have gone on."""
    two = opened(around)
    two.visit_in_turn(4)
    ended = "an end" in scene
    wanted_letters = {"ana": [], "sam": LETTERS}
    wanted_titles = {"ana": ["Read a little"] if scene == "taking" else [], "sam": [TITLE]}
    wrong = []
    for name, side in (("ana", two.ana), ("sam", two.sam)):
        pair = side.pair
        if side.letters != wanted_letters[name]:
            wrong.append(f"{name} has other words")
        if ended and (pair.state, pair.view, pair.root) != (State.ENDED, None, None):
            wrong.append(f"{name} has not come to the end")
        if not ended and side.titles != wanted_titles[name]:
            wrong.append(f"{name} is shown something else")
        if not ended and side.standing.seen_by_them != side.standing.number:
            wrong.append(f"{name} was not answered")
    left = [path.name for path in (around / "both").iterdir() if path.name.startswith(".")]
    two.close()
    return wrong + left


def main() -> None:
    template, work, scene = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    step, every = int(sys.argv[4]), int(sys.argv[5])
    # A double that remembers what it derived, for tests; the program itself has no such switch.
    vars(key_slots)["Argon2id"] = RememberedArgon2id
    prepare, who = SCENES[scene]
    begun = work / "begun"
    shutil.copytree(template, begun)
    two = opened(begun)
    prepare(two)
    two.close()
    killed_at: list[int] = []
    wrong, around = {}, work / "now"
    while True:
        shutil.copytree(begun, around)
        if not is_killed(around, who, step):
            break
        killed_at.append(step)
        if found := what_is_wrong(around, scene):
            wrong[step] = found
        shutil.rmtree(around)
        step += every
    print(json.dumps({"killed_at": killed_at, "wrong": wrong}))


if __name__ == "__main__":
    main()
