"""What stands on a shelf: its things in a list, a new one, and one of them read, changed or deleted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journal.domain.draft_kinds import new_thing
from journal.domain.entry import Draft
from journal.domain.parts import values_of
from journal.domain.shelves import SHELVES, Thing
from tui.plain import together
from tui.plain.changing import change_parts
from tui.plain.deeds import Deed, Menu
from tui.plain.erasing import erase_one
from tui.plain.forms import Form, begun_at
from tui.plain.listing import Listing, rows_of
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording.plain_keys import ERASE
from tui.wording.things import thing_in_lines, thing_name


@dataclass(frozen=True, slots=True)
class OpenThing:
    """Which thing is open, of which kind, and where."""

    visit: Visit
    kind: str
    id: str

    def read(self) -> Thing:
        """As it is now."""
        return self.visit.journal.thing(self.kind, self.id)


def read_shelf(
    visit: Visit,
    kind: str,
    *,
    begins: str,
    more: Sequence[Deed[OpenThing]] = (),
    deeds: Sequence[Deed[Visit]] = (),
    says: Callable[[Thing], str] = thing_name,
    opens: "Callable[[Thing], object] | None" = None,
) -> None:
    """One shelf: a number opens a thing, `new` puts one there.

    Args:
        visit: whom to ask.
        kind: one of `SHELVES`.
        begins: said before the list.
        more: what else can be done with one of its things.
        deeds: what else can be done here.
        says: one thing on one line.
        opens: what a number does, where that is more than reading the thing.
    """
    visit.talk.say(begins)
    new: Deed[Visit] = Deed(words.NEW, lambda visit: add_thing(visit, kind))
    Listing[Thing](
        visit,
        rows_of(lambda: visit.journal.things(kind)),
        says,
        opens or (lambda thing: open_thing(visit, kind, thing.id, more)),
        empty=words.empty_shelf(kind),
        deeds=(new, *deeds),
    ).stay()


def add_thing(visit: Visit, kind: str, begun: Draft | None = None) -> None:
    """Something new: the one part it is known by, and every other part, each of which can be skipped.

    Args:
        visit: whom to ask.
        kind: one of `SHELVES`.
        begun: the draft to go on with; the latest of its kind where left out.
    """
    form = Form(visit, kind, SHELVES[kind].parts, begun or begun_at(visit, new_thing(kind)))
    form.fill_in()
    visit.save(lambda: visit.journal.add_thing(kind, form.given(), form.draft.id))
    visit.talk.say(words.THING_SAVED[kind])


def open_thing(
    visit: Visit,
    kind: str,
    thing_id: str,
    more: Sequence[Deed[OpenThing]] = (),
    opened: "Callable[[OpenThing], object] | None" = None,
) -> None:
    """Read a thing, then whatever is chosen. The last two are as for its shelf.

    Raises:
        NotFound: it is not in the journal any more.
    """
    deeds: tuple[Deed[OpenThing], ...] = (
        *more,
        Deed(words.CHANGE_PARTS, _change),
        Deed(words.DELETE, _delete, closes=True),
        Deed(ERASE, lambda it: erase_one(it.visit, it.id), closes=True),
    )
    Menu(visit, deeds, words.WHAT_NEXT, opened=opened or say_thing).stay(OpenThing(visit, kind, thing_id))


def say_thing(it: OpenThing) -> None:
    """Everything about it, a part a line."""
    it.visit.talk.say(*(line for line in thing_in_lines(it.read()) if line))


def _change(it: OpenThing) -> None:
    parts = SHELVES[it.kind].parts
    change_parts(it.visit, it.kind, it.id, parts, lambda: values_of(it.read(), parts))


def _delete(it: OpenThing) -> None:
    if not together.may_delete(it.visit, it.id):
        return
    it.visit.save(lambda: it.visit.journal.delete(it.id))
    it.visit.talk.say(words.DELETED)
