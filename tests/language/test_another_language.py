"""cairn in a language that nobody speaks: whatever is still English there has been forgotten by the catalogue."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from journal.data import feelings, prompts, support_lines
from tests.language import pseudo
from tests.language.walked import FEW
from tools.catalogue import CATALOGUE, catalogue
from tui.language import OTHER_LOCALE
from tui.wording import demo_life

ROOT = Path(__file__).parents[2]
LOOKS_LIKE_A_WORD = re.compile(r"[A-Za-z]{4,}\b(?!…)")
"""Not one that was cut off where the room ended."""
STAYS = {
    "Ctrl", "Enter", "Shift", "Space", "Delete", "Backspace", "PgUp", "PgDn", "Home", "cairn", "waymark", "https",
    "SHOUT", "backup", "vault", "snapshots", "demo",
}  # fmt: skip
"""Keys, places and names: nothing that is said."""
WALK_S = 600


def words_in(value: object) -> Iterator[str]:
    """Every word of some data, however deep it lies."""
    if isinstance(value, str):
        yield from LOOKS_LIKE_A_WORD.findall(value)
    elif isinstance(value, dict):
        for part in value.values():
            yield from words_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from words_in(part)


def of_the_demo() -> set[str]:
    """The words of the demo journal, which are its person's own, and of the data that ships."""
    sources = Path(str(demo_life.__file__)).parent.glob("*.py")
    own = {word for source in sources for word in words_in(source.read_text(encoding="utf-8"))}
    data: list[Any] = [*map(asdict, prompts()), *map(asdict, feelings()), *map(asdict, support_lines())]
    return own | set(words_in(data))


def walked(folder: Path, width: int, height: int, how_many: str) -> dict[str, list[str]]:
    """Each screen as that language shows it."""
    environment = {**os.environ, "LANGUAGE": pseudo.NAME, OTHER_LOCALE: str(pseudo.make_catalogue(folder))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.language.walked", str(width), str(height), how_many],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        timeout=WALK_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    shown: dict[str, list[str]] = json.loads(done.stdout)
    return shown


def assert_all_is_translated(shown: dict[str, list[str]]) -> None:
    known = of_the_demo() | STAYS
    english = {
        name: sorted({word for line in lines for word in words_in(line)} - known) for name, lines in shown.items()
    }
    assert {name: words for name, words in english.items() if words} == {}


@pytest.mark.parametrize(("width", "height"), [(80, 24), pytest.param(40, 12, marks=pytest.mark.soak)])
def test_every_section_says_all_it_says_in_the_other_language(tmp_path: Path, width: int, height: int) -> None:
    shown = walked(tmp_path, width, height, "few")
    assert len(shown) == len(FEW)
    assert_all_is_translated(shown)
    # However long its sentences are, the way to support keeps its place: below, or first in the palette.
    first = pseudo.said("Support now")
    assert [name for name, lines in shown.items() if "F2" not in lines[-1] and first not in "".join(lines[:8])] == []


@pytest.mark.soak
def test_every_screen_says_all_it_says_in_the_other_language(tmp_path: Path) -> None:
    shown = walked(tmp_path, 80, 24, "all")
    assert len(shown) >= 50
    assert_all_is_translated(shown)


def test_what_is_not_translated_would_be_seen() -> None:
    with pytest.raises(AssertionError, match="Forgotten"):
        assert_all_is_translated({"today": ["Ħéłłô.~", "  Forgotten here"]})


def test_the_catalogue_that_ships_is_the_one_that_is_drawn_out() -> None:
    """`make catalogue` writes it anew."""
    assert CATALOGUE.read_text(encoding="utf-8") == catalogue()


def test_what_is_filled_in_and_what_is_typed_stays_in_the_other_language() -> None:
    assert pseudo.said("In {days} days: `cairn show`\n").rstrip("~\n") == "Íñ {days} đàýš: `cairn show`"
