"""The three ways, taken as a person takes them: keys on the screen, lines in a conversation, calls of a command."""

import asyncio
import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field

import pytest
from textual.command import CommandPalette

from journal.clock import Clock
from journal.errors import BadInput
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE
from tests.parity.deed import Deed, Place
from tests.parity.steps import (
    PALETTE,
    Call,
    Calls,
    Does,
    FromPaper,
    Hidden,
    Keys,
    KeyStep,
    Lines,
    LineStep,
    Own,
    Paper,
    Sees,
    Waits,
    filled_in,
)
from tests.screens.facilitators import holding
from tests.screens.stage import (
    TRIES,
    Actor,
    at_the_door,
    desk_of,
    key,
    open_desk,
    opened,
    picture,
    until,
    until_shown,
    write,
)
from tui import cli
from tui.commands import terminal
from tui.commands.grammar import build_parser
from tui.exits import tell
from tui.plain.conversation import Conversation, EndOfInput
from tui.plain.start import hold
from tui.plain.support import support_lines
from tui.plain.visit import Door
from tui.screens.facilitator_summaries import Summaries
from tui.screens.today import Today

SIZE = (80, 45)
"""High enough that nothing has to be scrolled to."""
SETTLES = 2
"""An answer may lead to another question."""

_ID = re.compile(r"\b[0-9a-f]{8}\b|(?<=\()[a-z]\d+(?=\))")
_ON_PAPER = re.compile(r"\b(\d{1,2}) +([a-z]{3,})\b")
_ASKED_WORD = re.compile(r"Word (\d+):")


@dataclass(slots=True)
class Prepared:
    """Where a deed is done, and the names that its ways use."""

    home: Home
    clock: Clock
    names: dict[str, str] = field(default_factory=dict)

    def place(self, passphrase: str = PASSPHRASE) -> Place:
        """The journal, opened anew. Whoever asks closes it."""
        return Place(open_journal(self.home, passphrase, self.clock), self.home, self.clock)


# The screen


async def on_screen(way: Keys, deed: Deed, at: Prepared) -> None:
    """Press every key, then wait until what the deed is for has come about."""
    async with _app(deed, at) as pilot:
        first = picture(pilot.app.screen)
        assert not told_before(deed, first, at.names), f"shown before anything was pressed:\n{first}"
        paper: dict[str, str] = {}
        for step in way.steps:
            await _take(pilot, step, at.names, paper)
        await _until_done(pilot, deed, at)


def told_before(deed: Deed, told: str, names: dict[str, str]) -> bool:
    """Whether anything that the deed shows was told before it was done."""
    wanted = [words for one in deed.shows for words in ((one,) if isinstance(one, str) else one)]
    return any(filled_in(words, names) in told for words in wanted)


def _app(deed: Deed, at: Prepared) -> "AbstractAsyncContextManager[Actor]":
    stage = at_the_door if deed.begins != "open" else holding if deed.whose == "facilitator" else opened
    return stage(at.home, at.clock, SIZE)


async def _take(pilot: Actor, step: KeyStep, names: dict[str, str], paper: dict[str, str]) -> None:
    match step:
        case str():
            await _press(pilot, step)
        case Own():
            await write(pilot, filled_in(step.text, names))
        case Does():
            await _do(pilot, step)
        case Sees():
            await _see(pilot, step)
        case Waits():
            await until(pilot, lambda: step.until(pilot))
        case Paper():
            paper.update(_ON_PAPER.findall(picture(pilot.app.screen)))
        case FromPaper():
            asked = _ASKED_WORD.findall(picture(pilot.app.screen))
            await write(pilot, paper[asked[step.asked - 1]])


async def _do(pilot: Actor, step: Does) -> None:
    """Press its key, on the screen it belongs to; what has none is found by its name."""
    action = step.action
    here = getattr(pilot.app.screen, "WHERE", "")
    assert action.where in ("", here), f"{step.id} belongs to {action.where}, and this is {here or 'a question'}"
    if action.keys:
        await _press(pilot, action.keys[0])
        return
    await _press(pilot, Does(PALETTE).action.keys[0])
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
    await write(pilot, action.words)
    await until_shown(pilot, "here, by name")
    await _press(pilot, "enter")


async def _press(pilot: Actor, name: str) -> None:
    """One key, and everything that follows from it at once; a pilot's own press takes twice as long."""
    pilot.app.post_message(key(name))
    await pilot.pause()


async def _see(pilot: Actor, step: Sees) -> None:
    def is_there() -> bool:
        screen = pilot.app.screen
        focused = screen.focused
        listens = focused is not None or isinstance(screen, Today | Summaries)
        right_place = not step.at or (focused is not None and focused.id == step.at)
        return listens and right_place and step.words in picture(screen)

    await until(pilot, is_there)


async def _until_done(pilot: Actor, deed: Deed, at: Prepared) -> None:
    for _ in range(TRIES):
        await pilot.pause()
        if await _is_done(pilot, deed, at):
            await _let_settle(pilot)
            return
        await asyncio.sleep(0.002)
    raise AssertionError(f"it never came about; the screen shows:\n{picture(pilot.app.screen)}")


async def _let_settle(pilot: Actor) -> None:
    """Answers that are still on their way belong to this visit, not to its end."""
    for _ in range(SETTLES):
        await pilot.pause()
        await desk_of(pilot).ask(lambda journal: None)
    await pilot.pause()


