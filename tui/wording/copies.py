"""Sentences about backups and safety copies. Said in all three ways."""

from collections.abc import Mapping

from tui.wording.counted import counted_rows
from tui.wording.dates import day_in_words

ONLY_HERE = "Your safety copies are on this computer only. Keep one elsewhere?"
OLDER = "This journal is older than the last one seen here. Did you put back a copy?"
RESTORE_WORD = "restore"
ASK_RESTORE = f"There is a journal here. It would be kept beside the one you put back. Type {RESTORE_WORD} to go on:"
NEEDS_WORD = f"A journal is here, and nobody to be asked. The word {RESTORE_WORD} comes by standard input, with a dash."
NOT_RESTORED = f"The word {RESTORE_WORD} did not come, so the journal here is as it was."
BACKUP_PASSPHRASE = "The passphrase of this backup:"
BACKUP_WORDS = "The recovery words of this backup:"
WHOLE = "This backup is whole. It was restored into a temporary place, and every page of it was checked."
NO_COPIES = "There are no safety copies yet. cairn makes one soon after it opens; in a shell, after a week."
OLDER_COPIES = "A backup opens with the passphrase and the recovery words of the day it was made."


def synced(program: str) -> str:
    return (
        f"Your journal lies in a folder that {program} seems to carry elsewhere. It can carry off half a file. "
        "Keep the journal out of it, and put backups there."
    )


def made(path: str, rows: Mapping[str, int]) -> list[str]:
    return [f"A locked copy of your journal is in {path}", holds(rows), OLDER_COPIES]


def restored(home: str, day: str, kept: str | None) -> list[str]:
    lines = [f"Your journal of {day_in_words(day)} is back, in {home}"]
    return [*lines, f"The one that was there is kept in {kept}"] if kept else lines


def newer_copy(day: str) -> str:
    return f"The safety copy of {day_in_words(day)} holds more than this journal does."


def of_day(day: str) -> str:
    return f"Made on {day_in_words(day)}."


def holds(rows: Mapping[str, int]) -> str:
    """What it holds, in the words of the journal."""
    said = counted_rows(rows)
    return f"It holds {said}." if said else "It holds nothing yet."
