"""The pictures of the documentation: the same screens give the same bytes, and no address is in them."""

import html
import re
from pathlib import Path

import pytest

from journal.paths import Home
from tools.pictures import FOLDER, PICTURES, Picture, draw, make_demo_home, without_addresses

DRAWN = [picture for picture in PICTURES if picture.name in ("first-run", "today", "hard-day")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return make_demo_home(tmp_path_factory.mktemp("pictures"))


def addresses(svg: str) -> set[str]:
    """Every place elsewhere that it names, but for the name of the format itself."""
    return set(re.findall(r"(?:https?:)?//[^\s\"')]+", svg)) - {"http://www.w3.org/2000/svg"}


def words_of(svg: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", svg)).replace("\xa0", " ")


@pytest.mark.parametrize("picture", DRAWN, ids=lambda picture: picture.name)
def test_drawn_twice_it_is_the_same_and_names_no_address(made: Home, picture: Picture) -> None:
    first = draw(picture, made)
    assert first == draw(picture, made)
    assert addresses(first) == set()
    assert "@font-face" not in first


def test_a_picture_shows_the_screen_over_the_demo_journal(made: Home) -> None:
    today = next(picture for picture in PICTURES if picture.name == "today")
    assert "Friday 13 March 2026" in words_of(draw(today, made))


def test_what_would_be_fetched_is_taken_out() -> None:
    drawn = """<svg xmlns="http://www.w3.org/2000/svg"><!-- by https://a.example -->
    @font-face { src: url("https://b.example/font.woff2") format("woff2"); }
    .m { font-family: Fira Code, monospace; }"""
    assert addresses(drawn) == {"https://a.example", "https://b.example/font.woff2"}
    assert addresses(without_addresses(drawn)) == set()
    assert "monospace" in without_addresses(drawn)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*")), ids=lambda path: path.name)
def test_a_picture_that_is_kept_names_no_address(path: Path) -> None:
    assert addresses(path.read_text(encoding="utf-8")) == set()


def test_every_picture_is_kept_and_nothing_else() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{picture.name}.svg" for picture in PICTURES}
