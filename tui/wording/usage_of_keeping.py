"""Help texts of the commands that keep a journal safe: what opens it, copies of it, leaving, erasing."""

from tui.wording.usage import Usage

DEEDS = {
    "vault": {
        "info": Usage("Where things are, and which ways in there are. Asks for nothing.", "cairn vault info"),
        "verify": Usage("Read every page of the locked file and check it.", "cairn vault verify"),
        "passphrase": Usage("Put a new passphrase in place of the old one.", "cairn vault passphrase"),
        "recovery": Usage(
            "Make new recovery words, or check the ones you have.",
            "cairn vault recovery --check",
        ),
        "rotate": Usage(
            "Give the journal a new key and new recovery words. For when somebody may have had the old ones.",
            "cairn vault rotate",
        ),
        "rescue": Usage(
            "Take everything that can still be read out of a damaged journal, into a new one.",
            "cairn vault rescue --to rescued",
        ),
    },
    "backup": {
        "create": Usage("Make a locked copy of the whole journal.", "cairn backup create /media/stick/copy"),
        "verify": Usage("Restore a copy into a temporary place and check all of it.", "cairn backup verify copy"),
        "restore": Usage(
            "Put a copy in the journal's place. A journal that is there is kept beside it.",
            "cairn backup restore /media/stick/copy",
        ),
        "list": Usage("The safety copies that cairn makes by itself.", "cairn backup list"),
    },
}
"""What each deed of those commands is for, and how it is called."""

BACKUP_FILE = "the file"
RECOVERY_OUT = "write the new recovery words to this new file, or to standard output"
CHECK = "check the recovery words you have: they are typed, or read from standard input with a dash"
WITH_WORDS = "where the old passphrase is forgotten: the recovery words in its place, typed or read with a dash"
CHECK_DASH = "read the recovery words from standard input"
DELETE_OLD_COPIES = "also delete the safety copies on this computer that the old passphrase and words still open"
RESCUE_TO = "a folder that is not there yet: the new journal's home"
RECOVERY = "use recovery words, read from standard input, in place of a passphrase"
REPLACE_DASH = "read the word that says yes to taking the present journal's place from standard input"
FOR = "how long, such as 15m, 2h or 90s"
FORMAT = "archive: one file that cairn can read back; markdown: a folder of pages; json: one document"
TO = "a file or folder that is not there yet"
FIRST_DAY = "first day"
LAST_DAY = "last day"
EVERYTHING = "the whole journal, with its safety copies on this computer"
ERASE_DASH = "read the word that says yes from standard input"
ERASE_ID = "an id, or its first four characters or more"
SETTING = "its name; without one, all are listed"
SETTING_VALUE = "the new choice, several with commas between; without one, the present one is said"
