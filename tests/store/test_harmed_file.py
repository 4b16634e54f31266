"""A journal file that is not what cairn wrote: said in one sentence, and never set up anew.

The rows are those of the security brief, b.8 (its V4); those about another moment are in `test_harmed_states`. The
commands run in this process: that a real one says the same is seen in `test_wrong_passphrase`.
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
from tests.conftest import PASSPHRASE, FixedClock
from tests.store.harmed_home import (
    A_PAGE,
    CHECK_IN,
    EMPTY,
    NOT_IN_ITS_PLACE,
    NOT_OURS,
    OF_ANOTHER_LENGTH,
    PLAINTEXT,
    TWO_JOURNALS,
    WRONG,
    damaged,
    said,
    where_noticed,
)
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


# The command, row by row


@rows(AT_OPENING)
def test_what_opening_notices_is_said_and_left_as_it_is(filled_home: Home, harm: Harm, sentence: str) -> None:
    database_of(filled_home).write_bytes(harm(database_of(filled_home).read_bytes()))
    before = files_of(filled_home.root)
    assert said(filled_home, *CHECK_IN) == damaged(sentence)
    assert files_of(filled_home.root) == before


@rows(AT_VERIFY)
def test_what_only_a_check_of_every_page_notices_is_said_and_left_as_it_is(
    filled_home: Home, harm: Harm, sentence: str
) -> None:
    database_of(filled_home).write_bytes(harm(database_of(filled_home).read_bytes()))
    before = files_of(filled_home.root)
    assert said(filled_home, "vault", "verify") == damaged(sentence)
    assert files_of(filled_home.root) == before


def test_a_file_that_is_not_there_is_not_set_up_instead(filled_home: Home) -> None:
    database_of(filled_home).unlink()
    before = files_of(filled_home.root)
    assert said(filled_home, *CHECK_IN) == damaged(NOT_IN_ITS_PLACE)
    assert files_of(filled_home.root) == before


def test_a_plaintext_database_in_its_place_is_not_opened(filled_home: Home, tmp_path: Path) -> None:
    database_of(filled_home).write_bytes(plaintext_database(tmp_path))
    before = files_of(filled_home.root)
    assert said(filled_home, *CHECK_IN) == damaged(PLAINTEXT)
    assert files_of(filled_home.root) == before


def test_a_damaged_file_is_one_document_with_json(filled_home: Home) -> None:
    database_of(filled_home).write_bytes(b"")
    code, answer, told = said(filled_home, "show", "--json")
    assert (code, answer) == (5, "")
    assert f'"code": "damaged", "message": "{OF_ANOTHER_LENGTH}"' in told


def test_the_way_out_of_a_damaged_file_is_there_under_the_same_home(filled_home: Home, tmp_path: Path) -> None:
    """What opening refuses, a rescue takes out."""
    database_of(filled_home).write_bytes(database_of(filled_home).read_bytes()[: -3 * PAGE])
    assert said(filled_home, "show") == damaged(NOT_OURS)
    code, _, told = said(filled_home, "vault", "rescue", "--to", str(tmp_path / "rescued"))
    assert (code, told) == (0, "")
    assert said(Home(tmp_path / "rescued"), *CHECK_IN)[0] == 0


# A wrong passphrase is never called damage, nor damage a wrong passphrase


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda b: b, id="a whole file"),
        pytest.param(lambda b: flip(b, 0, 3), id="a bit of the salt"),
        pytest.param(lambda b: b[: -3 * PAGE], id="cut off"),
        pytest.param(lambda b: b"", id="empty"),
    ],
)
def test_a_wrong_passphrase_is_called_wrong_whatever_the_file_is(filled_home: Home, harm: Harm) -> None:
    database_of(filled_home).write_bytes(harm(database_of(filled_home).read_bytes()))
    assert said(filled_home, "show", passphrase="not these words") == (3, "", f"cairn: {WRONG}\n")


def test_the_key_file_of_another_journal_opens_with_its_own_passphrase_and_finds_a_file_that_is_not_its(
    filled_home: Home, home: Home
) -> None:
    """The other one was made apart, so that its root is another."""
    other = Home(home.root.parent / "other")
    create_journal(other, "five other quiet words here", FixedClock(), FLOOR)
    for mine, theirs in ((filled_home.header, other.header), (filled_home.header_copy, other.header_copy)):
        mine.write_bytes(theirs.read_bytes())
    assert said(filled_home, "show") == (3, "", f"cairn: {WRONG}\n")
    assert said(filled_home, "show", passphrase="five other quiet words here") == damaged(NOT_OURS)


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


def test_two_journals_whose_files_are_in_each_others_place_both_say_so(filled_home: Home, tmp_path: Path) -> None:
    """With the same passphrase, the same name and the same generation."""
    other = Home(tmp_path / "other")
    create_journal(other, PASSPHRASE, FixedClock(), FLOOR)
    mine, theirs = database_of(filled_home).read_bytes(), database_of(other).read_bytes()
    database_of(filled_home).write_bytes(theirs)
    database_of(other).write_bytes(mine)
    before = files_of(tmp_path)

    assert said(filled_home, *CHECK_IN) == damaged(NOT_OURS)
    assert said(other, *CHECK_IN) == damaged(NOT_OURS)

    assert files_of(tmp_path) == before


def test_a_file_of_another_generation_is_not_opened(filled_home: Home) -> None:
    """The key fits, for both come from one root: only the row inside tells them apart."""
    header, root = root_of(filled_home)
    newer = Header(header.vault_id, 2, header.slots)
    newer = newer.with_mac(root.header_mac(newer.covered()))
    for copy in (filled_home.header, filled_home.header_copy):
        copy.write_bytes(newer.to_bytes())
    database_of(filled_home).rename(filled_home.vault / "journal-2.db")
    before = files_of(filled_home.root)

    assert said(filled_home, *CHECK_IN) == damaged(TWO_JOURNALS)
    assert files_of(filled_home.root) == before


def test_a_file_of_another_vault_under_the_same_root_is_not_opened(filled_home: Home) -> None:
    header, root = root_of(filled_home)
    other = Header(bytes(16), 1, header.slots)
    assert not hmac.compare_digest(other.vault_id, header.vault_id)
    database_of(filled_home).unlink()
    connection = create_database(database_of(filled_home), root.database_key())
    connection.execute("CREATE TABLE meta (vault_id TEXT, gen INTEGER)")
    connection.execute("INSERT INTO meta VALUES (?, 1)", (other.vault_id.hex(),))
    connection.close()

    assert said(filled_home, *CHECK_IN) == damaged(TWO_JOURNALS)


def test_an_empty_database_under_the_right_key_is_not_set_up_anew(filled_home: Home) -> None:
    _, root = root_of(filled_home)
    database_of(filled_home).unlink()
    connection = create_database(database_of(filled_home), root.database_key())
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    before = files_of(filled_home.root)
    assert len(before["vault/journal-1.db"]) == PAGE

    assert said(filled_home, *CHECK_IN) == damaged(EMPTY)
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
