"""Make the vectors of what travels between two people: `python -m tools.share_vectors`. Never edited by hand.

Everything secret in them is fixed and worthless. What is written here follows `docs/share-format.md` alone and imports
nothing of `sync`, so that a slip in the one does not hide in the other. The library's HPKE draws its own random bytes:
what was sealed with it differs at every run, and what must come out of it does not.
"""

import base64
import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from mnemonic import Mnemonic

from tools.make_vectors import cobblestone_256
from tools.share_contents import (
    CLOSING,
    GOAL,
    GROUP,
    ROLE_CARD,
    SUMMARY,
    canonical,
    of_length,
    refused_by_writer,
    refused_contents,
)

FOLDER = Path(__file__).parents[1] / "tests" / "vectors" / "share"
MADE = ("meeting-*.json", "page-*.json", "refused-page-*.json", "refused-content.json", "refused-writer.json")
SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
LIST = Mnemonic("english")

Vector = dict[str, Any]


def fixed(label: str, length: int = 32) -> bytes:
    """Fixed bytes where a real one has random ones."""
    return hashlib.shake_256(f"cairn's vectors of what travels: {label}".encode()).digest(length)


def h(*parts: bytes) -> bytes:
    """SHA-256 over the parts, each after its length."""
    return hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).digest()


def expand(root: bytes, label: str, length: int = 32) -> bytes:
    """A key, a slot or a capability of its own."""
    return HKDFExpand(SHA256(), length, f"cairn/v1/{label}".encode() + b"\0").derive(root)


def b64(content: bytes) -> str:
    """With padding, as `base64` writes it."""
    return base64.b64encode(content).decode()


@dataclass(frozen=True)
class KeyPair:
    """An epoch key from its seed."""

    seed: bytes

    @property
    def public(self) -> bytes:
        """1,216 bytes."""
        wide = hashlib.shake_256(self.seed).digest(96)
        ml_kem = MLKEM768PrivateKey.from_seed_bytes(wide[:64]).public_key().public_bytes_raw()
        return ml_kem + X25519PrivateKey.from_private_bytes(wide[64:]).public_key().public_bytes_raw()

    def sealed(self, message: bytes, info: bytes) -> bytes:
        """A message to this key: 1,136 bytes longer."""
        public = self.public
        ml_kem = MLKEM768PublicKey.from_public_bytes(public[:1184])
        both = hpke.MLKEM768X25519PublicKey(ml_kem, X25519PublicKey.from_public_bytes(public[1184:]))
        return SUITE.encrypt(message, both, info=info)


def meeting_vectors() -> dict[str, Vector]:
    """Four meetings from the first message to the safety words."""
    return {
        "meeting-partner": meeting("Two people meet.", "partner", None),
        "meeting-facilitator": meeting("Somebody joins a group.", "facilitator", "Thursday evenings at the library"),
        "meeting-group-of-many-signs": meeting("A name of 80 characters.", "facilitator", "é" * 79 + "☕"),
        "meeting-words-of-zeros": meeting("Sixteen zeros are a code like any other.", "partner", None, bytes(16)),
    }


