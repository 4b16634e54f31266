"""Nothing is lost by leaving: a journal, its archive, a new journal, and the archive of that one."""

import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from journal.domain.entry import JournalEntry
from journal.domain.leaving import LEAVING_KINDS, Taken, kind_of
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.portable.archive import FILES, write_archive
from journal.portable.archive_reading import open_archive
from journal.portable.records import NAMES, record_line, record_of
from journal.portable.records_read import read_record
from journal.store import leaving as reading_in_handfuls
from journal.use_cases.arriving_archive import bring_in_archive
from journal.use_cases.leaving import export_archive, export_json
from journal.use_cases.open_journal import OpenJournal
from tests.demo.a_demo import filled
from tests.portable.archive_stage import (
    MOMENT,
    Empties,
    become_facilitators,
    by_kind,
    empties_of,
    lists_in,
    live,
    manifest_of,
    records_in,
)
from tests.portable.taken_values import facilitators_lives, lives

HARD = "".join(map(chr, range(32))) + "\x7f\x85\x9f\u2028\u2029\u202eabc\u2066 \ufeff🪨 e\u0301 \U0010ffff \\ \" '"


@pytest.fixture(scope="module")
def empties(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Empties:
    return empties_of(template_home, tmp_path_factory.mktemp("journals"))


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenJournal]:
    """Four months, lived through the deeds that a person uses."""
    journal = filled(tmp_path_factory.mktemp("life"), datetime(2026, 3, 13, 18, 40, tzinfo=UTC))
    yield journal
    journal.close()


def fresh(place: Path, name: str) -> Path:
    path = place / name
    path.unlink(missing_ok=True)
    return path


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lives())
@example([])
def test_a_journal_comes_back_from_its_archive_as_it_was(empties: Empties, life: list[Taken]) -> None:
    place = empties.place
    with empties.journal("one") as journal:
        live(journal, life)
        first = export_archive(journal, fresh(place, "first"))
    expected = {
        NAMES[kind]: [json.loads(json.dumps(record_of(one))) for one in taken] for kind, taken in by_kind(life).items()
    }
    assert records_in(first.path) == expected

    with empties.journal("two") as arrived:
        bring_in_archive(arrived, first.path)
        second = export_archive(arrived, fresh(place, "second"))
        arrived.verify()
    assert lists_in(second.path) == lists_in(first.path)
    assert second.counts == first.counts


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(facilitators_lives())
def test_a_facilitators_home_comes_back_from_its_archive_as_it_was(empties: Empties, life: list[Taken]) -> None:
    place = empties.place
    with empties.journal("one") as journal:
        become_facilitators(journal)
        live(journal, life)
        first = export_archive(journal, fresh(place, "first"))
    with empties.journal("two") as arrived:
        become_facilitators(arrived)
        bring_in_archive(arrived, first.path)
        second = export_archive(arrived, fresh(place, "second"))
        arrived.verify()
    assert sum(second.counts.values()) == len(life)
    assert lists_in(second.path) == lists_in(first.path)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lives() | facilitators_lives())
def test_a_record_is_read_as_the_value_it_was(life: list[Taken]) -> None:
    for one in life:
        line = record_line(record_of(one))
        assert b"\n" not in line
        assert read_record(kind_of(one), line) == one


def test_a_life_that_was_lived_comes_back_with_every_row_and_is_found_by_its_words(
    life: OpenJournal, empties: Empties
) -> None:
    first = export_archive(life, empties.place / "lived")
    with empties.journal() as arrived:
        bring_in_archive(arrived, first.path)
        again = export_archive(arrived, empties.place / "lived again")
        assert lists_in(again.path) == lists_in(first.path)
        assert arrived.items(Filter(), 1000) == life.items(Filter(), 1000)
        assert arrived.drafts() == life.drafts()
        for typed in ("canal", "walk", "a"):
            assert [found.id for found in arrived.search(typed)[1]] == [found.id for found in life.search(typed)[1]]
        assert arrived.search("canal")[0] > 0
        arrived.verify()
    assert sum(first.counts.values()) > 130


def test_earlier_words_marks_and_what_was_changed_come_along(empties: Empties) -> None:
    with empties.journal() as journal:
        page = journal.write_page(replace(journal.blank_page("yesterday 18:30"), body="before", title="A day"))
        journal.change_words(page.id, "after")
        goal = journal.add_goal("Go out")
        step = journal.add_step(goal.id, "to the door")
        journal.reword_step(step.id, "to the window")
        journal.change(goal.id, {"why_it_matters": "light"})
        journal.change(goal.id, {"why_it_matters": "air"})
        journal.keep(page.id)
        journal.bring(goal.id)
        journal.choose("scale", "easy3_v1")
        records = records_in(export_archive(journal, empties.place / "changed").path)
    (kept,), (named,) = records["entries"], records["goals"]
    assert (kept["body"], kept["keep"], kept["for_date"]) == ("after", True, "2026-03-13")
    assert (named["bring"], named["steps"][0]["text"], named["why_it_matters"]) == (True, "to the window", "air")
    assert [(one["item_id"], one["words"], one["parts"]) for one in records["earlier_versions"]] == [
        (page.id, "before", None),
        (goal.id, None, {"step": "to the door"}),
        (goal.id, None, {"why_it_matters": "light"}),
    ]
    assert records["choices"] == [{"name": "scale", "value": "easy3_v1"}]


