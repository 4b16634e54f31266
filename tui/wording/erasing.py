"""Sentences about erasing for good. Said in all three ways."""

from collections.abc import Mapping

from journal.errors import CairnError, NoRoom
from tui.language import _
from tui.wording.counted import counted

WORD = "erase"
ASK = _("Type {word} to go on:").format(word=WORD)
NOT_ERASED = _("The word {word} did not come, so nothing was erased.").format(word=WORD)
EXPORT_FIRST = _("You can make a copy first: cairn export.")
NEEDS_WORD = _("Nobody is there to be asked. The word {word} comes by standard input, with a dash.").format(word=WORD)
NOT_BACK = _("This cannot be taken back.")
EVERYTHING = _("All of it goes: your journal, its safety copies here, and the country you chose for support lines.")
COPIES_GO = _("The safety copies on this computer go too, and one new copy is made.")
ELSEWHERE_STAYS = _("Copies that you keep elsewhere are not touched.")
DONE = _(
    "Done. It is gone from this computer. Copies you shared before may still exist with the people you sent them to."
)
SOME_FILES_STAY = _(
    "A file on this computer could not be taken away now. cairn tries again the next time it starts. "
    "Its keys were written over, where the disk let us."
)
NO_NEW_COPY = _("There was no room for a new safety copy.")
COPIES_STAY = _("The safety copies on this computer could not be renewed now. They still hold it.")
NOTHING_THERE = _("There is nothing on these days.")
WHAT = _("Say what goes: an id, or --from and --to, or --everything.")


def kept_goes(path: str) -> str:
    return _("The journal that was kept when you put back a backup goes too: {path}").format(path=path)


def kept_in(path: str) -> str:
    return _("A journal that was kept when you put back a backup may hold it too: {path}").format(path=path)


def not_renewed(problem: CairnError) -> str:
    """What became of the safety copies."""
    return NO_NEW_COPY if isinstance(problem, NoRoom) else COPIES_STAY


def goes(counts: Mapping[str, int]) -> str:
    """Exactly what goes."""
    return _("This goes: {counted}.").format(counted=counted(counts))
