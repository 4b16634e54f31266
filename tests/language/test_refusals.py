"""Refusals with something filled in: the words around it are translated, and what is filled in is never read."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from journal.errors import BadInput, Sentence
from tools.catalogue_of_errors import given_to_errors, names_of_errors, sentences_of_errors

ROOT = Path(__file__).parents[2]
SAID = """
from journal.errors import BadInput, Damaged, Sentence
from tui.language import hint_of, sentence_of
inside = Sentence("line {line} is blank", line=3)
hint = Sentence("The list: {words}. Your own words fit on the screen.", words="{place}")
problem = Damaged("{place}: {reason} Nothing was brought in.", hint=hint, place="{reason} {place} {", reason=inside)
print(sentence_of(problem), hint_of(problem), sentence_of(Damaged(problem.said)), problem, sep="\\n")
"""
TRANSLATED = {
    "line {line} is blank": "Zeile {line} ist leer.",
    "{place}: {reason} Nothing was brought in.": "Nichts kam herein. {reason} ({place})",
    "The list: {words}. Your own words fit on the screen.": "Die Liste: {words}.",
}


def said(folder: Path, translated: dict[str, str]) -> list[str]:
    catalogue = Catalog(charset="utf-8")
    for sentence, translation in translated.items():
        catalogue.add(sentence, translation)
    place = folder / "xx" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "cairn.mo").open("wb") as out:
        write_mo(out, catalogue)
    asked = {"LANGUAGE": "xx", "CAIRN_LOCALE": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", SAID], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_the_words_around_what_is_filled_in_are_translated_and_it_is_no_place_itself(tmp_path: Path) -> None:
    german = "Nichts kam herein. Zeile 3 ist leer. ({reason} {place} {)"
    english = "{reason} {place} {: line 3 is blank Nothing was brought in."
    assert said(tmp_path, TRANSLATED) == [german, "Die Liste: {place}.", german, english]


def test_a_translation_with_another_place_stays_english(tmp_path: Path) -> None:
    wrong = dict.fromkeys(TRANSLATED, "{place.__class__} {words!r} {line")
    assert said(tmp_path, wrong)[0] == "{reason} {place} {: line 3 is blank Nothing was brought in."


@pytest.mark.parametrize("hostile", ["{line}", "{", "}{", "{0}", "{line!r}", "\\1", "\\g<1>"])
def test_a_refusal_says_what_is_filled_in_as_it_is(hostile: str) -> None:
    refused = BadInput("There is no “{name}” on line {line}.", name=hostile, line=3)
    assert (str(refused), refused.said) == (f"There is no “{hostile}” on line 3.",) * 2
    assert refused.said.template == "There is no “{name}” on line {line}."


def test_a_sentence_without_places_may_have_braces() -> None:
    assert str(BadInput("A {brace} is a brace.")) == Sentence("A {brace} is a brace.") == "A {brace} is a brace."


def given(room: str) -> Iterator[tuple[str, ast.expr]]:
    sources = {path: path.read_text(encoding="utf-8") for path in (ROOT / room).rglob("*.py")}
    errors = names_of_errors([*sources.values(), (ROOT / "journal" / "errors.py").read_text(encoding="utf-8")])
    for path, source in sources.items():
        for text in given_to_errors(ast.parse(source), errors):
            yield f"{path.relative_to(ROOT)}:{text.lineno}", text


@pytest.mark.parametrize("room", ["journal", "tui"])
def test_no_refusal_is_filled_in_before_it_can_be_translated(room: str) -> None:
    filled = [
        f"{where} {ast.unparse(text)}"
        for where, text in given(room)
        if isinstance(text, ast.JoinedStr)
        or (isinstance(text, ast.Call) and ast.unparse(text.func).endswith(".format"))
    ]
    assert filled == []


def test_each_refusal_of_the_screen_comes_from_the_wording() -> None:
    assert [
        f"{where} {ast.unparse(text)}"
        for where, text in given("tui")
        if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value.count(" ") > 1
    ] == []


def test_whatever_an_error_is_made_of_is_drawn_out() -> None:
    source = """
from journal.errors import BadInput, Sentence
RULE = "a rule without an end"
class Broken(BadInput):
    hint = "cairn show: what there is"
    def __init__(self, line: int) -> None:
        super().__init__("Line {line}: not so", line=line)
def check(kind: str) -> None:
    '''No docstring is said.'''
    raise BadInput(RULE, hint="try: cairn help")
    raise Broken(Sentence("one {kind} alone", kind="page with words"))
    return "It is whole."
"""
    assert sorted(sentences_of_errors(source, names_of_errors([source]) | {"BadInput", "Broken"})) == [
        "It is whole.",
        "Line {line}: not so",
        "a rule without an end",
        "cairn show: what there is",
        "one {kind} alone",
        "try: cairn help",
    ]
