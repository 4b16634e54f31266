"""Key pairs: what is sealed to one is opened by it alone, and a key that came from outside is looked at first (P3)."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.errors import Unreadable
from sync.protocol.sizes import EPOCH_KEY, HPKE_OVERHEAD
from sync.sealing.epoch_keys import EpochKey, check_public, seal_to
from tests.sealing.hostile_keys import HONEST, HOSTILE

OWN = EpochKey(bytes(range(32)))
INFO = b"cairn/v1/test\0"


def test_what_is_sealed_to_a_key_is_opened_by_it() -> None:
    sealed = seal_to(OWN.public, b"words", INFO)
    assert len(sealed) == len(b"words") + HPKE_OVERHEAD
    assert OWN.open_sealed(sealed, INFO) == b"words"


def test_sealing_twice_gives_other_bytes() -> None:
    assert seal_to(OWN.public, b"words", INFO) != seal_to(OWN.public, b"words", INFO)


def test_a_key_pair_comes_whole_from_its_seed() -> None:
    seed = bytes(range(32))
    expanded = hashlib.shake_256(seed).digest(96)
    ml_kem = MLKEM768PrivateKey.from_seed_bytes(expanded[:64]).public_key().public_bytes_raw()
    x25519 = X25519PrivateKey.from_private_bytes(expanded[64:]).public_key().public_bytes_raw()
    assert EpochKey(seed).public == ml_kem + x25519
    assert len(ml_kem + x25519) == EPOCH_KEY


def test_keys_are_drawn_each_time() -> None:
    assert EpochKey.generate().seed != EpochKey.generate().seed


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_seed_has_32_bytes(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        EpochKey(bytes(length))


def test_another_key_another_purpose_or_another_byte_is_unreadable() -> None:
    sealed = seal_to(OWN.public, b"words", INFO)
    attempts = [
        (EpochKey.generate(), sealed, INFO),
        (OWN, sealed, b"cairn/v1/other\0"),
        (OWN, sealed, b""),
        (OWN, sealed[:-1], INFO),
        (OWN, sealed + b"\0", INFO),
        (OWN, b"", INFO),
        (OWN, sealed[:1_120], INFO),
        (OWN, sealed[:100], INFO),
        *((OWN, sealed[:at] + bytes([sealed[at] ^ 0x80]) + sealed[at + 1 :], INFO) for at in range(0, len(sealed), 97)),
    ]
    for key, wire, info in attempts:
        with pytest.raises(Unreadable):
            key.open_sealed(wire, info)


def test_an_honest_key_passes() -> None:
    check_public(HONEST)


@pytest.mark.parametrize("public", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_key_that_no_honest_cairn_makes_is_never_sealed_to(public: bytes) -> None:
    with pytest.raises(Unreadable):
        check_public(public)
    with pytest.raises(Unreadable):
        seal_to(public, b"words", INFO)


def test_an_encapsulation_of_low_order_opens_nothing() -> None:
    sealed = seal_to(OWN.public, b"words", INFO)
    for name, public in HOSTILE.items():
        if name.startswith("an X25519"):
            with pytest.raises(Unreadable):
                OWN.open_sealed(sealed[:1_088] + public[-32:] + sealed[1_120:], INFO)
