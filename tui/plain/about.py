"""What cairn is and is not, and short answers about peer support."""

from tui.plain.visit import Visit
from tui.wording import about


def say_about(visit: Visit) -> None:
    """All of it, each question before its answer."""
    visit.talk.say(about.INTENDED_PURPOSE, *(line for pair in about.PEER_SUPPORT for line in pair))
