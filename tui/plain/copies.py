"""Copies of the journal that are locked as it is: backups, and the safety copies that nobody has to ask for."""

from functools import partial
from pathlib import Path

from journal.errors import BadInput, NoRoom, NotOpened
from journal.use_cases.open_journal import ELSEWHERE, OLDER_SEEN
from journal.use_cases.safe_copies import Restored, create_backup, opened_backup, restore_backup, verify_backup
from journal.use_cases.snapshots import keep_elsewhere, snapshot_if_due, snapshots_in
from journal.use_cases.staying import let_go
from journal.use_cases.unlocking import Opens, Unlocked, Way, with_keys, with_passphrase, with_words
from journal.vault.backup_file import read_preamble
from journal.vault.gone import kept_beside
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of, numbered
from tui.plain.conversation import Back, Leave
from tui.plain.long_work import at_length
from tui.plain.places import ask_path, ask_place
from tui.plain.visit import Door, Visit
from tui.wording import copies as words
from tui.wording import plain
from tui.wording import plain_keys as said
from tui.wording.dates import day_in_words

NAME = "waymark-{day}.backup"
"""What a backup is called in a folder that was named: nothing of what is in it. `day`: a local calendar day."""


def unlocked_of(visit: Visit) -> Unlocked:
    """What opened the journal.

    Raises:
        NotOpened: nothing that is known here.
    """
    if visit.journal.unlocked is None:
        raise NotOpened
    return visit.journal.unlocked


# Backups


def make_backup(visit: Visit) -> None:
    """One file with the whole journal."""
    from journal.portable.new_place import check_new_file

    talk, clock = visit.talk, visit.door.clock
    day = visit.journal.moment().for_date
    path = ask_path(talk, said.WHERE_TO, lambda path: check_new_file(_file_in(path, day)))
    if path is None:
        return
    target = _file_in(path, day)
    unlocked = unlocked_of(visit)
    made = visit.save(lambda: at_length(talk, lambda progress: create_backup(unlocked, target, clock, progress)))
    talk.say(*words.made(str(made.path), made.rows))


def _file_in(path: Path, day: str) -> Path:
    return path / NAME.format(day=day) if path.is_dir() else path


def check_backup(visit: Visit) -> None:
    """Restore it into a temporary place, for real; with the keys that are here where it is under them."""
    talk, home, clock = visit.talk, visit.home, visit.door.clock
    path = ask_backup(visit)
    if path is None:
        return
    opens = _own_keys(visit, path) or ask_what_opens(visit.door, path)[0]
    whole = at_length(talk, lambda progress: verify_backup(home, path, opens, clock, progress))
    talk.say(words.WHOLE, words.of_day(whole.made_at[:10]), words.holds(whole.rows))


def _own_keys(visit: Visit, path: Path) -> Opens | None:
    opens = with_keys(unlocked_of(visit).keys)
    try:
        opened_backup(path, opens)
    except NotOpened:
        return None
    return opens


def put_back(visit: Visit) -> None:
    """A backup in place of the journal that is here, which is kept beside it. What opens it is asked for afterwards.

    Raises:
        Leave: it was done, and locks.
    """
    path = ask_backup(visit)
    if path is not None:
        _put_back(visit, path)


def ask_backup(visit: Visit) -> Path | None:
    """One of the safety copies here by its number, the newest first, or a file elsewhere; `None`: skipped."""
    there = list(reversed(snapshots_in(visit.home)))
    if not there:
        return ask_path(visit.talk, said.WHICH_FILE, read_preamble)
    visit.talk.say(*numbered([said.safety_copy_of(copy.day.isoformat()) for copy in there]))
    numbers = tuple(str(number) for number in range(1, len(there) + 1))
    chosen = ask_place(visit.talk, said.NUMBER_OR_PATH, read_preamble, numbers)
    return there[int(chosen) - 1].path if isinstance(chosen, str) else chosen


def _put_back(visit: Visit, path: Path) -> None:
    talk, home, clock = visit.talk, visit.home, visit.door.clock
    # Its own, and no others: they are what opens the journal from then on.
    opens, _ = ask_what_opens(visit.door, path)
    typed = talk.ask(words.ASK_RESTORE)
    if typed is None or typed.casefold() != words.RESTORE_WORD:
        talk.say(words.NOT_RESTORED)
        return
    visit.care.rest()
    restored = visit.save(
        lambda: at_length(talk, lambda progress: restore_backup(home, path, opens, clock, over=True, progress=progress))
    )
    let_go(home)
    say_restored(visit.door, restored)
    talk.say(said.OPENS_WITH_ITS_OWN)
    raise Leave("lock")


