"""A journal file that is not what cairn wrote: said in one sentence, and never set up anew.

The rows are those of the security brief, b.8. What it says the format cannot notice is not here: a page, or the
whole file, put back as it was before.
"""

import hmac
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.paths import Home
from journal.store.connection import create_database
from journal.use_cases.opening import create_journal, open_journal
from journal.vault.header import Header, parse_header
from journal.vault.key_slots import FLOOR, open_with_passphrase
from journal.vault.passphrase import passphrase_bytes
from journal.vault.secrets import RootKey
from tests.conftest import PASSPHRASE, Cairn, FixedClock
from tests.store.locked_file import (
    PAGE,
    PARTS,
    Harm,
    database_of,
    files_of,
    flip,
    page_of,
    plaintext_database,
    swap,
    with_page,
)

NOT_OURS = "The journal file is not what cairn wrote. Nothing was changed."
OF_ANOTHER_LENGTH = "The journal file was cut off or added to. Nothing was changed."
A_PAGE = "A page of the journal file does not pass its check. Nothing was changed."
PUT_BACK = "Put a copy of the whole folder back in its place, then try again."

AT_OPENING: dict[str, tuple[Harm, str]] = {
    "a bit of the salt": (lambda b: flip(b, 0, 3), NOT_OURS),
    "a bit of the first page": (lambda b: flip(b, 0, 100), NOT_OURS),
    "a bit of the first vector": (lambda b: flip(b, 0, 4020), NOT_OURS),
    "a bit of the first HMAC": (lambda b: flip(b, 0, 4040), NOT_OURS),
    "the first page zeroed": (lambda b: with_page(b, 0, bytes(PAGE)), NOT_OURS),
    "the first two pages swapped": (lambda b: swap(b, 0, 1), NOT_OURS),
    "cut off between pages": (lambda b: b[: -3 * PAGE], NOT_OURS),
    "cut off after the first page": (lambda b: b[:PAGE], NOT_OURS),
    "cut off inside a page": (lambda b: b[:-100], OF_ANOTHER_LENGTH),
    "cut off inside the first page": (lambda b: b[:100], OF_ANOTHER_LENGTH),
    "one byte": (lambda b: b[:1], OF_ANOTHER_LENGTH),
    "empty": (lambda b: b"", OF_ANOTHER_LENGTH),
    "a byte added": (lambda b: b + b"\0", OF_ANOTHER_LENGTH),
    "only zeros": (lambda b: bytes(len(b)), NOT_OURS),
    "another file": (lambda b: bytes(range(256)) * (len(b) // 256), NOT_OURS),
}
AT_VERIFY: dict[str, tuple[Harm, str]] = {
    "a bit of the last page": (lambda b: flip(b, len(b) // PAGE - 1, 100), A_PAGE),
    "a bit of the last vector": (lambda b: flip(b, len(b) // PAGE - 1, 4020), A_PAGE),
    "a bit of the last HMAC": (lambda b: flip(b, len(b) // PAGE - 1, 4040), A_PAGE),
    "the last page zeroed": (lambda b: b[:-PAGE] + bytes(PAGE), A_PAGE),
    "the last two pages swapped": (lambda b: swap(b, len(b) // PAGE - 1, len(b) // PAGE - 2), A_PAGE),
    "a page of garbage added": (lambda b: b + bytes(range(256)) * 16, A_PAGE),
    "a page of zeros added": (lambda b: b + bytes(PAGE), A_PAGE),
    "its own last page added once more": (lambda b: b + b[-PAGE:], A_PAGE),
}


def rows(table: dict[str, tuple[Harm, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("harm", "sentence"), table.values(), ids=table)


def root_of(home: Home) -> tuple[Header, RootKey]:
    header = parse_header(home.header.read_bytes())
    return header, open_with_passphrase(header, passphrase_bytes(PASSPHRASE))


def where_noticed(home: Home, clock: FixedClock) -> str:
    """Open and check every page, and say where it stopped."""
    try:
        journal = open_journal(home, PASSPHRASE, clock)
    except Damaged:
        return "opening"
    try:
        journal.verify()
    except Damaged:
        return "verify"
    finally:
        journal.close()
    return "nowhere"


# The command, row by row


@rows(AT_OPENING)
def test_what_opening_notices_is_said_and_left_as_it_is(
    filled_home: Home, cairn: Cairn, harm: Harm, sentence: str
) -> None:
    """With the deed that would write: a check-in."""
    database_of(filled_home).write_bytes(harm(database_of(filled_home).read_bytes()))
    before = files_of(filled_home.root)

    done = cairn("check-in", "--mood", "6", at=filled_home)

    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == f"cairn: {sentence}\n{PUT_BACK}\n"
    assert files_of(filled_home.root) == before


@rows(AT_VERIFY)
def test_what_only_a_check_of_every_page_notices_is_said_and_left_as_it_is(
    filled_home: Home, cairn: Cairn, harm: Harm, sentence: str
) -> None:
    database_of(filled_home).write_bytes(harm(database_of(filled_home).read_bytes()))
    before = files_of(filled_home.root)

    done = cairn("vault", "verify", at=filled_home)

    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == f"cairn: {sentence}\n{PUT_BACK}\n"
    assert files_of(filled_home.root) == before


def test_a_file_that_is_not_there_is_not_set_up_instead(filled_home: Home, cairn: Cairn) -> None:
    database_of(filled_home).unlink()
    before = files_of(filled_home.root)

    done = cairn("check-in", "--mood", "6", at=filled_home)

    assert done.returncode == 5
    assert done.stderr.startswith("cairn: The journal file is not in its place. Nothing was set up instead of it.\n")
    assert files_of(filled_home.root) == before


def test_a_plaintext_database_in_its_place_is_not_opened(filled_home: Home, cairn: Cairn, tmp_path: Path) -> None:
    database_of(filled_home).write_bytes(plaintext_database(tmp_path))
    before = files_of(filled_home.root)

    done = cairn("check-in", "--mood", "6", at=filled_home)

    assert done.returncode == 5
    assert done.stderr.startswith(
        "cairn: The file in the journal's place is not encrypted, so cairn did not write it.\n"
    )
    assert files_of(filled_home.root) == before


def test_a_damaged_file_is_one_document_with_json(filled_home: Home, cairn: Cairn) -> None:
    database_of(filled_home).write_bytes(b"")
    done = cairn("show", "--json", at=filled_home)
    assert (done.returncode, done.stdout) == (5, "")
    assert f'"code": "damaged", "message": "{OF_ANOTHER_LENGTH}"' in done.stderr


def test_the_whole_file_passes_every_check(filled_home: Home, clock: FixedClock) -> None:
    assert where_noticed(filled_home, clock) == "nowhere"


# Every page


@pytest.mark.parametrize("place", PARTS.values(), ids=PARTS)
def test_a_bit_of_any_page_is_noticed(filled_home: Home, clock: FixedClock, place: int) -> None:
    assert_noticed_everywhere(filled_home, clock, lambda whole, page: flip(whole, page, place))


def test_any_page_zeroed_is_noticed(filled_home: Home, clock: FixedClock) -> None:
    assert_noticed_everywhere(filled_home, clock, lambda whole, page: with_page(whole, page, bytes(PAGE)))


def test_any_page_in_the_place_of_another_is_noticed(filled_home: Home, clock: FixedClock) -> None:
    assert_noticed_everywhere(
        filled_home, clock, lambda whole, page: with_page(whole, page, page_of(whole, 7 if page != 7 else 8))
    )


def assert_noticed_everywhere(home: Home, clock: FixedClock, harm: Callable[[bytes, int], bytes]) -> None:
    """Harm each page in turn, on its own, and see that none passes and that looking changed nothing."""
    whole = database_of(home).read_bytes()
    noticed: Counter[str] = Counter()
    for page in range(len(whole) // PAGE):
        harmed = harm(whole, page)
        database_of(home).write_bytes(harmed)
        noticed[where_noticed(home, clock)] += 1
        assert database_of(home).read_bytes() == harmed
    assert noticed["nowhere"] == 0
    assert noticed["opening"] >= 1
    assert noticed["verify"] >= 10


def test_a_file_cut_off_after_any_page_is_noticed_at_opening(filled_home: Home, clock: FixedClock) -> None:
    whole = database_of(filled_home).read_bytes()
    for pages in range(len(whole) // PAGE):
        database_of(filled_home).write_bytes(whole[: pages * PAGE])
        assert where_noticed(filled_home, clock) == "opening"
        assert database_of(filled_home).stat().st_size == pages * PAGE


# Whole files that belong elsewhere


def test_the_file_of_another_journal_is_not_opened(filled_home: Home, tmp_path: Path, cairn: Cairn) -> None:
    other = Home(tmp_path / "other")
    create_journal(other, PASSPHRASE, FixedClock(), FLOOR)
    database_of(filled_home).write_bytes(database_of(other).read_bytes())
    before = files_of(filled_home.root)

    done = cairn("check-in", "--mood", "6", at=filled_home)

    assert (done.returncode, done.stderr) == (5, f"cairn: {NOT_OURS}\n{PUT_BACK}\n")
    assert files_of(filled_home.root) == before


def test_a_file_of_another_generation_is_not_opened(filled_home: Home, clock: FixedClock) -> None:
    """The key fits, for both come from one root: only the row inside tells them apart."""
    header, root = root_of(filled_home)
    newer = Header(header.vault_id, 2, header.slots)
    newer = newer.with_mac(root.header_mac(newer.covered()))
    for copy in (filled_home.header, filled_home.header_copy):
        copy.write_bytes(newer.to_bytes())
    database_of(filled_home).rename(filled_home.vault / "journal-2.db")
    before = files_of(filled_home.root)

    with pytest.raises(Damaged, match="belong to two different journals"):
        open_journal(filled_home, PASSPHRASE, clock)

    assert files_of(filled_home.root) == before


def test_a_file_of_another_vault_under_the_same_root_is_not_opened(filled_home: Home, clock: FixedClock) -> None:
    header, root = root_of(filled_home)
    other = Header(bytes(16), 1, header.slots)
    assert not hmac.compare_digest(other.vault_id, header.vault_id)
    database_of(filled_home).unlink()
    connection = create_database(database_of(filled_home), root.database_key())
    connection.execute("CREATE TABLE meta (vault_id TEXT, gen INTEGER)")
    connection.execute("INSERT INTO meta VALUES (?, 1)", (other.vault_id.hex(),))
    connection.close()

    with pytest.raises(Damaged, match="belong to two different journals"):
        open_journal(filled_home, PASSPHRASE, clock)


def test_an_empty_database_under_the_right_key_is_not_set_up_anew(filled_home: Home, clock: FixedClock) -> None:
    _, root = root_of(filled_home)
    database_of(filled_home).unlink()
    connection = create_database(database_of(filled_home), root.database_key())
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    before = files_of(filled_home.root)
    assert len(before["vault/journal-1.db"]) == PAGE

    with pytest.raises(Damaged, match=r"^The journal file is empty\. Nothing was set up over it\.$"):
        open_journal(filled_home, PASSPHRASE, clock)

    assert files_of(filled_home.root) == before


def test_a_database_without_its_one_row_is_damaged(filled_home: Home, clock: FixedClock) -> None:
    journal = open_journal(filled_home, PASSPHRASE, clock)
    journal._connection.execute("DELETE FROM meta")
    journal.close()

    with pytest.raises(Damaged):
        open_journal(filled_home, PASSPHRASE, clock)


def test_rows_that_belong_to_nothing_are_noticed(filled_home: Home, clock: FixedClock) -> None:
    journal = open_journal(filled_home, PASSPHRASE, clock)
    journal._connection.execute("PRAGMA foreign_keys = OFF")
    journal._connection.execute("DELETE FROM item")

    with pytest.raises(Damaged, match="belong to nothing"):
        journal.verify()
    journal.close()
