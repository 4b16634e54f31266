"""A command whose streams are closed or full: what was to be done is done, and the exit code says how it went."""

import shlex
import subprocess
import sys
from collections.abc import Callable

import pytest

from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import cairn_environment

Redirected = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def redirected(home: Home) -> Redirected:
    """Run cairn as its own process, by way of a shell that closes or turns some of its streams."""

    def run(call: str, streams: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["/bin/sh", "-c", f"{shlex.quote(sys.executable)} -P -m tui {call} {streams}"],
            env=cairn_environment(home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.mark.parametrize("streams", [">&-", ">/dev/full", ">&- 2>&-", "2>&-", "2>/dev/full", "<&-"])
def test_a_check_in_is_saved_once_and_says_so_by_its_code(
    redirected: Redirected, journal: OpenJournal, streams: str
) -> None:
    done = redirected("check-in --mood 6", streams)
    assert (done.returncode, done.stderr) in [(0, ""), (0, "It is done. The answer alone could not be written out.\n")]
    assert journal.timeline_count(Filter()) == 1


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full"])
def test_a_refusal_that_nobody_can_be_told_keeps_its_code_and_is_no_answer(
    redirected: Redirected, streams: str
) -> None:
    for call in ("check-in --mood 11", "check-in --mood 11 --json", "write -"):
        done = redirected(call, streams)
        assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("call", ["look-back", "settings", "show", "prompt", "support", "support --json"])
def test_an_answer_for_which_there_is_no_room_is_told_as_that(redirected: Redirected, call: str) -> None:
    done = redirected(call, ">/dev/full")
    assert (done.returncode, len(done.stderr.splitlines())) == (6, 1)


@pytest.mark.parametrize("call", ["write -", "search -", "settings name -", "support add -", "check-in --note -"])
def test_words_that_were_to_be_read_from_nowhere_are_asked_for_by_one_sentence(
    redirected: Redirected, call: str
) -> None:
    done = redirected(call, "<&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
