"""Which home a command belongs to: what is a person's, what is a facilitator's, and what keeps either of them safe."""

from collections.abc import Callable
from pathlib import Path

import pytest

from journal.paths import Home
from tests.commands.group_homes import GROUP, GroupHomes, copied, joined_once
from tests.commands.two_homes import Person
from tests.conftest import Cairn

Call = tuple[str, ...]
OF_A_PERSON: tuple[Call, ...] = (
    ("check-in", "--mood", "5"), ("write", "-"), ("prompt",), ("goal", "list"), ("goal", "add", "-"),
    ("session", "list"), ("session", "before"), ("toolbox", "list"), ("strength", "list"), ("people", "list"),
    ("plan", "list"), ("story", "list"), ("week", "list"), ("show",), ("show", "abcd1234"), ("edit", "abcd1234", "-"),
    ("search", "words"), ("look-back",), ("delete", "abcd1234"), ("keep", "abcd1234"), ("bring",), ("hard-day",),
    ("share", "list"), ("share", "pause-all"), ("inbox",), ("encourage", "--partner", "Ana", "-"),
    ("partner", "show", "Ana"), ("partner", "agree", "Ana"), ("summary", "look-back"),
    ("summary", "write", "--partner", "Ana", "-"), ("summary", "preview", "--partner", "Ana"),
    ("summary", "send", "--partner", "Ana", "-"),
)  # fmt: skip
OF_A_FACILITATOR: tuple[Call, ...] = (
    ("group", "list"), ("group", "invites"), ("group", "show", GROUP), ("group", "create", "--via", "folder:/", "-"),
    ("group", "note", GROUP, "-"), ("group", "close", GROUP), ("about-me", "show"), ("about-me", "edit", "-"),
    ("summary", "reply", "Ana", "-"), ("summary", "print", "Ana"),
)  # fmt: skip
IN_BOTH: tuple[Call, ...] = (
    ("vault", "info"), ("vault", "verify"), ("backup", "list"), ("settings",), ("support",), ("about",),
    ("undo", "--list"), ("drafts",), ("sync",), ("partner", "list"),
)  # fmt: skip


@pytest.fixture(scope="module")
def joined(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return joined_once(template_home, tmp_path_factory.mktemp("joined") / "joined")


@pytest.fixture
def group(cairn: Cairn, joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GroupHomes:
    return copied(cairn, joined, tmp_path / "group", monkeypatch)


@pytest.mark.parametrize("call", OF_A_PERSON, ids=" ".join)
def test_what_is_a_persons_is_exit_8_in_a_facilitators_home(group: GroupHomes, call: Call) -> None:
    told = group.kim.is_refused(8, *call, words='{"questions_for_you": "words"}')
    assert told["code"] == "other-home"


@pytest.mark.parametrize("call", OF_A_FACILITATOR, ids=" ".join)
def test_what_is_a_facilitators_is_exit_8_in_a_persons_home(group: GroupHomes, call: Call) -> None:
    assert group.ana.is_refused(8, *call, words="words")["code"] == "other-home"


@pytest.mark.parametrize("call", IN_BOTH, ids=" ".join)
@pytest.mark.parametrize("whose", [lambda group: group.kim, lambda group: group.ana], ids=["facilitator", "person"])
def test_what_keeps_either_safe_works_in_both(
    group: GroupHomes, whose: Callable[[GroupHomes], Person], call: Call
) -> None:
    whose(group).does(*call)


def test_another_programs_pages_do_not_come_into_a_facilitators_home(group: GroupHomes, tmp_path: Path) -> None:
    (tmp_path / "journal.txt").write_text("[2026-03-01 09:00] A page\n", encoding="utf-8")
    told = group.kim.is_refused(8, "import", str(tmp_path / "journal.txt"), "--from", "jrnl")
    assert told["code"] == "other-home"
    group.ana.does("import", str(tmp_path / "journal.txt"), "--from", "jrnl")
