"""Items 11 to 20 of what users of journals suffer from: keys that are lost, locks that are none, words that leak.

Each test says what cairn promises about the item of its number.
"""

import re
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import BadInput, CairnError, Damaged, NewerFormat, NotOpened, OpenToOthers
from journal.paths import FOLDER, Home, find_home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal, open_journal_with_words
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.safe_copies import create_backup
from journal.use_cases.snapshots import keep_elsewhere, snapshot_if_due
from journal.use_cases.staying import held_unlocked, let_go, stay_unlocked
from journal.use_cases.unlocking import unlock_with_passphrase, unlock_with_words
from journal.use_cases.ways_in import put_passphrase
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.docs.conftest import ROOT
from tests.frozen.test_frozen_journals import FROZEN
from tests.users_say.conftest import bodies, unlocked_of, write
from tests.vault.header_bytes import files_of, put_both, resummed
from tui.commands.grammar import build_parser
from tui.presence import DEFAULT_MINUTES, LONGEST_MINUTES, SHORTEST_MINUTES, Presence, TwoClocks
from tui.wording.opening import PRIVATE_PLACE

MARK = "quillwort"
"""A word that nothing but this person's own words would hold."""
READABLE = {".md", ".py", ".sql", ".tcss"}


def texts_of(folder: str) -> Iterator[tuple[Path, str]]:
    """Every source file of a room."""
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in READABLE:
            yield path, path.read_text(encoding="utf-8")


def test_item_11_words_on_paper_open_it_and_give_it_a_new_passphrase(tmp_path: Path, clock: FixedClock) -> None:
    home = Home(tmp_path / "home")
    words = create_journal(home, PASSPHRASE, clock, FLOOR).words.words
    assert len(words) == 15
    assert not any(" ".join(words[:2]).encode() in content for content in files_of(home.root).values())

    put_passphrase(unlock_with_words(home, " ".join(words)), "one that I know again")

    open_journal(home, "one that I know again", clock).close()
    open_journal_with_words(home, " ".join(words), clock).close()
    with pytest.raises(NotOpened):
        open_journal(home, PASSPHRASE, clock)


def test_item_11_a_look_at_the_words_is_offered_once_a_year(journal: OpenJournal, clock: FixedClock) -> None:
    clock.set(clock.now() + timedelta(days=364))
    assert not journal.is_words_check_due()
    clock.set(clock.now() + timedelta(days=2))
    assert journal.is_words_check_due()
    journal.note_words_checked()
    assert not journal.is_words_check_due()


