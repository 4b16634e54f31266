"""What a look back says, word for word as the brief has it; and what it never says."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.look_back import (
    INSIGHT_LABELS,
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
from journal.domain.look_back_days import DayValues, days_until, noted_days
from journal.domain.look_back_middles import (
    coverage,
    day_to_day,
    moving_middle,
    typical_range,
    week_beside_week,
)
from journal.domain.look_back_tallies import feelings_count
from journal.domain.look_back_together import goes_together
from tests.domain.look_back_days import days_of_the_vectors, noted, noted_in_the_vectors, some_days, vectors
from tui.wording import look_back as words

DAYS = days_of_the_vectors()
WALK = {"walk": some_days(vectors()["walk_days"], DAYS)}
UNCLEAR = "No clear difference."
CAVEAT = (
    "These may go together. Many other things can differ between those days (weekends, company, sleep), so this does "
    "not show that one leads to the other."
)


def dimension(values: DayValues, marked: dict[str, set[str]] | None = None) -> DimensionLookBack:
    return DimensionLookBack(
        dimension=values.dimension,
        scale_id=values.scale_id,
        other_scales=values.other_scales,
        noted=noted_days(values, DAYS),
        coverage=coverage(values, DAYS),
        typical_range=typical_range(values, DAYS),
        moving_middle=moving_middle(values, DAYS, days_until("2026-02-28", 6)),
        week_beside_week=week_beside_week(values, DAYS[-14:]),
        day_to_day=day_to_day(values, DAYS),
        goes_together=goes_together(values, DAYS, marked or {}),
    )


THE_VECTORS = dimension(noted_in_the_vectors(), WALK)


def test_the_vectors_are_told_in_the_words_of_the_brief() -> None:
    said = [words.sentence(insight) for insight in THE_VECTORS.insights]
    assert said == [
        "You noted your mood on 22 days in the last four weeks.",
        "In the last 28 days your mood was mostly between 5 and 6 (22 days noted).",
        "The middle of the last 7 days is 6.5.",
        "This week's middle was 6.5 (6 days). Last week's was 6 (4 days). About the same.",
        "From one day to the next it usually moved by about 1.",
        "On the 10 days you noted 'walk', your middle mood was 6.5. On the 12 days you did not, it was 5. " + CAVEAT,
    ]


@pytest.mark.parametrize(
    ("insight", "said"),
    [
        (Coverage(None, "hope", "n11_v1", 28, 12), "You noted your hope on 12 days in the last four weeks."),
        (Coverage(None, "hope", "n11_v1", 30, 1), "You noted your hope on 1 day in the last 30 days."),
        (Coverage(None, "self_belief", "n11_v1", 7, 3), "You noted your self-belief on 3 days in the last week."),
        (Coverage(None, "mood", "n11_v1", 1, 1), "You noted your mood on 1 day in the last day."),
        (
            TypicalRange(None, "hope", "n11_v1", 28, 22, 5, 6, 6.25),
            "In the last 28 days your hope was mostly between 5 and 6.3 (22 days noted).",
        ),
        (
            TypicalRange(None, "hope", "n11_v1", 28, 9, 5, 5, 5),
            "In the last 28 days your hope was mostly 5 (9 days noted).",
        ),
        (
            WeekBesideWeek("higher", "mood", "n11_v1", 6, 6, 5.5, 4.5),
            "This week's middle was 5.5 (6 days). Last week's was 4.5 (6 days). Higher.",
        ),
        (
            WeekBesideWeek("lower", "mood", "n11_v1", 6, 6, 4.5, 5.5),
            "This week's middle was 4.5 (6 days). Last week's was 5.5 (6 days). Lower.",
        ),
        (DayToDay(None, "mood", "n11_v1", 28, 9, 1.5), "From one day to the next it usually moved by about 2."),
        (DayToDay(None, "mood", "n11_v1", 28, 9, 0.3), "From one day to the next it usually moved by less than 1."),
        (
            MovingMiddle(None, "mood", "n11_v1", 2, (5.0, None)),
            "The last 7 days have too few notes for a middle. That is fine.",
        ),
        (HelpedTally(None, "t", "walk", 9, 7), "You marked 'walk' 9 times. 7 times it helped a little or a lot."),
        (HelpedTally(None, "t", "walk", 3, 1), "You marked 'walk' 3 times. 1 time it helped a little or a lot."),
        (HelpedTally(None, "t", "walk", 3, 0), "You marked 'walk' 3 times."),
        (FeelingsCount(None, "calm", 5, ()), "You chose 'calm' on 5 days."),
        (FeelingsCount(None, "on_edge", 3, ()), "You chose 'on edge' on 3 days."),
        (
            GoesTogether("no_clear_difference", "hope", "n11_v1", "music", 7, 9, 5, 6, 0, -1, 1),
            "On the 7 days you noted 'music', your middle hope was 5. On the 9 days you did not, it was 6. " + UNCLEAR,
        ),
        (
            GoesTogether("may_go_together_lower", "hope", "n11_v1", "news", 7, 9, 3, 6, -3, -4, -1),
            "On the 7 days you noted 'news', your middle hope was 3. On the 9 days you did not, it was 6. " + CAVEAT,
        ),
    ],
)  # fmt: skip
def test_each_kind_has_its_sentence(insight: Insight, said: str) -> None:
    assert words.sentence(insight) == said


@pytest.mark.parametrize("insight", [*dimension(noted([None] * 28), WALK).insights, *feelings_count([("d", "calm")])])
def test_whatever_there_is_not_enough_of_is_said_in_one_way(insight: Insight) -> None:
    assert words.sentence(insight) == "Not enough notes to say yet. That is fine."


def test_the_lines_that_never_change_are_those_of_the_brief() -> None:
    assert words.OPENING == "These are your own notes, counted. They cannot show why. They are not a test."
    assert words.CAVEAT == ("You may note more on harder days, or on easier ones. This only counts the days you noted.")


def test_not_enough_is_said_once_and_only_where_nothing_else_is() -> None:
    few = dimension(noted([5] * 3 + [None] * 25))
    assert words.told(few.insights) == ["You noted your mood on 3 days in the last four weeks.", words.NOT_ENOUGH]
    none = dimension(noted([None] * 28))
    assert words.told(none.insights) == [words.NOT_ENOUGH]
    assert words.NOT_ENOUGH not in words.told(THE_VECTORS.insights)
    assert words.told(()) == []


def test_rows_without_a_clear_difference_are_told_between_the_others() -> None:
    found = dimension(noted_in_the_vectors(), {"a map": set(DAYS[::2]), **WALK, "zen": {DAYS[0]}})
    told = words.told(found.goes_together)
    assert [re.findall(r"'(.+?)'", line) for line in told] == [["a map"], ["walk"]]
    assert told[0].endswith("No clear difference.")


def test_what_may_go_together_stands_under_a_heading_of_its_own_with_its_own_window() -> None:
    (_, together, *_) = words.told_in_parts(LookBack(DAYS[0], DAYS[-1], 28, (THE_VECTORS,), (), ()))
    assert together.heading == "What may go together with your mood, last eight weeks"
    assert len(together.lines) == 1
    rare = dimension(noted_in_the_vectors(), {"rare": {DAYS[0]}})
    (_, together, *_) = words.told_in_parts(LookBack(DAYS[0], DAYS[-1], 28, (rare,), (), ()))
    assert together.lines == (words.NOT_ENOUGH,)


def test_a_change_of_scale_is_said_and_gaps_are() -> None:
    values = noted_in_the_vectors()
    changed = DayValues(values.dimension, values.scale_id, True, values.values, values.times)
    look_back = LookBack(DAYS[0], DAYS[-1], 28, (dimension(changed),), (), ())
    (mood, helped, feelings) = words.told_in_parts(look_back)
    assert mood.heading == "Mood"
    assert mood.lines[-3:] == (
        "No note on 6 days.",
        "0 is very low, 5 is in between, 10 is very good.",
        "You have answered on another scale before. Those answers are not counted here.",
    )
    assert (helped.lines, feelings.lines) == ((words.NO_TOOLS,), (words.NO_FEELINGS,))
    (same, _, _) = words.told_in_parts(LookBack(DAYS[0], DAYS[-1], 28, (dimension(values),), (), ()))
    assert words.OTHER_SCALES not in same.lines


def test_no_gap_is_not_spoken_of_and_one_is_one_day() -> None:
    assert words.gaps_in_words(dimension(noted([5] * 28))) == ""
    assert words.gaps_in_words(dimension(noted([5] * 27 + [None]))) == "No note on 1 day."


def test_what_has_nothing_at_all_is_empty_and_one_word_is_something() -> None:
    nothing = LookBack(DAYS[0], DAYS[-1], 28, (dimension(noted([None] * 28)),), (), ())
    one_word = LookBack(DAYS[0], DAYS[-1], 28, nothing.dimensions, (), feelings_count([(DAYS[0], "calm")]))
    assert words.is_empty(nothing)
    assert not words.is_empty(one_word)
    assert not words.is_empty(LookBack(DAYS[0], DAYS[-1], 28, (THE_VECTORS,), (), ()))


@pytest.mark.parametrize(
    ("day", "scale_id", "said"),
    [
        (NotedDay("2026-03-14", 5.0, 1), "n11_v1", "Saturday 14 March 2026: mood 5, in between."),
        (NotedDay("2026-03-14", 6.0, 1), "n11_v1", "Saturday 14 March 2026: mood 6, nearer in between than very good."),
        (NotedDay("2026-03-14", 4.5, 2), "n11_v1", "Saturday 14 March 2026: mood 4.5, the middle of 2 answers."),
        (NotedDay("2026-03-14", 2.0, 1), "words5_v1", "Saturday 14 March 2026: mood 2, low."),
        (NotedDay("2026-03-14", 3.0, 1), "easy3_v1", "Saturday 14 March 2026: mood 3, good."),
        (NotedDay("2026-03-14", None, 0), "n11_v1", "Saturday 14 March 2026: no note."),
        (NotedDay("2026-03-14", None, 0), None, "Saturday 14 March 2026: no note."),
    ],
)  # fmt: skip
def test_one_day_is_read_out(day: NotedDay, scale_id: str | None, said: str) -> None:
    assert words.noted_day_in_words(day, "mood", scale_id) == said


def test_a_table_has_a_row_a_day_and_says_gaps_in_words() -> None:
    rows = words.table_rows(THE_VECTORS)
    assert len(rows) == len(words.table_in_lines(THE_VECTORS)) == 28
    assert rows[2] == ("Tue 3 Mar 2026", "3", "4", "1")
    assert rows[3] == ("Wed 4 Mar 2026", "no note", "4", "")
    assert rows[0] == ("Sun 1 Mar 2026", "4", "-", "1")
    assert words.table_in_lines(THE_VECTORS)[26] == "Fri 27 Mar 2026: mood 7, middle of 7 days 6"
    assert words.table_in_lines(THE_VECTORS)[0] == "Sun 1 Mar 2026: mood 4"


def test_a_year_is_told_a_month_a_line() -> None:
    days = tuple(
        YearDay(day, day in ("2026-03-02", "2026-03-04"), 6.5 if day == "2026-03-02" else None)
        for day in days_until("2026-03-28", 40)
    )
    assert words.year_in_lines(YearAtAGlance("mood", "n11_v1", False, days)) == [
        "From 17 Feb 2026 to 28 Mar 2026: something noted on 2 days.",
        "February 2026: no note",
        "March 2026: 2 mood 6.5, 4 noted",
    ]
    changed = YearAtAGlance("mood", "n11_v1", True, days)
    assert words.year_in_lines(changed)[-1] == words.OTHER_SCALES


@pytest.mark.parametrize(
    ("value", "said"),
    [(6.0, "6"), (6.5, "6.5"), (5.25, "5.3"), (5.75, "5.8"), (10.0, "10"), (0.0, "0"), (-0.04, "0"), (None, "")],
)
def test_a_figure_has_one_place_at_most(value: float | None, said: str) -> None:
    assert words.number(value) == said


figures = st.integers(0, 40).map(lambda quarters: quarters / 4)
names = st.text(min_size=1, max_size=12)


@given(names, figures, figures, st.sampled_from(INSIGHT_LABELS[-3:]))
def test_ones_own_words_stand_in_a_sentence_as_they_are(name: str, one: float, other: float, label: str) -> None:
    row = GoesTogether(label, "mood", "n11_v1", name, 5, 9, one, other, 0, 0, 0)
    said = words.sentence(row)
    assert f"'{name}'" in said
    assert said.replace(f"'{name}'", "").endswith(("No clear difference.", CAVEAT))


def test_ones_own_words_stand_in_no_repr() -> None:
    own = "Wednesdays"
    row = GoesTogether("not_enough", "mood", "n11_v1", own, 1, 2)
    for insight in (row, HelpedTally(None, "t", own, 3, 1), FeelingsCount(None, own, 3, ())):
        assert own not in repr(insight)
