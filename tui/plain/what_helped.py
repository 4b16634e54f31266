"""What helped, at the end of a check-in: tools of the person's own by number or name, each with one of four marks."""

from collections.abc import Callable

from journal.domain.check_in import HELPED_MARKS
from journal.domain.helped import name_and_mark, phrases_typed, with_mark
from journal.use_cases.open_journal import OpenJournal
from tui.plain.choosing import ask_one_of, chosen_number, numbered
from tui.plain.visit import Visit
from tui.wording import check_in as of_check_in
from tui.wording import plain as words
from tui.wording import today

MOST_OFFERED = 9
"""A longer toolbox is listed when it is asked for."""


def ask_helped(visit: Visit, question: str, now: str, worded: Callable[[str], str] = str) -> str:
    """Ask what helped, and of each thing that comes without a mark whether it did.

    Args:
        visit: whom to ask, and the journal with the tools that are offered.
        question: worded for the day.
        now: what is filled in already; a skip leaves it so.
        worded: how a question stands on its lines.

    Returns:
        What was used, with commas between, each with its mark behind it.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    talk, tools = visit.talk, [tool.name for tool in visit.journal.tools()]
    if now:
        talk.say(words.has_now(now))
    offered = numbered(tools) if len(tools) <= MOST_OFFERED else []
    asked = "\n".join([worded(words.helped(question, bool(offered))), *offered])
    help_here = (words.LIST_OF_TOOLS, words.MARKS_TYPED)
    while (typed := talk.ask(asked, help_here, own_words=True)) is not None:
        if typed.casefold() in words.LIST:
            talk.say(*(numbered(tools) or [words.NO_TOOLS]))
        elif typed.casefold() == words.CLEAR:
            return ""
        else:
            known = {_plainly(name) for name in tools}
            phrases = [_named(phrase, tools) for phrase in phrases_typed(typed, known)]
            return ", ".join(_marked(visit, phrase, known) for phrase in phrases)
    return now


def phrases_of(journal: OpenJournal, helped: str) -> list[str]:
    """What was filled in, a phrase for each thing."""
    return phrases_typed(helped, [tool.name for tool in journal.tools()])


def _named(phrase: str, tools: list[str]) -> str:
    """The phrase, with the tool's name where a number stands for it; a mark behind it stays."""
    number, _, rest = phrase.partition(" ")
    place = chosen_number(number, len(tools))
    return phrase if place is None else " ".join(part for part in (tools[place], rest.strip()) if part)


def _marked(visit: Visit, phrase: str, known: set[str]) -> str:
    name, mark = name_and_mark(phrase, known)
    if mark is None:
        marks = [(one, of_check_in.HELPED[one]) for one in HELPED_MARKS]
        mark = ask_one_of(visit.talk, today.did_it_help(name), marks)
    return phrase if mark is None else with_mark(name, mark)


def _plainly(name: str) -> str:
    return " ".join(name.split()).casefold()
