"""A journal with four weeks of notes in it, made through the same deeds that a person uses."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from journal.domain.check_in import ToolUse
from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.stage import Actor, elsewhere, until, words_of
from tui.screens.look_back import LookBackScreen

TODAY = datetime(2026, 3, 28, 9, 30, tzinfo=UTC)
FIRST = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
MOODS: Mapping[int, int] = {
    0: 4, 1: 5, 2: 3, 4: 4, 5: 6, 6: 5, 7: 5, 9: 4, 10: 6, 11: 7, 12: 5, 13: 6, 15: 6, 16: 7, 17: 5, 18: 6, 21: 4,
    22: 6, 23: 7, 24: 6, 26: 7, 27: 8,
}  # fmt: skip
"""By day of the 28; source: `insight_vectors.json`, which the domain brief names."""
WALKED: Sequence[int] = (5, 10, 11, 13, 16, 18, 23, 24, 26, 27)


def noted(home: Home, clock: FixedClock, *, hope: bool = True, **more: Any) -> None:
    """Write those four weeks: mood every noted day, hope on the even ones, a walk on ten."""
    with elsewhere(home, clock) as journal:
        walk = journal.add_thing("tool", {"name": "walk"}).id
        for day, mood in MOODS.items():
            clock.set(FIRST + timedelta(days=day))
            uses = (ToolUse(walk, "a_little"),) if day in WALKED else ()
            answers = replace(journal.blank_check_in(), mood=mood, feelings=("calm",), tools_used=uses, **more)
            journal.record_check_in(replace(answers, hope=3) if hope and day % 2 == 0 else answers)
    clock.set(TODAY)


def screen_of(pilot: Actor) -> LookBackScreen:
    """Look back, which has to be in front."""
    screen = pilot.app.screen
    assert isinstance(screen, LookBackScreen)
    return screen


async def look_back(pilot: Actor) -> LookBackScreen:
    """Go there, and wait until it shows what it has read."""
    await pilot.press("5")
    await until(pilot, lambda: isinstance(pilot.app.screen, LookBackScreen) and told(pilot) != "")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return screen_of(pilot)


async def press(pilot: Actor, *keys: str) -> None:
    """Press keys one by one, each when the one before has come to something."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()


def told(pilot: Actor) -> str:
    """The sentences of the view."""
    return f"{words_of(pilot, '#first')}\n{words_of(pilot, '#second')}".strip()


def reading(pilot: Actor) -> str:
    """What stands under the picture: one day in words, or how to read one."""
    return words_of(pilot, "#reading")
