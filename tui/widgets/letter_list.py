"""The list of words between two people."""

from textual.binding import Binding

from tui.widgets.long_list import FAR
from tui.widgets.told_list import ToldList


class LetterList(ToldList, inherit_bindings=False):
    """Without `j` and `k`, which move the bar elsewhere: here the one of them keeps words."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home", f"move(-{FAR})", show=False),
        Binding("end", f"move({FAR})", show=False),
        Binding("enter", "open", show=False),
    ]
