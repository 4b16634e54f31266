"""Pages and messages have one size, one layout and one digest, and whatever differs from it is unreadable."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.errors import TooLong, Unreadable
from sync.protocol.digests import digest, page_digest
from sync.protocol.framing import NONE_YET, Page, pack_message, pack_page, unpack_message, unpack_page
from sync.protocol.sizes import (
    CONTENT_MOST,
    EPOCH_KEY,
    INNER,
    MEETING,
    NOTHING_YET,
    NUMBER_MOST,
    PAGE,
    PAGE_HEADER,
    WIRE,
)

unhurried = settings(deadline=None)
FIRST = Page(1, 1, bytes(EPOCH_KEY), 0, NONE_YET, 0, b"{}")
LENGTH_AT = 1276

numbers = st.integers(0, NUMBER_MOST)
pages = st.builds(
    Page,
    number=st.integers(1, NUMBER_MOST),
    epoch=st.integers(1, 2**32 - 1),
    epoch_key=st.binary(min_size=1, max_size=40).map(lambda some: (some * EPOCH_KEY)[:EPOCH_KEY]),
    seen_number=numbers,
    seen_digest=st.binary(min_size=32, max_size=32),
    notes_ack=numbers,
    content=st.binary(max_size=300),
)


def with_bytes(packed: bytes, offset: int, changed: bytes) -> bytes:
    return packed[:offset] + changed + packed[offset + len(changed) :]


def test_the_sizes_are_those_that_were_agreed_on() -> None:
    assert (WIRE, INNER, PAGE, PAGE_HEADER, MEETING) == (16_384, 15_247, 15_175, 1_280, 16_312)
    assert bytes(16_384) == NOTHING_YET
    assert PAGE - PAGE_HEADER == 13_895


@unhurried
@given(pages)
def test_a_page_is_packed_and_unpacked(page: Page) -> None:
    packed = pack_page(page)
    assert len(packed) == PAGE
    assert unpack_page(packed) == page


def test_each_field_of_a_page_has_its_place() -> None:
    page = Page(2, 3, b"k" * EPOCH_KEY, 5, b"d" * 32, 7, b'{"confirmed":true}')
    packed = pack_page(page)
    assert packed[0:8] == bytes([0, 0, 0, 0, 0, 0, 0, 2])
    assert packed[8:12] == bytes([0, 0, 0, 3])
    assert packed[12:1228] == b"k" * 1216
    assert packed[1228:1236] == bytes([0, 0, 0, 0, 0, 0, 0, 5])
    assert packed[1236:1268] == b"d" * 32
    assert packed[1268:1276] == bytes([0, 0, 0, 0, 0, 0, 0, 7])
    assert packed[1276:1280] == bytes([0, 0, 0, 18])
    assert packed[1280:1298] == b'{"confirmed":true}'
    assert packed[1298:] == bytes(PAGE - 1298)


def test_content_may_be_13000_bytes_and_not_one_more() -> None:
    whole = replace(FIRST, content=b"c" * CONTENT_MOST)
    assert unpack_page(pack_page(whole)) == whole
    with pytest.raises(TooLong):
        pack_page(replace(FIRST, content=b"c" * (CONTENT_MOST + 1)))


PACKED = pack_page(FIRST)
REFUSED = {
    "a byte too few": PACKED[:-1],
    "a byte too many": PACKED + b"\0",
    "nothing at all": b"",
    "the page before the first": with_bytes(PACKED, 0, bytes(8)),
    "an epoch before the first": with_bytes(PACKED, 8, bytes(4)),
    "a number that no database holds": with_bytes(PACKED, 0, b"\xff" * 8),
    "the first number that is too high": with_bytes(PACKED, 0, (NUMBER_MOST + 1).to_bytes(8, "big")),
    "an answer to a page that is too high": with_bytes(PACKED, 1228, b"\xff" * 8),
    "an answer to a note that is too high": with_bytes(PACKED, 1268, b"\xff" * 8),
    "13001 bytes": with_bytes(PACKED, LENGTH_AT, (CONTENT_MOST + 1).to_bytes(4, "big")),
    "content beyond the end": with_bytes(PACKED, LENGTH_AT, b"\xff" * 4),
    "content that is longer than said": with_bytes(PACKED, LENGTH_AT, bytes([0, 0, 0, 1])),
    "padding that is not zeros": with_bytes(PACKED, PAGE_HEADER + 2, b"\1"),
    "a last byte that is not zero": with_bytes(PACKED, PAGE - 1, b"\1"),
}


@pytest.mark.parametrize("packed", REFUSED.values(), ids=REFUSED.keys())
def test_a_page_laid_out_otherwise_is_unreadable(packed: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack_page(packed)


def test_the_same_page_before_it_was_laid_out_otherwise_is_readable() -> None:
    assert unpack_page(PACKED) == FIRST


@unhurried
@given(st.binary(max_size=300))
def test_a_message_is_packed_and_unpacked(body: bytes) -> None:
    packed = pack_message(body)
    assert len(packed) == MEETING
    assert unpack_message(packed) == body


MESSAGE = pack_message(b"abc")
REFUSED_MESSAGES = {
    "a byte too few": MESSAGE[:-1],
    "a byte too many": MESSAGE + b"\0",
    "longer than said": with_bytes(MESSAGE, 0, bytes([0, 0, 0, 2])),
    "beyond the end": with_bytes(MESSAGE, 0, (MEETING - 3).to_bytes(4, "big")),
    "padding that is not zeros": MESSAGE[:-1] + b"\1",
}


@pytest.mark.parametrize("packed", REFUSED_MESSAGES.values(), ids=REFUSED_MESSAGES.keys())
def test_a_message_laid_out_otherwise_is_unreadable(packed: bytes) -> None:
    with pytest.raises(Unreadable):
        unpack_message(packed)


def test_a_message_may_fill_all_there_is() -> None:
    body = b"b" * (MEETING - 4)
    assert unpack_message(pack_message(body)) == body


def test_a_digest_is_sha256_over_each_part_after_its_length() -> None:
    assert digest(b"ab", b"") == hashlib.sha256(b"\0\0\0\2ab\0\0\0\0").digest()


def test_no_two_lists_of_parts_share_a_digest() -> None:
    lists = [(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"", b"abc"), (b"abc", b"")]
    assert len({digest(*parts) for parts in lists}) == len(lists)


def test_a_page_is_named_by_its_number_and_content_alone() -> None:
    page = replace(FIRST, number=4, content=b'{"confirmed":true}')
    answered = replace(page, epoch=9, epoch_key=b"k" * EPOCH_KEY, seen_number=3, notes_ack=2)
    assert page.digest == answered.digest == page_digest(4, b'{"confirmed":true}')
    assert page.digest == digest(b"cairn/v1/page", (4).to_bytes(8, "big"), page.content)
    assert len({page.digest, replace(page, number=5).digest, replace(page, content=b"{}").digest}) == 3
