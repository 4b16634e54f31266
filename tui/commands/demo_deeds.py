"""Each moment of the made-up life as a deed on the open journal: the same one that a person does."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol, assert_never

from journal.data import feelings
from journal.domain.check_in import ToolUse
from journal.domain.feelings import feeling_id
from journal.domain.shelves import SHELVES
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.wording.demo_life.shapes import (
    Agreed,
    Aim,
    Brought,
    GoalIs,
    Lately,
    Met,
    NewStep,
    Noted,
    OnTheWay,
    Planned,
    Prepared,
    Reworded,
    Shelved,
    StepIs,
    Then,
    Thought,
    Told,
    Values,
    When,
    Written,
)


class Calendar(Protocol):
    """Whoever knows what a day is that was counted back from today."""

    def day(self, then: Then) -> date: ...


class Living:
    """One made-up life on one open journal. It remembers the ids of what it has made, by name."""

    def __init__(self, journal: OpenJournal, calendar: Calendar) -> None:
        self._journal = journal
        self._calendar = calendar
        self._ids: dict[tuple[str, str], str] = {}

    def live(self, told: Told) -> None:
        """Do one deed."""
        match told:
            case Noted():
                self._note(told)
            case Written():
                self._write(told)
            case Shelved(_, kind, values):
                self._shelve(kind, values)
            case Planned(_, plan, section, words):
                self._journal.write_plan(plan, section, words)
            case Agreed(_, partner, values):
                self._journal.change(self._ids["partner", partner], self._dated(values))
            case Prepared(_, values, partner):
                self._journal.prepare_session(values, partner)
            case Met():
                self._meet(told)
            case Aim(_, title, values):
                self._ids["goal", title] = self._journal.add_goal(title, values=self._dated(values)).id
            case _:
                assert_never(told)

    def go_on(self, title: str, told: OnTheWay) -> None:
        """Do one deed on the way to the goal of this title."""
        journal, goal = self._journal, self._ids["goal", title]
        match told:
            case NewStep(_, text):
                self._ids[goal, text] = journal.add_step(goal, text).id
            case StepIs(_, text, status):
                journal.set_step(self._ids[goal, text], status)
            case Reworded(_, text, smaller):
                self._ids[goal, smaller] = journal.reword_step(self._ids[goal, text], smaller).id
            case GoalIs(_, status):
                journal.set_goal_status(goal, status)
            case Thought(_, note):
                journal.reflect_on_goal(goal, note)
            case Brought():
                journal.bring(goal)
            case _:
                assert_never(told)

    def _note(self, noted: Noted) -> None:
        answers = {
            "mood": noted.mood,
            "hope": noted.hope,
            "connection": noted.connection,
            "self_belief": noted.self_belief,
            "energy": noted.energy,
        }
        check_in = replace(
            self._journal.blank_check_in().with_answers(answers),
            feelings=tuple(_feeling(word) for word in noted.feelings),
            tools_used=tuple(ToolUse(self._ids["tool", name], mark) for name, mark in noted.helped),
            note=noted.note,
        )
        self._journal.record_check_in(check_in)

    def _write(self, written: Written) -> None:
        page = replace(self._journal.blank_page(prompt_id=written.prompt_id), title=written.title, body=written.body)
        goals = tuple(self._ids["goal", title] for title in written.goals)
        entry = self._journal.write_page(page, written.tags, written.themes, goals)
        if written.keep:
            self._journal.keep(entry.id)
        if written.bring:
            self._journal.bring(entry.id)

    def _shelve(self, kind: str, values: Values) -> None:
        thing = self._journal.add_thing(kind, self._dated(values))
        self._ids[kind, str(values[SHELVES[kind].parts[0].name])] = thing.id

    def _meet(self, met: Met) -> None:
        goals = [self._ids["goal", title] for title in met.goals]
        session = self._journal.reflect_on_session(met.values, met.partner, goals=goals)
        if met.keep:
            self._journal.keep(session.id)

    def _dated(self, values: Values) -> Mapping[str, object]:
        """The same with days in place of what was counted back from today."""
        return {
            name: self._calendar.day(value).isoformat() if isinstance(value, When | Lately) else value
            for name, value in values.items()
        }


def steps_of(aim: Aim) -> Iterator[OnTheWay]:
    """What happened on the way to a goal; a step that was taken is told as two deeds."""
    for told in aim.on_the_way:
        yield told
        if isinstance(told, NewStep) and told.done is not None:
            yield StepIs(told.done, told.text, "done")


def _feeling(word: str) -> str:
    """The id of a word from the list; a word of one's own is itself."""
    try:
        return feeling_id(feelings(), word)
    except BadInput:
        return word
