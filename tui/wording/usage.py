"""Help texts of the command line, with an example for every command."""

from dataclasses import dataclass

from tui.language import _
from tui.wording import toolbox


@dataclass(frozen=True, slots=True)
class Usage:
    """One command: what it is for, and how it is called."""

    one_line: str
    example: str


CAIRN = _("A private journal for your own recovery, locked with your passphrase. On its own, cairn opens the screen.")
EXAMPLES = _("""\
examples:
  cairn                                  the screen; the first time it sets up a journal
  cairn check-in --mood 6 --hope 7       a check-in in one line
  cairn write                            a page, typed here
  cairn support                          support lines: no passphrase, no network, no trace

Your words never go into arguments, where the shell would remember them: they are typed, or read
from standard input with a dash.""")
EXAMPLE = _("example:")
VERSION = _("print cairn's version")

INIT = Usage(_("Make a journal, locked with your passphrase."), "cairn init --country GB")
DEMO = Usage(_("Look around in a filled journal in a temporary place."), "cairn demo")
CHECK_IN = Usage(
    _("Note how things are. Every part may be left out. On a terminal, with none of them, it asks in place."),
    "cairn check-in --mood 6 --hope 7 --feeling calm",
)
WRITE = Usage(_("Write a page."), "cairn write --at yesterday")
PROMPT = Usage(_("One question to write about, if you like, or not again."), "cairn prompt --theme hope")
SHOW = Usage(
    _("What is in the journal, newest first, or some of it, or one thing by its id."),
    "cairn show --from 2026-03-01 --kind entry",
)
SEARCH = Usage(_("Find words anywhere. With a dash they are read from standard input."), "cairn search -")
LOOK_BACK = Usage(_("Your own notes, counted. They cannot show why."), "cairn look-back --days 14 --dimension mood")
EDIT = Usage(
    _("Put new words in place of the old ones, which are kept. Most things take a JSON object of their parts."),
    "cairn edit 3f2a -",
)
DELETE = Usage(_("Put something out of sight. Its words stay locked away for 30 days, then go."), "cairn delete 3f2a")
UNDO = Usage(_("Take back the newest delete or import of 30 days."), "cairn undo --list")
DRAFTS = Usage(_("Words that were on their way when something came between."), "cairn drafts")
KEEP = Usage(_("Keep something for a hard day, or the words of a partner by their id."), "cairn keep 3f2a")
IMPORT = Usage(
    _("Bring in an archive of cairn, or pages from another journal."),
    "cairn import journal.txt --from jrnl --dry-run",
)
SUPPORT = Usage(_("Support lines. No passphrase, no network, no trace."), "cairn support --country GB")
ABOUT = Usage(_("What cairn is and is not."), "cairn about peer-support")

