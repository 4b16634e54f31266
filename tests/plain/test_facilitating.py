"""A facilitator's own home in plain lines: what is there, what is not, pages that were written, and who they are."""

import re
import stat
from pathlib import Path

import pytest

from journal.errors import OtherHome
from journal.use_cases.arriving_archive import OF_A_JOURNAL
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from sync.consent.groups import Groups
from tests.conftest import PASSPHRASE, FixedClock
from tests.groups.people import CARD, LIMITS, Held, facilitators_home
from tests.plain.stage import Stage, Whispered, how_it_ends, titles, visit
from tests.plain.test_acceptance import HOSTILE, NOT_FOR_EARS
from tests.plain.typed_in_a_group import types
from tui.plain.facilitating import every_deed
from tui.plain.registry import every_deed as every_deed_of_a_person
from tui.plain.start import hold
from tui.wording import plain as words
from tui.wording import plain_groups as said
from tui.wording.facilitating_parts import I_DO
from tui.wording.summary import NOT_URGENT
from tui.wording.summary_commands import MAY_NOT_PRINT

ASKED = "Is there a chair for me?"
MATTERS = "Getting out again"
LEAVES = ("lock", "quit")
OF_A_PERSON = ("check in", "write", "journal", "search", "goals", "peers", "toolbox", "look back", "hard day")


@pytest.fixture
def read(held: Held) -> Held:
    """Ana shares a page, and it is there."""
    held.ana.share({"what_matters_to_me_now": MATTERS, "questions_for_you": ASKED})
    held.visit()
    return held


# The first list


def test_the_first_list_has_three_sections_and_nothing_of_a_journal(held: Held) -> None:
    heard = types(held, held.kim, "list")
    names = [deed.name for deed in every_deed()]
    assert names[:3] == ["summaries", "group", "about me"]
    assert titles(heard.said[: len(names)]) == [deed.line for deed in every_deed()]
    assert not {*names}.intersection(OF_A_PERSON)


@pytest.mark.parametrize("typed", [*OF_A_PERSON, "new goal", "tools", "partners", "shared", "my page", "erase days"])
def test_nothing_of_a_persons_journal_can_be_typed_there(held: Held, typed: str) -> None:
    assert words.NO_SUCH_DEED in types(held, held.kim, typed).said


@pytest.mark.parametrize("typed", ["summaries", "group", "about me"])
def test_nothing_of_a_facilitators_can_be_typed_in_a_persons_journal(held: Held, typed: str) -> None:
    assert words.NO_SUCH_DEED in types(held, held.ana, typed).said
    assert typed not in {deed.name for one in every_deed_of_a_person() for deed in (one, *one.inside)}


def test_a_new_home_says_what_is_still_to_be_written(tmp_path: Path) -> None:
    clock = FixedClock()
    home = facilitators_home(tmp_path / "kim", clock)
    stage = Stage(home, clock, "quit", secrets=Whispered(source=PASSPHRASE))
    hold(stage.door, output_is_terminal=False)
    assert said.LIMITS_FIRST in stage.text
    assert "When would you have to tell others, and whom" in stage.text
    assert said.NO_GROUP_YET in stage.text
    assert "Shared" not in stage.text
    assert NOT_FOR_EARS.findall(stage.text) == []


def test_settings_are_those_that_make_sense_there(held: Held) -> None:
    heard = types(held, held.kim, "settings", "")
    assert "Look" in heard.text
    for name in ("Your name", "What to notice", "Easy mode", "First day of the week"):
        assert name not in heard.text


def test_support_is_there_at_any_question_and_has_nobody_of_a_journal_in_it(held: Held) -> None:
    heard = types(held, held.kim, "group", "!", "! mine")
    assert heard.text.count("Support now") == 2


def test_a_line_that_was_never_ended_is_no_page_of_a_journal(held: Held) -> None:
    stage = Stage(held.kim.home, held.clock, "group", "new", "Wednesday group", secrets=Whispered(source=PASSPHRASE))
    hold(stage.door, output_is_terminal=False)
    journal = open_journal(held.kim.home, PASSPHRASE, held.clock)
    assert [draft.kind for draft in journal.drafts()] == ["peer_group"]
    journal.close()


# Pages that people wrote


def test_the_list_says_name_purpose_and_until_when_and_no_more(read: Held) -> None:
    heard = types(read, read.kim, "summaries")
    assert "1 [new] Ana. For: agreeing on support. Until Monday 13 April 2026." in heard.said
    assert "Sam" not in heard.text


def test_a_page_that_was_opened_is_not_new_any_more(read: Held) -> None:
    types(read, read.kim, "summaries", "1")
    assert said.NEW_MARK not in types(read, read.kim, "summaries").text


def test_a_page_is_said_under_its_header_with_what_to_do_where_it_is_a_worry(read: Held) -> None:
    write_preferences(read.kim.home, Preferences(country="GB"))
    heard = types(read, read.kim, "summaries", "1")
    assert "Written and chosen by Ana on Saturday 14 March 2026." in heard.text
    assert "Not a clinical record." in heard.text
    assert ASKED in heard.text
    assert "Talk with the person first if you can." in heard.text
    assert "If someone is in danger now, call 999." in heard.text


def test_an_answer_goes_to_the_one_who_wrote(read: Held) -> None:
    heard = types(read, read.kim, "summaries", "1", "reply", "There is.", "And tea.", ".", "list", "")
    assert said.REPLIED in heard.said
    read.visit()
    assert "There is.\nAnd tea." in types(read, read.ana, "my group").text


