"""What no file of this repository may hold. Each rule reads a tree and returns one line for each finding.

A rule takes the folder to look at, so that the tests can plant what it must find.
"""

import ast
import io
import os
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOMS = ("journal", "sync", "tui")
LONGEST_FILE_LINES = 400
"""Source: ARCHITECTURE.md. A longer file owns two things."""

_NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "node_modules"}
_NOT_OURS_ENDINGS = ("_cache", ".egg-info", ".hypothesis")
_CODE = {".py", ".sql", ".tcss"}

_ENGINE_STATEMENTS = {
    "a key in a statement": re.compile(r"\bpragma\W+(hex)?key\b", re.IGNORECASE),
    "rekey": re.compile(r"(?<![a-z])(hex)?rekey", re.IGNORECASE),
    "reset_key": re.compile(r"\breset_key\b", re.IGNORECASE),
    "ATTACH": re.compile(r"\bATTACH\b|(?i:\battach\s+(database\b|['\"?:@$]))"),
    "temp_store in a file": re.compile(r"\btemp_store\W+(file\b|1\b)", re.IGNORECASE),
    "VACUUM INTO": re.compile(r"\bvacuum\W+(\w+\W+)?into\b", re.IGNORECASE),
}
"""What each puts at risk: security brief, D2, D3, b.4 step 6, b.5."""

_CATCHES_EVERYTHING = {"tui/crash.py", "sync/relay/app.py"}
_VAGUE_NAMES = {"utils", "helpers", "common", "base", "manager", "misc"}
_UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E)\b")
_BARE_EXCEPTION = re.compile(r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[\w, -]+\])?)\s*$")
_REGISTRIES = re.compile(r"py[p]i\.org|pythonho[s]ted\.org|npm[j]s\.org|--(extra-)?index[-]url|--find[-]links")
_PLANTS = "tests/architecture/test_source_rules.py"
"""The one file that must hold what no file may."""


def engine_statements(root: Path) -> list[str]:
    """Statements that would leave a key in memory, or words outside the locked file: security brief, V8.

    Comments and docstrings may speak of them; code and SQL may not.
    """
    found = []
    for path in _code(root, *ROOMS, "benchmarks", "tools"):
        text = _code_alone(path)
        for what, pattern in _ENGINE_STATEMENTS.items():
            found += [f"{path.relative_to(root)}: {what}" for _ in pattern.finditer(text)]
    return found


def catch_alls(root: Path) -> list[str]:
    """Handlers that swallow what nobody expected. Two files may: the last door before the person, and before a call."""
    found = []
    for path in _code(root, *ROOMS):
        place = path.relative_to(root).as_posix()
        if path.suffix == ".py" and place not in _CATCHES_EVERYTHING:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            handlers = (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler))
            found += [f"{place}:{handler.lineno}: catches everything" for handler in handlers if _swallows(handler)]
    return found


def unfinished_notes(root: Path) -> list[str]:
    """Notes to oneself: what is not done is an issue, not a comment."""
    return _lines_with(root, _UNFINISHED, "an unfinished note")


def bare_exceptions(root: Path) -> list[str]:
    """Checks that were turned off without a reason on the same line."""
    return _lines_with(root, _BARE_EXCEPTION, "an exception without its reason")


def registry_addresses(root: Path) -> list[str]:
    """Addresses of package registries, and the lock file that is made of them: docs/decisions/0003."""
    found = _lines_with(root, _REGISTRIES, "a registry's address")
    return found + [f"{path.relative_to(root)}: holds addresses" for path in _files(root) if path.name == "uv.lock"]


def long_files(root: Path) -> list[str]:
    """Source files of more than 400 lines."""
    found = []
    for path in _files(root):
        if path.suffix in _CODE:
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > LONGEST_FILE_LINES:
                found.append(f"{path.relative_to(root)}: {lines} lines")
    return found


def vague_names(root: Path) -> list[str]:
    """Modules and folders named for no noun of the field."""
    found: set[str] = set()
    for path in _files(root):
        place = path.relative_to(root)
        if path.suffix == ".py":
            found.update(
                f"{place}: {part}" for part in (*place.parts[:-1], place.stem) if part.lstrip("_") in _VAGUE_NAMES
            )
    return sorted(found)


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in _NOT_OURS and not name.endswith(_NOT_OURS_ENDINGS))
        yield from (Path(folder, name) for name in sorted(names))


def _code(root: Path, *rooms: str) -> Iterator[Path]:
    return (path for path in _files(root) if path.suffix in _CODE and path.relative_to(root).parts[0] in rooms)


def _lines_with(root: Path, pattern: re.Pattern[str], what: str) -> list[str]:
    found = []
    for path in _files(root):
        if path == root / _PLANTS:
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(root)}:{number}: {what}" for number, line in enumerate(lines, 1) if pattern.search(line)
        ]
    return found


def _code_alone(path: Path) -> str:
    """A file's text without what only speaks to the reader."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return re.sub(r"--.*|/\*.*?\*/", "", text)
    spoken = _docstring_places(ast.parse(text))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return " ".join(token.string for token in tokens if token.type != tokenize.COMMENT and token.start not in spoken)


def _docstring_places(tree: ast.Module) -> set[tuple[int, int]]:
    """Where strings stand that are statements of their own: docstrings, of attributes too."""
    return {
        (node.lineno, node.col_offset)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }


def _swallows(handler: ast.ExceptHandler) -> bool:
    caught = handler.type
    names = {node.id for node in ast.walk(caught) if isinstance(node, ast.Name)} if caught else {"BaseException"}
    if "Exception" in names:
        return True
    last = handler.body[-1]
    passes_on = isinstance(last, ast.Raise) and last.exc is None
    return "BaseException" in names and not passes_on
