"""Where one is, and where else one can go: the sections with their digits, in one of three looks."""

from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.keyed import key_map_of

Variant = Literal["compact", "top", "left"]

TOP_FROM = 78
"""Columns from which all names stand in a row; under it, digits and the current name. Source: screens.md."""

HERE, ELSEWHERE = "\u203a", " "
NO_KEY = "\u00b7"
"""Stands where a section has no key of its own; the palette and the pointer lead there."""


class Nav(Widget):
    """The sections, the current one marked by an angle and in bold; says which was clicked.

    Takes its look from its own size, so that one stylesheet rule decides: several rows high is the bar on
    the left, at least 78 columns wide is the bar on top, the rest is compact. `variant` overrules that.

    Takes the key (a digit) and name of each section, in order; which key is `current`, the first when left
    out; and the `title` that stands above the bar on the left.
    """

    DEFAULT_CSS = """
    Nav {
        height: 1;
        width: 100%;
        padding: 0 1;
        background: $surface;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    current: reactive[str] = reactive("", init=False)
    """Key of the section one is in."""

    variant: reactive[Variant | None] = reactive(None, init=False)
    """A fixed look; `None` to go by size."""

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, nav: "Nav", key: str) -> None:
            super().__init__()
            self.nav = nav
            self.key = key

        @property
        def control(self) -> "Nav":
            """What a selector in `@on` looks at."""
            return self.nav

    def __init__(
        self,
        sections: Sequence[tuple[str, str]],
        *,
        current: str | None = None,
        title: str = "cairn",
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.sections = list(sections)
        self._title = title
        self.set_reactive(Nav.current, self.sections[0][0] if current is None else current)

    @property
    def look(self) -> Variant:
        """The look in use at this size."""
        if self.variant is not None:
            return self.variant
        if self.size.height > 1:
            return "left"
        return "top" if self.outer_size.width >= max(TOP_FROM, self._cells_of_all_names) else "compact"

    def render(self) -> RenderResult:
        """The look that fits."""
        if self.look == "left":
            return self._left_bar()
        return self._top_bar() if self.look == "top" else self._compact()

    def _left_bar(self) -> Content:
        rows = [Content.styled(self._title, "bold $primary"), Content("")]
        rows += [self._section(key, name) for key, name in self.sections]
        return Content("\n").join(rows)

    @property
    def _cells_of_all_names(self) -> int:
        return cell_len(self._top_bar().plain) + self.outer_size.width - self.size.width

    def _label(self, key: str) -> str:
        """The key of now, as a person has chosen it."""
        return key_map_of(self).label(key, "") or NO_KEY

    def _top_bar(self) -> Content:
        return Content("  ").join(self._section(key, name, beside="") for key, name in self.sections)

    def _compact(self) -> Content:
        digits = [
            (f"[{self._label(key)}]", "bold $accent")
            if key == self.current
            else (f" {self._label(key)} ", "$text-muted")
            for key, _ in self.sections
        ]
        return Content.assemble(*digits, " ", (dict(self.sections).get(self.current, ""), "bold"))

    def _section(self, key: str, name: str, beside: str = " ") -> Content:
        if key == self.current:
            return Content.assemble((f"{HERE}{beside}{self._label(key)}", "bold $accent"), (f" {name}", "bold"))
        return Content.styled(f"{ELSEWHERE}{beside}{self._label(key)} {name}", "$text-muted")

    def on_click(self, event: events.Click) -> None:
        """Say which section stands under the pointer, if one does."""
        place = event.get_content_offset(self)
        key = None if place is None else self._key_at(place.x, place.y)
        if key is not None:
            self.post_message(self.Chosen(self, key))

    def _key_at(self, x: int, y: int) -> str | None:
        if self.look == "left":
            row = y - 2
            return self.sections[row][0] if 0 <= row < len(self.sections) else None
        start = 0
        for key, name in self.sections:
            label = self._label(key)
            end = start + cell_len(f"[{label}]" if self.look == "compact" else f"{ELSEWHERE}{label} {name}")
            if start <= x < end:
                return key
            start = end + (0 if self.look == "compact" else 2)
        return None
