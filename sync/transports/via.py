"""The place where two people meet, as it is typed: `folder:PATH`. A relay comes later."""

from pathlib import Path

from journal.errors import BadInput
from sync.transports.folder import Folder
from sync.transports.slot import Slots

_FOLDER = "folder:"


def slots_at(via: str) -> Slots:
    """The way to the slots of a place.

    Raises:
        BadInput: no place that can be used.
    """
    if not via.startswith(_FOLDER) or not via.removeprefix(_FOLDER).strip():
        raise BadInput("The place is written as folder:PATH, a folder that both of you can see.")
    path = Path(via.removeprefix(_FOLDER)).expanduser()
    if not path.is_absolute():
        raise BadInput("The folder needs its whole path, from the beginning.")
    return Folder(path)
