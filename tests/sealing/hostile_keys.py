"""Public keys that no honest cairn makes: of another length, malformed, or of low order."""

from sync.protocol.sizes import EPOCH_KEY, ML_KEM_PUBLIC
from sync.sealing.epoch_keys import EpochKey

HONEST = EpochKey(bytes(range(32))).public

_P = 2**255 - 19
LOW_ORDER = {
    # The points of order 1, 2, 4 and 8 on the curve and its twist, and the same numbers beyond the prime: RFC 7748.
    "zero": bytes(32),
    "one": (1).to_bytes(32, "little"),
    "of order 8": bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
    "the other of order 8": bytes.fromhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
    "the prime less one": (_P - 1).to_bytes(32, "little"),
    "the prime": _P.to_bytes(32, "little"),
    "the prime and one": (_P + 1).to_bytes(32, "little"),
}

HOSTILE = {
    "nothing": b"",
    "a byte": b"\0",
    "a byte too few": HONEST[:-1],
    "a byte too many": HONEST + b"\0",
    "one half": HONEST[:ML_KEM_PUBLIC],
    "the other half": HONEST[ML_KEM_PUBLIC:],
    "coefficients beyond the modulus": b"\xff" * ML_KEM_PUBLIC + HONEST[ML_KEM_PUBLIC:],
    "one coefficient at the modulus": b"\x01\x0d" + HONEST[2:],
    **{f"an X25519 key that is {name}": HONEST[:ML_KEM_PUBLIC] + point for name, point in LOW_ORDER.items()},
}
"""3,329 is the modulus of ML-KEM (FIPS 203): 12 bits of 0x0d01 in the first two bytes, the lowest first."""

SAME_LENGTH = {name: key for name, key in HOSTILE.items() if len(key) == EPOCH_KEY}
