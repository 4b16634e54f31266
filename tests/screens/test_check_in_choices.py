"""Today as it was chosen: what is asked, how it is answered, for which day; and what is begun keeps its scale."""

from datetime import timedelta

import pytest

from journal.domain.scales import DIMENSIONS
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.screens.check_in_stage import (
    FIVE,
    answers,
    asked,
    begun,
    choose_now,
    on_today,
    save,
    saved,
    type_into,
    typed_in,
)
from tests.screens.stage import picture, rest, until, until_shown, write
from tests.screens.toolbox_stage import in_the_journal
from tui.widgets.scale import Scale
from tui.wording import check_in as words


async def test_what_was_chosen_is_asked_in_the_order_of_a_check_in(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, dimensions="energy, hope") as pilot:
        assert asked(pilot) == ["hope", "energy"]
        await pilot.press("tab", "4", "tab", "9")
        await save(pilot)
    made = saved(home, clock)
    assert (made.mood, made.hope, made.energy) == (None, 4, 9)


async def test_who_chose_to_be_asked_nothing_is_asked_for_words_alone(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, dimensions="") as pilot:
        assert asked(pilot) == []
        await type_into(pilot, "feelings", "calm")
        await save(pilot)
    assert saved(home, clock).feelings == ("calm",)


@pytest.mark.parametrize(
    ("choices", "key", "answer", "word"),
    [
        ({"scale": "words5_v1"}, "4", 4, "good"),
        ({"scale": "easy3_v1"}, "3", 3, "good"),
        ({"easy": "on"}, "1", 1, "low"),
        ({"scale": "n11_v1"}, "10", 10, "very good"),
    ],
)
async def test_every_style_is_answered_by_digits_and_its_word_is_shown_at_once(
    home: Home, clock: FixedClock, choices: dict[str, str], key: str, answer: int, word: str
) -> None:
    async with on_today(home, clock, (80, 24), **choices) as pilot:
        await pilot.press("tab", *key)
        assert answers(pilot)["mood"] == answer
        assert word in picture(pilot.app.screen)
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#mood", Scale), "it never moves on by itself"
        await save(pilot)
    made = saved(home, clock)
    assert (made.mood, made.hope) == (answer, None)
    assert made.scale_id == choices.get("scale", "easy3_v1")


async def test_with_words_alone_no_number_is_asked_for_and_none_is_kept(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, scale="words_only", easy="on") as pilot:
        assert asked(pilot) == []
        assert "How is your mood" not in picture(pilot.app.screen)
        await pilot.press("tab")
        await write(pilot, "tired")
        await save(pilot)
    assert (saved(home, clock).scale_id, saved(home, clock).feelings) == ("words_only", ("tired",))


