"""Make the vector files: `python -m tools.make_vectors`. They are never edited by hand.

A vector is a header and a way in, with what opening must give: the keys, or the code of the error.
Everything secret in them is fixed and worthless. What is written here follows the published layout alone and
imports nothing of `journal`, so that a slip in the one does not hide in the other:

    header grammar, keys and labels    journal/vault/header.py, key_slots.py, secrets.py
    slot bodies                        C2SP chunked-encryption, SHA-512 and AES-256-GCM (Cobblestone-256)
"""

import base64
import hashlib
import hmac
import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from mnemonic import Mnemonic

FOLDER = Path(__file__).parents[1] / "tests" / "vectors" / "vault"

PASSPHRASE = "Ein grüner Käfer läuft"
OTHER_PASSPHRASE = "Ein grüner Käfer fliegt"
ROOT = hashlib.sha256(b"the root key of the vectors").digest()
VAULT_ID = hashlib.sha256(b"the vault id of the vectors").digest()[:16]
WORDS_SECRET = hashlib.sha256(b"the recovery words of the vectors").digest()[:20]
OTHER_WORDS_SECRET = hashlib.sha256(b"other words than those of the vectors").digest()[:20]

Vector = dict[str, Any]


@dataclass(frozen=True)
class Parts:
    """A header before it is sealed. `slots`: line without `-> `, and body."""

    version: str = "cairn-vault/1"
    gen: int = 1
    slots: tuple[tuple[str, bytes], ...] = ()

    def covered(self) -> bytes:
        lines = [self.version, f"id {VAULT_ID.hex()}", f"gen {self.gen}", f"db journal-{self.gen}.db"]
        for line, body in self.slots:
            lines += [f"-> {line}", b64(body)]
        return "\n".join([*lines, "---"]).encode()

    def sealed(self) -> bytes:
        """With the MAC that its own root gives, and the sum."""
        mac = hmac.new(expand(b"cairn/v1/header-mac\0"), self.covered(), hashlib.sha256).digest()
        return with_sum(self.covered() + f" {b64(mac)}\n".encode())


def vault_vectors() -> dict[str, Vector]:
    """Every vector by the name of its file."""
    both = Parts(slots=(pass_slot(PASSPHRASE), words_slot(WORDS_SECRET)))
    return {**opening_vectors(both), **other_secrets(both), **other_bytes(both), **other_costs(both)}


def opening_vectors(both: Parts) -> dict[str, Vector]:
    """Headers that open, each in its own way."""
    unknown = Parts(gen=7, slots=(*both.slots, ("fido2 hmac-secret v1 abc", b"\x01\x02\x03"), ("keyring x", b"")))
    words = words_of(WORDS_SECRET)
    return {
        "passphrase": opens("A passphrase opens its slot.", both, passphrase=PASSPHRASE),
        "passphrase-in-parts": opens(
            "The same passphrase typed with accents apart.",
            both,
            passphrase=unicodedata.normalize("NFD", PASSPHRASE),
        ),
        "passphrase-costs-more": opens(
            "A slot that costs more than the floor.",
            Parts(slots=(pass_slot(PASSPHRASE, memory_kib=96 * 1024, passes=4, lanes=1),)),
            passphrase=PASSPHRASE,
        ),
        "recovery-words": opens("Fifteen words open their slot.", both, recovery_words=words),
        "recovery-words-short": opens(
            "Four letters of a word are enough.",
            both,
            recovery_words=" ".join(word[:4] for word in words.upper().split()),
        ),
        "unknown-slots": opens("Slots of a kind unknown here are kept and ignored.", unknown, passphrase=PASSPHRASE),
    }


