"""What a person has named as theirs: tools, strengths, people, plans, a story, a week, partners, pages for others.

In a facilitator's home: groups, notes to them and a role card. Each kind stands on its own shelf. None of it has a day
in the timeline; all of it can be changed with the earlier words kept, deleted, and brought back.
"""

from dataclasses import dataclass, field

from journal.domain.groups import (
    GROUP_AGREEMENT,
    GROUP_ITSELF,
    GROUP_PARTS,
    NOTE_OF,
    NOTE_PARTS,
    ROLE_CARD_PARTS,
    SUMMARY_OF,
    SUMMARY_PARTS,
    FacilitatorSummary,
    GroupNote,
    PeerGroup,
    RoleCard,
)
from journal.domain.parts import Part
from journal.errors import NotAllowed

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")

STAYING_WELL = (
    "when_im_well", "everyday_things", "stressors", "early_signs", "what_i_do_then", "after_a_hard_time",
)  # fmt: skip
GETTING_THROUGH = (
    "what_matters_to_me", "signs_its_getting_hard", "things_i_can_do_alone", "people_and_places_that_lift_me",
    "people_i_can_ask", "workers_and_lines", "making_my_space_safer",
)  # fmt: skip
TOOL_KINDS = (
    "body", "breath", "senses", "people", "creative", "movement", "rest", "practical", "faith_or_meaning", "learning",
    "nature", "other",
)  # fmt: skip

PLANS = {"staying_well": STAYING_WELL, "getting_through": GETTING_THROUGH}
"""Each plan's sections, in the order they are shown. Not WRAP, and not the Stanley-Brown Safety Plan."""


@dataclass(frozen=True, slots=True)
class CopingTool:
    """Something that helps."""

    id: str
    created_at: str = ""
    """UTC instant, ISO 8601; so in every thing on a shelf."""
    name: str = field(default="", repr=False)
    kind: str = "other"
    how_to: str | None = field(default=None, repr=False)
    works_when: str | None = field(default=None, repr=False)
    with_others: str = "either"
    learnt_from: str = "self"


@dataclass(frozen=True, slots=True)
class Strength:
    """Something the person brings."""

    id: str
    created_at: str = ""
    text: str = field(default="", repr=False)
    story: str | None = field(default=None, repr=False)
    source: str = "self"


@dataclass(frozen=True, slots=True)
class MyPerson:
    """Somebody in the person's life. Never leaves the vault."""

    id: str
    created_at: str = ""
    alias: str = field(default="", repr=False)
    relationship: str | None = field(default=None, repr=False)
    good_for: tuple[str, ...] = ()
    contact: str | None = field(default=None, repr=False)
    asked_ok: str = "not_yet"


@dataclass(frozen=True, slots=True)
class WeekAnchor:
    """Something that repeats every week. Nobody keeps count of whether it happened."""

    id: str
    created_at: str = ""
    label: str = field(default="", repr=False)
    weekday: str = "monday"
    part_of_day: str = "morning"
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class MyStory:
    """The person's own story. Private."""

    id: str
    created_at: str = ""
    title: str | None = field(default=None, repr=False)
    body: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One section of a plan."""

    id: str
    created_at: str = ""
    plan: str = ""
    section: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PeerPartnership:
    """A peer, by name alone: most do not use cairn. Either may pause or end it."""

    id: str
    created_at: str = ""
    partner_alias: str = field(default="", repr=False)
    kind: str = "intentional_one_to_one"
    supporter_title: str | None = field(default=None, repr=False)
    status: str = "active"
    organisation: str | None = field(default=None, repr=False)
    started_on: str | None = None
    ended_on: str | None = None
    ending_note: str | None = field(default=None, repr=False)
    why_we_meet: str | None = field(default=None, repr=False)
    """This and the next three: my part of the agreement, the person's own words."""
    when: str | None = field(default=None, repr=False)
    privacy: str | None = field(default=None, repr=False)
    hard_times_and_stopping: str | None = field(default=None, repr=False)
    review_on: str | None = None

    @property
    def has_agreement(self) -> bool:
        """Whether my part of an agreement has any words."""
        return any((self.why_we_meet, self.when, self.privacy, self.hard_times_and_stopping))

    def asks_to_be_seen(self, today: str) -> bool:
        """Whether the day has come on which the agreement is to be looked at again; never of one that has ended."""
        return self.status != "ended" and self.review_on is not None and self.review_on <= today


