"""No streak, no last opening, no missed day and no total: neither in the schema, nor in the code, nor after a look."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.wording.nothing_counted import NEVER, barred, names_in_schema, names_in_source, sums_across_dimensions

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "journal/store/schema"
ROOMS = ("journal", "sync", "tui")


def every_row(journal: OpenJournal) -> dict[str, list[tuple[object, ...]]]:
    """Every table as it is, with every column."""
    connection = journal._connection
    tables = [str(name) for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {table: sorted(connection.rows(f'SELECT * FROM "{table}"'), key=repr) for table in tables}


def test_acceptance_3_no_table_or_column_keeps_a_streak_an_opening_a_missed_day_or_a_score() -> None:
    names = list(names_in_schema(SCHEMA))
    assert {"check_in", "mood", "goal_step", "part_of_day"} <= {name for _, name in names}
    assert barred(names) == []


def test_acceptance_3_no_name_in_the_code_stands_for_one() -> None:
    names = list(names_in_source(ROOT, *ROOMS))
    assert {"set_goal_status", "OpenJournal", "self_belief"} <= {name for _, name in names}
    assert barred(names) == []


def test_acceptance_3_nothing_adds_answers_of_different_dimensions() -> None:
    assert sums_across_dimensions(ROOT, *ROOMS) == []


def test_acceptance_3_looking_at_a_journal_on_other_days_leaves_every_row_as_it_was(
    home: Home, clock: FixedClock
) -> None:
    first = open_journal(home, PASSPHRASE, clock)
    first.add_goal("Get out most days")
    first.record_check_in(first.blank_check_in())
    before = every_row(first)
    first.close()
    for _ in range(3):
        clock.set(clock.now() + timedelta(days=9))
        again = open_journal(home, PASSPHRASE, clock)
        again.first_page()
        again.goals()
        again.hard_day()
        again.sessions()
        again.close()
    last = open_journal(home, PASSPHRASE, clock)
    assert every_row(last) == before
    last.close()


@pytest.mark.parametrize("never", NEVER)
def test_each_barred_name_is_found_in_a_schema_and_in_code(never: str, tmp_path: Path) -> None:
    snake = never.replace(" ", "_")
    camel = "".join(word.capitalize() for word in never.split())
    (tmp_path / "1.sql").write_text(f"CREATE TABLE goal (item INTEGER, my_{snake} INTEGER) STRICT;", encoding="utf-8")
    assert barred(names_in_schema(tmp_path)) == [f"1.sql: my_{snake}"]
    (tmp_path / "journal").mkdir()
    for source, name in (
        (f"{snake} = 1", snake),
        (f"class {camel}Kept: ...", f"{camel}Kept"),
        (f"def read(the_{snake}): ...", f"the_{snake}"),
        (f"person.{snake}_at = 1", f"{snake}_at"),
        (f"document = {{'{snake}': 1}}", snake),
        (f"keep({snake}=1)", snake),
        (f"READ = 'SELECT {snake} FROM goal'", snake),
    ):
        (tmp_path / "journal/planted.py").write_text(source, encoding="utf-8")
        assert f"journal/planted.py: {name}" in barred(names_in_source(tmp_path, "journal")), source


def test_a_framework_s_word_is_let_through_in_the_room_that_speaks_to_it_and_nowhere_else() -> None:
    assert barred([("tui/app.py", "severity")]) == []
    assert barred([("journal/store/items.py", "severity"), ("tui/app.py", "my_severity")]) == [
        "journal/store/items.py: severity",
        "tui/app.py: my_severity",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "index = check_in.mood + check_in.hope",
        "index = answers['mood'] + answers['self_belief']",
        "index = sum((mood, hope, energy))",
        "index = mean([check_in.mood, check_in.connection])",
        "index = sum(answer or 0 for answer in check_in.answers().values())",
        "index = statistics.fmean(check_in.answers().values())",
        "READ = 'SELECT mood + hope FROM check_in'",
        "READ = 'SELECT c.mood + coalesce(c.hope, 0) FROM check_in c'",
    ],
)
def test_a_planted_total_is_found(source: str, tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal/planted.py").write_text(source, encoding="utf-8")
    assert sums_across_dimensions(tmp_path, "journal") == ["journal/planted.py:1"]


@pytest.mark.parametrize(
    "source",
    [
        "middle = median(check_in.mood for check_in in noted)",
        "lines = [answers_in_words(given), *more] + [note]",
        "NAMES = 'SELECT mood, hope FROM check_in'",
        "number = place + 1",
    ],
)
def test_counting_within_one_dimension_is_no_total(source: str, tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    (tmp_path / "journal/planted.py").write_text(source, encoding="utf-8")
    assert sums_across_dimensions(tmp_path, "journal") == []
