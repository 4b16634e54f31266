"""The journal section: some of it, a month, the same day in other years, what a page is about, earlier versions."""

from collections.abc import Sequence
from datetime import date, datetime

from journal.domain.timeline import EarlierVersion, Filter
from tui.wording import saved
from tui.wording.dates import clock_of, day_in_words, short_day
from tui.wording.parts import THEMES

# Some of it

SHOW_SOME = "What would you like to see?"
NOTHING_LIKE_IT = "Nothing in your journal is like that."
ESC_SHOWS_ALL = "Esc shows everything."
KIND, THEME, TAG, GOAL, DAYS = "one kind of thing", "a theme", "a tag", "a goal", "some days"
BROUGHT = "what I marked to bring to a session"
KEPT = "what I kept for a hard day"
EVERYTHING = "everything again"
ANY = "any"
KINDS = {"check-in": "check-ins", "entry": "pages", "goal": "goals", "session": "peer sessions"}
ONE_OF_KIND = {"check-in": "check-in", "entry": "page", "goal": "goal", "session": "peer session"}
WHICH_KIND = "Which kind?"
WHICH_THEME = "Which theme?"
WHICH_TAG = "Which tag?"
WHICH_GOAL = "Which goal?"
WHICH_DAYS = "Which days?"
LAST_WEEK, LAST_WEEKS, THIS_MONTH, THIS_YEAR = "the last 7 days", "the last 4 weeks", "this month", "this year"
FROM_TO = "from one day to another"
FROM_DAY = "From which day?"
TO_DAY = "To which day?"
A_DAY = "a day like 2026-03-01, or blank"
NO_TAGS = "No page has a tag yet. A page takes one under “what it is about”."
NO_GOALS = "There is no goal yet."
LONGEST_NAMED = 40
"""Characters of a tag or a title inside a sentence."""


def how_many(count: int, kind: str | None = None) -> str:
    """`3 pages`."""
    one, many = (ONE_OF_KIND[kind], KINDS[kind]) if kind else ("thing", "things")
    return f"{count} {one if count == 1 else many}"


def what_is_shown(chosen: Filter, goal: str = "") -> list[str]:
    """The parts of a filter in words, but for its kind; of a goal its title."""
    themed = f"about {THEMES.get(chosen.theme, '')}" if chosen.theme else ""
    tagged = f"tagged {_quoted(chosen.tag)}" if chosen.tag else ""
    for_goal = f"for the goal {_quoted(goal)}" if chosen.goal else ""
    brought = "to bring to a session" if chosen.bring else ""
    kept = "kept for a hard day" if chosen.keep else ""
    return [part for part in (themed, tagged, for_goal, brought, kept, _days(chosen)) if part]


def shown(chosen: Filter, total: int, goal: str = "") -> str:
    """What the list shows now, and how many."""
    said = ", ".join(what_is_shown(chosen, goal))
    return f"{how_many(total, chosen.kind)}{f' {said}' if said else ''}"


def showing(chosen: Filter, total: int, goal: str = "", all_again: str = ESC_SHOWS_ALL) -> str:
    """The line above a list that leaves something out."""
    return f"Showing {shown(chosen, total, goal)}. {all_again}"


def _days(chosen: Filter) -> str:
    first, last = chosen.first_day, chosen.last_day
    if chosen.days:
        return "on this day in other years"
    if first and first == last:
        return f"on {short_day(first)}"
    if first and last:
        return f"from {short_day(first)} to {short_day(last)}"
    return f"from {short_day(first)} on" if first else f"up to {short_day(last)}" if last else ""


def _quoted(name: str | None) -> str:
    said = " ".join((name or "").split())
    return f"“{said if len(said) <= LONGEST_NAMED else said[:LONGEST_NAMED].rstrip() + '…'}”"


# A month

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
SIGN = "•"
SIGN_MEANS = f"{SIGN} something is written for that day"
DAY_EMPTY = "Nothing is written for this day. Ctrl+N writes a page for it."
NO_SUCH_MONTH = "A month is like 2026-03."
WHICH_MONTH = "Which month? Enter for this one, or a month like 2026-03."
MONTH_EMPTY = "Nothing is written in this month."
WRITE_FOR_DAY = "Ctrl+N writes a page for it."
NEXT_MONTH = "“next” and “before” turn the month"


