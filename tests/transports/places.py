"""Slots with names that a test can say, and wires of the one size."""

from sync.protocol.sizes import CAPABILITY, SLOT_ID, WIRE
from sync.sealing.meeting_keys import Place


def a_place(number: int = 1) -> Place:
    """A slot of its own for each number, 0 to 255."""
    return Place(bytes([number]) * SLOT_ID, b"r" * CAPABILITY, b"w" * CAPABILITY)


def a_wire(number: int = 1) -> bytes:
    """16,384 bytes, others for each number, 0 to 255."""
    return bytes([number]) * WIRE
