"""From one screen to the next by keys, over the demo journal, at a moment that stands still."""

import asyncio
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from textual.events import Paste
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input, TextArea

from journal.paths import Home
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.snapshots import snapshot_if_due
from journal.use_cases.unlocking import unlock_with_passphrase
from tools.pictures_group import make_group
from tools.pictures_met import let_them_meet
from tools.pictures_shown import Picture, Typed
from tui.app import CairnApp, Leaving
from tui.commands.demo_journal import make_demo_journal
from tui.presence import TwoClocks
from tui.screens.sections import KEYS
from tui.wording.demo import PASSPHRASE

ZONE = "Europe/London"
NOW = datetime(2026, 3, 13, 18, 40, tzinfo=ZoneInfo(ZONE))
"""A Friday, so that the week of the demo journal is well begun."""
COUNTRY = "GB"
NO_COLOUR = "no-colour"
LOOKS = ("dusk", "dawn", "contrast", NO_COLOUR)
TRIES = 400
PAUSE_S = 0.005
MOST_BACK = 6
"""So many times Escape leads from any screen to its section."""

Actor = Pilot[Leaving]
Drawn = Callable[[Picture, list[Strip]], None]


class StillClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW

    def zone(self) -> str:
        return ZONE


STANDING = TwoClocks(steady_s=lambda: 0.0, wall_s=NOW.timestamp)
"""However long the drawing takes, nobody has been away."""


class StillApp(CairnApp):
    """The app that has met everybody, and looks in no more: the folder of the drawing is gone."""

    def __init__(self, home: Home, passphrase: str | None) -> None:
        super().__init__(home, StillClock(), passphrase, STANDING)
        self.last_meeting.at = NOW.isoformat()

    def _meet(self) -> None:
        """Nobody."""


def make_demo_home(place: Path) -> Home:
    """Make the journal that the pictures show: the demo journal, whose partners have cairn too."""
    home = Home(place / "demo")
    make_demo_journal(home, PASSPHRASE, StillClock(), Preferences(country=COUNTRY))
    with tempfile.TemporaryDirectory() as elsewhere:
        let_them_meet(home, Path(elsewhere), NOW, ZONE)
    with tempfile.TemporaryDirectory() as elsewhere:
        make_group(home, Preferences(country=COUNTRY), Path(elsewhere), NOW, ZONE)
    # There before the app is, which would make it some seconds after it was opened.
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), StillClock())
    return home


def walk(made: Home, look: str, size: tuple[int, int], pictures: Sequence[Picture], drawn: Drawn) -> None:
    """Go from picture to picture, and hand over what stands there.

    Those that change nothing share one run of the app; each of the others has one of its own.

    Args:
        made: the demo journal; it is copied, and stays as it is.
        look: one of `LOOKS`.
        size: of the terminal, in cells.
        pictures: which ones.
        drawn: told of each, with the rows of the screen.

    Raises:
        SystemExit: keys led to another screen than the picture is of.
    """
    together = [picture for picture in pictures if picture.from_today and not picture.alone]
    runs = [together] if together else []
    runs += [[picture] for picture in pictures if picture not in together]
    with _environment(look), _chance_stands_still():
        for run in runs:
            with tempfile.TemporaryDirectory() as place:
                asyncio.run(_run(_copied(made, Path(place), look, run[0]), size, run, drawn))


def _copied(made: Home, place: Path, look: str, first: Picture) -> Home:
    home = Home(place / "home")
    if first.begins != "new":
        is_of_group = first.begins in ("facilitator", "member")
        shutil.copytree(made.root.parent / first.begins if is_of_group else made.root, home.root)
    chosen = None if look == NO_COLOUR else look
    write_preferences(home, Preferences(country=None if first.begins == "new" else COUNTRY, look=chosen))
    return home


