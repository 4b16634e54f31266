"""`docs/acceptance.md` says where each check is proved: every test that it names is run, and none is left out."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_SECTION = re.compile(r"^## (\d+)\. .+$", re.MULTILINE)
_NODE = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
_NUMBERED = re.compile(r"^(?:async )?def (test_(?:acceptance_)?(\d+)_(?:and_(\d+)_)?\w+)", re.MULTILINE)


def sections() -> dict[int, str]:
    _, *parts = _SECTION.split((ROOT / "docs/acceptance.md").read_text(encoding="utf-8"))
    return {int(number): words for number, words in zip(parts[::2], parts[1::2], strict=True)}


def named(number: int) -> set[str]:
    return {f"{path}::{name}" for path, name in _NODE.findall(sections()[number])}


def numbered_tests() -> Iterator[tuple[int, str]]:
    """Tests that carry a number: `test_4_...` in this folder, `test_acceptance_4_...` anywhere."""
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        place = path.relative_to(ROOT).as_posix()
        for name, *numbers in _NUMBERED.findall(path.read_text(encoding="utf-8")):
            if path.parent == Path(__file__).parent or name.startswith("test_acceptance_"):
                yield from ((int(number), f"{place}::{name}") for number in numbers if number)


def test_it_has_all_fourteen() -> None:
    assert list(sections()) == list(range(1, 15))


@pytest.mark.parametrize("number", range(1, 15))
def test_each_is_proved(number: int) -> None:
    assert named(number)


def test_every_test_that_carries_a_number_is_named_under_it() -> None:
    found = list(numbered_tests())
    assert len(found) > 40
    assert [(number, test) for number, test in found if test not in named(number)] == []


def test_every_test_that_is_named_is_run() -> None:
    """As pytest itself finds them, with what `make test` leaves out left out."""
    wanted = {test for number in range(1, 15) for test in named(number)}
    files = sorted({test.partition("::")[0] for test in wanted})
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *files],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]
    collected = {line.partition("[")[0] for line in done.stdout.splitlines()}
    assert wanted - collected == set()
