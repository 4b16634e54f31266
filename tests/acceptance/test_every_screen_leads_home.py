"""Acceptance check 4: from every screen Esc leads home, and what was begun there, or on Today, is still there.

The way to each screen is that of its picture. The doors, before there is a home, are in `tests/screens/test_doors.py`.
"""

import shutil
from itertools import groupby
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import FixedClock
from tests.demo.test_pictures import bases, is_screen
from tests.screens.check_in_stage import answers
from tests.screens.keys_stage import a_backup, quick
from tests.screens.stage import Actor, until
from tools.pictures_shown import NOT_SHOWN, PICTURES, Picture, Typed
from tools.pictures_walk import StillApp, StillClock, make_demo_home, press, sections_anew, settle
from tui.modals.at_work import AtWork
from tui.screens.facilitator_summaries import Summaries
from tui.screens.meeting_place import AsksPlace
from tui.screens.today import Today
from tui.widgets.waiting import Waiting
from tui.wording.demo import PASSPHRASE

__all__ = ["quick"]

GIVEN = (Typed(PASSPHRASE), "enter")
ERASE = ("f8", *["down"] * 10, "enter")
WITH_SAM = ("down", "down", "enter")
ANOTHER_BACKUP = "another.cairn-backup"
MORE = (
    Picture("goal-reflection", "Ask", ("3", "enter", "r"), alone=True),
    Picture("new-passphrase", "ChoosePassphrase", ("f8", "enter", *GIVEN)),
    Picture("new-recovery-words", "WordsFirst", ("f8", "down", "enter", *GIVEN)),
    Picture(
        "a-backup-of-another-journal",
        "BackupWayIn",
        ("f8", *["down"] * 5, "enter", "enter", Typed(ANOTHER_BACKUP), "enter"),
    ),
    Picture("words-to-a-partner", "Ask", ("4", "m", *WITH_SAM, "n"), alone=True),
    Picture("days-to-erase", "AskDays", (*ERASE, "enter")),
    Picture("a-word-to-erase", "AskWord", (*ERASE, "down", "enter", "down", "enter")),
)
"""Screens without a picture, and a question of several rows."""
WITH_A_FACILITATOR = ("4", "down", "down", "enter")
IN_A_GROUP: dict[str, tuple[Picture, ...]] = {
    "member": (
        Picture("notes-and-replies", "FacilitatorWords", (*WITH_A_FACILITATOR, "m")),
        Picture("goals-for-a-page", "PageGoals", (*WITH_A_FACILITATOR, "p", "g")),
        Picture("sentences-for-a-page", "PageSentences", (*WITH_A_FACILITATOR, "p", "l")),
    ),
    "facilitator": (
        Picture("a-reply", "Reply", ("enter", "r")),
        Picture("a-role-card", "Form", ("3", "e")),
        Picture("an-invite", "GroupInvite", ("2", "i")),
        Picture("a-name-of-a-group", "Ask", ("2", "g")),
        Picture("a-new-group", "NewGroup", ("2", "g", Typed("Thursdays"), "ctrl+s")),
        Picture("support-for-facilitators", "FacilitatorsSupport", ("f2",)),
    ),
}
"""Screens without a picture in a facilitator's home, and of a member."""
NOT_HERE = {"GroupCompare", "Prefilled"}
"""Four words to compare are there once somebody has answered, and a new role card's first words while there is none:
`tests/screens/test_facilitator_group.py` and `test_facilitator_home.py`."""
FOR_A_MOMENT = {"Cover", "Doing"}
"""Screens that go by themselves. What Esc does there is in `tests/screens/`: it lifts the one, and stops the other."""
HOLD_WORDS = {"AfterForm", "Ask", "BeforeForm", "Form", "PageAbout", "Reply", "Write"}
"""Screens on which words of a person's own are typed; Today itself is home."""
MOST_BACK = 6


def ways() -> dict[str, list[Picture]]:
    """Every screen inside the journal, by the first key of the way there; first what leaves nothing behind."""
    inside = [one for one in (*PICTURES, *MORE) if one.from_today and one.keys]
    inside.sort(key=lambda one: (str(one.keys[0]), one.alone))
    return {str(key): list(found) for key, found in groupby(inside, key=lambda one: one.keys[0])}


WAYS = ways()


