"""A group before its facilitator: begun, agreed, written to, closed, handed over; and invites that have no name."""

import shutil
from pathlib import Path

import pytest

from journal.paths import Home
from sync.consent.words import Words
from sync.pairing import Pairing
from tests.groups.people import GROUP, Held
from tests.screens.facilitators import before_kim, held, in_front, joined, look_in, quiet_app, settle, told
from tests.screens.meeting_stage import Other, flowing, until_said
from tests.screens.stage import picture, rest, until, until_shown, write
from tui.modals.ask import Ask
from tui.screens.facilitator_group import GroupScreen
from tui.screens.facilitator_invite import GroupCompare, GroupInvite
from tui.screens.facilitator_new_group import NewGroup
from tui.screens.form import Form
from tui.wording import facilitating as words

__all__ = ["held", "joined", "quiet_app"]

pytestmark = pytest.mark.usefixtures("quiet_app")


@pytest.fixture
def other(template_home: Home, tmp_path: Path, held: Held) -> Other:
    """Somebody who is not in the group yet; the group meets in this test's own folder."""
    shutil.copytree(template_home.root, tmp_path / "other")
    return Other(Home(tmp_path / "other"), held.clock, held.folder)


async def test_a_note_goes_to_everybody_in_the_group(held: Held) -> None:
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await write(pilot, "We meet at six.")
        await until_shown(pilot, "We meet at six.")
        await pilot.press("ctrl+s")
        await in_front(pilot, GroupScreen)
        await until_shown(pilot, "We meet at six.")
    await look_in(held.kim, held.ana, held.sam)
    for member in (held.ana, held.sam):
        assert [letter.text for letter in Words(member.journal).received()] == ["We meet at six."]


async def test_a_group_closes_in_two_weeks_where_no_other_day_is_typed_and_goes_on_after_all(held: Held) -> None:
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("c")
        await in_front(pilot, Form)
        await until_shown(pilot, "2026-03-28")
        await pilot.press("ctrl+s")
        await in_front(pilot, GroupScreen)
        await until_said(pilot, "This group closes after Saturday 28 March 2026.")
        assert held.groups.group(GROUP).closes_on == "2026-03-28"
        await pilot.press("a")
        await until_said(pilot, words.GOES_ON)
        assert held.groups.group(GROUP).closes_on is None


async def test_handing_over_says_what_it_means_and_keeps_the_name(held: Held) -> None:
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("h")
        await in_front(pilot, Form)
        await until_said(pilot, "Each member joins them anew, or does not.")
        await write(pilot, "Jo")
        await pilot.press("ctrl+s")
        await in_front(pilot, GroupScreen)
        await until_said(pilot, "Jo holds this group from the day after Saturday 28 March 2026.")
    assert held.groups.group(GROUP).handed_to == "Jo"


async def test_a_day_that_is_too_far_is_said_on_the_form_and_nothing_is_lost(held: Held) -> None:
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("c")
        await in_front(pilot, Form)
        await until_shown(pilot, "2026-03-28")
        await pilot.press("end", *["backspace"] * 10)
        await write(pilot, "2027-01-01")
        await pilot.press("ctrl+s")
        await until_said(pilot, words.NOT_A_NOTICE_DAY)
    assert held.groups.group(GROUP).closes_on is None


async def test_a_day_that_is_blank_is_asked_for_and_nobody_is_told(held: Held) -> None:
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("c")
        await in_front(pilot, Form)
        await until_shown(pilot, "2026-03-28")
        await pilot.press("end", *["backspace"] * 10)
        await pilot.press("ctrl+s")
        await until_said(pilot, words.NEEDS_A_DAY)
    assert held.groups.group(GROUP).closes_on is None


async def test_a_form_says_beforehand_whose_place_a_notice_takes(held: Held) -> None:
    held.groups.close(GROUP, handed_to="Jo")
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("c")
        await in_front(pilot, Form)
        await until_said(pilot, "Jo holds this group from the day after Saturday 28 March 2026. What you say now takes")


