"""The one way to write: everything in the block, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from journal.errors import CairnError
from journal.store.connection import Connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Begin at once as the only writer, commit at the end, roll back on any error.

    `BEGIN IMMEDIATE` waits up to the busy timeout for other processes, before anything is read, so that
    two of them never work from the same old state.

    Raises:
        Busy: another process kept the journal for longer than 10 seconds.
        NoRoom: the disk did not take it; nothing was changed.
        KeyChanged: another file is the journal now; nothing was changed.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.before_writing()
        yield
        connection.execute("UPDATE meta SET write_counter = write_counter + 1")
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


@contextmanager
def others_wait(connection: Connection) -> Iterator[None]:
    """Keep every other process and connection from writing, and write nothing here.

    Raises:
        Busy: another process kept the journal for longer than 10 seconds.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        _roll_back(connection)


def _roll_back(connection: Connection) -> None:
    """Give back what was there. A full disk has often rolled back by itself already."""
    if connection.in_transaction:
        try:
            connection.execute("ROLLBACK")
        except CairnError:
            # The error that led here is the one to tell; the journal file heals when it is next opened.
            return
