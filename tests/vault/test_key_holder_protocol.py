"""The bytes between a command and the key holder: whole ones are read as written, all others are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.vault import holder_protocol as protocol

ASKED = st.integers(protocol.WHICH_JOURNAL, protocol.LET_GO)


@given(ASKED, st.binary(max_size=300))
def test_a_request_is_read_as_it_was_written_and_not_before_its_last_byte(asked: int, body: bytes) -> None:
    whole = protocol.request(asked, body)
    assert protocol.read_request(whole) == (asked, body)
    assert all(protocol.read_request(whole[:length]) is None for length in range(len(whole)))


@given(ASKED, st.binary(max_size=300), st.binary(min_size=1, max_size=9))
def test_a_request_with_more_behind_it_is_none(asked: int, body: bytes, more: bytes) -> None:
    with pytest.raises(protocol.NoRequest):
        protocol.read_request(protocol.request(asked, body) + more)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_request_or_the_start_of_one_or_refused(received: bytes) -> None:
    try:
        read = protocol.read_request(received)
    except protocol.NoRequest:
        return
    assert read is None or protocol.request(*read) == received


def test_the_longest_body_is_read_and_one_byte_more_is_refused_before_it_comes() -> None:
    longest = bytes(protocol.LONGEST_BODY)
    assert protocol.read_request(protocol.request(protocol.BACKUP_MAC, longest)) == (protocol.BACKUP_MAC, longest)
    with pytest.raises(protocol.NoRequest):
        protocol.read_request(protocol.request(protocol.BACKUP_MAC, longest + b"x")[:6])


@given(st.binary(min_size=16, max_size=16), st.integers(1, 2**32 - 1), st.binary(max_size=103))
def test_an_answer_is_read_as_it_was_written_and_a_cut_one_is_none(
    vault_id: bytes, generation: int, content: bytes
) -> None:
    whole = protocol.answer(vault_id, generation, content)
    assert len(whole) <= protocol.LONGEST_ANSWER
    assert protocol.read_answer(whole) == (vault_id, generation, bytearray(content))
    assert all(protocol.read_answer(whole[:length]) is None for length in range(len(whole)))
    assert protocol.read_answer(bytearray(b"\x02") + whole[1:]) is None
