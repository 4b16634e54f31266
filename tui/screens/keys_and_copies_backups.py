"""Backups and safety copies from the screen: made, checked, put back, and kept elsewhere too."""

import asyncio
import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import BadInput, NotOpened
from journal.paths import Home
from journal.progress import Progress
from tui.modals.ask_path import AskPath
from tui.modals.ask_word import AskWord
from tui.modals.backup_way_in import BackupWayIn
from tui.modals.choose import Choose
from tui.modals.doing import Doing
from tui.screens.keys_and_copies_ground import Ground, unlocked_of
from tui.wording import copies
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.safe_copies import Copied, Restored, Verified
    from journal.use_cases.unlocking import Opens, Unlocked, Way

NAME = "waymark"
"""As neutral as the folder's own name."""


def suggested(ground: Ground, ending: str) -> str:
    """A path to begin with, in the person's own folder."""
    return f"~{os.sep}{NAME}-{ground.clock.now().date().isoformat()}{ending}"


def in_place(path: Path, ground: Ground, ending: str) -> Path:
    """The file that was meant: in a folder, one of the suggested name.

    Raises:
        BadInput: there is no folder to put it in.
    """
    meant = path / Path(suggested(ground, ending)).name if path.is_dir() else path
    if not meant.parent.is_dir():
        raise BadInput(words.NO_FOLDER)
    return meant


def make_backup(ground: Ground) -> None:
    """One locked file with everything in it."""

    def make(path: Path, progress: Progress) -> "asyncio.Future[Copied]":
        def copy(journal: "OpenJournal") -> "Copied":
            from journal.use_cases.safe_copies import create_backup

            return create_backup(unlocked_of(journal), in_place(path, ground, ".backup"), ground.clock, progress)

        return ground.desk.ask(copy)

    question = AskPath(
        words.WHERE_BACKUP,
        make,
        saying=words.COPYING,
        text=suggested(ground, ".backup"),
        lines=(words.OPENS_BACKUP,),
    )
    ground.ask(question, lambda made: ground.say(words.made_backup(str(made.path), made.rows)))


def check_backup(ground: Ground) -> None:
    """Restore one into a temporary place, read all of it, and take the place away again."""
    choose_backup(ground, lambda path: _open_with_ours(ground, path, lambda opens: _check(ground, path, opens)))


def put_backup_back(ground: Ground, day: str = "") -> None:
    """Put one in the journal's place; the journal that is here is kept beside it.

    Args:
        ground: what it stands on.
        day: of a safety copy on this computer; without one it is asked which backup.
    """
    from journal.use_cases.snapshots import snapshots_in

    def confirm(path: Path, opens: "Opens") -> None:
        lines = (words.MAKES_WAY, words.KEPT_BESIDE, words.STARTS_AGAIN)
        asked = AskWord(words.ROWS["put-back"][0], copies.RESTORE_WORD, copies.NOT_RESTORED, lines)
        ground.ask(asked, lambda _: _put_back(ground, path, opens))

    def open_it(path: Path) -> None:
        ask_way_in(ground, path, lambda opens, _: confirm(path, opens))

    meant = [copy.path for copy in snapshots_in(ground.home) if copy.day.isoformat() == day]
    open_it(meant[0]) if meant else choose_backup(ground, open_it)


def choose_backup(ground: Ground, then: Callable[[Path], object]) -> None:
    """One of the safety copies here, the newest first, or a file elsewhere."""
    from journal.use_cases.snapshots import snapshots_in

    there = list(reversed(snapshots_in(ground.home)))
    if not there:
        ask_for_file(ground, then)
        return
    names = [words.ANOTHER_FILE, *(words.safety_copy_of(copy.day.isoformat()) for copy in there)]
    own = [partial(then, copy.path) for copy in there]
    ground.choose(Choose(words.WHICH_BACKUP, names), partial(ask_for_file, ground, then), *own)


def ask_for_file(ground: Ground, then: Callable[[Path], object], lines: tuple[str, ...] = ()) -> None:
    """A backup by its path. What is wrong with the file itself is said before anybody is asked for anything."""

    def look(path: Path, _: Progress) -> "asyncio.Future[Path]":
        def read() -> Path:
            from journal.vault.backup_file import read_preamble

            read_preamble(path)
            return path

        return ground.beside(read)

    ground.ask(AskPath(words.WHERE_IS_BACKUP, look, saying=words.READING, lines=lines), then)


def ask_way_in(ground: Ground, path: Path, then: "Callable[[Opens, Way], object]") -> None:
    """What opened it on the day it was made; `then` is called with what makes its keys."""

    def tries(secret: str, way: "Way") -> "asyncio.Future[tuple[Opens, Way]]":
        def open_it() -> "tuple[Opens, Way]":
            from journal.use_cases.safe_copies import opened_backup
            from journal.use_cases.unlocking import with_keys, with_passphrase, with_words

            opens = with_words(secret) if way == "recovery" else with_passphrase(secret)
            # The key is made once: it takes its time.
            return with_keys(opened_backup(path, opens)[1]), way

        return ground.beside(open_it)

    ground.ask(BackupWayIn(tries), lambda answer: then(*answer))


