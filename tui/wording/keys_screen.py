"""Sentences of Keys and copies, of the questions it asks, and of the one line about them on Today."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.language import _, _n
from tui.wording import copies, erasing, keys, leaving, screen
from tui.wording.counted import counted
from tui.wording.dates import day_in_words

if TYPE_CHECKING:
    from journal.use_cases.arriving_archive import Brought

TITLE = _("Keys and copies")

WAYS_IN = _("What opens your journal")
COPIES = _("Locked copies")
LEAVING = _("Taking it with you")
ERASING = _("Erasing")

ROWS = {
    "change-passphrase": (_("Change your passphrase"), _("The old one is asked for first.")),
    "new-words": (_("New recovery words"), _("They take the place of the ones before.")),
    "check-words": (_("Check your recovery words"), _("See that the words on paper open it.")),
    "new-key": (_("Give the journal a new key"), _("For when somebody may have the old one.")),
    "make-backup": (_("Make a backup"), _("One locked file with everything in it.")),
    "check-backup": (_("Check a backup"), _("Put together for a moment, and counted.")),
    "put-back": (_("Put a backup back"), _("It takes the place of what is here.")),
    "elsewhere": (_("Keep safety copies elsewhere too"), _("A stick or another disk.")),
    "take-along": (_("Take everything with you"), _("A copy that is not locked.")),
    "bring-in": (_("Bring in an archive"), _("What is here stays as it is.")),
    "erase": (_("Erase"), _("Some days, or everything. For good.")),
}
"""What each row is called, and what it does."""

# How things stand
NEWEST_NONE = copies.NO_COPIES
ONLY_HERE_CHOSEN = _("You chose to keep them here alone.")
NOT_REACHED = _("It cannot be reached now.")
NOTHING_THERE_YET = _("Nothing is there yet.")


def newest(day: str) -> str:
    return _("The newest safety copy here is of {day_in_words}.").format(day_in_words=day_in_words(day))


def kept_from_before(path: str) -> str:
    return _("The journal from before a backup was put back is in {path}").format(path=path)


def elsewhere(folder: str, day: str | None) -> str:
    """Where safety copies go too, and the day of the newest one there."""
    newest = _("The newest is of {day}.").format(day=day_in_words(day)) if day else NOTHING_THERE_YET
    return f"{folder}\n{newest}"


def not_reached(folder: str) -> str:
    return f"{folder}\n{NOT_REACHED}"


# While something long is under way
STOPPED = _("Stopped. Nothing was changed.")
STOPPING = _("Stopping…")
ONE_MOMENT = _("One moment…")
STOP_KEYS = ((_("Esc"), _("stop")),)
AGAIN_KEYS = ((_("Enter"), _("try again")), (_("Esc"), _("leave it")))


def so_far(saying: str, done: int, whole: int) -> str:
    """How far something long has come."""
    return f"{saying} {100 * done // whole} %" if whole > 0 else saying


# Paths
PATH_NEEDED = _("Type where, then Enter. Esc leaves it.")
NO_SUCH_PATH = _("That cannot be a path on this computer.")
NO_FOLDER = _("There is no folder to put it in. Look at the path once more.")
NOT_A_FOLDER = _("There is no such folder. Look at the path once more.")
INSIDE_HOME = _("That is inside the journal's own folder. Choose another place.")
CANNOT_WRITE = _("Nothing can be written in that folder. Choose another one.")
FROM_YOUR_HOME = _("~ is your own folder. A name alone is in it too.")
A_FOLDER = "/media/stick"

# Passphrase and words
WHY_CHANGE = _("Your passphrase as it is now, to choose a new one.")
NEW_PASSPHRASE = keys.NEW_PASSPHRASE
CHOOSE_NEW = _("Choose a new passphrase. The one you have works until then.")
CHANGING = _("Changing it…")
ESC_KEEPS = _("Esc leaves it as it is.")
WHY_WORDS = _("Your passphrase, to make new recovery words.")
OLD_WORDS_UNTIL = _("The old ones work until you have typed two of the new ones back, and not after that.")
WORDS_NOT_NOW = _("Leave it. The old ones stay.")
OLD_WORDS_STAY = keys.WORDS_DO_NOT_COUNT
CHECK_WORDS = _("Your fifteen recovery words. The first four letters of each are enough.")
NEEDS_WORDS = _("Type the words from your paper, then Enter.")
CHECK_KEYS = ((_("Enter"), _("check")), (_("Esc"), _("leave it")))
WHY_NEW_KEY = _("Your passphrase, to give the journal a new key.")
MAKING_KEY = _("Making the new key…")
OLD_KEY_STAYS = _("The old key and the old words stay as they were.")
DELETE_OLD = _("Delete the safety copies from before, and make a new one?")
DELETE_OLD_OPTIONS = (_("Delete them, and make a new one"), _("Keep them"))
OLD_KEPT = _("The safety copies from before are still here.")

# Backups
WHERE_BACKUP = _("Where shall the backup go?")
COPYING = _("Copying…")
WHICH_BACKUP = _("Which one?")
ANOTHER_FILE = _("Another file")
WHERE_IS_BACKUP = _("Where is the backup?")
READING = _("Reading…")
CHECKING = _("Putting it together…")
OPENS_BACKUP = copies.OLDER_COPIES
PUTTING_BACK = _("Putting it back…")
MAKES_WAY = _("This backup takes the place of the journal that is here.")
KEPT_BESIDE = _("The one that is here is kept beside it.")
STARTS_AGAIN = _("Then cairn starts again, locked. What opened the backup opens it.")
BACKUP_KEYS = ((_("Enter"), _("go on")), (_("Esc"), _("leave it")), ("Ctrl+R", _("recovery words")))
WORDS_KEY = _("Forgotten it? {words} takes its recovery words.")
PASSPHRASE_KEY = screen.USE_PASSPHRASE


def safety_copy_of(day: str) -> str:
    return _("The safety copy of {day_in_words}").format(day_in_words=day_in_words(day))


def type_word(word: str) -> str:
    return _("Type {word}, then Enter.").format(word=word)


def made_backup(path: str, rows: Mapping[str, int]) -> str:
    said = copies.made(path, rows)
    # What opens it was said beside the question.
    return "\n".join(line for line in said if line != copies.OLDER_COPIES)


def checked_backup(day: str, rows: Mapping[str, int]) -> str:
    return "\n".join((copies.WHOLE, f"{copies.of_day(day)} {copies.holds(rows)}"))


# Elsewhere
ELSEWHERE_OPTIONS = (_("Choose a folder"), _("Not now"))
WHICH_FOLDER = _("Which folder shall safety copies go to as well?")
FOLDER_LINES = (_("They are locked, like the ones here."), _("A folder that is away for a while is tried again later."))
LOOKING = _("Looking…")
ONLY_HERE = _("Your safety copies stay on this computer. You can change that in Keys and copies.")


def goes_elsewhere(folder: str, *, copied: bool) -> str:
    first = _("The newest is there now.") if copied else _("The next one goes there too.")
    return _("From now on your safety copies go to {folder} too. {first}").format(folder=folder, first=first)


# Taking it along
NOT_LOCKED = leaving.NOT_LOCKED
WHICH_FORM = _("In which form?")
FORM_OPTIONS = (_("An archive: one file that cairn can read back"), _("Pages: a folder to read in any program"))
WHY_TAKE = _("Your passphrase, to take everything with you.")
WHERE_ARCHIVE = _("Where shall the archive go?")
WHERE_PAGES = _("Where shall the pages go? A new folder.")
WRITING = _("Writing…")
WHERE_IS_ARCHIVE = _("Where is the archive?")
BRING_OPTIONS = (_("Bring it in"), _("Leave it"))
NOTHING_NEW = leaving.NOTHING_NEW
STAYS = _("What you have here stays as it is.")
TAKE_BACK = _("{undo} takes it back.")
BRING_QUESTION = _("Bring this in?")
BRINGING_IN = _("Bringing it in…")


def taken_along(path: str, counts: Mapping[str, int], *, as_pages: bool) -> str:
    return "\n".join(leaving.left(path, "markdown" if as_pages else "", counts))


def would_bring(looked: "Brought") -> list[str]:
    """What an archive would bring."""
    return [*leaving.brought(looked, dry_run=True), STAYS]


def brought(what: "Brought") -> str:
    said = [line for line in leaving.brought(what, dry_run=False) if line != leaving.TAKES_IT_BACK]
    return "\n".join([*said, TAKE_BACK] if leaving.things(what.new) else said)


# Erasing
ERASE_WHAT = _("What shall go, for good?")
ERASE_OPTIONS = (_("Some days"), _("Everything"))
FIRST_DAY = _("The first day:")
LAST_DAY = _("The last day:")
DAY_HINT = _("2026-03-01, or yesterday")
DAYS_QUESTION = _("Which days?")
DAYS_KEYS = ((_("Enter"), _("go on")), (_("Esc"), _("leave it")))
DAYS_NEEDED = _("Both days are needed. They may be the same.")
TAKE_FIRST = _("Would you like to take a copy with you first?")
TAKE_FIRST_OPTIONS = (_("Take everything with you first"), _("Go on without a copy"))
FOR_GOOD = _("Erase for good")
WHY_ERASE = _("Your passphrase, to erase it.")
ERASING_NOW = _("Erasing…")
NOTHING_TO_ERASE = erasing.NOTHING_THERE
EVERYTHING_GOES = erasing.EVERYTHING
ENDS_AFTERWARDS = _("cairn ends afterwards.")
ERASED = erasing.DONE
EMPTY_JOURNAL = _("Nothing is written in it yet.")


def what_goes(counts: Mapping[str, int], safety_copies: int, kept: Sequence[str]) -> tuple[str, ...]:
    """Exactly what goes, what becomes of the safety copies on this computer, and what stays."""
    stays = (erasing.ELSEWHERE_STAYS, *map(erasing.kept_in, kept))
    return (erasing.goes(counts), *_renewed(safety_copies), *stays, erasing.NOT_BACK)


def everything_goes(counts: Mapping[str, int], safety_copies: int) -> tuple[str, ...]:
    """The same for the whole journal."""
    said = counted(counts)
    copies_too = _n("One safety copy goes with it.", "{count} safety copies go with it.", safety_copies)
    lines = (EVERYTHING_GOES, _("In it: {said}.").format(said=said) if said else EMPTY_JOURNAL)
    goes_too = (copies_too.format(count=safety_copies),) if safety_copies else ()
    return (*lines, *goes_too, erasing.ELSEWHERE_STAYS, erasing.NOT_BACK, ENDS_AFTERWARDS)


def _renewed(safety_copies: int) -> Sequence[str]:
    if safety_copies == 0:
        return ()
    said = _n(
        "One safety copy on this computer goes too, and one new copy is made.",
        "{count} safety copies on this computer go too, and one new copy is made.",
        safety_copies,
    )
    return (said.format(count=safety_copies),)


# The one line on Today
PRESS = _("{answer_line} answers.")
WORDS_WAITING = _("Your recovery words are not on paper yet. {answer_line} makes new ones.")
STILL_HAVE_WORDS = _("Do you still have your recovery words?")
YEARLY_OPTIONS = (_("Check them now"), _("Not now"))
ASKED_IN_A_YEAR = _("You will be asked again in a year.")
OLDER_OPTIONS = (_("Yes, that was me"), _("No. Put the newer copy back"))
OLDER_NOTED = _("Thank you. This is your journal from now on.")
ELSEWHERE_QUESTION = copies.ONLY_HERE
OLDER_QUESTION = copies.OLDER


def newer_copy(day: str) -> str:
    return _("There is a safety copy of {day_in_words} that holds more.").format(day_in_words=day_in_words(day))


def older_line(day: str) -> str:
    return _("{older} The newer one is of {day_in_words}. {press}").format(
        older=copies.OLDER, day_in_words=day_in_words(day), press=PRESS
    )


# First run
BRING = _("Bringing your journal here")
RESTORED = _("Your journal is back.")
COPY_THE_FOLDER = _("There is no backup? On the other computer, cairn vault info says where the journal is.")


def copy_to(home: str) -> str:
    return _("Copy that whole folder here, to {home}\nThen start cairn again. The same passphrase opens it.").format(
        home=home
    )
