"""In a fresh process: how long the passphrase takes to become a key, and nothing else. Prints seconds.

Called with the database's path; the header beside it says what the derivation costs.
"""

import re
import sys
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from benchmarks.samples import timed
from journal.paths import Home
from journal.vault.header_files import read_header
from journal.vault.key_slots import PASSPHRASE
from journal.vault.secrets import ROOT_BYTES

_COSTS = re.compile(r"m=(\d+) t=(\d+) p=(\d+)")


def main() -> None:
    """Derive once with the header's own costs."""
    header = read_header(Home(Path(sys.argv[1]).parents[1])).header
    slot = header.slot(PASSPHRASE)
    costs = _COSTS.search(slot.line) if slot else None
    if costs is None:
        raise SystemExit("The header names no costs.")
    derivation = Argon2id(
        salt=bytes(16),
        length=ROOT_BYTES,
        iterations=int(costs[2]),
        lanes=int(costs[3]),
        memory_cost=int(costs[1]),
        ad=bytes(29),
    )
    key, passphrase = bytearray(ROOT_BYTES), sys.stdin.buffer.read()
    print(timed(lambda: derivation.derive_into(passphrase, key)))


if __name__ == "__main__":
    main()