def other_secrets(both: Parts) -> dict[str, Vector]:
    """Whole headers that do not open with this secret."""
    (pass_line, pass_body), (words_line, words_body) = both.slots
    whole, swapped = both.sealed(), Parts(slots=((pass_line, words_body), (words_line, pass_body))).sealed()
    uncommitted = pass_body[:24] + bytes(byte ^ 1 for byte in pass_body[24:56]) + pass_body[56:]
    code = "wrong-passphrase"
    return {
        "refused-other-passphrase": refused(code, "Another passphrase.", whole, OTHER_PASSPHRASE),
        "refused-trailing-space": refused(code, "A space at the end belongs to a passphrase.", whole, f"{PASSPHRASE} "),
        "refused-commitment": refused(
            code, "All but the commitment is right.", Parts(slots=((pass_line, uncommitted), both.slots[1])).sealed()
        ),
        "refused-bodies-swapped": refused(code, "A body opens under its own line alone.", swapped),
        "refused-other-words": {
            **refused("wrong-words", "The words of another journal.", whole),
            "opens_with": {"recovery_words": words_of(OTHER_WORDS_SECRET)},
        },
    }


def other_bytes(both: Parts) -> dict[str, Vector]:
    """Headers that are not as they were sealed, or were sealed against the grammar."""
    whole, (passing, wording) = both.sealed(), both.slots
    short, long = (passing[0], passing[1][:-1]), ("keyring x", bytes(6200))
    stripped, turned = replace(both, slots=(passing,)), replace(both, slots=(wording, passing))
    changed: dict[str, tuple[str, bytes]] = {
        "sum": ("The sum is of other bytes.", whole.replace(b"gen 1", b"gen 2")),
        "mac": ("The MAC is of other bytes, the sum is right.", resummed(whole, _other_mac)),
        "gen": ("Another generation, the sum is right.", resummed(whole, _gen_two)),
        "slot-stripped": ("The words were taken out, the sum is right.", _with_mac_of(whole, stripped)),
        "slots-in-another-order": ("The slots change places, the sum is right.", _with_mac_of(whole, turned)),
        "no-passphrase-slot": ("There is no passphrase slot.", Parts(slots=(wording,)).sealed()),
        "slot-twice": ("Two slots of one kind.", Parts(slots=(passing, passing)).sealed()),
        "body-too-short": ("A body of 103 bytes.", Parts(slots=(short,)).sealed()),
        "base64-not-canonical": ("Bits that mean nothing are set.", resummed(whole, _loosen)),
        "windows-line-ends": ("CR LF at every line.", whole.replace(b"\n", b"\r\n")),
        "no-last-line-end": ("The last line end is gone.", whole[:-1]),
        "too-long": ("More than 8192 bytes.", Parts(slots=(passing, wording, long)).sealed()),
    }
    newer = replace(both, version="cairn-vault/2").sealed()
    return {
        **{f"refused-{name}": refused("damaged", about, content) for name, (about, content) in changed.items()},
        "refused-newer": refused("newer-format", "The next version of the format.", newer),
    }


def other_costs(both: Parts) -> dict[str, Vector]:
    """Costs outside their range. They are never derived, so the body may be anything of the right length."""
    (_, body), wording = both.slots
    made = {}
    for name, cost in {
        "memory-under-64-mib": (65535, 3, 4),
        "memory-over-1-gib": (1048577, 3, 4),
        "two-passes": (65536, 2, 4),
        "eleven-passes": (65536, 11, 4),
        "no-lanes": (65536, 3, 0),
        "nine-lanes": (65536, 3, 9),
    }.items():
        line = "pass argon2id m={} t={} p={} {}".format(*cost, b64(salt("pass", 16)))
        content = Parts(slots=((line, body), wording)).sealed()
        made[f"refused-{name}"] = {
            **refused("damaged", "A cost outside the allowed range.", content),
            "before_derivation": True,
        }
    return made


def opens(about: str, parts: Parts, **given: str) -> Vector:
    """A vector that opens."""
    database = expand(b"cairn/v1/db\0")
    return {
        "about": about,
        "header": parts.sealed().decode("ascii"),
        "opens_with": given,
        "expected": {
            "vault_id": VAULT_ID.hex(),
            "gen": parts.gen,
            "slots": [line.split(" ")[0] for line, _ in parts.slots],
            "root": ROOT.hex(),
            "database_key": f"x'{database.hex()}'",
        },
    }


def refused(code: str, about: str, content: bytes, passphrase: str = PASSPHRASE) -> Vector:
    """A vector that must fail with the error of this code."""
    return {
        "about": about,
        "header": content.decode("ascii"),
        "opens_with": {"passphrase": passphrase},
        "error": code,
    }


