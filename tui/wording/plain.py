"""Sentences of the plain lines: what can be typed, the names of the deeds, and what is said on the way.

What the screen and the commands say too stands in modules of its own.
"""

import re
from dataclasses import dataclass

from tui.language import _
from tui.wording import goals, peers, saved, screen, toolbox
from tui.wording import typed as where_typed
from tui.wording.check_in import answer_words

# Words that can be typed. Like the names of commands, these are the same in every language; names of deeds are not

SKIP = "skip"
BACK = "back"
HELP = ("help", "?")
LEAVING = ("quit", "exit")
QUIT_CLEAR = "quit clear"
LIST = ("list", "menu")
MORE = "more"
CLEAR = "clear"
RECOVERY = "words"
FULL_STOP = "."
YES = _("yes")
NO = _("no")
LEAVE_BLANK = where_typed.LEAVE_BLANK

EVERYWHERE = (
    _("These words work at every question."),
    # Translators: what stands before a comma or colon here, and the words in “ ”, are typed: leave them as they are.
    _("skip, or Enter alone: go past it."),
    _("back: to the question before, or out of what you began."),
    _("!: support lines, right away. “! more” says every line."),
    _("help: what can be typed here."),
    _("quit: leave. All you wrote is kept. “quit clear” leaves at once and clears this window."),
    _("A full stop alone on a line ends a longer text. In it, “!” and “quit clear” work alone on a line."),
)

FULL_STOP_ENDS = where_typed.FULL_STOP_ENDS
GO_ON_WRITING = _("Your words are all here. Go on where you were.")
NOT_TEXT = _("That line was not text, so it was left out. Please type it once more.")
CUT_SHORT = _("That line was too long for this window. Its end did not come through. Please type the end again.")
SEVERAL = _("Numbers, with commas between.")
NO_SUCH_DEED = _("There is nothing here by that number or name. “list” says what there is.")
NO_SUCH_ROW = _("There is nothing here by that number or name. “list” reads the list again.")
WENT_BACK = _("Back.")
TRY_AGAIN = _("Enter tries to save it again. Any word gives up.")
SECRET_HELP = _("What you type here is not shown.")
A_DAY_IS = _("A day is like 2026-03-01.")
ENTER_LEAVES = _("Enter goes back")
WHAT_NEXT = _("What next? A number or a name. Enter goes back.")
NUMBER_OPENS = _("a number opens one")
MORE_ROWS = _("“more” reads on")
KEPT_AS_DRAFT = _("What you typed is kept with your drafts.")
NOTHING_TYPED = _("Nothing was typed, so nothing was saved. That is fine.")

# The first lines and the last

WELCOME = _("cairn, in plain lines. Type “help” at any question, or “!” for support.")
AT_THE_DOOR = _("“words” opens it with your recovery words. “!” says support lines. “quit” leaves.")
AT_THE_DOOR_BY_PIPE = _("Enter asks for your passphrase, “words” for your recovery words, on the terminal.")
BACK_TO_PASSPHRASE = _("“back” goes back to the passphrase.")
WHICH_DOOR = _("How would you like to begin?")
ARE_THEY_WRITTEN = _("Are they on paper?")
WORD_WRONG = _("That is not right yet. Look at the paper once more. “back” says the words again.")
NATION_WHY = _("Which nation?")
REGION_WHY = _("Which part of the country?")
COUNTRY_CHOSEN = _("“!” says the lines for where you are now.")
WORDS_WAITING = _("Your recovery words are not on paper yet. “recovery words” makes new ones.")
DRAFTS_WAIT = _("Something you began is waiting. “drafts” goes on with it.")
WHAT_WOULD_YOU_LIKE = _("What would you like to do? A number or a name. Enter says the list.")
FIRST_LIST = _("This is the first list. “quit” leaves.")
CLEAR_IT = _("Your words are still above in this window. Clear it?")
CANNOT_CLEAR = _("They are out of sight. This kind of window may still hold them; closing it is surest.")
ALWAYS_PLAIN = _("From now on cairn opens in plain lines by itself. The same name takes that back.")
NOT_ALWAYS_PLAIN = _("From now on cairn opens its screen again. cairn --plain opens plain lines.")
CHOOSE_COUNTRY = _("For lines near you: “country”, once your journal is open.")


# The deeds, by the name that is typed


@dataclass(frozen=True, slots=True)
class Named:
    """A deed as a person knows it."""

    name: str
    """What is typed for it."""
    says: str
    """What it is for."""


