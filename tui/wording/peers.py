"""Sentences about peers, sessions, the agreement and the week. Source: domain brief, sections 9 and 12a."""

from tui.wording.saved import NOTHING_ELSE

TITLE = "Peers"

STORIES = "Other people's stories belong to them. You can write without names."

# Before a session
BEFORE = "Before a session"
BROUGHT = "Brought to this session"
NOTHING_BROUGHT = "Nothing is marked to bring, which is fine."
HOW_TO_BRING = "b on a page, a check-in or a goal marks it to bring."
SAVED_BEFORE = "Saved. The other half is here for you after the session."

# After a session
AFTER = "After a session"
WROTE_BEFORE = "What you wrote before"
MORE = "More questions, if you like"
NOT_RIGHT = (
    "Thank you for saying so. You can change what you agreed, take a break, talk with a facilitator, or end it. "
    "None of these needs a reason."
)
AS_A_STEP = "Would you like that as a step of a goal?"
NOW_A_STEP = "It is a step of that goal now."
SAVED_AFTER = "Saved. What you brought is not marked any more."
SAVED_WITHOUT_MARKS = f"Saved. {NOTHING_ELSE}"

# Sessions
SESSIONS = "Sessions"
SESSION = "Session"
SEVERAL_OF_THAT_NAME = "More than one has that name. A number from the list says which."
WITH_WHOM = "Who is it with? A name, or a group, or nobody by name."
WAITING = "The half before is written. The other half is here when you want it."
GOALS_TOUCHED = "Goals it touched"

# Partners
PARTNERS = "Partners"
ADD_PARTNER = "What name do you use for them?"
NAME_IS_ONE_LINE = (
    "A name is one line. There was more, so nothing was saved; partner agree and partner edit take the rest."
)
PARTNER_NEEDS_NAME = "A partner needs a name. Any name you like."
PARTNER_SAVED = "Saved. It is a name in your journal. They are told nothing."
AFTER_PARTNER_STATUS = {
    "invited": "Kept as invited.",
    "active": "You are meeting.",
    "paused": "A break it is. You can go on whenever you both like.",
    "ended": "It has ended. What you wrote stays here.",
}
"""What is said when a partnership takes this status."""

# The agreement
AGREEMENT = "My part of our agreement"
AGREED = "What we agreed"
EACH_WRITES = "Each of you writes your own part, side by side. Every part can stay blank."
NOTHING_AGREED = "Nothing is written here yet, and nothing has to be."
FIXED_LINES = (
    "We are equals. Neither of us is the other's therapist or crisis service.",
    "Either of us can pause or end this at any time.",
    "Meet in a public place until you know each other.",
)
"""Shown with every agreement."""
REVIEW_IN_EIGHT_WEEKS = "Eight weeks from now, if you pick no other day."
LOOK_AT_AGREEMENT = "You asked to look at what you agreed again."
SAVED_AGREEMENT = "Saved. This is your part, and yours to change."

# Show in person
SHOW_IN_PERSON = "Show in person"
CHOOSE_LINES = "Choose the lines to show. Nothing else will be on the screen, for someone beside you."
NOTHING_CHOSEN = "No line is chosen yet."
PUT_AWAY = "Esc puts this away."

# My week
WEEK = "My week"
NOBODY_COUNTS = "What comes round in your week. Nobody keeps count of what you went to."
SAVED_WEEK = "Saved in your week."


def sessions_empty(key: str) -> str:
    """The list before there is a session; `key` starts one."""
    return f"What you write before and after a session will be here. {key} starts one."


def partners_empty(key: str) -> str:
    return f"People you meet with will be here, by name alone. {key} adds a name."


def week_empty(key: str) -> str:
    return f"What comes round in your week will be here. {key} adds something."


def session_with(whom: str | None) -> str:
    """A session's head, with the partner or the group as the person calls them."""
    return f"{SESSION} with {whom}" if whom else SESSION


def in_the_week(weekday: str, part_of_day: str, label: str) -> str:
    """`Monday evening: the group`; the first two as they are said in words."""
    return f"{weekday} {part_of_day}: {label}"


def agreed_with(whom: str) -> str:
    return f"What you agreed with {whom}"


# On the screens
IN_A_GROUP = "a group"
NOBODY_BY_NAME = "nobody by name"
HALF_IS_WRITTEN = "the half before is written"
WHICH_DAY = "Which day was it?"
GO_ON = "go on"
STAYS_WITH_THE_SESSION = "no, it can stay with the session"
GOAL_GONE = "That goal is not in the journal any more. Your words are with the session."
NO_GOAL = "The words stay here. When you are moving towards a goal, they can be a step of it."
NO_NEXT = "There is no next step in this session. e adds one."
NAME_GONE = "Saved. The name had been deleted meanwhile, so this session is with nobody by name."
PARTNER_DELETED = "Out of sight. F4 brings it back, for 30 days. The sessions with them stay."
SESSIONS_WITH_THEM = "Sessions with them"


def whom_waiting(whom: str) -> str:
    """One answer to who it is with, where something is written already."""
    return f"{whom} · {HALF_IS_WRITTEN}"


def before_with(whom: str | None) -> str:
    return f"{BEFORE} with {whom}" if whom else BEFORE


def after_with(whom: str | None) -> str:
    return f"{AFTER} with {whom}" if whom else AFTER


def look_at_agreed(whom: str) -> str:
    """The way to the agreement, once something did not feel right."""
    return f"look at what you agreed with {whom}"


def sessions_with_empty(key: str) -> str:
    return f"What you write before and after a session with them will be here. {key} starts one."
