"""When a key holder must end, on clocks that a test moves."""

import os
import subprocess

import pytest

from journal.vault.holder_watch import LOOK_EVERY_S, SLEPT_S, Shell, Watch
from tests.vault.holding import PYTHON


class Clocks:
    """A clock that stands still in sleep, and the one on the wall."""

    def __init__(self) -> None:
        self.awake, self.wall = 1000.0, 1_770_000_000.0
        self.is_there = True

    def watch(self, seconds: float) -> Watch:
        return Watch(seconds, lambda: self.is_there, lambda: self.awake, lambda: self.wall)

    def goes_by(self, seconds: float) -> None:
        self.awake += seconds
        self.wall += seconds

    def sleeps(self, seconds: float) -> None:
        self.wall += seconds


def test_it_lasts_its_time_and_no_longer() -> None:
    clocks = Clocks()
    watch = clocks.watch(900)
    clocks.goes_by(899.9)
    assert not watch.is_over()
    clocks.goes_by(0.1)
    assert watch.is_over()


def test_it_looks_at_least_every_second_and_on_time() -> None:
    clocks = Clocks()
    watch = clocks.watch(900)
    assert watch.next_look_s() == LOOK_EVERY_S
    clocks.goes_by(899.75)
    assert watch.next_look_s() == 0.25
    clocks.goes_by(5)
    assert watch.next_look_s() == 0


def test_a_sleep_of_more_than_a_minute_ends_it_and_a_shorter_one_does_not() -> None:
    clocks = Clocks()
    watch = clocks.watch(900)
    clocks.sleeps(SLEPT_S)
    assert not watch.is_over()
    clocks.sleeps(1)
    assert watch.is_over()


def test_short_sleeps_add_up() -> None:
    clocks = Clocks()
    watch = clocks.watch(900)
    ends = []
    for _ in range(4):
        clocks.goes_by(1)
        clocks.sleeps(25)
        ends.append(watch.is_over())
    assert ends == [False, False, True, True]


def test_a_clock_that_is_set_back_a_year_hides_no_sleep() -> None:
    clocks = Clocks()
    watch = clocks.watch(900)
    clocks.sleeps(-365 * 86_400)
    assert not watch.is_over()
    clocks.sleeps(SLEPT_S + 1)
    assert watch.is_over()


def test_it_ends_with_what_it_depends_on() -> None:
    clocks = Clocks()
    watch = clocks.watch(900)
    clocks.is_there = False
    assert watch.is_over()


@pytest.mark.parametrize("kernel_tells", [True, False], ids=["told by the kernel", "looked for"])
def test_a_shell_is_there_until_its_process_has_ended(monkeypatch: pytest.MonkeyPatch, kernel_tells: bool) -> None:
    if not kernel_tells:
        monkeypatch.delattr(os, "pidfd_open")
    with subprocess.Popen([*PYTHON, "-c", "input()"], stdin=subprocess.PIPE) as process:
        shell = Shell(process.pid)
        assert (shell.descriptor is not None) is kernel_tells
        assert shell.is_there()
        assert process.stdin is not None
        process.stdin.write(b"\n")
    assert not shell.is_there()
    assert not Shell(process.pid).is_there()


def test_without_a_shell_nothing_is_looked_for() -> None:
    assert Shell(None).is_there()
    assert Shell(None).descriptor is None


def test_a_shell_of_another_user_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_process: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.delattr(os, "pidfd_open")
    monkeypatch.setattr(os, "kill", refused)
    assert Shell(1).is_there()
