"""Support now in a facilitator's home: the same lines, and nothing of a person's journal, which is not here."""

from collections.abc import Sequence
from typing import Literal

from journal.clock import Clock
from journal.paths import Home
from tui.modals.support_now import SupportNow
from tui.widgets.hanging_lines import Hanging

MINE = "4"
"""The number of the row of a person's own people and plan."""


class FacilitatorsSupport(SupportNow):
    """Takes where the choices are that are known before unlock, and what time it is."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__(home, clock)

    def action_mine(self) -> None:
        """There are none here."""

    def _lines(self) -> Sequence[Hanging]:
        return [line for line in super()._lines() if line.mark != MINE]

    def _has_journal(self) -> Literal[False]:
        return False
