"""What the plain lines say around support lines."""

MORE, MINE, WORRIED, ADVICE = "more", "mine", "worried", "advice"
TOPICS = {"!": "", **{f"! {topic}": topic for topic in (MORE, MINE, WORRIED, ADVICE)}}
"""What can be typed at every question, and what it is about."""
TOPICS_HERE = (
    "“! more” says every line. “! mine” says your own people and plan. "
    "“! worried” is for when you worry about someone else. “! advice” is for money worries and peer groups."
)
MINE_AFTER_UNLOCK = "Your own people and plan are in your journal. “! mine” says them once it is open."
HIDE = "put it out of sight"
SHOW_AGAIN = "show it again"
MOVE = "put it in another place"
CHANGE = "put it in other words"
ERASE = "erase it for good"
WHICH_PLACE = "Which place, from 1? Enter leaves it."
NOT_MOVED = "It stays where it was."
WHAT_WITH_LINE = "What would you like to do with this line?"
