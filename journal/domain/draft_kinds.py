"""What drafts are called: one name for each form, so that what was begun one way is found in all three.

A draft has a kind and, where it belongs to something, the id of that: together its place.
"""

from collections.abc import Iterable
from typing import NamedTuple

from journal.domain.entry import Draft, answers_of
from journal.domain.goal import GOAL_PARTS
from journal.domain.parts import Part
from journal.domain.peer_session import SESSION_PARTS, Whom
from journal.domain.shelves import PLANS, SHELVES, PlanPart, Thing

GOAL_TITLE = "goal-title"
GOAL_STEP = "goal-step"
"""Beside its goal."""
STEP_WORDS = "step-words"
"""Other words for a step, beside it."""
GOAL_REFLECTION = "goal-reflection"
"""Beside its goal."""
SESSION_BEFORE, SESSION_AFTER = "session-before", "session-after"
"""The halves of a session; see `session_half`."""
SESSION_NEXT = "session-next"
"""What comes next, on its way to be a step of a goal; beside its session."""
SUPPORT_LINE = "support-line"
"""A support line of one's own; beside its id where it is changed."""
AGREEMENT, ENDING = "agreement", "ending"
"""Beside their partner, whose other parts have a draft of their own."""
MESSAGE, NEXT_MEETING = "message", "next-meeting"
"""Words to a partner, and the line for the next time; beside their partner."""
MY_PAGE = "my-page"
"""The page for a facilitator, whether it is written yet or not; beside that facilitator."""

_OF_A_GROUP = "-group"
_NAME = "-name"
_PLAN = "plan-"

HALVES = tuple(half + group for half in (SESSION_BEFORE, SESSION_AFTER) for group in ("", _OF_A_GROUP))

WHEN = "when"
"""The name under which a half of a session keeps the day that was chosen: ISO 8601 with offset."""

KNOWN_BY_ONE_LINE = ("tool", "person", "strength", "partner")
"""Things whose one needed line may be asked alone; it is kept under its name, with whatever else is filled in."""

_PARTS: dict[str, tuple[Part, ...]] = {
    "goal": GOAL_PARTS,
    "session": SESSION_PARTS,
    **{kind: shelf.every_part for kind, shelf in SHELVES.items()},
}
_BELONGS = {
    "step": "goal", AGREEMENT: "partner", ENDING: "partner", MESSAGE: "partner", "next": "partner", "my": "summary",
}  # fmt: skip
"""Whose drafts these are, by the first word of their kind, where it is not that word itself."""

_GROUP_NAME = "group_name"


class Place(NamedTuple):
    """Where a draft is kept and looked for."""

    kind: str
    item_id: str | None = None


def place_of(draft: Draft) -> Place:
    """Where this one is kept."""
    return Place(draft.kind, draft.item_id)


def new_thing(shelf: str) -> Place:
    """Something that is not on its shelf yet; of a plan see `plan_section`."""
    return Place(f"{shelf}{_NAME}" if shelf in KNOWN_BY_ONE_LINE else shelf)


def shelf_of_new(draft: Draft) -> str | None:
    """The shelf that a draft of `new_thing` is for; `None` of any other."""
    shelf = draft.kind.removesuffix(_NAME)
    return shelf if shelf in SHELVES and draft.item_id is None else None


def change_of(shelf: str, thing: Thing) -> Place:
    """A change to something on a shelf; a section of a plan has one draft, whether it is written yet or not."""
    return plan_section(thing.section) if isinstance(thing, PlanPart) else Place(shelf, thing.id)


def plan_section(section: str) -> Place:
    """The words of a section of one of the plans."""
    return Place(f"{_PLAN}{section}")


def section_of(draft: Draft) -> tuple[str, str] | None:
    """The plan and the section that a draft of `plan_section` is for; `None` of any other."""
    section = draft.kind.removeprefix(_PLAN)
    found = ((plan, section) for plan, sections in PLANS.items() if section in sections)
    return next(found, None) if draft.kind.startswith(_PLAN) else None


def message(partner_id: str, about: str | None) -> Place:
    """Words to a partner, about a goal between the two or about none: what was begun about one stays with it."""
    return Place(MESSAGE if about is None else f"{MESSAGE}-{about}", partner_id)


def message_about(draft: Draft) -> str | None:
    """The goal, by the id that both know it by, that a draft of `message` is about."""
    return draft.kind.removeprefix(MESSAGE).removeprefix("-") or None


def is_message(draft: Draft) -> bool:
    """Whether it is one of `message`."""
    return draft.kind.partition("-")[0] == MESSAGE


def session_half(half: str, whom: Whom, *, in_group: bool = False) -> Place:
    """One half of a session, `SESSION_BEFORE` or `SESSION_AFTER`: for every partner, for groups, and for nobody.

    Args:
        half: which.
        whom: with whom it is.
        in_group: whether it is with a group that has no name yet.
    """
    if whom.partner_id is None and (in_group or whom.group_name is not None):
        return Place(half + _OF_A_GROUP)
    return Place(half, whom.partner_id)


def half_begun(drafts: Iterable[Draft], half: str, whom: Whom, *, in_group: bool = False) -> Draft | None:
    """The first draft of this half with them; of another group by name it is none."""
    place = session_half(half, whom, in_group=in_group)
    of_the_half = (draft for draft in drafts if place_of(draft) == place)
    return next((draft for draft in of_the_half if _may_be_with(draft, whom)), None)


def _may_be_with(draft: Draft, whom: Whom) -> bool:
    group_name = whom_of(draft).group_name
    both_named = group_name is not None and whom.group_name is not None
    return not both_named or Whom(group_name=group_name).matches(Whom(group_name=whom.group_name))


def whom_of(draft: Draft) -> Whom:
    """With whom the session is that a draft of `HALVES` is for."""
    named = answers_of(draft).get(_GROUP_NAME) if is_in_group(draft) else None
    return Whom(draft.item_id, " ".join(str(named).split()) or None if named else None)


def is_in_group(draft: Draft) -> bool:
    """Whether it is a half of a group's session, with a name or without."""
    return draft.kind.endswith(_OF_A_GROUP)


def half_of(draft: Draft) -> str:
    """`SESSION_BEFORE` or `SESSION_AFTER`, of a draft of `HALVES`."""
    return draft.kind.removesuffix(_OF_A_GROUP)


def belongs_to(kind: str) -> str:
    """The kind of thing that a draft is of, by the kind of the draft: `goal` of a goal's step; else its own."""
    first = kind.partition("-")[0]
    of_a_thing = _BELONGS.get(first, first)
    return of_a_thing if of_a_thing in _PARTS else kind


def parts_of(kind: str) -> tuple[Part, ...]:
    """Every part of a kind of thing; none of what has words and no parts."""
    return _PARTS.get(kind, ())
