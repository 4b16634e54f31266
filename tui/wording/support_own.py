"""What is said around a person's own support lines, what they hid, and their order."""

from journal.domain.support import Line, OwnLine
from tui.language import _
from tui.wording.support import line_in_words

SHORTEST_ID = 4
MY_LINES = _("My lines, in my order")
HIDDEN_LINES = _("Out of sight")
ASK_LINE = _(
    "A row each: a name, how you reach them, and when they are there if you like. A line with only a full stop ends it."
)
ADDED = _("Added. It comes first, once your journal is open.")
CHANGED = _("Changed.")
HIDDEN = _("Out of sight. It can be shown again whenever you like.")
SHOWN = _("Shown again.")
MOVED = _("Moved.")
GOES = _("This line of your own goes for good. Safety copies hold it until new ones take their place.")
ERASED = _("Erased.")
NOT_A_PLACE = _("place takes a number from 1.")
NO_SUCH_LINE = _("There is no line by that id here.")
NO_SUCH_LINE_HINT = _("cairn support mine lists them.")
UNREADABLE = _("Your own lines and their order cannot be read, so the lines are in their usual order.")

# On the screen and in plain lines

ARRANGE = _("My support lines")
ABOUT = _("Yours come first. The number for danger stands above all of them.")
EMPTY = _("Your support lines will be here. n adds one of your own.")
EMPTY_PLAIN = _("Your support lines will be here. “new” adds one of your own.")
MY_OWN = _("My own lines")
ASK_TITLE = _("A line of your own")
ASK_HINT = _("a name")
ASK_ROWS = _("A row each: a name, how you reach them, and when they are there if you like.")
NEEDS_TWO = _("It takes a name, and on the row below how you reach them.")
CAME_WITH_CAIRN = _("These words are not yours to change. You can hide the line, or add one of your own.")
ERASE_OWN_ONLY = _("A line that came with cairn can be hidden. Erasing is for your own.")
ERASE_QUESTION = _("Erase this line of yours?")
ERASE_YES = _("Erase it for good")
ERASE_NO = _("Leave it")
HIDDEN_MARK = _("[hidden]")
OWN_MARK = _("[yours]")
CHANGES_WITH_JOURNAL = _("Your people and your plan are in the toolbox, to change.")


def row(line: Line, is_hidden: bool) -> str:
    """A line in a list of them, with its marks in words."""
    marks = [mark for mark, is_so in ((OWN_MARK, isinstance(line, OwnLine)), (HIDDEN_MARK, is_hidden)) if is_so]
    return " ".join([*marks, line_in_words(line)])
