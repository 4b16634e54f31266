"""Stopped at a write, fsync, rename or any other call that changes a disk: the old state or the new, never neither.

Each deed runs once undisturbed, so that its calls are known, and then again for each call, from the same start:
killed there, or told that the disk is full, or that it is broken. A fixed sample of the calls is in `make test`;
`make soak` takes every one. This is no power cut: what the system has taken, it keeps. Source: security brief, V5.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.clock import SystemClock
from journal.errors import NoJournal
from journal.paths import Home
from journal.use_cases.opening import create_journal
from journal.use_cases.safe_copies import create_backup, restore_backup
from journal.use_cases.snapshots import snapshots_in
from journal.use_cases.unlocking import unlock_with_passphrase, with_passphrase
from journal.vault.header import parse_header
from journal.vault.header_files import read_header
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE
from tests.faults.deeds import DONE, OTHER_PASSPHRASE
from tests.faults.filled import (
    Filled,
    Rows,
    is_whole_backup,
    passphrases_of_backup,
    passphrases_that_open,
    rows_of,
    rows_of_backup,
    words_that_open,
)
from tests.faults.injected import DISK_FULL, KILL
from tests.faults.stopping import ALL, EFFECTS, SAMPLE, Place, Stage, Stopped, assert_calm

Stages = Callable[[Callable[[Place], object]], Stage]

sample_and_all = pytest.mark.parametrize(
    "most", [SAMPLE, pytest.param(ALL, marks=pytest.mark.soak)], ids=["sample", "all"]
)
every_effect = pytest.mark.parametrize("effect", EFFECTS, ids=EFFECTS.values())


def nothing(_: Place) -> None:
    """Start where no journal is."""


def assert_both(states: Counter[str]) -> None:
    """That the deed was stopped before it counted, and after."""
    assert states["old"] >= 1, states
    assert states["new"] >= 1, states


# Making a journal


@sample_and_all
@every_effect
def test_a_journal_is_made_whole_or_not_at_all(stage: Stages, effect: str, most: int) -> None:
    states: Counter[str] = Counter()
    for stopped in stage(nothing).stops("make a journal", effect, most, lambda at: ["make", str(at.home.root)]):
        assert_calm(stopped)
        if stopped.home.exists():
            assert not stopped.refused
            assert rows_of(stopped.home)
            states["new"] += 1
        else:
            assert not stopped.promised
            # Told that nothing was saved, nothing of it is left; and it can be tried again.
            assert not stopped.refused or [path.name for path in stopped.home.root.glob("*")] in ([], ["vault"])
            create_journal(stopped.home, PASSPHRASE, SystemClock(), FLOOR)
            assert rows_of(stopped.home)
            states["old"] += 1
        if stopped.promised:
            assert words_that_open(stopped.home, [stopped.said]) == [stopped.said]
    assert states["old"] >= SAMPLE - 2
    assert_both(states)


# Mending a key file


@pytest.fixture(params=["header", "header.bak"])
def damaged_start(request: pytest.FixtureRequest, filled: Filled) -> Callable[[Place], None]:
    """A journal one of whose key files is cut off."""

    def start(place: Place) -> None:
        filled.copy_home(place)
        path = place.home.vault / request.param
        path.write_bytes(path.read_bytes()[:300])

    return start


def opened_at(place: Place) -> list[str]:
    return ["open", str(place.home.root)]


@sample_and_all
@every_effect
def test_mending_a_key_file_never_costs_the_other(
    stage: Stages, filled: Filled, damaged_start: Callable[[Place], None], effect: str, most: int
) -> None:
    whole = filled.place.home.header.read_bytes()
    for stopped in stage(damaged_start).stops("mend a key file", effect, most, opened_at):
        if effect == KILL:
            assert stopped.code == -9
        assert whole in (stopped.home.header.read_bytes(), stopped.home.header_copy.read_bytes())
        assert rows_of(stopped.home) == filled.rows
        assert stopped.home.header.read_bytes() == stopped.home.header_copy.read_bytes() == whole


def test_opening_goes_on_where_mending_is_refused(stage: Stages, damaged_start: Callable[[Place], None]) -> None:
    mending = [
        stopped
        for stopped in stage(damaged_start).stops("mend a key file", DISK_FULL, ALL, opened_at)
        if ".new-" in stopped.call.line and stopped.call.name in ("openat", "write", "fsync", "rename")
    ]
    assert len(mending) >= 4
    assert {(stopped.code, stopped.said) for stopped in mending} == {(0, "mended: None\n")}


# Ways in


def assert_same_header_twice(home: Home) -> bytes:
    content = home.header.read_bytes()
    assert home.header_copy.read_bytes() == content
    assert [slot.kind for slot in parse_header(content).slots] == ["pass", "recovery"]
    return content


@sample_and_all
@every_effect
def test_new_recovery_words_or_the_old_ones_open_and_the_passphrase_always_does(
    stage: Stages, filled: Filled, effect: str, most: int
) -> None:
    before = filled.place.home.header.read_bytes()
    states: Counter[str] = Counter()
    deed = "new recovery words"
    for stopped in stage(filled.copy_home).stops(deed, effect, most, lambda at: ["words", str(at.home.root)]):
        assert_calm(stopped)
        assert rows_of(stopped.home) == filled.rows
        is_old = assert_same_header_twice(stopped.home) == before
        assert words_that_open(stopped.home, [filled.paper]) == ([filled.paper] if is_old else [])
        # Told that nothing was saved, a person keeps the old paper: it must still work.
        assert is_old or not stopped.refused, stopped.call
        if stopped.promised:
            assert words_that_open(stopped.home, [stopped.said]) == [stopped.said]
        states["old" if is_old else "new"] += 1
    assert_both(states)


@sample_and_all
@every_effect
def test_the_passphrase_or_the_one_before_opens_the_journal_and_each_safety_copy(
    stage: Stages, filled: Filled, effect: str, most: int
) -> None:
    states: Counter[str] = Counter()
    deed, either = "change the passphrase", (PASSPHRASE, OTHER_PASSPHRASE)
    for stopped in stage(filled.copy_home).stops(deed, effect, most, lambda at: ["passphrase", str(at.home.root)]):
        assert_calm(stopped)
        (opens,) = passphrases_that_open(stopped.home, either)
        assert rows_of(stopped.home, opens) == filled.rows
        assert_same_header_twice(stopped.home)
        assert words_that_open(stopped.home, [filled.paper]) == [filled.paper]
        assert opens == PASSPHRASE or not stopped.refused, stopped.call
        (copy,) = snapshots_in(stopped.home)
        (opens_copy,) = passphrases_of_backup(copy.path, either)
        assert is_whole_backup(stopped.home, copy.path, opens_copy)
        if stopped.promised:
            assert opens == OTHER_PASSPHRASE
        states["old" if opens == PASSPHRASE else "new"] += 1
    assert_both(states)


@sample_and_all
@every_effect
def test_another_root_key_or_the_one_before_and_every_row_under_it(
    stage: Stages, filled: Filled, effect: str, most: int
) -> None:
    states: Counter[str] = Counter()
    deed = "rotate the root key"
    for stopped in stage(filled.copy_home).stops(deed, effect, most, lambda at: ["rotate", str(at.home.root)]):
        assert_calm(stopped)
        assert rows_of(stopped.home) == filled.rows
        header = parse_header(assert_same_header_twice(stopped.home))
        # What was left half made, or belongs to the key before, is gone once it has opened.
        assert [path.name for path in stopped.home.vault.glob("journal-*")] == [header.database_name]
        is_old = header.generation == 1
        drawn = stopped.said.split("\n")[0]
        assert words_that_open(stopped.home, [filled.paper, *([drawn] if drawn else [])]) == [
            filled.paper if is_old else drawn
        ]
        assert is_old or not stopped.refused, stopped.call
        if stopped.said.endswith(f"\n{DONE}\n"):
            assert not is_old
        states["old" if is_old else "new"] += 1
    assert_both(states)


# Copies


def left_beside(path: Path) -> Iterator[Path]:
    return (other for other in path.parent.iterdir() if other != path)


@sample_and_all
@every_effect
def test_a_backup_is_whole_or_not_there(stage: Stages, filled: Filled, effect: str, most: int) -> None:
    states: Counter[str] = Counter()
    before = filled.place.home.header.read_bytes()
    deed = "make a backup"
    for stopped in stage(filled.copy_home).stops(
        deed, effect, most, lambda at: ["backup", str(at.home.root), str(at.backup)]
    ):
        assert_calm(stopped)
        target = stopped.place.backup
        assert stopped.home.header.read_bytes() == before
        assert rows_of(stopped.home) == filled.rows
        if stopped.refused:
            assert not target.exists(), stopped.call
            assert not list(left_beside(target)), stopped.call
        if target.exists():
            states["new"] += 1
        else:
            assert not stopped.promised
            create_backup(unlock_with_passphrase(stopped.home, PASSPHRASE), target, SystemClock())
            states["old"] += 1
        assert is_whole_backup(stopped.home, target)
    assert_both(states)


@sample_and_all
@every_effect
def test_a_safety_copy_is_whole_or_not_there(stage: Stages, filled: Filled, effect: str, most: int) -> None:
    """It stands in nobody's way: what the disk does not take is done another time."""
    states: Counter[str] = Counter()
    deed = "make a safety copy"
    for stopped in stage(filled.copy_home).stops(deed, effect, most, lambda at: ["snapshot", str(at.home.root)]):
        assert stopped.code in (0, -9), stopped
        assert rows_of(stopped.home) == filled.rows
        there = snapshots_in(stopped.home)
        assert all(is_whole_backup(stopped.home, copy.path) for copy in there)
        if stopped.said == f"{DONE}\n":
            assert len(there) == 2
        states["new" if len(there) == 2 else "old"] += 1
    assert_both(states)


