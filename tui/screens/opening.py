"""Which screen shows which section, and which shows one thing of the journal. Each is loaded when it is wanted.

Only the app asks: a screen that wants to show something posts `ItemChosen` (`Hearing.show_item`).
"""

from journal.paths import Home
from tui.screens.hearing import Hearing
from tui.screens.meeting_told import LastMeeting
from tui.store_thread import Desk


def section_screen(name: str, desk: Desk, home: Home, met: LastMeeting | None = None) -> Hearing:
    """The first screen of a section.

    Args:
        name: of the section.
        desk: the journal.
        home: where it is.
        met: what is noted of the last meeting with partners.

    Raises:
        KeyError: no section has this name.
    """
    if name == "today":
        from tui.screens.today import Today

        return Today(desk, home)
    if name == "journal":
        from tui.screens.journal import JournalScreen

        return JournalScreen(desk)
    if name == "goals":
        from tui.screens.goals import Goals

        return Goals(desk)
    if name == "peers":
        from tui.screens.peers import Peers

        return Peers(desk, met)
    if name == "look-back":
        from tui.screens.look_back import LookBackScreen

        return LookBackScreen(desk, home)
    if name == "toolbox":
        from tui.screens.toolbox import Toolbox

        return Toolbox(desk)
    return _facilitators_screen(name, desk, home, met)


def _facilitators_screen(name: str, desk: Desk, home: Home, met: LastMeeting | None) -> Hearing:
    if name == "summaries":
        from tui.screens.facilitator_summaries import Summaries

        return Summaries(desk, home, met)
    if name == "group":
        from tui.screens.facilitator_group import GroupScreen

        return GroupScreen(desk)
    if name == "about-me":
        from tui.screens.facilitator_about_me import AboutMe

        return AboutMe(desk)
    raise KeyError(name)


def item_screen(desk: Desk, kind: str, item_id: str, looked_for: str = "") -> Hearing:
    """The screen that shows one thing of this kind; of a page or a check-in, where the words looked for stand."""
    if kind == "goal":
        from tui.screens.goal import GoalScreen

        return GoalScreen(desk, item_id)
    if kind == "session":
        from tui.screens.session import SessionScreen

        return SessionScreen(desk, item_id)
    from tui.screens.page import Page

    return Page(desk, item_id, looked_for)
