"""Key material that can be wiped, and that never prints itself."""

import hashlib
import hmac
import os

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

ROOT_BYTES = 32
_DATABASE = b"cairn/v1/db\0"
_HEADER_MAC = b"cairn/v1/header-mac\0"
_HEX = b"0123456789abcdef"


class RootKey:
    """The 32 random bytes that everything else comes from. Prints as stars."""

    def __init__(self, content: bytearray) -> None:
        if len(content) != ROOT_BYTES:
            raise ValueError("a root key is 32 bytes long")
        self._content = content

    @classmethod
    def generate(cls) -> "RootKey":
        return cls(bytearray(os.urandom(ROOT_BYTES)))

    def __repr__(self) -> str:
        return "RootKey(***)"

    def reveal_for_wrapping(self) -> bytearray:
        """The bytes themselves: for a key slot and nothing else."""
        return self._content

    def database_key(self) -> bytearray:
        """The SQLCipher raw key, `x'` + 64 hex digits + `'`: 67 bytes for the caller to wipe.

        Built without ever making a `str`, which could not be wiped. Source: security brief, b.4 step 5.
        """
        derived = self._expand(_DATABASE)
        # Of its full length from the start: growing it would leave parts of the key behind in memory.
        key = bytearray(3 + 2 * ROOT_BYTES)
        key[0], key[1], key[-1] = b"x''"
        for place, byte in enumerate(derived):
            key[2 + 2 * place] = _HEX[byte >> 4]
            key[3 + 2 * place] = _HEX[byte & 15]
        wipe(derived)
        return key

    def header_mac(self, covered: bytes) -> bytes:
        """HMAC-SHA256 (32 bytes) over the header's bytes up to and including `---`."""
        key = self._expand(_HEADER_MAC)
        try:
            return hmac.new(key, covered, hashlib.sha256).digest()
        finally:
            wipe(key)

    def wipe(self) -> None:
        """Overwrite the bytes. The key is of no use afterwards."""
        wipe(self._content)

    def _expand(self, label: bytes) -> bytearray:
        derived = bytearray(ROOT_BYTES)
        HKDFExpand(SHA256(), ROOT_BYTES, label).derive_into(self._content, derived)
        return derived


def wipe(content: bytearray) -> None:
    """Overwrite every byte with zero."""
    content[:] = bytes(len(content))
