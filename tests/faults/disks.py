"""Disks that a test can mount: small ones in memory, to be full or closed for writing, and one that never answers.

They are real, so mounting them takes root, as `.ci/run` has it. Anywhere else the tests that need one say so and fail.
"""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NEEDS_ROOT = "This test mounts a disk of its own or becomes other users: it has to be run by root, as .ci/run is."
_DETACH = 2


@contextmanager
def small_disk(place: Path, room_bytes: int, *options: str) -> Iterator[Path]:
    """A disk in memory at this folder, for as long as the block lasts.

    Args:
        place: an empty folder.
        room_bytes: how much it holds.
        options: more of mount's, such as `mode=0700`.
    """
    chosen = ",".join((f"size={room_bytes}", *options))
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", chosen, "none", str(place)], check=False)
    assert mounted.returncode == 0, NEEDS_ROOT
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def silent_disk(place: Path) -> Iterator[Path]:
    """A file system whose other side never says a word, as that of a computer that went away."""
    system = ctypes.CDLL(None, use_errno=True)
    # Nobody ever reads from this end.
    end = os.open("/dev/fuse", os.O_RDWR)
    try:
        options = f"fd={end},rootmode=40000,user_id={os.geteuid()},group_id={os.getegid()},allow_other"
        mounted = system.mount(b"none", os.fsencode(place), b"fuse", 0, options.encode())
        assert mounted == 0, f"{NEEDS_ROOT} ({os.strerror(ctypes.get_errno())})"
        yield place
    finally:
        # Whoever still waits is let go.
        os.close(end)
        system.umount2(os.fsencode(place), _DETACH)


def fill_up(disk: Path) -> Path:
    """Take all the room there is."""
    filling = disk / "filling"
    with filling.open("wb", buffering=0) as file:
        os.posix_fallocate(file.fileno(), 0, os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize)
        with pytest.raises(OSError, match="No space left"):
            os.pwrite(file.fileno(), b"more", os.fstat(file.fileno()).st_size)
    return filling


def close_for_writing(disk: Path) -> None:
    """From now on it can only be read."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
