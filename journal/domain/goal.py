"""A goal: something a person is moving towards, in their own words. It is never measured."""

from dataclasses import dataclass, field

from journal.domain.entry import THEME_TAGS
from journal.domain.moments import Moment
from journal.domain.parts import Part

GOAL_STATUSES = ("moving_towards", "idea", "resting", "reached", "changed_direction", "let_go")
"""In the order in which goals are listed. None is better than another."""

STEP_STATUSES = ("to_try", "doing", "done", "set_aside")

GENTLY_AT_ONCE = 3
"""Goals moved towards at the same time; over it one soft sentence, never a limit. Source: domain brief, section 3."""

GOAL_PARTS = (
    Part("title", "line", needed=True),
    Part("why_it_matters", "text"),
    Part("ways", "lines"),
    Part("barriers", "text"),
    Part("strengths_used", "lines"),
    Part("people_who_help", "lines"),
    Part("how_id_like_support", "text"),
    Part("themes", "some_of", THEME_TAGS),
    Part("revisit_on", "day"),
)
"""What a person may fill in. Status, steps and reflections have deeds of their own."""

SHOWN_IN_PERSON = ("title", "next_step", "why_it_matters", "status", "how_id_like_support")
"""Lines of a goal that can ever be put before somebody else. Source: domain brief, section 3."""


@dataclass(frozen=True, slots=True)
class GoalStep:
    """One small step."""

    id: str
    text: str = field(repr=False)
    status: str = "to_try"
    """One of `STEP_STATUSES`."""
    done_at: str | None = None
    """UTC instant, ISO 8601."""


@dataclass(frozen=True, slots=True)
class GoalReflection:
    """A few words about a goal on a day."""

    id: str
    moment: Moment
    note: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Goal:
    """Something a person is moving towards."""

    id: str
    moment: Moment
    """When it was named."""
    recorded_at: str
    """UTC instant, ISO 8601."""
    title: str = field(repr=False)
    status: str = "moving_towards"
    """One of `GOAL_STATUSES`."""
    why_it_matters: str | None = field(default=None, repr=False)
    themes: tuple[str, ...] = ()
    revisit_on: str | None = None
    """Local calendar day from which it says “You asked to look at this again”, and no more than that."""
    ways: tuple[str, ...] = field(default=(), repr=False)
    """Routes the person can see."""
    barriers: str | None = field(default=None, repr=False)
    strengths_used: tuple[str, ...] = field(default=(), repr=False)
    people_who_help: tuple[str, ...] = field(default=(), repr=False)
    how_id_like_support: str | None = field(default=None, repr=False)
    steps: tuple[GoalStep, ...] = ()
    reflections: tuple[GoalReflection, ...] = ()
    bring: bool = False
    keep: bool = False
    edited_at: str | None = None

    @property
    def next_step(self) -> GoalStep | None:
        """The first step that is neither done nor set aside."""
        return next((step for step in self.steps if step.status in ("to_try", "doing")), None)

    def asks_to_be_seen(self, today: str) -> bool:
        """Whether the day has come on which the person asked to look at it again."""
        return self.revisit_on is not None and self.revisit_on <= today
