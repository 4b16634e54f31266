"""A facilitator's home by commands: groups, invites without names, the role card, notes, an end told beforehand."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from journal.paths import Home
from journal.vault import key_slots
from tests.commands.group_homes import GROUP, LIMITS, GroupHomes, copied, joined_once
from tests.commands.two_homes import Person, only_partner
from tests.conftest import Cairn
from tui.wording import facilitating_parts, together
from tui.wording import summary_commands as words


@pytest.fixture(scope="module")
def joined(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return joined_once(template_home, tmp_path_factory.mktemp("joined") / "joined")


@pytest.fixture
def group(cairn: Cairn, joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GroupHomes:
    return copied(cairn, joined, tmp_path / "group", monkeypatch)


@pytest.fixture
def begun(cairn: Cairn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """A facilitator's home with nothing in it, as `init --facilitator` makes one."""
    monkeypatch.setattr(key_slots, "suitable_cost", lambda: key_slots.FLOOR)
    robin = Person(cairn, Home(tmp_path / "robin"))
    made = robin.does("init", "--facilitator", "--recovery-out", str(tmp_path / "words"))
    assert set(made) == {"home", "id"}
    return robin


# The first day


def test_a_new_home_has_no_group_no_card_and_nobody(begun: Person) -> None:
    assert begun.does("group", "list") == {"groups": []}
    assert begun.does("group", "invites") == {"invites": []}
    assert begun.does("partner", "list") == {"partners": []}
    card = begun.does("about-me", "show")
    assert {name for name, text in card.items() if text} == {"still_to_write"}
    assert begun.run("group", "list").stdout.strip() == words.NO_GROUPS


def test_a_first_card_says_what_a_facilitator_does_where_that_is_left_out(begun: Person) -> None:
    card = begun.does("about-me", "edit", "-", words=json.dumps({"limits_of_confidentiality": LIMITS}))
    assert (card["i_do"], card["i_do_not"]) == (facilitating_parts.I_DO, facilitating_parts.I_DO_NOT)
    assert card["still_to_write"] == ["name", "reads_on", "who_supports_me"]
    own = begun.does("about-me", "edit", "-", words=json.dumps({"i_do": "Listen.", "name": "Robin"}))
    assert (own["i_do"], own["limits_of_confidentiality"]) == ("Listen.", LIMITS)


def test_what_the_card_printed_can_be_handed_in_again(begun: Person) -> None:
    card = begun.does("about-me", "edit", "-", words=json.dumps({"name": "Robin"}))
    assert begun.does("about-me", "edit", "-", words=json.dumps({**card, "name": "Rob"}))["name"] == "Rob"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ('{"qualifications": "many"}', "There is no field “qualifications” here."),
        (json.dumps({"name": "n" * 81}), "A name is one line"),
        ('{"i_do": 7}', "i_do takes words."),
        ("{}", "There were no new words"),
        ("not json", "Standard input is not JSON"),
        ("", "Standard input holds no JSON object."),
    ],
)
def test_a_card_that_is_off_is_exit_2_and_none_is_kept(begun: Person, given: str, sentence: str) -> None:
    told = begun.is_refused(2, "about-me", "edit", "-", words=given)
    assert told["message"].startswith(sentence)
    assert begun.does("about-me", "show")["name"] is None


def test_a_card_that_leaves_no_room_for_a_note_is_exit_2(begun: Person) -> None:
    told = begun.is_refused(2, "about-me", "edit", "-", words=json.dumps({"i_do": "w" * 2_001}))
    assert told["code"] == "too-long-to-share"
    assert begun.does("about-me", "show")["i_do"] is None


def test_a_group_is_known_by_its_name_or_its_id(begun: Person, tmp_path: Path) -> None:
    made = begun.does("group", "create", "--alias", "Café  Tuesday", "--via", f"folder:{tmp_path}")
    assert set(made) == {"group"}
    (listed,) = begun.does("group", "list")["groups"]
    assert (listed["group"], listed["name"]) == (made["group"], "Café Tuesday")
    for named in ("café tuesday", made["group"], made["group"][:8]):
        assert begun.does("group", "show", named)["group"] == made["group"]


def test_a_name_comes_from_standard_input_too(begun: Person, tmp_path: Path) -> None:
    begun.does("group", "create", "--via", f"folder:{tmp_path}", "-", words="Tuesday\n")
    assert [each["name"] for each in begun.does("group", "list")["groups"]] == ["Tuesday"]


