"""Make the vectors of backups: `python -m tools.make_backup_vectors`. They are never edited by hand.

A vector is what stands before the database, the database as a few bytes and a length (zeros fill it up), and a way
in, with the keys that opening must give, or the code of the error. None of them holds a journal: the one that is a
whole backup is `tests/frozen/backup-0002`. As with the headers nothing of `journal` is imported here:

    grammar, keys and labels           docs/vault-format.md
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from tools.make_vectors import (
    FOLDER,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    ROOT,
    VAULT_ID,
    WORDS_SECRET,
    Parts,
    Vector,
    as_text,
    b64,
    pass_slot,
    resummed,
    with_sum,
    words_of,
    words_slot,
)

BACKUPS = FOLDER / "backup"
BACKUP_ID = hashlib.sha256(b"the backup id of the vectors").digest()[:16]
OTHER_BACKUP_ID = hashlib.sha256(b"another backup id than that of the vectors").digest()[:16]
MADE = "2026-11-22T11:25:06Z"
NO_JOURNAL = b"not a journal, and not locked"
LENGTH = 8192
PLAIN = b"SQLite format 3\0"

Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Backup:
    """A backup before it is sealed. `starts` and zeros are its database."""

    header: bytes
    version: str = "cairn-backup/1"
    backup_id: bytes = BACKUP_ID
    starts: bytes = NO_JOURNAL
    length: int = LENGTH

    def database(self) -> bytes:
        return self.starts.ljust(self.length, b"\0")

    def covered(self) -> bytes:
        lines = [self.version, f"id {self.backup_id.hex()}", f"made {MADE}", "writes 41", f"len {self.length}"]
        lines += [f"sha256 {hashlib.sha256(self.database()).hexdigest()}", f"header {len(self.header)}"]
        return "\n".join(lines).encode() + b"\n" + self.header + b"---"

    def sealed(self, label: bytes = b"cairn/v1/backup-mac\0", made_with: bytes = BACKUP_ID) -> bytes:
        """With the MAC that the root gives, and the sum."""
        mac = hmac.new(expand(label + made_with), self.covered(), hashlib.sha256).digest()
        return with_sum(self.covered() + f" {b64(mac)}\n".encode())


def backup_vectors() -> dict[str, Vector]:
    """Every vector by the name of its file."""
    both = Parts(slots=(pass_slot(PASSPHRASE), words_slot(WORDS_SECRET)))
    whole = Backup(both.sealed())
    return {**opening(whole, both), **other_keys(whole, both), **other_bytes(whole), **other_databases(whole)}


def opening(whole: Backup, both: Parts) -> dict[str, Vector]:
    """Whose keys are given."""
    unknown = Backup(Parts(gen=7, slots=(*both.slots, ("keyring x", b"\x01\x02\x03"))).sealed())
    return {
        "passphrase": opens("The passphrase of the header that it carries.", whole, passphrase=PASSPHRASE),
        "recovery-words": opens("Its recovery words.", whole, recovery_words=words_of(WORDS_SECRET)),
        "unknown-slots": opens("Of a later key, with a slot of a kind unknown here.", unknown, passphrase=PASSPHRASE),
    }


def other_keys(whole: Backup, both: Parts) -> dict[str, Vector]:
    """Whole texts that other keys made, or that are opened with another secret. They are derived, and then refused."""
    text = whole.sealed()
    other_mac = resummed(whole.header, lambda above: above[:-2] + (b"A" if above[-2:-1] != b"A" else b"Q") + b"\n")
    gen_two = resummed(whole.header, lambda above: above.replace(b"gen 1\ndb journal-1", b"gen 2\ndb journal-2"))
    made: dict[str, tuple[str, bytes]] = {
        "mac-of-other-bytes": ("The MAC is of other bytes, the sum is right.", resummed(text, _more_writes)),
        "mac-of-another-backup": ("The MAC key of another backup.", whole.sealed(made_with=OTHER_BACKUP_ID)),
        "mac-under-the-database-key": ("The key that locks its database.", whole.sealed(b"cairn/v1/backup\0")),
        "mac-under-the-header-key": ("The key of the header's MAC.", whole.sealed(b"cairn/v1/header-mac\0", b"")),
        "id-of-another-backup": ("The id was changed, the sum is right.", resummed(text, _other_id)),
        "header-with-another-mac": (
            "The header's own MAC is of other bytes.",
            replace(whole, header=other_mac).sealed(),
        ),
        "header-of-another-generation": ("The header was changed.", replace(whole, header=gen_two).sealed()),
        "header-without-the-words": (
            "A slot was taken out of the header, whose MAC stayed.",
            replace(whole, header=_with_mac_of(whole.header, Parts(slots=both.slots[:1]))).sealed(),
        ),
    }
    refused_ = {name: refused("damaged", about, whole, content) for name, (about, content) in made.items()}
    return {
        **{f"refused-{name}": vector for name, vector in refused_.items()},
        "refused-other-passphrase": {
            **refused("wrong-passphrase", "Another passphrase.", whole, text),
            "opens_with": {"passphrase": OTHER_PASSPHRASE},
        },
        "refused-header-of-another-vault": refused(
            "wrong-passphrase",
            "The header of another vault, which the same passphrase does not open under this id.",
            whole,
            resummed(text, lambda above: _with_header(above, whole.header, _of_another_vault(whole.header))),
        ),
    }


def other_bytes(whole: Backup) -> dict[str, Vector]:
    """Texts that are not as they were sealed, or break the grammar. Nothing is derived for any of them."""
    text = whole.sealed()
    changes: dict[str, tuple[str, bytes]] = {
        "sum": ("The sum is of other bytes.", text.replace(b"writes 41", b"writes 42")),
        "no-sum": ("The last line is gone.", text[: text.rindex(b"sum ")]),
        "no-last-line-end": ("The last line end is gone.", text[:-1]),
        "windows-line-ends": ("CR LF at every line.", text.replace(b"\n", b"\r\n")),
        "header-sum": ("The sum of the header is of other bytes.", resummed(text, _header_sum)),
        "line-gone": ("A line is gone.", resummed(text, lambda above: above.replace(b"writes 41\n", b""))),
        "line-more": ("A line more.", resummed(text, lambda above: above.replace(b"writes", b"colour 7\nwrites"))),
        "lines-in-another-order": ("Two lines change places.", resummed(text, _turned)),
        "length-with-a-zero": ("0 before a number.", resummed(text, lambda above: above.replace(b"len ", b"len 0"))),
        "length-of-zero": ("No database.", resummed(text, lambda above: above.replace(b"len 8192", b"len 0"))),
        "header-length": ("The header is said to be shorter.", resummed(text, _shorter_header)),
        "capital-hex": ("Capitals in the id.", resummed(text, _capitals)),
        "base64-not-canonical": ("Bits that mean nothing are set.", resummed(text, _loosen)),
        "two-headers": (
            "A second header after the first.",
            resummed(text, lambda above: _doubled(above, whole.header)),
        ),
        "too-long": (
            "More than 9216 bytes of text.",
            resummed(text, lambda above: above.replace(b"made", b" " * 9216)),
        ),
    }
    newer, newer_header = replace(whole, version="cairn-backup/2").sealed(), _newer(whole.header)
    made = {name: refused("damaged", about, whole, content) for name, (about, content) in changes.items()}
    made["newer"] = refused("newer-format", "The next version of the format.", whole, newer)
    made["newer-header"] = refused(
        "newer-format", "It carries a header of the next version.", whole, replace(whole, header=newer_header).sealed()
    )
    made["a-letter"] = refused("damaged", "Something else altogether.", whole, b"Dear Sam,\n")
    made["no-zero-byte"] = {**refused("damaged", "It ends after its text.", whole, text), "without_database": True}
    return {f"refused-{name}": {**vector, "before_derivation": True} for name, vector in made.items()}


def other_databases(whole: Backup) -> dict[str, Vector]:
    """A right text before other bytes than those it is of."""
    text = whole.sealed()
    cut = {**refused("damaged", "The last byte is gone.", whole, text), "before_derivation": True}
    longer = {**refused("damaged", "A byte more.", whole, text), "before_derivation": True}
    return {
        "refused-cut": {**cut, "database": {"starts": b64(NO_JOURNAL), "length": LENGTH - 1}},
        "refused-longer": {**longer, "database": {"starts": b64(NO_JOURNAL), "length": LENGTH + 1}},
        "refused-flipped": {
            **sealed_as("A bit of the database is another.", whole),
            "database": {"starts": b64(NO_JOURNAL[:-1] + bytes([NO_JOURNAL[-1] ^ 1])), "length": LENGTH},
        },
        "refused-no-database": sealed_as("The bytes are the right ones, and no database.", whole),
        "refused-plain-database": sealed_as("A database that is not locked.", replace(whole, starts=PLAIN)),
        "refused-small-database": sealed_as("Less than a page.", replace(whole, length=4095)),
    }


def opens(about: str, backup: Backup, **given: str) -> Vector:
    """A vector whose keys can be made."""
    return {
        "about": about,
        **_file(backup, backup.sealed()),
        "opens_with": given,
        "expected": {
            "backup_id": BACKUP_ID.hex(),
            "made": MADE,
            "writes": 41,
            "len": backup.length,
            "sha256": hashlib.sha256(backup.database()).hexdigest(),
            "vault_id": VAULT_ID.hex(),
            "root": ROOT.hex(),
            "database_key": f"x'{expand(b'cairn/v1/backup' + bytes(1) + BACKUP_ID).hex()}'",
        },
    }


def refused(code: str, about: str, backup: Backup, content: bytes) -> Vector:
    """A vector that must fail with the error of this code."""
    return {"about": about, **_file(backup, content), "opens_with": {"passphrase": PASSPHRASE}, "error": code}


def sealed_as(about: str, backup: Backup) -> Vector:
    """One whose every MAC holds, so that its text opens, and whose database does not."""
    return {**refused("damaged", about, backup, backup.sealed()), "text_opens": True}


def expand(label: bytes) -> bytes:
    """A key of the root's own."""
    return HKDFExpand(SHA256(), 32, label).derive(ROOT)


