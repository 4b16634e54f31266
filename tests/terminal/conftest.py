"""Terminals for the tests of this folder, closed whatever happens."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from journal.paths import Home
from tests.conftest import cairn_environment
from tests.terminal.tmux import CAIRN, Terminal

OpenTerminal = Callable[..., Terminal]


@pytest.fixture
def terminal(home: Home) -> Iterator[OpenTerminal]:
    """Open cairn, or another program, in a terminal of its own; a person types the passphrase."""
    terminals: list[Terminal] = []

    def open_one(
        program: Sequence[str] = CAIRN, *, at: Home = home, size: tuple[int, int] = (80, 24), **more: str
    ) -> Terminal:
        environment = cairn_environment(at, TERM="xterm-256color", **more)
        if "CAIRN_PASSPHRASE_COMMAND" not in more:
            del environment["CAIRN_PASSPHRASE_COMMAND"]
        terminals.append(Terminal(program, environment, size))
        return terminals[-1]

    yield open_one
    for one in terminals:
        one.close()
