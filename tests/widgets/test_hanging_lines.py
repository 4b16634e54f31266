"""Lines with a number before them: a second row begins under the first, and words are never markup."""

import pytest

from tui.widgets.hanging_lines import Hanging, laid_out


def rows(width: int, *lines: Hanging) -> list[str]:
    return [row.rstrip() for row in laid_out(lines, width).plain.split("\n")]


def test_a_second_row_begins_under_the_first_word() -> None:
    assert rows(14, Hanging("call 116 123, any time", "1")) == ["1 call 116", "  123, any", "  time"]


def test_a_line_without_a_mark_begins_at_the_edge_unless_it_hangs() -> None:
    assert rows(20, Hanging("one two"), Hanging("three", hangs=True)) == ["one two", "  three"]


def test_a_blank_line_is_one_empty_row_and_ends_of_lines_stay() -> None:
    assert rows(20, Hanging(), Hanging("one\n\ntwo")) == ["", "one", "", "two"]


@pytest.mark.parametrize("words", ["[b]Sam[/b]", "[/]", "[@click=app.quit()]here"])
def test_words_are_never_markup(words: str) -> None:
    assert rows(60, Hanging(words, "1")) == [f"1 {words}"]


@pytest.mark.parametrize("words", ["a\x1b[2Jb", "a\u202eb", "a\x9bb"])
def test_words_cannot_act_on_the_terminal(words: str) -> None:
    assert not {"\x1b", "\u202e", "\x9b"} & set("".join(rows(60, Hanging(words, "1"))))


@pytest.mark.parametrize("width", [0, 1, 2, 3])
def test_no_width_is_too_small(width: int) -> None:
    assert rows(width, Hanging("call 999", "1"))
