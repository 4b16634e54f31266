"""What plain lines say of a group: in a facilitator's own home, and in the journal of somebody who is in the group.

What the screen and the commands say too stands in `summary`, `facilitating_parts` and `safeguarding`.
"""

from tui.language import _
from tui.wording.dates import day_in_words
from tui.wording.facilitating_parts import LABELS
from tui.wording.plain import Named
from tui.wording.summary import PURPOSE, SOMEBODY

# A facilitator's first list

SUMMARIES = Named(_("summaries"), _("pages that people chose to write for you"))
GROUPS = Named(_("group"), _("your groups: begin one, invite, agree, write to them"))
ABOUT_ME = Named(_("about me"), _("what the people in your groups see of you"))
LOOK_IN = Named(_("meet"), _("look at the places you use, once"))
SETTINGS = Named(_("settings"), _("look, keys, how soon it locks"))

# On a page that somebody wrote

REPLY = Named(_("reply"), _("a few words that they can read"))
PRINT = Named(_("print"), _("a file to print, where they allowed it"))

# On a group

INVITE = Named(_("invite"), _("twelve words for one person, to join this group"))
COMPARE = Named(_("compare"), _("the words of an invite that is on its way"))
TAKE_BACK = Named(_("take back"), _("an invite that is on its way"))
AGREEMENT = Named(_("agreement"), _("what the group agreed"))
NOTE = Named(_("note"), _("a few words to everybody in the group"))
NOTES = Named(_("notes"), _("what you wrote to the group"))
CLOSE = Named(_("close"), _("say when the group ends"))
HAND_OVER = Named(_("hand over"), _("say who holds it next"))
GO_ON = Named(_("go on"), _("the group does not end after all"))
NEW_GROUP = Named(_("new"), _("begin a group"))

# On the role card

WRITE_CARD = Named(_("write"), _("every part, one after the other"))

# In a person's own journal

MY_PAGE = Named(_("my page"), _("a page for who holds your group; nothing goes without a yes"))
MY_GROUP = Named(_("my group"), _("who holds it, what was agreed, notes to you"))
DELETE_PAGE = Named(_("delete page"), _("out of sight, and not shared any more; undo does not share it again"))
ERASE_PAGE = Named(_("erase page"), _("the same, for good"))
SHARE_PAGE = Named(_("share"), _("see exactly what would go; then a yes, or not"))
WHO_THEY_ARE = Named(_("who they are"), _("what they say of themselves"))
THEIR_NOTES = Named(_("notes"), _("their words, to the group and to you"))

# The first lines of a visit there

YOUR_HOME = _("This is where you hold your groups. Your own journal is elsewhere.")
STILL_TO_WRITE = _("Still to write in “about me”: {parts}.")
LIMITS_FIRST = _("Before you write when you would have to tell others, nobody can send you a page.")
NO_GROUP_YET = _("You have no group yet. “group” begins one.")
NO_COUNTRY_YET = _("No country is chosen yet for the number to call in danger. “country” chooses it.")
PAGE_TO_READ = _("There is a page you have not read. “summaries” has it.")
CANNOT_GO_ON = _("What this was for is not here any more.")

# Pages that people wrote

NO_SUMMARIES = _("Pages that people choose to write for you will be here, for as long as they share them.")
ROW = _("{name}. For: {purpose}. Until {until}.")
NEW_MARK = _("[new]")
YOUR_REPLIES = _("What you wrote back:")
REPLY_TO = _("A few words for {name}:")
REPLIED = _("They can read it once both of you have looked.")
WHERE_PRINTED = _("Where shall it go? A file that is not there yet. It is not locked. Enter leaves it.")

# Groups that are held

