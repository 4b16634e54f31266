"""Goals on a stage: the ways there, and what the journal holds afterwards."""

from journal.domain.goal import Goal
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, until, until_shown, write
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.screens.goal import GoalScreen
from tui.screens.goals import Goals

TITLE = "Get out most days [x]"
STEP = "Ask Priya along"


async def to_goals(pilot: Actor) -> None:
    await pilot.press("3")
    await until(pilot, lambda: isinstance(pilot.app.screen, Goals))


async def asked(pilot: Actor, question: str) -> None:
    """Wait until this is asked, and listened to."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Ask | Choose) and pilot.app.screen.focused is not None)
    await until_shown(pilot, question)


async def name_a_goal(pilot: Actor, title: str = TITLE) -> None:
    await to_goals(pilot)
    await pilot.press("n")
    await asked(pilot, "What would you like to move towards?")
    await write(pilot, title)
    await pilot.press("enter")
    await asked(pilot, "One small next step?")


async def goal_with_a_step(pilot: Actor) -> None:
    """Named, with a step that feels doable; its page is open."""
    await name_a_goal(pilot)
    await write(pilot, STEP)
    await pilot.press("enter")
    await asked(pilot, "Does that step feel doable?")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
    await until_shown(pilot, STEP)


def told(pilot: Actor) -> list[str]:
    """What was said in passing; a stage shows no toasts."""
    return [note.message for note in pilot.app._notifications]


def reopened(home: Home, clock: FixedClock) -> OpenJournal:
    return open_journal(home, PASSPHRASE, clock)


def the_goal(home: Home, clock: FixedClock) -> Goal:
    journal = reopened(home, clock)
    (goal,) = journal.goals()
    journal.close()
    return goal


def drafts(home: Home, clock: FixedClock) -> list[str]:
    journal = reopened(home, clock)
    kinds = [draft.kind for draft in journal.drafts()]
    journal.close()
    return kinds
