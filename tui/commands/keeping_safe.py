"""What commands do beside their own deed: safety copies after the answer, progress, the key that is held."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from journal.clock import Clock
from journal.errors import Damaged, NotOpened
from journal.paths import Home
from tui.language import hint_of, sentence_of

if TYPE_CHECKING:
    from journal.progress import Progress
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.unlocking import Unlocked

COPY_EVERY_DAYS = 7
"""For people who use only the shell. Source: security brief, b.6."""
TELL_EVERY_S = 0.5


def copy_afterwards(journal: "OpenJournal", clock: Clock) -> Callable[[], object] | None:
    """What makes a safety copy once the answer was given; `None` where none is due.

    A look at the names in one folder, so that a quick command loads nothing for it.
    """
    unlocked = journal.unlocked
    if unlocked is None:
        return None
    today = clock.now().date()
    oldest = (today - timedelta(days=COPY_EVERY_DAYS)).isoformat()
    # A copy that a wrong clock dated years ahead is no reason to make none.
    newest = max((day for day in _days(unlocked.home) if day <= today.isoformat()), default="")
    if newest > oldest or (not newest and journal.made_at()[:10] > oldest):
        return None

    def make() -> None:
        from journal.use_cases.snapshots import snapshot_if_due

        try:
            # A key that was held may be gone by now: then another day.
            with suppress(NotOpened):
                snapshot_if_due(unlocked, clock, COPY_EVERY_DAYS)
        except Damaged as problem:
            # The command's own deed is done and answered; this is news beside it.
            print(f"cairn: {sentence_of(problem)}\n{hint_of(problem)}", file=sys.stderr)

    return make


def _days(home: Home) -> list[str]:
    try:
        return [name[:10] for name in os.listdir(home.snapshots) if name[:1].isdigit()]
    except OSError:
        return []


def progress_on_terminal() -> "Progress | None":
    """How far it is, on standard error, where somebody can see it and it takes long enough to wonder."""
    if not sys.stderr.isatty():
        return None
    told = time.monotonic()

    def tell(done: int, whole: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= TELL_EVERY_S:
            told = now
            print(f"{100 * done // max(whole, 1)} %", file=sys.stderr, flush=True)

    return tell


def held(home: Home) -> "Unlocked | None":
    """The journal as the key that is held opens it, if there is one."""
    from journal.use_cases.staying import held_unlocked

    return held_unlocked(home) if home.exists() else None


def end_holding(home: Home) -> None:
    """Let go of a key that is held: it is of no use any more, or must not be."""
    from journal.use_cases.staying import let_go

    let_go(home)
