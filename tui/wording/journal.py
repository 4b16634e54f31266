"""The journal section: some of it, a month, the same day in other years, what a page is about, earlier versions."""

from collections.abc import Sequence
from datetime import date, datetime

from journal.domain.timeline import EarlierVersion, Filter
from tui.language import _
from tui.wording import counted, saved
from tui.wording.dates import clock_of, day_and_whole_month, day_in_words, short_day
from tui.wording.parts import THEMES

# Some of it

SHOW_SOME = _("What would you like to see?")
NOTHING_LIKE_IT = _("Nothing in your journal is like that.")
ESC_SHOWS_ALL = _("Esc shows everything.")
KIND, THEME, TAG, GOAL, DAYS = _("one kind of thing"), _("a theme"), _("a tag"), _("a goal"), _("some days")
BROUGHT = _("what I marked to bring to a session")
KEPT = _("what I kept for a hard day")
EVERYTHING = _("everything again")
ANY = "any"
KINDS = {"check-in": _("check-ins"), "entry": _("pages"), "goal": _("goals"), "session": _("peer sessions")}
WHICH_KIND = _("Which kind?")
WHICH_THEME = _("Which theme?")
WHICH_TAG = _("Which tag?")
WHICH_GOAL = _("Which goal?")
WHICH_DAYS = _("Which days?")
LAST_WEEK, LAST_WEEKS, THIS_MONTH, THIS_YEAR = (
    _("the last 7 days"),
    _("the last 4 weeks"),
    _("this month"),
    _("this year"),
)
FROM_TO = _("from one day to another")
FROM_DAY = _("From which day?")
TO_DAY = _("To which day?")
A_DAY = _("a day like 2026-03-01, or blank")
NO_TAGS = _("No page has a tag yet. A page takes one under “what it is about”.")
NO_GOALS = _("There is no goal yet.")
LONGEST_NAMED = 40
"""Characters of a tag or a title inside a sentence."""


def how_many(count: int, kind: str | None = None) -> str:
    """`3 pages`."""
    return counted.how_many(kind, count) if kind else saved.things(count)


def what_is_shown(chosen: Filter, goal: str = "") -> list[str]:
    """The parts of a filter in words, but for its kind; of a goal its title."""
    themed = _("about {theme}").format(theme=THEMES.get(chosen.theme, "")) if chosen.theme else ""
    tagged = _("tagged {quoted}").format(quoted=_quoted(chosen.tag)) if chosen.tag else ""
    for_goal = _("for the goal {quoted}").format(quoted=_quoted(goal)) if chosen.goal else ""
    brought = _("to bring to a session") if chosen.bring else ""
    kept = _("kept for a hard day") if chosen.keep else ""
    return [part for part in (themed, tagged, for_goal, brought, kept, _days(chosen)) if part]


def shown(chosen: Filter, total: int, goal: str = "") -> str:
    """What the list shows now, and how many."""
    said = ", ".join(what_is_shown(chosen, goal))
    return f"{how_many(total, chosen.kind)}{f' {said}' if said else ''}"


def showing(chosen: Filter, total: int, goal: str = "", all_again: str = ESC_SHOWS_ALL) -> str:
    """The line above a list that leaves something out."""
    return _("Showing {shown}. {all_again}").format(shown=shown(chosen, total, goal), all_again=all_again)


def _days(chosen: Filter) -> str:
    first, last = chosen.first_day, chosen.last_day
    if chosen.days:
        return _("on this day in other years")
    if first and first == last:
        return _("on {short_day}").format(short_day=short_day(first))
    if first and last:
        return _("from {short_day} to {short_day2}").format(short_day=short_day(first), short_day2=short_day(last))
    return (
        _("from {short_day} on").format(short_day=short_day(first))
        if first
        else _("up to {short_day}").format(short_day=short_day(last))
        if last
        else ""
    )


def _quoted(name: str | None) -> str:
    said = " ".join((name or "").split())
    return f"“{said if len(said) <= LONGEST_NAMED else said[:LONGEST_NAMED].rstrip() + '…'}”"


# A month

WEEKDAYS = (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))
SIGN = "•"
SIGN_MEANS = _("{sign} something is written for that day").format(sign=SIGN)
DAY_EMPTY = _("Nothing is written for this day. {write} writes a page for it.")
NO_SUCH_MONTH = _("A month is like 2026-03.")
WHICH_MONTH = _("Which month? Enter for this one, or a month like 2026-03.")
MONTH_EMPTY = _("Nothing is written in this month.")
NEXT_MONTH = _("“next” and “before” turn the month")


