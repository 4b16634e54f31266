"""A journal that jrnl itself wrote and exported, for tests of what arrives from it.

jrnl is run as its own users run it, in a home of its own, and never asks anything.
"""

import random
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path

JRNL = Path(sys.executable).parent / "jrnl"
LIMIT_S = 60
SEED = 20200628

_CONFIG = """\
version: '{version}'
journals:
  default: {{journal: '{journal}'}}
editor: ''
encrypt: false
template: false
default_hour: 9
default_minute: 0
timeformat: '{timeformat}'
tagsymbols: '#@'
highlight: true
linewrap: 79
indent_character: '|'
colors: {{body: none, date: none, tags: none, title: none}}
"""
FIRST_LINES = (
    "Day {n}",
    "Day {n}. Then rain",
    "Day {n} *",
    "Starred by hand {n}*",
    "**Day {n} in bold**",
    "Met @Sam for #coffee, day {n}",
    "café 日本語 🙂 {n}",
    "cafe\u0301 in two letters {n}",
    "雨の日。{n}",
    "   blanks before day {n}",
    "“Day {n}?” I said. “Yes.”",
    "שלום {n} \u202eback to front\u202c",
    "[not] a date, day {n}",
    "Parted\u2028by a separator {n}",
    "*",
    "",
)
BODY_LINES = (
    "[ ] call the surgery",
    "[not] okay, and that is okay",
    "[1] a footnote",
    "a note,\non lines,\n [2020-01-01 10:00] not at the start of the line",
    "* one\n* two",
    "# A heading\n## Another",
    "@hope/daily and #work-out, write to me@example.org",
    "a line that ends in a star *",
    "café 日本語 🙂 👩‍👩‍👧 مرحبا",
    "two blanks at the end  ",
    "\tindented",
    "a bell \x07, a colour \x1b[31mred\x1b[0m, a page \x0c break",
    "",
)


@dataclass(frozen=True, slots=True)
class JrnlExports:
    """Two exports of one journal."""

    text: Path
    json: Path


class JrnlHome:
    """A home in which jrnl keeps one unencrypted journal."""

    def __init__(self, folder: Path, timeformat: str = "%Y-%m-%d %H:%M") -> None:
        """Set it up in an empty folder. `timeformat` is as in jrnl's own configuration."""
        self._folder = folder
        self.storage = folder / "journal.txt"
        config = folder / "config" / "jrnl" / "jrnl.yaml"
        config.parent.mkdir(parents=True)
        text = _CONFIG.format(version=version("jrnl"), journal=self.storage, timeformat=timeformat)
        config.write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> None:
        """Run jrnl once; what it says is shown only if it fails."""
        environment = {
            "HOME": str(self._folder),
            "XDG_CONFIG_HOME": str(self._folder / "config"),
            "XDG_DATA_HOME": str(self._folder / "data"),
            "PATH": str(JRNL.parent),
            "PYTHONUTF8": "1",
            "PYTHONHASHSEED": "0",  # jrnl orders the entries of one minute by hash
        }
        done = subprocess.run(
            [str(JRNL), *arguments],
            env=environment,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def export(self) -> JrnlExports:
        exports = JrnlExports(self._folder / "export.txt", self._folder / "export.json")
        self.run("--format", "text", "--file", str(exports.text))
        self.run("--format", "json", "--file", str(exports.json))
        return exports


def make_jrnl_exports(folder: Path, entries: int) -> JrnlExports:
    """Have jrnl write a journal and export it both ways; always the same journal for a number.

    Args:
        folder: where to put jrnl's home; it is made if it is not there.
        entries: how many, from 1. Every hundredth, and at most five, says again what another one said.

    Returns:
        The exports, each with that many entries.
    """
    folder.mkdir(parents=True, exist_ok=True)
    home = JrnlHome(folder)
    again = min(5, entries // 100)
    written = folder / "written.txt"
    written.write_text(_journal(entries - again), encoding="utf-8", newline="")
    home.run("--import", "--file", str(written))
    # An import into jrnl drops what it has already, so the second of a kind is told to it.
    for number in range(again):
        home.run(f"2019-05-{number // 2 + 1:02} 08:30: Up early. The same as ever.")
    return home.export()


def _journal(entries: int) -> str:
    chance = random.Random(SEED)
    moment = datetime(2020, 6, 28, 18, 22)  # noqa: DTZ001 - jrnl knows no zones
    pieces = []
    for number in range(1, entries + 1):
        moment += timedelta(minutes=chance.choice((0, 1, 60, 1000)))
        first = chance.choice(FIRST_LINES).format(n=number)
        lines = chance.sample(BODY_LINES, chance.randint(0, 5))
        if str(number) not in first:
            lines.append(f"day {number}")
        end = chance.choice(("\n", "\n\n", "\n\n\n"))
        pieces.append(f"[{moment:%Y-%m-%d %H:%M}] " + "\n".join([first, *lines]) + end)
    return "".join(pieces)
