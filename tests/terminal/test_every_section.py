"""Through every section by keyboard alone, in a terminal of 80 by 24 and of 40 by 12, and in every kind of colour."""

import re
from dataclasses import replace

import pytest

from journal.clock import SystemClock
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import PASSPHRASE
from tests.terminal.conftest import OpenTerminal
from tests.terminal.test_journeys import unlock
from tests.terminal.test_looks import colours, styles
from tests.terminal.tmux import CAIRN

SIZES = [(80, 24), (40, 12)]
NAMES_FIT = 78
"""Cells from which on the bar has the names of the sections beside their digits."""
CURRENT = "\u203a"
"""What stands before the digit of the section that is open."""
PAGE = "A heron by the lock."


@pytest.fixture
def lived_in(home: Home) -> Home:
    """A journal with one of everything, made through the deeds that a person uses."""
    write_preferences(home, Preferences(country="GB"))
    journal = open_journal(home, PASSPHRASE, SystemClock())
    journal.choose(WORDS_CONFIRMED, "yes")
    goal = journal.add_goal("Get out most days")
    journal.add_step(goal.id, "shoes by the door")
    journal.add_thing("partner", {"partner_alias": "Sam"})
    journal.add_thing("tool", {"name": "the radio, low"})
    journal.write_page(replace(journal.blank_page(), body=PAGE))
    journal.close()
    return home


class Journey:
    """What a person sees and presses, one key after another, each when what the last one did has come."""

    def __init__(self, open_terminal: OpenTerminal, size: tuple[int, int]) -> None:
        self.cairn = open_terminal(size=size)
        self.current = f"{CURRENT}{{}}" if size[0] >= NAMES_FIT else "[{}]"
        """How the bar marks the section that is open."""
        unlock(self.cairn)

    def goes(self, *keys: str, to: str) -> str:
        """Press keys and wait for these words. Whatever screen that is, it names the key for support."""
        self.cairn.keys(*keys)
        shown = self.cairn.wait_for(to)
        assert re.search(r"F2 (support|close|or Ctrl)", shown), f"no way to support is named:\n{shown}"
        return shown

    def opens(self, section: str, *, holding: str) -> str:
        """Open a section by its digit; what is in it has come."""
        self.goes(section, to=self.current.format(section))
        return self.goes(to=holding)

    def checks_in(self) -> None:
        self.goes("Tab", "7", to="[7]")
        self.goes("Tab", "6", to="[6]")
        self.goes("C-s", to="hope 6")

    def reads_the_journal(self) -> None:
        assert "mood 7" in self.opens("2", holding=PAGE[:8])
        self.goes("m", to="Mo ")
        self.goes("Escape", to="mood 7")
        self.goes("/", to="Words to look for")
        self.cairn.type("heron")
        self.goes(to="1 thing")
        self.goes("Enter", to="▌")
        self.goes("Enter", to="Page ")
        self.goes("Escape", to="1 thing")
        self.goes("Escape", to="mood 7")

    def looks_at_goals_and_peers(self) -> None:
        self.opens("3", holding="Get out most days")
        self.goes("Enter", to="[ ] shoes by the door")
        self.goes("Escape", to=self.current.format("3"))
        self.opens("4", holding="Sam")

    def looks_back(self) -> None:
        self.opens("5", holding="very good")
        self.goes("Left", to="mood 7")
        self.goes("Left", to="no note.")
        self.goes("Right", to="mood 7")
        self.goes("t", to="Answer")
        self.goes("t", to="very good")
        self.goes("v", to="somewhat")

    def looks_into_the_toolbox(self) -> None:
        self.opens("6", holding="the radio, low")
        self.goes("Right", to="easier day")
        self.goes("Left", to="the radio, low")

    def asks_for_support_and_help(self) -> None:
        self.goes("F9", to="Your name")
        self.goes("F2", to="call 999")
        self.goes("2", to="SHOUT to 85258")
        self.goes("F2", to="Your name")
        self.goes("F1", to="On this screen")
        self.goes("Escape", to="Your name")
        self.goes("Escape", to=self.current.format("6"))

    def leaves_by_the_palette(self) -> None:
        self.goes("F3", to="Help for this screen")
        self.cairn.type("quick")
        self.cairn.wait_for("Ctrl+Q")
        self.cairn.keys("Enter")
        assert self.cairn.wait_for_code() == 0


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "40x12"])
def test_every_section_is_reached_by_keyboard_alone_and_names_the_key_for_support(
    lived_in: Home, terminal: OpenTerminal, size: tuple[int, int]
) -> None:
    """Issue 5, shown at the end. It leaves by the palette, with everything kept."""
    journey = Journey(terminal, size)
    journey.checks_in()
    journey.reads_the_journal()
    journey.looks_at_goals_and_peers()
    journey.looks_back()
    journey.looks_into_the_toolbox()
    journey.asks_for_support_and_help()
    journey.leaves_by_the_palette()
    assert "heron" not in journey.cairn.shown(with_history=True)


def test_a_screen_that_becomes_small_and_wide_again_keeps_every_word_of_a_page(
    lived_in: Home, terminal: OpenTerminal
) -> None:
    cairn = terminal(size=(140, 45))
    unlock(cairn)
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type("words from when it was wide, ")
    cairn.wait_for("it was wide,")
    cairn.resize(40, 12)
    cairn.type("then small, ")
    assert "wide" in cairn.wait_for("small,")
    cairn.resize(140, 45)
    cairn.type("then wide.")
    cairn.wait_for("words from when it was wide, then small, then wide.")
    cairn.keys("C-s")
    cairn.wait_for("Saved in your journal.")
    cairn.keys("C-q")
    assert cairn.wait_for_code() == 0

    journal = open_journal(lived_in, PASSPHRASE, SystemClock())
    pages = [item.body for item in journal.items(Filter(), 9) if isinstance(item, JournalEntry)]
    journal.close()
    assert pages == ["words from when it was wide, then small, then wide.", PAGE]


COLOURS = {
    "no colours": ([], {"NO_COLOR": "1"}, set()),
    "16 colours": (["env", "TERM=xterm", "COLORTERM="], {}, {"16"}),
    "256 colours": (["env", "TERM=xterm-256color", "COLORTERM="], {}, {"5"}),
    "true colours": ([], {}, {"2"}),
}
"""What the terminal says of itself, and how the colours are then said: by number, of 256, or mixed."""


@pytest.mark.parametrize("kind", COLOURS)
def test_every_kind_of_terminal_opens_and_can_be_read(kind: str, lived_in: Home, terminal: OpenTerminal) -> None:
    before, says, expected = COLOURS[kind]
    cairn = terminal([*before, *CAIRN], **says)
    unlock(cairn)
    cairn.keys("Tab", "7")
    shown = cairn.wait_for("[7]")
    assert "How hopeful do you feel today?" in shown
    assert "support now" in shown
    assert colours(cairn) == expected
    assert any("1" in style.split(";") for style in styles(cairn)), "an answer stands out by weight too"
