"""A facilitator in Peers, and how the page that they see stands: everywhere that what is shared is said."""

from sync.carrying import find_invite
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.pairing import Pairing
from tests.groups.people import GROUP, LIMITS, Held
from tests.screens.my_page_stage import (
    MATTERS,
    at_anas,
    held,
    joined,
    live,
    page_of,
    to_facilitator,
    to_peers_row,
    visit,
    write_page,
)
from tests.screens.peers_stage import bar_at, on, press, to_peers
from tests.screens.stage import picture, rest, to, until, until_shown, write
from tui.actions import deeds_of
from tui.screens.goal import GoalScreen
from tui.screens.goals import Goals
from tui.screens.hard_day import HardDay
from tui.screens.meeting_join import MeetingJoin
from tui.screens.messages import Messages
from tui.screens.my_page_facilitator import FacilitatorScreen
from tui.screens.my_page_look import LookAtPage
from tui.screens.my_page_words import FacilitatorWords
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers
from tui.screens.sharing_list import Shares
from tui.screens.sharing_said import SaidYesTo
from tui.screens.sharing_seen import SeenExactly

__all__ = ["held", "joined"]


async def test_a_facilitators_page_says_who_they_are_with_the_limits_first(held: Held) -> None:
    async with at_anas(held) as pilot:
        await to_facilitator(pilot)
        shown = await rest(pilot)
        for line in (f"facilitator of {GROUP}", LIMITS, "Mondays", "This is not a place for urgent messages."):
            assert line in shown
        assert shown.index(LIMITS) < shown.index("Hold the space.")
        assert "You share no page with Kim" in shown


async def test_nothing_is_offered_there_that_does_not_go_between_the_two(held: Held) -> None:
    deeds = {deed.action for deed in deeds_of("facilitator")}
    assert deeds.isdisjoint({"share", "write", "next_time", "agreement", "status", "invite"})
    assert Sharing(held.ana.journal).connected() == []


async def test_every_other_way_to_a_partner_leads_to_the_page_of_a_facilitator_too(held: Held) -> None:
    async with at_anas(held) as pilot:
        await to_peers(pilot)
        peers = pilot.app.screen
        assert isinstance(peers, Peers)
        pilot.app.push_screen(PartnerScreen(peers._desk, held.ana.facilitator))
        await on(pilot, FacilitatorScreen, "Kim says of themselves:")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is peers)
        pilot.app.push_screen(Messages(peers._desk, held.ana.facilitator))
        await on(pilot, FacilitatorWords, "Notes and replies of Kim")


async def test_notes_and_replies_are_read_and_kept_for_a_hard_day(held: Held) -> None:
    held.ana.share({"questions_for_you": "Is Tuesday full?"})
    await visit(held)
    held.groups.reply("Ana", "There is a chair for you.")
    held.groups.write_note(GROUP, "We meet at six.")
    await visit(held)
    async with at_anas(held) as pilot:
        await to_facilitator(pilot)
        await press(pilot, "m", FacilitatorWords, "There is a chair for you.")
        shown = await rest(pilot)
        assert "We meet at six." in shown
        assert "about the page you wrote for them" in shown
        await bar_at(pilot, "There is a chair for you.")
        await pilot.press("k")
        await until_shown(pilot, "Kept. On a hard day these words are there.")
        await to(pilot, HardDay, "1", "d")
        await until_shown(pilot, "There is a chair for you.")
    assert [letter.text for letter in Words(held.ana.journal).received() if letter.kept] == [
        "There is a chair for you."
    ]


async def test_a_reply_to_what_is_no_longer_shared_says_so(held: Held) -> None:
    consent = held.ana.share({"questions_for_you": "Is Tuesday full?"})
    await visit(held)
    held.groups.reply("Ana", "There is a chair for you.")
    await visit(held)
    held.ana.sharing.stop(consent.id)
    async with at_anas(held) as pilot:
        await to_facilitator(pilot)
        await press(pilot, "m", FacilitatorWords, "about something no longer shared")


async def test_a_handover_says_that_nothing_goes_to_the_next_one(held: Held) -> None:
    held.groups.close(GROUP, days=14, handed_to="Robin")
    await visit(held)
    async with at_anas(held) as pilot:
        await to_facilitator(pilot)
        await until_shown(pilot, "Robin holds this group from the day after")
        shown = " ".join((await rest(pilot)).split())
        assert "Nothing you shared here goes to them." in shown
        assert "you need a new invite of theirs." in shown


