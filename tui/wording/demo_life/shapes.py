"""What a made-up life is told in: one small record for each deed a person could have done, and when it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

A_LOT, A_LITTLE, NOT_THIS_TIME, NOT_SURE = "a_lot", "a_little", "not_this_time", "not_sure"


@dataclass(frozen=True, slots=True)
class When:
    """A moment counted back from today by week and weekday."""

    weeks_ago: int
    """0 is the week that today is in, which begins on Monday: of that one only the days before today were lived."""
    weekday: int
    """0 (Monday) to 6."""
    clock: str = "12:00"
    """Local time, `19:40`."""


@dataclass(frozen=True, slots=True)
class Lately:
    """A moment counted back from today by days, for what must be so whichever weekday it is."""

    days_ago: int
    """1 is yesterday; below 0 are days to come, for a day on which to look at something again."""
    clock: str = "12:00"


Then = When | Lately

Values = Mapping[str, object]
"""Parts by name, as the journal names them. A `Then` among them stands for its day."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One check-in. What is left out was left blank."""

    when: When
    mood: int | None = None
    hope: int | None = None
    connection: int | None = None
    self_belief: int | None = None
    energy: int | None = None
    feelings: tuple[str, ...] = ()
    """Words of the list as they are shown, or words of one's own."""
    helped: tuple[tuple[str, str], ...] = ()
    """Tool and mark."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """One page."""

    when: When
    body: str
    title: str | None = None
    prompt_id: str | None = None
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    """Titles of the goals it is about."""
    keep: bool = False
    bring: bool = False


@dataclass(frozen=True, slots=True)
class Shelved:
    """Something named as one's own: a tool, a strength, a person, a partner, part of a week, a story."""

    when: When
    kind: str
    values: Values


@dataclass(frozen=True, slots=True)
class Agreed:
    """One's own part of what was agreed with a partner."""

    when: When
    partner: str
    values: Values


@dataclass(frozen=True, slots=True)
class Planned:
    """One section of a plan, written or written anew."""

    when: When
    plan: str
    section: str
    words: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was written before a session."""

    when: Then
    values: Values
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """What was written after a session."""

    when: When
    values: Values
    partner: str | None = None
    goals: tuple[str, ...] = ()
    """Titles of the goals it touched, besides those that were brought."""
    keep: bool = False


@dataclass(frozen=True, slots=True)
class NewStep:
    """A small step was named; `done`: when it was taken, if it was."""

    when: When
    text: str
    done: When | None = None


@dataclass(frozen=True, slots=True)
class StepIs:
    """A step is now being done, done, set aside or to try."""

    when: When
    text: str
    status: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A step was put in other words."""

    when: When
    text: str
    smaller: str


@dataclass(frozen=True, slots=True)
class GoalIs:
    """Where a goal stands from now on."""

    when: When
    status: str


@dataclass(frozen=True, slots=True)
class Thought:
    """A few words about a goal."""

    when: When
    note: str


@dataclass(frozen=True, slots=True)
class Brought:
    """The goal was marked for the next session."""

    when: Then


OnTheWay = NewStep | StepIs | Reworded | GoalIs | Thought | Brought


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal from its naming on."""

    when: When
    title: str
    values: Values = field(default_factory=dict)
    on_the_way: tuple[OnTheWay, ...] = ()


Told = Noted | Written | Shelved | Agreed | Planned | Prepared | Met | Aim
