"""A whole database copied under another key."""

from pathlib import Path
from typing import Final

from journal.errors import Busy
from journal.progress import Progress
from journal.store.checking import check_pages
from journal.store.connection import Connection, create_database

PAGES_A_STEP: Final = 512
"""2 MiB: others wait for a save some hundredths of a second, and a copy can be stopped as soon."""
MOST_RESTARTS: Final = 3
MOST_WAITS: Final = 1
"""Steps in a row that came no further; each has waited for the busy timeout."""


class _Restless(Exception):
    """Others write so often that the copy begins anew all the time."""


def copy_database(source: Connection, path: Path, key: bytearray, progress: Progress | None = None) -> Connection:
    """Copy every page of an open database into a new file under another key. Wipes `key`.

    Others can write meanwhile; the copy is of one moment. Where they write so often that it never ends, they are
    kept waiting for the time of one copy.

    Args:
        source: open, and in no transaction of its own.
        path: not there yet; what is left of it after an error is the caller's to remove.
        key: 67 bytes.
        progress: pages done and pages in all.

    Returns:
        The copy, open.

    Raises:
        Busy: another process kept the journal for longer than 10 seconds. NoRoom: the disk did not take it.
        Damaged: a page of the source does not pass its check, so that its copy would not hold what it held.
    """
    kept, restarts, waits, before = bytearray(key), 0, 0, -1

    def told(left: int, pages: int) -> None:
        nonlocal restarts, waits, before
        restarts, waits, before = restarts + (left > before > 0), waits + 1 if left == before else 0, left
        if waits > MOST_WAITS:
            # The engine itself would wait for ever.
            raise Busy()
        if restarts > MOST_RESTARTS:
            raise _Restless
        if progress is not None:
            progress(pages - left, pages)

    try:
        copy = create_database(path, key)
        try:
            try:
                source.copy_into(copy, PAGES_A_STEP, told)
            except _Restless:
                copy.close()
                path.unlink()
                copy = create_database(path, kept)
                restarts = 0
                source.execute("BEGIN")
                try:
                    source.one("SELECT count(*) FROM sqlite_master")
                    source.copy_into(copy, PAGES_A_STEP, told)
                finally:
                    source.execute("COMMIT")
            # A page that does not pass its check can have been read as zeros, and without a word.
            check_pages(source)
        except BaseException:
            copy.close()
            raise
        return copy
    finally:
        kept[:] = bytes(len(kept))
