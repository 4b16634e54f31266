"""Choices as numbered lists: one of them, some of them, yes or no. A number is an answer, and so are the words."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from tui.plain.conversation import Back, Conversation
from tui.wording import plain as words

T = TypeVar("T")
Option = tuple[T, str]
"""A value and its words."""

MOST_DIGITS = 6


def numbered(said: Sequence[str], first: int = 1) -> list[str]:
    """A list as lines, each with the number that stands for it."""
    return [f"{number} {line}" for number, line in enumerate(said, first)]


def chosen_number(typed: str, count: int) -> int | None:
    """Which of `count` things a number means, from 0; `None` where it means none of them."""
    if not typed.isdecimal() or len(typed) > MOST_DIGITS:
        return None
    number = int(typed)
    return number - 1 if 1 <= number <= count else None


def ask_one_of(talk: Conversation, question: str, options: Sequence[Option[T]], *, lists: bool = True) -> T | None:
    """Ask for one of some things; `None` where it was skipped.

    Args:
        talk: whom to ask.
        question: said before the list.
        options: values and their words, in the order in which they are said.
        lists: whether the list is said with the question; else it is known, and `list` says it again.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    said = [words_of_it for _, words_of_it in options]
    listed = numbered(said)
    asked = "\n".join([question, *listed]) if lists else question
    while (typed := talk.ask(asked, (words.choose_help(len(options)),))) is not None:
        place = place_of(typed, said)
        if place is not None:
            return options[place][0]
        talk.say(*(listed if typed.casefold() in words.LIST else [words.choose_help(len(options))]))
    return None


def ask_some_of(talk: Conversation, question: str, options: Sequence[Option[T]]) -> list[T] | None:
    """Ask for some of some things, with commas between; `None` where it was skipped."""
    said = [words_of_it for _, words_of_it in options]
    asked = "\n".join([question, *numbered(said), words.SEVERAL])
    while (typed := talk.ask(asked, (words.choose_help(len(options)),))) is not None:
        places = [place_of(part, said) for part in typed.split(",") if part.strip()]
        known = [place for place in places if place is not None]
        if known and len(known) == len(places):
            return [options[place][0] for place in dict.fromkeys(known)]
        talk.say(words.choose_help(len(options)))
    return None


def ask_yes(talk: Conversation, question: str) -> bool:
    """Ask for a yes; anything skipped is a no."""
    return ask_one_of(talk, question, ((True, words.YES), (False, words.NO))) is True


def walk(steps: Sequence[Callable[[], object]]) -> None:
    """Take some steps that each ask something: `back` leads to the step before, and from the first one out.

    Raises:
        Back: it was typed at the first step.
    """
    place = 0
    while place < len(steps):
        try:
            steps[place]()
        except Back:
            if place == 0:
                raise
            place -= 1
        else:
            place += 1


def place_of(typed: str, said: Sequence[str]) -> int | None:
    """The place of what was typed in a list, from 0.

    Args:
        typed: its number, its words, or some of them that no other has.
        said: what the list says, in order.
    """
    wanted = plainly(typed)
    number = chosen_number(typed.strip().removesuffix("."), len(said))
    if number is not None or not wanted:
        return number
    listed = [plainly(one) for one in said]
    if wanted in listed:
        return listed.index(wanted)
    beginning = [place for place, one in enumerate(listed) if one.startswith(wanted)]
    holding = [place for place, one in enumerate(listed) if f" {wanted} " in f" {one} "]
    return next((places[0] for places in (beginning, holding) if len(places) == 1), None)


def plainly(text: str) -> str:
    """Words as they are compared: in any case, with any spaces or hyphens, and with a full stop or without."""
    return " ".join(text.replace("-", " ").casefold().split()).rstrip(".")
