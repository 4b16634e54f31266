"""What ships with cairn: prompts, feelings words and support lines, read when first asked for."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from journal.domain.feelings import Feeling
from journal.domain.prompts import Prompt
from journal.domain.support import CrisisResource

_HERE = Path(__file__).parent


@cache
def prompts() -> tuple[Prompt, ...]:
    """All 46 prompts."""
    return tuple(Prompt(**row) for row in _rows("prompts"))


@cache
def feelings() -> tuple[Feeling, ...]:
    """All 65 feelings words."""
    return tuple(Feeling(**row) for row in _rows("feelings"))


@cache
def support_lines() -> tuple[CrisisResource, ...]:
    """All 108 support lines, without what editors noted about them for themselves."""
    fields = CrisisResource.__dataclass_fields__
    return tuple(
        CrisisResource(**{name: _frozen(value) for name, value in row.items() if name in fields})
        for row in _rows("crisis_resources")
    )


def support_file_bytes() -> bytes:
    """The file of support lines that ships, as it is: for its hash."""
    return (_HERE / "crisis_resources.json").read_bytes()


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))
    return loaded
