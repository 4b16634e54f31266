"""The zone's name: taken from where the computer gives it plainly, and worked out where it does not."""

import os
import sys
import types
from pathlib import Path

import pytest

from journal import clock
from journal.clock import SystemClock

WORKED_OUT = "Asia/Tokyo"


@pytest.fixture(autouse=True)
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer that says nothing yet, on which what works it out says Tokyo."""
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(clock, "LINK", str(tmp_path / "localtime"))
    monkeypatch.setattr(clock, "ALSO_NAMED", str(tmp_path / "timezone"))
    asked = types.ModuleType("tzlocal")
    asked.get_localzone_name = lambda: WORKED_OUT  # type: ignore[attr-defined]  # stands in for a whole package
    monkeypatch.setitem(sys.modules, "tzlocal", asked)
    return tmp_path


def link(computer: Path, zone: str) -> None:
    (computer / "localtime").symlink_to(f"/usr/share/zoneinfo/{zone}")


def test_a_zone_that_a_variable_names_is_taken(monkeypatch: pytest.MonkeyPatch, computer: Path) -> None:
    link(computer, "Europe/London")
    monkeypatch.setenv("TZ", "Europe/Paris")
    assert SystemClock().zone() == "Europe/Paris"
    assert SystemClock().now().utcoffset() is not None


def test_a_zone_that_the_link_names_is_taken(computer: Path) -> None:
    link(computer, "America/Argentina/Buenos_Aires")
    assert SystemClock().zone() == "America/Argentina/Buenos_Aires"


def test_a_second_place_that_says_the_same_changes_nothing(computer: Path) -> None:
    link(computer, "Europe/London")
    (computer / "timezone").write_text("Europe/London\n")
    assert SystemClock().zone() == "Europe/London"


@pytest.mark.parametrize("also", [b"Europe/Paris\n", b"", b"\xff"], ids=["another", "nothing", "no text"])
def test_two_places_that_do_not_say_the_same_are_left_to_what_works_it_out(computer: Path, also: bytes) -> None:
    link(computer, "Europe/London")
    (computer / "timezone").write_bytes(also)
    assert SystemClock().zone() == WORKED_OUT


@pytest.mark.parametrize(
    "named", ["EST5EDT,M3.2.0,M11.1.0", ":Europe/London", "Nowhere/At-all", "/etc/passwd", "../../etc/passwd", "a/\0"]
)
def test_what_is_no_plain_name_is_left_to_what_works_it_out(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setattr(os, "environ", {"TZ": named})
    assert SystemClock().zone() == WORKED_OUT


def test_a_file_in_place_of_the_link_is_left_to_what_works_it_out(computer: Path) -> None:
    (computer / "localtime").write_bytes(b"TZif2")
    assert SystemClock().zone() == WORKED_OUT


@pytest.mark.parametrize("said", [None, "Nowhere/At-all"])
def test_what_nobody_can_name_is_utc(monkeypatch: pytest.MonkeyPatch, said: str | None) -> None:
    monkeypatch.setattr(sys.modules["tzlocal"], "get_localzone_name", lambda: said)
    assert SystemClock().zone() == "UTC"


def test_it_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    now = SystemClock()
    assert now.zone() == "Europe/Paris"
    monkeypatch.setenv("TZ", "Europe/London")
    assert now.zone() == "Europe/Paris"
