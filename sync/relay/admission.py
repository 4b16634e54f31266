"""Who may make slots: holders of a token from a file, or everybody. Tokens are known by their digests alone."""

import hashlib
import ipaddress
from pathlib import Path

from sync.relay.refusals import CallIsOff

_ONE_HOUSEHOLD = 64
"""Bits of an IPv6 address that one connection to the network has: whoever has one address has them all."""


class Admission:
    """The tokens of a file, looked up again whenever it changes: a charity hands out new ones any day.

    Args:
        file: one token a line, blank lines and lines from `#` aside; none: everybody is admitted.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._seen: tuple[int, int, int] | None = None
        self._tokens: frozenset[str] = frozenset()
        if file is not None:
            try:
                self._look(file)
            except (OSError, UnicodeDecodeError) as problem:
                raise CallIsOff("The file of admission tokens cannot be read.") from problem

    @property
    def asks(self) -> bool:
        """Whether a token is needed."""
        return self._file is not None

    def who(self, token: bytes | None, address: str) -> str | None:
        """For whom a slot made now counts; none where nobody is admitted so.

        Args:
            token: as it came along.
            address: from where, for a relay that asks for no token.
        """
        if self._file is None:
            return _household(address)
        try:
            self._look(self._file)
        except (OSError, UnicodeDecodeError):
            # A list that cannot be read admits nobody, least of all somebody who was taken off it.
            return None
        digest = hashlib.sha256(token or b"").hexdigest()
        return digest if digest in self._tokens else None

    def _look(self, file: Path) -> None:
        seen = file.stat()
        if self._seen != (now := (seen.st_mtime_ns, seen.st_ino, seen.st_size)):
            lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
            tokens = (line for line in lines if line and not line.startswith("#"))
            self._tokens = frozenset(hashlib.sha256(token.encode()).hexdigest() for token in tokens)
            self._seen = now


def _household(address: str) -> str:
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped:
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((known.packed, _ONE_HOUSEHOLD), strict=False))
    return str(known)
