"""`cairn unlock --for 15m`: stay unlocked for a while, so that commands do not ask. Never without being asked to."""

from argparse import Namespace
from datetime import timedelta

from journal.errors import BadInput, NoJournal
from journal.use_cases.staying import check_can_stay_unlocked, stay_unlocked
from journal.use_cases.unlocking import unlock_with_passphrase
from tui.commands.terminal import Terminal
from tui.wording import shell, staying
from tui.wording.dates import clock_of

_UNITS_S = {"s": 1, "m": 60, "h": 60 * 60}
_MOST_DIGITS = 5


def run(options: Namespace) -> int:
    """Ask for the passphrase, even where the key is held, and hold the key for as long as was said."""
    terminal = Terminal(options)
    seconds = _seconds(options.hold)
    check_can_stay_unlocked(seconds)
    if not terminal.home.exists():
        raise NoJournal()
    unlocked = unlock_with_passphrase(terminal.home, terminal.passphrase(shell.PASSPHRASE))
    ends_with_shell = stay_unlocked(unlocked, seconds)
    until = (terminal.clock.now() + timedelta(seconds=seconds)).isoformat(timespec="seconds")
    lines = [staying.unlocked_until(clock_of(until))]
    if not ends_with_shell:
        lines.append(staying.BY_TIME_ALONE)
    return terminal.answer({"until": until, "seconds": seconds}, lines, changed=True)


def _seconds(typed: str) -> int:
    """A whole number and its unit as seconds.

    Raises:
        BadInput: anything else.
    """
    number, unit = typed[:-1], typed[-1:]
    if unit not in _UNITS_S or not number.isascii() or not number.isdigit() or len(number) > _MOST_DIGITS:
        raise BadInput(staying.FOR_TAKES)
    return int(number) * _UNITS_S[unit]
