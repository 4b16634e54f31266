"""Sentences about two people and what they share. Source: domain brief, sections 9, 11 and 12a."""

from tui.language import _
from tui.wording.dates import day_in_words

STATEMENT_VERSION = 1
LANGUAGE = "en"

# Meeting
CALLED = _("Partner")
"""What somebody is called who has not sent a name yet."""
INVITED = _("Twelve words for one person, once. Say them or give them on paper; a message can be read by others.")
WORDS_AT = _("{words} in {place}")
ANSWER_UNTIL = _("An answer counts until {until}.")
JOINED = _("Your answer is on its way. Compare four words with each other when they are here.")
INVITE_SAYS = {
    "partner": _("This is an invite from a peer partner. You meet in {place}, until {until}."),
    "facilitator": _("This is an invite from a facilitator. You meet in {place}, until {until}."),
}
INVITE_SAYS_RELAY = {
    "partner": _("This is an invite from a peer partner. You meet at {place}, until {until}."),
    "facilitator": _("This is an invite from a facilitator. You meet at {place}, until {until}."),
}
OF_GROUP = _("It is for the group {group}.")
KEPT_HERE = _("What was made is kept here, and goes when the place is there again: cairn sync")
THE_TWELVE = _("The twelve words of the invite, on one line:")
NOT_YET = _("The words are not here yet. Both of you look once or twice more: cairn sync")
COMPARE = _("Read them to each other by voice or in person. Not in the same chat the words came through.")
SAY_MATCH = _("cairn partner compare {name} --match says that they are the same, --differ that they are not.")
MATCHED = _("Thank you. Once both of you have said so, you can share what you choose.")
ALREADY_MATCHED = _("You have said that the words match.")
DIFFERED = _(
    "It is broken off and nothing was shared. Somebody else may have seen the words. Make a new invite, and give the "
    "words in person."
)
ENDED = _(
    "It has ended. Nothing goes to them any more. What you have read stays with you, and what they read with them."
)
PAIR_STATES = {
    "meeting": _("on the way"),
    "to_compare": _("four words to compare"),
    "matched": _("waiting for their word"),
    "active": _("connected"),
    "ending": _("ending"),
    "ended": _("ended"),
    "broken": _("meet again"),
}
WHY_BROKEN = {
    "used-twice": _("The words were used twice."),
    "invite-over": _("The time to meet in was over."),
    "differ": _("The words were not the same."),
    "written-by-other": _("Something was written here that neither of you wrote."),
    "restored": _(
        "This journal came back from a copy, which holds no keys. What you shared before may still be shown to them until "
        "its last day."
    ),
    "by-them": _("{name} has ended this. What you shared is no longer shown to them."),
    "ended": _("It was ended before it began."),
    "broken-off": _("Somebody did not keep to what was agreed."),
}

