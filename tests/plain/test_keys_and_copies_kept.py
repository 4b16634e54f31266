"""Backups, safety copies, and a backup at the second door: by answers that are typed."""

import os
import shutil
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.errors import Damaged, NotOpened
from journal.paths import Home
from journal.progress import Progress
from journal.use_cases.open_journal import ELSEWHERE, OpenJournal
from journal.use_cases.opening import open_journal, open_journal_with_words
from journal.use_cases.preferences import read_preferences
from journal.use_cases.snapshots import snapshot_if_due, snapshots_in
from journal.use_cases.ways_in import change_passphrase, replace_recovery_words
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.keeping_stage import NEW, backed_up, bodies, bodies_in, typed_at, unlocked_of, write
from tests.plain.stage import Stage, Typed, how_it_ends, visit
from tui.plain.begin import greet
from tui.plain.caring import Care, copy_before_leaving
from tui.plain.conversation import Conversation
from tui.plain.long_work import at_length
from tui.plain.start import Left, hold
from tui.plain.visit import Visit
from tui.wording import copies, keys
from tui.wording import plain as words
from tui.wording import plain_keys as said
from tui.wording import screen as shown

pytestmark = pytest.mark.usefixtures("quick_to_open")


# Backups


def test_a_backup_is_made_in_a_file_or_in_a_folder_and_checked_without_a_question(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path
) -> None:
    write(journal, "kept in a backup")
    answers = [
        "make a backup",
        str(stick),
        "make a backup",
        f"'{stick / 'copy'}'",
        "check a backup",
        str(stick / "copy"),
    ]
    stage = typed_at(home, clock, *answers, secrets=())
    how_it_ends(stage, journal)
    assert sorted(path.name for path in stick.iterdir()) == ["copy", "waymark-2026-03-14.backup"]
    assert copies.WHOLE in stage.said
    assert copies.holds({"entry": 1}) in stage.said
    assert stage.secrets.asked == []


def test_a_place_that_will_not_do_is_told_and_asked_for_again(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path
) -> None:
    there = stick / "there"
    there.write_text("a letter", encoding="utf-8")
    heard = visit(
        journal, home, clock,
        "make a backup", str(there), str(stick / "no" / "copy"), "\0", "",
        "check a backup", str(stick / "nothing"), str(there), "",
    )  # fmt: skip
    assert said.NO_SUCH_PATH in heard.said
    assert "There is no file at that path." in heard.said
    assert any("not a backup" in line for line in heard.said)
    assert [path.name for path in stick.iterdir()] == ["there"]


def test_a_backup_of_another_day_asks_for_what_opened_it_then(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path, tmp_path: Path
) -> None:
    other = Home(tmp_path / "other")
    shutil.copytree(home.root, other.root)
    recovery = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    path = str(backed_up(journal, clock, stick / "copy"))
    journal.close()
    change_passphrase(other, PASSPHRASE, NEW)
    # Another key: the backup is none of this journal's any more.
    from journal.use_cases.ways_in import draw_rotation

    draw_rotation(other, NEW).take_effect()
    rotated = open_journal(other, NEW, clock)
    for secrets in (("wrong", PASSPHRASE), ("words", "wrong", recovery)):
        stage = typed_at(other, clock, "check a backup", path, secrets=secrets)
        how_it_ends(stage, rotated)
        assert copies.WHOLE in stage.said
    stage = typed_at(other, clock, "check a backup", path, secrets=("",))
    how_it_ends(stage, rotated)
    assert words.WENT_BACK in stage.said
    rotated.close()


def test_a_backup_takes_the_place_of_the_journal_which_is_kept_and_then_it_locks(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path
) -> None:
    write(journal, "kept in a backup")
    path = str(backed_up(journal, clock, stick / "copy"))
    write(journal, "written since")
    for word in ("", "yes"):
        stage = typed_at(home, clock, "put back a backup", path, word)
        assert how_it_ends(stage, journal) is None
        assert copies.NOT_RESTORED in stage.said
    assert bodies_in(journal) == {"kept in a backup", "written since"}

    stage = typed_at(home, clock, "put back a backup", path, "restore")
    assert how_it_ends(stage, journal) == "lock"
    journal.close()
    assert bodies(home, clock) == {"kept in a backup"}
    (kept,) = home.root.glob("before-restore-*")
    assert str(kept) in stage.text


