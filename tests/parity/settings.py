"""Deeds of settings: what a person would rather have otherwise than the gentle default."""

from collections.abc import Callable, Mapping

from tests.parity.deed import Deed, Place
from tests.parity.reading import known
from tests.parity.steps import Does, Keys, KeyStep, Lines, LineStep, Own, Sees, Waits, call
from tui.key_map import KEYS, KeyMap, deed_named
from tui.modals.press_key import PressKey
from tui.screens.settings import ROWS
from tui.screens.settings_keys import by_screen

NAME = Own("Sam", "your name")
OWN = KeyMap().with_keys(deed_named("write"), ("f12",))


def _row(name: str, *then: KeyStep) -> Keys:
    """The way to a row, and what is done there."""
    steps = ["down"] * list(ROWS).index(name)
    return Keys(Does("settings"), Sees("0 to 10"), *steps, "enter", *then)


def _keys(*then: KeyStep) -> Keys:
    """The way to the keys of writing a page."""
    steps = ["down"] * [deed.id for deed in by_screen()].index("write")
    return _row("keys", Sees("Support now"), *steps, *then)


def _lines(*typed: LineStep) -> Lines:
    return Lines("settings", *typed)


def _with(name: str, typed: str) -> Callable[[Place], Mapping[str, str]]:
    """A journal in which this was chosen before."""

    def prepare(at: Place) -> Mapping[str, str]:
        at.journal.make_choice(name, typed)
        return {}

    return prepare


def _with_keys(at: Place) -> Mapping[str, str]:
    at.journal.choose(KEYS, OWN.as_row())
    return {}


CHOSEN = (
    Deed(
        "Say what you would like to be called",
        _row("name", Sees("What shall Today call you?", at="words"), NAME, "enter"),
        _lines("name", NAME),
        call("settings name Sam"),
        leaves=lambda at: at.journal.choices().name,
        becomes="Sam",
    ),
    Deed(
        "Choose what to notice",
        _row("dimensions", Sees("[x] hope"), "down", "down", "space", "ctrl+s"),
        _lines("what to notice", "mood, hope, connection"),
        call("settings dimensions mood,hope,connection"),
        leaves=lambda at: at.journal.choices().dimensions,
        becomes=("mood", "hope", "connection"),
    ),
    Deed(
        "Choose how you answer: numbers, or words",
        _row("scale", Sees("five words"), "down", "enter"),
        _lines("how you answer", "five words"),
        call("settings scale words5_v1"),
        leaves=lambda at: at.journal.choices().scale,
        becomes="words5_v1",
    ),
    Deed(
        "Turn easy mode on or off",
        _row("easy"),
        _lines("easy mode"),
        call("settings easy on"),
        leaves=lambda at: at.journal.choices().easy,
        becomes=True,
    ),
    Deed(
        "Let questions come again that you had put away",
        _row("hidden-prompts"),
        _lines("questions put away"),
        call("settings hidden-prompts ,"),
        _with("hidden-prompts", "h1"),
        leaves=lambda at: at.journal.choices().hidden_prompts,
        becomes=(),
    ),
    Deed(
        "Put a theme away, so that no question is about it",
        _row("hidden-themes", Sees("[ ] hope"), "down", "space", "ctrl+s"),
        _lines("themes put away", "hope"),
        call("settings hidden-themes hope"),
        leaves=lambda at: at.journal.choices().hidden_themes,
        becomes=("hope",),
    ),
    Deed(
        "Choose the first day of a week",
        _row("first-day", Sees("Sunday"), "end", "enter"),
        _lines("first day of the week", "sunday"),
        call("settings first-day sunday"),
        leaves=lambda at: at.journal.choices().first_day,
        becomes=6,
    ),
    Deed(
        "Choose a look: dusk, dawn, contrast, your terminal's colours",
        _row("look", Sees("contrast: bright words on black"), "down", "enter"),
        _lines("look", "dawn"),
        call("settings look dawn"),
        leaves=lambda at: known(at).look,
        becomes="dawn",
    ),
    Deed(
        "Turn the quiet screen on or off",
        _row("quiet"),
        _lines("quiet screen"),
        call("settings quiet on"),
        leaves=lambda at: known(at).quiet,
        becomes=True,
    ),
    Deed(
        "Give a deed another key",
        _keys("enter", Waits(lambda pilot: isinstance(pilot.app.screen, PressKey)), "f12"),
        _lines("keys", "write=ctrl+n,f12"),
        call("settings keys write=ctrl+n,f12"),
        leaves=lambda at: at.journal.setting(KEYS),
        becomes='{"write": ["ctrl+n", "f12"]}',
    ),
    Deed(
        "Give a deed, or all of them, the keys back that they came with",
        _row("keys", Sees("F12"), Does("keys-as-they-came")),
        _lines("keys", "reset"),
        call("settings keys reset"),
        _with_keys,
        leaves=lambda at: at.journal.setting(KEYS),
        becomes="{}",
        too=(_keys(Sees("F12"), Does("key-as-it-came")),),
    ),
)
