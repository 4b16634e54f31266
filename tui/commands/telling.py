"""What is to be known before something is done, on standard error."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tui.commands.terminal import Terminal


@contextmanager
def telling(terminal: Terminal, sentences: Sequence[str]) -> Iterator[None]:
    """Say these first; to a script that reads JSON once it is done, since an error stands there alone."""
    _say(terminal, [] if terminal.as_json else sentences)
    yield
    _say(terminal, sentences if terminal.as_json else [])


def _say(terminal: Terminal, sentences: Sequence[str]) -> None:
    for sentence in sentences:
        terminal.say(sentence)
