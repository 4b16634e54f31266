"""Words for feelings to choose from: one group at a time, up to five, and none is fine."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from journal.domain.check_in import MOST_FEELINGS
from journal.domain.feelings import Feeling, feelings_typed, words_typed
from tui.language import _
from tui.modals.pick import Pick
from tui.widgets.numbered import Row
from tui.wording import check_in, today


class PickFeelings(Pick):
    """Takes the words of the list, and what the field holds; words of the person's own stay where they are."""

    KEYS: ClassVar[Sequence[tuple[str, str]]] = [
        ("Enter", _("choose")),
        ("Esc", _("back")),
        ("← →", _("another group")),
        ("1 to 9", _("look")),
    ]

    def __init__(self, known: Sequence[Feeling], typed: str, put: Callable[[str], object]) -> None:
        super().__init__(FeelingsListed(known, typed), put)


class FeelingsListed:
    """The groups; behind each of them its words, of which a few can be ticked."""

    def __init__(self, known: Sequence[Feeling], typed: str) -> None:
        self.typed = typed
        self.said = ""
        self._known = known
        self._groups = list(dict.fromkeys((feeling.group, feeling.group_label) for feeling in known))
        self._group: int | None = None

    def heading(self) -> str:
        return check_in.FEELINGS if self._group is None else self._groups[self._group][1]

    def chosen(self) -> str:
        return today.chosen(self._words)

    def rows(self) -> list[Row]:
        if self._group is None:
            return [("", label) for _, label in self._groups]
        ids = self._ids
        return [("[x]" if feeling.id in ids else "[ ]", feeling.label) for feeling in self._of_group()]

    def choose(self, index: int) -> int:
        if self._group is None:
            self._group = index
            return 0
        self._take_or_leave(self._of_group()[index])
        return index

    def back(self) -> int | None:
        before, self._group = self._group, None
        return before

    def turn(self, by: int) -> bool:
        if self._group is None:
            return False
        self._group = (self._group + by) % len(self._groups)
        return True

    @property
    def _words(self) -> list[str]:
        return words_typed(self.typed)

    @property
    def _ids(self) -> tuple[str, ...]:
        return feelings_typed(self._known, self._words)

    def _of_group(self) -> list[Feeling]:
        group = None if self._group is None else self._groups[self._group][0]
        return [feeling for feeling in self._known if feeling.group == group]

    def _take_or_leave(self, feeling: Feeling) -> None:
        words = self._words
        if feeling.id in self._ids:
            words = [word for word in words if feelings_typed(self._known, [word]) != (feeling.id,)]
        elif len(words) < MOST_FEELINGS:
            words.append(feeling.label)
        else:
            self.said = today.TAKE_ONE_AWAY
        self.typed = ", ".join(words)
