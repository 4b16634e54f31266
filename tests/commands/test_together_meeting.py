"""`cairn partner invite`, `join`, `compare` and `end`, from two homes."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from journal.paths import Home
from tests.commands.two_homes import Person, Two, only_partner
from tests.conftest import FixedClock
from tui.commands import terminal
from tui.wording import together


def test_an_invite_answers_with_its_words_its_place_and_its_end(two: Two) -> None:
    made = two.ana.does("partner", "invite", "--via", two.via, "--hours", "48")
    assert set(made) == {"partner", "words", "via", "expires_at"}
    assert len(made["words"].split()) == 12
    assert made["via"] == two.via
    left = datetime.fromisoformat(made["expires_at"]) - datetime.now(UTC)
    assert timedelta(hours=47, minutes=58) < left <= timedelta(hours=48)


def test_a_person_is_shown_the_words_the_place_and_until_when(two: Two) -> None:
    shown = two.ana.run("partner", "invite", "--via", two.via).stdout
    assert two.via in shown.splitlines()[0]
    assert together.INVITED in shown


@pytest.mark.parametrize("hours", ["0", "169", "-1", "many"])
def test_an_invite_for_another_time_than_1_to_168_hours_is_exit_2_and_makes_nobody(two: Two, hours: str) -> None:
    two.ana.is_refused(2, "partner", "invite", "--via", two.via, "--hours", hours)
    assert two.ana.does("partner", "list") == {"partners": []}


@pytest.mark.parametrize("via", ["", "folder:", "folder:here", "https://relay.example", "between"])
def test_a_place_that_is_none_is_exit_2_and_makes_nobody(two: Two, via: str) -> None:
    two.ana.is_refused(2, "partner", "invite", f"--via={via}")
    two.sam.is_refused(2, "partner", "join", "-", f"--via={via}", words=two.invited())
    assert two.sam.does("partner", "list") == {"partners": []}


def test_a_preview_says_what_it_is_and_joins_nothing(two: Two) -> None:
    words, before = two.invited(), sorted(two.between.iterdir())
    seen = two.sam.does("partner", "join", "-", "--preview", "--via", two.via, words=words)
    assert set(seen) == {"kind", "group", "via", "expires_at"}
    assert (seen["kind"], seen["group"], seen["via"]) == ("partner", None, two.via)
    assert two.via in two.sam.run("partner", "join", "-", "--preview", "--via", two.via, words=words).stdout
    assert two.sam.does("partner", "list") == {"partners": []}
    assert sorted(two.between.iterdir()) == before


def test_joining_answers_with_the_partner_and_what_they_are(two: Two) -> None:
    words = two.invited()
    made = two.sam.does("partner", "join", "-", "--via", two.via, words=f" {words.upper()} \n")
    assert set(made) == {"partner", "kind", "group"}
    assert made["partner"] == only_partner(two.sam)
    assert two.sam.pair_state() == "meeting"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("abandon " * 15, "These look like recovery words. Keep them to yourself. An invite has 12 words."),
        ("abandon " * 11, "An invite has 12 words."),
        ("abandon " * 13, "An invite has 12 words."),
        ("", "An invite has 12 words."),
    ],
)
def test_another_number_of_words_is_exit_2_and_never_repeated(two: Two, typed: str, message: str) -> None:
    for options in ([], ["--preview"]):
        told = two.sam.is_refused(2, "partner", "join", "-", *options, "--via", two.via, words=typed)
        assert told["message"] == message
    assert two.sam.does("partner", "list") == {"partners": []}


def test_a_word_that_is_on_no_list_is_named_by_its_place_alone(two: Two) -> None:
    words = two.invited().split()
    words[4] = "wardrobe"
    told = two.sam.is_refused(2, "partner", "join", "-", "--via", two.via, words=" ".join(words))
    assert "5" in told["message"]
    assert "wardrobe" not in told["message"] + told["hint"]


def test_words_of_an_invite_that_is_not_in_this_place_are_exit_4(two: Two) -> None:
    words = two.invited()
    (two.between.parent / "elsewhere").mkdir()
    told = two.sam.is_refused(
        4, "partner", "join", "-", "--via", f"folder:{two.between.parent / 'elsewhere'}", words=words
    )
    assert told["code"] == "not-found"


def test_the_same_words_are_joined_once(two: Two) -> None:
    words = two.invited()
    two.joined(words)
    two.sam.is_refused(8, "partner", "join", "-", "--via", two.via, words=words)
    assert len(two.sam.does("partner", "list")["partners"]) == 1


def test_an_invite_whose_time_is_over_is_exit_8_and_both_are_told(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    words = two.invited("--hours", "1")
    later = FixedClock(datetime.now(UTC) + timedelta(hours=2))
    with monkeypatch.context() as patched:
        patched.setattr(terminal, "SystemClock", lambda: later)
        assert two.sam.is_refused(8, "partner", "join", "-", "--via", two.via, words=words)["code"] == "invite-over"
        problems = two.ana.does("sync")["problems"]
    assert [problem["code"] for problem in problems] == ["invite-over"]
    assert two.ana.pair_state() == "broken"


def test_the_words_to_compare_come_to_both_and_are_the_same(two: Two) -> None:
    two.joined(two.invited())
    assert two.ana.does("partner", "compare", only_partner(two.ana)) == {"state": "not-yet", "words": []}
    two.sync()
    ana, sam = two.compare()
    assert ana == sam
    assert ana["state"] == "to-compare"
    assert len(ana["words"]) == 4
    assert together.COMPARE in two.ana.run("partner", "compare", only_partner(two.ana)).stdout


def test_before_the_words_are_here_nobody_can_say_that_they_match(two: Two) -> None:
    two.joined(two.invited())
    for said in ("--match", "--differ"):
        told = two.sam.is_refused(8, "partner", "compare", only_partner(two.sam), said)
        assert told["code"] == "not-compared"
    told = two.sam.is_refused(2, "partner", "compare", only_partner(two.sam), "--match", "--differ")
    assert told["code"] == "bad-input"


def test_after_both_have_said_so_they_are_there_by_the_names_they_chose(two: Two) -> None:
    two.joined(two.invited())
    two.sync()
    assert two.ana.does("partner", "compare", only_partner(two.ana), "--match")["state"] == "match"
    two.sync()
    assert (two.ana.pair_state(), two.sam.pair_state()) == ("matched", "to_compare")
    assert two.sam.does("partner", "compare", only_partner(two.sam), "--match")["state"] == "match"
    two.sync()
    assert (two.ana.pair_state(), two.sam.pair_state()) == ("active", "active")
    assert [partner["alias"] for partner in two.ana.does("partner", "list")["partners"]] == ["Sam"]
    assert [partner["alias"] for partner in two.sam.does("partner", "list")["partners"]] == ["Ana"]
    assert together.PAIR_STATES["active"] in two.ana.run("partner", "list").stdout


def test_no_name_is_sent_before_both_have_said_so(two: Two) -> None:
    two.joined(two.invited())
    two.sync()
    two.ana.does("partner", "compare", only_partner(two.ana), "--match")
    two.sync()
    assert [partner["alias"] for partner in two.sam.does("partner", "list")["partners"]] == [together.CALLED]


def test_words_that_differ_end_it_and_say_what_may_have_happened(two: Two) -> None:
    two.joined(two.invited())
    two.sync()
    done = two.sam.run("partner", "compare", only_partner(two.sam), "--differ")
    assert together.DIFFERED in done.stdout
    again = two.sam.does("partner", "compare", only_partner(two.sam))
    assert again == {"state": "differ", "words": []}
    assert two.sam.is_refused(8, "partner", "compare", only_partner(two.sam), "--match")["code"] == "not-compared"


def test_somebody_else_with_the_same_words_breaks_it_off(two: Two, template_home: Home) -> None:
    words, kit = two.invited(), Person(two.ana.cairn, Home(two.between.parent / "kit" / "home"))
    shutil.copytree(template_home.root, kit.home.root)
    before = set(two.between.iterdir())
    two.joined(words)
    (answered,) = set(two.between.iterdir()) - before
    first = answered.read_bytes()
    kit.does("partner", "join", "-", "--via", two.via, words=words)
    answered.with_name(f"{answered.stem} (Sam's copy).cairn").write_bytes(first)
    assert [problem["code"] for problem in two.ana.does("sync")["problems"]] == ["used-twice"]
    assert two.ana.pair_state() == "broken"
    assert two.ana.does("sync")["problems"] == []


def test_who_is_there_by_name_alone_has_no_words_to_compare(two: Two) -> None:
    two.ana.does("partner", "add", "--alias", "Kit")
    assert two.ana.is_refused(8, "partner", "compare", "Kit")["code"] == "not-compared"
    two.ana.is_refused(4, "partner", "compare", "Nobody")
    two.ana.is_refused(4, "partner", "end", "Nobody")


def test_who_is_there_by_name_can_be_invited_and_stays_the_same_partner(two: Two) -> None:
    kit = two.ana.does("partner", "add", "--alias", "Kit")["partner"]
    assert two.ana.does("partner", "invite", "--via", two.via, "--partner", "Kit")["partner"] == kit
    assert two.ana.is_refused(8, "partner", "invite", "--via", two.via, "--partner", "Kit")["code"] == "already-there"
    assert [partner["alias"] for partner in two.ana.does("partner", "list")["partners"]] == ["Kit"]


def test_an_end_reaches_the_other_side_and_takes_the_pages_away(met: Two) -> None:
    goal = met.ana.has_goal()
    met.ana.shares(goal)
    met.sync()
    ended = met.ana.does("partner", "end", "Sam")
    assert (set(ended), ended["state"]) == ({"partner", "state"}, "ending")
    met.sync(3)
    assert (met.ana.pair_state(), met.sam.pair_state()) == ("ended", "ended")
    assert met.sam.does("inbox")["shared"] == []
    assert len(list(met.between.iterdir())) == 2, "of the meeting, overwritten with noise"
    for person, name in ((met.ana, "Sam"), (met.sam, "Ana")):
        assert person.is_refused(8, "encourage", "--partner", name, "-", words="hello")["code"] == "not-compared"


def test_after_an_end_the_same_two_can_meet_again_with_new_words(met: Two) -> None:
    met.sam.does("partner", "end", "Ana")
    met.sync(3)
    words = met.invited("--partner", "Sam")
    met.sam.does("partner", "join", "-", "--via", met.via, "--alias", "Sam", "--partner", "Ana", words=words)
    met.sync()
    for person, name in ((met.ana, "Sam"), (met.sam, "Ana")):
        person.does("partner", "compare", name, "--match")
    met.sync()
    assert (met.ana.pair_state(), met.sam.pair_state()) == ("active", "active")
    assert len(met.ana.does("partner", "list")["partners"]) == 1


@pytest.mark.parametrize("name", ["n" * 81, "two\nlines", "  "])
def test_a_name_that_cannot_travel_is_exit_2_before_anybody_is_invited(two: Two, name: str) -> None:
    two.ana.is_refused(2, "partner", "invite", "--via", two.via, "--alias", name)
    assert two.ana.does("partner", "list") == {"partners": []}
    two.sam.is_refused(2, "partner", "join", "-", "--via", two.via, "--alias", name, words=two.invited())
    assert two.sam.does("partner", "list") == {"partners": []}


def test_a_partner_who_is_said_to_have_ended_is_met_no_more(met: Two) -> None:
    met.ana.does("partner", "edit", "Sam", "-", words='{"status": "ended"}')
    assert met.ana.pair_state() == "ending"
    met.sync(3)
    assert (met.ana.pair_state(), met.sam.pair_state()) == ("ended", "ended")


def test_an_end_and_a_new_invite_stand_with_the_partner_too(met: Two) -> None:
    met.ana.does("partner", "end", "Sam")
    assert [partner["state"] for partner in met.ana.does("partner", "list")["partners"]] == ["ended"]
    met.sync(3)
    met.invited("--partner", "Sam")
    assert [partner["state"] for partner in met.ana.does("partner", "list")["partners"]] == ["invited"]
