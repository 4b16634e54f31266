"""Other words in place of the ones that are there: more at the end, one line anew, or all of it."""

from collections.abc import Callable

from tui.plain.choosing import ask_one_of, chosen_number, numbered
from tui.plain.conversation import Conversation
from tui.plain.long_words import Keep, ask_long, with_ending
from tui.wording import plain as words

MORE, LINE, ANEW, AS_IT_IS, NONE = "more", "line", "anew", "as-it-is", "none"
TITLE = "title"
"""Asked by whoever has one; not a way of `ask_other_words`."""


def ask_how(
    talk: Conversation, text: str, *, has_title: bool = False, was_begun: bool = False, can_clear: bool = False
) -> str | None:
    """Ask what to change; where there is one way only, it is not asked.

    Args:
        talk: whom to ask.
        text: what is there.
        has_title: whether a title can be changed too.
        was_begun: whether the text is a draft, which can be saved as it is.
        can_clear: whether all of it can be taken away.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    ways = [(MORE, words.MORE_AT_THE_END), (LINE, words.ONE_LINE_ANEW)] if text else []
    ways.append((ANEW, words.ALL_ANEW))
    ways += [(TITLE, words.THE_TITLE)] if has_title else []
    ways += [(AS_IT_IS, words.AS_IT_IS)] if was_begun else []
    ways += [(NONE, words.TAKE_AWAY)] if can_clear else []
    return ask_one_of(talk, words.HOW_TO_CHANGE, ways) if len(ways) > 1 else ANEW


def ask_other_words(talk: Conversation, way: str, text: str, keep: Keep) -> str | None:
    """Ask for the words.

    Args:
        talk: whom to ask.
        way: one of those of `ask_how`.
        text: what is there.
        keep: called now and then with the whole text as it is so far.

    Returns:
        The whole new text; `None` where nothing was to change.

    Raises:
        Back, Leave, EndOfInput: as they say; what was typed has been kept.
    """
    return _WAYS[way](talk, text, keep)


def _more(talk: Conversation, text: str, keep: Keep) -> str | None:
    return ask_long(talk, with_ending(words.WRITE_MORE), begun=text, keep=keep)


def _anew(talk: Conversation, text: str, keep: Keep) -> str | None:
    return ask_long(talk, with_ending(words.NEW_WORDS if text else words.WRITE), keep=keep)


def _one_line(talk: Conversation, text: str, keep: Keep) -> str | None:
    """One line by its number; the others stay as they are."""
    lines = text.split("\n")
    talk.say(*numbered(lines))
    while (typed := talk.ask(words.WHICH_LINE)) is not None:
        place = chosen_number(typed, len(lines))
        if place is None:
            talk.say(words.choose_help(len(lines)))
            continue
        talk.say(words.has_now(lines[place]))
        new = talk.ask(words.LINE_ANEW, own_words=True)
        if new is None:
            return None
        lines[place : place + 1] = [] if new.casefold() == words.CLEAR else [new]
        return "\n".join(lines)
    return None


_WAYS: dict[str, Callable[[Conversation, str, Keep], str | None]] = {
    MORE: _more,
    LINE: _one_line,
    ANEW: _anew,
    AS_IT_IS: lambda _, text, __: text,
    NONE: lambda _, __, ___: "",
}
