"""A command of cairn run in this process as `python -m tui` would run it: its own streams, variables and mask.

What only a process has is left to a process: signals, a terminal, another zone or language, and whatever lives on
when the command has answered. The streams are changed at their descriptors, so that what the engine or a child
writes is caught too.
"""

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

import pytest

from journal.vault import process
from tui.cli import main

_OF_A_PROCESS = {"--plain", "demo", "lock", "unlock"}
_CHANGEABLE = {"CAIRN_PASSPHRASE_COMMAND"}


def can_run_here(arguments: Sequence[str], more: Mapping[str, str]) -> bool:
    """Whether nothing about the call needs a process of its own; `more`: variables other than everybody has."""
    return bool(arguments) and _OF_A_PROCESS.isdisjoint(arguments) and _CHANGEABLE.issuperset(more)


def run_here(
    arguments: Sequence[str], content: bytes, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    """Run one command and give back its exit code and what it printed."""
    with ExitStack() as stack:
        into, out, err = (stack.enter_context(tempfile.TemporaryFile()) for _ in range(3))
        into.write(content)
        into.seek(0)
        with _place(environment), _streams(into.fileno(), out.fileno(), err.fileno()):
            try:
                code = main(arguments)
            except SystemExit as leaving:
                code = int(leaving.code or 0)
        out.seek(0)
        err.seek(0)
        said, told = out.read().decode(), err.read().decode(errors="replace")
    return subprocess.CompletedProcess(list(arguments), code, said, told)


@contextmanager
def _streams(*descriptors: int) -> Iterator[None]:
    """Let 0, 1 and 2 be these, for Python and for everybody else in this process."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(standard) for standard in range(3)]
    with ExitStack() as stack:
        for standard, descriptor in enumerate(descriptors):
            os.dup2(descriptor, standard)
            stack.callback(os.close, kept[standard])
            stack.callback(os.dup2, kept[standard], standard)
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for standard, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
            stream = stack.enter_context(open(standard, mode, encoding="utf-8", closefd=False))
            patch.setattr(sys, name, stream)
        yield


@contextmanager
def _place(environment: Mapping[str, str]) -> Iterator[None]:
    """What else a process would have of its own; afterwards everything is as it was."""
    mask = os.umask(0o077)
    with pytest.MonkeyPatch.context() as patch:
        for name in set(os.environ) - set(environment):
            patch.delenv(name)
        for name, value in environment.items():
            patch.setenv(name, value)
        # The mask is set above. Limits, and what a short life does about garbage, would stay with the tests for good.
        patch.setattr(process, "harden_process", lambda: None)
        patch.setattr(gc, "disable", lambda: None)
        patch.setattr(gc, "freeze", lambda: None)
        try:
            yield
        finally:
            os.umask(mask)
