"""The locked versions agree with each other, and each carries its hashes."""

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    """Every package of one lock, and its version."""
    return dict(_PIN.findall((REQUIREMENTS / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["run.txt", "build.txt"])
def test_the_dev_set_holds_every_other_set(name: str) -> None:
    assert pins(name)
    assert pins(name).items() <= pins("dev.txt").items()


@pytest.mark.parametrize("path", sorted(REQUIREMENTS.glob("*.txt")), ids=lambda path: path.name)
def test_a_locked_version_carries_its_hashes(path: Path) -> None:
    entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    assert [entry for entry in entries if not (_PIN.match(entry) and "--hash=sha256:" in entry)] == []
