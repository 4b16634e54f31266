"""`cairn demo --tour`: every part at work on two temporary journals, by the commands a person would type.

A step is one function.
"""

import importlib
import io
import re
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from journal.clock import Clock, SystemClock
from journal.errors import CairnError
from journal.paths import Home, find_home
from journal.use_cases.preferences import Preferences, read_preferences
from journal.use_cases.unlocking import Unlocked, unlock_with_passphrase
from tui.commands.grammar import build_parser
from tui.commands.temporary_place import temporary_place
from tui.exits import DONE, OUR_FAULT, tell
from tui.inert import inert
from tui.wording import demo as words
from tui.wording.together import CALLED, YES

INVITE_WORDS = 12

Say = Callable[[str], None]


class DidNotWork(Exception):
    """A command of the tour ended with another exit code than 0."""

    def __init__(self, code: int) -> None:
        super().__init__()
        self.code = code


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk through the tour: two journals, and somebody to tell."""

    yours: Home
    theirs: Home
    shared: Path
    """The folder that both can see."""
    clock: Clock
    known: Preferences
    say: Say
    unlocked: dict[Home, Unlocked] = field(default_factory=dict, repr=False)
    """Each journal with its key, once its passphrase has opened it."""

    def run(self, home: Home, *arguments: str, typed: str = "") -> tuple[int, str]:
        """Run a command's own code here and now; its exit code, and what it answered and said.

        In this process and with a key that is derived once: eighty commands on their own would take longer than the
        tour may.
        """
        if home not in self.unlocked:
            self.unlocked[home] = unlock_with_passphrase(home, words.PASSPHRASE)
        return _run(home, arguments, typed, self.unlocked[home])

    def cairn(self, *arguments: str, typed: str = "", at: Home | None = None) -> str:
        """Run one command as its own caller would, tell what was typed and answered, and return the answer.

        Raises:
            DidNotWork: its exit code was not 0; what it said has been told.
        """
        whose = f"{words.THEIRS} " if at == self.theirs else ""
        self.say(f"   {whose}$ cairn {' '.join(arguments)}")
        for line in typed.splitlines():
            self.say(f"   > {line}")
        code, said = self.run(at or self.yours, *arguments, typed=typed)
        for line in said.splitlines():
            self.say(f"   {inert(line)}".rstrip())
        if code != DONE:
            raise DidNotWork(code)
        return said


Deed = Callable[[Walk], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One step."""

    title: str
    deed: Deed


def run(options: Namespace) -> int:
    """Walk through it all in a place that is gone afterwards."""
    known = read_preferences(find_home(options.home))
    with temporary_place() as place:
        return walk(place, SystemClock(), known, _print)


def walk(place: Path, clock: Clock, known: Preferences, say: Say) -> int:
    """Take every step in order, telling each; stop at one that does not work.

    Args:
        place: an empty folder; two journals and a folder between them are made in it.
        clock: for making the journals; the commands ask the computer's own.
        known: country and look of whoever is watching.
        say: told one line at a time.

    Returns:
        The exit code: 0, or that of the command that did not work.
    """
    here = Walk(Home(place / "yours"), Home(place / "theirs"), place / "between", clock, known, say)
    say(words.TOUR_BEGINS)
    for number, step in enumerate(STEPS, 1):
        say("")
        say(words.heading(number, step.title))
        try:
            step.deed(here)
        except DidNotWork as ended:
            say(words.STOPPED)
            return ended.code
    say("")
    say(words.TOUR_ENDS)
    return DONE


def _make_two(walk: Walk) -> None:
    from tui.commands.demo_journal import make_empty_journal

    for home, whose in ((walk.yours, words.YOURS), (walk.theirs, words.THEIRS)):
        make_empty_journal(home, words.PASSPHRASE, walk.clock, walk.known)
        walk.say(f"   {words.made(whose)}")


def _check_in(walk: Walk) -> None:
    walk.cairn("check-in", "--mood", "6", "--hope", "7", "--feeling", "calm", "--note", "-", typed=words.NOTE)


def _write(walk: Walk) -> None:
    walk.cairn("write", "-", typed=words.PAGE)


def _show(walk: Walk) -> None:
    walk.cairn("show")


def _keep(walk: Walk) -> None:
    """Find the page's id where a person would, in the list, and mark it."""
    walk.cairn("keep", _id_of(walk, walk.yours, "show", "--kind", "entry"))


def _goal(walk: Walk) -> None:
    goal = _id_in(walk.cairn("goal", "add", "-", typed=words.GOAL_TITLE))
    step = _id_in(walk.cairn("goal", "step", "add", goal, "-", typed=words.GOAL_STEP))
    walk.cairn("bring", goal)
    walk.cairn("goal", "step", "done", step)
    walk.cairn("goal", "show", goal)


def _session(walk: Walk) -> None:
    """What was brought is there before, and is not marked any more after."""
    walk.cairn("partner", "add", "--alias", words.PARTNER)
    walk.cairn("session", "before", "--partner", words.PARTNER)
    walk.cairn("session", "after", "--partner", words.PARTNER, "-", typed=words.REFLECTION)
    walk.cairn("bring")


