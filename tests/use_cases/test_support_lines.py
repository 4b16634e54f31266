"""Support lines before anything is opened: those that ship, a file in their place, and what is harmed."""

import json
import stat
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.data import support_file_bytes, support_lines
from journal.domain.json_lines import BrokenLine
from journal.domain.support import OwnLine
from journal.domain.support_file import LARGEST_BYTES
from journal.domain.support_own import SUPPORT_LINES
from journal.errors import BadInput, NoRoom, NotFound
from journal.paths import Home
from journal.use_cases.arranging import SUPPORT_LINES_NOT_READ
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.support_lines import (
    bring_lines,
    content_of,
    lines_at,
    page_at,
    page_for,
    take_lines_that_ship,
)
from journal.vault.gone import erase_everything
from tests.conftest import PASSPHRASE, FixedClock


@pytest.fixture
def nowhere(tmp_path: Path) -> Home:
    return Home(tmp_path / "not" / "there")


def of_one_country() -> bytes:
    """A file with two lines of Ireland."""
    rows: list[dict[str, Any]] = json.loads(support_file_bytes())
    return json.dumps([row for row in rows if row["id"] in ("ie-emergency", "ie-samaritans")], indent=1).encode()


def test_without_a_file_the_lines_are_those_that_ship_and_nothing_is_made(nowhere: Home) -> None:
    known = lines_at(nowhere)
    assert (known.lines, known.is_brought, known.is_damaged) == (support_lines(), False, False)
    assert not nowhere.root.exists()


def test_a_file_that_was_brought_in_counts_from_then_on_and_is_for_its_owner_alone(nowhere: Home) -> None:
    content = of_one_country()
    bring_lines(nowhere, content)
    known = lines_at(nowhere)
    assert (len(known.lines), known.is_brought, known.is_damaged) == (2, True, False)
    assert nowhere.support_lines.read_bytes() == content
    assert stat.S_IMODE(nowhere.support_lines.stat().st_mode) == 0o600
    assert [path.name for path in nowhere.root.iterdir()] == ["support-lines.json"]
    assert not nowhere.exists()


def test_a_file_that_has_nothing_right_anywhere_leaves_nobody_with_an_empty_page(nowhere: Home) -> None:
    bring_lines(nowhere, of_one_country())
    assert page_at(nowhere).listed == page_at(nowhere).anywhere != ()
    assert [line.country for line in page_for(nowhere, "IE", None).anywhere] == ["INT"]


def test_a_file_that_breaks_a_rule_is_refused_and_the_one_before_stays(nowhere: Home) -> None:
    bring_lines(nowhere, of_one_country())
    with pytest.raises(BrokenLine):
        bring_lines(nowhere, of_one_country().replace(b'"112"', b'"+112"'))
    assert nowhere.support_lines.read_bytes() == of_one_country()
    assert [path.name for path in nowhere.root.iterdir()] == ["support-lines.json"]


def test_a_file_that_was_harmed_since_gives_way_to_those_that_ship_and_that_is_said(nowhere: Home) -> None:
    bring_lines(nowhere, of_one_country())
    for harmed in (b"", b"[", of_one_country()[:-9], b"\xff", b"[" * 100_000, b" " * (LARGEST_BYTES + 9)):
        nowhere.support_lines.write_bytes(harmed)
        known = lines_at(nowhere)
        assert (known.lines, known.is_brought, known.is_damaged) == (support_lines(), False, True)


@pytest.mark.parametrize("read", [lines_at, lambda home: content_of(home.support_lines)])
def test_a_file_that_has_grown_huge_fills_no_memory(nowhere: Home, read: Callable[[Home], object]) -> None:
    bring_lines(nowhere, of_one_country())
    with nowhere.support_lines.open("r+b") as file:
        file.truncate(64 * LARGEST_BYTES)
    tracemalloc.start()
    try:
        read(nowhere)
        assert tracemalloc.get_traced_memory()[1] < 16 * LARGEST_BYTES
    finally:
        tracemalloc.stop()


def test_a_folder_in_its_place_is_no_reason_to_show_nothing(nowhere: Home) -> None:
    nowhere.support_lines.mkdir(parents=True)
    assert (lines_at(nowhere).lines, lines_at(nowhere).is_damaged) == (support_lines(), True)


def test_going_back_takes_the_file_away_and_works_without_one(nowhere: Home) -> None:
    bring_lines(nowhere, of_one_country())
    assert take_lines_that_ship(nowhere).lines == support_lines()
    assert not nowhere.support_lines.exists()
    assert take_lines_that_ship(nowhere).lines == support_lines()


