"""A sentence stands in one place, so that a person who reads for wording changes it everywhere at once."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from tests.wording.shown_words import Shown, said_in_code, said_in_module

ROOT = Path(__file__).parents[2]
MADE_UP = "tui/wording/demo_life"
"""A person may write the same words twice."""
A_SENTENCE_WORDS = 4
"""Shorter ones, and those that end without a mark, are labels and examples, which are alike by chance."""


def said_twice(strings: Iterable[Shown]) -> list[str]:
    """Every text of at least four words with a mark at its end that more than one string is."""
    places = defaultdict(set)
    for shown in strings:
        words = shown.text.split()
        if len(words) >= A_SENTENCE_WORDS and words[-1].endswith(tuple(".:?…")):
            places[" ".join(words)].add(shown.place)
    return [f"{text!r}: {', '.join(sorted(where))}" for text, where in places.items() if len(where) > 1]


def test_no_sentence_of_the_wording_stands_twice() -> None:
    strings = [shown for shown in said_in_code(ROOT, "tui/wording") if not shown.file.startswith(MADE_UP)]
    assert len(strings) > 300
    assert said_twice(strings) == []


def test_a_sentence_planted_twice_is_found_and_a_label_is_not() -> None:
    source = "A = 'Nothing here was lost.'\nB = {'kept': 'Nothing here was lost.'}\nC = 'My plan'\nD = 'My plan'\n"
    assert said_twice(said_in_module("tui/wording/planted.py", source)) == [
        "'Nothing here was lost.': tui/wording/planted.py:1, tui/wording/planted.py:2"
    ]
