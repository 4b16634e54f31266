"""Sentences of `cairn demo`, and of its tour."""

PASSPHRASE = "look around"
"""Short, since it is typed once at most, and what it opens is made up."""

MAKING = "Filling a journal to look around in…"
ENTER_OPENS = "Enter opens it:"


def begins(passphrase: str) -> str:
    """What a person should know before the screen opens."""
    return f"""
This is a journal to look around in. Every word in it is made up.
Change, write and delete what you like: when you leave, all of it goes.

  Its passphrase: {passphrase}
  It opens by itself. You need the passphrase if you lock it with Ctrl+L.
  Ctrl+Q leaves.
"""


# The tour

TOUR_BEGINS = "A tour of cairn. It works on two journals in a temporary place, and asks nothing."
TOUR_ENDS = "That was the tour. Both journals are gone again."
STOPPED = "The tour stopped here, since this step did not work."

TWO_JOURNALS = "Two journals, each locked with a passphrase"
CHECK_IN = "Check in"
WRITE = "Write a page"
FIND_AGAIN = "What is in the journal, newest first"
KEEP = "Keep the page for a hard day"
GOAL = "Move a goal"
SESSION = "Reflect on a peer session"
SEARCH = "Search"
LOOK_BACK = "Look back"
SHARE = "Share the goal with the other journal, through a folder"
STOP_SHARING = "Stop sharing"
SUPPORT = "Support, which needs no passphrase"

YOURS = "yours"
THEIRS = "Sam's"
PAGE = "Rain all morning, and a walk by the canal in between.\nSam asked how the week was, and waited for the answer.\n"
NOTE = "Slept through, for once.\n"
LOOKED_FOR = "canal\n"
GOAL_TITLE = "Get out most days, even for ten minutes\n"
GOAL_STEP = "Ask Priya along\n"
PARTNER = "Sam"
DAYS_BEFORE = {1: (5, 5), 2: (6, 6), 3: (4, 5), 4: (6, 6), 7: (5, 4), 8: (4, 5), 9: (6, 5), 10: (5, 6)}
"""Mood and hope so many days before, the newest first: enough for a look back to say something."""
DAYS_NOTED = "Some days before this one are noted too, in the same way."
REFLECTION = """{"gave": "The story of the brown envelope, with all the voices.",
 "received": "A way to wait for a bus: name five things.",
 "stayed": "He had stayed in all week too. Neither of us knew.",
 "next": "Walk to the group, for once.",
 "felt_right": "yes"}
"""
"""As a script fills it in."""


def made(whose: str) -> str:
    return f"Ready, and locked: {whose}."


def not_built(title: str) -> str:
    return f"{title}: not built yet."


def heading(place: int, title: str) -> str:
    return f"{place}. {title}"
