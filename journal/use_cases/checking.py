"""A look at every page of the journal file, once a week, beside everything else.

On a connection of its own, in any thread. Reading is never held up, and a save for no longer than one table takes.
"""

from contextlib import suppress
from datetime import timedelta

from journal.clock import Clock
from journal.domain.moments import utc_text
from journal.errors import Busy, CairnError, NoJournal
from journal.progress import Progress
from journal.store.checking import check_in_pieces
from journal.store.meta import Meta
from journal.store.transaction import transaction
from journal.use_cases.open_journal import CHECK_EVERY_DAYS
from journal.use_cases.unlocking import Unlocked, open_named
from journal.vault.header_files import read_header


def check_if_due(unlocked: Unlocked, clock: Clock, progress: Progress | None = None) -> bool:
    """Check the journal file where the last check is more than 7 days ago, and remember when.

    Args:
        unlocked: whose.
        clock: for today.
        progress: in thousandths, between pieces of some hundredths of a second; what it raises ends the check.

    Returns:
        Whether it was checked. Not, where none was due, another process kept the file, or the journal stands under
        another key by now.

    Raises:
        Damaged: something in it is not what cairn wrote. NoRoom: the disk cannot read it.
    """
    if not _is_still_open(unlocked):
        return False
    connection = open_named(unlocked)
    try:
        meta = Meta(connection)
        checked, now = meta.checked_at() or meta.made_at(), clock.now()
        # A time that is still to come was noted by a wrong clock.
        if utc_text(now - timedelta(days=CHECK_EVERY_DAYS)) <= checked <= utc_text(now):
            return False
        check_in_pieces(connection, progress)
        # Where nothing can be written the check was made all the same.
        with suppress(CairnError), transaction(connection):
            meta.note_checked(utc_text(clock.now()))
        return True
    except Busy:
        return False
    finally:
        connection.close()


def _is_still_open(unlocked: Unlocked) -> bool:
    """Whether the key file names the database that was opened: it may have a new key, or be gone."""
    try:
        found = read_header(unlocked.home).header
    except NoJournal:
        return False
    return (found.vault_id, found.generation) == (unlocked.header.vault_id, unlocked.header.generation)
