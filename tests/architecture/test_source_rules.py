"""The repository keeps its own rules, and each rule finds what is planted for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import source_rules

ROOT = Path(__file__).parents[2]
Rule = Callable[[Path], list[str]]

RULES: list[Rule] = [
    source_rules.engine_statements,
    source_rules.catch_alls,
    source_rules.unfinished_notes,
    source_rules.bare_exceptions,
    source_rules.registry_addresses,
    source_rules.long_files,
    source_rules.vague_names,
]

PLANTED: list[tuple[Rule, str, str]] = [
    (source_rules.engine_statements, "journal/store/rows.py", "SQL = 'PRAGMA key = 1'\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "SQL = f'pragma hexkey={1}'\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "SQL = 'PRAGMA ' 'rekey'\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "engine.rekey(b'')\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "engine.reset_key()\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "SQL = f'ATTACH {path} AS other'\n"),
    (source_rules.engine_statements, "journal/store/rows.py", 'SQL = "attach database ? as other"\n'),
    (source_rules.engine_statements, "journal/store/schema/0002_more.sql", "attach 'a' as b;\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "SQL = 'PRAGMA temp_store=FILE'\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "PRAGMAS = (('temp_store', 'FILE', 1),)\n"),
    (source_rules.engine_statements, "tools/copies.py", "SQL = 'VACUUM main INTO ?'\n"),
    (source_rules.catch_alls, "tui/app.py", "try:\n    run()\nexcept Exception:\n    pass\n"),
    (source_rules.catch_alls, "tui/app.py", "try:\n    run()\nexcept (OSError, Exception):\n    pass\n"),
    (
        source_rules.catch_alls,
        "tui/app.py",
        "try:\n    run()\nexcept BaseException as problem:\n    keep(problem)\n",
    ),
    (
        source_rules.catch_alls,
        "tui/app.py",
        "try:\n    run()\nexcept BaseException:\n    if x:\n        raise\n    stay()\n",
    ),
    (source_rules.catch_alls, "sync/exchange.py", "try:\n    run()\nexcept:\n    pass\n"),
    (source_rules.unfinished_notes, "docs/guide.md", "TODO: finish this\n"),
    (source_rules.unfinished_notes, "tui/app.py", "x = 1  # FIXME\n"),
    (source_rules.bare_exceptions, "tui/app.py", "import os  # noqa: F401, E402\n"),
    (source_rules.bare_exceptions, "tui/app.py", "x = y()  # type: ignore[arg-type]\n"),
    (source_rules.registry_addresses, "requirements/run.txt", "--index-url https://registry.example\n"),
    (source_rules.registry_addresses, "docs/install.md", "from https://pypi.org/simple\n"),
    (source_rules.registry_addresses, "uv.lock", "version = 1\n"),
    (source_rules.long_files, "tui/app.py", "x = 1\n" * 401),
    (source_rules.vague_names, "journal/utils.py", ""),
    (source_rules.vague_names, "tests/common/test_scales.py", ""),
]

ALLOWED: list[tuple[Rule, str, str]] = [
    (source_rules.engine_statements, "journal/store/rows.py", '"""Never ATTACH, never PRAGMA rekey."""\n'),
    (source_rules.engine_statements, "journal/store/rows.py", "x = 1  # never VACUUM INTO\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "denied = engine.SQLITE_ATTACH\n"),
    (source_rules.engine_statements, "journal/store/rows.py", "PRAGMAS = (('temp_store', 'MEMORY', 2),)\n"),
    (source_rules.engine_statements, "sync/sealing/epochs.py", "prekey = 'what was attached'\n"),
    (source_rules.engine_statements, "journal/store/schema/0002_more.sql", "-- never ATTACH\n"),
    (source_rules.catch_alls, "tui/crash.py", "try:\n    run()\nexcept Exception:\n    pass\n"),
    (source_rules.catch_alls, "journal/store/rows.py", "try:\n    run()\nexcept BaseException:\n    raise\n"),
    (
        source_rules.bare_exceptions,
        "tui/app.py",
        "import os  # noqa: F401 - the name is what others import\n",
    ),
    (source_rules.long_files, "tui/app.py", "x = 1\n" * 400),
    (source_rules.vague_names, "journal/commonplace.py", ""),
]


def plant(root: Path, place: str, text: str) -> None:
    """Write a file of a tree that the rules will look at."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_the_repository_keeps_the_rule(rule: Rule) -> None:
    assert rule(ROOT) == []


@pytest.mark.parametrize(("rule", "place", "text"), PLANTED)
def test_what_is_planted_is_found(rule: Rule, place: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, place, text)
    found = rule(tmp_path)
    assert len(found) == 1
    assert found[0].startswith(place)


@pytest.mark.parametrize(("rule", "place", "text"), ALLOWED)
def test_what_is_allowed_is_left_alone(rule: Rule, place: str, text: str, tmp_path: Path) -> None:
    plant(tmp_path, place, text)
    assert rule(tmp_path) == []


def test_every_rule_has_something_planted_for_it() -> None:
    assert {rule for rule, _, _ in PLANTED} == set(RULES)
