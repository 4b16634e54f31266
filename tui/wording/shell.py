"""Sentences of the command line. What the screen says too stands in modules of its own and is passed on here."""

from typing import TYPE_CHECKING, Any

from tui.wording import opening, saved, typed

if TYPE_CHECKING:
    from journal.domain.timeline import Deed

HEADER_MENDED = opening.HEADER_MENDED
HEADER_NOT_MENDED = opening.HEADER_NOT_MENDED
LOCKED = opening.LOCKED
PASSPHRASE = opening.PASSPHRASE
PRIVATE_PLACE = opening.PRIVATE_PLACE
STRENGTH = opening.STRENGTH
WORDS_CONFIRMED = opening.WORDS_CONFIRMED
CHANGED = saved.CHANGED
KEPT = saved.KEPT
NOTHING_FOUND = saved.NOTHING_FOUND
NOT_KEPT = saved.NOT_KEPT
SAVED = saved.SAVED
SAVED_PAGE = saved.SAVED_PAGE
undone = saved.undone

NEW_PASSPHRASE = "A passphrase for your journal:"
NEW_PASSPHRASE_AGAIN = opening.PASSPHRASE_AGAIN
NOT_THE_SAME = "The two were not the same, so nothing was made. Try again when you are ready."
NOTHING_TO_READ = "There is nothing to read from."
NO_TERMINAL = "There is no terminal to ask on, so nothing was done."
NO_TERMINAL_HINT = "Give the passphrase with --passphrase-fd N or CAIRN_PASSPHRASE_COMMAND."
NO_SUCH_DESCRIPTOR = "--passphrase-fd takes the number of an open file descriptor."
PASSPHRASE_COMMAND_ENDED = "The passphrase command did not end well, so nothing was done."
NO_PASSPHRASE = "No passphrase came, so nothing was done."
PASSPHRASE_NOT_UTF8 = "The passphrase is not UTF-8 text."


def too_large(most_bytes: int) -> str:
    return f"Standard input holds more than {most_bytes // 1024**2} MB, so it was not read."


def not_utf8(place: int) -> str:
    return f"Standard input is not UTF-8 text (byte {place + 1})."


SUPPORT_OFFERED = "If today is heavy, support is close: cairn support."
WRITE_HERE = "Write here. A line with only a full stop ends the page."
NOTE_HERE = f"{typed.NOTE}. {typed.FULL_STOP_ENDS}"
CHANGE_HERE = "The new words take the place of the old, which are kept. A line with only a full stop ends them."
NOTHING_ASKED = "A check-in from a script needs at least one answer."
NOTHING_ASKED_HINT = "For example: cairn check-in --mood 6 --hope 7"
NOTHING_HERE = "Nothing here yet."
NO_DRAFTS = "No drafts. Everything you wrote is where it belongs."
NOTHING_TO_TAKE_BACK = "Nothing to take back."
ZONE = "--zone takes an IANA name such as Europe/London."


def more_found(shown: int, total: int) -> str:
    return f"{shown} of {total}. --limit shows more."


def deleted(item_id: str) -> str:
    return f"Out of sight. Its words stay in the locked journal for 30 days, then go. cairn undo brings it back. ({item_id[:8]})"


EMPTY_PAGE = saved.EMPTY_PAGE
EMPTY_CHANGE = saved.EMPTY_CHANGE
ONE_OR_MANY = "show takes an id, or what to show, but not both."
MONTH_ALONE = "--month says which days have something, and goes with nothing else."
VERSIONS_NEED_ID = "--versions takes the id of a page or a check-in before it."
NO_SUCH_MONTH = "--month takes a month like 2026-03."
WORDS_OR_ABOUT = "edit takes new words, what a page is about, or --bring-back, one at a time."
PAGES_ALONE = "--theme, --tag and --goal are for pages."
SEARCH_FOR = f"{typed.WORDS_TO_LOOK_FOR}:"
NOTHING_TO_SEARCH = "search takes at least one word."
TRY_AGAIN = "Enter tries to save it again, stop gives up:"

INIT_NEEDS = "Making a journal without a terminal takes --recovery-out FILE or -, so nothing was made."
INIT_NEEDS_HINT = "The passphrase comes from --passphrase-fd N or CAIRN_PASSPHRASE_COMMAND."
WORDS_FILE_THERE = "The file for the recovery words is there already. Nothing was made."
WORDS_NOT_WRITTEN = "The journal was made, but its recovery words could not be written to that file."
WORDS_NOT_WRITTEN_HINT = "The passphrase opens it. Start cairn to make new recovery words."
WORDS_ARE = f"Your recovery words. {opening.ON_PAPER}"
WORDS_LATER = f"{opening.NOT_THAT_WORD} The words above are the right ones; cairn will remind you of them."


