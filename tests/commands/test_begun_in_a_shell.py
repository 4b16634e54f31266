"""What was begun in a shell, when something came between, is found on the screen and in plain lines."""

import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO

import pytest

from journal.domain.peer_session import PeerSession
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.plain.stage import visit
from tests.screens.peers_stage import bar_at, fill, on, press, to_peers
from tests.screens.stage import Actor, opened, until, until_shown, write
from tests.screens.toolbox_stage import shows, to_shelf
from tui import cli
from tui.commands.grammar import build_parser
from tui.commands.terminal import Terminal
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.screens.form import Form
from tui.screens.goal import GoalScreen
from tui.screens.peers import Peers
from tui.screens.session import SessionScreen
from tui.screens.session_after import AfterForm
from tui.screens.toolbox import Toolbox
from tui.screens.toolbox_thing import ToolboxThing
from tui.widgets.page_editor import PageEditor
from tui.wording import screen as shown

Interrupted = Callable[..., None]
"""Takes the words of a call and the lines that are typed before something comes between."""

INTERRUPTED = 130


class Keyboard:
    """A terminal on which some lines are typed, then Ctrl+C."""

    closed = False

    def __init__(self, typed: Sequence[str]) -> None:
        self._typed = list(typed)

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        if not self._typed:
            raise KeyboardInterrupt
        return f"{self._typed.pop(0)}\n"


@pytest.fixture
def interrupted(journal: OpenJournal, home: Home, monkeypatch: pytest.MonkeyPatch) -> Interrupted:
    @contextmanager
    def the_journal(_: Terminal) -> Iterator[OpenJournal]:
        yield journal

    def run(*arguments: str, typed: Sequence[str]) -> None:
        with monkeypatch.context() as here, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            here.setattr(Terminal, "journal", the_journal)
            here.setattr(sys, "stdin", Keyboard(typed))
            call = [*arguments, "--home", str(home.root)]
            assert _code(call) == INTERRUPTED
        assert len(journal.drafts()) == 1

    return run


def _code(call: Sequence[str]) -> int:
    try:
        return cli.run(build_parser(call).parse_args(call))
    except KeyboardInterrupt:
        return INTERRUPTED


async def the_half_with_sam(pilot: Actor) -> None:
    await to_peers(pilot)
    await press(pilot, "a", Choose, "Sam")
    await press(pilot, "enter", AfterForm, "After a session with Sam")
    await until_shown(pilot, shown.DRAFT_BACK)
    await press(pilot, "ctrl+s", Peers, "time")


async def the_half_with_a_group(pilot: Actor) -> None:
    await to_peers(pilot)
    await bar_at(pilot, "[draft]")
    await press(pilot, "enter", AfterForm, shown.DRAFT_BACK)
    await fill(pilot, "group_name", "the choir")
    await press(pilot, "ctrl+s", Peers, "the choir · time")


async def the_section(pilot: Actor) -> None:
    await to_shelf(pilot, "plan")
    await until_shown(pilot, "Early signs")
    await pilot.press("down", "down", "down", "down", "enter")
    await shows(pilot, Form)
    await until_shown(pilot, shown.DRAFT_BACK)
    await pilot.press("ctrl+s")
    await until_shown(pilot, "Early signs: less sleep")


async def the_tool(pilot: Actor) -> None:
    await to_shelf(pilot, "tool")
    await pilot.press("n")
    await on(pilot, Ask, shown.DRAFT_BACK)
    await pilot.press("enter")
    await on(pilot, ToolboxThing, "slowly")


async def the_reflection(pilot: Actor) -> None:
    await pilot.press("3")
    await until_shown(pilot, "Get out")
    await pilot.press("enter")
    await on(pilot, GoalScreen, "Get out")
    await pilot.press("r")
    await on(pilot, Ask, shown.DRAFT_BACK)
    await pilot.press("ctrl+s")
    await on(pilot, GoalScreen, "it was quieter")


def half_with_sam(journal: OpenJournal) -> object:
    (session,) = journal.sessions()
    return (session.partner_alias, session.gave, session.received)


def half_with_a_group(journal: OpenJournal) -> object:
    (session,) = journal.sessions()
    return (session.group_name, session.format, session.gave)


AFTER = ["time", ".", "a laugh", "."]
BEGUN = {
    "a session with a partner": (
        ["session", "after", "--partner", "Sam"], AFTER, the_half_with_sam,
        ["after", "Sam", "", "", "", "", "", "", ""],
        half_with_sam, ("Sam", "time", "a laugh"),
    ),
    "a session with a group": (
        ["session", "after", "--format", "group"], AFTER, the_half_with_a_group,
        ["drafts", "1", "1", "", "the choir", "", "", "", "", "", ""],
        half_with_a_group, ("the choir", "group", "time"),
    ),
    "a section of a plan": (
        ["plan", "edit", "staying-well", "early-signs"], ["less sleep"], the_section,
        ["plans", "1", "Early signs", "nothing more"],
        lambda journal: journal.plan("staying_well")["early_signs"].words, "less sleep",
    ),
    "a new tool": (
        ["toolbox", "add"], ["a walk", "slowly", "."], the_tool,
        ["tools", "new", *[""] * 6],
        lambda journal: [(tool.name, tool.how_to) for tool in journal.things("tool")], [("a walk", "slowly")],
    ),
    "words about a goal": (
        ["goal", "reflect", "{goal}"], ["it was quieter"], the_reflection,
        ["goals", "1", "reflect", "."],
        lambda journal: [one.note for one in journal.goals()[0].reflections], ["it was quieter"],
    ),
}  # fmt: skip
"""The call and what is typed; the way to it on the screen and in plain lines; where the words are to be found."""