Thing = (
    CopingTool
    | Strength
    | MyPerson
    | WeekAnchor
    | MyStory
    | PlanPart
    | PeerPartnership
    | FacilitatorSummary
    | PeerGroup
    | RoleCard
    | GroupNote
)

AGREEMENT = (
    Part("why_we_meet", "text"),
    Part("when", "text"),
    Part("privacy", "text"),
    Part("hard_times_and_stopping", "text"),
    Part("review_on", "day"),
)
"""My part of a peer agreement. Source: domain brief, section 12a."""

AGREEMENT_REVIEW_DAYS = 56
"""Eight weeks, unless both pick another day."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of thing: what it is made of, in the order it is asked. The first part is the one it is known by."""

    kind: str
    makes: type[Thing]
    parts: tuple[Part, ...]
    deed_parts: tuple[Part, ...] = ()
    """Parts that are not asked with the others, since they have a deed of their own."""

    @property
    def every_part(self) -> tuple[Part, ...]:
        """All that is kept of it."""
        return (*self.parts, *self.deed_parts)


SHELVES = {
    shelf.kind: shelf
    for shelf in (
        Shelf(
            "tool",
            CopingTool,
            (
                Part("name", "line", needed=True),
                Part("how_to", "text"),
                Part("works_when", "text"),
                Part("learnt_from", "one_of", ("self", "peer", "worker", "family_or_friend", "book_or_media", "other")),
                Part("with_others", "one_of", ("alone", "with_others", "either")),
                Part("kind", "one_of", TOOL_KINDS),
            ),
        ),
        Shelf(
            "strength",
            Strength,
            (
                Part("text", "line", needed=True),
                Part("story", "text"),
                Part("source", "one_of", ("self", "peer", "other")),
            ),
        ),
        Shelf(
            "person",
            MyPerson,
            (
                Part("alias", "line", needed=True),
                Part("relationship", "line"),
                Part("good_for", "some_of", ("talk", "company", "practical", "laugh", "quiet", "emergency")),
                Part("contact", "line"),
                Part("asked_ok", "one_of", ("yes", "not_yet")),
            ),
        ),
        Shelf(
            "week",
            WeekAnchor,
            (
                Part("label", "line", needed=True),
                Part("weekday", "one_of", WEEKDAYS),
                Part("part_of_day", "one_of", PARTS_OF_DAY),
                Part("note", "text"),
            ),
        ),
        Shelf("story", MyStory, (Part("title", "line"), Part("body", "text", needed=True))),
        Shelf(
            "plan",
            PlanPart,
            (Part("words", "text", needed=True),),
            (
                Part("plan", "one_of", tuple(PLANS), needed=True),
                Part("section", "one_of", (*STAYING_WELL, *GETTING_THROUGH), needed=True),
            ),
        ),
        Shelf(
            "partner",
            PeerPartnership,
            (
                Part("partner_alias", "line", needed=True),
                Part("kind", "one_of", ("intentional_one_to_one", "peer_supporter", "informal", "group")),
                Part("supporter_title", "line"),
                Part("organisation", "line"),
                Part("started_on", "day"),
            ),
            (
                Part("status", "one_of", ("invited", "active", "paused", "ended")),
                Part("ended_on", "day"),
                Part("ending_note", "text"),
                *AGREEMENT,
            ),
        ),
        Shelf("summary", FacilitatorSummary, SUMMARY_PARTS, SUMMARY_OF),
        Shelf("peer_group", PeerGroup, GROUP_PARTS, (*GROUP_AGREEMENT, *GROUP_ITSELF)),
        Shelf("role_card", RoleCard, ROLE_CARD_PARTS),
        Shelf("group_note", GroupNote, NOTE_PARTS, NOTE_OF),
    )
}
"""By kind, which is also the kind of the row on the spine."""


def shelf_named(kind: str) -> Shelf:
    """The shelf of this kind.

    Raises:
        NotAllowed: there is none.
    """
    if kind not in SHELVES:
        raise NotAllowed("kind", SHELVES)
    return SHELVES[kind]
