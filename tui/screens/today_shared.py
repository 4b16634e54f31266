"""Where sharing stands, in one line of Today."""

from typing import TYPE_CHECKING

from journal.errors import NotFound
from tui.wording import my_page as words
from tui.wording import screen, together

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


def shared_line(journal: "OpenJournal") -> str:
    """How many goals somebody sees now, and who; and who sees a page. What is paused, or over, nobody sees."""
    from sync.consent.sharing import Sharing
    from sync.records.consents import SUMMARY, Status

    today = journal.moment().for_date
    seen = [share for share in Sharing(journal).shares() if share.status is Status.ACTIVE and share.expires >= today]
    if not seen:
        return screen.SHARED_NOTHING
    goals = [share for share in seen if share.kind != SUMMARY]
    partners = dict.fromkeys(share.partner for share in goals)
    facilitators = dict.fromkeys(share.partner for share in seen if share.kind == SUMMARY)
    return words.shared_today(
        len({share.goal for share in goals}),
        [_name(journal, one) for one in partners],
        [_name(journal, one) for one in facilitators],
    )


def _name(journal: "OpenJournal", partner: str) -> str:
    try:
        return journal.partner(partner).partner_alias
    except NotFound:
        return together.CALLED
