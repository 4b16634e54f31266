"""Asking a facilitator's home, and letting go of what was begun there."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from tui.screens.meeting_told import load_what_meets
from tui.store_thread import Desk

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

T = TypeVar("T")


async def ask_groups(desk: Desk, deed: "Callable[[OpenJournal], T]") -> T:
    """What a deed on groups says; what it stands on is loaded first, in a thread of its own."""
    await asyncio.to_thread(load_what_meets)
    return await desk.ask(deed)


def let_draft_go(journal: "OpenJournal", draft_id: str) -> None:
    """What was begun is saved, or is of no use any more."""
    journal.keep_draft(replace(journal.blank_page(), id=draft_id))