def of_a_group(whose: str) -> list[Picture]:
    """Every screen in the home of a facilitator, or of a member, that is in no other."""
    return [*(one for one in PICTURES if one.begins == whose), *IN_A_GROUP[whose]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return make_demo_home(tmp_path_factory.mktemp("every-screen"))


@pytest.fixture
def lived_in(made: Home, home: Home, clock: FixedClock, tmp_path: Path, quick: Path) -> Home:
    """The demo journal, and a backup of another in the person's own folder."""
    shutil.copytree(made.root, tmp_path / "lived-in")
    a_backup(home, clock, quick / ANOTHER_BACKUP)
    return Home(tmp_path / "lived-in")


async def go_there(actor: Actor, picture: Picture) -> None:
    """From Today, where nothing has the focus."""
    await sections_anew(actor)
    await walk_to(actor, picture)


async def walk_to(actor: Actor, picture: Picture) -> None:
    """By the keys of a picture."""
    for _, keys in groupby(picture.keys):
        await press(actor, tuple(keys))
    await until(actor, lambda: type(actor.app.screen).__name__ == picture.shows)
    await settle(actor)


def keeps_words(screen: Screen[object]) -> bool:
    """Whether it has words to keep when the journal is locked; a folder is none."""
    none = (Waiting.unsaved, AtWork.unsaved, AsksPlace.unsaved)
    return isinstance(screen, Waiting) and type(screen).unsaved not in none


async def begin_something(actor: Actor, words: str) -> list[str]:
    """Type words where a person's own go, and give them; none where there is no place for them."""
    screen = actor.app.screen
    if type(screen).__name__ not in HOLD_WORDS:
        assert isinstance(screen, Today) or not keeps_words(screen)
        return []
    if not isinstance(screen.focused, Input | TextArea):
        screen.query(Input).first().focus()
    await press(actor, (Typed(words),))
    return [words]


async def go_home(actor: Actor) -> None:
    """Esc, until Today is in front with nothing over it."""
    for _ in range(MOST_BACK):
        if not (isinstance(actor.app.screen, Today) and len(actor.app.screen_stack) == 1):
            await press(actor, ("escape",))
    assert isinstance(actor.app.screen, Today)


def kept_in(home: Home) -> str:
    """Every draft, and every tag, which is kept as soon as it is typed."""
    journal = open_journal(home, PASSPHRASE, StillClock())
    drafts = [(draft.title, draft.body, draft.answers) for draft in journal.drafts()]
    tags = [item.tags for item in journal.items(Filter(kind="entry"), 500) if isinstance(item, JournalEntry)]
    journal.close()
    return repr((drafts, tags))


@pytest.mark.parametrize("first_key", WAYS)
async def test_4_every_screen_returns_to_today_on_escape_with_the_draft_kept(lived_in: Home, first_key: str) -> None:
    app = StillApp(lived_in, PASSPHRASE)
    begun = []
    try:
        async with app.run_test() as actor:
            await until(actor, lambda: isinstance(app.screen, Today))
            await settle(actor)
            await press(actor, ("tab", "6"))
            for picture in WAYS[first_key]:
                await go_there(actor, picture)
                begun += await begin_something(actor, "begun" + picture.name.replace("-", ""))
                await go_home(actor)
                assert answers(actor)["mood"] == 6, picture.name
    finally:
        app.finish()
    kept = kept_in(lived_in)
    assert [words for words in ('"mood": 6', *begun) if words not in kept] == []


@pytest.mark.parametrize("whose", IN_A_GROUP)
async def test_4_every_screen_of_a_group_leads_home_on_escape_with_the_draft_kept(
    made: Home, whose: str, tmp_path: Path
) -> None:
    shutil.copytree(made.root.parent / whose, tmp_path / whose)
    app = StillApp(Home(tmp_path / whose), PASSPHRASE)
    first = {"member": Today, "facilitator": Summaries}[whose]
    begun = []
    try:
        async with app.run_test() as actor:
            await until(actor, lambda: isinstance(app.screen, first))
            for picture in of_a_group(whose):
                if whose == "member":
                    await sections_anew(actor)
                await walk_to(actor, picture)
                if type(app.screen).__name__ in HOLD_WORDS:
                    begun.append(f"begun{picture.name}")
                    await press(actor, (Typed(begun[-1]),))
                for _ in range(MOST_BACK):
                    if not isinstance(app.screen, first):
                        await press(actor, ("escape",))
                assert isinstance(app.screen, first), picture.name
    finally:
        app.finish()
    kept = kept_in(Home(tmp_path / whose))
    assert [words for words in begun if words not in kept] == []


def test_4_no_screen_is_left_out() -> None:
    walked = {picture.shows for pictures in WAYS.values() for picture in pictures}
    walked |= {picture.shows for whose in IN_A_GROUP for picture in of_a_group(whose)} | NOT_HERE
    never_alone = {name for name in NOT_SHOWN if any(name in stood_on for stood_on in bases().values())}
    at_the_door = {"FirstRun", "Unlock"}
    every = {name for name in bases() if is_screen(name)}
    assert walked == {*every, "Palette"} - never_alone - at_the_door - FOR_A_MOMENT