HOME = _("the journal's folder (else CAIRN_HOME, else the usual place)")
PASSPHRASE_FD = _("read the passphrase from this file descriptor, one line")
JSON = _("answer with one JSON document")
COUNTRY = _("country for support lines, two letters such as GB")
FACILITATOR = _("make a facilitator's home, for groups that you hold, in place of a journal of your own")
RECOVERY_OUT = _("write the recovery words to this new file, or to standard output")
PLAIN = _("plain lines in place of the screen: questions and answers, for a screen reader or a script")
TOUR = _("show every part at work on two temporary journals; asks nothing, leaves nothing")
DIMENSION = {
    "mood": _("how your mood is, 0 (very low) to 10 (very good)"),
    "hope": _("how hopeful you feel, 0 (not at all) to 10 (very)"),
    "connection": _("how connected you feel to other people, 0 (not at all) to 10 (very)"),
    "self_belief": _("how able you feel to handle things, 0 (not at all) to 10 (very)"),
    "energy": _("how much energy you have, 0 (none) to 10 (a lot)"),
}
SCALE = _("the scale of the numbers, else the one you chose: n11_v1 0 to 10, words5_v1 1 to 5, easy3_v1 1 to 3")
FEELING = _("a feelings word from the list; up to five times")
HELPED = _("a tool's id and a_lot, a_little, not_this_time or not_sure")
AT = _("when it was: a date, today or yesterday, then HH:MM if you like")
NOTE = _("read a note from standard input")
PAGE_TITLE = _("the first line of what is read is its title")
PROMPT_ID = _("the prompt that the page answers")
TAG = _("a tag for the page")
THEME = _("connectedness, hope, identity, meaning, empowerment or difficulties")
PHASE = _("anytime, hard_day, before_session, after_session or look_back")
ID = _("an id, or its first four characters or more")
FROM = _("first day")
TO = _("last day")
KIND = _("check-in, entry (a page), goal or session")
LIMIT = _("how many at most")
LOOK_BACK_DAYS = _("over how many days, 1 to 366; 28 where nothing is given")
LOOK_BACK_EACH_DAY = _("every day of it too")
LOOK_BACK_YEAR = _("which days of a year have a note, in place of the rest")
SHOW_THEME = _("pages and goals about this theme: connectedness, hope, identity, meaning, empowerment or difficulties")
SHOW_TAG = _("pages with this tag")
SHOW_GOAL = _("one goal, by its id, and the pages and sessions about it")
SHOW_BRING = _("what is marked to bring to a session")
SHOW_KEEP = _("what is kept for a hard day")
OTHER_YEARS = _("what stands on this day, such as 02-29, in earlier years; without a day, on today's")
MONTH = _("which days of a month have something, such as 2026-03; without one, of this month")
VERSIONS = _("with an id: what it said before it was changed")
PAGE_THEME = _("a theme of the page: connectedness, hope, identity, meaning, empowerment or difficulties")
EDIT_THEME = _("what a page is about, in place of its themes; as often as wanted, and '' for none")
EDIT_TAG = _("a tag in place of those a page has; as often as wanted, and '' for none")
EDIT_GOAL = _("a goal a page is about, by its id, in place of those it has; as often as wanted, and '' for none")
BRING_BACK = _("bring back an earlier version, by its number in show ID --versions; what is there now is kept")
ANOTHER = _("another question than this one, by its id")
NOT_AGAIN = _("do not ask this question again, by its id; settings bring it back")
SEARCH_WORDS = _("a dash to read the words from standard input, or the words")
DASH = _("read the words from standard input")
UNDO_LIST = _("list what can be taken back, and change nothing")
OFF = _("take the mark away")
PATH = _("the file")
SOURCE = _("which program wrote it")
DRY_RUN = _("say what would come in, and change nothing")
ZONE = _("the time zone of the file's times, such as Europe/London")
KEEP_GOOD = _("bring in the good rows where some are broken")
ABOUT_TOPIC = _("short answers about peer support")

GOAL_ID = _("a goal it is about, by its id; as often as wanted")
EDIT_DASH = _(
    "read the new words of a page or a check-in from standard input, or a JSON object of parts. For a goal, a session "
    "or a partner it may be all that show --json prints: what cannot be changed is passed over, if it is as it was"
)
EDIT_PARTNER_DASH = _(
    "read a JSON object of parts from standard input, which may be all that partner show --json prints"
)
PARTS_DASH = _("read a JSON object of parts from standard input")
FIELDS = _("show in person: these lines alone, with commas between, from: ")
PARTNER = _("a partner's name or id")
ALIAS = _("the name you use for them")
VIA = _("where you both meet: folder:PATH, a folder that both can see, or relay:https://HOST")
MY_NAME = _("the name they see, once you have both compared the words")
MEET_AGAIN = _("somebody who is on your list already, by name or id")
HOURS = _("how long an answer counts, 1 to 168 hours; 24 where nothing is given")
INVITE_DASH = _("read the twelve words from standard input")
PREVIEW_INVITE = _("show what the invite says, and join nothing")
MATCH = _("say that the words are the same")
SEEN = _("the four words that you compared, from standard input: with --match, a yes to these and no others")
DIFFER = _("say that they are not, which ends it")
WAIT = _("wait this many seconds for the other side")
CLOCK_IS_RIGHT = _("say that the clock of this computer is right now, so that pages go again")
YES_TO_THEIRS = _("say yes to their part as it is now; with the dash, to the part handed in alone")
SHARE_ID = _("a share's id, or its first four characters or more; share list shows them")
GOAL_TO_SHARE = _("the goal, by its id")
SHARE_FIELDS = _("these parts alone, with commas between, from: ")
SHARE_DAYS = _("for how many days, 1 to 180; 90 where nothing is given")
YES_DASH = _("read the word yes from standard input")
WATCH = _("go on until you press Ctrl+C")
ONLY_PARTNER = _("this partner alone, by name or id")
ABOUT_GOAL = _("a goal that one of you shares, by its id")

