"""Sentences about staying unlocked for a while, in a shell."""

from tui.language import _

FOR_TAKES = _("--for takes a time from 1m to 12h, such as 90s, 15m or 2h.")
BY_TIME_ALONE = _("cairn cannot see when you log out here, so the time alone ends it, or cairn lock.")
LET_GO = _("Locked. The next command asks for your passphrase.")
LOCKED_ALREADY = _("It was locked already.")


def unlocked_until(clock: str) -> str:
    """`clock`: the time of day at which it ends."""
    return _("Unlocked until {clock} for commands in a shell. To end it before then: cairn lock").format(clock=clock)
