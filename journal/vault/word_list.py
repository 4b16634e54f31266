"""Random bytes as words to write down or to say, and back.

The list is the English one of the `mnemonic` package: 2,048 words, 11 bits each. A whole phrase ends in a checksum of
one bit for every 32 that it stands for.
"""

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from journal.errors import CairnError

if TYPE_CHECKING:
    from mnemonic import Mnemonic

SHORTEST = 4
"""The first four letters of a word name it (true of every word on the list)."""
NEVER_DRAWN = frozenset({"addict", "better", "client", "patient", "symptom", "target"})
"""Words of the list that cairn says to nobody: nobody is asked to write down that they are one. They are still read."""


def draw(size: int) -> bytes:
    """Random bytes, for words that cairn says.

    Drawing again costs the chance of guessing them less than a tenth of a bit.

    Args:
        size: sixteen or twenty.
    """
    while True:
        secret = os.urandom(size)
        if NEVER_DRAWN.isdisjoint(words_for(secret)):
            return secret


def words_for(secret: bytes) -> tuple[str, ...]:
    """Sixteen bytes as twelve words, twenty as fifteen, with the checksum in the last one."""
    return tuple(_mnemonic().to_mnemonic(secret).split())


def secret_behind(typed: Sequence[str], slip: type[CairnError]) -> bytes:
    """The bytes that words stand for, in small letters as typed: four letters of each are enough.

    Args:
        typed: as many words as were given once.
        slip: what is raised for a word that is not on the list, named by its place, and for a failed checksum.
    """
    whole = [_whole_word(word, place, slip) for place, word in enumerate(typed, 1)]
    try:
        return bytes(_mnemonic().to_entropy(whole))
    except ValueError:
        # What the library says of it repeats the words.
        raise slip("A word is wrong or out of place.") from None


def word_at(place: int) -> str:
    """The word for a number from 0 to 2,047."""
    return _mnemonic().wordlist[place]


def _whole_word(typed: str, place: int, slip: type[CairnError]) -> str:
    listed = _mnemonic().wordlist
    if typed in listed:
        return typed
    fitting = [word for word in listed if len(typed) >= SHORTEST and word.startswith(typed)]
    if len(fitting) != 1:
        raise slip("Word {place} is not on the list.", place=place)
    return fitting[0]


@cache
def _mnemonic() -> "Mnemonic":
    # A check-in from the shell opens with a passphrase and must not wait for the list of words.
    from mnemonic import Mnemonic

    return Mnemonic("english")
