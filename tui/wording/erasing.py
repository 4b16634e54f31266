"""Sentences about erasing for good. Said in all three ways."""

from collections.abc import Mapping

from journal.errors import CairnError, NoRoom
from tui.wording.counted import counted

WORD = "erase"
ASK = f"Type {WORD} to go on:"
NOT_ERASED = f"The word {WORD} did not come, so nothing was erased."
EXPORT_FIRST = "You can make a copy first: cairn export."
NEEDS_WORD = f"Nobody is there to be asked. The word {WORD} comes by standard input, with a dash."
NOT_BACK = "This cannot be taken back."
EVERYTHING = "All of it goes: your journal, its safety copies here, and the country you chose for support lines."
COPIES_GO = "The safety copies on this computer go too, and one new copy is made."
ELSEWHERE_STAYS = "Copies that you keep elsewhere are not touched."
DONE = "Done. It is gone from this computer. Copies you shared before may still exist with the people you sent them to."
SOME_FILES_STAY = (
    "A file on this computer could not be taken away now. cairn tries again the next time it starts. "
    "Its keys were written over, where the disk let us."
)
NO_NEW_COPY = "There was no room for a new safety copy."
COPIES_STAY = "The safety copies on this computer could not be renewed now. They still hold it."
NOTHING_THERE = "There is nothing on these days."
WHAT = "Say what goes: an id, or --from and --to, or --everything."


def kept_goes(path: str) -> str:
    return f"The journal that was kept when you put back a backup goes too: {path}"


def kept_in(path: str) -> str:
    return f"A journal that was kept when you put back a backup may hold it too: {path}"


def not_renewed(problem: CairnError) -> str:
    """What became of the safety copies."""
    return NO_NEW_COPY if isinstance(problem, NoRoom) else COPIES_STAY


def goes(counts: Mapping[str, int]) -> str:
    """Exactly what goes."""
    return f"This goes: {counted(counts)}."
