"""What was begun on the screen, or in a shell, is gone on with in plain lines, and none of it is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from journal.domain.entry import answers_of
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.stage import visit
from tui.wording import peers
from tui.wording import screen as shown

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


def test_what_was_changed_elsewhere_stays_beside_what_was_begun_here(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    goal = journal.add_goal("Rest", values={"why_it_matters": "Sleep.", "how_id_like_support": "A call."})
    kept = replace(journal.blank_page(), kind="goal", item_id=goal.id)
    journal.keep_parts(kept, {"why_it_matters": "Calm.", "how_id_like_support": None})
    journal.change(goal.id, {"title": "Rest more", "barriers": "Noise."})
    visit(journal, home, clock, "drafts", "1", "1", *[""] * 9)
    saved = journal.goal(goal.id)
    assert (saved.title, saved.barriers) == ("Rest more", "Noise.")
    assert (saved.why_it_matters, saved.how_id_like_support) == ("Calm.", None)
    assert journal.drafts() == []


def test_a_draft_of_plain_lines_names_what_was_begun_and_nothing_else(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.add_goal("Rest", values={"barriers": "Noise."})
    visit(journal, home, clock, "goals", "1", "change", "2", "Calm.")
    assert [answers_of(draft) for draft in journal.drafts()] == [{"why_it_matters": "Calm."}]


@pytest.mark.parametrize(("half", "skips"), [("before", [""] * 3), ("after", [""] * 7)])
def test_with_whom_is_asked_before_anything_that_was_begun_is_here_again(
    journal: OpenJournal, home: Home, clock: FixedClock, half: str, skips: list[str]
) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    nobody = replace(journal.blank_page(), kind=f"session-{half}")
    part = "hope_for" if half == "before" else "gave"
    journal.keep_parts(nobody, {part: "Half a thought."})
    heard = visit(journal, home, clock, half, "Sam", *skips)
    assert shown.DRAFT_BACK not in heard.said
    assert journal.sessions() == []
    heard = visit(journal, home, clock, half, "", *skips)
    assert heard.said.index(peers.WITH_WHOM) < heard.said.index(shown.DRAFT_BACK)
    assert [getattr(session, part) for session in journal.sessions()] == ["Half a thought."]


def test_a_group_is_written_about_while_a_half_with_somebody_waits(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    journal.prepare_session({"hope_for": "Company."}, "Sam")
    visit(journal, home, clock, "before", "the choir", "2", "A song.", ".", "", "")
    visit(journal, home, clock, "after", "2", "", "Time.", ".", *[""] * 5)
    with_group, with_sam = sorted(journal.sessions(), key=lambda session: session.partner_alias or "")
    assert (with_group.group_name, with_group.format) == ("the choir", "group")
    assert (with_group.hope_for, with_group.gave) == ("A song.", "Time.")
    assert (with_sam.hope_for, with_sam.reflected_at) == ("Company.", None)


def test_what_was_begun_for_one_group_is_not_said_to_another(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "before", "the choir", "2", "A song.")
    heard = visit(journal, home, clock, "before", "the walk", "2", "", "", "")
    assert shown.DRAFT_BACK not in heard.said
    heard = visit(journal, home, clock, "before", "the choir", "2", "", "", "")
    assert shown.DRAFT_BACK in heard.said
    assert [(session.group_name, session.hope_for) for session in journal.sessions()] == [("the choir", "A song.")]
    assert journal.drafts() == []


def test_the_day_that_was_chosen_on_the_screen_is_gone_on_with(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    draft = replace(journal.blank_page(), kind="session-after")
    journal.keep_parts(draft, {"gave": "Time.", "when": journal.moment("2026-03-12").at})
    visit(journal, home, clock, "drafts", "1", "1", *[""] * 7)
    assert [(session.gave, session.moment.for_date) for session in journal.sessions()] == [("Time.", "2026-03-12")]


def test_a_draft_out_of_a_list_that_is_changed_elsewhere_meanwhile_is_told_apart(
    journal: OpenJournal, home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = journal.keep_draft(replace(journal.blank_page(), body="Half"))
    other = open_journal(home, PASSPHRASE, clock)
    seen = other.drafts()
    clock.set(clock.now() + timedelta(seconds=1))
    journal.keep_draft(replace(draft, body="Half, and more here"))
    # A list that was read a while ago, as it stands in a window.
    monkeypatch.setattr(other, "drafts", lambda: seen)
    visit(other, home, clock, "drafts", "1", "1", "", "and more there")
    assert sorted(one.body for one in journal.drafts()) == ["Half\nand more there", "Half, and more here"]
    other.close()


def test_a_name_that_two_partners_have_is_asked_again_and_makes_no_third(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    first, second = (journal.add_thing("partner", {"partner_alias": name}).id for name in ("Sam", "sam"))
    heard = visit(journal, home, clock, "before", "SAM", "2", "Company.", ".", "", "")
    assert peers.SEVERAL_OF_THAT_NAME in heard.said
    assert {f"1 Sam ({first[:8]})", f"2 sam ({second[:8]})"} <= set(heard.said)
    assert [thing.id for thing in journal.things("partner")] == [first, second]
    assert [session.partner_id for session in journal.sessions()] == [second]


def test_a_list_says_the_start_of_very_long_words_and_opening_one_all_of_them(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    title = " ".join(["outside"] * 2000)
    journal.add_goal(title)
    heard = visit(journal, home, clock, "goals", "", "goals", "1", "", "")
    assert max(len(line) for line in heard.said if line.startswith("1 outside")) < 400
    assert title in heard.said
