"""From what a person typed to a full-text query in which nothing is syntax, and to the places where its words stand."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

Place = tuple[int, int]
"""Where a word begins and where it ends, as slice indices."""


def search_query(typed: str) -> str:
    """Quote every word; the last one may be the start of a word.

    Args:
        typed: any text. Punctuation and brackets are words' neighbours, never syntax.

    Returns:
        An FTS5 query, empty when there is no word in it.
    """
    return " ".join(search_terms(typed))


def search_terms(typed: str) -> list[str]:
    """Each word as a full-text query of its own; the last one may be the start of a word."""
    quoted = [f'"{part}"' for part in _parts(typed)]
    return [*quoted[:-1], quoted[-1] + "*"] if quoted else []


def places(text: str, typed: str) -> tuple[Place, ...]:
    """Where in a text the words stand that were looked for.

    Args:
        text: any text.
        typed: what was looked for, as `search_terms` takes it.

    Returns:
        Places that do not overlap, in order; none where nothing was looked for.

    Source:
        The rules of the index, `unicode61 remove_diacritics 2`: letters, digits and what is joined to them are a
        word; case and marks above or below a letter make no difference. Signs that are newer than its tables (Unicode
        6.1), many emoji among them, belong to a word beside them there; here they are left unmarked.
    """
    parts = _parts(typed)
    if not parts:
        return ()
    known = list(_words(text))
    folded = [word for word, _ in known]
    found: list[Place] = []
    for at, part in enumerate(parts):
        wanted = [word for word, _ in _words(part)]
        found += [
            (known[first][1][0], known[first + len(wanted) - 1][1][1])
            for first in _beginnings(folded, wanted, may_go_on=at == len(parts) - 1)
        ]
    return tuple(_joined(sorted(found)))


def _parts(typed: str) -> list[str]:
    # A quote is the one character that could end the quoting, and NUL would end the query.
    parts = re.split(r'[\s"\x00]+', typed)
    return [part for part in parts if any(character.isalnum() for character in part)]


def _beginnings(known: Sequence[str], wanted: Sequence[str], *, may_go_on: bool) -> Iterator[int]:
    """Where some words stand one after the other; the last may be the start of a longer one."""
    last = len(wanted) - 1
    for first in range(len(known) - last) if wanted else ():
        fits = known[first : first + last] == wanted[:last]
        end = known[first + last]
        if fits and (end.startswith(wanted[last]) if may_go_on else end == wanted[last]):
            yield first


def _joined(found: Sequence[Place]) -> Iterator[Place]:
    """Places in order; those that share a word are one."""
    here: Place | None = None
    for start, end in found:
        if here is not None and start < here[1]:
            here = (here[0], max(end, here[1]))
            continue
        if here is not None:
            yield here
        here = (start, end)
    if here is not None:
        yield here


def _words(text: str) -> Iterator[tuple[str, Place]]:
    """Each word as it is compared, and its place."""
    start = -1
    for index, character in enumerate(text):
        if start < 0 and _begins_a_word(character):
            start = index
        elif start >= 0 and not (_begins_a_word(character) or _is_mark(character)):
            yield _folded(text[start:index]), (start, index)
            start = -1
    if start >= 0:
        yield _folded(text[start:]), (start, len(text))


@lru_cache(maxsize=4096)
def _begins_a_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


@lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return "".join(_plain(character) for character in word)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    apart = unicodedata.normalize("NFD", character)
    return "".join(part for part in apart.lower() if not _is_mark(part))
