"""What a person presses, types or calls, step by step. The same steps are run by a test and written in the table."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tests.screens.stage import Actor
from tui.actions import DEEDS
from tui.actions import Deed as Action

_KEY_NAMES = {"enter": "Enter", "tab": "Tab", "escape": "Esc", "delete": "Delete", "down": "↓", "up": "↑", "end": "End"}
_ARROWS = {"Left": "←", "Right": "→"}
_PLACE = re.compile(r"\{(\w+)\}")

PALETTE = "palette"
OFTEN = 3
"""From so many times on, a repeated step is written once with how often."""


@dataclass(frozen=True, slots=True)
class Own:
    """A person's own words. The table says what they are called."""

    text: str
    """`{name}` stands for what the preparation calls so."""
    called: str

    @property
    def said(self) -> str:
        return f"*{self.called}*"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something secret, typed at the terminal itself and never by way of standard input."""

    text: str
    called: str = ""
    """Empty for a word that is the same for everybody."""

    @property
    def said(self) -> str:
        return f"*{self.called}*" if self.called else f"`{self.text or 'Enter'}`"


@dataclass(frozen=True, slots=True)
class FromPaper:
    """One of the recovery words that were shown before: the one that is asked for."""

    asked: int
    """The first question on the screen, or the second."""

    @property
    def said(self) -> str:
        return "*the word it asks for*"


@dataclass(frozen=True, slots=True)
class Does:
    """A deed of `tui/actions.py`, by its first key; one without a key, by its name."""

    id: str

    @property
    def action(self) -> Action:
        """The deed itself.

        Raises:
            StopIteration: no deed has this id.
        """
        return next(action for action in DEEDS if action.id == self.id)

    @property
    def said(self) -> str:
        action = self.action
        if action.keys:
            return f"`{first_key(action)}`"
        palette = Does(PALETTE).action
        return f"`{first_key(palette)}` “{action.words}” `Enter`"


@dataclass(frozen=True, slots=True)
class Sees:
    """Nothing pressed: these words are waited for, and that something listens."""

    words: str
    at: str = ""
    """The id of the field that must have the focus, if it matters which."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Nothing pressed: something is waited for that is not said in words."""

    until: Callable[[Actor], bool]


@dataclass(frozen=True, slots=True)
class Paper:
    """Nothing pressed: the recovery words on the screen are written down."""


KeyStep = str | Own | FromPaper | Does | Sees | Waits | Paper
"""A string is a key as Textual names it, for what has the focus."""
LineStep = str | Own | Hidden | FromPaper
"""A string is a line as it is typed."""


class Keys:
    """A way on the screen."""

    way = "screen"

    def __init__(self, *steps: KeyStep) -> None:
        self.steps = steps

    @property
    def said(self) -> str:
        """As the table says it."""
        shown = [step for step in self.steps if not isinstance(step, Sees | Waits | Paper)]
        return _repeated([_said_key(step) for step in shown], " ")

    @property
    def deeds(self) -> set[str]:
        """Ids of the deeds of `tui/actions.py` that are used."""
        return {step.id for step in self.steps if isinstance(step, Does)}


class Lines:
    """A way in plain lines."""

    way = "plain"

    def __init__(self, *steps: LineStep) -> None:
        self.steps = steps

    @property
    def said(self) -> str:
        """As the table says it."""
        return _repeated([f"`{step}`" if isinstance(step, str) else step.said for step in self.steps], ", ")

    @property
    def deeds(self) -> set[str]:
        """What is typed that is not the person's own."""
        return {step for step in self.steps if isinstance(step, str)}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of `cairn`."""

    arguments: str
    """With spaces between; `{name}` stands for an id, or for whatever the preparation calls so."""
    words: Own | None = None
    """What comes on standard input."""
    makes: str = ""
    """The name under which later calls know the first id that was answered."""
    secrets: tuple[Hidden, ...] = ()
    """What comes by `--passphrase-fd`, a line each, where the passphrase alone is not enough."""

    @property
    def said(self) -> str:
        """As the table says it: a place for an id in capitals."""
        typed = _PLACE.sub(lambda found: found[1].upper().replace("_", "-"), self.arguments)
        told = [secret.said for secret in self.secrets] + ([self.words.said] if self.words else [])
        return " ".join([f"`cairn {typed}`", *told])

    def path(self, commands: set[str]) -> str:
        """The command and its deeds, such as `goal step add`: the longest of those there are that it begins with."""
        typed = self.arguments.split()
        starts = [" ".join(typed[:count]) for count in range(len(typed), 0, -1)]
        return next((start for start in starts if start in commands), "")


class Calls:
    """A way from a shell."""

    way = "command"

    def __init__(self, *calls: Call) -> None:
        self.steps = calls

    @property
    def said(self) -> str:
        """As the table says it."""
        return ", then ".join(call.said for call in self.steps)


def call(arguments: str, words: Own | None = None, makes: str = "") -> Calls:
    """A way that is one call."""
    return Calls(Call(arguments, words, makes))


Path = Keys | Lines | Calls


@dataclass(frozen=True, slots=True)
class Gap:
    """It cannot be done this way, and why."""

    why: str

    @property
    def said(self) -> str:
        """As the table says it."""
        return f"Not this way: {self.why}."


def filled_in(text: str, names: dict[str, str]) -> str:
    """A text with what the preparation calls so in its places; braces of any other kind stay."""
    return _PLACE.sub(lambda found: names.get(found[1], found[0]), text)


def first_key(action: Action) -> str:
    """The first key of a deed, as a person reads it."""
    shown = action.shown_keys.split(" or ")[0]
    return _ARROWS.get(shown, shown)


def _said_key(step: KeyStep) -> str:
    if isinstance(step, str):
        return f"`{_KEY_NAMES.get(step, step if len(step) == 1 else _spelled(step))}`"
    return "" if isinstance(step, Sees | Waits | Paper) else step.said


def _spelled(key: str) -> str:
    return "+".join(part.capitalize() for part in key.split("+"))


def _repeated(said: Sequence[str], between: str) -> str:
    """The steps one after the other, with many of the same in one."""
    parts = []
    for step, same in groupby(said):
        count = len(list(same))
        parts += [f"{step} {count} times"] if count >= OFTEN else [step] * count
    return between.join(parts)
