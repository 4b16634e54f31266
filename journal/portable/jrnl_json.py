"""jrnl's JSON export: `{"tags": …, "entries": [{title, body, date, time, tags, starred}, …]}`.

Fields that jrnl does not write stay with their entry as `origin`. One broken entry harms no other.
"""

import json
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, ValidationError

from journal.errors import BadInput, Sentence
from journal.portable.arriving import Arrivals, ArrivingPage, BrokenRow
from journal.portable.doubts import Doubts
from journal.portable.fingerprint import Fingerprints
from journal.portable.jrnl_entry import NO_WORDS, Entry, page_of, read_stamp, tags_among

NOT_AN_ENTRY = "It is not an entry as jrnl writes them."
TWICE = "It has the same field twice."
NOT_TEXT = "It holds something that cannot be kept as text."
ANOTHER_SHAPE = "This is JSON, but not jrnl's: at its top there is no list of entries with a body and a time."
MORE_AT_THE_TOP = "Beside its entries and tags, the file holds other things at its top; they were not kept."

_AT_THE_TOP = {"tags", "entries"}


class _Entry(BaseModel):
    """What jrnl writes for an entry. `tags` is absent before jrnl 2."""

    model_config = ConfigDict(extra="ignore", strict=True, hide_input_in_errors=True)

    title: str
    body: str
    date: str
    time: str
    tags: list[str] | None = None
    starred: bool = False


class _Twice(dict[str, object]):
    """An object that has the same field more than once, which a plain dict would hide."""


def read_json(text: str) -> Arrivals:
    """Read jrnl's JSON of any length.

    Raises:
        BadInput: not JSON, naming line and column, or JSON of another shape.
    """
    top = _parse(text)
    entries = top.get("entries") if isinstance(top, dict) and not isinstance(top, _Twice) else None
    if not isinstance(top, dict) or not isinstance(entries, list) or (entries and not _any_is_jrnls(entries)):
        raise BadInput(ANOTHER_SHAPE)
    pages, broken = [], []
    fingerprints, doubts = Fingerprints(), Doubts("entry")
    for number, raw in enumerate(entries, start=1):
        try:
            page = _page(raw, number, fingerprints, doubts)
        except BadInput as problem:
            broken.append(BrokenRow(Sentence("entry {place}", place=number), problem.said))
        else:
            pages += [page] if page else []
    unknown = sorted({name for page in pages for name in page.origin or ()})
    beside = () if top.keys() <= _AT_THE_TOP else (MORE_AT_THE_TOP,)
    return Arrivals("jrnl", tuple(pages), tuple(broken), tuple(unknown), doubts.sentences() + beside)


def _parse(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as problem:
        where = Sentence("line {line}, column {column}", line=problem.lineno, column=problem.colno)
    except (ValueError, RecursionError):
        where = Sentence("a number too long or lists too deep to read")
    # Without its cause, which holds the whole file.
    raise BadInput("This file starts as JSON, but goes wrong at {where}.", where=where)


def _object(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    fields = list(pairs)
    whole = dict(fields)
    return whole if len(whole) == len(fields) else _Twice(whole)


def _any_is_jrnls(entries: list[object]) -> bool:
    return any(isinstance(entry, dict) and entry.keys() & {"body", "time"} for entry in entries)


def _page(raw: object, number: int, fingerprints: Fingerprints, doubts: Doubts) -> ArrivingPage | None:
    if isinstance(raw, _Twice):
        raise BadInput(TWICE)
    if not isinstance(raw, dict):
        raise BadInput(NOT_AN_ENTRY)
    _check_storable(raw)
    fields = _checked(raw)
    local = read_stamp(f"{fields.date} {fields.time}")
    # jrnl leaves a line end before the title of a starred entry whose first line is blank.
    title, _, more = fields.title.strip().partition("\n")
    body = f"{more}\n{fields.body}" if more else fields.body
    entry = Entry(title.rstrip(), body, fields.starred, bare_stars=False)
    tags = tags_among(f"{fields.title}\n{fields.body}") if fields.tags is None else fields.tags
    origin = {name: value for name, value in raw.items() if name not in _Entry.model_fields}
    if entry.is_blank:
        doubts.add(NO_WORDS, number)
        return None
    return page_of(entry, local, tags, number, fingerprints, origin)


def _checked(raw: dict[str, object]) -> _Entry:
    try:
        return _Entry.model_validate(raw)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
    field = str(first["loc"][0])
    if first["type"] == "missing":
        raise BadInput("It has no {field}.", field=field)
    raise BadInput("Its {field} is not what jrnl writes there.", field=field)


def _check_storable(raw: dict[str, object]) -> None:
    # Half an emoji, or a number that is none: Python reads both, and neither can be written again.
    try:
        json.dumps(raw, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        storable = False
    else:
        storable = True
    # Outside the handler: the cause holds the words.
    if not storable:
        raise BadInput(NOT_TEXT)
