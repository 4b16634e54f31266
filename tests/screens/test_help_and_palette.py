"""Help says a screen's keys in words; the palette finds every deed of every screen by name."""

import asyncio

import pytest
from textual.command import DiscoveryHit, Hit, Hits

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.stage import Actor, opened, picture, until, until_shown, write
from tests.screens.test_settings import told
from tui.actions import DEEDS, EVERYWHERE, FACILITATOR, PERSON, Deed, Whose, deeds_of
from tui.key_map import KeyMap
from tui.modals.help import KEYS_CELLS, Help, help_lines
from tui.modals.palette import DeedProvider, leads_somewhere
from tui.screens.goals import Goals
from tui.screens.journal import JournalScreen
from tui.screens.settings import OF_THE_APP, Settings
from tui.widgets.deed_rows import DeedRows
from tui.wording import help as words
from tui.wording import keys_screen, settings
from tui.wording.screen import BY_NAME_ALONE

HAVE_A_ROW = {
    "country": "Settings",
    "lock-after": "Settings",
    "support-file": "Settings",
    "support-lines": "Support now",
    "recovery-words": "Keys and copies",
    "skip-prompt": "the question of Ctrl+R while writing",
    "not-again": "the question of Ctrl+R while writing",
}
"""Where a deed without a key can be chosen, beside the palette."""
SIZES = [(80, 24), (40, 12)]


async def all_of(hits: Hits) -> list[str]:
    return [str(hit.display if isinstance(hit, DiscoveryHit) else hit.match_display) async for hit in hits]


async def helps_of(hits: Hits) -> dict[str, str]:
    return {str(hit.match_display): str(hit.help) async for hit in hits if isinstance(hit, Hit)}


def provider(pilot: Actor) -> DeedProvider:
    return DeedProvider(pilot.app.screen)


# Help


@pytest.mark.parametrize("where", sorted({deed.where for deed in DEEDS} - {EVERYWHERE}))
@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("home", [PERSON, FACILITATOR])
def test_every_key_of_a_screen_is_in_its_help_in_words(where: str, beside: bool, home: Whose) -> None:
    lines = help_lines(where, KeyMap(), home, beside=beside)
    for deed in deeds_of(where, home):
        assert any(deed.shown_keys in line and deed.words in line for line in lines)


@pytest.mark.parametrize(("where", "home"), [("goals", PERSON), ("group", FACILITATOR)])
def test_every_key_of_everywhere_is_in_every_help_once(where: str, home: Whose) -> None:
    lines = help_lines(where, KeyMap(), home, beside=True)
    for deed in deeds_of(EVERYWHERE, home):
        assert lines.count(f"  {deed.shown_keys:<{KEYS_CELLS}} {deed.words}") == (1 if deed.keys else 0)
        assert deed.keys or deed.words in "\n".join(lines)


def test_a_group_has_nothing_in_it_that_is_no_deed() -> None:
    ids = {deed.id for deed in deeds_of(EVERYWHERE)}
    assert {deed_id for group in words.GROUPS.values() for deed_id in group} <= ids | {"look-back"}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_help_is_read_to_its_end_by_scrolling(home: Home, clock: FixedClock, size: tuple[int, int]) -> None:
    async with opened(home, clock, size) as pilot:
        await pilot.press("3")
        await until(pilot, lambda: isinstance(pilot.app.screen, Goals))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        sheet = pilot.app.screen.query_one("#sheet")
        unread = {deed.words for deed in (*deeds_of("goals"), *deeds_of(EVERYWHERE, PERSON))}
        while True:
            rows = [row[: size[0] - 1].strip() for row in picture(pilot.app.screen).splitlines()]
            unread -= {said for said in unread if said in " ".join(rows)}
            if sheet.scroll_offset.y >= sheet.max_scroll_y:
                break
            await pilot.press("down")
        assert unread == set()


# Every deed by two ways


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.id)
def test_every_deed_has_two_keys_or_a_key_and_the_palette(deed: Deed) -> None:
    """On its own screen the palette lists every deed but itself; what has no key has a row of its own somewhere."""
    assert len(deed.keys) >= 2 or (deed.keys and deed.id != "palette") or deed.id in HAVE_A_ROW


