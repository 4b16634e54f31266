"""Words that were on their way: kept where something comes between, and listed readably whatever they were to be."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer
from tests.commands.conftest import PATIENCE_S, Here
from tests.conftest import Cairn, cairn_environment


def begun(journal: OpenJournal, kind: str, answers: dict[str, object], body: str = "") -> None:
    journal.keep_answers(replace(journal.blank_page(), kind=kind, body=body), answers)


def test_a_draft_of_every_form_is_listed_with_its_questions_and_its_words(here: Here, journal: OpenJournal) -> None:
    begun(journal, "goal", {"title": "Get out", "revisit_on": "2026-05-01"})
    begun(journal, "session-after", {"gave": "time", "felt_right": "not_really"})
    begun(journal, "tool", {"name": "a walk", "kind": "movement"})
    begun(journal, "agreement", {"privacy": "between us"})
    begun(journal, "plan-early_signs", {"words": "less sleep"})
    begun(journal, "person", {"good_for": ["talk", "laugh"], "alias": "Priya"})
    begun(journal, "goal-reflection", {}, body="it was quieter")
    begun(journal, "check-in", {"mood": 6}, body="a note")
    shown = here("drafts").stdout
    for line in (
        "What would you like to move towards? Get out",
        "Look at this again on: 1 May 2026",
        "Did it feel right? not really",
        "What kind of thing is it? movement",
        "between us",
        "less sleep",
        "a talk, a laugh",
        "it was quieter",
        "mood: 6",
        "a note",
    ):
        assert line in shown
    assert "not_really" not in shown
    assert len(answer(here("drafts", "--json"))["drafts"]) == 8


def test_a_draft_that_cannot_be_understood_is_still_shown(here: Here, journal: OpenJournal) -> None:
    begun(journal, "goal", {"title": "Get out", "revisit_on": "in May", "colour": "green"})
    begun(journal, "session-after", {"felt_right": "perfect"})
    begun(journal, "something-else", {"words": "kept"})
    shown = here("drafts").stdout
    for words in ("in May", "green", "perfect", "something-else", "kept"):
        assert words in shown


def interrupted(home: Home, call: Sequence[str], typed: Sequence[str], at: bytes) -> int:
    """Type these lines, and interrupt where it asks `at`. Returns the exit code."""
    keyboard, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "tui", *call],
        stdin=terminal,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=cairn_environment(home),
    ) as process:
        assert process.stderr is not None
        os.write(keyboard, "".join(f"{line}\n" for line in typed).encode())
        told = b""
        while at not in told:
            more = os.read(process.stderr.fileno(), 4096)
            assert more, told
            told += more
        process.send_signal(signal.SIGINT)
        try:
            code = process.wait(PATIENCE_S)
        finally:
            process.kill()
    os.close(keyboard)
    os.close(terminal)
    return code


def test_an_interruption_half_way_through_the_questions_keeps_the_answers(cairn: Cairn, home: Home) -> None:
    assert interrupted(home, ["session", "after"], ["time", "and quiet", ".", "a laugh", "."], b"stayed?") == 130
    drafts = answer(cairn("drafts", "--json"))["drafts"]
    assert [(draft["kind"], draft["answers"]) for draft in drafts] == [
        ("session-after", {"gave": "time\nand quiet", "received": "a laugh"})
    ]
    assert answer(cairn("session", "list", "--json")) == {"sessions": []}


def test_an_interruption_keeps_what_was_answered_on_any_form_and_nothing_where_nothing_was(
    cairn: Cairn, home: Home
) -> None:
    goal = answer(cairn("goal", "add", "-", "--json", words="Get out"))["id"]
    assert interrupted(home, ["toolbox", "add"], ["a walk"], b"How do you do it?") == 130
    assert interrupted(home, ["partner", "add"], ["Sam", ""], b"role called?") == 130
    assert interrupted(home, ["goal", "reflect", goal], [], b"A few words") == 130
    drafts = answer(cairn("drafts", "--json"))["drafts"]
    assert {draft["kind"]: draft["answers"] for draft in drafts} == {
        "tool-name": {"name": "a walk"},
        "partner-name": {"partner_alias": "Sam"},
    }


def test_what_is_saved_is_no_draft_any_more(cairn: Cairn, home: Home) -> None:
    assert interrupted(home, ["toolbox", "add"], ["a walk"], b"How do you do it?") == 130
    cairn("toolbox", "add", "-", words="music")
    assert len(answer(cairn("drafts", "--json"))["drafts"]) == 1
    assert len(answer(cairn("toolbox", "list", "--json"))["tools"]) == 1
