"""Sentences of the command line. What the screen says too stands in modules of its own and is passed on here."""

from typing import TYPE_CHECKING, Any

from tui.language import _, _n
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
NO_SUCH_MESSAGE = _("There is no message of that id. cairn inbox shows them, with ids.")
KEPT = saved.KEPT
NOTHING_FOUND = saved.NOTHING_FOUND
NOT_KEPT = saved.NOT_KEPT
SAVED = saved.SAVED
SAVED_PAGE = saved.SAVED_PAGE
undone = saved.undone

NEW_PASSPHRASE = _("A passphrase for your journal:")
NEW_PASSPHRASE_AGAIN = opening.PASSPHRASE_AGAIN
NOT_THE_SAME = _("The two were not the same, so nothing was made. Try again when you are ready.")
NOTHING_TO_READ = _("There is nothing to read from.")
NO_TERMINAL = _("There is no terminal to ask on, so nothing was done.")
NO_TERMINAL_HINT = _("Give the passphrase with --passphrase-fd N or CAIRN_PASSPHRASE_COMMAND.")
NO_SUCH_DESCRIPTOR = _("--passphrase-fd takes the number of an open file descriptor.")
PASSPHRASE_COMMAND_ENDED = _("The passphrase command did not end well, so nothing was done.")
NO_PASSPHRASE = _("No passphrase came, so nothing was done.")
PASSPHRASE_NOT_UTF8 = _("The passphrase is not UTF-8 text.")


