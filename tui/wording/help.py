"""The help sheet."""

TITLE = "Help"
HERE = "On this screen"
EVERYWHERE = "Everywhere"

ON_SCREEN = {
    "today": (
        "  Tab                  the next question, Shift+Tab the one before",
        "  0 to 10              an answer, when a question is chosen",
        "  ← →                  one lower, one higher",
        "  Backspace            leave it blank",
    ),
    "journal": ("  ↑ ↓ PgUp PgDn        through the list",),
}

GOOD_TO_KNOW = (
    "Everything can be skipped. Everything you type is kept while you type it.",
    "Quick exit hides and locks. It does not erase, and your shell history may show that you opened cairn.",
)
