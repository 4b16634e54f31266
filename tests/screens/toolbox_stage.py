"""The way to a shelf of the toolbox, and what a test asks of it."""

from collections.abc import Callable
from typing import TypeVar

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, until, until_shown
from tui.screens.toolbox import Toolbox
from tui.wording import toolbox as words

T = TypeVar("T")
SHELVES = list(words.SHELVES)


def in_the_journal(home: Home, clock: FixedClock, deed: Callable[[OpenJournal], T]) -> T:
    """Do something in the journal from outside, as another cairn would."""
    journal = open_journal(home, PASSPHRASE, clock)
    done = deed(journal)
    journal.close()
    return done


async def to_shelf(pilot: Actor, shelf: str) -> None:
    """Open the section on one of its shelves."""
    await pilot.press("6")
    await until(pilot, lambda: isinstance(pilot.app.screen, Toolbox))
    await until_shown(pilot, words.THINGS)
    for _ in range(SHELVES.index(shelf)):
        await pilot.press("right")
    await until_shown(pilot, words.ABOUT[shelf][:20])


async def shows(pilot: Actor, kind: type) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await pilot.pause()


async def told(pilot: Actor, sentence: str) -> str:
    """Wait for a note with this sentence, and give all of it."""
    await until(pilot, lambda: any(sentence in note.message for note in pilot.app._notifications))
    return next(note.message for note in pilot.app._notifications if sentence in note.message)
