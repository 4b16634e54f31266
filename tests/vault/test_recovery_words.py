"""Recovery words: a slip is named by its place where it can be, and never opens anything."""

import os
import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mnemonic import Mnemonic

from journal.errors import NotOpened, WrongWords
from journal.paths import Home
from journal.use_cases.opening import open_journal, open_journal_with_words
from journal.use_cases.ways_in import replace_recovery_words
from journal.vault.recovery_words import (
    SECRET_BYTES,
    WORDS,
    RecoveryWords,
    new_recovery_words,
    read_recovery_words,
)
from journal.vault.word_list import NEVER_DRAWN
from tests.conftest import PASSPHRASE, FixedClock
from tests.wording.shown_words import Shown
from tests.wording.word_lint import HARD, findings

unhurried = settings(deadline=None)
MNEMONIC = Mnemonic("english")
LIST = MNEMONIC.wordlist
SECRET = bytes(range(7, 27))
PAPER = tuple(MNEMONIC.to_mnemonic(SECRET).split())
UNLISTED = "zebrafish"
OUT_OF_PLACE = "A word is wrong or out of place."
SENTENCES = re.compile(
    rf"Recovery words are 15 words\.|Word ([1-9]|1[0-5]) is not on the list\.|{re.escape(OUT_OF_PLACE)}"
)

places = pytest.mark.parametrize("place", range(1, WORDS + 1))


def with_word(place: int, word: str) -> str:
    return " ".join((*PAPER[: place - 1], word, *PAPER[place:]))


def outcome_of(text: str) -> bytes | str:
    """What the words stand for, or the sentence that refused them."""
    try:
        return read_recovery_words(text).secret
    except WrongWords as refused:
        return str(refused)


@unhurried
@given(st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES))
def test_twenty_bytes_are_fifteen_words_and_back(secret: bytes) -> None:
    words = MNEMONIC.to_mnemonic(secret)
    assert len(words.split()) == WORDS
    assert read_recovery_words(words).secret == secret


