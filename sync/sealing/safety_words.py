"""Four words that two people compare aloud, so that nobody stands between them unnoticed."""

from journal.vault.word_list import word_at
from sync.protocol.digests import digest

WORDS = 4
_BITS_A_WORD = 11


def safety_words(first_body: bytes, second_body: bytes, revealed: bytes) -> tuple[str, ...]:
    """Four words from the first 44 bits of what was fixed before the last thing was revealed.

    Trap: nothing that is chosen after `revealed` (the third and fourth message, the contributions) may ever be covered
    too. Somebody in the middle could try those until the words match. Source: security brief, c.3.

    Args:
        first_body: the first message without its seal: the commitment, the kind, the group, until when.
        second_body: the second message without its seal: the public key and the random bytes of who joined.
        revealed: public key and random bytes of who invited, which the first message commits to.
    """
    bits = int.from_bytes(digest(b"cairn/v1/sas", first_body, second_body, revealed), "big")
    places = range(256 - _BITS_A_WORD, 256 - _BITS_A_WORD * (WORDS + 1), -_BITS_A_WORD)
    return tuple(word_at((bits >> place) % 2**_BITS_A_WORD) for place in places)
