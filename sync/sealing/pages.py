r"""Two layers around a page: the inner one says who wrote it, the outer one keeps it from everybody else.

    inner = Cobblestone-256.seal(key of this direction, padded page, "cairn/v1/inner\0" || slot)
    wire  = 0x01 || HPKE(the reader's epoch key, inner, info = "cairn/v1/page\0" || slot)

The slot differs by pair and direction, so that no page can be moved or sent back. Source: security brief, d.1, d.2.
"""

from collections.abc import Sequence

from sync.errors import Unreadable
from sync.protocol.framing import Page, pack_page, unpack_page
from sync.protocol.sizes import WIRE
from sync.sealing.cobblestone import open_sealed, seal
from sync.sealing.epoch_keys import EpochKey, seal_to

VERSION = b"\x01"
_INNER = b"cairn/v1/inner\0"
_OUTER = b"cairn/v1/page\0"


def seal_page(page: Page, key: bytes, reader: bytes, slot: bytes) -> bytes:
    """16,384 bytes, different each time.

    Args:
        page: the whole page.
        key: the 32 bytes of this direction.
        reader: the newest public key of the partner that is known (1,216 bytes).
        slot: where it is going to stand (16 bytes).

    Raises:
        TooLong: the content is over 13,000 bytes.
        Unreadable: the partner's key cannot be sealed to.
    """
    inner = seal(key, pack_page(page), _INNER + slot)
    return VERSION + seal_to(reader, inner, _OUTER + slot)


def open_page(wire: bytes, key: bytes, mine: Sequence[EpochKey], slot: bytes) -> tuple[Page, int]:
    """The page, and which of one's own keys (an index of `mine`) it was sealed to.

    Raises:
        Unreadable: whatever is the matter with it.
    """
    if len(wire) != WIRE or not wire.startswith(VERSION):
        raise Unreadable
    for index, epoch_key in enumerate(mine):
        try:
            inner = epoch_key.open_sealed(wire[1:], _OUTER + slot)
        except Unreadable:
            continue
        return unpack_page(open_sealed(key, inner, _INNER + slot)), index
    raise Unreadable
