"""`docs/reliability.md`: its figures add up, and every row is of something that the tests still try."""

import re

from tests.docs.conftest import ROOT
from tests.faults.reliability import Table

PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def rows() -> list[list[str]]:
    """The cells of the table of figures, its heading first."""
    figures = PAGE[PAGE.index("## The figures") : PAGE.index("## What one row means")]
    lines = [line for line in figures.splitlines() if line.startswith("|") and "---" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def number(cell: str) -> int:
    return 0 if cell == "-" else int(cell.replace(",", ""))


def test_the_table_has_the_columns_that_a_soak_prints() -> None:
    table = Table()
    table.add("an operation", {"killed": 1}, passed=True)
    assert rows()[0] == [cell.strip() for cell in table.lines()[0].strip("|").split("|")]


def test_every_operation_is_one_that_the_tests_try_and_explained() -> None:
    named = {row[0] for row in rows()[1:-1]}
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "faults").glob("*.py"))
    explained = PAGE[PAGE.index("## What one row means") :]
    assert len(named) >= 14
    assert [name for name in named if f'"{name}"' not in sources] == []
    assert [name for name in named if name.split(",")[0] not in explained] == []


def test_the_last_row_is_the_sum_of_the_others() -> None:
    *others, total = rows()[1:]
    for column in range(1, 6):
        assert number(total[column]) == sum(number(row[column]) for row in others)


def test_no_row_has_a_loss() -> None:
    assert {row[-1] for row in rows()[1:]} == {"0"}


def test_every_file_it_names_is_there() -> None:
    assert [path for path in re.findall(r"`(tests/[\w/]+\.py)`", PAGE) if not (ROOT / path).is_file()] == []
