"""A file of support lines: read from bytes, and refused with the line that breaks a rule.

The same rules hold for the file that ships and for one that a person brings in. Source: domain brief, sections 14
and 15, check 13.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from journal.domain.json_lines import BrokenLine, Entry, Listed, read_listed
from journal.domain.support import NOWHERE, CrisisResource
from journal.errors import Sentence

LARGEST_BYTES: Final = 1024 * 1024
MOST_LINES: Final = 2000
LINES: Final = "resources"
"""The name of the list, where the file is an object with a version."""
HIGHEST_RANK: Final = 9999
MOST_NUMBERS: Final = 8
MOST_TAGS: Final = 16

KINDS: Final = ("emergency", "crisis_line", "text_line", "listening", "advice", "peer", "directory")
CHANNELS: Final = ("call", "text", "call_or_text", "chat", "email", "web")
BY_NUMBER: Final = ("call", "text", "call_or_text")

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_COUNTRY: Final = re.compile(r"[A-Z]{2}|INT")
_DIAL: Final = re.compile(r"\+?[0-9]{1,20}")
_ABROAD: Final = re.compile(r"\+[0-9]{9,20}")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SEEN: Final = re.compile(r"A|A-|B|C|SEED( [0-9]{1,4})?")
_URL: Final = re.compile(r"https?://[^\s]+")

_NEEDED: Final = (
    "id", "country", "name", "kind", "channel", "display", "dial", "hours", "open_24_7", "rank", "verified_on",
)  # fmt: skip
_LONGEST: Final = {
    "id": 64, "country": 3, "region": 64, "name": 160, "kind": 20, "channel": 20, "display": 200, "keyword": 40,
    "hours": 200, "cost": 80, "languages": 200, "audience": 120, "url": 300, "note": 500, "verification": 10,
    "verified_on": 10, "verified_by": 120, "source_url": 300, "review_by": 10, "editor_note": 2000, "version": 60,
}  # fmt: skip
"""Characters of each text."""
_MAY_BE_NULL: Final = ("region", "keyword", "verified_on", "verified_by", "source_url", "review_by", "verification")
_ALL: Final = frozenset({*_LONGEST, "dial", "open_24_7", "rank", "tags"} - {"version"})
_JOINERS: Final = "\u200c\u200d"
"""Without them some scripts cannot be written."""


@dataclass(frozen=True, slots=True)
class SupportFile:
    """A file that keeps every rule."""

    lines: tuple[CrisisResource, ...]
    version: str
    """As the file calls itself; empty where it does not."""
    sha256: str
    """Of its bytes, 64 hex digits."""


def read_support_file(content: bytes) -> SupportFile:
    """Read a file of support lines.

    Raises:
        BrokenLine: the first line of it that breaks a rule, with the rule; nothing of what it says.
    """
    if len(content) > LARGEST_BYTES:
        raise BrokenLine(content.count(b"\n", 0, LARGEST_BYTES) + 1, Sentence("the file is over 1 MB here"))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        # Without its cause, which holds the file.
        raise BrokenLine(content.count(b"\n", 0, problem.start) + 1, Sentence("this is not UTF-8 text")) from None
    listed = read_listed(text, LINES)
    version = _version(listed)
    if not listed.entries:
        raise BrokenLine(1, Sentence("the list has no entries"))
    if len(listed.entries) > MOST_LINES:
        raise BrokenLine(listed.entries[MOST_LINES].line, Sentence("a file has up to {most} entries", most=MOST_LINES))
    for entry in listed.entries:
        _check(entry)
    _check_ids(listed.entries)
    _check_emergency(listed.entries)
    return SupportFile(lines_of(entry.values for entry in listed.entries), version, hashlib.sha256(content).hexdigest())


def lines_of(rows: Iterable[dict[str, Any]]) -> tuple[CrisisResource, ...]:
    """Support lines from rows that keep the rules, without what editors noted for themselves."""
    return tuple(
        CrisisResource(**{field.name: _value(row, field.name) for field in fields(CrisisResource)}) for row in rows
    )


def _value(row: dict[str, Any], name: str) -> Any:
    value = row.get(name)
    if name in ("dial", "tags"):
        return tuple(value or ())
    if value is None and name not in ("region", "keyword", "open_24_7", "verified_on"):
        return ""
    return value


def _version(listed: Listed) -> str:
    for name, line in listed.beside_lines.items():
        if name not in ("version", LINES):
            raise BrokenLine(line, Sentence('beside the list a file has a "version" alone'))
    version = listed.beside.get("version", "")
    if not isinstance(version, str):
        raise BrokenLine(
            listed.beside_lines["version"], Sentence("{name} takes words in quotation marks", name="version")
        )
    _check_words("version", version, listed.beside_lines.get("version", 1))
    return version


def _check(entry: Entry) -> None:
    """Every rule that one entry can break by itself."""
    for name in entry.values:
        if name not in _ALL:
            raise BrokenLine(entry.line_of(name), Sentence("there is no field of this name"))
    for name in _NEEDED:
        if name not in entry.values:
            raise BrokenLine(entry.line, Sentence("this entry has no {name}", name=name))
    for name, value in entry.values.items():
        _check_field(name, value, entry)
    _check_patterns(entry)
    _check_reach(entry)
    if entry.values["verified_on"] is not None and not entry.values.get("verified_by"):
        raise BrokenLine(
            entry.line_of("verified_on"), Sentence("verified_on needs verified_by, the name of whoever checked it")
        )


def _check_field(name: str, value: object, entry: Entry) -> None:
    line = entry.line_of(name)
    if value is None and name in (*_MAY_BE_NULL, "open_24_7"):
        return
    if name in _LONGEST:
        if not isinstance(value, str):
            raise BrokenLine(line, Sentence("{name} takes words in quotation marks", name=name))
        _check_words(name, value, line)
    elif name == "open_24_7" and not isinstance(value, bool):
        raise BrokenLine(line, Sentence("open_24_7 takes true, false or null"))
    elif name == "rank" and (type(value) is not int or not 0 <= value <= HIGHEST_RANK):
        raise BrokenLine(line, Sentence("rank takes a whole number from 0 to {highest}", highest=HIGHEST_RANK))
    elif name == "dial":
        _check_numbers(_texts(name, value, MOST_NUMBERS, entry), entry)
    elif name == "tags":
        _texts(name, value, MOST_TAGS, entry)


def _texts(name: str, value: object, most: int, entry: Entry) -> list[str]:
    """The same, once it is sure that it is a list of texts that may be.

    Raises:
        BrokenLine: it is not.
    """
    if not isinstance(value, list) or any(not isinstance(one, str) for one in value) or len(value) > most:
        raise BrokenLine(
            entry.line_of(name), Sentence("{name} takes a list of up to {most} texts", name=name, most=most)
        )
    for place, one in enumerate(value):
        _check_words(name, one, entry.line_of(name, place))
    return value


def _check_numbers(numbers: list[str], entry: Entry) -> None:
    for place, number in enumerate(numbers):
        line = entry.line_of("dial", place)
        if not _DIAL.fullmatch(number):
            raise BrokenLine(line, Sentence("a number to dial has digits alone, with a + before them at most"))
        if number.startswith("+") and not _ABROAD.fullmatch(number):
            raise BrokenLine(
                line, Sentence("a + stands before 9 digits or more: short numbers are kept as they are dialled")
            )


def _check_words(name: str, value: str, line: int) -> None:
    longest = _LONGEST.get(name, 40)
    if len(value) > longest:
        raise BrokenLine(line, Sentence("{name} takes up to {longest} characters", name=name, longest=longest))
    if any(unicodedata.category(sign) in _NO_LETTERS and sign not in _JOINERS for sign in value):
        raise BrokenLine(
            line, Sentence("{name} has a sign in it that cannot be seen, or that turns the words around", name=name)
        )


_NO_LETTERS: Final = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _check_patterns(entry: Entry) -> None:
    values = entry.values
    rules = (
        ("id", _ID, Sentence("id takes small letters, digits and hyphens")),
        ("country", _COUNTRY, Sentence("country takes two capital letters, or INT")),
        ("url", _URL, Sentence("url begins with https:// or http:// and has no spaces")),
        ("source_url", _URL, Sentence("source_url begins with https:// or http:// and has no spaces")),
        ("verification", _SEEN, Sentence("verification takes A, A-, B, C or SEED")),
    )
    for name, pattern, rule in rules:
        if (values.get(name) or name in ("id", "country")) and not pattern.fullmatch(values[name]):
            raise BrokenLine(entry.line_of(name), rule)
    for name, allowed in (("kind", KINDS), ("channel", CHANNELS)):
        if values[name] not in allowed:
            raise BrokenLine(
                entry.line_of(name), Sentence("{name} takes one of: {allowed}", name=name, allowed=", ".join(allowed))
            )
    if not values["name"].strip():
        raise BrokenLine(entry.line_of("name"), Sentence("name is blank"))
    for name in ("verified_on", "review_by"):
        if values.get(name) is not None and not _is_day(values[name]):
            raise BrokenLine(entry.line_of(name), Sentence("{name} takes a day such as 2026-03-01, or null", name=name))


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _check_reach(entry: Entry) -> None:
    """That a person can do something with it."""
    values = entry.values
    if values["channel"] in BY_NUMBER and not values["dial"]:
        raise BrokenLine(entry.line_of("dial"), Sentence("a line that is called or texted has a number to dial"))
    if not values["display"].strip() and not values.get("url"):
        raise BrokenLine(entry.line_of("display"), Sentence("display is blank, and there is no url"))
    if values["kind"] == "emergency" and values["channel"] not in BY_NUMBER:
        raise BrokenLine(entry.line_of("channel"), Sentence("an emergency line is called or texted"))


def _check_ids(entries: list[Entry]) -> None:
    known: set[str] = set()
    for entry in entries:
        if entry.values["id"] in known:
            raise BrokenLine(entry.line_of("id"), Sentence("another entry has this id"))
        known.add(entry.values["id"])


def _check_emergency(entries: list[Entry]) -> None:
    """Each country has an emergency number for all of it, and by rank nothing comes before that."""
    of_country: dict[str, list[Entry]] = {}
    for entry in entries:
        of_country.setdefault(entry.values["country"], []).append(entry)
    for country, here in of_country.items():
        if country == NOWHERE:
            continue
        calls = [entry for entry in here if _is_for_danger(entry.values)]
        if not calls:
            raise BrokenLine(
                here[0].line, Sentence("this country has no emergency entry to call that is for all of it")
            )
        first = min(calls, key=lambda entry: int(entry.values["rank"]))
        for entry in here:
            if entry is not first and entry.values["rank"] <= first.values["rank"]:
                raise BrokenLine(entry.line_of("rank"), Sentence("by its rank this comes before the emergency entry"))


def _is_for_danger(values: dict[str, Any]) -> bool:
    return (
        values["kind"] == "emergency" and values["channel"] in ("call", "call_or_text") and values.get("region") is None
    )
