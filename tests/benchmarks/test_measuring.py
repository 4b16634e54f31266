"""What the benchmarks rest on: fair turns, honest verdicts, and journals that are what they say."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.journals import BenchJournal, Sweeper, make_journal
from benchmarks.report import Finding, is_over, table
from benchmarks.samples import Samples, difference, ratio, take_turns
from benchmarks.words import toolbox, written
from journal.domain.check_in import CheckIn, check_check_in
from journal.domain.entry import check_entry
from journal.domain.timeline import Filter

SIZE = 60
HELD = Finding("opening", "1 ms", "another: 1 ms", "1.00 times", "1.5 times", True)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> BenchJournal:
    return make_journal(tmp_path_factory.mktemp("bench"), SIZE)


def test_each_round_begins_with_another_side() -> None:
    order: list[str] = []

    def side(name: str) -> float:
        order.append(name)
        return float(len(order))

    take_turns({"a": lambda: side("a"), "b": lambda: side("b")}, 2, lambda _: None, warm_up=0)
    assert order == ["a", "b", "b", "a"]


def test_rounds_to_warm_up_are_not_counted() -> None:
    values = iter([100.0, 1.0, 2.0])
    taken = take_turns({"a": lambda: next(values)}, 2, lambda _: None, warm_up=1)
    assert taken["a"].values == (1.0, 2.0)


def test_a_machine_that_slows_down_changes_no_ratio() -> None:
    calm, slow = Samples((2.0, 4.0, 20.0)), Samples((1.0, 2.0, 10.0))
    assert ratio(calm, slow) == 2.0


def test_a_difference_is_taken_within_each_round() -> None:
    assert difference(Samples((5.0, 9.0, 30.0)), Samples((4.0, 7.0, 10.0))) == 2.0


def test_a_budget_that_does_not_hold_is_said_and_changes_the_exit_code() -> None:
    over = replace(HELD, holds=False)
    assert "| over " in table([HELD, over])
    assert is_over([HELD, over])


def test_what_is_for_information_changes_no_exit_code() -> None:
    told = replace(HELD, holds=None)
    assert "for information" in table([told])
    assert not is_over([HELD, told])


def test_the_same_number_makes_the_same_words() -> None:
    assert list(written(SIZE, toolbox())) == list(written(SIZE, toolbox()))


def test_everything_made_up_is_something_a_person_could_have_kept() -> None:
    for item in written(SIZE, toolbox()):
        if isinstance(item, CheckIn):
            check_check_in(item)
        else:
            check_entry(item)


def test_a_made_journal_is_whole_and_as_large_as_it_says(made: BenchJournal) -> None:
    journal = made.open()
    rows = journal.verify().rows
    journal.close()
    assert rows["item"] - rows["coping_tool"] == rows["check_in"] + rows["entry"] == SIZE
    assert min(rows["check_in"], rows["entry"]) > SIZE / 4


def test_sweeping_takes_out_what_a_round_wrote_and_nothing_else(made: BenchJournal) -> None:
    sweeper, journal = Sweeper(made), made.open()
    journal.record_check_in(journal.blank_check_in())
    assert sweeper.sweep() == 1
    assert journal.timeline_count(Filter()) == SIZE
    sweeper.close()
    journal.close()


def test_no_key_and_no_words_lie_beside_a_made_journal(made: BenchJournal) -> None:
    names = {path.name for path in Path(made.home.root).rglob("*") if path.is_file()}
    assert names <= {"header", "header.bak", "lock", made.database.name}
