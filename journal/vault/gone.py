"""Erasing everything: the vault, its safety copies, and what is known before it is open."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from journal.errors import NoJournal, NoRoom
from journal.paths import Home, sync_folder


def erase_everything(home: Home) -> bool:
    """Erase the journal, its safety copies on this computer, and what is known before it is open.

    One rename takes it away; then the key slots are written over, without which nobody can read what an old disk may
    keep of the rest. A process that is stopped in between is finished by the next cairn.

    Returns:
        Whether every file is gone; where the disk kept one, the next cairn tries again.

    Raises:
        NoJournal: there is none. NoRoom: the disk said no; the journal is still there.
    """
    if not home.exists():
        raise NoJournal()
    try:
        os.rename(home.vault, home.root / f"vault.gone-{os.getpid()}")
        sync_folder(home.root)
    except OSError as problem:
        raise NoRoom("The journal could not be erased. It is still there.") from problem
    return finish_erasing(home)


def kept_beside(home: Home) -> list[Path]:
    """Journals that were kept when a backup took their place. They hold what they held then."""
    return sorted(home.root.glob("before-restore-*"))


def finish_erasing(home: Home) -> bool:
    """Take away what an erasing left that was stopped halfway. Does nothing where none was under way.

    Returns:
        Whether nothing is left of it.
    """
    gone = list(home.root.glob("vault.gone-*")) if home.root.is_dir() else []
    if not gone:
        return True
    # A journal that was made since is another person's word: nothing of that one goes.
    beside = [] if home.exists() else [home.snapshots, *kept_beside(home), *home.root.glob("checking.new-*")]
    for folder in (*gone, *beside):
        _write_over_slots(folder)
    if not home.exists():
        for known_before in (home.before_unlock, home.support_lines):
            with suppress(OSError):
                known_before.unlink(missing_ok=True)
    # The renamed folder is what says that an erasing is under way: it goes when nothing else is left.
    if _staying(beside):
        return False
    staying = _staying(gone)
    with suppress(OSError):
        home.root.rmdir()
    return not staying


def _write_over_slots(folder: Path) -> None:
    """Write zeros over what carries key slots."""
    with suppress(OSError):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("journal-"):
                _write_over(path)


def _staying(folders: Iterable[Path]) -> list[Path]:
    """Take these away, and say which of them the disk keeps."""
    import shutil

    there = list(folders)
    for folder in there:
        shutil.rmtree(folder, ignore_errors=True)
    return [folder for folder in there if os.path.lexists(folder)]


def _write_over(path: Path) -> None:
    from journal.vault.backup_file import LONGEST

    with suppress(OSError), path.open("r+b") as file:
        file.write(bytes(min(os.fstat(file.fileno()).st_size, LONGEST)))
        file.flush()
        os.fsync(file.fileno())
