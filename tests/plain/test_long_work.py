"""Work that takes a while: how far it is, and how it is stopped."""

import os
import signal
from collections.abc import Callable

import pytest

from journal.progress import Progress
from tui.plain.conversation import Back, Conversation
from tui.plain.long_work import FIRST_AFTER_S, at_length
from tui.wording import plain_keys as said


class Told:
    """A conversation that nobody answers, and a clock that is set by hand."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.now_s = 0.0
        self.talk = Conversation(_Nobody(), self.said.append, lambda _: [])

    def do(self, work: Callable[[Progress], str]) -> str:
        return at_length(self.talk, work, lambda: self.now_s)


class _Nobody:
    was_cut = False

    def line(self) -> str:
        raise AssertionError


def test_long_work_says_how_far_it_is_now_and_then_and_short_work_nothing() -> None:
    told = Told()

    def work(progress: Progress) -> str:
        for done in range(101):
            told.now_s += FIRST_AFTER_S / 4
            progress(done, 100)
        return "done"

    assert told.do(lambda progress: "at once") == "at once"
    assert told.said == []
    assert told.do(work) == "done"
    assert told.said[0] == said.goes_on(3)
    assert 5 < len(told.said) < 10


def test_ctrl_c_stops_long_work_between_two_steps_and_is_told() -> None:
    told = Told()
    steps = []

    def work(progress: Progress) -> str:
        os.kill(os.getpid(), signal.SIGINT)
        steps.append("nothing comes into the middle of this")
        progress(1, 100)
        raise AssertionError

    with pytest.raises(Back):
        told.do(work)
    assert len(steps) == 1
    assert told.said == [said.STOPPED]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("looks", [True, False], ids=["at the next step", "when it is done"])
def test_being_told_to_end_waits_for_a_step_to_be_done(looks: bool) -> None:
    def work(progress: Progress) -> str:
        os.kill(os.getpid(), signal.SIGTERM)
        if looks:
            progress(1, 2)
            raise AssertionError
        return "done"

    with pytest.raises(SystemExit) as ending:
        Told().do(work)
    assert ending.value.code == 128 + signal.SIGTERM
