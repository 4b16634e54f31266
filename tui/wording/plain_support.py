"""What the plain lines say around support lines."""

from tui.language import _

MORE, MINE, WORRIED, ADVICE = "more", "mine", "worried", "advice"
TOPICS = {"!": "", **{f"! {topic}": topic for topic in (MORE, MINE, WORRIED, ADVICE)}}
"""What can be typed at every question, and what it is about."""
TOPICS_HERE = _(
    "“! more” says every line. “! mine” says your own people and plan. "
    "“! worried” is for when you worry about someone else. “! advice” is for money worries and peer groups."
)
TOPICS_WITHOUT_MINE = _(
    "“! more” says every line. “! worried” is for when you worry about someone else. “! advice” is for money worries and "
    "peer groups."
)
"""In a facilitator's home, which has no people and no plan."""
MINE_AFTER_UNLOCK = _("Your own people and plan are in your journal. “! mine” says them once it is open.")
HIDE = _("put it out of sight")
SHOW_AGAIN = _("show it again")
MOVE = _("put it in another place")
CHANGE = _("put it in other words")
ERASE = _("erase it for good")
WHICH_PLACE = _("Which place, from 1? Enter leaves it.")
NOT_MOVED = _("It stays where it was.")
WHAT_WITH_LINE = _("What would you like to do with this line?")
