"""What reaches the terminal from a person's words, and what never does."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.inert import FIRST_STRONG_ISOLATE, POP_ISOLATE, inert, inert_line, isolated, without_controls

UNSAFE = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
NEWLINE, TAB = 0x0A, 0x09

hard_characters = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from([chr(code) for code in sorted(UNSAFE)]),
    st.sampled_from("אבגשלום عربي٣٤۵ \u200f\u061c\u0301\u200d123.,()\u2028\u2029"),
)
words = st.text(hard_characters, max_size=60)


def without_our_isolates(text: str) -> str:
    return text.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")


@given(words)
def test_no_control_and_no_override_ever_survives(text: str) -> None:
    left = {ord(character) for character in without_our_isolates(inert(text))}
    assert not left & (UNSAFE - {NEWLINE})


@given(words)
def test_every_other_character_survives_in_order(text: str) -> None:
    kept = "".join(character for character in text if ord(character) not in UNSAFE - {NEWLINE, TAB})
    assert without_our_isolates(inert(text)) == kept.replace("\t", "    ")


@given(words)
def test_isolates_come_in_pairs_one_after_another_and_within_a_line(text: str) -> None:
    for line in inert(text).split("\n"):
        marks = [mark for mark in line if mark in (FIRST_STRONG_ISOLATE, POP_ISOLATE)]
        assert marks == [FIRST_STRONG_ISOLATE, POP_ISOLATE] * (len(marks) // 2)


@given(words)
def test_nothing_right_to_left_stands_outside_an_isolate(text: str) -> None:
    inside = False
    for character in inert(text):
        if character in (FIRST_STRONG_ISOLATE, POP_ISOLATE):
            inside = character == FIRST_STRONG_ISOLATE
        elif unicodedata.bidirectional(character) in ("R", "AL", "AN"):
            assert inside


@given(words)
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    assert inert(inert(text)) == inert(text)
    assert inert_line(inert_line(text)) == inert_line(text)


@given(words)
def test_one_line_is_one_line(text: str) -> None:
    assert len(inert_line(text).splitlines()) <= 1


@given(words)
def test_the_two_halves_make_the_whole(text: str) -> None:
    assert isolated(without_controls(text)) == inert(text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines", "two\nlines"),
        ("a\tb", "a    b"),
        ("\x1b]0;owned\x07red\x1b[31m", "]0;ownedred[31m"),
        ("\x9b2Jgone", "2Jgone"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("open\u2066never closed", "opennever closed"),
        ("closed\u2069 early", "closed early"),
        ("café 日本語 🙂", "café 日本語 🙂"),
        ("hello שלמ דבר!", "hello \u2068שלמ דבר\u2069!"),
        ("ב-5 במאי, then", "\u2068ב-5 במאי\u2069, then"),
        ("call 116 123 שלמ 999", "call 116 123 \u2068שלמ\u2069 999"),
        ("לָ x", "\u2068לָ\u2069 x"),
        ("שלמ\nדבר", "\u2068שלמ\u2069\n\u2068דבר\u2069"),
        ("1 ٣ - ٤ 2", "1 \u2068٣ - ٤\u2069 2"),
        ("half \ud83d of it", "half \ufffd of it"),
    ],
)
def test_words_are_shown_as(written: str, shown: str) -> None:
    assert inert(written) == shown


def test_it_needs_no_screen_library() -> None:
    """Plain output must not pay for Textual, nor break with it."""
    check = "import sys, tui.inert; assert not {'textual', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)
