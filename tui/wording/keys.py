"""Sentences about what opens the journal: passphrase, recovery words, a new key. Said in all three ways."""

from tui.language import _

PASSPHRASE_NOW = _("Your passphrase as it is now:")
NEW_PASSPHRASE = _("A new passphrase:")
PASSPHRASE_CHANGED = _("Your new passphrase opens the journal from now on. The old one does not.")
STILL_OPENS = _("Copies that you keep elsewhere still open as before. So do safety copies from before a new key.")
NOT_CHANGED = _("Nothing was changed. Your passphrase is the one you had.")
NOT_THE_SAME = _("The two were not the same, so nothing was changed.")

AFTER_WORDS = _("Your recovery words opened it. You can choose a new passphrase now, or leave it as it is.")

WORDS_COUNT = _("These words open your journal from now on. The ones before do not.")
WORDS_DO_NOT_COUNT = _("The new words do not count. The ones you had still do.")
WORDS_NOT_WRITTEN = _(
    "The new words could not be written to that file, so they do not count. The ones you had still do."
)
WORDS_NEED = _("New recovery words are shown on a terminal, or go to --recovery-out FILE or to standard output with -.")
CHECK_WORDS = _("Your fifteen recovery words. The first four letters of each are enough:")
WORDS_OPEN = _("These words open your journal. Keep them where you found them.")
YEARLY = _("Do you still have your recovery words? You can check them now, or leave it for another year.")

ROTATE_WHY = _(
    "Your journal gets a new key and new recovery words. Your old printed words stop working. "
    "Your passphrase stays as it is."
)
ROTATED = _("Your journal has a new key. Your old printed words do not open it any more.")
OLD_COPIES = _("The safety copies from before still open with the passphrase and the words of then.")
OLD_COPIES_GONE = _("The safety copies from before are deleted, and a new one was made.")
OLD_COPIES_GONE_AND_NO_NEW = _("The safety copies from before are deleted. There was no room for a new one.")
KEY_IN_USE = _("Other windows of cairn will ask for your passphrase once more.")


def kept_beside(path: str) -> str:
    return _("A journal that was kept when you put back a backup opens with what opened it then: {path}").format(
        path=path
    )
