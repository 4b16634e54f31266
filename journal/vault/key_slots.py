r"""Key slots: from a passphrase or recovery words to the root key, and the root sealed under them.

    KEK_pass  = Argon2id(NFKC(passphrase), salt16, t, p, m, 32 bytes, ad="cairn/v1/pass" || vault id)
    KEK_rec   = HKDF-SHA256(20 bytes behind the words, salt16, info="cairn/v1/recovery" || vault id)
    slot body = Cobblestone-256.seal(KEK, root, context="cairn/v1/slot\0" || vault id || stanza line)

The vault id is its 16 raw bytes, the stanza line is without `-> ` and line end. Source: security brief, b.2.
"""

import os
import re
import time
from dataclasses import dataclass

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from journal.errors import CairnError, Damaged, NotOpened, WrongWords
from journal.vault.header import BODY_BYTES, SALT_BYTES, Header, Slot, decode64, encode64
from journal.vault.secrets import ROOT_BYTES, RootKey, wipe

PASSPHRASE = "pass"
RECOVERY = "recovery"
_CONTEXT = b"cairn/v1/slot\0"
_PASS_LINE = re.compile(r"pass argon2id m=(\d{1,7}) t=(\d{1,2}) p=(\d) ([A-Za-z0-9+/]{22})")
_RECOVERY_LINE = re.compile(r"recovery hkdf-sha256 ([A-Za-z0-9+/]{22})")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of the passphrase costs: memory in KiB, passes, lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def is_allowed(self) -> bool:
        """Between the floor (RFC 9106, second recommended set) and what a hostile header may make us eat."""
        return 64 * 1024 <= self.memory_kib <= 1024 * 1024 and 3 <= self.passes <= 10 and 1 <= self.lanes <= 8


FLOOR = Cost()
HIGHEST_CHOSEN_KIB = 256 * 1024
LONGEST_DERIVATION_S = 0.7


def suitable_cost() -> Cost:
    """Double the memory from the floor to 256 MiB while one derivation stays under 0.7 s here.

    A doubling is tried only where twice the last time still fits, so that making a journal stays quick.
    """
    cost = FLOOR
    while cost.memory_kib < HIGHEST_CHOSEN_KIB:
        started = time.perf_counter()
        wipe(_derive_from_passphrase(bytearray(b"how long does this take"), bytes(SALT_BYTES), cost, bytes(16)))
        if (time.perf_counter() - started) * 2 > LONGEST_DERIVATION_S:
            break
        cost = Cost(cost.memory_kib * 2)
    return cost


def seal_with_passphrase(root: RootKey, passphrase: bytearray, vault_id: bytes, cost: Cost) -> Slot:
    """Wrap the root under a passphrase with a fresh salt."""
    salt = os.urandom(SALT_BYTES)
    line = f"pass argon2id m={cost.memory_kib} t={cost.passes} p={cost.lanes} {encode64(salt).decode()}"
    return _seal(root, _derive_from_passphrase(passphrase, salt, cost, vault_id), vault_id, line)


def seal_with_recovery(root: RootKey, secret: bytes, vault_id: bytes) -> Slot:
    """Wrap the root under the 20 bytes behind the recovery words with a fresh salt."""
    salt = os.urandom(SALT_BYTES)
    line = f"recovery hkdf-sha256 {encode64(salt).decode()}"
    return _seal(root, _derive_from_words(secret, salt, vault_id), vault_id, line)


def open_with_passphrase(header: Header, passphrase: bytearray) -> RootKey:
    """Unwrap the root.

    Raises:
        NotOpened: another passphrase.
        Damaged: no such slot, or costs outside the allowed range, refused before they are run.
    """
    slot = header.slot(PASSPHRASE)
    found = _PASS_LINE.fullmatch(slot.line) if slot else None
    if slot is None or not found:
        raise Damaged()
    cost = Cost(int(found[1]), int(found[2]), int(found[3]))
    if not cost.is_allowed() or f"m={cost.memory_kib} t={cost.passes} p={cost.lanes} " not in slot.line:
        raise Damaged()
    salt = decode64(found[4].encode())
    _check_body(slot)
    return _open(slot, _derive_from_passphrase(passphrase, salt, cost, header.vault_id), header)


def open_with_recovery(header: Header, secret: bytes) -> RootKey:
    """Unwrap the root with the 20 bytes behind the recovery words.

    Raises:
        WrongWords: words of another journal. NotOpened: this one has none yet.
        Damaged: the slot is not ours.
    """
    slot = header.slot(RECOVERY)
    if slot is None:
        raise NotOpened("This journal has no recovery words yet.")
    found = _RECOVERY_LINE.fullmatch(slot.line)
    if not found:
        raise Damaged()
    _check_body(slot)
    try:
        return _open(slot, _derive_from_words(secret, decode64(found[1].encode()), header.vault_id), header)
    except NotOpened as problem:
        raise WrongWords() from problem


def _derive_from_passphrase(passphrase: bytearray, salt: bytes, cost: Cost, vault_id: bytes) -> bytearray:
    key = bytearray(ROOT_BYTES)
    try:
        Argon2id(
            salt=salt,
            length=ROOT_BYTES,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
            ad=b"cairn/v1/pass" + vault_id,
        ).derive_into(bytes(passphrase), key)
    except UnsupportedAlgorithm as problem:
        # No silent fallback to a weaker derivation: a journal must not be easier to guess on some computers.
        raise CairnError("This computer has no Argon2id, which cairn needs to lock a journal.") from problem
    return key


def _derive_from_words(secret: bytes, salt: bytes, vault_id: bytes) -> bytearray:
    key = bytearray(ROOT_BYTES)
    HKDF(SHA256(), ROOT_BYTES, salt, b"cairn/v1/recovery" + vault_id).derive_into(secret, key)
    return key


def _check_body(slot: Slot) -> None:
    """Length first, as age does: a body of another length is no sealed root."""
    if len(slot.body) != BODY_BYTES:
        raise Damaged()


def _seal(root: RootKey, key: bytearray, vault_id: bytes, line: str) -> Slot:
    sealer = Cobblestone256Encryptor(key, _CONTEXT + vault_id + line.encode())
    body = sealer.update(root.reveal_for_wrapping()) + sealer.finalize()
    wipe(key)
    return Slot(line, body)


def _open(slot: Slot, key: bytearray, header: Header) -> RootKey:
    opener = Cobblestone256Decryptor(key, _CONTEXT + header.vault_id + slot.line.encode())
    try:
        return RootKey(bytearray(opener.update(slot.body) + opener.finalize()))
    except InvalidTag as problem:
        raise NotOpened() from problem
    finally:
        wipe(key)
