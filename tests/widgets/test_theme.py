"""Every word can be read in every theme, by the contrast rule of WCAG 2.2 (1.4.3 and 1.4.6)."""

import re
from pathlib import Path

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color, ColorSystem
from textual.app import App, ComposeResult
from textual.theme import Theme
from textual.widgets import Input, Static, TextArea

from tui.outside import LOOKS as KNOWN_LOOKS
from tui.theme import CONTRAST, DAWN, DUSK, TERMINAL, THEMES, look_for
from tui.wording.settings import LOOKS

MEASURED = (DUSK, DAWN, CONTRAST)
GROUNDS = ("background", "surface", "panel")


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1. Source: WCAG 2.2, definition."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """1 to 21, the same whichever way round. Source: WCAG 2.2, definition."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colour_of(theme: Theme, name: str) -> str:
    """The colour a stylesheet gets for `$name`."""
    return {**theme.to_color_system().generate(), **theme.variables}[name]


def test_the_rule_itself_knows_black_on_white_and_a_published_grey() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_words_stand_out_ten_to_one(theme: Theme, ground: str) -> None:
    for name in ("foreground", "text"):
        assert contrast(colour_of(theme, name), colour_of(theme, ground)) >= 10


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_quiet_words_can_still_be_read(theme: Theme, ground: str) -> None:
    for name in ("muted", "text-muted", "text-disabled"):
        assert contrast(colour_of(theme, name), colour_of(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", ["primary", "secondary", "accent", "success", "warning", "error"])
@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_accents_can_be_read_on_every_ground(theme: Theme, name: str) -> None:
    for ground in GROUNDS:
        assert contrast(colour_of(theme, name), colour_of(theme, ground)) >= 4.5


@pytest.mark.parametrize("pair", ["input-cursor", "input-selection", "screen-selection", "block-cursor"])
@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_what_is_marked_can_be_read(theme: Theme, pair: str) -> None:
    assert contrast(colour_of(theme, f"{pair}-foreground"), colour_of(theme, f"{pair}-background")) >= 4.5


def as_shown(colour: str, system: ColorSystem) -> str:
    """The colour that a terminal of 16 or 256 colours gets for it, by the usual palette."""
    palette = STANDARD_PALETTE if system is ColorSystem.STANDARD else EIGHT_BIT_PALETTE
    number = Color.parse(colour).downgrade(system).number
    assert number is not None
    return "#" + "".join(f"{channel:02X}" for channel in palette[number])


ACCENTS = ("primary", "secondary", "accent", "success", "warning", "error")
MARKED = ("input-cursor", "input-selection", "screen-selection", "block-cursor", "block-cursor-blurred")
WORDS_ON = [
    *((words, ground) for words in ("foreground", "text", "muted", "text-muted", *ACCENTS) for ground in GROUNDS),
    *((f"{pair}-foreground", f"{pair}-background") for pair in MARKED),
    ("scrollbar", "scrollbar-background"),
    ("scrollbar-hover", "scrollbar-background-hover"),
    ("link-color", "background"),
]
"""Every pair of colours that the stylesheet or a widget puts together: what is written, and what it stands on."""


@pytest.mark.parametrize("system", [None, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD], ids=["true", "256", "16"])
@pytest.mark.parametrize("theme", MEASURED, ids=lambda theme: theme.name)
def test_every_pair_can_be_read_with_as_many_colours_as_there_are(theme: Theme, system: ColorSystem | None) -> None:
    for words, ground in WORDS_ON:
        pair = [colour_of(theme, name) for name in (words, ground)]
        shown = pair if system is None else [as_shown(colour, system) for colour in pair]
        assert contrast(*shown) >= 4.5, (words, ground)


def test_no_stylesheet_uses_a_colour_that_is_not_measured() -> None:
    measured = {name for pair in WORDS_ON for name in pair}
    places = [*Path("tui").rglob("*.tcss"), *Path("tui").rglob("*.py")]
    used = {found for path in places for found in re.findall(r"\$([a-z][a-z-]*)", path.read_text(encoding="utf-8"))}
    assert used - measured == set()


@pytest.mark.parametrize(
    ("chosen", "colours", "no_color", "look"),
    [
        (None, "truecolor", False, "dusk"),
        (None, "256", False, "dusk"),
        (None, "standard", False, "terminal"),
        (None, "windows", False, "terminal"),
        (None, None, False, "dusk"),
        ("dawn", "standard", False, "dawn"),
        ("pink", "truecolor", False, "dusk"),
        ("dusk", "truecolor", True, "terminal"),
    ],
)
def test_few_colours_bring_the_terminals_own_unless_something_was_chosen(
    chosen: str | None, colours: str | None, no_color: bool, look: str
) -> None:
    assert look_for(chosen, colours, no_color=no_color) == look


def test_settings_offer_every_look_by_its_name() -> None:
    assert list(LOOKS) == list(KNOWN_LOOKS) == [theme.name for theme in THEMES]


def test_the_terminals_own_colours_are_the_only_ones_used_there() -> None:
    stated = [getattr(TERMINAL, name) for name in ("primary", "accent", "error", "background", "foreground")]
    assert all(re.match("ansi_", colour) for colour in stated)
    assert colour_of(TERMINAL, "muted") == "ansi_default"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_theme_dresses_a_whole_screen(theme: Theme) -> None:
    class Host(App[None]):
        CSS = "Static { color: $text-muted; background: $panel; }"

        def compose(self) -> ComposeResult:
            yield Static("words")
            yield Input("words")
            yield TextArea("words")

        def on_mount(self) -> None:
            self.register_theme(theme)
            self.theme = theme.name

    async with Host().run_test() as pilot:
        assert pilot.app.theme_variables["muted"] == colour_of(theme, "muted")
