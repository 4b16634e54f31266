"""Every deed of the plain lines, in the order of its number: one list that is the menu and the help.

A new deed is a function that takes a visit, and one line here.
"""

from journal.use_cases.staying import let_go
from tui.plain import (
    copies,
    country,
    erasing,
    keys,
    leaving,
    month,
    partners,
    plans,
    recovery_words,
    session_after,
    sessions,
    support,
    timeline,
    together,
    toolbox,
)
from tui.plain.about import say_about
from tui.plain.checking_in import check_in, check_in_for_a_day
from tui.plain.conversation import Leave
from tui.plain.deeds import Deed, Menu
from tui.plain.drafts import read_drafts
from tui.plain.goals import new_goal, read_goals
from tui.plain.hard_day import hard
from tui.plain.locking import choose_minutes
from tui.plain.look_back import look_back
from tui.plain.settings import settings
from tui.plain.visit import Visit
from tui.plain.writing import write
from tui.wording import plain as words
from tui.wording import plain_groups as groups
from tui.wording import plain_keys as named
from tui.wording import plain_together as said
from tui.wording.plain_support import MORE

JOURNAL = (
    Deed(words.SOME_OF_IT, timeline.read_some),
    Deed(words.MONTH, month.read_month),
    Deed(words.OTHER_YEARS, month.read_other_years),
)
GOALS = (Deed(words.NEW_GOAL, new_goal),)
PEERS = (
    Deed(words.BEFORE, sessions.before),
    Deed(words.AFTER, session_after.after),
    Deed(words.SESSIONS, sessions.read_sessions),
    Deed(words.PARTNERS, partners.read_partners),
    Deed(words.WEEK, partners.read_week),
    Deed(said.INVITE, together.invite),
    Deed(said.JOIN, together.join),
    Deed(said.MEET, together.meet),
    Deed(said.SHARED, together.read_shares),
    Deed(said.MESSAGES, together.read_messages),
    Deed(groups.MY_PAGE, together.write_my_page),
    Deed(groups.MY_GROUP, together.my_group),
)
TOOLBOX = (
    Deed(words.TOOLS, toolbox.read_tools),
    Deed(words.SURPRISE, toolbox.surprise),
    Deed(words.STRENGTHS, toolbox.read_strengths),
    Deed(words.PEOPLE, toolbox.read_people),
    Deed(words.PLANS, plans.read_plans),
    Deed(words.STORY, toolbox.read_story),
)
KEYS_AND_COPIES = (
    Deed(named.PASSPHRASE, keys.change_passphrase),
    Deed(words.RECOVERY_WORDS, recovery_words.new_recovery_words),
    Deed(named.CHECK_WORDS, recovery_words.check_words),
    Deed(named.NEW_KEY, keys.change_key),
    Deed(named.MAKE_BACKUP, copies.make_backup),
    Deed(named.CHECK_BACKUP, copies.check_backup),
    Deed(named.PUT_BACK, copies.put_back),
    Deed(named.SAFETY_COPIES, copies.safety_copies),
    Deed(named.TAKE_ALONG, leaving.take_along),
    Deed(named.BRING_IN, leaving.bring_in),
    Deed(named.WHERE, keys.say_where),
    Deed(named.CHECK_FILE, keys.check_file),
    Deed(named.ERASE_DAYS, erasing.erase_days),
    Deed(named.ERASE_EVERYTHING, erasing.erase_all),
)


def every_deed() -> tuple[Deed[Visit], ...]:
    """What a person can do, first what they do most."""
    return (
        Deed(words.CHECK_IN, check_in, inside=(Deed(words.CHECK_IN_FOR_A_DAY, check_in_for_a_day),)),
        Deed(words.WRITE_PAGE, write),
        Deed(words.JOURNAL, timeline.read_journal, inside=JOURNAL),
        Deed(words.SEARCH, timeline.search),
        Deed(words.GOALS, read_goals, inside=GOALS),
        leading_to(words.PEERS, PEERS),
        leading_to(words.TOOLBOX, TOOLBOX),
        Deed(words.LOOK_BACK, look_back),
        Deed(words.HARD_DAY, hard),
        Deed(words.SUPPORT_NOW, lambda visit: visit.talk.say_support(MORE)),
        Deed(words.DRAFTS, read_drafts),
        Deed(words.UNDO, timeline.undo),
        Deed(words.ABOUT, say_about),
        Deed(words.COUNTRY, country.choose_country),
        Deed(words.MY_SUPPORT_LINES, support.arrange),
        Deed(words.SUPPORT_FILE, support.bring_in_lines),
        leading_to(named.KEYS_AND_COPIES, KEYS_AND_COPIES),
        Deed(words.PLAIN_LINES, country.open_plainly),
        Deed(words.LOCK_AFTER, choose_minutes),
        Deed(named.SETTINGS, settings),
        Deed(words.LOCK, lock),
        Deed(words.LEAVE, leave),
    )


def stay(visit: Visit) -> None:
    """Do what is typed until the person leaves; from the first list there is nowhere to go back to.

    Raises:
        Leave, EndOfInput: the only ways out.
    """
    home, clock, journal = visit.home, visit.door.clock, visit.journal
    deeds = together.facilitators_deeds() if journal.is_facilitators else every_deed()
    menu = Menu(visit, deeds, words.WHAT_WOULD_YOU_LIKE)
    with visit.talk.support_from(lambda topic: support.support_lines(home, topic, clock, journal)):
        while True:
            menu.stay(visit, enter_lists=True)
            visit.talk.say(words.FIRST_LIST)


def leading_to(named: words.Named, inside: tuple[Deed[Visit], ...]) -> Deed[Visit]:
    """A deed that leads to a list of others, which can be typed from the first list too."""
    return Deed(named, lambda visit: Menu(visit, inside, words.WHAT_NEXT).stay(visit), inside=inside)


def lock(visit: Visit) -> None:
    """What was left unlocked for the shell is locked too."""
    let_go(visit.home)
    raise Leave("lock")


def leave(visit: Visit) -> None:
    """Go; all that was written is kept."""
    raise Leave("quit")
