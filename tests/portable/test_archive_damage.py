"""Archives that are cut, changed, newer, or made to do harm: refused in one sentence, and nothing comes in."""

import io
import json
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.errors import BadInput, CairnError, Damaged, NewerFormat, NotFound, OtherHome
from journal.paths import Home
from journal.portable import archive_reading
from journal.portable.archive import FILES, MANIFEST
from journal.portable.archive_reading import open_archive
from journal.use_cases import arriving_archive
from journal.use_cases.arriving_archive import Brought, bring_in_archive, look_at_archive
from journal.use_cases.leaving import export_archive
from journal.use_cases.open_journal import OpenJournal
from tests.portable.archive_stage import (
    SECRET,
    Empties,
    become_facilitators,
    empties_of,
    lists_in,
    manifest_of,
    records_in,
    rewritten,
    with_line,
)

EVERY_KIND = tuple(FILES)
PLACE = re.compile(r"[a-z_]+\.jsonl, line \d+: ")


@pytest.fixture(scope="module")
def empties(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Empties:
    return empties_of(template_home, tmp_path_factory.mktemp("journals"))


@pytest.fixture(scope="module")
def whole(empties: Empties) -> bytes:
    """An archive with something of every kind, all of it secret; no cairn makes one that is of two kinds of home."""
    with empties.journal("left") as journal:
        journal.add_thing("tool", {"name": SECRET})
        journal.add_thing("strength", {"text": SECRET})
        journal.add_thing("person", {"alias": SECRET, "good_for": ["talk"]})
        journal.add_thing("week", {"label": SECRET})
        journal.add_thing("story", {"body": SECRET})
        journal.write_plan("staying_well", "early_signs", SECRET)
        partner = journal.add_thing("partner", {"partner_alias": SECRET})
        goal = journal.add_goal(SECRET, values={"ways": [SECRET], "revisit_on": "2026-04-01"})
        journal.add_step(goal.id, SECRET)
        journal.reflect_on_goal(goal.id, SECRET)
        journal.record_check_in(replace(journal.blank_check_in(), mood=6, note=SECRET), helped=(SECRET,))
        page = journal.write_page(replace(journal.blank_page(), body=SECRET), tags=(SECRET,), goals=(goal.id,))
        journal.change_words(page.id, f"{SECRET} again")
        journal.reflect_on_session({"gave": SECRET}, partner.id, goals=(goal.id,))
        journal.keep_draft(replace(journal.blank_page(), body=SECRET))
        journal.choose("scale", "words5_v1")
        journal.add_thing("summary", {"partner": partner.id, "please_know": SECRET, "goals": [f"{goal.id} title"]})
        group = journal.add_thing("peer_group", {"name": SECRET, "via": "folder:/both", "closing_words": SECRET})
        journal.add_thing("role_card", {"limits_of_confidentiality": SECRET})
        journal.add_thing("group_note", {"text": SECRET, "group": group.id})
        return export_archive(journal, empties.place / "whole").path.read_bytes()


@pytest.fixture
def archive(whole: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "archive"
    path.write_bytes(whole)
    return path


@pytest.fixture
def journal(empties: Empties) -> Iterator[OpenJournal]:
    """Empty before the test, and after it."""
    with empties.journal("arriving") as journal:
        yield journal
        assert journal._connection.one("SELECT count(*) FROM item") == 0
        assert journal.drafts() == []


def refused(journal: OpenJournal, path: Path, as_what: type[CairnError]) -> str:
    """What is said; nothing came in, and none of it is a word of the archive."""
    with pytest.raises(as_what) as problem:
        bring_in_archive(journal, path)
    said = f"{problem.value} {problem.value.hint}"
    assert SECRET not in said
    told: BaseException | None = problem.value
    while told is not None:
        assert SECRET not in str(told)
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
    return str(problem.value)


def test_the_archive_of_these_tests_is_whole(archive: Path, empties: Empties, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that each refusal below is of what was changed."""
    assert all(records_in(archive).values())
    with empties.journal("whole") as journal, monkeypatch.context() as patched:
        patched.setattr(arriving_archive, "FACILITATORS", ())
        assert set(bring_in_archive(journal, archive).new) == set(EVERY_KIND)


@pytest.mark.parametrize("is_facilitators", [False, True])
def test_of_two_kinds_of_home_in_one_archive_nothing_comes_in(
    empties: Empties, archive: Path, is_facilitators: bool
) -> None:
    with empties.journal("of one kind") as journal:
        if is_facilitators:
            become_facilitators(journal)
        assert "Nothing was brought in" in refused(journal, archive, OtherHome)
        assert journal._connection.one("SELECT count(*) FROM item") == 0


def test_an_archive_that_was_cut_anywhere_is_refused(journal: OpenJournal, whole: bytes, archive: Path) -> None:
    for length in [*range(4, len(whole), len(whole) // 60), len(whole) - 1]:
        archive.write_bytes(whole[:length])
        assert "cut off" in refused(journal, archive, Damaged), length


def test_one_that_was_added_to_is_refused(journal: OpenJournal, whole: bytes, archive: Path) -> None:
    archive.write_bytes(whole + b"\n")
    refused(journal, archive, Damaged)


def test_a_flipped_bit_is_refused_or_touches_no_word(whole: bytes, archive: Path, empties: Empties) -> None:
    """A zip has bytes that mean nothing here, such as the hour of a file."""
    expected = lists_in(archive)
    noticed = 0
    for place in range(0, len(whole), 17):
        archive.write_bytes(whole[:place] + bytes([whole[place] ^ (1 << place % 8)]) + whole[place + 1 :])
        try:
            with open_archive(archive) as opened:
                for kind in FILES:
                    assert sum(1 for _ in opened.records(kind)) == expected[FILES[kind]].count(b"\n")
        except (Damaged, BadInput, NewerFormat):
            noticed += 1
        else:
            assert lists_in(archive) == expected
    assert noticed > len(whole) / 17 / 2


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_words_that_were_changed_without_their_hash_are_refused(journal: OpenJournal, archive: Path, kind: str) -> None:
    name = FILES[kind]
    content = lists_in(archive)[name]
    old, new = (b"words5_v1", b"easy3_v1") if kind == "choice" else (SECRET.encode(), b"something")
    changed = rewritten(archive, {name: content.replace(old, new, 1)}, files=manifest_of(archive)["files"])
    said = refused(journal, changed, Damaged)
    assert "cut off, or changed" in said


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_field_that_cairn_does_not_know_is_refused_by_its_line(
    journal: OpenJournal, archive: Path, kind: str
) -> None:
    said = refused(journal, with_line(archive, FILES[kind], **{SECRET: SECRET}), Damaged)
    assert said.startswith(f"{FILES[kind]}, line 1: it has a field that cairn does not know.")


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_field_is_needed_and_has_its_own_kind_of_value(journal: OpenJournal, archive: Path, kind: str) -> None:
    (record,) = records_in(archive)[FILES[kind].removesuffix(".jsonl")]
    for field in record:
        gone = refused(journal, with_line(archive, FILES[kind], **{field: ...}), Damaged)
        assert gone.startswith(f"{FILES[kind]}, line 1: it has no {field}."), field
        other: Any = {SECRET: [SECRET]} if not isinstance(record[field], dict) else 7
        if field not in ("origin", "answers", "parts"):
            odd = refused(journal, with_line(archive, FILES[kind], **{field: other}), Damaged)
            assert odd.startswith(f"{FILES[kind]}, line 1: its {field} is not what cairn writes."), field


_LINE = {"id": "1", "name": "Priya", "reach": "at her door", "hours": ""}
TOO_LONG = {"own": [{**_LINE, "reach": "x" * 301}], "hidden": [], "order": []}
TWO_LINES = {"own": [{**_LINE, "reach": "one\ntwo"}], "hidden": [], "order": []}
TWICE = {"own": [_LINE, _LINE], "hidden": [], "order": []}
WRONG = {
    "a number off its scale": ("check_ins", {"mood": 11}),
    "a number as words": ("check_ins", {"mood": "6"}),
    "a number with a point": ("check_ins", {"mood": 6.0}),
    "a scale of nobody": ("check_ins", {"scale_id": SECRET}),
    "six feelings": ("check_ins", {"feelings": [SECRET] * 6}),
    "a mark of nobody": (
        "check_ins",
        {"tools_used": [{"tool_id": "00000000-0000-4000-8000-000000000000", "helped": SECRET}]},
    ),
    "a page without a word": ("entries", {"body": " ", "title": None}),
    "a theme of nobody": ("entries", {"themes": [SECRET]}),
    "an id that is a path": ("entries", {"id": "../../../../etc/cron.d/wisteria-000"}),
    "an id in capitals": ("entries", {"id": "3F2A91BC-0000-4000-8000-000000000000"}),
    "an id with a line end": ("entries", {"id": "3f2a91bc-0000-4000-8000-000000000000\n"}),
    "a day that is a path": ("entries", {"for_date": "../../wist"}),
    "a day of weeks": ("entries", {"for_date": "2026-W01-1"}),
    "no such day": ("entries", {"for_date": "2026-02-30"}),
    "a time without its zone": ("entries", {"at": "2026-03-14T09:30:00"}),
    "a time before all time": ("entries", {"at": "0001-01-01T00:00:00+23:59"}),
    "a time after all time": ("entries", {"at": "9999-12-31T23:59:59-23:59"}),
    "a zone with words": ("entries", {"zone": f"Europe/{SECRET} and more"}),
    "numbers that are none": ("entries", {"origin": {"a": float("nan")}}),
    "an origin that is no object": ("entries", {"origin": SECRET}),
    "an origin that is a list": ("entries", {"origin": "[1]"}),
    "an origin with numbers that are none": ("entries", {"origin": '{"a": 1e999}'}),
    "a status of nobody": ("goals", {"status": SECRET}),
    "a choice of nobody": ("choices", {"name": "recovery-words-confirmed"}),
    "a value of nobody": ("choices", {"value": SECRET}),
    "support lines that are none": ("choices", {"name": "support-lines", "value": f'{{"own": ["{SECRET}"]}}'}),
    "a support line that is too long": ("choices", {"name": "support-lines", "value": json.dumps(TOO_LONG)}),
    "a support line of two lines": ("choices", {"name": "support-lines", "value": json.dumps(TWO_LINES)}),
    "a support line twice": ("choices", {"name": "support-lines", "value": json.dumps(TWICE)}),
    "a kind of draft with words": ("drafts", {"kind": f"{SECRET} {SECRET}"}),
    "half a character": ("entries", {"body": "\ud83d"}),
}


@pytest.mark.parametrize(("name", "changed"), WRONG.values(), ids=WRONG)
def test_what_cairn_would_not_write_is_refused_by_its_line(
    journal: OpenJournal, archive: Path, name: str, changed: dict[str, Any]
) -> None:
    assert PLACE.match(refused(journal, with_line(archive, f"{name}.jsonl", **changed), Damaged))


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[]", b"null", b"7", b'"x"', b"\xff\xfe", b'{"a": 1} {"b": 2}', b"[" * 5000, b"{}" + b" " * 9],
    ids=["empty", "open", "a list", "null", "a number", "a text", "no UTF-8", "two", "deep", "blank"],
)  # fmt: skip
def test_a_line_that_is_no_record_is_refused_by_its_number(journal: OpenJournal, archive: Path, line: bytes) -> None:
    content = lists_in(archive)["entries.jsonl"]
    said = refused(journal, rewritten(archive, {"entries.jsonl": content + line + b"\n"}), Damaged)
    assert said.startswith("entries.jsonl, line 2: ")


def test_a_last_line_without_its_end_is_refused(journal: OpenJournal, archive: Path) -> None:
    content = lists_in(archive)["entries.jsonl"]
    other = rewritten(archive, {"entries.jsonl": content + content[:-1]})
    refused(journal, other, Damaged)


def test_two_things_of_one_id_are_refused_by_the_line_of_the_second(journal: OpenJournal, archive: Path) -> None:
    lists = lists_in(archive)
    twice = rewritten(archive, {"entries.jsonl": lists["entries.jsonl"] * 2})
    assert refused(journal, twice, Damaged).startswith("entries.jsonl, line 2: its id was there before")
    goal = records_in(archive)["goals"][0]
    as_a_step = with_line(archive, "goals.jsonl", steps=[{**goal["steps"][0], "id": goal["id"]}])
    assert refused(journal, as_a_step, Damaged).startswith("goals.jsonl, line 1: its id was there before")


NEWER = {"the next": 3, "a far one": 10**9}


@pytest.mark.parametrize("version", NEWER.values(), ids=NEWER)
def test_an_archive_of_a_newer_cairn_says_so_whatever_else_is_in_it(
    journal: OpenJournal, archive: Path, version: int
) -> None:
    newer = rewritten(archive, {}, {"dreams.jsonl": b""}, version=version, beside=[SECRET])
    assert "newer cairn" in refused(journal, newer, NewerFormat)


@pytest.mark.parametrize("version", [0, -1, "1", 1.0, True, None])
def test_a_version_that_never_was_is_refused(journal: OpenJournal, archive: Path, version: object) -> None:
    refused(journal, rewritten(archive, {}, version=version), Damaged)


def test_a_manifest_that_does_not_agree_with_itself_is_refused(journal: OpenJournal, archive: Path) -> None:
    told = manifest_of(archive)
    manifests: tuple[dict[str, Any], ...] = (
        {"counts": {**told["counts"], "entries": 7}},
        {"counts": {}},
        {"files": told["files"][1:]},
        {"files": [*told["files"], told["files"][0]]},
        {"files": [{**told["files"][0], "records": -1}, *told["files"][1:]]},
        {"files": [{**told["files"][0], "name": "../tools.jsonl"}, *told["files"][1:]]},
        {SECRET: SECRET},
        {"made_at": 7},
    )
    for changed in manifests:
        refused(journal, rewritten(archive, {}, **changed), Damaged)


def zipped(path: Path, *members: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in members:
            packed.writestr(name, content)
    return path


def test_a_file_that_is_no_archive_is_told_from_one_that_is_damaged(journal: OpenJournal, tmp_path: Path) -> None:
    path = tmp_path / "other"
    others: list[Callable[[], object]] = [
        lambda: path.write_bytes(b""),
        lambda: path.write_bytes(b"[2024-01-02 09:05] A page"),
        lambda: zipped(path, ("photos/one.jpeg", b"x")),
        lambda: zipped(path, (MANIFEST, b'{"format": "another"}')),
        lambda: zipped(path, *((f"{number}", b"") for number in range(65))),
    ]
    for make in others:
        make()
        assert "not an archive that cairn made" in refused(journal, path, BadInput)
    with pytest.raises(NotFound):
        look_at_archive(journal, tmp_path / "nowhere")
    with pytest.raises(BadInput):
        look_at_archive(journal, tmp_path)


@pytest.mark.parametrize("name", ["../../escaped", "/escaped", "C:\\escaped", "entries.jsonl/", "a\nb", SECRET])
def test_a_member_that_cairn_did_not_write_is_refused_and_nothing_is_unpacked(
    journal: OpenJournal, archive: Path, tmp_path: Path, name: str
) -> None:
    def around() -> set[Path]:
        return {*tmp_path.rglob("*"), *tmp_path.parent.iterdir(), *Path("/").iterdir()}

    before = around()
    refused(journal, rewritten(archive, {}, {name: b"x"}), Damaged)
    assert [path.name for path in around() - before] == ["rewritten"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused(journal: OpenJournal, archive: Path) -> None:
    with zipfile.ZipFile(archive, "a") as packed:
        packed.writestr("entries.jsonl", lists_in(archive)["entries.jsonl"])
    refused(journal, archive, Damaged)


def test_other_ways_of_packing_are_refused(journal: OpenJournal, archive: Path) -> None:
    lists, told = lists_in(archive), manifest_of(archive)
    for way in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with zipfile.ZipFile(archive, "w", way) as packed:
            for name, content in lists.items():
                packed.writestr(name, content)
            packed.writestr(MANIFEST, json.dumps(told), zipfile.ZIP_STORED)
        refused(journal, archive, Damaged)


def test_what_holds_more_than_cairn_reads_is_refused_before_it_is_read(
    journal: OpenJournal, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = sum(len(content) for content in lists_in(archive).values())
    for name, most in (("LARGEST_BYTES", held - 1), ("LARGEST_BYTES", 100), ("MOST_RECORDS", 5)):
        with monkeypatch.context() as patch:
            patch.setattr(archive_reading, name, most)
            patch.setattr(archive_reading.ArchiveFile, "records", None)
            assert "holds more" in refused(journal, archive, BadInput)


def test_a_line_without_an_end_fills_no_memory(
    journal: OpenJournal, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bomb: 30 MB of blanks pack into 30 KB."""
    content = lists_in(archive)["entries.jsonl"]
    bomb = rewritten(archive, {"entries.jsonl": content + b" " * 30_000_000})
    assert bomb.stat().st_size < 60_000
    monkeypatch.setattr(archive_reading, "LONGEST_LINE_BYTES", 1_000_000)
    tracemalloc.start()
    try:
        refused(journal, bomb, BadInput)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_member_that_lies_about_its_size_is_refused(journal: OpenJournal, whole: bytes, archive: Path) -> None:
    """The size stands in the list at the end of a zip, which is what the reader believes."""
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        size = packed.getinfo("entries.jsonl").file_size
    place = whole.rindex(b"entries.jsonl") - 46 + 24
    assert whole[place : place + 4] == size.to_bytes(4, "little")
    for other in (0, 10, size * 1000, 0xFFFFFFFF):
        archive.write_bytes(whole[:place] + other.to_bytes(4, "little") + whole[place + 4 :])
        refused(journal, archive, CairnError)


def test_a_long_list_of_members_is_not_taken_in(journal: OpenJournal, whole: bytes, archive: Path) -> None:
    """Both ways to name one: in the last 22 bytes, and in the large form before them."""
    end = whole[-22:]
    for other in (end[:10] + b"\xff\xff" + end[12:], end[:12] + b"\xff\xff\xff\x7f" + end[16:]):
        archive.write_bytes(whole[:-22] + other)
        refused(journal, archive, BadInput)
    archive.write_bytes(whole[:-22] + b"PK\x06\x07" + bytes(16) + end)
    refused(journal, archive, Damaged)


def test_a_look_at_an_archive_changes_nothing(journal: OpenJournal, archive: Path) -> None:
    before = journal._connection.one("SELECT write_counter FROM meta")
    of_a_journal = rewritten(archive, dict.fromkeys((FILES[kind] for kind in arriving_archive.FACILITATORS), b""))
    looked = look_at_archive(journal, of_a_journal)
    assert isinstance(looked, Brought)
    assert looked.new["entry"] == 1
    assert (looked.first, looked.last) == ("2026-03-14", "2026-03-14")
    assert journal._connection.one("SELECT write_counter FROM meta") == before