@pytest.mark.parametrize(
    ("code", "name", "via"),
    [
        (2, "", "folder:{place}"),
        (2, "n" * 81, "folder:{place}"),
        (2, "Tuesday", "cloud:{place}"),
        (7, "Tuesday", "folder:{place}/nowhere"),
    ],
)
def test_a_group_without_a_name_or_a_place_is_refused_and_not_made(
    begun: Person, tmp_path: Path, code: int, name: str, via: str
) -> None:
    begun.is_refused(code, "group", "create", "--alias", name, "--via", via.format(place=tmp_path))
    assert begun.does("group", "list") == {"groups": []}


def test_two_groups_of_one_name_and_one_that_is_not_there_are_refused(group: GroupHomes, tmp_path: Path) -> None:
    group.kim.is_refused(8, "group", "create", "--alias", GROUP.upper(), "--via", f"folder:{tmp_path}")
    for deed in (["show"], ["invite"], ["note", "-"], ["notes"], ["agree", "-"], ["close"], ["go-on"]):
        group.kim.is_refused(4, "group", deed[0], "Wednesday", *deed[1:], words="{}")


# Members


def test_an_invite_has_twelve_words_and_no_name_while_it_is_on_its_way(group: GroupHomes) -> None:
    made = group.kim.does("group", "invite", GROUP, "--hours", "48")
    assert set(made) == {"partner", "words", "via", "expires_at", "group"}
    assert len(made["words"].split()) == 12
    (invite,) = group.kim.does("group", "invites")["invites"]
    assert (invite["partner"], invite["group"], invite["state"]) == (made["partner"], made["group"], "meeting")
    said = group.kim.run("group", "invites").stdout
    assert f"{made['partner'][:8]}  an invite of 14 March, 09:30 · {GROUP}" in said
    assert group.kim.does("partner", "list")["partners"] == [
        {"partner": made["partner"], "alias": None, "state": "meeting", "group": made["group"]}
    ]


def test_whoever_is_in_the_group_and_shares_nothing_is_nowhere_in_it(group: GroupHomes) -> None:
    """Acceptance 14."""
    group.carry()
    assert group.kim.does("partner", "list") == {"partners": []}
    assert group.kim.does("group", "invites") == {"invites": []}
    assert group.shown() == []
    for name in ("Ana", GROUP, "Facilitator"):
        group.kim.is_refused(4, "partner", "compare", name)
        group.kim.is_refused(4, "partner", "end", name)
        group.kim.is_refused(4, "sync", "--partner", name)
    assert group.kim.run("group", "show", GROUP).stdout.count(words.NO_PAGES) == 1


def test_an_invite_that_is_previewed_says_whose_it_is_and_joins_nothing(
    group: GroupHomes, cairn: Cairn, home: Home
) -> None:
    made, member = group.kim.does("group", "invite", GROUP), Person(cairn, home)
    said = member.run("partner", "join", "-", "--via", made["via"], "--preview", words=made["words"]).stdout
    assert "an invite from a facilitator" in said
    assert together.OF_GROUP.format(group=GROUP) in said
    assert member.does("partner", "list") == {"partners": []}
    joined = member.does("partner", "join", "-", "--via", made["via"], words=made["words"])
    assert (joined["kind"], joined["group"]) == ("facilitator", GROUP)
    (listed,) = member.does("partner", "list")["partners"]
    assert (listed["alias"], listed["pair"]["group"]) == ("Facilitator", GROUP)
    assert f"facilitator of {GROUP}" in member.run("partner", "list").stdout


def test_a_facilitators_home_joins_nobody_and_invites_no_partner(group: GroupHomes) -> None:
    made = group.kim.does("group", "invite", GROUP)
    for call in (["join", "-", "--via", made["via"]], ["invite", "--via", made["via"]], ["add", "--alias", "Ana"]):
        told = group.kim.is_refused(8, "partner", *call, words=made["words"])
        assert told["code"] == "other-home"


def test_a_member_is_ended_by_the_name_on_their_page(group: GroupHomes) -> None:
    group.shares()
    ended = group.kim.does("partner", "end", "ana")
    assert ended["state"] == "ending"
    group.carry()
    assert group.shown() == []
    assert [share["status"] for share in group.ana.does("share", "list")["shares"]] == ["stopped"]


# What goes to everybody


