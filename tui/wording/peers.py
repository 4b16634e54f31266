"""Sentences about peers, sessions, the agreement and the week. Source: domain brief, sections 9 and 12a."""

from tui.language import _
from tui.wording.saved import NOTHING_ELSE

TITLE = _("Peers")

STORIES = _("Other people's stories belong to them. You can write without names.")

# Before a session
BEFORE = _("Before a session")
BROUGHT = _("Brought to this session")
NOTHING_BROUGHT = _("Nothing is marked to bring, which is fine.")
HOW_TO_BRING = _("b on a page, a check-in or a goal marks it to bring.")
SAVED_BEFORE = _("Saved. The other half is here for you after the session.")

# After a session
AFTER = _("After a session")
WROTE_BEFORE = _("What you wrote before")
MORE = _("More questions, if you like")
NOT_RIGHT = _(
    "Thank you for saying so. You can change what you agreed, take a break, talk with a facilitator, or end it. "
    "None of these needs a reason."
)
AS_A_STEP = _("Would you like that as a step of a goal?")
NOW_A_STEP = _("It is a step of that goal now.")
SAVED_AFTER = _("Saved. What you brought is not marked any more.")
SAVED_WITHOUT_MARKS = _("Saved. {nothing_else}").format(nothing_else=NOTHING_ELSE)

# Sessions
SESSIONS = _("Sessions")
SESSION = _("Session")
SEVERAL_OF_THAT_NAME = _("More than one has that name. A number from the list says which.")
WITH_WHOM = _("Who is it with? A name, or a group, or nobody by name.")
WAITING = _("The half before is written. The other half is here when you want it.")
GOALS_TOUCHED = _("Goals it touched")

# Partners
PARTNERS = _("Partners")
ADD_PARTNER = _("What name do you use for them?")
NAME_IS_ONE_LINE = _(
    "A name is one line. There was more, so nothing was saved; partner agree and partner edit take the rest."
)
PARTNER_NEEDS_NAME = _("A partner needs a name. Any name you like.")
PARTNER_SAVED = _("Saved. It is a name in your journal. They are told nothing.")
AFTER_PARTNER_STATUS = {
    "invited": _("Kept as invited."),
    "active": _("You are meeting."),
    "paused": _("A break it is. You can go on whenever you both like."),
    "ended": _("It has ended. What you wrote stays here."),
}
"""What is said when a partnership takes this status."""

# The agreement
AGREEMENT = _("My part of our agreement")
AGREED = _("What we agreed")
EACH_WRITES = _("Each of you writes your own part, side by side. Every part can stay blank.")
NOTHING_AGREED = _("Nothing is written here yet, and nothing has to be.")
FIXED_LINES = (
    _("We are equals. Neither of us is the other's therapist or crisis service."),
    _("Either of us can pause or end this at any time."),
    _("Meet in a public place until you know each other."),
)
"""Shown with every agreement."""
REVIEW_IN_EIGHT_WEEKS = _("Eight weeks from now, if you pick no other day.")
LOOK_AT_AGREEMENT = _("You asked to look at what you agreed again.")
SAVED_AGREEMENT = _("Saved. This is your part, and yours to change.")

# Show in person
SHOW_IN_PERSON = _("Show in person")
CHOOSE_LINES = _("Choose the lines to show. Nothing else will be on the screen, for someone beside you.")
NOTHING_CHOSEN = _("No line is chosen yet.")
PUT_AWAY = _("Esc puts this away.")

# My week
WEEK = _("My week")
NOBODY_COUNTS = _("What comes round in your week. Nobody keeps count of what you went to.")
SAVED_WEEK = _("Saved in your week.")


# Before there is anything. Each names what starts it: on the screen a key, in plain lines a word.
SESSIONS_EMPTY = _("What you write before and after a session will be here. {before_session} starts one.")
PARTNERS_EMPTY = _("People you meet with will be here, by name alone. {add_partner} adds a name.")
WEEK_EMPTY = _("What comes round in your week will be here. {add_to_week} adds something.")
SESSIONS_WITH_EMPTY = _("What you write before and after a session with them will be here. {before_with} starts one.")


def session_with(whom: str | None) -> str:
    """A session's head, with the partner or the group as the person calls them."""
    return _("{session} with {whom}").format(session=SESSION, whom=whom) if whom else SESSION


def in_the_week(weekday: str, part_of_day: str, label: str) -> str:
    """`Monday evening: the group`; the first two as they are said in words."""
    return f"{weekday} {part_of_day}: {label}"


def agreed_with(whom: str) -> str:
    return _("What you agreed with {whom}").format(whom=whom)


# On the screens
IN_A_GROUP = _("a group")
NOBODY_BY_NAME = _("nobody by name")
HALF_IS_WRITTEN = _("the half before is written")
WHICH_DAY = _("Which day was it?")
GO_ON = _("go on")
STAYS_WITH_THE_SESSION = _("no, it can stay with the session")
GOAL_GONE = _("That goal is not in the journal any more. Your words are with the session.")
NO_GOAL = _("The words stay here. When you are moving towards a goal, they can be a step of it.")
NO_NEXT = _("There is no next step in this session. e adds one.")
NAME_GONE = _("Saved. The name had been deleted meanwhile, so this session is with nobody by name.")
PARTNER_DELETED = _("Out of sight. {undo} brings it back, for 30 days. The sessions with them stay.")
SESSIONS_WITH_THEM = _("Sessions with them")


def whom_waiting(whom: str) -> str:
    """One answer to who it is with, where something is written already."""
    return f"{whom} · {HALF_IS_WRITTEN}"


def before_with(whom: str | None) -> str:
    return _("{before} with {whom}").format(before=BEFORE, whom=whom) if whom else BEFORE


def after_with(whom: str | None) -> str:
    return _("{after} with {whom}").format(after=AFTER, whom=whom) if whom else AFTER


def look_at_agreed(whom: str) -> str:
    """The way to the agreement, once something did not feel right."""
    return _("look at what you agreed with {whom}").format(whom=whom)
