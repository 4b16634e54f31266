"""Journals to take along and to arrive in, opened without a derivation, and what an archive of them holds."""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from journal.domain.entry import Draft, JournalEntry
from journal.domain.leaving import LEAVING_KINDS, Choice, EarlierVersion, Shelved, Taken, kind_of
from journal.domain.moments import Moment
from journal.paths import Home
from journal.portable.archive import FILES, MANIFEST
from journal.store.connection import Connection, open_database
from journal.store.meta import FACILITATOR, HOME_OF
from journal.store.newcomers import Newcomers
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.vault.header_files import read_header
from journal.vault.key_slots import open_with_passphrase
from journal.vault.passphrase import passphrase_bytes
from tests.conftest import PASSPHRASE, FixedClock

Records = dict[str, list[dict[str, Any]]]
SECRET = "wisteria"
MOMENT = Moment("2026-03-14T09:30:00+00:00", "Europe/London", "2026-03-14")


@dataclass(frozen=True, slots=True)
class Empties:
    """Where empty journals come from, as many as are asked for."""

    database: Path
    key: bytes
    place: Path

    @contextmanager
    def journal(self, name: str = "one") -> Iterator[OpenJournal]:
        """An open journal with nothing in it; one of the same name before it is gone."""
        path = self.place / f"{name}.db"
        shutil.copyfile(self.database, path)
        with closing(OpenJournal(self._connect(path), FixedClock())) as journal:
            yield journal

    def _connect(self, path: Path) -> Connection:
        return open_database(path, bytearray(self.key))


def empties_of(template: Home, place: Path) -> Empties:
    header = read_header(template).header
    root = open_with_passphrase(header, passphrase_bytes(PASSPHRASE))
    return Empties(template.vault / header.database_name, bytes(root.database_key()), place)


def live(journal: OpenJournal, life: Iterable[Taken]) -> None:
    """Write these values as they are."""
    newcomers = Newcomers(journal._connection)
    numbers: dict[str, int] = {}
    with transaction(journal._connection):
        for one in life:
            if isinstance(one, EarlierVersion):
                newcomers.add_earlier(numbers[one.item_id], one)
            elif isinstance(one, Draft):
                journal._drafts.put(one)
            elif isinstance(one, Choice):
                journal._settings.put(one.name, one.value)
            else:
                numbers[one.id] = newcomers.add(one)
                if isinstance(one, Shelved):
                    journal._index_tool(numbers[one.id], one.kind)
                else:
                    journal._index(numbers[one.id], one)
    assert newcomers.links_left_out == 0


def become_facilitators(journal: OpenJournal) -> None:
    """What `init --facilitator` says of a home."""
    journal.choose(HOME_OF, FACILITATOR)


def pages_of(count: int) -> list[Taken]:
    """So many pages, each with words and an id of its own."""
    ids = (f"{number:08x}-0000-4000-8000-000000000000" for number in range(count))
    return [JournalEntry(one, MOMENT, f"{MOMENT.for_date}T09:30:00.000000+00:00", f"page {one[:8]}") for one in ids]


def by_kind(life: Iterable[Taken]) -> dict[str, list[Taken]]:
    found: dict[str, list[Taken]] = {kind: [] for kind in LEAVING_KINDS}
    for one in life:
        found[kind_of(one)].append(one)
    return found


def lists_in(archive: Path) -> dict[str, bytes]:
    """Every file of an archive but its manifest."""
    with ZipFile(archive) as packed:
        return {name: packed.read(name) for name in FILES.values()}


def records_in(archive: Path) -> Records:
    """Every record, by the name of its list, read as any other program would."""
    return {
        name.removesuffix(".jsonl"): [json.loads(line) for line in content.decode().split("\n")[:-1]]
        for name, content in lists_in(archive).items()
    }


def manifest_of(archive: Path) -> dict[str, Any]:
    with ZipFile(archive) as packed:
        loaded: dict[str, Any] = json.loads(packed.read(MANIFEST))
    return loaded


def rewritten(archive: Path, lists: dict[str, bytes], more: dict[str, bytes] | None = None, **manifest: Any) -> Path:
    """The same archive with other lists and a manifest that fits them, as somebody else could have made it."""
    told = manifest_of(archive)
    contents = lists_in(archive) | lists
    told["files"] = [
        {
            "name": name,
            "records": content.count(b"\n"),
            "size_bytes": len(content),
            "sha256": sha256(content).hexdigest(),
        }
        for name, content in contents.items()
    ]
    told["counts"] = {name.removesuffix(".jsonl"): content.count(b"\n") for name, content in contents.items()}
    other = archive.with_name("rewritten")
    with ZipFile(other, "w", ZIP_DEFLATED) as packed:
        for name, content in (contents | (more or {})).items():
            packed.writestr(name, content)
        packed.writestr(MANIFEST, json.dumps(told | manifest))
    return other


def with_line(archive: Path, name: str, /, **changed: Any) -> Path:
    """The same archive with other fields in the first record of a list; a field that becomes `...` is left out."""
    first, *rest = lists_in(archive)[name].split(b"\n")
    record = {key: value for key, value in (json.loads(first) | changed).items() if value is not ...}
    return rewritten(archive, {name: b"\n".join([json.dumps(record).encode(), *rest])})
