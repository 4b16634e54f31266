"""The demo journal: a made-up life that could be somebody's, the same one every time."""

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journal.clock import Clock
from journal.data import feelings, prompts
from journal.domain.entry import JournalEntry
from journal.domain.prompts import prompt_named
from journal.domain.shelves import PLANS, PeerPartnership
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.preferences import Preferences, read_preferences
from tests.conftest import FixedClock
from tests.demo.a_demo import check_ins, filled, rows_of
from tests.wording.shown_words import Shown, said_in_code
from tests.wording.word_lint import HARD, pattern_of
from tui.commands import demo_journal
from tui.commands.demo_days import SEED, drawn_check_ins
from tui.commands.demo_journal import make_demo_journal, make_empty_journal
from tui.wording import demo
from tui.wording.demo_life import names, pages
from tui.wording.demo_life.check_ins import CHECK_INS
from tui.wording.demo_life.meetings import SESSIONS

ROOT = Path(__file__).parents[2]
FRIDAY = datetime(2026, 3, 13, 18, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenJournal]:
    """One for all that only read it."""
    journal = filled(tmp_path_factory.mktemp("life"), FRIDAY)
    yield journal
    journal.close()


def test_the_same_day_gives_the_same_rows_at_any_hour_and_only_this_user_can_enter_it(
    life: OpenJournal, tmp_path: Path
) -> None:
    other = filled(tmp_path, FRIDAY - timedelta(hours=11))
    rows = rows_of(other)
    other.close()
    assert rows == rows_of(life)
    assert sum(map(len, rows.values())) > 300
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


def test_another_day_gives_other_rows(life: OpenJournal, tmp_path: Path) -> None:
    """So that the comparison above could fail."""
    other = filled(tmp_path, FRIDAY + timedelta(days=1))
    rows = rows_of(other)
    other.close()
    assert rows != rows_of(life)


def test_the_quieter_days_are_the_same_with_the_same_seed_and_others_with_another() -> None:
    assert drawn_check_ins() == drawn_check_ins(SEED)
    assert drawn_check_ins() != drawn_check_ins(SEED + 1)


def test_no_quieter_day_is_drawn_where_one_is_written_or_into_a_hard_or_silent_week() -> None:
    written = {(noted.when.weeks_ago, noted.when.weekday) for noted in CHECK_INS}
    drawn = [(noted.when.weeks_ago, noted.when.weekday) for noted in drawn_check_ins()]
    assert len(drawn) == len(set(drawn)) > 12
    assert not written & set(drawn)
    assert not {13, 12, 11, 10, 5, 4} & {weeks_ago for weeks_ago, _ in drawn}


