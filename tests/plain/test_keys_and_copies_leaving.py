"""Taking everything along, bringing it in, and erasing for good: by answers that are typed."""

import shutil
import stat
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from journal.domain.timeline import Filter
from journal.errors import NotFound
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.snapshots import snapshot_if_due, snapshots_in
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.keeping_stage import bodies_in, typed_at, unlocked_of, write
from tests.plain.stage import how_it_ends, visit
from tui.plain.start import Left, hold
from tui.wording import erasing, leaving
from tui.wording import plain as words
from tui.wording import plain_keys as said

pytestmark = pytest.mark.usefixtures("quick_to_open")


# Leaving and coming back


def test_everything_is_taken_along_with_the_passphrase_alone_and_comes_in_again(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path, template_home: Home, tmp_path: Path
) -> None:
    write(journal, "taken along")
    archive = stick / "all.zip"
    stage = typed_at(home, clock, "take along", "archive", str(archive), secrets=("",))
    how_it_ends(stage, journal)
    assert leaving.NOT_LOCKED in stage.said
    assert not archive.exists()
    stage = typed_at(home, clock, "take along", "1", str(archive))
    how_it_ends(stage, journal)
    assert zipfile.is_zipfile(archive)
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600

    other_home = Home(tmp_path / "other")
    shutil.copytree(template_home.root, other_home.root)
    other = open_journal(other_home, PASSPHRASE, clock)
    heard = visit(other, other_home, clock, "bring in", str(archive), "no")
    assert said.NOTHING_CAME_IN in heard.said
    assert bodies_in(other) == set()
    heard = visit(other, other_home, clock, "bring in", str(archive), "yes", "bring in", str(archive), "undo")
    assert said.UNDO_TAKES_IT_BACK in heard.said
    assert leaving.NOTHING_NEW in heard.said
    assert other.timeline(Filter(), 9) == []
    other.close()


@pytest.mark.parametrize(("form", "made"), [("a folder of pages to read", "index.md"), ("one document", "")])
def test_it_can_be_pages_or_one_document_too(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path, form: str, made: str
) -> None:
    write(journal, "taken along")
    visit(journal, home, clock, "take along", form, str(stick / "all"))
    assert (stick / "all" / made).is_file()


def test_pages_of_another_program_are_told_first_and_come_in_without_what_is_broken(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path
) -> None:
    file = stick / "journal.txt"
    file.write_text("[2024-01-02 09:05] A good day\nwords of then\n[2024-13-40 09:05] no such day\n", encoding="utf-8")
    heard = visit(journal, home, clock, "bring in", str(stick), str(file), "yes")
    assert any(line.startswith("1 page would come in") for line in heard.said)
    assert said.CAME_IN in heard.said
    assert len(journal.timeline(Filter(), 9)) == 1


def test_what_is_no_journal_is_told(journal: OpenJournal, home: Home, clock: FixedClock, stick: Path) -> None:
    (stick / "zip").write_bytes(b"PK\x03\x04 and nothing behind it")
    (stick / "blank").touch()
    heard = visit(journal, home, clock, "bring in", str(stick / "zip"), "bring in", str(stick / "blank"))
    assert "There is nothing in this file." in heard.said
    assert journal.timeline(Filter(), 9) == []


# Erasing


@pytest.mark.parametrize(
    ("answers", "secrets"),
    [
        pytest.param(["", "ERASE it"], (PASSPHRASE,), id="not the word"),
        pytest.param(["", ""], (PASSPHRASE,), id="no word"),
        pytest.param(["", "erase"], ("",), id="no passphrase"),
        pytest.param(["", "erase"], ("wrong", ""), id="another passphrase"),
        pytest.param(["back"], (PASSPHRASE,), id="back"),
        pytest.param([], (), id="nobody there"),
    ],
)
@pytest.mark.parametrize(
    "deed",
    [["journal", "1", "erase"], ["erase days", "2026-03-14", ""], ["erase everything"]],
    ids=lambda deed: " ".join(deed[:2]),
)
def test_nothing_is_erased_without_the_word_and_the_passphrase(
    journal: OpenJournal,
    home: Home,
    clock: FixedClock,
    deed: list[str],
    answers: list[str],
    secrets: tuple[str, ...],
) -> None:
    write(journal, "still here")
    stage = typed_at(home, clock, *deed, *answers, secrets=secrets)
    assert how_it_ends(stage, journal) is None
    assert bodies_in(journal) == {"still here"}
    assert erasing.NOT_BACK in stage.said


