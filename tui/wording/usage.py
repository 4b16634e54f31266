"""Help texts of the command line, with an example for every command."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """One command: what it is for, and how it is called."""

    one_line: str
    example: str


CAIRN = "A private, encrypted recovery journal. Without a command, the screen."
EXAMPLES = """\
examples:
  cairn                                  the screen; the first time it sets up a journal
  cairn check-in --mood 6 --hope 7       a check-in in one line
  cairn write                            a page, typed here
  cairn support                          support lines: no passphrase, no network, no trace

Your words never go into arguments, where the shell would remember them: they are typed, or read
from standard input with a dash."""
VERSION = "print cairn's version"

INIT = Usage("Make a journal, locked with your passphrase.", "cairn init --country GB")
DEMO = Usage("Look around in a filled journal in a temporary place.", "cairn demo")
CHECK_IN = Usage("Note how things are. Every part may be left out.", "cairn check-in --mood 6 --hope 7 --feeling calm")
WRITE = Usage("Write a page.", "cairn write --at yesterday")
PROMPT = Usage("One question to write about, if you like.", "cairn prompt --theme hope")
SHOW = Usage(
    "What is in the journal, newest first, or one thing by its id.",
    "cairn show --from 2026-03-01 --kind entry",
)
SEARCH = Usage("Find words anywhere. With a dash they are read from standard input.", "cairn search -")
EDIT = Usage("Put new words in place of a page's or a check-in's note. The old ones are kept.", "cairn edit 3f2a -")
DELETE = Usage("Put something out of sight. Its words stay locked away for 30 days, then go.", "cairn delete 3f2a")
UNDO = Usage("Take back the newest delete or import of 30 days.", "cairn undo --list")
DRAFTS = Usage("Words that were on their way when something came between.", "cairn drafts")
KEEP = Usage("Keep something for a hard day.", "cairn keep 3f2a")
IMPORT = Usage("Bring in pages from another journal.", "cairn import journal.txt --from jrnl --dry-run")
SUPPORT = Usage("Support lines. No passphrase, no network, no trace.", "cairn support --country GB")
ABOUT = Usage("What cairn is and is not.", "cairn about peer-support")
VAULT = Usage("About the locked file: where it is, and whether every page of it is whole.", "cairn vault verify")

HOME = "the journal's folder (else CAIRN_HOME, else the usual place)"
PASSPHRASE_FD = "read the passphrase from this file descriptor, one line"
JSON = "answer with one JSON document"
COUNTRY = "country for support lines, two letters such as GB"
RECOVERY_OUT = "write the recovery words to this new file, or to standard output"
TOUR = "show every part at work on two temporary journals; asks nothing, leaves nothing"
DIMENSION = {
    "mood": "how your mood is, 0 (very low) to 10 (very good)",
    "hope": "how hopeful you feel, 0 (not at all) to 10 (very)",
    "connection": "how connected you feel to other people, 0 (not at all) to 10 (very)",
    "self_belief": "how able you feel to handle things, 0 (not at all) to 10 (very)",
    "energy": "how much energy you have, 0 (none) to 10 (a lot)",
}
SCALE = "the scale of the numbers: n11_v1 0 to 10, words5_v1 1 to 5, easy3_v1 1 to 3"
FEELING = "a feelings word from the list; up to five times"
HELPED = "a tool's id and a_lot, a_little, not_this_time or not_sure"
AT = "when it was: a date, today or yesterday, with HH:MM behind it if you like"
NOTE = "read a note from standard input"
PROMPT_ID = "the prompt that the page answers"
TAG = "a tag for the page"
THEME = "connectedness, hope, identity, meaning, empowerment or difficulties"
PHASE = "anytime, hard_day, before_session, after_session or look_back"
ID = "an id, or its first four characters or more"
FROM = "first day"
TO = "last day"
KIND = "check-in or entry"
LIMIT = "how many at most"
SEARCH_WORDS = "a dash to read the words from standard input, or the words"
DASH = "read the words from standard input"
UNDO_LIST = "list what can be taken back, and change nothing"
OFF = "take the mark away"
PATH = "the file"
SOURCE = "which program wrote it"
DRY_RUN = "say what would come in, and change nothing"
ZONE = "the time zone of the file's times, such as Europe/London"
KEEP_GOOD = "bring in the good rows where some are broken"
ABOUT_TOPIC = "short answers about peer support"
VAULT_DEED = "info says where things are; verify reads every page"


def call_is_off(message: str) -> str:
    """Argparse's message as one sentence, without the words that were typed."""
    field, _, _ = message.partition(": ")
    if message.startswith("unrecognized arguments"):
        return "there is something in the call that this command does not take. --help shows what it takes."
    if "invalid choice" in message and message.rstrip().endswith(("(choose from '-')", "(choose from -)")):
        return "words go in by standard input, with a dash, and never into the call."
    if "invalid choice" in message:
        # The last list is argparse's own; one before it would be what was typed.
        allowed = message.rpartition("(choose from ")[2].removesuffix(")").replace("'", "")
        return f"{field.removeprefix('argument ')} takes one of: {allowed}."
    if "a whole number" in message:
        return f"{field.removeprefix('argument ')} takes a whole number."
    if "required" in message:
        return f"something is missing in the call: {message.rpartition(': ')[2]}. --help shows an example."
    if "expected" in message:
        return f"{field.removeprefix('argument ')} takes a value."
    return "the call is off. --help shows what it takes."
