"""A screen whose words are saved once, and which then goes. Leaving it keeps them as a draft."""

from collections.abc import Callable

from journal.errors import CairnError
from tui.screens.hearing import Keeping
from tui.store_thread import Desk


class SavedOnce(Keeping):
    """Goes once: a save and a way out may both be under way, and nothing else may be closed by the second."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._landed = False
        """Said on the store thread when the save is in the journal, so that no draft follows it."""
        self._saving = False
        self._gone = False
        self._then: Callable[[], object] = _nothing
        """Where to go when the save that is under way has landed."""

    def holds_words(self) -> bool:
        """Whether leaving keeps something that will be here again."""
        raise NotImplementedError

    def say_kept(self) -> None:
        """Say where what is kept can be found."""

    def rest_fields(self, rest: bool) -> None:
        """Take no more letters while a save is under way, since they would belong to nothing; then take them again."""

    def begin_saving(self) -> None:
        self._saving = True
        self.rest_fields(True)

    def refused(self, problem: CairnError) -> None:
        """Still here, and everything in it: go on, or try again."""
        self._saving = False
        self._then = _nothing
        self.rest_fields(False)

    def saved(self, sentence: str) -> None:
        """Say what was saved, and go."""
        self.app.notify(sentence, markup=False)
        self._go_away(self._then)

    def leave(self, then: Callable[[], object] | None = None) -> None:
        """Keep it as a draft and go; where it cannot be kept, stay and say so. A save under way goes first."""
        there = then or _nothing
        if self._saving:
            self._then = there
            return
        deeds = self.unsaved()
        kept = self.holds_words()
        for deed in deeds:
            self.hear(self._desk.ask(deed), lambda _: self._left(kept, there), self.not_kept)
        if not deeds:
            self._left(False, there)

    def _left(self, kept: bool, then: Callable[[], object]) -> None:
        if kept:
            self.say_kept()
        self._go_away(then)

    def _go_away(self, then: Callable[[], object]) -> None:
        if self._gone:
            return
        self._gone = True
        self.announce_change()
        self.dismiss()
        self.app.call_later(then)


def _nothing() -> None:
    """Nowhere in particular: back to what was there before."""
