"""A person's own keys: what they may be, what is refused in a sentence, and how they are kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from journal.errors import BadInput
from tui.actions import DEEDS, PUNCTUATION, Deed
from tui.key_map import KeyMap, as_key, deed_named, key_map_in, meet, places_of
from tui.wording import settings_keys as words

NONE_CHANGED = KeyMap()


def refusal(deed_id: str, *keys: str, in_map: KeyMap = NONE_CHANGED) -> str:
    with pytest.raises(BadInput) as caught:
        in_map.with_keys(deed_named(deed_id), keys)
    return str(caught.value)


def test_marks_have_the_names_that_textual_has_for_them() -> None:
    assert {_character_to_key(mark): mark for mark in PUNCTUATION.values()} == PUNCTUATION


def test_no_two_deeds_that_meet_come_with_the_same_key() -> None:
    shared = {"escape", "enter"}
    met = [
        (one.id, other.id, key)
        for place, one in enumerate(DEEDS)
        for other in DEEDS[place + 1 :]
        for key in set(one.keys) & set(other.keys) - shared
        if meet(one, other, key)
    ]
    assert met == []


def test_another_key_is_taken_in_place_of_the_one_it_came_with() -> None:
    keys = NONE_CHANGED.with_keys(deed_named("write"), ("f12",))
    assert keys.shown(deed_named("write")) == "F12"
    assert keys.shown(deed_named("search")) == "Ctrl+F or /"


@pytest.mark.parametrize("deed_id", [deed.id for deed in DEEDS])
def test_every_deed_takes_one_key_more(deed_id: str) -> None:
    deed = deed_named(deed_id)
    assert NONE_CHANGED.with_keys(deed, (*deed.keys, "f12")).keys_of(deed) == (*deed.keys, "f12")


def test_the_keys_it_came_with_are_no_change() -> None:
    changed = NONE_CHANGED.with_keys(deed_named("write"), ("f12",))
    assert changed.with_keys(deed_named("write"), ("ctrl+n",)) == NONE_CHANGED


def test_a_key_of_another_deed_is_refused_with_its_name_and_screen() -> None:
    assert refusal("write", "f8") == words.taken("F8", "Keys and copies", "Everywhere")
    assert refusal("hard-day", "o") == words.taken("o", "The line under the check-in", "Today")
    assert refusal("delete-goal", "n") == words.taken("n", "A new goal", "Goals")


def test_a_key_that_another_deed_gave_up_is_free() -> None:
    given_up = NONE_CHANGED.with_keys(deed_named("keys-and-copies"), ("f12",))
    assert given_up.with_keys(deed_named("write"), ("f8",)).shown(deed_named("write")) == "F8"


def test_a_key_that_was_given_up_and_taken_does_not_come_back_by_itself() -> None:
    given_up = NONE_CHANGED.with_keys(deed_named("keys-and-copies"), ("f12",))
    taken = given_up.with_keys(deed_named("write"), ("f8",))
    assert refusal("keys-and-copies", "f8", in_map=taken) == words.taken("F8", "Write a page", "Everywhere")


def test_deeds_of_two_screens_may_share_a_key() -> None:
    assert NONE_CHANGED.with_keys(deed_named("new-goal"), ("u",)).shown(deed_named("new-goal")) == "u"


@pytest.mark.parametrize("key", ["f2", "ctrl+g", "exclamation_mark"])
def test_the_keys_of_support_stay_with_it(key: str) -> None:
    assert refusal("write", key) == words.SUPPORT_STAYS
    left = tuple(one for one in deed_named("support").keys if one != key)
    assert refusal("support", *left) == words.SUPPORT_STAYS


def test_what_has_no_key_is_found_by_name_so_that_one_keeps_a_key() -> None:
    assert refusal("palette") == words.BY_NAME_STAYS
    moved = NONE_CHANGED.with_keys(deed_named("palette"), ("f12",))
    assert moved.with_keys(deed_named("settings"), ()).shown(deed_named("settings")) == ""


@pytest.mark.parametrize("key", ["escape", "enter", "tab", "shift+tab", "ctrl+c"])
def test_keys_that_do_the_same_everywhere_cannot_be_taken_or_given_up(key: str) -> None:
    assert refusal("write", key) == words.STAYS_EVERYWHERE
    assert refusal("leave-goal", "f12") == words.STAYS_EVERYWHERE


@pytest.mark.parametrize("key", ["f6", "f7", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h"])
def test_keys_that_terminals_keep_are_refused(key: str) -> None:
    assert refusal("write", key) == words.NOT_PASSED


@pytest.mark.parametrize("key", [f"ctrl+{letter}" for letter in "abzwukedxvy"])
def test_keys_of_a_text_cannot_be_taken_by_what_works_in_a_text(key: str) -> None:
    assert refusal("write", key) == words.OF_THE_TEXT


@pytest.mark.parametrize("key", ["up", "j", "h", "3", "space", "backspace", "pagedown", "home"])
def test_keys_that_lists_and_scales_take_are_refused(key: str) -> None:
    assert refusal("delete-goal", key) == words.MOVES


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Ctrl+N", "ctrl+n"), ("ctrl-n", "ctrl+n"), ("F9", "f9"), ("N", "n"), (" n ", "n"), ("?", "question_mark"),
        ("Delete", "delete"), ("Esc", "escape"), ("shift + delete", "shift+delete"), ("é", "é"), (",", "comma"),
    ],
)  # fmt: skip
def test_keys_are_typed_as_they_are_read(typed: str, key: str) -> None:
    assert as_key(typed) == key


@pytest.mark.parametrize("typed", ["", "f13", "f0", "ctrl+ctrl", "ctrl+", "alt+x", "nn", "\x1b", "none-write.first"])
def test_what_is_no_key_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        as_key(typed)


def test_five_keys_or_one_of_them_twice_are_refused() -> None:
    assert refusal("write", "ü", "f11", "f12", "ö", "ä") == words.TOO_MANY
    assert refusal("write", "f12", "f12") == words.TOO_MANY


@given(st.lists(st.sampled_from(["f11", "f12", "ö", "ä", "ü", "percent_sign"]), unique=True, max_size=4))
def test_what_is_kept_is_read_again(chosen: list[str]) -> None:
    keys = NONE_CHANGED.with_keys(deed_named("write"), tuple(chosen))
    assert key_map_in(keys.as_row()) == keys


@pytest.mark.parametrize(
    "row",
    [
        "", "{", "[]", "null", "5", '{"write": "f12"}', '{"dance": ["f12"]}', '{"write": [5]}', '{"write": ["F12"]}',
        '{"write": ["f2"]}', '{"support": []}', '{"write": ["f12"], "undo": ["f12"]}', "[" * 5000,
        json.dumps({"write": ["f12"] * 6000}),
    ],
)  # fmt: skip
def test_a_row_that_is_not_what_cairn_writes_is_refused_whole(row: str) -> None:
    with pytest.raises(BadInput):
        key_map_in(row)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.id)
def test_every_key_stands_in_one_of_two_places_and_none_that_prints_comes_before_a_text(deed: Deed) -> None:
    (_, first, is_first), (_, then, is_then) = places_of(deed, (*deed.keys, "w", "f12"))
    assert sorted((*first, *then)) == sorted((*deed.keys, "w", "f12"))
    assert (is_first, is_then) == (True, False)
    assert "w" in then
    assert ("f12" in first) == deed.works_in_text


def test_a_label_of_the_line_of_keys_follows_its_deed() -> None:
    keys = NONE_CHANGED.with_keys(deed_named("new-goal"), ("u",)).with_keys(deed_named("write"), ("f12",))
    assert keys.label("N", "goals") == "U"
    assert keys.label("N", "peers") == "N"
    assert keys.label("Ctrl+N", "goals") == "F12"
    assert keys.label("Enter", "goals") == "Enter"


def test_a_deed_without_a_key_leaves_the_line() -> None:
    assert NONE_CHANGED.with_keys(deed_named("new-goal"), ()).label("N", "goals") == ""


def test_a_label_stays_while_its_key_does() -> None:
    assert NONE_CHANGED.with_keys(deed_named("new-goal"), ("u", "n")).label("N", "goals") == "N"
