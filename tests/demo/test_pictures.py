"""The pictures of the documentation: each screen has one, the same screens give the same bytes, and all are small."""

import ast
import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from journal.paths import Home
from tools.pictures import FOLDER, SIZES, draw, file_of, main
from tools.pictures_shown import NOT_SHOWN, PICTURES, Picture
from tools.pictures_svg import as_svg
from tools.pictures_walk import LOOKS, make_demo_home

ROOT = Path(__file__).parents[2]
LARGEST_BYTES = 6_000_000
"""Of all pictures together: more would make a copy of this folder slow to fetch."""
DRAWN = ("first-run", "today", "goals", "hard-day", "check-in")
SCREENS = {"Screen", "ModalScreen"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return make_demo_home(tmp_path_factory.mktemp("pictures"))


def pictures(*names: str) -> list[Picture]:
    return [picture for picture in PICTURES if picture.name in names]


def kept() -> list[Path]:
    return sorted(FOLDER.rglob("*.svg"))


def addresses(svg: str) -> set[str]:
    """Every place elsewhere that would be asked for something, but for the name of the format itself."""
    without_words = re.sub(r">[^<]*<", "><", svg)
    return set(re.findall(r"(?:https?:)?//[^\s\"')]+", without_words)) - {"http://www.w3.org/2000/svg"}


def words_of(svg: str) -> str:
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", svg))


@cache
def bases() -> dict[str, set[str]]:
    """Every class of the screens and the questions, with what it stands on."""
    found: dict[str, set[str]] = {}
    for folder in ("screens", "modals", "widgets"):
        for path in (ROOT / "tui" / folder).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    found[node.name] = set(_names_of(node))
    return found


def _names_of(node: ast.ClassDef) -> Iterator[str]:
    for base in node.bases:
        named = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(named, ast.Name):
            yield named.id


def is_screen(name: str) -> bool:
    return name in SCREENS or any(is_screen(base) for base in bases().get(name, ()))


@pytest.mark.parametrize("look", ["dawn", "no-colour"])
def test_drawn_twice_it_is_the_same_and_names_no_address(made: Home, look: str, tmp_path: Path) -> None:
    for folder in ("once", "twice"):
        draw(made, look, "80x24", pictures(*DRAWN), tmp_path / folder)
    for picture in pictures(*DRAWN):
        once = file_of(tmp_path / "once", look, "80x24", picture).read_bytes()
        assert once == file_of(tmp_path / "twice", look, "80x24", picture).read_bytes(), picture.name
        assert addresses(once.decode()) == set()


def test_drawn_alone_it_is_the_same_as_among_others(made: Home, tmp_path: Path) -> None:
    draw(made, "dusk", "80x24", pictures(*DRAWN), tmp_path / "among")
    draw(made, "dusk", "80x24", pictures("hard-day"), tmp_path / "alone")
    (alone,) = (tmp_path / "alone").rglob("*.svg")
    assert alone.read_bytes() == (tmp_path / "among" / "dusk" / alone.name).read_bytes()


def test_a_picture_shows_the_screen_over_the_demo_journal(made: Home, tmp_path: Path) -> None:
    draw(made, "contrast", "140x45", pictures("today"), tmp_path)
    (today,) = tmp_path.rglob("*.svg")
    assert "Friday 13 March 2026" in words_of(today.read_text(encoding="utf-8"))


def test_a_name_that_is_no_picture_is_answered_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["todai"])
    said = capsys.readouterr().err
    assert "todai" in said
    assert "look-back-year" in said


def test_words_stand_where_they_stood_in_their_colours_and_nothing_in_them_is_markup() -> None:
    row = Strip([Segment("  a <b> "), Segment("c", Style(color="#010203", bgcolor="#040506", bold=True))])
    svg = as_svg([row], "two runs", around="#181F1E")
    assert '<tspan x="20" textLength="50" class="s1">a &lt;b&gt;</tspan>' in svg
    assert ".s0{fill:#010203;font-weight:bold;}" in svg
    assert '<path fill="#040506" d="M80 0h10v20h-10z"/>' in svg


@pytest.mark.parametrize("name", sorted(name for name in bases() if is_screen(name)))
def test_every_screen_has_a_picture_or_a_reason(name: str) -> None:
    assert (name in {picture.shows for picture in PICTURES}) is not (name in NOT_SHOWN)


def test_a_reason_is_for_a_screen_that_is_there() -> None:
    assert all(is_screen(name) for name in NOT_SHOWN)


def test_every_picture_is_kept_in_every_look_and_size_and_nothing_else() -> None:
    wanted = {file_of(FOLDER, look, size, one) for look in LOOKS for size in SIZES for one in PICTURES}
    assert {path for path in FOLDER.rglob("*") if path.is_file()} == wanted


def test_what_is_kept_names_no_address_and_has_its_words() -> None:
    for path in kept():
        svg = path.read_text(encoding="utf-8")
        assert addresses(svg) == set(), path
        assert len(words_of(svg).split()) > len(path.stem.split("-")), path


def test_what_is_kept_in_no_colour_has_none() -> None:
    for path in (FOLDER / "no-colour").glob("*.svg"):
        colours = set(re.findall(r"fill(?:=\"|:)(#[0-9a-f]{6})", path.read_text(encoding="utf-8")))
        assert colours <= {"#fafaf8", "#222222"}, path


def test_all_that_is_kept_is_small() -> None:
    assert sum(path.stat().st_size for path in kept()) < LARGEST_BYTES


def test_pictures_of_the_readme_are_there() -> None:
    shown = re.findall(r"!\[[^]]+]\(([^)]+\.svg)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(shown) == 6
    assert all((ROOT / path).is_file() for path in shown)
