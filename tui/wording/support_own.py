"""What is said around a person's own support lines, what they hid, and their order."""

from journal.domain.support import Line, OwnLine
from tui.wording.support import line_in_words

SHORTEST_ID = 4
MY_LINES = "My lines, in my order"
HIDDEN_LINES = "Out of sight"
ASK_LINE = (
    "A row each: a name, how you reach them, and when they are there if you like. A line with only a full stop ends it."
)
ADDED = "Added. It comes first, once your journal is open."
CHANGED = "Changed."
HIDDEN = "Out of sight. It can be shown again whenever you like."
SHOWN = "Shown again."
MOVED = "Moved."
GOES = "This line of your own goes for good. Safety copies hold it until new ones take their place."
ERASED = "Erased."
NOT_A_PLACE = "place takes a number from 1."
NO_SUCH_LINE = "There is no line by that id here."
NO_SUCH_LINE_HINT = "cairn support mine lists them."
UNREADABLE = "Your own lines and their order cannot be read, so the lines are in their usual order."

# On the screen and in plain lines

ARRANGE = "My support lines"
ABOUT = "Yours come first. The number for danger stands above all of them."
EMPTY = "Your support lines will be here. n adds one of your own."
EMPTY_PLAIN = "Your support lines will be here. “new” adds one of your own."
MY_OWN = "My own lines"
ASK_TITLE = "A line of your own"
ASK_HINT = "a name"
ASK_ROWS = "A row each: a name, how you reach them, and when they are there if you like."
NEEDS_TWO = "It takes a name, and on the row below how you reach them."
CAME_WITH_CAIRN = "These words are not yours to change. You can hide the line, or add one of your own."
ERASE_OWN_ONLY = "A line that came with cairn can be hidden. Erasing is for your own."
ERASE_QUESTION = "Erase this line of yours?"
ERASE_YES = "Erase it for good"
ERASE_NO = "Leave it"
HIDDEN_MARK = "[hidden]"
OWN_MARK = "[yours]"
CHANGES_WITH_JOURNAL = "Your people and your plan are in the toolbox, to change."


def row(line: Line, is_hidden: bool) -> str:
    """A line in a list of them, with its marks in words."""
    marks = [mark for mark, is_so in ((OWN_MARK, isinstance(line, OwnLine)), (HIDDEN_MARK, is_hidden)) if is_so]
    return " ".join([*marks, line_in_words(line)])