def test_one_thing_goes_for_good_and_a_new_safety_copy_takes_the_place_of_those_that_held_it(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    write(journal, "stays")
    item = write(journal, "goes")
    journal.change_words(item, "goes too")
    snapshot_if_due(unlocked_of(journal), clock)
    (before,) = [copy.path.read_bytes() for copy in snapshots_in(home)]
    stage = typed_at(home, clock, "journal", "1", "erase", "", "erase")
    how_it_ends(stage, journal)
    assert "This goes: 1 page and 1 earlier version." in stage.said
    assert erasing.DONE in stage.said
    assert bodies_in(journal) == {"stays"}
    (after,) = [copy.path.read_bytes() for copy in snapshots_in(home)]
    assert after != before
    with pytest.raises(NotFound):
        journal.read(item)


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("goal", ["goals", "1"]),
        ("tool", ["tools", "1"]),
        ("partner", ["partners", "1"]),
        ("session", ["sessions", "1"]),
    ],
)
def test_each_thing_has_the_deed_on_its_own_page(
    journal: OpenJournal, home: Home, clock: FixedClock, kind: str, path: list[str]
) -> None:
    makes: dict[str, Callable[[], object]] = {
        "goal": lambda: journal.add_goal("walk more"),
        "tool": lambda: journal.add_thing("tool", {"name": "tea"}),
        "partner": lambda: journal.add_thing("partner", {"partner_alias": "Sam"}),
        "session": lambda: journal.reflect_on_session({"gave": "time"}),
    }
    makes[kind]()
    stage = typed_at(home, clock, *path, "erase", "", "erase")
    how_it_ends(stage, journal)
    assert erasing.DONE in stage.said
    assert journal._connection.one("SELECT count(*) FROM item WHERE kind = ?", (kind,)) == 0


def test_some_days_go_whole_and_the_others_stay(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    for day in ("2026-03-01", "2026-03-02", "2026-03-03"):
        write(journal, day, day)
    stage = typed_at(
        home, clock,
        "erase days", "soon", "2026-03-02", "2026-03-01", "2026-03-03", "", "erase",
        "erase days", "2026-02-01", "",
    )  # fmt: skip
    how_it_ends(stage, journal)
    assert said.LAST_BEFORE_FIRST in stage.said
    assert bodies_in(journal) == {"2026-03-01"}
    assert erasing.NOTHING_THERE in stage.said


def test_a_copy_is_offered_first_and_then_everything_goes(
    journal: OpenJournal, home: Home, clock: FixedClock, stick: Path
) -> None:
    write(journal, "goes")
    write_preferences(home, Preferences(country="GB"))
    journal.close()
    # Whatever is done once a week on leaving is not done to a journal that is gone.
    clock.set(clock.now() + timedelta(days=8))
    stage = typed_at(
        home, clock,
        "erase everything", "yes", "1", str(stick / "all.zip"), "erase",
        secrets=(PASSPHRASE, PASSPHRASE, PASSPHRASE),
    )  # fmt: skip
    assert hold(stage.door, output_is_terminal=True) == Left("quit", clears=False)
    assert zipfile.is_zipfile(stick / "all.zip")
    assert "It holds 1 page." in stage.said
    assert stage.text.index(erasing.DONE) < stage.text.index(words.CLEAR_IT)
    assert not home.root.exists()