def type_word(place: int) -> str:
    return f"To be sure, please type word {place}:"


def made(home: str) -> str:
    return f"Your journal is ready, in {home}"


def can_be_undone(deed: "Deed") -> str:
    return f"{deed.at[:16].replace('T', ' ')} UTC  {deed.kind}: {saved.which(deed)}"


CHECKS = {
    "pages": "every page passes its check",
    "order": "the tables and indexes agree",
    "references": "every row belongs where it says",
}
WHOLE = "The journal is whole. What was checked:"

NO_SUCH_FILE = "There is no file at that path."
FILE_UNREADABLE = "That file cannot be read."
FILE_TOO_LARGE = "That file is over 64 MB, so it was not read."
KEEP_GOOD = "Mend them in the file, or bring in the others with --keep-good."


def broken_row(place: str, reason: str) -> str:
    return f"{place}: {reason}"


def broken_rows(count: int) -> str:
    rows = "1 row" if count == 1 else f"{count} rows"
    return f"{rows} could not be understood, so nothing was brought in."


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def arrived(document: dict[str, Any], zone: str) -> list[str]:
    """What an import did, or would do."""
    counts = document["counts"]
    verb = "would come in" if document["dry_run"] else "came in"
    lines = [f"{_pages(counts['new'])} {verb}. Here before: {counts['known']}."]
    if document["first"]:
        lines.append(f"From {document['first']} to {document['last']}, times as in {zone}.")
    if counts["broken"]:
        lines.append(f"{counts['broken']} rows could not be understood:")
    lines += [f"  {doubt}" for doubt in document["doubtful"]]
    if document["kept_in_origin"]:
        lines.append(f"Kept beside the pages: {', '.join(document['kept_in_origin'])}.")
    if counts["new"] and not document["dry_run"]:
        lines.append("cairn undo takes it back.")
    return lines


SCREEN_NEEDS_TERMINAL = "The screen needs a terminal."
SCREEN_NEEDS_TERMINAL_HINT = "cairn --help shows the commands; cairn demo --tour shows what there is."

LAST_WORDS_NOT_KEPT = f"{saved.LAST_WORDS} Everything before them is safe."
NOT_WRITTEN_OUT = "The answer could not be written out."
DONE_NOT_WRITTEN_OUT = "It is done. The answer alone could not be written out."
SKIPPED_ALL = saved.NOTHING_ANSWERED
WORDS_FOLDER = "There is no folder to put the recovery words in. Nothing was made."
NOT_A_FILE = "That path is no file to read."

NO_JSON = "Standard input holds no JSON object."
JSON_HINT = 'For example: {"name of a part": "your words"}'
NOT_AN_OBJECT = "Standard input holds JSON, but not an object with named parts."
JSON_TOO_ODD = "Standard input holds JSON that goes too deep, or a number that is none."
HALF_A_CHARACTER = "Standard input holds half a character, as a \\u escape without its pair."
NEEDS_DASH = "From a script this takes a dash, and a JSON object of its parts on standard input."


def not_json(line: int, column: int) -> str:
    return f"Standard input is not JSON (line {line}, column {column})."


def field_twice(name: str) -> str:
    return f"The field “{name}” is there twice."


def stays_as_it_is(name: str) -> str:
    return f"“{name}” cannot be changed here. Leave it out, or as show --json prints it."


def group_takes_object(name: str) -> str:
    return f"{name} takes an object of its own parts."


def no_field_in_group(name: str, group: str, allowed: list[str]) -> str:
    return f"There is no field “{name}” in {group}. The fields are: {', '.join(allowed)}."


ENDS_TEXT = f"{typed.FULL_STOP_ENDS} Enter or skip leaves it blank."
WHICH_OF_THESE = "A number or its words; skip leaves it blank:"
SOME_OF_THESE = "Numbers or words with commas between; skip leaves it blank:"
ENTER_LEAVES_IT = "Enter to leave it."
BLANK_LEAVES = "What you leave blank stays as it is."
NOTHING_CHANGED = saved.NOTHING_CHANGED
WAITING = "The half after the session is still open."
HOW_TO_BRING = "cairn bring ID marks a page, a check-in or a goal to bring."
NO_KEPT_WORDS = "Pages you keep will be here: cairn keep ID."
PROMPTS = "Questions, if you like"
WRITTEN = "written"
NO_WORDS = "There were no words, so nothing was saved."
OFF_TAKES_ID = "--off takes the id of what is marked."
