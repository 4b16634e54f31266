"""Sentences of the plain lines: what can be typed, the names of the deeds, and what is said on the way.

What the screen and the commands say too stands in modules of its own.
"""

import re
from dataclasses import dataclass

from tui.wording import goals, peers, saved, screen, toolbox
from tui.wording import typed as where_typed
from tui.wording.check_in import answer_words

# Words that can be typed

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
YES = "yes"
NO = "no"
LEAVE_BLANK = where_typed.LEAVE_BLANK

EVERYWHERE = (
    "These words work at every question.",
    "skip, or Enter alone: go past it.",
    "back: to the question before, or out of what you began.",
    "!: support lines, right away. “! more” says every line.",
    "help: what can be typed here.",
    "quit: leave. All you wrote is kept. “quit clear” leaves at once and clears this window.",
    "A full stop alone on a line ends a longer text. In it, “!” and “quit clear” work alone on a line.",
)

FULL_STOP_ENDS = where_typed.FULL_STOP_ENDS
GO_ON_WRITING = "Your words are all here. Go on where you were."
NOT_TEXT = "That line was not text, so it was left out. Please type it once more."
CUT_SHORT = "That line was too long for this window. Its end did not come through. Please type the end again."
SEVERAL = "Numbers, with commas between."
NO_SUCH_DEED = "There is nothing here by that number or name. “list” says what there is."
NO_SUCH_ROW = "There is nothing here by that number or name. “list” reads the list again."
WENT_BACK = "Back."
TRY_AGAIN = "Enter tries to save it again. Any word gives up."
SECRET_HELP = "What you type here is not shown."
A_DAY_IS = "A day is like 2026-03-01."
ENTER_LEAVES = "Enter goes back"
WHAT_NEXT = "What next? A number or a name. Enter goes back."
NUMBER_OPENS = "a number opens one"
MORE_ROWS = "“more” reads on"
KEPT_AS_DRAFT = "What you typed is kept with your drafts."
NOTHING_TYPED = "Nothing was typed, so nothing was saved. That is fine."

# The first lines and the last

WELCOME = "cairn, in plain lines. Type “help” at any question, or “!” for support."
AT_THE_DOOR = "“words” opens it with your recovery words. “!” says support lines. “quit” leaves."
AT_THE_DOOR_BY_PIPE = "Enter asks for your passphrase, “words” for your recovery words, on the terminal."
BACK_TO_PASSPHRASE = "“back” goes back to the passphrase."
WHICH_DOOR = "How would you like to begin?"
ARE_THEY_WRITTEN = "Are they on paper?"
WORD_WRONG = "That is not right yet. Look at the paper once more. “back” says the words again."
NATION_WHY = "Which nation?"
REGION_WHY = "Which part of the country?"
COUNTRY_CHOSEN = "“!” says the lines for where you are now."
WORDS_WAITING = "Your recovery words are not on paper yet. “recovery words” makes new ones."
DRAFTS_WAIT = "Something you began is waiting. “drafts” goes on with it."
WHAT_WOULD_YOU_LIKE = "What would you like to do? A number or a name. Enter says the list."
FIRST_LIST = "This is the first list. “quit” leaves."
CLEAR_IT = "Your words are still above in this window. Clear it?"
CANNOT_CLEAR = "They are out of sight. This kind of window may still hold them; closing it is surest."
ALWAYS_PLAIN = "From now on cairn opens in plain lines by itself. The same name takes that back."
NOT_ALWAYS_PLAIN = "From now on cairn opens its screen again. cairn --plain opens plain lines."
CHOOSE_COUNTRY = "For lines near you: “country”, once your journal is open."


# The deeds, by the name that is typed


@dataclass(frozen=True, slots=True)
class Named:
    """A deed as a person knows it."""

    name: str
    """What is typed for it."""
    says: str
    """What it is for."""


