"""Parts of a thing as plain questions on a terminal: one after the other, each of them skippable."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from journal.domain.draft_kinds import Place
from journal.domain.parts import Part, Value, read_part
from journal.errors import BadInput, Busy, KeyChanged, NoRoom
from journal.use_cases.open_journal import OpenJournal
from tui.commands.terminal import SKIPS, SUPPORT, Terminal
from tui.wording import parts as of_parts
from tui.wording import plain, shell

Keep = Callable[[Mapping[str, object]], object]


class Begun:
    """What is being filled in. Where something comes between, it stays as a draft, and a save lets that go."""

    def __init__(self, journal: OpenJournal, place: Place, beside: Mapping[str, object] | None = None) -> None:
        """Nothing is kept yet.

        Args:
            journal: where.
            place: the form it is, by which the screen and the plain lines find it again.
            beside: what the call says itself, kept with whatever is typed.
        """
        self._journal = journal
        self._draft = replace(journal.blank_page(), kind=place.kind, item_id=place.item_id)
        self._beside = dict(beside or {})

    @property
    def id(self) -> str:
        return self._draft.id

    def keep(self, answers: Mapping[str, object]) -> None:
        """Keep the parts that were given as a draft, and no others: those stay as they are, whatever that is by then.

        Where the disk does not let us, the save at the end says so.
        """
        if answers:
            with suppress(Busy, KeyChanged, NoRoom):
                self._journal.keep_parts(self._draft, {**self._beside, **answers})


def ask_parts(terminal: Terminal, kind: str, parts: Sequence[Part], keep: Keep) -> dict[str, object]:
    """Ask for some parts in order.

    Args:
        terminal: where a person answers.
        kind: whose words the parts have.
        parts: what to ask. One that is needed is asked again until there is something.
        keep: called with what was given where something comes between.

    Returns:
        What was given, by name; a part that was skipped is not among it. An end of input leaves the rest blank.

    Raises:
        EOFError: an end of input where something was needed.
    """
    given: dict[str, object] = {}
    typing: dict[str, object] = {}
    try:
        for part in parts:
            value = ask_part(terminal, kind, part, _keeping(keep, given, typing, part.name))
            typing.clear()
            if value:
                given[part.name] = value
    except EOFError:
        if any(part.needed and part.name not in given for part in parts):
            raise
    except KeyboardInterrupt:
        keep({**given, **typing})
        raise
    return given


def ask_part(terminal: Terminal, kind: str, part: Part, keep: Callable[[str], object] | None = None) -> Value:
    """Ask for one part until it is something that fits, or blank where it may be."""
    question = plain.question(of_parts.label(kind, part.name), of_parts.hint(kind, part.name))
    may_be_blank = replace(part, needed=False)
    while True:
        typed = _typed(terminal, kind, part, question, keep)
        try:
            value = read_part(may_be_blank, typed)
        except BadInput:
            terminal.say(plain.A_DAY_IS if part.takes == "day" else plain.choose_help(len(part.allowed)))
            continue
        if value or not part.needed:
            return value
        terminal.say(plain.needs_words(kind))


def ask_line(terminal: Terminal, question: str) -> str:
    """One line; empty where it was skipped. `!` says support lines, and it is asked again."""
    while (typed := terminal.ask(question).strip()) == SUPPORT:
        terminal.show_support()
    return "" if typed.casefold() in SKIPS else typed


def has_words(terminal: Terminal, text: str, refusal: str) -> bool:
    """Whether there are words to save. A person at a terminal may leave it, and is told that this is fine.

    Raises:
        BadInput: there are none in a script, which is told `refusal`.
    """
    if text.strip():
        return True
    if terminal.options.dash is not None or not terminal.can_ask():
        raise BadInput(refusal)
    terminal.say(shell.SKIPPED_ALL)
    return False


def ask_choice(terminal: Terminal, question: str, options: Mapping[str, str]) -> str | None:
    """One of some things, by its number or its words; `None` where it was skipped.

    Args:
        terminal: where a person answers.
        question: said before the list.
        options: the words of each value.
    """
    while True:
        _say_options(terminal, question, options)
        typed = ask_line(terminal, shell.WHICH_OF_THESE)
        chosen = _value_of(typed, options)
        if chosen is not None or not typed:
            return chosen
        terminal.say(plain.choose_help(len(options)))


def _typed(
    terminal: Terminal, kind: str, part: Part, question: str, keep: Callable[[str], object] | None
) -> str | list[str] | None:
    if part.takes in ("text", "lines"):
        return terminal.text(False, f"{question} {shell.ENDS_TEXT}", keep, may_skip=True)
    if not part.allowed:
        return ask_line(terminal, question)
    options = {value: of_parts.word(kind, part.name, value) for value in part.allowed}
    if part.takes == "one_of":
        return ask_choice(terminal, question, options)
    _say_options(terminal, question, options)
    typed = [word for word in ask_line(terminal, shell.SOME_OF_THESE).split(",") if word.strip()]
    return [_value_of(word, options) or word for word in typed]


def _say_options(terminal: Terminal, question: str, options: Mapping[str, str]) -> None:
    lines = [f"{number} {said}" for number, said in enumerate(options.values(), 1)]
    terminal.say_block("\n".join([question, *lines]))


def _value_of(typed: str, options: Mapping[str, str]) -> str | None:
    """The value that a number, its words or its own name stands for."""
    wanted = _plainly(typed)
    numbers = {str(number): value for number, value in enumerate(options, 1)}
    names = {_plainly(value): value for value in options}
    words = {_plainly(said): value for value, said in options.items()}
    return numbers.get(wanted) or words.get(wanted) or names.get(wanted)


def _plainly(text: str) -> str:
    return " ".join(text.replace("-", " ").replace("_", " ").casefold().split())


def _keeping(keep: Keep, given: Mapping[str, object], typing: dict[str, object], name: str) -> Callable[[str], object]:
    """Keeps the words of the part that is being typed beside those that were given."""

    def keep_so_far(words: str) -> object:
        if words.strip():
            typing[name] = words
        return keep({**given, **typing})

    return keep_so_far
