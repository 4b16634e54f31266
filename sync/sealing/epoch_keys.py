"""The key pairs that pages are sealed to: ML-KEM-768 with X25519, through HPKE.

    SHAKE256(seed, 96 bytes) = ML-KEM seed (64) || X25519 private key (32)
    public                   = ML-KEM-768 public key (1,184) || X25519 public key (32)

Source: security brief, c.4; the same expansion as the post-quantum identity of C2SP `age.md`.
"""

import hashlib
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from sync.errors import Unreadable
from sync.protocol.sizes import EPOCH_KEY, ML_KEM_PUBLIC

SEED = 32
_ML_KEM_SEED = 64
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


class EpochKey:
    """A key pair of one's own. Prints as stars."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != SEED:
            raise ValueError("the seed of an epoch key is 32 bytes long")
        self.seed = seed
        expanded = hashlib.shake_256(seed).digest(_ML_KEM_SEED + 32)
        ml_kem = MLKEM768PrivateKey.from_seed_bytes(expanded[:_ML_KEM_SEED])
        x25519 = X25519PrivateKey.from_private_bytes(expanded[_ML_KEM_SEED:])
        self._private = hpke.MLKEM768X25519PrivateKey(ml_kem, x25519)
        self.public = ml_kem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        """1,216 bytes, for the partner."""

    @classmethod
    def generate(cls) -> "EpochKey":
        return cls(os.urandom(SEED))

    def __repr__(self) -> str:
        return "EpochKey(***)"

    def open_sealed(self, sealed: bytes, info: bytes) -> bytes:
        """What was sealed to this key.

        Raises:
            Unreadable: sealed to another key, for another purpose, or not a byte as it was.
        """
        try:
            return _SUITE.decrypt(sealed, self._private, info=info)
        except (InvalidTag, ValueError):
            raise Unreadable from None


def seal_to(public: bytes, message: bytes, info: bytes) -> bytes:
    """Seal to a partner's key (1,216 bytes): 1,136 bytes longer, different each time.

    Raises:
        Unreadable: the key has another length, or is one that no honest cairn makes.
    """
    try:
        return _SUITE.encrypt(message, _public_key(public), info=info)
    except ValueError:
        # A low-order X25519 point shows here and not when it is read.
        raise Unreadable from None


def check_public(public: bytes) -> None:
    """Whether a key that came from outside can be sealed to.

    Raises:
        Unreadable: another length, or malformed.
    """
    seal_to(public, b"", b"cairn/v1/check\0")


def _public_key(public: bytes) -> hpke.MLKEM768X25519PublicKey:
    if len(public) != EPOCH_KEY:
        raise Unreadable
    return hpke.MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(public[:ML_KEM_PUBLIC]),
        X25519PublicKey.from_public_bytes(public[ML_KEM_PUBLIC:]),
    )