async def test_what_is_shared_holds_the_page_with_pause_go_on_and_stop(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS})
    async with at_anas(held) as pilot:
        await to_peers(pilot)
        await press(pilot, "s", Shares, "the page you wrote for them")
        await rest(pilot)
        await press(pilot, "enter", SeenExactly, MATTERS)
        await press(pilot, "escape", Shares)
        await pilot.press("p")
        await until_shown(pilot, "Paused. It leaves their page")
        assert page_of(held.ana).summary is None
        await pilot.press("p")
        await until_shown(pilot, "It goes on.")
        assert page_of(held.ana).summary is not None
        await pilot.press("o")
        await until_shown(pilot, "From now on this stays here.")
    assert page_of(held.ana).summary is None
    assert live(held.ana) is None


async def test_changed_words_are_said_there_with_the_way_to_a_new_yes(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS})
    write_page(held, what_matters_to_me_now="Other words")
    async with at_anas(held) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "Kim sees your earlier words.")
        await press(pilot, "s", Shares, "Kim sees your earlier words.")
        await press(pilot, "y", LookAtPage, "Other words")
        await press(pilot, "y", Shares)
    page = page_of(held.ana).summary
    assert page is not None
    assert page.what_matters_to_me_now == "Other words"


async def test_that_the_role_card_was_shown_is_in_what_was_said_yes_to(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS})
    async with at_anas(held) as pilot:
        await to_peers(pilot)
        await press(pilot, "s", Shares, "the page you wrote for them")
        await press(pilot, "w", SaidYesTo, "you were shown who they are")
        await pilot.press("home", "enter")
        await until_shown(pilot, "This is the day you were shown it.")


async def test_today_says_that_somebody_sees_a_page(held: Held) -> None:
    consent = held.ana.share({"what_matters_to_me_now": MATTERS})
    async with at_anas(held) as pilot:
        await until_shown(pilot, "Shared: a page with Kim")
    held.ana.sharing.pause(consent.id)
    async with at_anas(held) as pilot:
        await until_shown(pilot, "Shared: nothing")


async def test_deleting_a_goal_that_is_on_the_page_says_first_what_ends(held: Held) -> None:
    goal = held.ana.journal.add_goal("Get out most days")
    held.ana.share({"goals": [f"{goal.id} title"]})
    async with at_anas(held) as pilot:
        await to(pilot, Goals, "3")
        await until_shown(pilot, "Get out most days")
        await to(pilot, GoalScreen, "enter")
        await until_shown(pilot, "On your page for Kim until")
        await pilot.press("delete")
        await until_shown(pilot, "This stands on your page for Kim.")
        await pilot.press("escape")
        await on(pilot, GoalScreen)
        assert page_of(held.ana).summary is not None
        await pilot.press("delete")
        await until_shown(pilot, "This stands on your page for Kim.")
        await rest(pilot)
        await pilot.press("home", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Goals))
    await visit(held)
    assert page_of(held.ana).summary is None


async def test_deleting_and_erasing_the_facilitator_say_first_what_ends(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS})
    async with at_anas(held) as pilot:
        await to_facilitator(pilot)
        for key in ("delete", "shift+delete"):
            await pilot.press(key)
            await until_shown(pilot, "The page you share with Kim ends with it.")
            await pilot.press("escape")
            await on(pilot, FacilitatorScreen)
    assert page_of(held.ana).summary is not None


async def test_an_invite_of_a_facilitator_says_what_it_is_before_it_is_joined(held: Held) -> None:
    held.groups.create("A new group", held.via)
    invited = Pairing(held.kim.journal).invite(held.via, my_name=None, called="A new group", group="A new group")
    await visit(held)
    found = await find_invite(Pairing(held.sam.journal), " ".join(invited.words), held.via)
    assert found.invitation.kind == "facilitator"
    async with at_anas(held) as pilot:
        await to_peers(pilot)
        peers = pilot.app.screen
        assert isinstance(peers, Peers)
        pilot.app.push_screen(MeetingJoin(peers._desk, lambda _: None, via=held.via))
        await on(pilot, MeetingJoin)
        await write(pilot, " ".join(invited.words))
        await pilot.press("enter")
        await until_shown(pilot, "This is an invite from a facilitator.")
        shown = " ".join((await rest(pilot)).split())
        assert "It is for the group A new group." in shown
        assert "A facilitator holds a group." in shown
        await pilot.press("escape")
    assert len(Sharing(held.ana.journal)._making.pairs.all()) == 1


async def test_peers_names_the_facilitator_the_group_and_the_page(held: Held) -> None:
    async with at_anas(held) as pilot:
        await to_peers_row(pilot, "My page for Kim")
        shown = picture(pilot.app.screen)
        assert f"facilitator of {GROUP}" in shown
        assert "Words between" not in shown
