"""`cairn plan`: two plans, a section at a time, each of which can stay blank."""

import pytest

from journal.domain.shelves import PLANS
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import ByHand, Here
from tests.conftest import Cairn
from tui.wording import toolbox


def test_a_section_is_written_added_to_and_taken_away_by_commands_alone(cairn: Cairn) -> None:
    section = ["getting-through", "people-i-can-ask"]
    assert answer(cairn("plan", "add", *section, "-", "--json", words="Priya\n"))["sections"]["people_i_can_ask"] == (
        "Priya"
    )
    added = answer(cairn("plan", "add", "getting_through", "people_i_can_ask", "-", "--json", words="Sam\nafter six"))
    assert added["sections"]["people_i_can_ask"] == "Priya\nSam\nafter six"
    assert "Sam" in cairn("plan", "show", "getting-through").stdout
    anew = answer(cairn("plan", "edit", *section, "-", "--json", words="Sam"))
    assert anew["sections"]["people_i_can_ask"] == "Sam"
    away = cairn("plan", "edit", *section, "-", words=" \n")
    assert away.stdout.strip() == toolbox.SECTION_TAKEN_AWAY
    assert answer(cairn("plan", "show", "getting-through", "--json"))["sections"]["people_i_can_ask"] is None
    assert answer(cairn("undo", "--json"))["items"] == 1
    assert answer(cairn("plan", "show", "getting-through", "--json")) == anew


def test_both_plans_are_listed_with_every_section_in_order_and_which_are_written(
    here: Here, journal: OpenJournal
) -> None:
    journal.write_plan("staying_well", "early_signs", "less sleep")
    plans = answer(here("plan", "list", "--json"))["plans"]
    assert [(plan["plan"], tuple(plan["sections"])) for plan in plans] == list(PLANS.items())
    assert plans[0]["sections"]["early_signs"] == "less sleep"
    assert sum(words is not None for plan in plans for words in plan["sections"].values()) == 1
    listed = here("plan", "list").stdout
    assert "early-signs: Early signs [written]" in listed
    assert listed.count("[written]") == 1
    assert "less sleep" not in listed
    assert answer(here("plan", "show", "--json")) == {"plans": plans}


@pytest.mark.parametrize("plan", PLANS)
def test_every_section_of_each_plan_can_be_written(here: Here, plan: str) -> None:
    for section in PLANS[plan]:
        written = answer(here("plan", "edit", plan, section.replace("_", "-"), "-", "--json", words=f"of {section}"))
        assert written["sections"][section] == f"of {section}"
    assert all(answer(here("plan", "show", plan, "--json"))["sections"].values())


def test_an_unknown_plan_or_section_is_exit_2_with_what_is_allowed_before_words_are_read(here: Here) -> None:
    told = refused(here("plan", "show", "private", "--json"), 2)
    assert told["message"] == "plan takes one of: staying-well, getting-through."
    told = refused(here("plan", "add", "staying-well", "private", "-", "--json", words=b"\xff"), 2)
    assert told["message"].startswith("section takes one of: when-im-well, everyday-things,")
    told = refused(here("plan", "edit", "staying-well", "people-i-can-ask", "-", "--json", words="x"), 2)
    assert "people-i-can-ask" not in told["message"], "a section of the other plan is none of this one"


def test_nothing_to_add_is_exit_2_and_so_is_taking_away_what_is_not_there(here: Here) -> None:
    for deed in ("add", "edit"):
        assert refused(here("plan", deed, "staying-well", "early-signs", "-", "--json", words="\n"), 2)
    assert here("plan", "show", "staying-well").stdout.splitlines()[1:] == [
        toolbox.EASIER_DAY, toolbox.PARTS_BLANK,
    ]  # fmt: skip


def test_on_a_terminal_a_section_can_be_typed_or_left_as_it_is(cairn: Cairn, by_hand: ByHand) -> None:
    call = ["plan", "edit", "staying-well", "early-signs"]
    typed = answer(by_hand(*call, "--json", typed=["less sleep", "no music", "."]))
    assert typed["sections"]["early_signs"] == "less sleep\nno music"
    left = by_hand(*call, typed=["skip"])
    assert (left.returncode, left.stdout) == (0, "")
    assert "less sleep" in left.stderr
    assert answer(cairn("plan", "show", "staying-well", "--json")) == typed