CHECK_IN_FOR_A_DAY = Named(_("check in for a day"), _("the same for any day that has been"))
CHECK_IN = Named(
    _("check in"), _("how things are, today. “{name}” is for a day that has been").format(name=CHECK_IN_FOR_A_DAY.name)
)
WRITE_PAGE = Named(_("write"), _("a page, for today or any day that has been"))
JOURNAL = Named(_("journal"), _("everything you wrote, newest first"))
SEARCH = Named(_("search"), _("find words anywhere"))
GOALS = Named(_("goals"), _("what you are moving towards, and small steps"))
NEW_GOAL = Named(_("new goal"), _("name something to move towards"))
PEERS = Named(_("peers"), _("sessions, partners, your week"))
BEFORE = Named(_("before"), _("get ready for a peer session"))
AFTER = Named(_("after"), _("what stayed from a peer session"))
SESSIONS = Named(_("sessions"), _("what you wrote about them"))
PARTNERS = Named(_("partners"), _("people you meet with, and what you agreed"))
WEEK = Named(_("week"), _("what comes round in your week"))
TOOLBOX = Named(_("toolbox"), _("what helps, your people, your plans"))
TOOLS = Named(_("tools"), _("things that help you"))
SURPRISE = Named(_("surprise me"), _("one of the things that help"))
STRENGTHS = Named(_("strengths"), _("what you bring"))
PEOPLE = Named(_("people"), _("your people"))
PLANS = Named(_("plans"), _("your staying-well and getting-through plans"))
STORY = Named(_("story"), _("your own story"))
SOME_OF_IT = Named(_("some"), _("one kind, a theme, a tag, a goal, some days"))
ALL_OF_IT = Named(_("all"), _("everything again"))
MONTH = Named(_("month"), _("a month, day by day"))
MONTH_BEFORE = Named(_("before"), _("the month before"))
MONTH_NEXT = Named(_("next"), _("the month after"))
OTHER_YEARS = Named(_("other years"), _("this day in other years"))
WRITE_FOR_DAY = Named(_("write"), _("a page for this day"))
PAGE_ABOUT = Named(_("about"), _("its themes, tags and goals"))
VERSIONS = Named(_("versions"), _("what it said before it was changed"))
ALL_SHOWS_ALL = _("“all” shows everything.")
LOOK_BACK = Named(_("look back"), _("your own notes, counted"))
HARD_DAY = Named(_("hard day"), _("what you have put by for one"))
SUPPORT_NOW = Named(_("support"), _("every support line"))
DRAFTS = Named(_("drafts"), _("what you began"))
UNDO = Named(_("undo"), _("take back the last delete or import"))
ABOUT = Named(_("about"), _("what cairn is and is not"))
COUNTRY = Named(_("country"), _("whose support lines are said"))
MY_SUPPORT_LINES = Named(_("my support lines"), _("yours, and the order of all of them"))
SUPPORT_FILE = Named(_("support file"), _("use a file of support lines, or go back"))
RECOVERY_WORDS = Named(_("recovery words"), _("make new ones"))
PLAIN_LINES = Named(_("plain lines"), _("open cairn like this by itself, or not any more"))
LOCK_AFTER = Named(_("lock after"), _("how soon it locks by itself"))
LOCK = Named(_("lock"), _("close the journal, and ask for the passphrase again"))
LEAVE = Named(_("quit"), _("leave; all you wrote is kept"))

NEW = Named(_("new"), _("add one"))
OPEN_NEW_GOAL = Named(_("new"), NEW_GOAL.says)
CHANGE = Named(_("change"), _("put it in other words"))
CHANGE_PARTS = Named(_("change"), _("add to it, or put parts in other words"))
KEEP = Named(_("keep"), _("for a hard day, or not any more"))
BRING = Named(_("bring"), _("to the next peer session, or not any more"))
DELETE = Named(_("delete"), _("out of sight; undo brings it back for 30 days"))
STEP = Named(_("step"), _("add a small step"))
DONE = Named(_("done"), _("a step is done"))
DOING = Named(_("doing"), _("you are doing a step"))
SET_ASIDE = Named(_("set aside"), _("put a step aside"))
TRY_STEP = Named(_("to try"), _("a step is one to try again"))
OTHER_WORDS = Named(_("reword"), _("put a step in other words"))
STATUS = Named(_("status"), _("say where it stands"))
REFLECT = Named(_("reflect"), _("a few words about it"))
SHOW = Named(_("show"), _("chosen lines, for someone beside you"))
AGREEMENT = Named(_("agreement"), _("your part of what you agreed"))
PARTNER_STATUS = Named(_("status"), _("meeting, a break, or an end"))
MARK = Named(_("mark"), _("say whether it helped"))

