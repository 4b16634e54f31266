"""What a hard day says, the same on the screen, in plain lines and in a shell. Source: domain brief, section 9."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.shelves import SHELVES, MyPerson
from journal.domain.timeline import Item, words_of
from tui.language import _
from tui.wording.items import NO_WORDS
from tui.wording.parts import section_title
from tui.wording.things import value_in_words

if TYPE_CHECKING:
    from journal.use_cases.finding import HardDay

HARD_DAY = _("A hard day")
HARD_DAY_HELLO = _("Hard days are welcome here too. Nothing on this page has to be done.")
LINES = _("People who listen")
MY_PLAN = _("My plan")
MY_PEOPLE = _("My people")
WHAT_HELPED = _("What has helped")
WORDS_KEPT = _("Words you kept")
ONE_QUESTION = _("One question, if you like")
NO_PLAN = _("What you write in your getting-through plan will be here.")
NO_PEOPLE = _("People you name as yours will be here.")
NOTHING_HELPED = _("Things you note as helping will be here.")
NOTHING_KEPT = _("Pages you keep will be here. {keep} on a page keeps it.")


@dataclass(frozen=True, slots=True)
class PutBy:
    """One thing that a person put by for such a day."""

    words: str
    """Theirs, whole, with their line ends."""
    head: str = ""
    """What stands above the words, if anything: a part of a plan, a person, a tool."""
    id: str | None = None
    """Of something that can be opened on its own."""

    @property
    def lines(self) -> list[str]:
        """The head, then the words."""
        return [part for part in (self.head, self.words) if part]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page."""

    name: str
    """`plan`, `people`, `helped` or `kept`."""
    heading: str
    put_by: tuple[PutBy, ...]
    empty: str
    """What is said while there is nothing."""


def sections(
    put_by: "HardDay | None" = None,
    nothing_kept: str = NOTHING_KEPT,
    of_partners: Sequence[tuple[str, str]] = (),
) -> list[Section]:
    """Everything a person has put by, in the order in which it is said.

    Args:
        put_by: what the journal has; nothing yet while it is being read.
        nothing_kept: how something is kept here, said while nothing is: the way differs from room to room.
        of_partners: words of partners that were kept: who they are from, and the words.
    """
    plan, people, helped, kept = ((), (), (), ()) if put_by is None else _all_of(put_by)
    return [
        Section("plan", MY_PLAN, plan, NO_PLAN),
        Section("people", MY_PEOPLE, people, NO_PEOPLE),
        Section("helped", WHAT_HELPED, helped, NOTHING_HELPED),
        Section("kept", WORDS_KEPT, (*kept, *(PutBy(said, name) for name, said in of_partners)), nothing_kept),
    ]


def _all_of(put_by: "HardDay") -> tuple[tuple[PutBy, ...], ...]:
    return (
        tuple(PutBy(part.words, section_title(part.section)) for part in put_by.plan),
        tuple(PutBy(_how_to_meet(person), person.alias) for person in put_by.people),
        tuple(PutBy(tool.how_to or "", tool.name) for tool in put_by.helped),
        tuple(PutBy(_kept_words(item), id=item.id) for item in put_by.kept),
    )


def _how_to_meet(person: MyPerson) -> str:
    """What they are good for, and how to reach them."""
    good_for = next(part for part in SHELVES["person"].parts if part.name == "good_for")
    said = (value_in_words("person", good_for, person.good_for), person.contact)
    return ". ".join(part for part in said if part)


def _kept_words(item: Item) -> str:
    return "\n".join(words_of(item)) or NO_WORDS
