"""Sentences of the page that somebody in a group writes for its facilitator, and of the facilitator's page in Peers.

Source: domain brief, sections 11 and 12.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.language import _
from tui.wording import meeting, summary
from tui.wording.dates import day_and_whole_month, day_in_words

if TYPE_CHECKING:
    from sync.protocol.summary import Closing

# Joining
WHAT_A_FACILITATOR_SEES = _(
    "A facilitator holds a group. They see the page that you choose to write for them, and nothing else of yours."
)
ABOUT_NAME = _("They see it on a page that you share with them, while you share it, and nowhere else.")

# The facilitator's page in Peers
FACILITATOR = _("facilitator")
FACILITATOR_OF = _("facilitator of {group}")
ENDS_IT = _("{end_with_facilitator} ends it with them, at any time.")
NEXT_TO_COMPARE = _("{compare_with_facilitator} shows four words, to compare with them.")
MEET_AGAIN = _("To meet again, ask them for twelve new words. {join_facilitator} takes those.")
NEXT = {
    "meeting": meeting.NEXT_JOINED,
    "to_compare": NEXT_TO_COMPARE,
    "matched": meeting.NEXT_MATCHED,
    "ending": MEET_AGAIN,
    "ended": MEET_AGAIN,
    "broken": MEET_AGAIN,
}
"""What can be done now, by how one stands with somebody one is not connected with."""
NO_CARD_YET = _("Their words about themselves have not come yet. Nothing can be shared before that.")
GROUP_AGREED = _("What the group agreed")
NEW_INVITE = _("To share something with them you need a new invite of theirs.")
WORDS = _("Notes and replies")
WORDS_EMPTY = _("Notes to the group, and replies to your page, will be here.")
WORDS_OF = _("Notes and replies of {name}")
NO_PAGE_SHARED = _("You share no page with {name} at the moment.")
OPENS_PAGE = _("{open_my_page} opens your page for {name}.")

# The page
STAYS_HERE = _("All of it can stay blank. It stays here until you have seen what would go and have said yes.")
EMPTY = _("Nothing is written here yet. {write_my_page} begins.")
NOBODY_SEES = _("{name} sees nothing of it. It stays here until you say yes.")
SEES_UNTIL = _("{name} sees a page of yours until {until}.")
IS_PAUSED = _("Paused. {name} sees nothing of it at the moment.")
ENDS_THEN = _("It ends by itself then. A new yes lets it go on.")
WHAT_CAN_BE_DONE = _(
    "{goals_on_my_page} chooses goals. {look_back_on_my_page} offers sentences of your look back. {look_at_my_page} "
    "shows what would go."
)
SAVED = _("Saved. It stays here, and nothing has left.")

# Goals on it
WHICH_GOALS = _("Which goals may stand on the page?")
PARTS_OF_GOAL = _("What of this goal: {title}")
NOTHING_TICKED = _("Nothing goes that you do not choose. What you choose stays here until you say yes.")
NO_GOALS = _("There are no goals in your journal yet, which is fine.")
NO_GOAL_CHOSEN = _("No goal is chosen yet.")
GOALS_KEPT = _("Kept for the page. It stays here for now.")

# Sentences of the look back
WHICH_SENTENCES = _("Which of these may stand on the page?")
NO_SENTENCES = _("There is nothing to offer yet: a few more notes of yours are needed for it.")
NO_SENTENCE_CHOSEN = _("No sentence is chosen yet.")
IN_YOUR_WORDS = _("Change them as you like, one a line. What you take out does not go.")

# A look, then a yes
FIRST_READ = _("Before you share anything, this is what {name} says of themselves.")
CARD_CHANGED = _("These words have changed just now. Here they are as they stand.")
CLOSED_THEN = _("This group ends then, and so does the page.")
UNTIL_WHEN = _("Until which day may they see it?")
SHOWN_ROW = _("This is the day you were shown it. Their page in Peers has it as it is now.")

# On other screens
ON_PAGE = _("On your page for {name} until {until}")
DELETING_ENDS_PAGE = _(
    "This stands on your page for {names}. Deleting it ends that page at the next look. Undo does not share it again."
)
PAGE_ENDS_TOO = _("The page you share with {name} ends with it.")
ERASING_ENDS = _("You are connected with {name}. Erasing them ends that for good, and {name} is told so.")
ERASING_STOPS = _("This is shared with {names}. Erasing it stops that at the next look.")
ERASE_THIS = _("Go on to erasing it?")
ERASE_OR_NOT = (_("Go on"), meeting.LEAVE_IT)
A_PAGE = _("a page with {names}")
ONLY_A_PAGE = _("Shared: a page with {names}")


def standing(group: str | None) -> str:
    """What somebody is who holds a group."""
    return FACILITATOR_OF.format(group=group) if group else FACILITATOR


def closing_told(closing: "Closing | None") -> str:
    """That a group closes or who holds it next, and what that means for what was shared; nothing while it goes on."""
    if closing is None:
        return ""
    return "\n".join([*summary.closing_in_words(closing), *([NEW_INVITE] if closing.handed_to else [])])


def sees_until(name: str, until: str, *, is_paused: bool) -> str:
    """How the page stands that was said yes to. `until`: local calendar day."""
    return IS_PAUSED.format(name=name) if is_paused else SEES_UNTIL.format(name=name, until=day_in_words(until))


def on_page(name: str, until: str) -> str:
    """That a goal stands on a page. `until`: local calendar day."""
    return ON_PAGE.format(name=name, until=day_and_whole_month(until))


def shared_today(goals: int, names: Sequence[str], facilitators: Sequence[str]) -> str:
    """Where sharing stands: goals and with whom, then pages and for whom. At least one of the two is there."""
    if not facilitators:
        return meeting.shared_today(goals, names)
    with_them = meeting.names_of(facilitators)
    if not goals:
        return ONLY_A_PAGE.format(names=with_them)
    return f"{meeting.shared_today(goals, names)}, {A_PAGE.format(names=with_them)}"
