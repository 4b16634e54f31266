"""A file of support lines, on the screen: asked for by its path, and refused by the line that breaks a rule."""

import asyncio
from pathlib import Path
from typing import Any

from textual.app import App

from journal.paths import Home
from journal.progress import Progress
from journal.use_cases.preferences import read_preferences
from journal.use_cases.support_lines import KnownLines, bring_lines, content_of, take_lines_that_ship
from tui.modals.ask_path import AskPath
from tui.modals.choose import Choose
from tui.modals.doing import Doing
from tui.store_thread import StoreThread
from tui.wording import support_import as words


class LinesOfAFile:
    """Asks which lines shall be used: those of a file, or those that came with cairn. No journal has to be open."""

    def __init__(self, app: App[Any], home: Home, store: StoreThread) -> None:
        self._app = app
        self._home = home
        self._store = store

    def ask(self) -> None:
        """The question, and what follows from it."""
        self._app.push_screen(Choose(words.WHICH_HERE, (words.FROM_A_FILE, words.THAT_SHIP)), self._chosen)

    def _chosen(self, which: int | None) -> None:
        if which == 0:
            question = AskPath[KnownLines](words.ASK_PATH_HERE, self._bring, saying=words.LOOKING, lines=(words.STAYS,))
            self._app.push_screen(question, lambda known: self._told(known, words.BROUGHT))
        elif which == 1:
            self._app.push_screen(
                Doing(words.WHICH_HERE, self._go_back, words.LOOKING), lambda known: self._told(known, words.SHIPPED)
            )

    def _bring(self, path: Path, _: Progress) -> "asyncio.Future[KnownLines]":
        return self._store.ask(lambda: bring_lines(self._home, content_of(path)))

    def _go_back(self, _: Progress) -> "asyncio.Future[KnownLines]":
        return self._store.ask(take_lines_that_ship, self._home)

    def _told(self, known: KnownLines | None, first: str) -> None:
        if known is not None:
            self._app.notify("\n".join((first, *words.told(known, read_preferences(self._home).country))), markup=False)
