"""Sentences about goals, for the screens, the plain lines and the commands. Source: domain brief, sections 3 and 9."""

TITLE = "Goals"

# Naming one
TOWARDS = "What would you like to move towards?"
NEEDS_WORDS = "A goal needs a few words. Any words will do."
SMALL_STEP = "One small next step?"
ESC_LEAVES_IT = "Esc to leave it."
DOABLE = "Does that step feel doable?"
DOABLE_ANSWERS = {"yes": "yes", "not_sure": "not sure", "smaller": "make it smaller"}
"""In the order in which they are offered."""
STAYS_OPEN = "That is fine. You can change it whenever you like."
SMALLER = "What would be a smaller step?"
STARTERS = (
    "Find out about a peer group near me",
    "Talk with someone at work about peer support",
    "Try an online peer community",
    "Offer to listen to someone",
)
"""Written in the first person, and open to change before anything is saved."""
STARTERS_OFFERED = "Or begin with one of these, and change its words as you like:"
SAVED = "Saved. You can stop here, or write more about it."
MANY = "You are moving towards a few things at once. Some of them can rest, if you like."
"""Said over three at a time; never a limit."""

# One goal
STATUS = "Where it stands"
STEPS = "Steps"
NEXT = "Next"
NEXT_STEPS = "Next small steps"
NO_STEPS = "No steps yet, and none is needed."
ANOTHER_STEP = "Another small step?"
STEP_IN_OTHER_WORDS = "The step in other words:"
REST_IS_OPEN = "Everything else here can stay blank."
REFLECT = "A few words about it, if you like"
REFLECTIONS = "What you wrote about it"
REVISIT = "You asked to look at this again."
"""All that is ever said once the day has come."""
SAVED_STEP = "Saved as a step."
SAVED_WORDS = "Saved with this goal."
DELETING_KEEPS = "Pages and sessions that speak of it stay."

AFTER_STATUS = {
    "idea": "Kept as an idea. It can wait as long as you like.",
    "moving_towards": "You are moving towards it.",
    "resting": "It can rest here as long as you like.",
    "reached": "You got there. What helped?",
    "changed_direction": "A new direction. You can change the words too.",
    "let_go": "Letting go of a goal is a choice too.",
}
"""What is said when a goal takes this status."""

AFTER_STEP = {
    "to_try": "It is one to try.",
    "doing": "You are doing it.",
    "done": "Done.",
    "set_aside": "Set aside. It can come back whenever you like.",
}
"""What is said when a step takes this status."""


def empty(key: str) -> str:
    """The list before there is a goal; `key` starts one."""
    return f"What you would like to move towards will be here. {key} names a goal."


def next_step(text: str) -> str:
    return f"{NEXT}: {text}"