async def _run(home: Home, size: tuple[int, int], pictures: Sequence[Picture], drawn: Drawn) -> None:
    app = StillApp(home, PASSPHRASE if pictures[0].is_open else None)
    try:
        async with app.run_test(size=size) as actor:
            await _until(
                actor, lambda: _name(actor) in ("Today", "Unlock", "FirstRun", "Summaries"), "the first screen"
            )
            await settle(actor)
            for picture in pictures:
                await _lead_to(actor, picture)
                drawn(picture, await at_rest(actor))
                await _back_to_today(actor, picture)
    finally:
        app.finish()


async def _lead_to(actor: Actor, picture: Picture) -> None:
    await press(actor, picture.keys)
    await _until(actor, lambda: _name(actor) == picture.shows, f"{picture.shows} for {picture.name}")


async def _back_to_today(actor: Actor, picture: Picture) -> None:
    if not picture.from_today or picture.alone:
        return
    for _ in range(MOST_BACK):
        if len(actor.app.screen_stack) > 1:
            await press(actor, ("escape",))
    await sections_anew(actor)
    await _until(actor, lambda: _name(actor) == "Today", "Today")
    await settle(actor)


async def sections_anew(actor: Actor) -> None:
    """Today with nothing chosen, and every other section as it is when it is opened first.

    Private in Textual: which modes there are, what each opens with, and which have been.
    """
    app = actor.app
    await app.switch_mode("today")
    for name in KEYS:
        if name != "today" and name in app._screen_stacks:
            opens = app._modes[name]
            await app.remove_mode(name)
            app.add_mode(name, opens)
    app.screen.set_focus(None)


async def press(actor: Actor, keys: Sequence[str | Typed]) -> None:
    """Press keys one after another, and put whole texts where the focus is."""
    for key in keys:
        if isinstance(key, Typed):
            actor.app.post_message(Paste(key.words))
        else:
            await actor.press(key)
        await settle(actor)


async def settle(actor: Actor) -> None:
    """Wait until nothing is asked of the journal any more, and what was answered is drawn.

    One answer can lead to another question.
    """
    await actor.pause()
    for _ in range(TRIES):
        await actor.app.workers.wait_for_complete()
        await actor.pause()
        await actor.pause()
        if not len(actor.app.workers):
            return


async def at_rest(actor: Actor) -> list[Strip]:
    """The rows of the screen when nothing moves any more: no cursor that comes and goes, no passing note."""
    app = actor.app
    app.clear_notifications()
    for field in app.screen.query(Input):
        field.cursor_blink = False
    for area in app.screen.query(TextArea):
        area.cursor_blink = False
    before: list[Strip] = []
    while (now := rows_of(app.screen)) != before:
        before = now
        await settle(actor)
    return now


def rows_of(screen: Screen[Any]) -> list[Strip]:
    """What is drawn on a screen, row by row. Private in Textual: `_compositor`."""
    return list(screen._compositor.render_strips())


def _name(actor: Actor) -> str:
    return type(actor.app.screen).__name__


async def _until(actor: Actor, is_so: Callable[[], bool], what: str) -> None:
    for _ in range(TRIES):
        await actor.pause()
        if is_so():
            return
        await asyncio.sleep(PAUSE_S)
    raise SystemExit(f"{what} did not come; {_name(actor)} is there.")


class _Still(random.Random):
    """Chance that falls the same way every time: which question is shown must not change a picture."""

    def __init__(self, _seed: object = None) -> None:
        super().__init__(94)


@contextmanager
def _chance_stands_still() -> Iterator[None]:
    with patch.object(random, "Random", _Still):
        yield


@contextmanager
def _environment(look: str) -> Iterator[None]:
    """Colours as a terminal has them that knows them all, whatever ours does; none where none are wanted."""
    wanted: Mapping[str, str] = {"NO_COLOR": "1"} if look == NO_COLOUR else {}
    names = ("NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "COLORTERM")
    before = {name: os.environ.pop(name, None) for name in names}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name in names:
            os.environ.pop(name, None)
        os.environ.update({name: value for name, value in before.items() if value is not None})
