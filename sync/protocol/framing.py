"""From a page or a message to bytes of one size, and back. Everything is big-endian; padding is zeros, and checked."""

import struct
from dataclasses import dataclass

from sync.errors import TooLong, Unreadable
from sync.protocol.digests import page_digest
from sync.protocol.sizes import CONTENT_MOST, DIGEST, EPOCH_KEY, MEETING, NUMBER_MOST, PAGE, PAGE_HEADER

_HEADER = struct.Struct(f">QI{EPOCH_KEY}sQ{DIGEST}sQI")
_LENGTH = struct.Struct(">I")

NONE_YET = bytes(DIGEST)
"""The digest that stands where no page of the partner's was taken in."""


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """Everything that one person shares with one partner now, and what they have of the partner's."""

    number: int
    """From 1; one more whenever `content` changes."""
    epoch: int
    """From 1: which of the sender's keys follows."""
    epoch_key: bytes
    """1,216 bytes: seal the answer to this."""
    seen_number: int
    """The partner's page that was last taken in; 0: none yet."""
    seen_digest: bytes
    notes_ack: int
    """The last of the partner's notes that was kept; 0: none yet."""
    content: bytes
    """Canonical JSON, at most 13,000 bytes."""

    @property
    def digest(self) -> bytes:
        return page_digest(self.number, self.content)


def pack_page(page: Page) -> bytes:
    """15,175 bytes.

    Raises:
        TooLong: the content is over 13,000 bytes.
    """
    if len(page.content) > CONTENT_MOST:
        raise TooLong
    header = _HEADER.pack(
        page.number, page.epoch, page.epoch_key, page.seen_number, page.seen_digest, page.notes_ack, len(page.content)
    )
    return (header + page.content).ljust(PAGE, b"\0")


def unpack_page(packed: bytes) -> Page:
    """The page in 15,175 bytes; what its content says is not looked at here.

    Raises:
        Unreadable: another length, a page before the first, a number or content over its size, or padding that is not
            zeros.
    """
    if len(packed) != PAGE:
        raise Unreadable
    number, epoch, epoch_key, seen_number, seen_digest, notes_ack, length = _HEADER.unpack_from(packed)
    content, padding = packed[PAGE_HEADER : PAGE_HEADER + length], packed[PAGE_HEADER + length :]
    if number < 1 or epoch < 1 or length > CONTENT_MOST or any(padding):
        raise Unreadable
    if max(number, seen_number, notes_ack) > NUMBER_MOST:
        raise Unreadable
    return Page(number, epoch, epoch_key, seen_number, seen_digest, notes_ack, content)


def pack_message(body: bytes) -> bytes:
    """16,312 bytes: the length of the body, the body, zeros."""
    return (_LENGTH.pack(len(body)) + body).ljust(MEETING, b"\0")


def unpack_message(packed: bytes) -> bytes:
    """The body in 16,312 bytes.

    Raises:
        Unreadable: another length, a body longer than that, or padding that is not zeros.
    """
    if len(packed) != MEETING:
        raise Unreadable
    (length,) = _LENGTH.unpack_from(packed)
    body, padding = packed[_LENGTH.size : _LENGTH.size + length], packed[_LENGTH.size + length :]
    if length > MEETING - _LENGTH.size or any(padding):
        raise Unreadable
    return body
