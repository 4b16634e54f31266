"""Every deed of the plain lines, in the order of its number: one list that is the menu and the help.

A new deed is a function that takes a visit, and one line here.
"""

from tui.plain import country, partners, plans, session_after, sessions, timeline, toolbox
from tui.plain.about import say_about
from tui.plain.checking_in import check_in
from tui.plain.conversation import Leave
from tui.plain.deeds import Deed, Menu
from tui.plain.drafts import read_drafts
from tui.plain.goals import new_goal, read_goals
from tui.plain.hard_day import hard
from tui.plain.recovery_words import new_recovery_words
from tui.plain.visit import Visit
from tui.plain.writing import write
from tui.wording import plain as words

GOALS = (Deed(words.NEW_GOAL, new_goal),)
PEERS = (
    Deed(words.BEFORE, sessions.before),
    Deed(words.AFTER, session_after.after),
    Deed(words.SESSIONS, sessions.read_sessions),
    Deed(words.PARTNERS, partners.read_partners),
    Deed(words.WEEK, partners.read_week),
)
TOOLBOX = (
    Deed(words.TOOLS, toolbox.read_tools),
    Deed(words.SURPRISE, toolbox.surprise),
    Deed(words.STRENGTHS, toolbox.read_strengths),
    Deed(words.PEOPLE, toolbox.read_people),
    Deed(words.PLANS, plans.read_plans),
    Deed(words.STORY, toolbox.read_story),
)


def every_deed() -> tuple[Deed[Visit], ...]:
    """What a person can do, first what they do most."""
    return (
        Deed(words.CHECK_IN, check_in),
        Deed(words.WRITE_PAGE, write),
        Deed(words.JOURNAL, timeline.read_journal),
        Deed(words.SEARCH, timeline.search),
        Deed(words.GOALS, read_goals, inside=GOALS),
        _leading_to(words.PEERS, PEERS),
        _leading_to(words.TOOLBOX, TOOLBOX),
        Deed(words.HARD_DAY, hard),
        Deed(words.SUPPORT_NOW, lambda visit: visit.talk.say_support(every=True)),
        Deed(words.DRAFTS, read_drafts),
        Deed(words.UNDO, timeline.undo),
        Deed(words.ABOUT, say_about),
        Deed(words.COUNTRY, country.choose_country),
        Deed(words.RECOVERY_WORDS, new_recovery_words),
        Deed(words.PLAIN_LINES, country.open_plainly),
        Deed(words.LOCK, _lock),
        Deed(words.LEAVE, _leave),
    )


def stay(visit: Visit) -> None:
    """Do what is typed until the person leaves; from the first list there is nowhere to go back to.

    Raises:
        Leave, EndOfInput: the only ways out.
    """
    menu = Menu(visit, every_deed(), words.WHAT_WOULD_YOU_LIKE)
    while True:
        menu.stay(visit, enter_lists=True)
        visit.talk.say(words.FIRST_LIST)


def _leading_to(named: words.Named, inside: tuple[Deed[Visit], ...]) -> Deed[Visit]:
    """A deed that leads to a list of others, which can be typed from the first list too."""
    return Deed(named, lambda visit: Menu(visit, inside, words.WHAT_NEXT).stay(visit), inside=inside)


def _lock(visit: Visit) -> None:
    raise Leave("lock")


def _leave(visit: Visit) -> None:
    raise Leave("quit")
