"""`make catalogue`: every sentence that a person reads, drawn out for whoever translates cairn."""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tools.catalogue_of_data import texts_of_data
from tools.catalogue_of_errors import names_of_errors, sentences_of_errors
from tui.language import DOMAIN, LOCALE

ROOT = Path(__file__).parent.parent
CATALOGUE = Path(LOCALE) / f"{DOMAIN}.pot"
HEADER = """\
# Every sentence that cairn says, to be translated. Made by `make catalogue`; British English is the source.
# A word in braces stands for something that is filled in, and stays as it is. docs/translating.md says more.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_SAID_BY = {"_": 1, "_n": 2}
"""What sentences go through, and how many it takes: `_n` one for 1 and one for many."""
_NOTE = "# Translators:"


def catalogue() -> str:
    """The whole catalogue, in the order of the files, without anything that changes by itself."""
    found = Catalog(charset="utf-8")
    for path in _sources("tui"):
        for texts, notes in sentences_said(path.read_text(encoding="utf-8")):
            found.add(texts if len(texts) > 1 else texts[0], locations=[(_name(path), 0)], auto_comments=notes)
    sources = {path: path.read_text(encoding="utf-8") for path in [*_sources("journal"), *_sources("sync")]}
    errors = names_of_errors(sources.values())
    for path, source in sources.items():
        for sentence in sentences_of_errors(source, errors):
            found.add(sentence, locations=[(_name(path), 0)])
    for file_name, text, comment in texts_of_data():
        found.add(text, locations=[(f"journal/data/{file_name}", 0)], auto_comments=[comment])
    out = io.BytesIO()
    write_po(out, found, width=120, omit_header=True, include_lineno=False)
    return HEADER + out.getvalue().decode()


def sentences_said(source: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """What goes through `_`, and through `_n` for 1 and for many, in its order, with a note that stands above it."""
    lines = source.splitlines()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        takes = _SAID_BY.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
        given = [argument.value for argument in call.args[:takes] if isinstance(argument, ast.Constant)]
        texts = tuple(text for text in given if text and isinstance(text, str))
        if texts and len(texts) == takes:
            above = lines[call.lineno - 2].strip() if call.lineno > 1 else ""
            yield texts, [above.removeprefix("# ")] if above.startswith(_NOTE) else []


def _sources(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def main() -> int:
    """Write it."""
    CATALOGUE.parent.mkdir(exist_ok=True)
    CATALOGUE.write_text(catalogue(), encoding="utf-8")
    print(CATALOGUE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
