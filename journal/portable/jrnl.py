"""Files from jrnl, in its text or its JSON, told apart by what is in them.

No database and no clock: what is new and where it goes is decided elsewhere.
"""

import re

from journal.errors import BadInput
from journal.portable.arriving import Arrivals
from journal.portable.jrnl_json import read_json
from journal.portable.jrnl_text import read_text, starts_an_entry

EMPTY = "There is nothing in this file."
LOCKED = "This jrnl file is encrypted, and cairn cannot open it."
UNLOCK = "Let jrnl write a readable one: jrnl --format json --file FILE. Delete that file when you are done."
WRITE_UTF8 = "jrnl writes UTF-8 with: jrnl --format json --file FILE"

# Source: jrnl's own encrypted files: version 3 has a name, version 2 is a Fernet token.
_LOCKED_STARTS = (b"JRNLv3", b"gAAAAA")
_LOOKS_LIKE_JSON = re.compile(r"\s*(?:\{|\[\s*[{\]])")


def read_jrnl(content: bytes) -> Arrivals:
    """Understand a whole jrnl file; text and JSON of one journal give the same pages.

    The same but for seconds: jrnl's JSON has none, so they are in `local` from its text alone.

    Args:
        content: all of the file, UTF-8, with or without a byte order mark.

    Raises:
        BadInput: not UTF-8, encrypted, empty, JSON of another shape, or a text without an entry.
    """
    if content.startswith(_LOCKED_STARTS):
        raise BadInput(LOCKED, hint=UNLOCK)
    text = _decoded(content)
    if not text.strip():
        raise BadInput(EMPTY)
    # Line ends inside JSON's words are escaped, so a line that starts as an entry is never JSON's.
    if _LOOKS_LIKE_JSON.match(text) and not starts_an_entry(text):
        return read_json(text)
    return read_text(text)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        byte = problem.start
    # Outside the handler: its cause holds the whole file.
    line = content.count(b"\n", 0, byte) + 1
    raise BadInput(
        "This file is not UTF-8 text: byte {byte}, on line {line}, does not fit.",
        hint=WRITE_UTF8,
        byte=byte + 1,
        line=line,
    )
