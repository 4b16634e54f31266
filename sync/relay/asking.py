"""What a call says in its headers, and in its body."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager

from starlette.requests import ClientDisconnect, Request

from sync.protocol.sizes import CAPABILITY, SLOT_ID, WIRE

BODY_WITHIN_S = 20.0
"""16 KiB on a line of 8 kbit/s."""

NOBODY = bytes(32)
"""Stands for the digest of a capability that was not sent, or is none: the same search, and it finds nothing."""

_SLOT = re.compile(rf"[0-9a-f]{{{2 * SLOT_ID}}}")
_DIGEST = re.compile(rb"[0-9a-f]{64}")
_WAIT = re.compile(rb'(?:^|[,;])[ \t]*wait[ \t]*=[ \t]*"?([0-9]{1,9})"?[ \t]*(?=[,;]|$)', re.IGNORECASE)
_TAG = re.compile(rb'(?:W/)?("[^"]*")')
_AUTHORIZATION = re.compile(rb"cairn +([A-Za-z0-9_-]{43})", re.IGNORECASE)


class NotAPage(Exception):
    """The body is not exactly as long as a page, or did not come in time."""


class NoLength(Exception):
    """Nobody says how long the body is."""


class OffHeader(Exception):
    """A header that cannot be as it is."""


def headers_of(request: Request) -> dict[bytes, bytes]:
    """By name; what came several times is one list, as HTTP has it."""
    found: dict[bytes, bytes] = {}
    for name, value in request.scope["headers"]:
        found[name] = found[name] + b", " + value if name in found else value
    return found


def slot_of(named: str) -> bytes | None:
    """The slot that a path names; none where it can name none."""
    return bytes.fromhex(named) if _SLOT.fullmatch(named) else None


def capability_sha256(headers: Mapping[bytes, bytes]) -> bytes:
    """SHA-256 of the capability that came along; `NOBODY` where there is none."""
    sent = _AUTHORIZATION.fullmatch(headers.get(b"authorization", b""))
    if sent is None:
        return NOBODY
    try:
        capability = base64.b64decode(sent[1] + b"=", altchars=b"-_", validate=True)
    except binascii.Error:
        return NOBODY
    # Of the last sign two bits say nothing: only one way to write it is right.
    if len(capability) != CAPABILITY or base64.urlsafe_b64encode(capability)[:-1] != sent[1]:
        return NOBODY
    return hashlib.sha256(capability).digest()


def made_with(headers: Mapping[bytes, bytes], write_sha256: bytes) -> bytes | None:
    """What a slot is to be made with: the digest of its capability for reading; none where it is not to be made.

    Raises:
        OffHeader: one of the two alone, no digest, or not that of the capability that came along.
    """
    read, write = headers.get(b"cairn-read"), headers.get(b"cairn-write")
    if read is None and write is None:
        return None
    if read is None or write is None or not _DIGEST.fullmatch(read) or not _DIGEST.fullmatch(write):
        raise OffHeader
    if bytes.fromhex(write.decode()) != write_sha256:
        raise OffHeader
    return bytes.fromhex(read.decode())


def to_make_only(headers: Mapping[bytes, bytes], *, made: bool) -> bool:
    """Whether a write is one only if nothing is there.

    Raises:
        OffHeader: a condition that a relay does not know: it must not be passed over.
    """
    condition = headers.get(b"if-none-match")
    if b"if-match" in headers or b"if-unmodified-since" in headers:
        raise OffHeader
    if condition is None:
        return False
    if condition.strip() != b"*" or not made:
        raise OffHeader
    return True


def knows(headers: Mapping[bytes, bytes], etag: str) -> bool:
    """Whether who asks has this version already."""
    condition = headers.get(b"if-none-match", b"").strip()
    return condition == b"*" or etag.encode() in _TAG.findall(condition)


def seconds_to_wait(headers: Mapping[bytes, bytes], most: int) -> int:
    """How long a read may be kept waiting: `Prefer: wait=25`, RFC 7240."""
    found = _WAIT.search(headers.get(b"prefer", b""))
    return min(int(found[1]), most) if found else 0


async def page_of(
    request: Request, headers: Mapping[bytes, bytes], within: Callable[[float], AbstractAsyncContextManager[object]]
) -> bytes:
    """The body, where all of it comes in time: in a block of `within` so many seconds, which says `TimeoutError`.

    Raises:
        NoLength: nothing was read.
        NotAPage: another length, of which nothing was read; or broken off, or too slow.
    """
    length = headers.get(b"content-length")
    if length is None:
        raise NoLength
    if not length.isdigit() or int(length) != WIRE:
        raise NotAPage
    body = bytearray()
    try:
        async with within(BODY_WITHIN_S):
            async for part in request.stream():
                body += part
    except (ClientDisconnect, TimeoutError):
        raise NotAPage from None
    if len(body) != WIRE:
        raise NotAPage
    return bytes(body)
