"""A group that is open: which one, and where."""

from dataclasses import dataclass

from journal.domain.groups import PeerGroup
from sync.consent.groups import Groups
from tui.plain.visit import Visit


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Which group is open, and where."""

    visit: Visit
    id: str

    def read(self) -> PeerGroup:
        """As it is now.

        Raises:
            NotFound: it is not there.
        """
        return Groups(self.visit.journal).group(self.id)

    def open(self) -> PeerGroup:
        """The same, where it has not come to its end.

        Raises:
            NotFound: it is not there. BadInput: it has closed.
        """
        return Groups(self.visit.journal).open_group(self.id)
