"""A facilitator's home is its own: three sections, nothing of a person's journal, and nobody who shares nothing."""

import re
from pathlib import Path

import pytest
from textual.command import DiscoveryHit, Hits

from journal.errors import BadInput
from journal.paths import Home
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from sync.consent.groups import Groups
from tests.conftest import PASSPHRASE, FixedClock
from tests.groups.people import CARD, GROUP, Held, facilitators_home
from tests.screens.facilitators import before_kim, held, holding, in_front, joined, quiet_app, settle
from tests.screens.stage import Actor, picture, rest, until, until_shown
from tui.actions import DEEDS, EVERYWHERE, FACILITATOR, PERSON
from tui.key_map import KeyMap, deed_named
from tui.modals.palette import DeedProvider
from tui.screens.facilitator_about_me import AboutMe
from tui.screens.facilitator_deeds import Prefilled
from tui.screens.facilitator_group import GroupScreen
from tui.screens.facilitator_summaries import Summaries
from tui.screens.settings_keys import by_screen
from tui.wording.facilitating import AS_SEEN
from tui.wording.facilitating_parts import I_DO, I_DO_NOT
from tui.wording.sections import NAMES

__all__ = ["held", "joined", "quiet_app"]

pytestmark = pytest.mark.usefixtures("quiet_app")

SCREENS = {
    "summaries": (),
    "group": ("2",),
    "about me": ("3",),
    "the role card": ("3", "e"),
    "a new group": ("g",),
    "an invite": ("i",),
    "the agreement": ("2", "e"),
    "a note": ("2", "n"),
    "a closing": ("2", "c"),
    "a handing over": ("2", "h"),
    "settings": ("f9",),
    "keys and copies": ("f8",),
    "support now": ("f2",),
    "help": ("f1",),
    "about cairn": ("f10",),
}
"""Keys that lead to every screen of a home in which nobody shares anything."""
OF_A_PERSON = [deed for deed in DEEDS if not deed.is_in(FACILITATOR)]


async def names_of(hits: Hits) -> set[str]:
    return {str(hit.display if isinstance(hit, DiscoveryHit) else hit.match_display) async for hit in hits}


async def walked(pilot: Actor, keys: tuple[str, ...]) -> str:
    """The screen that these keys lead to, at rest."""
    for key in keys:
        await pilot.press(key)
        await rest(pilot)
    return await rest(pilot)


# Sections


async def test_it_opens_on_three_sections_of_its_own(held: Held) -> None:
    async with before_kim(held) as pilot:
        first = picture(pilot.app.screen).splitlines()[0]
        assert first[2:].split() == ["1", "Summaries", "2", "Group", "3", "About", "me"]


async def test_digits_lead_to_them_and_escape_back_to_the_first(held: Held) -> None:
    async with before_kim(held) as pilot:
        for key, screen in (("2", GroupScreen), ("3", AboutMe)):
            await pilot.press(key)
            await in_front(pilot, screen)
            await pilot.press("escape")
            await in_front(pilot, Summaries)


@pytest.mark.parametrize("named", SCREENS)
async def test_every_screen_leads_home_by_escape(named: str, held: Held) -> None:
    async with before_kim(held) as pilot:
        await walked(pilot, SCREENS[named])
        await pilot.press("escape", "escape", "escape")
        await in_front(pilot, Summaries)


async def test_a_new_role_card_begins_with_words_of_ours_and_escape_keeps_what_was_typed(
    tmp_path: Path, clock: FixedClock
) -> None:
    home = facilitators_home(tmp_path / "new", clock)
    async with holding(home, clock) as pilot:
        for key in ("3", "e"):
            await walked(pilot, (key,))
        assert isinstance(pilot.app.screen, Prefilled)
        assert "I hold the space." in picture(pilot.app.screen)
        await pilot.press(*"Kim")
        await pilot.press("escape", "escape")
        await in_front(pilot, Summaries)
        await walked(pilot, ("3", "e"))
        assert "Kim" in picture(pilot.app.screen)
        await pilot.press("ctrl+s")
        await rest(pilot)
    journal = open_journal(home, PASSPHRASE, clock)
    card = Groups(journal).role_card()
    journal.close()
    assert card is not None
    assert (card.name, card.i_do, card.i_do_not) == ("Kim", I_DO, I_DO_NOT)


# Nothing of a person's journal


async def test_no_key_of_everywhere_leads_into_a_journal(held: Held) -> None:
    async with before_kim(held) as pilot:
        for deed in OF_A_PERSON:
            if deed.where == EVERYWHERE and deed.keys != ("escape",):
                for key in set(deed.keys) - {"1", "2", "3"}:
                    await pilot.press(key)
                    await pilot.pause()
                    assert isinstance(pilot.app.screen, Summaries), deed.id


async def test_the_app_refuses_every_deed_of_a_person(held: Held) -> None:
    async with before_kim(held) as pilot:
        for name in NAMES:
            assert not pilot.app.check_action("section", (name,))
        for action in ("write", "check_in", "search", "support_lines"):
            assert not pilot.app.check_action(action, ())


