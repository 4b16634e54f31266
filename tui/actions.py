"""Every key: one list that feeds the bindings, the line of keys, the help and the palette."""

from dataclasses import dataclass
from functools import partial
from typing import Literal

from tui.language import _

EVERYWHERE = ""
Whose = Literal["person", "facilitator", "both"]
PERSON: Whose = "person"
FACILITATOR: Whose = "facilitator"
BOTH: Whose = "both"


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: its keys (as Textual names them), the action they run, and what a person calls it."""

    id: str
    keys: tuple[str, ...]
    action: str
    words: str
    where: str = EVERYWHERE
    """The screen it belongs to; empty for everywhere."""
    needs_journal: bool = True
    works_in_text: bool = False
    """Whether its first key works while writing: it is then listened to before the text is."""
    home: Whose = PERSON
    """Whose home it belongs to. What is not said to be a facilitator's, or of both, is a person's alone."""

    def is_in(self, home: Whose) -> bool:
        """Whether it is there in a home of this kind; in `both`: in any."""
        return BOTH in (self.home, home) or self.home == home

    @property
    def shown_keys(self) -> str:
        """The keys it comes with, as a person reads them."""
        return " or ".join(shown_key(key) for key in self.keys)


_both = partial(Deed, home=BOTH)
_facilitators = partial(Deed, home=FACILITATOR)

PUNCTUATION = {
    "exclamation_mark": "!", "question_mark": "?", "slash": "/", "comma": ",", "full_stop": ".", "semicolon": ";",
    "colon": ":", "apostrophe": "'", "left_square_bracket": "[", "right_square_bracket": "]", "minus": "-",
    "plus": "+", "equals_sign": "=", "asterisk": "*", "at": "@", "number_sign": "#", "less_than_sign": "<",
    "greater_than_sign": ">", "underscore": "_", "percent_sign": "%", "ampersand": "&", "dollar_sign": "$",
}  # fmt: skip
"""Marks that can be a key, by the name that Textual has for them."""
_NAMED = {"left": "\u2190", "right": "\u2192", "up": "\u2191", "down": "\u2193", "escape": "Esc"}


def shown_key(key: str) -> str:
    """A key as a person reads it: `ctrl+g` as `Ctrl+G`."""
    return PUNCTUATION.get(key) or _NAMED.get(key) or (key if len(key) == 1 else _spelled(key))


def prints(key: str) -> bool:
    """Whether it puts a mark into a text that has the focus."""
    return len(key) == 1 or key in PUNCTUATION


def _spelled(key: str) -> str:
    """`ctrl+g` as `Ctrl+G`, `f2` as `F2`."""
    return "+".join(part.capitalize() for part in key.split("+"))


DEEDS = (
    _both(
        "support",
        ("f2", "ctrl+g", "exclamation_mark"),
        "app.support",
        _("Support now"),
        needs_journal=False,
        works_in_text=True,
    ),
    _both(
        "help",
        ("f1", "question_mark"),
        "app.help",
        _("Help for this screen"),
        needs_journal=False,
        works_in_text=True,
    ),
    _both(
        "palette",
        ("f3", "ctrl+p"),
        "app.command_palette",
        _("Everything by name"),
        needs_journal=False,
        works_in_text=True,
    ),
    Deed("today", ("1",), "app.section('today')", _("Today")),
    Deed("journal", ("2",), "app.section('journal')", _("Journal")),
    Deed("goals", ("3",), "app.section('goals')", _("Goals")),
    Deed("peers", ("4",), "app.section('peers')", _("Peers")),
    Deed("look-back", ("5",), "app.section('look-back')", _("Look back")),
    Deed("toolbox", ("6",), "app.section('toolbox')", _("Toolbox")),
    Deed("write", ("ctrl+n",), "app.write", _("Write a page"), works_in_text=True),
    Deed("check-in", ("ctrl+t",), "app.check_in", _("Check in"), works_in_text=True),
    Deed("search", ("ctrl+f", "slash"), "app.search", _("Search"), works_in_text=True),
    _both("undo", ("f4",), "app.undo", _("Take back the last delete or import"), works_in_text=True),
    Deed("home", ("escape",), "app.home", _("Back to Today")),
    _facilitators("summaries", ("1",), "app.section('summaries')", _("Summaries")),
    _facilitators("group", ("2",), "app.section('group')", _("Group")),
    _facilitators("about-me", ("3",), "app.section('about-me')", _("About me")),
    _facilitators("back-to-summaries", ("escape",), "app.home", _("Back to Summaries")),
    _both("about", ("f10",), "app.about", _("About cairn and peer support"), needs_journal=False, works_in_text=True),
    _both("country", (), "app.country", _("Country for support lines"), needs_journal=False),
    Deed("support-lines", (), "app.support_lines", _("My support lines")),
    _both("support-file", (), "app.support_file", _("Support lines from a file"), needs_journal=False),
    _both("keys-and-copies", ("f8",), "app.keys_and_copies", _("Keys and copies"), works_in_text=True),
    _both("recovery-words", (), "app.recovery_words", _("Make new recovery words")),
    _both("lock-after", (), "app.lock_after", _("Lock after…")),
    _both("settings", ("f9",), "app.settings", _("Settings"), works_in_text=True),
    _both("lock", ("ctrl+l",), "app.lock", _("Lock"), works_in_text=True),
    _both("quit", ("ctrl+q",), "app.quit", _("Quick exit"), needs_journal=False, works_in_text=True),
    Deed("save", ("ctrl+s",), "save", _("Save"), where="today", works_in_text=True),
    Deed("hard-day", ("d",), "hard_day", _("A hard day"), where="today"),
    Deed("pick", ("f5",), "pick", _("A list to choose from, for this field"), where="today", works_in_text=True),
    Deed("pick-feelings", ("f",), "pick_feelings", _("Words for feelings, a group at a time"), where="today"),
    Deed("pick-helped", ("w",), "pick_helped", _("What helped, from your toolbox"), where="today"),
    Deed("check-in-day", ("ctrl+o",), "another_day", _("Check in for another day"), where="today", works_in_text=True),
    Deed("leave-field", ("escape",), "back", _("Out of the field"), where="today", works_in_text=True),
    Deed("answer-line", ("o",), "answer_line", _("The line under the check-in"), where="today"),
    Deed("open", ("enter",), "open", _("Open"), where="journal"),
    Deed("delete", ("delete",), "delete", _("Delete"), where="journal"),
    Deed("narrow", ("f",), "narrow", _("Show some of it"), where="journal"),
    Deed("show-all", ("escape",), "show_all", _("Show everything again"), where="journal"),
    Deed("month", ("m",), "month", _("A month as a calendar"), where="journal"),
    Deed("on-this-day", ("o",), "on_this_day", _("On this day in other years"), where="journal"),
    Deed("open-day", ("enter",), "open", _("What this day has"), where="journal-month"),
    Deed("other-years", ("o",), "other_years", _("This day in other years"), where="journal-month"),
    Deed("leave-month", ("escape",), "back", _("Back"), where="journal-month"),
    Deed("open-of-day", ("enter",), "open", _("Open"), where="journal-day"),
    Deed("delete-of-day", ("delete",), "delete", _("Delete"), where="journal-day"),
    Deed("leave-day", ("escape",), "back", _("Back"), where="journal-day"),
    Deed("about-page", ("a",), "about", _("What this page is about"), where="page"),
    Deed("versions", ("v",), "versions", _("Earlier versions"), where="page"),
    Deed("open-version", ("enter",), "open", _("Read it"), where="versions"),
    Deed("leave-versions", ("escape",), "back", _("Back"), where="versions"),
    Deed("bring-back", ("r",), "bring_back", _("Bring these words back"), where="version"),
    Deed("leave-version", ("escape",), "back", _("Back"), where="version"),
    Deed("leave-page-about", ("escape",), "back", _("Back, kept"), where="page-about", works_in_text=True),
    Deed("keep", ("k",), "keep", _("Keep for a hard day"), where="page"),
    Deed("bring", ("ctrl+b", "b"), "bring", _("Bring to a session"), where="page"),
    Deed("edit", ("e",), "edit", _("Change the words"), where="page"),
    Deed("delete-page", ("delete",), "delete", _("Delete"), where="page"),
    Deed("erase-page", ("shift+delete",), "erase", _("Erase for good"), where="page"),
    Deed("save-page", ("ctrl+s",), "save", _("Save this page"), where="write", works_in_text=True),
    Deed("ask", ("f5",), "another_prompt", _("A question to write about"), where="write", works_in_text=True),
    Deed(
        "about-prompt",
        ("ctrl+r",),
        "about_prompt",
        _("Skip this question, or not again"),
        where="write",
        works_in_text=True,
    ),
    Deed("skip-prompt", (), "skip_prompt", _("Skip this question"), where="write"),
    Deed("not-again", (), "not_again", _("Do not ask me this question again"), where="write"),
    Deed("another-day", ("ctrl+o",), "another_day", _("For another day"), where="write", works_in_text=True),
    Deed("back", ("escape",), "back", _("Back"), where="page"),
    Deed("leave-page", ("escape",), "back", _("Leave, kept as a draft"), where="write", works_in_text=True),
    _both("save-form", ("ctrl+s",), "save", _("Save"), where="form", works_in_text=True),
    _both("more-parts", ("f5",), "more", _("A few more parts"), where="form", works_in_text=True),
    _both("leave-form", ("escape",), "back", _("Leave, kept as it is"), where="form", works_in_text=True),
    Deed("new-goal", ("n",), "new", _("A new goal"), where="goals"),
    Deed("open-goal", ("enter",), "open", _("Open"), where="goals"),
    Deed("bring-goal", ("ctrl+b", "b"), "bring", _("Bring to a session"), where="goals"),
    Deed("delete-goal", ("delete",), "delete", _("Delete"), where="goals"),
    Deed("add-step", ("a",), "add_step", _("Another small step"), where="goal"),
    Deed("step-done", ("x",), "turn", _("This step is done, or not"), where="goal"),
    Deed("set-aside", ("o",), "set_aside", _("Set this step aside, or take it up again"), where="goal"),
    Deed("doing", ("d",), "doing", _("This step is being done, or not yet"), where="goal"),
    Deed("step-words", ("w",), "reword", _("This step in other words"), where="goal"),
    Deed("goal-status", ("c",), "status", _("Where it stands"), where="goal"),
    Deed("reflect", ("r",), "reflect", _("A few words about it"), where="goal"),
    Deed("fill-in", ("e",), "edit", _("Change or add words"), where="goal"),
    Deed("bring-this-goal", ("ctrl+b", "b"), "bring", _("Bring to a session"), where="goal"),
    Deed("in-person", ("p",), "in_person", _("Show in person"), where="goal"),
    Deed("share-goal", ("s",), "share", _("Share with a partner"), where="goal"),
    Deed("look-at-new-words", ("y",), "new_words", _("New words of what is shared"), where="goal"),
    Deed("delete-this-goal", ("delete",), "delete", _("Delete"), where="goal"),
    Deed("erase-this-goal", ("shift+delete",), "erase", _("Erase for good"), where="goal"),
    Deed("leave-goal", ("escape",), "back", _("Back"), where="goal"),
    Deed("show-lines", ("ctrl+s",), "show", _("Show these lines"), where="in-person"),
    Deed("leave-in-person", ("escape",), "back", _("Back"), where="in-person"),
    Deed("leave-search", ("escape",), "back", _("Back"), where="search", works_in_text=True),
    Deed("leave-hard-day", ("escape",), "back", _("Back"), where="hard-day"),
    _both("leave-step", ("escape",), "back", _("Back"), where="first-run", needs_journal=False),
    _both("leave-country", ("escape",), "back", _("Back"), where="country", needs_journal=False),
    _both("leave-words", ("escape",), "leave", _("Back"), where="recovery-words"),
    _both(
        "words",
        ("ctrl+r",),
        "use_words",
        _("Use recovery words"),
        where="unlock",
        needs_journal=False,
        works_in_text=True,
    ),
    Deed("shelf-before", ("left", "h"), "turn(-1)", _("The shelf before"), where="toolbox"),
    Deed("next-shelf", ("right", "l"), "turn(1)", _("The next shelf"), where="toolbox"),
    Deed("open-thing", ("enter",), "open", _("Open"), where="toolbox"),
    Deed("new-thing", ("n",), "new", _("Add something"), where="toolbox"),
    Deed("mark-tool", ("m",), "mark", _("Note whether it helped"), where="toolbox"),
    Deed("surprise", ("u",), "surprise", _("Surprise me"), where="toolbox"),
    Deed("delete-thing", ("delete",), "delete", _("Delete"), where="toolbox"),
    Deed("change-thing", ("e",), "edit", _("Change or add words"), where="toolbox-thing"),
    Deed("mark-this-tool", ("m",), "mark", _("Note whether it helped"), where="toolbox-thing"),
    Deed("delete-this-thing", ("delete",), "delete", _("Delete"), where="toolbox-thing"),
    Deed("erase-this-thing", ("shift+delete",), "erase", _("Erase for good"), where="toolbox-thing"),
    Deed("leave-thing", ("escape",), "back", _("Back"), where="toolbox-thing"),
    Deed("leave-plan", ("escape",), "back", _("Back"), where="plan"),
    Deed("before-session", ("f",), "before", _("Before a session"), where="peers"),
    Deed("after-session", ("a",), "after", _("After a session"), where="peers"),
    Deed("add-partner", ("n",), "add_partner", _("Add a partner, by name"), where="peers"),
    Deed("add-to-week", ("w",), "add_to_week", _("Add to my week"), where="peers"),
    Deed("what-is-shared", ("s",), "shares", _("What is shared"), where="peers"),
    Deed("between-us", ("m",), "messages", _("What partners share, and messages"), where="peers"),
    Deed("open-peer", ("enter",), "open", _("Open"), where="peers"),
    Deed("delete-peer", ("delete",), "delete", _("Delete"), where="peers"),
    Deed("save-session", ("ctrl+s",), "save", _("Save"), where="session-after", works_in_text=True),
    Deed("session-day", ("ctrl+o",), "another_day", _("For another day"), where="session-after", works_in_text=True),
    Deed(
        "more-of-session", ("f5",), "more", _("More questions, if you like"), where="session-after", works_in_text=True
    ),
    Deed("leave-after", ("escape",), "back", _("Leave, kept as it is"), where="session-after", works_in_text=True),
    Deed("other-half", ("a",), "after", _("The half after it"), where="session"),
    Deed("change-session", ("e",), "edit", _("Change or add words"), where="session"),
    Deed("next-as-step", ("t",), "as_step", _("What comes next, as a step of a goal"), where="session"),
    Deed("keep-session", ("k",), "keep", _("Keep for a hard day"), where="session"),
    Deed("delete-session", ("delete",), "delete", _("Delete"), where="session"),
    Deed("erase-session", ("shift+delete",), "erase", _("Erase for good"), where="session"),
    Deed("leave-session", ("escape",), "back", _("Back"), where="session"),
    Deed("agreement", ("g",), "agreement", _("What we agreed: my part"), where="partner"),
    Deed("partner-status", ("c",), "status", _("Where it stands: meeting, a break, an end"), where="partner"),
    Deed("between-us-two", ("m",), "messages", _("What they share, and messages"), where="partner"),
    Deed("before-with", ("f",), "before", _("Before a session with them"), where="partner"),
    Deed("after-with", ("a",), "after", _("After a session with them"), where="partner"),
    Deed("change-partner", ("e",), "edit", _("Change the name and the rest"), where="partner"),
    Deed("delete-partner", ("delete",), "delete", _("Delete"), where="partner"),
    Deed("erase-partner", ("shift+delete",), "erase", _("Erase for good"), where="partner"),
    Deed("leave-partner", ("escape",), "back", _("Back"), where="partner"),
    Deed("open-my-page", ("p",), "my_page", _("My page for them"), where="facilitator"),
    Deed("facilitator-words", ("m",), "messages", _("Their notes and replies"), where="facilitator"),
    Deed("facilitator-shares", ("s",), "shares", _("What is shared"), where="facilitator"),
    Deed("before-with-facilitator", ("f",), "before", _("Before a session with them"), where="facilitator"),
    Deed("after-with-facilitator", ("a",), "after", _("After a session with them"), where="facilitator"),
    Deed("join-facilitator", ("t",), "join", _("Type in twelve words of theirs"), where="facilitator"),
    Deed("compare-with-facilitator", ("o",), "compare", _("Four words to compare with them"), where="facilitator"),
    Deed("end-with-facilitator", ("x",), "end", _("End it with them"), where="facilitator"),
    Deed("change-facilitator", ("e",), "edit", _("Change the name and the rest"), where="facilitator"),
    Deed("delete-facilitator", ("delete",), "delete", _("Delete"), where="facilitator"),
    Deed("erase-facilitator", ("shift+delete",), "erase", _("Erase for good"), where="facilitator"),
    Deed("leave-facilitator", ("escape",), "back", _("Back"), where="facilitator"),
    Deed("keep-facilitator-words", ("k",), "keep", _("Keep for a hard day"), where="facilitator-words"),
    Deed("leave-facilitator-words", ("escape",), "back", _("Back"), where="facilitator-words"),
    Deed("look-at-my-page", ("s",), "look", _("Look at it as it would go, then share it"), where="my-page"),
    Deed("write-my-page", ("e",), "edit", _("Write it, or change it"), where="my-page"),
    Deed("goals-on-my-page", ("g",), "goals", _("Goals on it"), where="my-page"),
    Deed("look-back-on-my-page", ("l",), "sentences", _("Sentences of my look back on it"), where="my-page"),
    Deed("my-page-shared", ("w",), "shares", _("What is shared"), where="my-page"),
    Deed("delete-my-page", ("delete",), "delete", _("Delete"), where="my-page"),
    Deed("erase-my-page", ("shift+delete",), "erase", _("Erase for good"), where="my-page"),
    Deed("leave-my-page", ("escape",), "back", _("Back"), where="my-page"),
    Deed("page-goals-chosen", ("ctrl+s",), "chosen", _("These, and on"), where="my-page-goals"),
    Deed("leave-page-goals", ("escape",), "back", _("Leave it as it was"), where="my-page-goals"),
    Deed("page-sentences-chosen", ("ctrl+s",), "chosen", _("These, and on"), where="my-page-sentences"),
    Deed("leave-page-sentences", ("escape",), "back", _("Leave it as it was"), where="my-page-sentences"),
    Deed("read-role-card", ("enter", "space"), "onwards", _("Read on, to its end"), where="role-card"),
    Deed("leave-role-card", ("escape",), "keep_private", _("Keep it private"), where="role-card"),
    Deed("my-page-yes", ("y",), "say_yes", _("Yes, share this"), where="my-page-look"),
    Deed("my-page-date", ("u",), "another_day", _("Until another day"), where="my-page-look"),
    Deed("leave-my-page-look", ("escape",), "keep_private", _("Keep it private"), where="my-page-look"),
    _both("leave-keys-and-copies", ("escape",), "back", _("Back"), where="keys-and-copies"),
    _both("leave-settings", ("escape",), "back", _("Back"), where="settings"),
    _both("key-as-it-came", ("delete",), "as_it_came", _("The keys this came with"), where="keys"),
    _both("keys-as-they-came", ("shift+delete",), "as_they_came", _("All keys as they came"), where="keys"),
    _both("leave-keys", ("escape",), "back", _("Back"), where="keys"),
    Deed("next-view", ("v", "full_stop"), "turn(1)", _("The next view"), where="look-back"),
    Deed("view-before", ("comma",), "turn(-1)", _("The view before"), where="look-back"),
    Deed("how-far-back", ("w",), "window", _("How far back: four weeks, eight, a year"), where="look-back"),
    Deed("as-table", ("t",), "table", _("A table in place of the picture, or the picture"), where="look-back"),
    Deed("middles", ("m",), "middles", _("The middle of every seven days, or each day"), where="look-back"),
    Deed("year-of", ("o",), "year_of", _("A year, of something else"), where="look-back"),
    Deed("answer-question", ("enter",), "answer", _("Write a page with this question"), where="look-back"),
    Deed("another-question", ("f5",), "another", _("Another question"), where="look-back"),
    Deed("skip-question", ("s",), "skip", _("Skip this question"), where="look-back"),
    Deed("question-not-again", ("x",), "not_again", _("Do not ask me this question again"), where="look-back"),
    _both("support-first", ("1",), "line(1)", _("The first line, whole"), where="support-now", needs_journal=False),
    _both("support-second", ("2",), "line(2)", _("The second line, whole"), where="support-now", needs_journal=False),
    _both("support-third", ("3",), "line(3)", _("The third line, whole"), where="support-now", needs_journal=False),
    Deed("support-mine", ("4",), "mine", _("My own people and plan"), where="support-now", needs_journal=False),
    _both(
        "support-worried", ("5",), "worried", _("Worried about someone else"), where="support-now", needs_journal=False
    ),
    _both(
        "support-advice", ("6",), "advice", _("Advice, money, peer groups"), where="support-now", needs_journal=False
    ),
    _both("support-more", ("m",), "more", _("Every line"), where="support-now", needs_journal=False),
    _both("support-country", ("c",), "country", _("Choose the country"), where="support-now", needs_journal=False),
    Deed("support-arrange", ("e",), "arrange", _("My support lines"), where="support-now"),
    _both("leave-support", ("escape",), "back", _("Back"), where="support-now", needs_journal=False),
    Deed("new-support-line", ("n",), "new", _("Add a line of your own"), where="support-lines"),
    Deed("support-line-words", ("e",), "edit", _("Other words for a line of your own"), where="support-lines"),
    Deed("hide-support-line", ("h", "delete"), "hide", _("Hide this line, or show it again"), where="support-lines"),
    Deed("support-line-up", ("u", "left_square_bracket"), "move(-1)", _("One place up"), where="support-lines"),
    Deed("support-line-down", ("d", "right_square_bracket"), "move(1)", _("One place down"), where="support-lines"),
    Deed(
        "erase-support-line", ("shift+delete",), "erase", _("Erase a line of your own for good"), where="support-lines"
    ),
    Deed("leave-support-lines", ("escape",), "back", _("Back"), where="support-lines"),
    Deed("share-yes", ("y",), "say_yes", _("Yes, share this"), where="share"),
    Deed("share-date", ("u",), "another_day", _("Until another day"), where="share"),
    Deed("share-parts", ("ctrl+s",), "parts_chosen", _("These parts"), where="share"),
    Deed("leave-share", ("escape",), "keep_private", _("Keep it private"), where="share"),
    Deed("send-new-words", ("y",), "send", _("Send the new words"), where="new-words"),
    Deed("leave-new-words", ("escape",), "back", _("Keep them here"), where="new-words"),
    Deed("see-exactly", ("enter",), "open", _("See exactly what they see"), where="shares"),
    Deed("pause-share", ("p",), "pause", _("Pause, or go on"), where="shares"),
    Deed("stop-share", ("o",), "stop", _("Stop sharing this"), where="shares"),
    Deed("pause-all-shares", ("a",), "pause_all", _("Pause everything"), where="shares"),
    Deed("new-words-of-share", ("y",), "new_words", _("New words that wait for a yes"), where="shares"),
    Deed("share-again", ("r",), "share_again", _("Share it again, with a new yes"), where="shares"),
    Deed("said-yes-to", ("w",), "said_yes_to", _("What I said yes to"), where="shares"),
    Deed("leave-shares", ("escape",), "back", _("Back"), where="shares"),
    Deed("leave-seen", ("escape",), "back", _("Back"), where="seen-exactly"),
    Deed("read-yes", ("enter",), "open", _("The words I said yes to"), where="said-yes-to"),
    Deed("leave-said-yes-to", ("escape",), "back", _("Back"), where="said-yes-to"),
    Deed("reply", ("enter",), "open", _("Words about this"), where="messages"),
    Deed("write-to-them", ("n",), "write", _("A few words to them"), where="messages"),
    Deed("keep-words", ("k",), "keep", _("Keep for a hard day"), where="messages"),
    Deed("next-time", ("t",), "next_time", _("Next time we meet"), where="messages"),
    Deed("both-agreements", ("g",), "agreement", _("What you both agreed"), where="messages"),
    Deed("leave-messages", ("escape",), "back", _("Back"), where="messages"),
    Deed("my-agreement", ("e",), "edit", _("Change my part"), where="agreement-sides"),
    Deed("send-my-part", ("s",), "send_part", _("Send my part as it is here"), where="agreement-sides"),
    Deed("yes-to-theirs", ("y",), "say_yes", _("Say yes to their part"), where="agreement-sides"),
    Deed("leave-sides", ("escape",), "back", _("Back"), where="agreement-sides"),
    Deed("invite-peer", ("i",), "invite", _("Invite a partner, with twelve words"), where="peers"),
    Deed("join-peer", ("t",), "join", _("Type in the twelve words of an invite"), where="peers"),
    Deed("clock-right", ("c",), "clock_right", _("The clock of this computer is right"), where="peers"),
    Deed("invite-partner", ("i",), "invite", _("Invite them, or meet again"), where="partner"),
    Deed("join-partner", ("t",), "join", _("Type in twelve words of theirs"), where="partner"),
    Deed("compare-words", ("o",), "compare", _("Four words to compare with them"), where="partner"),
    Deed("end-with", ("x",), "end", _("End it with them"), where="partner"),
    _both("make-invite", ("ctrl+s",), "make", _("Make the twelve words"), where="meeting-invite", works_in_text=True),
    _both("invite-as-picture", ("v",), "picture", _("The words as a picture, or as words"), where="meeting-invite"),
    _both(
        "after-invite", ("enter",), "onwards", _("On to what comes next"), where="meeting-invite", works_in_text=True
    ),
    _both("leave-invite", ("escape",), "back", _("Back"), where="meeting-invite", works_in_text=True),
    Deed("join-onwards", ("enter",), "onwards", _("Look, then join"), where="meeting-join", works_in_text=True),
    Deed("leave-join", ("escape",), "back", _("Back"), where="meeting-join", works_in_text=True),
    _both("leave-compare", ("escape",), "back", _("Later"), where="meeting-compare"),
    _facilitators("open-summary", ("enter",), "open", _("Open"), where="summaries"),
    _facilitators("write-about-me", ("e",), "edit_card", _("Write about me"), where="summaries"),
    _facilitators("begin-group", ("g",), "new_group", _("A new group"), where="summaries"),
    _facilitators("begin-invite", ("i",), "invite", _("Invite somebody to a group"), where="summaries"),
    _facilitators("answer-note", ("o",), "answer_line", _("The line about keys and copies"), where="summaries"),
    _facilitators("clock-is-right", ("c",), "clock_right", _("This computer's clock is right"), where="summaries"),
    _facilitators("answer-summary", ("r",), "reply", _("An answer that they can read"), where="summary"),
    _facilitators("print-summary", ("p",), "print", _("A printed page, where they allow it"), where="summary"),
    _facilitators("leave-summary", ("escape",), "back", _("Back"), where="summary"),
    _facilitators("open-of-group", ("enter",), "open", _("Open"), where="group"),
    _facilitators("group-note", ("n",), "note", _("A note to the group"), where="group"),
    _facilitators("group-invite", ("i",), "invite", _("Invite somebody, with twelve words"), where="group"),
    _facilitators("group-words", ("o",), "compare", _("Four words to compare, of an invite"), where="group"),
    _facilitators("take-back-invite", ("x",), "take_back", _("Take an invite back"), where="group"),
    _facilitators("group-agreement", ("e",), "agree", _("What the group agreed"), where="group"),
    _facilitators("close-group", ("c",), "close", _("Say when the group closes"), where="group"),
    _facilitators("hand-over", ("h",), "hand_over", _("Say who holds it next"), where="group"),
    _facilitators("group-goes-on", ("a",), "go_on", _("The group goes on after all"), where="group"),
    _facilitators("new-group", ("g",), "new_group", _("A new group"), where="group"),
    _facilitators("change-about-me", ("e",), "edit_card", _("Change or add words"), where="about-me"),
    _facilitators("make-group", ("ctrl+s",), "make", _("Make the group"), where="new-group", works_in_text=True),
    _facilitators("leave-new-group", ("escape",), "back", _("Back"), where="new-group", works_in_text=True),
)


def deeds_of(where: str, home: Whose = BOTH) -> list[Deed]:
    """The deeds of one screen, or of everywhere: those in one kind of home, or in either."""
    return [deed for deed in DEEDS if deed.where == where and deed.is_in(home)]


def deeds_running(action: str, parameters: tuple[object, ...]) -> list[Deed]:
    """The deeds of everywhere that run an action of the app: with these parameters, or, where none does, with any."""
    called = f"app.{action}({', '.join(map(repr, parameters))})" if parameters else f"app.{action}"
    exactly = [deed for deed in deeds_of(EVERYWHERE) if deed.action == called]
    return exactly or [deed for deed in deeds_of(EVERYWHERE) if deed.action.partition("(")[0] == f"app.{action}"]
