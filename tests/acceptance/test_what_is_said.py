"""Acceptance check 1, where sentences are put together: every screen as it is drawn, in every size that is kept."""

import re
from pathlib import Path

import pytest

from tests.wording.shown_words import Shown
from tests.wording.word_lint import HARD, findings

ROOT = Path(__file__).parents[2]
KEPT = sorted((ROOT / "tests").rglob("*.ambr"))
"""What the screens say, as their own tests hold them to it."""
_PICTURE = re.compile(r"^# name: (?P<name>[^\n]+)\n  '''\n(?P<shown>.*?)\n  '''$", re.DOTALL | re.MULTILINE)


_CAVEAT = re.compile(r"one\s+leads\s+to\s+the\s+other")
"""The brief's own words for what a look back does not show, as they fall on its rows: see `word_lint.py`."""


def pictures(path: Path) -> list[Shown]:
    found = _PICTURE.finditer(path.read_text(encoding="utf-8"))
    return [Shown(path.name, 0, one["name"], _CAVEAT.sub("", one["shown"])) for one in found]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_1_no_screen_as_it_is_drawn_holds_a_word_of_the_hard_list(path: Path) -> None:
    shown = pictures(path)
    assert len(shown) == path.read_text(encoding="utf-8").count("# name: ") > 0
    assert [(word, one.name) for word, one in findings(shown, HARD)] == []


def test_1_the_pictures_are_those_of_many_screens() -> None:
    said = " ".join(one.text for path in KEPT for one in pictures(path))
    for words in ("How is your mood", "Support now", "your own notes", "Things that help"):
        assert words in said
