"""What the screens of sharing say beside `together`. Source: domain brief, sections 9, 11 and 12a."""

from collections.abc import Sequence

from tui.language import _
from tui.wording import together

# From an open goal
SHARE_WITH_WHOM = _("Share with whom?")
SHARE_WITH = _("Share with {name}")
NOBODY_CONNECTED = _(
    "Nobody is connected with you yet. Somebody's page in Peers has the way to invite them. Until then you can show "
    "this in person: {in_person}."
)
SHARED_NOW = _("Shared with {name} until {until}. A new yes takes the place of the one before.")
CHOICES = (_("the title"), _("the title and the next step"), _("choose the parts"))
"""What stands under the digits 1 to 3."""
CHOOSE_PARTS = _("Nothing else of this goal goes. A part that is blank cannot go.")
NO_PART_CHOSEN = _("No part is chosen yet.")
PART_NAMES = {
    "title": _("the title"),
    "why_it_matters": _("what makes it matter"),
    "status": _("where it stands"),
    "next_step": _("the next step"),
    "how_id_like_support": _("how you would like support"),
}
OTHER_WORDS_ASK = _("Where you change words of it later, cairn asks you first.")
STATUS_GOES_ALONG = _("Where it stands goes along by itself when it changes.")
STEP_GOES_ALONG = _("That this step is done, or not, goes along by itself.")
UNTIL_WHEN = _("Until which day?")
ANOTHER_DAY = _("another day")
WHICH_DAY = _("Which day is the last one? A day is like 2026-03-01.")

# New words of what is shared
SEES_THIS = _("{name} sees this line.")
SEES_NOW = _("{name} sees now:")
NEW_WORDS = _("The new words:")
NOTHING_NEW = _("No new words wait here.")
NEW_WORDS_SENT = _("The new words go when cairn next looks there.")
NEW_WORDS_HERE = _("{name} sees your earlier words. {look_at_new_words} shows both.")
"""On the page of a goal."""
NEW_WORDS_WAIT = _("{name} sees your earlier words.")

ENDS_SOON = _("It ends by itself in a few days. {share_again} asks about it anew.")
"""In the list."""
ENDS_THEN = _("It ends by itself then. {share_goal} asks about it anew.")
"""On the page of its goal."""

# On the page of a goal
IS_SHARED = _("Shared with {name} until {until}")
IS_PAUSED = _("Sharing with {name} is paused")

# The list
SHARES = _("What is shared")
SHARES_EMPTY = _("You share nothing. On the page of a goal, {share_goal} shares chosen parts of it with one person.")
OVER = _("No longer shared")
WITH_UNTIL = _("with {name}, {state}, until {until}")
WITH = _("with {name}, {state}")
SINCE_UNTIL = _("Since {since}, until {until}.")
PAUSES_ALL = _(
    "{pause_all_shares} pauses everything, with everybody: what is shared, your name, your line for the next time, your "
    "part of what you agreed, and words on their way. One thing stays on their page: that you are connected."
)
GOAL_GONE = _("That goal is not in the journal any more.")
NOT_LIVE = _("This is not shared any more. {share_again} asks about it anew.")

# See exactly what they see
SEEN_EXACTLY = _("What {name} sees of this")
SEES_NOTHING = _("{name} sees nothing of this.")
MAY_STILL_SHOW = _("{name}'s cairn may still show:")
SAID_YES_TO_THIS = _("What you said yes to, in these words")

# What I said yes to
SAID_YES_TO = _("What I said yes to")
SAID_YES_TO_EMPTY = _("Nothing yet. Every yes, pause and stop will be here, for as long as you keep this journal.")
YES_GONE = _("The words of this are not kept any more.")

