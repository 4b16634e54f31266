"""A peer support group: the page a person writes for its facilitator, and what a facilitator keeps of their own.

A facilitator holds a group and has lived experience too. Source: domain brief, sections 12b and 12c.
"""

from dataclasses import dataclass, field

from journal.domain.parts import Part


@dataclass(frozen=True, slots=True)
class FacilitatorSummary:
    """A page that a person writes for one facilitator. It stays here until they say yes to it as it is then."""

    id: str
    created_at: str = ""
    """UTC instant, ISO 8601; so in everything here."""
    partner: str = ""
    """The id of the facilitator it is for."""
    what_matters_to_me_now: str | None = field(default=None, repr=False)
    support_i_would_like: str | None = field(default=None, repr=False)
    questions_for_you: str | None = field(default=None, repr=False)
    goals: tuple[str, ...] = ()
    """Each the id of a goal and the parts of it that were chosen: `0f3c… title,next_step`."""
    what_is_going_well: str | None = field(default=None, repr=False)
    what_helps_me: str | None = field(default=None, repr=False)
    what_i_bring: str | None = field(default=None, repr=False)
    please_know: str | None = field(default=None, repr=False)
    look_back_lines: tuple[str, ...] = field(default=(), repr=False)
    """Sentences over a period, ticked one by one and edited; never a day, and never a row of numbers."""
    period: str | None = field(default=None, repr=False)
    valid_until: str | None = None
    """Local calendar day: the last one, where another than the usual is wanted."""
    may_print: str = "no"


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """A group that a facilitator holds, with what it agreed. Who is in it is not kept as a list."""

    id: str
    created_at: str = ""
    name: str = field(default="", repr=False)
    via: str = ""
    """Where its members and the facilitator meet: `folder:PATH` or `relay:URL`."""
    why_we_meet: str | None = field(default=None, repr=False)
    when: str | None = field(default=None, repr=False)
    privacy: str | None = field(default=None, repr=False)
    hard_times_and_stopping: str | None = field(default=None, repr=False)
    closes_on: str | None = None
    """Local calendar day: the last one, once its closing was said."""
    closing_words: str | None = field(default=None, repr=False)
    handed_to: str | None = field(default=None, repr=False)
    """Who holds it from then on."""


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What a facilitator says of themselves, before anybody shares anything with them."""

    id: str
    created_at: str = ""
    name: str | None = field(default=None, repr=False)
    """What the members of their groups see; so are all the other parts."""
    i_do: str | None = field(default=None, repr=False)
    i_do_not: str | None = field(default=None, repr=False)
    who_supports_me: str | None = field(default=None, repr=False)
    limits_of_confidentiality: str | None = field(default=None, repr=False)
    """When their organisation would tell somebody else, and whom."""
    reads_on: str | None = field(default=None, repr=False)
    lived_experience_statement: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class GroupNote:
    """A note that a facilitator wrote to a group."""

    id: str
    created_at: str = ""
    text: str = field(default="", repr=False)
    group: str = ""
    """The group's id."""


ASKED_FIRST = (
    Part("what_matters_to_me_now", "text"),
    Part("support_i_would_like", "text"),
    Part("questions_for_you", "text"),
)
"""The three parts of a summary that are asked; the rest is there to be opened."""

REST_OF_SUMMARY = (
    Part("goals", "lines"),
    Part("what_is_going_well", "text"),
    Part("what_helps_me", "text"),
    Part("what_i_bring", "text"),
    Part("please_know", "text"),
    Part("look_back_lines", "lines"),
    Part("period", "line"),
    Part("valid_until", "day"),
    Part("may_print", "one_of", ("no", "yes")),
)

SUMMARY_PARTS = (*ASKED_FIRST, *REST_OF_SUMMARY)
SUMMARY_OF = (Part("partner", "line", needed=True),)

GROUP_PARTS = (Part("name", "line", needed=True),)
GROUP_AGREEMENT = (
    Part("why_we_meet", "text"),
    Part("when", "text"),
    Part("privacy", "text"),
    Part("hard_times_and_stopping", "text"),
)
GROUP_ITSELF = (
    Part("via", "line", needed=True),
    Part("closes_on", "day"),
    Part("closing_words", "text"),
    Part("handed_to", "line"),
)

ROLE_CARD_PARTS = (
    Part("name", "line"),
    Part("limits_of_confidentiality", "text"),
    Part("reads_on", "line"),
    Part("i_do", "text"),
    Part("i_do_not", "text"),
    Part("who_supports_me", "text"),
    Part("lived_experience_statement", "text"),
)
"""In the order in which they are asked: without the limits nobody can share anything."""

NOTE_PARTS = (Part("text", "text", needed=True),)
NOTE_OF = (Part("group", "line", needed=True),)
