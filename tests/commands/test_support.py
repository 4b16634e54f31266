"""`cairn support`: the lines, a file of them, and a person's own; refused by its line, with nothing changed."""

import json
from pathlib import Path

import pytest

from journal.data import support_file_bytes
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.commands.answers import answer, refused
from tests.commands.conftest import Here
from tests.conftest import Cairn
from tui.wording import support
from tui.wording import support_import as importing
from tui.wording import support_own as own

CHECKED = '"verified_on": "2026-11-01",\n  "verified_by": "Priya Nair",'


@pytest.fixture
def nowhere(tmp_path: Path) -> Home:
    return Home(tmp_path / "nowhere")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that keeps every rule, with a version, and with one line that a person checked."""
    content = support_file_bytes().decode().replace('"verified_on": null,', CHECKED, 1)
    content = content.replace(',\n  "verified_by": null', "", 1)
    path = tmp_path / "lines.json"
    path.write_text(f'{{"version": "2026-11", "resources": {content}}}', encoding="utf-8")
    return path


def test_a_file_without_the_country_that_was_chosen_is_taken_and_that_is_said(
    here: Here, home: Home, file: Path
) -> None:
    here("settings", "country", "GB")
    said = importing.NONE_FOR_YOUR_COUNTRY.format(country="GB")
    assert said not in here("support", "import", str(file)).stdout
    listed = json.loads(file.read_text(encoding="utf-8"))
    listed["resources"] = [one for one in listed["resources"] if one["country"] != "GB"]
    file.write_text(json.dumps(listed), encoding="utf-8")
    done = here("support", "import", str(file))
    assert (done.returncode, done.stdout.splitlines().count(said)) == (0, 1)
    assert "GB" not in {one["country"] for one in answer(here("support", "--json"))["resources"]}
    assert said not in here("support", "import", "--shipped").stdout


def test_a_region_is_asked_for_in_any_case_and_an_unknown_one_is_refused(cairn: Cairn, nowhere: Home) -> None:
    document = answer(cairn("support", "--country", "gb", "--region", "northern-ireland", "--json", at=nowhere))
    assert (document["country"], document["region"]) == ("GB", "Northern Ireland")
    assert "gb-nir-lifeline" in [line["id"] for line in document["resources"]]
    told = refused(cairn("support", "--country", "gb", "--region", "Kent", "--json", at=nowhere), 2)
    assert "England, Wales, Scotland, Northern Ireland" in told["message"]
    assert "Kent" not in told["message"]
    assert not nowhere.root.exists()


def test_the_page_begins_as_the_brief_says_and_says_what_nobody_checked(cairn: Cairn, nowhere: Home) -> None:
    said = cairn("support", "--country", "GB", "--region", "England", at=nowhere).stdout.splitlines()
    assert said[0] == "Support now"
    danger = "If your life or someone else's is in danger, call 999 now. You can also go to A&E."
    assert [line for line in said if line][1] == danger
    samaritans, shout = (next(line for line in said if line.startswith(f"  {number} ")) for number in (1, 2))
    assert samaritans.startswith("  1 Samaritans: call 116 123, free, any time")
    assert shout.startswith("  2 Shout: text SHOUT to 85258, free, any time")
    assert support.UNCHECKED in said
    assert support.NOBODY_WATCHES in said


def test_lines_that_are_not_for_a_crisis_say_so_once_each(cairn: Cairn, nowhere: Home) -> None:
    said = cairn("support", "--country", "GB", at=nowhere).stdout
    advice = said[said.index(f"\n{support.ADVICE}\n") : said.index(f"\n{support.WORRIED}\n")].strip().splitlines()[1:]
    assert len(advice) == 3
    assert all(line.casefold().count(support.NOT_A_CRISIS_LINE) == 1 for line in advice)


def test_a_file_is_used_once_it_was_brought_in_and_its_version_hash_and_checks_are_told(
    cairn: Cairn, nowhere: Home, file: Path
) -> None:
    done = answer(cairn("support", "import", str(file), "--json", at=nowhere, CAIRN_PASSPHRASE_COMMAND="false"))
    assert (done["lines"], done["version"], done["brought_in"]) == (108, "2026-11", True)
    said = cairn("support", "import", str(file), at=nowhere).stdout
    assert "1 of them checked by a person, the file says." in said
    assert done["sha256"] in said
    shown = cairn("support", at=nowhere).stdout
    assert f"from a file you brought in, version 2026-11. Hash: {done['sha256'][:12]}" in shown


def test_one_line_for_one_country_is_told_as_one(cairn: Cairn, nowhere: Home, file: Path) -> None:
    rows = json.loads(file.read_bytes())["resources"]
    file.write_text(json.dumps([row for row in rows if row["id"] == "ie-emergency"]))
    assert "1 line for 1 country. " in cairn("support", "import", str(file), at=nowhere).stdout


@pytest.mark.parametrize("as_json", [False, True])
def test_a_file_that_breaks_a_rule_is_refused_by_its_line_and_the_old_one_stays(
    cairn: Cairn, nowhere: Home, file: Path, as_json: bool
) -> None:
    cairn("support", "import", str(file), at=nowhere)
    before = nowhere.support_lines.read_bytes()
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if '"116123"' in line)
    lines[at] = lines[at].replace("116123", "+44116123")
    file.write_text("\n".join(lines), encoding="utf-8")
    call = ("support", "import", str(file), *(["--json"] if as_json else []))
    done = cairn(*call, at=nowhere)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"Line {at + 1}: " in done.stderr
    assert str(file) not in done.stderr
    assert nowhere.support_lines.read_bytes() == before
    assert cairn("support", "--country", "GB", at=nowhere).returncode == 0


def test_a_file_that_was_harmed_since_gives_way_to_those_that_ship_and_says_so(
    cairn: Cairn, nowhere: Home, file: Path
) -> None:
    cairn("support", "import", str(file), at=nowhere)
    nowhere.support_lines.write_bytes(file.read_bytes()[:500])
    done = cairn("support", "--country", "GB", at=nowhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert support.BROUGHT_DAMAGED in done.stdout
    assert "call 116 123" in done.stdout
    document = answer(cairn("support", "--json", at=nowhere))
    assert (document["brought_in"], document["brought_in_is_damaged"]) == (False, True)


def test_the_lines_that_ship_come_back(cairn: Cairn, nowhere: Home, file: Path) -> None:
    cairn("support", "import", str(file), at=nowhere)
    assert importing.SHIPPED in cairn("support", "import", "--shipped", at=nowhere).stdout
    assert answer(cairn("support", "--json", at=nowhere))["brought_in"] is False
    assert not nowhere.support_lines.exists()


@pytest.mark.parametrize("call", [[], ["lines.json", "--shipped"], ["/no/such/file"], ["/"]])
def test_a_call_without_a_file_to_read_is_off_and_makes_nothing(cairn: Cairn, nowhere: Home, call: list[str]) -> None:
    assert refused(cairn("support", "import", *call, "--json", at=nowhere), 2)["code"] == "bad-input"
    assert not nowhere.root.exists()


# A person's own, in the journal


def test_my_own_people_plan_and_lines_come_with_the_passphrase(here: Here, journal: OpenJournal, home: Home) -> None:
    write_preferences(home, Preferences(country="IE"))
    journal.add_thing("person", {"alias": "Priya", "contact": "the blue number"})
    journal.write_plan("getting_through", "people_i_can_ask", "Priya, then Sam")
    done = here("support", "add", "-", words="Sam\nring the shed\nmost evenings\n")
    assert own.ADDED in done.stdout
    said = here("support", "mine").stdout
    for words in (
        "call 112 or 999",
        "Priya",
        "the blue number",
        "Priya, then Sam",
        "Sam: ring the shed, most evenings",
    ):
        assert words in said
    document = json.loads(here("support", "mine", "--json").stdout)
    assert f"  {document['resources'][1]['id'][:8]}  Sam: " in said
    assert document["resources"][0]["id"] == "ie-emergency"
    assert document["resources"][1]["reach"] == "ring the shed"
    assert document["people"][0]["alias"] == "Priya"


def test_own_lines_are_changed_moved_hidden_and_shown_by_a_start_of_their_id(
    here: Here, journal: OpenJournal, home: Home
) -> None:
    write_preferences(home, Preferences(country="US"))
    line = json.loads(here("support", "add", "-", "--json", words="Sam\nring").stdout)
    assert json.loads(here("support", "edit", line["id"][:6], "-", "--json", words="Sam\nknock").stdout) == {
        **line, "reach": "knock",
    }  # fmt: skip
    assert json.loads(here("support", "move", "us-ctl", "1", "--json").stdout)["order"][:2] == ["us-ctl", line["id"]]
    assert json.loads(here("support", "hide", "us-988", "--json").stdout) == {"id": "us-988", "hidden": True}
    assert [one["id"] for one in json.loads(here("support", "mine", "--json").stdout)["resources"]] == [
        "us-emergency", "us-ctl", line["id"], "intl-fah",
    ]  # fmt: skip
    here("support", "hide", "us-988", "--off")
    assert journal.arrangement().hidden == ()


@pytest.mark.parametrize("name", ["us-emergency", "gb-shout", "zzz", "us-"])
def test_what_is_no_line_here_cannot_be_hidden_and_the_emergency_number_neither(
    here: Here, home: Home, name: str
) -> None:
    write_preferences(home, Preferences(country="US"))
    done = here("support", "hide", name)
    assert (done.returncode, done.stdout) == (4, "")
    assert own.NO_SUCH_LINE in done.stderr


def test_a_line_has_no_place_before_the_first(here: Here, journal: OpenJournal) -> None:
    before = here("support", "mine", "--json").stdout
    done = here("support", "move", "us-ctl", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert here("support", "mine", "--json").stdout == before


def test_an_own_line_is_erased_once_the_word_was_said(here: Here, journal: OpenJournal) -> None:
    line = journal.write_support_line("Sam\nring")
    assert here("support", "erase", line.id[:8], "-", words="no").returncode == 8
    assert journal.arrangement().own == (line,)
    assert here("support", "erase", line.id[:8], "-", words="erase").returncode == 0
    assert journal.arrangement().own == ()


@pytest.mark.parametrize("words", ["", "Sam", "Sam\n\n"])
def test_an_own_line_without_a_way_to_reach_them_is_refused(here: Here, journal: OpenJournal, words: str) -> None:
    done = here("support", "add", "-", words=words)
    assert (done.returncode, done.stdout) == (2, "")
    assert journal.arrangement().own == ()


def test_words_never_go_into_the_call(cairn: Cairn) -> None:
    assert refused(cairn("support", "add", "Sam", "--json"), 2)["code"] == "bad-input"


def test_a_wrong_passphrase_keeps_own_lines_shut_and_the_others_open(cairn: Cairn) -> None:
    assert cairn("support", "mine", CAIRN_PASSPHRASE_COMMAND="echo wrong").returncode == 3
    assert cairn("support", "--country", "GB", CAIRN_PASSPHRASE_COMMAND="echo wrong").returncode == 0
