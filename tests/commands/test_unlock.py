"""`cairn unlock --for` and `cairn lock`: a shell that does not ask for a while, and asks again afterwards."""

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from journal.clock import Clock
from journal.errors import BadInput, CairnError, NoJournal
from journal.paths import Home
from journal.use_cases import opening
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_unlocked
from journal.use_cases.staying import check_can_stay_unlocked, held_unlocked, let_go, stay_unlocked
from journal.use_cases.unlocking import Unlocked, unlock_with_passphrase
from journal.use_cases.ways_in import draw_rotation
from journal.vault import holding_keys, key_slots
from journal.vault.header_files import read_header
from tests.commands.answers import answer, refused
from tests.commands.conftest import Here
from tests.conftest import PASSPHRASE, Cairn, cairn_environment
from tests.store.remembered_argon2 import RememberedArgon2id
from tests.vault.header_bytes import above_sum, with_sum
from tests.vault.holding import Held, sockets_in
from tui.commands import lock, unlock
from tui.commands.terminal import PASSPHRASE_COMMAND, Terminal
from tui.wording import staying as staying_words

ASKS_IN_VAIN = {PASSPHRASE_COMMAND: "false"}
"""A passphrase command that has nothing to say: whoever asks is refused with exit code 2."""


@pytest.fixture(autouse=True)
def _let_go_at_the_end(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)
    yield
    let_go(home)


@pytest.fixture
def unlocked(home: Home) -> Home:
    """A home that stays unlocked for ten minutes."""
    stay_unlocked(unlock_with_passphrase(home, PASSPHRASE), 600)
    return home


def call(home: Home, **options: object) -> Namespace:
    said = {"json": True, "home": str(home.root), "locked": False, "passphrase_fd": None, "afterwards": []}
    return Namespace(**{**said, **options})


def terminal_at(home: Home, **options: object) -> Terminal:
    return Terminal(call(home, **options))


def asks(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, *, ask_again: bool = False) -> bool:
    """Whether opening the journal asks for the passphrase."""
    asked: list[str] = []

    def passphrase(_: Terminal, question: str) -> str:
        asked.append(question)
        return PASSPHRASE

    monkeypatch.setattr(Terminal, "passphrase", passphrase)
    with terminal.journal(ask_again=ask_again) as journal:
        assert journal.tools() == []
        assert journal.unlocked is not None
        assert journal.unlocked.way == ("passphrase" if asked else "held")
    return bool(asked)


def test_nothing_stays_unlocked_without_being_asked_to(cairn: Cairn, home: Home) -> None:
    answer(cairn("check-in", "--mood", "6", "--json"))
    assert sockets_in(home.root) == []
    assert refused(cairn("check-in", "--mood", "6", "--json", **ASKS_IN_VAIN), 2)


def test_a_check_in_asks_for_nothing_until_it_is_locked_again(cairn: Cairn, home: Home) -> None:
    """users-say 14: stay unlocked for N minutes."""
    began = datetime.now().astimezone()
    told = answer(cairn("unlock", "--for", "15m", "--json"))
    until = datetime.fromisoformat(told["until"])
    assert told["seconds"] == 900
    assert 895 < (until - began).total_seconds() < 960

    done = cairn("check-in", "--mood", "6", "--hope", "7", **ASKS_IN_VAIN)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(answer(cairn("show", "--json", **ASKS_IN_VAIN))["items"]) == 1

    assert answer(cairn("lock", "--json", **ASKS_IN_VAIN)) == {"was_unlocked": True}
    assert refused(cairn("check-in", "--mood", "6", "--json", **ASKS_IN_VAIN), 2)
    assert answer(cairn("lock", "--json", **ASKS_IN_VAIN)) == {"was_unlocked": False}
    assert sockets_in(home.root) == []


def test_it_says_until_when_and_how_to_end_it_and_lock_says_what_it_did(
    here: Here, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_COMMAND, f"echo '{PASSPHRASE}'")
    said = here("unlock", "--for", "2h").stdout
    assert said.startswith("Unlocked until ")
    assert "cairn lock" in said
    assert here("lock").stdout == "Locked. The next command asks for your passphrase.\n"
    assert here("lock").stdout == "It was locked already.\n"


@pytest.mark.parametrize(
    ("typed", "seconds"), [("60s", 60), ("1m", 60), ("90s", 90), ("15m", 900), ("2h", 7200), ("12h", 43_200)]
)
def test_a_time_is_taken_in_seconds_minutes_or_hours(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, seconds: int
) -> None:
    held_for: list[object] = []
    monkeypatch.setenv(PASSPHRASE_COMMAND, f"echo '{PASSPHRASE}'")
    monkeypatch.setattr(holding_keys, "hold", lambda *given: held_for.append(given[-1]))
    assert unlock.run(call(home, hold=typed)) == 0
    assert held_for == [seconds]
    assert json.loads(capsys.readouterr().out)["seconds"] == seconds


@pytest.mark.parametrize(
    "typed",
    ["", "m", "15", "0m", "59s", "43201s", "13h", "99999h", "100000s", "-5m", "1.5h", "15 m", "15M", "٣m", "1d"],
)
def test_any_other_time_is_bad_input_and_no_passphrase_is_asked_for(home: Home, typed: str) -> None:
    with pytest.raises(BadInput, match=r"1 ?m.* 12 ?h"):
        unlock.run(call(home, hold=typed, passphrase_fd=-1))


