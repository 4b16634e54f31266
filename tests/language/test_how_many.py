"""How many, in a language that has three forms for it, as many Slavic ones do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tools.catalogue import sentences_said

THREE_FORMS = "ru"
COUNTS = (1, 2, 5, 11, 21, 22)
SAID = """
import json
from tui.language import _n
from tui.wording.saved import things
counts = (1, 2, 5, 11, 21, 22)
holds = [_n("{name} holds 1 thing.", "{name} holds {count} things.", n).format(name="{count}", count=n) for n in counts]
print(json.dumps([[things(n) for n in counts], holds]))
"""
HOLDS = ("{name} holds 1 thing.", "{name} holds {count} things.")


def said_with(folder: Path, *forms: str, holds: tuple[str, ...] = (), rule: str = "") -> list[list[str]]:
    """What is said for each count, in a language with these forms for things."""
    catalogue = Catalog(locale=THREE_FORMS, charset="utf-8")
    catalogue.add(("1 thing", "{count} things"), forms)
    if holds:
        catalogue.add(HOLDS, holds)
    place = folder / THREE_FORMS / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "cairn.mo").open("wb") as out:
        write_mo(out, catalogue)
    if rule:
        file = place / "cairn.mo"
        known = str(catalogue.plural_expr).encode()
        file.write_bytes(file.read_bytes().replace(known, rule.encode().ljust(len(known))))
    asked = {"LANGUAGE": THREE_FORMS, "CAIRN_LOCALE": str(folder), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", SAID], env=os.environ | asked, capture_output=True, check=True)
    said: list[list[str]] = json.loads(done.stdout)
    return said


def test_each_number_has_the_form_of_its_language(tmp_path: Path) -> None:
    assert said_with(tmp_path, "{count} вещь", "{count} вещи", "{count} вещей")[0] == [
        "1 вещь", "2 вещи", "5 вещей", "11 вещей", "21 вещь", "22 вещи",
    ]  # fmt: skip


def test_a_form_may_leave_the_number_out(tmp_path: Path) -> None:
    assert said_with(tmp_path, "одна", "{count} вещи", "{count} вещей")[0][0] == "одна"


@pytest.mark.parametrize("wrong", ["{number} вещи", "{count} {name}", "{count} {", "{count.real} вещи", "{0}"])
def test_a_form_that_fills_in_something_else_stays_english(tmp_path: Path, wrong: str) -> None:
    assert said_with(tmp_path, "{count} вещь", wrong, "{count} вещей")[0] == [
        "1 вещь", "2 things", "5 вещей", "11 вещей", "21 вещь", "22 things",
    ]  # fmt: skip


def test_a_form_that_leaves_a_name_out_stays_english_and_braces_of_a_name_are_no_place(tmp_path: Path) -> None:
    said = said_with(tmp_path, "a", "b", "c", holds=("{count} вещь", "{name}: {count} вещи", "{name}: {count} вещей"))
    assert said[1][:2] == ["{count} holds 1 thing.", "{count}: 2 вещи"]


@pytest.mark.parametrize(("rule", "said"), [("n%0", ["1 thing", "2 things"]), ("n%(n-2)", ["a", "2 things"])])
def test_a_rule_that_cannot_be_reckoned_leaves_it_in_english(tmp_path: Path, rule: str, said: list[str]) -> None:
    assert said_with(tmp_path, "a", "b", "c", rule=rule)[0][:2] == said


def test_one_and_many_are_drawn_out_together() -> None:
    source = '_n("1 page", "{count} pages", len(pages))\n# Translators: short.\n_("page")\n_(name)\n_n(one, many, 1)\n'
    assert list(sentences_said(source)) == [
        (("1 page", "{count} pages"), []),
        (("page",), ["Translators: short."]),
    ]
