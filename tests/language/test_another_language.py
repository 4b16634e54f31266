"""cairn in a language that nobody speaks: whatever is still English there has been forgotten by the catalogue."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.data import feelings, prompts, support_lines
from tests.language import pseudo
from tests.language.walked import FEW
from tools import pictures_said
from tools.catalogue import CATALOGUE, catalogue
from tools.pictures_shown import PICTURES, Typed
from tui.language import OTHER_LOCALE
from tui.wording import demo_life
from tui.wording.shipped import says_how

ROOT = Path(__file__).parents[2]
LOOKS_LIKE_A_WORD = re.compile(r"[A-Za-z]{4,}\b(?!…)")
"""Not one that was cut off where the room ended."""
STAYS = {
    "Ctrl", "Enter", "Shift", "Space", "Delete", "Backspace", "PgUp", "PgDn", "Home", "cairn", "waymark", "https",
    "SHOUT", "backup", "vault", "snapshots", "demo",
}  # fmt: skip
"""Keys, places and names: nothing that is said."""
STAYS_WHEN_SPOKEN = {"country", "fields"}
"""Names of fields."""
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
    """The words of the demo journal, which are its person's own; not the words for feelings that it chose from."""
    sources = [*Path(str(demo_life.__file__)).parent.glob("*.py"), Path(pictures_said.__file__)]
    trees = [ast.parse(source.read_text(encoding="utf-8")) for source in sources]
    chosen = {id(text) for tree in trees for node in ast.walk(tree) if _is_of_feelings(node) for text in ast.walk(node)}
    listed = {feeling.label for feeling in feelings()}
    described = {id(node.value) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    texts = [text for text in constants if id(text) not in described]
    return {
        word for text in texts if id(text) not in chosen or text.value not in listed for word in words_in(text.value)
    }


def _is_of_feelings(node: ast.AST) -> bool:
    named = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "DRAWN_FEELINGS"
    return named or (isinstance(node, ast.keyword) and node.arg == "feelings")


def typed_on_the_way() -> set[str]:
    """What the walk types as a person would."""
    return {word for one in PICTURES for key in one.keys if isinstance(key, Typed) for word in words_in(key.words)}


def of_the_lines() -> set[str]:
    """What a support line is called, where it is and how it is reached."""
    return {
        word
        for line in support_lines()
        for word in words_in(["" if line.kind == "emergency" else line.name, line.region, line.keyword, line.url])
    } | {word for line in support_lines() if not says_how(line) for word in words_in(line.display)}


def walked(folder: Path, width: int, height: int, how_many: str) -> dict[str, list[str]]:
    """Each screen as that language shows it."""
    return heard(folder, "tests.language.walked", str(width), str(height), how_many)


def heard(folder: Path, module: str, *words: str) -> dict[str, list[str]]:
    """What a module says in that language."""
    environment = {**os.environ, "LANGUAGE": pseudo.NAME, OTHER_LOCALE: str(pseudo.make_catalogue(folder))}
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        capture_output=True,
        text=True,
        env=environment,
        cwd=ROOT,
        timeout=WALK_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said: dict[str, list[str]] = json.loads(done.stdout)
    return said


def assert_all_is_translated(shown: dict[str, list[str]], known: Iterable[str] = ()) -> None:
    known = {*(known or of_the_demo() | typed_on_the_way()), *of_the_lines(), *STAYS}
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


def test_questions_feelings_lines_refusals_and_how_many_are_said_in_the_other_language(tmp_path: Path) -> None:
    said = heard(tmp_path, "tests.language.spoken")
    assert (len(said["questions"]), len(said["feelings"])) == (len(prompts()), 2 * len(feelings()))
    assert said.pop("stored") == [feeling.id for feeling in feelings()]
    assert_all_is_translated(said, STAYS_WHEN_SPOKEN)


def test_what_a_script_reads_is_the_same_in_the_other_language_and_what_a_person_reads_is_not(tmp_path: Path) -> None:
    other = {"LANGUAGE": pseudo.NAME, OTHER_LOCALE: str(pseudo.make_catalogue(tmp_path))}

    def document(country: str, language: dict[str, str]) -> dict[str, Any]:
        asked = [sys.executable, "-m", "tui", "support", "--country", country, "--json"]
        done = subprocess.run(asked, capture_output=True, env={**os.environ, **language}, cwd=ROOT, check=False)
        read: dict[str, Any] = json.loads(done.stdout or done.stderr)
        return read

    assert document("GB", other) == document("GB", {})
    refused, in_english = document("??", other)["error"], document("??", {})["error"]
    assert refused["code"] == in_english["code"]
    assert not set(words_in(refused)) & set(words_in([in_english["message"], in_english["hint"]]))


def test_what_is_not_translated_would_be_seen() -> None:
    with pytest.raises(AssertionError, match="Forgotten"):
        assert_all_is_translated({"today": ["Ħéłłô.~", "  Forgotten here"]})


def test_the_catalogue_that_ships_is_the_one_that_is_drawn_out() -> None:
    """`make catalogue` writes it anew."""
    assert CATALOGUE.read_text(encoding="utf-8") == catalogue()


def test_what_is_filled_in_and_what_is_typed_stays_in_the_other_language() -> None:
    assert pseudo.said("In {days} days: `cairn show`\n").rstrip("~\n") == "Íñ {days} đàýš: `cairn show`"
