"""`cairn inbox`, `cairn encourage` and what two people agreed, from two homes."""

import json
from typing import Any

import pytest

from tests.commands.two_homes import TITLE, Two
from tui.wording import peers, together

LETTER_KEYS = {"partner", "id", "text", "about", "at", "keep"}
PART = {"why_we_meet": "to laugh", "privacy": "between the two of us"}
ESCAPES = "\x1b[31mred\x1b[0m \u202eright to left\u202c [bold]markup[/bold] \x07"


def letters(two: Two) -> list[Any]:
    """What Ana is told, after both have met the folder."""
    two.sync()
    return list(two.ana.does("inbox")["messages"])


def test_before_anything_came_an_inbox_is_empty_and_says_so(two: Two) -> None:
    assert two.ana.does("inbox") == {"shared": [], "messages": []}
    assert two.ana.run("inbox").stdout.strip() == together.NOTHING_CAME
    two.ana.is_refused(4, "inbox", "--partner", "Kit")


def test_words_come_once_with_who_wrote_them_and_an_id_of_their_own(met: Two) -> None:
    said = met.sam.does("encourage", "--partner", "Ana", "-", words="well done you\n")
    assert set(said) == {"partner", "about", "text"}
    assert (said["about"], said["text"]) == (None, "well done you")
    for _ in range(2):
        (letter,) = letters(met)
        assert set(letter) == LETTER_KEYS
        assert letter["text"] == "well done you"
    met.sam.does("encourage", "--partner", "ana", "-", words="and again")
    newest, oldest = letters(met)
    assert [newest["text"], oldest["text"]] == ["and again", "well done you"]
    assert newest["id"] != oldest["id"]
    assert "Sam: well done you" in met.ana.run("inbox").stdout


def test_words_about_a_goal_name_it_for_both_and_are_about_nothing_once_it_is_stopped(met: Two) -> None:
    goal = met.ana.has_goal()
    share = met.ana.shares(goal)
    met.sync()
    (shared,) = met.sam.does("inbox")["shared"]
    met.sam.does("encourage", "--partner", "Ana", "--goal", shared["goal"]["id"][:6], "-", words="saving you a seat")
    (letter,) = letters(met)
    assert letter["about"] == shared["goal"]["id"]
    assert f"Sam ({TITLE}): saving you a seat" in met.ana.run("inbox").stdout
    met.ana.does("encourage", "--partner", "Sam", "--goal", goal[:8], "-", words="thank you")
    met.sync()
    assert f"Ana ({TITLE}): thank you" in met.sam.run("inbox").stdout
    met.ana.does("share", "stop", share)
    met.sync()
    for person in (met.ana, met.sam):
        assert f"({together.NO_LONGER_SHARED})" in person.run("inbox").stdout


def test_words_about_a_goal_that_is_not_shared_are_exit_4_and_do_not_go(met: Two) -> None:
    goal = met.ana.has_goal()
    for unknown in (goal, "abcd1234", "ab"):
        met.ana.is_refused(4, "encourage", "--partner", "Sam", "--goal", unknown, "-", words="hello")
    met.sync()
    assert met.sam.does("inbox")["messages"] == []


@pytest.mark.parametrize(("words", "code"), [("", 2), (" \n", 2), ("w" * 2_001, 2), (b"\xff", 2)])
def test_no_words_or_too_many_are_exit_2_and_do_not_go(met: Two, words: str | bytes, code: int) -> None:
    met.sam.is_refused(code, "encourage", "--partner", "Ana", "-", words=words)
    assert letters(met) == []


def test_words_of_2000_characters_come_whole(met: Two) -> None:
    met.sam.does("encourage", "--partner", "Ana", "-", words="\N{CHERRY BLOSSOM}" * 2_000)
    assert [letter["text"] for letter in letters(met)] == ["\N{CHERRY BLOSSOM}" * 2_000]


def test_a_twenty_first_message_waits_until_the_others_have_gone(met: Two) -> None:
    for number in range(20):
        met.sam.does("encourage", "--partner", "Ana", "-", words=f"line {number}")
    assert "20" in met.sam.is_refused(2, "encourage", "--partner", "Ana", "-", words="one more")["message"]
    assert len(letters(met)) == 20
    met.sync()
    met.sam.does("encourage", "--partner", "Ana", "-", words="one more")
    assert letters(met)[0]["text"] == "one more"


def test_an_unknown_partner_is_exit_4_and_one_by_name_alone_exit_8(met: Two) -> None:
    met.ana.does("partner", "add", "--alias", "Kit")
    met.ana.is_refused(4, "encourage", "--partner", "Nobody", "-", words="hello")
    assert met.ana.is_refused(8, "encourage", "--partner", "Kit", "-", words="hello")["code"] == "not-compared"


def test_a_partners_words_and_name_can_do_nothing_to_the_terminal(two: Two) -> None:
    two.sam.does("partner", "join", "-", "--via", two.via, "--alias", ESCAPES, words=two.invited())
    two.sync()
    for person in (two.ana, two.sam):
        (partner,) = person.does("partner", "list")["partners"]
        person.does("partner", "compare", partner["partner"], "--match")
    two.sync()
    (sam,) = two.ana.does("partner", "list")["partners"]
    goal = two.sam.has_goal(ESCAPES, ESCAPES, None)
    two.sam.does("share", "add", "--partner", "Ana", "--goal", goal, "--fields", "title,next_step", "-", words="yes")
    two.sam.does("encourage", "--partner", "Ana", "-", words=ESCAPES)
    two.sync()
    for call in (("inbox",), ("partner", "list"), ("partner", "show", sam["partner"])):
        said = two.ana.run(*call).stdout
        assert not set(said) & {"\x1b", "\u202e", "\u202c", "\x07"}
        assert "markup" in said


