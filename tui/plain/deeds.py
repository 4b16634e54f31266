"""A list of deeds and how one of them is chosen: by its number or its name. The same list is the help."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from journal.errors import CairnError
from tui.plain.choosing import chosen_number, numbered, plainly
from tui.plain.conversation import Back, Conversation
from tui.plain.visit import Visit
from tui.wording import plain as words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Deed(Generic[T]):
    """One deed on something."""

    named: words.Named
    """What is typed for it, and what it is for."""
    run: Callable[[T], object]
    closes: bool = False
    """Whether the thing is not there any more afterwards."""
    changes: bool = True
    """Whether the list it stands under may be another afterwards."""
    inside: "tuple[Deed[T], ...]" = field(default=())
    """Deeds that it leads to, which can be typed here too."""

    @property
    def name(self) -> str:
        """What is typed for it."""
        return self.named.name

    @property
    def line(self) -> str:
        """As the list says it."""
        return f"{self.named.name}: {self.named.says}"


class Menu(Generic[T]):
    """Deeds to choose from, on one subject, until the person goes back."""

    def __init__(
        self,
        visit: Visit,
        deeds: Sequence[Deed[T]],
        question: str,
        *,
        opened: Callable[[T], object] | None = None,
    ) -> None:
        """Nothing is said yet.

        Args:
            visit: whom to ask, and where a problem is told.
            deeds: in the order of their numbers, which never changes.
            question: asked before each choice.
            opened: what is said of the subject when it is opened, and when `again` is typed.
        """
        self._visit = visit
        self._talk: Conversation = visit.talk
        self._deeds = tuple(deeds)
        self._question = question
        self._opened = opened

    @property
    def lines(self) -> list[str]:
        """The list as it is said."""
        return numbered([deed.line for deed in self._deeds])

    def stay(self, subject: T, *, enter_lists: bool = False) -> None:
        """Do one deed after another; `back` leaves.

        Args:
            subject: what the deeds are about.
            enter_lists: whether Enter alone says the list once more; else it leaves.
        """
        self._begin(subject)
        while True:
            try:
                typed = self._talk.ask(self._question, self.lines)
            except Back:
                return
            if typed is None and not enter_lists:
                return
            if typed is None or typed.casefold() in words.LIST:
                self._begin(subject)
            elif (deed := self.find(typed)) is None:
                self._talk.say(words.NO_SUCH_DEED)
            elif self._do(deed, subject) and deed.closes:
                return

    def find(self, typed: str) -> Deed[T] | None:
        """The deed of this number or name, or of a start of a name that no other has."""
        wanted = plainly(typed)
        place = chosen_number(typed.strip().removesuffix("."), len(self._deeds))
        if place is not None:
            return self._deeds[place]
        return deed_named(self._deeds, wanted) or deed_named(
            [one for deed in self._deeds for one in deed.inside], wanted
        )

    def _begin(self, subject: T) -> None:
        if self._opened is not None:
            self._opened(subject)
        self._talk.say(*self.lines)

    def _do(self, deed: Deed[T], subject: T) -> bool:
        """Whether it was done; what it could not do is told, and the choice is asked again."""
        try:
            deed.run(subject)
        except Back:
            self._talk.say(words.WENT_BACK)
        except CairnError as problem:
            self._visit.tell(problem)
        else:
            return True
        return False


def deed_named(deeds: Sequence[Deed[T]], typed: str) -> Deed[T] | None:
    """The deed of this name, or of a start of it that no other has."""
    wanted = plainly(typed)
    for deed in deeds:
        if plainly(deed.name) == wanted:
            return deed
    beginning = [deed for deed in deeds if wanted and plainly(deed.name).startswith(wanted)]
    return beginning[0] if len(beginning) == 1 else None
