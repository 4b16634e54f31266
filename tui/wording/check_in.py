"""The check-in's questions and the words under every scale. Source: domain brief, section 4."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from journal.domain.scales import DEFAULT_SCALE, SCALE
from tui.language import _
from tui.wording import saved, typed

if TYPE_CHECKING:
    from journal.use_cases.checking_in import CheckInSaved

TODAY = {
    "mood": _("How is your mood today, so far?"),
    "hope": _("How hopeful do you feel today?"),
    "connection": _("How connected do you feel to other people today?"),
    "self_belief": _("How able do you feel to handle things today?"),
    "energy": _("How much energy do you have today?"),
}

THAT_DAY = {
    "mood": _("How was your mood that day?"),
    "hope": _("How hopeful did you feel that day?"),
    "connection": _("How connected did you feel to other people that day?"),
    "self_belief": _("How able did you feel to handle things that day?"),
    "energy": _("How much energy did you have that day?"),
}

DIMENSION_NAMES = {
    "mood": _("mood"), "hope": _("hope"), "connection": _("connection"), "self_belief": _("self-belief"), "energy": _("energy"),
}  # fmt: skip

_HOW_MUCH_11 = {0: _("not at all"), 5: _("somewhat"), 10: _("very")}
_HOW_MUCH_5 = (_("not at all"), _("a little"), _("somewhat"), _("quite"), _("very"))
_HOW_MUCH_3 = (_("not much"), _("some"), _("a lot"))

ANCHORS = {
    "mood": {0: _("very low"), 5: _("in between"), 10: _("very good")},
    "hope": _HOW_MUCH_11,
    "connection": _HOW_MUCH_11,
    "self_belief": _HOW_MUCH_11,
    "energy": {0: _("none"), 5: _("some"), 10: _("a lot")},
}
"""Words at 0, 5 and 10 of `n11_v1`."""

_FIVE = {
    "mood": (_("very low"), _("low"), _("in between"), _("good"), _("very good")),
    "energy": (_("none"), _("a little"), _("some"), _("quite a lot"), _("a lot")),
}
_THREE = {"mood": (_("low"), _("in between"), _("good"))}

_BESIDE = {**DIMENSION_NAMES, "feelings": _("words for it"), "helped": _("what helped")}

HELPED = {
    "a_lot": _("helped a lot"),
    "a_little": _("helped a little"),
    "not_this_time": _("not this time"),
    "not_sure": _("not sure"),
}

NOT_ANSWERED = _("not answered, which is fine")
FEELINGS = _("Any words for it? (up to five, or none)")
HELPED_TODAY = _("Did anything help today?")
HELPED_THAT_DAY = _("Did anything help that day?")
NOTE = typed.NOTE
HEAVY = _("If today is heavy, support is one key away: F2.")
SAVED = saved.SAVED
MANY = _("You have checked in a few times today. It is fine to put this down for a while.")


def answer_words(dimension: str, scale_id: str, answer: int) -> str:
    """The word for an answer. On 0 to 10 the numbers between the three words are said by their neighbours."""
    if scale_id == "words5_v1":
        return _FIVE.get(dimension, _HOW_MUCH_5)[answer - 1]
    if scale_id == "easy3_v1":
        return _THREE.get(dimension, _HOW_MUCH_3)[answer - 1]
    anchors = ANCHORS[dimension]
    if answer in anchors:
        return anchors[answer]
    low, high = (0, 5) if answer < 5 else (5, 10)
    nearer, other = (low, high) if answer - low < high - answer else (high, low)
    return _("nearer {near} than {far}").format(near=anchors[nearer], far=anchors[other])


def points(dimension: str, scale_id: str) -> list[tuple[int, str]]:
    """Every answer of a scale with its word, lowest first; for 0 to 10 the words stand at 0, 5 and 10 alone."""
    if scale_id == "words5_v1":
        return list(enumerate(_FIVE.get(dimension, _HOW_MUCH_5), 1))
    if scale_id == "easy3_v1":
        return list(enumerate(_THREE.get(dimension, _HOW_MUCH_3), 1))
    return [(answer, ANCHORS[dimension].get(answer, "")) for answer in range(11)]


def question(dimension: str, for_date: str, today: str) -> str:
    """The question, worded for today or for a day that has been."""
    return (TODAY if date.fromisoformat(for_date) >= date.fromisoformat(today) else THAT_DAY)[dimension]


def helped_question(for_date: str, today: str) -> str:
    return HELPED_TODAY if for_date >= today else HELPED_THAT_DAY


def you_noted(names: list[str]) -> str:
    """What is said after a tool was marked as helping."""
    return _("You noted that {tools} helped.").format(tools=_(" and ").join(names))


def begun_in_words(answers: Mapping[str, object]) -> list[tuple[str, str]]:
    """What a draft of a check-in holds beside its note: each part by its name, numbers as their scale says them."""
    scale_id = str(answers.get(SCALE) or DEFAULT_SCALE)
    given = [(name, answer) for name, answer in answers.items() if name != SCALE and answer is not None]
    return [(_BESIDE.get(name, name), _begun(name, answer, scale_id)) for name, answer in given]


def _begun(name: str, answer: object, scale_id: str) -> str:
    said = dict(points(name, scale_id)) if name in DIMENSION_NAMES else {}
    return said[answer] if isinstance(answer, int) and said.get(answer) and scale_id != "n11_v1" else str(answer)


def said_after(done: "CheckInSaved", helping: Sequence[str], heavy: str = HEAVY) -> list[str]:
    """Thanks, what was noted as helping, and at most one soft line of each kind.

    Args:
        done: what was saved.
        helping: names of the tools that were marked as helping.
        heavy: the line about support, as it can be reached from where it is said.
    """
    lines = [SAVED]
    if helping:
        lines.append(you_noted(list(helping)))
    if done.support_is_offered:
        lines.append(heavy)
    if done.is_one_of_many:
        lines.append(MANY)
    return lines
