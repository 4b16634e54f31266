"""The views of Look back, one at a time: which there are, what is drawn in each, and what is said under it.

Values in, values out: no widget, and nothing is asked of the journal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from journal.domain.look_back import DimensionLookBack, Insight, LookBack, NotedDay, YearAtAGlance
from journal.domain.scales import SCALES
from tui.widgets.chart import Panel
from tui.widgets.inert_filter import as_content
from tui.widgets.year import sign_of
from tui.wording import look_back as told_words
from tui.wording import look_back_screen as words
from tui.wording.check_in import points
from tui.wording.counted import joined
from tui.wording.dates import day_and_month, short_month

FEELINGS, HELPED, TOGETHER, QUESTION, YEAR = "feelings", "helped", "together", "question", "year"
SIDE_BY_SIDE = 2
"""Pictures one under another where there is room."""
LONGEST_WITH_DAYS_NAMED = 56
"""Days of a window whose days are named; the months of a longer one."""

LONGEST_WITH_GAPS_SAID = 28
"""Days of a window for which it is said on how many there is no note."""


@dataclass(frozen=True, slots=True)
class View:
    """One of the pages that `v` turns to."""

    name: str
    title: str
    dimensions: tuple[str, ...] = ()
    """Those that are drawn; none where the view is in words."""


@dataclass(frozen=True, slots=True)
class Said:
    """A heading, which may be empty, and sentences under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """How days are shown."""

    drawn: bool
    """Whether there is anything to draw."""
    rows: bool
    """In a table, by choice or because the screen is quiet."""
    quiet: bool
    middles: bool
    """The middle of every seven days in place of each day."""


def views_of(dimensions: Sequence[str], together: int = 1) -> list[View]:
    """Every view, for the dimensions that a person notices; `together` of these share one."""
    shared = [tuple(dimensions[at : at + together]) for at in range(0, len(dimensions), together)]
    return [
        *(View("+".join(some), _title(some), some) for some in shared),
        View(FEELINGS, words.FEELINGS),
        View(HELPED, words.HELPED),
        View(TOGETHER, words.TOGETHER),
        View(QUESTION, words.QUESTION),
        View(YEAR, words.YEAR),
    ]


def keys_of(view: View | None, picture: Picture) -> list[tuple[str, str]]:
    """The line of keys of a view, those that are needed most first."""
    turn = [] if picture.quiet else [words.PICTURE_KEY if picture.rows else words.TABLE_KEY]
    turn = [words.VIEW_KEY, *turn, words.HELP_KEY]
    if view is not None and view.name == QUESTION:
        return [words.ANSWER_KEY, words.VIEW_KEY, *words.QUESTION_KEYS, words.HELP_KEY]
    if view is not None and view.name == YEAR:
        return [*turn, words.ROWS_KEY if picture.rows else words.YEAR_DAY_KEYS, words.YEAR_OF_KEY]
    if view is not None and view.name == TOGETHER:
        return [words.VIEW_KEY, words.SCROLL_KEY, words.HELP_KEY]
    if view is None or not view.dimensions:
        return [words.VIEW_KEY, words.WINDOW_KEY, words.HELP_KEY, words.SCROLL_KEY]
    if not picture.drawn:
        return [words.CHECK_IN_KEY, words.VIEW_KEY, words.HELP_KEY, words.WINDOW_KEY]
    if picture.rows:
        return [*turn, words.ROWS_KEY, words.WINDOW_KEY]
    other = words.DAYS_KEY if picture.middles else words.MIDDLES_KEY
    return [*turn, words.DAY_KEYS, words.WINDOW_KEY, other]


def view_like(views: Sequence[View], before: View | None) -> int:
    """Where among these the view is that one was in, or the one that shows the same; the first where there is none."""
    for at, view in enumerate(views):
        if before and (view.name == before.name or set(view.dimensions) & set(before.dimensions)):
            return at
    return 0


def shown_in(look: LookBack, view: View) -> list[DimensionLookBack]:
    """What a view draws."""
    return [one for one in look.dimensions if one.dimension in view.dimensions]


def can_be_drawn(one: DimensionLookBack) -> bool:
    """Whether there is a number in the window, on a scale that has numbers."""
    return one.scale_id is not None and SCALES[one.scale_id].lowest is not None and one.coverage.noted_days > 0


def panels_of(shown: Sequence[DimensionLookBack], days: int, *, middles: bool) -> list[Panel]:
    """The pictures of those that can be drawn."""
    return [
        Panel(
            told_words.heading_of(one.dimension),
            tuple((number, word) for number, word in points(one.dimension, one.scale_id or "") if word),
            one.moving_middle.middles if middles else tuple(day.value for day in one.noted),
            words.about_picture(days, middles=middles),
            joined=not middles,
        )
        for one in shown
        if can_be_drawn(one)
    ]