def test_item_11_what_cannot_be_undone_is_said_before_there_is_a_journal_and_where_one_reads_first() -> None:
    assert "If you forget the passphrase, only your recovery words can open this." in PRIVATE_PLACE
    assert "Without both, nobody can open it" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_item_12_no_file_and_no_choice_takes_the_lock_away(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    """The lock is the key itself. Everything that can be altered without it is altered here."""
    for name in ("lock-after-minutes", "recovery-words-confirmed", "copies-elsewhere"):
        journal.choose(name, "off")
    assert journal.lock_after_minutes() == DEFAULT_MINUTES
    journal.close()
    for said in ('{"locked": false, "plain": true}', "{}", "not json"):
        home.before_unlock.write_text(said, encoding="utf-8")
        with pytest.raises(NotOpened):
            open_journal(home, "another one", clock)
    home.before_unlock.unlink()
    with pytest.raises((NotOpened, BadInput)):
        open_journal(home, " ", clock)


def test_item_13_there_is_no_journal_that_is_not_locked(home: Home, tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(BadInput):
        create_journal(Home(tmp_path / "other"), "", clock, FLOOR)
    assert not (tmp_path / "other").exists()
    assert not (home.vault / "journal-1.db").read_bytes().startswith(b"SQLite format 3")
    (home.vault / "journal-1.db").unlink()
    plain = sqlite3.connect(home.vault / "journal-1.db")
    plain.execute("CREATE TABLE item (number INTEGER)")
    plain.execute("CREATE TABLE entry (words TEXT)")
    plain.close()
    with pytest.raises(Damaged, match="not encrypted"):
        open_journal(home, PASSPHRASE, clock)


def test_item_13_the_key_file_says_its_version_and_a_later_one_is_left_alone(home: Home, clock: FixedClock) -> None:
    content = home.header.read_bytes()
    assert content.startswith(b"cairn-vault/1\n")
    put_both(home, resummed(content, lambda above: above.replace(b"cairn-vault/1", b"cairn-vault/2")))
    before = files_of(home.root)
    with pytest.raises(NewerFormat):
        open_journal(home, PASSPHRASE, clock)
    assert files_of(home.root) == before


def test_item_13_every_format_there_ever_was_is_kept_to_be_opened() -> None:
    kept = {name.partition("/")[0] for name in FROZEN}
    assert {"journal-0001", "journal-0002", "backup-0002"} <= kept


def test_item_14_nothing_stays_unlocked_unless_it_was_asked_for_and_it_ends_when_told(
    home: Home, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    open_journal(home, PASSPHRASE, clock).close()
    assert held_unlocked(home) is None

    stay_unlocked(unlock_with_passphrase(home, PASSPHRASE), 60)
    try:
        held = held_unlocked(home)
        assert held is not None
        assert held.way == "held"
    finally:
        assert let_go(home)
    assert held_unlocked(home) is None


def test_item_14_how_it_was_opened_is_known_each_time(tmp_path: Path, clock: FixedClock) -> None:
    home = Home(tmp_path / "home")
    words = " ".join(create_journal(home, PASSPHRASE, clock, FLOOR).words.words)
    for opened, way in (
        (open_journal(home, PASSPHRASE, clock), "passphrase"),
        (open_journal_with_words(home, words, clock), "recovery"),
    ):
        assert unlocked_of(opened).way == way
        opened.close()


def test_item_14_how_soon_it_locks_is_one_choice_inside_the_journal(home: Home, journal: OpenJournal) -> None:
    """What the screen, plain lines and `cairn settings` read is the same, and lies behind the lock itself."""
    journal.choose("lock-after-minutes", "12")
    assert journal.lock_after_minutes() == 12
    for nonsense, kept in (("0", SHORTEST_MINUTES), ("9999", DEFAULT_MINUTES), ("900", LONGEST_MINUTES), ("-1", 5)):
        journal.choose("lock-after-minutes", nonsense)
        assert journal.lock_after_minutes() == kept
    assert not home.before_unlock.exists()


def test_item_15_no_file_that_is_written_holds_a_word(home: Home, journal: OpenJournal, clock: FixedClock) -> None:
    filled = replace(journal.blank_check_in(), note=f"{MARK} in a note", feelings=(MARK,))
    journal.record_check_in(filled, helped=(f"{MARK} a lot",))
    journal.write_page(replace(journal.blank_page(), title=MARK, body=f"{MARK} in a page"), tags=(MARK,))
    journal.keep_draft(replace(journal.blank_page(), body=f"{MARK} on its way"))
    journal.add_goal(f"{MARK} every day")
    journal.choose("a-small-choice", MARK)
    write_preferences(home, Preferences(country="GB"))
    snapshot_if_due(unlocked_of(journal), clock)
    create_backup(unlocked_of(journal), home.root / "copy", clock)
    root = bytes(unlocked_of(journal).keys.reveal_for_wrapping())  # type: ignore[attr-defined]  # opened by a passphrase, so it is the root itself
    key = unlocked_of(journal).keys.database_key()
    journal.close()

    files = files_of(home.root)
    assert len(files) >= 5
    for secret in (MARK, PASSPHRASE, root, key, root.hex(), bytes.fromhex(key[2:-1].decode())):
        ways = [secret] if isinstance(secret, bytes | bytearray) else [secret.encode(), secret.encode("utf-16-le")]
        assert [name for name, content in files.items() if any(way in content for way in ways)] == []


def test_item_15_a_word_that_stands_in_a_file_is_found_by_that_search(home: Home) -> None:
    (home.root / "left behind").write_text(f"a {MARK}", encoding="utf-8")
    assert [name for name, content in files_of(home.root).items() if MARK.encode() in content] == ["left behind"]


def test_item_16_a_home_that_others_can_write_to_is_not_opened(home: Home, clock: FixedClock) -> None:
    """Who can write there can put another key file in the place of ours."""
    for folder in (home.root, home.vault):
        for others in (stat.S_IWGRP, stat.S_IWOTH):
            folder.chmod(0o700 | others)
            before = files_of(home.root)
            with pytest.raises(OpenToOthers):
                open_journal(home, PASSPHRASE, clock)
            assert files_of(home.root) == before
        folder.chmod(0o700)
    open_journal(home, PASSPHRASE, clock).close()


def test_item_16_a_home_that_others_can_look_into_is_closed_to_them(home: Home, clock: FixedClock) -> None:
    for folder in (home.root, home.vault):
        folder.chmod(0o755)
    open_journal(home, PASSPHRASE, clock).close()
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (home.root, home.vault)] == [0o700, 0o700]


def test_item_16_it_locks_when_nobody_is_there_and_when_the_computer_slept() -> None:
    steady, wall = [0.0], [1000.0]
    presence = Presence(TwoClocks(lambda: steady[0], lambda: wall[0]))

    def after(seconds: float, asleep: float = 0.0) -> str:
        steady[0] += seconds
        wall[0] += seconds + asleep
        return presence.look()

    assert (after(60), after(4 * 60 - 20), after(30)) == ("there", "soon", "gone")
    presence.begin()
    assert after(1, asleep=61) == "slept"


def test_item_17_nothing_that_prints_itself_holds_a_word(journal: OpenJournal) -> None:
    page = replace(journal.blank_page(), title=MARK, body=MARK)
    journal.write_page(page, tags=(MARK,))
    (found,) = journal.search(MARK)[1]
    goal = journal.add_goal(MARK)
    partner = journal.add_thing("partner", {"partner_alias": MARK})
    check_in = journal.record_check_in(replace(journal.blank_check_in(), note=MARK)).check_in
    for thing in (page, found, goal, partner, check_in, journal.read(found.id), journal.unlocked):
        assert MARK not in repr(thing)
        assert MARK not in str(thing)


def test_item_17_no_refusal_repeats_what_was_written(journal: OpenJournal) -> None:
    refused = 0
    for deed in (
        lambda: journal.read(MARK),
        lambda: journal.add_thing(MARK, {}),
        lambda: journal.add_thing("tool", {"name": "a walk", "kind": MARK}),
        lambda: journal.blank_page(MARK),
        lambda: journal.plan(MARK),
        lambda: build_parser(["write", MARK]).parse_args(["write", MARK]),
        lambda: build_parser(["check-in", "--mood", MARK]).parse_args(["check-in", "--note", MARK]),
    ):
        with pytest.raises(CairnError) as problem:
            deed()
        assert MARK not in f"{problem.value} {problem.value.hint}"
        refused += 1
    assert refused == 7


def test_item_18_there_is_no_other_editor_and_no_file_for_one(home: Home, journal: OpenJournal) -> None:
    begun = journal.keep_draft(replace(journal.blank_page(), body=MARK))
    journal.keep_draft(replace(begun, body=f"{MARK}, and more"))
    assert sorted(files_of(home.root)) == ["vault/header", "vault/header.bak", "vault/journal-1.db"]
    for room in ("journal", "tui"):
        for path, text in texts_of(room):
            assert not re.search(r"environ[^\n]*(EDITOR|VISUAL)", text), path
            assert room == "tui" or "tempfile" not in text, path


def test_item_19_names_that_can_be_seen_from_outside_say_nothing(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CAIRN_HOME", raising=False)
    snapshot_if_due(unlocked_of(journal), clock)
    (tmp_path / "stick").mkdir()
    elsewhere = keep_elsewhere(unlocked_of(journal), tmp_path / "stick")
    assert elsewhere is not None
    assert find_home().root.name == FOLDER
    for name in (FOLDER, elsewhere.name):
        assert not re.search("cairn|journal|diary|recover|mood|peer|health", name, re.IGNORECASE)


def test_item_19_what_it_cannot_hide_is_said_where_one_reads_first() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for said in ("watches the screen", "knows or forces the passphrase", "That the program is installed can be seen"):
        assert said in readme
    promised = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    assert "There is no hidden journal and no second passphrase that opens a harmless one" in promised


def test_item_19_leaving_a_partner_is_one_step_and_needs_no_reason(journal: OpenJournal) -> None:
    partner = journal.add_thing("partner", {"partner_alias": "Sam"})
    ended = journal.set_partner_status(partner.id, "ended")
    assert (ended.status, ended.ending_note) == ("ended", None)


def test_item_20_a_wrong_passphrase_and_a_damaged_file_are_told_apart(home: Home, clock: FixedClock) -> None:
    with pytest.raises(NotOpened, match="That did not open it"):
        open_journal(home, "another one", clock)
    content = (home.vault / "journal-1.db").read_bytes()
    (home.vault / "journal-1.db").write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(Damaged):
        open_journal(home, PASSPHRASE, clock)
    with pytest.raises(NotOpened):
        open_journal(home, "another one", clock)
    put_both(home, home.header.read_bytes()[:-1])
    with pytest.raises(Damaged):
        open_journal(home, "another one", clock)


def test_item_20_the_engines_own_change_of_key_is_in_no_line_and_no_log_is_beside_the_file(
    home: Home, journal: OpenJournal
) -> None:
    for room in ("journal", "tui"):
        for path, text in texts_of(room):
            assert not re.search(r"rekey|reset_key|journal_mode\W+wal", text, re.IGNORECASE), path
    assert journal._connection.one("PRAGMA journal_mode") == "delete"
    write(journal, "kept")
    journal.close()
    assert not list(home.vault.glob("*-wal"))
    assert bodies(home) == {"kept"}
