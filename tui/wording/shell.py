"""Sentences of the command line."""

from typing import Any

PASSPHRASE = "Passphrase:"
NEW_PASSPHRASE = "A passphrase for your journal:"
NEW_PASSPHRASE_AGAIN = "The same once more:"
NOT_THE_SAME = "The two were not the same, so nothing was made. Try again when you are ready."
STRENGTH = {
    "short": "That is quite short. Four or five ordinary words in a row are stronger. It works as it is.",
    "fair": "That is a fair passphrase.",
    "strong": "That is a strong passphrase.",
}

HEADER_MENDED = "One of the two key files was damaged. It is mended now, and nothing was lost."
HEADER_NOT_MENDED = "One of the two key files is damaged and could not be mended. The other one works."

NOTHING_TO_READ = "There is nothing to read from."
TOO_LARGE = "Standard input holds more than 64 MB, so it was not read."
NO_TERMINAL = "There is no terminal to ask on, so nothing was done."
NO_TERMINAL_HINT = "Give the passphrase with --passphrase-fd N or CAIRN_PASSPHRASE_COMMAND."
NO_SUCH_DESCRIPTOR = "--passphrase-fd takes the number of an open file descriptor."
PASSPHRASE_COMMAND_ENDED = "The passphrase command did not end well, so nothing was done."
NO_PASSPHRASE = "No passphrase came, so nothing was done."
PASSPHRASE_NOT_UTF8 = "The passphrase is not UTF-8 text."


def not_utf8(place: int) -> str:
    return f"Standard input is not UTF-8 text (byte {place + 1})."


SAVED = "Saved. Thank you for taking a moment."
SAVED_PAGE = "Saved in your journal."
SUPPORT_OFFERED = "If today is heavy, support is close: cairn support."
WRITE_HERE = "Write here. A line with only a full stop ends the page."
NOTE_HERE = "A note, if you like. A line with only a full stop ends it."
CHANGE_HERE = "The new words take the place of the old, which are kept. A line with only a full stop ends them."
NOTHING_ASKED = "A check-in from a script needs at least one answer."
NOTHING_ASKED_HINT = "For example: cairn check-in --mood 6 --hope 7"
NOTHING_HERE = "Nothing here yet."
NOTHING_FOUND = "No words like that yet."
NO_DRAFTS = "No drafts. Everything you wrote is where it belongs."
NOTHING_TO_TAKE_BACK = "Nothing to take back."
ZONE = "--zone takes an IANA name such as Europe/London."


def more_found(shown: int, total: int) -> str:
    return f"{shown} of {total}. --limit shows more."


def deleted(item_id: str) -> str:
    return f"Out of sight. Its words stay in the locked journal for 30 days, then go. cairn undo brings it back. ({item_id[:8]})"


def undone(kind: str, items: int) -> str:
    things = "1 thing" if items == 1 else f"{items} things"
    return f"Back again: {things}." if kind == "delete" else f"The import was taken back: {things}."


EMPTY_PAGE = "There is nothing on the page, so nothing was saved."
EMPTY_CHANGE = "There were no new words, so nothing was changed."
CHANGED = "Changed. The earlier words are kept."
KEPT = "Kept for a hard day."
NOT_KEPT = "Not kept for a hard day any more."
ONE_OR_MANY = "show takes an id, or days and a kind, but not both."
SEARCH_FOR = "Words to look for:"
NOTHING_TO_SEARCH = "search takes at least one word."
TRY_AGAIN = "Enter tries to save it again, stop gives up:"

INIT_NEEDS = "Making a journal without a terminal takes --recovery-out FILE or -, so nothing was made."
INIT_NEEDS_HINT = "The passphrase comes from --passphrase-fd N or CAIRN_PASSPHRASE_COMMAND."
WORDS_FILE_THERE = "The file for the recovery words is there already. Nothing was made."
WORDS_NOT_WRITTEN = "The journal was made, but its recovery words could not be written to that file."
WORDS_NOT_WRITTEN_HINT = "The passphrase opens it. Start cairn to make new recovery words."
PRIVATE_PLACE = (
    "This is a private place. It stays on this computer and it is locked with your passphrase. "
    "Nobody can see it unless you choose to share something. "
    "If you forget the passphrase, only your recovery words can open this."
)
WORDS_ARE = "Your recovery words. Write them on paper, in this order. They are shown once."
WORDS_CONFIRMED = "Thank you. Keep the paper somewhere safe."
WORDS_LATER = "That is not the word in that place. The words above are the right ones; cairn will remind you of them."


def type_word(place: int) -> str:
    return f"To be sure, please type word {place}:"


def made(home: str) -> str:
    return f"Your journal is ready, in {home}"


def can_be_undone(kind: str, at: str, items: int) -> str:
    things = "1 thing" if items == 1 else f"{items} things"
    return f"{at[:16].replace('T', ' ')} UTC  {kind}, {things}"


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
LOCKED = "Locked."

LAST_WORDS_NOT_KEPT = "Your last words could not be kept. Everything before them is safe."
NOT_WRITTEN_OUT = "The answer could not be written out."
DONE_NOT_WRITTEN_OUT = "It is done. Only the answer could not be written out."
FEELINGS_WORDS = "The words are: "
SKIPPED_ALL = "Nothing was answered, so nothing was saved. That is fine."
WORDS_FOLDER = "There is no folder to put the recovery words in. Nothing was made."
NOT_A_FILE = "That path is no file to read."
PLAIN_NOT_YET = "Plain lines for the whole journal are not built yet. The commands work without a screen."
