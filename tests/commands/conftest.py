"""Calls in this process on an open journal, and calls that are answered on a terminal by hand."""

import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from journal.errors import BadInput
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.commands.two_homes import Places, Two, two_people
from tests.conftest import Cairn, cairn_environment
from tui import cli
from tui.commands.grammar import build_parser
from tui.commands.terminal import Terminal
from tui.exits import tell

Here = Callable[..., "CompletedProcess[str]"]
ByHand = Callable[..., "CompletedProcess[str]"]

PATIENCE_S = 20


@pytest.fixture
def here(journal: OpenJournal, home: Home, monkeypatch: pytest.MonkeyPatch) -> Here:
    """Run a command's own code on this test's open journal, as a script would: where many calls are tried."""

    @contextmanager
    def opened(_: Terminal, *, ask_again: bool = False) -> Iterator[OpenJournal]:
        yield journal

    monkeypatch.setattr(Terminal, "journal", opened)

    def run(*arguments: str, words: str | bytes = "") -> "CompletedProcess[str]":
        content = words.encode() if isinstance(words, str) else words
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        said, told = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(told):
            code = _run([*arguments, "--home", str(home.root)])
        return CompletedProcess(arguments, code, said.getvalue(), told.getvalue())

    return run


def _run(arguments: Sequence[str]) -> int:
    try:
        options = build_parser(arguments).parse_args(arguments)
    except BadInput as problem:
        return tell(problem, "--json" in arguments)
    try:
        return cli.run(options)
    except SystemExit as crashed:
        return int(crashed.code or 0)


@pytest.fixture
def by_hand(home: Home) -> ByHand:
    """Run cairn as its own process with a terminal on standard input, and type these lines."""

    def run(*arguments: str, typed: Sequence[str], ends: bool = False) -> "CompletedProcess[str]":
        """`ends`: whether Ctrl+D follows the last line."""
        keyboard, terminal = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-P", "-m", "tui", *arguments],
            stdin=terminal,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=cairn_environment(home),
        ) as process:
            os.write(keyboard, "".join(f"{line}\n" for line in typed).encode() + (b"\x04" if ends else b""))
            said, told = _all_of(process)
        os.close(keyboard)
        os.close(terminal)
        return CompletedProcess(arguments, process.returncode, said.decode(), told.decode())

    return run


def _all_of(process: "subprocess.Popen[bytes]") -> tuple[bytes, bytes]:
    """What it said and told until it ended; one that asks for more than was typed is ended here."""
    try:
        return process.communicate(timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        said, told = process.communicate()
        raise AssertionError(f"still asking: {told.decode()}\n{said.decode()}") from None


@pytest.fixture
def two(cairn: Cairn, template_home: Home, tmp_path: Path) -> Two:
    """Two people who have not met, and a folder that both can see."""
    return two_people(cairn, template_home, tmp_path)


@pytest.fixture(scope="session")
def places() -> list[Places]:
    """The one pair that has met in this run, once it has."""
    return []


@pytest.fixture
def met(cairn: Cairn, template_home: Home, tmp_path_factory: pytest.TempPathFactory, places: list[Places]) -> Two:
    """Two people who have compared the words."""
    if not places:
        places.append(Places(cairn, tmp_path_factory.mktemp("met"), template_home))
    return places[0].again(cairn)
