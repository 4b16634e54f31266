"""Which screens the pictures show, and the keys that lead to each from Today; which are not shown, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that are put where the focus is, all at once."""

    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, the screen that it is of, and the keys that lead there."""

    name: str
    shows: str
    """The class of the screen."""
    keys: Sequence[str | Typed] = ()
    begins: Literal["new", "locked", "today", "facilitator", "member"] = "today"
    """Where there is no journal yet, at the door of the demo journal, or inside it; in the home of a facilitator, or in
    the demo journal of somebody who is in their group. These two are always drawn alone."""
    alone: bool = False
    """Whether it leaves something behind, so that another picture after it would be another."""

    @property
    def is_open(self) -> bool:
        """Whether somebody has unlocked it."""
        return self.begins not in ("new", "locked")

    @property
    def from_today(self) -> bool:
        """Whether it is inside the journal."""
        return self.begins == "today"


_PAGE: Final = """The kettle took its time this morning, and for once so did I.

Rang the shed. A man called Des answered, with a radio on behind him. There is a bus that gets in at \
ten to ten. Nobody minds who starts with the second one.

Six Saturdays. I wrote my name down before I could think of a reason not to.
"""
_LATER: Final = "Later: "
_PAGE_IN_JOURNAL: Final = ("2", "down", "down", "down", "enter")
_PARTNER: Final = ("4", "down", "down", "down", "enter")
_FACILITATOR: Final = ("4", "down", "down", "enter")
_SHARE: Final = ("3", "enter", "s")
_EDITED: Final = (*_PAGE_IN_JOURNAL, "e", Typed(_LATER), "ctrl+s", "v")

PICTURES: Sequence[Picture] = (
    Picture("first-run", "FirstRun", begins="new"),
    Picture("first-run-passphrase", "FirstRun", ("1",), begins="new"),
    Picture("unlock", "Unlock", begins="locked"),
    Picture("support-before-unlock", "SupportNow", ("f2",), begins="locked"),
    Picture("today", "Today"),
    Picture("check-in", "Today", ("tab", "6", "tab", "7"), alone=True),
    Picture("check-in-feelings", "PickFeelings", ("f",)),
    Picture("check-in-helped", "PickHelped", ("w",)),
    Picture("journal", "JournalScreen", ("2",)),
    Picture("journal-narrowed", "Choose", ("2", "f")),
    Picture("journal-month", "JournalMonth", ("2", "m")),
    Picture("journal-day", "JournalDay", ("2", "m", "left", "left", "enter")),
    Picture("page", "Page", _PAGE_IN_JOURNAL),
    Picture("page-about", "PageAbout", (*_PAGE_IN_JOURNAL, "a")),
    Picture("page-versions", "PageVersions", _EDITED, alone=True),
    Picture("page-version", "PageVersion", (*_EDITED, "enter"), alone=True),
    Picture("write", "Write", ("ctrl+n", "f5", Typed(_PAGE)), alone=True),
    Picture("search", "Search", ("ctrl+f", Typed("bus")), alone=True),
    Picture("goals", "Goals", ("3",)),
    Picture("goal", "GoalScreen", ("3", "enter")),
    Picture("goal-in-person", "InPerson", ("3", "enter", "p")),
    Picture("goal-new", "Ask", ("3", "n"), alone=True),
    Picture("goal-words", "Form", ("3", "enter", "e"), alone=True),
    Picture("goal-step", "Ask", ("3", "enter", "a"), alone=True),
    Picture("peers", "Peers", ("4",)),
    Picture("session-with", "Choose", ("4", "f")),
    Picture("session-before", "BeforeForm", ("4", "f", "enter"), alone=True),
    Picture("session-after", "AfterForm", ("4", "enter"), alone=True),
    Picture("session", "SessionScreen", ("4", "end", "enter")),
    Picture("partner", "PartnerScreen", _PARTNER),
    Picture("meeting-invite", "MeetingInvite", ("4", "i")),
    Picture("meeting-words", "MeetingInvite", ("4", "down", "down", "enter", "i")),
    Picture("meeting-join", "MeetingJoin", ("4", "t")),
    Picture("meeting-compare", "MeetingCompare", ("4", "down", "enter", "o")),
    Picture("share", "ShareGoal", _SHARE),
    Picture("share-parts", "ShareGoal", (*_SHARE, "3")),
    Picture("share-look", "ShareGoal", (*_SHARE, "2")),
    Picture("shares", "Shares", ("4", "s")),
    Picture("seen-exactly", "SeenExactly", ("4", "s", "enter")),
    Picture("new-words", "NewWords", ("4", "s", "down", "y")),
    Picture("said-yes-to", "SaidYesTo", ("4", "s", "w")),
    Picture("yes-in-words", "YesInWords", ("4", "s", "w", "end", "enter")),
    Picture("messages", "Messages", (*_PARTNER, "m")),
    Picture("agreement-sides", "AgreementSides", (*_PARTNER, "m", "g")),
    Picture("facilitator", "FacilitatorScreen", _FACILITATOR, "member", alone=True),
    Picture("my-page", "MyPage", (*_FACILITATOR, "p"), "member", alone=True),
    Picture("role-card", "RoleCardFirst", (*_FACILITATOR, "p", "s"), "member", alone=True),
    Picture("my-page-look", "LookAtPage", (*_FACILITATOR, "p", "s", "enter"), "member", alone=True),
    Picture("summaries", "Summaries", (), "facilitator", alone=True),
    Picture("summary", "SummaryScreen", ("enter",), "facilitator", alone=True),
    Picture("group", "GroupScreen", ("2",), "facilitator", alone=True),
    Picture("about-me", "AboutMe", ("3",), "facilitator", alone=True),
    Picture("look-back", "LookBackScreen", ("5",)),
    Picture("look-back-day", "LookBackScreen", ("5", "left", "left", "left")),
    Picture("look-back-table", "LookBackScreen", ("5", "t")),
    Picture("look-back-feelings", "LookBackScreen", ("5", *["comma"] * 5)),
    Picture("look-back-what-helped", "LookBackScreen", ("5", *["comma"] * 4)),
    Picture("look-back-goes-together", "LookBackScreen", ("5", *["comma"] * 3)),
    Picture("look-back-question", "LookBackScreen", ("5", "comma", "comma")),
    Picture("look-back-year", "LookBackScreen", ("5", "comma")),
    Picture("toolbox", "Toolbox", ("6",)),
    Picture("toolbox-plans", "Toolbox", ("6", "right")),
    Picture("toolbox-people", "Toolbox", ("6", "right", "right")),
    Picture("toolbox-bring", "Toolbox", ("6", *["right"] * 3)),
    Picture("toolbox-story", "Toolbox", ("6", *["right"] * 4)),
    Picture("toolbox-thing", "ToolboxThing", ("6", "enter")),
    Picture("plan", "Plan", ("6", "right", "enter")),
    Picture("toolbox-surprise", "Surprise", ("6", "u")),
    Picture("hard-day", "HardDay", ("d",)),
    Picture("settings", "Settings", ("f9",)),
    Picture("settings-noticing", "ChooseSome", ("f9", "down", "enter")),
    Picture("settings-look", "Choose", ("f9", "down", "down", "down", "down", "down", "down", "enter")),
    Picture("settings-keys", "SettingsKeys", ("f9", *["down"] * 9, "enter")),
    Picture("settings-press-key", "PressKey", ("f9", *["down"] * 9, "enter", "enter"), alone=True),
    Picture("country", "Country", ("f2", "c")),
    Picture("support-now", "SupportNow", ("f2",)),
    Picture("support-line", "SupportNow", ("f2", "2")),
    Picture("support-mine", "SupportNow", ("f2", "4")),
    Picture("support-worried", "SupportNow", ("f2", "5")),
    Picture("support-advice", "SupportNow", ("f2", "6")),
    Picture("support-every-line", "SupportNow", ("f2", "m")),
    Picture("support-lines", "SupportLines", ("f2", "e")),
    Picture("help", "Help", ("f1",)),
    Picture("palette", "Palette", ("f3",)),
    Picture("about", "About", ("f10",)),
    Picture("keys-and-copies", "KeysAndCopies", ("f8",)),
    Picture("passphrase-again", "PassphraseAgain", ("f8", "enter"), alone=True),
    Picture("check-recovery-words", "CheckWords", ("f8", "down", "down", "enter"), alone=True),
    Picture("make-backup", "AskPath", ("f8", *["down"] * 4, "enter"), alone=True),
    Picture("today-quiet", "Today", ("f9", *["down"] * 7, "enter", "escape", "escape", "tab"), alone=True),
    Picture("today-easy", "Today", ("f9", *["down"] * 3, "enter", "escape", "escape", "tab"), alone=True),
)
"""In the order of the sections. Those that leave words or a choice behind are `alone`."""

NOT_SHOWN: Final = {
    "AskDays": "as AskPath, with two days to type",
    "AskWord": "as AskPath, with one word to type",
    "AsksPlace": "what MeetingInvite and MeetingJoin have in common; never there by itself",
    "AtWork": "what such questions have in common; never there by itself",
    "BackupWayIn": "as PassphraseAgain, for a backup",
    "ChoosePassphrase": "as the second step of the first run",
    "Cover": "blank, for as long as the last words are being kept",
    "Doing": "how far something is, which is another each time",
    "FacilitatorWords": "as Messages, with a facilitator",
    "FacilitatorsSupport": "as SupportNow, in a facilitator's home",
    "GroupCompare": "as MeetingCompare, for an invite to a group",
    "GroupInvite": "as MeetingInvite, for a group",
    "Hearing": "what screens have in common; never there by itself",
    "JournalList": "what lists of the journal have in common; never there by itself",
    "Keeping": "what screens with words on their way have in common; never there by itself",
    "NewGroup": "as MeetingInvite, before the words: a name and a place",
    "NextAsking": "what screens with a next step have in common; never there by itself",
    "OneThing": "what screens of one thing have in common; never there by itself",
    "PageGoals": "as PickHelped, with goals and their parts",
    "PageSentences": "as PickHelped, with sentences of a look back",
    "Pick": "what PickFeelings and PickHelped have in common; never there by itself",
    "Prefilled": "as Form, with words to change",
    "Reply": "as Ask, with an answer to type",
    "SavedOnce": "what forms have in common; never there by itself",
    "SessionForm": "what BeforeForm and AfterForm have in common; never there by itself",
    "StepAsking": "what screens that ask for a step have in common; never there by itself",
    "ToldScreen": "what lists about sharing have in common; never there by itself",
    "Waiting": "what screens that ask the journal have in common; never there by itself",
    "WordsFirst": "new recovery words, drawn by chance",
}
"""Screens without a picture, and why."""
