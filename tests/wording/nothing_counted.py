"""What cairn never keeps or works out about a person: names that would stand for it, and sums that would make it.

Names are read from the schema and from the source; what a person reads is the word lint's.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

DIMENSIONS = {"mood", "hope", "connection", "self_belief", "energy"}

NEVER = (
    "streak", "streaks", "days missed", "missed", "overdue", "in a row", "consecutive days", "days since",
    "last opened", "opened at", "times opened", "open count", "last active", "last activity", "last used",
    "last check in", "last login", "days active", "active days", "activity",
    "score", "scores", "scored", "wellbeing", "overall", "percentage", "badge", "badges", "points earned",
    "diagnosis", "medication", "symptom", "symptoms", "risk", "severity", "adherence", "attendance", "attended",
)  # fmt: skip
"""Source: domain brief, sections 0 (rules 4 to 7), 3 (what has no field) and 15 (check 3)."""

NOT_OURS = {
    ("tui/", "severity"): "the framework's word for how a message on the screen is drawn",
    ("journal/vault/word_list.py", "symptom"): "a word of the list of recovery words, named there as never drawn",
}
"""Names that others chose, where they may stand, and what they mean."""

_ADDS_UP = {"sum", "fsum", "mean", "fmean", "median", "average", "total"}
_SQL_ADDS = re.compile(rf"\b({'|'.join(DIMENSIONS)})\s*[+]\s*[\w.(]*({'|'.join(DIMENSIONS)})\b", re.IGNORECASE)
_SQL_STRING = re.compile(r"\b(SELECT|INSERT|UPDATE|CREATE|ALTER)\b")
_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def names_in_schema(folder: Path) -> Iterator[tuple[str, str]]:
    """Every table's and column's name, with its file; comments left out."""
    for path in sorted(folder.glob("*.sql")):
        for name in re.findall(r"[a-z_][a-z_0-9]*", re.sub(r"--.*", "", path.read_text(encoding="utf-8")).lower()):
            yield path.name, name


def names_in_source(root: Path, *rooms: str) -> Iterator[tuple[str, str]]:
    """Every name in the code, keys and field names in strings and SQL too, with its file."""
    for path, tree in _trees(root, *rooms):
        for node in ast.walk(tree):
            for name in _names_of(node):
                yield path, name


def barred(names: Iterable[tuple[str, str]]) -> list[str]:
    """Those names that stand for something never kept; whole words, however they are joined."""
    found = {
        f"{place}: {name}"
        for place, name in set(names)
        for never in NEVER
        if not any(place.startswith(room) and name == theirs for room, theirs in NOT_OURS)
        and f" {never} " in f" {' '.join(_PIECES.findall(name)).lower()} "
    }
    return sorted(found)


def sums_across_dimensions(root: Path, *rooms: str) -> list[str]:
    """Places where answers of one check-in are put together into one number."""
    return [
        f"{path}:{getattr(node, 'lineno', 0)}"
        for path, tree in _trees(root, *rooms)
        for node in ast.walk(tree)
        if _adds_dimensions(node)
    ]


def _trees(root: Path, *rooms: str) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        for path in sorted((root / room).rglob("*.py")):
            yield path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _names_of(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            return [name]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.keyword(arg=str(name)) | ast.alias(name=name):
            return [name]
        case ast.Constant(value=str(text)) if _SQL_STRING.search(text):
            return re.findall(r"\w+", text)
        case ast.Constant(value=str(text)) if re.fullmatch(r"[A-Za-z]\w*", text):
            return [text]
    return []


def _adds_dimensions(node: ast.AST) -> bool:
    match node:
        case ast.BinOp(op=ast.Add()):
            return len(_dimensions_in(node)) > 1
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if name in _ADDS_UP:
            return any(len(_dimensions_in(arg)) > 1 or _takes_all_answers(arg) for arg in args)
        case ast.Constant(value=str(text)):
            return bool(_SQL_ADDS.search(text))
    return False


def _dimensions_in(node: ast.AST) -> set[str]:
    names = {name for part in ast.walk(node) for name in _names_of(part)}
    return names & DIMENSIONS


def _takes_all_answers(node: ast.AST) -> bool:
    """Whether the answers of a check-in, all of them, go into it."""
    return any(isinstance(part, ast.Attribute) and part.attr == "answers" for part in ast.walk(node))
