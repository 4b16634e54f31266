"""Where one lives, for support lines: on any day, and in the first run."""

from dataclasses import replace

from journal.domain.support import countries, country_code, regions
from journal.paths import Home
from journal.use_cases.preferences import read_preferences, write_preferences
from journal.use_cases.support_lines import lines_at
from tui.plain.choosing import ask_one_of
from tui.plain.conversation import Back, Conversation
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording import screen as shown

HAS_NATIONS = "GB"


def ask_where(talk: Conversation, home: Home) -> tuple[str, str | None] | None:
    """Country and the part of it, where parts have lines of their own; `None` where it was skipped.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    lines = lines_at(home).lines
    known = countries(lines)
    while (typed := talk.ask(shown.COUNTRY_WHY, (shown.COUNTRY_UNKNOWN + ", ".join(known),))) is not None:
        country = country_code(typed) or ""
        if country not in known:
            talk.say(shown.COUNTRY_UNKNOWN + ", ".join(known))
        elif not (parts := regions(lines, country)):
            return country, None
        else:
            try:
                return country, _ask_region(talk, country, parts)
            except Back:
                continue
    return None


def _ask_region(talk: Conversation, country: str, parts: list[str]) -> str | None:
    options: list[tuple[str | None, str]] = [*((part, part) for part in parts), (None, shown.ALL_REGIONS)]
    return ask_one_of(talk, words.NATION_WHY if country == HAS_NATIONS else words.REGION_WHY, options)


def remember(home: Home, where: tuple[str, str | None] | None) -> None:
    """Put it among what is known before the journal is open; a skip leaves what is known.

    Raises:
        NoRoom: the disk did not take it.
    """
    known = read_preferences(home)
    if where is not None:
        known = replace(known, country=where[0], region=where[1])
    write_preferences(home, known)


def choose_country(visit: Visit) -> None:
    """Choose the country whose support lines are said."""
    where = ask_where(visit.talk, visit.home)
    if where is not None:
        visit.save(lambda: remember(visit.home, where))
        visit.talk.say(words.COUNTRY_CHOSEN)


def open_plainly(visit: Visit) -> None:
    """Whether cairn opens in plain lines by itself: once said, the other way the next time."""
    known = read_preferences(visit.home)
    visit.save(lambda: write_preferences(visit.home, replace(known, plain=not known.plain)))
    visit.talk.say(words.NOT_ALWAYS_PLAIN if known.plain else words.ALWAYS_PLAIN)
