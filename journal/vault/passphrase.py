"""A passphrase as bytes, and one quiet word on its strength."""

import unicodedata
from typing import Literal

from journal.errors import BadInput

LONGEST = 4096
"""Characters. Far beyond what anybody types; keeps a pasted novel out of Argon2id."""

Strength = Literal["short", "fair", "strong"]


def passphrase_bytes(passphrase: str) -> bytearray:
    """NFKC as UTF-8, never trimmed: a space at the end belongs to the passphrase.

    Args:
        passphrase: 1 to 4096 characters.

    Returns:
        Bytes for the caller to wipe.

    Raises:
        BadInput: empty, too long, or not writable as UTF-8.

    Source:
        Security brief, b.2.
    """
    if not passphrase:
        raise BadInput("A passphrase needs at least one character.")
    if len(passphrase) > LONGEST:
        raise BadInput("A passphrase takes at most {longest} characters.", longest=LONGEST)
    try:
        return bytearray(unicodedata.normalize("NFKC", passphrase).encode())
    except UnicodeEncodeError:
        # Without its cause, which holds the whole passphrase.
        raise BadInput("The passphrase holds a character that cannot be kept.") from None


def strength_of(passphrase: str) -> Strength:
    """Length and variety alone: several words beat one clever one. Never a gate.

    Source:
        Our own rule of thumb: 4 words or 16 characters with some variety is strong, 10 is fair.
    """
    variety = len(set(passphrase))
    if variety >= 8 and (len(passphrase) >= 16 or len(passphrase.split()) >= 4):
        return "strong"
    return "fair" if len(passphrase) >= 10 and variety >= 5 else "short"
