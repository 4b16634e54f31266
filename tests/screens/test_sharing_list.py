"""What is shared, exactly what they see, new words, and what was said yes to."""

import pytest

from sync.consent.sharing import Sharing
from sync.records.consents import Consent, Status
from tests.pages.real_people import Two
from tests.screens.peers_stage import bar_at, to_peers
from tests.screens.sharing_stage import around, before_the_screen, met, two, visit_in_turn
from tests.screens.stage import Actor, picture, rest, until, until_shown
from tui.screens.sharing import ShareGoal
from tui.screens.sharing_list import Shares
from tui.screens.sharing_said import SaidYesTo, YesInWords
from tui.screens.sharing_seen import SeenExactly

__all__ = ["around", "met", "two"]

TITLE = "Swim in the sea [x]"


@pytest.fixture
def share(two: Two) -> Consent:
    return two.ana.share(TITLE)


async def to_shares(pilot: Actor, words: str = TITLE) -> None:
    await to_peers(pilot)
    await until_shown(pilot, "Sharing")
    await pilot.press("s")
    await until(pilot, lambda: isinstance(pilot.app.screen, Shares))
    await until_shown(pilot, words)
    await rest(pilot)


def status(two: Two) -> Status:
    (consent,) = Sharing(two.ana.journal).shares()
    return consent.status


async def test_peers_shows_what_is_shared_and_enter_leads_to_all_of_it(two: Two, share: Consent) -> None:
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, f"Shared with Sam: {TITLE}")
        await bar_at(pilot, TITLE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Shares))
        await until_shown(pilot, "with Sam, shared, until Friday 12 June 2026")


async def test_with_a_partner_and_nothing_shared_peers_says_so(two: Two) -> None:
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "You share nothing.")
        await pilot.press("s")
        await until_shown(pilot, "On the page of a goal, S shares chosen parts")


async def test_the_receipt_says_what_their_cairn_has_and_nothing_before(two: Two, share: Consent) -> None:
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        assert "has it since" not in picture(pilot.app.screen)
        await visit_in_turn(two)
        await until_shown(pilot, "Sam's cairn has it since Saturday 14 March 2026")


async def test_pause_stops_it_at_once_and_the_same_key_lets_it_go_on(two: Two, share: Consent) -> None:
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await pilot.press("p")
        await until_shown(pilot, "Paused. It leaves their page when cairn next looks there.")
        assert status(two) is Status.PAUSED
        await until_shown(pilot, "with Sam, paused")
        await rest(pilot)
        await visit_in_turn(two)
        assert two.sam.titles == []
        await pilot.press("p")
        await until_shown(pilot, "It goes on.")
        assert status(two) is Status.ACTIVE
        await visit_in_turn(two)
        assert two.sam.titles == [TITLE]


async def test_what_was_stopped_elsewhere_meanwhile_does_not_go_on_and_is_not_said_to(two: Two, share: Consent) -> None:
    Sharing(two.ana.journal).pause(share.id)
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        Sharing(two.ana.journal).stop(share.id)
        await pilot.press("p")
        await until_shown(pilot, "This is not shared any more.")
        assert status(two) is Status.STOPPED


async def test_stop_is_one_key_asks_no_reason_and_tells_the_truth(two: Two, share: Consent) -> None:
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await pilot.press("o")
        await until_shown(pilot, "What Sam has already read, Sam may remember or")
        assert status(two) is Status.STOPPED
        await until_shown(pilot, "No longer shared")
        await visit_in_turn(two)
        await until_shown(pilot, "not on Sam's page since Saturday 14 March 2026")
        await pilot.press("p")
        await until_shown(pilot, "This is not shared any more. R asks about it anew.")
        assert status(two) is Status.STOPPED
    assert two.sam.titles == []