EACH_DAY = Named(_("each day"), _("every day of it, one after the other"))
OTHER_DAYS = Named(_("days"), _("look back over more days, or fewer"))
A_YEAR = Named(_("year"), _("which days of a year have a note"))
A_QUESTION = Named(_("question"), _("one to write about, or another"))

# Check-in

FEELINGS = _("Any words for it? Up to five, with commas between, or none. “list” says some.")
LIST_OF_FEELINGS = _("list: words to choose from, a group at a time.")
MANY_FEELINGS = _("Up to five words for feelings. Nothing is lost. Please type them once more.")
WHICH_GROUP = _("Which group of words?")
WHICH_FEELINGS = _("Which of them? Numbers or words, with commas between.")
LIST_OF_TOOLS = _("list: the things that help you.")
A_FEW_QUESTIONS = _(
    "A few questions. Enter goes past one. “!” says support lines. Ctrl+C stops, and keeps what is here."
)
ENTER_CLOSES = _("Enter closes this page.")
MARKS_TYPED = _("After a name: “a lot”, “a little”, “not this time” or “not sure” says whether it helped.")
WHICH_DAY_OF_CHECK_IN = _("Which day is it for? “yesterday”, or a day like 2026-03-01. Enter goes back.")
NO_TOOLS = _("Nothing is listed yet. Type what helped, in your own words.")
NOTHING_ANSWERED = saved.NOTHING_ANSWERED
HEAVY = _("If today is heavy, support is one key away: “!”.")

# Pages

WHICH_DAY = _("Which day is it for? Enter for today, or “yesterday”, or a day like 2026-03-01.")
PROMPT_OFFERED = _("Would you like a question to write about?")
IS_IT_THE_ONE = _("Is this the one?")
THIS_ONE = _("yes, this one")
ANOTHER = _("another")
NO_PROMPT = _("a blank page")
NOT_AGAIN = _("do not ask me this one again")
WRITE = _("Write here.")
WRITE_MORE = _("Write here. It goes on after what is there.")
NEW_WORDS = _("The new words, in place of the old, which are kept.")
EMPTY_PAGE = saved.EMPTY_PAGE
EMPTY_CHANGE = saved.EMPTY_CHANGE
HOW_TO_CHANGE = _("What would you like to change?")
MORE_AT_THE_END = _("more at the end")
ONE_LINE_ANEW = _("one line")
ALL_ANEW = _("all the words")
THE_TITLE = _("title")
AS_IT_IS = _("nothing more; save it as it is")
TAKE_AWAY = _("take it all out")
WHICH_LINE = _("Which line? Its number.")
LINE_ANEW = _("That line in other words.")
JOURNAL_EMPTY = _("Your check-ins, pages, goals and sessions will be here, newest first.")
DELETED = _("Out of sight. “undo” brings it back, for 30 days.")
SEARCH_FOR = _("{search_hint}. Enter goes back.").format(search_hint=screen.SEARCH_HINT)
WHAT_WITH_DRAFT = _("What would you like to do with it?")
GO_ON = _("go on with it")
PUT_AWAY = _("put it out of sight")

# Looking back

HOW_MANY_DAYS = _("How many days? A number from 1 to 366. Enter leaves it as it was.")
NONE_OF_THEM = _("none of them")
NO_QUESTIONS = _("You chose not to be asked anything here.")

# Goals, sessions, what helps

NO_SUCH_STEP = _("There is no step like that here.")
WHICH_STEP = _("Which step?")
YOUR_OWN_WORDS = _("Change the words, or Enter takes them.")
WHICH_PART = _("Which part? Enter goes back.")
ANOTHER_PART = _("Another part? “list” says them again. Enter goes back.")
WHICH_LINES = _("Which lines? They are said alone, one after the other.")
A_PARTNER = _("someone I meet with")
A_GROUP = _("a group")
WHAT_IS_THIS_NAME = _("This name is new here. Whose is it?")
WHICH_SESSION_DAY = _("When was it? Enter for today, or “yesterday”, or a day like 2026-03-01.")
WHICH_PLAN = _("Which plan? Enter goes back.")
WRITE_ABOUT_IT = _("Would you like to write about it?")
NOTHING_KEPT = _("Pages you keep will be here.")

