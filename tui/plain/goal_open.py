"""Which goal is open."""

from dataclasses import dataclass

from journal.domain.goal import Goal
from tui.plain.visit import Visit


@dataclass(frozen=True, slots=True)
class OpenGoal:
    """Which goal is open, and where."""

    visit: Visit
    id: str

    def read(self) -> Goal:
        """As it is now."""
        return self.visit.journal.goal(self.id)
