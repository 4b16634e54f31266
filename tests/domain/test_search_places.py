"""Where the words stand that were looked for: the same places as the index itself would mark."""

import sqlite3
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.search import places, search_query

ALPHABET = "abeE éÉü ßñ日本א-'.,\n\"\u2019_☺1٣ç"
MARKED = ("\u0001", "\u0002")


def by_the_index(text: str, typed: str) -> str:
    """The text with every place marked by SQLite's own highlighting."""
    memory = sqlite3.connect(":memory:")
    memory.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
    memory.execute("INSERT INTO words VALUES (?)", (text,))
    found = memory.execute(
        "SELECT highlight(words, 0, ?, ?) FROM words WHERE words MATCH ?", (*MARKED, search_query(typed))
    ).fetchone()
    memory.close()
    return text if found is None else str(found[0])


def marked(text: str, typed: str) -> str:
    shown, done = "", 0
    for start, end in places(text, typed):
        shown += text[done:start] + MARKED[0] + text[start:end] + MARKED[1]
        done = end
    return shown + text[done:]


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("a quiet river", "riv", ["river"]),
        ("River, RIVER and rivers", "river", ["River", "RIVER", "rivers"]),
        ("Café, cafe\u0301 and CAFE", "café", ["Café", "cafe\u0301", "CAFE"]),
        ("rivers run", "river run", ["run"]),
        ("on the well-known path, well", "well-known", ["well-known"]),
        ("[river] (river) <river>", "river", ["river", "river", "river"]),
        ("日本語 and more", "日本", ["日本語"]),
        ("a day", "", []),
        ("a day", '"*-', []),
        ("a day", "night", []),
    ],
)
def test_a_word_is_found_in_any_case_with_any_marks_and_the_last_may_go_on(
    text: str, typed: str, found: list[str]
) -> None:
    assert [text[start:end] for start, end in places(text, typed)] == found


@given(st.text(ALPHABET, max_size=30), st.text(ALPHABET, min_size=1, max_size=6))
def test_the_places_are_those_of_the_index(text: str, typed: str) -> None:
    if search_query(typed) and (by_index := by_the_index(text, typed)) != text:
        assert marked(text, typed) == by_index


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_at_all_has_places_in_order_that_do_not_overlap(text: str, typed: str) -> None:
    found = places(text, typed)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
