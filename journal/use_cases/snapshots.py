"""Safety copies that nobody has to ask for: made after opening, a few of them kept, opened by what opens the journal.

Each is a backup as `safe_copies` makes it, named by its day. None of this ever stands in anybody's way: what cannot be
done now is done at the next opening.
"""

import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from journal.clock import Clock
from journal.domain.moments import utc_text
from journal.domain.retention import to_keep
from journal.errors import AlreadyThere, Busy, CairnError, KeyChanged, NoRoom
from journal.paths import Home, make_private_folder
from journal.progress import Progress
from journal.store.meta import Meta
from journal.use_cases.safe_copies import header_now, write_copy
from journal.use_cases.unlocking import Unlocked, open_named
from journal.vault.backup_file import read_preamble, rewrite_backup, write_backup_again
from journal.vault.header_files import clear_half_made

ENDING = ".backup"
EVERY_DAYS = 1
EVERY_DAYS_IN_A_SHELL = 7
"""Source: security brief, b.6."""
BEFORE_UPGRADE = "before-upgrade-"
STAYS = "A safety copy could not be taken away now."
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:-(\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One safety copy. `day`: the local calendar day it was made on; `generation`: of the key it is under."""

    path: Path
    day: date
    generation: int = 1


def snapshots_in(home: Home) -> list[Snapshot]:
    """The safety copies there are, the oldest first."""
    found: list[Snapshot] = []
    with suppress(OSError):
        found = [
            Snapshot(path, *named)
            for path in home.snapshots.iterdir()
            if path.suffix == ENDING and (named := _day(path.stem))
        ]
    return sorted(found, key=lambda snapshot: (snapshot.day, snapshot.generation))


def _day(stem: str) -> tuple[date, int] | None:
    """The day and generation in a copy's name; `None` where it is no name of ours."""
    named = _NAME.fullmatch(stem)
    try:
        return (date.fromisoformat(named[1]), int(named[2] or 1)) if named else None
    except ValueError:
        return None


def _name(day: date, generation: int) -> str:
    """By its day, and by the generation of its key once there was more than one."""
    return f"{day.isoformat()}{f'-{generation}' if generation > 1 else ''}{ENDING}"


def snapshot_if_due(
    unlocked: Unlocked, clock: Clock, every_days: int = EVERY_DAYS, progress: Progress | None = None
) -> Path | None:
    """Make a safety copy when the last is old enough and something was written since; then let go of the oldest.

    Runs on a connection of its own, in any thread.

    Args:
        unlocked: whose.
        clock: for today.
        every_days: how old the newest copy may be.
        progress: in thousandths; what it raises stops the work.

    Returns:
        The new copy, or `None` where none was due or none could be made now.

    Raises:
        Damaged: the journal is, so that no copy of it was made; the earlier ones stay.
    """
    home, today = unlocked.home, clock.now().date()
    generation = unlocked.header.generation
    there = [snapshot for snapshot in snapshots_in(home) if snapshot.generation == generation]
    near = [snapshot for snapshot in there if today - timedelta(days=every_days) < snapshot.day <= today]
    made = None
    with suppress(Busy, KeyChanged, NoRoom, OSError):
        clear_half_made(home.snapshots)
        if not near and not _is_nothing_new(unlocked, there):
            made = _make(unlocked, home.snapshots / _name(today, generation), clock, progress)
            _let_go(home, today)
        rewrap_snapshots(unlocked)
    return made


def renew_snapshots(unlocked: Unlocked, clock: Clock) -> Path:
    """Put one new safety copy in the place of all there are: what was erased must not live on in them.

    Raises:
        NoRoom: the new one could not be made, even after the others had gone.
        Busy: no new one could be made, or one of the others could not be taken away.
        Damaged, KeyChanged: no new one could be made, and the others stay: they may be all that is whole.
    """
    home = unlocked.home
    name = _name(clock.now().date(), unlocked.header.generation)
    fresh = home.snapshots / f"{name}.new-{os.getpid()}"
    try:
        fresh.unlink(missing_ok=True)
        try:
            _make(unlocked, fresh, clock)
        except NoRoom:
            # What was to be erased goes first, whatever comes of the new one.
            forget_snapshots(home)
            _make(unlocked, fresh, clock)
        forget_snapshots(home, but=fresh)
        fresh.rename(home.snapshots / name)
    except OSError as problem:
        forget_snapshots(home)
        raise NoRoom() from problem
    if any(path != home.snapshots / name for path in home.snapshots.iterdir()):
        raise Busy(STAYS)
    return home.snapshots / name


def forget_snapshots(home: Home, but: Path | None = None) -> int:
    """Delete every safety copy on this computer, those from before an upgrade among them.

    Returns:
        How many are gone. One that the disk does not let go of keeps no other from going.
    """
    with suppress(OSError):
        return sum(_is_let_go(path) for path in list(home.snapshots.iterdir()) if path != but)
    return 0


def _is_let_go(path: Path) -> bool:
    with suppress(OSError):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    return not os.path.lexists(path)


def rewrap_snapshots(unlocked: Unlocked) -> int:
    """Let every safety copy of this key open with what opens the journal now, and with nothing from before.

    Returns:
        How many were brought up to date. Those of an earlier key open with what opened it then.
    """
    header, done = header_now(unlocked), 0
    for path in sorted(unlocked.home.snapshots.glob(f"*{ENDING}")):
        with suppress(CairnError, OSError):
            before = read_preamble(path)
            if before.header == header or before.header.vault_id != header.vault_id:
                continue
            if unlocked.keys.backup_mac(before.backup_id, before.covered()) != before.mac:
                continue
            after = replace(before, header=header)
            after = after.with_mac(unlocked.keys.backup_mac(after.backup_id, after.covered()))
            rewrite_backup(path, before, after)
            done += 1
    return done


def newer_copy(unlocked: Unlocked, writes: int) -> Snapshot | None:
    """The newest safety copy, where it was made after more writing than this journal has seen.

    The journal file was then replaced by an older one. What stands in a file that anybody could put there is not
    believed before its MAC holds.
    """
    for snapshot in reversed(snapshots_in(unlocked.home)):
        with suppress(CairnError):
            preamble = read_preamble(snapshot.path)
            if (preamble.header.vault_id, preamble.header.generation) != (
                unlocked.header.vault_id,
                unlocked.header.generation,
            ):
                continue
            holds = unlocked.keys.backup_mac(preamble.backup_id, preamble.covered()) == preamble.mac
            return snapshot if holds and preamble.writes > writes else None
    return None


def copy_before_upgrade(unlocked: Unlocked, applied: int, clock: Clock) -> None:
    """A copy of the journal as it is before steps of the schema are applied. Nobody else can write meanwhile.

    Args:
        unlocked: whose.
        applied: the newest step that the journal has.
        clock: for when it was made.

    Raises:
        NoRoom: the disk did not take it.
    """
    path = unlocked.home.snapshots / f"{BEFORE_UPGRADE}{applied + 1:04}{ENDING}"
    make_private_folder(unlocked.home.snapshots)
    path.unlink(missing_ok=True)
    _make(unlocked, path, clock)


def keep_elsewhere(unlocked: Unlocked, folder: Path) -> Path | None:
    """Put the newest safety copy into another folder too, and let go of the oldest of ours there.

    Returns:
        Where it is now; `None` where there is no copy yet, or it is there already.

    Raises:
        OSError: the folder cannot be reached or written to.
    """
    there = snapshots_in(unlocked.home)
    if not there:
        return None
    ours = f"waymark-{unlocked.header.vault_id.hex()[:8]}-"
    target = folder / f"{ours}{there[-1].path.name}"
    if target.exists():
        return None
    write_backup_again(there[-1].path, target)
    # What a sync program has renamed, or somebody put there, is not ours to judge.
    known = {path: named for path in folder.glob(f"{ours}*{ENDING}") if (named := _day(path.stem.removeprefix(ours)))}
    kept = to_keep(day for day, _ in known.values())
    for path, (day, _) in known.items():
        if day not in kept:
            path.unlink(missing_ok=True)
    return target


def _is_nothing_new(unlocked: Unlocked, there: list[Snapshot]) -> bool:
    if not there:
        return False
    source = open_named(unlocked)
    try:
        return read_preamble(there[-1].path).writes == Meta(source).write_counter()
    except CairnError:
        return False
    finally:
        source.close()


def _make(unlocked: Unlocked, path: Path, clock: Clock, progress: Progress | None = None) -> Path | None:
    make_private_folder(unlocked.home.snapshots)
    source = open_named(unlocked)
    try:
        write_copy(unlocked, source, path, utc_text(clock.now()), progress)
    except AlreadyThere:
        # Another cairn was quicker.
        return None
    finally:
        source.close()
    return path


def _let_go(home: Home, today: date) -> None:
    """Copies that a wrong clock dated after today are counted by themselves: they must not cost the true ones."""
    there = snapshots_in(home)
    kept = to_keep(copy.day for copy in there if copy.day <= today)
    kept |= to_keep(copy.day for copy in there if copy.day > today)
    for snapshot in there:
        if snapshot.day not in kept:
            snapshot.path.unlink(missing_ok=True)
