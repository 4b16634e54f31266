"""Deeds to be interrupted, in a process of their own: `python -m tests.faults.deeds DEED HOME [ARGUMENT]`.

    make             a journal, at the lowest cost; prints its recovery words
    open             opens and closes it; prints whether a key file was mended
    words            makes new recovery words; prints them
    passphrase       puts the other passphrase in place of the one before, in the safety copies too
    rotate           gives it another root key; prints its new recovery words before they count, as a person is told
    backup FILE      makes a backup
    snapshot         makes the safety copy of the day
    restore FILE     puts a backup where no journal is
    restore-over FILE  puts a backup in the journal's place
    erase ID         lets one thing go for good, out of the safety copies too
    erase-everything
    check-ins DAY    opens it once and checks in, a day further on each time; prints each id when it is kept
    fields           puts the word on standard input into every field that no command fills

What goes wrong is told as the commands tell it. The last line of a deed that came to its end is a promise: what it
says is on the disk.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from journal.clock import SystemClock
from journal.errors import CairnError
from journal.paths import Home
from journal.use_cases.opening import create_journal, open_journal
from journal.use_cases.safe_copies import create_backup, restore_backup
from journal.use_cases.snapshots import renew_snapshots, rewrap_snapshots, snapshot_if_due
from journal.use_cases.unlocking import unlock_with_passphrase, with_passphrase
from journal.use_cases.ways_in import change_passphrase, draw_rotation, replace_recovery_words
from journal.vault.gone import erase_everything
from journal.vault.key_slots import FLOOR
from journal.vault.process import harden_process
from tests.conftest import PASSPHRASE
from tui.exits import tell

OTHER_PASSPHRASE = "five other words by the sea"
MOST = 2000
LINE = 1000
"""Characters of a line that promises a check-in: a pipe holds four, and who is not listened to comes to rest."""
DONE, NO_NEW_COPY, SOME_FILES_STAY = "done", "done, and no new safety copy", "done, and some files stay"


def make(home: Home) -> None:
    print(*create_journal(home, PASSPHRASE, SystemClock(), FLOOR).words.words, flush=True)


def open_and_close(home: Home) -> None:
    journal = open_journal(home, PASSPHRASE, SystemClock())
    journal.close()
    print("mended:", journal.header_mended, flush=True)


def replace_words(home: Home) -> None:
    print(*replace_recovery_words(home, PASSPHRASE).words, flush=True)


def put_other_passphrase(home: Home) -> None:
    rewrap_snapshots(change_passphrase(home, PASSPHRASE, OTHER_PASSPHRASE))
    print(DONE, flush=True)


def rotate(home: Home) -> None:
    rotation = draw_rotation(home, PASSPHRASE)
    print(*rotation.words.words, flush=True)
    rotation.take_effect()
    print(DONE, flush=True)


def back_up(home: Home, target: str) -> None:
    create_backup(unlock_with_passphrase(home, PASSPHRASE), Path(target), SystemClock())
    print(DONE, flush=True)


def copy_for_safety(home: Home) -> None:
    made = snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), SystemClock())
    print(DONE if made else "none", flush=True)


def restore(home: Home, backup: str) -> None:
    restore_backup(home, Path(backup), with_passphrase(PASSPHRASE), SystemClock())
    print(DONE, flush=True)


def restore_over(home: Home, backup: str) -> None:
    restore_backup(home, Path(backup), with_passphrase(PASSPHRASE), SystemClock(), over=True)
    print(DONE, flush=True)


def erase(home: Home, thing: str) -> None:
    unlocked = unlock_with_passphrase(home, PASSPHRASE)
    journal = open_journal(home, PASSPHRASE, SystemClock())
    journal.erase(journal.what_goes(thing))
    try:
        renew_snapshots(unlocked, SystemClock())
    except CairnError:
        print(NO_NEW_COPY, flush=True)
    else:
        print(DONE, flush=True)
    journal.close()


def erase_all(home: Home) -> None:
    print(DONE if erase_everything(home) else SOME_FILES_STAY, flush=True)


def check_ins(home: Home, first_day: str) -> None:
    """One a day: a check-in looks at the others of its day, and thousands in one day are nobody's."""
    journal = open_journal(home, PASSPHRASE, SystemClock())
    print("open", flush=True)
    for days in range(MOST):
        day = date.fromisoformat(first_day) + timedelta(days)
        saved = journal.record_check_in(journal.blank_check_in(f"{day} 09:30"))
        print(saved.check_in.id.ljust(LINE), flush=True)
    journal.close()


def fill_fields(home: Home) -> None:
    word = sys.stdin.readline().rstrip("\n")
    journal = open_journal(home, PASSPHRASE, SystemClock())
    journal.choose("a-small-choice", word)
    page = replace(journal.blank_page(), body=f"{word} in a body", title=f"{word} in a title")
    journal.write_page(page, tags=(f"{word}-tag",))
    journal.keep_draft(replace(journal.blank_page(), body=f"{word} in a draft", title=word))
    filled = replace(journal.blank_check_in(), note=word, feelings=(word,))
    draft = replace(journal.blank_page(), kind="check-in", body=word)
    journal.keep_answers(draft, {"mood": 6, "helped": word})
    journal.record_check_in(filled, helped=(f"{word} a lot",))
    journal.close()


DEEDS: dict[str, Callable[..., None]] = {
    "make": make,
    "open": open_and_close,
    "words": replace_words,
    "passphrase": put_other_passphrase,
    "rotate": rotate,
    "backup": back_up,
    "snapshot": copy_for_safety,
    "restore": restore,
    "restore-over": restore_over,
    "erase": erase,
    "erase-everything": erase_all,
    "check-ins": check_ins,
    "fields": fill_fields,
}


def perform(deed: Callable[..., None], home: str, *arguments: str) -> int:
    """Do a deed as a command would, and give its exit code."""
    harden_process()
    try:
        deed(Home(Path(home)), *arguments)
    except CairnError as problem:
        return tell(problem, as_json=False)
    return 0


if __name__ == "__main__":
    sys.exit(perform(DEEDS[sys.argv[1]], *sys.argv[2:]))
