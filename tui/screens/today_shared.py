"""Where sharing stands, in one line of Today."""

from typing import TYPE_CHECKING

from journal.errors import NotFound
from tui.wording import meeting as words
from tui.wording import screen, together

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


def shared_line(journal: "OpenJournal") -> str:
    """How many goals somebody sees now, and who. What is paused, or whose day is over, nobody sees."""
    from sync.consent.sharing import Sharing
    from sync.records.consents import Status

    today = journal.moment().for_date
    seen = [share for share in Sharing(journal).shares() if share.status is Status.ACTIVE and share.expires >= today]
    if not seen:
        return screen.SHARED_NOTHING
    partners = dict.fromkeys(share.partner for share in seen)
    return words.shared_today(len({share.goal for share in seen}), [_name(journal, one) for one in partners])


def _name(journal: "OpenJournal", partner: str) -> str:
    try:
        return journal.partner(partner).partner_alias
    except NotFound:
        return together.CALLED
