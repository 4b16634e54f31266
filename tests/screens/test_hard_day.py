"""A hard day: lines first, then what a person has put by; nothing is kept of its having been opened."""

from dataclasses import replace

import pytest

from journal.data import prompts
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import FixedClock
from tests.screens.stage import Actor, opened, picture, to, until, until_shown
from tests.screens.toolbox_stage import in_the_journal
from tui.modals.support_now import SupportNow
from tui.screens.hard_day import HardDay
from tui.screens.today import Today
from tui.screens.write import Write
from tui.wording import hard_day as words

IN_ORDER = (
    words.LINES, "call 999", "call 116 123", words.MY_PLAN, words.MY_PEOPLE, words.WHAT_HELPED, words.WORDS_KEPT,
    words.ONE_QUESTION,
)  # fmt: skip


async def _a_hard_day(pilot: Actor) -> None:
    await to(pilot, HardDay, "d")
    await until_shown(pilot, words.HARD_DAY_HELLO[:30])


async def _all_of_it(pilot: Actor) -> str:
    """Everything on the page, read by scrolling through it to its end."""
    pages = [picture(pilot.app.screen)]
    column = pilot.app.screen.query_one("#column")
    for _ in range(20):
        await pilot.press("pagedown")
        await until(pilot, lambda: column.scroll_y == column.scroll_target_y)
        if picture(pilot.app.screen) == pages[-1]:
            break
        pages.append(picture(pilot.app.screen))
    return "\n".join(pages)


def _put_by(journal: OpenJournal) -> None:
    journal.write_plan("getting_through", "things_i_can_do_alone", "Tea, [i]a bath[/i]")
    journal.write_plan("getting_through", "what_matters_to_me", "My sister")
    journal.write_plan("staying_well", "stressors", "no sleep")
    journal.add_thing("person", {"alias": "Priya", "good_for": ["talk"], "contact": "01632 960001"})
    journal.mark_tool(journal.add_thing("tool", {"name": "a walk", "how_to": "By the canal"}).id, "a_little")
    page = journal.write_page(replace(journal.blank_page(), body="It moved before."))
    session = journal.reflect_on_session({"gave": "an hour", "stayed": "She said: you came."})
    note = journal.record_check_in(replace(journal.blank_check_in(), note="A good cup of tea.")).check_in
    for item in (page, session, note):
        journal.keep(item.id)


async def test_each_part_says_what_will_be_there_and_lines_come_first(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(country="GB"))
    async with opened(home, clock, (80, 45)) as pilot:
        await _a_hard_day(pilot)
        await until_shown(pilot, words.ONE_QUESTION)
        shown = picture(pilot.app.screen)
        places = [shown.index(part) for part in IN_ORDER]
        assert places == sorted(places)
        kept = "Pages you keep will be here. K on a page keeps it."
        for sentence in (words.NO_PLAN, words.NO_PEOPLE, words.NOTHING_HELPED, kept):
            assert sentence in shown
        gentle = [prompt.text[:40] for prompt in prompts() if prompt.phase == "hard_day"]
        assert sum(text in shown for text in gentle) == 1


async def test_what_was_put_by_is_there_as_it_was_written(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _put_by)
    async with opened(home, clock, (80, 45)) as pilot:
        await _a_hard_day(pilot)
        await until_shown(pilot, "Tea, [i]a bath[/i]")
        shown = picture(pilot.app.screen)
        put_by = (
            "What matters to me", "My sister", "Things I can do alone", "Tea, [i]a bath[/i]",
            "Priya", "a talk. 01632 960001", "a walk", "By the canal", "A good cup of tea.",
        )  # fmt: skip
        places = [shown.index(part) for part in put_by]
        assert places == sorted(places)
        assert "It moved before." in shown
        assert "She said: you came." in shown
        assert "no sleep" not in shown
        assert words.NO_PLAN not in shown


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_on_a_short_screen_the_lines_are_in_sight_at_once_and_the_rest_by_scrolling(
    home: Home, clock: FixedClock, size: tuple[int, int]
) -> None:
    write_preferences(home, Preferences(country="GB"))
    in_the_journal(home, clock, _put_by)
    async with opened(home, clock, size) as pilot:
        await _a_hard_day(pilot)
        await pilot.pause()
        first = picture(pilot.app.screen)
        assert "call 999" in first
        assert "Samaritans: call 116 123" in first
        assert first.splitlines()[-1].endswith("F2 support now" if size[0] >= 80 else "F2 support")
        shown = await _all_of_it(pilot)
        for part in ("My sister", "Priya", "a walk", "It moved before.", words.ONE_QUESTION):
            assert part in shown


async def test_what_is_put_by_or_taken_away_elsewhere_is_seen_at_once(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock, (80, 45)) as pilot:
        await _a_hard_day(pilot)
        await until_shown(pilot, words.NO_PEOPLE)
        in_the_journal(home, clock, lambda journal: journal.add_thing("person", {"alias": "Priya"}))
        await until_shown(pilot, "Priya")
        in_the_journal(home, clock, lambda journal: journal.delete(journal.things("person")[0].id))
        await until_shown(pilot, words.NO_PEOPLE)


async def test_the_lines_are_a_persons_own_first_and_without_those_out_of_sight(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(country="GB"))

    def arrange(journal: OpenJournal) -> None:
        journal.write_support_line("Sam\nring the shed")
        journal.hide_support_line("gb-samaritans")

    in_the_journal(home, clock, arrange)
    async with opened(home, clock) as pilot:
        await _a_hard_day(pilot)
        await until_shown(pilot, "ring the shed")
        shown = picture(pilot.app.screen)
        assert shown.index("999") < shown.index("Sam: ring the shed") < shown.index("Shout")
        assert "Samaritans" not in shown


async def test_nothing_is_kept_of_its_having_been_opened(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _put_by)
    before = in_the_journal(home, clock, lambda journal: journal.verify().rows)
    content = {path: path.read_bytes() for path in home.root.rglob("*") if path.suffix == ".db"}
    async with opened(home, clock) as pilot:
        await _a_hard_day(pilot)
        await until_shown(pilot, "Tea,")
        await to(pilot, Today, "end", "escape")
    assert {path: path.read_bytes() for path in content} == content
    assert in_the_journal(home, clock, lambda journal: journal.verify().rows) == before


async def test_writing_and_every_line_are_one_key_away(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _a_hard_day(pilot)
        await to(pilot, SupportNow, "f2")
        await to(pilot, HardDay, "escape")
        await to(pilot, Write, "ctrl+n")
        await to(pilot, HardDay, "escape")
        await to(pilot, Today, "escape")


async def test_words_that_were_kept_are_there_to_their_end(home: Home, clock: FixedClock) -> None:
    def keep_a_long_page(journal: OpenJournal) -> None:
        body = "\n".join(f"row {number} of what I wrote" for number in range(60))
        journal.keep(journal.write_page(replace(journal.blank_page(), body=body)).id)

    in_the_journal(home, clock, keep_a_long_page)
    async with opened(home, clock) as pilot:
        await _a_hard_day(pilot)
        shown = await _all_of_it(pilot)
        assert "row 0 of what" in shown
        assert "row 59 of what" in shown
        assert words.ONE_QUESTION in shown
