"""Everything that a store of a relay holds, byte by byte, as whoever has its files or its database could read it."""

import base64
from collections.abc import Iterable
from pathlib import Path

import psycopg


def in_sqlite(file: Path) -> bytes:
    """The file and what stands beside it."""
    return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


def in_postgres(address: str) -> bytes:
    """Every row of every table, as PostgreSQL copies them out."""
    found = []
    with psycopg.connect(address, autocommit=True) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for (table,) in tables:
            with connection.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)".encode()) as copy:
                found += [bytes(part) for part in copy]
    return b"".join(found)


def said_in(held: bytes, secrets: Iterable[bytes]) -> list[bytes]:
    """Those that are in it, as they are or in one of the ways in which they travel."""
    return [
        secret
        for secret in secrets
        if any(
            form in held
            for form in (
                secret,
                secret.hex().encode(),
                secret.hex().upper().encode(),
                base64.urlsafe_b64encode(secret).rstrip(b"="),
                base64.b64encode(secret).rstrip(b"="),
            )
        )
    ]
