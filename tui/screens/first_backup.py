"""The second door of the first run: a backup from another computer becomes the journal here."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from journal.clock import Clock
from journal.paths import Home
from journal.progress import Progress
from tui.modals.ask_path import AskPath
from tui.modals.backup_way_in import BackupWayIn
from tui.modals.doing import Doing
from tui.screens.hearing import Hearing
from tui.store_thread import StoreThread
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.unlocking import Opens, Way


class FirstBackup:
    """Asks where it is and what opens it, puts it in place, and opens it."""

    def __init__(
        self,
        screen: Hearing,
        home: Home,
        clock: Clock,
        store: StoreThread,
        then: "Callable[[OpenJournal, Way], object]",
    ) -> None:
        """Nothing is asked yet.

        Args:
            screen: what the questions come up over; it is there again where one of them was left.
            home: where no journal is yet.
            clock: for when it was restored.
            store: the thread of the journal.
            then: called with the open journal, and with what opened it.
        """
        self._screen = screen
        self._home = home
        self._clock = clock
        self._store = store
        self._then = then

    def begin(self) -> None:
        """Ask where it is. What is wrong with the file itself is said before anybody is asked for anything."""

        def look(path: Path, _: Progress) -> "asyncio.Future[Path]":
            return self._store.ask(_looked_at, path)

        lines = (words.OPENS_BACKUP, words.COPY_THE_FOLDER, words.copy_to(str(self._home.root)))
        question = AskPath(words.WHERE_IS_BACKUP, look, saying=words.READING, lines=lines)
        self._screen.app.push_screen(question, self._ask_way_in)

    def _ask_way_in(self, path: Path | None) -> None:
        if path is not None:
            question = BackupWayIn(lambda secret, way: self._store.ask(_opened, path, secret, way))
            self._screen.app.push_screen(question, lambda opened: self._put_back(path, opened))

    def _put_back(self, path: Path, opened: "tuple[Opens, Way] | None") -> None:
        if opened is None:
            return
        opens, way = opened

        def done(journal: "OpenJournal | None") -> None:
            if journal is not None:
                self._then(journal, way)

        def begin(progress: Progress) -> "asyncio.Future[OpenJournal]":
            return self._store.ask(self._restore, path, opens, way, progress)

        self._screen.app.push_screen(Doing(words.BRING, begin, words.PUTTING_BACK), done)

    def _restore(self, path: Path, opens: "Opens", way: "Way", progress: Progress) -> "OpenJournal":
        from journal.use_cases.opening import open_unlocked
        from journal.use_cases.safe_copies import restore_backup
        from journal.use_cases.unlocking import unlock

        if not self._home.exists():
            # It is there already where it was put in place and could not be opened at once.
            restore_backup(self._home, path, opens, self._clock, progress=progress)
        return open_unlocked(unlock(self._home, opens, way), self._clock)


def _looked_at(path: Path) -> Path:
    from journal.vault.backup_file import read_preamble

    read_preamble(path)
    return path


def _opened(path: Path, secret: str, way: "Way") -> "tuple[Opens, Way]":
    from journal.use_cases.safe_copies import opened_backup
    from journal.use_cases.unlocking import with_keys, with_passphrase, with_words

    opens = with_words(secret) if way == "recovery" else with_passphrase(secret)
    # The key is made once: it takes its time.
    return with_keys(opened_backup(path, opens)[1]), way
