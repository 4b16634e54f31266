"""Between the two: what they share, words both ways, the next time, kept words, and the agreement side by side."""

import pytest

from journal.domain.draft_kinds import MESSAGE, message_about
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.pairing import Pairing
from tests.pages.real_people import YES, Two
from tests.screens.peers_stage import bar_at, fill, to_peers
from tests.screens.sharing_stage import around, before_the_screen, met, two, visit_in_turn
from tests.screens.stage import Actor, picture, rest, until, until_shown, write
from tui.modals.ask import Ask
from tui.screens.form import Form
from tui.screens.hard_day import HardDay
from tui.screens.messages import Messages
from tui.screens.messages_agreement import AgreementSides
from tui.widgets.page_editor import PageEditor

__all__ = ["around", "met", "two"]

TITLE = "Cook something on Sundays"
WORDS = "Well done for going out in that wind."


async def to_messages(pilot: Actor) -> None:
    await to_peers(pilot)
    await until_shown(pilot, "Sharing")
    await pilot.press("m")
    await until(pilot, lambda: isinstance(pilot.app.screen, Messages))
    await until_shown(pilot, "Words between you")
    await rest(pilot)


async def asked(pilot: Actor, words: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Ask) and pilot.app.screen.focused is not None)
    await until_shown(pilot, words)
    await rest(pilot)


async def test_what_a_partner_shares_stands_here_until_they_stop(two: Two) -> None:
    goal = two.sam.journal.add_goal(TITLE)
    two.sam.journal.add_step(goal.id, "find the recipe")
    sharing = Sharing(two.sam.journal)
    consent = sharing.say_yes(sharing.offer(two.sam.partner, goal.id, ("title", "next_step")), YES)
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, f"Sam shares: {TITLE}")
        await bar_at(pilot, "Sam shares")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Messages))
        await until_shown(pilot, "Next: find the recipe")
        sharing.stop(consent.id)
        await visit_in_turn(two)
        await until_shown(pilot, "Nothing at the moment.")
        assert TITLE not in picture(pilot.app.screen)


async def test_an_encouragement_about_a_goal_of_theirs_goes_and_says_when_it_may_be_read(two: Two) -> None:
    two.sam.share(TITLE)
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await bar_at(pilot, TITLE)
        await pilot.press("enter")
        await asked(pilot, f"A few words for Sam, about: {TITLE}")
        assert "Sam may read this hours or days from now. If it is urgent, call." in picture(pilot.app.screen)
        await write(pilot, WORDS)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Messages))
        await until_shown(pilot, "It goes when cairn next looks there.")
        await until_shown(pilot, f"You · about {TITLE}")
        assert [draft.kind for draft in two.ana.journal.drafts()] == []
    await visit_in_turn(two)
    (letter,) = Words(two.sam.journal).received()
    assert (letter.text, letter.about) == (WORDS, Sharing(two.sam.journal).shares()[0].shared)


async def test_a_reply_is_about_what_the_words_were_about(two: Two) -> None:
    share = two.ana.share("Get out most days")
    await visit_in_turn(two)
    Words(two.sam.journal).encourage(two.sam.partner, WORDS, share.shared)
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await until_shown(pilot, "Sam · about Get out most days")
        await bar_at(pilot, WORDS)
        await pilot.press("enter")
        await asked(pilot, "A few words for Sam, about: Get out most days")
        await write(pilot, "Thank you.")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "It goes when cairn next looks there.")
    (mine,) = Words(two.ana.journal).written(two.ana.partner)
    assert mine.about == share.shared


async def test_words_about_what_is_no_longer_shared_say_so_and_a_reply_goes_to_the_person(two: Two) -> None:
    share = two.ana.share("Get out most days")
    await visit_in_turn(two)
    Words(two.sam.journal).encourage(two.sam.partner, WORDS, share.shared)
    await visit_in_turn(two)
    Sharing(two.ana.journal).stop(share.id)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await until_shown(pilot, "Sam · about something no longer shared")
        await bar_at(pilot, WORDS)
        await pilot.press("enter")
        await asked(pilot, "A few words for Sam")
        assert ", about:" not in picture(pilot.app.screen)
        await write(pilot, "Thank you.")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "It goes when cairn next looks there.")
    (mine,) = Words(two.ana.journal).written(two.ana.partner)
    assert mine.about is None


async def test_words_begun_about_a_goal_stay_with_it_and_are_not_there_for_other_words(two: Two) -> None:
    two.sam.share(TITLE)
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await bar_at(pilot, TITLE)
        await pilot.press("enter")
        await asked(pilot, f"A few words for Sam, about: {TITLE}")
        await write(pilot, "half a")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Messages))
        await rest(pilot)
        (draft,) = two.ana.journal.drafts()
        assert message_about(draft) == Sharing(two.sam.journal).shares()[0].shared
        await pilot.press("n")
        await asked(pilot, "A few words for Sam")
        assert "half a" not in picture(pilot.app.screen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Messages))
        await rest(pilot)
        await pilot.press("enter")
        await asked(pilot, "half a")


async def test_what_was_too_long_is_said_until_the_words_are_others_and_the_key_says_that_it_sends(two: Two) -> None:
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await pilot.press("n")
        await asked(pilot, "Ctrl+S send")
        editor = pilot.app.screen.query_one(PageEditor)
        editor.load_text("long " * 500)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "2000 fit")
        editor.load_text("short")
        await write(pilot, "er")
        await until(pilot, lambda: "2000 fit" not in picture(pilot.app.screen))


