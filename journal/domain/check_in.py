"""A check-in: one moment of looking inward. Any part of it may be left blank."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journal.domain.moments import Moment
from journal.domain.scales import DEFAULT_SCALE, DIMENSIONS, check_answer, scale_named
from journal.errors import BadInput, NotAllowed

MOST_FEELINGS = 5
HELPED_MARKS = ("a_lot", "a_little", "not_this_time", "not_sure")
LOW = {"n11_v1": 1, "words5_v1": 1, "easy3_v1": 1}
"""At or below this, mood or hope is a low answer: one soft line follows, and nothing is kept of it."""
HEAVY_WORD = "hopeless"
"""The one feeling after which the same soft line may follow. Source: domain brief, section 5."""
MANY_IN_A_DAY = 6
"""With this check-in of a day one soft line says that it is fine to put it down. Source: domain brief, section 4."""


@dataclass(frozen=True, slots=True)
class ToolUse:
    """A tool the person used, and whether it helped that time."""

    tool_id: str
    helped: str
    """One of `HELPED_MARKS`."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One moment of looking inward."""

    id: str
    moment: Moment
    recorded_at: str
    """UTC instant, ISO 8601."""
    scale_id: str = DEFAULT_SCALE
    mood: int | None = None
    """On `n11_v1` 0 (very low) to 10 (very good); `None` when left blank, which is never zero."""
    hope: int | None = None
    connection: int | None = None
    self_belief: int | None = None
    energy: int | None = None
    """Neither end is good or bad."""
    feelings: tuple[str, ...] = ()
    """Up to five: ids from the list, or the person's own words."""
    tools_used: tuple[ToolUse, ...] = ()
    note: str | None = field(default=None, repr=False)
    """Private; never shareable."""
    bring: bool = False
    keep: bool = False
    edited_at: str | None = None

    def answers(self) -> dict[str, int | None]:
        """Each dimension's answer, in the order it is asked."""
        return {dimension: getattr(self, dimension) for dimension in DIMENSIONS}

    def with_answers(self, answers: Mapping[str, int | None]) -> "CheckIn":
        """The same with these answers; a dimension that is not among them is left blank."""
        return replace(
            self,
            mood=answers.get("mood"),
            hope=answers.get("hope"),
            connection=answers.get("connection"),
            self_belief=answers.get("self_belief"),
            energy=answers.get("energy"),
        )

    def is_low(self) -> bool:
        """Whether mood or hope is at the lowest answers of its scale."""
        lowest = LOW.get(self.scale_id)
        return lowest is not None and any(answer is not None and answer <= lowest for answer in (self.mood, self.hope))

    def is_heavy(self) -> bool:
        """Whether the soft line about support may follow it."""
        return self.is_low() or HEAVY_WORD in self.feelings


def check_check_in(check_in: CheckIn) -> None:
    """Accept every check-in whose parts are what they should be, even one with only a note.

    Raises:
        OutOfRange: an answer outside the scale.
        NotAllowed: an unknown scale or mark.
        BadInput: more than five feelings, or one that is blank.
    """
    scale = scale_named(check_in.scale_id)
    for dimension, answer in check_in.answers().items():
        check_answer(scale, dimension, answer)
    if len(check_in.feelings) > MOST_FEELINGS:
        raise BadInput("feelings takes up to {most} words.", most=MOST_FEELINGS)
    if any(not feeling.strip() for feeling in check_in.feelings):
        raise BadInput("feelings takes words, not blanks.")
    for use in check_in.tools_used:
        if use.helped not in HELPED_MARKS:
            raise NotAllowed("helped", HELPED_MARKS)