IN_A_LIST = 80
"""Characters of a longer text that a list reads."""
NEEDS_WORDS = _("This needs a few words. Any words will do.")
THING_SAVED = {**toolbox.SAVED, "week": peers.SAVED_WEEK, "partner": peers.PARTNER_SAVED}


def demo_begins(passphrase: str) -> str:
    """What a person should know before a journal to look around in is opened."""
    return _(
        "This is a journal to look around in. Every word in it is made up.\nChange, write and "
        "delete what you like. When you leave, all of it goes.\nIts passphrase: {passphrase}\nIt "
        "opens by itself. You need the passphrase after “lock”. “quit” leaves."
    ).format(passphrase=passphrase)


def choose_help(count: int) -> str:
    if count == 1:
        return _("1, or the words of the choice.")
    return _("A number from 1 to {count}, or the words of the choice.").format(count=count)


def what_next(ways: list[str]) -> str:
    """The question under something that is open, with what can be typed."""
    said = ", ".join(ways)
    return _("What next? {first_letter}{rest}.").format(first_letter=said[:1].upper(), rest=said[1:])


def typed(name: str) -> str:
    """A word as something to type."""
    return f"“{name}”"


def has_now(value: str, *, clears: bool = True) -> str:
    """What is there already, and what leaves it or takes it away."""
    between = "\n" if "\n" in value else " "
    takes_away = _(" “{clear}” takes it away.").format(clear=CLEAR) if clears else ""
    return _("Now:{between}{value}\nEnter leaves it so.{takes_away}").format(
        between=between, value=value, takes_away=takes_away
    )


def question(label: str, hint: str = "") -> str:
    """A part's label as a question, with its hint in brackets."""
    if label.endswith(("?", ":", ".")):
        return f"{label} ({hint})" if hint else label
    return f"{label} ({hint}):" if hint else f"{label}:"


def needs_words(kind: str) -> str:
    """Said when the one part that is needed was left blank; then it is asked again."""
    if kind == "goal":
        return goals.NEEDS_WORDS
    if kind == "partner":
        return peers.PARTNER_NEEDS_NAME
    return toolbox.NEEDS_WORDS.get(kind, NEEDS_WORDS)


def empty_shelf(kind: str) -> str:
    """A shelf before anything stands on it."""
    new = typed(NEW.name)
    if kind == "partner":
        return peers.PARTNERS_EMPTY.format(add_partner=new)
    return peers.WEEK_EMPTY.format(add_to_week=new) if kind == "week" else toolbox.empty(kind).format(new_thing=new)


def prompt(text: str) -> str:
    """A question to write about, with its role before it."""
    return _("Prompt: {text}").format(text=text)


def start_of(text: str) -> str:
    """The start of a text on one line, for a list."""
    return screen.shortened(text, IN_A_LIST)


def plan_to_choose(title: str) -> str:
    return _("{title}: which part? Enter goes back.").format(title=title)


def part_with(label: str, value: str) -> str:
    """A part and what it has."""
    return f"{label} {value}" if value and label.endswith("?") else f"{label}: {value}" if value else label


def step_of(before: str, step: str) -> str:
    """A step behind the goal's title, or behind where it stands."""
    return f"{before}: {step}"


def on_a_line(asked: str, points: list[tuple[int, str]]) -> str:
    """A question with the numbers that have words."""
    return f"{asked} {', '.join(f'{number} {word}' for number, word in points)}."


def a_number(lowest: int, highest: int) -> str:
    return _("A whole number from {lowest} to {highest}, or Enter to go past it.").format(
        lowest=lowest, highest=highest
    )


def answered(dimension: str, scale_id: str, answer: int) -> str:
    """An answer with its word."""
    return f"{answer}: {answer_words(dimension, scale_id, answer)}."


def helped(asked: str, has_numbers: bool) -> str:
    """The question about what helped, and how it is answered."""
    how = _("Type a number, or what it was") if has_numbers else _("Type what it was")
    return _("{asked} {how}, with commas between.").format(asked=asked, how=how)


def one_idea_a_line(said: str) -> str:
    """The same with each sentence on a line of its own, for easy mode."""
    return _BETWEEN_SENTENCES.sub("\n", said)


_BETWEEN_SENTENCES = re.compile("(?<=[.?]) (?=[A-Z“])")
