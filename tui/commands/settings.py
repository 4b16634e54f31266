"""`cairn settings`: what was chosen, by name. There is little: most things have a gentle default and need nothing."""

from argparse import Namespace

from tui.chosen import (
    LOCK_AFTER,
    NAMES,
    Chosen,
    check_name,
    put_outside,
    read_chosen,
    ready_inside,
)
from tui.commands.terminal import Terminal, read_standard_input
from tui.key_map import KEYS
from tui.outside import OUTSIDE, read_outside
from tui.wording import locking
from tui.wording import settings as words
from tui.wording import settings_keys as key_words


def run(options: Namespace) -> int:
    """Say all of them or one, or choose. What cannot be is refused before anything is asked for."""
    terminal = Terminal(options)
    if options.key is None:
        return _say_all(terminal)
    options.key = options.key.strip().lower().replace("_", "-")
    check_name(options.key)
    if options.key in OUTSIDE:
        return _outside(terminal, options.key, options.value)
    return _inside(terminal, options.key, options.value)


def _say_all(terminal: Terminal) -> int:
    with terminal.journal() as journal:
        chosen = read_chosen(journal, terminal.home)
    _say_unreadable(terminal, chosen.unreadable)
    documents = [{"key": name, "value": chosen.value(name)} for name in NAMES]
    lines = [locking.setting(name, chosen.in_words(name)) for name in NAMES]
    return terminal.answer({"settings": documents, "unreadable": list(chosen.unreadable)}, lines)


def _inside(terminal: Terminal, name: str, typed: str | None) -> int:
    """One that is in the locked journal. A name need not stand in an argument, where a shell remembers it."""
    if name == "name" and typed == "-":
        typed = read_standard_input()
    choose = None if typed is None else ready_inside(name, typed)
    with terminal.journal() as journal:
        if choose is not None:
            choose(journal)
        chosen = read_chosen(journal, terminal.home)
    return _answer(terminal, name, chosen, changed=choose is not None)


def _outside(terminal: Terminal, name: str, typed: str | None) -> int:
    """One that is known before the journal is open: no passphrase is needed."""
    if typed is not None:
        put_outside(terminal.home, name, typed)
    outside, unreadable = read_outside(terminal.home)
    return _answer(terminal, name, Chosen.before_unlock(outside, unreadable), changed=typed is not None)


def _answer(terminal: Terminal, name: str, chosen: Chosen, *, changed: bool) -> int:
    if name in chosen.unreadable:
        _say_unreadable(terminal, (name,))
    document = {"key": name, "value": chosen.value(name)}
    if not changed:
        lines = _keys(chosen) if name == KEYS else [locking.setting(name, chosen.in_words(name))]
    elif name == LOCK_AFTER:
        lines = [locking.locks_after(chosen.minutes)]
    else:
        lines = [words.chosen(name, chosen.in_words(name))]
    return terminal.answer(document, lines, changed=changed)


def _keys(chosen: Chosen) -> list[str]:
    """Every deed by the name it is typed with, and the keys it has."""
    from tui.actions import DEEDS

    return [
        key_words.listed(deed.id, chosen.keys.shown(deed), deed.words, key_words.place_name(deed.where))
        for deed in DEEDS
    ]


def _say_unreadable(terminal: Terminal, names: tuple[str, ...]) -> None:
    if names:
        terminal.say(words.not_read(names))
