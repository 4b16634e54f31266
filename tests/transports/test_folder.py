"""The folder: what programs that carry folders leave in it, what others put there, and disks and users as they are."""

import asyncio
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.errors import BadInput
from sync.errors import NotReached
from sync.protocol.sizes import WIRE
from sync.transports import folder as folder_module
from sync.transports.folder import CANDIDATES_MOST, Folder
from sync.transports.via import slots_at
from tests.faults.disks import NEEDS_ROOT, close_for_writing, fill_up, small_disk
from tests.faults.injected import KILL, ROOT, Fault, python, quiet_environment, with_fault
from tests.transports.places import a_place, a_wire
from tests.transports.visitor import ANA, NOT_REACHED, SAM, visit

SLOT = a_place().slot.hex()
OWN = f"{SLOT}.cairn"
COPIES = (
    f"{SLOT}.sync-conflict-20260314-093000-ABCDEFG.cairn",
    f"{SLOT} (Sam's conflicted copy 2026-03-14).cairn",
    f"{SLOT}(1).cairn",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "both").mkdir()
    return tmp_path / "both"


@pytest.fixture
def slots(place: Path) -> Folder:
    return Folder(place)


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


async def stands(slots: Folder) -> list[int]:
    """The first byte of each candidate."""
    return [wire[0] for wire in (await slots.read(a_place())).candidates]


async def test_a_page_is_one_file_of_one_size_that_others_may_read(slots: Folder, place: Path) -> None:
    await slots.write(a_place(), a_wire())
    assert names(place) == [OWN]
    assert (place / OWN).read_bytes() == a_wire()
    assert stat.S_IMODE((place / OWN).stat().st_mode) == 0o644


async def test_a_page_is_renamed_into_its_place_and_never_written_there(slots: Folder, place: Path) -> None:
    await slots.write(a_place(), a_wire(1))
    with (place / OWN).open("rb") as held_open:
        await slots.write(a_place(), a_wire(2))
        assert held_open.read() == a_wire(1)
    assert await stands(slots) == [2]


async def test_a_conflict_copy_is_a_candidate_and_its_writer_takes_it_away(slots: Folder, place: Path) -> None:
    await slots.write(a_place(), a_wire(1))
    for number, name in enumerate(COPIES, 2):
        (place / name).write_bytes(a_wire(number))
    (place / a_place(9).slot.hex()).write_bytes(a_wire(9))
    found = await stands(slots)
    assert (found[0], sorted(found)) == (1, [1, 2, 3, 4])

    await slots.write(a_place(), a_wire(5))

    assert await stands(slots) == [5]
    assert names(place) == sorted([OWN, a_place(9).slot.hex()])


async def test_a_conflict_copy_alone_is_read(slots: Folder, place: Path) -> None:
    (place / COPIES[0]).write_bytes(a_wire(7))
    assert await stands(slots) == [7]


async def test_a_flood_of_copies_is_not_all_read_and_never_hides_the_page(slots: Folder, place: Path) -> None:
    await slots.write(a_place(), a_wire(1))
    for number in range(40):
        (place / f"{SLOT}-{number}").write_bytes(a_wire(2))
    found = await stands(slots)
    assert found[0] == 1
    assert len(found) == CANDIDATES_MOST


async def test_what_was_begun_and_never_finished_is_no_page_and_goes_at_the_next_write(
    slots: Folder, place: Path
) -> None:
    (place / f".begun-{SLOT}-0a0b0c0d").write_bytes(a_wire(1)[:100])
    assert await stands(slots) == []
    await slots.write(a_place(), a_wire(2))
    assert names(place) == [OWN]


async def test_deleting_takes_copies_and_leftovers_along(slots: Folder, place: Path) -> None:
    await slots.write(a_place(), a_wire())
    for name in (*COPIES, f".begun-{SLOT}-0a0b0c0d", "a letter.txt"):
        (place / name).write_bytes(a_wire())
    await slots.delete(a_place())
    assert names(place) == ["a letter.txt"]


def plant_fifo(path: Path) -> None:
    os.mkfifo(path)


def plant_link(path: Path) -> None:
    aside = path.parent / "aside"
    aside.write_bytes(a_wire(66))
    path.symlink_to(aside)


