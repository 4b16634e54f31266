"""Where the key holder of a home is reached: a name in a folder that this user alone can enter.

    $XDG_RUNTIME_DIR/waymark/<16 hex>   where that folder is ours and 0700; it is in memory, and goes at log-out
    <home>/held                         else

A folder is judged by its own descriptor and everything in it is named by way of that, so that what was judged is what
is used, and a long path does not outgrow the few bytes that the name of a socket may have.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.paths import FOLDER, Home

RUNTIME = "XDG_RUNTIME_DIR"
IN_HOME = "held"

Mark = tuple[int, int, int]
"""Device, number and owner: what a name stands for."""


class Place:
    """An open folder that is ours alone, and a name in it."""

    def __init__(self, folder: int, name: str) -> None:
        self.folder = folder
        self.name = name

    @property
    def address(self) -> str:
        """What a socket is bound or connected to, through this process's own descriptor."""
        return f"/proc/self/fd/{self.folder}/{self.name}"

    def mark(self, name: str | None = None) -> Mark | None:
        """What has our name, or another in the folder; `None` where nothing has it."""
        try:
            found = os.stat(name or self.name, dir_fd=self.folder, follow_symlinks=False)
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_uid

    def take(self, name: str) -> None:
        """Put what has this name in the place of whatever has ours, in one step."""
        with self._alone():
            os.rename(name, self.name, src_dir_fd=self.folder, dst_dir_fd=self.folder)

    def clear(self, mark: Mark | None) -> None:
        """Remove what has our name, if it is still what had this mark: another may have taken the place since."""
        with self._alone():
            if mark is not None and self.mark() == mark:
                os.unlink(self.name, dir_fd=self.folder)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        import fcntl

        descriptor = os.open(".", os.O_RDONLY | os.O_DIRECTORY, dir_fd=self.folder)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


@contextmanager
def place_to_take(home: Home) -> Iterator[Place | None]:
    """The first folder that will do, made where it is missing; `None` where none will."""
    for folder, name in _candidates(home, make=True):
        descriptor = _opened(folder)
        if descriptor is not None:
            try:
                yield Place(descriptor, name)
            finally:
                os.close(descriptor)
            return
    yield None


def places_taken(home: Home) -> Iterator[Place]:
    """Every place of this home where something stands that is ours, each open until the next is asked for."""
    for folder, name in _candidates(home, make=False):
        descriptor = _opened(folder)
        if descriptor is None:
            continue
        try:
            place = Place(descriptor, name)
            mark = place.mark()
            if mark is not None and mark[2] == os.geteuid():
                yield place
        finally:
            os.close(descriptor)


def _candidates(home: Home, *, make: bool) -> Iterator[tuple[Path, str]]:
    """Folders and names, the best first. The name in a folder that all homes share is made of where the home is."""
    real, runtime = os.path.realpath(home.root), os.environ.get(RUNTIME, "")
    if os.path.isabs(runtime) and _is_ours_alone(runtime):
        import hashlib

        folder = Path(runtime) / FOLDER
        if make:
            with suppress(OSError):
                folder.mkdir(mode=0o700)
                folder.chmod(0o700)
        yield folder, hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    if not make and runtime != (usual := f"/run/user/{os.geteuid()}") and _is_ours_alone(usual):
        # It may have been unlocked where the log-in had its folder, and be locked where it has none.
        import hashlib

        yield Path(usual) / FOLDER, hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    yield Path(real), IN_HOME


def _is_ours_alone(folder: str) -> bool:
    try:
        return _will_do(os.lstat(folder))
    except OSError:
        return False


def _opened(folder: Path) -> int | None:
    """A descriptor of the folder, if it is a folder, ours, and closed to everybody else."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    if _will_do(os.fstat(descriptor)):
        return descriptor
    os.close(descriptor)
    return None


def _will_do(found: os.stat_result) -> bool:
    closed = not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and closed
