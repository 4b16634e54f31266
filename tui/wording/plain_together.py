"""What plain lines say of meeting somebody and of sharing, beside `together`, `meeting` and `sharing`."""

from tui.language import _
from tui.wording.plain import Named

# On the list of peers
INVITE = Named(_("invite"), _("twelve words for one person, to share with them"))
JOIN = Named(_("join"), _("type in the twelve words of an invite"))
MEET = Named(_("meet"), _("look at the places you both use, once"))
SHARED = Named(_("shared"), _("what is shared, with whom and until when"))
PAUSE_ALL = Named(_("pause all"), _("of yours nothing stays on any page, but that you are connected"))
SAID_YES_TO = Named(_("said yes to"), _("every yes, pause and stop"))
MESSAGES = Named(_("messages"), _("what a partner shares, and words between you"))

# On a partner's page
COMPARE = Named(_("compare"), _("four words, to be sure that it is them"))
END = Named(_("end"), _("end it with them, or take an invite back"))

# On a goal
SHARE = Named(_("share"), _("chosen parts, with one partner"))
NEW_WORDS = Named(_("new words"), _("send the words as they are now"))

# On what is shared
PAUSE = Named(_("pause"), _("it stays here for a while, or goes on"))
STOP = Named(_("stop"), _("from now on it stays here"))

# Between two people
WRITE_TO_THEM = Named(_("write"), _("a few words to them"))
KEEP_WORDS = Named(_("keep"), _("some of their words for a hard day, or not any more"))
NEXT_TIME = Named(_("next time"), _("a line for the next time you meet"))
YES_TO_THEIRS = Named(_("yes to theirs"), _("say yes to their part of what you agreed"))

# Inviting, joining, comparing
WHICH_FOLDER = _("Which folder can both of you see? Its whole path, or relay:https://HOST. Enter leaves it.")
WHAT_NAME = _("Which name are they to see, once both have said that the four words match? Enter sends none.")
WHAT_WORDS = _("The twelve words, on one line. Nothing is joined yet. Enter leaves it.")
JOIN_IT = _("Join?")
NOT_JOINED = _("Nothing was joined.")
WORDS_AGAIN = _("Nobody has answered yet. These are the words:")
CONNECTED_ALREADY = _("You are connected with {name} already. “end” ends it.")
NO_WORDS_YET = _("The four words are not here yet. “compare” looks again.")
DO_THEY_MATCH = _("Are they the same on both sides?")
NOBODY_TO_MEET = _("There is nobody to meet yet. “invite” begins.")
CLOCK_IS_RIGHT = _("Is the clock of this computer right now?")
BY_NAME_ALONE = _("Here by name alone. “invite” invites them to share.")

MEET_AGAIN = _("To meet again: “invite” makes new words; “join” takes new words of theirs.")

# Sharing
NOBODY_CONNECTED = _(
    "Nobody is connected with you yet. “invite” in Peers begins. Until then “show” is for someone here."
)
YES_SHARES = _("“yes” shares it. “until” chooses another day. Enter keeps it private.")
UNTIL = _("until")
YES_SENDS = _("“yes” sends the new words. Enter keeps them here.")
MEET_LOOKS = _("“meet” in Peers looks now.")
NOTHING_SHARED = _("You share nothing. “share” on the page of a goal shares chosen parts of it with one person.")
ABOUT_WHAT = _("About something one of you shares? Enter: about nothing of it.")
WHICH_LETTER = _("Which of their words?")
NO_LETTERS = _("There are no words between you yet. “write” writes some.")
NO_NEXT_TIME = _("Neither of you has a line for the next time yet.")
NEXT_TIME_LINE = _("Next time we meet, I would like… Enter leaves it as it is. “clear” takes the line away.")
SAY_YES_TO_IT = _("Say yes to it as it is now?")