def ask_what_opens(door: Door, path: Path) -> tuple[Opens, Way]:
    """Ask for the passphrase of a backup, or its recovery words, until one opens it. Its key is made once.

    Raises:
        Back: Enter alone leaves it. Leave, EndOfInput, BadInput: as `Door.ask_secret` says.
        Damaged, NewerFormat: the file is no backup that can be read.
    """
    if door.secrets.has_source():
        try:
            return _opened_once(path, with_passphrase(door.secrets.from_source())), "passphrase"
        except (BadInput, NotOpened):
            if not door.talk.is_typed:
                raise
    door.talk.say(plain.SECRET_HELP, said.WORDS_INSTEAD, said.NOT_NOW)
    way: Way = "passphrase"
    while True:
        wants_passphrase = way == "passphrase"
        typed = door.ask_secret(words.BACKUP_PASSPHRASE if wants_passphrase else words.BACKUP_WORDS)
        if typed == "":
            raise Back
        if typed is None:
            continue
        if wants_passphrase and typed.casefold() == plain.RECOVERY:
            way = "recovery"
            continue
        try:
            return _opened_once(path, (with_passphrase if wants_passphrase else with_words)(typed)), way
        except NotOpened as problem:
            door.talk.say(sentence_of(problem))


def _opened_once(path: Path, opens: Opens) -> Opens:
    return with_keys(opened_backup(path, opens)[1])


def say_restored(door: Door, restored: Restored) -> None:
    """What is the journal now, and where the one before is."""
    kept = str(restored.kept) if restored.kept else None
    door.talk.say(
        *words.restored(str(door.home.root), restored.made_at[:10], kept),
        words.holds(restored.rows),
    )


# Safety copies


def safety_copies(visit: Visit) -> None:
    """The days of those there are, whether a newer one is to be put back, and a second place for them."""
    talk, there = visit.talk, snapshots_in(visit.home)
    days = dict.fromkeys(day_in_words(copy.day.isoformat()) for copy in reversed(there))
    talk.say(*([said.THERE_ARE, *days] if days else [words.NO_COPIES]))
    talk.say(*(said.kept_from_before(str(path)) for path in kept_beside(visit.home)))
    newer = unseen_newer_copy(visit)
    if newer is not None:
        _ask_about_newer(visit, newer)
    _ask_second_place(visit)


def unseen_newer_copy(visit: Visit) -> str | None:
    """The day of a safety copy that holds more than this journal, where nobody has said yet that this is right."""
    newer = visit.journal.newer_copy_day()
    day = newer.isoformat() if newer is not None else None
    return None if visit.journal.setting(OLDER_SEEN) == day else day


def _ask_about_newer(visit: Visit, day: str) -> None:
    """Whether they put back an older copy themselves; else the newer one is at hand."""
    talk = visit.talk
    talk.say(words.newer_copy(day))
    was_me = ask_one_of(talk, words.OLDER, tuple(zip((True, False), said.OLDER_OPTIONS, strict=True)))
    if was_me:
        visit.save(lambda: visit.journal.choose(OLDER_SEEN, day))
        talk.say(said.OLDER_NOTED)
    elif was_me is False:
        _put_back(visit, next(copy.path for copy in snapshots_in(visit.home) if copy.day.isoformat() == day))


def _ask_second_place(visit: Visit) -> None:
    """Enter leaves it, and nobody asks for it by itself from then on."""
    talk, now = visit.talk, visit.journal.setting(ELSEWHERE)
    talk.say(*([said.goes_there(now), said.TAKES_PLACE_AWAY] if now else [said.NOWHERE_ELSE]))
    at_once = (plain.CLEAR,) if now else ()
    place = ask_place(talk, said.SECOND_PLACE, partial(_check_is_elsewhere, visit), at_once)
    if isinstance(place, Path):
        _keep_there(visit, place)
    elif place is None:
        if now is None:
            visit.save(lambda: visit.journal.choose(ELSEWHERE, ""))
    else:
        visit.save(lambda: visit.journal.choose(ELSEWHERE, ""))
        talk.say(said.CLEARED)


def _check_is_elsewhere(visit: Visit, folder: Path) -> None:
    if not folder.is_dir():
        raise BadInput(said.NOT_A_FOLDER)
    if folder.resolve().is_relative_to(visit.home.root.resolve()):
        raise BadInput(said.INSIDE_HOME)


def _keep_there(visit: Visit, folder: Path) -> None:
    """The newest goes there at once, so that a place where nothing can be written is told now."""
    unlocked = unlocked_of(visit)
    if not snapshots_in(visit.home):
        clock = visit.door.clock
        at_length(visit.talk, lambda progress: snapshot_if_due(unlocked, clock, progress=progress))
    try:
        keep_elsewhere(unlocked, folder)
    except OSError as problem:
        raise NoRoom(said.CANNOT_WRITE, hint="") from problem
    visit.save(lambda: visit.journal.choose(ELSEWHERE, str(folder)))
    visit.talk.say(said.goes_elsewhere(str(folder), copied=bool(snapshots_in(visit.home))))