def day_has(day: date, kinds: Sequence[str], today: date) -> str:
    """The day that is looked at, and what it has."""
    named = (_("{day}, today.") if day == today else "{day}.").format(day=day_in_words(day.isoformat()))
    if day > today and not kinds:
        return _("{named} This day has not come yet.").format(named=named)
    return (
        _("{named} {what} Enter shows it.").format(named=named, what=_what(kinds)) if kinds else f"{named} {DAY_EMPTY}"
    )


def day_row(day: str, kinds: Sequence[str]) -> str:
    """A day of a month that has something, as a row of plain lines."""
    return f"{day_in_words(day)}: {', '.join(KINDS[kind] for kind in kinds)}"


def _what(kinds: Sequence[str]) -> str:
    said = ", ".join(KINDS[kind] for kind in kinds)
    return f"{said[:1].upper()}{said[1:]}."


# The same day

ON_THIS_DAY = _("On this day in other years")
NOT_THAT_DAY_YET = _("Nothing is written on this day in earlier years. What you write today will be here.")
NOTHING_THAT_DAY = _("Nothing is written for this day.")


def same_day_heading(day: date) -> str:
    return _("{day} in other years").format(day=day_and_whole_month(day.isoformat()))


# What a page is about

ABOUT_PAGE = _("What this page is about")
ABOUT_LINES = _("All of it can stay blank. It is kept as you go.")
THEMES_OF_IT = _("Themes")
TAGS_OF_IT = _("Tags, with commas between")
GOALS_OF_IT = _("Goals")
TAGS_HINT = _("river, sleep … or nothing")
ABOUT_SAVED = _("It is noted on the page.")
PAGES_ALONE = _("Themes, tags and goals are for pages.")
THEMES_ASKED = _("What is it about?")
GOALS_ASKED = _("Which goals is it about?")
TAGS_ASKED = _("Tags, with commas between. “clear” takes all away.")
NONE_OF_THEM = _("none of these")
ABOUT_STAYS = saved.NOTHING_CHANGED


def tags_in(typed: str) -> tuple[str, ...]:
    """Tags as they were typed: commas or line ends between, a leading sign left out, each once."""
    parts = (part.strip().removeprefix("#").strip() for part in typed.replace("\n", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def about_lines(themes: Sequence[str], goals: Sequence[str]) -> list[str]:
    """What a page is about, below its words."""
    themed = [_("About: {themes}").format(themes=", ".join(THEMES[theme] for theme in themes))] if themes else []
    return [*themed, *(_("Goal: {goal}").format(goal=goal) for goal in goals)]


# Earlier versions

VERSIONS = _("Earlier versions")
NO_VERSIONS = _("It has not been changed, so there are no earlier versions.")
VERSIONS_EMPTY = _("Each time you change the words, the earlier ones will be here.")
BRING_BACK = _("Bring these words back")
BROUGHT_BACK = _("These words are back. The ones they took the place of are kept as well.")
NO_WORDS_THEN = _("There were no words here.")
BRING_BACK_ASKED = _("Bring these words back? What is there now is kept as well.")


def version_day(version: EarlierVersion, zone_at: datetime) -> str:
    """Until when it said this, as a clock of here and now says it."""
    return _("until {day_in_words}, {clock_of}").format(
        day_in_words=day_in_words(zone_at.date().isoformat()), clock_of=clock_of(zone_at.isoformat())
    )


def version_row(version: EarlierVersion, zone_at: datetime) -> str:
    """One earlier version in a list: its day and its start."""
    words = " ".join(" ".join(part for part in (version.title, version.words) if part).split())
    return f"{version_day(version, zone_at)}: {words[:200] or NO_WORDS_THEN}"


def version_lines(version: EarlierVersion) -> list[str]:
    """An earlier version whole."""
    return [part for part in (version.title, version.words) if part] or [NO_WORDS_THEN]


# Questions to write about

ABOUT_QUESTION = _("What would you like to do with this question?")
SKIP_IT = _("skip it, and write without a question")
ANOTHER_ONE = _("another one")
NOT_AGAIN = _("do not ask me this one again")
NOT_ASKED_AGAIN = _("It will not be asked again. Settings brings it back.")
NO_QUESTION_YET = _("There is no question here. {ask} asks one.")
NOTHING_TO_ASK = _("There is no question left to ask. Settings brings back those you put away.")
