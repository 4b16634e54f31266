"""Sentences of a hard day, the same on the screen and in a shell. Source: domain brief, section 9."""

HARD_DAY = "A hard day"
HARD_DAY_HELLO = "Hard days are welcome here too. Nothing on this page has to be done."
LINES = "People who listen"
MY_PLAN = "My plan"
MY_PEOPLE = "My people"
WHAT_HELPED = "What has helped"
WORDS_KEPT = "Words you kept"
ONE_QUESTION = "One question, if you like"
NO_PLAN = "What you write in your getting-through plan will be here."
NO_PEOPLE = "People you name as yours will be here."
NOTHING_HELPED = "Things you note as helping will be here."
NOTHING_KEPT = "Pages you mark with k will be here."


def person_in_words(alias: str, good_for: str, contact: str | None) -> str:
    """One of a person's own people: what they call them, what they are good for, and how to reach them."""
    return " · ".join(part for part in (alias, good_for, contact) if part)
