"""A file of support lines: the one that ships keeps every rule, and one that breaks a rule is refused by its line."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.data import support_file_bytes, support_lines
from journal.domain.json_lines import BrokenLine
from journal.domain.support import CrisisResource
from journal.domain.support_file import LARGEST_BYTES, MOST_LINES, read_support_file

Row = dict[str, Any]

EMERGENCY: Row = {
    "id": "xx-emergency", "country": "XX", "name": "Emergency", "kind": "emergency", "channel": "call",
    "display": "112", "dial": ["112"], "hours": "24 hours", "open_24_7": True, "rank": 0, "verified_on": None,
}  # fmt: skip
LISTENING: Row = {
    **EMERGENCY, "id": "xx-line", "name": "A line", "kind": "listening", "display": "116 123", "dial": ["116123"],
    "rank": 1,
}  # fmt: skip
BEGINS = 2
"""The line of the first entry, as `as_file` writes it; each field has a line of its own."""


def as_file(*rows: Row) -> bytes:
    return json.dumps(list(rows), indent=1, ensure_ascii=False).encode()


def line_of(content: bytes, words: str) -> int:
    """The one line of a file that holds these words."""
    (found,) = [number for number, line in enumerate(content.decode().split("\n"), 1) if words in line]
    return found


def test_acceptance_13_the_file_that_ships_keeps_every_rule() -> None:
    read = read_support_file(support_file_bytes())
    assert read.lines == support_lines()
    assert len(read.lines) == 108
    assert read.sha256 == hashlib.sha256(support_file_bytes()).hexdigest()


def test_nobody_has_said_of_the_file_that_ships_that_it_was_checked() -> None:
    """Whoever calls a line and writes the day changes this on purpose."""
    assert all(line.verified_on is None for line in support_lines())


def test_a_file_may_be_a_list_or_have_a_version_beside_it() -> None:
    rows = json.loads(as_file(EMERGENCY, LISTENING))
    read = read_support_file(json.dumps({"version": "2027-01", "resources": rows}).encode())
    assert (read.version, len(read.lines)) == ("2027-01", 2)
    assert read_support_file(as_file(EMERGENCY, LISTENING)).version == ""


def test_a_line_that_a_named_person_checked_may_say_so() -> None:
    checked = {**LISTENING, "verified_on": "2026-11-01", "verified_by": "Priya Nair", "review_by": "2027-11-01"}
    assert read_support_file(as_file(EMERGENCY, checked)).lines[1].verified_on == "2026-11-01"


BROKEN: dict[str, tuple[Row, str]] = {
    "an unknown kind": ({"kind": "hotline"}, '"kind": "hotline"'),
    "an unknown channel": ({"channel": "fax"}, '"channel": "fax"'),
    "letters to dial": ({"dial": ["116123", "999a"]}, "999a"),
    "spaces to dial": ({"dial": ["116 123"]}, '  "116 123"'),
    "digits of another script": ({"dial": ["١١٢"]}, "١١٢"),
    "a short number with a plus": ({"dial": ["+44116123"]}, "+44116123"),
    "a plus alone": ({"dial": ["+"]}, '"+"'),
    "no number on a line that is called": ({"dial": []}, '"dial"'),
    "a number as a number": ({"dial": [116123]}, '"dial"'),
    "a country in small letters": ({"country": "xx"}, '"country": "xx"'),
    "a country of three letters": ({"country": "GBR"}, '"country": "GBR"'),
    "a day that never was": ({"verified_on": "2026-02-30", "verified_by": "Priya Nair"}, "2026-02-30"),
    "a day in words": ({"verified_on": "in March", "verified_by": "Priya Nair"}, "in March"),
    "a day without a name": ({"verified_on": "2026-03-01"}, "2026-03-01"),
    "a review that is no day": ({"review_by": "soon"}, "soon"),
    "an open that is neither": ({"open_24_7": "yes"}, '"open_24_7": "yes"'),
    "a rank below 0": ({"rank": -1}, '"rank": -1'),
    "a rank in halves": ({"rank": 1.5}, '"rank": 1.5'),
    "a rank that is true": ({"rank": True}, '"rank": true'),
    "a blank name": ({"name": "  "}, '"name": "  "'),
    "a name that is too long": ({"name": "n" * 161}, "nnnn"),
    "a name that is no text": ({"name": ["A line"]}, '"name"'),
    "nothing to read and nowhere to go": ({"display": ""}, '"display": ""'),
    "words turned around": ({"name": "A line\u202e321"}, '"name"'),
    "an escape": ({"note": "call\u001b[2J"}, '"note"'),
    "an end of line": ({"hours": "24\nhours"}, '"hours"'),
    "half a character": ({"note": "\ud800"}, '"note"'),
    "an unknown field": ({"regoin": "North"}, '"regoin"'),
    "a page that is no page": ({"url": "javascript:alert(1)"}, "javascript"),
    "an unknown letter": ({"verification": "A+"}, '"A+"'),
    "an id with spaces": ({"id": "xx line"}, '"id": "xx line"'),
    "an id twice": ({"id": "xx-emergency"}, "second"),
    "a rank before the emergency number": ({"rank": 0}, "second"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_refused_by_its_line_and_repeats_nothing_of_the_file(broken: str) -> None:
    changed, words = BROKEN[broken]
    content = json.dumps([EMERGENCY, {**LISTENING, **changed}], indent=1).encode()
    if broken not in ("half a character", "an escape", "words turned around", "an end of line"):
        content = as_file(EMERGENCY, {**LISTENING, **changed})
    with pytest.raises(BrokenLine) as refused:
        read_support_file(content)
    if words == "second":
        (field,) = changed
        expected = [n for n, line in enumerate(content.decode().split("\n"), 1) if f'"{field}"' in line][1]
    else:
        second = content.decode().split("\n").index(" },") + 1
        later = content.decode().split("\n")[second:]
        expected = next(n for n, line in enumerate(later, second + 1) if words in line)
    assert refused.value.line == expected, str(refused.value)
    assert str(refused.value).startswith(f"Line {expected}: ")
    assert all(str(value) not in str(refused.value) for value in ("Priya", "hotline", "javascript", "nnn", "in March"))


@pytest.mark.parametrize("name", ["id", "country", "name", "kind", "dial", "hours", "open_24_7", "rank", "verified_on"])
def test_an_entry_without_a_field_it_needs_is_refused_by_its_first_line(name: str) -> None:
    lacking = {key: value for key, value in LISTENING.items() if key != name}
    content = as_file(EMERGENCY, lacking)
    with pytest.raises(BrokenLine) as refused:
        read_support_file(content)
    assert refused.value.line == content.decode().split("\n").index(" },") + 2
    assert name in refused.value.rule


NO_EMERGENCY: dict[str, list[Row]] = {
    "none": [LISTENING],
    "one for a part of the country": [{**EMERGENCY, "region": "North"}, LISTENING],
    "one by text": [{**EMERGENCY, "channel": "text"}, LISTENING],
    "another country's": [{**EMERGENCY, "country": "YY"}, LISTENING],
}


@pytest.mark.parametrize("case", NO_EMERGENCY)
def test_a_country_without_an_emergency_number_is_refused_by_its_first_entry(case: str) -> None:
    rows = NO_EMERGENCY[case]
    first = next(at for at, row in enumerate(rows) if row["country"] == "XX")
    content = as_file(*rows)
    with pytest.raises(BrokenLine, match="no emergency entry") as refused:
        read_support_file(content)
    starts = [number for number, line in enumerate(content.decode().split("\n"), 1) if line == " {"]
    assert refused.value.line == starts[first]


def test_lines_for_anywhere_need_no_emergency_number() -> None:
    anywhere = {**LISTENING, "country": "INT", "channel": "web", "dial": [], "url": "https://findahelpline.com"}
    assert len(read_support_file(as_file(EMERGENCY, {**anywhere, "kind": "directory"})).lines) == 2


NO_LIST: dict[str, tuple[bytes, int]] = {
    "nothing": (b"", 1),
    "a word": (b"\n\nlines", 3),
    "an object without a list": (b'{"version": "1"\n}', 2),
    "an object with another field": (b'{"version": "1",\n"license": "x", "resources": [{}]}', 2),
    "a list of numbers": (b"[\n1]", 2),
    "an empty list": (b"[]", 1),
    "an end that never comes": (b'[\n{"id":\n"xx"', 3),
    "something after the end": (as_file(EMERGENCY) + b"\n[]", as_file(EMERGENCY).count(b"\n") + 2),
    "a name twice": (b'[{"id": "a",\n"id": "b"}]', 2),
    "bytes that are no text": (b'[\n{"id": "\xff"}]', 2),
    "no number at all": (b'[{"id": "a",\n"rank": NaN}]', 2),
    "depth": (b'[\n{"tags": ' + b"[" * 100_000, 2),
    "digits without end": (b'[{"id": "a",\n"rank": ' + b"9" * 5000 + b"}]", 2),
    "too many bytes": (b"[\n" + b" " * LARGEST_BYTES, 2),
}


@pytest.mark.parametrize("case", NO_LIST)
def test_a_file_of_another_kind_is_refused_by_the_line_where_that_shows(case: str) -> None:
    content, line = NO_LIST[case]
    with pytest.raises(BrokenLine) as refused:
        read_support_file(content)
    assert refused.value.line == line
    assert refused.value.__cause__ is None


def test_a_file_with_too_many_entries_is_refused_by_the_first_that_is_too_much() -> None:
    rows = [EMERGENCY, *({**LISTENING, "id": f"x{number}"} for number in range(MOST_LINES))]
    with pytest.raises(BrokenLine, match=str(MOST_LINES)) as refused:
        read_support_file("\n".join(["[", ",\n".join(json.dumps(row) for row in rows), "]"]).encode())
    assert refused.value.line == 2 + MOST_LINES


def _cut(content: bytes, at: int) -> bytes:
    return content[: at % len(content)]


def _turned(content: bytes, at: int) -> bytes:
    place = at % len(content)
    return content[:place] + bytes([content[place] ^ 0x15]) + content[place + 1 :]


@pytest.mark.parametrize("harm", [_cut, _turned])
@given(at=st.integers(0, 10**6))
def test_a_file_that_was_harmed_is_read_or_refused_by_a_line_of_it_and_nothing_else(
    harm: Callable[[bytes, int], bytes], at: int
) -> None:
    content = harm(as_file(EMERGENCY, LISTENING), at)
    line: int = 1
    read: tuple[CrisisResource, ...] = ()
    try:
        read = read_support_file(content).lines
    except BrokenLine as refused:
        line = refused.line
    assert 1 <= line <= content.count(b"\n") + 1
    safe = {one.country for one in read if one.kind == "emergency"}
    assert {one.country for one in read} <= {*safe, "INT"}