def _file(backup: Backup, content: bytes) -> Vector:
    return {
        "preamble": content.decode("ascii"),
        "database": {"starts": b64(backup.starts), "length": backup.length},
    }


def _more_writes(above: bytes) -> bytes:
    return above.replace(b"writes 41", b"writes 42")


def _other_id(above: bytes) -> bytes:
    return above.replace(BACKUP_ID.hex().encode(), OTHER_BACKUP_ID.hex().encode())


def _with_header(above: bytes, header: bytes, other: bytes) -> bytes:
    return above.replace(header, other)


def _of_another_vault(header: bytes) -> bytes:
    other = hashlib.sha256(b"the vault id of another vault").digest()[:16]
    return resummed(header, lambda above: above.replace(VAULT_ID.hex().encode(), other.hex().encode()))


def _newer(header: bytes) -> bytes:
    return resummed(header, lambda above: above.replace(b"cairn-vault/1", b"cairn-vault/2"))


def _header_sum(above: bytes) -> bytes:
    before, sum_, after = above.rpartition(b"sum ")
    return before + sum_ + (b"1" if after.startswith(b"0") else b"0") + after[1:]


def _turned(above: bytes) -> bytes:
    return above.replace(f"made {MADE}\nwrites 41\n".encode(), f"writes 41\nmade {MADE}\n".encode())


