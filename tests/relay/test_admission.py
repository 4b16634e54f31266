"""The file of admission tokens: what is in it can be sent, and what is wrong with it is said without its words."""

import logging
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sync.relay.admission import Admission
from sync.relay.refusals import CallIsOff
from sync.transports.relay_address import read_address

GUIDE = Path(__file__).parents[2] / "docs" / "relay-operators.md"
SOMEWHERE = "192.0.2.1"


def test_what_makes_a_token_in_the_guide_makes_one_that_can_be_typed_and_admits(tmp_path: Path) -> None:
    (made_so,) = re.findall(r"`(python3 [^`]*)` makes a token", GUIDE.read_text(encoding="utf-8"))
    tokens = tmp_path / "tokens"
    for _ in range(5):
        _, *arguments = shlex.split(made_so)
        token = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True).stdout.strip()
        tokens.write_text(f"{token}\n", encoding="utf-8")
        typed = read_address(f"relay:https://{token}@relay.example").token
        assert Admission(tokens).who(typed.encode(), SOMEWHERE)


@pytest.mark.parametrize("line", ["a/b", "with space", "b\u00e9b\u00e9", "x" * 201, "a@b"])
def test_a_line_that_nobody_could_type_is_named_by_its_number_alone(tmp_path: Path, line: str) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text(f"# spring\ngood-one\n{line}\n", encoding="utf-8")
    with pytest.raises(CallIsOff, match=r"^Line 3 of the file of admission tokens is no token") as told:
        Admission(tokens)
    assert line not in str(told.value)


def test_a_file_from_an_editor_that_marks_its_beginning_admits_with_its_first_line(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text("first\r\nsecond\r\n", encoding="utf-8-sig", newline="")
    admission = Admission(tokens)
    assert admission.who(b"first", SOMEWHERE)
    assert admission.who(b"second", SOMEWHERE)


def test_a_file_that_becomes_unreadable_admits_nobody_and_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text("first\n", encoding="utf-8")
    admission = Admission(tokens)
    tokens.write_bytes(b"first\n\xff\xfe")
    with caplog.at_level(logging.WARNING):
        assert [admission.who(b"first", SOMEWHERE) for _ in range(3)] == [None] * 3
    assert caplog.messages == ["The file of admission tokens cannot be read."]
    tokens.write_text("first\nbad one\n", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert admission.who(b"first", SOMEWHERE)
    assert [message.split(" is no token")[0] for message in caplog.messages[1:]] == [
        "Line 2 of the file of admission tokens"
    ]
