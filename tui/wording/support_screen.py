"""What stands around Support now on the screen."""

from tui.language import _

KEYS_FIRST = (("1-6", _("open")), (_("Esc"), _("back")), ("C", _("country")))
KEY_MORE = ("M", _("more"))
KEYS_INSIDE = ((_("Esc"), _("first lines")), ("↑↓", _("scroll")))
KEY_ARRANGE = ("E", _("my lines"))
CLOSES = ("F2", _("close"))
READING = _("One moment.")
NO_JOURNAL = _("Once you have a journal, your own people and plan are here.")
MINE_AFTER_UNLOCK = _("Your passphrase opens your own people and plan. They come up at once.")
