"""One JSON document with everything in it: the records of an archive, a list a kind, a record a line.

For people and programs to read; what cairn reads back is the archive.
"""

import json
from collections.abc import Callable, Iterable
from typing import IO

from journal.domain.leaving import LEAVING_KINDS, Taken
from journal.portable.records import NAMES, record_line, record_of

FORMAT = "cairn-json"
VERSION = 2


def write_json_document(
    file: IO[bytes], everything: Callable[[str], Iterable[Taken]], made_at: str, told: Callable[[], object]
) -> dict[str, int]:
    """Write the document, one record at a time.

    Args:
        file: open for writing, empty.
        everything: gives all of a kind, one of `LEAVING_KINDS`.
        made_at: UTC instant, ISO 8601.
        told: called after each record.

    Returns:
        How many records there are, by kind.

    Raises:
        OSError: the disk did not take it.
    """
    head = {"format": FORMAT, "version": VERSION, "made_at": made_at}
    file.write(json.dumps(head, indent=1).removesuffix("\n}").encode())
    counts = dict.fromkeys(LEAVING_KINDS, 0)
    for kind in LEAVING_KINDS:
        file.write(f',\n "{NAMES[kind]}": ['.encode())
        for one in everything(kind):
            file.write(b",\n  " if counts[kind] else b"\n  ")
            file.write(record_line(record_of(one)))
            counts[kind] += 1
            told()
        file.write(b"\n ]" if counts[kind] else b"]")
    file.write(b"\n}\n")
    return counts