def test_my_part_of_the_agreement_reaches_the_partner_and_each_says_yes_to_the_others(met: Two) -> None:
    agreed = met.ana.does("partner", "agree", "Sam", "-", words=json.dumps({**PART, "review_on": "2099-05-01"}))
    assert agreed["agreement"]["why_we_meet"] == "to laugh"
    assert (agreed["theirs"], agreed["they_say_yes"], agreed["i_say_yes"]) == ({}, False, False)
    assert met.sam.is_refused(4, "partner", "agree", "Ana", "--yes")["code"] == "not-found"
    met.sync()
    seen = met.sam.does("partner", "agree", "Ana")
    assert seen["theirs"] == PART
    yes = met.sam.does("partner", "agree", "Ana", "--yes")
    assert (yes["i_say_yes"], yes["they_say_yes"]) == (True, False)
    met.sync()
    assert met.ana.does("partner", "agree", "Sam")["they_say_yes"] is True
    shown = met.sam.run("partner", "agree", "Ana").stdout
    assert "to laugh" in shown
    for line in peers.FIXED_LINES:
        assert line in shown


def test_a_yes_from_a_shell_shows_the_part_and_is_to_no_other(met: Two) -> None:
    met.ana.does("partner", "agree", "Sam", "-", words=json.dumps(PART))
    met.sync()
    other = json.dumps({"why_we_meet": "to laugh"})
    refused = met.sam.is_refused(2, "partner", "agree", "Ana", "-", "--yes", words=other)
    assert "has changed since you saw it" in refused["message"]
    assert met.sam.does("partner", "agree", "Ana")["i_say_yes"] is False
    assert "between the two of us" in met.sam.run("partner", "agree", "Ana", "--yes").stderr
    assert met.sam.does("partner", "agree", "Ana", "-", "--yes", words=json.dumps(PART))["i_say_yes"] is True


def test_a_changed_part_waits_for_a_new_yes(met: Two) -> None:
    met.ana.does("partner", "agree", "Sam", "-", words=json.dumps(PART))
    met.sync()
    met.sam.does("partner", "agree", "Ana", "--yes")
    met.sync()
    met.ana.does("partner", "agree", "Sam", "-", words=json.dumps({"privacy": "and with my sister"}))
    assert met.ana.does("partner", "agree", "Sam")["they_say_yes"] is False
    met.sync()
    seen = met.sam.does("partner", "agree", "Ana")
    assert (seen["theirs"]["privacy"], seen["i_say_yes"]) == ("and with my sister", False)


def test_a_part_that_was_written_before_both_met_stays_here_when_another_section_goes(two: Two) -> None:
    two.ana.does("partner", "add", "--alias", "Sam")
    two.ana.does("partner", "agree", "Sam", "-", words=json.dumps(PART))
    assert two.ana.is_refused(8, "partner", "agree", "Sam", "--yes")["code"] == "not-compared"
    two.joined(two.invited("--partner", "Sam"))
    two.sync()
    for person in (two.ana, two.sam):
        (partner,) = person.does("partner", "list")["partners"]
        person.does("partner", "compare", partner["partner"], "--match")
    two.sync()
    said = two.ana.does("partner", "agree", "Sam", "-", words=json.dumps({"when": "Tuesdays"}))
    two.sync()
    assert two.sam.does("partner", "agree", "Ana")["theirs"] == {"when": "Tuesdays"}
    assert said["my_part_waits"] is True


def test_a_section_that_cannot_travel_is_refused_and_nothing_of_it_is_kept(met: Two) -> None:
    for typed in ({"why_we_meet": "w" * 2_001}, {"mood": "x"}):
        met.ana.is_refused(2, "partner", "agree", "Sam", "-", words=json.dumps(typed))
    assert met.ana.does("partner", "agree", "Sam")["agreement"]["why_we_meet"] is None


def test_words_of_a_partner_are_kept_for_a_hard_day_and_let_go_again(met: Two) -> None:
    met.sam.does("encourage", "--partner", "Ana", "-", words="well done you")
    (letter,) = letters(met)
    assert letter["id"] in met.ana.run("inbox").stdout
    kept = met.ana.does("keep", letter["id"])
    assert (kept["text"], kept["keep"]) == ("well done you", True)
    assert met.ana.does("hard-day")["kept_words"] == [{"partner": "Sam", "text": "well done you"}]
    assert "well done you" in met.ana.run("hard-day").stdout
    assert met.ana.does("keep", letter["id"], "--off")["keep"] is False
    assert met.ana.does("hard-day")["kept_words"] == []
    met.ana.is_refused(4, "keep", f"{letter['id']}9")


def test_a_line_for_the_next_time_is_seen_by_the_other_and_a_blank_one_takes_it_away(met: Two) -> None:
    assert met.ana.does("partner", "next-time", "Sam", "-", words="the long way round")["line"] == "the long way round"
    met.sync()
    assert together.NEXT_TIME.format(text="the long way round") in met.sam.run("inbox").stdout
    assert met.ana.does("partner", "next-time", "Sam", "-", words="\n")["line"] is None
    met.sync()
    assert met.sam.run("inbox").stdout.strip() == together.NOTHING_CAME
    met.ana.does("partner", "add", "--alias", "Kit")
    met.ana.is_refused(8, "partner", "next-time", "Kit", "-", words="hello")
