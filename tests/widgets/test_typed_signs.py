"""Signs that Python calls not printable, typed one by one: what a person wrote is what stands there."""

import pytest
from textual import events
from textual.widgets import Input

from tests.widgets.stage import on_stage
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.widgets.secret import Secret
from tui.widgets.typed_signs import sign_of_words

WORDS = {
    "a joiner that Persian needs": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "a family put together by joiners": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "the space of a Japanese keyboard": "\u4eca\u65e5\u3000\u6674\u308c",
    "the narrow space of a French keyboard": "oui\u202f?",
    "a space that does not break": "a\u00a0b",
    "a flag of a nation": "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "a mark for the order of words": "a\u200fb",
    "a sign that is newer than Python": "\U0001fae8\U0001faea",
}


@pytest.mark.parametrize("field", [PageEditor, OneLine, Secret])
@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
async def test_every_sign_of_words_stays(field: type[PageEditor] | type[Input], words: str) -> None:
    typed = field()
    async with on_stage(typed) as (_, pilot):
        typed.focus()
        for sign in words:
            typed.post_message(events.Key(f"sign_{ord(sign)}", sign))
        await pilot.pause()
        assert (typed.value if isinstance(typed, Input) else typed.text) == words


@pytest.mark.parametrize("field", [PageEditor, OneLine, Secret])
async def test_it_takes_the_place_of_what_is_marked(field: type[PageEditor] | type[Input]) -> None:
    typed = field()
    async with on_stage(typed) as (_, pilot):
        typed.focus()
        await pilot.press("a", "b", "shift+home")
        typed.post_message(events.Key("no_break_space", "\u00a0"))
        await pilot.pause()
        assert (typed.value if isinstance(typed, Input) else typed.text) == "\u00a0"


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x85", "\n", "\u2028", "\ud800", "a", " ", "", None])
def test_controls_and_what_a_field_takes_itself_are_left_to_it(sign: str | None) -> None:
    assert sign_of_words(events.Key("some_key", sign)) is None
