"""What people read first: README, SECURITY and the changes. Calls in them can be made, and links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest

from tests.docs.conftest import ROOT
from tui.commands.grammar import build_parser
from tui.wording.about import INTENDED_PURPOSE

READ_FIRST = [ROOT / name for name in ("README.md", "SECURITY.md", "CHANGELOG.md")]
FOR_PEOPLE = (
    "for-partners.md", "for-facilitators.md", "privacy.md", "intended-purpose.md", "co-design.md", "sources.md",
)  # fmt: skip
PAGES = [*READ_FIRST, *sorted((ROOT / "docs").rglob("*.md"))]
TALL_WORDS = re.compile(
    r"\b(simply|simple|easily|obviously|of course|just works|military|bank[- ]grade|unbreakable|bulletproof|100 ?%|"
    r"color|behavior|encrypt(ion|ed) at rest|state of the art|cutting[- ]edge|zero[- ]knowledge)\b",
    re.IGNORECASE,
)


def _name_of(path: Path) -> str:
    return path.name


def calls_in(path: Path) -> list[str]:
    """Every call of cairn in a block of code or between backticks."""
    text = path.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    between = re.findall(r"`(cairn [a-z][^`]*)`", text)
    return sorted({call for call in (*lines, *between) if call.startswith("cairn ")})


@pytest.mark.parametrize("path", [*READ_FIRST, *(ROOT / "docs" / name for name in FOR_PEOPLE[:3])], ids=_name_of)
def test_every_call_in_it_can_be_made(path: Path) -> None:
    calls = calls_in(path)
    assert len(calls) >= 2
    for call in calls:
        words = shlex.split(call)[1:]
        if words[0] not in ("unlock", "vault", "backup", "session", "goal") or len(words) > 1:
            options = build_parser(words).parse_args(words)
            assert options.handler, call


@pytest.mark.parametrize("path", [*READ_FIRST, *(ROOT / "docs" / name for name in FOR_PEOPLE)], ids=_name_of)
def test_every_link_of_it_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_what_cairn_is_for_is_said_in_the_same_words_everywhere() -> None:
    told = re.findall(r"^> (.+)$", (ROOT / "docs" / "intended-purpose.md").read_text(encoding="utf-8"), re.MULTILINE)
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").replace("\n> ", " ").split())
    assert len(told) == 1
    assert told[0] in readme
    assert told[0] == INTENDED_PURPOSE


def test_the_first_page_is_read_in_five_minutes() -> None:
    words = re.sub(r"```.*?```", "", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL).split()
    assert len(words) < 1200


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_says_tall_words_or_spells_as_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [found.group() for found in TALL_WORDS.finditer(text)] == []
    assert "!" not in re.sub(r"`[^`]*`|!\[", "", text)
