r"""Two people meet through twelve words: four messages, and four words that they compare aloud.

    m1 A to B   {"v": 1, "commit", "kind", "group", "exp"}      what B sees before joining
    m2 B to A   public key of B, random bytes of B
    m3 A to B   public key of A, random bytes of A, sealed to B: what A adds to the root
    m4 B to A   sealed to A: what B adds to the root

Each is kept before it is sent, and the same bytes are written again at every visit until the answer has come. Nothing
here reads a clock or a slot. Source: security brief, c.3.
"""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sync.errors import BrokenOff, TooOld, Unreadable, UsedTwice
from sync.protocol.canonical import canonical
from sync.protocol.digests import digest
from sync.protocol.invitation import Invitation, read_invitation
from sync.protocol.sizes import EPOCH_KEY, KEY
from sync.sealing.epoch_keys import EpochKey, seal_to
from sync.sealing.meeting_keys import MeetingKeys, Role, meeting_keys, open_message, pair_root, seal_message
from sync.sealing.safety_words import safety_words

LIFE = timedelta(hours=24)
LONGEST_LIFE = timedelta(days=7)
FINISH_WITHIN = timedelta(days=30)
_NONCE = 32


@dataclass(frozen=True, slots=True, repr=False)
class Meeting:
    """One side of a pairing that has begun. Messages are as they travel; those not there yet are empty."""

    role: Role
    code: bytes
    seed: bytes
    """Of the epoch key that the pair begins with."""
    nonce: bytes
    contribution: bytes
    since: datetime
    """From when the days to go on in count: the joining, the answer to the invite, or that the four words are here."""
    m1: bytes
    m2: bytes = b""
    m3: bytes = b""
    m4: bytes = b""

    @property
    def keys(self) -> MeetingKeys:
        return meeting_keys(self.code, self.role)

    @property
    def invitation(self) -> Invitation:
        """What the first message says of the pair."""
        return read_invitation(open_message(self.keys.key, 1, b"", self.m1))

    @property
    def to_write(self) -> bytes:
        """What is to stand in one's own meeting slot now."""
        return (self.m3 or self.m1) if self.role is Role.INVITER else (self.m4 or self.m2)

    @property
    def has_met(self) -> bool:
        """Whether everything is here that the pair is made of."""
        return bool(self.m4)


@dataclass(frozen=True, slots=True, repr=False)
class Met:
    """What a finished meeting leaves."""

    root: bytes
    """What every key and slot of the pair comes from."""
    words: tuple[str, ...]
    """To be compared aloud, in person or by voice, and not where the code was sent."""
    their_key: bytes
    """The partner's public key of epoch 1."""


def invite(code: bytes, kind: str, group: str | None, expires: datetime, now: datetime) -> Meeting:
    """Begin as the one who invites.

    Args:
        code: 16 random bytes, for one person and one time.
        kind: `partner` or `facilitator`: what one is to the other.
        group: the name of a facilitator's group.
        expires: until when an answer counts, at most 7 days from now.
        now: an instant with a zone.
    """
    own, nonce = EpochKey.generate(), os.urandom(_NONCE)
    commit = digest(b"cairn/v1/commit", own.public, nonce).hex()
    until = expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    body = canonical({"v": 1, "commit": commit, "kind": kind, "group": group, "exp": until})
    key = meeting_keys(code, Role.INVITER).key
    return Meeting(Role.INVITER, code, own.seed, nonce, os.urandom(KEY), now, seal_message(key, 1, b"", body))


def look_at(code: bytes, first: bytes, now: datetime) -> Invitation:
    """What an invite says, before anything is done.

    Raises:
        Unreadable: no invite of these words stands there.
        TooOld: its time is over by this computer's clock.
    """
    invitation = read_invitation(open_message(meeting_keys(code, Role.JOINER).key, 1, b"", first))
    if now > invitation.expires:
        raise TooOld(hint="If this computer's clock is right, ask for a new one.")
    return invitation


def join(code: bytes, first: bytes, now: datetime) -> Meeting:
    """Begin as the one who joins. Raises what `look_at` raises."""
    look_at(code, first, now)
    own, nonce = EpochKey.generate(), os.urandom(_NONCE)
    key = meeting_keys(code, Role.JOINER).key
    second = seal_message(key, 2, digest(first), own.public + nonce)
    return Meeting(Role.JOINER, code, own.seed, nonce, os.urandom(KEY), now, first, second)


def take(meeting: Meeting, found: bytes, now: datetime) -> Meeting:
    """What one has after looking at the other's slot. What cannot be read, or was read before, changes nothing.

    Raises:
        UsedTwice: another answer to the same invite stands there.
        TooOld: the answer came after the invite's time, or nothing came for over 30 days.
        BrokenOff: it is by somebody who has the words and does not keep to what was agreed.
    """
    try:
        taken = (
            _take_as_inviter(meeting, found, now)
            if meeting.role is Role.INVITER
            else _take_as_joiner(meeting, found, now)
        )
    except Unreadable:
        taken = meeting
    if not taken.has_met:
        check_time(taken, now)
    return taken