def test_what_is_deleted_stays_behind_with_everything_that_names_it(empties: Empties) -> None:
    with empties.journal() as journal:
        goal = journal.add_goal("Go out")
        tool = journal.add_thing("tool", {"name": "a walk"})
        gone = journal.write_page(replace(journal.blank_page(), body="not this"))
        journal.change_words(gone.id, "nor this")
        journal.write_page(replace(journal.blank_page(), body="this"), goals=(goal.id,))
        journal.record_check_in(journal.blank_check_in(), helped=("a walk",))
        for item_id in (goal.id, tool.id, gone.id):
            journal.delete(item_id)
        journal.choose("recovery-words-confirmed", "yes")
        left = export_archive(journal, empties.place / "deleted")
        text = left.path.read_bytes() + b"".join(lists_in(left.path).values())
    records = records_in(left.path)
    assert [page["goal_ids"] for page in records["entries"]] == [[]]
    assert [one["tools_used"] for one in records["check_ins"]] == [[]]
    assert (records["goals"], records["tools"], records["earlier_versions"]) == ([], [], [])
    assert not any(words in text for words in (b"not this", b"nor this", b"a walk", b"recovery-words"))


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_what_is_read_in_handfuls_is_all_of_it(
    life: OpenJournal, empties: Empties, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    whole = export_archive(life, fresh(empties.place, "whole"))
    monkeypatch.setattr(reading_in_handfuls, "AT_ONCE", at_once)
    handfuls = export_archive(life, fresh(empties.place, "handfuls"))
    assert lists_in(handfuls.path) == lists_in(whole.path)


def test_nothing_in_a_line_ends_it_or_acts_on_a_terminal(empties: Empties) -> None:
    page = JournalEntry("0" * 8 + "-0000-4000-8000-" + "0" * 12, MOMENT, "2026-03-14T09:30:00+00:00", HARD)
    with empties.journal() as journal:
        live(journal, [page])
        left = export_archive(journal, fresh(empties.place, "hard"))
    content = lists_in(left.path)[FILES["entry"]].decode()
    assert content.splitlines() == [content[:-1]]
    assert not any(mark in content for mark in "\x1b\x00\x7f\x85\x9f\u2028\u202e\u2066")
    assert json.loads(content)["body"] == HARD


def test_the_manifest_names_every_file_with_its_hash_and_how_much_it_holds(life: OpenJournal, empties: Empties) -> None:
    left = export_archive(life, fresh(empties.place, "told"))
    told, lists = manifest_of(left.path), lists_in(left.path)
    assert (told["format"], told["version"], told["made_at"][:10]) == ("cairn-archive", 2, "2026-03-13")
    assert told["counts"] == {NAMES[kind]: left.counts[kind] for kind in LEAVING_KINDS}
    assert {one["name"]: one["sha256"] for one in told["files"]} == {
        name: sha256(content).hexdigest() for name, content in lists.items()
    }


def test_the_document_holds_the_records_of_the_archive(life: OpenJournal, empties: Empties) -> None:
    archive = export_archive(life, fresh(empties.place, "an archive"))
    document = export_json(life, fresh(empties.place, "a document"))
    loaded = json.loads(document.path.read_bytes())
    assert {name: loaded[name] for name in NAMES.values()} == records_in(archive.path)
    assert (loaded["format"], loaded["version"]) == ("cairn-json", 2)
    assert document.counts == archive.counts


def test_an_empty_journal_leaves_too(empties: Empties) -> None:
    with empties.journal() as journal:
        archive, document = fresh(empties.place, "empty"), fresh(empties.place, "empty.json")
        assert not any(export_archive(journal, archive).counts.values())
        export_json(journal, document)
        assert bring_in_archive(journal, archive).new == {}
    assert json.loads(document.read_text())["entries"] == []


def test_a_large_archive_is_written_and_read_as_a_stream(tmp_path: Path) -> None:
    """15 MB of pages, in a few MB of memory both ways."""

    def pages(kind: str) -> Iterator[JournalEntry]:
        for number in range(1500 if kind == "entry" else 0):
            item_id = f"{number:08x}-0000-4000-8000-000000000000"
            yield JournalEntry(item_id, MOMENT, "2026-03-14T09:30:00.000000+00:00", f"{number} words " * 1000)

    large = tmp_path / "large"
    tracemalloc.start()
    try:
        with large.open("wb") as file:
            write_archive(file, pages, "2026-03-14T09:30:00.000000+00:00", lambda: None)
        with open_archive(large) as opened:
            assert sum(1 for _ in opened.records("entry")) == 1500
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()