def test_a_backup_that_was_cut_is_told_and_the_journal_is_as_it_was(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path
) -> None:
    write(journal, "here")
    path = backed_up(journal, clock, stick / "copy")
    path.write_bytes(path.read_bytes()[:-1])
    stage = typed_at(home, clock, "put back a backup", str(path), "")
    how_it_ends(stage, journal)
    assert any("cut off" in line for line in stage.said)
    assert stage.secrets.asked == []
    assert bodies_in(journal) == {"here"}


def test_a_backup_that_is_stopped_leaves_nothing_behind(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told_to_stop(_talk: Conversation, work: Callable[[Progress], object]) -> object:
        def progress(_done: int, _whole: int) -> None:
            os.kill(os.getpid(), signal.SIGINT)
            real(1, 2)

        real: Progress

        def with_real(inner: Progress) -> object:
            nonlocal real
            real = inner
            return work(progress)

        return at_length(_talk, with_real)

    monkeypatch.setattr("tui.plain.copies.at_length", told_to_stop)
    heard = visit(journal, home, clock, "make a backup", str(stick / "copy"))
    assert said.STOPPED in heard.said
    assert list(stick.iterdir()) == []


# Safety copies


def test_a_second_place_takes_the_newest_at_once_and_is_taken_away_again(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path
) -> None:
    inside = home.root / "inside"
    inside.mkdir()
    heard = visit(journal, home, clock, "safety copies", str(stick / "no"), str(inside), str(stick))
    assert said.NOT_A_FOLDER in heard.said
    assert said.INSIDE_HOME in heard.said
    assert [path.suffix for path in stick.iterdir()] == [".backup"]
    assert journal.setting(ELSEWHERE) == str(stick)
    heard = visit(journal, home, clock, "safety copies", "clear")
    assert said.goes_there(str(stick)) in heard.said
    assert journal.setting(ELSEWHERE) == ""


def test_enter_at_the_second_place_settles_it(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    visit(journal, home, clock, "safety copies", "")
    assert journal.setting(ELSEWHERE) == ""


@pytest.fixture
def older(journal: OpenJournal, home: Home, clock: FixedClock, tmp_path: Path) -> OpenJournal:
    """The journal, with an older file in its place than its safety copy was made of."""
    shutil.copyfile(home.vault / "journal-1.db", tmp_path / "older.db")
    write(journal, "in the newer one")
    assert snapshot_if_due(unlocked_of(journal), clock) is not None
    journal.close()
    shutil.copyfile(tmp_path / "older.db", home.vault / "journal-1.db")
    return open_journal(home, PASSPHRASE, clock)


def test_a_journal_older_than_its_copy_is_told_until_somebody_says_that_it_is_right(
    older: OpenJournal, home: Home, clock: FixedClock
) -> None:
    stage = Stage(home, clock)
    greet(Visit(stage.door, older))
    assert copies.OLDER in stage.said
    visit(older, home, clock, "safety copies", "1", "")
    stage = Stage(home, clock)
    greet(Visit(stage.door, older))
    assert copies.OLDER not in stage.said
    older.close()


def test_the_newer_copy_is_put_back_from_there(older: OpenJournal, home: Home, clock: FixedClock) -> None:
    assert how_it_ends(typed_at(home, clock, "safety copies", "2", "restore"), older) == "lock"
    older.close()
    assert bodies(home, clock) == {"in the newer one"}


def test_a_safety_copy_is_made_beside_the_conversation_and_leaving_stops_it(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.choose(ELSEWHERE, str(stick))
    with Care().over(journal, clock):
        pass
    assert snapshots_in(home) == [], "it does not begin at once"
    monkeypatch.setattr("tui.plain.caring.COPY_AFTER_S", 0.0)
    with Care().over(journal, clock) as care:
        assert care._at_work is not None
        care._at_work.join(60)
    assert len(snapshots_in(home)) == len(list(stick.iterdir())) == 1


def test_damage_that_is_found_beside_the_conversation_is_told_at_its_end(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = threading.Event()

    def find_damage(*_: object, **__: object) -> None:
        found.set()
        raise Damaged

    class Waiting(Typed):
        def line(self) -> str:
            assert found.wait(60)
            return "quit"

    monkeypatch.setattr("tui.plain.caring.COPY_AFTER_S", 0.0)
    monkeypatch.setattr("tui.plain.caring.snapshot_if_due", find_damage)
    stage = typed_at(home, clock)
    stage.talk._keyboard = Waiting()
    assert hold(stage.door, output_is_terminal=False).how == "quit"
    assert Damaged.sentence in stage.said


def test_a_short_visit_ends_with_a_safety_copy_where_the_last_is_old(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    from datetime import timedelta

    copy_before_leaving(journal, clock)
    assert snapshots_in(home) == []
    clock.set(clock.now() + timedelta(days=8))
    copy_before_leaving(journal, clock)
    assert len(snapshots_in(home)) == 1


# The door


def test_recovery_words_at_the_door_offer_a_new_passphrase(home: Home, clock: FixedClock) -> None:
    recovery = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    stage = typed_at(home, clock, "quit", secrets=("words", recovery, NEW, NEW))
    hold(stage.door, output_is_terminal=False)
    assert keys.AFTER_WORDS in stage.said
    assert any(line.startswith(shown.HELLO) for line in stage.said)
    open_journal(home, NEW, clock).close()
    with pytest.raises(NotOpened):
        open_journal(home, PASSPHRASE, clock)
    open_journal_with_words(home, recovery, clock).close()


@pytest.mark.parametrize("answer", ["", "back"])
def test_the_offer_can_be_left(home: Home, clock: FixedClock, answer: str) -> None:
    recovery = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    before = home.header.read_bytes()
    stage = typed_at(home, clock, "quit", secrets=("words", recovery, answer))
    hold(stage.door, output_is_terminal=False)
    assert any(line.startswith(shown.HELLO) for line in stage.said)
    assert home.header.read_bytes() == before


def test_whoever_leaves_at_the_offer_leaves_a_closed_journal(home: Home, clock: FixedClock) -> None:
    recovery = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    stage = typed_at(home, clock, secrets=("words", recovery, "quit"))
    assert hold(stage.door, output_is_terminal=True) == Left("quit", clears=False)


@pytest.fixture
def backup(journal: OpenJournal, clock: FixedClock, stick: Path) -> str:
    write(journal, "from another computer")
    return str(backed_up(journal, clock, stick / "copy"))


def test_the_second_door_takes_a_backup_with_its_passphrase(backup: str, clock: FixedClock, tmp_path: Path) -> None:
    nowhere = Home(tmp_path / "new")
    stage = typed_at(nowhere, clock, "2", backup, "ie", "journal", "", "quit", secrets=("wrong", PASSPHRASE))
    hold(stage.door, output_is_terminal=False)
    assert stage.said.count(NotOpened.sentence) == 1
    assert any("from another computer" in line for line in stage.said)
    assert read_preferences(nowhere).country == "IE"
    assert bodies(nowhere, clock) == {"from another computer"}


def test_it_takes_its_recovery_words_and_then_offers_a_new_passphrase(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path, tmp_path: Path
) -> None:
    recovery = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    path = str(backed_up(journal, clock, stick / "copy"))
    nowhere = Home(tmp_path / "new")
    stage = typed_at(nowhere, clock, "2", path, "", "quit", secrets=("words", recovery, NEW, NEW))
    hold(stage.door, output_is_terminal=False)
    open_journal(nowhere, NEW, clock).close()


def test_a_backup_that_is_not_whole_makes_no_journal_and_leads_back_to_the_doors(
    backup: str, clock: FixedClock, tmp_path: Path
) -> None:
    content = bytearray(Path(backup).read_bytes())
    content[-1] ^= 1
    Path(backup).write_bytes(content)
    nowhere = Home(tmp_path / "new")
    stage = typed_at(nowhere, clock, "2", backup, "2", "", "quit")
    hold(stage.door, output_is_terminal=False)
    assert any("cut off" in line for line in stage.said)
    assert str(nowhere.root) in stage.text
    assert not nowhere.exists()
