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
    Deed("write", ("ctrl+n",), "app.write", "Write a page", works_in_text=True),
    Deed("check-in", ("ctrl+t",), "app.check_in", "Check in", works_in_text=True),
    Deed("search", ("ctrl+f", "slash"), "app.search", "Search", works_in_text=True),
    Deed("undo", ("f4",), "app.undo", "Take back the last delete or import", works_in_text=True),
    Deed("country", (), "app.country", "Country for support lines", needs_journal=False),
    Deed("recovery-words", (), "app.recovery_words", "Make new recovery words"),
    Deed("lock", ("ctrl+l",), "app.lock", "Lock", works_in_text=True),
    Deed("quit", ("ctrl+q",), "app.quit", "Quick exit", needs_journal=False, works_in_text=True),
    Deed("save", ("ctrl+s",), "save", "Save", where="today", works_in_text=True),
    Deed("hard-day", ("d",), "hard_day", "A hard day", where="today"),
    Deed("open", ("enter",), "open", "Open", where="journal"),
    Deed("delete", ("delete",), "delete", "Delete", where="journal"),
    Deed("keep", ("k",), "keep", "Keep for a hard day", where="page"),
    Deed("bring", ("ctrl+b", "b"), "bring", "Bring to a session", where="page"),
    Deed("edit", ("e",), "edit", "Change the words", where="page"),
    Deed("delete-page", ("delete",), "delete", "Delete", where="page"),
    Deed("save-page", ("ctrl+s",), "save", "Save this page", where="write", works_in_text=True),
    Deed("ask", ("f5",), "another_prompt", "A question to write about", where="write", works_in_text=True),
    Deed("another-day", ("ctrl+o",), "another_day", "For another day", where="write", works_in_text=True),
    Deed("back", ("escape",), "back", "Back", where="page"),
    Deed("leave-page", ("escape",), "back", "Leave, kept as a draft", where="write", works_in_text=True),
    Deed("leave-search", ("escape",), "back", "Back", where="search", works_in_text=True),
    Deed("leave-hard-day", ("escape",), "back", "Back", where="hard-day"),
    Deed("leave-step", ("escape",), "back", "Back", where="first-run", needs_journal=False),
    Deed("leave-country", ("escape",), "back", "Back", where="country", needs_journal=False),
    Deed("leave-words", ("escape",), "back", "Back", where="recovery-words"),
    Deed(
        "words",
        ("ctrl+r",),
        "use_words",
        "Use recovery words",
        where="unlock",
        needs_journal=False,
        works_in_text=True,
    ),
)


def deeds_of(where: str) -> list[Deed]:
    """The deeds of one screen, or of everywhere."""
    return [deed for deed in DEEDS if deed.where == where]
