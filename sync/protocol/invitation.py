"""The first message of a meeting: what somebody sees before they join."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sync.errors import Unreadable
from sync.protocol.canonical import canonical
from sync.protocol.parts import Digest, Name

Kind = Literal["partner", "facilitator"]


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _is_instant(text: str) -> str:
    # A day that no calendar has is found here and not when it is asked for.
    _instant(text)
    return text


Instant = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"), AfterValidator(_is_instant)
]


class Invitation(BaseModel):
    """What is offered, by whom it was committed to, and until when an answer counts."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    v: Literal[1]
    commit: Digest
    kind: Kind
    group: Name | None
    exp: Instant

    @property
    def expires(self) -> datetime:
        """An instant, UTC."""
        return _instant(self.exp)


def read_invitation(body: bytes) -> Invitation:
    """The invitation in the body of a first message.

    Raises:
        Unreadable: anything else, or not written in the one way.
    """
    try:
        invitation = Invitation.model_validate_json(body)
        is_canonical = canonical(invitation.model_dump(mode="json")) == body
    except (ValidationError, ValueError, RecursionError):
        raise Unreadable from None
    if not is_canonical:
        raise Unreadable
    return invitation
