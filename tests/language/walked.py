"""Every screen in the chosen language, as lines of text: `python -m tests.language.walked WIDTH HEIGHT few|all`."""

import json
import sys
import tempfile
from pathlib import Path

from textual.strip import Strip

from tools.pictures_shown import PICTURES, Picture
from tools.pictures_walk import make_demo_home, walk

FEW = (
    "today",
    "journal",
    "goals",
    "peers",
    "toolbox",
    "settings",
    "support-now",
    "help",
    "journal-month",
    "check-in-feelings",
    "hard-day",
    "look-back-feelings",
)


def main(width: int, height: int, how_many: str) -> None:
    """Print one document: the lines of each screen, by the picture's name."""
    chosen = [one for one in PICTURES if how_many == "all" or one.name in FEW]
    shown: dict[str, list[str]] = {}

    def drawn(picture: Picture, rows: list[Strip]) -> None:
        shown[picture.name] = [row.text.rstrip() for row in rows]

    with tempfile.TemporaryDirectory() as place:
        walk(make_demo_home(Path(place)), "dusk", (width, height), chosen, drawn)
    json.dump(shown, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
