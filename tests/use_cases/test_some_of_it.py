"""Some of the timeline: one kind, a theme, a tag, a goal, what is marked, some days; and all of these at once."""

from dataclasses import replace
from datetime import date

import pytest

from journal.domain.months import same_day_before
from journal.domain.timeline import Filter
from journal.errors import BadInput, NotAllowed, NotFound
from journal.use_cases.open_journal import OpenJournal


@pytest.fixture
def ids(journal: OpenJournal) -> dict[str, str]:
    """One of everything, by what it is called here."""
    goal = journal.add_goal("get out most days", values={"themes": ["hope"]}).id

    def page(
        body: str, when: str, tags: tuple[str, ...] = (), themes: tuple[str, ...] = (), about: bool = False
    ) -> str:
        blank = replace(journal.blank_page(when), body=body)
        return journal.write_page(blank, tags, themes, (goal,) if about else ()).id

    made = {
        "goal": goal,
        "river": page("a quiet river", "2026-03-01", ("river",), ("hope",)),
        "slept": page("slept badly", "2026-03-05", ("sleep", "river")),
        "walk": page("went out", "2026-03-10", (), ("hope", "meaning"), about=True),
        "leap": page("a day that is seldom", "2024-02-29"),
        "note": journal.record_check_in(replace(journal.blank_check_in("2026-03-02"), mood=6)).check_in.id,
        "session": journal.reflect_on_session({"gave": "time"}, goals=(goal,)).id,
        "gone": page("taken back", "2026-03-03", ("river", "secret"), ("hope",), about=True),
    }
    journal.bring(made["river"])
    journal.keep(made["river"])
    journal.keep(made["note"])
    journal.keep(made["gone"])
    journal.delete(made["gone"])
    return made


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (Filter(kind="entry"), ["walk", "slept", "river", "leap"]),
        (Filter(theme="hope"), ["goal", "walk", "river"]),
        (Filter(tag="river"), ["slept", "river"]),
        (Filter(tag="secret"), []),
        (Filter(bring=True), ["river"]),
        (Filter(keep=True), ["note", "river"]),
        (Filter(first_day="2026-03-02", last_day="2026-03-05"), ["slept", "note"]),
        (Filter(theme="hope", kind="entry", last_day="2026-03-05"), ["river"]),
        (Filter(keep=True, tag="river", bring=True), ["river"]),
        (Filter(days=same_day_before(date(2025, 2, 28))), ["leap"]),
    ],
)
def test_what_fits_is_shown_newest_first_and_counted(
    journal: OpenJournal, ids: dict[str, str], chosen: Filter, names: list[str]
) -> None:
    wanted = [ids[name] for name in names]
    assert [line.id for line in journal.timeline(chosen, 50)] == wanted
    assert [item.id for item in journal.items(chosen, 50)] == wanted
    assert journal.timeline_count(chosen) == len(wanted)


def test_a_goal_is_shown_with_all_that_is_about_it(journal: OpenJournal, ids: dict[str, str]) -> None:
    for named in (ids["goal"], ids["goal"][:8]):
        shown = {line.id for line in journal.timeline(Filter(goal=named), 50)}
        assert shown == {ids["goal"], ids["session"], ids["walk"]}


def test_a_page_of_rows_goes_on_where_the_one_before_it_ended(journal: OpenJournal, ids: dict[str, str]) -> None:
    whole = journal.timeline(Filter(kind="entry"), 50)
    assert [journal.timeline(Filter(kind="entry"), 1, place)[0] for place in range(len(whole))] == whole


def test_tags_are_those_in_sight_by_name(journal: OpenJournal, ids: dict[str, str]) -> None:
    assert journal.tags() == ["river", "sleep"]


@pytest.mark.parametrize(
    ("chosen", "problem"),
    [
        (Filter(kind="poem"), NotAllowed),
        (Filter(theme="weather"), NotAllowed),
        (Filter(goal="ffffffff"), NotFound),
        (Filter(goal="ff"), BadInput),
    ],
)
def test_what_cannot_be_is_told(journal: OpenJournal, chosen: Filter, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        journal.timeline(chosen, 10)
    with pytest.raises(problem):
        journal.timeline_count(chosen)


def test_days_that_have_something_are_told_with_their_kinds_and_the_others_are_not_there(
    journal: OpenJournal, ids: dict[str, str]
) -> None:
    march = [date(2026, 3, number) for number in range(1, 32)]
    assert journal.days_with(march) == {
        "2026-03-01": ("entry",),
        "2026-03-02": ("check-in",),
        "2026-03-05": ("entry",),
        "2026-03-10": ("entry",),
        "2026-03-14": ("goal", "session"),
    }


@pytest.mark.parametrize(
    "chosen",
    [Filter(), Filter(theme="hope"), Filter(tag="river"), Filter(bring=True), Filter(keep=True), Filter(kind="entry")],
)
def test_no_first_page_sorts_all_that_fits(journal: OpenJournal, chosen: Filter) -> None:
    """At 100,000 entries, half of which fit, a sort takes a sixth of a second; a walk along the days does not."""
    from journal.store.timeline import _where

    where, values = _where(chosen)
    plan = journal._connection.rows(
        f"EXPLAIN QUERY PLAN SELECT number FROM item WHERE {where}"
        " ORDER BY for_date DESC, at_utc DESC, number DESC LIMIT 100",
        values,
    )
    steps = [str(step[3]) for step in plan]
    assert steps[0].startswith(("SCAN item USING INDEX item_by_day", "SEARCH item USING INDEX item_by_"))
    assert not any("ORDER BY" in step for step in steps)