def _open_with_ours(ground: Ground, path: Path, then: "Callable[[Opens], object]") -> None:
    """With the key of the journal that is open; where the backup is under another, ask."""

    def open_it(journal: "OpenJournal") -> "Opens | None":
        from journal.use_cases.safe_copies import opened_backup
        from journal.use_cases.unlocking import with_keys

        opens = with_keys(unlocked_of(journal).keys)
        try:
            opened_backup(path, opens)
        except NotOpened:
            return None
        return opens

    def opened(opens: "Opens | None") -> None:
        if opens is not None:
            then(opens)
        else:
            ask_way_in(ground, path, lambda asked, _: then(asked))

    ground.hear(ground.desk.ask(open_it), opened)


def _check(ground: Ground, path: Path, opens: "Opens") -> None:
    def check(progress: Progress) -> "asyncio.Future[Verified]":
        from journal.use_cases.safe_copies import verify_backup

        return ground.beside(lambda: verify_backup(ground.home, path, opens, ground.clock, progress))

    ground.ask(
        Doing(words.ROWS["check-backup"][0], check, words.CHECKING),
        lambda found: ground.say(words.checked_backup(found.made_at[:10], found.rows)),
    )


def _put_back(ground: Ground, path: Path, opens: "Opens") -> None:
    def restore(journal: "OpenJournal", progress: Progress) -> "Restored":
        from journal.use_cases.safe_copies import restore_backup
        from journal.use_cases.staying import let_go

        restored = restore_backup(ground.home, path, opens, ground.clock, over=True, progress=progress)
        let_go(ground.home)
        return restored

    def begin(progress: Progress) -> "asyncio.Future[Restored]":
        # On the thread of the journal, so that nothing more is written to the one that makes way.
        return ground.alone(lambda: ground.at_once.ask(lambda journal: restore(journal, progress)))

    # At once: the journal that is open is not the one that is here any more.
    ground.ask(Doing(words.ROWS["put-back"][0], begin, words.PUTTING_BACK), lambda _: ground.begin_again())


# Elsewhere too


def keep_elsewhere(ground: Ground) -> None:
    """A folder of the person's, or none."""
    from journal.use_cases.open_journal import ELSEWHERE

    def not_now() -> None:
        asked = ground.desk.ask(lambda journal: journal.choose(ELSEWHERE, ""))
        ground.hear(asked, lambda _: ground.changed(words.ONLY_HERE))

    question = Choose(words.WHICH_FOLDER, words.ELSEWHERE_OPTIONS, lines=words.FOLDER_LINES)
    ground.choose(question, lambda: ask_for_folder(ground), not_now)


def ask_for_folder(ground: Ground) -> None:
    """Where safety copies go too. The newest goes there at once, so that a folder that takes none is never chosen."""

    async def choose(folder: Path) -> tuple[Path, bool]:
        from journal.use_cases import snapshots
        from journal.use_cases.open_journal import ELSEWHERE

        unlocked = await ground.desk.ask(unlocked_of)

        def copy() -> bool:
            _check_folder(ground.home, folder)
            if not snapshots.snapshots_in(ground.home):
                snapshots.snapshot_if_due(unlocked, ground.clock)
            try:
                return snapshots.keep_elsewhere(unlocked, folder) is not None or _newest_there(unlocked, folder)
            except OSError as problem:
                raise BadInput(words.CANNOT_WRITE) from problem

        copied = await ground.beside(copy)
        await ground.desk.ask(lambda journal: journal.choose(ELSEWHERE, str(folder)))
        return folder, copied

    def begin(folder: Path, _: Progress) -> "asyncio.Future[tuple[Path, bool]]":
        return asyncio.ensure_future(choose(folder))

    question = AskPath(words.WHICH_FOLDER, begin, saying=words.COPYING, hint=words.A_FOLDER, lines=words.FOLDER_LINES)
    ground.ask(question, lambda chosen: ground.changed(words.goes_elsewhere(str(chosen[0]), copied=chosen[1])))


def newest_elsewhere(unlocked: "Unlocked", folder: Path) -> date | None:
    """The day of the newest safety copy of this journal in that folder.

    Raises:
        OSError: the folder cannot be reached.
    """
    days = []
    for name in os.listdir(folder):
        ours, _, day = name.removesuffix(".backup").partition(f"{NAME}-{unlocked.header.vault_id.hex()[:8]}-")
        if not ours and day:
            try:
                days.append(date.fromisoformat(day))
            except ValueError:
                continue
    return max(days, default=None)


def _newest_there(unlocked: "Unlocked", folder: Path) -> bool:
    return newest_elsewhere(unlocked, folder) is not None


def _check_folder(home: Home, folder: Path) -> None:
    if not folder.is_dir():
        raise BadInput(words.NOT_A_FOLDER)
    if home.root.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise BadInput(words.INSIDE_HOME)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BadInput(words.CANNOT_WRITE)
