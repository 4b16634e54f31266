"""What arrives from jrnl: its text, its JSON, and what is neither."""

import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import BadInput
from journal.portable.arriving import Arrivals, ArrivingPage
from journal.portable.jrnl import read_jrnl
from journal.portable.jrnl_text import NO_ENTRY
from tests.portable.jrnl_journal import JrnlExports, JrnlHome

SECRET = "wisteria"
NAIVE = "%Y-%m-%d %H:%M:%S"


def from_text(text: str) -> Arrivals:
    return read_jrnl(text.encode())


def from_json(*entries: object, **more: object) -> Arrivals:
    return read_jrnl(json.dumps({"tags": {}, "entries": entries, **more}).encode())


def an_entry(**fields: object) -> dict[str, object]:
    words: dict[str, object] = {"title": "A day", "body": "and more"}
    return words | {"date": "2020-06-28", "time": "18:22", "tags": [], "starred": False} | fields


def only_page(arrivals: Arrivals) -> ArrivingPage:
    assert arrivals.broken == ()
    (page,) = arrivals.pages
    return page


def without_place(arrivals: Arrivals) -> list[ArrivingPage]:
    return [replace(page, place=0) for page in arrivals.pages]


def fingerprints(arrivals: Arrivals) -> list[str]:
    return [page.fingerprint for page in arrivals.pages]


# Text


def test_a_text_entry_becomes_a_page() -> None:
    page = only_page(from_text("\n[2020-06-28 18:22] A quiet day @Hope\nIt rained.\n\nI slept. #rest\n"))
    assert page.local.strftime(NAIVE) == "2020-06-28 18:22:00"
    assert page.local.tzinfo is None
    assert (page.title, page.body) == ("A quiet day @Hope", "It rained.\n\nI slept. #rest")
    assert (page.tags, page.origin, page.place, page.starred) == (("hope", "rest"), None, 2, False)


@pytest.mark.parametrize(
    ("stamp", "wall_time"),
    [
        ("2020-06-28 18:22", "2020-06-28 18:22:00"),
        ("2020-06-28 18:22:05", "2020-06-28 18:22:05"),
        ("2020-06-28T18:22", "2020-06-28 18:22:00"),
        ("2020-06-28 06:22 PM", "2020-06-28 18:22:00"),
        ("2020-06-28 06:22:05 am", "2020-06-28 06:22:05"),
        ("2020-06-28 12:00 AM", "2020-06-28 00:00:00"),
        ("2020-06-28 12:00 PM", "2020-06-28 12:00:00"),
        ("2020/6/8 9:05", "2020-06-08 09:05:00"),
        ("1900-01-01 00:00", "1900-01-01 00:00:00"),
        ("9999-12-31 23:59", "9999-12-31 23:59:00"),
    ],
)
def test_jrnls_ways_of_writing_a_date_are_understood(stamp: str, wall_time: str) -> None:
    assert only_page(from_text(f"[{stamp}] A day\n")).local.strftime(NAIVE) == wall_time


@pytest.mark.parametrize(
    "stamp",
    [
        "2020-13-40 18:22",
        "2021-02-29 18:22",
        "2020-06-28 24:00",
        "2020-06-28 18:60",
        "2020-06-28 18:22 PM",
        "2020-06-28 00:22 AM",
        "2020-06-28 18",
        "2020-06-28T18:22:00+02:00",
        "2020-06-28 in the evening",
        "28.06.2020 18:22",
        "28/06/20 18:22",
        "20200628 18:22",
        "12020-06-28 18:22",
        "1899-12-31 23:59",
        "0000-01-01 00:00",
    ],
)
def test_a_date_that_cannot_be_read_is_named_by_line_and_its_words_join_no_page(stamp: str) -> None:
    arrivals = from_text(f"[2020-06-27 18:22] Before\nwords\n\n[{stamp}] {SECRET}\nmore\n\n[2020-06-29 18:22] After\n")
    assert [(page.title, page.body) for page in arrivals.pages] == [("Before", "words"), ("After", "")]
    assert [row.place for row in arrivals.broken] == ["line 4"]
    assert SECRET not in arrivals.broken[0].reason


@pytest.mark.parametrize("stamp", ["1899-12-31 23:59", "0001-01-01 00:00"])
def test_a_year_before_1900_is_said_to_be_that(stamp: str) -> None:
    assert from_text(f"[{stamp}] A day\n").broken[0].reason == "The year is not between 1900 and 9999."


