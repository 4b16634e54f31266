"""The vectors of the vault: made by `python -m tools.make_vectors`, opened here by the code itself.

Each stands in a whole vault, with a database under the key that the vector says.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from journal.errors import CairnError
from journal.paths import Home
from journal.store.connection import create_database
from journal.store.meta import Meta
from journal.store.migrations import migrate, steps_in
from journal.use_cases.opening import open_journal, open_journal_with_words
from journal.vault.header import Header, parse_header
from journal.vault.key_slots import open_with_passphrase, open_with_recovery
from journal.vault.passphrase import passphrase_bytes
from journal.vault.recovery_words import read_recovery_words
from journal.vault.secrets import RootKey
from tests.conftest import FixedClock
from tests.vault.header_bytes import files_of, put_both
from tests.vault.quick_argon2 import QuickArgon2id
from tools import make_vectors

VECTORS = Path(__file__).parents[1] / "vectors" / "vault"
NOW = "2026-03-14T09:30:00.000000+00:00"

KNOWN: dict[str, pytest.MarkDecorator] = {}

Vector = dict[str, Any]


def vectors_named(pattern: str) -> list[Any]:
    paths = sorted(VECTORS.glob(pattern))
    return [
        pytest.param(json.loads(path.read_text(encoding="utf-8")), id=path.stem, marks=KNOWN.get(path.stem, ()))
        for path in paths
    ]


def opening() -> list[Any]:
    return [case for case in vectors_named("*.json") if "expected" in case.values[0]]


def refused() -> list[Any]:
    return [case for case in vectors_named("*.json") if "error" in case.values[0]]


@pytest.fixture(scope="session")
def vault_template(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A vault whose databases are under the root of the vectors, and whose header is still to come."""
    home = Home(tmp_path_factory.mktemp("vectors") / "home")
    home.vault.mkdir(parents=True)
    for generation in (1, 2, 7):
        root = RootKey(bytearray(make_vectors.ROOT))
        connection = create_database(home.vault / f"journal-{generation}.db", root.database_key())
        migrate(connection, steps_in(), NOW)
        Meta(connection).begin(make_vectors.VAULT_ID.hex(), generation, NOW)
        connection.close()
    return home


@pytest.fixture
def vault(vault_template: Home, tmp_path: Path) -> Home:
    """Such a vault of this test's own."""
    shutil.copytree(vault_template.root, tmp_path / "home")
    return Home(tmp_path / "home")


def root_of(header: Header, given: dict[str, str]) -> RootKey:
    if "passphrase" in given:
        return open_with_passphrase(header, passphrase_bytes(given["passphrase"]))
    return open_with_recovery(header, read_recovery_words(given["recovery_words"]).secret)


def open_vector(home: Home, given: dict[str, str], clock: FixedClock) -> str:
    """Open the whole vault as the vector says, and tell when its journal was made."""
    if "passphrase" in given:
        journal = open_journal(home, given["passphrase"], clock)
    else:
        journal = open_journal_with_words(home, given["recovery_words"], clock)
    try:
        return journal.made_at()
    finally:
        journal.close()


def test_there_are_vectors_of_every_sort() -> None:
    assert len(opening()) >= 3
    assert len(refused()) >= 20
    errors = {case.values[0]["error"] for case in refused()}
    assert errors == {"wrong-passphrase", "wrong-words", "damaged", "newer-format"}


@pytest.mark.parametrize("vector", opening())
def test_what_should_open_opens_with_these_keys(vault: Home, clock: FixedClock, vector: Vector) -> None:
    content = vector["header"].encode("ascii")
    header = parse_header(content)
    expected = vector["expected"]
    assert header.to_bytes() == content
    assert (header.vault_id.hex(), header.generation) == (expected["vault_id"], expected["gen"])
    assert [slot.kind for slot in header.slots] == expected["slots"]

    root = root_of(header, vector["opens_with"])

    assert root.reveal_for_wrapping().hex() == expected["root"]
    assert root.database_key().decode() == expected["database_key"]
    put_both(vault, content)
    assert open_vector(vault, vector["opens_with"], clock) == NOW


@pytest.mark.parametrize("vector", refused())
def test_what_should_not_open_gives_this_error_and_changes_nothing(
    vault: Home, clock: FixedClock, vector: Vector
) -> None:
    put_both(vault, vector["header"].encode("ascii"))
    before = files_of(vault.root)

    with pytest.raises(CairnError) as refusal:
        open_vector(vault, vector["opens_with"], clock)

    assert refusal.value.code == vector["error"]
    assert files_of(vault.root) == before


@pytest.mark.parametrize("vector", [case for case in refused() if case.values[0].get("before_derivation")])
def test_a_cost_out_of_range_is_refused_before_it_is_run(
    vault: Home, clock: FixedClock, vector: Vector, quick_argon2: type[QuickArgon2id]
) -> None:
    put_both(vault, vector["header"].encode("ascii"))
    with pytest.raises(CairnError):
        open_vector(vault, vector["opens_with"], clock)
    assert quick_argon2.calls == 0


def test_the_files_are_what_the_tool_makes_and_were_not_edited_by_hand() -> None:
    made = {name: make_vectors.as_text(vector) for name, vector in make_vectors.vault_vectors().items()}
    kept = {path.stem: path.read_text(encoding="utf-8") for path in VECTORS.glob("*.json")}
    assert kept == made
