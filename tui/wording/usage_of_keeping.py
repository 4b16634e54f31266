"""Help texts of the commands that keep a journal safe: what opens it, copies of it, leaving, erasing."""

from tui.language import _
from tui.wording.usage import Usage

DEEDS = {
    "vault": {
        "info": Usage(_("Where things are, and which ways in there are. Asks for nothing."), "cairn vault info"),
        "verify": Usage(_("Read every page of the locked file and check it."), "cairn vault verify"),
        "passphrase": Usage(_("Put a new passphrase in place of the old one."), "cairn vault passphrase"),
        "recovery": Usage(
            _("Make new recovery words, or check the ones you have."),
            "cairn vault recovery --check",
        ),
        "rotate": Usage(
            _("Give the journal a new key and new recovery words. For when somebody may have had the old ones."),
            "cairn vault rotate",
        ),
        "rescue": Usage(
            _("Take everything that can still be read out of a damaged journal, into a new one."),
            "cairn vault rescue --to rescued",
        ),
    },
    "backup": {
        "create": Usage(_("Make a locked copy of the whole journal."), "cairn backup create /media/stick/copy"),
        "verify": Usage(_("Restore a copy into a temporary place and check all of it."), "cairn backup verify copy"),
        "restore": Usage(
            _("Put a copy in the journal's place. A journal that is there is kept beside it."),
            "cairn backup restore /media/stick/copy",
        ),
        "list": Usage(_("The safety copies that cairn makes by itself."), "cairn backup list"),
    },
}
"""What each deed of those commands is for, and how it is called."""

BACKUP_FILE = _("the file")
RECOVERY_OUT = _("write the new recovery words to this new file, or to standard output")
CHECK = _("check the recovery words you have: they are typed, or read from standard input with a dash")
WITH_WORDS = _("where the old passphrase is forgotten: the recovery words in its place, typed or read with a dash")
CHECK_DASH = _("read the recovery words from standard input")
DELETE_OLD_COPIES = _("also delete the safety copies on this computer that the old passphrase and words still open")
RESCUE_TO = _("a folder that is not there yet: the new journal's home")
RECOVERY = _("use recovery words, read from standard input, in place of a passphrase")
REPLACE_DASH = _("read the word that says yes to taking the present journal's place from standard input")
FOR = _("how long, such as 15m, 2h or 90s")
FORMAT = _("archive: one file that cairn can read back; markdown: a folder of pages; json: one document")
TO = _("a file or folder that is not there yet")
FIRST_DAY = _("first day")
LAST_DAY = _("last day")
EVERYTHING = _("the whole journal, with its safety copies on this computer")
ERASE_DASH = _("read the word that says yes from standard input")
ERASE_ID = _("an id, or its first four characters or more")
SETTING = _("its name; without one, all are listed")
SETTING_VALUE = _(
    "the new choice, several with commas between, or a dash to read your name; without one, the present one is said"
)
