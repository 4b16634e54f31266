"""When a draft is kept, by a clock that only moves when told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.draft_rhythm import LONGEST_S, REST_S, DraftRhythm


class HandClock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def rhythm() -> tuple[DraftRhythm, HandClock]:
    clock = HandClock()
    return DraftRhythm(clock=clock), clock


def test_nothing_typed_is_nothing_to_keep() -> None:
    assert rhythm()[0].wait_s() is None


def test_words_are_due_a_rest_after_the_last_key() -> None:
    draft, clock = rhythm()
    draft.touched()
    clock.now_s += 0.5
    draft.touched()
    assert draft.wait_s() == pytest.approx(REST_S)
    clock.now_s += 0.5
    assert draft.wait_s() == pytest.approx(REST_S - 0.5)
    clock.now_s += 1
    assert draft.wait_s() == 0


def test_somebody_who_never_rests_is_kept_every_few_seconds() -> None:
    draft, clock = rhythm()
    for _ in range(50):
        draft.touched()
        clock.now_s += LONGEST_S / 50
    assert draft.wait_s() == pytest.approx(0)


def test_after_keeping_the_rhythm_begins_again() -> None:
    draft, clock = rhythm()
    draft.touched()
    draft.kept()
    assert draft.wait_s() is None
    clock.now_s += 60
    draft.touched()
    assert draft.wait_s() == pytest.approx(REST_S)


@given(st.lists(st.floats(0, 3), min_size=1, max_size=40))
def test_words_never_wait_longer_than_promised(pauses_s: list[float]) -> None:
    draft, clock = rhythm()
    began_s = clock.now_s
    for pause_s in pauses_s:
        draft.touched()
        wait_s = draft.wait_s()
        assert wait_s is not None
        assert wait_s <= REST_S + 1e-9
        assert clock.now_s + wait_s <= max(clock.now_s, began_s + LONGEST_S) + 1e-9
        clock.now_s += pause_s