def _search(walk: Walk) -> None:
    walk.cairn("search", "-", typed=words.LOOKED_FOR)


def _look_back(walk: Walk) -> None:
    """One check-in says little, and that is said; a few days more say a little."""
    today = SystemClock().now().date()
    for day, (mood, hope) in words.DAYS_BEFORE.items():
        when = (today - timedelta(days=day)).isoformat()
        code, said = walk.run(walk.yours, "check-in", "--mood", str(mood), "--hope", str(hope), "--at", when)
        if code != DONE:
            walk.say(said)
            raise DidNotWork(code)
    walk.say(f"   {words.DAYS_NOTED}")
    walk.cairn("look-back")


def _meet(walk: Walk) -> None:
    """Twelve words from one to the other, four words that both compare, and neither has done more than say so."""
    walk.shared.mkdir()
    via = ("--via", f"folder:{walk.shared}")
    invited = walk.cairn("partner", "invite", *via, "--alias", words.ME, "--partner", words.PARTNER)
    twelve = " ".join(invited.split()[:INVITE_WORDS])
    walk.cairn("partner", "join", "-", *via, "--alias", words.PARTNER, typed=twelve, at=walk.theirs)
    _carry(walk, walk.yours, walk.theirs, walk.yours)
    for home, whom in ((walk.yours, words.PARTNER), (walk.theirs, CALLED)):
        walk.cairn("partner", "compare", whom, at=home)
        walk.cairn("partner", "compare", whom, "--match", at=home)
    _carry(walk, walk.yours, walk.theirs, walk.yours)


def _carry(walk: Walk, *homes: Home) -> None:
    for home in homes:
        walk.cairn("sync", at=home)


def _share(walk: Walk) -> None:
    """Exactly what goes is shown before the yes; an encouragement comes back."""
    goal = _id_of(walk, walk.yours, "goal", "list")
    walk.cairn("goal", "step", "add", goal, "-", typed=words.GOAL_NEXT_STEP)
    chosen = ("--partner", words.PARTNER, "--goal", goal, "--fields", "title,next_step")
    walk.cairn("share", "preview", *chosen)
    walk.cairn("share", "add", *chosen, "-", typed=f"{YES}\n")
    _carry(walk, walk.yours, walk.theirs)
    walk.cairn("inbox", at=walk.theirs)
    walk.cairn("encourage", "--partner", words.ME, "-", typed=words.ENCOURAGEMENT, at=walk.theirs)
    _carry(walk, walk.theirs, walk.yours)
    walk.cairn("inbox")


def _stop_sharing(walk: Walk) -> None:
    walk.cairn("share", "stop", _id_of(walk, walk.yours, "share", "list"))
    _carry(walk, walk.yours, walk.theirs)
    walk.cairn("inbox", at=walk.theirs)
    _carry(walk, walk.yours)
    walk.cairn("share", "said-yes-to")


def _support(walk: Walk) -> None:
    walk.cairn("support")


def _id_of(walk: Walk, home: Home, *arguments: str) -> str:
    """The first id in a list that is not told once more."""
    code, listed = walk.run(home, *arguments)
    if code != DONE:
        walk.say(listed)
        raise DidNotWork(code)
    return _id_in(listed)


def _id_in(said: str) -> str:
    """The first id that was printed."""
    found = re.search(r"\b[0-9a-f]{8}\b", said)
    if found is None:
        raise DidNotWork(OUR_FAULT)
    return found[0]


STEPS: Sequence[Step] = (
    Step(words.TWO_JOURNALS, _make_two),
    Step(words.CHECK_IN, _check_in),
    Step(words.WRITE, _write),
    Step(words.FIND_AGAIN, _show),
    Step(words.KEEP, _keep),
    Step(words.GOAL, _goal),
    Step(words.SESSION, _session),
    Step(words.SEARCH, _search),
    Step(words.LOOK_BACK, _look_back),
    Step(words.MEET, _meet),
    Step(words.SHARE, _share),
    Step(words.STOP_SHARING, _stop_sharing),
    Step(words.SUPPORT, _support),
)
"""In the order of the command line contract, with what else there is in between."""


def _run(home: Home, arguments: Sequence[str], typed: str, unlocked: Unlocked) -> tuple[int, str]:
    heard = io.StringIO()
    with _typing(typed), redirect_stdout(heard), redirect_stderr(heard):
        try:
            typed_here = [*arguments, "--home", str(home.root)]
            options = build_parser(typed_here).parse_args(typed_here)
            options.unlocked = unlocked
            code: int = importlib.import_module(f"tui.commands.{options.handler}").run(options)
        except CairnError as problem:
            code = tell(problem, as_json=False)
    return code, heard.getvalue()


@contextmanager
def _typing(typed: str) -> Iterator[None]:
    """Standard input that holds these words and no more, so that nothing is ever asked of whoever watches."""
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


def _print(line: str) -> None:
    print(line, flush=True)
