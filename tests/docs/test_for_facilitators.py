"""`docs/for-facilitators.md` is a week that can be lived: each command in it is run, in the order of the page."""

import json
import re
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from journal.paths import Home
from tests.conftest import Cairn
from tests.docs.conftest import ROOT
from tests.docs.test_read_first import calls_in
from tui.wording.facilitating_parts import I_DO, I_DO_NOT
from tui.wording.safeguarding import if_worried
from tui.wording.summary import NOT_URGENT

PATH = ROOT / "docs" / "for-facilitators.md"
PAGE = PATH.read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\n# (the facilitator|a member)\n(.*?)^```", re.MULTILINE | re.DOTALL)
MEMBERS_WORDS = ("Getting out again.", "Company on the way home.", "Is there room this Thursday?")


@dataclass
class Week:
    """Two homes, the folder between them, and what the page cannot know before it is lived."""

    cairn: Cairn
    place: Path
    known: dict[str, str] = field(default_factory=dict)
    answers: list[tuple[str, str, Any]] = field(default_factory=list)
    """Who, the call as it stands on the page, and the document it was answered with."""

    def live(self, who: str, line: str) -> None:
        """One line of a block."""
        told, _, typed = line.partition("  # type: ")
        call = told.strip()
        words = [self._known(word) for word in shlex.split(call)[1:]]
        more = ["--recovery-out", "-"] if words[0] == "init" else []
        home = Home(self.place / who.rpartition(" ")[2])
        done = self.cairn(*words, *more, "--json", words=self.known.get(typed, typed), at=home)
        assert done.returncode == 0, (who, call, done.stderr)
        document = json.loads(done.stdout) if done.stdout else {}
        self._learn(call, document)
        self.answers.append((who, call, document))

    def last(self, who: str, call: str) -> Any:
        """What this call was answered with when it was last made."""
        return [document for name, made, document in self.answers if (name, made) == (who, call)][-1]

    def every(self, call: str) -> list[Any]:
        """What this call was answered with, each time."""
        return [document for _, made, document in self.answers if made == call]

    def _known(self, word: str) -> str:
        word = word.replace("/path/both/see", str(self.place / "both")).replace("/path/to", str(self.place))
        return self.known.get(word, word)

    def _learn(self, call: str, document: Any) -> None:
        if call.startswith("cairn group invite "):
            self.known |= {"TWELVE WORDS": document["words"], "INVITE": document["partner"]}
        elif call.startswith("cairn summary send"):
            self.known["SHARE"] = document["share"]


def blocks() -> list[tuple[str, list[str]]]:
    """Who, and the lines of each block, in the order of the page."""
    return [(who, content.splitlines()) for who, content in BLOCK.findall(PAGE)]


@pytest.fixture
def lived(cairn: Cairn, template_home: Home, tmp_path: Path) -> Week:
    """The whole page, from the first block to the last."""
    shutil.copytree(template_home.root, tmp_path / "member")
    (tmp_path / "both").mkdir()
    week = Week(cairn, tmp_path)
    for who, lines in blocks():
        for line in lines:
            week.live(who, line)
    return week


def test_every_block_of_the_page_is_somebodys_and_every_call_is_in_one() -> None:
    assert PAGE.count("\n```\n") == 2 * len(blocks())
    lived = {line.partition("  #")[0].strip() for _, lines in blocks() for line in lines}
    assert len(lived) > 30
    assert set(calls_in(PATH)) - lived == {"cairn erase --everything"}


def test_a_week_is_lived_as_it_is_told(lived: Week) -> None:
    """All of it runs, and what is said around it is so."""
    show = 'cairn group show "Thursday evenings"'
    first, last = lived.every(show)
    assert [page["name"] for page in first["summaries"]] == ["Sam"]
    assert last["summaries"] == []
    assert lived.last("the facilitator", "cairn partner list") == {"partners": []}

    read = lived.last("the facilitator", "cairn summary show Sam")
    assert "Written and chosen by Sam" in read["header"]
    assert "Talk with the person first if you can." in read["safeguarding"]
    assert [read["summary"][name] for name in ("what_matters_to_me_now", "support_i_would_like")] == [
        *MEMBERS_WORDS[:2]
    ]

    inbox = lived.last("a member", "cairn inbox")
    assert {letter["text"] for letter in inbox["messages"]} == {
        "There is room, and a chair by the window.",
        "We meet at six, in the garden room.",
    }
    printed = (lived.place / "page.txt").read_text(encoding="utf-8")
    assert all(words in printed for words in MEMBERS_WORDS)
    assert "Please delete after" in printed


def test_a_member_reads_the_limits_before_the_yes(lived: Week) -> None:
    shown = lived.last("a member", "cairn summary preview --partner Kim")
    assert shown["role_card"]["limits_of_confidentiality"].startswith("If somebody is in danger")


def test_who_holds_it_next_stands_in_the_notice(lived: Week) -> None:
    told = next(document for _, call, document in lived.answers if call.startswith("cairn group hand-over"))
    assert told["handed_to"] == "Robin"
    went_on = lived.last("the facilitator", 'cairn group go-on "Thursday evenings"')
    assert went_on["closes_on"] is None


def test_what_the_page_quotes_is_what_is_said() -> None:
    for words in (if_worried("999"), I_DO, I_DO_NOT):
        assert f"\n> {words}\n" in PAGE
    assert NOT_URGENT in PAGE


def test_every_link_of_it_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
