"""Sentences of a facilitator's screens: Summaries, Group, About me, and what leads to them.

What plain lines and a shell say too stands in `summary`, `safeguarding` and `summary_commands`. Source: domain brief,
sections 12b to 12d.
"""

from collections.abc import Sequence

from tui.language import _
from tui.wording.dates import day_in_words
from tui.wording.facilitating_parts import LABELS
from tui.wording.meeting import NOT_REACHED as NAMES_NOT_REACHED
from tui.wording.summary import PURPOSE, SOMEBODY

FACILITATORS_HOME = _("This home")
"""Above the settings that are about the whole of it."""

# Summaries
SHARED_WITH_YOU = _("Pages that people share with you")
SUMMARIES_EMPTY = _(
    "What people write for you is here for as long as they share it. {begin_invite} invites somebody to a group."
)
SUMMARY_ROW = _("{name} · {purpose} · until {until}")
NEW = _("[new]")
FIRST_STEPS = _("First steps")
DONE, OPEN = "[x]", "[ ]"
STEP_COUNTRY = _("Country: the number to call in danger. {open_summary} here chooses it.")
STEP_ABOUT_ME = _("{write_about_me}  About me: what people read before they share")
STEP_GROUP = _("{begin_group}  A group, by its name")
STEP_INVITE = _("{begin_invite}  Invites, one for each person")
STILL_BLANK = _("Still blank: {parts}")
CLOCK_BACK = _("This computer's clock went back, so nothing is sent. {clock_is_right} when it is right again.")

# One page
FROM = _("From {name}")
MY_ANSWERS = _("What you answered")
NO_ANSWERS = _("{answer_summary} writes a few words that they can read.")
ANSWERED_ON = _("{day}: {text}")
PAGE_GONE = _("This page is not shared any more.")
REPLY_GONE = _("The words you had begun went with it.")
REPLY_TO = _("A few words for {name}")
REPLY_NEEDS_WORDS = _("Type a few words, or leave it with Esc.")
WHERE_TO_PRINT = _("Where shall the page to print go?")
PRINT_LINES = (_("A text file that is not locked. Whoever opens it can read it."), _("Nothing is written over."))
PRINTING = _("Writing it down…")
PRINTED = _("It is written. Please delete it, and the paper, after {until}.")
READS_ON = _("People were told that you read pages on: {days}.")
WHO_I_AM = _("What else they know of you is in About me.")

# Group
NO_GROUP = _("A group you hold will be here. {new_group} begins one.")
GROUPS = _("Groups")
CHOSEN, NOT_CHOSEN = "(•)", "( )"
MEETS_IN = _("You and the members use {place}.")
HAS_CLOSED = _("This group has closed. Nothing goes to anybody any more.")
CLOSES_AFTER = _("This group closes after {day}. {group_goes_on} if it goes on after all.")
HANDED_AFTER = _("{name} holds this group from the day after {day}. {group_goes_on} if you hold it after all.")
AGREED = _("What the group agreed")
AGREED_EMPTY = _("Every part can stay blank. {group_agreement} writes it down.")
NOTES = _("Notes to the group")
NOTES_EMPTY = _("{group_note} writes to everybody in the group, each on their own page.")
INVITES = _("Invites on their way")
INVITES_EMPTY = _("{group_invite} makes an invite for one person. Who has joined is not listed anywhere.")
INVITE_ROW = _("{invite} · {state}")
INVITE_TAKES = _("Enter shows it; {take_back_invite} takes it back.")
NOTE_TO = _("A note to {group}")
NOTE_LINES = (_("Everybody in the group can read it, hours or days from now. If it is urgent, call."),)
NOTE_SAVED = _("Kept. It goes to each of them when cairn next looks there.")
AGREEMENT_LINES = (_("Everybody in the group sees this from the next look on. Every part can stay blank."),)
CHANGE_SAVED = _("Kept. Everybody sees it when cairn has next looked there.")
CLOSE_GROUP = _("Close {group}")
CLOSE_LINES = (
    _("Everybody is told the last day. After it, no page that was shared with you is here any more."),
    _("A last day from tomorrow on, 90 days ahead at most."),
)
HAND_OVER = _("Hand {group} over")
HAND_OVER_LINES = (
    _("Nothing that was shared with you goes to them. Each member joins them anew, or does not."),
    _("Everybody is told the day and the name, and your side ends after that day."),
)
NOTICE_SAVED = _("Kept. Everybody is told when cairn has next looked there.")
NOT_A_NOTICE_DAY = _("A group closes on a day from tomorrow on, 90 days ahead at most.")
NEEDS_A_DAY = _("Nobody was told anything yet. Type the last day first.")
CLOSING_STANDS = _("It was said before: this group closes after {day}. What you say now takes the place of that.")
HANDING_STANDS = _(
    "It was said before: {name} holds this group from the day after {day}. What you say now takes the place of that."
)
GOES_ON = _("The group goes on. Everybody sees that when cairn has next looked there.")
NOTHING_TO_GO_ON = _("No last day was said, so the group goes on anyway.")
FIRST_A_GROUP = _("There is no group yet. {group_key} begins one.")
CLOSED_FOR_GOOD = _("This group has closed, so nothing can be done with it.")
NO_INVITE_HERE = _("No invite is chosen. Arrows move to one.")
WHICH_GROUP = _("To which group?")

