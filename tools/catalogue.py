"""`make catalogue`: every sentence that a person reads, drawn out for whoever translates cairn."""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import write_po

from tui.language import DOMAIN, LOCALE

ROOT = Path(__file__).parent.parent
CATALOGUE = Path(LOCALE) / f"{DOMAIN}.pot"
HEADER = """\
# Every sentence that cairn says, to be translated. Made by `make catalogue`; British English is the source.
# A word in braces stands for something that is filled in, and stays as it is.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_ENDS = (".", "?")


def catalogue() -> str:
    """The whole catalogue, in the order of the files, without anything that changes by itself."""
    found = Catalog(charset="utf-8")
    for path in sorted((ROOT / "tui").rglob("*.py")):
        with path.open("rb") as file:
            for line, _, message, comments in extract_python(file, {"_": None}, ["Translators:"], {}):
                if isinstance(message, str) and message:
                    found.add(message, locations=[(_name(path), line)], auto_comments=comments)
    for path in sorted((ROOT / "journal").rglob("*.py")):
        for sentence in sentences_of_errors(path.read_text(encoding="utf-8")):
            found.add(sentence, locations=[(_name(path), 0)])
    out = io.BytesIO()
    write_po(out, found, width=120, omit_header=True, include_lineno=False)
    return HEADER + out.getvalue().decode()


def sentences_of_errors(source: str) -> Iterator[str]:
    """What the journal says where something cannot be done: whole sentences in its code that are no docstrings."""
    tree = ast.parse(source)
    written = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in written | pieces:
            words = node.value
            if " " in words and "|" not in words and words[0].isupper() and words.endswith(_ENDS):
                yield words


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
