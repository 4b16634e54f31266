"""What the tests of Peers share: getting there, moving the bar, and the journal as another process has it."""

from journal.domain.peer_session import PeerSession
from journal.domain.shelves import PeerPartnership
from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.stage import Actor, elsewhere, picture, until, until_shown, write
from tui.screens.peers import Peers
from tui.widgets.part_field import PartField

GOAL = "Get out most days [x]"
NEXT = "ring the pool"


def named(home: Home, clock: FixedClock, *names: str) -> list[str]:
    with elsewhere(home, clock) as journal:
        return [journal.add_thing("partner", {"partner_alias": name}).id for name in names]


def partners(home: Home, clock: FixedClock) -> list[PeerPartnership]:
    with elsewhere(home, clock) as journal:
        return [thing for thing in journal.things("partner") if isinstance(thing, PeerPartnership)]


def sessions(home: Home, clock: FixedClock) -> list[PeerSession]:
    with elsewhere(home, clock) as journal:
        return journal.sessions()


def draft_kinds(home: Home, clock: FixedClock) -> list[str]:
    with elsewhere(home, clock) as journal:
        return [draft.kind for draft in journal.drafts()]


async def to_peers(pilot: Actor) -> None:
    await pilot.press("4")
    await until(pilot, lambda: isinstance(pilot.app.screen, Peers))
    await until_shown(pilot, "My week")


async def on(pilot: Actor, screen: type, words: str = "") -> None:
    """Wait until this screen is in front, listens, and shows these words."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen) and pilot.app.screen.focused is not None)
    await until_shown(pilot, words)


async def press(pilot: Actor, key: str, screen: type, words: str = "") -> None:
    await pilot.press(key)
    await on(pilot, screen, words)


async def bar_at(pilot: Actor, words: str) -> None:
    """Move the bar down to the row that holds these words."""
    await pilot.press("home")
    for _ in range(30):
        if any(line.lstrip().startswith("▌") and words in line for line in picture(pilot.app.screen).splitlines()):
            return
        await pilot.press("down")
    raise AssertionError(picture(pilot.app.screen))


def field_of(pilot: Actor, name: str) -> PartField:
    """One part of the form in front, by its name in the journal."""
    return next(field for field in pilot.app.screen.query(PartField) if field.part.name == name)


async def fill(pilot: Actor, name: str, words: str) -> None:
    """Type into one part of the form."""
    field_of(pilot, name).field.focus()
    await pilot.pause()
    await write(pilot, words)


def told(pilot: Actor) -> list[str]:
    """What was said in passing; a stage shows no toasts."""
    return [note.message for note in pilot.app._notifications]