@pytest.mark.parametrize(
    "line",
    [
        "[ ] todo",
        "[x] done",
        "[not] okay",
        "[1] a footnote",
        "[1, 2, 3] numbers",
        "[555-123-4567] her number",
        "[4111-111-1111] another",
        "[2020-06-28 18:22](https://example.org) a link",
        " [2020-06-29 18:22] indented",
        "[] nothing",
        "[unclosed",
    ],
)
def test_brackets_that_are_no_date_stay_words_of_the_page(line: str) -> None:
    page = only_page(from_text(f"[2020-06-28 18:22] A day\nfirst\n{line}\nlast\n"))
    assert page.body == f"first\n{line}\nlast"


def test_brackets_that_may_be_a_date_are_kept_as_words_and_said_once() -> None:
    arrivals = from_text("[2020-06-28 18:22] A day\n[28 June 2020] words\n[2020-06-29 18:22]\nmore\n[1] note\n")
    assert only_page(arrivals).body == "[28 June 2020] words\n[2020-06-29 18:22]\nmore\n[1] note"
    (sentence,) = arrivals.doubtful
    assert sentence.startswith("line 2 and 1 more: brackets that may be meant as a date were kept")


def test_nothing_is_said_to_be_kept_that_was_not() -> None:
    arrivals = from_text("[28 June 2020] x\n[2020-13-40 18:22] y\n[28 June 2020] z\n[2020-06-28 18:22] A day\n")
    assert [row.place for row in arrivals.broken] == ["line 1", "line 2"]
    assert arrivals.doubtful == ()


def test_a_day_without_a_time_is_midnight_and_said_so() -> None:
    arrivals = from_text("[2020-06-28] A day\n")
    assert only_page(arrivals).local.strftime(NAIVE) == "2020-06-28 00:00:00"
    assert arrivals.doubtful == ("line 1: a date without a time was taken as midnight, as jrnl does.",)


@pytest.mark.parametrize(
    ("words", "title", "body", "starred"),
    [
        ("A day *\nmore\n", "A day", "more", True),
        ("A day*\nmore\n", "A day", "more", True),
        ("A day * \r\nmore\n", "A day", "more", True),
        ("*\nmore\n", "more", "", True),
        ("A day\nmore *\n", "A day", "more *", False),
        ("A * day\n", "A * day", "", False),
        ("First. Second\n", "First. Second", "", False),
        ("First. Second", "First.", "Second", False),
        ("First. Second *", "First. Second", "", True),
        ("“Why?” I asked", "“Why?”", "I asked", False),
        ("(It rained.) Then sun", "(It rained.)", "Then sun", False),
        ("雨の日。つづき", "雨の日。", "つづき", False),
        ("雨の日\uff0eつづき", "雨の日\uff0e", "つづき", False),
        ("v1.2 is out", "v1.2 is out", "", False),
        ("\n\n  A day\nmore\n", "A day", "more", False),
        ("   Long words before\nmore\n", "Long words before", "more", False),
        ("A day\n\n\n  more  \n\n\n", "A day", "more", False),
    ],
)
def test_title_body_and_star_are_what_jrnl_takes_them_for(words: str, title: str, body: str, starred: bool) -> None:
    page = only_page(from_text(f"[2020-06-28 18:22] {words}"))
    assert (page.title, page.body, page.starred) == (title, body, starred)


def test_stars_that_go_with_jrnls_own_are_said() -> None:
    arrivals = from_text("[2020-06-28 18:22] **A bold day**\n\n[2020-06-29 18:22] A day *\n")
    assert [page.title for page in arrivals.pages] == ["A bold day", "A day"]
    assert [sentence.partition(":")[0] for sentence in arrivals.doubtful] == ["line 1"]


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("@Hope and @hope", ("hope",)),
        ("#b @a", ("a", "b")),
        ("@work/home-office_2", ("work/home-office_2",)),
        ("me@example.org", ()),
        ("x\n## Heading\n# One", ()),
        ("@日本 @café", ("café", "日本")),
    ],
)
def test_tags_are_plain_lower_case_sorted_words(words: str, tags: tuple[str, ...]) -> None:
    assert only_page(from_text(f"[2020-06-28 18:22] {words}\n")).tags == tags


def test_words_before_the_first_date_are_not_lost_silently() -> None:
    arrivals = from_text(f"{SECRET}\n[2020-06-28 18:22] A day\n")
    assert [row.place for row in arrivals.broken] == ["line 1"]
    assert [page.title for page in arrivals.pages] == ["A day"]


def test_an_entry_without_words_is_left_out_and_said() -> None:
    arrivals = from_text("[2020-06-28 18:22] \n\n[2020-06-29 18:22] *\n\n[2020-06-30 18:22] A day\n")
    assert only_page(arrivals).place == 5
    assert arrivals.doubtful == ("line 1 and 1 more: there were no words in it, so it was left out.",)
    blank = from_json(an_entry(), an_entry(title=" ", body="\n"))
    assert only_page(blank).place == 1
    assert blank.doubtful == ("entry 2: there were no words in it, so it was left out.",)


