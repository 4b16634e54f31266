"""The four looks: dusk, dawn, contrast, and the terminal's own colours.

Words are `$foreground` or `$text-muted` on `$background`, `$surface` or `$panel`; `$accent` marks one thing
a screen; `$error` is for what cannot be undone. Contrast is a test: `tests/widgets/test_theme.py`.
"""

from textual.theme import Theme

DEFAULT_THEME = "dusk"

# The backgrounds fall on the grey ramp of 256-colour terminals on purpose, and all of dusk's on black where there
# are 16; so does what dawn writes with.
_DUSK = {
    "background": "#181F1E",
    "surface": "#1F2827",
    "panel": "#222D2B",
    "foreground": "#E4E1D8",
    "primary": "#7FB7A6",
    "secondary": "#8FA9C9",
    "accent": "#D9B26F",
    "success": "#8DBF7B",
    "warning": "#E0B15E",
    "error": "#D98A7B",
}
_DAWN = {
    "background": "#F7F6F3",
    "surface": "#F1F0ED",
    "panel": "#E9E8E4",
    "foreground": "#252F2D",
    "primary": "#2F6F62",
    "secondary": "#3E6285",
    "accent": "#8A5A12",
    "success": "#3B6E2C",
    "warning": "#8A5A00",
    "error": "#9E2F26",
}
_CONTRAST = {
    "background": "#000000",
    "surface": "#000000",
    "panel": "#101010",
    "foreground": "#FFFFFF",
    "primary": "#00E5C7",
    "secondary": "#00E5C7",
    "accent": "#FFD54A",
    "success": "#7CFF6B",
    "warning": "#FFD54A",
    "error": "#FF9A8A",
}


def _variables(colours: dict[str, str], muted: str) -> dict[str, str]:
    """What Textual would otherwise mix out of the colours, in shades nobody has measured."""
    return {
        "muted": muted,
        "text": colours["foreground"],
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "border": colours["primary"],
        "border-blurred": colours["panel"],
        "block-cursor-background": colours["panel"],
        "block-cursor-foreground": colours["foreground"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": colours["surface"],
        "block-cursor-blurred-foreground": colours["foreground"],
        "block-hover-background": colours["surface"],
        "input-cursor-background": colours["foreground"],
        "input-cursor-foreground": colours["background"],
        "input-cursor-text-style": "none",
        "input-selection-background": colours["primary"],
        "input-selection-foreground": colours["background"],
        "screen-selection-background": colours["primary"],
        "screen-selection-foreground": colours["background"],
        "scrollbar": muted,
        "scrollbar-hover": colours["primary"],
        "scrollbar-active": colours["primary"],
        "scrollbar-background": colours["background"],
        "scrollbar-background-hover": colours["background"],
        "scrollbar-background-active": colours["background"],
        "scrollbar-corner-color": colours["background"],
        "link-color": colours["primary"],
        "link-style": "none",
    }


def _measured(name: str, colours: dict[str, str], *, muted: str, dark: bool, text_alpha: float = 0.95) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        text_alpha=text_alpha,
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        foreground=colours["foreground"],
        primary=colours["primary"],
        secondary=colours["secondary"],
        accent=colours["accent"],
        success=colours["success"],
        warning=colours["warning"],
        error=colours["error"],
        variables=_variables(colours, muted),
    )


DUSK = _measured("dusk", _DUSK, muted="#98A39E", dark=True)
DAWN = _measured("dawn", _DAWN, muted="#5B655F", dark=False)
CONTRAST = _measured("contrast", _CONTRAST, muted="#D0D0D0", dark=True, text_alpha=1.0)

# What a terminal shows for green or bright black is not for us to know, and on some it is next to invisible.
# So words are the terminal's own foreground; magenta and red can be read on black and on white.
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    dark=True,
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    foreground="ansi_default",
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_magenta",
    success="ansi_default",
    warning="ansi_default",
    error="ansi_red",
    variables={
        "muted": "ansi_default",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "surface-active": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "foreground-muted": "ansi_default",
        "foreground-disabled": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-text-style": "reverse",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_magenta",
        "input-selection-foreground": "ansi_white",
        "screen-selection-background": "ansi_magenta",
        "screen-selection-foreground": "ansi_white",
        "scrollbar": "ansi_magenta",
        "scrollbar-hover": "ansi_magenta",
        "scrollbar-active": "ansi_magenta",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "link-color": "ansi_default",
        "link-style": "none",
    },
)

THEMES = (DUSK, DAWN, CONTRAST, TERMINAL)
"""All of them, the gentle default first."""


def look_for(chosen: str | None, colours: str | None, *, no_color: bool) -> str:
    """The look to show.

    Args:
        chosen: by the person; `None` where nothing was.
        colours: what the terminal has, as Rich names it: `standard` for 16.
        no_color: whether no colours are wanted at all; bold and reversed words are left then.
    """
    if no_color:
        return TERMINAL.name
    if chosen in {theme.name for theme in THEMES}:
        return str(chosen)
    return TERMINAL.name if colours in ("standard", "windows") else DEFAULT_THEME
