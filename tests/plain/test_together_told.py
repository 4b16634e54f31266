"""What plain lines say before something between two people goes, stops or waits."""

from datetime import timedelta

import pytest

from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.records.pairs import Pairs
from tests.plain.stage import Stage
from tests.plain.test_together import TITLE, Two, met, two
from tui.plain.start import hold
from tui.wording import sharing as words
from tui.wording import together

__all__ = ["met", "two"]


@pytest.fixture
def shared(met: Two) -> Two:
    met.has_goal()
    met.types("goals", "1", "share", "1", "yes")
    assert met.sam_sees() == [TITLE]
    return met


@pytest.mark.parametrize(("answer", "left"), [("no", 1), ("yes", 0)])
def test_what_deleting_a_shared_goal_stops_is_said_before_and_asked(shared: Two, answer: str, left: int) -> None:
    heard = shared.types("goals", "1", "delete", answer)
    assert words.DELETING_STOPS.format(names="Sam") in heard.text
    assert (words.LEFT_AS_IT_IS in heard.text) is bool(left)
    assert len(shared.journal.goals()) == left


def test_the_page_of_a_goal_says_with_whom_it_is_shared_and_what_waits(shared: Two) -> None:
    goal = shared.journal.goals()[0]
    heard = shared.types("goals", "1").text
    assert "Shared with Sam until Friday 12 June 2026." in heard
    assert words.NEW_WORDS_WAIT.format(name="Sam") not in heard
    shared.journal.change(goal.id, {"title": "Get out some days"})
    assert words.NEW_WORDS_WAIT.format(name="Sam") in shared.types("goals", "1").text
    shared.types("shared", "pause all")
    assert "Sharing with Sam is paused." in shared.types("goals", "1").text


def test_what_was_stopped_before_it_went_is_said_to_be_never_sent(met: Two) -> None:
    met.has_goal()
    met.types("goals", "1", "share", "1", "yes")
    assert "Not sent yet." in met.types("shared", "1", "stop").text
    assert "Never sent." in met.types("shared", "1").text


def test_deleting_a_goal_that_is_not_shared_asks_nothing(met: Two) -> None:
    met.has_goal()
    assert words.DELETE_THIS not in met.types("goals", "1", "delete").text
    assert met.journal.goals() == []


@pytest.mark.parametrize(("answer", "left"), [("no", 1), ("yes", 0)])
def test_what_deleting_a_partner_ends_is_said_before_and_asked(met: Two, answer: str, left: int) -> None:
    heard = met.types("partners", "1", "delete", answer)
    assert words.DELETING_ENDS.format(name="Sam") in heard.text
    assert len(met.journal.things("partner")) == left


def test_before_everything_is_paused_it_is_said_what_stays_and_before_the_next_words_what_goes_on(shared: Two) -> None:
    heard = shared.types("shared", "pause all")
    assert heard.text.index("One thing stays on their page: that you are connected.") < heard.text.index(
        together.PAUSED_ALL
    )
    paused = words.WORDS_PAUSED.format(name="Sam")
    assert paused in shared.types("shared", "1", "pause").text
    shared.sam_shares("Learn the one song")
    assert paused in shared.types("messages").text
    shared.types("messages", "write", "skip", "hello", ".")
    assert paused not in shared.types("messages").text


def test_whether_a_partner_sees_a_part_of_the_agreement_is_said_before_it_is_written(met: Two) -> None:
    assert words.SEES_MY_PART.format(name="Sam") in met.types("partners", "1", "agreement").text


def test_a_part_that_waits_goes_after_a_yes_and_not_before(met: Two) -> None:
    partner = met.journal.things("partner")[0].id
    met.journal.agree(partner, {"when": "Thursdays"})
    skips = ["skip"] * 5
    heard = met.types("partners", "1", "agreement", *skips, "no")
    assert words.PART_WAITS.format(name="Sam") in heard.text
    assert Words(met.journal).part_waits(partner)
    assert words.PART_SENT in met.types("partners", "1", "agreement", *skips, "yes").text
    met.carry()
    assert [page.agreement for page in Words(met.sam).their_pages()] == [{"when": "Thursdays"}]
    assert words.PART_WAITS.format(name="Sam") not in met.types("partners", "1", "agreement", *skips).text


def test_a_section_goes_alone_and_the_others_are_shown_and_asked_about(met: Two) -> None:
    partner = met.journal.things("partner")[0].id
    met.journal.agree(partner, {"when": "Thursdays"})
    heard = met.types("partners", "1", "agreement", "to laugh", ".", "", "", "", "", "no")
    assert "Thursdays" in heard.text.split(words.PART_WAITS.format(name="Sam"))[1]
    met.carry()
    assert [page.agreement for page in Words(met.sam).their_pages()] == [{"why_we_meet": "to laugh"}]


def test_the_last_day_can_be_typed_and_what_is_no_day_is_asked_again(met: Two) -> None:
    met.has_goal()
    heard = met.types("goals", "1", "share", "1", "until", "6", "soon", "2027-03-14", "2026-04-01", "yes")
    assert "A day is like 2026-03-01." in heard.text
    assert "for 1 to 180 days" in heard.text
    assert [share.expires for share in Sharing(met.journal).shares()] == ["2026-04-01"]


def test_what_a_partner_shares_is_gone_from_the_journal_once_it_is_opened_after_its_day(met: Two) -> None:
    met.sam_shares("Learn the one song")
    met.clock.set(met.clock.now() + timedelta(91))
    hold(Stage(met.home, met.clock, "quit").door, output_is_terminal=False)
    (pair,) = Pairs(met.journal.connection).all()
    assert b"Learn" not in (pair.view or b"")