def test_an_answer_that_was_begun_is_found_again_and_goes_with_the_page(read: Held) -> None:
    types(read, read.kim, "summaries", "1", "reply", "There is")
    heard = types(read, read.kim, "drafts", "1", "1", "a chair.", ".")
    assert said.REPLIED in heard.said
    types(read, read.kim, "summaries", "1", "reply", "And")
    (consent,) = read.ana.sharing.shares()
    read.ana.sharing.stop(consent.id)
    read.visit()
    stage = Stage(read.kim.home, read.clock, "quit", secrets=Whispered(source=PASSPHRASE))
    hold(stage.door, output_is_terminal=False)
    assert read.kim.journal.drafts() == []


def test_a_page_that_is_stopped_is_not_there_any_more(read: Held) -> None:
    (consent,) = read.ana.sharing.shares()
    read.ana.sharing.stop(consent.id)
    read.visit()
    heard = types(read, read.kim, "summaries")
    assert said.NO_SUMMARIES in heard.said
    assert "Ana" not in heard.text


def test_a_page_is_printed_where_that_is_allowed_and_never_over_a_file(held: Held, tmp_path: Path) -> None:
    held.ana.share({"what_matters_to_me_now": MATTERS, "may_print": "yes"})
    held.visit()
    taken, new = tmp_path / "taken.txt", tmp_path / "page.txt"
    taken.write_text("mine")
    types(held, held.kim, "summaries", "1", "print", str(taken), str(new))
    assert taken.read_text() == "mine"
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    printed = new.read_text()
    assert printed.startswith("Written and chosen by Ana on Saturday 14 March 2026.")
    assert "Please delete after Monday 13 April 2026." in printed
    assert MATTERS in printed


def test_a_page_that_may_not_be_printed_is_not(read: Held) -> None:
    assert MAY_NOT_PRINT in types(read, read.kim, "summaries", "1", "print").said


def test_hostile_words_on_a_page_do_nothing(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": HOSTILE, "questions_for_you": HOSTILE})
    held.visit()
    heard = types(held, held.kim, "summaries", "1", "reply", HOSTILE, ".")
    assert "café" in heard.text


# About me


def test_about_me_says_the_card_as_members_see_it(held: Held) -> None:
    heard = types(held, held.kim, "about me")
    assert LIMITS in heard.text
    assert heard.text.index(LIMITS) < heard.text.index(CARD["i_do"])
    assert NOT_URGENT in heard.said


def test_a_new_card_has_words_to_be_changed(tmp_path: Path) -> None:
    clock = FixedClock()
    home = facilitators_home(tmp_path / "kim", clock)
    journal = open_journal(home, PASSPHRASE, clock)
    typed = ("about me", "write", "Kim", LIMITS, ".", "Mondays", "skip", "clear", "skip", "skip")
    heard = visit(journal, home, clock, *typed)
    card = Groups(journal).role_card()
    journal.close()
    assert card is not None
    assert (card.name, card.limits_of_confidentiality, card.reads_on) == ("Kim", LIMITS, "Mondays")
    assert (card.i_do, card.i_do_not) == (I_DO, None)
    assert said.CARD_SAVED in heard.said
    assert "Still to write in “about me”: What I do not do; Who supports me." in heard.said


def test_one_part_of_the_card_is_changed_and_the_members_see_it(held: Held) -> None:
    types(held, held.kim, "about me", "change", "3", "Tuesdays", "")
    held.visit()
    assert "Tuesdays" in types(held, held.ana, "my group", "who they are").text


def test_a_card_that_was_begun_is_found_again(held: Held) -> None:
    types(held, held.kim, "about me", "write", "skip", "Half a sen")
    heard = types(held, held.kim, "drafts", "1", "1", "skip", "skip", "skip", "skip", "skip", "skip", "skip")
    assert said.CARD_SAVED in heard.said
    assert "Half a sen" in types(held, held.kim, "about me").text


# What is not there


def test_acceptance_14_whoever_shares_nothing_now_is_in_no_line_of_any_deed(read: Held) -> None:
    stopped = read.sam.share({"what_matters_to_me_now": "The long song"})
    read.visit()
    types(read, read.kim, "summaries", "2")
    read.sam.sharing.pause(stopped.id)
    read.visit()
    said_there = "".join(types(read, read.kim, deed.name).text for deed in every_deed() if deed.name not in LEAVES)
    assert "The long song" not in said_there
    assert re.findall(r"\bSam\b", said_there) == []
    assert "Ana" in said_there


def test_erasing_everything_does_not_tell_how_many_people_there_are(held: Held) -> None:
    heard = types(held, held.kim, "erase everything", "no", "")
    assert "1 group and 1 page about you" in heard.text
    assert "partner" not in heard.text


def test_pages_of_another_program_are_no_pages_of_this_home(held: Held, tmp_path: Path) -> None:
    pages = tmp_path / "jrnl.txt"
    pages.write_text("[2026-03-01 09:00] A quiet morning.\n")
    assert OtherHome.sentence in types(held, held.kim, "bring in", str(pages)).said


def test_an_archive_of_a_journal_stays_outside(held: Held, tmp_path: Path) -> None:
    held.ana.journal.add_goal("Get out most days")
    archive = tmp_path / "archive.zip"
    stage = Stage(
        held.ana.home, held.clock, "take along", "one archive", str(archive), secrets=Whispered(PASSPHRASE, source=None)
    )
    how_it_ends(stage, held.ana.journal)
    assert archive.is_file()
    assert OF_A_JOURNAL in types(held, held.kim, "bring in", str(archive)).said