CHECK_IN_FOR_A_DAY = Named("check in for a day", "the same for any day that has been")
CHECK_IN = Named("check in", f"how things are, today. “{CHECK_IN_FOR_A_DAY.name}” is for a day that has been")
WRITE_PAGE = Named("write", "a page, for today or any day that has been")
JOURNAL = Named("journal", "everything you wrote, newest first")
SEARCH = Named("search", "find words anywhere")
GOALS = Named("goals", "what you are moving towards, and small steps")
NEW_GOAL = Named("new goal", "name something to move towards")
PEERS = Named("peers", "sessions, partners, your week")
BEFORE = Named("before", "get ready for a peer session")
AFTER = Named("after", "what stayed from a peer session")
SESSIONS = Named("sessions", "what you wrote about them")
PARTNERS = Named("partners", "people you meet with, and what you agreed")
WEEK = Named("week", "what comes round in your week")
TOOLBOX = Named("toolbox", "what helps, your people, your plans")
TOOLS = Named("tools", "things that help you")
SURPRISE = Named("surprise me", "one of the things that help")
STRENGTHS = Named("strengths", "what you bring")
PEOPLE = Named("people", "your people")
PLANS = Named("plans", "your staying-well and getting-through plans")
STORY = Named("story", "your own story")
SOME_OF_IT = Named("some", "one kind, a theme, a tag, a goal, some days")
ALL_OF_IT = Named("all", "everything again")
MONTH = Named("month", "a month, day by day")
MONTH_BEFORE = Named("before", "the month before")
MONTH_NEXT = Named("next", "the month after")
OTHER_YEARS = Named("other years", "this day in other years")
WRITE_FOR_DAY = Named("write", "a page for this day")
PAGE_ABOUT = Named("about", "its themes, tags and goals")
VERSIONS = Named("versions", "what it said before it was changed")
ALL_SHOWS_ALL = "“all” shows everything."
LOOK_BACK = Named("look back", "your own notes, counted")
HARD_DAY = Named("hard day", "what you have put by for one")
SUPPORT_NOW = Named("support", "every support line")
DRAFTS = Named("drafts", "what you began")
UNDO = Named("undo", "take back the last delete or import")
ABOUT = Named("about", "what cairn is and is not")
COUNTRY = Named("country", "whose support lines are said")
MY_SUPPORT_LINES = Named("my support lines", "yours, and the order of all of them")
SUPPORT_FILE = Named("support file", "use a file of support lines, or go back")
RECOVERY_WORDS = Named("recovery words", "make new ones")
PLAIN_LINES = Named("plain lines", "open cairn like this by itself, or not any more")
LOCK_AFTER = Named("lock after", "how soon it locks by itself")
LOCK = Named("lock", "close the journal, and ask for the passphrase again")
LEAVE = Named("quit", "leave; all you wrote is kept")

NEW = Named("new", "add one")
OPEN_NEW_GOAL = Named("new", NEW_GOAL.says)
CHANGE = Named("change", "put it in other words")
CHANGE_PARTS = Named("change", "add to it, or put parts in other words")
KEEP = Named("keep", "for a hard day, or not any more")
BRING = Named("bring", "to the next peer session, or not any more")
DELETE = Named("delete", "out of sight; undo brings it back for 30 days")
STEP = Named("step", "add a small step")
DONE = Named("done", "a step is done")
DOING = Named("doing", "you are doing a step")
SET_ASIDE = Named("set aside", "put a step aside")
TRY_STEP = Named("to try", "a step is one to try again")
OTHER_WORDS = Named("reword", "put a step in other words")
STATUS = Named("status", "say where it stands")
REFLECT = Named("reflect", "a few words about it")
SHOW = Named("show", "chosen lines, for someone beside you")
AGREEMENT = Named("agreement", "your part of what you agreed")
PARTNER_STATUS = Named("status", "meeting, a break, or an end")
MARK = Named("mark", "say whether it helped")

EACH_DAY = Named("each day", "every day of it, one after the other")
OTHER_DAYS = Named("days", "look back over more days, or fewer")
A_YEAR = Named("year", "which days of a year have a note")
A_QUESTION = Named("question", "one to write about, or another")

# Check-in

FEELINGS = "Any words for it? Up to five, with commas between, or none. “list” says some."
LIST_OF_FEELINGS = "list: words to choose from, a group at a time."
MANY_FEELINGS = "Up to five words for feelings. Nothing is lost. Please type them once more."
WHICH_GROUP = "Which group of words?"
WHICH_FEELINGS = "Which of them? Numbers or words, with commas between."
LIST_OF_TOOLS = "list: the things that help you."
A_FEW_QUESTIONS = "A few questions. Enter goes past one. “!” says support lines. Ctrl+C stops, and keeps what is here."
ENTER_CLOSES = "Enter closes this page."
MARKS_TYPED = "After a name: “a lot”, “a little”, “not this time” or “not sure” says whether it helped."
WHICH_DAY_OF_CHECK_IN = "Which day is it for? “yesterday”, or a day like 2026-03-01. Enter goes back."
NO_TOOLS = "Nothing is listed yet. Type what helped, in your own words."
NOTHING_ANSWERED = saved.NOTHING_ANSWERED
HEAVY = "If today is heavy, support is one key away: “!”."

# Pages