async def test_nothing_of_earlier_days_or_of_today_is_shown_before_it_is_saved(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("tab", "9")
        await save(pilot)
        assert "mood 9" in picture(pilot.app.screen), "after saving it may be said"
    async with on_today(home, clock) as pilot:
        assert set(answers(pilot).values()) == {None}
        assert "9" not in picture(pilot.app.screen).replace("7  8  9  10", "")


# Another scale, in the middle of a check-in


async def test_another_scale_is_asked_at_once_where_nothing_was_answered(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await type_into(pilot, "feelings", "calm")
        await choose_now(pilot, home, clock, scale="words5_v1", dimensions=FIVE)
        assert asked(pilot) == list(DIMENSIONS)
        assert typed_in(pilot, "feelings") == "calm"
        await pilot.press("shift+tab", "4")
        await save(pilot)
    assert (saved(home, clock).scale_id, saved(home, clock).energy) == ("words5_v1", 4)


async def test_what_is_half_filled_in_keeps_its_scale_its_questions_and_every_word(
    home: Home, clock: FixedClock
) -> None:
    async with on_today(home, clock, dimensions=FIVE) as pilot:
        await pilot.press("tab", "3", "tab", "tab", "2")
        await type_into(pilot, "note", "half a thought")
        await choose_now(pilot, home, clock, scale="words5_v1", dimensions="hope,energy")
        assert answers(pilot) == {"mood": 3, "hope": None, "connection": 2, "energy": None}
        assert typed_in(pilot, "note") == "half a thought"
        await save(pilot)
        await rest(pilot)
        assert asked(pilot) == ["hope", "energy"], "the next one is asked as it was chosen"
    made = saved(home, clock)
    assert (made.scale_id, made.mood, made.connection, made.note) == ("n11_v1", 3, 2, "half a thought")


async def test_a_draft_of_one_scale_is_gone_on_with_on_it_whatever_is_chosen_by_then(
    home: Home, clock: FixedClock
) -> None:
    async with on_today(home, clock, scale="words5_v1") as pilot:
        await pilot.press("tab", "5", "ctrl+q")
        await until(pilot, lambda: pilot.app.return_value == "quit")
    async with on_today(home, clock, scale="n11_v1", easy="on") as pilot:
        await until_shown(pilot, "What you had begun is here again.")
        assert answers(pilot) == {"mood": 5, "hope": None}
        await pilot.press("tab", "tab", "4")
        await save(pilot)
        await rest(pilot)
        await pilot.press("tab", "5")
        assert answers(pilot)["mood"] is None, "three answers are asked for now"
    made = saved(home, clock)
    assert (made.scale_id, made.mood, made.hope) == ("words5_v1", 5, 4)


# Another day


async def test_a_check_in_for_a_past_day_is_worded_for_it_and_kept_for_it(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("ctrl+o")
        await write(pilot, "2026-03-01")
        await pilot.press("enter")
        await until_shown(pilot, "Sunday 1 March 2026")
        shown = picture(pilot.app.screen)
        assert words.THAT_DAY["mood"] in shown
        assert words.HELPED_THAT_DAY in shown
        await pilot.press("2")
        await save(pilot)
        await until_shown(pilot, words.TODAY["mood"])
        assert "Saturday 14 March 2026" in picture(pilot.app.screen)
    assert (saved(home, clock).moment.for_date, saved(home, clock).mood) == ("2026-03-01", 2)


async def test_a_day_that_was_typed_and_not_taken_with_enter_is_meant_all_the_same(
    home: Home, clock: FixedClock
) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("tab", "2", "ctrl+o")
        await write(pilot, "yesterday")
        await save(pilot)
    assert saved(home, clock).moment.for_date == "2026-03-13"


async def test_a_day_that_has_not_been_is_told_and_nothing_is_lost(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("tab", "2", "ctrl+o")
        await write(pilot, "2999-01-01")
        await pilot.press("enter")
        await until_shown(pilot, "A time takes a date like 2026-03-01")
        await pilot.press("escape")
        assert answers(pilot)["mood"] == 2
        assert pilot.app.screen.focused is None
        await rest(pilot)
        assert begun(home, clock) == {"mood": 2, "scale_id": "n11_v1"}


async def test_a_day_is_kept_with_what_is_begun_for_it(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("ctrl+o")
        await write(pilot, "2026-03-01")
        await pilot.press("enter")
        await until_shown(pilot, "Sunday 1 March 2026")
        await pilot.press("7", "ctrl+q")
        await until(pilot, lambda: pilot.app.return_value == "quit")
    async with on_today(home, clock) as pilot:
        await until_shown(pilot, "Sunday 1 March 2026")
        await until_shown(pilot, words.THAT_DAY["hope"])
        assert answers(pilot)["mood"] == 7


# What Today says


async def test_hello_has_the_chosen_name_and_a_name_is_never_markup(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, name="[b]Sam") as pilot:
        await until_shown(pilot, "Hello, [b]Sam.")


async def test_after_a_long_gap_a_person_is_welcomed_back_and_never_told_how_long(
    home: Home, clock: FixedClock
) -> None:
    in_the_journal(home, clock, lambda journal: journal.record_check_in(journal.blank_check_in()))
    clock.set(clock.now() + timedelta(days=13))
    async with on_today(home, clock) as pilot:
        await until_shown(pilot, "Hello.")
    clock.set(clock.now() + timedelta(days=1))
    async with on_today(home, clock) as pilot:
        await until_shown(pilot, "Welcome back. Everything is as you left it.")
        assert "day" not in picture(pilot.app.screen).split("Everything is as you left it.")[1].split("\n")[0].replace(
            "Saturday", ""
        )


async def test_the_sixth_check_in_of_a_day_is_followed_by_one_soft_line(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, lambda journal: [journal.record_check_in(journal.blank_check_in()) for _ in range(5)])
    async with on_today(home, clock) as pilot:
        await pilot.press("tab", "5")
        await save(pilot)
        assert words.MANY in " ".join(picture(pilot.app.screen).split())
        await pilot.press("tab", "6", "ctrl+s")
        await until_shown(pilot, "mood 6")
        assert words.MANY[:20] not in picture(pilot.app.screen)


async def test_easy_mode_has_fewer_things_on_the_page_and_one_idea_a_line(home: Home, clock: FixedClock) -> None:
    def put_by(journal: OpenJournal) -> None:
        for name in ("one", "two"):
            goal = journal.add_goal(f"Towards {name}")
            journal.add_step(goal.id, f"step {name}")
        journal.add_thing("strength", {"text": "I listen well"})

    in_the_journal(home, clock, put_by)
    async with on_today(home, clock, easy="on") as pilot:
        await until_shown(pilot, "step")
        shown = picture(pilot.app.screen)
        assert "1 low   2 in between   3 good" in shown
        assert sum(f"step {name}" in shown for name in ("one", "two")) == 1
        assert "Towards" not in shown
        assert "You bring" not in shown
        assert "(_" not in shown
