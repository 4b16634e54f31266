"""One thing of the journal, opened by its kind; and a list of such things."""

from collections.abc import Sequence

from journal.domain.timeline import Filter, Line
from tui.plain.deeds import Deed
from tui.plain.goal_page import open_goal
from tui.plain.listing import Listing
from tui.plain.pages import open_page
from tui.plain.session_page import open_session
from tui.plain.visit import Visit
from tui.wording import plain_rows as rows


def open_item(visit: Visit, kind: str, item_id: str) -> None:
    """Open one thing of the journal.

    Raises:
        NotFound: it is not there any more.
    """
    opens = {"goal": open_goal, "session": open_session}.get(kind, open_page)
    opens(visit, item_id)


class TimelineRows:
    """Rows of the timeline of which some may be left out; what is shown can change while the list is read."""

    def __init__(self, visit: Visit, chosen: Filter) -> None:
        """Nothing is said yet.

        Args:
            visit: whom to ask.
            chosen: what is shown.
        """
        self.visit = visit
        self.chosen = chosen

    def stay(self, empty: str, deeds: Sequence[Deed[Visit]] = ()) -> None:
        """Read the rows until the person goes back; `empty` is said where there are none."""

        def fetch(offset: int, limit: int) -> Sequence[Line]:
            return self.visit.journal.timeline(self.chosen, limit, offset)

        Listing[Line](
            self.visit,
            fetch,
            rows.timeline_row,
            lambda line: open_item(self.visit, line.kind, line.id),
            empty=empty,
            deeds=deeds,
        ).stay()
