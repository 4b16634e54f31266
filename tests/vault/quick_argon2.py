"""A key derivation that costs nothing, for tests that open a thousand headers.

It keeps the promise of Argon2id that matters here: the same secret, salt and cost give the same key, and any
other give another. It counts its calls, so that "refused before anything was derived" can be said without a clock.
"""

import hashlib


class QuickArgon2id:
    """Takes the place of `cryptography`'s class of nearly that name."""

    calls = 0

    def __init__(self, *, salt: bytes, length: int, iterations: int, lanes: int, memory_cost: int, ad: bytes) -> None:
        self._settings = repr((salt, iterations, lanes, memory_cost, ad)).encode()
        self._length = length

    def derive_into(self, secret: bytes, key: bytearray) -> int:
        type(self).calls += 1
        key[:] = hashlib.pbkdf2_hmac("sha256", secret, self._settings, 1, self._length)
        return self._length
