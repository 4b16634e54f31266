"""What is said on the screen before something between two people goes, stops or waits."""

from collections.abc import Awaitable, Callable

import pytest

from sync.consent.sharing import Sharing
from sync.consent.words import Words
from tests.pages.real_people import Two
from tests.screens.peers_stage import bar_at, to_peers
from tests.screens.sharing_stage import (
    TITLE,
    around,
    before_the_screen,
    met,
    press_share,
    to_goal,
    told,
    two,
    visit_in_turn,
)
from tests.screens.stage import Actor, picture, rest, until, until_shown, write
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.screens.goal import GoalScreen
from tui.screens.goals import Goals
from tui.screens.messages_agreement import AgreementSides
from tui.screens.partner import PartnerScreen

__all__ = ["around", "met", "two"]

STOPS = "This is shared with Sam. Deleting it stops that at the next look."
ENDS = "You are connected with Sam. Deleting them ends that at the next look"
PAUSED = "Your name and your words to Sam are paused."


def flat(pilot: Actor) -> str:
    """What stands there, whatever the width."""
    return " ".join(picture(pilot.app.screen).split())


async def to_partner(pilot: Actor) -> None:
    await to_peers(pilot)
    await until_shown(pilot, "Sharing")
    await bar_at(pilot, "Sam")
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, PartnerScreen))
    await rest(pilot)


async def asked(pilot: Actor) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
    await rest(pilot)


async def to_the_list(pilot: Actor) -> None:
    await pilot.press("3")
    await until(pilot, lambda: isinstance(pilot.app.screen, Goals))
    await until_shown(pilot, TITLE)


@pytest.mark.parametrize("go", [to_goal, to_the_list])
async def test_what_deleting_a_shared_goal_stops_is_said_before_and_leaving_it_deletes_nothing(
    two: Two, go: Callable[[Actor], Awaitable[None]]
) -> None:
    two.ana.share(TITLE)
    async with before_the_screen(two) as pilot:
        await go(pilot)
        await pilot.press("delete")
        await asked(pilot)
        assert STOPS in flat(pilot)
        await pilot.press("escape")
        await rest(pilot)
        assert len(two.ana.journal.goals()) == 1
        await pilot.press("delete")
        await asked(pilot)
        await pilot.press("home", "enter")
        await until(pilot, lambda: not two.ana.journal.goals())


async def test_a_goal_that_is_not_shared_is_deleted_without_a_question(two: Two) -> None:
    two.ana.journal.add_goal(TITLE)
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await pilot.press("delete")
        await until(pilot, lambda: not isinstance(pilot.app.screen, GoalScreen | Choose))
        assert two.ana.journal.goals() == []


async def test_the_way_to_end_stands_on_the_page_of_a_partner(two: Two) -> None:
    async with before_the_screen(two, (60, 20)) as pilot:
        await to_partner(pilot)
        await until_shown(pilot, "X ends it, at any time.")


async def test_what_was_said_of_another_share_is_gone_when_this_one_is_asked_about(two: Two) -> None:
    two.ana.journal.add_goal(TITLE)
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        assert told(pilot) == ["It stays here. Nothing was sent."]
        await press_share(pilot)
        assert told(pilot) == []


@pytest.mark.parametrize("on_their_page", [True, False])
async def test_what_deleting_a_partner_ends_is_said_before(two: Two, on_their_page: bool) -> None:
    async with before_the_screen(two) as pilot:
        if on_their_page:
            await to_partner(pilot)
        else:
            await to_peers(pilot)
            await until_shown(pilot, "Sharing")
            await bar_at(pilot, "Sam")
        await pilot.press("delete")
        await asked(pilot)
        assert ENDS in flat(pilot)
        await pilot.press("home", "enter")
        await until(pilot, lambda: not two.ana.journal.things("partner"))


async def test_before_everything_is_paused_it_is_said_what_stays_on_their_page(two: Two) -> None:
    two.ana.share(TITLE)
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "Sharing")
        await pilot.press("s")
        await until_shown(pilot, "A pauses everything, with everybody:")
        assert "One thing stays on their page: that you are connected." in flat(pilot)
        await pilot.press("a")
        await until_shown(pilot, "Everything stays here for now.")
        await until_shown(pilot, "paused")
        await rest(pilot)
        await pilot.press("p")
        await until_shown(pilot, "It goes on.")
        await until(pilot, lambda: PAUSED in flat(pilot))


async def test_words_that_are_paused_are_said_to_be_until_the_next_ones(two: Two) -> None:
    Sharing(two.ana.journal).pause_all()
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "Sharing")
        await pilot.press("m")
        await until(pilot, lambda: PAUSED in flat(pilot))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await rest(pilot)
        await write(pilot, "hello")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Ask) and PAUSED not in flat(pilot))


async def test_a_part_that_waits_is_sent_as_it_stands_on_the_screen(two: Two) -> None:
    partner, words = two.ana.partner, Words(two.ana.journal)
    two.ana.journal.agree(partner, {"when": "Thursdays"})
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "Sam does not see your part of what you agreed")
        await bar_at(pilot, "Sam does not see")
        await pilot.press("enter")
        await until_shown(pilot, "Words between you")
        await pilot.press("g")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgreementSides))
        await until_shown(pilot, "Thursdays")
        waits = "Sam does not see your part of what you agreed as it is here. S sends it."
        await until(pilot, lambda: waits in flat(pilot))
        screen = pilot.app.screen
        assert isinstance(screen, AgreementSides)
        seen = screen._sides
        two.ana.journal.agree(partner, {"when": "every night"})
        await until_shown(pilot, "every night")
        screen._sides = seen
        await pilot.press("s")
        await until_shown(pilot, "Your part has other words now. Look at it again.")
        assert words.part_waits(partner)
        await rest(pilot)
        await pilot.press("s")
        await until_shown(pilot, "Your part goes when cairn next looks there.")
        assert not words.part_waits(partner)
    await visit_in_turn(two)
    assert two.sam.view.agreement is not None


async def test_the_last_day_can_be_typed_and_what_is_no_day_changes_nothing(two: Two) -> None:
    two.ana.journal.add_goal(TITLE)
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("1")
        await until_shown(pilot, "until Friday 12 June 2026.")
        for typed, said in (
            ("soon", "A day is like 2026-03-01."),
            ("2027-03-14", "for 1 to 180 days"),
            ("2026-04-01", "until Wednesday 1 April 2026."),
        ):
            await pilot.press("u")
            await until_shown(pilot, "Until which day?")
            await rest(pilot)
            await pilot.press("end", "enter")
            await until_shown(pilot, "Which day is the last one?")
            await rest(pilot)
            await write(pilot, typed)
            await pilot.press("enter")
            await until_shown(pilot, said)
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        assert told(pilot)
    assert [share.expires for share in Sharing(two.ana.journal).shares()] == ["2026-04-01"]
