"""Every string a person may read, gathered from the source and the data that ships.

Modules are found by walking the folders, so that a sentence in a new file is read too. What only the reader of
the code sees is left out: docstrings, comments, type annotations, keys of dictionaries, subscripts, and what is
compared with.
"""

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BLANK = "{}"
"""What stands for a value that is put into a sentence when it is said."""

_DATA_WORDS = {
    "prompts.json": ("text",),
    "feelings.json": ("label",),
    "crisis_resources.json": ("name", "display", "keyword", "hours", "cost", "audience", "note"),
}
"""The fields of the data that reach a person."""

_STATEMENT = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|DROP|PRAGMA|BEGIN|ROLLBACK)\b|\{[^{}]*:[^{}]*;")
"""SQL and style sheets, which a machine reads."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One string and where it stands."""

    file: str
    """Relative to the repository."""
    line: int
    name: str
    """The constant, the field or the function it belongs to; empty at the top of a module."""
    text: str

    @property
    def place(self) -> str:
        """For a finding."""
        return f"{self.file}:{self.line}"

    @property
    def is_said(self) -> bool:
        """Whether it reads as words: more than a name in the code, and no statement for a machine."""
        return " " in self.text.strip() and not _STATEMENT.search(self.text)


def said_in_code(root: Path, *folders: str, but_not: tuple[str, ...] = ()) -> Iterator[Shown]:
    """Every string of these folders' modules that is more than a name in the code."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            place = path.relative_to(root).as_posix()
            if not place.startswith(but_not or ("\0",)):
                yield from said_in_module(place, path.read_text(encoding="utf-8"))


def said_in_module(place: str, source: str) -> Iterator[Shown]:
    """The strings of one module."""
    reader = _Reader(place)
    reader.visit(ast.parse(source))
    yield from reader.found


def said_in_data(root: Path) -> Iterator[Shown]:
    """Every word of the prompts, the feelings and the support lines that reaches a person."""
    for name, fields in _DATA_WORDS.items():
        place = f"journal/data/{name}"
        rows: list[dict[str, Any]] = json.loads((root / place).read_text(encoding="utf-8"))
        for number, row in enumerate(rows, 1):
            for field in fields:
                if row.get(field):
                    yield Shown(place, number, f"{field} of {row['id']}", row[field])


class _Reader(ast.NodeVisitor):
    """Walks one module and keeps its strings, a sentence with values in it as one string."""

    def __init__(self, place: str) -> None:
        self.found: list[Shown] = []
        self._place = place
        self._names: list[str] = []

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and node.value.strip():
            self._keep(node, node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = [part.value if isinstance(part, ast.Constant) else BLANK for part in node.values]
        self._keep(node, "".join(str(part) for part in parts))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        self._within([target.id for target in node.targets if isinstance(target, ast.Name)], node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self._within([node.target.id] if isinstance(node.target, ast.Name) else [], node.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Compare(self, node: ast.Compare) -> None:
        for part in (node.left, *node.comparators):
            if not isinstance(part, ast.Constant):
                self.visit(part)

    def visit_arg(self, node: ast.arg) -> None:
        """An argument's annotation speaks to the reader of the code."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit_function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._visit_function(node)

    def _visit_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._names.append(node.name)
        for part in (*node.decorator_list, node.args, *node.body):
            self.visit(part)
        self._names.pop()

    def _within(self, names: list[str], value: ast.expr) -> None:
        self._names += names
        self.visit(value)
        del self._names[len(self._names) - len(names) :]

    def _keep(self, node: ast.expr, text: str) -> None:
        self.found.append(Shown(self._place, node.lineno, self._names[-1] if self._names else "", text))
