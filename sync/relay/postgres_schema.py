"""Numbered steps of the schema in PostgreSQL: several relays may start at once, one of them takes the steps."""

from pathlib import Path

import psycopg

from sync.relay.refusals import NewerStore

Connection = psycopg.AsyncConnection[tuple[object, ...]]

SCHEMA = Path(__file__).parent / "schema" / "postgres"
_TURN = int.from_bytes(b"cairn")
"""Of the advisory lock: a number that nobody else has a reason to take."""
# As a row, not as a name: what a connection remembers of names is not looked at again after the wait for a turn.
_IS_THERE = (
    "SELECT EXISTS (SELECT FROM pg_catalog.pg_class"
    " WHERE relname = 'relay_migration' AND relnamespace = current_schema()::regnamespace)"
)
_NEWEST = "SELECT coalesce(max(number), 0) FROM relay_migration"
_MAKE = "CREATE TABLE relay_migration (number integer PRIMARY KEY, name text NOT NULL, applied_at bigint NOT NULL)"
_NOTE = "INSERT INTO relay_migration (number, name, applied_at) VALUES (%s, %s, %s)"


async def upgrade(connection: Connection, now: int, folder: Path = SCHEMA) -> int:
    """Bring the database up to this program's newest step, all of them or none.

    Args:
        connection: one that commits by itself.
        now: whole seconds of UTC, for the record.
        folder: of the steps, `NNNN_name.sql`.

    Returns:
        How many steps were taken.

    Raises:
        NewerStore: the database is ahead of this program.
    """
    steps = _steps_in(folder)
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s::bigint)", (_TURN,))
        applied = await _applied(connection)
        if applied == 0:
            await connection.execute(_MAKE)
        pending = _pending(steps, applied)
        for number in pending:
            await connection.execute(steps[number].read_bytes())
            await connection.execute(_NOTE, (number, steps[number].stem[5:], now))
    return len(pending)


def _steps_in(folder: Path) -> dict[int, Path]:
    return {int(path.stem[:4]): path for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))}


async def _applied(connection: Connection) -> int:
    """The number of the newest step that was taken; 0 for none."""
    there = await (await connection.execute(_IS_THERE)).fetchone()
    if there != (True,):
        return 0
    row = await (await connection.execute(_NEWEST)).fetchone()
    return int(str(row[0])) if row else 0


def _pending(steps: dict[int, Path], applied: int) -> list[int]:
    if applied > max(steps, default=0):
        raise NewerStore("The store was made by a newer relay.")
    return [number for number in steps if number > applied]
