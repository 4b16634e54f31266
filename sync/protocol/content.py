"""What may stand on a page. Every part may be absent; what is not named here is refused, and so is the whole page.

Source: `docs/share-format.md`, "Content".
"""

import unicodedata
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from sync.errors import TooLong, Unreadable
from sync.protocol.canonical import canonical
from sync.protocol.sizes import CONTENT_MOST, NUMBER_MOST

GOALS_MOST = 20
NOTES_MOST = 20
TEXT_MOST = 2_000
NAME_MOST = 80

GoalStatus = Literal["idea", "moving_towards", "resting", "reached", "changed_direction", "let_go"]
StepStatus = Literal["to_try", "doing", "done", "set_aside"]
Section = Literal["why_we_meet", "when", "privacy", "hard_times_and_stopping"]


def _composed(text: object) -> object:
    """One way of writing each sign, before its length is looked at: what is measured is what travels."""
    return unicodedata.normalize("NFC", text) if isinstance(text, str) else text


def _is_day(text: str) -> str:
    date.fromisoformat(text)
    return text


Text = Annotated[str, BeforeValidator(_composed), Field(max_length=TEXT_MOST)]
Name = Annotated[str, BeforeValidator(_composed), Field(max_length=NAME_MOST)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_is_day)]
SharedId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    def __repr_args__(self) -> tuple[()]:
        """Nothing: words must not reach a screen by way of an error."""
        return ()


class SharedStep(_Part):
    """The one next step that goes with a goal."""

    id: SharedId
    text: Text
    status: StepStatus


class SharedGoal(_Part):
    """The parts of one goal that were said yes to. Its id is random and is no id of the journal."""

    id: SharedId
    until: Day
    title: Text | None = None
    why_it_matters: Text | None = None
    status: GoalStatus | None = None
    next_step: SharedStep | None = None
    how_id_like_support: Text | None = None


class Note(_Part):
    """Words typed to this partner: an encouragement, or a reply. `no` counts from 1 in each direction."""

    no: Annotated[int, Field(ge=1, le=NUMBER_MOST)]
    about: SharedId | None = None
    text: Text


class Agreement(_Part):
    """One's own part, by section, and which state of the partner's part one says yes to."""

    mine: dict[Section, Text] = {}
    yes_to: Digest | None = None


class Content(_Part):
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
    end: bool | None = None

    def on(self, day: str) -> "Content":
        """What of it counts on this local calendar day: what a held back page holds goes at its time all the same."""
        return self.model_copy(update={"goals": tuple(goal for goal in self.goals if goal.until >= day)})


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
