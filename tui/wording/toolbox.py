"""Sentences about what helps, what a person brings, their people, plans and story. Source: domain brief, section 9."""

TITLE = "Toolbox"

SHELVES = {
    "tool": "Things that help",
    "plan": "My plans",
    "person": "My people",
    "strength": "What I bring",
    "story": "My story",
}
"""What each shelf is called, in the order in which they stand."""

# Things that help
THINGS = "Things that help you."
SURPRISE = "Surprise me"
NOTHING_TO_DRAW = "There is nothing here to pick from yet."
DID_IT_HELP = "Did it help?"
MARKED = "Saved as a check-in of today."

# Plans
EASIER_DAY = "Write this on an easier day. Use it on a harder one."
PARTS_BLANK = "Each part can stay blank."
SECTION_SAVED = "Saved in your plan."
SECTION_TAKEN_AWAY = "Taken out of your plan. Its words can be brought back."

# People, strengths, story
PEOPLE_STAY_HERE = "These names are shared with nobody. Nobody is told."
BRING_SOMETHING = "Everyone brings something. You can write it in your own words."
STORY_STAYS_HERE = "This is yours, and private. You can read it aloud if you like."

SAVED = {
    "tool": "Saved with the things that help you.",
    "strength": "Saved with what you bring.",
    "person": "Saved with your people.",
    "story": "Saved. It is yours alone.",
    "plan": SECTION_SAVED,
}
"""What is said once a thing is on its shelf."""

NEEDS_WORDS = {
    "tool": "This needs a few words. What is it that helps?",
    "strength": "This needs a few words. What do you bring?",
    "person": "This needs a name. Any name you like.",
    "story": "A story needs a few words. Any words will do.",
    "plan": "A few words are needed here. A blank part can be left as it is.",
}
"""Asked again when the one part that is needed was left blank."""

_EMPTY = {
    "tool": "What helps you will be here.",
    "strength": "What you bring will be here.",
    "person": "People you can turn to will be here.",
    "story": "Your own story will be here, if you ever want to write it.",
    "plan": "Your plans will be here.",
}


def empty(kind: str, key: str) -> str:
    """A shelf before anything stands on it; `key` puts the first thing there."""
    return f"{_EMPTY[kind]} {key} starts."


def drawn(name: str) -> str:
    """What “Surprise me” picked."""
    return f"How about this: {name}"


# The screens
ABOUT = {
    "tool": THINGS,
    "plan": EASIER_DAY,
    "person": PEOPLE_STAY_HERE,
    "strength": BRING_SOMETHING,
    "story": STORY_STAYS_HERE,
}
"""What stands above each shelf."""

BESIDE_CARE = "A plan sits beside the care you have. It does not take its place."
OPEN_PARTS = "Open, if you like:"
BLANK = "blank"
PLAN_UNWRITTEN = "Nothing is written in this plan yet, and none of it has to be."
BLANK_ALREADY = "That part is blank already."
MARKS_ARE_FOR = "Marks are for the things that help you."
TOO_LONG_HERE = "These words are too long to change here. cairn in a shell can change them."
EMPTY_TAKES_AWAY = "Leave it empty and save to take this part out of your plan."


def learnt_from(whom: str) -> str:
    """Beside a thing that helps; `whom` in words, such as `a peer`."""
    return f"learnt from {whom}"
