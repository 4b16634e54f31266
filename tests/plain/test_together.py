"""Two people in plain lines: they meet, one shares a goal, words come back, and it ends."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.carrying import meet_and_wait
from sync.consent.sharing import Sharing, Yes
from sync.consent.words import Words
from sync.pairing import Pairing
from sync.records.pairs import Pairs, State
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.stage import Stage, visit
from tests.plain.test_acceptance import HOSTILE, NOT_FOR_EARS, hard_words
from tui.wording import plain_together as said
from tui.wording import sharing as words
from tui.wording import together

TITLE, STEP, WHY = "Get out most days", "ask Priya along", "the flat is quiet"


class Two:
    """A person who types, and Sam with a journal of their own, whose deeds are done at once."""

    def __init__(self, journal: OpenJournal, home: Home, sam: OpenJournal, clock: FixedClock, folder: Path) -> None:
        self.journal, self.home, self.sam, self.clock, self.folder = journal, home, sam, clock, folder

    @property
    def via(self) -> str:
        return f"folder:{self.folder}"

    def types(self, *answers: str) -> Stage:
        """Lines from the first list on; each of them must be asked for."""
        stage = visit(self.journal, self.home, self.clock, *answers)
        assert NOT_FOR_EARS.findall(stage.text) == []
        assert hard_words(stage.text) == []
        return stage

    def carry(self, rounds: int = 2) -> None:
        """Both meet the folder."""
        for _ in range(rounds):
            meet_and_wait(self.sam)
            meet_and_wait(self.journal)

    def state(self) -> State:
        (pair,) = Pairs(self.journal.connection).all()
        return pair.state

    @property
    def me(self) -> str:
        """What one is for Sam."""
        (pair,) = Pairs(self.sam.connection).all()
        return pair.partner

    def meet(self, name: str = "Sam") -> None:
        """Everything until both are there by their names."""
        made = Pairing(self.journal).invite(self.via, my_name="Ana", called=together.CALLED)
        meet_and_wait(self.journal)
        self.joins(" ".join(made.words), name)
        self.carry()
        Pairing(self.journal).say_match(made.partner, Pairing(self.journal).words(made.partner)[1])
        Pairing(self.sam).say_match(self.me, Pairing(self.sam).words(self.me)[1])
        self.carry()

    def joins(self, twelve: str, name: str = "Sam") -> None:
        import asyncio

        from sync.carrying import find_invite

        found = asyncio.run(find_invite(Pairing(self.sam), twelve, self.via))
        Pairing(self.sam).join(found.code, found.first, self.via, my_name=name, called=together.CALLED)
        meet_and_wait(self.sam)

    def has_goal(self) -> str:
        goal = self.journal.add_goal(TITLE, values={"why_it_matters": WHY})
        self.journal.add_step(goal.id, STEP)
        return goal.id

    def sam_shares(self, title: str) -> None:
        goal = self.sam.add_goal(title)
        sharing = Sharing(self.sam)
        sharing.say_yes(sharing.offer(self.me, goal.id, ["title"]), Yes("shown", 1, "en", "yes"))
        self.carry()

    def sam_sees(self) -> list[str | None]:
        self.carry()
        return [goal.title for page in Words(self.sam).their_pages() for goal in page.goals]


@pytest.fixture
def two(journal: OpenJournal, home: Home, template_home: Home, clock: FixedClock, tmp_path: Path) -> Iterator[Two]:
    shutil.copytree(template_home.root, tmp_path / "sam" / "home")
    (tmp_path / "between").mkdir()
    sam = open_journal(Home(tmp_path / "sam" / "home"), PASSPHRASE, clock)
    yield Two(journal, home, sam, clock, tmp_path / "between")
    sam.close()


@pytest.fixture
def met(two: Two) -> Two:
    two.meet()
    return two


# Meeting


def test_an_invite_says_twelve_words_the_place_and_until_when(two: Two) -> None:
    heard = two.types("invite", str(two.folder), "Ana", "2")
    twelve = heard.said[heard.said.index(together.INVITED) - 1]
    assert len(twelve.split()) == 12
    assert together.INVITED in heard.text
    assert str(two.folder) in heard.text
    two.joins(twelve)
    assert two.state() is State.MEETING


def test_two_people_meet_in_plain_lines_and_compare_four_words(two: Two) -> None:
    made = Pairing(two.sam).invite(two.via, my_name="Sam", called=together.CALLED)
    meet_and_wait(two.sam)
    heard = two.types("join", str(two.folder), " ".join(made.words), "yes", "Ana")
    assert "peer partner" in heard.text
    assert together.JOINED in heard.text
    two.carry()
    four = " ".join(Pairing(two.sam).words(made.partner)[1])
    heard = two.types("partners", "1", "compare", "they match")
    assert four in heard.said
    assert together.MATCHED in heard.text
    Pairing(two.sam).say_match(made.partner, Pairing(two.sam).words(made.partner)[1])
    two.carry()
    assert two.state() is State.ACTIVE
    assert "connected." in two.types("partners", "1").said


def test_looking_at_an_invite_joins_nothing(two: Two) -> None:
    made = Pairing(two.sam).invite(two.via, my_name="Sam", called=together.CALLED)
    meet_and_wait(two.sam)
    heard = two.types("join", str(two.folder), " ".join(made.words), "no")
    assert said.NOT_JOINED in heard.text
    assert Pairs(two.journal.connection).all() == []


def test_recovery_words_at_join_are_refused_with_the_sentence(two: Two) -> None:
    heard = two.types("join", str(two.folder), "abandon " * 15)
    assert "These look like recovery words. Keep them to yourself." in heard.text


def test_a_slip_in_the_words_is_told_and_they_are_asked_for_again_in_the_same_place(two: Two) -> None:
    made = Pairing(two.sam).invite(two.via, my_name="Sam", called=together.CALLED)
    meet_and_wait(two.sam)
    heard = two.types("join", str(two.folder), "one two three", " ".join(made.words), "yes", "Ana")
    assert "An invite has 12 words." in heard.text
    assert together.JOINED in heard.text


def test_words_that_differ_break_it_off(two: Two) -> None:
    made = Pairing(two.sam).invite(two.via, my_name="Sam", called=together.CALLED)
    meet_and_wait(two.sam)
    two.types("join", str(two.folder), " ".join(made.words), "yes", "")
    two.carry()
    assert together.DIFFERED in two.types("partners", "1", "compare", "they differ").text
    assert two.state() is State.BROKEN
    assert together.WHY_BROKEN["differ"] in two.types("partners", "1").text


def test_before_the_words_are_here_comparing_looks_and_says_so(two: Two) -> None:
    two.types("invite", str(two.folder), "", "")
    assert said.NO_WORDS_YET in two.types("partners", "1", "compare").text
    assert said.WORDS_AGAIN in two.types("partners", "1", "invite").text


def test_a_folder_that_is_not_there_is_told_and_asked_again(two: Two) -> None:
    heard = two.types("invite", "/no/such/place", str(two.folder), "", "")
    assert "could not be reached" in heard.text
    assert two.state() is State.MEETING


def test_it_ends_with_one_question_and_no_reason(met: Two) -> None:
    met.types("partners", "1", "end", "no")
    assert met.state() is State.ACTIVE
    assert together.ENDED in met.types("partners", "1", "end", "yes").text
    met.carry(3)
    assert met.state() is State.ENDED
    assert met.journal.partner("Sam").status == "ended"


def test_a_partner_who_is_said_to_have_ended_is_met_no_more(met: Two) -> None:
    met.types("partners", "1", "status", "ended", "")
    assert met.state() is State.ENDING


def test_meeting_the_folder_says_what_went_and_what_is_in_the_way(met: Two) -> None:
    met.carry(3)
    assert together.SYNCED.format(sent=0, received=0) in met.types("meet").text
    met.folder.rename(met.folder.with_name("away"))
    heard = met.types("meet")
    assert together.PROBLEMS["not-reached"].format(name="Sam") in heard.said
    assert "Looked." not in heard.text


def test_with_nobody_to_meet_that_is_said(two: Two) -> None:
    assert said.NOBODY_TO_MEET in two.types("meet").text


# Sharing


def test_a_goal_is_shared_after_exactly_what_goes_was_said(met: Two) -> None:
    met.has_goal()
    heard = met.types("goals", "1", "share", "2", "yes")
    at = heard.said.index(together.WILL_SEE.format(name="Sam"))
    assert heard.said[at + 1 : at + 3] == [f"  {TITLE}", f"  Next: {STEP}"]
    assert WHY not in "\n".join(heard.said[at:])
    assert met.sam_sees() == [TITLE]
    assert "Shared: 1 goal with Sam" in first_lines(met)


def first_lines(two: Two) -> str:
    """What a visit begins with."""
    from tui.plain.begin import greet
    from tui.plain.visit import Visit

    stage = Stage(two.home, two.clock)
    greet(Visit(stage.door, two.journal))
    return stage.text


@pytest.mark.parametrize("typed", ["no", "", "perhaps"])
def test_nothing_goes_without_a_yes(met: Two, typed: str) -> None:
    met.has_goal()
    assert together.KEPT_PRIVATE in met.types("goals", "1", "share", "1", typed).text
    assert met.sam_sees() == []


def test_chosen_parts_go_until_a_chosen_day(met: Two) -> None:
    goal = met.has_goal()
    met.types("goals", "1", "share", "3", "the title, what makes it matter", "until", "2", "yes")
    (consent,) = Sharing(met.journal).shares()
    assert (consent.goal, consent.fields, consent.expires) == (goal, ("title", "why_it_matters"), "2026-04-13")


def test_new_words_wait_for_a_yes(met: Two) -> None:
    goal = met.has_goal()
    met.types("goals", "1", "share", "1", "yes")
    met.journal.change(goal, {"title": "Get out some days"})
    assert together.KEPT_PRIVATE in met.types("goals", "1", "new words", "").text
    assert met.sam_sees() == [TITLE]
    heard = met.types("goals", "1", "new words", "yes")
    assert words.SEES_NOW.format(name="Sam") in heard.said
    assert met.sam_sees() == ["Get out some days"]
    assert words.NOTHING_NEW in met.types("goals", "1", "new words").text


def test_a_share_is_read_paused_gone_on_with_and_stopped(met: Two) -> None:
    met.has_goal()
    met.types("goals", "1", "share", "1", "yes")
    heard = met.types("shared", "1", "pause")
    assert words.SEEN_EXACTLY.format(name="Sam") + ":" in heard.said
    assert together.PAUSED in heard.text
    assert met.sam_sees() == []
    met.types("shared", "1", "pause")
    assert met.sam_sees() == [TITLE]
    assert together.STOPPED.format(name="Sam") in met.types("shared", "1", "stop").text
    assert met.sam_sees() == []
    assert "stopped." in met.types("shared", "1", "pause").said
    heard = met.types("shared", "said yes to")
    assert any(together.EVENTS["STOP"] in line for line in heard.said)


def test_everything_is_paused_at_once(met: Two) -> None:
    met.has_goal()
    met.types("goals", "1", "share", "1", "yes")
    assert together.PAUSED_ALL in met.types("shared", "pause all").text
    assert met.sam_sees() == []


def test_with_nobody_connected_a_goal_cannot_be_shared_and_the_way_is_said(two: Two) -> None:
    two.has_goal()
    assert said.NOBODY_CONNECTED in two.types("goals", "1", "share").text


# Words


def test_what_a_partner_shares_and_their_words_are_said_and_can_be_kept(met: Two) -> None:
    met.sam_shares("Learn the one song")
    Words(met.sam).encourage(met.me, "Saving you the seat")
    met.carry()
    heard = met.types("messages", "keep", "saving you the seat")
    assert "Learn the one song" in heard.said
    assert any(line.endswith("Sam: Saving you the seat") for line in heard.said)
    assert words.KEPT_WORDS in heard.text
    assert [letter.kept for letter in Words(met.journal).received()] == [True]
    assert "Saving you the seat" in met.types("hard day", "no").text


def test_words_go_to_the_partner_with_what_they_are_about(met: Two) -> None:
    met.sam_shares("Learn the one song")
    heard = met.types("partners", "1", "messages", "write", "1", "You have it nearly", ".")
    assert together.READ_LATER.format(name="Sam") in heard.said
    met.carry()
    (letter,) = Words(met.sam).received()
    assert letter.text == "You have it nearly"
    assert letter.about is not None
    assert met.journal.drafts() == []


def test_words_that_were_begun_are_there_again(met: Two) -> None:
    met.sam_shares("Learn the one song")
    met.types("messages", "write", "", "half a line")
    assert "half a line" in met.types("messages", "write", "", ".").said
    met.carry()
    assert [letter.text for letter in Words(met.sam).received()] == ["half a line"]


def test_a_line_for_the_next_time_is_seen_by_both_and_can_be_taken_away(met: Two) -> None:
    Words(met.sam).encourage(met.me, "hello")
    met.carry()
    met.types("messages", "next time", "the long way round", ".")
    met.carry()
    (page,) = Words(met.sam).their_pages()
    assert page.line == "the long way round"
    met.types("messages", "next time", "clear")
    met.carry()
    assert Words(met.sam).their_pages()[0].line is None


def test_each_part_of_the_agreement_gets_the_others_yes(met: Two) -> None:
    met.types("partners", "1", "agreement", "to laugh", ".", "", "", "", "")
    Words(met.sam).agree(met.me, {"why_we_meet": "to walk"})
    met.carry()
    assert Words(met.sam).their_pages()[0].agreement == {"why_we_meet": "to laugh"}
    heard = met.types("messages", "yes to theirs", "yes")
    assert "to walk" in heard.text
    met.carry()
    assert Words(met.sam).their_pages()[0].says_yes


def test_words_of_a_partner_can_do_nothing(two: Two) -> None:
    two.meet(name="\x1b[31mSam\u202e")
    two.sam_shares(HOSTILE)
    Words(two.sam).encourage(two.me, HOSTILE)
    Words(two.sam).say_line(two.me, HOSTILE)
    Words(two.sam).agree(two.me, {"why_we_meet": HOSTILE})
    two.carry()
    heard = two.types("messages", "keep", "1", "yes to theirs", "yes", "back", "partners", "1", "messages")
    assert "café" in heard.text
