"""Two people meet on the screen: invite, words to read, four words to compare, and how it ends or begins again."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from journal.paths import Home
from sync.pairing import Pairing
from sync.records.pairs import Pair, State
from tests.conftest import FixedClock
from tests.screens.meeting_stage import (
    Other,
    brisk,
    folder,
    other,
    pair_of,
    paired,
    to_invite,
    until_after,
    until_said,
)
from tests.screens.peers_stage import bar_at, named, on, partners, press, to_peers, told
from tests.screens.stage import Actor, desk_of, key, opened, picture, rest, until, until_shown, words_of, write
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_invite import MeetingInvite
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers

__all__ = ["brisk", "folder", "other"]

pytestmark = pytest.mark.usefixtures("brisk")


async def their_page(pilot: Actor, words: str) -> None:
    """The page of the partner whose row holds these words."""
    await bar_at(pilot, words)
    await press(pilot, "enter", PartnerScreen, words)
    await rest(pilot)


async def to_compare(pilot: Actor, other: Other) -> None:
    """An invite that was answered, and the four words in front."""
    await to_peers(pilot)
    await other.join(await invited(pilot, other))
    await until_after(pilot, other, lambda: "They have answered." in picture(pilot.app.screen))
    await press(pilot, "enter", MeetingCompare, "They match")


async def invited(pilot: Actor, other: Other) -> str:
    """Twelve words, and the invite stands in the folder."""
    words = await to_invite(pilot, other.folder)
    await until(pilot, lambda: any(other.folder.iterdir()))
    return words


# Inviting


async def test_two_people_meet_and_each_has_the_name_of_the_other(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        await until_shown(pilot, "Sam  connected")
    assert pair_of(home, clock).state is State.ACTIVE
    assert other.pair().state is State.ACTIVE
    assert [partner.partner_alias for partner in partners(other.home, clock)] == ["Ana"]


async def test_an_invite_asks_for_a_folder_a_name_and_how_long(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite, "A folder that both of you can see")
        await write(pilot, str(other.folder))
        await pilot.press("enter", "enter", "end", "enter")
        await until_shown(pilot, "An answer counts until Sat 21 Mar 2026, 09:30.")
        assert str(other.folder)[:20] in picture(pilot.app.screen)
    assert pair_of(home, clock).my_name is None


async def test_a_folder_that_is_not_there_makes_no_invite(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite)
        await write(pilot, str(other.folder / "nowhere"))
        await pilot.press("ctrl+s")
        await until_said(pilot, "Nothing was made.")
        assert "nowhere" in picture(pilot.app.screen)
    assert partners(home, clock) == []


async def test_without_a_folder_nothing_is_asked_of_anybody(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: words_of(pilot, "#said") == "Type where, then Enter. Esc leaves it.")
    assert partners(home, clock) == []


async def test_words_that_nobody_answered_are_shown_again(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = await invited(pilot, other)
        await press(pilot, "escape", Peers, "on the way")
        await their_page(pilot, "on the way")
        assert "I shows the twelve words again, until somebody has answered." in picture(pilot.app.screen)
        await press(pilot, "i", MeetingInvite, "Twelve words for one person, once")
        assert all(word in picture(pilot.app.screen) for word in words.split())
    assert len(partners(home, clock)) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (140, 45)])
async def test_all_twelve_words_are_in_sight(
    home: Home, clock: FixedClock, other: Other, size: tuple[int, int]
) -> None:
    async with opened(home, clock, size) as pilot:
        await to_peers(pilot)
        words = await to_invite(pilot, other.folder)
        await rest(pilot)
        assert all(word in picture(pilot.app.screen) for word in words.split())


async def test_without_what_draws_it_a_sentence_says_that_the_words_are_enough(
    home: Home, clock: FixedClock, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "segno", None)
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = await to_invite(pilot, other.folder)
        await pilot.press("v")
        await until_said(pilot, "The words alone are enough.")
        assert words.split()[11] in picture(pilot.app.screen)


# Comparing


async def test_whoever_presses_enter_without_having_compared_has_said_nothing(
    home: Home, clock: FixedClock, other: Other
) -> None:
    async with opened(home, clock) as pilot:
        await to_compare(pilot, other)
        await press(pilot, "enter", Peers, "four words to compare")
    assert pair_of(home, clock).state is State.TO_COMPARE


async def test_both_are_shown_the_same_four_words(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_compare(pilot, other)
        await until_after(pilot, other, lambda: other.pair().words is not None)
        shown = picture(pilot.app.screen)
        assert "Not in the same chat the" in shown
        assert "    ".join((other.pair().words or "").split()) in shown


async def test_words_that_differ_break_it_off_and_it_is_explained(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_compare(pilot, other)
        await pilot.press("up", "enter")
        await until_said(pilot, "Somebody else may have seen the words.")
        assert "They match" not in picture(pilot.app.screen)
        await press(pilot, "escape", Peers, "meet again")
        await their_page(pilot, "meet again")
        assert "The words were not the same." in picture(pilot.app.screen)
    assert pair_of(home, clock).root is None


async def test_words_that_differ_after_a_shell_said_that_they_match_end_it(
    home: Home, clock: FixedClock, other: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    differ = Pairing.say_differ

    def differ_at_last(self: Pairing, partner: str) -> Pair:
        self.say_match(partner, self.words(partner)[1])
        return differ(self, partner)

    monkeypatch.setattr(Pairing, "say_differ", differ_at_last)
    async with opened(home, clock) as pilot:
        await to_compare(pilot, other)
        await pilot.press("up", "enter")
        await until_said(pilot, "Somebody else may have seen the words.")
    assert pair_of(home, clock).state in (State.ENDING, State.ENDED)


async def test_while_the_words_are_on_their_way_it_says_so_and_then_they_come(
    home: Home, clock: FixedClock, other: Other
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = await invited(pilot, other)
        await press(pilot, "escape", Peers, "on the way")
        await their_page(pilot, "on the way")
        await press(pilot, "o", MeetingCompare, "The words are not here yet.")
        await other.join(words)
        await until_after(pilot, other, lambda: "They match" in picture(pilot.app.screen))


async def test_with_somebody_by_name_alone_there_are_no_words(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await their_page(pilot, "Sam")
        await press(pilot, "o", MeetingCompare, "They are here by name alone")


async def test_after_the_match_it_waits_for_the_word_of_the_other(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_compare(pilot, other)
        await pilot.press("up", "up", "enter")
        await on(pilot, Peers, "waiting for their word")
        await their_page(pilot, "waiting for their word")
        await press(pilot, "o", MeetingCompare, "Their word is not here yet.")
        assert "They match" not in picture(pilot.app.screen)


# Ending, and again


@pytest.mark.parametrize("keys", [("x",), ("c", "end")])
async def test_an_end_is_one_question_and_both_sides_have_it(
    home: Home, clock: FixedClock, other: Other, keys: Sequence[str]
) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        await their_page(pilot, "Sam")
        await press(pilot, keys[0], Choose)
        await pilot.press(*keys[1:])
        await press(pilot, "enter", Ask, "Nothing goes to them any more.")
        await pilot.press("escape")
        await until_after(pilot, other, lambda: other.pair().state is State.ENDED)
        await until_after(pilot, other, lambda: "meeting · ended" not in picture(pilot.app.screen))
    assert pair_of(home, clock).state in (State.ENDING, State.ENDED)
    assert [partner.status for partner in partners(home, clock)] == ["ended"]


async def test_an_end_that_is_left_as_it_is_changes_nothing(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        await their_page(pilot, "Sam")
        await press(pilot, "x", Choose, "End it with Sam?")
        await pilot.press("down")
        await press(pilot, "enter", PartnerScreen, "connected")
    assert pair_of(home, clock).state is State.ACTIVE


async def test_an_invite_is_taken_back(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await invited(pilot, other)
        await press(pilot, "escape", Peers, "on the way")
        await their_page(pilot, "on the way")
        await press(pilot, "x", Choose, "Take back the invite for Partner?")
        await press(pilot, "enter", PartnerScreen, "meet again")
        await until(pilot, lambda: "It is taken back. Those words do nothing any more." in told(pilot))
    assert [partner.status for partner in partners(home, clock)] == ["invited"]


async def test_what_has_ended_begins_again_with_the_same_partner_and_new_words(
    home: Home, clock: FixedClock, other: Other
) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        other.say_end()
        await until_after(pilot, other, lambda: "ended" in picture(pilot.app.screen))
        await their_page(pilot, "Sam")
        await press(pilot, "i", MeetingInvite, "Meet Sam again")
        assert str(other.folder)[:20] in picture(pilot.app.screen)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Twelve words for one person, once")
    (partner,) = partners(home, clock)
    assert (pair_of(home, clock).partner, pair_of(home, clock).state) == (partner.id, State.MEETING)


async def test_whoever_is_connected_is_not_invited_once_more(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        await their_page(pilot, "Sam")
        await pilot.press("i")
        await until(pilot, lambda: "You are connected with Sam already. X ends it." in told(pilot))
        assert isinstance(pilot.app.screen, PartnerScreen)


async def test_with_somebody_by_name_alone_there_is_nothing_to_end(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await their_page(pilot, "Sam")
        assert "Here by name alone. I invites them to share" in picture(pilot.app.screen)
        await pilot.press("x")
        await until(pilot, lambda: "There is nothing to end. They are here by name alone." in told(pilot))


async def test_a_name_that_looks_like_markup_or_a_place_stands_as_it_is(
    home: Home, clock: FixedClock, other: Other
) -> None:
    named(home, clock, "[b]{undo}")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await their_page(pilot, "[b]{undo}")
        await press(pilot, "i", MeetingInvite, "Invite [b]{undo}")


async def test_every_screen_of_meeting_works_in_a_small_window(home: Home, clock: FixedClock, folder: Path) -> None:
    async with opened(home, clock, (40, 12)) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite)
        await pilot.press("tab", "tab")
        await until_shown(pilot, "a week")


async def test_an_end_by_name_takes_back_an_invite_too(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await invited(pilot, other)
        await press(pilot, "escape", Peers, "on the way")
        await their_page(pilot, "on the way")
        await press(pilot, "c", Choose)
        await pilot.press("end")
        await press(pilot, "enter", Ask, "Nothing goes to them any more.")
    assert pair_of(home, clock).state is State.BROKEN
    assert [partner.status for partner in partners(home, clock)] == ["ended"]


async def test_letters_typed_fast_after_enter_are_the_name(home: Home, clock: FixedClock, folder: Path) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "i", MeetingInvite)
        for name in (*str(folder), "enter", *"Ana", "enter", "enter"):
            pilot.app.post_message(key(name))
        await until_shown(pilot, "Twelve words for one person, once")
    assert (pair_of(home, clock).via, pair_of(home, clock).my_name) == (f"folder:{folder}", "Ana")


async def test_an_invite_that_was_answered_is_not_made_once_more(home: Home, clock: FixedClock, other: Other) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        words = await invited(pilot, other)
        await press(pilot, "escape", Peers, "on the way")
        await other.join(words)
        await their_page(pilot, "on the way")
        await until_after_answer(pilot)
        await pilot.press("i")
        await until_said(pilot, "It is on its way. The four words come when their cairn has looked.")
        assert "A folder that both of you can see" not in picture(pilot.app.screen)


async def until_after_answer(pilot: Actor) -> None:
    """Until the answer was taken in here, and the other has not looked again."""
    (partner,) = await desk_of(pilot).ask(lambda journal: journal.things("partner"))
    while await desk_of(pilot).ask(lambda journal: Pairing(journal).invited(partner.id)) is not None:
        await pilot.pause()