def check_time(meeting: Meeting, now: datetime) -> None:
    """Whether there is time left.

    Raises:
        TooOld: nobody answered in time, or nothing came for over 30 days.
    """
    waits_for_answer = meeting.role is Role.INVITER and not meeting.m2
    if now > (meeting.invitation.expires if waits_for_answer else meeting.since + FINISH_WITHIN):
        raise TooOld


def finish(meeting: Meeting) -> Met:
    """The pair's keys and words, once all four messages are here."""
    key, own = meeting.keys.key, EpochKey(meeting.seed)
    first, second = open_message(key, 1, b"", meeting.m1), open_message(key, 2, digest(meeting.m1), meeting.m2)
    third = open_message(key, 3, digest(meeting.m1, meeting.m2), meeting.m3)
    fourth = open_message(key, 4, digest(meeting.m1, meeting.m2, meeting.m3), meeting.m4)
    revealed = third[: EPOCH_KEY + _NONCE]
    if meeting.role is Role.INVITER:
        inviter, joiner = meeting.contribution, own.open_sealed(fourth, _info("BA", _before_fourth(meeting)))
        their_key = second[:EPOCH_KEY]
    else:
        sealed = third[EPOCH_KEY + _NONCE :]
        inviter, joiner = own.open_sealed(sealed, _info("AB", _before_third(meeting))), meeting.contribution
        their_key = third[:EPOCH_KEY]
    root = pair_root((meeting.m1, meeting.m2, meeting.m3, meeting.m4), inviter, joiner, key)
    return Met(root, safety_words(first, second, revealed), their_key)


def _take_as_inviter(meeting: Meeting, found: bytes, now: datetime) -> Meeting:
    if found in (meeting.m2, meeting.m4):
        return meeting
    if meeting.m3 and not meeting.m4:
        try:
            return _take_fourth(meeting, found, now)
        except Unreadable:
            # Not the answer. Another second message, then, or nothing of ours.
            pass
    second = open_message(meeting.keys.key, 2, digest(meeting.m1), found)
    if meeting.m2:
        raise UsedTwice
    check_time(meeting, now)
    return _take_second(meeting, found, second, now)


def _take_second(meeting: Meeting, found: bytes, body: bytes, now: datetime) -> Meeting:
    if len(body) != EPOCH_KEY + _NONCE:
        raise BrokenOff
    answered = replace(meeting, m2=found, since=now)
    before, own = _before_third(answered), EpochKey(meeting.seed)
    try:
        sealed = seal_to(body[:EPOCH_KEY], meeting.contribution, _info("AB", before))
    except Unreadable:
        raise BrokenOff from None
    third = own.public + meeting.nonce + sealed
    return replace(answered, m3=seal_message(meeting.keys.key, 3, before, third))


def _take_fourth(meeting: Meeting, found: bytes, now: datetime) -> Meeting:
    before = _before_fourth(meeting)
    body = open_message(meeting.keys.key, 4, before, found)
    _check_contribution(EpochKey(meeting.seed), body, _info("BA", before))
    return replace(meeting, m4=found, since=now)


def _take_as_joiner(meeting: Meeting, found: bytes, now: datetime) -> Meeting:
    if meeting.m3 or found == meeting.m1:
        return meeting
    before, own = _before_third(meeting), EpochKey(meeting.seed)
    body = open_message(meeting.keys.key, 3, before, found)
    revealed, sealed = body[: EPOCH_KEY + _NONCE], body[EPOCH_KEY + _NONCE :]
    their_key, nonce = revealed[:EPOCH_KEY], revealed[EPOCH_KEY:]
    if digest(b"cairn/v1/commit", their_key, nonce).hex() != meeting.invitation.commit:
        raise BrokenOff
    _check_contribution(own, sealed, _info("AB", before))
    answered = replace(meeting, m3=found, since=now)
    before = _before_fourth(answered)
    try:
        fourth = seal_to(their_key, meeting.contribution, _info("BA", before))
    except Unreadable:
        raise BrokenOff from None
    return replace(answered, m4=seal_message(meeting.keys.key, 4, before, fourth))


def _check_contribution(own: EpochKey, sealed: bytes, info: bytes) -> None:
    try:
        contribution = own.open_sealed(sealed, info)
    except Unreadable:
        raise BrokenOff from None
    if len(contribution) != KEY:
        raise BrokenOff


def _before_third(meeting: Meeting) -> bytes:
    return digest(meeting.m1, meeting.m2)


def _before_fourth(meeting: Meeting) -> bytes:
    return digest(meeting.m1, meeting.m2, meeting.m3)


def _info(direction: str, before: bytes) -> bytes:
    return f"cairn/v1/pair/c/{direction}\0".encode() + before
