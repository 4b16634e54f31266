"""What docs/translating.md tells a translator to do, done."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "translating.md").read_text(encoding="utf-8")
FORMS = 'msgid "1 thing"\nmsgid_plural "{count} things"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
THINGS = "from tui.wording.saved import things; print(things(1), things(2), things(5))"


def test_the_calls_of_the_page_lead_from_the_catalogue_to_cairn_in_another_language(tmp_path: Path) -> None:
    calls = [
        shlex.split(line.replace("FOLDER", str(tmp_path))) for line in PAGE.splitlines() if line.startswith("    ")
    ]
    init, compiles = (call[1:] for call in calls if call[0] == ".venv/bin/pybabel")
    variables = dict(word.split("=") for word in calls[-1] if "=" in word)
    _pybabel(init)
    file = tmp_path / variables["LANGUAGE"] / "LC_MESSAGES" / "cairn.po"
    blank = file.read_text(encoding="utf-8")
    assert FORMS in blank
    forms = FORMS.replace('[0] ""', '[0] "rzecz"').replace('[1] ""', '[1] "{count} rzeczy"')
    file.write_text(blank.replace(FORMS, forms.replace('[2] ""', '[2] "{count} RZECZY"')), encoding="utf-8")
    _pybabel(compiles)
    said = subprocess.run(
        [sys.executable, "-c", THINGS], env=os.environ | variables, capture_output=True, text=True, check=True
    )
    assert said.stdout == "rzecz 2 rzeczy 5 RZECZY\n"


def _pybabel(words: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *words], cwd=ROOT, capture_output=True, check=True)
