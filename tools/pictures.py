"""Draws the pictures of the screens that the documentation shows: `make pictures`.

    python -m tools.pictures [--to FOLDER] [LOOK or SIZE or NAME ...]      default: every one, into docs/pictures

Each is the real app over the demo journal, at a fixed moment and size, so that the same screens give the same
bytes. A picture names no address: whoever opens one asks nobody for a font.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from textual.strip import Strip

from journal.paths import Home
from tools.pictures_shown import PICTURES, Picture
from tools.pictures_svg import as_svg
from tools.pictures_walk import LOOKS, make_demo_home, walk
from tui.theme import THEMES

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZES = {"80x24": (80, 24), "140x45": (140, 45)}


def file_of(folder: Path, look: str, size: str, picture: Picture) -> Path:
    """Where a picture is kept."""
    return folder / look / f"{picture.name}-{size}.svg"


def draw(made: Home, look: str, size: str, pictures: Sequence[Picture], folder: Path) -> int:
    """Draw pictures in one look and size, and give their bytes.

    Args:
        made: the demo journal; it is copied, and stays as it is.
        look: one of `LOOKS`.
        size: one of `SIZES`.
        pictures: which ones.
        folder: where they are kept, by look.
    """
    drawn: list[int] = []
    around = next((theme.background or "" for theme in THEMES if theme.name == look), "")

    def keep(picture: Picture, rows: list[Strip]) -> None:
        svg = as_svg(rows, f"cairn: {picture.name.replace('-', ' ')}, {size}, {look}", around)
        path = file_of(folder, look, size, picture)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(svg, encoding="utf-8")
        drawn.append(len(svg.encode()))

    walk(made, look, SIZES[size], pictures, keep)
    return sum(drawn)


def main(arguments: Sequence[str]) -> int:
    """Draw what was asked for."""
    options = _options(arguments)
    looks = [look for look in LOOKS if look in options.what] or list(LOOKS)
    sizes = [size for size in SIZES if size in options.what] or list(SIZES)
    pictures = [picture for picture in PICTURES if picture.name in options.what] or list(PICTURES)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        made = make_demo_home(Path(place))
        # A process of its own for each look and size: cores are used, and none has seen another's screens.
        processes = ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn"), max_tasks_per_child=1)
        with processes:
            asked = {
                processes.submit(draw, made, look, size, pictures, options.to): f"{look}, {size}"
                for look in looks
                for size in sizes
            }
            total = 0
            for done in as_completed(asked):
                total += done.result()
                print(f"{asked[done]}: {len(pictures)}, after {time.monotonic() - begun:.0f} s", flush=True)
    print(f"{len(asked) * len(pictures)} pictures in {options.to}, {total / 1_000_000:.1f} MB")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.pictures", description="Draw the pictures of the screens.")
    parser.add_argument("--to", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("what", nargs="*", metavar="LOOK or SIZE or NAME")
    options = parser.parse_args(arguments)
    known = {*LOOKS, *SIZES, *(picture.name for picture in PICTURES)}
    if unknown := [name for name in options.what if name not in known]:
        parser.error(f"no look, size or picture is called {unknown[0]}; there are {', '.join(sorted(known))}")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
