"""What people share with a facilitator: read, answered, printed where allowed, and gone when it is not shared."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.preferences import Preferences, read_preferences, write_preferences
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from tests.conftest import FixedClock
from tests.groups.people import Held, Member
from tests.screens.facilitators import (
    SHARED,
    before_kim,
    held,
    holding,
    in_front,
    joined,
    look_in,
    new_home,
    quiet_app,
    settle,
    to_page,
    told,
    visit,
    words_in_widgets,
    written_in,
)
from tests.screens.stage import Actor, picture, rest, until, until_shown, write
from tui.modals.ask_path import AskPath
from tui.screens.country import Country
from tui.screens.facilitator_summaries import Summaries
from tui.screens.facilitator_summary import Reply, SummaryScreen
from tui.wording import facilitating as words
from tui.wording import together
from tui.wording.summary_commands import MAY_NOT_PRINT

__all__ = ["held", "joined", "quiet_app"]

pytestmark = pytest.mark.usefixtures("quiet_app")


async def shared(held: Held, **more: object) -> None:
    """Ana's page is with Kim; Sam shares nothing."""
    held.ana.share({**SHARED, **more})
    await visit(held)
    settle(held)


def stop(member: Member) -> None:
    (consent,) = Sharing(member.journal).shares()
    Sharing(member.journal).stop(consent.id)


def pause(member: Member) -> None:
    (consent,) = Sharing(member.journal).shares()
    Sharing(member.journal).pause(consent.id)


def flowing(pilot: Actor) -> str:
    return " ".join(picture(pilot.app.screen).split())


async def to_reply(pilot: Actor, typed: str) -> None:
    await pilot.press("r")
    await until(pilot, lambda: isinstance(pilot.app.screen, Reply))
    await write(pilot, typed)
    await until_shown(pilot, typed)


# The list