def meeting(about: str, kind: str, group: str | None, code: bytes = b"") -> Vector:
    """One meeting with fixed keys."""
    code = code or fixed(f"code, {about}", 16)
    a, b = KeyPair(fixed(f"seed of A, {about}")), KeyPair(fixed(f"seed of B, {about}"))
    nonce_a, nonce_b = fixed(f"nonce of A, {about}"), fixed(f"nonce of B, {about}")
    from_a, from_b = fixed(f"contribution of A, {about}"), fixed(f"contribution of B, {about}")
    prk = HKDF.extract(SHA256(), b"cairn/v1/pair", code)
    key = expand(prk, "meet key")

    def sealed(step: int, body: bytes, *before: bytes) -> bytes:
        context = f"cairn/v1/pair/m{step}".encode() + b"\0" + (h(*before) if before else b"")
        packed = (len(body).to_bytes(4, "big") + body).ljust(16_312, b"\0")
        return cobblestone_256(key, context, fixed(f"salt {step}, {about}", 24), packed)

    commit = h(b"cairn/v1/commit", a.public, nonce_a).hex()
    first = canonical({"v": 1, "commit": commit, "kind": kind, "group": group, "exp": "2026-03-15T09:30:00Z"})
    m1 = sealed(1, first)
    second = b.public + nonce_b
    m2 = sealed(2, second, m1)
    th3 = h(m1, m2)
    m3 = sealed(3, a.public + nonce_a + b.sealed(from_a, b"cairn/v1/pair/c/AB\0" + th3), m1, m2)
    th4 = h(m1, m2, m3)
    m4 = sealed(4, a.sealed(from_b, b"cairn/v1/pair/c/BA\0" + th4), m1, m2, m3)
    root = HKDF.extract(SHA256(), h(m1, m2, m3, m4), from_a + from_b + key)
    return {
        "about": about,
        "code": code.hex(),
        "invite_words": LIST.to_mnemonic(code),
        "inviter": {"seed": a.seed.hex(), "nonce": nonce_a.hex(), "contribution": from_a.hex()},
        "joiner": {"seed": b.seed.hex(), "nonce": nonce_b.hex(), "contribution": from_b.hex()},
        "first_body": first.decode(),
        "messages": [b64(m1), b64(m2), b64(m3), b64(m4)],
        "expected": {
            "meeting": {"key": key.hex(), **{who: place(prk, "meet ", who, "meet cap ") for who in ("A", "B")}},
            "safety_words": safety_words(first, second, a.public + nonce_a),
            "root": root.hex(),
            "pair": pair(root),
        },
    }


def pair(root: bytes) -> Vector:
    """Everything that both derive from the root of a pair."""
    return {
        way: {**place(root, "slot ", way, "cap "), "page_key": expand(root, f"page key {way}").hex()}
        for way in ("AB", "BA")
    }


def place(root: bytes, slot: str, name: str, capability: str) -> dict[str, str]:
    """A slot and its two capabilities."""
    return {
        "slot": expand(root, f"{slot}{name}", 16).hex(),
        "read": expand(root, f"{capability}read {name}").hex(),
        "write": expand(root, f"{capability}write {name}").hex(),
    }


def safety_words(first: bytes, second: bytes, revealed: bytes) -> str:
    """Four words from 44 bits."""
    bits = f"{int.from_bytes(h(b'cairn/v1/sas', first, second, revealed), 'big'):0256b}"
    return " ".join(LIST.wordlist[int(bits[start : start + 11], 2)] for start in (0, 11, 22, 33))


ROOT = fixed("root")
READER, READER_BEFORE, STRANGER = KeyPair(fixed("reader")), KeyPair(fixed("reader before")), KeyPair(fixed("stranger"))
WRITER = KeyPair(fixed("writer"))


@dataclass(frozen=True)
class Sealing:
    """A page on its way, and everything about it that could be otherwise."""

    content: bytes = b'{"confirmed":true}'
    number: int = 1
    epoch: int = 1
    epoch_key: bytes = field(default_factory=lambda: WRITER.public)
    seen_number: int = 0
    seen_digest: bytes = bytes(32)
    notes_ack: int = 0
    length: int | None = None
    padding: bytes = b""
    way: str = "AB"
    key: bytes | None = None
    reader: KeyPair = READER
    inner_slot: bytes | None = None
    outer_slot: bytes | None = None
    version: bytes = b"\x01"

    def slot(self) -> bytes:
        """Where it is to stand."""
        return expand(ROOT, f"slot {self.way}", 16)

    def packed(self) -> bytes:
        """15,175 bytes."""
        length = len(self.content) if self.length is None else self.length
        header = (
            self.number.to_bytes(8, "big")
            + self.epoch.to_bytes(4, "big")
            + self.epoch_key
            + self.seen_number.to_bytes(8, "big")
            + self.seen_digest
            + self.notes_ack.to_bytes(8, "big")
            + length.to_bytes(4, "big")
        )
        return (header + self.content).ljust(15_175 - len(self.padding), b"\0") + self.padding

    def inner(self) -> bytes:
        """15,247 bytes."""
        key = self.key or expand(ROOT, f"page key {self.way}")
        context = b"cairn/v1/inner\0" + (self.inner_slot or self.slot())
        return cobblestone_256(key, context, fixed(f"salt of {self.content!r}", 24), self.packed())

    def wire(self, inner: bytes = b"") -> bytes:
        """16,384 bytes."""
        info = b"cairn/v1/page\0" + (self.outer_slot or self.slot())
        return self.version + self.reader.sealed(inner or self.inner(), info)

    def opens(self, about: str, key: int = 0) -> Vector:
        """A vector that opens."""
        return {
            **self._told(about, self.wire()),
            "expected": {
                "key": key,
                "number": self.number,
                "epoch": self.epoch,
                "epoch_key_sha256": hashlib.sha256(self.epoch_key).hexdigest(),
                "seen_number": self.seen_number,
                "seen_digest": self.seen_digest.hex(),
                "notes_ack": self.notes_ack,
                "content": self.content.decode(),
                "digest": h(b"cairn/v1/page", self.number.to_bytes(8, "big"), self.content).hex(),
            },
        }

    def refused(self, about: str, wire: bytes = b"") -> Vector:
        """A vector that must not."""
        return {**self._told(about, wire or self.wire()), "error": "unreadable"}

    def _told(self, about: str, wire: bytes) -> Vector:
        seeds = [READER.seed.hex(), READER_BEFORE.seed.hex()]
        return {"about": about, "root": ROOT.hex(), "way": self.way, "reader_seeds": seeds, "wire": b64(wire)}


