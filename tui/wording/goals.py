"""Sentences about goals, for the screens, the plain lines and the commands. Source: domain brief, sections 3 and 9."""

from tui.language import _

TITLE = _("Goals")

# Naming one
TOWARDS = _("What would you like to move towards?")
NEEDS_WORDS = _("A goal needs a few words. Any words will do.")
SMALL_STEP = _("One small next step?")
EMPTY = _("What you would like to move towards will be here. {new_goal} names a goal.")
ESC_LEAVES_IT = _("Esc to leave it.")
DOABLE = _("Does that step feel doable?")
DOABLE_ANSWERS = {"yes": "yes", "not_sure": _("not sure"), "smaller": _("make it smaller")}
"""In the order in which they are offered."""
STAYS_OPEN = _("That is fine. You can change it whenever you like.")
SMALLER = _("What would be a smaller step?")
STARTERS = (
    _("Find out about a peer group near me"),
    _("Talk with someone at work about peer support"),
    _("Try an online peer community"),
    _("Offer to listen to someone"),
)
"""Written in the first person, and open to change before anything is saved."""
STARTERS_OFFERED = _("Or begin with one of these, and change its words as you like:")
SAVED = _("Saved. You can stop here, or write more about it.")
MANY = _("You are moving towards a few things at once. Some of them can rest, if you like.")
"""Said over three at a time; never a limit."""

# One goal
STATUS = _("Where it stands")
STEPS = _("Steps")
NEXT = _("Next")
NEXT_STEPS = _("Next small steps")
NO_STEPS = _("No steps yet, and none is needed.")
ANOTHER_STEP = _("Another small step?")
STEP_IN_OTHER_WORDS = _("The step in other words:")
REST_IS_OPEN = _("Everything else here can stay blank.")
REFLECT = _("A few words about it, if you like")
REFLECTIONS = _("What you wrote about it")
REVISIT = _("You asked to look at this again.")
"""All that is ever said once the day has come."""
SAVED_STEP = _("Saved as a step.")
SAVED_WORDS = _("Saved with this goal.")
DELETING_KEEPS = _("Pages and sessions that speak of it stay.")

AFTER_STATUS = {
    "idea": _("Kept as an idea. It can wait as long as you like."),
    "moving_towards": _("You are moving towards it."),
    "resting": _("It can rest here as long as you like."),
    "reached": _("You got there. What helped?"),
    "changed_direction": _("A new direction. You can change the words too."),
    "let_go": _("Letting go of a goal is a choice too."),
}
"""What is said when a goal takes this status."""

AFTER_STEP = {
    "to_try": _("It is one to try."),
    "doing": _("You are doing it."),
    "done": _("Done."),
    "set_aside": _("Set aside. It can come back whenever you like."),
}
"""What is said when a step takes this status."""


def next_step(text: str) -> str:
    return f"{NEXT}: {text}"
