"""Sentences of the settings: what each is called, what it does, and its value in words. Said in all three ways."""

from collections.abc import Sequence

from journal.domain.choices import ON, WEEKDAYS
from tui.language import _
from tui.wording import dates, locking, parts, settings_keys
from tui.wording.check_in import DIMENSION_NAMES
from tui.wording.counted import joined

TITLE = _("Settings")
HOW_KEYS_ARE_TYPED = settings_keys.HOW_TYPED

YOU = _("You")
CHECK_IN = _("Check-in")
SCREEN = _("Screen")
JOURNAL = _("Your journal")

CALLED = {
    "name": _("Your name"),
    "dimensions": _("What to notice"),
    "scale": _("How you answer"),
    "easy": _("Easy mode"),
    "hidden-prompts": _("Questions put away"),
    "hidden-themes": _("Themes put away"),
    "look": _("Look"),
    "quiet": _("Quiet screen"),
    "plain": _("Plain lines"),
    "keys": _("Keys"),
    "lock-after": _("Locks by itself"),
    "country": _("Country"),
    "region": _("Part of the country"),
    "first-day": _("First day of the week"),
}
"""What each is called, by the name that is typed."""

DOES = {
    "name": _("Today says hello with it. It stays in your locked journal."),
    "dimensions": _("What a check-in asks about. None of them is fine: words are enough."),
    "scale": _("Numbers or words to answer with. What you answered before stays as it is."),
    "easy": _("One idea a line, three words to answer with, and light questions."),
    "hidden-prompts": _("Questions you did not want again. Enter lets all of them come back."),
    "hidden-themes": _("Themes that no question is about. Enter chooses."),
    "look": _("The colours. They change at once."),
    "quiet": _("One column, no pictures made of dots, and the cursor stands where you are."),
    "plain": _("cairn opens as questions and answers in lines. cairn --plain does it once."),
    "keys": _("Which key does what. Every one can be another."),
    "lock-after": _("After so long without a key it locks. Half a minute before, it says so."),
    "country": _("Whose support lines F2 shows."),
    "region": _("Support lines of one part of the country."),
    "first-day": _("Where a week begins in the month."),
}

LOOKS = {
    "dusk": _("dusk: soft, on dark"),
    "dawn": _("dawn: soft, on light"),
    "contrast": _("contrast: bright words on black"),
    "terminal": _("my terminal's colours"),
}
"""In the order in which they are offered."""
SCALES = {
    "n11_v1": _("0 to 10"),
    "words5_v1": _("five words"),
    "easy3_v1": _("three words"),
    "words_only": _("words of my own, no numbers"),
}

SUPPORT_FILE = _("Other support lines")
SUPPORT_FILE_DOES = _("A file of support lines, in place of those that came with cairn.")
SUPPORT_FILE_ASKS = _("Enter asks for it")
NAME_ASKED = _("What shall Today call you?")
NAME_LINES = (_("Any name you like. Esc leaves it."),)
ANOTHER_NAME = _("Another name")
NO_NAME = _("No name")
WHICH_LOOK = _("Which look?")
WHICH_SCALE = _("How would you like to answer?")
WHICH_DIMENSIONS = _("What would you like to notice?")
WHICH_THEMES = _("Which themes shall no question be about?")
WHICH_DAY = _("On which day does a week begin?")
SOME_KEYS = (("Ctrl+S", _("keep")), ("Esc", _("leave it")), ("Space", _("choose")))
"""The key that keeps first: on a narrow screen it has to stay."""
NOTHING = _("nothing")
NONE = _("none")
NO_COLOUR = _("NO_COLOR is set, so no colours are shown.")
BY_ITSELF = _("chosen for this terminal")
TYPE_NAME = _("A number or a name changes one. Enter goes back.")
DAYS = dates.WEEKDAYS


def keys_in_words(changed: int) -> str:
    return settings_keys.in_words(changed)


def locks(minutes: int) -> str:
    return _("after {minutes}").format(minutes=locking.minutes(minutes))


def where(country: str | None, region: str | None) -> str:
    return f"{country}, {region}" if country and region else country or _("not said")


def scale(chosen: str, *, easy: bool) -> str:
    """How answers are given; easy mode brings three words, but not to somebody who has no numbers."""
    if easy and chosen not in ("words_only", "easy3_v1"):
        return _("{answers}, as easy mode does").format(answers=SCALES["easy3_v1"])
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
        return _("some") if several else NONE
    if name == "look":
        return LOOKS.get(value, BY_ITSELF)
    if name == "first-day":
        return DAYS[WEEKDAYS.index(value)]
    if name in ("easy", "quiet", "plain"):
        return _("on") if value == ON else _("off")
    return value or NONE


def theme(name: str) -> str:
    return parts.THEMES[name]


def chosen(name: str, said: str) -> str:
    """After something was chosen."""
    return f"{CALLED[name]}: {said}."


def not_read(names: Sequence[str]) -> str:
    """Some of what was chosen cannot be read."""
    called = joined(dict.fromkeys(f"“{CALLED[name]}”" for name in names))
    return _("What you chose for {called} cannot be read, so it is as it was at first. You can choose again.").format(
        called=called
    )


def not_read_here(said: str) -> str:
    """The same, beside its row."""
    return _("{said} (what you chose cannot be read)").format(said=said)
