r"""Everything that two people derive alike: from the code of an invite, and from what they have told each other.

    prk  = HKDF-Extract(salt "cairn/v1/pair", code)
    root = HKDF-Extract(salt H(m1, m2, m3, m4), contribution of A || contribution of B || key of the meeting)

A is who invites, B who joins. Source: security brief, c.2, c.3.
"""

from dataclasses import dataclass
from enum import Enum

from sync.protocol.digests import digest
from sync.protocol.framing import pack_message, unpack_message
from sync.protocol.sizes import CAPABILITY, KEY, SLOT_ID
from sync.sealing.cobblestone import open_sealed, seal
from sync.sealing.expanding import expand, extract


class Role(Enum):
    """Which of the two one is. The value stands in labels."""

    INVITER = "A"
    JOINER = "B"

    @property
    def other(self) -> "Role":
        return Role.JOINER if self is Role.INVITER else Role.INVITER


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """A slot, and what it takes to read and to write it."""

    slot: bytes
    read: bytes
    write: bytes


@dataclass(frozen=True, slots=True, repr=False)
class MeetingKeys:
    """What the twelve words say: where each of the two writes while they meet, and the key around it."""

    mine: Place
    theirs: Place
    key: bytes


@dataclass(frozen=True, slots=True, repr=False)
class PairKeys:
    """What a pair has from then on: where each writes their page, and the inner key of each direction."""

    mine: Place
    theirs: Place
    key_out: bytes
    key_in: bytes


def meeting_keys(code: bytes, role: Role) -> MeetingKeys:
    """From the 16 bytes behind the twelve words."""
    root = extract(b"cairn/v1/pair", code)

    def place(writer: Role) -> Place:
        name = writer.value
        return Place(
            expand(root, f"meet {name}", SLOT_ID),
            expand(root, f"meet cap read {name}", CAPABILITY),
            expand(root, f"meet cap write {name}", CAPABILITY),
        )

    return MeetingKeys(place(role), place(role.other), expand(root, "meet key", KEY))


def pair_root(messages: tuple[bytes, bytes, bytes, bytes], inviter: bytes, joiner: bytes, key: bytes) -> bytes:
    """From the four messages as they travelled, what each of the two added (32 bytes each), and the meeting's key."""
    return extract(digest(*messages), inviter + joiner + key)


def pair_keys(root: bytes, role: Role) -> PairKeys:
    """From the root of a pair."""

    def direction(writer: Role) -> str:
        return writer.value + writer.other.value

    def place(writer: Role) -> Place:
        name = direction(writer)
        return Place(
            expand(root, f"slot {name}", SLOT_ID),
            expand(root, f"cap read {name}", CAPABILITY),
            expand(root, f"cap write {name}", CAPABILITY),
        )

    def key(writer: Role) -> bytes:
        return expand(root, f"page key {direction(writer)}", KEY)

    return PairKeys(place(role), place(role.other), key(role), key(role.other))


def seal_message(key: bytes, step: int, before: bytes, body: bytes) -> bytes:
    """Message 1 to 4 of a meeting: 16,384 bytes. `before` is the digest of the messages it answers, or nothing."""
    return seal(key, pack_message(body), _context(step, before))


def open_message(key: bytes, step: int, before: bytes, sealed: bytes) -> bytes:
    """The body of a message.

    Raises:
        Unreadable: another code, another step, an answer to other messages, or not a byte as it was.
    """
    return unpack_message(open_sealed(key, sealed, _context(step, before)))


def _context(step: int, before: bytes) -> bytes:
    return f"cairn/v1/pair/m{step}\0".encode() + before
