"""Look back: what a person's own notes say when they are counted, as values without a sentence.

Nothing here says why, ranks days, fills a gap or puts two scales together. Sentences are in `tui/wording/look_back.py`.
Source for every rule, floor and label: domain brief, section 13.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Final

NOT_ENOUGH: Final = "not_enough"
"""The label of every insight whose floor is not reached: its other values may be `None`."""
ABOUT_THE_SAME: Final = "about_the_same"
HIGHER: Final = "higher"
LOWER: Final = "lower"
NO_CLEAR_DIFFERENCE: Final = "no_clear_difference"
MAY_GO_TOGETHER_HIGHER: Final = "may_go_together_higher"
MAY_GO_TOGETHER_LOWER: Final = "may_go_together_lower"

INSIGHT_LABELS: Final = (
    NOT_ENOUGH,
    ABOUT_THE_SAME,
    HIGHER,
    LOWER,
    NO_CLEAR_DIFFERENCE,
    MAY_GO_TOGETHER_HIGHER,
    MAY_GO_TOGETHER_LOWER,
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """On how many days one dimension was noted."""

    kind: ClassVar[str] = "coverage"
    label: str | None
    """`not_enough` or `None`."""
    dimension: str
    scale_id: str | None
    days: int
    """Length of the window, in days."""
    noted_days: int


@dataclass(frozen=True, slots=True)
class TypicalRange:
    """Between which answers the middle half of the noted days lies."""

    kind: ClassVar[str] = "typical_range"
    label: str | None
    """`not_enough` or `None`."""
    dimension: str
    scale_id: str | None
    days: int
    noted_days: int
    low: float | None
    """First quartile, on the scale."""
    middle: float | None
    high: float | None
    """Third quartile."""


@dataclass(frozen=True, slots=True)
class MovingMiddle:
    """The middle of every seven days that end on a day of the window."""

    kind: ClassVar[str] = "moving_middle"
    label: str | None
    """`not_enough` where every one of them is a gap, else `None`."""
    dimension: str
    scale_id: str | None
    days: int
    middles: tuple[float | None, ...]
    """One a day, oldest first; `None` for a gap."""


@dataclass(frozen=True, slots=True)
class WeekBesideWeek:
    """The last seven days and the seven before."""

    kind: ClassVar[str] = "week_beside_week"
    label: str
    """`not_enough`, `about_the_same`, `higher` or `lower`."""
    dimension: str
    scale_id: str | None
    this_days: int
    """How many of the last seven were noted."""
    last_days: int
    this_middle: float | None
    last_middle: float | None


@dataclass(frozen=True, slots=True)
class DayToDay:
    """How far an answer lies from that of the day before, in the middle of things; neither little nor much is good."""

    kind: ClassVar[str] = "day_to_day"
    label: str | None
    """`not_enough` or `None`."""
    dimension: str
    scale_id: str | None
    days: int
    pairs: int
    """How many times two next-door days were both noted."""
    change: float | None
    """Mean of the absolute changes, in steps of the scale."""


@dataclass(frozen=True, slots=True)
class HelpedTally:
    """What was marked about one tool."""

    kind: ClassVar[str] = "helped_tally"
    label: str | None
    """`not_enough` or `None`."""
    tool_id: str
    name: str = field(repr=False)
    """The person's own words."""
    times: int
    helped_times: int
    """Times it was marked `a_little` or `a_lot`."""


@dataclass(frozen=True, slots=True)
class FeelingsCount:
    """On how many days one word was chosen."""

    kind: ClassVar[str] = "feelings_count"
    label: str | None
    """`not_enough` or `None`."""
    feeling: str = field(repr=False)
    """An id of the list, or the person's own word as they last wrote it."""
    days: int
    on: tuple[str, ...] = field(repr=False)
    """Those days, ISO 8601, oldest first."""


@dataclass(frozen=True, slots=True)
class GoesTogether:
    """A tag or tool beside one dimension on the same days. It never says that one leads to the other."""

    kind: ClassVar[str] = "goes_together"
    label: str
    """`not_enough`, `no_clear_difference`, `may_go_together_higher` or `may_go_together_lower`."""
    dimension: str
    scale_id: str | None
    name: str = field(repr=False)
    """The person's own words: a tag, a tool, or both of one name."""
    days_with: int
    days_without: int
    middle_with: float | None = None
    middle_without: float | None = None
    shift: float | None = None
    """Median of all pairwise differences, in steps of the scale."""
    low: float | None = None
    """The ends of its interval."""
    high: float | None = None


Insight = (
    Coverage | TypicalRange | MovingMiddle | WeekBesideWeek | DayToDay | HelpedTally | FeelingsCount | GoesTogether
)


@dataclass(frozen=True, slots=True)
class NotedDay:
    """One day of a window."""

    for_date: str
    """Local calendar day, ISO 8601, as it was fixed when written."""
    value: float | None
    """Median of that day's answers on the window's scale; `None` for a gap, which is never zero."""
    times: int
    """How many answers that is."""


@dataclass(frozen=True, slots=True)
class DimensionLookBack:
    """One dimension over a window, on one scale."""

    dimension: str
    scale_id: str | None
    """The newest scale in what was read; `None` where there is no number at all."""
    other_scales: bool
    """Whether earlier answers on another scale are left out of all this."""
    noted: tuple[NotedDay, ...]
    """Every day from the window's first to its last, noted or not."""
    coverage: Coverage
    typical_range: TypicalRange
    moving_middle: MovingMiddle
    """Its `middles` stand beside `noted`, one a day."""
    week_beside_week: WeekBesideWeek
    day_to_day: DayToDay
    goes_together: tuple[GoesTogether, ...]
    """Over 56 days, by name; those with too few days are among them."""

    @property
    def gap_days(self) -> int:
        """Days of the window without a number on this scale, for saying a picture in words."""
        return sum(day.value is None for day in self.noted)

    @property
    def insights(self) -> tuple[Insight, ...]:
        """All of it, in the order in which it is told."""
        told = (self.coverage, self.typical_range, self.moving_middle, self.week_beside_week, self.day_to_day)
        return (*told, *self.goes_together)


@dataclass(frozen=True, slots=True)
class LookBack:
    """What the notes of a window say."""

    first_day: str
    """Local calendar day, ISO 8601; both ends are part of it."""
    last_day: str
    days: int
    dimensions: tuple[DimensionLookBack, ...]
    """In the order in which they are asked."""
    helped: tuple[HelpedTally, ...]
    """By name; those with too few uses are among them."""
    feelings: tuple[FeelingsCount, ...]
    """By their word; those on too few days are among them."""

    @property
    def insights(self) -> tuple[Insight, ...]:
        """All of it, in the order in which it is told."""
        by_dimension = [insight for dimension in self.dimensions for insight in dimension.insights]
        return (*by_dimension, *self.helped, *self.feelings)


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day of a year."""

    for_date: str
    noted: bool
    """Whether there is a check-in, a page or a session of that day."""
    value: float | None
    """The day value of the year's dimension, on its scale."""


@dataclass(frozen=True, slots=True)
class YearAtAGlance:
    """365 days that end today, each noted or not."""

    dimension: str
    scale_id: str | None
    other_scales: bool
    days: tuple[YearDay, ...]
    """Oldest first."""
