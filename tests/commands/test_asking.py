"""Plain questions on a terminal: each of them skippable, asked again after a slip, and nothing typed is lost."""

import io
import sys
from argparse import Namespace

import pytest

from journal.domain.goal import GOAL_PARTS
from journal.domain.parts import Part
from journal.domain.peer_session import AFTER
from journal.domain.shelves import SHELVES
from journal.errors import NoRoom
from journal.paths import Home
from tui.commands.asking import ask_choice, ask_part, ask_parts
from tui.commands.terminal import Terminal
from tui.wording import plain, shell


class Keyboard:
    """A terminal on which these lines are typed; then Ctrl+C, or Ctrl+D."""

    closed = False

    def __init__(self, *lines: str, interrupts: bool = False) -> None:
        self._lines = io.StringIO("".join(f"{line}\n" for line in lines))
        self._interrupts = interrupts

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise io.UnsupportedOperation

    def readline(self) -> str:
        line = self._lines.readline()
        if not line and self._interrupts:
            raise KeyboardInterrupt
        return line


@pytest.fixture
def terminal(home: Home) -> Terminal:
    return Terminal(Namespace(json=False, home=str(home.root), dash=None))


def asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, kind: str, parts: tuple[Part, ...], keyboard: Keyboard
) -> tuple[dict[str, object], list[dict[str, object]]]:
    """What was given, and everything that was kept on the way."""
    monkeypatch.setattr(sys, "stdin", keyboard)
    kept: list[dict[str, object]] = []
    try:
        return ask_parts(terminal, kind, parts, lambda answers: kept.append(dict(answers))), kept
    except KeyboardInterrupt:
        return {}, kept


def test_every_part_can_be_skipped(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = tuple(part for part in GOAL_PARTS if not part.needed)
    for answer in ("", "skip", " SKIP "):
        given, _ = asked(terminal, monkeypatch, "goal", parts, Keyboard(*[answer] * len(parts)))
        assert given == {}


def test_a_choice_is_its_number_its_words_or_its_own_name(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    felt = tuple(part for part in AFTER if part.name == "felt_right")
    for typed in ("3", "not really", "Not Really", "not_really", "not-really"):
        assert asked(terminal, monkeypatch, "session", felt, Keyboard(typed))[0] == {"felt_right": "not_really"}


def test_a_slip_is_told_with_what_fits_and_asked_again(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = tuple(part for part in GOAL_PARTS if part.name in ("themes", "revisit_on"))
    keyboard = Keyboard("hope, gold", "hope, 1", "in May", "2026-05-01")
    assert asked(terminal, monkeypatch, "goal", parts, keyboard)[0] == {
        "themes": ("hope", "connectedness"),
        "revisit_on": "2026-05-01",
    }
    told = capsys.readouterr().err
    assert plain.choose_help(6) in told
    assert plain.A_DAY_IS in told
    assert "gold" not in told


def test_an_end_of_input_leaves_the_rest_blank_but_not_what_is_needed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = SHELVES["tool"].parts
    assert asked(terminal, monkeypatch, "tool", parts, Keyboard("a walk"))[0] == {"name": "a walk"}
    with pytest.raises(EOFError):
        asked(terminal, monkeypatch, "tool", parts, Keyboard(""))


def test_an_interruption_in_the_middle_of_an_answer_keeps_its_lines_and_those_before(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyboard = Keyboard("time", ".", "a laugh", "and tea", interrupts=True)
    _, kept = asked(terminal, monkeypatch, "session", AFTER, keyboard)
    assert kept[-1] == {"gave": "time", "received": "a laugh\nand tea"}


def test_words_that_are_skipped_leave_no_trace_in_what_is_kept(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, kept = asked(terminal, monkeypatch, "session", AFTER, Keyboard("skip", "a laugh", ".", interrupts=True))
    assert kept[-1] == {"received": "a laugh"}


def test_support_lines_come_at_once_and_the_question_stays(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given, _ = asked(terminal, monkeypatch, "session", AFTER, Keyboard("!", "time", "!", ".", "", "", "", "!", "1"))
    assert given == {"gave": "time\n!", "felt_right": "yes"}
    assert capsys.readouterr().err.count("112 in much of the world") == 2


def test_a_question_without_an_answer_is_none(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("perhaps", "skip"))
    assert ask_choice(terminal, "Which?", {"a": "the first", "b": "the second"}) is None


def test_a_line_that_is_no_text_is_told_and_taken_once_more(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("half \ud800", "whole"))
    part = next(part for part in SHELVES["person"].parts if part.name == "relationship")
    assert ask_part(terminal, "person", part) == "whole"
    assert plain.NOT_TEXT in capsys.readouterr().err


def test_a_full_disk_is_told_and_another_try_is_offered(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tries: list[int] = []

    def save() -> str:
        tries.append(len(tries))
        if len(tries) < 3:
            raise NoRoom
        return "saved"

    monkeypatch.setattr(sys, "stdin", Keyboard("", ""))
    assert terminal.save(save) == "saved"
    assert capsys.readouterr().err.count(shell.TRY_AGAIN) == 2
    monkeypatch.setattr(sys, "stdin", Keyboard("stop"))
    tries.clear()
    with pytest.raises(NoRoom):
        terminal.save(save)