async def test_a_last_day_that_is_near_is_said_here_alone_and_nothing_renews_itself(two: Two, share: Consent) -> None:
    two.ana.share_goal(two.ana.journal.add_goal("Near its end"), days=5)
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        shown = picture(pilot.app.screen)
        assert shown.count("It ends by itself in a few days. R asks about it anew.") == 1
        assert shown.index("Near its end") < shown.index("It ends by itself") < shown.index(TITLE)
    await visit_in_turn(two)
    assert [goal.until for goal in two.sam.view.goals] == ["2026-06-12", "2026-03-19"]


async def test_one_key_pauses_everything(two: Two, share: Consent) -> None:
    two.ana.share("Another goal")
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await pilot.press("a")
        await until_shown(pilot, "Everything stays here for now.")
    assert {consent.status for consent in Sharing(two.ana.journal).shares()} == {Status.PAUSED}


async def test_see_exactly_shows_what_stands_on_their_page_and_not_the_new_words(two: Two, share: Consent) -> None:
    assert share.goal is not None
    two.ana.journal.change(share.goal, {"title": "Other words"})
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await until_shown(pilot, "Sam sees your earlier words.")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, SeenExactly))
        await until_shown(pilot, "What Sam sees of this")
        await until_shown(pilot, TITLE)
        assert "Other words" not in picture(pilot.app.screen)
        Sharing(two.ana.journal).pause(share.id)
        await until_shown(pilot, "Sam sees nothing of this.")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Shares))


async def test_new_words_are_sent_from_the_list_too(two: Two, share: Consent) -> None:
    assert share.goal is not None
    await visit_in_turn(two)
    two.ana.journal.change(share.goal, {"title": "Other words"})
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await until_shown(pilot, "Sam sees your earlier words.")
        await pilot.press("y")
        await until_shown(pilot, "Sam sees this line.")
        await until_shown(pilot, "Other words")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, Shares))
        await until_shown(pilot, "Other words")
        await rest(pilot)
        await pilot.press("y")
        await until_shown(pilot, "No new words wait here.")
    await visit_in_turn(two)
    assert two.sam.titles == ["Other words"]


async def test_what_was_stopped_can_be_shared_again_with_a_new_yes(two: Two, share: Consent) -> None:
    Sharing(two.ana.journal).stop(share.id)
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShareGoal))
        await until_shown(pilot, "Share with Sam")
        await rest(pilot)
        await pilot.press("1")
        await until_shown(pilot, "Sam will see exactly:")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, Shares))
        await until_shown(pilot, "with Sam, shared, until")
    assert [consent.status for consent in Sharing(two.ana.journal).shares()] == [Status.STOPPED, Status.ACTIVE]


async def test_what_i_said_yes_to_lists_every_deed_and_opens_the_very_words(two: Two, share: Consent) -> None:
    await visit_in_turn(two)
    Sharing(two.ana.journal).stop(share.id)
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await pilot.press("w")
        await until(pilot, lambda: isinstance(pilot.app.screen, SaidYesTo))
        await until_shown(pilot, "not on their page any more")
        said = [
            line.split("2026  ")[1].split(" · ")[0]
            for line in picture(pilot.app.screen).splitlines()
            if "2026  " in line
        ]
        assert said == ["shared", "sent", "their cairn has it", "stopped", "not on their page any more"]
        assert "changed by something other" not in picture(pilot.app.screen)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, YesInWords))
        await until_shown(pilot, "I choose to share this.")


async def test_a_changed_row_of_what_i_said_yes_to_is_said_where_it_stands(two: Two, share: Consent) -> None:
    Sharing(two.ana.journal).pause(share.id)
    Sharing(two.ana.journal).resume(share.id)
    two.ana.journal.connection.execute("UPDATE ledger SET row = replace(row, 'PAUSE', 'SENT') WHERE number = 2")
    async with before_the_screen(two) as pilot:
        await to_shares(pilot)
        await pilot.press("w")
        await until_shown(pilot, "changed by something other than cairn from here on.")
        lines = picture(pilot.app.screen).splitlines()
        broken = next(at for at, line in enumerate(lines) if "other than cairn" in line)
        assert " shared · " in "".join(lines[:broken])
        assert " sent · " not in "".join(lines[:broken])
        assert " sent · " in "".join(lines[broken:])