def page_vectors() -> dict[str, Vector]:
    """Pages that open."""
    goals = [{"id": fixed(f"goal {n}", 16).hex(), "title": f"goal {n}", "until": "2026-06-12"} for n in range(20)]
    notes = [
        {"no": 3, "text": "\x1b[31mred\x1b[0m, [b]bold[/b], \u202ebackwards"},
        {"about": GOAL["id"], "no": 4, "text": "that was kind 🌱"},
    ]
    agreement = {"mine": {"privacy": "between us", "when": "Tuesdays"}, "yes_to": fixed("theirs").hex()}
    told = {"confirmed": True, "name": "Zoë"}
    most = 2**53 - 1
    reply = {"about": SUMMARY["id"], "no": 1, "text": "There is a chair for you."}
    from_a_facilitator = {
        **told,
        "agreement": {"mine": {"privacy": "between us"}},
        "closing": CLOSING,
        "notes": [reply, {"no": 2, "text": "We meet at six."}],
        "role_card": ROLE_CARD,
    }
    return {
        "page-first": Sealing().opens("The first page: the words match, and nothing else."),
        "page-goal": Sealing(canonical({**told, "goals": [GOAL], "until": "2026-06-12"}), 2).opens(
            "A goal with every part that can be shared."
        ),
        "page-key-before": Sealing(reader=READER_BEFORE).opens("Sealed to the key before the newest.", key=1),
        "page-other-way": Sealing(canonical(told), 5, way="BA").opens("Written by the one who joined."),
        "page-twenty-goals": Sealing(canonical({"goals": goals}), 6).opens("As many goals as there may be."),
        "page-13000-bytes": Sealing(of_length(13_000), 7).opens("As long as content may be."),
        "page-notes": Sealing(canonical({"notes": notes}), 8, 2, fixed_public("epoch 2"), 4, fixed("seen"), 2).opens(
            "Two notes, with signs that would act on a terminal, and an answer."
        ),
        "page-agreement": Sealing(canonical({"agreement": agreement, "line": "at the café"}), 9).opens(
            "An agreement and the line for next time."
        ),
        "page-end": Sealing(canonical({"end": True}), 10).opens("The last page."),
        "page-summary": Sealing(canonical({**told, "summary": SUMMARY, "until": "2026-04-13"}), 11, way="BA").opens(
            f"A page for a facilitator with every part, by a member of the group {GROUP}."
        ),
        "page-role-card": Sealing(canonical(from_a_facilitator), 12).opens("A facilitator's page to one member."),
        "page-highest-numbers": Sealing(b"{}", most, 2**32 - 1, seen_number=most, notes_ack=most).opens(
            "Every number as high as it may be, and nothing shared."
        ),
    }


def fixed_public(label: str) -> bytes:
    """A public key that is good."""
    return KeyPair(fixed(label)).public


def refused_pages() -> dict[str, Vector]:
    """Pages that must not open."""
    return {f"refused-page-{name}": vector for name, vector in {**_on_the_way(), **_by_the_writer()}.items()}


