"""Whatever a widget draws, no control and no unpaired isolate leaves the program."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import ControlType, Segment
from textual.color import Color
from textual.widgets import Input, Static, TextArea

from tests.widgets.stage import on_stage
from tui.widgets.inert_filter import InertFilter, as_content

BLACK = Color(0, 0, 0)
HOSTILE = "\x1b]0;title\x07 [@click=app.quit()]calm[/] [not] okay\x9b2J \u202eturned\u2066"
SHOWN = "]0;title [@click=app.quit()]calm[/] [not] okay2J turned"

hard_words = st.text(
    st.one_of(st.characters(), st.sampled_from("\x00\x07\x1b\x7f\x9b\u202e\u2066\u2067\u2068\u2069\nש٣")),
    max_size=30,
)


def filtered(*texts: str) -> str:
    segments = [Segment(text) for text in texts]
    return "".join(segment.text for segment in InertFilter().apply(segments, BLACK))


@given(st.lists(hard_words, max_size=4))
def test_no_control_passes_and_the_width_stays(texts: list[str]) -> None:
    shown = filtered(*texts)
    codes = {ord(character) for character in shown}
    assert not codes & {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), 0x2066, 0x2067}
    halves = any("\ud800" <= character <= "\udfff" for character in "".join(texts))
    joined = any(mark in "".join(texts) for mark in "\u200d\ufe0f")
    assert halves or joined or cell_len(shown) == cell_len("".join(texts))


@given(st.lists(hard_words, max_size=4))
def test_isolates_are_paired_within_the_line(texts: list[str]) -> None:
    depth = 0
    for character in filtered(*texts):
        depth += {"\u2068": 1, "\u2069": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


def test_a_plain_line_is_given_back_as_it_came() -> None:
    segments = [Segment("calm"), Segment(" words")]
    assert InertFilter().apply(segments, BLACK) is segments


def test_a_control_segment_is_left_out() -> None:
    segments = [Segment("\x1b[2J", None, [(ControlType.CLEAR,)]), Segment("words")]
    assert InertFilter().apply(segments, BLACK) == [Segment("words")]


async def test_a_hostile_message_shows_as_text_in_every_kind_of_widget() -> None:
    static = Static(as_content(HOSTILE))
    field, page = Input(), TextArea()
    async with on_stage(static, field, page) as (stage, pilot):
        field.value = HOSTILE
        page.load_text(HOSTILE)
        await pilot.pause()
        everything = "\n".join(stage.picture())
    assert everything.count(SHOWN) == 3
    assert not set(everything) & set("\x1b\x07\x9b\u202e\u2066")


def test_words_are_not_markup() -> None:
    assert as_content("I felt [not] okay").plain == "I felt [not] okay"
    assert as_content("[b]x[/]", "bold").plain == "[b]x[/]"