def _shorter_header(above: bytes) -> bytes:
    before, _, rest = above.partition(b"\nheader ")
    length, _, after = rest.partition(b"\n")
    return before + f"\nheader {int(length) - 1}\n".encode() + after


def _capitals(above: bytes) -> bytes:
    return above.replace(BACKUP_ID.hex().encode(), BACKUP_ID.hex().upper().encode())


def _doubled(above: bytes, header: bytes) -> bytes:
    return above.replace(header, header + header)


def _loosen(above: bytes) -> bytes:
    """Set the two lowest bits of the MAC's last letter, which stand for no byte."""
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return above[:-2] + letters[letters.index(above[-2:-1]) | 3 :][:1] + b"\n"


def _with_mac_of(header: bytes, parts: Parts) -> bytes:
    """Other parts under the MAC of a sealed header, with the sum made right."""
    mac = header.split(b"\n--- ")[1].split(b"\n")[0]
    return with_sum(parts.covered() + b" " + mac + b"\n")


def main() -> None:
    """Write every vector, and take away the files that no vector has any more."""
    BACKUPS.mkdir(parents=True, exist_ok=True)
    vectors = backup_vectors()
    for path in BACKUPS.glob("*.json"):
        if path.stem not in vectors:
            path.unlink()
    for name, vector in vectors.items():
        (BACKUPS / f"{name}.json").write_text(as_text(vector), encoding="utf-8")


if __name__ == "__main__":
    main()
