"""Sentences of the look back: what was noted, how many times, and no more.

Source: domain brief, sections 9 and 13, whose sentences stand here as they are there. It never says why, and calls
nothing good or bad.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from journal.domain.look_back import (
    ABOUT_THE_SAME,
    HIGHER,
    LOWER,
    NO_CLEAR_DIFFERENCE,
    Coverage,
    DayToDay,
    DimensionLookBack,
    FeelingsCount,
    GoesTogether,
    HelpedTally,
    Insight,
    LookBack,
    MovingMiddle,
    NotedDay,
    TypicalRange,
    WeekBesideWeek,
    YearAtAGlance,
    YearDay,
)
from journal.domain.look_back import NOT_ENOUGH as NOT_ENOUGH_LABEL
from tui.language import _, _n
from tui.wording.check_in import DIMENSION_NAMES, answer_words, points
from tui.wording.dates import day_in_words, month_in_words, short_day, weekday_and_day
from tui.wording.items import feeling_labels

LOOK_BACK = _("Look back")
OPENING = _("These are your own notes, counted. They cannot show why. They are not a test.")
NOT_ENOUGH = _("Not enough notes to say yet. That is fine.")
CAVEAT = _("You may note more on harder days, or on easier ones. This only counts the days you noted.")
OTHER_SCALES = _("You have answered on another scale before. Those answers are not counted here.")
EMPTY = _("Once you have checked in, your notes will be here, counted.")
"""What will appear; the way that starts it differs from room to room."""

HELPED = _("What helped")
FEELINGS = _("Words you chose")
QUESTIONS = _("To think about, if you like")
NO_TOOLS = _("What you mark as helping in a check-in will be here.")
NO_FEELINGS = _("Words you choose in a check-in will be here.")
NO_NOTE = _("no note")
NOTED = _("noted")

DAY, ANSWER, MIDDLE, TIMES = _("Day"), _("Answer"), _("Middle of 7 days"), _("Times")
TABLE_HEADS = (DAY, ANSWER, MIDDLE, TIMES)
NO_MIDDLE = "-"

_BESIDE = {ABOUT_THE_SAME: _("About the same."), HIGHER: _("Higher."), LOWER: _("Lower.")}
_NO_CLEAR_DIFFERENCE = _("No clear difference.")
_MAY_GO_TOGETHER = _(
    "These may go together. Many other things can differ between those days (weekends, company, sleep), so this does "
    "not show that one leads to the other."
)
_WEEKS = {7: _("last week"), 14: _("last two weeks"), 28: _("last four weeks"), 56: _("last eight weeks")}


@dataclass(frozen=True, slots=True)
class Told:
    """One part of a look back in words."""

    heading: str
    lines: tuple[str, ...]


def period_in_words(look_back: LookBack) -> str:
    """From which day to which; both ends are part of it."""
    return _("From {short_day} to {short_day2}.").format(
        short_day=short_day(look_back.first_day), short_day2=short_day(look_back.last_day)
    )


def told_in_parts(look_back: LookBack) -> list[Told]:
    """All of it in words, a heading before each part: the same in plain lines and in a shell."""
    parts = [part for one in look_back.dimensions for part in _dimension_in_parts(one)]
    helped = told(look_back.helped) or [NO_TOOLS]
    feelings = told(look_back.feelings) or [NO_FEELINGS]
    return [*parts, Told(HELPED, tuple(helped)), Told(FEELINGS, tuple(feelings))]


def told(insights: Iterable[Insight]) -> list[str]:
    """The sentences of those that can be said, in their order.

    How often something was noted is said by itself; where nothing else can be, that is said once. The moving middle
    is for a picture and a table, and the week beside the week says its end.
    """
    given = list(insights)
    said = [one for one in given if one.label != NOT_ENOUGH_LABEL and not isinstance(one, MovingMiddle)]
    lines = [sentence(one) for one in said]
    more = any(not isinstance(one, Coverage) for one in said)
    return lines if more or not given else [*lines, NOT_ENOUGH]


def is_empty(look_back: LookBack) -> bool:
    """Whether there is nothing in the window to tell of."""
    return not look_back.helped and not look_back.feelings and not any(_has_any(one) for one in look_back.dimensions)


def sentence(insight: Insight) -> str:
    """One insight, as the brief words it."""
    if insight.label == NOT_ENOUGH_LABEL:
        return NOT_ENOUGH
    match insight:
        case Coverage():
            return _("You noted your {dimension_name} on {days} in the {window}.").format(
                dimension_name=dimension_name(insight.dimension),
                days=_days(insight.noted_days),
                window=_window(insight.days),
            )
        case TypicalRange():
            return _typical_range(insight)
        case MovingMiddle():
            return _moving_middle(insight)
        case WeekBesideWeek():
            return _week_beside_week(insight)
        case DayToDay():
            return _("From one day to the next it usually moved by {about}.").format(
                about=_about(insight.change or 0.0)
            )
        case HelpedTally():
            return _helped_tally(insight)
        case FeelingsCount():
            return _("You chose '{feeling}' on {days}.").format(
                feeling=feeling_labels([insight.feeling])[0], days=_days(insight.days)
            )
        case GoesTogether():
            return _goes_together(insight)


def dimension_name(dimension: str) -> str:
    """`mood`, `self-belief`: as it stands inside a sentence."""
    return DIMENSION_NAMES[dimension]


def heading_of(dimension: str) -> str:
    """`Mood`: as it stands over a panel."""
    return dimension_name(dimension).capitalize()


def together_heading(dimension: str) -> str:
    """Over the sentences of what may go together, which have a window of their own."""
    return _("What may go together with your {dimension_name}, last eight weeks").format(
        dimension_name=dimension_name(dimension)
    )


def number(value: float | None) -> str:
    """`6`, `6.5`: a figure with one place at most, and none where it is whole."""
    if value is None:
        return ""
    rounded = Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(rounded).removesuffix(".0").removeprefix("-" if not rounded else "")


def scale_in_words(dimension: str, scale_id: str | None) -> str:
    """What the ends and the middle of a scale are called; nothing where there is no number."""
    if scale_id is None or scale_id == "words_only":
        return ""
    words = [
        _("{answer} is {word}").format(answer=answer, word=word) for answer, word in points(dimension, scale_id) if word
    ]
    return f"{', '.join(words)}."


def gaps_in_words(look_back: DimensionLookBack) -> str:
    """`No note on 3 days.` Said beside a picture, whose gaps stay open; empty where there is no gap."""
    return _("No note on {days}.").format(days=_days(look_back.gap_days)) if look_back.gap_days else ""


def noted_day_in_words(day: NotedDay, dimension: str, scale_id: str | None) -> str:
    """One day of a window, read out: its day, the answer and the word for it."""
    head = day_in_words(day.for_date)
    if day.value is None or scale_id is None:
        return f"{head}: {NO_NOTE}."
    said = f"{head}: {dimension_name(dimension)} {number(day.value)}"
    if day.times > 1:
        return _n("{said}, the middle of 1 answer.", "{said}, the middle of {count} answers.", day.times).format(
            said=said, count=day.times
        )
    return f"{said}, {answer_words(dimension, scale_id, int(day.value))}."


def table_rows(look_back: DimensionLookBack) -> list[tuple[str, str, str, str]]:
    """One row a day under `TABLE_HEADS`, oldest first."""
    return [
        (
            weekday_and_day(day.for_date),
            NO_NOTE if day.value is None else number(day.value),
            NO_MIDDLE if middle is None else number(middle),
            str(day.times) if day.times else "",
        )
        for day, middle in zip(look_back.noted, look_back.moving_middle.middles, strict=True)
    ]


def table_in_lines(look_back: DimensionLookBack) -> list[str]:
    """The same as sentences, for whoever hears them."""
    lines = []
    for day, middle in zip(look_back.noted, look_back.moving_middle.middles, strict=True):
        answer = NO_NOTE if day.value is None else f"{dimension_name(look_back.dimension)} {number(day.value)}"
        of_seven = "" if middle is None else _(", middle of 7 days {number}").format(number=number(middle))
        lines.append(f"{weekday_and_day(day.for_date)}: {answer}{of_seven}")
    return lines


def year_in_words(year: YearAtAGlance) -> str:
    """A year at a glance, beside its picture."""
    count = sum(day.noted for day in year.days)
    span = _("{short_day} to {short_day2}").format(
        short_day=short_day(year.days[0].for_date), short_day2=short_day(year.days[-1].for_date)
    )
    return _("From {span}: something noted on {days}.").format(span=span, days=_days(count))


def year_in_lines(year: YearAtAGlance) -> list[str]:
    """The same a month a line, for whoever hears it: `March 2026: 1 mood 6, 2 noted`. Months without a note are said."""
    lines = [year_in_words(year)]
    for month, days in groupby(year.days, key=lambda day: month_in_words(day.for_date)):
        said = [_day_of_a_year(day, year.dimension) for day in days if day.noted]
        lines.append(f"{month}: {', '.join(said) or NO_NOTE}")
    return [*lines, OTHER_SCALES] if year.other_scales else lines


def _day_of_a_year(day: YearDay, dimension: str) -> str:
    value = NOTED if day.value is None else f"{dimension_name(dimension)} {number(day.value)}"
    return f"{date.fromisoformat(day.for_date).day} {value}"


def _dimension_in_parts(one: DimensionLookBack) -> list[Told]:
    lines = told(one.insights[: -len(one.goes_together)] if one.goes_together else one.insights)
    if _has_any(one):
        lines = [*lines, gaps_in_words(one), scale_in_words(one.dimension, one.scale_id)]
    lines += [OTHER_SCALES] if one.other_scales else []
    parts = [Told(heading_of(one.dimension), tuple(line for line in lines if line))]
    together = told(one.goes_together)
    return [*parts, Told(together_heading(one.dimension), tuple(together))] if together else parts


def _has_any(one: DimensionLookBack) -> bool:
    return one.coverage.noted_days > 0


def _typical_range(found: TypicalRange) -> str:
    low, high = number(found.low), number(found.high)
    lies = (
        _("mostly {low}").format(low=low)
        if low == high
        else _("mostly between {low} and {high}").format(low=low, high=high)
    )
    name = dimension_name(found.dimension)
    said = _n(
        "In the last day your {name} was {lies} ({noted} noted).",
        "In the last {count} days your {name} was {lies} ({noted} noted).",
        found.days,
    )
    return said.format(count=found.days, name=name, lies=lies, noted=_days(found.noted_days))


def _moving_middle(found: MovingMiddle) -> str:
    if found.middles[-1] is None:
        return _("The last 7 days have too few notes for a middle. That is fine.")
    return _("The middle of the last 7 days is {number}.").format(number=number(found.middles[-1]))


def _week_beside_week(found: WeekBesideWeek) -> str:
    this_week = _("This week's middle was {number} ({days}).").format(
        number=number(found.this_middle), days=_days(found.this_days)
    )
    last_week = _("Last week's was {number} ({days}).").format(
        number=number(found.last_middle), days=_days(found.last_days)
    )
    return f"{this_week} {last_week} {_BESIDE[found.label]}"


def _helped_tally(found: HelpedTally) -> str:
    marked = _("You marked '{name}' {times}.").format(name=found.name, times=_times(found.times))
    return (
        _("{marked} {times} it helped a little or a lot.").format(marked=marked, times=_times(found.helped_times))
        if found.helped_times
        else marked
    )


def _goes_together(found: GoesTogether) -> str:
    name = dimension_name(found.dimension)
    with_it = _n(
        "On the 1 day you noted '{name}', your middle {name2} was",
        "On the {count} days you noted '{name}', your middle {name2} was",
        found.days_with,
    ).format(count=found.days_with, name=found.name, name2=name)
    without = _n(
        "On the 1 day you did not, it was", "On the {count} days you did not, it was", found.days_without
    ).format(count=found.days_without)
    ends = _NO_CLEAR_DIFFERENCE if found.label == NO_CLEAR_DIFFERENCE else _MAY_GO_TOGETHER
    return f"{with_it} {number(found.middle_with)}. {without} {number(found.middle_without)}. {ends}"


def _window(days: int) -> str:
    return _WEEKS.get(days) or _n("last day", "last {count} days", days).format(count=days)


def _about(change: float) -> str:
    """Whole steps: more places would say more than is known."""
    steps = Decimal(str(change)).quantize(Decimal(1), ROUND_HALF_UP)
    return _("about {steps}").format(steps=steps) if steps else _("less than 1")


def _days(count: int) -> str:
    return _n("1 day", "{count} days", count).format(count=count)


def _times(count: int) -> str:
    return _n("1 time", "{count} times", count).format(count=count)
