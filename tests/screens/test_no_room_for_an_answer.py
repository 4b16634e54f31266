"""A question whose answer the disk does not take stays, with its words, until it does."""

from collections.abc import Callable

import pytest

from journal.errors import NoRoom
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, opened, picture, until_shown, write

SAVES = ("add_goal", "add_step", "add_thing", "reflect_on_goal", "keep_draft")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """A disk that takes nothing while it is said to be full."""
    is_full = False

    def switch(full: bool) -> None:
        nonlocal is_full
        is_full = full

    def guarded(real: Callable[..., object]) -> Callable[..., object]:
        def save(*given: object, **named: object) -> object:
            if is_full:
                raise NoRoom
            return real(*given, **named)

        return save

    for name in SAVES:
        monkeypatch.setattr(OpenJournal, name, guarded(getattr(OpenJournal, name)))
    return switch


async def _ask_for_a_goal(pilot: Actor) -> None:
    await pilot.press("3")
    await until_shown(pilot, "What you would like to move towards will be here")
    await pilot.press("n")
    await until_shown(pilot, "What would you like to move towards?")
    await write(pilot, "Get out most days")


async def test_a_title_stays_in_its_question_until_there_is_room(
    home: Home, clock: FixedClock, full_disk: Callable[[bool], None]
) -> None:
    async with opened(home, clock) as pilot:
        await _ask_for_a_goal(pilot)
        full_disk(True)
        await pilot.press("enter")
        await until_shown(pilot, "Nothing you typed is lost.")
        assert "Get out most days" in picture(pilot.app.screen)
        full_disk(False)
        await pilot.press("enter")
        await until_shown(pilot, "One small next step?")
    journal = open_journal(home, PASSPHRASE, clock)
    assert ([goal.title for goal in journal.goals()], journal.drafts()) == (["Get out most days"], [])
    journal.close()


async def test_leaving_warns_while_an_answer_cannot_be_kept_and_tries_once_more(
    home: Home, clock: FixedClock, full_disk: Callable[[bool], None]
) -> None:
    async with opened(home, clock) as pilot:
        full_disk(True)
        await _ask_for_a_goal(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "Nothing you typed is lost.")
        await pilot.press("ctrl+q")
        await until_shown(pilot, "Your last words could not be kept.")
        full_disk(False)
        await pilot.press("ctrl+q")
        await pilot.pause()
    journal = open_journal(home, PASSPHRASE, clock)
    assert [draft.body for draft in journal.drafts()] == ["Get out most days"]
    journal.close()


@pytest.mark.parametrize(
    ("keys", "question", "typed"),
    [(("6", "n"), "Things that help", "a walk"), (("4", "n"), "What name do you use for them?", "Sam")],
)
async def test_the_name_of_a_new_thing_stays_too(
    home: Home,
    clock: FixedClock,
    full_disk: Callable[[bool], None],
    keys: tuple[str, str],
    question: str,
    typed: str,
) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press(keys[0])
        await pilot.pause()
        await pilot.press(keys[1])
        await until_shown(pilot, question)
        await until_shown(pilot, "Enter save")
        await write(pilot, typed)
        full_disk(True)
        await pilot.press("enter")
        await until_shown(pilot, "Nothing you typed is lost.")
        assert typed in picture(pilot.app.screen)
