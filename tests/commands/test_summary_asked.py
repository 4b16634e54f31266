"""At a terminal, by hand: a page is asked for part by part, each of them skippable, and a yes is typed."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from journal.paths import Home
from tests.commands.answers import answer
from tests.commands.conftest import ByHand
from tests.commands.group_homes import LIMITS, joined_once
from tests.commands.test_drafts import interrupted
from tests.conftest import Cairn
from tui.wording import facilitating_parts, saved, together
from tui.wording import summary_commands as words

WRITE = ("summary", "write", "--partner", "Kim")


@pytest.fixture(scope="module")
def joined(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return joined_once(template_home, tmp_path_factory.mktemp("joined") / "joined")


@pytest.fixture
def home(joined: Path, tmp_path: Path) -> Home:
    """A member's, in place of a home of nobody's."""
    shutil.copytree(joined, tmp_path / "group")
    return Home(tmp_path / "group" / "ana")


def page(cairn: Cairn) -> Any:
    return answer(cairn("summary", "show", "--partner", "Kim", "--json"))["summary"]


def test_three_parts_are_asked_and_each_may_be_skipped(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand(*WRITE, typed=["Getting out", "again", ".", "skip", "Is Tuesday full?", ".", ""])
    assert done.returncode == 0, done.stderr
    for name in ("what_matters_to_me_now", "support_i_would_like", "questions_for_you"):
        assert facilitating_parts.LABELS["summary"][name] in done.stderr
    assert facilitating_parts.LABELS["summary"]["what_i_bring"] not in done.stderr
    kept = page(cairn)
    assert (kept["what_matters_to_me_now"], kept["questions_for_you"]) == ("Getting out\nagain", "Is Tuesday full?")
    assert kept["support_i_would_like"] is None
    assert words.SUMMARY_KEPT in done.stdout


def test_the_rest_is_there_for_whoever_wants_more(cairn: Cairn, by_hand: ByHand) -> None:
    goal = answer(cairn("goal", "add", "-", "--json", words="Get out most days"))["id"]
    asked = ["skip", "skip", "skip", "more", "1, 3", "skip", "Music", ".", "skip", "skip", "the last month", "yes"]
    done = by_hand(*WRITE, typed=asked)
    assert done.returncode == 0, done.stderr
    kept = page(cairn)
    assert kept["goals"] == [{"id": goal, "fields": ["title", "status"]}]
    assert (kept["what_helps_me"], kept["period"], kept["may_print"]) == ("Music", "the last month", True)
    assert kept["what_is_going_well"] is None


def test_whoever_skips_all_of_it_has_changed_nothing(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand(*WRITE, typed=["skip", "skip", "skip", "skip"])
    assert (done.returncode, done.stdout) == (0, "")
    assert saved.NOTHING_CHANGED in done.stderr
    assert page(cairn) is None


def test_what_was_typed_before_an_interruption_is_kept_as_a_draft(cairn: Cairn, home: Home) -> None:
    asked = facilitating_parts.LABELS["summary"]["support_i_would_like"].encode()
    assert interrupted(home, WRITE, ["Getting out", "."], at=asked) == 130
    (draft,) = answer(cairn("drafts", "--json"))["drafts"]
    assert (draft["kind"], draft["answers"]) == ("my-page", {"what_matters_to_me_now": "Getting out"})
    assert "Getting out" in cairn("drafts").stdout
    assert page(cairn) is None


def test_sentences_of_the_look_back_are_offered_one_by_one(cairn: Cairn, by_hand: ByHand) -> None:
    tool = answer(cairn("toolbox", "add", "-", "--json", words="walk"))["id"]
    for _ in range(3):
        cairn("toolbox", "mark", tool, "a_lot")
    for typed, expected in (
        ("", []),
        ("yes", ["Things I have marked as helping: walk."]),
        ("Walking helps", ["Walking helps"]),
    ):
        done = by_hand(*WRITE, typed=["skip", "skip", "Full?", ".", "more", typed, *["skip"] * 6])
        assert done.returncode == 0, done.stderr
        assert "Things I have marked as helping: walk. Add it?" in done.stderr
        assert page(cairn)["look_back_lines"] == expected


@pytest.mark.parametrize(("typed", "code"), [("yes", 0), ("", 8), ("no", 8)])
def test_a_yes_is_typed_after_all_of_it_was_shown(cairn: Cairn, by_hand: ByHand, typed: str, code: int) -> None:
    cairn(*WRITE, "-", words='{"questions_for_you": "Is Tuesday full?"}')
    done = by_hand("summary", "send", "--partner", "Kim", typed=[typed])
    assert done.returncode == code
    told = done.stderr
    places = [told.index(said) for said in (LIMITS, "Kim will see exactly:", "Is Tuesday full?", together.TYPE_YES)]
    assert places == sorted(places)
    assert len(answer(cairn("share", "list", "--json"))["shares"]) == (1 if code == 0 else 0)


def test_a_script_without_a_dash_is_told_so(cairn: Cairn) -> None:
    done = cairn(*WRITE)
    assert done.returncode == 2
    assert "this takes a dash" in done.stderr