Case = tuple[
    list[str],
    list[str],
    Callable[[Actor], Awaitable[None]],
    list[str],
    Callable[[OpenJournal], object],
    object,
]


def begin(journal: OpenJournal, interrupted: Interrupted, case: Case) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    goal = journal.add_goal("Get out")
    interrupted(*(word.format(goal=goal.id) for word in case[0]), typed=case[1])


@pytest.mark.parametrize("case", BEGUN.values(), ids=BEGUN.keys())
async def test_it_is_gone_on_with_on_the_screen(
    journal: OpenJournal, home: Home, clock: FixedClock, interrupted: Interrupted, case: Case
) -> None:
    begin(journal, interrupted, case)
    async with opened(home, clock) as pilot:
        await case[2](pilot)
    assert case[4](journal) == case[5]
    assert journal.drafts() == []


@pytest.mark.parametrize("case", BEGUN.values(), ids=BEGUN.keys())
def test_it_is_gone_on_with_in_plain_lines(
    journal: OpenJournal, home: Home, clock: FixedClock, interrupted: Interrupted, case: Case
) -> None:
    begin(journal, interrupted, case)
    heard = visit(journal, home, clock, *case[3])
    assert shown.DRAFT_BACK in heard.said
    assert case[4](journal) == case[5]
    assert journal.drafts() == []


def a_session(journal: OpenJournal) -> PeerSession:
    values = {"gave": "time", "stayed": "the walk", "felt_right": "yes", "support_kinds": ["social"], "mode": "phone"}
    return journal.reflect_on_session(values)


async def test_a_change_to_one_part_in_a_shell_leaves_every_other_part_when_the_screen_saves_it(
    journal: OpenJournal, home: Home, clock: FixedClock, interrupted: Interrupted
) -> None:
    session = a_session(journal)
    interrupted("edit", session.id, typed=["to be heard", "."])
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "the walk")
        await press(pilot, "enter", SessionScreen, "time")
        await press(pilot, "e", Form, shown.DRAFT_BACK)
        await press(pilot, "ctrl+s", SessionScreen, "to be heard")
    changed = journal.session(session.id)
    assert (changed.hope_for, changed.gave, changed.stayed) == ("to be heard", "time", "the walk")
    assert (changed.felt_right, changed.support_kinds, changed.mode) == ("yes", ("social",), "phone")
    assert journal.drafts() == []


def test_a_change_to_one_part_in_a_shell_leaves_every_other_part_when_plain_lines_save_it(
    journal: OpenJournal, home: Home, clock: FixedClock, interrupted: Interrupted
) -> None:
    session = a_session(journal)
    interrupted("edit", session.id, typed=["to be heard", "."])
    visit(journal, home, clock, "drafts", "1", "1", *[""] * 19)
    changed = journal.session(session.id)
    assert (changed.hope_for, changed.gave, changed.felt_right) == ("to be heard", "time", "yes")
    assert journal.drafts() == []


async def test_a_name_of_something_new_is_changed_on_the_screen_and_the_rest_of_it_stays(
    journal: OpenJournal, home: Home, clock: FixedClock, interrupted: Interrupted
) -> None:
    interrupted("toolbox", "add", typed=["a walk", "slowly", "."])
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await pilot.press("n")
        await on(pilot, Ask, shown.DRAFT_BACK)
        await write(pilot, " by the sea")
        await pilot.press("escape")
        await shows(pilot, Toolbox)
        await until(pilot, lambda: "by the sea" in str(journal.drafts()[0].answers))
        await pilot.press("n")
        await on(pilot, Ask, "by the sea")
        await pilot.press("enter")
        await on(pilot, ToolboxThing, "slowly")
    assert [tool.name for tool in journal.tools()] == ["a walk by the sea"]
    assert journal.drafts() == []


async def test_a_section_emptied_on_the_screen_stays_empty_in_its_draft(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.write_plan("staying_well", "early_signs", "less sleep")
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "plan")
        await until_shown(pilot, "Early signs: less sleep")
        await pilot.press("down", "down", "down", "down", "enter")
        await shows(pilot, Form)
        pilot.app.screen.query_one(PageEditor).load_text("")
        await pilot.press("escape")
        await shows(pilot, Toolbox)
        await until(pilot, lambda: len(journal.drafts()) == 1)
        await pilot.press("enter")
        await shows(pilot, Form)
        await until_shown(pilot, shown.DRAFT_BACK)
        assert pilot.app.screen.query_one(PageEditor).text == ""
    visit(journal, home, clock, "drafts", "1", "1", "as it is")
    assert "early_signs" not in journal.plan("staying_well")
