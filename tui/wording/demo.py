"""Sentences of `cairn demo`, and of its tour."""

from tui.language import _

PASSPHRASE = _("look around")
"""Short, since it is typed once at most, and what it opens is made up."""

MAKING = _("Filling a journal to look around in…")
ENTER_OPENS = _("Enter opens it:")


def begins(passphrase: str) -> str:
    """What a person should know before the screen opens."""
    return _(
        "\nThis is a journal to look around in. Every word in it is made up.\nChange, write and "
        "delete what you like: when you leave, all of it goes.\n\n  Its passphrase: {passphrase}\n  "
        "It opens by itself. You need the passphrase if you lock it with Ctrl+L.\n  Ctrl+Q "
        "leaves.\n"
    ).format(passphrase=passphrase)


# The tour

TOUR_BEGINS = _("A tour of cairn. It works on two journals in a temporary place, and asks nothing.")
TOUR_ENDS = _("That was the tour. Both journals are gone again.")
STOPPED = _("The tour stopped here, since this step did not work.")

TWO_JOURNALS = _("Two journals, each locked with a passphrase")
CHECK_IN = _("Check in")
WRITE = _("Write a page")
FIND_AGAIN = _("What is in the journal, newest first")
KEEP = _("Keep the page for a hard day")
GOAL = _("Move a goal")
SESSION = _("Reflect on a peer session")
SEARCH = _("Search")
LOOK_BACK = _("Look back")
MEET = _("Meet somebody: twelve words, then four words to compare")
SHARE = _("Share the goal with the other journal, through a folder")
STOP_SHARING = _("Stop sharing")
SUPPORT = _("Support, which needs no passphrase")

YOURS = "yours"
THEIRS = _("Sam's")
PAGE = _(
    "Rain all morning, and a walk by the canal in between.\nSam asked how the week was, and waited for the answer.\n"
)
NOTE = _("Slept through, for once.\n")
LOOKED_FOR = _("canal\n")
GOAL_TITLE = _("Get out most days, even for ten minutes\n")
GOAL_STEP = _("Ask Priya along\n")
GOAL_NEXT_STEP = _("Shoes by the door\n")
PARTNER = _("Sam")
ME = _("Robin")
ENCOURAGEMENT = _("Saving you the seat by the window.\n")
DAYS_BEFORE = {1: (5, 5), 2: (6, 6), 3: (4, 5), 4: (6, 6), 7: (5, 4), 8: (4, 5), 9: (6, 5), 10: (5, 6)}
"""Mood and hope so many days before, the newest first: enough for a look back to say something."""
DAYS_NOTED = _("Some days before this one are noted too, in the same way.")
REFLECTION = _("""{"gave": "The story of the brown envelope, with all the voices.",
 "received": "A way to wait for a bus: name five things.",
 "stayed": "He had stayed in all week too. Neither of us knew.",
 "next": "Walk to the group, for once.",
 "felt_right": "yes"}
""")
"""As a script fills it in."""


def made(whose: str) -> str:
    return _("Ready, and locked: {whose}.").format(whose=whose)


def heading(place: int, title: str) -> str:
    return f"{place}. {title}"
