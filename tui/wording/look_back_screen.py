"""What stands on the Look back screen around its sentences: names of views, hints, and what signs mean."""

from journal.domain.look_back import YearDay
from tui.language import _
from tui.wording import dates
from tui.wording.check_in import answer_words
from tui.wording.dates import day_in_words, weekday_and_day
from tui.wording.look_back import ANSWER, DAY, EMPTY, NO_NOTE, NOTED, dimension_name, number

FEELINGS = _("Feelings")
HELPED = _("What helped")
TOGETHER = _("Goes together")
QUESTION = _("A question")
YEAR = _("A year")

STARTS_IT = " ".join((EMPTY, _("{check_in} starts a check-in.")))
NOT_ENOUGH_TOGETHER = _("Tags of your pages, and things you marked as helping, will stand beside your answers here.")

WINDOWS = {28: _("the last four weeks"), 56: _("the last eight weeks"), 365: _("the last year")}
TOGETHER_WINDOW = _("In the last eight weeks")
EACH_DAY = _("each day you noted")
MIDDLES = _("middles of seven days")
READ_A_DAY = _("\u00b7 no note.  Left and right read one day.")
READ_A_MIDDLE = _("\u00b7 too few notes in those seven days.  Left and right read one day.")
READ_A_DAY_OF_THE_YEAR = _("Arrows read one day.")
NO_PICTURE = _("There is no such picture on this page.")
BOTH_IN_TABLE = _("The table has both, side by side.")
QUIET = _("The quiet screen shows tables. Settings change that.")

QUESTION_HOW = _("Enter writes a page with it. {another_question} brings another. {skip_question} skips it.")
SKIPPED = _("Skipped, which is fine. {another_question} brings another whenever you like.")

YEAR_HEADS = (DAY, ANSWER, "")
WEEKDAYS = dates.SHORT_WEEKDAYS

DAY_KEYS = ("\u2190\u2192", _("a day"))
VIEW_KEY = ("V", _("view"))
WINDOW_KEY = ("W", _("how far back"))
TABLE_KEY = ("T", _("table"))
PICTURE_KEY = ("T", _("picture"))
MIDDLES_KEY = ("M", _("middles"))
DAYS_KEY = ("M", _("each day"))
CHECK_IN_KEY = ("Ctrl+T", _("check in"))
SCROLL_KEY = ("\u2191\u2193", _("scroll"))
ROWS_KEY = ("\u2191\u2193", _("a day"))
YEAR_DAY_KEYS = (_("Arrows"), _("a day"))
YEAR_OF_KEY = ("O", _("of something else"))
HELP_KEY = ("F1", _("help"))
ANSWER_KEY = (_("Enter"), _("write"))
QUESTION_KEYS = (("F5", _("another")), ("S", _("skip")), ("X", _("not again")))


def in_window(days: int) -> str:
    """`In the last four weeks`, as a heading."""
    return _("In {window}").format(window=WINDOWS[days])


def about_picture(days: int, *, middles: bool) -> tuple[str, str]:
    """What a picture shows, beside its name."""
    return (MIDDLES, WINDOWS[days]) if middles else (WINDOWS[days], EACH_DAY)


def middle_in_words(middle: float | None) -> str:
    """The middle of the seven days that end on the day that is read."""
    return "" if middle is None else _("The middle of those seven days is {number}.").format(number=number(middle))


def legend_of_the_year(dimension: str, thirds: tuple[str, str, str]) -> str:
    """What the signs of a year mean."""
    ramp = " ".join(thirds)
    return _("· {no_note}   o {noted}, no number   {ramp} your {dimension_name}, lower to higher").format(
        no_note=NO_NOTE, noted=NOTED, ramp=ramp, dimension_name=dimension_name(dimension)
    )


def day_of_the_year(day: YearDay, dimension: str, scale_id: str | None) -> str:
    """One day of the year, read out."""
    _day, answer, word = year_row(day, dimension, scale_id)
    said = answer if day.value is None else f"{dimension_name(dimension)} {answer}"
    return f"{day_in_words(day.for_date)}: {said}{', ' if word else ''}{word}."


def year_row(day: YearDay, dimension: str, scale_id: str | None) -> tuple[str, str, str]:
    """The same as a row under `YEAR_HEADS`; a middle between two answers has no word of its own."""
    head = weekday_and_day(day.for_date)
    if day.value is None or scale_id is None:
        return head, NOTED if day.noted else NO_NOTE, ""
    word = answer_words(dimension, scale_id, int(day.value)) if day.value == int(day.value) else ""
    return head, number(day.value), word
