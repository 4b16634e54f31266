"""A catalogue that is damaged, or translates a sentence wrongly: cairn speaks English, and opens all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

LANGUAGE = "xx"
DAMAGED = (b"", b"\xde\x12", b"no catalogue at all", b"\xde\x12\x04\x95" + b"\xff" * 40)
"""Nothing, the start of one, something else, and one whose own figures cannot be."""


def support_now(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    asked = {"LANGUAGE": LANGUAGE, "CAIRN_LOCALE": str(folder), "CAIRN_HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, "-c", "from tui.cli import main; main()", "support", *words],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=False,
    )


def file_in(folder: Path) -> Path:
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    return place / "cairn.mo"


def write_catalogue(folder: Path, **said: str) -> None:
    catalogue = Catalog(charset="utf-8")
    for sentence, translation in said.items():
        catalogue.add(sentence, translation)
    with file_in(folder).open("wb") as out:
        write_mo(out, catalogue)


@pytest.mark.parametrize("content", DAMAGED)
def test_support_is_there_with_a_damaged_catalogue(tmp_path: Path, content: bytes) -> None:
    file_in(tmp_path).write_bytes(content)
    answered = support_now(tmp_path)
    assert (answered.returncode, answered.stderr) == (0, "")
    assert answered.stdout.startswith("Support now\n")


def test_a_right_translation_is_taken(tmp_path: Path) -> None:
    write_catalogue(tmp_path, **{"Support now": "Hilfe jetzt"})
    assert support_now(tmp_path).stdout.startswith("Hilfe jetzt\n")


@pytest.mark.parametrize(
    "wrong",
    [
        "Sie sind {ort}. {hash}",
        "Sie sind dort.",
        "{place} {hash} {",
        "{place.__class__} {hash}",
        "{place} {hash} {0}",
    ],
)
def test_a_sentence_that_fills_in_something_else_stays_english(tmp_path: Path, wrong: str) -> None:
    sentence = "The lines are {place}. Hash: {hash}."
    write_catalogue(tmp_path, **{sentence: wrong})
    answered = support_now(tmp_path)
    assert (answered.returncode, answered.stderr) == (0, "")
    assert "The lines are those that came with cairn. Hash: " in answered.stdout


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        ("111, dann die 2", "call 111, dann die 2"),
        ("112, dann die 2", "call 111, then option 2"),
        ("111", "call 111, then option 2"),
        ("2, dann 111", "call 111, then option 2"),
    ],
)
def test_a_translation_that_changes_a_number_of_a_support_line_is_not_said(
    tmp_path: Path, translation: str, said: str
) -> None:
    write_catalogue(tmp_path, **{"111, then option 2": translation})
    assert said in support_now(tmp_path, "--country", "GB", "--region", "Wales").stdout


def test_a_word_that_is_sent_to_a_support_line_stays(tmp_path: Path) -> None:
    write_catalogue(tmp_path, **{"SHOUT": "RUF", "999, after registering: text register to 999": "999: melden an 999"})
    shown = support_now(tmp_path, "--country", "GB").stdout
    assert "text SHOUT to 85258" in shown
    assert "text register to 999" in shown
