"""What helped, as it is typed: names and marks, and names that look like marks."""

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.check_in import HELPED_MARKS
from journal.domain.helped import name_and_mark, phrases_typed, with_mark

WORDS = st.text(st.characters(codec="utf-8", exclude_characters=",\x00"), min_size=1).filter(lambda word: word.strip())


def test_each_of_the_four_marks_is_typed_behind_the_name() -> None:
    typed = ["a walk a lot", "a walk A little", "a walk  not this time", "a walk not sure", "a walk"]
    assert [name_and_mark(phrase, ()) for phrase in typed] == [
        ("a walk", "a_lot"),
        ("a walk", "a_little"),
        ("a walk", "not_this_time"),
        ("a walk", "not_sure"),
        ("a walk", None),
    ]


def test_a_tool_that_is_called_like_a_mark_keeps_its_name() -> None:
    assert name_and_mark("Crying a lot", {"crying a lot"}) == ("Crying a lot", None)
    assert name_and_mark("crying a lot not sure", {"crying a lot"}) == ("crying a lot", "not_sure")
    assert name_and_mark("a lot", ()) == ("a lot", None)


def test_a_tool_with_commas_in_its_name_stays_whole() -> None:
    assert phrases_typed("tea, hot a lot, the bus,tea", ["Tea, hot"]) == ["tea, hot a lot", "the bus", "tea"]
    assert phrases_typed("a, b, c not sure", ["a, b", "a, b, c"]) == ["a, b, c not sure"]


def test_what_is_typed_twice_counts_once_and_blanks_are_nothing() -> None:
    assert phrases_typed(" a walk,, a walk , ", []) == ["a walk"]


@given(WORDS, st.sampled_from(HELPED_MARKS))
def test_a_phrase_that_is_written_is_read_again(name: str, mark: str) -> None:
    plain = " ".join(name.split())
    assert name_and_mark(with_mark(plain, mark), {plain.casefold()}) == (plain, mark)


@given(st.text(max_size=40), st.lists(WORDS, max_size=4))
def test_every_word_that_is_typed_is_in_some_phrase(typed: str, known: list[str]) -> None:
    together = " ".join(phrases_typed(typed, known))
    assert {word for part in typed.split(",") for word in part.split()} <= {
        word for part in together.split(",") for word in part.split()
    }
