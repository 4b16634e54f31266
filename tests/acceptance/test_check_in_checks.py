"""Acceptance checks 4, 5 and 10 of the domain brief, section 15, for a check-in in every style of answer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal.domain.look_back import DimensionLookBack
from journal.domain.scales import SCALES
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.journeys.rows import rows_of
from tests.screens.check_in_stage import answers, begun, on_today, type_into, typed_in
from tests.screens.stage import elsewhere, rest, until_shown

TODAY = date(2026, 3, 14)
"""Of the tests' clock."""
NUMBERED = [scale.id for scale in SCALES.values() if scale.lowest is not None]


@pytest.mark.parametrize("scale_id", SCALES)
def test_4_a_check_in_with_everything_left_blank_saves_on_every_scale(journal: OpenJournal, scale_id: str) -> None:
    blank = replace(journal.blank_check_in(), scale_id=scale_id)
    assert journal.record_check_in(blank).check_in == blank
    assert set(blank.answers().values()) == {None}
    assert journal.read(blank.id) == blank


@pytest.mark.parametrize("key", ["escape", "2", "ctrl+n", "ctrl+t"])
async def test_4_a_check_in_that_is_left_is_a_draft_and_here_again(home: Home, clock: FixedClock, key: str) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("tab", "6")
        await type_into(pilot, "note", "half a thought")
        await pilot.press("escape", key)
        await rest(pilot)
        assert begun(home, clock) == {"mood": 6, "scale_id": "n11_v1"}
        await pilot.press("escape")
        await until_shown(pilot, "half a thought")
        assert (answers(pilot)["mood"], typed_in(pilot, "note")) == (6, "half a thought")


@pytest.mark.parametrize("scale_id", NUMBERED)
@pytest.mark.parametrize("word", [None, "hopeless"])
def test_5_a_low_save_writes_what_any_other_save_writes(
    home: Home, clock: FixedClock, scale_id: str, word: str | None
) -> None:
    def written(answer: int | None, feeling: str | None) -> set[str]:
        before = rows_of(home)
        with elsewhere(home, clock) as journal:
            blank = replace(journal.blank_check_in(), scale_id=scale_id, feelings=(feeling,) if feeling else ())
            journal.record_check_in(replace(blank, mood=answer, hope=answer))
        after = rows_of(home)
        return {table for table in after if after[table] != before[table]}

    ordinary = written(SCALES[scale_id].highest, word and "calm")
    assert written(SCALES[scale_id].lowest, word) == ordinary
    assert "item" in ordinary


@pytest.mark.parametrize("scale_id", NUMBERED)
def test_10_answers_on_another_scale_change_nothing_that_is_said_of_this_one(
    journal: OpenJournal, scale_id: str
) -> None:
    def note(days_ago: int, scale: str, answer: int) -> None:
        blank = journal.blank_check_in((TODAY - timedelta(days_ago)).isoformat())
        journal.record_check_in(replace(blank, scale_id=scale, mood=answer))

    for days_ago in range(10):
        note(days_ago, scale_id, SCALES[scale_id].highest or 0)
    alone = said_of_mood(journal)
    for other in NUMBERED:
        if other != scale_id:
            for days_ago in range(1, 25):
                note(days_ago, other, SCALES[other].lowest or 0)
    assert said_of_mood(journal) == alone
    assert alone.scale_id == scale_id


def said_of_mood(journal: OpenJournal) -> DimensionLookBack:
    """Everything that is said of it, but that there are other scales too."""
    (mood,) = journal.look_back(28, "mood").dimensions
    return replace(mood, other_scales=False)
