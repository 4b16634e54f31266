"""The line of Today that says where sharing stands, put up once it is known."""

import asyncio

from textual.widgets import Static

from tui.screens.hearing import Hearing
from tui.screens.meeting_told import ask_about_pairs
from tui.screens.today_shared import shared_line
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.wording import screen


def show_shared(today: Hearing, desk: Desk) -> None:
    """Put the line up when it is known; until then the one that is there stays."""
    line = asyncio.ensure_future(ask_about_pairs(desk, shared_line, screen.SHARED_NOTHING))
    today.hear(line, lambda said: today.query_one("#shared", Static).update(as_content(said)))
