"""What others published opens here too, by the same code that opens a partner's pages and messages."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from mnemonic import Mnemonic

from sync.errors import Unreadable
from sync.sealing.cobblestone import open_sealed, seal
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.invite_words import read_words, words_of

VECTORS = Path(__file__).parents[1] / "vectors" / "share"
AGE = json.loads((VECTORS / "published-age.json").read_text(encoding="utf-8"))
COBBLESTONE = json.loads((VECTORS / "published-cobblestone.json").read_text(encoding="utf-8"))["cases"]
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)

TREZOR = [
    ("00000000000000000000000000000000", "abandon " * 11 + "about"),
    ("7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f", "legal winner thank year wave sausage worth useful legal winner thank yellow"),
    (
        "80808080808080808080808080808080",
        "letter advice cage absurd amount doctor acoustic avoid letter advice cage above",
    ),
    ("ffffffffffffffffffffffffffffffff", "zoo " * 11 + "wrong"),
]
"""Entropy and words. Source: the vectors of BIP 39."""


def bech32(text: str) -> tuple[str, bytes]:
    """The part before the last 1, and the bytes after it, once the checksum holds. Source: BIP 173, of any length."""
    prefix, _, letters = text.lower().rpartition("1")
    fives = [BECH32.index(letter) for letter in letters]
    high, low = [ord(sign) >> 5 for sign in prefix], [ord(sign) & 31 for sign in prefix]
    checksum = 1
    for value in [*high, 0, *low, *fives]:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(GENERATORS):
            checksum ^= generator if top >> bit & 1 else 0
    assert checksum == 1
    bits = "".join(f"{five:05b}" for five in fives[:-6])
    whole = len(bits) // 8
    assert set(bits[whole * 8 :]) <= {"0"}
    return prefix, bytes(int(bits[place * 8 : place * 8 + 8], 2) for place in range(whole))


def unpadded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def test_ages_identity_expands_to_ages_recipient() -> None:
    prefix, seed = bech32(AGE["identity"])
    assert prefix == "age-secret-key-pq-"
    assert bech32(AGE["recipient"]) == ("age1pq", EpochKey(seed).public)


def test_ages_stanza_opens_to_its_file_key() -> None:
    own = EpochKey(bech32(AGE["identity"])[1])
    enc, body = unpadded(AGE["enc"]), unpadded(AGE["body"])
    assert (len(enc), len(body)) == (1_120, 32)
    assert own.open_sealed(enc + body, AGE["info"].encode()).hex() == AGE["file_key"]


def test_ages_stanza_opens_for_nothing_else() -> None:
    own = EpochKey(bech32(AGE["identity"])[1])
    stanza = unpadded(AGE["enc"]) + unpadded(AGE["body"])
    for wire, info in ((stanza, b""), (stanza[:-1] + b"\0", AGE["info"].encode())):
        with pytest.raises(Unreadable):
            own.open_sealed(wire, info)


@pytest.mark.parametrize("case", COBBLESTONE, ids=lambda case: case["about"])
def test_cobblestone_as_it_was_published(case: dict[str, Any]) -> None:
    key, sealed, context = (bytes.fromhex(case[name]) for name in ("key", "sealed", "context"))
    if "sha512" in case:
        assert hashlib.sha512(open_sealed(key, sealed, context)).hexdigest() == case["sha512"]
        return
    with pytest.raises(Unreadable):
        open_sealed(key, sealed, context)


def test_what_is_sealed_here_is_one_chunk() -> None:
    sealed = seal(b"k" * 32, b"words", b"context")
    assert len(sealed) == 72 + len(b"words")
    assert open_sealed(b"k" * 32, sealed, b"context") == b"words"


@pytest.mark.parametrize(("entropy", "words"), TREZOR)
def test_the_words_of_an_invite_are_those_of_bip_39(entropy: str, words: str) -> None:
    assert read_words(words).hex() == entropy
    assert " ".join(words_of(bytes.fromhex(entropy))) == words.strip()
    assert Mnemonic("english").to_mnemonic(bytes.fromhex(entropy)) == words.strip()
