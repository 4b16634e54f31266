"""What was begun on the screen, or in a shell, is gone on with in plain lines, and none of it is lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.plain.stage import visit

BEGUN_ELSEWHERE = [
    ("goal-title", None, ["", ""], lambda journal: journal.goals()[0].title),
    ("goal-step", "goal", ["", "yes"], lambda journal: journal.goals()[-1].steps[-1].text),
    ("step-words", "step", [""], lambda journal: journal.goals()[0].steps[0].text),
    ("tool-name", None, [""] * 6, lambda journal: journal.tools()[0].name),
    ("partner-name", None, [""] * 5, lambda journal: journal.things("partner")[0].partner_alias),
    ("session-next", "session", ["1", "", "yes"], lambda journal: journal.goals()[0].steps[-1].text),
    ("ending", "partner", [""], lambda journal: journal.things("partner")[0].ending_note),
    ("plan-stressors", None, ["nothing more"], lambda journal: journal.plan("staying_well")["stressors"].words),
]
"""A draft's kind, what it is beside, what is typed to go on with it, and where its words go."""


@pytest.mark.parametrize(
    ("kind", "beside", "answers", "found"), BEGUN_ELSEWHERE, ids=[one[0] for one in BEGUN_ELSEWHERE]
)
def test_what_was_begun_on_the_screen_is_gone_on_with(
    journal: OpenJournal,
    home: Home,
    clock: FixedClock,
    kind: str,
    beside: str | None,
    answers: list[str],
    found: Callable[[OpenJournal], str],
) -> None:
    ids = {}
    if beside in ("goal", "step", "session"):
        goal = journal.add_goal("Get out")
        ids = {"goal": goal.id, "step": journal.add_step(goal.id, "one").id}
        ids["session"] = journal.reflect_on_session({"next": "Ask"}).id
    if beside == "partner":
        ids["partner"] = journal.add_thing("partner", {"partner_alias": "Sam"}).id
    draft = replace(journal.blank_page(), kind=kind, item_id=ids.get(beside or ""))
    part = {"plan-stressors": "words", "tool-name": "name", "partner-name": "partner_alias"}.get(kind)
    if part is not None:
        journal.keep_parts(draft, {part: "Rain or shine"})
    else:
        journal.keep_draft(replace(draft, body="Rain or shine"))
    visit(journal, home, clock, "drafts", "1", "1", *answers)
    assert found(journal) == "Rain or shine"
    assert journal.drafts() == []


def test_a_half_session_of_the_screen_is_gone_on_with_for_the_same_partner(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    partner = journal.add_thing("partner", {"partner_alias": "Sam"})
    group = replace(journal.blank_page(), kind="session-after-group")
    journal.keep_answers(group, {"gave": "A story.", "group_name": "Thursday"})
    visit(journal, home, clock, "drafts", "1", "1", "", "", "", "", "", "", "")
    before = replace(journal.blank_page(), kind="session-before", item_id=partner.id)
    journal.keep_answers(before, {"hope_for": "Company."})
    heard = visit(journal, home, clock, "drafts", "1", "1", "", "", "")
    assert "What would you like from this time together? Company." in heard.said
    with_sam, with_group = journal.sessions()
    assert (with_sam.partner_alias, with_sam.hope_for) == ("Sam", "Company.")
    assert (with_group.group_name, with_group.gave, with_group.format) == ("Thursday", "A story.", "group")
    assert journal.drafts() == []


def test_words_begun_beside_something_that_is_gone_become_a_page(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    goal = journal.add_goal("Get out")
    journal.keep_draft(replace(journal.blank_page(), kind="goal-step", item_id=goal.id, body="Shoes by the door"))
    journal.delete(goal.id)
    visit(journal, home, clock, "drafts", "1", "1", "", ".")
    assert [line.first_words for line in journal.timeline(Filter(), 5)] == ["Shoes by the door"]
    assert journal.drafts() == []