def test_what_was_agreed_reaches_every_member(group: GroupHomes) -> None:
    said = group.kim.does("group", "agree", GROUP, "-", words=json.dumps({"when": "Tuesdays at six"}))
    assert said["agreement"]["when"] == "Tuesdays at six"
    assert group.kim.does("group", "agree", GROUP) == said
    group.carry()
    for member in (group.ana, group.sam):
        (kim,) = member.does("inbox")["facilitators"]
        assert kim["agreement"] == {"when": "Tuesdays at six"}
        assert "Tuesdays at six" in member.run("inbox").stdout
    told = group.kim.is_refused(2, "group", "agree", GROUP, "-", words='{"rules": "none"}')
    assert told["message"].startswith("The sections of an agreement are:")
    group.kim.is_refused(2, "group", "agree", GROUP, "-", words=json.dumps({"when": "w" * 2_001}))


def test_a_note_reaches_every_member_once_and_is_kept(group: GroupHomes) -> None:
    note = group.kim.does("group", "note", GROUP, "-", words="We meet at six.\n")
    assert note["text"] == "We meet at six."
    group.carry()
    group.carry()
    for member in (group.ana, group.sam):
        assert [letter["text"] for letter in member.does("inbox")["messages"]] == ["We meet at six."]
    assert group.kim.does("group", "notes", GROUP) == {"notes": [note]}
    for text in ("", " \n", "w" * 2_001):
        group.kim.is_refused(2, "group", "note", GROUP, "-", words=text)
    assert group.kim.does("group", "notes", GROUP) == {"notes": [note]}


def test_a_group_that_closes_says_so_and_is_over_after_that_day(group: GroupHomes) -> None:
    group.shares()
    closing = group.kim.does("group", "close", GROUP, "--days", "5", "-", words="Thank you all")
    assert (closing["closes_on"], closing["closing_words"], closing["is_closed"]) == (
        "2026-03-19",
        "Thank you all",
        False,
    )
    group.carry()
    assert group.ana.does("inbox")["facilitators"][0]["closing"]["on"] == "2026-03-19"
    assert "This group closes after Thursday 19 March 2026." in group.ana.run("inbox").stdout
    group.clock.set(group.clock.now() + timedelta(days=6))
    group.kim.is_refused(2, "group", "invite", GROUP)
    group.kim.is_refused(2, "group", "note", GROUP, "-", words="late")
    group.carry()
    assert group.kim.does("group", "list")["groups"][0]["is_closed"]
    assert group.shown() == []


def test_a_group_that_goes_on_after_all_closes_on_no_day(group: GroupHomes) -> None:
    group.kim.does("group", "close", GROUP, "-", words="")
    group.kim.does("group", "go-on", GROUP)
    group.carry()
    assert group.ana.does("inbox")["facilitators"][0]["closing"] is None
    assert group.kim.does("group", "list")["groups"][0]["closes_on"] is None


@pytest.mark.parametrize("days", ["0", "91", "-1"])
def test_a_notice_of_another_length_is_exit_2(group: GroupHomes, days: str) -> None:
    for deed in (["close", GROUP, f"--days={days}"], ["hand-over", GROUP, f"--days={days}", "--to", "Robin"]):
        group.kim.is_refused(2, "group", *deed, "-", words="")


@pytest.mark.parametrize("name", ["", " ", "Robin\nSmith", "n" * 81])
def test_whoever_holds_it_next_has_a_name_of_one_line(group: GroupHomes, name: str) -> None:
    group.kim.is_refused(2, "group", "hand-over", GROUP, "--to", name, "-", words="")
    group.kim.is_refused(2, "group", "hand-over", GROUP)


def test_a_look_says_nothing_of_how_many_there_are_or_who_was_there(group: GroupHomes) -> None:
    group.shares()
    assert group.kim.run("sync").stdout == f"{words.LOOKED}\n"
    between = group.kim.home.root.parent / "both"
    between.rename(between.parent / "away")
    done = group.kim.run("sync", "--json")
    assert done.returncode == 7
    assert [problem["code"] for problem in json.loads(done.stdout)["problems"]] == ["not-reached"]


def test_a_handover_names_who_is_next_and_says_that_nothing_goes_to_them(group: GroupHomes) -> None:
    group.kim.does("group", "hand-over", GROUP, "--to", "Robin", "--days", "30", "-", words="I move away")
    group.carry()
    kim = group.sam.does("inbox")["facilitators"][0]
    assert kim["closing"] == {"on": "2026-04-13", "words": "I move away", "handed_to": "Robin"}
    said = group.sam.run("inbox").stdout
    assert "Nothing you shared here goes to them." in said
    assert "I move away" in said
    assert only_partner(group.sam) == kim["partner"]