# Between the two
BETWEEN = _("{name} and you")
WHOSE = _("Words between you and whom?")
THEY_SHARE = _("What {name} shares with you")
NOTHING_FROM_THEM = _("Nothing at the moment.")
UNTIL_DAY = _("until {until}")
NEXT_TIME = _("Next time we meet")
OF_MINE = _("You: {text}")
OF_THEIRS = _("{name}: {text}")
NEXT_TIME_EMPTY = _("{next_time} writes a line for it. {name} sees yours, and you see theirs.")
NEXT_TIME_ASKED = _("Next time we meet, I would like…")
NEXT_TIME_SAVED = together.ENCOURAGED
NEXT_TIME_GONE = _("The line leaves your page when cairn next looks there.")
MESSAGES = _("Words between you")
MESSAGES_EMPTY = _("{write_to_them} writes a few words to {name}.")
WORDS_FOR = _("A few words for {name}")
WORDS_ABOUT = _("A few words for {name}, about: {title}")
YOU = _("You")
ABOUT = _("about {title}")
KEPT_WORDS = _("Kept. On a hard day these words are there.")
NOT_KEPT_WORDS = _("Not kept any more.")
THEIR_WORDS_ALONE = _("Words that came to you can be kept. Stand at some of them.")
WORDS_PAUSED = _("Your name and your words to {name} are paused. They go on with the next words you write to them.")
NOT_CONNECTED = _("You are not connected at the moment, so nothing can be sent. What came stays here.")

# The agreement, side by side
SIDE_BY_SIDE = _("What you and {name} agreed")
MY_PART = _("You")
BLANK = "…"
SAYS_YES = _("{name} says yes to your part as it is now.")
SAYS_NO_YES_YET = _("{name} has not said yes to your part as it is now, and does not have to.")
SAID_YES = _("You say yes to {name}'s part as it is now.")
YES_IF_YOU_LIKE = _("If {name}'s part is right for you, {yes_to_theirs} says yes to it.")
NOTHING_OF_THEIRS = _("{name} has not written a part yet.")
SEES_MY_PART = _("{name} sees your part of it after the next look.")
SEES_MY_PART_THEN = _("{name} sees your part of it once you are connected.")
PART_WAITS = _("{name} does not see your part of what you agreed as it is here.")
SEND_PART = _("{send_my_part} sends it.")
SEND_PART_ASKED = _("Send it as it is here?")
PART_SENT = _("Your part goes when cairn next looks there.")
PART_SENT_THEN = _("Your part goes once you are connected.")
NO_PART_WAITS = _("Nothing of your part waits here.")
MINE_CHANGED = _("Your part has other words now. Look at it again.")
THEIRS_CHANGED = _("Their part has other words now. Look at it again, and say yes if you like.")
YES_SAID = _("Your yes goes when cairn next looks there.")

# Before something is deleted
DELETE_THIS = _("Delete it all the same?")
DELETE_OR_NOT = (_("Delete it"), _("Leave it as it is"))
DELETING_STOPS = _(
    "This is shared with {names}. Deleting it stops that at the next look. Undo brings it back to you, and does not "
    "share it again."
)
DELETING_ENDS = _(
    "You are connected with {name}. Deleting them ends that at the next look, and {name} is told so. From then on "
    "undo brings back the name alone; with twelve new words you can meet again."
)
DELETING_TAKES_BACK = _(
    "An invite between you and {name} is on its way. Deleting them breaks it off at the next look. From then on undo "
    "brings back the name alone; a new invite has new words."
)
LEFT_AS_IT_IS = _("It stays as it is.")

# On Peers
SHARING = _("Sharing")
SHARED_WITH = _("Shared with {name}: {title}")
PAUSED_WITH = _("Paused with {name}: {title}")
THEY_SHARE_HERE = _("{name} shares: {titles}")


def goes_along(parts: Sequence[str]) -> str:
    """What travels by itself afterwards, of what is about to be shared, and what does not."""
    along = {"status": STATUS_GOES_ALONG, "next_step": STEP_GOES_ALONG}
    return " ".join([*(along[part] for part in parts if part in along), OTHER_WORDS_ASK])
