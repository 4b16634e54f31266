"""Twenty random bytes as fifteen words to write on paper, and back. Their checksum of 5 bits catches 31 of 32 slips."""

from journal.errors import WrongWords
from journal.vault import word_list

SECRET_BYTES = 20
WORDS = 15


class RecoveryWords:
    """The fifteen words. Shown once, never stored, and printing as stars."""

    def __init__(self, words: tuple[str, ...], secret: bytes) -> None:
        self.words = words
        self.secret = secret

    def __repr__(self) -> str:
        return "RecoveryWords(***)"


def new_recovery_words() -> RecoveryWords:
    """Draw 160 random bits, which need no slow key derivation."""
    secret = word_list.draw(SECRET_BYTES)
    return RecoveryWords(word_list.words_for(secret), secret)


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
    secret = word_list.secret_behind(typed, WrongWords)
    return RecoveryWords(word_list.words_for(secret), secret)
