"""Whether every deed that the program offers is one of the registry's, or is named here with why it is none."""

import argparse

from tests.parity.registry import DEEDS
from tests.parity.steps import Calls, Keys, Lines
from tui.actions import DEEDS as ACTIONS
from tui.commands.grammar import build_parser
from tui.plain import about_me, facilitating, goal_page, group, my_group, received, registry

A_WAY_BACK = "a way back; what was typed is kept"
LEADS = "leads to a list, and does nothing"
SAYS_KEYS = "says what can be done, and does nothing"
LEAVES = "leaves; all that was written is kept"

NO_DEED_ON_SCREEN = {
    "today": LEADS,
    "home": A_WAY_BACK,
    "help": SAYS_KEYS,
    "palette": SAYS_KEYS,
    "quit": LEAVES,
    "shelf-before": LEADS,
    "next-view": LEADS,
    "view-before": LEADS,
    "middles": "the table has them too, and so have the other two ways",
    "after-invite": LEADS,
    "join-onwards": "Enter in the form for joining, from field to field and then to the joining",
    "invite-as-picture": "the same words once more, for a camera",
    "read-yes": "the words of one row once more; they are said before every yes",
    "skip-question": "passes over a question, and does nothing",
    "support-second": "the same as the first line, with another",
    "support-third": "the same as the first line, with another",
    "answer-note": "the same line as on Today, with the same answers",
    "leave-support": A_WAY_BACK,
    "leave-support-lines": A_WAY_BACK,
    **dict.fromkeys(
        (
            "back", "leave-goal", "leave-in-person", "leave-search", "leave-hard-day", "leave-step", "leave-country",
            "leave-words", "leave-keys-and-copies", "leave-thing", "leave-plan", "leave-after", "leave-session",
            "leave-partner", "leave-settings", "leave-keys", "leave-month", "leave-day", "leave-versions",
            "leave-version", "leave-share", "leave-new-words", "leave-shares", "leave-seen", "leave-said-yes-to",
            "leave-messages", "leave-sides", "leave-invite", "leave-join", "leave-compare", "back-to-summaries",
            "leave-facilitator", "leave-facilitator-words", "leave-my-page", "leave-page-goals", "leave-page-sentences",
            "leave-role-card", "leave-my-page-look", "leave-summary", "leave-new-group",
        ),
        A_WAY_BACK,
    ),
}  # fmt: skip
"""By the id in `tui/actions.py`."""

NO_DEED_IN_PLAIN_LINES = {"peers": LEADS, "toolbox": LEADS, "keys and copies": LEADS, "quit": LEAVES}
"""By what is typed."""

NO_DEED_IN_A_SHELL = {
    "demo": "a journal to look around in, which is nobody's and goes again",
    "relay": "a server for others, which knows no journal",
}
"""By the command."""

GAPS = {
    ("Open it with your recovery words", "command"),
    ("Open it with your recovery words, and choose a new passphrase", "command"),
    ("Lock it and ask for the passphrase again", "command"),
    ("Stop a check-in half-way, and find it there again", "command"),
    ("Stop half-way, and lose nothing", "command"),
    ("Leave a form half filled in, and find it there again", "command"),
    ("Go on with a page you had begun", "command"),
    ("Put what you had begun out of sight", "command"),
    ("Say which goals a session touched", "screen"),
    ("Bring in pages from another program", "screen"),
    ("See where the locked file is", "screen"),
    ("Check every page of the locked file", "screen"),
    ("Stay unlocked in a shell for a while, and lock it before that", "screen"),
    ("Stay unlocked in a shell for a while, and lock it before that", "plain"),
    ("Keep safety copies elsewhere too", "command"),
    ("Answer the line that asks whether to keep them elsewhere", "command"),
    ("Take everything with you, as one document for other programs", "screen"),
    ("Take everything that can be read out of a damaged journal", "screen"),
    ("Take everything that can be read out of a damaged journal", "plain"),
    ("Make a home of your own as a facilitator", "screen"),
    ("Make a home of your own as a facilitator", "plain"),
}
"""Every deed, and a way in which it cannot be done yet. This list may get shorter, never longer."""


def on_screen() -> tuple[set[str], set[str]]:
    """Ids of all the deeds that the screen offers, and of those that the registry's ways use."""
    ways = [way for deed in DEEDS for way in deed.ways if isinstance(way, Keys)]
    return {action.id for action in ACTIONS}, set().union(*(way.deeds for way in ways))


def in_plain_lines() -> tuple[set[str], set[str]]:
    """Names of all the deeds of both first lists, of those inside them, and of what is opened; and of those typed."""
    listed = [*registry.every_deed(), *facilitating.every_deed()]
    offered = {one.name for deed in listed for one in (deed, *deed.inside)}
    opened = {deed.name for deed in goal_page.deeds()} | {deed.name for deed in my_group.deeds()}
    pages = {deed.name for deed in received.deeds()} | {deed.name for deed in about_me.deeds()}
    names = offered | opened | pages | {deed.name for deed in group.deeds()}
    ways = [way for deed in DEEDS for way in deed.ways if isinstance(way, Lines)]
    return names, set().union(*(way.deeds for way in ways)) & names


def in_a_shell() -> tuple[set[str], set[str]]:
    """Every command with its deeds, and those that are called."""
    commands = _commands(build_parser(), "")
    calls = [call for deed in DEEDS for way in deed.ways if isinstance(way, Calls) for call in way.steps]
    return commands, {call.path(commands) for call in calls}


def _commands(parser: argparse.ArgumentParser, path: str) -> set[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            deeper = [_commands(inner, f"{path} {name}".strip()) for name, inner in action.choices.items()]
            alone = set() if action.required or not path else {path}
            return alone.union(*deeper)
        if action.dest == "deed" and action.choices:
            return {f"{path} {deed}" for deed in action.choices}
    return {path}
