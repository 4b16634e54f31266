"""Nothing a person reads holds a word of the hard list: every string of the source and of the data that ships."""

import argparse
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.wording.shown_words import Shown, said_in_code, said_in_data, said_in_module
from tests.wording.word_lint import EXEMPTIONS, HARD, REVIEW, Exempt, findings
from tui.commands.grammar import build_parser

ROOT = Path(__file__).parents[2]
ROOMS = ("journal", "sync", "tui")

PLANTED = {
    "a constant": 'WORDS = "It was {word} today."',
    "a constant with a type": 'WORDS: str = "It was {word} today."',
    "a value of a dictionary": 'WORDS = {{"kept": "It was {word} today."}}',
    "a line of a tuple": 'WORDS = ("kept", "It was {word} today.")',
    "a sentence with a value in it": "def said(name: str) -> str:\n    return f'{{name}} was {word} today.'",
    "words inside a value": "def said(on: bool) -> str:\n    return f\"It was {{'{word}' if on else ''}} today.\"",
    "a default of an argument": "def said(words: str = 'It was {word} today.') -> str:\n    return words",
    "an error's sentence": "class Gone(CairnError):\n    sentence = 'It was {word} today.'",
    "an error's hint": "raise BadInput('Not kept.', hint='It was {word} today.')",
    "the help of an option": "parser.add_argument('--mood', help='It was {word} today.')",
    "a pair for the line of keys": "def keys_shown(self):\n    return [('Enter', 'It was {word} today.')]",
}
"""How a string can stand in a module, with a place for a word."""


@cache
def every_string() -> tuple[Shown, ...]:
    return (*said_in_code(ROOT, *ROOMS), *said_in_data(ROOT))


def every_parser(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser of the whole command line, and that of every command and deed."""
    yield parser
    for action in parser._actions:
        if isinstance(action.choices, dict):
            for deeper in action.choices.values():
                yield from every_parser(deeper)


def words_found(source: str, words: tuple[str, ...] = HARD) -> list[str]:
    return [word for word, _ in findings(said_in_module("tui/wording/planted.py", source), words)]


def test_acceptance_1_nothing_a_person_reads_holds_a_word_of_the_hard_list() -> None:
    found = [f"{shown.place}: {word!r} in {shown.text!r}" for word, shown in findings(every_string(), HARD)]
    assert not found, "\n".join(found)


def test_acceptance_1_the_help_of_every_command_holds_none_either() -> None:
    helps = [Shown("tui/commands", 0, parser.prog, parser.format_help()) for parser in every_parser(build_parser())]
    assert {"cairn", "cairn check-in", "cairn goal step add"} <= {shown.name for shown in helps}
    assert [(word, shown.name) for word, shown in findings(helps, HARD)] == []


def test_acceptance_1_words_to_look_at_are_printed_for_a_person(capfd: pytest.CaptureFixture[str]) -> None:
    """They fail nothing."""
    listed = [
        f"  {word}: {' '.join(shown.text.split())[:88]}  ({shown.place})"
        for word, shown in findings(every_string(), REVIEW)
        if shown.is_said
    ]
    assert any("not a crisis line" in line for line in listed)
    with capfd.disabled():
        print("\nwords for a person to look at (domain brief, section 8, level R):", *listed, sep="\n", file=sys.stderr)


@pytest.mark.parametrize("word", [*HARD, *REVIEW])
def test_each_word_of_the_lists_is_found_in_any_case_and_as_a_plural(word: str) -> None:
    words = (*HARD, *REVIEW)
    for said in (word, word.upper(), word.capitalize(), f"{word}s", word.replace(" ", "\\n"), word.replace(" ", "_")):
        assert word in words_found(f"WORDS = 'It was {said}, that day.'", words), said


@pytest.mark.parametrize("source", PLANTED.values(), ids=PLANTED)
def test_a_planted_word_is_found_wherever_a_string_can_stand(source: str) -> None:
    assert words_found(source.format(word="simply")) == ["simply"]
    assert words_found(source.format(word="gently")) == []


def test_a_word_planted_in_a_new_module_or_in_the_data_is_found(tmp_path: Path) -> None:
    for room in ("tui/wording", "journal/data"):
        (tmp_path / room).mkdir(parents=True)
    (tmp_path / "tui/wording/new.py").write_text("HELLO = 'You are back on track.'\n", encoding="utf-8")
    for name in ("feelings", "crisis_resources"):
        (tmp_path / f"journal/data/{name}.json").write_text("[]", encoding="utf-8")
    (tmp_path / "journal/data/prompts.json").write_text('[{"id": "x", "text": "Why so better?"}]', encoding="utf-8")
    planted = [*said_in_code(tmp_path, *ROOMS), *said_in_data(tmp_path)]
    assert [word for word, _ in findings(planted, HARD)] == ["back on track", "better"]


def test_words_that_hold_others_within_them_are_not_found() -> None:
    said = "Patience, gradely underscored betterment, an expertise in targeting, unfixed, and clienteles."
    assert words_found(f"WORDS = {said!r}") == []


def test_what_only_a_reader_of_the_code_sees_is_left_alone() -> None:
    source = (
        '"""A simply written docstring."""\n# simply\n'
        'NAMES = {"better": "higher"}\n"""Simply a name."""\n'
        'def said(word: "Simply") -> str:\n    """Simply said."""\n'
        '    return NAMES["better"] if word == "worse" else word\n'
    )
    assert words_found(source) == []


@pytest.mark.parametrize("exempt", EXEMPTIONS, ids=lambda exempt: f"{exempt.file} {exempt.name}")
def test_an_exemption_has_a_reason_and_strings_that_it_is_for(exempt: Exempt) -> None:
    assert exempt.reason
    assert any(exempt.covers(shown) for shown in every_string())


def test_an_exemption_reaches_no_further_than_it_says() -> None:
    beside = Shown("journal/data/prompts.json", 9, "text of h5", "What would be better?")
    of_its_own = Shown("journal/data/prompts.json", 9, "text of h4", "What would be worse?")
    assert [word for word, _ in findings([beside, of_its_own], HARD)] == ["better", "worse"]


def test_nothing_is_shouted() -> None:
    """An exclamation mark behind a word; the key of that name stands alone."""
    found = [shown.place for shown in every_string() if shown.is_said and re.search(r"\w!(\s|$)", shown.text)]
    assert found == []
