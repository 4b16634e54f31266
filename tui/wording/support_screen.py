"""What stands around Support now on the screen."""

KEYS_FIRST = (("1-6", "open"), ("Esc", "back"), ("C", "country"))
KEY_MORE = ("M", "more")
KEYS_INSIDE = (("Esc", "first lines"), ("↑↓", "scroll"))
KEY_ARRANGE = ("E", "my lines")
CLOSES = ("F2", "close")
READING = "One moment."
NO_JOURNAL = "Once you have a journal, your own people and plan are here."
MINE_AFTER_UNLOCK = "Your passphrase opens your own people and plan. They come up at once."
CLOSE_FIRST = "Close what is open here first. Then F3 leads there by name."