WHICH_DAY = "Which day is it for? Enter for today, or “yesterday”, or a day like 2026-03-01."
PROMPT_OFFERED = "Would you like a question to write about?"
IS_IT_THE_ONE = "Is this the one?"
THIS_ONE = "yes, this one"
ANOTHER = "another"
NO_PROMPT = "a blank page"
NOT_AGAIN = "do not ask me this one again"
WRITE = "Write here."
WRITE_MORE = "Write here. It goes on after what is there."
NEW_WORDS = "The new words, in place of the old, which are kept."
EMPTY_PAGE = saved.EMPTY_PAGE
EMPTY_CHANGE = saved.EMPTY_CHANGE
HOW_TO_CHANGE = "What would you like to change?"
MORE_AT_THE_END = "more at the end"
ONE_LINE_ANEW = "one line"
ALL_ANEW = "all the words"
THE_TITLE = "title"
AS_IT_IS = "nothing more; save it as it is"
TAKE_AWAY = "take it all out"
WHICH_LINE = "Which line? Its number."
LINE_ANEW = "That line in other words."
JOURNAL_EMPTY = "Your check-ins, pages, goals and sessions will be here, newest first."
DELETED = "Out of sight. “undo” brings it back, for 30 days."
SEARCH_FOR = f"{screen.SEARCH_HINT}. Enter goes back."
WHAT_WITH_DRAFT = "What would you like to do with it?"
GO_ON = "go on with it"
PUT_AWAY = "put it out of sight"

# Looking back

HOW_MANY_DAYS = "How many days? A number from 1 to 366. Enter leaves it as it was."
NONE_OF_THEM = "none of them"
NO_QUESTIONS = "You chose not to be asked anything here."

# Goals, sessions, what helps

NO_SUCH_STEP = "There is no step like that here."
WHICH_STEP = "Which step?"
YOUR_OWN_WORDS = "Change the words, or Enter takes them."
WHICH_PART = "Which part? Enter goes back."
ANOTHER_PART = "Another part? “list” says them again. Enter goes back."
WHICH_LINES = "Which lines? They are said alone, one after the other."
A_PARTNER = "someone I meet with"
A_GROUP = "a group"
WHAT_IS_THIS_NAME = "This name is new here. Whose is it?"
WHICH_SESSION_DAY = "When was it? Enter for today, or “yesterday”, or a day like 2026-03-01."
WHICH_PLAN = "Which plan? Enter goes back."
WRITE_ABOUT_IT = "Would you like to write about it?"
NOTHING_KEPT = "Pages you keep will be here."

IN_A_LIST = 80
"""Characters of a longer text that a list reads."""
NEEDS_WORDS = "This needs a few words. Any words will do."
THING_SAVED = {**toolbox.SAVED, "week": peers.SAVED_WEEK, "partner": peers.PARTNER_SAVED}


def demo_begins(passphrase: str) -> str:
    """What a person should know before a journal to look around in is opened."""
    return (
        "This is a journal to look around in. Every word in it is made up.\n"
        "Change, write and delete what you like. When you leave, all of it goes.\n"
        f"Its passphrase: {passphrase}\n"
        "It opens by itself. You need the passphrase after “lock”. “quit” leaves."
    )


def choose_help(count: int) -> str:
    return f"A number from 1 to {count}, or the words of the choice."


def what_next(ways: list[str]) -> str:
    """The question under something that is open, with what can be typed."""
    said = ", ".join(ways)
    return f"What next? {said[:1].upper()}{said[1:]}."


def typed(name: str) -> str:
    """A word as something to type."""
    return f"“{name}”"


def has_now(value: str, *, clears: bool = True) -> str:
    """What is there already, and what leaves it or takes it away."""
    between = "\n" if "\n" in value else " "
    takes_away = f" “{CLEAR}” takes it away." if clears else ""
    return f"Now:{between}{value}\nEnter leaves it so.{takes_away}"


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
        return peers.partners_empty(new)
    return peers.week_empty(new) if kind == "week" else toolbox.empty(kind, new)


def prompt(text: str) -> str:
    """A question to write about, with its role before it."""
    return f"Prompt: {text}"


def start_of(text: str) -> str:
    """The start of a text on one line, for a list."""
    return screen.shortened(text, IN_A_LIST)


def plan_to_choose(title: str) -> str:
    return f"{title}: which part? Enter goes back."


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
    return f"A whole number from {lowest} to {highest}, or Enter to go past it."


def answered(dimension: str, scale_id: str, answer: int) -> str:
    """An answer with its word."""
    return f"{answer}: {answer_words(dimension, scale_id, answer)}."


def helped(asked: str, has_numbers: bool) -> str:
    """The question about what helped, and how it is answered."""
    how = "Type a number, or what it was" if has_numbers else "Type what it was"
    return f"{asked} {how}, with commas between."


def one_idea_a_line(said: str) -> str:
    """The same with each sentence on a line of its own, for easy mode."""
    return _BETWEEN_SENTENCES.sub("\n", said)


_BETWEEN_SENTENCES = re.compile("(?<=[.?]) (?=[A-Z“])")