def test_a_deed_without_a_key_has_a_row_where_it_is_said_to() -> None:
    assert {"country", "lock-after", "support-file"} <= OF_THE_APP.keys()
    assert "new-words" in keys_screen.ROWS


@pytest.mark.parametrize("keys", [(), ("2",), ("3",), ("4",), ("6",), ("f8",), ("f9",), ("ctrl+n",), ("d",)], ids=str)
async def test_on_its_own_screen_the_palette_lists_every_deed(
    home: Home, clock: FixedClock, keys: tuple[str, ...]
) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        where = getattr(pilot.app.screen, "WHERE", EVERYWHERE)
        listed = await all_of(provider(pilot).discover())
        for deed in (*deeds_of(EVERYWHERE, PERSON), *deeds_of(where, PERSON)):
            assert deed.words in listed or deed.id == "palette"


async def test_what_belongs_to_another_screen_is_found_with_its_keys_and_where_it_is(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        for deed in DEEDS:
            if deed.where not in (EVERYWHERE, "today") and deed.is_in(PERSON) and leads_somewhere(deed):
                found = await helps_of(provider(pilot).search(deed.words))
                shown = deed.shown_keys or BY_NAME_ALONE
                assert (deed.words, shown) in {(name.partition(" · ")[0], said) for name, said in found.items()}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("export", "Take everything with you · Keys and copies"),
        ("import", "Bring in an archive · Keys and copies"),
        ("backup", "Make a backup · Keys and copies"),
        ("restore", "Put a backup back · Keys and copies"),
        ("settings", "Settings"),
        ("theme", "Look · Settings"),
        ("quiet", "Quiet screen · Settings"),
        ("shortcuts", "Keys · Settings"),
        ("support", "Support now"),
        ("new goal", "A new goal · Goals"),
        ("surprise", "Surprise me · Toolbox"),
        ("password", "Change your passphrase · Keys and copies"),
    ],
)
async def test_the_palette_finds_by_the_words_a_person_would_use(
    home: Home, clock: FixedClock, typed: str, found: str
) -> None:
    async with opened(home, clock) as pilot:
        assert found in await all_of(provider(pilot).search(typed))


async def test_the_words_typed_bring_the_likeliest_first(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        hits = [hit async for hit in provider(pilot).search("settings") if isinstance(hit, Hit)]
        assert str(max(hits, key=lambda hit: hit.score).match_display) == "Settings"


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
async def test_the_palette_has_a_line_of_keys_as_every_screen_has(
    size: tuple[int, int], home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock, size) as pilot:
        await pilot.press("f3")
        await until_shown(pilot, "Help for this screen")
        last = picture(pilot.app.screen).splitlines()[-1]
        assert last.startswith(" Enter do it  Esc back")
        assert "F2 support" in last
        await write(pilot, "goal")
        await until_shown(pilot, "A new goal · Goals")
        assert picture(pilot.app.screen).splitlines()[-1] == last


async def taken_up(pilot: Actor, typed: str, found: str) -> None:
    """Choose a line of the palette."""
    await pilot.press("f3")
    await until_shown(pilot, "What would you like to do?")
    await write(pilot, typed)
    await until_shown(pilot, found)
    await asyncio.sleep(0)
    await pilot.press("down", "enter")


async def test_a_deed_of_another_section_goes_there_and_is_done(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await taken_up(pilot, "a new goal", "A new goal · Goals")
        await until_shown(pilot, "What would you like to move towards?")


async def test_a_deed_about_one_thing_says_that_one_is_to_be_opened_first(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await taken_up(pilot, "change the words", "Change the words · A page")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        assert words.open_first("Journal") in told(pilot)


async def test_a_setting_by_name_opens_settings_at_its_row(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await taken_up(pilot, "quiet screen", "Quiet screen · Settings")
        await until(pilot, lambda: isinstance(pilot.app.screen, Settings))
        await until(pilot, lambda: settings.DOES["quiet"] in picture(pilot.app.screen))
        assert pilot.app.screen.query_one(DeedRows).looked_at > 0


async def test_a_deed_of_keys_and_copies_begins_from_anywhere(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await taken_up(pilot, "make a backup", "Make a backup · Keys and copies")
        await until_shown(pilot, "backup")
        await until(pilot, lambda: pilot.app.screen.is_modal and "Path" in type(pilot.app.screen).__name__)
