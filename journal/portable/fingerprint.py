"""How cairn knows an entry again: one fingerprint, whatever export it comes in.

Layout of what is hashed, UTF-8, parts parted by one line feed that none of them can hold:

    part         form
    day          `2020-06-28`
    minute       `18:22`
    occurrence   `1`, `2`, … among the entries with the same day, minute and words, in file order
    words        title and body, without white space and without the stars around the title, NFC

Seconds, the star, tags and white space stay out, because exports of one journal disagree on them: jrnl's
JSON has no seconds, its text can lose a star, and it cuts a title short where spaces stand before it.
"""

import unicodedata
from collections import Counter
from datetime import datetime
from hashlib import sha256


class Fingerprints:
    """The fingerprints of one file, taken in its order."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def take(self, local: datetime, title: str | None, body: str) -> str:
        """The next fingerprint for these words at this wall time: 64 hex digits, different each time."""
        # strftime would write the year 999 with three digits on one platform and four on another.
        moment = local.isoformat(sep="\n", timespec="minutes")
        day, minute = moment.split("\n")
        words = _words_alone(title, body)
        self._seen[day, minute, words] += 1
        occurrence = self._seen[day, minute, words]
        return sha256(f"{day}\n{minute}\n{occurrence}\n{words}".encode()).hexdigest()


def _words_alone(title: str | None, body: str) -> str:
    first = "".join((title or "").split()).strip("*")
    return unicodedata.normalize("NFC", first + "".join(body.split()))