@pytest.mark.parametrize("where", [(), ("2",), ("3",)], ids=["summaries", "group", "about me"])
async def test_the_palette_finds_none_of_them(where: tuple[str, ...], held: Held) -> None:
    known = {deed.words for deed in DEEDS if deed.is_in(FACILITATOR)}
    async with before_kim(held) as pilot:
        await walked(pilot, where)
        provider = DeedProvider(pilot.app.screen)
        assert await names_of(provider.discover()) <= known
        for deed in OF_A_PERSON:
            found = {name.partition(" · ")[0] for name in await names_of(provider.search(deed.words))}
            assert deed.words in known or deed.words not in found, deed.id


async def test_a_facilitators_own_deeds_are_found_from_every_section(held: Held) -> None:
    async with before_kim(held) as pilot:
        found = await names_of(DeedProvider(pilot.app.screen).search("note to the group"))
        assert "A note to the group · Group" in found


async def test_help_says_none_of_them(held: Held) -> None:
    async with before_kim(held, (80, 60)) as pilot:
        said = await walked(pilot, ("f1",))
        assert "Summaries" in said
        assert not [name for name in NAMES.values() if f"  {name}" in said]


async def test_settings_are_those_of_the_screen_and_of_locking(held: Held) -> None:
    async with before_kim(held, (80, 40)) as pilot:
        said = await walked(pilot, ("f9",))
        assert "Quiet screen" in said
        assert "Locks by itself" in said
        for of_a_person in ("Your name", "What to notice", "How you answer", "Questions put away", "First day"):
            assert of_a_person not in said


async def test_support_now_offers_no_people_and_plan_of_ones_own(held: Held) -> None:
    async with before_kim(held) as pilot:
        before = await walked(pilot, ("f2",))
        assert "own people" not in before
        assert await walked(pilot, ("4",)) == before
        assert "worried" in await walked(pilot, ("5",))


def test_the_keys_of_either_home_are_listed_there_alone() -> None:
    assert not {deed.id for deed in by_screen(FACILITATOR)} & {"today", "write", "goals"}
    assert not {deed.id for deed in by_screen(PERSON)} & {"summaries", "group", "about-me"}


def test_one_key_may_be_two_deeds_of_two_homes_and_not_of_one() -> None:
    note, close = deed_named("group-note"), deed_named("close-group")
    assert deed_named("today").keys == deed_named("summaries").keys
    assert KeyMap().with_keys(note, ("s",)).keys_of(note) == ("s",)
    with pytest.raises(BadInput):
        KeyMap().with_keys(note, close.keys)


async def test_a_persons_home_offers_nothing_of_a_facilitator(home: Home, clock: FixedClock) -> None:
    from tests.screens.stage import opened

    known = {deed.words for deed in DEEDS if deed.is_in(PERSON)}
    async with opened(home, clock) as pilot:
        assert not pilot.app.check_action("section", ("summaries",))
        assert await names_of(DeedProvider(pilot.app.screen).discover()) <= known


# Nobody who shares nothing: acceptance check 14


@pytest.mark.parametrize("named", SCREENS)
async def test_acceptance_14_no_screen_tells_a_group_with_members_from_one_without(
    named: str, held: Held, tmp_path: Path
) -> None:
    """Two have joined and share nothing: every screen is as where nobody has, so no row is about any of them."""
    settle(held)
    alone = _without_members(tmp_path / "alone", held.groups.all()[0].via, held.clock)
    async with before_kim(held) as pilot:
        with_members = await walked(pilot, SCREENS[named])
        assert not {"Ana", "Sam"} & set(re.findall(r"\w+", with_members))
    async with holding(alone, held.clock) as pilot:
        without = await walked(pilot, SCREENS[named])
    assert with_members.replace(str(held.kim.home.root), "") == without.replace(str(alone.root), "")


def _without_members(place: Path, via: str, clock: FixedClock) -> Home:
    home = facilitators_home(place, clock)
    journal = open_journal(home, PASSPHRASE, clock)
    try:
        groups = Groups(journal)
        groups.write_role_card({**CARD, "i_do_not": "Reply at all hours.", "who_supports_me": "Jo, every month."})
        groups.create(GROUP, via)
        journal.choose(WORDS_CONFIRMED, "yes")
    finally:
        journal.close()
    write_preferences(home, Preferences(country="GB"))
    return home


@pytest.mark.parametrize("size", [(40, 12), (1, 1)], ids=str)
@pytest.mark.parametrize("named", SCREENS)
async def test_every_screen_is_there_in_a_small_window(named: str, size: tuple[int, int], held: Held) -> None:
    async with before_kim(held, size) as pilot:
        shown = await walked(pilot, SCREENS[named])
        assert size == (1, 1) or "F2" in shown.splitlines()[-1]


async def test_locking_and_leaving_work_as_in_a_journal(held: Held) -> None:
    async with before_kim(held) as pilot:
        await pilot.press("3")
        await until_shown(pilot, AS_SEEN)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app._exit)
    assert pilot.app.return_value == "lock"
