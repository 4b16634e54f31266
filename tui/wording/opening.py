"""Sentences about making a journal and opening it, the same on the screen and in a shell."""

HEADER_MENDED = "One of the two key files was damaged. It is mended now, and nothing was lost."
HEADER_NOT_MENDED = "One of the two key files is damaged and could not be mended. The other one works."

PRIVATE_PLACE = (
    "This is a private place. It stays on this computer and it is locked with your passphrase. "
    "Nobody can see it unless you choose to share something. "
    "If you forget the passphrase, only your recovery words can open this."
)
PASSPHRASE = "Passphrase:"
PASSPHRASE_AGAIN = "The same once more:"
STRENGTH = {
    "short": "Quite short. Four or five ordinary words in a row are stronger. It works as it is.",
    "fair": "A fair passphrase.",
    "strong": "A strong passphrase.",
}
ON_PAPER = "Write them on paper, in this order. They are shown once."
NOT_THAT_WORD = "That is not the word in that place."
WORDS_CONFIRMED = "Thank you. Keep the paper somewhere safe."
LOCKED = "Locked."