PLAN_NAME = _("staying-well or getting-through")
SECTION = _("a part of that plan, such as early-signs; plan list names them all")
STEP_ID = _("a step's id, or its first four characters or more; goal show lists them")
BRING_ID = _("an id, or its first four characters or more; without one, what is marked is listed")

BRING = Usage(_("Mark something to bring to a peer session, or see what is marked."), "cairn bring 3f2a")
HARD_DAY = Usage(
    _("What you put by for a hard day: lines, plan, people, what helped, words you kept."), "cairn hard-day"
)

SUBJECTS = {
    "goal": Usage(_("What you are moving towards, and small steps on the way."), "cairn goal add"),
    "session": Usage(_("Peer sessions: before, and after."), "cairn session before --partner Sam"),
    "partner": Usage(_("People you meet with, by name, and what you agreed."), "cairn partner add --alias Sam"),
    "toolbox": Usage(toolbox.THINGS, "cairn toolbox list"),
    "strength": Usage(_("What you bring."), "cairn strength add"),
    "people": Usage(_("People you can turn to. Their names are shared with nobody."), "cairn people list"),
    "plan": Usage(_("Your staying-well plan and your getting-through plan."), "cairn plan show getting-through"),
    "story": Usage(_("Your own story, in your own words."), "cairn story add"),
    "week": Usage(_("What comes round in your week. Nobody keeps count."), "cairn week list"),
    "vault": Usage(_("The locked file: where it is, whether it is whole, and what opens it."), "cairn vault verify"),
    "backup": Usage(
        _("Locked copies of the whole journal, to keep somewhere else."), "cairn backup create /media/stick/copy"
    ),
    "group": Usage(_("For facilitators: the groups you hold, and what people share with you."), "cairn group list"),
    "summary": Usage(
        _("A page that you write for a facilitator, and say yes to."), "cairn summary write --partner Kim"
    ),
    "about-me": Usage(_("For facilitators: what people in your groups read about you."), "cairn about-me show"),
}
"""Commands that have deeds of their own."""

SHARING = {
    "share": Usage(_("What a partner sees: share, pause, stop. Nothing goes without your yes."), "cairn share list"),
    "sync": Usage(_("Meet your partners where you both can: bring what goes, take what came."), "cairn sync --watch"),
    "inbox": Usage(_("What your partners share with you, and their words to you."), "cairn inbox"),
    "encourage": Usage(
        _("A few words to a partner. They may be read hours or days from now."), "cairn encourage --partner Sam"
    ),
}
"""Commands on what two people share."""

KEEPING = {
    "unlock": Usage(_("Stay unlocked for a while, so that commands do not ask."), "cairn unlock --for 15m"),
    "lock": Usage(_("End that at once."), "cairn lock"),
    "export": Usage(
        _("A copy that is not locked, to read or to take elsewhere."), "cairn export --format markdown --to pages"
    ),
    "erase": Usage(
        _("Erase for good: one thing, some days, or everything."), "cairn erase --from 2026-03-01 --to 2026-03-07"
    ),
    "settings": Usage(_("What you chose, or a new choice: what to notice, look, keys."), "cairn settings look dawn"),
}
"""Commands that keep the journal safe, and the one to leave by."""

RELAY = Usage(
    _("Run a relay: a small server where two people who share no folder meet. It can read nothing of theirs."),
    "cairn relay --listen 127.0.0.1:8750 --store sqlite:slots.db",
)

_CHANGE_PARTS = _("Change its parts. The earlier words are kept.")

