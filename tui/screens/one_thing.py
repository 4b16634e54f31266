"""One thing on a page of its own: read again when it changes, said to be gone when it is, deleted with undo."""

from collections.abc import Callable, Mapping

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from journal.errors import CairnError, NotFound
from tui.screens.deleting import delete
from tui.screens.hearing import Hearing, JournalRefused
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.wording import screen as words


class EraseWanted(Message):
    """The person wants one thing to go for good; `then` is called when it has."""

    def __init__(self, item_id: str, then: Callable[[], object]) -> None:
        super().__init__()
        self.item_id = item_id
        self.then = then


class OneThing(Hearing):
    """What the pages of a goal, a session, a partner, a page and a thing of the toolbox have in common."""

    _desk: Desk

    def _read(self) -> None:
        """Ask the journal for it, and put it up."""
        raise NotImplementedError

    def _forget(self) -> None:
        """It is not there any more: no deed can be done on it."""

    def journal_changed(self) -> None:
        self._read()

    def on_screen_resume(self) -> None:
        self._read()

    def _put_up(self, said: Mapping[str, str | Content]) -> None:
        """Each `Static` by its id says this; one that says nothing takes no room."""
        for name, words_of_it in said.items():
            line = self.query_one(f"#{name}", Static)
            line.update(as_content(words_of_it) if isinstance(words_of_it, str) else words_of_it)
            line.display = bool(words_of_it)

    def _not_there(self, problem: CairnError) -> None:
        """It may have been deleted elsewhere meanwhile."""
        if isinstance(problem, NotFound):
            self._forget()
            self._say(words.GONE)
        else:
            self.post_message(JournalRefused(problem))

    def _delete(self, item_id: str, sentence: str) -> None:
        """Put it out of sight, say so, and go."""
        delete(self, self._desk, item_id, lambda: self._deleted(sentence))

    def _deleted(self, sentence: str) -> None:
        self.app.notify(sentence, markup=False)
        self.announce_change()
        self.dismiss()

    def _erase(self, item_id: str) -> None:
        """Ask about letting it go for good, and go when it has."""
        self.post_message(EraseWanted(item_id, self.dismiss))

    def action_back(self) -> None:
        self.dismiss()

    def _changed(self, sentence: str) -> None:
        """Say what was done here, and everywhere that something was."""
        self._say(sentence)
        self.announce_change()

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(sentence)
