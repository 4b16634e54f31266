"""What each part of a thing takes, and what it refuses without repeating it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.parts import Part, read_part, read_parts
from journal.errors import BadInput, NotAllowed

LINE = Part("title", "line", needed=True)
TEXT = Part("body", "text")
LINES = Part("ways", "lines")
CHOICE = Part("source", "one_of", ("self", "peer"))
CHOICES = Part("good_for", "some_of", ("talk", "quiet"))
DAY = Part("revisit_on", "day")


def test_a_text_is_kept_byte_for_byte() -> None:
    assert read_part(TEXT, "  one\n\ttwo \n") == "  one\n\ttwo \n"


def test_a_line_is_one_line() -> None:
    assert read_part(LINE, " ask\nPriya   along ") == "ask Priya along"


@pytest.mark.parametrize("blank", [None, "", "  ", "\n", "\u200b\u2060", "\u3000"])
def test_blank_words_are_nothing(blank: str | None) -> None:
    assert read_part(TEXT, blank) is None
    assert read_part(LINES, blank) == ()


@pytest.mark.parametrize("blank", [None, "", " \n "])
def test_what_is_needed_cannot_be_blank(blank: str | None) -> None:
    with pytest.raises(BadInput, match="title takes a few words"):
        read_part(LINE, blank)


@pytest.mark.parametrize("typed", ["bus\n\n walk \nbus", ["bus", " walk ", "", "bus"], ("bus", "walk")])
def test_lines_come_as_a_text_or_as_a_list_each_once(typed: object) -> None:
    assert read_part(LINES, typed) == ("bus", "walk")


def test_a_choice_is_one_of_those_allowed() -> None:
    assert read_part(CHOICE, " peer ") == "peer"
    with pytest.raises(NotAllowed, match="source takes one of: self, peer"):
        read_part(CHOICE, "nobody")
    with pytest.raises(NotAllowed, match="good_for takes one of: talk, quiet"):
        read_part(CHOICES, ["talk", "nobody"])


def test_a_day_may_be_one_to_come() -> None:
    assert read_part(DAY, "2031-03-01") == "2031-03-01"


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "1800-01-01", "tomorrow at the canal"])
def test_no_such_day_is_said_without_what_was_typed(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_part(DAY, typed)
    assert str(refused.value) == "revisit_on takes a day like 2026-03-01."
    assert refused.value.__cause__ is None


@pytest.mark.parametrize(("part", "given"), [(TEXT, 6), (TEXT, ["a"]), (LINES, 6), (LINES, [6]), (CHOICE, {})])
def test_another_shape_is_refused(part: Part, given: object) -> None:
    with pytest.raises(BadInput):
        read_part(part, given)


def test_an_unknown_part_is_named_and_so_are_those_there_are() -> None:
    with pytest.raises(BadInput, match=r"no field “mood” here\. The fields are: title, body"):
        read_parts((LINE, TEXT), {"mood": "x"})


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_whatever_is_given_is_taken_or_refused_with_a_sentence(anything: object) -> None:
    for part in (LINE, TEXT, LINES, CHOICE, CHOICES, DAY):
        try:
            read = read_part(part, anything)
        except BadInput:
            continue
        assert read is None or isinstance(read, str | tuple)