async def test_who_shares_is_listed_by_name_purpose_and_last_day_and_nobody_else(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await until_shown(pilot, "[new] Ana · agreeing on support · until Monday 13 April 2026")
        assert "Sam" not in picture(pilot.app.screen)


async def test_new_is_gone_once_the_page_was_opened(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await pilot.press("escape")
        await in_front(pilot, Summaries)
        await until(pilot, lambda: "[new]" not in picture(pilot.app.screen))
        assert "Ana" in picture(pilot.app.screen)


async def test_an_empty_home_says_its_first_steps_each_with_its_key(home: Home, clock: FixedClock) -> None:
    async with holding(new_home(Home(home.root.parent / "kim"), clock), clock) as pilot:
        await until_shown(pilot, words.FIRST_STEPS)
        shown = picture(pilot.app.screen)
        assert "[ ] E  About me" in shown
        assert "[ ] G  A group" in shown
        assert "[ ] I  Invites" in shown
        assert "recovery words are not on paper yet. O makes new ones" in flowing(pilot)


async def test_the_country_is_a_first_step_until_it_is_chosen(held: Held) -> None:
    settle(held)
    write_preferences(held.kim.home, Preferences())
    async with before_kim(held) as pilot:
        await until_shown(pilot, "[ ] Country: the number to call in danger. Enter here chooses it.")
        await pilot.press("enter")
        await in_front(pilot, Country)
        await pilot.press(*"IE", "enter")
        await in_front(pilot, Summaries)
        await until(pilot, lambda: words.FIRST_STEPS not in picture(pilot.app.screen))
    assert read_preferences(held.kim.home).country == "IE"


async def test_a_list_with_nobody_on_it_is_one_sentence_with_the_key_that_begins(held: Held) -> None:
    settle(held)
    async with before_kim(held) as pilot:
        await until(pilot, lambda: "I invites somebody to a group." in flowing(pilot))


# One page


async def test_a_page_has_its_header_its_parts_in_order_and_what_to_do_with_a_worry(held: Held) -> None:
    await shared(held)
    async with before_kim(held, (80, 40)) as pilot:
        await to_page(pilot, "Getting out again")
        said = flowing(pilot)
        places = [said.index(text) for text in ("Written and chosen by Ana", *SHARED.values())]
        assert places == sorted(places)
        assert "Not a clinical record." in said
        assert "If someone is in danger now, call 999." in said
        assert "you read pages on: Mondays." in said


async def test_words_of_theirs_are_shown_and_do_nothing(held: Held) -> None:
    await shared(held, what_helps_me="[bold]loud[/] [@click=app.quit()]x[/]", what_i_bring="ab\u202edc\x1b[31mef")
    async with before_kim(held, (80, 45)) as pilot:
        await to_page(pilot, "[bold]loud[/] [@click=app.quit()]x[/]")
        shown = picture(pilot.app.screen)
        assert "\u202e" not in shown
        assert "\x1b" not in shown


@pytest.mark.parametrize("ends", [stop, pause], ids=["stopped", "paused"])
async def test_a_page_that_is_not_shared_any_more_closes_and_stays_in_no_widget(
    held: Held, ends: Callable[[Member], object]
) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        ends(held.ana)
        await look_in(held.ana, held.kim)
        await in_front(pilot, Summaries)
        await until(pilot, lambda: words.PAGE_GONE in told(pilot))
        await rest(pilot)
        everywhere = words_in_widgets(pilot) + "\n".join(told(pilot)) + picture(pilot.app.screen)
        assert [text for text in ("Ana", *SHARED.values()) if text in everywhere] == []


async def test_what_the_search_of_widgets_looks_for_is_found_while_the_page_is_open(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        everywhere = words_in_widgets(pilot)
        assert all(text in everywhere for text in SHARED.values())


async def test_a_page_whose_time_is_over_closes_after_midnight_without_a_meeting(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await pilot.pause(1.1)
        held.clock.set(held.clock.now() + timedelta(days=31))
        await until(pilot, lambda: words.PAGE_GONE in told(pilot))
        await in_front(pilot, Summaries)
        await rest(pilot)
        assert "Ana" not in words_in_widgets(pilot)


async def test_a_page_behind_another_section_is_gone_too(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await pilot.press("3")
        await until_shown(pilot, words.AS_SEEN)
        stop(held.ana)
        await look_in(held.ana, held.kim)
        await until(pilot, lambda: words.PAGE_GONE in told(pilot))
        await rest(pilot)
        everywhere = words_in_widgets(pilot)
        assert [text for text in ("Ana", *SHARED.values()) if text in everywhere] == []
        await pilot.press("1")
        await in_front(pilot, Summaries)


# Answering


async def test_an_answer_says_beforehand_when_it_may_be_read_and_arrives(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await to_reply(pilot, "There is a chair for you.")
        assert together.READ_LATER.format(name="Ana") in flowing(pilot)
        await pilot.press("ctrl+s")
        await until_shown(pilot, words.MY_ANSWERS)
    await look_in(held.kim, held.ana)
    assert [letter.text for letter in Words(held.ana.journal).received()] == ["There is a chair for you."]


async def test_words_that_were_begun_survive_escape_and_a_lock(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await to_reply(pilot, "There is")
        await pilot.press("escape")
        await in_front(pilot, SummaryScreen)
        await to_reply(pilot, " a chair")
        await until_shown(pilot, "There is a chair")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app._exit)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await pilot.press("r")
        await until_shown(pilot, "There is a chair")


async def test_words_that_were_begun_go_with_the_page(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await to_reply(pilot, "About the door")
        stop(held.ana)
        await look_in(held.ana, held.kim)
        await in_front(pilot, Summaries)
        assert f"{words.PAGE_GONE} {words.REPLY_GONE}" in told(pilot)
        assert "About the door" not in words_in_widgets(pilot)
    assert written_in(held.kim.home, held.clock) == []


# On paper


async def test_a_page_that_may_not_be_printed_says_so(held: Held) -> None:
    await shared(held)
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        assert "P print" not in picture(pilot.app.screen)
        await pilot.press("p")
        await until(pilot, lambda: MAY_NOT_PRINT in flowing(pilot))


async def test_a_page_that_may_be_printed_is_written_with_its_header_for_one_reader(held: Held, tmp_path: Path) -> None:
    await shared(held, may_print="yes")
    path = tmp_path / "page.txt"
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskPath))
        await write(pilot, str(path))
        await pilot.press("enter")
        await in_front(pilot, SummaryScreen)
        await until(pilot, lambda: "Please delete it, and the paper, after" in flowing(pilot))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("Written and chosen by Ana")
    assert "Getting out again" in text
    assert path.stat().st_mode & 0o777 == 0o600


async def test_nothing_is_printed_over_a_file_that_is_there(held: Held, tmp_path: Path) -> None:
    await shared(held, may_print="yes")
    path = tmp_path / "page.txt"
    path.write_text("mine", encoding="utf-8")
    async with before_kim(held) as pilot:
        await to_page(pilot, "Getting out again")
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskPath))
        await write(pilot, str(path))
        await pilot.press("enter")
        await until(pilot, lambda: "There is something at that path already." in flowing(pilot))
    assert path.read_text(encoding="utf-8") == "mine"
