"""Sentences of the settings: what each is called, what it does, and its value in words. Said in all three ways."""

from collections.abc import Sequence

from journal.domain.choices import ON, WEEKDAYS
from tui.wording import locking, parts, settings_keys
from tui.wording.check_in import DIMENSION_NAMES
from tui.wording.counted import joined

TITLE = "Settings"
HOW_KEYS_ARE_TYPED = settings_keys.HOW_TYPED

YOU = "You"
CHECK_IN = "Check-in"
SCREEN = "Screen"
JOURNAL = "Your journal"

CALLED = {
    "name": "Your name",
    "dimensions": "What to notice",
    "scale": "How you answer",
    "easy": "Easy mode",
    "hidden-prompts": "Questions put away",
    "hidden-themes": "Themes put away",
    "look": "Look",
    "quiet": "Quiet screen",
    "plain": "Plain lines",
    "keys": "Keys",
    "lock-after": "Locks by itself",
    "country": "Country",
    "region": "Part of the country",
    "first-day": "First day of the week",
}
"""What each is called, by the name that is typed."""

DOES = {
    "name": "Today says hello with it. It stays in your locked journal.",
    "dimensions": "What a check-in asks about. None of them is fine: words are enough.",
    "scale": "Numbers or words to answer with. What you answered before stays as it is.",
    "easy": "One idea a line, three words to answer with, and light questions.",
    "hidden-prompts": "Questions you did not want again. Enter lets all of them come back.",
    "hidden-themes": "Themes that no question is about. Enter chooses.",
    "look": "The colours. They change at once.",
    "quiet": "One column, no pictures made of dots, and the cursor stands where you are.",
    "plain": "cairn opens as questions and answers in lines. cairn --plain does it once.",
    "keys": "Which key does what. Every one can be another.",
    "lock-after": "After so long without a key it locks. Half a minute before, it says so.",
    "country": "Whose support lines F2 shows.",
    "region": "Support lines of one part of the country.",
    "first-day": "Where a week begins in the month.",
}

LOOKS = {
    "dusk": "dusk: soft, on dark",
    "dawn": "dawn: soft, on light",
    "contrast": "contrast: bright words on black",
    "terminal": "my terminal's colours",
}
"""In the order in which they are offered."""
SCALES = {
    "n11_v1": "0 to 10",
    "words5_v1": "five words",
    "easy3_v1": "three words",
    "words_only": "words of my own, no numbers",
}

SUPPORT_FILE = "Other support lines"
SUPPORT_FILE_DOES = "A file of support lines, in place of those that came with cairn."
SUPPORT_FILE_ASKS = "Enter asks for it"
NAME_ASKED = "What shall Today call you?"
NAME_LINES = ("Any name you like. Esc leaves it.",)
ANOTHER_NAME = "Another name"
NO_NAME = "No name"
WHICH_LOOK = "Which look?"
WHICH_SCALE = "How would you like to answer?"
WHICH_DIMENSIONS = "What would you like to notice?"
WHICH_THEMES = "Which themes shall no question be about?"
WHICH_DAY = "On which day does a week begin?"
SOME_KEYS = (("Space", "choose"), ("Ctrl+S", "keep"), ("Esc", "leave it"))
NOTHING = "nothing"
NONE = "none"
NO_COLOUR = "NO_COLOR is set, so no colours are shown."
BY_ITSELF = "chosen for this terminal"
TYPE_NAME = "A number or a name changes one. Enter goes back."
DAYS = tuple(day.capitalize() for day in WEEKDAYS)


def keys_in_words(changed: int) -> str:
    return settings_keys.in_words(changed)


def locks(minutes: int) -> str:
    return f"after {locking.minutes(minutes)}"


def where(country: str | None, region: str | None) -> str:
    return f"{country}, {region}" if country and region else country or "not said"


def scale(chosen: str, *, easy: bool) -> str:
    """How answers are given; easy mode brings three words, but not to somebody who has no numbers."""
    if easy and chosen not in ("words_only", "easy3_v1"):
        return f"{SCALES['easy3_v1']}, as easy mode does"
    return SCALES[chosen]


def in_words(name: str, value: str) -> str:
    """A value as a person reads it.

    Args:
        name: of the choice.
        value: as it is typed; several with commas between.
    """
    several = [part for part in value.split(",") if part]
    if name == "dimensions":
        return joined(DIMENSION_NAMES[part] for part in several) or NOTHING
    if name == "hidden-themes":
        return joined(theme(part) for part in several) or NONE
    if name == "hidden-prompts":
        return "some" if several else NONE
    if name == "look":
        return LOOKS.get(value, BY_ITSELF)
    if name == "first-day":
        return value.capitalize()
    if name in ("easy", "quiet", "plain"):
        return "on" if value == ON else "off"
    return value or NONE


def theme(name: str) -> str:
    return parts.THEMES[name]


def chosen(name: str, said: str) -> str:
    """After something was chosen."""
    return f"{CALLED[name]}: {said}."


def not_read(names: Sequence[str]) -> str:
    """Some of what was chosen cannot be read."""
    called = joined(dict.fromkeys(f"“{CALLED[name]}”" for name in names))
    return f"What you chose for {called} cannot be read, so it is as it was at first. You can choose again."


def not_read_here(said: str) -> str:
    """The same, beside its row."""
    return f"{said} (what you chose cannot be read)"
