"""The vectors of backups: made by `python -m tools.make_backup_vectors`, opened here by the code itself.

The one that is a whole journal is `tests/frozen/backup-0002`. These hold none, so those that open give keys alone.
"""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from journal.errors import CairnError
from journal.paths import Home
from journal.use_cases.safe_copies import opened_backup, restore_backup, verify_backup
from journal.use_cases.unlocking import Opens, with_passphrase, with_words
from journal.vault.backup_file import LONGEST, parse_preamble, read_preamble
from tests.conftest import FixedClock
from tests.vault.header_bytes import files_of
from tests.vault.quick_argon2 import QuickArgon2id
from tools import make_backup_vectors
from tools.make_vectors import as_text

VECTORS = Path(__file__).parents[1] / "vectors" / "vault" / "backup"

Vector = dict[str, Any]


def vectors_with(key: str) -> list[Any]:
    read = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(VECTORS.glob("*.json"))}
    return [pytest.param(vector, id=name) for name, vector in read.items() if key in vector]


def file_of(vector: Vector, folder: Path) -> Path:
    """The vector as the file that it stands for."""
    content = vector["preamble"].encode("ascii")
    if not vector.get("without_database"):
        starts = vector["database"]["starts"]
        database = base64.b64decode(starts + "=" * (-len(starts) % 4))
        content += b"\0" + database.ljust(vector["database"]["length"], b"\0")
    path = folder / "backup"
    path.write_bytes(content)
    return path


def way_in(vector: Vector) -> Opens:
    given = vector["opens_with"]
    return with_passphrase(given["passphrase"]) if "passphrase" in given else with_words(given["recovery_words"])


def test_there_are_vectors_of_every_sort() -> None:
    assert len(vectors_with("expected")) >= 3
    assert len(vectors_with("error")) >= 30
    assert {case.values[0]["error"] for case in vectors_with("error")} == {
        "damaged",
        "newer-format",
        "wrong-passphrase",
    }


@pytest.mark.parametrize("vector", vectors_with("expected"))
def test_what_should_open_gives_these_keys(tmp_path: Path, vector: Vector) -> None:
    expected = vector["expected"]

    preamble, keys = opened_backup(file_of(vector, tmp_path), way_in(vector))

    assert preamble.to_bytes() == vector["preamble"].encode("ascii") + b"\0"
    assert preamble.header.vault_id.hex() == expected["vault_id"]
    assert (preamble.backup_id.hex(), preamble.made_at) == (expected["backup_id"], expected["made"])
    assert (preamble.writes, preamble.length, preamble.sha256) == (
        expected["writes"],
        expected["len"],
        expected["sha256"],
    )
    assert keys.backup_key(preamble.backup_id).decode() == expected["database_key"]
    assert keys.backup_mac(preamble.backup_id, preamble.covered()) == preamble.mac


@pytest.mark.parametrize("vector", vectors_with("error"))
def test_what_should_not_open_gives_this_error_and_the_present_journal_is_untouched(
    home: Home, tmp_path: Path, clock: FixedClock, vector: Vector
) -> None:
    (tmp_path / "stick").mkdir()
    path = file_of(vector, tmp_path / "stick")
    before = files_of(tmp_path)

    with pytest.raises(CairnError) as checked:
        verify_backup(home, path, way_in(vector), clock)
    with pytest.raises(CairnError) as restored:
        restore_backup(home, path, way_in(vector), clock, over=True)

    assert (checked.value.code, restored.value.code) == (vector["error"], vector["error"])
    assert files_of(tmp_path) == before


@pytest.mark.parametrize("vector", vectors_with("error"))
def test_a_text_that_is_refused_is_refused_for_itself_and_not_for_the_database_behind_it(
    tmp_path: Path, vector: Vector
) -> None:
    path = file_of(vector, tmp_path)
    if vector.get("text_opens"):
        opened_backup(path, way_in(vector))
        return
    with pytest.raises(CairnError) as refused:
        opened_backup(path, way_in(vector))
    assert refused.value.code == vector["error"]


@pytest.mark.parametrize("vector", [case for case in vectors_with("error") if "before_derivation" in case.values[0]])
def test_damage_is_told_from_a_wrong_passphrase_before_anything_is_derived(
    home: Home, tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id], vector: Vector
) -> None:
    path = file_of(vector, tmp_path)
    with pytest.raises(CairnError):
        verify_backup(home, path, way_in(vector), clock)
    with pytest.raises(CairnError) as refused:
        read_preamble(path)
    assert refused.value.code == vector["error"]
    assert quick_argon2.calls == 0


def test_the_longest_text_that_is_read_holds_the_longest_header() -> None:
    (whole,) = (case.values[0] for case in vectors_with("expected") if case.id == "passphrase")
    preamble = parse_preamble(whole["preamble"].encode("ascii") + b"\0")
    others = len(preamble.to_bytes()) - len(preamble.header.to_bytes())
    assert others + 8192 + len("18 digits each time" * 3) < LONGEST


def test_the_files_are_what_the_tool_makes_and_were_not_edited_by_hand() -> None:
    made = {name: as_text(vector) for name, vector in make_backup_vectors.backup_vectors().items()}
    kept = {path.stem: path.read_text(encoding="utf-8") for path in VECTORS.glob("*")}
    assert kept == made
