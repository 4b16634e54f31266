"""Sentences of the plain lines about keys and copies: what opens the journal, backups, leaving, erasing.

What the screen and the commands say too stands in modules of its own, and some of it is passed on here.
"""

from collections.abc import Mapping, Sequence

from tui.language import _
from tui.wording import erasing
from tui.wording import keys_screen as screen
from tui.wording.counted import counted
from tui.wording.plain import Named, typed

ASKED_IN_A_YEAR = screen.ASKED_IN_A_YEAR
CANNOT_WRITE = screen.CANNOT_WRITE
COPY_FIRST = screen.TAKE_FIRST
DELETE_OLD_COPIES = screen.DELETE_OLD
INSIDE_HOME = screen.INSIDE_HOME
NOT_A_FOLDER = screen.NOT_A_FOLDER
NO_SUCH_PATH = screen.NO_SUCH_PATH
OLDER_NOTED = screen.OLDER_NOTED
OLDER_OPTIONS = screen.OLDER_OPTIONS
OLD_COPIES_STAY = screen.OLD_KEPT
STOPPED = screen.STOPPED
goes_elsewhere = screen.goes_elsewhere
kept_from_before = screen.kept_from_before
safety_copy_of = screen.safety_copy_of

# The deeds, by the name that is typed

KEYS_AND_COPIES = Named(_("keys and copies"), _("passphrase, recovery words, backups, taking it along, erasing"))
PASSPHRASE = Named(_("passphrase"), _("choose a new one"))
CHECK_WORDS = Named(_("check words"), _("see that your recovery words open the journal"))
NEW_KEY = Named(_("change the key"), _("for when somebody may have had your passphrase or words"))
MAKE_BACKUP = Named(_("make a backup"), _("one locked file with the whole journal"))
CHECK_BACKUP = Named(_("check a backup"), _("see that one is whole"))
PUT_BACK = Named(_("put back a backup"), _("in place of the journal that is here"))
SAFETY_COPIES = Named(_("safety copies"), _("those cairn makes by itself, and a second place for them"))
TAKE_ALONG = Named(_("take along"), _("everything you wrote, as files that are not locked"))
BRING_IN = Named(_("bring in"), _("an archive of cairn, or pages of jrnl"))
WHERE = Named(_("where it is"), _("the folder of the locked file"))
CHECK_FILE = Named(_("check the file"), _("read every page of the locked file"))
ERASE_DAYS = Named(_("erase days"), _("what belongs to some days, for good"))
ERASE_EVERYTHING = Named(_("erase everything"), _("the whole journal, for good"))
SETTINGS = Named(_("settings"), _("your name, what to notice, how you answer, look, keys"))
ERASE = Named(_("erase"), _("now and for good; undo does not bring it back"))

# What opens it

NOT_NOW = _("Enter alone leaves it.")
WORDS_INSTEAD = _("“words” opens it with its recovery words.")

# Backups

WHICH_FILE = _("Where is the file? Enter leaves it.")
NUMBER_OR_PATH = _("A number from the list, or the path of another file. Enter leaves it.")
WHERE_TO = _("Where shall it go? A folder, or a file that is not there yet. Enter leaves it.")
BRING_A_BACKUP = _("A backup of it is enough to bring it here. So is its whole folder.")
WHICH_BACKUP = _("Where is the backup? Enter says how to bring the folder.")
OPENS_WITH_ITS_OWN = _("It is locked now. What opened the backup on its day opens it.")

# Safety copies

THERE_ARE = _("Safety copies on this computer are from:")
NOWHERE_ELSE = _("They are kept on this computer alone.")
SECOND_PLACE = _("A second place for them, such as a stick. The path of a folder, or Enter leaves it.")
TAKES_PLACE_AWAY = _("“clear” keeps them on this computer alone.")
CLEARED = _("From now on they stay on this computer. What is at the other place stays there.")

# Leaving and coming back

AS_WHAT = _("As what?")
ARCHIVE = _("one archive that cairn can read back")
MARKDOWN = _("a folder of pages to read")
JSON = _("one document for other programs")
NEW_PLACE = _("Where shall it go? A file that is not there yet. Enter leaves it.")
NEW_FOLDER = _("Where shall it go? A folder that is not there yet. Enter leaves it.")
BRING_IT_IN = _("Shall it come in?")
KEEP_GOOD = _("Shall the others come in without them?")
UNDO_TAKES_IT_BACK = _("“undo” takes the import back.")
CAME_IN = _("It is in your journal now.")
NOTHING_CAME_IN = _("Nothing came in.")

# Erasing

FIRST_DAY = _("The first day, like 2026-03-01. Enter leaves it.")
LAST_DAY = _("The last day. Enter for that one day alone.")
LAST_BEFORE_FIRST = _("The last day comes before the first. Please type it once more.")

# The first lines of a visit

CHECK_THEM = _("{typed} checks them.").format(typed=typed(CHECK_WORDS.name))
ANSWERS = _("{typed} answers.").format(typed=typed(SAFETY_COPIES.name))


def what_goes(counts: Mapping[str, int], kept: Sequence[str], *, has_copies: bool) -> list[str]:
    """Exactly what goes, what becomes of the safety copies, and what stays."""
    copies_too = [erasing.COPIES_GO] if has_copies else []
    stays = [erasing.ELSEWHERE_STAYS, *map(erasing.kept_in, kept)]
    return [erasing.goes(counts), *copies_too, *stays, erasing.NOT_BACK]


def everything_goes(counts: Mapping[str, int]) -> list[str]:
    """The same for the whole journal."""
    held = counted(counts)
    return [
        erasing.EVERYTHING,
        _("It holds {held}.").format(held=held) if held else screen.EMPTY_JOURNAL,
        erasing.ELSEWHERE_STAYS,
        erasing.NOT_BACK,
        screen.ENDS_AFTERWARDS,
    ]


def goes_on(percent: int) -> str:
    """Now and then while long work is done."""
    return _("{percent} in 100 is done. Ctrl+C stops it.").format(percent=percent)


def goes_there(folder: str) -> str:
    """Where safety copies go too."""
    return _("New ones go to {folder} too.").format(folder=folder)
