"""The short question of each setting. One that is on or off needs none: it turns."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen

from journal.domain.choices import OFF, ON, WEEKDAYS
from journal.domain.entry import THEME_TAGS
from journal.domain.scales import DIMENSIONS, SCALES
from tui.chosen import Chosen
from tui.modals.ask import Ask, Words
from tui.modals.choose import Choose
from tui.modals.choose_some import ChooseSome
from tui.wording import settings as words
from tui.wording.check_in import DIMENSION_NAMES

AT_ONCE = ("look", "quiet", "plain")
"""Outside the journal, and to be seen at once."""

Push = Callable[..., Any]
"""Puts a question on the screen, with what hears its answer."""
Choice = Callable[[str], object]
"""Takes a choice as it is typed elsewhere."""


def ask_for(name: str, chosen: Chosen, push: Push, choose: Choice) -> None:
    """Ask for another choice, or turn it.

    Args:
        name: as it is typed elsewhere.
        chosen: what holds now.
        push: puts a question on the screen.
        choose: called with the answer; not at all where there is none.
    """
    now = str(chosen.value(name))
    if now in (ON, OFF):
        choose(OFF if now == ON else ON)
    elif name == "name":
        _ask_name(now, push, choose)
    elif name == "hidden-prompts":
        choose("")
    elif name in ("dimensions", "hidden-themes"):
        _ask_some(name, now, push, choose)
    else:
        _ask_one(name, now, push, choose)


def _ask_name(now: str, push: Push, choose: Choice) -> None:
    def ask() -> None:
        push(Ask(words.NAME_ASKED, text=now, lines=words.NAME_LINES), named)

    def named(answer: Words | None) -> None:
        if answer is not None:
            choose(answer.text)

    def another(index: int | None) -> None:
        if index == 0:
            ask()
        elif index == 1:
            choose("")

    if now:
        push(Choose(words.CALLED["name"], (words.ANOTHER_NAME, words.NO_NAME)), another)
    else:
        ask()


def _ask_one(name: str, now: str, push: Push, choose: Choice) -> None:
    question, values, said = _one_of(name)

    def answered(index: int | None) -> None:
        if index is not None:
            choose(values[index])

    chosen = values.index(now) if now in values else None
    push(Choose(question, said, chosen, lines=(words.DOES[name],)), answered)


def _one_of(name: str) -> tuple[str, Sequence[str], Sequence[str]]:
    """The question, the values and their words."""
    if name == "scale":
        return words.WHICH_SCALE, tuple(SCALES), [words.SCALES[scale] for scale in SCALES]
    if name == "first-day":
        return words.WHICH_DAY, WEEKDAYS, words.DAYS
    return words.WHICH_LOOK, tuple(words.LOOKS), tuple(words.LOOKS.values())


def _ask_some(name: str, now: str, push: Push, choose: Choice) -> None:
    is_noticed = name == "dimensions"
    values = DIMENSIONS if is_noticed else THEME_TAGS
    said = [DIMENSION_NAMES[value] if is_noticed else words.theme(value) for value in values]
    ticked = now.split(",")

    def answered(places: tuple[int, ...] | None) -> None:
        if places is not None:
            choose(",".join(values[place] for place in places))

    rows = [(called, value in ticked) for called, value in zip(said, values, strict=True)]
    question: Screen[Any] = ChooseSome(
        words.WHICH_DIMENSIONS if is_noticed else words.WHICH_THEMES, rows, lines=(words.DOES[name],)
    )
    push(question, answered)
