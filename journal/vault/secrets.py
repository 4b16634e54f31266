"""Key material that can be wiped, and that never prints itself."""

import hashlib
import hmac
import os
from typing import Protocol

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

ROOT_BYTES = 32
_DATABASE = b"cairn/v1/db\0"
_HEADER_MAC = b"cairn/v1/header-mac\0"
_BACKUP = b"cairn/v1/backup\0"
_BACKUP_MAC = b"cairn/v1/backup-mac\0"
_HEX = b"0123456789abcdef"


class Keys(Protocol):
    """What an open journal can derive, wherever the root itself is held."""

    def database_key(self) -> bytearray:
        """The SQLCipher raw key: 67 bytes for the caller to wipe."""

    def backup_key(self, backup_id: bytes) -> bytearray:
        """The same for one backup, which has a key of its own."""

    def backup_mac(self, backup_id: bytes, covered: bytes) -> bytes:
        """HMAC-SHA256 (32 bytes) over what stands before one backup's database."""

    def header_mac(self, covered: bytes) -> bytes:
        """HMAC-SHA256 (32 bytes) over the header's bytes up to and including `---`."""

    def wipe(self) -> None:
        """Overwrite what is held."""


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

        Source: security brief, b.4 step 5.
        """
        return _raw_key(self._expand(_DATABASE))

    def backup_key(self, backup_id: bytes) -> bytearray:
        """The raw key of one backup, `backup_id` its 16 random bytes. Source: security brief, b.6."""
        return _raw_key(self._expand(_BACKUP + backup_id))

    def backup_mac(self, backup_id: bytes, covered: bytes) -> bytes:
        """HMAC-SHA256 (32 bytes) over what stands before a backup's database, under a key for that alone."""
        return self._mac(_BACKUP_MAC + backup_id, covered)

    def header_mac(self, covered: bytes) -> bytes:
        """HMAC-SHA256 (32 bytes) over the header's bytes up to and including `---`."""
        return self._mac(_HEADER_MAC, covered)

    def wipe(self) -> None:
        """Overwrite the bytes. The key is of no use afterwards."""
        wipe(self._content)

    def _mac(self, label: bytes, covered: bytes) -> bytes:
        key = self._expand(label)
        try:
            return hmac.new(key, covered, hashlib.sha256).digest()
        finally:
            wipe(key)

    def _expand(self, label: bytes) -> bytearray:
        derived = bytearray(ROOT_BYTES)
        HKDFExpand(SHA256(), ROOT_BYTES, label).derive_into(self._content, derived)
        return derived


def _raw_key(derived: bytearray) -> bytearray:
    """`x'` + 64 hex digits + `'`, without ever making a `str`, which could not be wiped. Wipes what it is given."""
    # Of its full length from the start: growing it would leave parts of the key behind in memory.
    key = bytearray(3 + 2 * ROOT_BYTES)
    key[0], key[1], key[-1] = b"x''"
    for place, byte in enumerate(derived):
        key[2 + 2 * place] = _HEX[byte >> 4]
        key[3 + 2 * place] = _HEX[byte & 15]
    wipe(derived)
    return key


def wipe(content: bytearray) -> None:
    """Overwrite every byte with zero."""
    content[:] = bytes(len(content))
