"""Choices out of an archive: each comes where none was made here, and own support lines come beside those here."""

from journal.domain.leaving import Choice
from journal.domain.support_own import SUPPORT_LINES, arrangement_in, as_stored, with_those_of
from journal.store.meta import Settings
from journal.store.newcomers import Newcomers


def choice_to_keep(settings: Settings, newcomers: Newcomers, choice: Choice) -> str | None:
    """What is to be stored for a choice that comes; `None` where it changes nothing here.

    Args:
        settings: those of this journal.
        newcomers: what knows which ids went for good here.
        choice: one that may go along.
    """
    here = settings.get(choice.name)
    if here is None:
        return choice.value
    return _lines_to_keep(newcomers, here, choice.value) if choice.name == SUPPORT_LINES else None


def _lines_to_keep(newcomers: Newcomers, here: str, there: str) -> str | None:
    before, other = arrangement_in(here), arrangement_in(there)
    if before.is_unreadable:
        # It may hold words of the person's own, which a change of theirs puts aside first.
        return None
    gone = [line.id for line in other.own if newcomers.came_before(line.id)]
    both = with_those_of(before, other, gone)
    return None if both == before else as_stored(both)
