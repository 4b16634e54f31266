"""Where a relay is, as it is typed: `relay:https://HOST[:PORT]`, with a token before the host where it asks for one.

Nothing here connects.
"""

import ipaddress
import re
from dataclasses import dataclass

from journal.errors import BadInput

RELAY = "relay:"
_FORM = re.compile(r"(?P<scheme>[^:/]*)://(?:(?P<token>[^@/]*)@)?(?P<host>\[[^\]/]*\]|[^:/@]*)(?::(?P<port>[^/]*))?/?")
_TOKEN = re.compile(r"[A-Za-z0-9._~+=-]{1,200}")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_LONGEST_NAME = 253
_PORTS = range(1, 65_536)


@dataclass(frozen=True, slots=True, repr=False)
class RelayAddress:
    """A relay, and what it takes to have room made there."""

    scheme: str
    """`https`; `http` for a relay on this computer and for `.onion`."""
    host: str
    """A name in lower case or an address, as it stands in a URL."""
    port: int | None
    token: str
    """Empty where none was typed."""

    @property
    def origin(self) -> str:
        """The beginning of every URL there."""
        return f"{self.scheme}://{self.host}" + ("" if self.port is None else f":{self.port}")

    @property
    def is_on_this_computer(self) -> bool:
        return _is_loopback(self.host)


def read_address(via: str) -> RelayAddress:
    """What `relay:https://HOST[:PORT]` says.

    Raises:
        BadInput: it says none; the sentence says why.
    """
    found = _FORM.fullmatch(via.removeprefix(RELAY).strip())
    if found is None or found["scheme"].lower() not in ("http", "https"):
        raise BadInput("A relay is written as relay:https://HOST, with :PORT after it where it has one.")
    host, scheme = found["host"].lower(), found["scheme"].lower()
    if not _is_host(host):
        raise BadInput("The relay needs a name in plain letters, digits, dots and hyphens, or an address.")
    if scheme == "http" and not _is_loopback(host) and not host.endswith(".onion"):
        raise BadInput("http is for a relay on this computer, or one whose name ends in .onion. Any other needs https.")
    token = found["token"] or ""
    if found["token"] is not None and not _TOKEN.fullmatch(token):
        raise BadInput("The token before the @ holds a sign that no relay's token has.")
    return RelayAddress(scheme, host, _port(found["port"]), token)


def with_token(via: str, token: str) -> str:
    """The same place with this token, where it is a relay and has none of its own."""
    scheme, mark, rest = via.partition("://")
    if not token or not via.startswith(RELAY) or not mark or "@" in rest:
        return via
    return f"{scheme}://{token}@{rest}"


def _port(typed: str | None) -> int | None:
    if typed is None:
        return None
    if not typed.isascii() or not typed.isdecimal() or len(typed) > len("65535") or int(typed) not in _PORTS:
        raise BadInput("The port of a relay is a number from 1 to 65535.")
    return int(typed)


def _is_host(host: str) -> bool:
    if host.startswith("["):
        return _address(host[1:-1]) is not None and "%" not in host
    labels = host.removesuffix(".").split(".")
    # A name of digits alone would be read as an address in one of its odd spellings.
    if labels[-1].isdigit():
        return _address(host) is not None
    return len(host) <= _LONGEST_NAME and all(_LABEL.fullmatch(label) for label in labels)


def _is_loopback(host: str) -> bool:
    address = _address(host.strip("[]"))
    return host == "localhost" if address is None else address.is_loopback


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
