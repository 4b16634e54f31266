"""The one way in which bytes are digested, so that no two lists of parts give the same digest."""

import hashlib


def digest(*parts: bytes) -> bytes:
    """SHA-256 (32 bytes) over the parts, each after its length as 4 bytes, big-endian."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(4, "big"))
        whole.update(part)
    return whole.digest()


def page_digest(number: int, content: bytes) -> bytes:
    """What names one page of one direction. Headers are not in it: an answer alone never makes a new page."""
    return digest(b"cairn/v1/page", number.to_bytes(8, "big"), content)
