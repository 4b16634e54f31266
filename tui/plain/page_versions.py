"""What a page or a note said before it was changed: read, and brought back."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from journal.domain.timeline import EarlierVersion
from tui.plain.choosing import ask_yes
from tui.plain.conversation import Back
from tui.plain.listing import Listing
from tui.plain.visit import Visit
from tui.wording import journal as words

Listed = tuple[int, EarlierVersion, datetime]
"""Its number from 1 for the latest, what it said, and until when, as a clock here and now says it."""


def read_versions(visit: Visit, item_id: str) -> None:
    """The list, newest first; a number reads one and offers to bring its words back."""

    def fetch(offset: int, limit: int) -> Sequence[Listed]:
        zone = ZoneInfo(visit.journal.moment().zone)
        versions = enumerate(visit.journal.earlier_versions(item_id), 1)
        listed = [(number, one, datetime.fromisoformat(one.replaced_at).astimezone(zone)) for number, one in versions]
        return listed[offset : offset + limit]

    if not visit.journal.earlier_versions(item_id):
        visit.talk.say(words.NO_VERSIONS)
        return
    Listing[Listed](
        visit,
        fetch,
        lambda row: words.version_row(*row[1:]),
        lambda row: _read(visit, item_id, row),
        empty=words.NO_VERSIONS,
    ).stay()


def _read(visit: Visit, item_id: str, row: Listed) -> None:
    number, version, until = row
    visit.talk.say(f"{words.version_day(version, until)}.", *words.version_lines(version))
    try:
        wanted = ask_yes(visit.talk, words.BRING_BACK_ASKED)
    except Back:
        return
    if wanted:
        visit.save(lambda: visit.journal.bring_back(item_id, number))
        visit.talk.say(words.BROUGHT_BACK)
