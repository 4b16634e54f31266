"""Sentences of the screens on which two people meet: invite, join, compare, end, meet again.

What a shell says too stands in `together`. Source: domain brief, sections 9 and 11; security brief, c.
"""

from collections.abc import Sequence

from tui.language import _, _n
from tui.wording import together
from tui.wording.dates import clock_of, weekday_and_day

# How one stands with a partner
MEET_IN = _("You both use {place}.")
NEXT_BY_NAME = _(
    "Here by name alone. {invite_partner} invites them to share; {join_partner} takes twelve words of theirs."
)
NEXT_INVITED = _("{invite_partner} shows the twelve words again, until somebody has answered.")
NEXT_JOINED = _("It is on its way. The four words come when their cairn has looked.")
NEXT_TO_COMPARE = _("{compare_words} shows the four words, to compare with them.")
NEXT_MATCHED = _("You have said that the words match. Their word is not here yet.")
ENDS_IT = _("{end_with} ends it, at any time.")
NEXT_ENDING = _("Their cairn is told at the next look.")
NEXT_AGAIN = _("To meet again: {invite_partner} makes new words; {join_partner} takes new words of theirs.")
CONNECTED_ALREADY = _("You are connected with {name} already. {end_with} ends it.")

INVITE_OR_JOIN = _("Where both of you have cairn, you can share a goal: {invite_peer} invites, {join_peer} joins.")

# Inviting
INVITE = _("Invite a partner")
INVITE_AGAIN = _("Meet {name} again")
INVITE_NAMED = _("Invite {name}")
WHAT_INVITING_IS = _("You get twelve words to give to one person. Nothing of yours is shared by this.")
WHICH_FOLDER = _("A folder that both of you can see")
FOLDER_HINT = _("~/Shared with Sam")
ABOUT_FOLDER = _("A synced folder, a shared drive, a stick; or relay:https://HOST. What cairn puts there is locked.")
WHICH_NAME = _("The name they are to see, if you like")
ABOUT_NAME = _("They see it once both of you have said that the four words match.")
HOW_LONG = _("How long they have to answer")
LASTING = ((24, _("a day")), (72, _("three days")), (168, _("a week")))
"""Hours, and how they are said."""
MAKING = _("One moment…")
NO_FOLDER = _("There is no such folder here, or nothing can be put into it. Nothing was made.")
TWELVE_WORDS = _("Twelve words for one person, once")
SAY_THEM = _("Say them, or give them on paper. A message can be read by others.")
THEY_ALSO_NEED = _("They also need the place: {place}")
PICTURE_NEEDS_ROOM = _("There is no room for the picture. Make the window larger, or use the words: they are enough.")
ANSWERED = _("They have answered. Enter shows the four words to compare.")
WORDS_OVER = _("These words do nothing any more. To meet again, make new ones on the page of the partner.")
NO_PICTURE = _("A picture of the words needs one more part of cairn, called qr. The words alone are enough.")

# Joining
JOIN = _("Join with twelve words")
JOIN_NAMED = _("Join {name}")
SAME_FOLDER = _("The folder that both of you can see")
THE_TWELVE = _("The twelve words")
MET_BEFORE = _("Have you met them here before? Then join from their own page, so that they stay one person.")
TYPE_THEM = _("Any case, any spaces. Nothing is joined yet.")
NEEDS_TWELVE = _("Type the twelve words of the invite.")
LOOKING = _("Looking for the invite…")
JOINED_BY_ENTER = _("Enter joins. Esc leaves it, and nothing has happened.")

# Comparing
FOUR_WORDS = _("Four words to compare with {name}")
THEY_MATCH = _("They match")
THEY_DIFFER = _("They differ")
LATER = _("Later")
NOT_HERE_YET = _("The words are not here yet. cairn looks for them while it is open, and shows them here.")
BY_NAME_ALONE = _(
    "They are here by name alone, so there are no words yet. {invite_partner} on their page invites them."
)
WHAT_MATCH_MEANS = _("The same four on both sides: nobody stands between you.")

# Ending
END_WITH = _("End it with {name}?")
TAKE_BACK = _("Take back the invite for {name}?")
END_IT = _("End it")
TAKE_IT_BACK = _("Take it back")
LEAVE_IT = _("Leave it as it is")
ENDING_SAYS = (
    _("Nothing goes to them any more. Their cairn is asked to delete what you shared."),
    _("What they have read they may remember, or have copied. No reason is needed."),
)
TAKING_BACK_SAYS = (_("The words do nothing from then on. A new invite has new words."),)
TAKEN_BACK = _("It is taken back. Those words do nothing any more.")
NOTHING_TO_END = _("There is nothing to end. They are here by name alone.")
STARTED_AGAIN = _("Kept. cairn goes on by the clock of this computer.")

# While the screen is open
MET_AT = _("Last looked at {time}.")
NOT_REACHED = _("The place you use with {names} cannot be reached now. Nothing is lost; cairn tries again.")
CLOCK_BACK = _("This computer's clock went back, so nothing is sent to {names}. {clock_right} when it is right again.")

# Today
SHARED_WITH_SEVERAL = _("{first} and {last}")
MOST_NAMES = 3


def called(name: str, again: bool) -> str:
    """The head of an invite for somebody who is there by name."""
    return (INVITE_AGAIN if again else INVITE_NAMED).format(name=name)


def moment(at: str) -> str:
    """An instant, local, as `Sun 15 Mar 2026, 09:30`."""
    return f"{weekday_and_day(at[:10])}, {clock_of(at)}"


def reasons(why: str | None, name: str) -> str:
    """Why it was broken off or has ended; empty where there is nothing to say."""
    return together.WHY_BROKEN.get(why or "", "").format(name=name)


def shared_today(goals: int, names: Sequence[str]) -> str:
    """Where sharing stands: how many goals somebody sees, and who.

    Args:
        goals: how many different ones, at least 1.
        names: with whom, each once.
    """
    several = _n("Shared: 1 goal with {names}", "Shared: {count} goals with {names}", goals)
    return several.format(count=goals, names=names_of(names))


def names_of(names: Sequence[str]) -> str:
    """Several names as they are said; of many, how many."""
    if len(names) > MOST_NAMES:
        return _n("one person", "{count} people", len(names)).format(count=len(names))
    if len(names) < 2:
        return "".join(names)
    return SHARED_WITH_SEVERAL.format(first=", ".join(names[:-1]), last=names[-1])
