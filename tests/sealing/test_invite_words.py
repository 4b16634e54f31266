"""Twelve words for one person: a slip is named by its place where it can be, and recovery words are turned away."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.vault.recovery_words import new_recovery_words
from journal.vault.word_list import word_at
from sync.sealing.invite_words import InviteWords, LooksLikeRecoveryWords, new_code, read_words, words_of

unhurried = settings(deadline=None)
CODE = bytes(range(100, 116))
SAID = words_of(CODE)
OUT_OF_PLACE = "A word is wrong or out of place."


def with_word(place: int, word: str) -> str:
    return " ".join((*SAID[: place - 1], word, *SAID[place:]))


def sentence_of(words: str) -> str:
    """The sentence that refused them, or nothing."""
    try:
        read_words(words)
    except InviteWords as refusal:
        return str(refusal)
    return ""


@unhurried
@given(st.binary(min_size=16, max_size=16))
def test_sixteen_bytes_are_twelve_words_and_back(code: bytes) -> None:
    words = words_of(code)
    assert len(words) == 12
    assert read_words(" ".join(words)) == code


@unhurried
@given(st.binary(min_size=16, max_size=16))
def test_four_letters_of_each_word_are_enough_in_any_case_and_spacing(code: bytes) -> None:
    typed = "\t ".join(word[:4].upper() for word in words_of(code))
    assert read_words(f"  {typed}\n") == code


def test_a_code_is_drawn_each_time() -> None:
    assert new_code() != new_code()
    assert len(new_code()) == 16


@pytest.mark.parametrize("place", range(1, 13))
def test_a_word_that_is_not_on_the_list_is_named_by_its_place(place: int) -> None:
    for unlisted in ("zebrafish", "abandons", "ab", "aba", "1", "\uff41bandon"):
        with pytest.raises(InviteWords) as refusal:
            read_words(with_word(place, unlisted))
        assert str(refusal.value) == f"Word {place} is not on the list."
        assert "12 words" in refusal.value.hint


@pytest.mark.parametrize("place", range(1, 13))
def test_another_word_of_the_list_is_caught_fifteen_times_of_sixteen(place: int) -> None:
    others = [with_word(place, word_at(other)) for other in range(0, 2_048, 16)]
    sentences = [sentence_of(words) for words in others if words != " ".join(SAID)]
    assert set(sentences) <= {OUT_OF_PLACE, ""}
    assert sentences.count(OUT_OF_PLACE) >= len(sentences) * 13 / 16


@pytest.mark.parametrize("count", [0, 1, 11, 13, 24])
def test_another_number_of_words_is_no_invite(count: int) -> None:
    with pytest.raises(InviteWords) as refusal:
        read_words(" ".join((SAID * 2)[:count]))
    assert str(refusal.value) == "An invite has 12 words."


def test_recovery_words_are_turned_away_before_anything_is_made_of_them() -> None:
    for words in (new_recovery_words().words, ("mistyped",) * 15):
        with pytest.raises(LooksLikeRecoveryWords) as refusal:
            read_words(" ".join(words))
        assert str(refusal.value).startswith("These look like recovery words. Keep them to yourself.")
        # By two: one of them alone may be in the sentence, as "keep" is.
        assert not any(" ".join(pair) in str(refusal.value) for pair in pairwise(words))