@sample_and_all
@every_effect
def test_a_backup_becomes_a_journal_in_a_new_place_whole_or_not_at_all(
    stage: Stages, filled: Filled, effect: str, most: int
) -> None:
    states: Counter[str] = Counter()
    deed = "restore where no journal is"
    for stopped in stage(filled.copy_backup).stops(
        deed, effect, most, lambda at: ["restore", str(at.home.root), str(at.backup)]
    ):
        assert_calm(stopped)
        if stopped.home.exists():
            assert not stopped.refused, stopped.call
            states["new"] += 1
        else:
            assert not stopped.promised
            restore_backup(stopped.home, stopped.place.backup, with_passphrase(PASSPHRASE), SystemClock())
            states["old"] += 1
        assert rows_of(stopped.home) == filled.earlier
    assert_both(states)


@sample_and_all
@every_effect
def test_a_backup_takes_the_journals_place_or_the_journal_stays_and_neither_is_lost(
    stage: Stages, filled: Filled, tmp_path: Path, effect: str, most: int
) -> None:
    states: Counter[str] = Counter()
    deed = "restore over a journal"
    for stopped in stage(filled.copy).stops(
        deed, effect, most, lambda at: ["restore-over", str(at.home.root), str(at.backup)]
    ):
        assert_calm(stopped)
        rows = rows_of(stopped.home)
        assert rows in (filled.rows, filled.earlier)
        is_old = rows == filled.rows
        assert is_old or not stopped.refused, stopped.call
        assert not (is_old and stopped.promised)
        if not is_old:
            assert rows_of(kept_beside(stopped, tmp_path / f"kept-{states['new']}")) == filled.rows
        states["old" if is_old else "new"] += 1
    assert_both(states)


