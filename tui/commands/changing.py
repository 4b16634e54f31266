"""New values for some parts of something that is there: one JSON object, or asked one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journal.domain.draft_kinds import Place
from journal.domain.parts import Part
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import Begun, ask_parts
from tui.commands.standard_input import read_object
from tui.commands.terminal import Terminal
from tui.wording import shell


@dataclass(frozen=True, slots=True)
class Changing:
    """What is changed, and which of its parts can be."""

    kind: str
    """Whose words the parts have."""
    item_id: str
    parts: Sequence[Part]
    whole: Sequence[str]
    """What it is now: said before anything is asked."""
    read: Callable[[], dict[str, object]] = read_object
    """Reads what a script hands in."""
    draft: Place | None = None
    """Where its drafts are, where that is not beside it under its own kind."""


def new_values(terminal: Terminal, journal: OpenJournal, it: Changing) -> tuple[dict[str, object], str | None]:
    """Read or ask for what is to be changed.

    Returns:
        New values by name, none where a person left them all; and the id of the draft that a save lets go.

    Raises:
        BadInput: a script without the dash, or with nothing to change.
    """
    if terminal.options.dash is not None:
        values = it.read()
        if not values:
            raise BadInput(shell.EMPTY_CHANGE)
        return values, None
    if not terminal.can_ask():
        raise BadInput(shell.NEEDS_DASH)
    for line in (*it.whole, shell.BLANK_LEAVES):
        terminal.say_block(line)
    begun = Begun(journal, it.draft or Place(it.kind, it.item_id))
    # Whatever it has stays where it is skipped, so none of them is needed now.
    asked = ask_parts(terminal, it.kind, [Part(part.name, part.takes, part.allowed) for part in it.parts], begun.keep)
    if not asked:
        terminal.say(shell.NOTHING_CHANGED)
    return asked, begun.id
