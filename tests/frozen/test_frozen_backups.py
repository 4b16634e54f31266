"""A journal and a backup of it, written on the day when cairn could first make backups. Opened for ever, as they are.

`journal-0002` is a whole home with schema step 0002, `backup-0002` a backup of that journal made an hour later. The
passphrase and the words below open both.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.store.migrations import newest, steps_in
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal, open_journal_with_words
from journal.use_cases.preferences import Preferences, read_preferences
from journal.use_cases.safe_copies import restore_backup, verify_backup
from journal.use_cases.unlocking import Opens, with_passphrase, with_words
from tests.conftest import FixedClock

HERE = Path(__file__).parent
BACKUP = HERE / "backup-0002"
PASSPHRASE = "a journal with safety copies, kept"
WORDS = "marriage surface during empty enact symbol fan egg drink measure envelope supreme fury dirt subway"
PEACE = "\u05e9\u05dc\u05d5\u05dd"
"""A word that is written from the right."""
ROWS = {
    "check_in": 2, "entry": 2, "goal": 2, "goal_step": 2, "goal_reflection": 1, "peer_session": 2, "partner": 1,
    "coping_tool": 1, "strength": 1, "person": 1, "week": 1, "story": 1, "plan": 2, "draft": 2, "earlier_version": 1,
    "item": 16,
}  # fmt: skip


@pytest.fixture
def kept_home(tmp_path: Path) -> Home:
    """The home as it was frozen, private whatever the checkout made of it."""
    home = Home(tmp_path / "home")
    shutil.copytree(HERE / "journal-0002", home.root)
    for folder in (home.root, home.vault):
        folder.chmod(0o700)
    return home


def has_every_word(journal: OpenJournal) -> None:
    """Every kind of thing that was in it, by its words."""
    journal.verify()
    page = next(item for item in journal.items(Filter(kind="entry"), 10) if isinstance(item, JournalEntry))
    assert (page.title, page.body) == ("Rain", f"By the canal, later.\n\n{PEACE}")
    assert (page.tags, page.themes, page.keep, page.moment.zone) == (("outside",), ("hope",), True, "Asia/Kathmandu")
    assert page.moment.for_date == "2026-11-22"
    filled = next(item for item in journal.items(Filter(kind="check-in"), 10) if getattr(item, "note", None))
    assert isinstance(filled, CheckIn)
    assert (filled.mood, filled.hope, filled.connection, filled.energy) == (4, 6, 0, None)
    assert (filled.feelings, filled.note) == (("calm", "hopeful"), "café 日本語 🙂")
    goal = next(goal for goal in journal.goals("moving_towards") if goal.title == "Get out most days")
    assert (goal.why_it_matters, goal.ways, goal.revisit_on) == (
        "The light.",
        ("by the canal", "with Sam"),
        "2026-12-24",
    )
    assert [(step.text, step.status) for step in goal.steps] == [
        ("ask about a walk on Tuesday", "doing"),
        ("find my boots", "to_try"),
    ]
    assert [reflection.note for reflection in goal.reflections] == [f"Easier in the morning. {PEACE}"]
    sam = journal.partner("sam")
    assert (sam.why_we_meet, sam.when, sam.started_on) == ("to walk and talk", "Tuesdays", "2026-10-01")
    after, before = journal.sessions()
    assert (after.partner_alias, after.hope_for, after.received, after.felt_right) == (
        "Sam",
        "a quiet hour",
        "a laugh",
        "mostly",
    )
    assert (before.group_name, before.hope_for, before.reflected_at) == ("Tuesday group", "to be heard", None)
    assert {part.words for name in ("staying_well", "getting_through") for part in journal.plan(name).values()} == {
        "first lines of staying_well",
        "first lines of getting_through",
    }
    assert [tool.name for tool in journal.tools()] == ["a walk"]
    assert sorted(draft.kind for draft in journal.drafts()) == ["entry", "goal"]
    assert journal.lock_after_minutes() == 12
    assert journal.search("deleted")[0] == 0


@pytest.mark.parametrize(
    ("opens", "secret"),
    [(open_journal, PASSPHRASE), (open_journal_with_words, WORDS)],
    ids=["passphrase", "recovery words"],
)
def test_it_opens_and_every_word_is_still_there(
    kept_home: Home, opens: Callable[[Home, str, FixedClock], OpenJournal], secret: str
) -> None:
    opened = opens(kept_home, secret, FixedClock())
    assert opened._connection.one("SELECT max(number) FROM migration") == newest(steps_in())
    has_every_word(opened)
    opened.close()


def test_what_was_deleted_in_it_comes_back(kept_home: Home) -> None:
    opened = open_journal(kept_home, PASSPHRASE, FixedClock())
    opened.undo()
    assert opened.search("deleted")[0] == 1
    opened.close()


def test_what_was_known_before_it_opened_is_still_read(kept_home: Home) -> None:
    assert read_preferences(kept_home) == Preferences(country="GB", region="GB-SCT", look="quiet", plain=True)


@pytest.mark.parametrize(
    "opens", [with_passphrase(PASSPHRASE), with_words(WORDS)], ids=["passphrase", "recovery words"]
)
def test_its_backup_passes_every_check_with_each_row(tmp_path: Path, clock: FixedClock, opens: Opens) -> None:
    checked = verify_backup(Home(tmp_path / "home"), BACKUP, opens, clock)
    assert checked.made_at == "2026-11-21T22:30:00Z"
    assert checked.rows.items() >= ROWS.items()


def test_its_backup_becomes_a_journal_with_every_word(tmp_path: Path, clock: FixedClock) -> None:
    restored = restore_backup(Home(tmp_path / "home"), BACKUP, with_words(WORDS), clock)
    assert restored.kept is None
    opened = open_journal(Home(tmp_path / "home"), PASSPHRASE, clock)
    has_every_word(opened)
    opened.close()


def test_its_backup_takes_the_place_of_another_journal_which_is_kept_beside_it(home: Home, clock: FixedClock) -> None:
    restored = restore_backup(home, BACKUP, with_passphrase(PASSPHRASE), clock, over=True)
    assert restored.kept is not None
    assert (restored.kept / "header").exists()
    opened = open_journal(home, PASSPHRASE, clock)
    has_every_word(opened)
    opened.close()
