"""The small parts that a page is made of: how long a text may be, what a day and an id look like."""

import unicodedata
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

TEXT_MOST = 2_000
NAME_MOST = 80

GoalStatus = Literal["idea", "moving_towards", "resting", "reached", "changed_direction", "let_go"]
StepStatus = Literal["to_try", "doing", "done", "set_aside"]
Section = Literal["why_we_meet", "when", "privacy", "hard_times_and_stopping"]


def _composed(text: object) -> object:
    """One way of writing each sign, before its length is looked at: what is measured is what travels."""
    return unicodedata.normalize("NFC", text) if isinstance(text, str) else text


def _is_one_line(text: str) -> str:
    if len(text.splitlines()) > 1:
        raise ValueError("a name is one line")
    return text


def _is_day(text: str) -> str:
    date.fromisoformat(text)
    return text


Text = Annotated[str, BeforeValidator(_composed), Field(max_length=TEXT_MOST)]
Name = Annotated[str, BeforeValidator(_composed), Field(max_length=NAME_MOST), AfterValidator(_is_one_line)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_is_day)]
SharedId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class OnPage(BaseModel):
    """One part of a page: nothing is turned into what it is not, and what is not named is refused."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    def __repr_args__(self) -> tuple[()]:
        """Nothing: words must not reach a screen by way of an error."""
        return ()