def test_it_is_opened_once_to_be_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To turn a passphrase into a key is what takes long."""
    opened: list[str] = []

    def open_and_note(home: Home, passphrase: str, clock: Clock) -> OpenJournal:
        opened.append(passphrase)
        return open_journal(home, passphrase, clock)

    monkeypatch.setattr(demo_journal, "open_journal", open_and_note)
    make_demo_journal(Home(tmp_path / "home"), demo.PASSPHRASE, FixedClock(FRIDAY), Preferences())
    assert opened == [demo.PASSPHRASE]


def test_it_has_pages_of_every_sort_and_one_begun(life: OpenJournal) -> None:
    found = [item for item in life.items(Filter(kind="entry"), 100) if isinstance(item, JournalEntry)]
    assert len(found) >= 20
    for sort in ("title", "prompt_id", "themes", "tags", "goal_ids"):
        with_it = [page for page in found if getattr(page, sort)]
        assert 3 <= len(with_it) < len(found), sort
    assert [page.title for page in found if page.bring] == ["To ask Sam"]
    assert len(life.kept(10)) == 3
    assert [draft.body for draft in life.drafts()] == [pages.BEGUN]


def test_a_deep_question_is_never_among_those_it_answers(life: OpenJournal) -> None:
    found = [item for item in life.items(Filter(kind="entry"), 100) if isinstance(item, JournalEntry)]
    asked = [prompt_named(prompts(), page.prompt_id) for page in found if page.prompt_id]
    assert "deep" not in {prompt.intensity for prompt in asked}


def test_its_goals_have_steps_reflections_ways_strengths_and_people(life: OpenJournal) -> None:
    goals = life.goals()
    assert sum(len(goal.steps) for goal in goals) >= 15
    assert sum(len(goal.reflections) for goal in goals) >= 5
    for part in ("why_it_matters", "ways", "barriers", "strengths_used", "people_who_help", "how_id_like_support"):
        assert any(getattr(goal, part) for goal in goals), part


def test_it_has_two_partners_and_an_agreement_with_one(life: OpenJournal) -> None:
    partners = [thing for thing in life.things("partner") if isinstance(thing, PeerPartnership)]
    assert [(partner.partner_alias, partner.kind) for partner in partners] == [
        (names.NOOR, "peer_supporter"),
        (names.SAM, "intentional_one_to_one"),
    ]
    assert [bool(partner.why_we_meet and partner.review_on) for partner in partners] == [False, True]


def test_its_sessions_are_of_every_kind_some_with_both_halves(life: OpenJournal) -> None:
    sessions = life.sessions()
    reflected = [session for session in sessions if session.reflected_at]
    assert (len(sessions), len(reflected)) == (11, 10)
    assert {session.format for session in sessions} == {"one_to_one", "group", "informal"}
    assert sum(bool(session.hope_for and session.gave) for session in reflected) == 4
    assert {"yes", "mostly", "not_really", None} == {session.felt_right for session in reflected}
    assert any(session.goals_touched for session in reflected)
    # What is told as with a partner or a group has found its own first half.
    assert len(sessions) == len([told for told in SESSIONS if hasattr(told, "keep")]) + 1


def test_its_shelves_are_filled(life: OpenJournal) -> None:
    tools = life.tools()
    assert len(tools) == 8
    assert {"self", "peer", "family_or_friend"} == {tool.learnt_from for tool in tools}
    assert len(life.what_helped(10)) == 8
    assert [len(life.things(kind)) for kind in ("strength", "person", "week", "story")] == [5, 4, 4, 1]


@pytest.mark.parametrize("plan", PLANS)
def test_each_plan_is_filled_in_part(life: OpenJournal, plan: str) -> None:
    assert 3 <= len(life.plan(plan)) < len(PLANS[plan])


def test_a_hard_day_finds_something_of_everything(life: OpenJournal) -> None:
    found = life.hard_day()
    assert all((found.plan, found.people, found.helped, found.kept))


def test_it_is_whole(life: OpenJournal) -> None:
    rows = life.verify().rows
    assert (rows["goal"], rows["partner"], rows["draft"]) == (6, 2, 1)
    assert rows["check_in"] >= 55
    assert life.setting(WORDS_CONFIRMED) == "yes"


def test_every_feeling_in_it_is_on_the_list_but_for_one_of_ones_own(life: OpenJournal) -> None:
    known = {feeling.id for feeling in feelings()}
    own = {word for check_in in check_ins(life) for word in check_in.feelings} - known
    assert own == {"a bit proud"}


def test_support_lines_are_those_of_whoever_looks_around(life: OpenJournal, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    make_empty_journal(home, demo.PASSPHRASE, FixedClock(), Preferences(country="IE"))
    assert read_preferences(home).country == "IE"


def every_word() -> list[Shown]:
    """Every text of the made-up life, and every sentence of the demo and its tour."""
    said = said_in_code(ROOT, "tui/wording")
    return [shown for shown in said if shown.file.startswith(("tui/wording/demo_life/", "tui/wording/demo.py"))]


def hard_words(text: str) -> list[str]:
    return [word for word in HARD if pattern_of(word).search(text)]


def test_no_word_of_it_is_one_that_cairn_does_not_say() -> None:
    """A made-up person may say what they like; as it is shown by cairn, it keeps to cairn's own rules all the same."""
    said = every_word()
    assert len(said) > 400
    assert [f"{shown.place}: {word}" for shown in said for word in hard_words(shown.text)] == []
    assert [shown.place for shown in said if "!" in shown.text] == []


def test_such_a_word_would_be_found() -> None:
    assert hard_words("You missed a day, and it got Worse.") == ["missed", "worse"]