def test_a_file_with_windows_line_ends_gives_plain_ones() -> None:
    text = "[2020-06-28 18:22] A day *\nfirst\n\nlast\n\n[2020-06-29 18:22] After\n"
    assert from_text(text.replace("\n", "\r\n")) == from_text(text)


def test_a_lone_windows_line_end_is_somebodys_words() -> None:
    assert only_page(from_text("[2020-06-28 18:22] A day\nfirst\r\nlast\n")).body == "first\r\nlast"


@pytest.mark.parametrize("star", ["", " *"])
def test_unusual_characters_arrive_byte_for_byte(star: str) -> None:
    body = "bell\x07 null\x00 red\x1b[31m page\x0cbreak\u2028line \u202eback\u202c שלום 👩‍👩‍👧 cafe\u0301\ttab"
    assert only_page(from_text(f"[2020-06-28 18:22] A day{star}\n{body}\n")).body == body
    assert only_page(from_json(an_entry(body=body))).body == body


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    text = b"[2020-06-28 18:22] A day\n"
    assert read_jrnl(b"\xef\xbb\xbf" + text) == read_jrnl(text)


def test_a_text_that_starts_with_a_brace_is_still_a_text() -> None:
    arrivals = from_text("{\n[2020-06-28 18:22] A day\n")
    assert [page.title for page in arrivals.pages] == ["A day"]


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
        (an_entry(date="1899-01-01"), "The year is not between 1900 and 9999."),
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


# Fingerprints


def test_a_fingerprint_is_made_as_its_page_says() -> None:
    text = "[2020-06-28 18:22:05] A day *\nin  cafe\u0301s\n\n[2020-06-28 18:22:50] A day\nin cafés\n"
    assert fingerprints(from_text(text)) == [
        sha256(b"2020-06-28\n18:22\n1\nAdayincaf\xc3\xa9s").hexdigest(),
        sha256(b"2020-06-28\n18:22\n2\nAdayincaf\xc3\xa9s").hexdigest(),
    ]


@pytest.mark.parametrize(
    "other",
    [
        "[2020-06-28 18:22] cafe\u0301 day\nand more\n",
        "[2020-06-28 18:22:59] café day\nand more\n",
        "[2020-06-28 06:22 PM] café day\nand more\n",
        "[2020-06-28 18:22] café day *\nand more\n",
        "[2020-06-28 18:22] café day\n\nand\u2028more  \n\n",
        "[2020-06-28 18:22] café d\nay\nand more\n",
        "[2020-06-28 18:22] \ncafé day\nand more\n",
    ],
)
def test_what_exports_disagree_on_leaves_the_fingerprint_alone(other: str) -> None:
    assert fingerprints(from_text(other)) == fingerprints(from_text("[2020-06-28 18:22] café day\nand more\n"))


@pytest.mark.parametrize(
    "other",
    [
        "[2020-06-29 18:22] A day\n",
        "[2020-06-28 18:23] A day\n",
        "[2020-06-28 18:22] A day.\n",
        "[2020-06-28 18:22] a day\n",
        "[2020-06-28 18:22] A day\n*\n",
    ],
)
def test_another_day_minute_or_word_is_another_fingerprint(other: str) -> None:
    assert fingerprints(from_text(other)) != fingerprints(from_text("[2020-06-28 18:22] A day\n"))


# Laws

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
NEAR_TEXT = st.lists(
    st.sampled_from(["[", "]", "[2020-06-28 18:22] ", "[2020-13-40 1:1] ", "\n", "\r\n", " ", "*", ". ", "@a", "{"])
    | st.text(max_size=5)
).map("".join)
NEAR_ENTRY = st.fixed_dictionaries(
    {}, optional={name: st.just(value) | ANY_JSON for name, value in an_entry(uuid="u").items()}
)
LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).map(str.strip)
TITLE = LINE.filter(lambda line: line != "" and line.strip("*") == line)
BODY = st.lists(LINE.filter(lambda line: not line.startswith("["))).map("\n".join).map(str.strip)
MOMENT = st.datetimes(datetime(1900, 1, 1), datetime(9999, 12, 31))  # noqa: DTZ001 - jrnl knows no zones
ENTRIES = st.lists(
    st.tuples(MOMENT | st.just(datetime(2020, 6, 28)), TITLE | st.just("A day"), BODY, st.booleans()),  # noqa: DTZ001
    min_size=1,
)


