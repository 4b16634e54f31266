"""What is about to be shared: the parts, the words as they are now, and the very bytes that would go."""

from dataclasses import dataclass, field, replace

from journal.domain.goal import Goal, GoalStep
from sync.protocol.canonical import canonical
from sync.protocol.content import SharedGoal, SharedStep
from sync.records.consents import Consent

WORDS_OF_A_GOAL = ("title", "why_it_matters", "how_id_like_support")
STATUS = "status"
NEXT_STEP = "next_step"
SHAREABLE = ("title", "why_it_matters", "status", "next_step", "how_id_like_support")
"""Every part of a goal that can ever leave, in the order in which it is shown. Source: domain brief, section 11."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One goal as one partner would see it."""

    partner: str
    goal: str
    shared: str
    """The id that the partner would know it by."""
    fields: tuple[str, ...]
    words: dict[str, str] = field(repr=False)
    step: str | None
    step_shared: str | None
    step_status: str | None
    expires: str
    """Local calendar day: the last one."""
    supersedes: str | None = None
    """The id of the yes in whose place this one would stand."""

    @property
    def part(self) -> SharedGoal:
        """What would stand on the page."""
        return part_of(self.words, self.shared, self.expires, self.step_shared, self.step_status)

    @property
    def bytes_that_go(self) -> bytes:
        """As they would stand on the page, byte for byte."""
        return canonical(self.part.model_dump(mode="json", exclude_defaults=True))

    def until(self, day: str) -> "Offer":
        """The same, until another day."""
        return replace(self, expires=day)


def words_now(goal: Goal, fields: tuple[str, ...]) -> tuple[dict[str, str], GoalStep | None]:
    """The words of these parts as they are now, by part, and the step that is among them.

    A part that was left blank is not there; neither is a next step where every step is done.
    """
    words = {name: text for name in WORDS_OF_A_GOAL if name in fields and (text := getattr(goal, name))}
    if STATUS in fields:
        words[STATUS] = goal.status
    step = goal.next_step if NEXT_STEP in fields else None
    if step is not None:
        words[NEXT_STEP] = step.text
    return words, step


def part_of(
    words: dict[str, str], shared: str, expires: str, step_shared: str | None, step_status: str | None
) -> SharedGoal:
    """What stands on a page for one yes."""
    step = None
    if NEXT_STEP in words and step_shared is not None and step_status is not None:
        step = SharedStep.model_validate({"id": step_shared, "text": words[NEXT_STEP], "status": step_status})
    texts = {name: text for name, text in words.items() if name != NEXT_STEP}
    return SharedGoal.model_validate({"id": shared, "until": expires, "next_step": step, **texts})


def words_left(consent: Consent, goal: Goal) -> dict[str, str]:
    """The words of a yes, but for the parts that were emptied since and a step that is gone."""
    has_step = any(step.id == consent.step for step in goal.steps)
    return {
        name: text for name, text in consent.words.items() if (has_step if name == NEXT_STEP else getattr(goal, name))
    }


def as_it_travels(consent: Consent, goal: Goal) -> SharedGoal | None:
    """A yes as it stands on the page today: its words as they were, with the status that travels by itself.

    A part that was emptied since is not there, nor is a step that is gone: to take away needs no yes. `None`: none
    of its parts is there any more.
    """
    words = words_left(consent, goal)
    if not words:
        return None
    if STATUS in words:
        words[STATUS] = goal.status
    step_status = next((step.status for step in goal.steps if step.id == consent.step), None)
    return part_of(words, consent.shared, consent.expires, consent.step_shared, step_status)


def has_other_words(consent: Consent, goal: Goal) -> bool:
    """Whether there are words that wait for a yes: a line that reads otherwise now, or another next step."""
    words, step = words_now(goal, consent.fields)
    if any(name in words and words[name] != consent.words.get(name) for name in WORDS_OF_A_GOAL):
        return True
    return step is not None and (step.id != consent.step or step.text != consent.words.get(NEXT_STEP))
