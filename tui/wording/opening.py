"""Sentences about making a journal and opening it, the same on the screen and in a shell."""

from tui.language import _

HEADER_MENDED = _("One of the two key files was damaged. It is mended now, and nothing was lost.")
HEADER_NOT_MENDED = _("One of the two key files is damaged and could not be mended. The other one works.")

PRIVATE_PLACE = _(
    "This is a private place. It stays on this computer and it is locked with your passphrase. "
    "Nobody can see it unless you choose to share something. "
    "If you forget the passphrase, only your recovery words can open this."
)
PASSPHRASE = _("Passphrase:")
PASSPHRASE_AGAIN = _("The same once more:")
STRENGTH = {
    "short": _("Quite short. Four or five ordinary words in a row are stronger. It works as it is."),
    "fair": _("A fair passphrase."),
    "strong": _("A strong passphrase."),
}
ON_PAPER = _("Write them on paper, in this order. They are shown once.")
NOT_THAT_WORD = _("That is not the word in that place.")
WORDS_CONFIRMED = _("Thank you. Keep the paper somewhere safe.")
LOCKED = _("Locked.")
