"""Numbered steps of the schema. A step and its record are one transaction; a newer file is refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.errors import NewerFormat
from journal.store.connection import Connection

SCHEMA = Path(__file__).parent / "schema"


@dataclass(frozen=True, slots=True)
class Step:
    """One file `NNNN_name.sql`."""

    number: int
    name: str
    sql: str


def steps_in(folder: Path = SCHEMA) -> list[Step]:
    """Every step of this program, in order."""
    return [
        Step(int(path.stem[:4]), path.stem[5:], path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    ]


def newest(steps: list[Step]) -> int:
    """The number of the last step; 0 for none."""
    return steps[-1].number if steps else 0


def migrate(
    connection: Connection, steps: list[Step], now: str, copy_first: Callable[[int], None] | None = None
) -> int:
    """Bring the database up to this program's newest step.

    Args:
        connection: open and keyed.
        steps: from `steps_in`.
        now: UTC instant, ISO 8601, for the record.
        copy_first: called once with the newest applied number while no other process can write,
            before anything is changed; not called for a new database.

    Returns:
        How many steps were applied.

    Raises:
        NewerFormat: the database is ahead of this program.
    """
    if (before := _applied(connection)) >= newest(steps):
        if before > newest(steps):
            raise NewerFormat()
        return 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        applied = _applied(connection)
        if applied > newest(steps):
            raise NewerFormat()
        if applied == 0:
            connection.execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT, applied_at TEXT) STRICT")
        elif copy_first is not None and applied < newest(steps):
            copy_first(applied)
        pending = [step for step in steps if step.number > applied]
        for step in pending:
            _apply(connection, step, now)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return len(pending)


def refuse_newer(connection: Connection) -> None:
    """See that this program knows every step that the database has.

    Raises:
        NewerFormat: it has some that came later.
    """
    if _applied(connection) > newest(steps_in()):
        raise NewerFormat()


def _applied(connection: Connection) -> int:
    """The newest step the database has; 0 for a new one."""
    known = connection.one("SELECT count(*) FROM sqlite_master WHERE name = 'migration'")
    return int(connection.one("SELECT coalesce(max(number), 0) FROM migration") or 0) if known else 0


def _apply(connection: Connection, step: Step, now: str) -> None:
    for statement in statements(step.sql):
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)", (step.number, step.name, now)
    )


def statements(sql: str) -> Iterator[str]:
    """Each statement of a script; the engine runs one at a time inside our transaction.

    Args:
        sql: one of our own files: a statement ends with the line that ends in `;`, but for a comment behind it.
    """
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if line.partition("--")[0].rstrip().endswith(";"):
            yield gathered
            gathered = ""
    if any(line.partition("--")[0].strip() for line in gathered.splitlines()):
        yield gathered
