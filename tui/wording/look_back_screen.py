"""What stands on the Look back screen around its sentences: names of views, hints, and what signs mean."""

from journal.domain.look_back import YearDay
from tui.wording.check_in import answer_words
from tui.wording.dates import day_in_words, short_day, weekday_and_day
from tui.wording.look_back import ANSWER, DAY, EMPTY, NO_NOTE, NOTED, dimension_name, number

FEELINGS = "Feelings"
HELPED = "What helped"
TOGETHER = "Goes together"
QUESTION = "A question"
YEAR = "A year"

STARTS_IT = f"{EMPTY} Ctrl+T starts a check-in."
NOT_ENOUGH_TOGETHER = "Tags of your pages, and things you marked as helping, will stand beside your answers here."

WINDOWS = {28: "the last four weeks", 56: "the last eight weeks", 365: "the last year"}
TOGETHER_WINDOW = "In the last eight weeks"
EACH_DAY = "each day you noted"
MIDDLES = "middles of seven days"
READ_A_DAY = "\u00b7 no note.  Left and right read one day."
READ_A_MIDDLE = "\u00b7 too few notes in those seven days.  Left and right read one day."
READ_A_DAY_OF_THE_YEAR = "Arrows read one day."
NO_PICTURE = "There is no such picture on this page."
BOTH_IN_TABLE = "The table has both, side by side."
QUIET = "The quiet screen shows tables. Settings change that."

QUESTION_HOW = "Enter writes a page with it. F5 brings another. S skips it."
SKIPPED = "Skipped, which is fine. F5 brings another whenever you like."

YEAR_HEADS = (DAY, ANSWER, "")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

DAY_KEYS = ("\u2190\u2192", "a day")
VIEW_KEY = ("V", "view")
WINDOW_KEY = ("W", "how far back")
TABLE_KEY = ("T", "table")
PICTURE_KEY = ("T", "picture")
MIDDLES_KEY = ("M", "middles")
DAYS_KEY = ("M", "each day")
CHECK_IN_KEY = ("Ctrl+T", "check in")
SCROLL_KEY = ("\u2191\u2193", "scroll")
ROWS_KEY = ("\u2191\u2193", "a day")
YEAR_DAY_KEYS = ("Arrows", "a day")
YEAR_OF_KEY = ("O", "of something else")
QUESTION_KEYS = [("Enter", "write"), ("F5", "another"), ("X", "not again"), ("S", "skip")]


def in_window(days: int) -> str:
    """`In the last four weeks`, as a heading."""
    return f"In {WINDOWS[days]}"


def about_picture(days: int, *, middles: bool) -> tuple[str, str]:
    """What a picture shows, beside its name."""
    return (MIDDLES, WINDOWS[days]) if middles else (WINDOWS[days], EACH_DAY)


def middle_in_words(middle: float | None) -> str:
    """The middle of the seven days that end on the day that is read."""
    return "" if middle is None else f"The middle of those seven days is {number(middle)}."


def day_and_month(day: str) -> str:
    """`2026-03-14` as `14 Mar`."""
    return short_day(day).rsplit(" ", 1)[0]


def month(day: str) -> str:
    """`2026-03-14` as `Mar`."""
    return short_day(day).split(" ")[1]


def legend_of_the_year(dimension: str, thirds: tuple[str, str, str]) -> str:
    """What the signs of a year mean."""
    ramp = " ".join(thirds)
    return f"\u00b7 {NO_NOTE}   o {NOTED}, no number   {ramp} your {dimension_name(dimension)}, lower to higher"


def day_of_the_year(day: YearDay, dimension: str, scale_id: str | None) -> str:
    """One day of the year, read out."""
    _, answer, word = year_row(day, dimension, scale_id)
    said = answer if day.value is None else f"{dimension_name(dimension)} {answer}"
    return f"{day_in_words(day.for_date)}: {said}{', ' if word else ''}{word}."


def year_row(day: YearDay, dimension: str, scale_id: str | None) -> tuple[str, str, str]:
    """The same as a row under `YEAR_HEADS`; a middle between two answers has no word of its own."""
    head = weekday_and_day(day.for_date)
    if day.value is None or scale_id is None:
        return head, NOTED if day.noted else NO_NOTE, ""
    word = answer_words(dimension, scale_id, int(day.value)) if day.value == int(day.value) else ""
    return head, number(day.value), word