def too_large(most_bytes: int) -> str:
    return _("Standard input holds more than {most} MB, so it was not read.").format(most=most_bytes // 1024**2)


def not_utf8(place: int) -> str:
    return _("Standard input is not UTF-8 text (byte {place}).").format(place=place + 1)


SUPPORT_OFFERED = _("If today is heavy, support is close: cairn support.")
FIRST_IS_TITLE = _("The first line is its title.")
WRITE_HERE = _("Write here. A line with only a full stop ends the page.")
NOTE_HERE = f"{typed.NOTE}. {typed.FULL_STOP_ENDS}"
CHANGE_HERE = _("The new words take the place of the old, which are kept. A line with only a full stop ends them.")
NOTHING_ASKED = _("A check-in from a script needs at least one answer.")
NOTHING_ASKED_HINT = _("For example: cairn check-in --mood 6 --hope 7")
NOTHING_HERE = _("Nothing here yet.")
NO_DRAFTS = _("No drafts. Everything you wrote is where it belongs.")
NOTHING_TO_TAKE_BACK = _("Nothing to take back.")
ZONE = _("--zone takes an IANA name such as Europe/London.")


def more_found(shown: int, total: int) -> str:
    return _("{shown} of {total}. --limit shows more.").format(shown=shown, total=total)


def deleted(item_id: str) -> str:
    return _(
        "Out of sight. Its words stay in the locked journal for 30 days, then go. cairn undo brings it back. ({id})"
    ).format(id=item_id[:8])


EMPTY_PAGE = saved.EMPTY_PAGE
EMPTY_CHANGE = saved.EMPTY_CHANGE
ONE_OR_MANY = _("show takes an id, or what to show, but not both.")
MONTH_ALONE = _("--month says which days have something, and goes with nothing else.")
VERSIONS_NEED_ID = _("--versions takes the id of a page or a check-in before it.")
NO_SUCH_MONTH = _("--month takes a month like 2026-03.")
YEAR_ALONE = _("--year stands without --days and --each-day.")
NOT_AGAIN_ALONE = _("--not-again puts one question away, and stands by itself.")
WORDS_OR_ABOUT = _("edit takes new words, what a page is about, or --bring-back, one at a time.")
PAGES_ALONE = _("--title, --theme, --tag and --goal are for pages.")
SEARCH_FOR = f"{typed.WORDS_TO_LOOK_FOR}:"
NOTHING_TO_SEARCH = _("search takes at least one word.")
TRY_AGAIN = _("Enter tries to save it again, stop gives up:")

INIT_NEEDS = _("Making a journal without a terminal takes --recovery-out FILE or -, so nothing was made.")
INIT_NEEDS_HINT = _("The passphrase comes from --passphrase-fd N or CAIRN_PASSPHRASE_COMMAND.")
WORDS_FILE_THERE = _("The file for the recovery words is there already. Nothing was made.")
WORDS_NOT_WRITTEN = _("The journal was made, but its recovery words could not be written to that file.")
WORDS_NOT_WRITTEN_HINT = _("The passphrase opens it. Start cairn to make new recovery words.")
WORDS_ARE = _("Your recovery words. {on_paper}").format(on_paper=opening.ON_PAPER)
WORDS_LATER = _("{not_that_word} The words above are the right ones; cairn will remind you of them.").format(
    not_that_word=opening.NOT_THAT_WORD
)


def type_word(place: int) -> str:
    return _("To be sure, please type word {place}:").format(place=place)


def made(home: str) -> str:
    return _("Your journal is ready, in {home}").format(home=home)


def can_be_undone(deed: "Deed") -> str:
    return _("{when} UTC  {kind}: {which}").format(
        when=deed.at[:16].replace("T", " "), kind=deed.kind, which=saved.which(deed)
    )


CHECKS = {
    "pages": _("every page passes its check"),
    "order": _("the tables and indexes agree"),
    "references": _("every row belongs where it says"),
}
WHOLE = _("The journal is whole. What was checked:")

NO_SUCH_FILE = _("There is no file at that path.")
FILE_UNREADABLE = _("That file cannot be read.")
FILE_TOO_LARGE = _("That file is over 64 MB, so it was not read.")
KEEP_GOOD = _("Mend them in the file, or bring in the others with --keep-good.")


def broken_rows(count: int) -> str:
    return _n(
        "1 row could not be understood, so nothing was brought in.",
        "{count} rows could not be understood, so nothing was brought in.",
        count,
    ).format(count=count)


def _pages(count: int) -> str:
    return _n("1 page", "{count} pages", count).format(count=count)


def arrived(document: dict[str, Any], zone: str) -> list[str]:
    """What an import did, or would do."""
    counts = document["counts"]
    verb = _("would come in") if document["dry_run"] else _("came in")
    lines = [
        _("{pages} {verb}. Here before: {known}.").format(pages=_pages(counts["new"]), verb=verb, known=counts["known"])
    ]
    if document["first"]:
        lines.append(
            _("From {first} to {last}, times as in {zone}.").format(
                first=document["first"], last=document["last"], zone=zone
            )
        )
    if counts["broken"]:
        broken = counts["broken"]
        lines.append(
            _n("1 row could not be understood:", "{count} rows could not be understood:", broken).format(count=broken)
        )
    lines += [f"  {doubt}" for doubt in document["doubtful"]]
    if document["kept_in_origin"]:
        lines.append(_("Kept beside the pages: {fields}.").format(fields=", ".join(document["kept_in_origin"])))
    if counts["new"] and not document["dry_run"]:
        lines.append(_("cairn undo takes it back."))
    return lines


SCREEN_NEEDS_TERMINAL = _("The screen needs a terminal.")
SCREEN_NEEDS_TERMINAL_HINT = _("cairn --help shows the commands; cairn demo --tour shows what there is.")

LAST_WORDS_NOT_KEPT = _("{last_words} Everything before them is safe.").format(last_words=saved.LAST_WORDS)
NOT_WRITTEN_OUT = _("The answer could not be written out.")
DONE_NOT_WRITTEN_OUT = _("It is done. The answer alone could not be written out.")
SKIPPED_ALL = saved.NOTHING_ANSWERED
WORDS_FOLDER = _("There is no folder to put the recovery words in. Nothing was made.")
NOT_A_FILE = _("That path is no file to read.")

NO_JSON = _("Standard input holds no JSON object.")
JSON_HINT = _('For example: {"name of a part": "your words"}')
NOT_AN_OBJECT = _("Standard input holds JSON, but not an object with named parts.")
JSON_TOO_ODD = _("Standard input holds JSON that goes too deep, or a number that is none.")
HALF_A_CHARACTER = _("Standard input holds half a character, as a \\u escape without its pair.")
NEEDS_DASH = _("From a script this takes a dash, and a JSON object of its parts on standard input.")


def not_json(line: int, column: int) -> str:
    return _("Standard input is not JSON (line {line}, column {column}).").format(line=line, column=column)


def field_twice(name: str) -> str:
    return _("The field “{name}” is there twice.").format(name=name)


def stays_as_it_is(name: str) -> str:
    return _("“{name}” cannot be changed here. Leave it out, or as show --json prints it.").format(name=name)


def group_takes_object(name: str) -> str:
    return _("{name} takes an object of its own parts.").format(name=name)


def no_field_in_group(name: str, group: str, allowed: list[str]) -> str:
    return _("There is no field “{name}” in {group}. The fields are: {fields}.").format(
        name=name, group=group, fields=", ".join(allowed)
    )


ENDS_TEXT = _("{full_stop_ends} Enter or skip leaves it blank.").format(full_stop_ends=typed.FULL_STOP_ENDS)
WHICH_OF_THESE = _("A number or its words; skip leaves it blank:")
SOME_OF_THESE = _("Numbers or words with commas between; skip leaves it blank:")
ENTER_LEAVES_IT = _("Enter to leave it.")
BLANK_LEAVES = _("What you leave blank stays as it is.")
NOTHING_CHANGED = saved.NOTHING_CHANGED
WAITING = _("The half after the session is still open.")
HOW_TO_BRING = _("cairn bring ID marks a page, a check-in or a goal to bring.")
NO_KEPT_WORDS = _("Pages you keep will be here: cairn keep ID.")
PROMPTS = _("Questions, if you like")
WRITTEN = "written"
NO_WORDS = _("There were no words, so nothing was saved.")
OFF_TAKES_ID = _("--off takes the id of what is marked.")
