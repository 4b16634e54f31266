"""Sentences of Keys and copies, of the questions it asks, and of the one line about them on Today."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.wording import copies, erasing, keys, leaving, screen
from tui.wording.counted import counted
from tui.wording.dates import day_in_words

if TYPE_CHECKING:
    from journal.use_cases.arriving_archive import Brought

TITLE = "Keys and copies"

WAYS_IN = "What opens your journal"
COPIES = "Locked copies"
LEAVING = "Taking it with you"
ERASING = "Erasing"

ROWS = {
    "change-passphrase": ("Change your passphrase", "The old one is asked for first."),
    "new-words": ("New recovery words", "They take the place of the ones before."),
    "check-words": ("Check your recovery words", "See that the words on paper open it."),
    "new-key": ("Give the journal a new key", "For when somebody may have the old one."),
    "make-backup": ("Make a backup", "One locked file with everything in it."),
    "check-backup": ("Check a backup", "Put together for a moment, and counted."),
    "put-back": ("Put a backup back", "It takes the place of what is here."),
    "elsewhere": ("Keep safety copies elsewhere too", "A stick or another disk."),
    "take-along": ("Take everything with you", "A copy that is not locked."),
    "bring-in": ("Bring in an archive", "What is here stays as it is."),
    "erase": ("Erase", "Some days, or everything. For good."),
}
"""What each row is called, and what it does."""

# How things stand
NEWEST_NONE = copies.NO_COPIES
ONLY_HERE_CHOSEN = "You chose to keep them here alone."
NOT_REACHED = "It cannot be reached now."
NOTHING_THERE_YET = "Nothing is there yet."


def newest(day: str) -> str:
    return f"The newest safety copy here is of {day_in_words(day)}."


def kept_from_before(path: str) -> str:
    return f"The journal from before a backup was put back is in {path}"


def elsewhere(folder: str, day: str | None) -> str:
    """Where safety copies go too, and the day of the newest one there."""
    return f"{folder}\n{f'The newest is of {day_in_words(day)}.' if day else NOTHING_THERE_YET}"


def not_reached(folder: str) -> str:
    return f"{folder}\n{NOT_REACHED}"


# While something long is under way
STOPPED = "Stopped. Nothing was changed."
STOPPING = "Stopping…"
ONE_MOMENT = "One moment…"
STOP_KEYS = (("Esc", "stop"),)
AGAIN_KEYS = (("Enter", "try again"), ("Esc", "leave it"))


def so_far(saying: str, done: int, whole: int) -> str:
    """How far something long has come."""
    return f"{saying} {100 * done // whole} %" if whole > 0 else saying


# Paths
PATH_NEEDED = "Type where, then Enter. Esc leaves it."
NO_SUCH_PATH = "That cannot be a path on this computer."
NO_FOLDER = "There is no folder to put it in. Look at the path once more."
NOT_A_FOLDER = "There is no such folder. Look at the path once more."
INSIDE_HOME = "That is inside the journal's own folder. Choose another place."
CANNOT_WRITE = "Nothing can be written in that folder. Choose another one."
FROM_YOUR_HOME = "~ is your own folder. A name alone is in it too."
A_FOLDER = "/media/stick"

# Passphrase and words
WHY_CHANGE = "Your passphrase as it is now, to choose a new one."
NEW_PASSPHRASE = keys.NEW_PASSPHRASE
CHOOSE_NEW = "Choose a new passphrase. The one you have works until then."
CHANGING = "Changing it…"
ESC_KEEPS = "Esc leaves it as it is."
WHY_WORDS = "Your passphrase, to make new recovery words."
OLD_WORDS_UNTIL = "The old ones work until you have typed two of the new ones back, and not after that."
WORDS_NOT_NOW = "Leave it. The old ones stay."
OLD_WORDS_STAY = keys.WORDS_DO_NOT_COUNT
CHECK_WORDS = "Your fifteen recovery words. The first four letters of each are enough."
NEEDS_WORDS = "Type the words from your paper, then Enter."
CHECK_KEYS = (("Enter", "check"), ("Esc", "leave it"))
WHY_NEW_KEY = "Your passphrase, to give the journal a new key."
MAKING_KEY = "Making the new key…"
OLD_KEY_STAYS = "The old key and the old words stay as they were."
DELETE_OLD = "Delete the safety copies from before, and make a new one?"
DELETE_OLD_OPTIONS = ("Delete them, and make a new one", "Keep them")
OLD_KEPT = "The safety copies from before are still here."

# Backups
WHERE_BACKUP = "Where shall the backup go?"
COPYING = "Copying…"
WHICH_BACKUP = "Which one?"
ANOTHER_FILE = "Another file"
WHERE_IS_BACKUP = "Where is the backup?"
READING = "Reading…"
CHECKING = "Putting it together…"
OPENS_BACKUP = copies.OLDER_COPIES
PUTTING_BACK = "Putting it back…"
MAKES_WAY = "This backup takes the place of the journal that is here."
KEPT_BESIDE = "The one that is here is kept beside it."
STARTS_AGAIN = "Then cairn starts again, locked. What opened the backup opens it."
BACKUP_KEYS = (("Enter", "go on"), ("Ctrl+R", "recovery words"), ("Esc", "leave it"))
WORDS_KEY = "Forgotten it? Ctrl+R takes its recovery words."
PASSPHRASE_KEY = screen.USE_PASSPHRASE


def safety_copy_of(day: str) -> str:
    return f"The safety copy of {day_in_words(day)}"


def type_word(word: str) -> str:
    return f"Type {word}, then Enter."


def made_backup(path: str, rows: Mapping[str, int]) -> str:
    said = copies.made(path, rows)
    # What opens it was said beside the question.
    return "\n".join(line for line in said if line != copies.OLDER_COPIES)


def checked_backup(day: str, rows: Mapping[str, int]) -> str:
    return "\n".join((copies.WHOLE, f"{copies.of_day(day)} {copies.holds(rows)}"))


# Elsewhere
ELSEWHERE_OPTIONS = ("Choose a folder", "Not now")
WHICH_FOLDER = "Which folder shall safety copies go to as well?"
FOLDER_LINES = ("They are locked, like the ones here.", "A folder that is away for a while is tried again later.")
LOOKING = "Looking…"
ONLY_HERE = "Your safety copies stay on this computer. You can change that in Keys and copies."


def goes_elsewhere(folder: str, *, copied: bool) -> str:
    first = "The newest is there now." if copied else "The next one goes there too."
    return f"From now on your safety copies go to {folder} too. {first}"


# Taking it along
NOT_LOCKED = leaving.NOT_LOCKED
WHICH_FORM = "In which form?"
FORM_OPTIONS = ("An archive: one file that cairn can read back", "Pages: a folder to read in any program")
WHY_TAKE = "Your passphrase, to take everything with you."
WHERE_ARCHIVE = "Where shall the archive go?"
WHERE_PAGES = "Where shall the pages go? A new folder."
WRITING = "Writing…"
WHERE_IS_ARCHIVE = "Where is the archive?"
BRING_OPTIONS = ("Bring it in", "Leave it")
NOTHING_NEW = leaving.NOTHING_NEW
STAYS = "What you have here stays as it is."
TAKE_BACK = "F4 takes it back."
BRING_QUESTION = "Bring this in?"
BRINGING_IN = "Bringing it in…"


def taken_along(path: str, counts: Mapping[str, int], *, as_pages: bool) -> str:
    return "\n".join(leaving.left(path, "markdown" if as_pages else "", counts))


def would_bring(looked: "Brought") -> list[str]:
    """What an archive would bring."""
    return [*leaving.brought(looked, dry_run=True), STAYS]


def brought(what: "Brought") -> str:
    said = [line for line in leaving.brought(what, dry_run=False) if line != leaving.TAKES_IT_BACK]
    return "\n".join([*said, TAKE_BACK] if leaving.things(what.new) else said)


# Erasing
ERASE_WHAT = "What shall go, for good?"
ERASE_OPTIONS = ("Some days", "Everything")
FIRST_DAY = "The first day:"
LAST_DAY = "The last day:"
DAY_HINT = "2026-03-01, or yesterday"
DAYS_QUESTION = "Which days?"
DAYS_KEYS = (("Enter", "go on"), ("Esc", "leave it"))
DAYS_NEEDED = "Both days are needed. They may be the same."
TAKE_FIRST = "Would you like to take a copy with you first?"
TAKE_FIRST_OPTIONS = ("Take everything with you first", "Go on without a copy")
FOR_GOOD = "Erase for good"
WHY_ERASE = "Your passphrase, to erase it."
ERASING_NOW = "Erasing…"
NOTHING_TO_ERASE = erasing.NOTHING_THERE
EVERYTHING_GOES = erasing.EVERYTHING
ENDS_AFTERWARDS = "cairn ends afterwards."
ERASED = erasing.DONE
EMPTY_JOURNAL = "Nothing is written in it yet."


def what_goes(counts: Mapping[str, int], safety_copies: int, kept: Sequence[str]) -> tuple[str, ...]:
    """Exactly what goes, what becomes of the safety copies on this computer, and what stays."""
    stays = (erasing.ELSEWHERE_STAYS, *map(erasing.kept_in, kept))
    return (erasing.goes(counts), *_renewed(safety_copies), *stays, erasing.NOT_BACK)


def everything_goes(counts: Mapping[str, int], safety_copies: int) -> tuple[str, ...]:
    """The same for the whole journal."""
    said = counted(counts)
    copies_too = {0: "", 1: "One safety copy goes with it."}.get(
        safety_copies, f"{safety_copies} safety copies go with it."
    )
    lines = (EVERYTHING_GOES, f"In it: {said}." if said else EMPTY_JOURNAL, copies_too)
    return (*filter(None, lines), erasing.ELSEWHERE_STAYS, erasing.NOT_BACK, ENDS_AFTERWARDS)


def _renewed(safety_copies: int) -> Sequence[str]:
    if safety_copies == 0:
        return ()
    one = "One safety copy on this computer goes too" if safety_copies == 1 else ""
    return (f"{one or f'{safety_copies} safety copies on this computer go too'}, and one new copy is made.",)


# The one line on Today
PRESS = "O answers."
WORDS_WAITING = "Your recovery words are not on paper yet. O makes new ones."
STILL_HAVE_WORDS = "Do you still have your recovery words?"
YEARLY_OPTIONS = ("Check them now", "Not now")
ASKED_IN_A_YEAR = "You will be asked again in a year."
OLDER_OPTIONS = ("Yes, that was me", "No. Put the newer copy back")
OLDER_NOTED = "Thank you. This is your journal from now on."
ELSEWHERE_QUESTION = copies.ONLY_HERE
OLDER_QUESTION = copies.OLDER


def newer_copy(day: str) -> str:
    return f"There is a safety copy of {day_in_words(day)} that holds more."


def older_line(day: str) -> str:
    return f"{copies.OLDER} The newer one is of {day_in_words(day)}. {PRESS}"


# First run
BRING = "Bringing your journal here"
RESTORED = "Your journal is back."
COPY_THE_FOLDER = "There is no backup? On the other computer, cairn vault info says where the journal is."


def copy_to(home: str) -> str:
    return f"Copy that whole folder here, to {home}\nThen start cairn again. The same passphrase opens it."
