"""What stands where words are typed, the same on the screen, in plain lines and in a shell."""

NOTE = "A note, if you like"
TITLE = "A title, if you like"
LEAVE_BLANK = "leave it blank"
FULL_STOP_ENDS = "A line with only a full stop ends it."
WORDS_TO_LOOK_FOR = "Words to look for"
DRAFT_BACK = "What you had begun is here again."
GONE = "It is not in the journal any more."
