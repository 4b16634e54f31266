"""What jrnl calls an entry: a stamp, then words holding a title, a body, a star and tags.

The rules are jrnl 4.6's, found by running it. Left behind where jrnl itself loses words: it cuts the title
short by as many letters as there are blanks before it, and rewrites page breaks in starred entries.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime

from journal.domain.moments import EARLIEST
from journal.errors import BadInput, Sentence
from journal.portable.arriving import ArrivingPage
from journal.portable.fingerprint import Fingerprints

NO_DATE = "The date does not exist, or is in a form cairn cannot read."
LATEST_YEAR = 9998
"""The last whose every hour exists in every zone."""
NO_YEAR = Sentence("The year is not between {first} and {last}.", first=EARLIEST.year, last=LATEST_YEAR)
NO_WORDS = Sentence("there were no words in it, so it was left out.")

_STAMP = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?:[ T](?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?: ?(?P<half>[AaPp])[Mm])?)?"
)
# A sentence ends with its mark, what closes around it, and a blank; the wide marks of Chinese and Japanese
# need no blank. Source: what jrnl 4.6 does with entries of one line.
_SENTENCE_END = re.compile(
    "[.!?\u2026\u203c\u203d\u2047-\u2049\u22ef\ufe52\ufe57]['\"\u2019\u201d]?[])]*\\s+|[\u3002\uff01\uff0e\uff1f\uff61]"
)
_TAG = re.compile(r"(?<!\S)[#@][-+*#/\w]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one entry, taken apart. Either part may be empty."""

    title: str = field(repr=False)
    body: str = field(repr=False)
    starred: bool
    bare_stars: bool
    """More stars stood around the first line than the one that jrnl writes; they are gone from the title."""

    @property
    def is_blank(self) -> bool:
        return not self.title and not self.body.strip()


def read_stamp(stamp: str) -> datetime:
    """Understand what stands between the brackets.

    Args:
        stamp: `2020-06-28 18:22`; also with seconds, `T`, AM or PM, with `/` or `.`, or the day alone.

    Returns:
        Naive wall time; midnight for a day alone, as jrnl has it.

    Raises:
        BadInput: no such day or time, another form, or a year outside 1900 to 9998.
    """
    found = _STAMP.fullmatch(stamp)
    if not found:
        raise BadInput(NO_DATE)
    hour = int(found["hour"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            raise BadInput(NO_DATE)
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    try:
        minute, second = int(found["minute"] or 0), int(found["second"] or 0)
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - jrnl knows no zones
    except ValueError:
        raise BadInput(NO_DATE) from None
    if not EARLIEST.year <= year <= LATEST_YEAR:
        raise BadInput(NO_YEAR)
    return local


def has_no_time(stamp: str) -> bool:
    """Whether a readable stamp is a day alone."""
    return ":" not in stamp


def take_apart(words: str) -> Entry:
    """Part the words behind a stamp into title and body, as jrnl does.

    The title is the first line that is not blank, or the first sentence where no line ends. A star at the
    end of the first line, even of a blank one, is taken as jrnl's mark.
    """
    first = words.splitlines(keepends=True)[0] if words else ""
    starred = first.strip().endswith("*")
    bare = first.strip()
    if starred:
        bare = bare.strip("* ")
        words = bare + "\n" + words[len(first) :]
    bare_stars = starred and first.strip().removesuffix("*").rstrip() != bare
    opened = words.lstrip()
    end = opened.find("\n")
    if end < 0:
        sentence = _SENTENCE_END.search(opened)
        end = sentence.end() if sentence else len(opened)
    return Entry(opened[:end].strip(), opened[end:].strip(), starred, bare_stars)


def tags_among(words: str) -> list[str]:
    """The tags that jrnl finds unless told otherwise: words after `@` or `#`, with that symbol."""
    return _TAG.findall(words)


def page_of(
    entry: Entry,
    local: datetime,
    tags: list[str],
    place: int,
    fingerprints: Fingerprints,
    origin: dict[str, object] | None = None,
) -> ArrivingPage:
    """Make the page that an entry becomes, unless it is blank.

    Args:
        entry: its words.
        local: naive wall time, 1900 to 9998.
        tags: with or without their symbol, in any case and order.
        place: a line or the number of an entry, from 1.
        fingerprints: those of the same file so far.
        origin: fields that cairn has no place for, as JSON values.
    """
    return ArrivingPage(
        fingerprint=fingerprints.take(local, entry.title, entry.body),
        local=local,
        title=entry.title or None,
        body=entry.body,
        tags=_plain(tags),
        origin=origin or None,
        place=place,
        starred=entry.starred,
    )


def _plain(tags: list[str]) -> tuple[str, ...]:
    # jrnl takes a Markdown heading such as ## for a tag; one without a letter or digit says nothing.
    plain = {_without_symbol(tag.lower().strip()) for tag in tags}
    return tuple(sorted(tag for tag in plain if any(character.isalnum() for character in tag)))


def _without_symbol(tag: str) -> str:
    return tag if tag[:1].isalnum() or tag[:1] == "_" else tag[1:].strip()