DEEDS = {
    "goal": {
        "add": Usage(
            _("Name a goal. The first line is its title; what follows is what makes it matter."),
            "echo 'Get out most days' | cairn goal add -",
        ),
        "list": Usage(_("Your goals, each with its next step."), "cairn goal list --status moving_towards"),
        "show": Usage(_("One goal with all its parts and steps."), "cairn goal show 3f2a --fields title,next_step"),
        "status": Usage(_("Say where a goal stands. No answer is the right one."), "cairn goal status 3f2a resting"),
        "step": Usage(_("Small steps of a goal."), "cairn goal step add 3f2a"),
        "reflect": Usage(_("Put a few words about a goal beside it."), "cairn goal reflect 3f2a -"),
    },
    "goal step": {
        "add": Usage(
            _("Name one small step. Several lines become one."),
            "echo 'ask Priya along' | cairn goal step add 3f2a -",
        ),
        "done": Usage(_("Say that a step is done."), "cairn goal step done 9c1e"),
        "doing": Usage(_("Say that you are doing a step."), "cairn goal step doing 9c1e"),
        "to-try": Usage(_("Say that a step is one to try."), "cairn goal step to-try 9c1e"),
        "set-aside": Usage(_("Set a step aside. It can come back."), "cairn goal step set-aside 9c1e"),
        "reword": Usage(_("Put a step in other words, a smaller one perhaps."), "cairn goal step reword 9c1e -"),
    },
    "session": {
        "before": Usage(
            _("What you marked to bring, what you agreed, and up to three questions."),
            "cairn session before --partner Sam",
        ),
        "after": Usage(
            _("Keep what stayed with you. With a dash it reads a JSON object of parts."),
            _("""echo '{"stayed": "a laugh", "felt_right": "yes"}' | cairn session after --partner Sam -"""),
        ),
        "list": Usage(_("Your sessions, the newest first."), "cairn session list"),
        "show": Usage(_("One session with all its parts."), "cairn session show 3f2a"),
    },
    "partner": {
        "add": Usage(
            _("Add a peer by name alone: one line. They are told nothing. Everything else goes in with partner edit."),
            "cairn partner add --alias Sam",
        ),
        "list": Usage(_("The people you meet with."), "cairn partner list"),
        "show": Usage(_("One partner, and your part of the agreement."), "cairn partner show Sam"),
        "agree": Usage(
            _("Your part of the agreement. With a dash it reads a JSON object of its parts."),
            _("""echo '{"when": "Mondays, an hour"}' | cairn partner agree Sam -"""),
        ),
        "next-time": Usage(
            _("A line that both of you see for the next time you meet. A blank one takes it away."),
            _("""echo 'The long way round' | cairn partner next-time Sam -"""),
        ),
        "edit": Usage(
            _("Change the parts of a partner, the status among them."),
            _("""echo '{"status": "paused"}' | cairn partner edit Sam -"""),
        ),
        "invite": Usage(
            _("Invite one person: twelve words, and a folder that you both can see."),
            "cairn partner invite --via folder:/media/stick --alias Sam",
        ),
        "join": Usage(
            _("Join somebody with the twelve words they gave you."),
            "cairn partner join - --via folder:/media/stick --preview",
        ),
        "compare": Usage(
            _("The four words to compare aloud, and what you found."), "cairn partner compare Sam --match"
        ),
        "end": Usage(_("End it. Nothing goes any more, and the keys go."), "cairn partner end Sam"),
    },
    "share": {
        "add": Usage(
            _("Share chosen parts of one goal with one partner, after a look at what goes."),
            "echo yes | cairn share add --partner Sam --goal 3f2a --fields title,next_step -",
        ),
        "preview": Usage(
            _("What a partner would see, to the letter. Nothing is sent."),
            "cairn share preview --partner Sam --goal 3f2a --fields title",
        ),
        "changed": Usage(_("Words that wait for a new yes."), "cairn share changed"),
        "send": Usage(_("Say yes to the words as they are now."), "echo yes | cairn share send 3f2a -"),
        "list": Usage(_("What you share, with whom, until when."), "cairn share list"),
        "pause": Usage(_("Let it stay here for a while."), "cairn share pause 3f2a"),
        "resume": Usage(_("Let it go on."), "cairn share resume 3f2a"),
        "stop": Usage(_("Stop sharing. From now on this stays here."), "cairn share stop 3f2a"),
        "pause-all": Usage(
            _("Let everything stay here for a while, your name and words too. That you are connected still shows."),
            "cairn share pause-all",
        ),
        "said-yes-to": Usage(_("What you said yes to, paused and stopped."), "cairn share said-yes-to"),
    },
    "toolbox": {
        "add": Usage(
            _("Add something that helps. The first line is its name; what follows is how you do it."),
            "echo 'a walk' | cairn toolbox add --kind movement -",
        ),
        "list": Usage(_("Things that help you, by name."), "cairn toolbox list"),
        "mark": Usage(
            _("Say whether it helped this time. It is kept as a check-in."), "cairn toolbox mark 3f2a a_little"
        ),
        "show": Usage(_("One thing that helps, with all its parts."), "cairn toolbox show 3f2a"),
        "edit": Usage(
            _CHANGE_PARTS,
            _("""echo '{"works_when": "after a call"}' | cairn toolbox edit 3f2a -"""),
        ),
        "surprise": Usage(_("One thing that helps, picked by chance."), "cairn toolbox surprise"),
    },
    "strength": {
        "add": Usage(
            _("Add something you bring. What follows the first line is a time it showed."),
            "echo 'I listen well' | cairn strength add -",
        ),
        "list": Usage(_("What you bring."), "cairn strength list"),
        "show": Usage(_("One strength with all its parts."), "cairn strength show 3f2a"),
        "edit": Usage(
            _CHANGE_PARTS,
            _("""echo '{"source": "peer"}' | cairn strength edit 3f2a -"""),
        ),
    },
    "people": {
        "add": Usage(
            _("Add a person: their name, who they are to you, and how you reach them, a line each."),
            "cairn people add --good-for talk --good-for laugh",
        ),
        "list": Usage(_("People you can turn to."), "cairn people list"),
        "show": Usage(_("One person with all their parts."), "cairn people show 3f2a"),
        "edit": Usage(
            _("Change what you wrote about a person. The earlier words are kept."),
            _("""echo '{"good_for": ["talk"]}' | cairn people edit 3f2a -"""),
        ),
    },
    "story": {
        "add": Usage(
            _("Add a story. A first line with a blank line under it is its title."),
            "cairn story add - < my-story.txt",
        ),
        "list": Usage(_("Your stories."), "cairn story list"),
        "show": Usage(_("One story, whole."), "cairn story show 3f2a"),
        "edit": Usage(
            _("Change its title or its words. The earlier ones are kept."),
            _("""echo '{"title": "So far"}' | cairn story edit 3f2a -"""),
        ),
    },
    "week": {
        "add": Usage(
            _("Add what comes round. What follows the first line is a note."),
            "echo 'the group' | cairn week add --weekday monday --part-of-day evening -",
        ),
        "list": Usage(_("Your week, in the order of its days."), "cairn week list"),
        "show": Usage(_("One thing in your week."), "cairn week show 3f2a"),
        "edit": Usage(
            _CHANGE_PARTS,
            _("""echo '{"weekday": "friday"}' | cairn week edit 3f2a -"""),
        ),
    },
    "plan": {
        "list": Usage(_("Both plans, and which of their parts are written."), "cairn plan list"),
        "show": Usage(_("A plan with its words, or both."), "cairn plan show getting-through"),
        "add": Usage(
            _("Add words at the end of one part of a plan."),
            "echo 'ring Priya' | cairn plan add getting-through people-i-can-ask -",
        ),
        "edit": Usage(
            _("Put new words in one part of a plan. From a script, blank words take it away."),
            "cairn plan edit staying-well early-signs -",
        ),
    },
}
"""What each deed of those commands is for, and how it is called."""


def call_is_off(message: str) -> str:
    """Argparse's message as one sentence, without the words that were typed."""
    field, _colon, _rest = message.partition(": ")
    if message.startswith("unrecognized arguments"):
        return _("there is something in the call that this command does not take. --help shows what it takes.")
    if "invalid choice" in message and message.rstrip().endswith(("(choose from '-')", "(choose from -)")):
        return _("words go in by standard input, with a dash, and never into the call.")
    if "invalid choice" in message:
        # The last list is argparse's own; one before it would be what was typed.
        allowed = message.rpartition("(choose from ")[2].removesuffix(")").replace("'", "")
        return _("{field} takes one of: {allowed}.").format(field=field.removeprefix("argument "), allowed=allowed)
    if "a whole number" in message:
        return _("{field} takes a whole number.").format(field=field.removeprefix("argument "))
    if "required" in message:
        return _("something is missing in the call: {what}. --help shows an example.").format(
            what=message.rpartition(": ")[2]
        )
    if "expected" in message:
        return _("{field} takes a value.").format(field=field.removeprefix("argument "))
    return _("the call is off. --help shows what it takes.")
