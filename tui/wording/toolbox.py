"""Sentences about what helps, what a person brings, their people, plans and story. Source: domain brief, section 9."""

from tui.language import _

TITLE = _("Toolbox")

SHELVES = {
    "tool": _("Things that help"),
    "plan": _("My plans"),
    "person": _("My people"),
    "strength": _("What I bring"),
    "story": _("My story"),
}
"""What each shelf is called, in the order in which they stand."""

# Things that help
THINGS = _("Things that help you.")
SURPRISE = _("Surprise me")
NOTHING_TO_DRAW = _("There is nothing here to pick from yet.")
DID_IT_HELP = _("Did it help?")
MARKED = _("Saved as a check-in of today.")

# Plans
EASIER_DAY = _("Write this on an easier day. Use it on a harder one.")
PARTS_BLANK = _("Each part can stay blank.")
SECTION_SAVED = _("Saved in your plan.")
SECTION_TAKEN_AWAY = _("Taken out of your plan. Its words can be brought back.")

# People, strengths, story
PEOPLE_STAY_HERE = _("These names are shared with nobody. Nobody is told.")
BRING_SOMETHING = _("Everyone brings something. You can write it in your own words.")
STORY_STAYS_HERE = _("This is yours, and private. You can read it aloud if you like.")

SAVED = {
    "tool": _("Saved with the things that help you."),
    "strength": _("Saved with what you bring."),
    "person": _("Saved with your people."),
    "story": _("Saved. It is yours alone."),
    "plan": SECTION_SAVED,
}
"""What is said once a thing is on its shelf."""

NEEDS_WORDS = {
    "tool": _("This needs a few words. What is it that helps?"),
    "strength": _("This needs a few words. What do you bring?"),
    "person": _("This needs a name. Any name you like."),
    "story": _("A story needs a few words. Any words will do."),
    "plan": _("A few words are needed here. A blank part can be left as it is."),
}
"""Asked again when the one part that is needed was left blank."""

_EMPTY = {
    "tool": _("What helps you will be here."),
    "strength": _("What you bring will be here."),
    "person": _("People you can turn to will be here."),
    "story": _("Your own story will be here, if you ever want to write it."),
    "plan": _("Your plans will be here."),
}
_STARTS = _("{new_thing} starts.")


def empty(kind: str) -> str:
    """A shelf before anything stands on it, with a place for what puts the first thing there."""
    return f"{_EMPTY[kind]} {_STARTS}"


def drawn(name: str) -> str:
    """What “Surprise me” picked."""
    return _("How about this: {name}").format(name=name)


# The screens
ABOUT = {
    "tool": THINGS,
    "plan": EASIER_DAY,
    "person": PEOPLE_STAY_HERE,
    "strength": BRING_SOMETHING,
    "story": STORY_STAYS_HERE,
}
"""What stands above each shelf."""

BESIDE_CARE = _("A plan sits beside the care you have. It does not take its place.")
OPEN_PARTS = _("Open, if you like:")
BLANK = _("blank")
PLAN_UNWRITTEN = _("Nothing is written in this plan yet, and none of it has to be.")
BLANK_ALREADY = _("That part is blank already.")
MARKS_ARE_FOR = _("Marks are for the things that help you.")
TOO_LONG_HERE = _("These words are too long to change here. cairn in a shell can change them.")
EMPTY_TAKES_AWAY = _("Leave it empty and save to take this part out of your plan.")


def learnt_from(whom: str) -> str:
    """Beside a thing that helps; `whom` in words, such as `a peer`."""
    return _("learnt from {whom}").format(whom=whom)
