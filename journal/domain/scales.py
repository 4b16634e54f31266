"""The scales a person answers on, and what each answer may be.

Numbers only: the words under them are in `tui/wording/`. Answers of two scales are never put together.
"""

from dataclasses import dataclass

from journal.errors import BadInput, NotAllowed, OutOfRange

DIMENSIONS = ("mood", "hope", "connection", "self_belief", "energy")
"""What a check-in may notice, in the order it is asked. Source: domain brief, section 4."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One way to answer, whole numbers from `lowest` to `highest`; `None` for both: words alone."""

    id: str
    lowest: int | None
    highest: int | None


SCALES = {
    scale.id: scale
    for scale in (
        Scale("n11_v1", 0, 10),
        Scale("words5_v1", 1, 5),
        Scale("easy3_v1", 1, 3),
        Scale("words_only", None, None),
    )
}
"""By id; the version is part of the id. Source: domain brief, section 4."""

DEFAULT_SCALE = "n11_v1"
SCALE = "scale_id"
"""The name under which a draft has the scale of its numbers; drafts from before there was a choice have none."""


def scale_in_use(chosen: str, is_easy: bool) -> str:
    """The id of the scale to answer on: easy mode brings its own, words alone stay words alone."""
    return "easy3_v1" if is_easy and chosen != "words_only" else chosen


def scale_named(scale_id: str) -> Scale:
    """The scale of this id.

    Raises:
        NotAllowed: there is none.
    """
    if scale_id not in SCALES:
        raise NotAllowed("scale", SCALES)
    return SCALES[scale_id]


def check_answer(scale: Scale, dimension: str, answer: int | None) -> None:
    """Accept any answer of the scale, and leaving it blank.

    Raises:
        OutOfRange: outside the scale.
        BadInput: a number on the scale without numbers.
    """
    if answer is None:
        return
    if scale.lowest is None or scale.highest is None:
        raise BadInput("{dimension} takes no number on the scale words_only.", dimension=dimension)
    if not scale.lowest <= answer <= scale.highest:
        raise OutOfRange(dimension, scale.lowest, scale.highest)
