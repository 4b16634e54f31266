"""A key that a person can change is never named outright in a sentence: its place is filled in when it is shown."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from journal.errors import BadInput
from tests.wording.shown_words import Shown, said_in_code, said_in_module
from tui.actions import DEEDS
from tui.key_map import KeyMap
from tui.language import sentence_of

ROOT = Path(__file__).parents[2]
ON_SCREENS = ("tui/wording", "tui/screens", "tui/modals", "tui/widgets")
ELSEWHERE = {
    "tui/wording/plain": "plain lines, where words are typed and no key is pressed",
    "tui/wording/shell": "said in a shell",
    "tui/wording/usage": "the help of commands",
    "tui/wording/rescue": "said in a shell",
    "tui/wording/demo.py": "said in a shell, before a made-up journal that has no keys of its own",
    "tui/wording/demo_life": "a made-up person's own words",
}
"""Wording that no screen shows, and why."""

STAYS = {
    "escape",
    "enter",
    "tab",
    "shift+tab",
    "ctrl+c",
    "f2",
    "ctrl+g",
    "exclamation_mark",
    "up",
    "down",
    "left",
    "right",
}
"""Keys that a person cannot change: those that do the same everywhere, and those of Support now."""
CHANGEABLE = {key for deed in DEEDS for key in deed.keys} - STAYS
LETTERS = "".join(sorted(key for key in CHANGEABLE if len(key) == 1 and key.isalpha()))

NAMED = (
    re.compile(r"\bF(1[0-2]|[1-9])\b", re.IGNORECASE),
    re.compile(r"\bCtrl\s?\+\s?[A-Z]\b", re.IGNORECASE),
    re.compile(r"\bShift\s?\+\s?(Delete|Insert)\b", re.IGNORECASE),
    # As the subject of a sentence, or after a verb of the hand: "S skips it.", "Press e again."
    re.compile(rf"(?:^|[.:;?] )(?:[{LETTERS.replace('a', '').upper()}]|Delete) (?!this\b)[a-z]+s\b", re.MULTILINE),
    re.compile(
        r"(?:^|[.:;?] )A (?:adds|asks|begins|brings|goes|names|opens|shows|starts|takes|turns|writes)\b", re.MULTILINE
    ),
    re.compile(rf"\b(?:[Pp]ress|key|type) (?:[{LETTERS.replace('a', '')}{LETTERS.upper()}]|Delete)\b"),
    re.compile(rf"[.?] [{LETTERS.upper()}]$", re.MULTILINE),
    re.compile(rf"\b(?:with|by) [{LETTERS.replace('a', '')}{LETTERS.replace('a', '').upper()}]\b"),
)
NOT_A_KEY = re.compile(r"\bF2\b|\bCtrl\+[GC]\b|\bF1 to F12\b|\bwrite=ctrl\+n\b")
"""Keys that stay, and how keys are typed."""


def named_outright(strings: Iterable[Shown]) -> list[str]:
    """Every sentence with a key of a deed in it; a label of the line of keys is no sentence, and is told apart."""
    return [
        f"{shown.place}: {shown.text!r}"
        for shown in strings
        if shown.is_said and any(pattern.search(NOT_A_KEY.sub(" ", shown.text)) for pattern in NAMED)
    ]


def test_no_sentence_of_a_screen_names_a_key_that_can_be_changed() -> None:
    strings = list(said_in_code(ROOT, *ON_SCREENS, but_not=tuple(ELSEWHERE)))
    assert len([shown for shown in strings if shown.is_said]) > 500, "so few strings cannot be all of them"
    assert named_outright(strings) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nothing is here. Ctrl+N writes a page.",
        "F4 takes it back.",
        "Pages you mark with k will be here.",
        "Skipped. F5 brings another.",
        "S skips it.",
        "Not on paper yet. O makes new ones.",
        "Press e again to go on.",
        "Delete takes it out of sight.",
        "Use your recovery words. Ctrl+R",
        "Shift+Delete erases it.",
    ],
)
def test_a_key_planted_in_a_sentence_is_found(sentence: str) -> None:
    assert len(named_outright(said_in_module("tui/wording/planted.py", f"SAID = {sentence!r}\n"))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "F2 shows the lines.",
        "Esc goes back.",
        "Delete them, and make a new one.",
        "A goal has steps.",
        "{write} writes.",
    ],
)
def test_what_names_no_such_key_is_left_alone(sentence: str) -> None:
    assert named_outright(said_in_module("tui/wording/left.py", f"SAID = {sentence!r}\n")) == []


def test_keys_that_stay_cannot_be_taken_from_their_deeds() -> None:
    """What is left alone above is what the rules for keys leave alone."""
    keys = KeyMap()
    for deed in DEEDS:
        for key in set(deed.keys) & (STAYS - {"up", "down", "left", "right"}):
            with pytest.raises(BadInput) as refused:
                keys.with_keys(deed, tuple(one for one in deed.keys if one != key) or ("f12",))
            assert sentence_of(refused.value)


def test_a_place_is_filled_with_the_key_of_now_and_others_stay_open() -> None:
    write = next(deed for deed in DEEDS if deed.id == "write")
    sentence = "{write} writes a page for {day}."
    assert KeyMap().keyed(sentence) == "Ctrl+N writes a page for {day}."
    assert KeyMap().with_keys(write, ("f12",)).keyed(sentence) == "F12 writes a page for {day}."
    assert KeyMap().with_keys(write, ()).keyed(sentence) == "F3 and “Write a page” writes a page for {day}."
