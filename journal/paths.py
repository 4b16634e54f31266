"""Where files live: the home of one journal, and the names inside it.

    <home>/                    0700
        vault/                 0700
            header             0600  key slots, text          (copy 1)
            header.bak         0600  byte-identical           (copy 2)
            journal-<gen>.db   0600  the encrypted journal
        snapshots/             0700  copies of the journal, and of the vault before an upgrade
        before-unlock.json     0600  country and look: nothing else
        support-lines.json     0600  a file of support lines that was brought in, if any

The folder's own name says nothing about what it holds.
"""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journal.errors import BadInput, NoRoom, OpenToOthers

FOLDER = "waymark"
"""A neutral name: someone who lists the data folder learns nothing (domain brief, section 10)."""


@dataclass(frozen=True, slots=True)
class Home:
    """One journal's folder."""

    root: Path

    @property
    def vault(self) -> Path:
        return self.root / "vault"

    @property
    def header(self) -> Path:
        return self.vault / "header"

    @property
    def header_copy(self) -> Path:
        return self.vault / "header.bak"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"

    @property
    def before_unlock(self) -> Path:
        return self.root / "before-unlock.json"

    @property
    def support_lines(self) -> Path:
        return self.root / "support-lines.json"

    def exists(self) -> bool:
        """Whether anything of a vault is here, whole or not.

        Raises:
            NoRoom: the folder cannot be looked into.
        """
        try:
            return self.vault.exists() and (not self.vault.is_dir() or any(self.vault.iterdir()))
        except OSError as problem:
            raise NoRoom("The journal's folder cannot be read.", hint="Check who owns it.") from problem


def find_home(chosen: str | None = None) -> Home:
    """The home that was chosen, else `CAIRN_HOME`, else the platform's data folder."""
    named = chosen or os.environ.get("CAIRN_HOME")
    if named:
        try:
            return Home(Path(named).expanduser().absolute())
        except (RuntimeError, ValueError) as problem:
            raise BadInput("--home and CAIRN_HOME take a folder's path.") from problem
    from platformdirs import user_data_path

    return Home(user_data_path(FOLDER, appauthor=False))


_BELONGS_TO_ANOTHER = "Somebody else owns the folder of this journal, so it was not opened."
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def check_private(home: Home) -> None:
    """See that nobody else can put files into the home, and take reading away from others where it is ours.

    Who can write there can put another key file in the place of ours. Only the home and its folders are judged: the
    folder above may be anybody's, as /tmp is. Root can do everything anyhow. What is not there is not judged.

    Raises:
        OpenToOthers: another user owns one of the folders, or may write to it.
        NoRoom: the home cannot be looked into.
    """
    if os.name != "posix":
        return
    for folder in (home.root, home.vault, home.snapshots):
        try:
            found = folder.stat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as problem:
            raise NoRoom("The journal's folder cannot be read.", hint="Check who owns it.") from problem
        _judge(folder, found)


def _judge(folder: Path, found: os.stat_result) -> None:
    user = os.geteuid()
    if found.st_uid not in (user, 0):
        raise OpenToOthers(_BELONGS_TO_ANOTHER, hint="Use cairn as that user, or make the folder your own (chown).")
    if found.st_mode & _OTHERS_WRITE:
        raise OpenToOthers()
    if found.st_mode & _OTHERS and found.st_uid == user:
        # A disk that may not be written is no reason to stay out.
        with suppress(OSError):
            folder.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)


def make_private_folder(folder: Path) -> None:
    """Make a folder, and the ones above it, that only this user can enter."""
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        part.mkdir(mode=0o700, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename inside `folder` last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_private_file(path: Path, content: bytes) -> None:
    """Write a new file that only this user can read, and put it on the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        # Half a file would be taken for a whole one.
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def replace_private_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path` in one step: the old bytes or the new, never neither."""
    fresh = path.with_name(f"{path.name}.new-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    try:
        write_private_file(fresh, content)
        os.replace(fresh, path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    # The new bytes are in place from the rename on; to say anything else now would be untrue.
    with suppress(OSError):
        sync_folder(path.parent)


_SYNCED_FOLDERS = {
    "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive",
    "my drive": "Google Drive", "mobile documents": "iCloud Drive", "icloud drive": "iCloud Drive",
    "nextcloud": "Nextcloud", "owncloud": "ownCloud", "megasync": "MEGA", "pclouddrive": "pCloud", "sync": "Syncthing",
    "box": "Box", "box sync": "Box", "seafile": "Seafile", "tresorit": "Tresorit", "proton drive": "Proton Drive",
}  # fmt: skip
"""Names that such programs give their folder, in small letters."""
_SYNC_MARKS = {
    ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".stfolder": "Syncthing", ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud", ".sync_journal.db": "Nextcloud", ".tresorit": "Tresorit",
    ".sync": "Resilio Sync",
}  # fmt: skip
"""Files that such programs put into it."""


def synced_by(home: Home) -> str | None:
    """The program that seems to carry this folder elsewhere, or `None`.

    Such a program can carry off half-written files, and keeps versions that nobody can erase. This is a guess by the
    names of folders and the marks that programs leave in them; what it does not know it does not see.
    """
    for folder in (home.root, *home.root.parents):
        for mark, program in _SYNC_MARKS.items():
            with suppress(OSError):
                if (folder / mark).exists():
                    return program
        name = folder.name.lower()
        found = next((program for known, program in _SYNCED_FOLDERS.items() if _is_called(name, known)), None)
        if found is not None:
            return found
    return None


def _is_called(name: str, known: str) -> bool:
    """`OneDrive`, and `OneDrive - Some Company`."""
    return name == known or (known not in ("sync", "box") and name.startswith(f"{known} "))
