"""A check-in that is not saved yet: what is filled in, and the scale that its numbers belong to.

The scale is kept beside the numbers, so that an answer of one scale never becomes an answer of another, whatever is
chosen meanwhile.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from journal.domain.entry import Draft, answers_of
from journal.domain.scales import DEFAULT_SCALE, DIMENSIONS, SCALE, SCALES

KIND = "check-in"


@dataclass(frozen=True, slots=True)
class Filled:
    """What is filled in. Everything may be blank."""

    scale_id: str
    numbers: Mapping[str, int | None]
    """By dimension; a dimension that was not asked may be missing."""
    feelings: str = field(default="", repr=False)
    """As typed, with commas between."""
    helped: str = field(default="", repr=False)
    """As typed, with commas between."""
    note: str = field(default="", repr=False)

    @property
    def given(self) -> dict[str, int]:
        """The numbers there are."""
        return {name: answer for name, answer in self.numbers.items() if answer is not None}

    @property
    def is_blank(self) -> bool:
        return not (self.given or self.feelings.strip() or self.helped.strip() or self.note.strip())

    def is_as(self, other: "Filled") -> bool:
        """Whether the same is filled in, whatever is asked beside it."""
        mine, theirs = (
            (one.given, one.given and one.scale_id, one.feelings, one.helped, one.note) for one in (self, other)
        )
        return mine == theirs

    def answers(self) -> dict[str, object]:
        """Everything but the note, as a draft keeps it."""
        scale = {SCALE: self.scale_id} if self.given else {}
        return {**self.given, "feelings": self.feelings, "helped": self.helped, **scale}


def filled_of(draft: Draft, chosen: str) -> Filled:
    """What a draft holds. Numbers that are none of its scale's are left out.

    Args:
        draft: a check-in that was begun, or a blank one.
        chosen: id of the scale that is answered on now, for a draft without numbers.
    """
    answers = answers_of(draft)
    scale_id = str(answers.get(SCALE) or DEFAULT_SCALE)
    given = {name: number for name in DIMENSIONS if (number := _number(answers.get(name), scale_id)) is not None}
    return Filled(
        scale_id if given else chosen,
        given,
        str(answers.get("feelings") or ""),
        str(answers.get("helped") or ""),
        draft.body,
    )


def dimensions_asked(chosen: Collection[str], filled: Filled) -> tuple[str, ...]:
    """What is asked for: what was chosen, and what has an answer already. None where the scale has no numbers."""
    if SCALES[filled.scale_id].lowest is None:
        return ()
    return tuple(name for name in DIMENSIONS if name in chosen or name in filled.given)


def _number(given: object, scale_id: str) -> int | None:
    scale = SCALES.get(scale_id)
    if scale is None or scale.lowest is None or scale.highest is None:
        return None
    if isinstance(given, int) and not isinstance(given, bool) and scale.lowest <= given <= scale.highest:
        return given
    return None