NO_GROUPS = _("Your groups will be here. “new” begins one.")
CLOSED = _("[closed]")
CLOSES = _("[ends {day}]")
GROUP_MADE = _("The group is there. “invite” brings people in, one by one.")
NOT_MADE = _("No group was made.")
NO_AGREEMENT = _("Nothing is written down yet of what the group agreed.")
AGREED = _("What the group agreed:")
AGREEMENT_SAVED = _("Kept. Everybody in the group sees it once both of you have looked.")
WHAT_AN_INVITE_IS = _("You get twelve words to give to one person. Who they are is not kept here.")
WHICH_INVITE = _("Which invite?")
NO_INVITES = _("No invite to this group is on its way.")
THEIR_WORD = _("You have said that the words match. Their word comes when their cairn has looked.")
NOTE_SENT = _("Kept. It goes to everybody in the group, one by one, when cairn next looks there.")
NO_NOTES = _("You have not written to this group yet.")
CLOSING_SAYS = _("Everybody in the group reads this from the next look on:")
LAST_DAY_USUAL = _("Enter alone: in {days} days.")
LAST_DAY_IS = _("The last day is 1 to {most} days from today.")
AFTER_IT = _("After that day no page of this group is with you any more.")
ANEW = _("Whoever holds it next sees nothing that was shared with you. Each person joins them anew, or does not.")
SAY_SO = _("Say so to the group?")
CLOSING_SAID = _("Said. “go on” takes it back, up to the last day.")
NOT_SAID = _("Nothing was said to the group.")
GOES_ON = _("The group goes on.")
NOTHING_CLOSES = _("No end of this group was said.")

# The role card

NO_CARD = _("Nobody sees anything of you yet. “write” begins.")
CARD_SAVED = _("Kept. Your groups see it once both of you have looked.")
CARD_CHANGES = _("Where you change it, people see it again before their next yes.")

# Of somebody in a group

NO_GROUP = _("You are in no group here yet. “join” takes the twelve words of an invite.")
WHICH_FACILITATOR = _("Which of them?")
HOLDS = _("{name} holds your group, {group}.")
NO_CARD_YET = _(
    "They have not said yet who they are, and when they would tell others. You cannot send anything before."
)
SEES_NO_PAGE = _("{name} sees no page of yours.")
SEES_PAGE = _("{name} sees the page you said yes to, until {until}.")
PAGE_PAUSED = _("Your page for {name} is paused.")
CHANGED_HERE = _("It has other words here now. They wait for a yes.")
NO_PAGE = _("You have written no page for {name} yet.")
NO_WORDS_YET = _("There are no words from them yet.")
NOTHING_AGREED = _("The group has not written down what it agreed.")
WHAT_IT_IS = _("A page for {name}. Every part can stay blank. Nothing goes before you say yes.")
ANYTHING_ELSE = _("Anything else on it? Enter goes on without.")
ANYTHING_MORE = _("Another part? “list” says them again. Enter goes on.")
PAGE_KEPT = _("Your page is kept here. Nothing was sent.")
NO_GOALS = _("There are no goals to choose from.")
WHICH_GOALS = _("Which goals? None is chosen for you.")
ON_IT_NOW = _("On the page now: {goals}.")
NO_GOAL = _("none of them any more")
GOALS_PART = LABELS["summary"]["goals"]
WHICH_PARTS = _("Which parts of “{title}”? Nothing else of it goes. Enter leaves this goal out.")
NOTHING_TO_OFFER = _("There are too few notes for a sentence from your look back.")
IN_OTHER_WORDS_ASK = _("Put it in your own words, on one line.")
TAKE_IT = _("Put it on the page?")
STAYS_ON_IT = _("Leave it on the page?")
IN_OTHER_WORDS = _("in other words")
READ_ON = _("Enter once you have read it.")
READ_BEFORE = _("Before you share anything with {name}, this is what they say of themselves.")
YES_OR_NOT = _("“yes” shares it. “until” chooses another last day. Enter keeps it here.")
PAGE_SHARED = _("Shared until {until}. A change of yours waits here for a yes.")
NOT_CONNECTED = _("You are not connected yet, so nothing can be sent. Your page stays here.")
ALREADY_SEEN = _("{name} sees this page already. A new yes begins the days anew.")


def still_to_write(names: "tuple[str, ...]") -> list[str]:
    """What of a role card has no words yet, each by what asks for it; nothing where all is there."""
    if not names:
        return []
    asked = "; ".join(LABELS["role_card"][name].rstrip("?") for name in names)
    first = [LIMITS_FIRST] if "limits_of_confidentiality" in names else []
    return [STILL_TO_WRITE.format(parts=asked), *first]


def row(name: str | None, until: str, *, is_new: bool) -> str:
    """One page on the facilitator's list: by name, purpose and until when. Nothing else is known here."""
    said = ROW.format(name=name or SOMEBODY, purpose=PURPOSE, until=day_in_words(until))
    return f"{NEW_MARK} {said}" if is_new else said
