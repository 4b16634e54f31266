"""P3: somebody has the words and does not keep to what was agreed. The meeting is broken off; nothing ever crashes."""

from dataclasses import replace

import pytest

from sync.errors import BrokenOff, Unreadable
from sync.protocol.canonical import Json, canonical
from sync.protocol.digests import digest
from sync.protocol.sizes import EPOCH_KEY
from sync.sealing import meeting
from sync.sealing.cobblestone import seal
from sync.sealing.epoch_keys import EpochKey, seal_to
from sync.sealing.meeting import Meeting
from sync.sealing.meeting_keys import Role, meeting_keys, seal_message
from tests.sealing.hostile_keys import HOSTILE, SAME_LENGTH
from tests.sealing.two_people import CODE, START, invited

KEY = meeting_keys(CODE, Role.INVITER).key
NONCE = b"n" * 32
EVIL = EpochKey(b"e" * 32)

SECOND_BODIES = {
    **{name: key + NONCE for name, key in HOSTILE.items()},
    "nothing at all": b"",
    "no random bytes": EVIL.public,
    "too few random bytes": EVIL.public + NONCE[:-1],
    "too many random bytes": EVIL.public + NONCE + b"n",
    "as long as may be": b"x" * (16_312 - 4),
}


def first_message(committed: bytes, **changed: str | int | None) -> bytes:
    body: dict[str, Json] = {
        "v": 1,
        "commit": committed.hex(),
        "kind": "partner",
        "group": None,
        "exp": "2026-03-15T09:30:00Z",
    }
    return seal_message(KEY, 1, b"", canonical({**body, **changed}))


def joined(revealed: bytes) -> Meeting:
    """A friend who joined an invite that commits to this."""
    commit = digest(b"cairn/v1/commit", revealed[:EPOCH_KEY], revealed[EPOCH_KEY:])
    return meeting.join(CODE, first_message(commit), START)


def third_message(friend: Meeting, revealed: bytes, contribution: bytes = b"c" * 32) -> bytes:
    before = digest(friend.m1, friend.m2)
    sealed = seal_to(EpochKey(friend.seed).public, contribution, b"cairn/v1/pair/c/AB\0" + before)
    return seal_message(KEY, 3, before, revealed + sealed)


def test_a_third_message_that_keeps_to_it_is_taken() -> None:
    friend = joined(EVIL.public + NONCE)
    assert meeting.take(friend, third_message(friend, EVIL.public + NONCE), START).m4


@pytest.mark.parametrize("body", SECOND_BODIES.values(), ids=SECOND_BODIES.keys())
def test_an_answer_with_another_length_or_a_bad_key_breaks_it_off(body: bytes) -> None:
    begun = invited()
    if len(body) == EPOCH_KEY + 32 and body[:EPOCH_KEY] not in SAME_LENGTH.values():
        pytest.fail("this body keeps to what was agreed")
    with pytest.raises(BrokenOff):
        meeting.take(begun, seal_message(KEY, 2, digest(begun.m1), body), START)


@pytest.mark.parametrize("public", SAME_LENGTH.values(), ids=SAME_LENGTH.keys())
def test_a_bad_key_that_was_committed_to_breaks_it_off(public: bytes) -> None:
    friend = joined(public + NONCE)
    with pytest.raises(BrokenOff):
        meeting.take(friend, third_message(friend, public + NONCE), START)


@pytest.mark.parametrize(
    "revealed",
    [
        EVIL.public + b"m" * 32,
        EpochKey(b"f" * 32).public + NONCE,
        EVIL.public[:-1] + bytes([EVIL.public[-1] ^ 1]) + NONCE,
        b"",
        EVIL.public,
        b"x" * 5_000,
    ],
)
def test_revealing_anything_but_what_was_committed_to_breaks_it_off(revealed: bytes) -> None:
    friend = joined(EVIL.public + NONCE)
    with pytest.raises(BrokenOff):
        meeting.take(friend, third_message(friend, revealed), START)


@pytest.mark.parametrize("contribution", [b"", b"c" * 31, b"c" * 33, b"c" * 2_000])
def test_adding_another_number_of_bytes_breaks_it_off(contribution: bytes) -> None:
    revealed = EVIL.public + NONCE
    friend = joined(revealed)
    with pytest.raises(BrokenOff):
        meeting.take(friend, third_message(friend, revealed, contribution), START)

    begun = invited()
    begun = meeting.take(begun, seal_message(KEY, 2, digest(begun.m1), revealed), START)
    before = digest(begun.m1, begun.m2, begun.m3)
    sealed = seal_to(EpochKey(begun.seed).public, contribution, b"cairn/v1/pair/c/BA\0" + before)
    with pytest.raises(BrokenOff):
        meeting.take(begun, seal_message(KEY, 4, before, sealed), START)


@pytest.mark.parametrize("sealed", [b"", b"x", b"x" * 1_136, b"x" * 1_168, b"x" * 9_000])
def test_adding_what_cannot_be_opened_breaks_it_off(sealed: bytes) -> None:
    revealed = EVIL.public + NONCE
    friend = joined(revealed)
    with pytest.raises(BrokenOff):
        meeting.take(friend, seal_message(KEY, 3, digest(friend.m1, friend.m2), revealed + sealed), START)

    begun = invited()
    begun = meeting.take(begun, seal_message(KEY, 2, digest(begun.m1), revealed), START)
    with pytest.raises(BrokenOff):
        meeting.take(begun, seal_message(KEY, 4, digest(begun.m1, begun.m2, begun.m3), sealed), START)


def test_what_was_added_for_the_other_direction_is_not_taken() -> None:
    friend = joined(EVIL.public + NONCE)
    before = digest(friend.m1, friend.m2)
    sealed = seal_to(EpochKey(friend.seed).public, b"c" * 32, b"cairn/v1/pair/c/BA\0" + before)
    with pytest.raises(BrokenOff):
        meeting.take(friend, seal_message(KEY, 3, before, EVIL.public + NONCE + sealed), START)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_message_without_its_padding_is_no_message(step: int) -> None:
    begun = invited()
    friend = meeting.join(CODE, begun.m1, START)
    befores = {1: b"", 2: digest(begun.m1), 3: digest(friend.m1, friend.m2), 4: b""}
    bare = seal(KEY, b"a body alone", f"cairn/v1/pair/m{step}\0".encode() + befores[step])
    assert meeting.take(begun, bare, START) == begun
    assert meeting.take(friend, bare, START) == friend
    with pytest.raises(Unreadable):
        meeting.look_at(CODE, bare, START)


@pytest.mark.parametrize(
    "changed", [{"v": 2}, {"kind": "friend"}, {"more": 1}, {"commit": "00"}, {"exp": "soon"}, {"group": "g" * 81}]
)
def test_an_invite_that_says_what_none_may_say_is_unreadable(changed: dict[str, str | int | None]) -> None:
    with pytest.raises(Unreadable):
        meeting.join(CODE, first_message(bytes(32), **changed), START)


def test_what_was_kept_of_a_meeting_stays_when_something_hostile_came() -> None:
    begun = invited()
    kept = replace(begun)
    with pytest.raises(BrokenOff):
        meeting.take(begun, seal_message(KEY, 2, digest(begun.m1), b"x"), START)
    assert begun == kept
