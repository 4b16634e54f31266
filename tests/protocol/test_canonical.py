"""There is one way to write a value: what was previewed is what travels, and what was read is what was written."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.protocol.canonical import Json, canonical

unhurried = settings(deadline=None)
texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@unhurried
@given(values)
def test_written_read_and_written_again_is_the_same(value: Json) -> None:
    written = canonical(value)
    assert canonical(json.loads(written)) == written


@unhurried
@given(texts)
def test_accents_apart_and_together_are_written_alike(text: str) -> None:
    assert canonical(unicodedata.normalize("NFD", text)) == canonical(unicodedata.normalize("NFC", text))


def test_keys_are_sorted_and_nothing_is_spaced_or_escaped_that_need_not_be() -> None:
    assert canonical({"b": [1, True, None], "a": "Käfer ☕"}) == '{"a":"Käfer ☕","b":[1,true,null]}'.encode()


def test_a_key_is_composed_too() -> None:
    assert canonical({"a\u0308": 1}) == '{"ä":1}'.encode()


def test_signs_that_control_a_terminal_are_escaped() -> None:
    assert canonical("\x1b[31m\0\n") == b'"\\u001b[31m\\u0000\\n"'


@pytest.mark.parametrize("value", [1.0, float("nan"), float("inf"), b"bytes", {"a": 0.5}, [object()]])
def test_what_json_or_a_page_does_not_know_is_no_value(value: Json) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_half_of_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical("\ud83d")
