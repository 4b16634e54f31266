"""What Today says around the check-in, and what its lists to choose from say."""

from collections.abc import Sequence
from datetime import date

from tui.language import _
from tui.wording import screen

CHOSEN = _("Chosen:")
NONE_CHOSEN = _("None chosen, which is fine.")
TAKE_ONE_AWAY = _("That is five already. Take one away to make room.")
NO_TOOLS = _("Things that help you will be here. Esc goes to the field, to type one.")
LEAVE_OUT = _("leave it out")


def hello(name: str, after_a_gap: bool) -> str:
    """The first words of Today; how long a gap was is never said."""
    if after_a_gap:
        return screen.WELCOME_BACK
    return _("Hello, {name}.").format(name=name) if name else screen.HELLO


def one_line(day: str, kept: str | None, tool_name: str | None, strength: str | None) -> str:
    """One line the person saved: words they kept, something that helped, or something they bring; another each day."""
    said = [
        _("You kept: {shortened}").format(shortened=screen.shortened(kept, screen.LONGEST_LINE)) if kept else "",
        _("Something that helped: {tool_name}").format(tool_name=tool_name) if tool_name else "",
        _("You bring: {shortened}").format(shortened=screen.shortened(strength, screen.LONGEST_LINE))
        if strength
        else "",
    ]
    there = [line for line in said if line]
    return there[date.fromisoformat(day).toordinal() % len(there)] if there else ""


def chosen(labels: Sequence[str]) -> str:
    return f"{CHOSEN} {', '.join(labels)}" if labels else NONE_CHOSEN


def did_it_help(name: str) -> str:
    return _("Did “{name}” help?").format(name=name)
