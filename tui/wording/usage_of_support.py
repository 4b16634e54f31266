"""Help texts of `cairn support`."""

from tui.language import _
from tui.wording.usage import Usage

COUNTRY = _("country for support lines, two letters such as GB")
REGION = _("a part of it that has lines of its own, such as Scotland")
FILE = _("a file of support lines, as docs/support-lines.md describes it")
SHIPPED = _("go back to the lines that came with cairn")
LINE_ID = _("a line's id, or its first four characters or more; support mine lists them")
OWN_DASH = _("read the rows from standard input: a name, how you reach them, when they are there")
OFF = _("show it again")
PLACE = _("which place, from 1")
ERASE_DASH = _("read the word from standard input")

DEEDS = {
    "import": Usage(
        _("Use a file of support lines. No passphrase, no network. A file that breaks a rule is refused, line by line."),
        "cairn support import lines.json",
    ),
    "mine": Usage(_("Your people, your plan, and the lines in your order. It asks for your passphrase."),
                  "cairn support mine"),
    "add": Usage(
        _("Add a line of your own, which comes first once your journal is open: a name, how you reach them, and when."),
        "printf 'Priya\\nring the shop\\n' | cairn support add -",
    ),
    "edit": Usage(_("Put new words in a line of your own."), "cairn support edit 3f2a -"),
    "hide": Usage(_("Put a line out of sight, or show it again. The emergency number stays."),
                  "cairn support hide gb-shout"),
    "move": Usage(_("Put a line in another place."), "cairn support move gb-shout 1"),
    "erase": Usage(_("Erase a line of your own, for good."), "cairn support erase 3f2a"),
}  # fmt: skip
