"""Whatever an id names, dated or on a shelf."""

from contextlib import suppress

from journal.domain.shelves import SHELVES, Thing
from journal.domain.timeline import KINDS, Item
from journal.errors import NotAllowed, NotFound
from journal.use_cases.open_journal import OpenJournal
from tui.wording.items import kind_of

PAGE = "page"
"""What a person calls an `entry`."""
_TYPED_KINDS = {PAGE: "entry", "entries": "entry", "checkin": "check-in"}


def kind_typed(typed: str | None) -> str | None:
    """A dated kind by its name, or by what a person calls it: in any case, one or many of it; `None` stays so.

    Raises:
        NotAllowed: it is none of them.
    """
    if typed is None:
        return None
    word = typed.strip().casefold().replace("_", "-")
    for one in (word, word.removesuffix("s")):
        if (kind := _TYPED_KINDS.get(one, one)) in KINDS:
            return kind
    raise NotAllowed("kind", (*KINDS, PAGE))


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
