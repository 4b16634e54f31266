"""Recovery words, all of the list: the third answer to a slip, and the short way to type each word."""

import hashlib

import pytest
from mnemonic import Mnemonic

from journal.errors import WrongWords
from journal.vault.header import Header
from journal.vault.key_slots import open_with_recovery, seal_with_recovery
from journal.vault.recovery_words import SECRET_BYTES, WORDS, read_recovery_words
from journal.vault.secrets import RootKey

MNEMONIC = Mnemonic("english")
LIST = MNEMONIC.wordlist
SECRET = hashlib.sha256(b"words on paper").digest()[:SECRET_BYTES]
PAPER = MNEMONIC.to_mnemonic(SECRET).split()
BITS_A_WORD, CHECKED_BITS = 11, 5


@pytest.fixture(scope="module")
def header() -> Header:
    """A header that the words on paper open."""
    return Header(bytes(16), 1, (seal_with_recovery(RootKey(bytearray(32)), SECRET, bytes(16)),))


def slip_that_passes_the_checksum(place: int) -> str:
    """The words on paper with another word in this place, counted from 0, which the checksum does not notice."""
    for word in LIST:
        words = [*PAPER[:place], word, *PAPER[place + 1 :]]
        if word != PAPER[place] and MNEMONIC.check(" ".join(words)):
            return " ".join(words)
    raise AssertionError("one slip in 32 passes, so there is one")


@pytest.mark.parametrize("place", range(WORDS))
def test_a_slip_that_the_checksum_does_not_notice_opens_nothing_and_says_so(header: Header, place: int) -> None:
    read = read_recovery_words(slip_that_passes_the_checksum(place))
    with pytest.raises(WrongWords) as refused:
        open_with_recovery(header, read.secret)
    assert str(refused.value) == "These do not open this journal."


def test_the_words_on_paper_open_it(header: Header) -> None:
    root = open_with_recovery(header, read_recovery_words(" ".join(PAPER)).secret)
    assert root.reveal_for_wrapping() == bytes(32)


def with_checksum(words: list[str]) -> tuple[bytes, str]:
    """Fourteen words and the first fifteenth that fits them, with what they all stand for."""
    bits = 0
    for word in words:
        bits = bits << BITS_A_WORD | LIST.index(word)
    secret = (bits << BITS_A_WORD - CHECKED_BITS).to_bytes(SECRET_BYTES, "big")
    return secret, MNEMONIC.to_mnemonic(secret)


def test_four_letters_of_any_word_on_the_list_are_read_as_that_word() -> None:
    read = set()
    for first in range(0, len(LIST), WORDS - 1):
        chunk = (LIST[first:] + LIST)[: WORDS - 1]
        secret, text = with_checksum(chunk)
        assert text.split()[:-1] == chunk
        short = read_recovery_words(" ".join(word[:4] for word in text.split()))
        assert (short.secret, " ".join(short.words)) == (secret, text)
        read.update(chunk)
    assert read == set(LIST)
