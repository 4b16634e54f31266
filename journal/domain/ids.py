"""What a thing is called for good: a random id, drawn once and never used again."""

import os


def new_id() -> str:
    """A UUID of version 4: 122 random bits as 32 hex digits in five groups.

    The standard library's own module asks the system what it is first, which takes longer than to save a check-in.

    Source:
        RFC 9562, section 5.4.
    """
    drawn = bytearray(os.urandom(16))
    drawn[6] = drawn[6] & 0x0F | 0x40
    drawn[8] = drawn[8] & 0x3F | 0x80
    digits = drawn.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
