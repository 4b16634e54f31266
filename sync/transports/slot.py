"""All that a way between two people has to offer: slots that hold the newest 16,384 bytes, and no more."""

from dataclasses import dataclass
from typing import Protocol

from sync.sealing.meeting_keys import Place


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a slot."""

    candidates: tuple[bytes, ...]
    """More than one where two computers wrote at once and the way between them kept both; none while it is empty."""
    version: str
    """Another one whenever anything changes. Means nothing else."""


class Slots(Protocol):
    """A folder that both can see, or a relay. Capabilities are for the relay alone.

    Every method raises `NotReached` where the place is not there, is full, or cannot be written to.
    """

    async def check(self) -> None:
        """See that the place is there and can be written to."""

    async def read(self, place: Place) -> Held:
        """What stands there now."""

    async def write(self, place: Place, wire: bytes) -> None:
        """Let these 16,384 bytes stand there, instead of whatever does."""

    async def wait(self, place: Place, version: str, seconds: float) -> Held:
        """What stands there once it is another version, or after that time."""

    async def delete(self, place: Place) -> None:
        """Let nothing stand there."""
