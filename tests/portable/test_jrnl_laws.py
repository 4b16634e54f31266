"""Fingerprints, laws that hold for any file, and jrnl itself."""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import BadInput
from journal.portable.jrnl import read_jrnl
from tests.portable.jrnl_files import (
    an_entry,
    fingerprints,
    from_json,
    from_text,
    without_place,
)
from tests.portable.jrnl_journal import JrnlExports, JrnlHome

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
MOMENT = st.datetimes(datetime(1900, 1, 1), datetime(9998, 12, 31))  # noqa: DTZ001 - jrnl knows no zones
ENTRIES = st.lists(
    st.tuples(MOMENT | st.just(datetime(2020, 6, 28)), TITLE | st.just("A day"), BODY, st.booleans()),  # noqa: DTZ001 - as above
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
