"""A header's bytes, changed on purpose."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

from journal.paths import Home


def with_sum(above: bytes) -> bytes:
    """The last line as it should be for everything above it."""
    return above + b"sum " + hashlib.sha256(above).hexdigest().encode() + b"\n"


def above_sum(content: bytes) -> bytes:
    """Everything that the sum is of."""
    return content[: content.rindex(b"sum ")]


def resummed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change what stands above the sum and make the sum right again, as somebody who means harm would."""
    return with_sum(change(above_sum(content)))


def flipped(content: bytes, place: int, bit: int = 0) -> bytes:
    """One bit of one byte the other way round."""
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]


def without_line(content: bytes, number: int) -> bytes:
    """Every line but one, counted from 0."""
    lines = content.splitlines(keepends=True)
    return b"".join(lines[:number] + lines[number + 1 :])


def slots_swapped(content: bytes) -> bytes:
    """The two slots in the other order, each with its own body."""
    lines = content.splitlines(keepends=True)
    return b"".join(lines[:4] + lines[6:8] + lines[4:6] + lines[8:])


def bodies_swapped(content: bytes) -> bytes:
    """Each slot with the body of the other."""
    lines = content.splitlines(keepends=True)
    return b"".join([*lines[:5], lines[7], lines[6], lines[5], *lines[8:]])


def loosened(letters: bytes) -> bytes:
    """Base64 that stands for the same bytes in another way, where its length allows one.

    Raises:
        ValueError: it is a multiple of four letters long, so that there is no other way.
    """
    if len(letters) % 4 == 0:
        raise ValueError("every bit of it has a meaning")
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    looser = letters[:-1] + bytes([alphabet[alphabet.index(letters[-1:]) | 1]])
    same = base64.b64decode(looser + b"=" * (-len(looser) % 4)) == base64.b64decode(
        letters + b"=" * (-len(letters) % 4)
    )
    if not same or looser == letters:
        raise ValueError("it is not canonical to begin with")
    return looser


def put_both(home: Home, content: bytes) -> None:
    """The same bytes in both copies."""
    home.header.write_bytes(content)
    home.header_copy.write_bytes(content)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes, to say that nothing was changed."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