async def _is_done(pilot: Actor, deed: Deed, at: Prepared) -> bool:
    app = pilot.app
    if deed.is_gone:
        return app.return_value is not None and not at.home.exists()
    if deed.ends is not None:
        return app.return_value == deed.ends
    shown = picture(app.screen)
    desk = open_desk(pilot)
    if desk is None or deed.not_told(shown, at.names):
        return False
    return bool(await desk.ask(lambda journal: deed.is_so(Place(journal, at.home, at.clock))))


# Plain lines


class Keyboard:
    """Lines that are known before, or worked out from what was said; after the last one there is nobody."""

    was_cut = False

    def __init__(self, answers: list[Callable[[], str]], heard: list[str]) -> None:
        self.answers = answers
        self._heard = heard
        self.first_asked_at: int | None = None
        """How many lines had been said when the first answer was wanted."""

    def line(self) -> str:
        if self.first_asked_at is None:
            self.first_asked_at = len(self._heard)
        if not self.answers:
            raise EndOfInput
        return self.answers.pop(0)()


class Secrets:
    """A passphrase that came with the call, and what is typed at the terminal."""

    def __init__(self, typed: list[str], *, opens: bool) -> None:
        """Nothing is typed yet.

        Args:
            typed: in order.
            opens: whether the door is opened by what came with the call; where something is typed, that is all it does.
        """
        self._typed = typed
        self._comes_with_the_call = opens or not typed
        self._is_asked_again = not typed

    def has_source(self) -> bool:
        return self._comes_with_the_call

    def from_source(self) -> str:
        self._comes_with_the_call = self._is_asked_again
        return PASSPHRASE

    def ask(self, question: str) -> str:
        if not self._typed:
            raise EOFError
        return self._typed.pop(0)


def in_plain_lines(way: Lines, deed: Deed, at: Prepared) -> str:
    """Hold the whole conversation; every line of the way must have been asked for. Gives all that was said."""
    said: list[str] = []
    typed = [filled_in(step.text, at.names) for step in way.steps if isinstance(step, Hidden)]
    keyboard = Keyboard([_answer(step, at.names, said) for step in way.steps if not isinstance(step, Hidden)], said)
    talk = Conversation(keyboard, said.append, lambda topic: support_lines(at.home, topic), is_typed=bool(typed))
    secrets = Secrets(typed, opens=deed.begins == "open")
    left = hold(Door(talk, at.home, at.clock, secrets), output_is_terminal=False)
    told = "\n".join(said)
    assert (keyboard.answers, typed) == ([], []), f"not all of it was asked for:\n{told}"
    begins = "\n".join(said[: keyboard.first_asked_at] if deed.begins == "open" else [])
    assert not told_before(deed, begins, at.names), f"said before anything was typed:\n{begins}"
    assert deed.not_told(told, at.names) == [], told
    assert deed.ends in (None, left.how)
    return told


def _answer(step: LineStep, names: dict[str, str], said: list[str]) -> Callable[[], str]:
    if isinstance(step, FromPaper):
        return lambda: _from_paper(said)
    text = filled_in(step, names) if isinstance(step, str) else filled_in(step.text, names)
    return lambda: text


def _from_paper(said: list[str]) -> str:
    """The word that was asked for last, from the numbered words before it."""
    on_paper: dict[str, str] = dict(
        found for line in said for found in _ON_PAPER.findall(line) if line == " ".join(found)
    )
    return on_paper[_ASKED_WORD.findall(said[-1])[0]]


# Commands


def from_a_shell(way: Calls, deed: Deed, at: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every call, in this process, with its words on standard input."""
    monkeypatch.setenv("CAIRN_HOME", str(at.home.root))
    monkeypatch.setenv("CAIRN_PASSPHRASE_COMMAND", f"echo '{PASSPHRASE}'")
    monkeypatch.setattr(terminal, "SystemClock", lambda: at.clock)
    told = ""
    names = dict(at.names)
    for one in way.steps:
        words = filled_in(one.words.text, names) if one.words is not None else ""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words.encode()), encoding="utf-8"))
        with _by_descriptor(one) as more:
            # A shell knows what the sign for one's own folder stands for.
            arguments = [os.path.expanduser(word) for word in filled_in(one.arguments, names).split()]
            code, answer, talk = _called([*arguments, *more])
        assert code == 0, talk
        told += answer + talk
        if one.makes:
            names[one.makes] = _ID.findall(answer)[0]
    assert deed.not_told(told, at.names) == [], told


@contextmanager
def _by_descriptor(one: Call) -> Iterator[list[str]]:
    """The option that names a descriptor with the secrets of a call; none where it has none."""
    if not one.secrets:
        yield []
        return
    reader, writer = os.pipe()
    os.write(writer, "".join(f"{secret.text}\n" for secret in one.secrets).encode())
    os.close(writer)
    try:
        yield ["--passphrase-fd", str(reader)]
    finally:
        os.close(reader)


def _called(arguments: list[str]) -> tuple[int, str, str]:
    """The exit code of one call, its answer, and what was said beside it."""
    answer, talk = io.StringIO(), io.StringIO()
    with redirect_stdout(answer), redirect_stderr(talk):
        try:
            code = cli.run(build_parser(arguments).parse_args(arguments))
        except BadInput as problem:
            code = tell(problem, as_json=False)
    return code, answer.getvalue(), talk.getvalue()
