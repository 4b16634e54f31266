"""Words for how it feels: of the list or one's own, up to five, or none."""

from contextlib import suppress

from journal.domain.check_in import MOST_FEELINGS
from journal.domain.feelings import feelings_typed, words_typed
from tui.plain.choosing import ask_one_of, chosen_number, numbered
from tui.plain.conversation import Back, Conversation
from tui.wording import plain as words
from tui.wording.items import feeling_labels
from tui.wording.shipped import feelings


def ask_feelings(talk: Conversation, now: list[str], question: str = words.FEELINGS) -> list[str]:
    """Ask for words with commas between; `list` says those of the list, a group at a time.

    Args:
        talk: whom to ask.
        now: what is chosen already; a skip leaves it so.
        question: how it is asked.

    Returns:
        Words as they are typed or shown, at most five.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    chosen = now
    while True:
        if chosen:
            talk.say(words.has_now(", ".join(feeling_labels(feelings_typed(feelings(), chosen)))))
        typed = talk.ask(question, (words.LIST_OF_FEELINGS,), own_words=True)
        if typed is None:
            return chosen
        if typed.casefold() in words.LIST:
            with suppress(Back):
                chosen = _up_to_five(talk, [*chosen, *_chosen_of_a_group(talk)], chosen)
            continue
        if typed.casefold() == words.CLEAR:
            return []
        given = words_typed(typed)
        if _up_to_five(talk, given, []):
            return given


def _up_to_five(talk: Conversation, given: list[str], before: list[str]) -> list[str]:
    """These, each once; where they are too many, say so and leave it at what was there before."""
    once = list(dict.fromkeys(given))
    if len(once) <= MOST_FEELINGS:
        return once
    talk.say(words.MANY_FEELINGS)
    return before


def _chosen_of_a_group(talk: Conversation) -> list[str]:
    known = feelings()
    groups = list(dict.fromkeys((feeling.group, feeling.group_label) for feeling in known))
    group = ask_one_of(talk, words.WHICH_GROUP, groups)
    if group is None:
        return []
    labels = [feeling.label for feeling in known if feeling.group == group]
    talk.say(*numbered(labels))
    typed = talk.ask(words.WHICH_FEELINGS)
    return [] if typed is None else named_by_number(typed, labels)


def named_by_number(typed: str, names: list[str]) -> list[str]:
    """What was typed between commas, where a number stands for what the list has there.

    Words behind a number stay: `2 a lot` becomes what 2 stands for, and `a lot`.
    """
    return [_named(part, names) for part in words_typed(typed)]


def _named(typed: str, names: list[str]) -> str:
    number, _, rest = typed.partition(" ")
    place = chosen_number(number, len(names))
    return typed if place is None else " ".join(part for part in (names[place], rest.strip()) if part)
