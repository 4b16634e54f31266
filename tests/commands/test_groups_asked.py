"""At a terminal, by hand: what a facilitator is asked in a home of their own."""

import shutil
from pathlib import Path

import pytest

from journal.paths import Home
from tests.commands.answers import answer
from tests.commands.conftest import ByHand
from tests.commands.group_homes import GROUP, LIMITS, joined_once
from tests.conftest import Cairn, FixedClock
from tests.groups.people import facilitators_home
from tui.wording import facilitating_parts, saved
from tui.wording import summary_commands as words


@pytest.fixture(scope="module")
def joined(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return joined_once(template_home, tmp_path_factory.mktemp("joined") / "joined")


@pytest.fixture
def home(joined: Path, tmp_path: Path) -> Home:
    """A facilitator's, in place of a home of nobody's."""
    shutil.copytree(joined, tmp_path / "group")
    return Home(tmp_path / "group" / "kim")


def test_a_card_is_asked_part_by_part_and_what_is_skipped_stays(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand("about-me", "edit", typed=["skip", "skip", "Tuesdays", "skip", "Sell things.", ".", "skip", "skip"])
    assert done.returncode == 0, done.stderr
    assert LIMITS in done.stderr
    card = answer(cairn("about-me", "show", "--json"))
    assert (card["reads_on"], card["i_do_not"]) == ("Tuesdays", "Sell things.")
    assert card["limits_of_confidentiality"] == LIMITS


def test_a_card_of_which_everything_is_skipped_is_as_it_was(cairn: Cairn, by_hand: ByHand) -> None:
    before = cairn("about-me", "show", "--json").stdout
    done = by_hand("about-me", "edit", typed=["skip"] * 7)
    assert saved.NOTHING_CHANGED in done.stderr
    assert cairn("about-me", "show", "--json").stdout == before


def test_a_group_is_asked_for_its_name(cairn: Cairn, by_hand: ByHand, tmp_path: Path) -> None:
    done = by_hand("group", "create", "--via", f"folder:{tmp_path}", typed=["Wednesday group"])
    assert done.returncode == 0, done.stderr
    assert words.GROUP_ASKED in done.stderr
    names = [each["name"] for each in answer(cairn("group", "list", "--json"))["groups"]]
    assert names == [GROUP, "Wednesday group"]


def test_what_was_agreed_is_asked_part_by_part(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand("group", "agree", GROUP, typed=["skip", "Tuesdays", ".", "skip", "skip"])
    assert done.returncode == 0, done.stderr
    assert facilitating_parts.LABELS["peer_group"]["privacy"] in done.stderr
    assert answer(cairn("group", "agree", GROUP, "--json"))["agreement"]["when"] == "Tuesdays"


def test_a_note_is_typed(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand("group", "note", GROUP, typed=["At six", "."])
    assert done.returncode == 0, done.stderr
    assert words.NOTE_ASKED in done.stderr
    assert [each["text"] for each in answer(cairn("group", "notes", GROUP, "--json"))["notes"]] == ["At six"]


@pytest.mark.parametrize(("typed", "told"), [(["skip"], None), (["Thank you", "."], "Thank you")])
def test_a_closing_may_have_words(cairn: Cairn, by_hand: ByHand, typed: list[str], told: str | None) -> None:
    done = by_hand("group", "close", GROUP, typed=typed)
    assert done.returncode == 0, done.stderr
    (group,) = answer(cairn("group", "list", "--json"))["groups"]
    assert group["closing_words"] == told
    assert group["closes_on"] is not None


def test_a_first_card_says_that_two_parts_have_words(cairn: Cairn, by_hand: ByHand, home: Home) -> None:
    shutil.rmtree(home.root)
    facilitators_home(home.root, FixedClock())
    done = by_hand("about-me", "edit", typed=["Kim", LIMITS, ".", *["skip"] * 5])
    assert done.returncode == 0, done.stderr
    assert words.CARD_PREFILLED in done.stderr
    assert facilitating_parts.I_DO in done.stderr
    card = answer(cairn("about-me", "show", "--json"))
    assert (card["name"], card["i_do"]) == ("Kim", facilitating_parts.I_DO)
