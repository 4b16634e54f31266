"""From a page to a yes: the role card first, then exactly what goes, and nothing without the one key."""

import pytest

from tests.groups.people import Held
from tests.screens.my_page_stage import (
    MATTERS,
    SUPPORT,
    asked,
    at_anas,
    change_card,
    held,
    joined,
    live,
    page_of,
    to_look,
    to_page,
    to_peers_row,
    visit,
    without_card,
    write_page,
)
from tests.screens.peers_stage import fill, on, press, told
from tests.screens.stage import picture, rest, until_shown
from tui.screens.form import Form
from tui.screens.my_page import MyPage
from tui.screens.my_page_look import LookAtPage
from tui.screens.role_card import RoleCardFirst

__all__ = ["held", "joined"]


async def test_the_whole_role_card_is_seen_before_the_first_yes_and_is_kept_as_shown(held: Held) -> None:
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "s", RoleCardFirst, "If somebody is in danger I tell our manager")
        shown = await rest(pilot)
        assert "Mondays" in shown
        assert "This is not a place for urgent messages." in shown
        assert not held.ana.summaries.facilitator(held.ana.facilitator).is_card_shown
        await press(pilot, "enter", LookAtPage, MATTERS)
    assert held.ana.summaries.facilitator(held.ana.facilitator).is_card_shown


async def test_a_card_longer_than_the_screen_is_passed_at_its_end_alone(held: Held) -> None:
    write_page(held)
    await change_card(held, i_do="\n".join(f"line {at}" for at in range(40)))
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "s", RoleCardFirst, "line 1")
        await pilot.press("enter")
        await rest(pilot)
        assert isinstance(pilot.app.screen, RoleCardFirst)
        await pilot.press("escape")
        await on(pilot, MyPage)
        assert told(pilot)[-1] == "It stays here. Nothing was sent."
        assert not await asked(pilot, lambda pages: pages.facilitator(held.ana.facilitator).is_card_shown)


async def test_in_little_room_nothing_lies_over_the_card_and_keeping_private_is_said(held: Held) -> None:
    async with at_anas(held, (40, 12)) as pilot:
        await to_page(pilot)
        await on(pilot, Form)
        await fill(pilot, "what_matters_to_me_now", MATTERS)
        await press(pilot, "ctrl+s", MyPage)
        assert told(pilot)[-1] == "Saved. It stays here, and nothing has left."
        await press(pilot, "s", RoleCardFirst)
        assert told(pilot) == []
        assert (await rest(pilot)).splitlines()[-1].split("  ") == [" Esc keep private", "Enter on", "F2 support"]


async def test_in_little_room_y_reads_on_until_the_end_of_the_statement_was_seen(held: Held) -> None:
    write_page(held, what_matters_to_me_now=MATTERS, support_i_would_like=SUPPORT)
    async with at_anas(held, (40, 12)) as pilot:
        await to_page(pilot)
        await to_look(pilot)
        column = pilot.app.screen.query_one("#column")
        assert column.max_scroll_y > 0
        while column.scroll_offset.y < column.max_scroll_y:
            assert "Y read on  Esc keep private" in picture(pilot.app.screen)
            await pilot.press("y")
            await rest(pilot)
        assert isinstance(pilot.app.screen, LookAtPage)
        assert live(held.ana) is None
        assert "Y yes  Esc keep private" in picture(pilot.app.screen)
        await pilot.press("home")
        await press(pilot, "y", MyPage)
    assert live(held.ana) is not None


async def test_the_card_is_not_shown_again_until_it_has_changed(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS})
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "s", LookAtPage, MATTERS)
        await press(pilot, "escape", MyPage)
        await change_card(held, limits_of_confidentiality="I tell our nurse as well.")
        await press(pilot, "s", RoleCardFirst, "I tell our nurse as well.")


