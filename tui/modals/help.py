"""Help: what can be done on this screen, in words, and the keys that work everywhere, as the person has them."""

import re
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import EVERYWHERE, PERSON, Deed, Whose, deeds_of
from tui.key_map import KeyMap
from tui.language import _
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import help as words

Line = tuple[str, str]
"""Keys, and what they do."""

BESIDE_FROM = 60
"""Columns from which what a key does stands beside it; under that, after it."""
KEYS_CELLS = 22
HEADINGS = frozenset((words.HERE, words.AND, *words.GROUPS))


class Help(ModalScreen[None]):
    """The keys of one screen, then those of everywhere under headings."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1", "dismiss", show=False, priority=True)]

    def __init__(self, where: str, key_map: KeyMap, home: Whose = PERSON) -> None:
        """Nothing is drawn yet.

        Args:
            where: the screen it is about.
            key_map: the keys as the person has them.
            home: whose home it is.
        """
        super().__init__()
        self._where = where
        self._key_map = key_map
        self._home = home

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield Static(id="lines")
        yield KeysLine([("Esc", _("back")), ("↑↓", _("scroll"))])

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()

    def on_resize(self, event: events.Resize) -> None:
        """Said anew: how wide it is decides where the words stand."""
        lines = help_lines(self._where, self._key_map, self._home, beside=event.size.width >= BESIDE_FROM)
        drawn = [as_content(line, "bold" if line in HEADINGS else "") for line in lines]
        self.query_one("#lines", Static).update(Content("\n").join(drawn))


def help_lines(where: str, key_map: KeyMap, home: Whose = PERSON, *, beside: bool) -> list[str]:
    """Everything that the sheet says under its title."""
    said: list[str] = []
    if where != EVERYWHERE:
        moving = [_split(line) for line in words.ON_SCREEN.get(where, ())]
        said += _group(words.HERE, [*moving, *_with_keys(deeds_of(where, home), key_map)], beside)
    everywhere = deeds_of(EVERYWHERE, home)
    for heading, ids in words.GROUPS.items():
        said += _group(heading, _with_keys([deed for deed in everywhere if deed.id in ids], key_map), beside)
    grouped = {deed_id for ids in words.GROUPS.values() for deed_id in ids}
    said += _group(words.AND, _with_keys([deed for deed in everywhere if deed.id not in grouped], key_map), beside)
    palette = next(deed for deed in everywhere if deed.id == "palette")
    by_name = [deed.words for deed in (*everywhere, *deeds_of(where, home)) if not key_map.keys_of(deed)]
    named = [words.by_name_alone(dict.fromkeys(by_name), key_map.shown(palette))] if by_name else []
    return [*said, "", *named, *words.GOOD_TO_KNOW]


def _with_keys(deeds: Sequence[Deed], key_map: KeyMap) -> list[Line]:
    return [(key_map.shown(deed), deed.words) for deed in deeds if key_map.keys_of(deed)]


def _group(heading: str, lines: list[Line], beside: bool) -> list[str]:
    if not lines:
        return []
    drawn = [f"  {keys:<{KEYS_CELLS}} {said}" if beside else f"{keys}: {said}" for keys, said in lines]
    return ["", heading, *drawn]


def _split(line: str) -> Line:
    """Keys and words of a line that is kept as it stands on a sheet."""
    keys, _, said = re.sub(r"\s{2,}", "\0", line.strip()).partition("\0")
    return keys, said
