"""A list of JSON objects, read so that each of them, and each of their fields, knows the line of the file it is on."""

import json
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from journal.errors import BadInput, Sentence

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_NESTED_TOO_DEEPLY: Final = Sentence("things stand inside one another too deeply")
_NO_JSON: Final = Sentence("this is not JSON")


class BrokenLine(BadInput):
    """A line of a file that cannot be used as it is. Says which line and what is wrong; holds nothing of the file."""

    code = "broken-line"
    hint = "Nothing was changed."

    def __init__(self, line: int, rule: Sentence) -> None:
        super().__init__("Line {line}: {rule}.", line=line, rule=rule)
        self.line = line
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of the list."""

    line: int
    """Of its opening brace, from 1."""
    values: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)
    """Of each field's name."""
    item_lines: dict[str, list[int]] = field(default_factory=dict)
    """Of each item, for the fields that are lists."""

    def line_of(self, name: str, item: int | None = None) -> int:
        """The line of a field, or of one item of it; of the whole entry where it has none of that name."""
        if item is not None and name in self.item_lines:
            return self.item_lines[name][item]
        return self.lines.get(name, self.line)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a file has: the list, and what stands beside it."""

    entries: list[Entry]
    beside: dict[str, Any]
    """Fields of the object that holds the list; none where the file is a list alone."""
    beside_lines: dict[str, int]


def read_listed(text: str, key: str) -> Listed:
    """Read a file that is a list of objects, or an object that holds such a list under `key`.

    Raises:
        BrokenLine: it is no such thing, or a name stands twice in one object.
    """
    return _Reader(text).whole(key)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._decoder = json.JSONDecoder(parse_constant=self._no_number)
        self._at = 0

    def whole(self, key: str) -> Listed:
        self._skip()
        if self._next() == "[":
            listed = Listed(self._entries(), {}, {})
        elif self._next() == "{":
            listed = self._holder(key)
        else:
            self._refuse(Sentence("a list in square brackets has to begin here"))
        self._skip()
        if self._at < len(self._text):
            self._refuse(Sentence("the list has ended, and nothing may follow it"))
        return listed

    def _holder(self, key: str) -> Listed:
        entries: list[Entry] | None = None
        beside: dict[str, Any] = {}
        lines: dict[str, int] = {}
        self._take("{")
        while self._goes_on("}", first=not lines):
            name, line = self._name(lines)
            if name == key:
                if self._next() != "[":
                    self._refuse(Sentence("a list in square brackets has to begin here"))
                entries = self._entries()
            else:
                beside[name] = self._value()
            lines[name] = line
        if entries is None:
            raise BrokenLine(self._line(self._at - 1), Sentence('there is no list called "{key}"', key=key))
        return Listed(entries, beside, lines)

    def _entries(self) -> list[Entry]:
        entries: list[Entry] = []
        self._take("[")
        while self._goes_on("]", first=not entries):
            if self._next() != "{":
                self._refuse(Sentence("an entry in curly brackets has to begin here"))
            entries.append(self._entry())
        return entries

    def _entry(self) -> Entry:
        entry = Entry(self._line(self._at), {})
        self._take("{")
        while self._goes_on("}", first=not entry.lines):
            name, line = self._name(entry.lines)
            if self._next() == "[":
                entry.values[name], entry.item_lines[name] = self._list()
            else:
                entry.values[name] = self._value()
            entry.lines[name] = line
        return entry

    def _list(self) -> tuple[list[Any], list[int]]:
        values: list[Any] = []
        lines: list[int] = []
        self._take("[")
        while self._goes_on("]", first=not values):
            lines.append(self._line(self._at))
            values.append(self._value())
        return values, lines

    def _name(self, known: dict[str, int]) -> tuple[str, int]:
        line = self._line(self._at)
        if self._next() != '"':
            self._refuse(Sentence("a name in quotation marks is wanted here"))
        name = str(self._value())
        if name in known:
            raise BrokenLine(line, Sentence("a name stands twice in one entry"))
        self._skip()
        self._take(":")
        self._skip()
        return name, line

    def _value(self) -> Any:
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as problem:
            # Without its cause, which holds the file.
            raise BrokenLine(self._line(problem.pos), _NO_JSON) from None
        except RecursionError:
            raise BrokenLine(self._line(self._at), _NESTED_TOO_DEEPLY) from None
        except ValueError:
            raise BrokenLine(self._line(self._at), Sentence("a number has too many digits")) from None
        return value

    def _goes_on(self, end: str, *, first: bool) -> bool:
        """Whether another one follows; what separates them is taken."""
        self._skip()
        if self._next() == end:
            self._at += 1
            return False
        if not first:
            self._take(",")
            self._skip()
        return True

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            self._refuse(_WANTED[sign])
        self._at += 1

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _line(self, at: int) -> int:
        return bisect_right(self._starts, max(at, 0))

    def _no_number(self, _: str) -> NoReturn:
        self._refuse(_NO_JSON)

    def _refuse(self, rule: Sentence) -> NoReturn:
        raise BrokenLine(self._line(self._at), rule)


_WANTED: Final = {
    ",": Sentence("a comma is wanted here"),
    ":": Sentence("a colon is wanted here"),
    "{": Sentence("a curly bracket is wanted here"),
    "[": Sentence("a square bracket is wanted here"),
}