# A new group
NEW_GROUP = _("A new group")
NAME_LINES = (_("Those you invite see the name. It stays as it is."),)
NAME_NEEDS_WORDS = _("A group takes a name of one line.")
WHERE_WE_MEET = _("A folder that you and every member can see")
ABOUT_PLACE = _("A shared drive or a synced folder; or relay:https://HOST. What cairn puts there is locked.")
GROUP_MADE = _("The group is there. An invite brings one person in.")
NO_PLACE = _("There is no such folder here, or it takes nothing. No group was made.")

# Inviting to a group
INVITE_TO = _("Invite somebody to {group}")
WHAT_AN_INVITE_IS = _("Twelve words for one person. Who they are is not kept here until they share a page.")
NO_CARD_YET = _("Nobody can share with you yet: About me does not say when you would tell others.")
INVITE_OVER = _("These words do nothing any more. On Group, {group_invite} makes a new invite.")
MATCHED = _(
    "Thank you. Once both of you have said so, they see who you are. They can share a page with you if they choose."
)
"""Said by the screen, by plain lines and to a shell."""
WHO_JOINS = _("whoever joins")
"""In place of a name, which is not known."""
TAKE_BACK = _("Take this invite back?")

# About me
AS_SEEN = _("What members see before they share")
CARD_EMPTY = _("What people read of you before they share is empty so far. {change_about_me} begins.")
NOT_SEEN_YET = _(
    "Members see none of this yet: first write when your organisation would tell others. {change_about_me} opens it."
)
CARD_LINES = (_("Everybody in your groups sees this from the next meeting on."),)
CARD_SAVED = _("Kept. Everybody in your groups sees it when cairn has next looked there.")


def summary_row(name: str | None, until: str) -> str:
    """One page on the list: by whom, for what, until when. Nothing more is known."""
    return SUMMARY_ROW.format(name=name or SOMEBODY, purpose=PURPOSE, until=day_in_words(until))


def still_blank(names: Sequence[str]) -> str:
    """What of the role card has no words yet."""
    return STILL_BLANK.format(parts="; ".join(LABELS["role_card"][name].rstrip("?") for name in names))


def notice_standing(closes_on: str | None, handed_to: str | None) -> list[str]:
    """What the group was told of its end before, and that a new notice takes its place; nothing where it was not.

    `closes_on`: local calendar day, ISO 8601. `handed_to`: who holds the group next, by name. Plain lines say it too.
    """
    if closes_on is None:
        return []
    stands = HANDING_STANDS if handed_to else CLOSING_STANDS
    return [stands.format(name=handed_to, day=day_in_words(closes_on))]


def what_they_know(reads_on: str | None) -> str:
    """What a page is to be read with in mind: what its writer was told. `reads_on`: as the role card has it."""
    return " ".join([*([READS_ON.format(days=reads_on)] if reads_on else []), WHO_I_AM])


def not_reached(groups: Sequence[str]) -> str:
    """Places that could not be reached, by the groups that use them; never how many people."""
    return NAMES_NOT_REACHED.format(names=", ".join(dict.fromkeys(groups)))
