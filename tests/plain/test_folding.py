"""Lines folded between words: nothing is lost, and no row is longer than the window unless a word is."""

from hypothesis import given
from hypothesis import strategies as st

from tests.plain.stage import Typed
from tui.plain.conversation import Conversation
from tui.plain.folding import NARROWEST_CELLS, cells_of, folded

LINES = st.text(st.characters(exclude_characters="\n"), max_size=200)


@given(LINES, st.integers(NARROWEST_CELLS, 100))
def test_folding_keeps_every_letter_and_every_row_fits_or_is_one_word(line: str, width_cells: int) -> None:
    rows = folded(line, width_cells)
    assert "".join(" ".join(rows).split(" ")) == "".join(line.split(" "))
    for row in rows:
        assert cells_of(row) <= width_cells or " " not in row.strip(" ")


def test_a_row_ends_between_words_and_a_wide_letter_takes_two_cells() -> None:
    assert folded("one two three four five six", 20) == ["one two three four", "five six"]
    assert folded("日本語 日本語 日本語 日本語", 20) == ["日本語 日本語 日本語", "日本語"]
    assert cells_of("e\u0301 日\u200b") == 4


def test_lines_and_spaces_of_the_person_stay() -> None:
    assert folded("  one\n\ntwo", 40) == ["  one", "", "two"]


def test_without_a_window_nothing_is_folded() -> None:
    assert folded("one two " * 20, None) == ["one two " * 20]
    assert folded("one two " * 20, NARROWEST_CELLS - 1) == ["one two " * 20]


def test_what_isolates_words_from_the_right_stays_on_one_row() -> None:
    said: list[str] = []
    talk = Conversation(Typed(), said.append, lambda _: [], width_cells=lambda: 20)
    talk.say("\u05e9\u05dc\u05d5\u05dd " * 8)
    for row in said[0].split("\n"):
        assert row.count("\u2068") == row.count("\u2069") == 1
