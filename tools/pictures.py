"""Draws the pictures of the screens that the documentation shows: `make pictures`.

    python -m tools.pictures [FOLDER]      default docs/pictures

Each is the real app over the demo journal, at a fixed moment and size, so that the same screens give the same
bytes. The pictures name no address: whoever opens one asks nobody for a font.
"""

import asyncio
import os
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from textual.pilot import Pilot
from textual.widgets import Input

from journal.paths import Home
from journal.use_cases.preferences import Preferences
from journal.use_cases.snapshots import snapshot_if_due
from journal.use_cases.unlocking import unlock_with_passphrase
from tui.app import CairnApp, Leaving
from tui.commands.demo_journal import make_demo_journal
from tui.widgets.page_editor import PageEditor
from tui.wording.demo import PASSPHRASE

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
ZONE = "Europe/London"
NOW = datetime(2026, 3, 13, 18, 40, tzinfo=ZoneInfo(ZONE))
"""A Friday, so that the week of the demo journal is well begun."""

LOOK = "dusk"
COUNTRY = "GB"
SMALL = (80, 24)
WIDE = (100, 30)
TRIES = 2000
PAUSE_S = 0.005

Actor = Pilot[Leaving]
Deeds = Callable[[Actor], Awaitable[None]]

_FONT_FACES = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_COMMENTS = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FONTS = (
    '"Fira Code", "JetBrains Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono", monospace'
)
_PAGE = """The kettle took its time this morning, and for once so did I.

Rang the shed. A man called Des answered, with a radio on behind him. There is a bus that gets in at \
ten to ten. Nobody minds who starts with the second one.

Six Saturdays. I wrote my name down before I could think of a reason not to.
"""


class StillClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW

    def zone(self) -> str:
        return ZONE


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, its size in cells, and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    deeds: Deeds
    filled: bool = True
    """Whether the demo journal is there; if not, it is the first run."""


async def _nothing(actor: Actor) -> None:
    await actor.pause()


async def _answer(actor: Actor) -> None:
    """Part of a check-in, with the next question chosen."""
    await _press(actor, "tab", "6", "tab", "7")


async def _go_to_journal(actor: Actor) -> None:
    await _press(actor, "2")


async def _go_to_goals(actor: Actor) -> None:
    await _press(actor, "3")


async def _open_a_goal(actor: Actor) -> None:
    await _press(actor, "3", "enter")


async def _go_to_peers(actor: Actor) -> None:
    await _press(actor, "4")


async def _open_what_waits(actor: Actor) -> None:
    """The session that is half written stands first among the peers."""
    await _press(actor, "4", "enter")


async def _go_to_toolbox(actor: Actor) -> None:
    await _press(actor, "6")


async def _write(actor: Actor) -> None:
    await _press(actor, "ctrl+n", "f5")
    actor.app.screen.query_one(PageEditor).insert(_PAGE)


async def _support(actor: Actor) -> None:
    await _press(actor, "f2")


async def _keys_and_copies(actor: Actor) -> None:
    await _press(actor, "f8")


async def _hard_day(actor: Actor) -> None:
    await _press(actor, "d")


PICTURES: Sequence[Picture] = (
    Picture("first-run", SMALL, _nothing, filled=False),
    Picture("today", SMALL, _answer),
    Picture("today-wide", WIDE, _answer),
    Picture("journal", SMALL, _go_to_journal),
    Picture("goals", SMALL, _go_to_goals),
    Picture("goal", SMALL, _open_a_goal),
    Picture("peers", SMALL, _go_to_peers),
    Picture("session", SMALL, _open_what_waits),
    Picture("toolbox", SMALL, _go_to_toolbox),
    Picture("write", SMALL, _write),
    Picture("support-now", SMALL, _support),
    Picture("hard-day", SMALL, _hard_day),
    Picture("keys-and-copies", SMALL, _keys_and_copies),
)


def draw(picture: Picture, made: Home) -> str:
    """Draw one picture as SVG.

    Args:
        picture: which one.
        made: the demo journal; it is copied, and stays as it is.
    """
    with tempfile.TemporaryDirectory() as place, _chance_stands_still(), _plain_environment():
        home = Home(Path(place) / "home")
        if picture.filled:
            shutil.copytree(made.root, home.root)
        return without_addresses(asyncio.run(_drawn(picture, home)))


def make_demo_home(place: Path) -> Home:
    """Make the journal that the pictures show."""
    home = Home(place / "demo")
    make_demo_journal(home, PASSPHRASE, StillClock(), Preferences(country=COUNTRY, look=LOOK))
    # There before the app is, which would make it some seconds after it was opened.
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), StillClock())
    return home


def without_addresses(svg: str) -> str:
    """Take out web fonts and where the drawing came from; ask for fonts that are on the computer."""
    drawn = _COMMENTS.sub("", _FONT_FACES.sub("", svg))
    drawn = drawn.replace("font-family: Fira Code, monospace;", f"font-family: {_FONTS};")
    drawn = drawn.replace("font-family: arial;", "font-family: sans-serif;")
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Draw every picture into the folder."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        made = make_demo_home(Path(place))
        for picture in PICTURES:
            path = folder / f"{picture.name}.svg"
            path.write_text(draw(picture, made), encoding="utf-8")
            print(path)
    return 0


async def _drawn(picture: Picture, home: Home) -> str:
    app = CairnApp(home, StillClock(), PASSPHRASE if picture.filled else None)
    app.animation_level = "none"
    async with app.run_test(size=picture.size) as actor:
        await _until(actor, lambda: _where(app) == ("today" if picture.filled else "first-run"))
        await _settle(actor)
        await picture.deeds(actor)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await _settle(actor)
        return app.export_screenshot(title="cairn")


def _where(app: CairnApp) -> str:
    return str(getattr(app.screen, "WHERE", ""))


async def _press(actor: Actor, *keys: str) -> None:
    for key in keys:
        await actor.press(key)
        await _settle(actor)


async def _settle(actor: Actor) -> None:
    """Wait until nothing is asked of the journal any more, and what was answered is drawn."""
    await actor.pause()
    await actor.app.workers.wait_for_complete()
    await actor.pause()
    await actor.pause()


async def _until(actor: Actor, is_so: Callable[[], bool]) -> None:
    for _ in range(TRIES):
        await actor.pause()
        if is_so():
            return
        await asyncio.sleep(PAUSE_S)
    raise SystemExit("The screen that was to be drawn did not come.")


class _Still(random.Random):
    """Chance that falls the same way every time: which question is shown must not change a picture."""

    def __init__(self, _seed: object = None) -> None:
        super().__init__(94)


@contextmanager
def _chance_stands_still() -> Iterator[None]:
    before = random.Random
    random.Random = _Still  # type: ignore[misc, assignment]  # only while a picture is drawn
    try:
        yield
    finally:
        random.Random = before  # type: ignore[misc]  # as it was


@contextmanager
def _plain_environment() -> Iterator[None]:
    """Colours as a terminal has them that knows them all, whatever ours does."""
    before = {name: os.environ.pop(name, None) for name in ("NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "COLORTERM")}
    try:
        yield
    finally:
        os.environ.update({name: value for name, value in before.items() if value is not None})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
