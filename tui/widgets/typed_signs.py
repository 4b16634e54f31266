"""Signs that are part of words although Python calls them not printable, as they come from a keyboard.

Persian and Urdu need a joiner between letters, Japanese and French have spaces of their own, emoji are put
together by joiners, and the newest emoji are not in Python's tables yet. A field of Textual lets all of them
fall, one by one; the same words pasted, or typed in plain lines, would keep them.
"""

import unicodedata

from textual import events

_NO_PART_OF_WORDS = ("Cc", "Cs", "Zl", "Zp")
"""Controls, halves of characters, and ends of lines. Source: Unicode Standard, table 4-4."""


def sign_of_words(event: events.Key) -> str | None:
    """The sign that a key brings and a field would let fall; `None` where the field takes it, or nothing shall."""
    sign = event.character
    if sign is None or len(sign) != 1 or sign.isprintable():
        return None
    return None if unicodedata.category(sign) in _NO_PART_OF_WORDS else sign
