"""Words as Markdown that shows them as they were typed, and in which nothing they hold is markup.

For reading: what acts on a terminal is left out, as everywhere that cairn shows words. Every byte is in the archive.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029\x85\x0b\x0c]")
_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")

# Source: CommonMark 0.31, sections 2.4, 4 and 6; tables, tasks and strikethrough of GitHub's dialect; `%%` of others.
_ANYWHERE = re.compile(r"[\\`*_\[\]<|~]|&(?=[#A-Za-z])|%(?=%)|(?<=%)%")
_OPENS_A_BLOCK = re.compile(r"(?P<sign>[#>+=:-])|(?P<number>[0-9]{1,9})(?P<ends>[.)])")
_TAB, _HELD_BLANK = "    ", "\u00a0"
"""A line's blanks at its start would make it code, or go; those that are held are shown and mean nothing."""

BREAK = "  \n"
"""Two blanks before a line end: the line ends where the person ended it."""


Fields = Mapping[str, str | bool | Sequence[str]]
"""What stands before a page, by our own names."""


def paragraphs(words: str) -> str:
    """Words of any length as paragraphs: a line a line, an empty line between two paragraphs.

    Args:
        words: anything; none of it is taken for markup.

    Returns:
        Markdown without a line end at its end; empty for words of which nothing can be seen.
    """
    lines = [_line(line) for line in _LINE_ENDS.split(words)]
    parts: list[list[str]] = [[]]
    for line in lines:
        if line:
            parts[-1].append(line)
        elif parts[-1]:
            parts.append([])
    return "\n\n".join(BREAK.join(part) for part in parts if part)


def one_line(words: str) -> str:
    """Words as one line, for a heading or the words of a link."""
    joined = " ".join(_ACTS.sub("", _LINE_ENDS.sub(" ", words)).split())
    return _marks_escaped(joined).replace("#", "\\#")


def front_matter(fields: Fields) -> str:
    """Fields before the first line of a page, as YAML that no word can break out of.

    Args:
        fields: those that are empty are left out.
    """
    lines = [f"{name}: {_yaml(value)}" for name, value in fields.items() if value not in ("", (), [])]
    return "\n".join(["---", *lines, "---"])


def link(words: str, path: str) -> str:
    """A link to one of our own files, by a path of our own making."""
    return f"[{one_line(words) or path}]({path})"


def page(parts: Iterable[str]) -> bytes:
    """The parts of a page, those that are empty left out, as the bytes of its file."""
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _line(line: str) -> str:
    bare = _ACTS.sub("", line).rstrip(" \t")
    words = bare.lstrip(" \t")
    blanks = bare[: len(bare) - len(words)].replace("\t", _TAB).replace(" ", _HELD_BLANK)
    return blanks + _opening_escaped(_marks_escaped(words))


def _marks_escaped(words: str) -> str:
    return _ANYWHERE.sub(lambda mark: f"\\{mark[0]}", words)


def _opening_escaped(line: str) -> str:
    opens = _OPENS_A_BLOCK.match(line)
    if not opens:
        return line
    place = opens.start("sign") if opens["sign"] else opens.start("ends")
    return f"{line[:place]}\\{line[place:]}"


def _yaml(value: str | bool | Sequence[str]) -> str:
    """JSON is YAML, but for what YAML takes for line ends or does not print: left out, as in the page."""
    kept: object = value
    if isinstance(value, str):
        kept = _plain(value)
    elif not isinstance(value, bool):
        kept = [_plain(word) for word in value]
    return json.dumps(kept, ensure_ascii=False)


def _plain(words: str) -> str:
    return _ACTS.sub("", _LINE_ENDS.sub(" ", words))
