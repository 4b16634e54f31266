"""The place where two people meet, as it is typed: `folder:PATH` or `relay:https://HOST[:PORT]`."""

import os
from pathlib import Path

from journal.errors import BadInput
from sync.transports.folder import Folder
from sync.transports.relay_address import RELAY, read_address
from sync.transports.slot import Slots

_FOLDER = "folder:"


def slots_at(via: str, *, makes: bool = True) -> Slots:
    """The way to the slots of a place.

    Args:
        via: the place.
        makes: whether what is not there yet is made; of a relay alone.

    Raises:
        BadInput: no place that can be used.
    """
    check_via(via)
    if not is_relay(via):
        return Folder(Path(os.path.expanduser(via.removeprefix(_FOLDER))))
    # Nobody without a relay loads what it takes to reach one.
    from sync.transports.relay_client import Relay

    return Relay(read_address(via), makes=makes)


def check_via(via: str) -> None:
    """See that it is a place.

    Raises:
        BadInput: it is none; the sentence says why.
    """
    if is_relay(via):
        read_address(via)
        return
    if not via.startswith(_FOLDER) or not via.removeprefix(_FOLDER).strip():
        raise BadInput("The place is folder:PATH, a folder that both of you can see, or relay:https://HOST.")
    # Not by `Path`: where `~somebody` is nobody here, this one leaves it as it is.
    path = os.path.expanduser(via.removeprefix(_FOLDER))
    if not os.path.isabs(path) or not _can_be_a_name(path):
        raise BadInput("The folder needs its whole path, from the beginning.")


def is_relay(via: str) -> bool:
    """Whether the place is a relay, which tells when something comes."""
    return via.startswith(RELAY)


def proxy_on_the_way(via: str) -> str | None:
    """The proxy that this computer names for the way there, without what opens it; none: straight there.

    Raises:
        BadInput: no place that can be used.
    """
    if not is_relay(via):
        return None
    from sync.transports.relay_client import proxy_told

    return proxy_told(read_address(via))


def _can_be_a_name(path: str) -> bool:
    """Whether the system takes it at all."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False
