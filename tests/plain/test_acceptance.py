"""Acceptance checks 11 and 1: nothing but words, and none of the hard list. Over every deed there is.

What is typed would make the first fail, and holds no word of the second.
"""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from journal.data import prompts, support_lines
from journal.domain.prompts import prompt_named
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import PASSPHRASE, FixedClock
from tests.groups.people import GROUP, Held
from tests.plain.stage import Stage, Whispered, how_it_ends, visit
from tests.wording.shown_words import Shown
from tests.wording.word_lint import HARD, findings
from tui.plain import facilitating, goal_page, registry
from tui.plain.deeds import Deed
from tui.plain.goal_open import OpenGoal
from tui.plain.start import hold
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording.about import INTENDED_PURPOSE

NOT_FOR_EARS = re.compile("[\u2500-\u259f\u2800-\u28ff\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
"""Box drawing, block elements, braille, ESC and every other control but the line end, and what turns a line round."""

WISH = "h4"
"""The prompt that may say "better", as `tests/wording` decides it."""
HOSTILE = (
    "red \x1b[31m\x1b]0;title\x07 \x9b2J \u202eback \u2066open a\ttab \r \x00 " + "\u05e9\u05dc\u05d5\u05dd 🙂 café"
)

DEEDS = [one for deed in registry.every_deed() for one in (deed, *deed.inside)]
OF_A_FACILITATOR = [one for deed in facilitating.every_deed() for one in (deed, *deed.inside)]
SAID_BY_A_DEED: dict[str, list[str]] = {
    "check in": ["6", "list", "7", "list", "2", "1", "", "list", HOSTILE, "", HOSTILE, "."],
    "check in for a day": ["soon", "2026-03-01", "6", "7", "", "1, 2 not sure", "help", "1", HOSTILE, "."],
    "write": ["yesterday", "yes", "1", HOSTILE, HOSTILE, "!", "."],
    "journal": ["help", "1", "list", "keep", "bring", "change", "2", "", "", "2", "3", "4", "more"],
    "some": ["7", "soon", "2026-03-01", "", "some", "3", "2", "all", "1", "versions", "1", "yes", "about", "1", "x"],
    "month": ["March", "", "before", "next", "1", "write", "yes", "another", "", HOSTILE, HOSTILE, "."],
    "other years": ["help", "1", ""],
    "search": ["red", "1", "delete", "", "nothing like it"],
    "goals": ["new", HOSTILE, HOSTILE, "2", "1", *(str(place) for place in range(1, 12)), "show", "1, 2", "help"],
    "new goal": ["1", "", "", "3", "smaller"],
    "peers": ["help", "list"],
    "before": [HOSTILE, "1", HOSTILE, ".", "", ""],
    "after": ["1", "", HOSTILE, ".", HOSTILE, ".", "", HOSTILE, ".", "3", "yes", "1", "1", "", "1"],
    "sessions": ["1", "change", "1", "", "", "keep"],
    "partners": ["new", HOSTILE, "1", HOSTILE, "", "", "1", "agreement", HOSTILE, ".", "", "", "", "", "status", "4"],
    "invite": [HOSTILE, "/no/such/place", ""],
    "join": [HOSTILE, "/no/such/place", ""],
    "meet": [],
    "shared": ["pause all", "said yes to", "help"],
    "messages": [],
    "my page": [],
    "my group": [],
    "week": ["new", HOSTILE, "1", "2", "", "1"],
    "toolbox": ["list"],
    "tools": ["new", HOSTILE, HOSTILE, ".", "", "1", "1", "1", "1", "mark", "1", "change", "2", "", "list"],
    "surprise me": [],
    "strengths": ["new", HOSTILE, HOSTILE, ".", "1", "1"],
    "people": ["new", HOSTILE, HOSTILE, "1", HOSTILE, "2", "1"],
    "plans": ["1", "1", HOSTILE, ".", "2", "1", HOSTILE, ".", "1", "2", "1", ""],
    "story": ["new", HOSTILE, HOSTILE, ".", "1"],
    "look back": ["help", "each day", "days", HOSTILE, "days", "60", "year", "question", "2", "1", "", HOSTILE, "."],
    "hard day": ["yes", HOSTILE, HOSTILE, "."],
    "support": ["! more", "! mine", "! worried", "! advice"],
    "drafts": ["1", "1", "", "", "more", "."],
    "undo": ["undo"],
    "about": [],
    "country": ["xx", "gb", "9", "1", "!"],
    "my support lines": [
        *("new", HOSTILE, HOSTILE, ".", "1", "1", HOSTILE, HOSTILE, ".", "1", "2", "1", "3", "2", "1", "4", "1"),
    ],
    "support file": [HOSTILE, "/no/such/place", "shipped"],
    "keys and copies": ["help", "list"],
    "passphrase": [],
    "recovery words": ["1", "no", "no", "2"],
    "check words": [],
    "change the key": ["!", "2"],
    "make a backup": [HOSTILE, "/no/such/place", ""],
    "check a backup": [HOSTILE, "/no/such/place", ""],
    "put back a backup": [HOSTILE, "/no/such/place", ""],
    "safety copies": [HOSTILE, "/no/such/place", ""],
    "take along": ["2", HOSTILE, "/no/such/place", ""],
    "bring in": [HOSTILE, "/no/such/place", ""],
    "where it is": [],
    "check the file": [],
    "erase days": [HOSTILE, "today", "", "no", HOSTILE],
    "erase everything": ["no", "erase"],
    "plain lines": [],
    "lock after": ["help", "31", "2"],
    "settings": [
        "help",
        "name",
        HOSTILE,
        "name",
        "",
        "2",
        "1, 2",
        "3",
        "help",
        "2",
        "look",
        "list",
        "1",
        "keys",
        "write=f8",
        "keys",
        "help",
        "write=f12",
        "nothing like it",
        "list",
    ],
    "lock": [],
    "quit": [],
}
"""What is typed after the name of each deed."""


TYPED_BY_A_FACILITATOR: dict[str, list[str]] = {
    "summaries": ["help", "1", "list"],
    "group": [
        *("new", HOSTILE, HOSTILE, "", "1", "agreement", HOSTILE, ".", "", "", "", "note", HOSTILE, ".", "notes"),
        *(
            "invite",
            "",
            "compare",
            "take back",
            "no",
            "hand over",
            "help",
            HOSTILE,
            "",
            HOSTILE,
            ".",
            "no",
            "close",
            "!",
        ),
    ],
    "about me": [
        "write",
        HOSTILE,
        HOSTILE,
        ".",
        HOSTILE,
        "",
        "clear",
        HOSTILE,
        ".",
        HOSTILE,
        ".",
        "change",
        "list",
        "",
    ],
    "meet": [],
    "settings": ["help", "look", "list", "1", "keys", "write=f8", ""],
}
"""The same for a facilitator's deeds; those that a person has too are typed as there."""


def fill(journal: OpenJournal) -> None:
    """A journal in which every kind of thing has words that would act on a terminal."""
    goal = journal.add_goal(HOSTILE, values={"why_it_matters": HOSTILE, "ways": [HOSTILE]})
    journal.add_step(goal.id, HOSTILE)
    journal.reflect_on_goal(goal.id, HOSTILE)
    journal.bring(goal.id)
    for kind, values in {
        "tool": {"name": HOSTILE, "how_to": HOSTILE},
        "strength": {"text": HOSTILE, "story": HOSTILE},
        "person": {"alias": HOSTILE, "contact": HOSTILE},
        "week": {"label": HOSTILE, "note": HOSTILE},
        "story": {"title": HOSTILE, "body": HOSTILE},
        "partner": {"partner_alias": HOSTILE, "why_we_meet": HOSTILE},
    }.items():
        journal.add_thing(kind, values)
    journal.write_plan("getting_through", "people_i_can_ask", HOSTILE)
    journal.prepare_session({"hope_for": HOSTILE})
    journal.record_check_in(
        replace(journal.blank_check_in(), mood=0, note=HOSTILE, feelings=(HOSTILE,)), helped=["tea"]
    )
    page = journal.write_page(replace(journal.blank_page(), body=HOSTILE, title=HOSTILE), tags=(HOSTILE,))
    journal.keep(page.id)
    journal.keep_draft(replace(journal.blank_page(), body=HOSTILE))


def heard_of(deed: Deed[Visit], journal: OpenJournal, home: Home, clock: FixedClock) -> str:
    stage = Stage(home, clock, deed.name, *SAID_BY_A_DEED[deed.name])
    how_it_ends(stage, journal)
    return stage.text


def hard_words(said: str) -> list[str]:
    """Words of the hard list in it, but for what may say them: names of services, the purpose, one question."""
    names = [line.name for line in support_lines()]
    wish = prompt_named(prompts(), WISH)
    for exempt in (INTENDED_PURPOSE, wish.text, *names):
        said = said.replace(exempt, "")
    return [word for word, _ in findings([Shown("", 0, "", said)], HARD)]


def test_every_deed_has_something_typed_for_it() -> None:
    assert {deed.name for deed in DEEDS} == set(SAID_BY_A_DEED)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_acceptance_11_and_1_no_deed_says_anything_but_words_and_none_of_the_hard_list(
    deed: Deed[Visit], journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    write_preferences(home, Preferences(country="GB"))
    fill(journal)
    said = heard_of(deed, journal, home, clock)
    assert words.WHAT_WOULD_YOU_LIKE in said
    assert NOT_FOR_EARS.findall(said) == []
    assert hard_words(said) == []


@pytest.mark.parametrize("deed", goal_page.deeds(), ids=lambda deed: deed.name)
def test_acceptance_11_no_deed_on_a_goal_says_anything_but_words(
    deed: Deed[OpenGoal], journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    fill(journal)
    said = visit(journal, home, clock, "goals", "1", deed.name).text
    assert "café" in said
    assert NOT_FOR_EARS.findall(said) == []


@pytest.mark.parametrize(
    "stage",
    [
        lambda home, clock: Stage(Home(home.root / "new"), clock, "help", "!", "2", "1", secrets=Whispered("a", "b")),
        lambda home, clock: Stage(
            home, clock, secrets=Whispered("wrong", "words", "no", "back", "help"), is_typed=True
        ),
        lambda home, clock: Stage(home, clock, "help", "quit", "help", secrets=Whispered(source=PASSPHRASE)),
    ],
    ids=["first run", "unlock", "leaving"],
)
def test_acceptance_11_neither_do_the_door_and_the_way_out(
    stage: Callable[[Home, FixedClock], Stage], home: Home, clock: FixedClock
) -> None:
    heard = stage(home, clock)
    hold(heard.door, output_is_terminal=True)
    assert len(heard.said) > len(words.EVERYWHERE)
    assert NOT_FOR_EARS.findall(heard.text) == []


def test_every_deed_of_a_facilitator_has_something_typed_for_it() -> None:
    assert {deed.name for deed in OF_A_FACILITATOR} <= {*SAID_BY_A_DEED, *TYPED_BY_A_FACILITATOR}


@pytest.mark.parametrize("deed", OF_A_FACILITATOR, ids=lambda deed: deed.name)
def test_acceptance_11_and_1_neither_does_a_deed_of_a_facilitator(deed: Deed[Visit], held: Held) -> None:
    write_preferences(held.kim.home, Preferences(country="GB"))
    held.kim.journal.change(held.groups.group(GROUP).id, {"via": held.via})
    held.ana.share(dict.fromkeys(("what_matters_to_me_now", "please_know"), HOSTILE))
    held.visit()
    stage = Stage(held.kim.home, held.clock, deed.name, *{**SAID_BY_A_DEED, **TYPED_BY_A_FACILITATOR}[deed.name])
    how_it_ends(stage, held.kim.journal)
    assert words.WHAT_WOULD_YOU_LIKE in stage.text
    assert NOT_FOR_EARS.findall(stage.text) == []
    assert hard_words(stage.text) == []


def test_a_hard_word_in_what_is_said_is_found() -> None:
    assert hard_words("Your mood has\nimproved, simply.") == ["improved", "simply"]


@pytest.mark.parametrize("planted", ["┌", "█", "⠋", "\x1b[2J", "\x9b2J", "\x07", "\t", "\u202e"])
def test_the_check_finds_what_is_not_for_ears(planted: str) -> None:
    assert NOT_FOR_EARS.search(f"a {planted} b")
    assert not NOT_FOR_EARS.search("“a” · b\n\u2068\u05e9\u2069 🙂 é")
