"""Feelings by group and what helped by toolbox: lists beside fields that words can be typed into all the same."""

import pytest

from journal.data import feelings
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.screens.check_in_stage import begun, helped, on_today, save, saved, type_into, typed_in
from tests.screens.stage import Actor, picture, rest, until, until_shown
from tests.screens.stage import key as key_of
from tests.screens.toolbox_stage import in_the_journal
from tui.modals.pick_feelings import PickFeelings
from tui.modals.pick_helped import PickHelped
from tui.screens.today import Today
from tui.wording import today as words

GROUPS = list(dict.fromkeys(feeling.group_label for feeling in feelings()))


async def feelings_list(pilot: Actor) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, PickFeelings))
    await until_shown(pilot, "1 lighter, with energy")


async def back_on_today(pilot: Actor) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Today))


@pytest.mark.parametrize("key", ["f", "f5"])
async def test_the_groups_are_a_numbered_list_of_plain_phrases(home: Home, clock: FixedClock, key: str) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press(key)
        await feelings_list(pilot)
        shown = picture(pilot.app.screen)
        assert [f"{number} {group}" in shown for number, group in enumerate(GROUPS, 1)] == [True] * 5
        assert words.NONE_CHOSEN in shown


async def test_a_group_is_opened_by_its_number_and_words_are_chosen_by_theirs(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("f")
        await feelings_list(pilot)
        await pilot.press("2", "enter")
        await until_shown(pilot, "1 [ ] accepted")
        await pilot.press("1", "2", "enter", "2", "space")
        await until_shown(pilot, "Chosen: steady, calm")
        await pilot.press("right")
        await until_shown(pilot, "harder, stirred up")
        await pilot.press("escape", "escape")
        await back_on_today(pilot)
        assert typed_in(pilot, "feelings") == "steady, calm"
        await save(pilot)
    assert saved(home, clock).feelings == ("steady", "calm")


async def test_all_65_words_can_be_reached(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, (80, 30)) as pilot:
        await pilot.press("f")
        await feelings_list(pilot)
        await pilot.press("enter")
        seen = set()
        for group in GROUPS:
            await until_shown(pilot, f"  {group}\n")
            shown = picture(pilot.app.screen)
            seen |= {one.label for one in feelings() if f"[ ] {one.label}\n" in shown and one.group_label == group}
            await pilot.press("right")
    assert seen == {one.label for one in feelings()}


async def test_words_of_ones_own_stay_and_five_is_enough(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await type_into(pilot, "feelings", "my own word, Calm, a, b")
        await pilot.press("f5")
        await feelings_list(pilot)
        await pilot.press("2", "enter", "1", "enter")
        await until_shown(pilot, "Chosen: my own word, Calm, a, b, accepted")
        await pilot.press("3", "enter")
        await until_shown(pilot, words.TAKE_ONE_AWAY)
        await pilot.press("2", "enter", "ctrl+s")
        await back_on_today(pilot)
        assert typed_in(pilot, "feelings") == "my own word, a, b, accepted"


async def test_what_is_chosen_is_kept_as_a_draft_at_once_like_what_is_typed(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("f")
        await feelings_list(pilot)
        await pilot.press("enter", "enter")
        await until_shown(pilot, "Chosen: amused")
        await rest(pilot)
        assert begun(home, clock) == {"feelings": "amused"}


async def test_what_helped_is_offered_from_the_toolbox_with_the_four_marks(home: Home, clock: FixedClock) -> None:
    def put_by(journal: OpenJournal) -> None:
        for name in ("tea, hot", "[b]a walk"):
            journal.add_thing("tool", {"name": name})

    in_the_journal(home, clock, put_by)
    async with on_today(home, clock) as pilot:
        await type_into(pilot, "helped", "the radio")
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(pilot.app.screen, PickHelped))
        await until_shown(pilot, "[b]a walk")
        names = [line.strip(" █") for line in picture(pilot.app.screen).splitlines()]
        for name, mark in (("[b]a walk", "2"), ("tea, hot", "4")):
            place = next(line.split()[0] for line in names if line.endswith(name))
            await pilot.press(place, "enter")
            await until_shown(pilot, f"Did “{name}” help?")
            await pilot.press(mark, "enter")
            await until_shown(pilot, "Did anything help today?")
        await until_shown(pilot, "tea, hot · not sure")
        await pilot.press("escape")
        await back_on_today(pilot)
        assert typed_in(pilot, "helped") == "the radio, [b]a walk a little, tea, hot not sure"
        await save(pilot)
        await until_shown(pilot, "You noted that the radio and [b]a walk helped.")
    assert helped(home, clock) == {"the radio": "a_little", "[b]a walk": "a_little", "tea, hot": "not_sure"}


async def test_what_was_chosen_can_be_left_out_again(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, lambda journal: journal.add_thing("tool", {"name": "a walk"}))
    async with on_today(home, clock) as pilot:
        await pilot.press("w")
        await until_shown(pilot, "1 a walk")
        await pilot.press("enter")
        await until_shown(pilot, "5 [x] leave it out")
        await pilot.press("enter")
        await until_shown(pilot, "1 a walk · helped a lot")
        await pilot.press("enter")
        await until_shown(pilot, "1 [x] helped a lot")
        await pilot.press("5", "enter")
        await until_shown(pilot, words.NONE_CHOSEN)


async def test_a_key_that_was_pressed_once_too_often_chooses_nothing_from_the_list_that_came_meanwhile(
    home: Home, clock: FixedClock
) -> None:
    def put_by(journal: OpenJournal) -> None:
        for name in ("a walk", "baking", "calling Priya", "drawing"):
            journal.add_thing("tool", {"name": name})

    in_the_journal(home, clock, put_by)
    async with on_today(home, clock) as pilot:
        await pilot.press("w")
        await until_shown(pilot, "drawing")
        await pilot.press("end")
        for _ in range(2):
            pilot.app.post_message(key_of("enter"))
        await rest(pilot)
        assert "Did “" in picture(pilot.app.screen)
        assert "4 [ ] not sure" in picture(pilot.app.screen)
        assert words.NONE_CHOSEN in picture(pilot.app.screen)


async def test_an_empty_toolbox_says_what_will_be_there(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("w")
        await until_shown(pilot, words.NO_TOOLS)
        await pilot.press("enter", "escape")
        await back_on_today(pilot)


async def test_support_is_one_key_away_from_a_list_and_the_list_is_there_again(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("f")
        await feelings_list(pilot)
        await pilot.press("enter", "enter", "f2")
        await until_shown(pilot, "Support now")
        await pilot.press("escape")
        await until_shown(pilot, "Chosen: amused")
