"""Every key: one list that feeds the bindings, the line of keys, the help and the palette."""

from dataclasses import dataclass

EVERYWHERE = ""


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

    @property
    def shown_keys(self) -> str:
        """The keys as a person reads them."""
        return " or ".join(_SHOWN.get(key, key if len(key) == 1 else _spelled(key)) for key in self.keys)


_SHOWN = {
    "exclamation_mark": "!", "question_mark": "?", "slash": "/", "escape": "Esc", "enter": "Enter",
    "delete": "Delete", "backspace": "Backspace",
}  # fmt: skip


def _spelled(key: str) -> str:
    """`ctrl+g` as `Ctrl+G`, `f2` as `F2`."""
    return "+".join(part.capitalize() for part in key.split("+"))


DEEDS = (
    Deed(
        "support",
        ("f2", "ctrl+g", "exclamation_mark"),
        "app.support",
        "Support now",
        needs_journal=False,
        works_in_text=True,
    ),
    Deed(
        "help",
        ("f1", "question_mark"),
        "app.help",
        "Help for this screen",
        needs_journal=False,
        works_in_text=True,
    ),
    Deed(
        "palette",
        ("f3", "ctrl+p"),
        "app.command_palette",
        "Everything by name",
        needs_journal=False,
        works_in_text=True,
    ),
    Deed("today", ("1",), "app.section('today')", "Today"),
    Deed("journal", ("2",), "app.section('journal')", "Journal"),
    Deed("goals", ("3",), "app.section('goals')", "Goals"),
    Deed("peers", ("4",), "app.section('peers')", "Peers"),
    Deed("toolbox", ("6",), "app.section('toolbox')", "Toolbox"),
    Deed("write", ("ctrl+n",), "app.write", "Write a page", works_in_text=True),
    Deed("check-in", ("ctrl+t",), "app.check_in", "Check in", works_in_text=True),
    Deed("search", ("ctrl+f", "slash"), "app.search", "Search", works_in_text=True),
    Deed("undo", ("f4",), "app.undo", "Take back the last delete or import", works_in_text=True),
    Deed("home", ("escape",), "app.home", "Back to Today"),
    Deed("about", (), "app.about", "About cairn and peer support", needs_journal=False),
    Deed("country", (), "app.country", "Country for support lines", needs_journal=False),
    Deed("keys-and-copies", ("f8",), "app.keys_and_copies", "Keys and copies", works_in_text=True),
    Deed("recovery-words", (), "app.recovery_words", "Make new recovery words"),
    Deed("lock-after", (), "app.lock_after", "Lock after…"),
    Deed("lock", ("ctrl+l",), "app.lock", "Lock", works_in_text=True),
    Deed("quit", ("ctrl+q",), "app.quit", "Quick exit", needs_journal=False, works_in_text=True),
    Deed("save", ("ctrl+s",), "save", "Save", where="today", works_in_text=True),
    Deed("hard-day", ("d",), "hard_day", "A hard day", where="today"),
    Deed("answer-line", ("o",), "answer_line", "The line under the check-in", where="today"),
    Deed("open", ("enter",), "open", "Open", where="journal"),
    Deed("delete", ("delete",), "delete", "Delete", where="journal"),
    Deed("keep", ("k",), "keep", "Keep for a hard day", where="page"),
    Deed("bring", ("ctrl+b", "b"), "bring", "Bring to a session", where="page"),
    Deed("edit", ("e",), "edit", "Change the words", where="page"),
    Deed("delete-page", ("delete",), "delete", "Delete", where="page"),
    Deed("erase-page", ("shift+delete",), "erase", "Erase for good", where="page"),
    Deed("save-page", ("ctrl+s",), "save", "Save this page", where="write", works_in_text=True),
    Deed("ask", ("f5",), "another_prompt", "A question to write about", where="write", works_in_text=True),
    Deed("another-day", ("ctrl+o",), "another_day", "For another day", where="write", works_in_text=True),
    Deed("back", ("escape",), "back", "Back", where="page"),
    Deed("leave-page", ("escape",), "back", "Leave, kept as a draft", where="write", works_in_text=True),
    Deed("save-form", ("ctrl+s",), "save", "Save", where="form", works_in_text=True),
    Deed("more-parts", ("f5",), "more", "A few more parts", where="form", works_in_text=True),
    Deed("leave-form", ("escape",), "back", "Leave, kept as it is", where="form", works_in_text=True),
    Deed("new-goal", ("n",), "new", "A new goal", where="goals"),
    Deed("open-goal", ("enter",), "open", "Open", where="goals"),
    Deed("bring-goal", ("ctrl+b", "b"), "bring", "Bring to a session", where="goals"),
    Deed("delete-goal", ("delete",), "delete", "Delete", where="goals"),
    Deed("add-step", ("a",), "add_step", "Another small step", where="goal"),
    Deed("step-done", ("x",), "turn", "This step is done, or not", where="goal"),
    Deed("set-aside", ("o",), "set_aside", "Set this step aside, or take it up again", where="goal"),
    Deed("doing", ("d",), "doing", "This step is being done, or not yet", where="goal"),
    Deed("step-words", ("w",), "reword", "This step in other words", where="goal"),
    Deed("goal-status", ("c",), "status", "Where it stands", where="goal"),
    Deed("reflect", ("r",), "reflect", "A few words about it", where="goal"),
    Deed("fill-in", ("e",), "edit", "Change or add words", where="goal"),
    Deed("bring-this-goal", ("ctrl+b", "b"), "bring", "Bring to a session", where="goal"),
    Deed("in-person", ("p",), "in_person", "Show in person", where="goal"),
    Deed("delete-this-goal", ("delete",), "delete", "Delete", where="goal"),
    Deed("erase-this-goal", ("shift+delete",), "erase", "Erase for good", where="goal"),
    Deed("leave-goal", ("escape",), "back", "Back", where="goal"),
    Deed("show-lines", ("ctrl+s",), "show", "Show these lines", where="in-person"),
    Deed("leave-in-person", ("escape",), "back", "Back", where="in-person"),
    Deed("leave-search", ("escape",), "back", "Back", where="search", works_in_text=True),
    Deed("leave-hard-day", ("escape",), "back", "Back", where="hard-day"),
    Deed("leave-step", ("escape",), "back", "Back", where="first-run", needs_journal=False),
    Deed("leave-country", ("escape",), "back", "Back", where="country", needs_journal=False),
    Deed("leave-words", ("escape",), "leave", "Back", where="recovery-words"),
    Deed(
        "words",
        ("ctrl+r",),
        "use_words",
        "Use recovery words",
        where="unlock",
        needs_journal=False,
        works_in_text=True,
    ),
    Deed("shelf-before", ("left", "h"), "turn(-1)", "The shelf before", where="toolbox"),
    Deed("next-shelf", ("right", "l"), "turn(1)", "The next shelf", where="toolbox"),
    Deed("open-thing", ("enter",), "open", "Open", where="toolbox"),
    Deed("new-thing", ("n",), "new", "Add something", where="toolbox"),
    Deed("mark-tool", ("m",), "mark", "Note whether it helped", where="toolbox"),
    Deed("surprise", ("u",), "surprise", "Surprise me", where="toolbox"),
    Deed("delete-thing", ("delete",), "delete", "Delete", where="toolbox"),
    Deed("change-thing", ("e",), "edit", "Change or add words", where="toolbox-thing"),
    Deed("mark-this-tool", ("m",), "mark", "Note whether it helped", where="toolbox-thing"),
    Deed("delete-this-thing", ("delete",), "delete", "Delete", where="toolbox-thing"),
    Deed("erase-this-thing", ("shift+delete",), "erase", "Erase for good", where="toolbox-thing"),
    Deed("leave-thing", ("escape",), "back", "Back", where="toolbox-thing"),
    Deed("leave-plan", ("escape",), "back", "Back", where="plan"),
    Deed("before-session", ("f",), "before", "Before a session", where="peers"),
    Deed("after-session", ("a",), "after", "After a session", where="peers"),
    Deed("add-partner", ("n",), "add_partner", "Add a partner, by name", where="peers"),
    Deed("add-to-week", ("w",), "add_to_week", "Add to my week", where="peers"),
    Deed("open-peer", ("enter",), "open", "Open", where="peers"),
    Deed("delete-peer", ("delete",), "delete", "Delete", where="peers"),
    Deed("save-session", ("ctrl+s",), "save", "Save", where="session-after", works_in_text=True),
    Deed("session-day", ("ctrl+o",), "another_day", "For another day", where="session-after", works_in_text=True),
    Deed("more-of-session", ("f5",), "more", "More questions, if you like", where="session-after", works_in_text=True),
    Deed("leave-after", ("escape",), "back", "Leave, kept as it is", where="session-after", works_in_text=True),
    Deed("other-half", ("a",), "after", "The half after it", where="session"),
    Deed("change-session", ("e",), "edit", "Change or add words", where="session"),
    Deed("next-as-step", ("t",), "as_step", "What comes next, as a step of a goal", where="session"),
    Deed("keep-session", ("k",), "keep", "Keep for a hard day", where="session"),
    Deed("delete-session", ("delete",), "delete", "Delete", where="session"),
    Deed("erase-session", ("shift+delete",), "erase", "Erase for good", where="session"),
    Deed("leave-session", ("escape",), "back", "Back", where="session"),
    Deed("agreement", ("g",), "agreement", "What we agreed: my part", where="partner"),
    Deed("partner-status", ("c",), "status", "Where it stands: meeting, a break, an end", where="partner"),
    Deed("before-with", ("f",), "before", "Before a session with them", where="partner"),
    Deed("after-with", ("a",), "after", "After a session with them", where="partner"),
    Deed("change-partner", ("e",), "edit", "Change the name and the rest", where="partner"),
    Deed("delete-partner", ("delete",), "delete", "Delete", where="partner"),
    Deed("erase-partner", ("shift+delete",), "erase", "Erase for good", where="partner"),
    Deed("leave-partner", ("escape",), "back", "Back", where="partner"),
    Deed("leave-keys-and-copies", ("escape",), "back", "Back", where="keys-and-copies"),
)


def deeds_of(where: str) -> list[Deed]:
    """The deeds of one screen, or of everywhere."""
    return [deed for deed in DEEDS if deed.where == where]
