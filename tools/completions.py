"""`make completions`: what a shell can complete after `cairn`, as files that ship with it."""

import sys
from pathlib import Path

import shtab

from tui.commands.grammar import build_parser

FOLDER = Path(__file__).parent.parent / "completions"
FILES = {"bash": "cairn.bash", "zsh": "_cairn", "fish": "cairn.fish"}


def completion(shell: str) -> str:
    """The script for one shell, made from the grammar itself."""
    return str(shtab.complete(build_parser(), shell)).rstrip() + "\n"


def main() -> int:
    """Write one file for each shell."""
    FOLDER.mkdir(exist_ok=True)
    for shell, name in FILES.items():
        (FOLDER / name).write_text(completion(shell), encoding="utf-8")
        print(FOLDER / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
