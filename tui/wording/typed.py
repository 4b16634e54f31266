"""What stands where words are typed, the same on the screen, in plain lines and in a shell."""

from tui.language import _

NOTE = _("A note, if you like")
TITLE = _("A title, if you like")
LEAVE_BLANK = _("leave it blank")
FULL_STOP_ENDS = _("A line with only a full stop ends it.")
WORDS_TO_LOOK_FOR = _("Words to look for")
DRAFT_BACK = _("What you had begun is here again.")
GONE = _("It is not in the journal any more.")