# Sharing
WILL_SEE = _("{name} will see exactly:")
NEXT = _("Next: {text}")
HOW_ID_LIKE_SUPPORT = _("How I would like support: {text}")
STATUS_NOW = _("Where it stands: {text}")
I_CHOOSE = _(
    "I choose to share this, about my health and wellbeing, with {name}, so we can move towards it together, until "
    "{until}. I can stop any time. {name} may remember or copy it."
)
TYPE_YES = _("Type yes to share, or press Enter to keep it private.")
YES = _("yes")
KEPT_PRIVATE = _("It stays here. Nothing was sent.")
SHARED = _("Shared until {until}. It goes when cairn next looks there.")
PAUSED = _("Paused. It leaves their page when cairn next looks there.")
RESUMED = _("It goes on.")
STOPPED = _("From now on this stays here. What {name} has already read, {name} may remember or have copied.")
PAUSED_ALL = _(
    "Everything stays here for now. Once cairn has looked there, one thing is on their page: that you are connected. Your "
    "name and your words to somebody go on with the next words you write to them."
)
PAGE_FOR_THEM = _("the page you wrote for them")
NOTHING_SHARED = _("You share nothing.")
NOTHING_WAITS = _("No words wait for a yes.")
WORDS_WAIT = _("{name} sees your earlier words. Say yes to send the new ones: cairn share send {id}")
SHARE_STATES = {
    "active": _("shared"),
    "paused": _("paused"),
    "stopped": _("stopped"),
    "expired": _("its time is over"),
}
NOT_SENT_YET = _("not sent yet")
NEVER_SENT = _("never sent")
NOT_CONFIRMED = _("sent, not confirmed since {day}")
HAS_IT_SINCE = _("{name}'s cairn has it since {day}")
GONE_SINCE = _("not on {name}'s page since {day}")
ASKED_TO_LET_GO = _("asked to let it go, not confirmed yet")
NOT_TOLD_YET = _("{name}'s cairn has not been told yet")
EVENTS = {
    "SHARE": _("shared"),
    "CHANGE": _("new words"),
    "RENEW": _("renewed"),
    "PAUSE": _("paused"),
    "RESUME": _("went on"),
    "EXPIRE": _("its time was over"),
    "STOP": _("stopped"),
    "EMPTY": _("a part was emptied"),
    "SHOWN": _("you were shown who they are, and when they would tell others"),
    "SENT": _("sent"),
    "SEEN": _("their cairn has it"),
}
NOT_THERE = _("not on their page any more")
CHAIN_BROKEN = _("This list was changed by something other than cairn from here on.")

# What came
NOTHING_CAME = _("Nothing is here at the moment. What a partner shares, and their words to you, appear here.")
SHARES_WITH_YOU = _("{name} shares with you, until {until}:")
NO_LONGER_SHARED = _("about something no longer shared")
READ_LATER = _("{name} may read this hours or days from now. If it is urgent, call.")
ENCOURAGED = _("It goes when cairn next looks there.")
NEXT_TIME = _("Next time we meet: {text}")

# Meeting
SYNCED = _("Looked. Sent {sent}, received {received}.")
NOTHING_TO_MEET = _("There is nobody to meet yet. cairn partner invite begins.")
PROBLEMS = {
    "not-reached": _("{name}: the place you both use could not be reached. Nothing is lost; cairn tries again."),
    "no-relay": _("{name}: what answers there is no relay that this cairn knows. Nothing is lost; cairn tries again."),
    "needs-token": _("{name}: this relay makes room with a token. Whoever runs it gives you one. Nothing is lost."),
    "stands-for-others": _("{name}: the relay keeps this place for somebody else. Meet again with new words."),
    "asked-too-often": _(
        "{name}: the relay asks to be left alone for a while. Nothing is lost; cairn tries again then."
    ),
    "no-room-there": _("{name}: the relay has no room now. Nothing is lost; cairn tries again."),
    "not-trusted": _("{name}: what answers there cannot show that it is the relay. Nothing was sent."),
    "no-way-there": _("{name}: this computer names a proxy of a kind that cairn cannot use. Nothing was sent."),
    "not-met": _("{name}: this partner could not be met. Nothing is lost; cairn tries again."),
    "clock-back": _("{name}: this computer's clock went back by more than two days, so nothing was sent."),
    "too-long-to-share": _("{name}: what you share does not fit any more, so nothing was sent. Stop sharing a part."),
    "used-twice": _("{name}: the words were used twice, so it was broken off. Make a new invite."),
    "invite-over": _("{name}: the time to meet in is over. Meet again with new words."),
    "broken-off": _("{name}: it was broken off. A new invite needs new words."),
    "written-by-other": _("{name}: something was written here that neither of you wrote. Meet again to be sure."),
}


def invite_says(kind: str, group: str | None, place: str, until: str, *, at_relay: bool = False) -> str:
    """All that an invite says of itself. `kind`: `partner` or `facilitator`. `at_relay`: the place is one."""
    sentences = INVITE_SAYS_RELAY if at_relay else INVITE_SAYS
    said = sentences[kind].format(place=place, until=until)
    return said if group is None else f"{said} {OF_GROUP.format(group=group)}"


def statement(name: str, expires: str) -> str:
    """What somebody says yes to. `expires`: the last day, local."""
    return I_CHOOSE.format(name=name, until=day_in_words(expires))
