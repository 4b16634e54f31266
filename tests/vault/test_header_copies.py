"""Two copies of the header: one that is damaged is mended and said, and two that are damaged end in a calm 5."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from journal.errors import Damaged, NotOpened
from journal.paths import Home
from journal.use_cases.opening import open_journal, open_journal_with_words
from journal.use_cases.ways_in import replace_recovery_words
from tests.conftest import PASSPHRASE, Cairn, FixedClock
from tests.vault.header_bytes import files_of, flipped, put_both, resummed
from tests.vault.quick_argon2 import QuickArgon2id
from tui.wording import shell

Harm = Callable[[Path], object]

HARMS: dict[str, Harm] = {
    "flipped": lambda path: path.write_bytes(flipped(path.read_bytes(), 300)),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:200]),
    "empty": lambda path: path.write_bytes(b""),
    "zeroed": lambda path: path.write_bytes(bytes(572)),
    "too long": lambda path: path.write_bytes(path.read_bytes() * 20),
    "missing": lambda path: path.unlink(),
    "Windows line ends": lambda path: path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n")),
    "another file": lambda path: path.write_bytes(b"SQLite format 3\0" + bytes(4080)),
}
harms = pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
copies = pytest.mark.parametrize("name", ["header", "header.bak"])


@harms
@copies
def test_one_copy_that_is_damaged_is_mended(quick_home: Home, clock: FixedClock, harm: Harm, name: str) -> None:
    whole = files_of(quick_home.vault)
    harm(quick_home.vault / name)

    journal = open_journal(quick_home, PASSPHRASE, clock)
    journal.close()

    assert journal.header_mended is True
    assert files_of(quick_home.vault) == whole
    assert (quick_home.vault / name).stat().st_mode & 0o777 == 0o600


@harms
def test_two_copies_that_are_damaged_open_nothing_and_change_nothing(
    quick_home: Home, clock: FixedClock, harm: Harm
) -> None:
    harm(quick_home.header)
    harm(quick_home.header_copy)
    before = files_of(quick_home.root)

    with pytest.raises(Damaged, match="Both copies of the key file are damaged"):
        open_journal(quick_home, PASSPHRASE, clock)

    assert files_of(quick_home.root) == before
    assert QuickArgon2id.calls == 0


def test_a_second_copy_left_behind_by_a_key_operation_follows_the_first(
    quick_home: Home, template_home: Home, clock: FixedClock
) -> None:
    """Cut off between the two renames: copy 1 is the commit."""
    quick_home.header_copy.write_bytes(template_home.header.read_bytes())

    journal = open_journal(quick_home, PASSPHRASE, clock)
    journal.close()

    assert journal.header_mended is False
    assert quick_home.header_copy.read_bytes() == quick_home.header.read_bytes()


def test_a_first_copy_that_does_not_open_never_costs_the_second(
    quick_home: Home, template_home: Home, clock: FixedClock
) -> None:
    """A whole header of another journal, put in the first place by mistake."""
    ours = quick_home.header_copy.read_bytes()
    quick_home.header.write_bytes(template_home.header.read_bytes())

    with suppress(NotOpened, Damaged):
        open_journal(quick_home, PASSPHRASE, clock).close()

    assert quick_home.header_copy.read_bytes() == ours


@pytest.mark.parametrize("change", [b"gen 1\ndb journal-1", b"t=3 p=4", b"\n--- "], ids=["gen", "cost", "MAC"])
def test_a_first_copy_changed_under_a_right_sum_gives_way_to_the_second(
    quick_home: Home, clock: FixedClock, change: bytes
) -> None:
    whole = files_of(quick_home.vault)
    other = {b"gen 1\ndb journal-1": b"gen 2\ndb journal-2", b"t=3 p=4": b"t=2 p=4", b"\n--- ": b"\n-> x y\nAAAA\n--- "}
    harmed = resummed(quick_home.header.read_bytes(), lambda above: above.replace(change, other[change]))
    assert harmed != whole["header"]
    quick_home.header.write_bytes(harmed)

    open_journal(quick_home, PASSPHRASE, clock).close()

    assert files_of(quick_home.vault) == whole


def test_words_that_were_replaced_do_not_come_back_with_a_second_copy_left_behind(
    quick_home: Home, clock: FixedClock
) -> None:
    """Copy 1 is the commit: its MAC is of the root that the old words unwrap from copy 2, so it is ours and newer."""
    old = replace_recovery_words(quick_home, PASSPHRASE)
    left_behind = quick_home.header_copy.read_bytes()
    new = replace_recovery_words(quick_home, PASSPHRASE)
    quick_home.header_copy.write_bytes(left_behind)

    with pytest.raises(NotOpened):
        open_journal_with_words(quick_home, " ".join(old.words), clock)

    open_journal_with_words(quick_home, " ".join(new.words), clock).close()


def test_mending_leaves_no_other_file_behind(quick_home: Home, clock: FixedClock) -> None:
    quick_home.header.write_bytes(b"")
    journal = open_journal(quick_home, PASSPHRASE, clock)
    journal.close()
    assert journal.header_mended is True
    assert {path.name for path in quick_home.vault.iterdir()} == {"header", "header.bak", "journal-1.db"}


@copies
def test_the_command_says_that_it_mended_a_copy_and_ends_well(home: Home, cairn: Cairn, name: str) -> None:
    (home.vault / name).write_bytes(b"cairn-vault/1\n")

    first, second = cairn("check-in", "--mood", "6"), cairn("show", "--json")

    assert (first.returncode, first.stderr) == (0, shell.HEADER_MENDED + "\n")
    assert (second.returncode, second.stderr) == (0, "")
    assert [item["mood"] for item in json.loads(second.stdout)["items"]] == [6]


@pytest.mark.parametrize("deed", [("check-in", "--mood", "6"), ("show",), ("vault", "verify"), ("vault", "info")])
def test_the_command_says_what_can_be_done_when_both_copies_are_damaged(
    home: Home, cairn: Cairn, deed: tuple[str, ...]
) -> None:
    put_both(home, flipped(home.header.read_bytes(), 300))
    before = files_of(home.root)

    done = cairn(*deed)

    assert done.returncode == 5
    assert done.stdout == ""
    assert done.stderr == (
        "cairn: Both copies of the key file are damaged, so the journal cannot be opened. Nothing was changed.\n"
        "Safety copies: cairn backup list. One is put back with: cairn backup restore FILE\n"
    )
    assert files_of(home.root) == before


def test_init_makes_nothing_over_a_damaged_journal(home: Home, cairn: Cairn) -> None:
    put_both(home, b"")
    before = files_of(home.root)

    done = cairn("init", "--recovery-out", "-")

    assert (done.returncode, done.stdout) == (8, "")
    assert files_of(home.root) == before
