"""What may stand on a page. Every part may be absent; what is not named here is refused, and so is the whole page.

Source: `docs/share-format.md`, "Content".
"""

from typing import Annotated

from pydantic import Field, ValidationError

from sync.errors import TooLong, Unreadable
from sync.protocol.canonical import canonical
from sync.protocol.parts import Day, Digest, GoalStatus, Name, OnPage, Section, SharedId, StepStatus, Text
from sync.protocol.sizes import CONTENT_MOST, NUMBER_MOST
from sync.protocol.summary import Closing, SentRoleCard, Summary
from sync.protocol.writers import Writer

GOALS_MOST = 20
NOTES_MOST = 20


class SharedStep(OnPage):
    """The one next step that goes with a goal."""

    id: SharedId
    text: Text
    status: StepStatus


class SharedGoal(OnPage):
    """The parts of one goal that were said yes to. Its id is random and is no id of the journal."""

    id: SharedId
    until: Day
    title: Text | None = None
    why_it_matters: Text | None = None
    status: GoalStatus | None = None
    next_step: SharedStep | None = None
    how_id_like_support: Text | None = None


class Note(OnPage):
    """Words typed to this partner: an encouragement, or a reply. `no` counts from 1 in each direction."""

    no: Annotated[int, Field(ge=1, le=NUMBER_MOST)]
    about: SharedId | None = None
    text: Text


class Agreement(OnPage):
    """One's own part, by section, and which state of the partner's part one says yes to."""

    mine: dict[Section, Text] = Field(default_factory=dict)
    yes_to: Digest | None = None


class Content(OnPage):
    """One person's side of what they share with one partner, whole."""

    confirmed: bool | None = None
    name: Name | None = None
    until: Day | None = None
    """The latest `until` on the page."""
    goals: Annotated[tuple[SharedGoal, ...], Field(max_length=GOALS_MOST)] = ()
    notes: Annotated[tuple[Note, ...], Field(max_length=NOTES_MOST)] = ()
    """Those that the partner has not said to have yet, by number."""
    line: Text | None = None
    """The line "next time we meet"."""
    agreement: Agreement | None = None
    summary: Summary | None = None
    """Of a member, to the facilitator of a group."""
    role_card: SentRoleCard | None = None
    """This and the next: of a facilitator, to a member."""
    closing: Closing | None = None
    end: bool | None = None

    def on(self, day: str) -> "Content":
        """What of it counts on this local calendar day: what a held back page holds goes at its time all the same."""
        goals = tuple(goal for goal in self.goals if goal.until >= day)
        if self.summary is not None and not self.summary.is_of(day):
            # Whoever shares nothing has no name there either.
            return self.model_copy(update={"goals": goals, "summary": None, "name": None, "until": None})
        return self.model_copy(update={"goals": goals})

    def check_writer(self, writer: Writer, group: str | None) -> None:
        """See that whoever wrote it may write this.

        Args:
            writer: who it is by.
            group: the name of the group that the two met in.

        Raises:
            Unreadable: a part is on it that is not theirs to write, or a summary is for another group.
        """
        allowed = {"confirmed", "end", *writer.value}
        if not allowed.issuperset(self.model_dump(exclude_defaults=True)):
            raise Unreadable
        if self.summary is not None and self.summary.group != group:
            raise Unreadable
        if writer is Writer.MEMBER and self.summary is None and (self.name or self.until):
            raise Unreadable
        if writer is Writer.FACILITATOR and self.agreement is not None and self.agreement.yes_to:
            raise Unreadable


EMPTY = Content()


def write_content(content: Content) -> bytes:
    """Canonical JSON; what is absent is not written.

    Raises:
        TooLong: over 13,000 bytes.
    """
    written = canonical(content.model_dump(mode="json", exclude_defaults=True))
    if len(written) > CONTENT_MOST:
        raise TooLong(
            "Together that is {size} bytes for this partner; {most} fit.", size=len(written), most=CONTENT_MOST
        )
    return written


def read_content(written: bytes) -> Content:
    """What a partner's page says.

    Raises:
        Unreadable: over 13,000 bytes, not written in the one way, or anything in it that is not allowed. Nothing of it
            is used then.
    """
    if len(written) > CONTENT_MOST:
        raise Unreadable
    try:
        # In the JSON mode of pydantic a list may become a tuple, and nothing else is taken for what it is not.
        content = Content.model_validate_json(written)
        is_canonical = canonical(content.model_dump(mode="json", exclude_defaults=True)) == written
    except (ValidationError, ValueError, RecursionError):
        # What the library says of it quotes the words.
        raise Unreadable from None
    ids = [goal.id for goal in content.goals]
    numbers = [note.no for note in content.notes]
    if not is_canonical or len(set(ids)) != len(ids) or sorted(set(numbers)) != numbers:
        raise Unreadable
    return content
