"""What goes between a facilitator and one member of a group: a page of the member's, a role card, a closing.

Source: `docs/share-format.md`, "Content"; domain brief, sections 12b and 12c.
"""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field, model_validator

from sync.protocol.parts import Day, GoalStatus, Name, OnPage, SharedId, StepStatus, Text

SUMMARY_DAYS_MOST = 90
AHEAD = timedelta(days=2)
"""Another zone, or a clock that is a little off, may be so far ahead."""
LINES_MOST = 20
SUMMARY_GOALS_MOST = 20

SomeText = Annotated[Text, Field(min_length=1)]


class SummaryStep(OnPage):
    """The next step of a goal, as it was."""

    text: SomeText
    status: StepStatus


class SummaryGoal(OnPage):
    """The parts of a goal that were chosen, as they were. It has no id: nothing on the page is followed."""

    title: SomeText | None = None
    why_it_matters: SomeText | None = None
    status: GoalStatus | None = None
    next_step: SummaryStep | None = None
    how_id_like_support: SomeText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "SummaryGoal":
        if not self.model_fields_set:
            raise ValueError("a goal of which nothing was chosen is none")
        return self


class Summary(OnPage):
    """The page that a person wrote for a facilitator, as it was when they said yes to it."""

    id: SharedId
    group: Name | None = None
    """The group that the two met in: a page for another one is none."""
    written_on: Day
    until: Day
    may_print: bool | None = None
    period: SomeText | None = None
    what_matters_to_me_now: SomeText | None = None
    support_i_would_like: SomeText | None = None
    questions_for_you: SomeText | None = None
    goals: Annotated[tuple[SummaryGoal, ...], Field(max_length=SUMMARY_GOALS_MOST)] = ()
    what_is_going_well: SomeText | None = None
    what_helps_me: SomeText | None = None
    what_i_bring: SomeText | None = None
    please_know: SomeText | None = None
    look_back_lines: Annotated[tuple[SomeText, ...], Field(max_length=LINES_MOST)] = ()

    def is_of(self, day: str) -> bool:
        """Whether it counts on this local calendar day. One that says it is from the days to come is from no day."""
        latest = date.fromisoformat(day) + AHEAD
        return self.until >= day and date.fromisoformat(self.written_on) <= latest

    @model_validator(mode="after")
    def _is_for_a_time(self) -> "Summary":
        days = date.fromisoformat(self.until) - date.fromisoformat(self.written_on)
        if not timedelta(0) <= days <= timedelta(days=SUMMARY_DAYS_MOST):
            raise ValueError("a summary is there for 0 to 90 days")
        return self


class SentRoleCard(OnPage):
    """A facilitator's role card. Without the limits there is none: nobody shares anything before they saw them."""

    limits_of_confidentiality: SomeText
    i_do: SomeText | None = None
    i_do_not: SomeText | None = None
    who_supports_me: SomeText | None = None
    reads_on: SomeText | None = None
    lived_experience_statement: SomeText | None = None


class Closing(OnPage):
    """The group comes to its end, or somebody else holds it from then on."""

    on: Day
    """The last day."""
    words: SomeText | None = None
    handed_to: Annotated[Name, Field(min_length=1)] | None = None
