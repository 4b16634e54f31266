"""Twenty random bytes as fifteen words to write on paper, and back.

The list is the English one of the `mnemonic` package; its checksum of 5 bits catches 31 of 32 slips.
"""

import os
from typing import TYPE_CHECKING

from journal.errors import WrongWords

if TYPE_CHECKING:
    from mnemonic import Mnemonic

SECRET_BYTES = 20
WORDS = 15
SHORTEST = 4
"""The first four letters of a word name it (true of every word on the list)."""


class RecoveryWords:
    """The fifteen words. Shown once, never stored, and printing as stars."""

    def __init__(self, words: tuple[str, ...], secret: bytes) -> None:
        self.words = words
        self.secret = secret

    def __repr__(self) -> str:
        return "RecoveryWords(***)"


def new_recovery_words() -> RecoveryWords:
    """Draw 160 random bits, which need no slow key derivation."""
    secret = os.urandom(SECRET_BYTES)
    return RecoveryWords(tuple(_mnemonic().to_mnemonic(secret).split()), secret)


def read_recovery_words(text: str) -> RecoveryWords:
    """Understand words as typed: any case and spacing, four letters are enough.

    Args:
        text: fifteen words.

    Raises:
        WrongWords: not fifteen; one that is not on the list, named by its place; or a failed checksum.
    """
    typed = text.lower().split()
    if len(typed) != WORDS:
        raise WrongWords(
            "Recovery words are {count} words.", hint="They were shown when the journal was made.", count=WORDS
        )
    mnemonic = _mnemonic()
    words = tuple(_whole_word(mnemonic.wordlist, word, place) for place, word in enumerate(typed, 1))
    try:
        secret = bytes(mnemonic.to_entropy(list(words)))
    except ValueError as problem:
        raise WrongWords("A word is wrong or out of place.") from problem
    return RecoveryWords(words, secret)


def _mnemonic() -> "Mnemonic":
    # A check-in from the shell opens with a passphrase and must not wait for the list of words.
    from mnemonic import Mnemonic

    return Mnemonic("english")


def _whole_word(wordlist: list[str], typed: str, place: int) -> str:
    if typed in wordlist:
        return typed
    fitting = [word for word in wordlist if len(typed) >= SHORTEST and word.startswith(typed)]
    if len(fitting) != 1:
        raise WrongWords("Word {place} is not on the list.", place=place)
    return fitting[0]
