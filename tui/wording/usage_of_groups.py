"""Help texts of what a facilitator does in a home of their own, and of pages for a facilitator."""

from tui.language import _
from tui.wording.usage import Usage

OWN_HOME = _("This is your own journal, and that is for a facilitator's home.")
OWN_HOME_HINT = _("cairn init --facilitator makes one, in a folder of its own: --home DIR.")
MADE_FACILITATORS = _("Your home as a facilitator is ready, in {home}. cairn about-me edit says who you are.")

DEEDS = {
    "group": {
        "create": Usage(
            _("Begin a group: its name, and where you and its members meet."),
            "cairn group create --alias 'Tuesday group' --via folder:/media/group",
        ),
        "list": Usage(_("The groups you hold."), "cairn group list"),
        "invite": Usage(_("Invite one member: twelve words for one person."), "cairn group invite 'Tuesday group'"),
        "invites": Usage(_("Invites that are on their way. They have no names yet."), "cairn group invites"),
        "show": Usage(
            _("The pages that people share with you now, by name, and what the group agreed."),
            "cairn group show 'Tuesday group'",
        ),
        "agree": Usage(
            _("What the group agreed. With a dash it reads a JSON object of its parts."),
            _("""echo '{"when": "Tuesdays at six"}' | cairn group agree 'Tuesday group' -"""),
        ),
        "note": Usage(
            _("A note to everybody in the group. They may read it hours or days from now."),
            _("echo 'We meet at six this week' | cairn group note 'Tuesday group' -"),
        ),
        "notes": Usage(_("The notes you wrote to a group."), "cairn group notes 'Tuesday group'"),
        "close": Usage(
            _("Tell everybody that the group closes. It ends after that day."),
            _("echo 'Thank you all' | cairn group close 'Tuesday group' --days 14 -"),
        ),
        "hand-over": Usage(
            _("Tell everybody who holds the group next. Each of them joins anew, or does not."),
            "cairn group hand-over 'Tuesday group' --to Robin",
        ),
        "go-on": Usage(_("The group goes on after all."), "cairn group go-on 'Tuesday group'"),
    },
    "summary": {
        "write": Usage(
            _("The page you write for a facilitator. It stays here until you send it."),
            _("""echo '{"questions_for_you": "Is there room?"}' | cairn summary write --partner Kim -"""),
        ),
        "look-back": Usage(
            _("Sentences of your look back that you may put on the page, if you like."), "cairn summary look-back"
        ),
        "preview": Usage(
            _("What the facilitator says of themselves, and what they would see, to the letter. Nothing is sent."),
            "cairn summary preview --partner Kim",
        ),
        "send": Usage(
            _("Share the page as it is now, after a look at all of it."),
            "echo yes | cairn summary send --partner Kim --days 30 -",
        ),
        "show": Usage(
            _("Your page as it is here; in a facilitator's home, the page of one person."),
            "cairn summary show --partner Kim",
        ),
        "reply": Usage(
            _("Answer the page of one person. They may read it hours or days from now."),
            _("echo 'There is a chair for you' | cairn summary reply Ana -"),
        ),
        "print": Usage(
            _("The page of one person as plain text, where they said that it may be printed."),
            "cairn summary print Ana --to page.txt",
        ),
    },
    "about-me": {
        "show": Usage(_("What people in your groups read about you."), "cairn about-me show"),
        "edit": Usage(
            _("Change it. With a dash it reads a JSON object of its parts."),
            _("""echo '{"reads_on": "Mondays"}' | cairn about-me edit -"""),
        ),
    },
}
"""What each deed of those commands is for, and how it is called."""

GROUP = _("a group's name or id")
GROUP_NAME = _("the name that those you invite will see")
GROUP_NAME_DASH = _("read the name from standard input")
GROUP_VIA = _("where you and the members meet: folder:PATH, a folder that all can see, or relay:https://HOST")
NOTICE = _("its last day is so many days from now, 1 to 90; 14 where nothing is given")
NOTICE_DASH = _("read a few words about it from standard input")
HAND_TO = _("the name of who holds it next")
MEMBER = _("the name on a page, or an id; group show lists them")
FACILITATOR = _("a facilitator's name or id")
SUMMARY_DAYS = _("for how many days, 1 to 90; 30 where nothing is given, here or on the page")
PRINT_TO = _("write it to this new file, which you alone can read, in place of standard output")
