"""Sentences about backups and safety copies. Said in all three ways."""

from collections.abc import Mapping

from tui.language import _
from tui.wording.counted import counted_rows
from tui.wording.dates import day_in_words

ONLY_HERE = _("Your safety copies are on this computer only. Keep one elsewhere?")
OLDER = _("This journal is older than the last one seen here. Did you put back a copy?")
RESTORE_WORD = "restore"
ASK_RESTORE = _(
    "There is a journal here. It would be kept beside the one you put back. Type {restore_word} to go on:"
).format(restore_word=RESTORE_WORD)
NEEDS_WORD = _(
    "A journal is here, and nobody to be asked. The word {restore_word} comes by standard input, with a dash."
).format(restore_word=RESTORE_WORD)
NOT_RESTORED = _("The word {restore_word} did not come, so the journal here is as it was.").format(
    restore_word=RESTORE_WORD
)
BACKUP_PASSPHRASE = _("The passphrase of this backup:")
BACKUP_WORDS = _("The recovery words of this backup:")
WHOLE = _("This backup is whole. It was restored into a temporary place, and every page of it was checked.")
NO_COPIES = _("There are no safety copies yet. cairn makes one soon after it opens; in a shell, after a week.")
OLDER_COPIES = _("A backup opens with the passphrase and the recovery words of the day it was made.")


def synced(program: str) -> str:
    return _(
        "Your journal lies in a folder that {program} seems to carry elsewhere. It can carry off "
        "half a file. Keep the journal out of it, and put backups there."
    ).format(program=program)


def made(path: str, rows: Mapping[str, int]) -> list[str]:
    return [_("A locked copy of your journal is in {path}").format(path=path), holds(rows), OLDER_COPIES]


def restored(home: str, day: str, kept: str | None) -> list[str]:
    lines = [_("Your journal of {day_in_words} is back, in {home}").format(day_in_words=day_in_words(day), home=home)]
    return [*lines, _("The one that was there is kept in {kept}").format(kept=kept)] if kept else lines


def newer_copy(day: str) -> str:
    return _("The safety copy of {day_in_words} holds more than this journal does.").format(
        day_in_words=day_in_words(day)
    )


def of_day(day: str) -> str:
    return _("Made on {day_in_words}.").format(day_in_words=day_in_words(day))


def holds(rows: Mapping[str, int]) -> str:
    """What it holds, in the words of the journal."""
    said = counted_rows(rows)
    return _("It holds {said}.").format(said=said) if said else _("It holds nothing yet.")
