"""The quiet lines at the start of a visit: what opens the journal, and what keeps it. Each names the deed for it."""

from journal.paths import synced_by
from journal.use_cases.opening import WORDS_CONFIRMED
from tui.plain.copies import unseen_newer_copy
from tui.plain.visit import Visit
from tui.wording import copies, keys
from tui.wording import plain as words
from tui.wording import plain_keys as said


def reminders(visit: Visit) -> list[str]:
    """What is worth a line; most days nothing. Of what waits for an answer never two at a time, as on the screen."""
    program = synced_by(visit.home)
    return [*_waiting(visit), *([copies.synced(program)] if program else [])]


def _waiting(visit: Visit) -> list[str]:
    newer = unseen_newer_copy(visit)
    if newer is not None:
        return [copies.OLDER, copies.newer_copy(newer), said.ANSWERS]
    if visit.journal.setting(WORDS_CONFIRMED) != "yes":
        return [words.WORDS_WAITING]
    if visit.journal.is_words_check_due():
        return [keys.YEARLY, said.CHECK_THEM]
    return [copies.ONLY_HERE, said.ANSWERS] if visit.journal.is_elsewhere_due() else []
