"""Today as a person finds it: what they chose, what they typed, and what was saved of it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.widgets import Input

from journal.domain.check_in import CheckIn
from journal.domain.entry import answers_of
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, rest, until, until_shown, write
from tests.screens.toolbox_stage import in_the_journal
from tui.app import CairnApp
from tui.screens.today import Today
from tui.widgets.page_editor import PageEditor
from tui.widgets.scale import Scale

FIVE = "mood,hope,connection,self_belief,energy"


def chosen(**choices: str) -> Callable[[OpenJournal], None]:
    """Settings by their names, with `_` for `-`."""

    def choose(journal: OpenJournal) -> None:
        for name, typed in choices.items():
            journal.make_choice(name.replace("_", "-"), typed)

    return choose


@asynccontextmanager
async def on_today(
    home: Home, clock: FixedClock, size: tuple[int, int] = (80, 24), **choices: str
) -> AsyncIterator[Actor]:
    """The app on Today, with these choices made before."""
    in_the_journal(home, clock, chosen(**choices))
    app = CairnApp(home, clock, PASSPHRASE)
    try:
        async with app.run_test(size=size) as pilot:
            await until_shown(pilot, "March 2026")
            yield pilot
    finally:
        app.finish()


def asked(pilot: Actor) -> list[str]:
    """What is asked for, in order."""
    return [scale.dimension for scale in pilot.app.screen.query(Scale)]


def answers(pilot: Actor) -> dict[str, int | None]:
    """The answers that stand on Today."""
    return {scale.dimension: scale.answer for scale in pilot.app.screen.query(Scale)}


def typed_in(pilot: Actor, name: str) -> str:
    """What a field of Today holds."""
    if name == "note":
        return pilot.app.screen.query_one("#note", PageEditor).text
    return pilot.app.screen.query_one(f"#{name}", Input).value


async def type_into(pilot: Actor, name: str, words: str) -> None:
    """Type words into a field of Today."""
    pilot.app.screen.query_one(f"#{name}").focus()
    await pilot.pause()
    await write(pilot, words)
    await until(pilot, lambda: typed_in(pilot, name).endswith(words))


async def choose_now(pilot: Actor, home: Home, clock: FixedClock, **choices: str) -> None:
    """Choose something elsewhere while Today is open, and let Today hear of it."""
    in_the_journal(home, clock, chosen(**choices))
    for screen in pilot.app.screen_stack:
        if isinstance(screen, Today):
            screen.journal_changed()
    await rest(pilot)


async def save(pilot: Actor) -> None:
    """Save, and wait until it is said."""
    await pilot.press("ctrl+s")
    await until_shown(pilot, "Saved. Thank you for taking a moment.")


def saved(home: Home, clock: FixedClock) -> CheckIn:
    """The one check-in of the journal."""
    (one,) = in_the_journal(home, clock, lambda journal: journal.items(Filter(), 5))
    assert isinstance(one, CheckIn)
    return one


def helped(home: Home, clock: FixedClock) -> dict[str, str]:
    """The mark of each tool that it names."""

    def read(journal: OpenJournal) -> dict[str, str]:
        return {tool.id: tool.name for tool in journal.tools()}

    names = in_the_journal(home, clock, read)
    return {names[use.tool_id]: use.helped for use in saved(home, clock).tools_used}


def begun(home: Home, clock: FixedClock) -> dict[str, object]:
    """What the one draft there is holds beside its note."""
    (draft,) = in_the_journal(home, clock, lambda journal: journal.drafts())
    return answers_of(draft)
