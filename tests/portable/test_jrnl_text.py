"""What arrives from jrnl's text."""

import pytest

from journal.portable.jrnl import read_jrnl
from tests.portable.jrnl_files import (
    NAIVE,
    SECRET,
    an_entry,
    from_json,
    from_text,
    only_page,
)

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
        ("9998-12-31 23:59", "9998-12-31 23:59:00"),
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
    assert from_text(f"[{stamp}] A day\n").broken[0].reason == "The year is not between 1900 and 9998."


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
