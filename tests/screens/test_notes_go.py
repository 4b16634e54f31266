"""A note stands over the screen for some seconds, and then whatever it stood over is seen again."""

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.widgets._toast import Toast

from journal.paths import Home
from tests.conftest import PASSPHRASE, FixedClock
from tests.quick_screens import _render_update
from tests.screens.stage import until
from tui import telling
from tui.app import CairnApp
from tui.screens.today import Today


async def test_a_note_that_came_by_a_scroll_is_painted_over_when_it_goes(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The private names are Textual's: its last whole layout is put back to what it was before the note came."""
    painted: list[bool] = []

    def paint(compositor: Compositor, *more: Any, **named: Any) -> None:
        painted.append(_render_update(compositor, *more, **named) is not None)

    monkeypatch.setattr(Compositor, "render_update", paint)
    monkeypatch.setattr(telling, "OPENED_FOR_S", 0.1)
    monkeypatch.setattr(telling, "PAINTED_OVER_S", 0.05)
    app = CairnApp(home, clock, PASSPHRASE)
    async with app.run_test(notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Today) and not app._notifications)
        compositor = app.screen._compositor
        before = dict(compositor.full_map)
        app.notify("Kept.", timeout=1.0)
        await until(pilot, lambda: bool(app.screen.query(Toast)))
        await pilot.pause()
        compositor._full_map, compositor._full_map_invalidated = before, False
        painted.clear()
        await until(pilot, lambda: not app.screen.query(Toast))
        await until(pilot, lambda: any(painted))
    app.finish()
