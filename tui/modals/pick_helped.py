"""What helped, from the person's own toolbox: which of them, and which of the four marks."""

from collections.abc import Callable, Sequence

from journal.domain.check_in import HELPED_MARKS
from journal.domain.helped import name_and_mark, phrases_typed, with_mark
from tui.modals.pick import Pick
from tui.widgets.numbered import Row
from tui.wording import check_in, today


class PickHelped(Pick):
    """Takes the question, the names of the tools, and what the field holds; what is not a tool yet stays there."""

    def __init__(self, question: str, names: Sequence[str], typed: str, put: Callable[[str], object]) -> None:
        super().__init__(HelpedListed(question, names, typed), put)


class HelpedListed:
    """The tools; behind each of them the four marks, and none."""

    def __init__(self, question: str, names: Sequence[str], typed: str) -> None:
        self.typed = typed
        self.said = ""
        self._question = question
        self._names = names
        self._known = {" ".join(name.split()).casefold(): name for name in names}
        self._tool: int | None = None

    def heading(self) -> str:
        return self._question if self._tool is None else today.did_it_help(self._names[self._tool])

    def chosen(self) -> str:
        return today.chosen(self._phrases) if self._names else today.NO_TOOLS

    def rows(self) -> list[Row]:
        if self._tool is None:
            return [("", self._with_its_mark(name)) for name in self._names]
        mark = self._marks().get(self._names[self._tool])
        marks = [("[x]" if one == mark else "[ ]", check_in.HELPED[one]) for one in HELPED_MARKS]
        return [*marks, ("[ ]" if mark else "[x]", today.LEAVE_OUT)]

    def choose(self, index: int) -> int:
        if self._tool is None:
            self._tool = index
            return 0
        at, name, self._tool = self._tool, self._names[self._tool], None
        others = [phrase for phrase in self._phrases if self._name_of(phrase) != name]
        chosen = [with_mark(name, HELPED_MARKS[index])] if index < len(HELPED_MARKS) else []
        self.typed = ", ".join([*others, *chosen])
        return at

    def back(self) -> int | None:
        before, self._tool = self._tool, None
        return before

    def turn(self, by: int) -> bool:
        """Marks are of one tool: there is no list beside."""
        return False

    @property
    def _phrases(self) -> list[str]:
        return phrases_typed(self.typed, self._known)

    def _name_of(self, phrase: str) -> str | None:
        """The tool that a phrase names, as the toolbox has it."""
        return self._known.get(name_and_mark(phrase, self._known)[0].casefold())

    def _marks(self) -> dict[str | None, str]:
        return {self._name_of(phrase): name_and_mark(phrase, self._known)[1] or "a_little" for phrase in self._phrases}

    def _with_its_mark(self, name: str) -> str:
        mark = self._marks().get(name)
        return f"{name} · {check_in.HELPED[mark]}" if mark else name