def dates_of(noted: Sequence[NotedDay]) -> list[tuple[int, str]]:
    """What stands under the days: a day of every week, or the first of every month."""
    if len(noted) <= LONGEST_WITH_DAYS_NAMED:
        return [(at, day_and_month(noted[at].for_date)) for at in range(0, len(noted), 7)]
    return months_of([day.for_date for day in noted])


def months_of(days: Sequence[str]) -> list[tuple[int, str]]:
    """The first of every month among these days."""
    return [(at, short_month(day)) for at, day in enumerate(days) if day.endswith("-01")]


def row_of_day(day: str, first_day: int) -> int:
    """Where a day stands in its week, 0 to 6, when weeks begin on `first_day`: 0 for Monday."""
    return (date.fromisoformat(day).weekday() - first_day) % len(words.WEEKDAYS)


def weekdays_from(first_day: int) -> list[str]:
    """Names of the days of a week that begins on `first_day`."""
    return [*words.WEEKDAYS[first_day:], *words.WEEKDAYS[:first_day]]


def day_read(shown: Sequence[DimensionLookBack], at: int, *, middles: bool) -> list[str]:
    """One day in words, a line for each that is drawn; what is the same for all is said once."""
    lines = []
    for one in shown:
        line = told_words.noted_day_in_words(one.noted[at], one.dimension, one.scale_id)
        middle = words.middle_in_words(one.moving_middle.middles[at]) if middles else ""
        lines.append(f"{line} {middle}".rstrip())
    return list(dict.fromkeys(lines))


def said_of(look: LookBack, view: View, starts_it: str) -> list[Said]:
    """The sentences of a view, which say the same as its picture; `starts_it` where there is nothing to draw."""
    window = words.in_window(look.days)
    if view.name == FEELINGS:
        return [Said(window, _told(look.feelings, told_words.NO_FEELINGS))]
    if view.name == HELPED:
        return [Said(window, _told(look.helped, told_words.NO_TOOLS))]
    if view.name == TOGETHER:
        return _said_together(look)
    shown = shown_in(look, view)
    if not any(map(can_be_drawn, shown)):
        return [Said("", (starts_it,))]
    return [_said_of_one(one, starts_it, headed=len(shown) > 1) for one in shown]


def as_told(said: Sequence[Said]) -> Content:
    """Headings over sentences, each on a line of its own."""
    lines = []
    for place, part in enumerate(said):
        lines += [Content("")] if place and part.lines else []
        lines += [as_content(part.heading, "bold $primary")] if part.heading else []
        lines += [as_content(line) for line in part.lines]
    return Content("\n").join(lines)


def signs_of(year: YearAtAGlance) -> list[str]:
    """A sign for every day of a year."""
    scale = SCALES[year.scale_id] if year.scale_id else None
    lowest, highest = (scale.lowest, scale.highest) if scale else (None, None)
    return [sign_of(day.value, lowest, highest, noted=day.noted) for day in year.days]


def _title(dimensions: Sequence[str]) -> str:
    return joined(map(told_words.dimension_name, dimensions)).capitalize()


def _told(insights: Sequence[Insight], empty: str) -> tuple[str, ...]:
    return tuple(told_words.told(insights)) or (empty,)


def _said_together(look: LookBack) -> list[Said]:
    parts = [
        Said(told_words.heading_of(one.dimension), tuple(told_words.told(one.goes_together)))
        for one in look.dimensions
        if one.goes_together
    ]
    nothing = Said("", (told_words.NOT_ENOUGH, words.NOT_ENOUGH_TOGETHER))
    return [Said(words.TOGETHER_WINDOW, ()), *(parts or [nothing])]


def _said_of_one(one: DimensionLookBack, starts_it: str, *, headed: bool) -> Said:
    heading = told_words.heading_of(one.dimension) if headed else ""
    others = [told_words.OTHER_SCALES] if one.other_scales else []
    if not can_be_drawn(one):
        return Said(heading, (starts_it, *others))
    said = [insight for insight in one.insights if insight not in one.goes_together]
    counted, *more = told_words.told(said)
    # Over a long time, days without a note would weigh more when they are counted than when they are seen.
    gaps = told_words.gaps_in_words(one) if one.coverage.days <= LONGEST_WITH_GAPS_SAID else ""
    return Said(heading, (f"{counted} {gaps}".rstrip(), *more, *others))
