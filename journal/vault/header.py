r"""The header: plain ASCII text that names the database file and carries the key slots.

    cairn-vault/1
    id <32 hex>                      random vault id, 16 bytes
    gen <decimal>                    +1 on every root rotation
    db journal-<gen>.db
    -> pass argon2id m=65536 t=3 p=4 <b64 salt16>
    <b64 slot body, 104 bytes>
    -> recovery hkdf-sha256 <b64 salt16>
    <b64 slot body, 104 bytes>
    --- <b64 HMAC-SHA256(header key, every byte up to and including "---")>
    sum <hex SHA-256 of everything above>

Lines end in one `\n`; base64 is without padding and canonical; 8192 bytes at most. The unkeyed `sum`
tells damage from a wrong passphrase before anything is derived. Unknown slots are kept and ignored.
This module knows bytes and grammar; it derives nothing. Source: security brief, b.3.
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass, replace

from journal.errors import Damaged, NewerFormat

LONGEST = 8192
MAGIC = b"cairn-vault/1"
SALT_BYTES = 16
BODY_BYTES = 104
"""A sealed root: 24 salt + 32 commitment + 32 key + 16 tag (C2SP Cobblestone-256)."""

_ID = re.compile(rb"id ([0-9a-f]{32})")
_GENERATION = re.compile(rb"gen ([1-9][0-9]{0,8})")
_SLOT = re.compile(rb"-> [a-z0-9-]{1,32}( [!-~]{1,128}){0,8}")
_MAC = re.compile(rb"--- ([A-Za-z0-9+/]{43})")


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: how the key is made (`line`, without `-> `), and the root sealed under that key."""

    line: str
    body: bytes

    @property
    def kind(self) -> str:
        return self.line.split(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class Header:
    """A whole header. `mac` is 32 bytes, checked by whoever holds the root."""

    vault_id: bytes
    generation: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    @property
    def database_name(self) -> str:
        return f"journal-{self.generation}.db"

    def slot(self, kind: str) -> Slot | None:
        """The slot of this kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_mac(self, mac: bytes) -> "Header":
        return replace(self, mac=mac)

    def covered(self) -> bytes:
        """The bytes that the MAC covers, up to and including `---`."""
        lines = [MAGIC, b"id " + self.vault_id.hex().encode(), f"gen {self.generation}".encode()]
        lines.append(b"db " + self.database_name.encode())
        for slot in self.slots:
            lines += [b"-> " + slot.line.encode(), encode64(slot.body)]
        return b"\n".join(lines) + b"\n---"

    def to_bytes(self) -> bytes:
        """The file as it is written."""
        above = self.covered() + b" " + encode64(self.mac) + b"\n"
        return above + b"sum " + hashlib.sha256(above).hexdigest().encode() + b"\n"


def parse_header(content: bytes) -> Header:
    """Read a header strictly: what is not exactly as written is damage.

    Raises:
        NewerFormat: the sum is right and the first line names another version.
        Damaged: anything else that is not our grammar.
    """
    above, separator, last = content.rpartition(b"sum ")
    if len(content) > LONGEST or not separator or not above.endswith(b"\n"):
        raise Damaged()
    if last != hashlib.sha256(above).hexdigest().encode() + b"\n":
        raise Damaged()
    lines = above[:-1].split(b"\n")
    if lines[0] != MAGIC:
        raise NewerFormat() if lines[0].startswith(b"cairn-vault/") else Damaged()
    if len(lines) < 5:
        raise Damaged()
    generation = int(_match(_GENERATION, lines[2]))
    header = Header(
        vault_id=bytes.fromhex(_match(_ID, lines[1]).decode()),
        generation=generation,
        slots=_parse_slots(lines[4:-1]),
        mac=decode64(_match(_MAC, lines[-1])),
    )
    if header.to_bytes() != content:
        raise Damaged()
    return header


def _parse_slots(lines: list[bytes]) -> tuple[Slot, ...]:
    if len(lines) % 2:
        raise Damaged()
    slots = []
    for line, body in zip(lines[::2], lines[1::2], strict=True):
        if not _SLOT.fullmatch(line):
            raise Damaged()
        slots.append(Slot(line[3:].decode("ascii"), decode64(body)))
    if len({slot.kind for slot in slots}) != len(slots):
        raise Damaged()
    return tuple(slots)


def _match(pattern: re.Pattern[bytes], line: bytes) -> bytes:
    found = pattern.fullmatch(line)
    if not found:
        raise Damaged()
    return found[1]


def encode64(content: bytes) -> bytes:
    """Base64 without padding."""
    return base64.b64encode(content).rstrip(b"=")


def decode64(text: bytes) -> bytes:
    """Base64 without padding, canonical: one way to write each value.

    Raises:
        Damaged: anything else.
    """
    try:
        content = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as problem:
        raise Damaged() from problem
    if encode64(content) != text:
        raise Damaged()
    return content