async def test_what_the_group_agreed_is_written_and_shown(held: Held) -> None:
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("e")
        await in_front(pilot, Form)
        await write(pilot, "To be [ourselves]")
        await pilot.press("ctrl+s")
        await in_front(pilot, GroupScreen)
        await until_shown(pilot, "To be [ourselves]")
    assert held.groups.group(GROUP).why_we_meet == "To be [ourselves]"


async def test_a_new_group_takes_a_name_and_a_place(held: Held, tmp_path: Path) -> None:
    (tmp_path / "place").mkdir()
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, GROUP)
        await pilot.press("g")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await write(pilot, "Friday walk")
        await pilot.press("enter")
        await in_front(pilot, NewGroup)
        await write(pilot, str(tmp_path / "place"))
        await pilot.press("ctrl+s")
        await in_front(pilot, GroupScreen)
        await until_shown(pilot, f"{words.CHOSEN} Friday walk")
        assert f"{words.NOT_CHOSEN} {GROUP}" in picture(pilot.app.screen)
    assert [group.name for group in held.groups.all()] == ["Friday walk", GROUP]


async def test_an_invite_has_no_name_and_leads_to_four_words(held: Held, other: Other) -> None:
    settle(held)
    held.groups.create("Friday walk", held.via)
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "Friday walk")
        await pilot.press("i")
        await in_front(pilot, GroupInvite)
        await pilot.press("enter")
        await until_shown(pilot, "Twelve words for one person, once")
        screen = pilot.app.screen
        assert isinstance(screen, GroupInvite)
        assert screen._made is not None
        typed = " ".join(screen._made.words)
        await look_in(held.kim)
        await other.join(typed, "Noor")
        await look_in(held.kim)
        await other.look()
        await look_in(held.kim)
        await until_shown(pilot, "They have answered.")
        assert "Noor" not in flowing(pilot)
        await pilot.press("enter")
        await in_front(pilot, GroupCompare)
        await until_said(pilot, f"Four words to compare with {words.WHO_JOINS}")
        await pilot.press("escape")
        await in_front(pilot, GroupScreen)
        await until_shown(pilot, "an invite of ")
        assert "four words to compare" in picture(pilot.app.screen)
        assert "Noor" not in flowing(pilot)


async def test_an_invite_that_was_taken_back_elsewhere_leads_to_group_and_makes_nothing_here(held: Held) -> None:
    settle(held)
    held.groups.create("Friday walk", held.via)
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "Friday walk")
        await pilot.press("i")
        await in_front(pilot, GroupInvite)
        await until_shown(pilot, "make the words")
        await pilot.press("enter")
        await until_shown(pilot, "Twelve words for one person, once")
        (invite,) = held.groups.on_their_way()
        Pairing(held.kim.journal).end(invite.member)
        screen = pilot.app.screen
        assert isinstance(screen, GroupInvite)
        screen.journal_changed()
        await until_said(pilot, "On Group, I makes a new invite.")
        assert "make the words" not in flowing(pilot)
        await pilot.press("escape")
        await in_front(pilot, GroupScreen)


async def test_after_a_match_the_facilitator_reads_who_can_share(held: Held, other: Other) -> None:
    settle(held)
    invited = Pairing(held.kim.journal).invite(held.via, my_name=None, called=GROUP, group=GROUP)
    await look_in(held.kim)
    await other.join(" ".join(invited.words), "Noor")
    await look_in(held.kim)
    await other.look()
    await look_in(held.kim)
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "four words to compare")
        await pilot.press("enter")
        await in_front(pilot, GroupCompare)
        await until_shown(pilot, "They match")
        await pilot.press("home", "enter")
        await until(pilot, lambda: told(pilot) == [words.MATCHED])


async def test_an_invite_is_taken_back(held: Held) -> None:
    settle(held)
    held.groups.create("Friday walk", held.via)
    async with before_kim(held) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "Friday walk")
        await pilot.press("i")
        await in_front(pilot, GroupInvite)
        await pilot.press("enter")
        await until_shown(pilot, "Twelve words for one person, once")
        await pilot.press("escape")
        await until_shown(pilot, "an invite of ")
        await pilot.press("x")
        await until_said(pilot, words.TAKE_BACK)
        await pilot.press("enter")
        await until(pilot, lambda: "an invite of " not in picture(pilot.app.screen))
        await rest(pilot)
    assert held.groups.on_their_way() == []
