"""Sentences of the screens. What a shell says too stands in modules of its own and is passed on here."""

from tui.language import _, _n
from tui.wording import opening, saved, typed

HEADER_MENDED = opening.HEADER_MENDED
HEADER_NOT_MENDED = opening.HEADER_NOT_MENDED
LOCKED = opening.LOCKED
PASSPHRASE = opening.PASSPHRASE
PASSPHRASE_AGAIN = opening.PASSPHRASE_AGAIN
PRIVATE_PLACE = opening.PRIVATE_PLACE
STRENGTH = opening.STRENGTH
BRINGING = saved.BRINGING
CHANGED = saved.CHANGED
KEPT = saved.KEPT
NOT_BRINGING = saved.NOT_BRINGING
NOT_KEPT = saved.NOT_KEPT
undone = saved.undone

PALETTE = _("What would you like to do?")
BY_NAME_ALONE = _("here, by name")
HOW_TO_LEAVE = _("{quit} leaves, and keeps what you wrote.")

# First run
DOORS = _("Welcome. This is cairn, a private journal for your own recovery.")
DOOR_START = _("Start")
DOOR_BRING = _("Bring my journal from another computer")
DOOR_LOOK = _("Look around")
NO_PASSPHRASE = _("A passphrase needs at least one character.")
NOT_THE_SAME = _("The two are not the same yet. Try again when you are ready.")
MAKING = _("Making your journal…")
LATER = _("You can change all of this later.")
WORDS_TITLE = _("Your recovery words")
WORDS_WHY = _("If you forget your passphrase, these words open the journal. {on_paper}").format(
    on_paper=opening.ON_PAPER
)
WORDS_NOW = _("I have written them down")
WORDS_LATER = _("Later")
WORDS_BACK = _("Two of them, so that the paper is right.")
WORD_WRONG = _("{not_that_word} Look at the paper once more, or press Esc to see the words again.").format(
    not_that_word=opening.NOT_THAT_WORD
)
WORDS_ASK = _(
    "Your passphrase, to make new recovery words. "
    "The old ones work until you have typed two of the new ones back, and not after that."
)
COUNTRY_WHY = _(
    "Which country are you in? Two letters, such as GB, so that its support lines are one key away. "
    "Enter alone skips this."
)
COUNTRY_CHOSEN = _("F2 shows the lines for where you are now.")
NATION_WHY = _("Which nation? Enter chooses.")
REGION_WHY = _("Which part of the country? Enter chooses.")
ALL_REGIONS = _("All of them")
COUNTRY_UNKNOWN = _("There are no lines for that country here yet. Leave it open, or choose one of: ")


def bring_from_elsewhere(home: str) -> str:
    return _(
        "On the other computer, cairn vault info says where the journal is. Copy that whole "
        "folder here, to\n\n{home}\n\nThen start cairn again. The same passphrase opens it."
    ).format(home=home)


def type_word(place: int) -> str:
    return _("Word {place}:").format(place=place)


# Unlock
UNLOCK_TITLE = "cairn"
RECOVERY = _("Recovery words:")
FORGOTTEN = _("Forgotten it? Use your recovery words. {words}")
USE_PASSPHRASE = _("{words} goes back to the passphrase.")
OPENING = _("Opening…")

# Today
HELLO = _("Hello.")
WELCOME_BACK = _("Welcome back. Everything is as you left it.")
SHARED_NOTHING = _("Shared: nothing")
SAVED_EMPTY = _("Nothing is answered yet, so there was nothing to save.")
FEELINGS_HINT = _("calm, tired … up to five, or none")
HELPED_HINT = _("a walk, a talk a lot … or nothing")
MANY_FEELINGS = _("Up to five words for feelings. Nothing is lost; take one away and save again.")
NOTE_HINT = typed.NOTE
DRAFT_BACK = typed.DRAFT_BACK

# Journal
JOURNAL_EMPTY = _("Your check-ins and pages will be here, newest first. {write} writes a page.")
SEARCH_EMPTY = saved.NOTHING_FOUND
SEARCH_HINT = typed.WORDS_TO_LOOK_FOR
SEARCH_BEGIN = _("Type a word. What holds it will be listed here.")
DELETED = _("Out of sight. {undo} brings it back, for 30 days.")
GONE = typed.GONE

# Write
PAGE_SAVED = f"{saved.SAVED_PAGE} {saved.NOTHING_ELSE}"
PAGE_OF_ITS_OWN = _("What you pasted is very long, so it is a page of its own in your journal now. Nothing is lost.")
TOO_LONG_HERE = _("This page is too long to change here. From a shell, cairn edit changes it.")
SAVED_ANEW = _("The page had been deleted meanwhile. Your words are a new page now.")
DRAFT_KEPT = _("Kept as a draft, at the top of your journal.")
TITLE_HINT = typed.TITLE
WHEN_HINT = _("yesterday, or 2026-03-01")
WRITE_HERE = _("Write here. Everything is kept while you type.")
NOTHING_WRITTEN = _("There is nothing on the page yet.")
DEEP = _("This one can bring up a lot. Skip it if you like.")
LARGE_PAGE = _("This page is long. Changing it here may be slow. {edit} once more goes on.")

# A hard day
LONGEST_LINE = 40
HARD_DAY_KEYS = _("{write} writes. {support} shows every line.")


def shortened(text: str, longest: int) -> str:
    """The start of a text on one line, cut between words."""
    said = " ".join(text.split())
    if len(said) <= longest:
        return said
    whole_words = said[:longest].rpartition(" ")[0] or said[:longest]
    return whole_words.rstrip(".,;:") + "…"


def found(shown: int, total: int) -> str:
    """How many things hold the words."""
    if total == 0:
        return SEARCH_EMPTY
    said = _n("1 thing holds these words.", "{count} things hold these words.", total).format(count=total)
    return said if shown == total else _("{said} The newest {shown} are listed.").format(said=said, shown=shown)


def not_kept(why: str) -> str:
    """While writing, when a draft could not be kept."""
    return _("What you type is not kept yet. {why}").format(why=why)


def cannot_leave(why: str) -> str:
    """On the cover, when the last words could not be kept."""
    return _("{last_words} {why}\n\nEsc goes back to them. The same key again leaves without them.").format(
        last_words=saved.LAST_WORDS, why=why
    )


def waits_in(section: str) -> str:
    """Where words are that were begun on a form or a question."""
    return _("This waits where you began it, in {section}. Open the same there, and it is back.").format(
        section=section
    )
