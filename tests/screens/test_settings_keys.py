"""A person's own keys on the screen: taken, given back, refused, and shown wherever keys are shown."""

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.screens.stage import Actor, key, opened, picture, until, until_shown, words_of
from tests.screens.test_settings import at_settings, choose, told
from tui.actions import DEEDS, FACILITATOR, PERSON
from tui.key_map import KEYS, KeyMap, deed_named, key_map_in
from tui.modals.press_key import PressKey
from tui.screens.goals import Goals
from tui.screens.keys_and_copies import KeysAndCopies
from tui.screens.settings_keys import SettingsKeys, by_screen
from tui.screens.write import Write
from tui.widgets.deed_rows import DeedRows
from tui.widgets.page_editor import PageEditor
from tui.wording import settings as setting_words
from tui.wording import settings_keys as words

OWN = KeyMap({"write": ("f12", "ö"), "new-goal": ("u",), "palette": ("f11",), "help": ("ä",)})


async def at_keys(pilot: Actor) -> None:
    await at_settings(pilot)
    await choose(pilot, "keys")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsKeys))


async def ask_for(pilot: Actor, deed_id: str) -> None:
    """Take up the row of a deed."""
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsKeys))
    pilot.app.screen.query_one(DeedRows).looked_at = [deed.id for deed in by_screen()].index(deed_id)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, PressKey))


async def said(pilot: Actor, sentence: str) -> None:
    await until(
        pilot,
        lambda: isinstance(pilot.app.screen, SettingsKeys) and sentence in " ".join(words_of(pilot, "#said").split()),
    )


def test_every_deed_has_a_row() -> None:
    in_either = {deed.id for home in (PERSON, FACILITATOR) for deed in by_screen(home)}
    assert in_either == {deed.id for deed in DEEDS}


async def test_a_key_is_pressed_and_does_it_from_then_on(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await at_keys(pilot)
        await ask_for(pilot, "write")
        await pilot.press("f12")
        await said(pilot, words.has_now("Write a page", "Ctrl+N or F12"))
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))


async def test_a_key_that_is_there_already_is_taken_away(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await at_keys(pilot)
        await ask_for(pilot, "keys-and-copies")
        await pilot.press("f8")
        await said(pilot, words.has_now("Keys and copies", ""))
        await pilot.press("f8")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, KeysAndCopies)


@pytest.mark.parametrize(
    ("pressed", "sentence"),
    [
        ("f8", words.taken("F8", "Keys and copies", "Everywhere")),
        ("n", words.taken("n", "A new goal", "Goals")),
        ("tab", words.STAYS_EVERYWHERE),
        ("ctrl+c", words.STAYS_EVERYWHERE),
        ("down", words.MOVES),
        ("f6", words.NOT_PASSED),
        ("ctrl+w", words.OF_THE_TEXT),
        ("f20", words.NO_SUCH_KEY),
    ],
)
async def test_a_key_that_cannot_be_is_refused_there_and_another_is_waited_for(
    home: Home, clock: FixedClock, pressed: str, sentence: str
) -> None:
    async with opened(home, clock) as pilot:
        await at_keys(pilot)
        await ask_for(pilot, "write")
        pilot.app.post_message(key(pressed))
        await until(pilot, lambda: sentence in " ".join(words_of(pilot, "#said").split()))
        await pilot.press("f12")
        await said(pilot, words.has_now("Write a page", "Ctrl+N or F12"))


async def test_escape_leaves_the_keys_as_they_are(home: Home, clock: FixedClock, journal: OpenJournal) -> None:
    async with opened(home, clock) as pilot:
        await at_keys(pilot)
        await ask_for(pilot, "write")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, SettingsKeys))
    assert journal.setting(KEYS) is None


async def test_one_deed_or_all_have_the_keys_again_that_they_came_with(
    home: Home, clock: FixedClock, journal: OpenJournal
) -> None:
    journal.choose(KEYS, OWN.as_row())
    async with opened(home, clock) as pilot:
        await at_keys(pilot)
        pilot.app.screen.query_one(DeedRows).looked_at = [deed.id for deed in by_screen()].index("write")
        await until_shown(pilot, "F12 or ö")
        await pilot.press("delete")
        await said(pilot, words.has_now("Write a page", "Ctrl+N"))
        assert "write" not in key_map_in(journal.setting(KEYS)).changed
        await pilot.press("shift+delete")
        await said(pilot, words.ALL_AS_THEY_CAME)
    assert key_map_in(journal.setting(KEYS)) == KeyMap()


async def test_own_keys_count_as_soon_as_the_journal_is_open(
    home: Home, clock: FixedClock, journal: OpenJournal
) -> None:
    journal.choose(KEYS, OWN.as_row())
    async with opened(home, clock) as pilot:
        await until(pilot, lambda: "F12 write" in picture(pilot.app.screen))
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, Goals) and "U new" in picture(pilot.app.screen))
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Goals)
        await pilot.press("u")
        await until_shown(pilot, "What would you like to move towards?")


async def test_a_letter_of_ones_own_is_never_taken_from_a_text(
    home: Home, clock: FixedClock, journal: OpenJournal
) -> None:
    journal.choose(KEYS, OWN.as_row())
    async with opened(home, clock) as pilot:
        await until(pilot, lambda: "F12 write" in picture(pilot.app.screen))
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await pilot.press("ö", "u")
        await until(pilot, lambda: pilot.app.screen.query_one(PageEditor).text == "öu")


async def test_help_and_palette_show_them(home: Home, clock: FixedClock, journal: OpenJournal) -> None:
    journal.choose(KEYS, OWN.as_row())
    async with opened(home, clock, (80, 45)) as pilot:
        await until(pilot, lambda: "Ä help" in picture(pilot.app.screen))
        await pilot.press("ä")
        await until_shown(pilot, "F12 or ö")
        await pilot.press("escape", "f11")
        await until_shown(pilot, "F12 or ö")


async def test_keys_that_cannot_be_read_are_said_and_those_that_came_rule(
    home: Home, clock: FixedClock, journal: OpenJournal
) -> None:
    journal.choose(KEYS, '{"write": ["f2"]}')
    async with opened(home, clock) as pilot:
        await until(pilot, lambda: setting_words.not_read([KEYS]) in told(pilot))
        await pilot.press("ctrl+n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))


async def test_keys_changed_elsewhere_are_taken_up(home: Home, clock: FixedClock, journal: OpenJournal) -> None:
    async with opened(home, clock) as pilot:
        changed = KeyMap().with_keys(deed_named("write"), ("f12",)).with_keys(deed_named("journal"), ("ö",))
        journal.choose(KEYS, changed.as_row())
        await until(pilot, lambda: "F12 write" in picture(pilot.app.screen))
        assert "1 Today   Ö Journal   3 Goals" in picture(pilot.app.screen)
