"""Sixteen random bytes as twelve words to say to one person, and back. A checksum of 4 bits catches 15 of 16 slips."""

from journal.errors import BadInput
from journal.vault import recovery_words, word_list
from sync.protocol.sizes import CODE

WORDS = 12


class InviteWords(BadInput):
    """Words of an invite that hold a slip."""

    code = "wrong-words"
    sentence = "These are not the words of an invite."
    hint = "An invite has 12 words. Ask for them again if you are not sure."


class LooksLikeRecoveryWords(InviteWords):
    """As many words as recovery words have."""

    code = "recovery-words"
    sentence = "These look like recovery words. Keep them to yourself. An invite has 12 words."
    hint = ""


def new_code() -> bytes:
    """128 random bits: nobody tries them out, so that no slow derivation is needed."""
    return word_list.draw(CODE)


def words_of(code: bytes) -> tuple[str, ...]:
    """Twelve words."""
    return word_list.words_for(code)


def read_words(typed: str) -> bytes:
    """Understand words as typed: any case and spacing, four letters are enough.

    Raises:
        LooksLikeRecoveryWords: fifteen of them.
        InviteWords: not twelve; one that is not on the list, named by its place; or a failed checksum.
    """
    words = typed.lower().split()
    if len(words) == recovery_words.WORDS:
        raise LooksLikeRecoveryWords
    if len(words) != WORDS:
        raise InviteWords("An invite has {count} words.", hint="Ask for them again if you are not sure.", count=WORDS)
    return word_list.secret_behind(words, InviteWords)