def day_has(day: date, kinds: Sequence[str], today: date) -> str:
    """The day that is looked at, and what it has."""
    named = f"{day_in_words(day.isoformat())}{', today' if day == today else ''}."
    if day > today and not kinds:
        return f"{named} This day has not come yet."
    return f"{named} {_what(kinds)} Enter shows it." if kinds else f"{named} {DAY_EMPTY}"


def day_row(day: str, kinds: Sequence[str]) -> str:
    """A day of a month that has something, as a row of plain lines."""
    return f"{day_in_words(day)}: {', '.join(KINDS[kind] for kind in kinds)}"


def _what(kinds: Sequence[str]) -> str:
    said = ", ".join(KINDS[kind] for kind in kinds)
    return f"{said[:1].upper()}{said[1:]}."


# The same day

ON_THIS_DAY = "On this day in other years"
NOT_THAT_DAY_YET = "Nothing is written on this day in earlier years. What you write today will be here."
NOTHING_THAT_DAY = "Nothing is written for this day."


def same_day_heading(day: date) -> str:
    return f"{day.day} {day_in_words(day.isoformat()).split()[2]} in other years"


# What a page is about

ABOUT_PAGE = "What this page is about"
ABOUT_LINES = "All of it can stay blank. It is kept as you go."
THEMES_OF_IT = "Themes"
TAGS_OF_IT = "Tags, with commas between"
GOALS_OF_IT = "Goals"
TAGS_HINT = "river, sleep … or nothing"
ABOUT_SAVED = "It is noted on the page."
PAGES_ALONE = "Themes, tags and goals are for pages."
THEMES_ASKED = "What is it about?"
GOALS_ASKED = "Which goals is it about?"
TAGS_ASKED = "Tags, with commas between. “clear” takes all away."
NONE_OF_THEM = "none of these"
ABOUT_STAYS = saved.NOTHING_CHANGED


def tags_in(typed: str) -> tuple[str, ...]:
    """Tags as they were typed: commas or line ends between, a leading sign left out, each once."""
    parts = (part.strip().removeprefix("#").strip() for part in typed.replace("\n", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def about_lines(themes: Sequence[str], goals: Sequence[str]) -> list[str]:
    """What a page is about, below its words."""
    themed = [f"About: {', '.join(THEMES[theme] for theme in themes)}"] if themes else []
    return [*themed, *(f"Goal: {goal}" for goal in goals)]


# Earlier versions

VERSIONS = "Earlier versions"
NO_VERSIONS = "It has not been changed, so there are no earlier versions."
VERSIONS_EMPTY = "Each time you change the words, the earlier ones will be here."
BRING_BACK = "Bring these words back"
BROUGHT_BACK = "These words are back. The ones they took the place of are kept as well."
NO_WORDS_THEN = "There were no words here."
BRING_BACK_ASKED = "Bring these words back? What is there now is kept as well."


def version_day(version: EarlierVersion, zone_at: datetime) -> str:
    """Until when it said this, as a clock of here and now says it."""
    return f"until {day_in_words(zone_at.date().isoformat())}, {clock_of(zone_at.isoformat())}"


def version_row(version: EarlierVersion, zone_at: datetime) -> str:
    """One earlier version in a list: its day and its start."""
    words = " ".join(" ".join(part for part in (version.title, version.words) if part).split())
    return f"{version_day(version, zone_at)}: {words[:200] or NO_WORDS_THEN}"


def version_lines(version: EarlierVersion) -> list[str]:
    """An earlier version whole."""
    return [part for part in (version.title, version.words) if part] or [NO_WORDS_THEN]


# Questions to write about

ABOUT_QUESTION = "What would you like to do with this question?"
SKIP_IT = "skip it, and write without a question"
ANOTHER_ONE = "another one"
NOT_AGAIN = "do not ask me this one again"
NOT_ASKED_AGAIN = "It will not be asked again. Settings brings it back."
NO_QUESTION_YET = "There is no question here. F5 asks one."
NOTHING_TO_ASK = "There is no question left to ask. Settings brings back those you put away."