async def test_what_was_said_yes_to_is_on_the_page_byte_for_byte(held: Held) -> None:
    write_page(held, what_matters_to_me_now=MATTERS, support_i_would_like=SUPPORT)
    offered = held.ana.summaries.offer(held.ana.facilitator).part
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await to_look(pilot)
        shown = picture(pilot.app.screen)
        assert [line for line in (MATTERS, SUPPORT, "Your name goes with it: Ana") if line not in shown] == []
        await press(pilot, "y", MyPage, "Kim sees a page of yours until")
    page = page_of(held.ana).summary
    assert page is not None
    assert page.model_dump(exclude={"id"}) == offered.model_dump(exclude={"id"})
    consent = live(held.ana)
    assert consent is not None
    assert consent.said_with == "y"
    assert MATTERS in consent.statement
    await visit(held)
    assert held.seen()["Ana"].summary.what_matters_to_me_now == MATTERS


@pytest.mark.parametrize("at", ["card", "look", "date"])
async def test_escape_sends_nothing_at_any_step(held: Held, at: str) -> None:
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        if at == "card":
            await press(pilot, "s", RoleCardFirst)
        else:
            await to_look(pilot)
        if at == "date":
            await pilot.press("u")
            await until_shown(pilot, "Until which day may they see it?")
            await press(pilot, "escape", LookAtPage)
        await press(pilot, "escape", MyPage)
        assert told(pilot)[-1] == "It stays here. Nothing was sent."
    assert live(held.ana) is None
    page = page_of(held.ana)
    assert (page.summary, page.name) == (None, None)


async def test_another_day_can_be_chosen_and_the_yes_names_it(held: Held) -> None:
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await to_look(pilot)
        await pilot.press("u")
        await until_shown(pilot, "Until which day may they see it?")
        await rest(pilot)
        await pilot.press("home", "enter")
        await on(pilot, LookAtPage, "21 March 2026.")
        await press(pilot, "y", MyPage)
    consent = live(held.ana)
    assert consent is not None
    assert consent.expires == "2026-03-21"
    assert "21 March 2026" in consent.statement


async def test_more_than_ninety_days_are_refused_in_one_sentence(held: Held) -> None:
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await to_look(pilot)
        await pilot.press("u")
        await until_shown(pilot, "Until which day may they see it?")
        await rest(pilot)
        await pilot.press("end", "enter")
        await until_shown(pilot, "Which day is the last one?")
        await pilot.press(*"2026-07-30", "enter")
        await until_shown(pilot, "A page is shared for 1 to 90 days")
    assert live(held.ana) is None


async def test_words_that_changed_since_they_were_seen_do_not_go_and_are_shown_anew(held: Held) -> None:
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await to_look(pilot)
        write_page(held, what_matters_to_me_now="Other words")
        await pilot.press("y")
        await until_shown(pilot, "The words have changed since you saw them.")
        await until_shown(pilot, "Other words")
        assert live(held.ana) is None
        await press(pilot, "y", MyPage)
    consent = live(held.ana)
    assert consent is not None
    assert "Other words" in consent.statement


async def test_before_there_is_a_role_card_nothing_can_be_shared_and_that_is_said(held: Held) -> None:
    write_page(held)
    without_card(held)
    async with at_anas(held) as pilot:
        await to_peers_row(pilot, "My page for Kim")
        await press(pilot, "enter", MyPage, MATTERS)
        await pilot.press("s")
        await until_shown(pilot, "They have not said yet when they would tell others.")
        assert isinstance(pilot.app.screen, MyPage)


async def test_changed_words_wait_for_a_yes_of_their_own_with_what_is_seen_now_beside_them(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS})
    write_page(held, what_matters_to_me_now="Staying in bed less")
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await until_shown(pilot, "Kim sees your earlier words.")
        await press(pilot, "s", LookAtPage, "Kim sees now:")
        shown = await rest(pilot)
        assert shown.index(MATTERS) < shown.index("Kim will see exactly:") < shown.index("Staying in bed less")
        before = page_of(held.ana).summary
        assert before is not None
        assert before.what_matters_to_me_now == MATTERS
        await press(pilot, "y", MyPage)
    after = page_of(held.ana).summary
    assert after is not None
    assert after.what_matters_to_me_now == "Staying in bed less"
