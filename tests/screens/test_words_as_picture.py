"""The words of an invite as a QR code: what a camera reads from the screen is the words."""

import zxingcpp

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.meeting_stage import Other, folder, other, to_invite
from tests.screens.peers_stage import to_peers
from tests.screens.stage import opened, rest, until_shown

__all__ = ["folder", "other"]

SQUARE = 4
"""Dots of a picture for each square, each way."""
LIGHT = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}
"""What each cell shows above and below, light on dark."""


def read_by_a_camera(shown: str) -> list[str]:
    """Every QR code in a picture of the screen."""
    width = max(len(row) for row in shown.splitlines())
    dots = bytearray()
    for row in shown.splitlines():
        cells = [LIGHT.get(cell, (0, 0)) for cell in row.ljust(width)]
        for half in range(2):
            dots += bytes(cell[half] for cell in cells for _ in range(SQUARE)) * SQUARE
    seen = memoryview(bytes(dots)).cast("B", (len(dots) // (width * SQUARE), width * SQUARE))
    return [code.text for code in zxingcpp.read_barcodes(seen)]


async def test_a_camera_reads_the_words_from_the_screen_and_another_key_brings_them_back(
    home: Home, clock: FixedClock, other: Other
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = await to_invite(pilot, other.folder)
        await pilot.press("v")
        shown = await rest(pilot)
        assert [text.lower() for text in read_by_a_camera(shown)] == [words]
        # One of them may be in any sentence.
        assert not all(word in shown for word in words.split())
        await pilot.press("v")
        await until_shown(pilot, words.split()[0])


def test_a_screen_without_one_reads_as_nothing() -> None:
    assert read_by_a_camera("cairn\n\n  Today ███") == []
