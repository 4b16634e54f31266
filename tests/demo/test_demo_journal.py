"""The demo journal: a made-up life that could be somebody's, the same one every time."""

import re
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.timeline import Filter, Item, Line
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.preferences import Preferences, read_preferences
from tests.conftest import FixedClock
from tui.commands.demo_journal import fill_demo_journal, make_empty_journal
from tui.wording import demo, demo_life

FRIDAY = datetime(2026, 3, 13, 18, 40, tzinfo=UTC)
MONDAY = datetime(2026, 3, 16, 6, 5, tzinfo=UTC)
LATER_YEAR = datetime(2031, 1, 1, 23, 59, tzinfo=UTC)

NEVER_WRITTEN = (
    "patient", "sufferer", "service user", "client", "mentally ill", "schizophrenic", "depressive", "addict",
    "a bipolar", "suffers from", "victim of", "battling", "streak", "overdue", "missed", "you failed",
    "back on track", "keep it up", "score", "grade", "target", "performance", "symptom", "relapse", "severity",
    "triggered", "non-compliant", "compliance", "adherence", "disengaged", "abnormal", "cured", "fixed",
    "attention-seeking", "manipulative", "commit suicide", "failed attempt", "successful attempt", "causes",
    "because of", "leads to", "proves", "improved", "declined", "worse", "better", "helper", "mentee", "expert",
    "simply", "obviously",
)  # fmt: skip
"""Words that no text of cairn holds. Source: domain brief, section 8, marked H."""


def filled(place: Path, now: datetime, zone: str = "Europe/London") -> OpenJournal:
    """A demo journal as it is at this moment, open."""
    home, clock = Home(place / "home"), FixedClock(now, zone)
    make_empty_journal(home, demo.PASSPHRASE, clock, Preferences(country="IE"))
    fill_demo_journal(home, demo.PASSPHRASE, clock)
    return open_journal(home, demo.PASSPHRASE, clock)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenJournal]:
    """One for all that only read it."""
    journal = filled(tmp_path_factory.mktemp("life"), FRIDAY)
    yield journal
    journal.close()


def everything(journal: OpenJournal) -> list[Item]:
    return journal.items(Filter(), 1000)


def without_ids(lines: list[Line]) -> list[tuple[object, ...]]:
    return [(line.kind, line.at, line.keep, line.bring, line.first_words, line.answers) for line in lines]


def test_it_holds_six_weeks_that_end_yesterday(life: OpenJournal) -> None:
    days = sorted(date.fromisoformat(item.moment.for_date) for item in everything(life))
    assert days[-1] == date(2026, 3, 12)
    assert timedelta(weeks=6) <= days[-1] - days[0] <= timedelta(weeks=7)


@pytest.mark.parametrize(
    ("now", "zone"),
    [(MONDAY, "Europe/London"), (FRIDAY, "Pacific/Kiritimati"), (LATER_YEAR, "America/Los_Angeles")],
)
def test_nothing_in_it_is_from_today_or_later_wherever_it_is_opened(tmp_path: Path, now: datetime, zone: str) -> None:
    journal = filled(tmp_path, now, zone)
    today = journal.moment().for_date
    items = everything(journal)
    journal.close()
    assert len(items) > 25
    assert max(item.moment.for_date for item in items) < today
    assert all(item.recorded_at == item.moment.at_utc for item in items)


def test_it_has_hard_days_and_days_on_which_nothing_was_noted(life: OpenJournal) -> None:
    items = everything(life)
    noted = sorted({date.fromisoformat(item.moment.for_date) for item in items})
    assert any(isinstance(item, CheckIn) and item.is_low() for item in items)
    assert max(later - earlier for earlier, later in pairwise(noted)) >= timedelta(days=5)


def test_it_has_pages_kept_and_brought_tools_that_helped_and_a_page_begun(life: OpenJournal) -> None:
    pages = life.items(Filter(kind="entry"), 100)
    assert len(life.kept(10)) == 2
    assert sum(page.bring for page in pages) == 1
    assert len(life.tools()) == 6
    assert len(life.what_helped(10)) >= 5
    assert [draft.body for draft in life.drafts()] == [demo_life.BEGUN]


def test_it_greets_as_usual_and_reminds_of_nothing(life: OpenJournal) -> None:
    page = life.first_page()
    assert (page.after_a_gap, page.begun, page.saved) == (False, False, ())
    assert page.kept_words is not None
    assert life.setting(WORDS_CONFIRMED) == "yes"


def test_it_is_whole(life: OpenJournal) -> None:
    assert life.verify().rows["check_in"] >= 20


def test_it_is_the_same_every_time_and_only_this_user_can_enter_it(life: OpenJournal, tmp_path: Path) -> None:
    other = filled(tmp_path, FRIDAY)
    assert without_ids(other.timeline(Filter(), 1000)) == without_ids(life.timeline(Filter(), 1000))
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
    other.close()


def test_every_feeling_in_it_is_on_the_list_but_for_one_of_ones_own() -> None:
    from journal.data import feelings

    known = {feeling.label for feeling in feelings()}
    own = {word for noted in demo_life.CHECK_INS for word in noted.feelings} - known
    assert own == {"a bit proud"}


def test_support_lines_are_those_of_whoever_looks_around(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    make_empty_journal(home, demo.PASSPHRASE, FixedClock(), Preferences(country="IE"))
    assert read_preferences(home).country == "IE"


def hard_words(text: str) -> list[str]:
    return [word for word in NEVER_WRITTEN if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]


def written() -> list[str]:
    """Every text of the made-up life, and every sentence of the demo and its tour."""
    notes = [text for noted in demo_life.CHECK_INS for text in (noted.note or "", *noted.feelings)]
    tools = [name for noted in demo_life.CHECK_INS for name, _ in noted.helped]
    pages = [text for page in demo_life.PAGES for text in (page.title or "", page.body, *page.tags)]
    sentences = [value for name, value in vars(demo).items() if name.isupper() and isinstance(value, str)]
    return [*notes, *tools, *pages, *sentences, demo_life.BEGUN, demo.begins(demo.PASSPHRASE)]


@pytest.mark.parametrize("text", written())
def test_no_word_of_it_is_one_that_cairn_does_not_write(text: str) -> None:
    assert hard_words(text) == []
    assert "!" not in text


def test_such_a_word_would_be_found() -> None:
    assert hard_words("You missed a day, and it got Worse.") == ["missed", "worse"]
