"""Who may make slots: holders of a token from a file, or everybody. Tokens are known by their digests alone."""

import hashlib
import ipaddress
import logging
import re
from pathlib import Path

from sync.relay.refusals import CallIsOff

log = logging.getLogger("cairn.relay")

_TOKEN = re.compile(r"[A-Za-z0-9._~+=-]{1,200}")
"""What a person can type before the host of a relay, as `sync.transports.relay_address` reads it."""
_UNREADABLE = "The file of admission tokens cannot be read."
_NO_TOKEN = (
    "Line {place} of the file of admission tokens is no token: 1 to 200 letters, digits or any of . _ ~ + = and -."
)
_ONE_HOUSEHOLD = 56
"""Bits of an IPv6 address that are one home's: whoever has an address behind them can have all. Source: RIPE-690."""


class Admission:
    """The tokens of a file, looked up again whenever it changes: a charity hands out new ones any day.

    Args:
        file: one token a line, blank lines and lines from `#` aside; none: everybody is admitted.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._seen: tuple[int, int, int] | None = None
        self._tokens: frozenset[str] = frozenset()
        self._trouble = ""
        if file is not None:
            self._look(file)
        if self._trouble:
            raise CallIsOff(self._trouble)

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
        before = self._trouble
        self._look(self._file)
        if self._trouble and self._trouble != before:
            log.warning(self._trouble)
        digest = hashlib.sha256(token or b"").hexdigest()
        return digest if digest in self._tokens else None

    def _look(self, file: Path) -> None:
        """Take the tokens over where the file is another than it was, and what is wrong with it, without its words."""
        try:
            status = file.stat()
            if self._seen == (now := (status.st_mtime_ns, status.st_ino, status.st_size)):
                return
            # With the mark that some editors put before the first line.
            lines = [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines()]
        except (OSError, UnicodeDecodeError):
            # A list that cannot be read admits nobody, least of all somebody who was taken off it.
            self._seen, self._tokens, self._trouble = None, frozenset(), _UNREADABLE
            return
        tokens = {place: line for place, line in enumerate(lines, 1) if line and not line.startswith("#")}
        bad = [place for place, token in tokens.items() if not _TOKEN.fullmatch(token)]
        self._trouble = _NO_TOKEN.format(place=bad[0]) if bad else ""
        self._tokens = frozenset(hashlib.sha256(token.encode()).hexdigest() for token in tokens.values())
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