def plant_dangling_link(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def plant_huge_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def plant_short_file(path: Path) -> None:
    path.write_bytes(a_wire()[:-1])


def plant_long_file(path: Path) -> None:
    path.write_bytes(a_wire() + b"\0")


def plant_folder(path: Path) -> None:
    path.mkdir()


def plant_socket(path: Path) -> None:
    # Made as a file is: to bind one, its whole name would have to be short.
    os.mknod(path, stat.S_IFSOCK | 0o600)


PLANTS = [
    plant_fifo,
    plant_link,
    plant_dangling_link,
    plant_huge_file,
    plant_short_file,
    plant_long_file,
    plant_folder,
    plant_socket,
]


@pytest.mark.parametrize("plant", PLANTS)
async def test_what_was_planted_beside_a_page_neither_hides_nor_stops_it(
    slots: Folder, place: Path, plant: Callable[[Path], None]
) -> None:
    plant(place / f"{SLOT}-planted")
    assert await stands(slots) == []
    for number in (1, 2):
        await slots.write(a_place(), a_wire(number))
        assert await stands(slots) == [number]
    await slots.delete(a_place())
    assert await stands(slots) == []


@pytest.mark.parametrize("plant", [each for each in PLANTS if each is not plant_folder])
async def test_what_was_planted_in_the_place_of_a_page_is_no_page_and_is_overwritten(
    slots: Folder, place: Path, plant: Callable[[Path], None]
) -> None:
    plant(place / OWN)
    assert await stands(slots) == []
    await slots.write(a_place(), a_wire(1))
    assert await stands(slots) == [1]
    assert stat.S_ISREG((place / OWN).lstat().st_mode)
    aside = place / "aside"
    assert not aside.exists() or aside.read_bytes() == a_wire(66)


async def test_a_pipe_with_somebody_at_its_other_end_is_no_page_and_nobody_waits_for_it(
    slots: Folder, place: Path
) -> None:
    os.mkfifo(place / OWN)
    other_end = os.open(place / OWN, os.O_RDWR | os.O_NONBLOCK)
    assert await stands(slots) == []
    os.write(other_end, a_wire())
    assert await stands(slots) == []
    os.close(other_end)


async def test_a_folder_in_the_place_of_a_page_is_said_and_nothing_is_left_behind(slots: Folder, place: Path) -> None:
    (place / OWN).mkdir()
    assert await stands(slots) == []
    with pytest.raises(NotReached):
        await slots.write(a_place(), a_wire())
    assert names(place) == [OWN]


async def test_no_more_of_a_huge_file_is_read_than_one_page_and_a_byte(
    place: Path, slots: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever can write to the folder cannot fill the memory of who reads it."""
    (place / OWN).write_bytes(bytes(10 * WIRE))
    read: list[bytes] = []
    really = folder_module._wire_in

    def remembered(path: Path) -> bytes:
        read.append(really(path))
        return read[-1]

    monkeypatch.setattr(folder_module, "_wire_in", remembered)
    assert await stands(slots) == []
    assert [len(each) for each in read] == [WIRE + 1]


async def test_a_name_that_is_too_long_for_the_system_is_not_there(place: Path) -> None:
    slots = Folder(place / ("x" * 300))
    for deed in (slots.check(), slots.read(a_place()), slots.write(a_place(), a_wire()), slots.delete(a_place())):
        with pytest.raises(NotReached):
            await deed


@pytest.mark.parametrize("path", ["~nobody-of-this-name/both", "/tmp/bo\0th", "/tmp/\ud800", "both"])
def test_what_can_be_no_folder_is_no_place(path: str) -> None:
    with pytest.raises(BadInput):
        slots_at(f"folder:{path}")


async def test_a_folder_that_is_a_file_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "both").write_bytes(b"")
    slots = Folder(tmp_path / "both")
    for deed in (slots.check(), slots.read(a_place()), slots.write(a_place(), a_wire())):
        with pytest.raises(NotReached):
            await deed


@pytest.mark.parametrize("when", ["fsync", "rename"])
async def test_a_folder_that_goes_in_mid_way_is_said_and_works_again_once_it_is_back(
    slots: Folder, place: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """A stick pulled out: after the bytes, and after their name."""
    really_synced, really_renamed = os.fsync, Path.replace

    def pull_out_after_syncing(descriptor: int) -> None:
        really_synced(descriptor)
        shutil.rmtree(place)

    def pull_out_after_renaming(begun: Path, whole: Path) -> None:
        really_renamed(begun, whole)
        shutil.rmtree(place)

    with monkeypatch.context() as pulled:
        if when == "fsync":
            pulled.setattr(os, "fsync", pull_out_after_syncing)
            with pytest.raises(NotReached):
                await slots.write(a_place(), a_wire(1))
        else:
            pulled.setattr(Path, "replace", pull_out_after_renaming)
            await slots.write(a_place(), a_wire(1))
    with pytest.raises(NotReached):
        await slots.read(a_place())
    await asyncio.to_thread(place.mkdir)
    assert await stands(slots) == []
    await slots.write(a_place(), a_wire(2))
    assert await stands(slots) == [2]


@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_process_killed_while_it_writes_leaves_the_page_before_and_the_next_one_clears_up(
    place: Path, tmp_path: Path, call: str
) -> None:
    slots = Folder(place)
    asyncio.run(slots.write(a_place(), a_wire(1)))
    command = python("tests.transports.visitor", "0", str(place), "write", "2")
    log = tmp_path / "strace"

    killed = subprocess.run(
        with_fault(command, Fault(call, "1", KILL), log), env=quiet_environment(), cwd=ROOT, check=False
    )

    assert killed.returncode != 0
    assert "SIGKILL" in log.read_text()
    assert asyncio.run(stands(slots)) == [1]
    assert len(names(place)) == 2
    asyncio.run(slots.write(a_place(), a_wire(3)))
    assert asyncio.run(stands(slots)) == [3]
    assert names(place) == [OWN]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk in memory with room for three pages."""
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", 3 * WIRE) as disk:
        yield disk


async def test_on_a_full_disk_the_page_before_stands_and_with_room_the_next_one_does(disk: Path) -> None:
    slots = Folder(disk)
    await slots.write(a_place(), a_wire(1))
    filling = fill_up(disk)

    with pytest.raises(NotReached):
        await slots.write(a_place(), a_wire(2))

    assert names(disk) == sorted([OWN, "filling"])
    assert await stands(slots) == [1]
    filling.unlink()
    await slots.write(a_place(), a_wire(2))
    assert await stands(slots) == [2]


async def test_on_a_disk_that_may_not_be_written_pages_are_read_and_the_rest_is_said(disk: Path) -> None:
    slots = Folder(disk)
    await slots.write(a_place(), a_wire(1))
    close_for_writing(disk)
    assert await stands(slots) == [1]
    for deed in (slots.write(a_place(), a_wire(2)), slots.delete(a_place()), slots.check()):
        with pytest.raises(NotReached):
            await deed
    assert await stands(slots) == [1]


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user of this computer can reach."""
    assert os.geteuid() == 0, NEEDS_ROOT
    with tempfile.TemporaryDirectory(prefix="shared-") as around:
        Path(around).chmod(0o755)
        shared = Path(around) / "both"
        shared.mkdir()
        shared.chmod(0o777)
        yield shared


def test_two_users_of_one_computer_read_each_other_whatever_their_masks(shared: Path) -> None:
    before = os.umask(0o077)
    try:
        assert visit(ANA, shared, "write", 1) == "1"
    finally:
        os.umask(before)
    assert visit(SAM, shared, "read") == "1"
    assert visit(SAM, shared, "write", 2) == "2"
    assert visit(ANA, shared, "read") == "2"


def test_where_each_may_take_away_only_their_own_an_end_is_no_trouble(shared: Path) -> None:
    shared.chmod(0o1777)
    assert visit(ANA, shared, "write", 1) == "1"
    assert visit(SAM, shared, "delete") == "1"
    assert visit(ANA, shared, "delete") == ""


def test_an_ordinary_user_who_may_not_write_there_reads_and_is_told(shared: Path) -> None:
    assert visit(ANA, shared, "write", 1) == "1"
    shared.chmod(0o755)
    assert visit(ANA, shared, "read") == "1"
    for deed in ("check", "write", "delete"):
        assert visit(ANA, shared, deed, 2) == NOT_REACHED
    assert names(shared) == [OWN]


@pytest.mark.parametrize("closed", ["itself", "around it"])
def test_an_ordinary_user_who_may_not_look_there_is_told(shared: Path, closed: str) -> None:
    (shared if closed == "itself" else shared.parent).chmod(0o700)
    for deed in ("check", "read", "write", "delete"):
        assert visit(ANA, shared, deed, 1) == NOT_REACHED


def test_a_copy_that_may_not_be_read_stops_nothing_and_a_page_that_may_not_is_said(shared: Path) -> None:
    assert visit(ANA, shared, "write", 1) == "1"
    planted = shared / f"{SLOT}-planted"
    planted.write_bytes(a_wire(2))
    planted.chmod(0o000)
    assert visit(SAM, shared, "read") == "1"
    (shared / OWN).chmod(0o000)
    assert visit(SAM, shared, "read") == NOT_REACHED