def keep_the_laws(content: bytes) -> None:
    try:
        arrivals = read_jrnl(content)
    except BadInput:
        return
    assert len(set(fingerprints(arrivals))) == len(arrivals.pages)
    places = [page.place for page in arrivals.pages]
    assert places == sorted(set(places))
    assert all((page.title or page.body).strip() for page in arrivals.pages)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_understood_or_refused(content: bytes) -> None:
    keep_the_laws(content)


@given(NEAR_TEXT)
def test_any_text_near_jrnls_keeps_order_and_has_a_fingerprint_for_each_page(text: str) -> None:
    keep_the_laws(text.encode())


@given(st.lists(NEAR_ENTRY | ANY_JSON))
def test_any_json_near_jrnls_keeps_order_and_has_a_fingerprint_for_each_page(entries: list[object]) -> None:
    keep_the_laws(json.dumps({"entries": entries}).encode())


@given(ENTRIES)
def test_a_journal_in_text_and_in_json_is_the_same_pages(
    entries: list[tuple[datetime, str, str, bool]],
) -> None:
    text, listed = [], []
    for moment, title, body, starred in entries:
        day, minute = moment.date().isoformat(), moment.time().isoformat("minutes")
        text.append(f"[{day} {minute}] {title}{' *' if starred else ''}\n{body}\n")
        listed.append({"title": title, "body": body, "date": day, "time": minute, "starred": starred})
    in_text = from_text("\n".join(text))
    assert without_place(in_text) == without_place(from_json(*listed))
    parts = [(page.local, page.title, page.body, page.starred) for page in in_text.pages]
    assert parts == [(moment.replace(second=0, microsecond=0), *words) for moment, *words in entries]


# jrnl itself


def test_a_thousand_entries_of_jrnls_own_are_the_same_in_text_and_json(thousand_entries: JrnlExports) -> None:
    in_text = read_jrnl(thousand_entries.text.read_bytes())
    in_json = read_jrnl(thousand_entries.json.read_bytes())
    assert (len(in_text.pages), in_text.broken) == (1000, ())
    assert (len(in_json.pages), in_json.broken) == (1000, ())
    assert without_place(in_text) == without_place(in_json)


def test_the_thousand_hold_what_is_hard(thousand_entries: JrnlExports) -> None:
    pages = read_jrnl(thousand_entries.text.read_bytes()).pages
    assert len({page.fingerprint for page in pages}) == 1000
    assert len({(page.local, page.title, page.body) for page in pages}) < 1000
    assert {page.starred for page in pages} == {True, False}
    assert any("hope/daily" in page.tags for page in pages)
    assert any("café 日本語 🙂" in page.body and "[ ] call" in page.body for page in pages)


def test_jrnls_own_default_date_with_seconds_gives_the_fingerprints_of_its_json(tmp_path: Path) -> None:
    home = JrnlHome(tmp_path, timeformat="%F %r")
    home.run("2020-06-28 18:22:41: An evening. With seconds.")
    home.run("2020-06-29 00:05:00: A night.")
    exports = home.export()
    in_text = read_jrnl(exports.text.read_bytes())
    in_json = read_jrnl(exports.json.read_bytes())
    assert [page.local.second for page in in_text.pages] == [41, 0]
    assert [page.local.replace(second=0) for page in in_text.pages] == [page.local for page in in_json.pages]
    assert fingerprints(in_text) == fingerprints(in_json)


def test_a_file_edited_by_hand_has_the_fingerprints_of_both_of_jrnls_exports(tmp_path: Path) -> None:
    home = JrnlHome(tmp_path)
    by_hand = (
        "[2020-06-28 18:22]    Blanks before the title\nand a body\n"
        "[2020-06-28 18:23] One line. Two sentences\n"
        "[2020-06-28 18:24] *\nOnly the body\n"
        "[2020-06-28 18:25] **Bold**\nparted\u2028here\x0cand here\n\n"
        "[2020-06-28 18:26] A day\nwith a Windows end\r\nin it\n"
        "[2020-06-28 18:27] \n\nA title after two lines\nand more\n"
        "[2020/06/28 6:28 pm] Another date\n"
        "[2020-06-29] No time\n"
        "[2020-06-29 18:22] A day\n"
        "[2020-06-29 18:22] A day\n"
    )
    home.storage.write_bytes(by_hand.encode())
    exports = home.export()
    in_json = read_jrnl(exports.json.read_bytes())
    assert len(in_json.pages) == 10
    assert fingerprints(from_text(by_hand)) == fingerprints(in_json)
    assert fingerprints(read_jrnl(exports.text.read_bytes())) == fingerprints(in_json)
    assert [page.local for page in from_text(by_hand).pages] == [page.local for page in in_json.pages]
