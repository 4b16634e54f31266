"""The bottom line: the keys that are of most use here, and always the one for support."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.widgets import Static

from tui.language import _
from tui.widgets.keyed import key_map_of

SUPPORT = ("F2", _("support now"))
SUPPORT_IN_SHORT = ("F2", _("support"))
NARROW = 60
"""Columns under which the same is said in fewer words, so that there is room for one key more."""
GAP = "  "


class KeysLine(Static):
    """Keys and what they do, in one row. Where there is no room for all, those at the end go first.

    Takes the label and words of each key, the most needed first; `support` comes last and never goes.
    """

    DEFAULT_CSS = """
    KeysLine {
        height: 1;
        width: 100%;
        padding: 0 0 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    def __init__(
        self,
        keys: Sequence[tuple[str, str]] = (),
        *,
        support: tuple[str, str] = SUPPORT,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._keys = list(keys)
        self._support = support

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Say other keys from now on."""
        self._keys = list(keys)
        self.refresh()

    def render(self) -> RenderResult:
        """As many keys as fit, those that a person has chosen in place of those a deed came with."""
        width = self.content_size.width
        support = SUPPORT_IN_SHORT if self._support == SUPPORT and width < NARROW else self._support
        shown = keys_that_fit(self._now([*self._keys, support]), width)
        parts: list[tuple[str, str]] = []
        for at, (label, words) in enumerate(shown):
            parts += [(GAP if at else "", ""), (label, "bold $accent"), (f" {words}", "")]
        return Content.assemble(*parts)

    def _now(self, keys: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        key_map = key_map_of(self)
        if not key_map.changed:
            return list(keys)
        where: str = getattr(self.screen, "WHERE", "")
        labels = [(key_map.label(label, where), words) for label, words in keys]
        return [(label, words) for label, words in labels if label]


def keys_that_fit(keys: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """Leave keys out, the one before the last first, until the rest fits in `width` cells; the last always stays."""
    shown = list(keys)
    while len(shown) > 1 and _width(shown) > width:
        del shown[-2]
    return shown


def _width(keys: Sequence[tuple[str, str]]) -> int:
    return cell_len(GAP.join(f"{label} {words}" for label, words in keys))