async def test_words_begun_and_left_are_there_again_and_are_not_sent(two: Two) -> None:
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await pilot.press("n")
        await asked(pilot, "A few words for Sam")
        await write(pilot, "half a")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Messages))
        await rest(pilot)
        assert [(draft.kind, draft.body) for draft in two.ana.journal.drafts()] == [(MESSAGE, "half a")]
        assert Words(two.ana.journal).written(two.ana.partner) == []
        await pilot.press("n")
        await asked(pilot, "half a")


async def test_kept_words_are_there_on_a_hard_day_and_can_be_let_go(two: Two) -> None:
    two.sam.encourage(WORDS)
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await bar_at(pilot, WORDS)
        await pilot.press("k")
        await until_shown(pilot, "Kept. On a hard day these words are there.")
        await pilot.press("escape", "escape")
        await rest(pilot)
        await pilot.press("1", "d")
        await until(pilot, lambda: isinstance(pilot.app.screen, HardDay))
        await rest(pilot)
        await pilot.press("end")
        await until_shown(pilot, WORDS)
        await pilot.press("escape")
        await rest(pilot)
        await to_messages(pilot)
        await bar_at(pilot, WORDS)
        await pilot.press("k")
        await until_shown(pilot, "Not kept any more.")
    assert [letter.kept for letter in Words(two.ana.journal).received()] == [False]


async def test_the_line_for_the_next_time_goes_changes_and_goes_away(two: Two) -> None:
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await pilot.press("t")
        await asked(pilot, "Sam sees this line.")
        await write(pilot, "the allotment")
        await pilot.press("enter")
        await until_shown(pilot, "You: the allotment")
        await visit_in_turn(two)
        assert two.sam.view.line == "the allotment"
        await pilot.press("t")
        await asked(pilot, "the allotment")
        await pilot.press("ctrl+u", "enter")
        await until_shown(pilot, "The line leaves your page when cairn next looks there.")
    await visit_in_turn(two)
    assert two.sam.view.line is None


async def test_text_of_a_partner_is_shown_inert_whatever_it_holds(two: Two) -> None:
    hostile = "\x1b[31mred\x1b[0m [bold]not bold[/bold] \u202eturned " + "a\u0301" * 40
    two.sam.encourage(hostile)
    two.sam.share("[red]title[/red]\x1b]0;owned\x07")
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await until_shown(pilot, "[31mred[0m [bold]not bold[/bold] turned")
        await until_shown(pilot, "[red]title[/red]]0;owned")
        assert not set(picture(pilot.app.screen)) & {"\x1b", "\x07", "\u202e"}


async def test_a_long_message_is_read_to_its_end(two: Two) -> None:
    two.sam.encourage("\n".join(f"line {at}" for at in range(60)))
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await pilot.press("end")
        await until_shown(pilot, "line 59")


async def test_when_it_has_ended_nothing_can_be_sent_and_what_came_stays(two: Two) -> None:
    two.sam.encourage(WORDS)
    await visit_in_turn(two)
    Pairing(two.ana.journal).end(two.ana.partner)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await until_shown(pilot, WORDS)
        await pilot.press("n")
        await until_shown(pilot, "You are not connected at the moment, so nothing can be sent.")
        await pilot.press("t")
        assert isinstance(pilot.app.screen, Messages)


async def test_the_agreement_stands_side_by_side_and_each_says_yes_to_the_other(two: Two) -> None:
    Words(two.sam.journal).agree(two.sam.partner, {"when": "Thursdays, by phone"})
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await pilot.press("g")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgreementSides))
        await until_shown(pilot, "Thursdays, by phone")
        await pilot.press("y")
        await until_shown(pilot, "Your yes goes when cairn next looks there.")
        await until_shown(pilot, "You say yes to Sam's part as it is now.")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Form))
        await until_shown(pilot, "Sam sees your part of it after the next look.")
        await fill(pilot, "when", "mornings are good")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgreementSides))
        await until_shown(pilot, "mornings are good")
        await visit_in_turn(two)
        page = Words(two.sam.journal).their_page(two.sam.partner)
        assert page is not None
        assert (page.agreement, page.says_yes) == ({"when": "mornings are good"}, True)
        Words(two.sam.journal).say_yes_to_theirs(two.sam.partner, page.agreement)
        await visit_in_turn(two)
        await pilot.press("end")
        await until_shown(pilot, "Sam says yes to your part as it is now.")


async def test_a_yes_is_to_the_words_on_the_screen_and_to_no_others(two: Two) -> None:
    Words(two.sam.journal).say_agreement(two.sam.partner, {"when": "Thursdays"})
    await visit_in_turn(two)
    async with before_the_screen(two) as pilot:
        await to_messages(pilot)
        await pilot.press("g")
        await until_shown(pilot, "Thursdays")
        screen = pilot.app.screen
        assert isinstance(screen, AgreementSides)
        Words(two.sam.journal).say_agreement(two.sam.partner, {"when": "every day"})
        seen = screen._sides
        await visit_in_turn(two)
        screen._sides = seen
        await pilot.press("y")
        await until_shown(pilot, "Their part has other words now.")
    page = Words(two.ana.journal).their_page(two.ana.partner)
    assert page is not None
    assert not page.said_yes


@pytest.mark.parametrize("size", [(40, 12), (140, 45)])
async def test_the_two_sides_are_readable_at_any_size(two: Two, size: tuple[int, int]) -> None:
    Words(two.sam.journal).say_agreement(two.sam.partner, {"why_we_meet": "to be heard"})
    await visit_in_turn(two)
    async with before_the_screen(two, size) as pilot:
        await pilot.press("4")
        await until_shown(pilot, "Sharing")
        await rest(pilot)
        await pilot.press("m")
        await until_shown(pilot, "Sam and you")
        await rest(pilot)
        await pilot.press("g")
        await until_shown(pilot, "to be heard")
