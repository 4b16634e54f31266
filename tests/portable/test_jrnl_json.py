"""What arrives from jrnl's JSON, and what is neither."""

import json

import pytest

from journal.errors import BadInput
from journal.portable.arriving import Arrivals
from journal.portable.jrnl import read_jrnl
from journal.portable.jrnl_text import NO_ENTRY
from tests.portable.jrnl_files import (
    NAIVE,
    SECRET,
    an_entry,
    from_json,
    from_text,
    only_page,
)

# JSON


def test_a_json_entry_becomes_a_page() -> None:
    page = only_page(from_json(an_entry(tags=["@Hope", "#hope", "plain", "@two words"], starred=True)))
    assert page.local.strftime(NAIVE) == "2020-06-28 18:22:00"
    assert (page.title, page.body) == ("A day", "and more")
    assert page.tags == ("hope", "plain", "two words")
    assert (page.origin, page.place, page.starred) == (None, 1, True)


def test_fields_that_jrnl_does_not_write_are_kept_and_named() -> None:
    creator = {"host_name": "here", "agents": [1, None]}
    arrivals = from_json(an_entry(uuid="abc"), an_entry(creator=creator), an_entry())
    assert [page.origin for page in arrivals.pages] == [{"uuid": "abc"}, {"creator": creator}, None]
    assert arrivals.unknown_fields == ("creator", "uuid")


def test_things_beside_the_entries_are_said() -> None:
    assert from_json(an_entry(), version=3).doubtful != ()
    assert from_json(an_entry()).doubtful == ()


def test_an_entry_that_lists_no_tags_at_all_has_those_among_its_words() -> None:
    entry = an_entry(body="with @sam")
    assert only_page(from_json(entry)).tags == ()
    del entry["tags"]
    assert only_page(from_json(entry)).tags == ("sam",)


def test_a_title_of_several_lines_keeps_one() -> None:
    page = only_page(from_json(an_entry(title="\nfirst\nsecond")))
    assert (page.title, page.body) == ("first", "second\nand more")


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"title": SECRET, "body": SECRET, "date": "2020-06-28"}, "It has no time."),
        (an_entry(title=17), "Its title is not what jrnl writes there."),
        (an_entry(body=None), "Its body is not what jrnl writes there."),
        (an_entry(tags=[SECRET, 1]), "Its tags is not what jrnl writes there."),
        (an_entry(starred=1), "Its starred is not what jrnl writes there."),
        (an_entry(date="2020-13-40"), "The date does not exist, or is in a form cairn cannot read."),
        (an_entry(time="18:60"), "The date does not exist, or is in a form cairn cannot read."),
        (an_entry(time=""), "The date does not exist, or is in a form cairn cannot read."),
        (an_entry(date="1899-01-01"), "The year is not between 1900 and 9998."),
        (an_entry(body=f"{SECRET} \ud83d"), "It holds something that cannot be kept as text."),
        (an_entry(uuid=["\udc00"]), "It holds something that cannot be kept as text."),
        (an_entry(mood=float("nan")), "It holds something that cannot be kept as text."),
        ([SECRET], "It is not an entry as jrnl writes them."),
        (SECRET, "It is not an entry as jrnl writes them."),
        (None, "It is not an entry as jrnl writes them."),
    ],
)
def test_a_broken_entry_is_named_and_sinks_no_other(entry: object, reason: str) -> None:
    arrivals = from_json(an_entry(), entry, an_entry())
    assert [page.place for page in arrivals.pages] == [1, 3]
    assert [(row.place, row.reason) for row in arrivals.broken] == [("entry 2", reason)]


def test_an_entry_with_a_field_twice_is_broken() -> None:
    content = json.dumps({"entries": [an_entry(), an_entry()]}).replace('"title"', '"title": "", "title"', 1)
    assert [(row.place, row.reason) for row in read_jrnl(content.encode()).broken] == [
        ("entry 1", "It has the same field twice.")
    ]


def test_an_empty_journal_is_a_journal() -> None:
    assert from_json() == Arrivals("jrnl", (), (), (), ())


# Neither


NOT_UTF8 = "This file is not UTF-8 text: byte {}, on line {}, does not fit."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "There is nothing in this file."),
        (b"\xef\xbb\xbf \n", "There is nothing in this file."),
        (b"[2020-06-28 18:22] caf\n\xe9 wisteria", NOT_UTF8.format(24, 2)),
        ("[2020-06-28 18:22] wisteria".encode("utf-16"), NOT_UTF8.format(1, 1)),
        (b"JRNLv3\x00\x20abc", "This jrnl file is encrypted, and cairn cannot open it."),
        (b"wisteria\n[ ] todo\n", NO_ENTRY),
        (b"[2020-06-28 18:22]no blank", NO_ENTRY),
        (b'{"entries": [\n{"wisteria', "This file starts as JSON, but goes wrong at line 2, column 2."),
    ],
)
def test_a_file_that_is_not_jrnls_is_refused_with_a_reason(content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_jrnl(content)
    assert str(refused.value) == sentence
    assert refused.value.__context__ is None


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"entries": {}},
        {"entries": "wisteria"},
        {"entries": [{"uuid": "A", "creationDate": "2021-03-03T11:48:50Z", "text": "wisteria"}]},
        {"entries": ["wisteria"]},
        [an_entry()],
        [],
    ],
)
def test_json_of_another_shape_is_refused(document: object) -> None:
    with pytest.raises(BadInput, match="not jrnl's"):
        read_jrnl(json.dumps(document).encode())


@pytest.mark.parametrize("content", ["{" * 3, '{"a":' * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_json_that_no_reader_can_hold_is_refused(content: str) -> None:
    with pytest.raises(BadInput, match="starts as JSON"):
        from_text(content)


def test_no_page_shows_its_words_when_printed() -> None:
    arrivals = from_json(an_entry(title=SECRET, body=SECRET, tags=[SECRET], uuid=SECRET))
    assert only_page(arrivals).title == SECRET
    assert SECRET not in repr(arrivals)