def test_a_time_that_is_none_is_exit_2(cairn: Cairn, home: Home) -> None:
    told = refused(cairn("unlock", "--for", "a while", "--json", **ASKS_IN_VAIN), 2)
    assert told["message"] == staying_words.FOR_TAKES
    assert refused(cairn("unlock", "--json", **ASKS_IN_VAIN), 2)
    assert sockets_in(home.root) == []


def test_a_wrong_passphrase_unlocks_nothing_and_what_was_unlocked_before_stays(cairn: Cairn, unlocked: Home) -> None:
    assert refused(cairn("unlock", "--for", "5m", "--json", **{PASSPHRASE_COMMAND: "echo wrong"}), 3)
    assert held_unlocked(unlocked) is not None


def test_unlocking_again_asks_again_and_takes_the_place_of_the_first(
    here: Here, unlocked: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Held(unlocked)
    monkeypatch.setenv(PASSPHRASE_COMMAND, "false")
    assert here("unlock", "--for", "5m").returncode == 2
    monkeypatch.setenv(PASSPHRASE_COMMAND, f"echo '{PASSPHRASE}'")
    assert here("unlock", "--for", "5m").returncode == 0
    assert first.ends()
    assert held_unlocked(unlocked) is not None


def test_where_there_is_no_journal_there_is_nothing_to_unlock_or_lock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = Home(tmp_path / "nowhere")
    with pytest.raises(NoJournal):
        unlock.run(call(nowhere, hold="5m"))
    assert lock.run(call(nowhere)) == 0
    assert json.loads(capsys.readouterr().out) == {"was_unlocked": False}
    assert not nowhere.root.exists()


def test_a_passphrase_that_the_call_brings_rules(unlocked: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asks(terminal_at(unlocked, passphrase_fd=0), monkeypatch)
    assert asks(terminal_at(unlocked, locked=True), monkeypatch)
    assert not asks(terminal_at(unlocked), monkeypatch)


def test_what_takes_everything_along_asks_again(unlocked: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asks(terminal_at(unlocked), monkeypatch, ask_again=True)


def test_one_that_was_killed_means_that_the_passphrase_is_asked_for(
    unlocked: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(unlocked)
    os.kill(held.process, 9)
    assert held.ends()
    assert asks(terminal_at(unlocked), monkeypatch)
    assert sockets_in(unlocked.root) == []


def test_one_that_goes_between_two_answers_means_that_the_passphrase_is_asked_for(
    unlocked: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(found: Unlocked, clock: Clock) -> OpenJournal:
        if found.way == "held":
            let_go(unlocked)
        return open_unlocked(found, clock)

    monkeypatch.setattr(opening, "open_unlocked", too_late)
    assert asks(terminal_at(unlocked), monkeypatch)


def test_a_key_of_another_generation_or_of_another_header_is_of_no_use(
    unlocked: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = read_header(unlocked).header
    assert held_unlocked(unlocked) is not None
    for changed in (
        header.to_bytes().replace(b"gen 1", b"gen 2").replace(b"journal-1", b"journal-2"),
        header.with_mac(bytes(32)).to_bytes(),
    ):
        whole = with_sum(above_sum(changed))
        unlocked.header.write_bytes(whole)
        unlocked.header_copy.write_bytes(whole)
        assert held_unlocked(unlocked) is None


def test_a_key_from_before_a_new_one_was_made_is_of_no_use(unlocked: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    draw_rotation(unlocked, PASSPHRASE).take_effect()
    assert Held(unlocked).status("State")
    assert held_unlocked(unlocked) is None
    assert asks(terminal_at(unlocked), monkeypatch)


def test_a_held_key_cannot_be_held_once_more(unlocked: Home) -> None:
    found = held_unlocked(unlocked)
    assert found is not None
    with pytest.raises(CairnError):
        stay_unlocked(found, 600)


def test_a_system_where_nobody_knows_who_asks_is_told_so_before_the_passphrase(
    here: Here, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE_COMMAND, "false")
    monkeypatch.setattr(sys, "platform", "darwin")
    told = refused(here("unlock", "--for", "5m", "--json"), 2)
    assert told["message"].startswith("To stay unlocked, cairn must know who asks for the key")
    assert answer(here("lock", "--json")) == {"was_unlocked": False}


def test_it_ends_with_the_shell_it_was_asked_in_and_says_where_it_cannot(home: Home, cairn: Cairn) -> None:
    unlock = [sys.executable, "-P", "-m", "tui", "unlock", "--for", "15m"]
    environment = cairn_environment(home)
    with subprocess.Popen(
        ["/bin/sh", "-c", '"$@"; read line', "sh", *unlock],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, env=environment,
    ) as shell:  # fmt: skip
        assert shell.stdout is not None
        assert shell.stdout.readline().startswith(b"Unlocked until ")
        held = Held(home)
        assert not held.ends(within_s=0)
    assert held.ends()
    alone = subprocess.run(unlock, capture_output=True, text=True, start_new_session=True, env=environment, check=True)
    assert "cannot see when you log out here" in alone.stdout
    assert held_unlocked(home) is not None


def test_the_bounds_are_the_use_case_s_own(home: Home) -> None:
    for seconds in (59, 43_201):
        with pytest.raises(BadInput):
            check_can_stay_unlocked(seconds)
    check_can_stay_unlocked(60)
    check_can_stay_unlocked(43_200)