def test_words_that_cairn_says_to_nobody_are_drawn_again_and_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who made a journal was once to write down that they are one of them."""
    hard = MNEMONIC.to_entropy(["addict"] * (WORDS - 1) + [last_word_after("addict")])
    drawn = iter([bytes(hard), SECRET])
    monkeypatch.setattr(os, "urandom", lambda size: next(drawn))
    assert new_recovery_words().words == PAPER
    assert read_recovery_words(MNEMONIC.to_mnemonic(bytes(hard))).secret == bytes(hard)


def last_word_after(word: str) -> str:
    first = " ".join([word] * (WORDS - 1))
    return next(last for last in LIST if MNEMONIC.check(f"{first} {last}"))


def test_which_words_those_are_is_what_the_brief_says() -> None:
    assert {word for word, _ in findings([Shown("", 0, "", word) for word in LIST], HARD)} == NEVER_DRAWN


def test_new_words_are_drawn_each_time_and_read_back() -> None:
    one, other = new_recovery_words(), new_recovery_words()
    assert one.words != other.words
    assert set(one.words) <= set(LIST)
    assert read_recovery_words(" ".join(one.words)).secret == one.secret


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(" ".join(PAPER).upper(), id="capitals"),
        pytest.param(" ".join(word.title() for word in PAPER), id="capitals at the start"),
        pytest.param(" ".join(word[:4] for word in PAPER), id="four letters"),
        pytest.param("\n".join(f"\t {word} " for word in PAPER), id="on lines of their own"),
        pytest.param("\u00a0".join(PAPER), id="with blanks that do not break"),
    ],
)
def test_words_are_read_as_people_type_them(text: str) -> None:
    assert read_recovery_words(text).words == PAPER
    assert read_recovery_words(text).secret == SECRET


def test_four_letters_name_every_word_of_the_list() -> None:
    assert len({word[:4] for word in LIST}) == len(LIST)


@places
def test_a_word_that_is_not_on_the_list_is_named_by_its_place(place: int) -> None:
    with pytest.raises(WrongWords) as refused:
        read_recovery_words(with_word(place, UNLISTED))
    assert str(refused.value) == f"Word {place} is not on the list."


@places
def test_three_letters_are_not_enough(place: int) -> None:
    three = next(word[:3] for word in LIST if word[:3] not in LIST)
    with pytest.raises(WrongWords, match=rf"^Word {place} is not on the list\.$"):
        read_recovery_words(with_word(place, three))


@places
def test_another_word_of_the_list_is_never_taken_for_the_right_one(place: int) -> None:
    others = [word for word in LIST[place::41] if word != PAPER[place - 1]]
    outcomes = [outcome_of(with_word(place, word)) for word in others]
    assert SECRET not in outcomes
    assert outcomes.count(OUT_OF_PLACE) > len(others) * 3 // 4


@pytest.mark.soak
@places
def test_no_word_of_the_whole_list_is_taken_for_the_right_one(place: int) -> None:
    outcomes = [outcome_of(with_word(place, word)) for word in LIST if word != PAPER[place - 1]]
    assert SECRET not in outcomes
    refused = outcomes.count(OUT_OF_PLACE) / len(outcomes)
    assert 0.95 < refused < 0.985, "five bits of checksum catch 31 of 32 slips"


def test_two_words_that_changed_places_are_never_taken_for_the_right_ones() -> None:
    pairs = [(one, other) for one, other in combinations(range(WORDS), 2) if PAPER[one] != PAPER[other]]
    outcomes = []
    for one, other in pairs:
        words = list(PAPER)
        words[one], words[other] = words[other], words[one]
        outcomes.append(outcome_of(" ".join(words)))
    assert SECRET not in outcomes
    assert outcomes.count(OUT_OF_PLACE) > len(pairs) * 3 // 4


@pytest.mark.parametrize("count", [0, 1, 12, 14, 16, 24])
def test_another_number_of_words_says_how_many_there_are(count: int) -> None:
    with pytest.raises(WrongWords, match=r"^Recovery words are 15 words\.$"):
        read_recovery_words(" ".join((PAPER * 2)[:count]))


typed_words = st.sampled_from([*LIST[::97], UNLISTED, "act", "acto", "\u017ftone", "\u0130ce", "\uff11"]) | st.text(
    max_size=12
)


@unhurried
@given(st.text(max_size=200) | st.lists(typed_words, min_size=WORDS, max_size=WORDS).map(" ".join))
def test_whatever_is_typed_the_answer_repeats_none_of_it(text: str) -> None:
    outcome = outcome_of(text)
    assert isinstance(outcome, bytes) or SENTENCES.fullmatch(outcome)


def test_words_print_as_stars() -> None:
    words = RecoveryWords(PAPER, SECRET)
    assert f"{words!r} {words} {[words]}" == "RecoveryWords(***) RecoveryWords(***) [RecoveryWords(***)]"


def test_the_words_open_the_journal_and_new_ones_take_their_place(quick_home: Home, clock: FixedClock) -> None:
    first = replace_recovery_words(quick_home, PASSPHRASE)
    open_journal_with_words(quick_home, " ".join(first.words), clock).close()

    second = replace_recovery_words(quick_home, PASSPHRASE)

    open_journal_with_words(quick_home, " ".join(second.words), clock).close()
    open_journal(quick_home, PASSPHRASE, clock).close()
    with pytest.raises(NotOpened):
        open_journal_with_words(quick_home, " ".join(first.words), clock)
    assert quick_home.header.read_bytes() == quick_home.header_copy.read_bytes()


def test_words_of_another_journal_do_not_open_this_one(quick_home: Home, clock: FixedClock) -> None:
    with pytest.raises(NotOpened) as refused:
        open_journal_with_words(quick_home, " ".join(PAPER), clock)
    assert isinstance(refused.value, WrongWords)
    assert str(refused.value) == "These do not open this journal."