def test_where_the_disk_takes_nothing_the_lines_stay(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    home = Home(tmp_path / "file" / "home")
    with pytest.raises(NoRoom):
        bring_lines(home, of_one_country())
    assert lines_at(home).lines == support_lines()
    assert take_lines_that_ship(home).lines == support_lines()


def test_the_chosen_country_and_region_rule_and_what_is_not_known_any_more_gives_what_is_right_anywhere(
    nowhere: Home,
) -> None:
    write_preferences(nowhere, Preferences(country="gb", region="Wales"))
    assert (page_at(nowhere).country, page_at(nowhere).region) == ("GB", "Wales")
    write_preferences(nowhere, Preferences(country="GB", region="Atlantis"))
    assert (page_at(nowhere).country, page_at(nowhere).region) == ("GB", None)
    bring_lines(nowhere, of_one_country())
    assert (page_at(nowhere).country, page_at(nowhere).emergency) == (None, ())


def test_lines_for_the_uk_are_those_of_great_britain(nowhere: Home) -> None:
    assert page_for(nowhere, "uk", None).country == "GB"
    write_preferences(nowhere, Preferences(country="UK"))
    assert page_at(nowhere).danger_number == "999"


def test_a_region_alone_is_one_of_the_country_that_was_chosen(nowhere: Home) -> None:
    write_preferences(nowhere, Preferences(country="GB", region="Wales"))
    assert page_for(nowhere, None, "scotland").region == "Scotland"
    assert page_for(nowhere, "ie", None).country == "IE"
    with pytest.raises(BadInput):
        page_for(nowhere, "IE", "Scotland")


@pytest.mark.parametrize("name", ["missing", "folder"])
def test_a_path_that_is_no_file_is_told_without_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInput) as refused:
        content_of(tmp_path / name)
    assert str(tmp_path) not in str(refused.value)


def test_erasing_everything_takes_the_file_along(home: Home) -> None:
    bring_lines(home, of_one_country())
    assert erase_everything(home)
    assert not home.root.exists()


# Inside the journal


def test_own_lines_are_in_the_journal_and_nowhere_else(home: Home, clock: FixedClock) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    line = journal.write_support_line("Priya\nring the shop\nmornings")
    journal.hide_support_line("gb-shout")
    journal.order_support_lines([line.id, "gb-calm"])
    journal.close()
    for path in home.root.rglob("*"):
        if path.is_file():
            assert b"ring the shop" not in path.read_bytes()
    again = open_journal(home, PASSPHRASE, clock)
    kept = again.arrangement()
    again.close()
    assert kept.own == (OwnLine(line.id, "Priya", "ring the shop", "mornings"),)
    assert (kept.hidden, kept.order) == (("gb-shout",), (line.id, "gb-calm"))


def test_an_own_line_is_changed_hidden_shown_again_and_erased(journal: OpenJournal) -> None:
    line = journal.write_support_line("Priya\nring the shop")
    assert journal.write_support_line("Priya\nring the bell", line.id) == replace(line, reach="ring the bell")
    assert journal.hide_support_line(line.id).hidden == (line.id,)
    assert journal.hide_support_line(line.id, False).hidden == ()
    assert journal.erase_support_line(line.id).own == ()
    for deed in (lambda: journal.erase_support_line(line.id), lambda: journal.write_support_line("a\nb", line.id)):
        with pytest.raises(NotFound):
            deed()


def test_an_own_line_that_is_saved_lets_its_draft_go_and_one_that_is_refused_changes_nothing(
    journal: OpenJournal,
) -> None:
    draft = replace(journal.blank_page(), kind="support-line", body="Priya")
    journal.keep_draft(draft)
    with pytest.raises(BadInput):
        journal.write_support_line("Priya", draft_id=draft.id)
    assert [kept.body for kept in journal.drafts()] == ["Priya"]
    journal.write_support_line("Priya\nring the shop", draft_id=draft.id)
    assert journal.drafts() == []


def test_a_stored_row_that_cannot_be_read_gives_the_usual_order_and_says_so(journal: OpenJournal) -> None:
    journal.choose(SUPPORT_LINES, "{")
    assert journal.arrangement().is_unreadable
    assert journal.arrangement().own == ()


def test_a_stored_row_that_cannot_be_read_is_kept_when_another_takes_its_place(journal: OpenJournal) -> None:
    journal.choose(SUPPORT_LINES, '{"own": [{"name": "Priya"')
    journal.write_support_line("Sam\nring the shed")
    assert [line.name for line in journal.arrangement().own] == ["Sam"]
    assert journal.setting(SUPPORT_LINES_NOT_READ) == '{"own": [{"name": "Priya"'
    journal.hide_support_line("gb-shout")
    assert journal.setting(SUPPORT_LINES_NOT_READ) == '{"own": [{"name": "Priya"'