def pass_slot(passphrase: str, memory_kib: int = 64 * 1024, passes: int = 3, lanes: int = 4) -> tuple[str, bytes]:
    """The root under a passphrase."""
    salt_ = salt("pass", 16)
    line = f"pass argon2id m={memory_kib} t={passes} p={lanes} {b64(salt_)}"
    key = Argon2id(
        salt=salt_, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib, ad=b"cairn/v1/pass" + VAULT_ID
    ).derive(unicodedata.normalize("NFKC", passphrase).encode())
    return line, cobblestone_256(key, b"cairn/v1/slot\0" + VAULT_ID + line.encode(), salt("pass body", 24), ROOT)


def words_slot(secret: bytes) -> tuple[str, bytes]:
    """The root under recovery words."""
    salt_ = salt("words", 16)
    line = f"recovery hkdf-sha256 {b64(salt_)}"
    key = HKDF(SHA256(), 32, salt_, b"cairn/v1/recovery" + VAULT_ID).derive(secret)
    return line, cobblestone_256(key, b"cairn/v1/slot\0" + VAULT_ID + line.encode(), salt("words body", 24), ROOT)


def cobblestone_256(key: bytes, context: bytes, salt_: bytes, message: bytes) -> bytes:
    """One chunk: 24 bytes of salt, 32 of commitment, then the message and its 16 bytes of tag.

    Source: https://c2sp.org/chunked-encryption, for a message under 16 KiB.
    """
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + salt_ + context
    derived = HKDFExpand(SHA512(), 32 + 12 + 32, info).derive(key)
    sealing_key, nonce, commitment = derived[:32], derived[32:44], derived[44:]
    return salt_ + commitment + AESGCM(sealing_key).encrypt(nonce, message, None)


def expand(label: bytes) -> bytes:
    """A key of the root's own."""
    return HKDFExpand(SHA256(), 32, label).derive(ROOT)


def words_of(secret: bytes) -> str:
    """Twenty bytes as fifteen words."""
    return Mnemonic("english").to_mnemonic(secret)


def salt(label: str, length: int) -> bytes:
    """Fixed bytes where a real header has random ones."""
    return hashlib.sha256(f"the salt of the vectors: {label}".encode()).digest()[:length]


def b64(content: bytes) -> str:
    """Base64 without padding."""
    return base64.b64encode(content).decode().rstrip("=")


def with_sum(above: bytes) -> bytes:
    """The last line: SHA-256 of everything above it."""
    return above + f"sum {hashlib.sha256(above).hexdigest()}\n".encode()


def resummed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A header changed above its sum, and the sum made right again."""
    return with_sum(change(content[: content.rindex(b"sum ")]))


def _with_mac_of(content: bytes, parts: Parts) -> bytes:
    """Other parts under the MAC of a sealed header, with the sum made right."""
    mac = content.split(b"\n--- ")[1].split(b"\n")[0]
    return with_sum(parts.covered() + b" " + mac + b"\n")


def _other_mac(above: bytes) -> bytes:
    before, separator, mac = above.rpartition(b"\n--- ")
    return before + separator + (b"B" if mac.startswith(b"A") else b"A") + mac[1:]


def _gen_two(above: bytes) -> bytes:
    return above.replace(b"gen 1\ndb journal-1.db", b"gen 2\ndb journal-2.db")


def _loosen(above: bytes) -> bytes:
    """Set the two lowest bits of the MAC's last letter, which stand for no byte."""
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = above[-2:-1]
    return above[:-2] + letters[letters.index(last) | 3 :][:1] + b"\n"


def main() -> None:
    """Write every vector, and take away the files that no vector has any more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    vectors = vault_vectors()
    for path in FOLDER.glob("*.json"):
        if path.stem not in vectors:
            path.unlink()
    for name, vector in vectors.items():
        (FOLDER / f"{name}.json").write_text(as_text(vector), encoding="utf-8")


def as_text(vector: Vector) -> str:
    """A vector as its file holds it."""
    return json.dumps(vector, indent=1, ensure_ascii=True) + "\n"


if __name__ == "__main__":
    main()
