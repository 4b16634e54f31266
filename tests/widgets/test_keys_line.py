"""The bottom line keeps the way to support, whatever else has to go."""

from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.stage import on_stage
from tui.widgets.keys_line import KeysLine, keys_that_fit
from tui.wording.settings import SOME_KEYS

KEYS = [("1-6", "sections"), ("Ctrl+N", "write a page"), ("d", "a hard day"), ("F1", "help")]
SUPPORT = ("F2", "support now")

some_keys = st.lists(st.tuples(st.text(max_size=6), st.text(max_size=20)), max_size=8)


async def test_all_keys_are_said_where_there_is_room() -> None:
    async with on_stage(KeysLine(KEYS)) as (stage, _):
        row = stage.picture()[0].strip()
    assert row == "1-6 sections  Ctrl+N write a page  d a hard day  F1 help  F2 support now"


async def test_at_forty_columns_support_is_still_there_and_the_first_ones_are_left() -> None:
    async with on_stage(KeysLine(KEYS), size=(40, 12)) as (stage, _):
        row = stage.picture()[0].strip()
    assert row == "1-6 sections  F2 support"


async def test_at_forty_columns_it_is_still_said_how_several_things_that_were_ticked_are_kept() -> None:
    async with on_stage(KeysLine(SOME_KEYS), size=(40, 12)) as (stage, _):
        assert stage.picture()[0].strip() == "Ctrl+S keep  Esc leave it  F2 support"


async def test_other_keys_can_be_said_later() -> None:
    line = KeysLine(KEYS)
    async with on_stage(line) as (stage, pilot):
        line.show_keys([("Esc", "back")])
        await pilot.pause()
        assert stage.picture()[0].strip() == "Esc back  F2 support now"


async def test_on_the_smallest_screen_nothing_breaks() -> None:
    async with on_stage(KeysLine(KEYS), size=(1, 1)) as (stage, _):
        assert len(stage.picture()) == 1


@given(some_keys, st.integers(0, 120))
def test_the_last_key_never_goes_and_the_order_never_changes(keys: list[tuple[str, str]], width: int) -> None:
    shown = keys_that_fit([*keys, SUPPORT], width)
    left = iter([*keys, SUPPORT])
    assert shown[-1] == SUPPORT
    assert all(key in left for key in shown)
    assert shown[:-1] == keys[: len(shown) - 1], "what comes first is needed most"
