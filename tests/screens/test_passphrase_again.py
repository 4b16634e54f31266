"""The passphrase, asked for again: before what somebody else must not do, and where the journal has a new key."""

from journal.domain.timeline import Filter
from journal.errors import KeyChanged, NotOpened
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.ways_in import draw_rotation
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.locking_stage import Hands, begin_a_page, drafts, hands, locks, stays_open, watched
from tests.screens.stage import Actor, until, until_shown, write
from tui.modals.passphrase_again import Given, PassphraseAgain
from tui.screens.today import Today
from tui.screens.write import Write
from tui.wording import locking as words

__all__ = ["hands"]


async def _ask_again(pilot: Actor, home: Home) -> list[Given | None]:
    answers: list[Given | None] = []

    def ask() -> None:
        pilot.app.push_screen(PassphraseAgain("Once more.", pilot.app._is_passphrase), answers.append)  # type: ignore[attr-defined]  # our app's own

    pilot.app.call_later(ask)
    await until(pilot, lambda: isinstance(pilot.app.screen, PassphraseAgain))
    return answers


async def test_the_right_passphrase_is_given_to_the_one_who_asked_and_kept_nowhere(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    async with watched(home, clock, hands) as pilot:
        answers = await _ask_again(pilot, home)
        asked = pilot.app.screen
        await write(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: bool(answers))
        (given,) = answers
        assert given is not None
        assert given.passphrase == PASSPHRASE
        assert PASSPHRASE not in repr(given)
        assert PASSPHRASE not in [value for value in vars(asked).values() if isinstance(value, str)]


async def test_a_wrong_one_is_said_in_its_one_sentence_and_the_second_in_a_rowlocks(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    """Security b.7: also where the question was left between the two."""
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "half a thought")
        answers = await _ask_again(pilot, home)
        await write(pilot, "not mine")
        await pilot.press("enter")
        await until_shown(pilot, NotOpened.sentence)
        await pilot.press("escape")
        await until(pilot, lambda: answers == [None])
        await _ask_again(pilot, home)
        await write(pilot, "not mine either")
        await pilot.press("enter")
        await locks(pilot)
    assert drafts(home, clock) == ["half a thought"]


async def test_a_right_one_between_two_wrong_ones_keeps_it_open(home: Home, clock: FixedClock, hands: Hands) -> None:
    async with watched(home, clock, hands) as pilot:
        for typed in ("not mine", PASSPHRASE, "not mine"):
            answers = await _ask_again(pilot, home)
            await write(pilot, typed)
            await pilot.press("enter")
            if typed == PASSPHRASE:
                await until(pilot, lambda: bool(answers))  # noqa: B023 - asked at once
            else:
                await until_shown(pilot, NotOpened.sentence)
                await pilot.press("escape")
                await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await stays_open(pilot)


# Another key


def _give_it_a_new_key(home: Home, clock: FixedClock) -> None:
    """As another cairn does."""
    draw_rotation(home, PASSPHRASE).take_effect()


async def test_under_a_new_key_the_passphrase_is_asked_and_the_page_is_saved_without_another_key_press(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "on its way")
        _give_it_a_new_key(home, clock)
        await pilot.press("ctrl+s")
        hands.pass_s(2)
        await until_shown(pilot, "gave this journal a new key")
        await write(pilot, "not mine")
        await pilot.press("enter")
        await until_shown(pilot, NotOpened.sentence)
        await write(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await until_shown(pilot, words.GOES_ON.partition(".")[0])
    journal = open_journal(home, PASSPHRASE, clock)
    assert [line.first_words for line in journal.timeline(Filter(), 5)] == ["on its way"]
    assert journal.drafts() == []
    journal.close()


async def test_no_letter_of_a_page_lands_in_the_question_for_the_passphrase(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    async with watched(home, clock, hands) as pilot:
        _give_it_a_new_key(home, clock)
        await begin_a_page(pilot, "as it comes")
        await until(pilot, lambda: pilot.app._key is not None)  # type: ignore[attr-defined]  # our app's own
        await write(pilot, ", and on")
        await until_shown(pilot, "as it comes, and on")
        hands.pass_s(2)
        await until(pilot, lambda: isinstance(pilot.app.screen, PassphraseAgain))
        await write(pilot, PASSPHRASE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until(pilot, lambda: drafts(home, clock) == ["as it comes, and on"])


async def test_without_the_passphrase_nothing_is_kept_and_the_words_stay(
    home: Home, clock: FixedClock, hands: Hands
) -> None:
    async with watched(home, clock, hands) as pilot:
        await begin_a_page(pilot, "on its way")
        _give_it_a_new_key(home, clock)
        await pilot.press("ctrl+s")
        hands.pass_s(2)
        await until(pilot, lambda: isinstance(pilot.app.screen, PassphraseAgain))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until_shown(pilot, KeyChanged.sentence[:30])
        await until_shown(pilot, "on its way")
        await pilot.press("ctrl+q")
        await until_shown(pilot, "Your last words could not be kept.")
