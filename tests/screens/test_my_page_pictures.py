"""Text pictures of a facilitator in Peers, of writing the page for them, and of the look before the yes."""

import pytest
from syrupy.assertion import SnapshotAssertion

from sync.consent.group_pages import goal_line
from tests.groups.people import Held
from tests.screens.my_page_stage import at_anas, change_card, held, joined, to_facilitator, to_look, to_page
from tests.screens.peers_stage import on, press
from tests.screens.stage import rest
from tui.screens.form import Form
from tui.screens.my_page import MyPage
from tui.screens.role_card import RoleCardFirst
from tui.wording.facilitating_parts import I_DO, I_DO_NOT

__all__ = ["held", "joined"]

in_two_sizes = pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])


def _write(held: Held) -> None:
    goal = held.ana.journal.add_goal("Get out most days")
    held.ana.summaries.write(
        held.ana.facilitator,
        {
            "what_matters_to_me_now": "Being with people again, a little at a time.",
            "support_i_would_like": "Somebody to walk in with on Tuesday.",
            "questions_for_you": "Is it all right to come late?",
            "goals": [goal_line(goal.id, ["title"])],
            "look_back_lines": ["Things I have marked as helping: walk."],
        },
    )


@in_two_sizes
async def test_a_facilitators_page_looks_as_it_did(
    held: Held, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    _write(held)
    await change_card(held, i_do=I_DO, i_do_not=I_DO_NOT, who_supports_me="Our manager, once a month.")
    async with at_anas(held, size) as pilot:
        await to_facilitator(pilot)
        assert await rest(pilot) == snapshot


@in_two_sizes
async def test_writing_my_page_looks_as_it_did(held: Held, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    _write(held)
    async with at_anas(held, size) as pilot:
        await to_page(pilot)
        assert await rest(pilot) == snapshot(name="the page")
        await press(pilot, "e", Form)
        assert await rest(pilot) == snapshot(name="its words")
        await press(pilot, "escape", MyPage)


@in_two_sizes
async def test_the_look_before_the_yes_looks_as_it_did(
    held: Held, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    _write(held)
    async with at_anas(held, size) as pilot:
        await to_page(pilot)
        await pilot.press("s")
        await on(pilot, RoleCardFirst)
        assert await rest(pilot) == snapshot(name="the role card")
        await press(pilot, "escape", MyPage)
        await to_look(pilot)
        assert await rest(pilot) == snapshot(name="what would go")
