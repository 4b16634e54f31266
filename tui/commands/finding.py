"""Whatever an id names, dated or on a shelf."""

from contextlib import suppress

from journal.domain.shelves import SHELVES, Thing
from journal.domain.timeline import Item
from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from tui.wording.items import kind_of


def find(journal: OpenJournal, prefix: str) -> tuple[str, Item | Thing]:
    """The kind of what this id, or unique start of one, names, and the thing itself.

    Raises:
        NotFound: nothing fits. Ambiguous: more than one does. BadInput: fewer than 4 characters.
    """
    with suppress(NotFound):
        item = journal.read(prefix)
        return kind_of(item), item
    for kind in SHELVES:
        with suppress(NotFound):
            return kind, journal.thing(kind, prefix)
    raise NotFound()


def tool_names(journal: OpenJournal) -> dict[str, str]:
    """What each tool is called, by its id."""
    return {tool.id: tool.name for tool in journal.tools()}