def kept_beside(stopped: Stopped, folder: Path) -> Home:
    """The journal that made way, as a person would take it back: its folder is a vault folder."""
    (kept,) = stopped.home.root.glob("before-restore-*")
    folder.mkdir()
    kept.rename(folder / "vault")
    return Home(folder)


# Erasing


def ids_in(rows: Rows) -> set[object]:
    return {row[2] for row in rows if row[0] == "item"}


@sample_and_all
@every_effect
def test_one_thing_is_erased_or_there_and_everything_else_stays(
    stage: Stages, filled: Filled, effect: str, most: int
) -> None:
    before, states = ids_in(filled.rows), Counter[str]()
    for stopped in stage(filled.copy_home).stops(
        "erase one thing", effect, most, lambda at: ["erase", str(at.home.root), filled.page]
    ):
        assert_calm(stopped)
        ids = ids_in(rows_of(stopped.home))
        assert ids in (before, before - {filled.page}), stopped.call
        assert filled.page not in ids or not stopped.promised
        # At its very last step, after which a power cut takes nothing back, the engine does not know what counts.
        at_the_last_step = stopped.call.name == "fsync" and "/vault>" in stopped.call.line
        assert filled.page in ids or at_the_last_step or not stopped.refused, stopped.call
        if stopped.said == f"{DONE}\n":
            for number, copy in enumerate(snapshots_in(stopped.home)):
                assert filled.page not in ids_in(rows_of_backup(copy.path, stopped.place.root / str(number)))
        states["old" if filled.page in ids else "new"] += 1
    assert_both(states)


@sample_and_all
@every_effect
def test_a_journal_is_erased_as_a_whole_or_is_there_as_a_whole(
    stage: Stages, filled: Filled, effect: str, most: int
) -> None:
    states: Counter[str] = Counter()
    for stopped in stage(filled.copy_home).stops(
        "erase everything", effect, most, lambda at: ["erase-everything", str(at.home.root)]
    ):
        assert_calm(stopped)
        if stopped.home.exists():
            assert not stopped.promised
            assert rows_of(stopped.home) == filled.rows
            states["old"] += 1
            continue
        # What was stopped in between is finished by the next cairn that looks.
        with pytest.raises(NoJournal):
            read_header(stopped.home)
        assert not [path for path in stopped.home.root.rglob("*") if path.is_file()], stopped.call
        states["new"] += 1
    assert_both(states)