def _on_the_way() -> dict[str, Vector]:
    """What somebody between the two can do."""
    whole = Sealing()
    wire, inner = whole.wire(), whole.inner()

    def flipped(at: int, content: bytes = wire) -> bytes:
        return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]

    other = b"another slot's id"[:16]
    return {
        "cut": whole.refused("The last byte is gone.", wire[:-1]),
        "longer": whole.refused("One zero byte more.", wire + b"\0"),
        "noise": whole.refused("Bytes at random after the version.", b"\x01" + fixed("noise", 16_383)),
        "version": Sealing(version=b"\x02").refused("The next version."),
        "ml-kem": whole.refused("One bit of the ML-KEM ciphertext.", flipped(600)),
        "x25519": whole.refused("One bit of the X25519 share.", flipped(1_100)),
        "sealed": whole.refused("One bit of what is sealed.", flipped(9_000)),
        "tag": whole.refused("One bit of the last byte.", flipped(16_383)),
        "salt": whole.refused("One bit of the inner salt, sealed to the reader anew.", whole.wire(flipped(3, inner))),
        "commitment": whole.refused("One bit of the commitment, sealed anew.", whole.wire(flipped(30, inner))),
        "inner": whole.refused("One bit of the page, sealed anew.", whole.wire(flipped(2_000, inner))),
        "outer-slot": Sealing(outer_slot=other).refused("The outer layer is for another slot."),
        "inner-slot": Sealing(inner_slot=other).refused("The inner layer is for another slot."),
        "sent-back": Sealing(way="BA").refused("A page of the other direction, in this slot.") | {"way": "AB"},
        "other-pair": Sealing(key=fixed("another pair")).refused("The key of another pair."),
        "stranger": Sealing(reader=STRANGER).refused("Sealed to somebody else."),
    }


def _by_the_writer() -> dict[str, Vector]:
    """What a partner's own program could do."""
    bad_key = b"\xff" * 1184 + WRITER.public[1184:]
    nothing = WRITER.public[:1184] + bytes(32)
    twice = canonical({"goals": [GOAL, GOAL]})
    apart = unicodedata.normalize("NFD", "Zoë")
    return {
        "number-zero": Sealing(number=0).refused("The page before the first."),
        "number-too-high": Sealing(number=2**53).refused("A number over 2^53 - 1."),
        "epoch-zero": Sealing(epoch=0).refused("The epoch before the first."),
        "padding": Sealing(padding=b"\1").refused("The last byte of the padding is not zero."),
        "longer-than-said": Sealing(length=3).refused("Content behind the length that is said."),
        "13001-bytes": Sealing(of_length(13_001)).refused("Content over its size."),
        "spaces": Sealing(b'{"confirmed": true}').refused("JSON, and not in the one way."),
        "unknown-key": Sealing(canonical({"confirmed": True, "mood": 3})).refused("A key that there is not."),
        "one-goal-twice": Sealing(twice).refused("The same goal twice."),
        "apart": Sealing(canonical({"name": apart})).refused("Accents apart."),
        "bad-ml-kem-key": Sealing(epoch=2, epoch_key=bad_key).refused("An epoch key that cannot be read."),
        "low-order-key": Sealing(epoch=2, epoch_key=nothing).refused("An epoch key of low order."),
    }


def share_vectors() -> dict[str, Vector | list[Vector]]:
    """Every vector by the name of its file."""
    told = refused_contents().items()
    contents: list[Vector] = [
        {"about": about, "content": b64(content), "error": "unreadable"} for about, content in told
    ]
    written: list[Vector] = [
        {"about": about, "by": by, "group": group, "content": b64(content), "error": "unreadable"}
        for about, by, group, content in refused_by_writer()
    ]
    refused: dict[str, list[Vector]] = {"refused-content": contents, "refused-writer": written}
    return {**meeting_vectors(), **page_vectors(), **refused_pages(), **refused}


def as_text(vector: Vector | list[Vector]) -> str:
    """A vector as its file holds it."""
    return json.dumps(vector, indent=1, ensure_ascii=True) + "\n"


def main() -> None:
    """Write every vector, and take away the files that no vector has any more."""
    vectors = share_vectors()
    for path in [path for pattern in MADE for path in FOLDER.glob(pattern)]:
        if path.stem not in vectors:
            path.unlink()
    for name, vector in vectors.items():
        (FOLDER / f"{name}.json").write_text(as_text(vector), encoding="utf-8")


if __name__ == "__main__":
    main()
