"""What a safety copy knows of a damaged journal: on which page of the file each of its tables begins."""

from contextlib import closing, suppress
from pathlib import Path

from journal.errors import Damaged, NewerFormat, NotFound, NotOpened
from journal.store.connection import open_database
from journal.store.migrations import refuse_newer, steps_in
from journal.store.salvage_list import Roots, lend_list, roots_in
from journal.use_cases.safe_copies import opened_backup
from journal.use_cases.snapshots import snapshots_in
from journal.use_cases.unlocking import Unlocked, with_keys
from journal.vault.backup_file import take_out


def lend_what_a_safety_copy_knows(unlocked: Unlocked, damaged: Path, now: str) -> int:
    """Give a damaged file the list of tables that the newest safety copy under its key has.

    Args:
        unlocked: whose.
        damaged: a copy of its file, which is changed; nothing that stands behind its first page.
        now: a UTC instant.

    Returns:
        The newest step of the schema that the safety copy has had. The list is right where the file has had the same.

    Raises:
        Damaged: there is no safety copy that could be read. NoRoom: the disk did not take it.
    """
    for snapshot in reversed(snapshots_in(unlocked.home)):
        with suppress(Damaged, NotOpened, NotFound, NewerFormat):
            roots, step = _known_to(unlocked, snapshot.path, damaged.with_name("carried.db"))
            steps = [one for one in steps_in() if one.number <= step]
            lend_list(damaged, roots, steps, now, unlocked.keys.database_key)
            return step
    raise Damaged()


def _known_to(unlocked: Unlocked, backup: Path, carried: Path) -> tuple[Roots, int]:
    preamble, keys = opened_backup(backup, with_keys(unlocked.keys))
    try:
        take_out(backup, preamble, carried)
        with closing(open_database(carried, keys.backup_key(preamble.backup_id))) as connection:
            refuse_newer(connection)
            step = int(connection.one("SELECT max(number) FROM migration") or 0)
            return roots_in(connection), step
    finally:
        carried.unlink(missing_ok=True)
