"""`cairn settings`: what can be chosen by name, and how it is refused."""

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import Preferences, read_preferences
from tests.commands.answers import answer, refused
from tests.commands.conftest import Here
from tui.chosen import NAMES
from tui.outside import OUTSIDE
from tui.wording import locking
from tui.wording import settings as words
from tui.wording import settings_keys as key_words

DEFAULTS: dict[str, object] = {
    "name": "", "dimensions": "mood,hope", "scale": "n11_v1", "easy": "off", "hidden-prompts": "", "hidden-themes": "",
    "look": None, "quiet": "off", "plain": "off", "keys": {}, "lock-after": 5, "country": None, "region": None,
    "first-day": "monday",
}  # fmt: skip

CHOICES = [
    ("name", "Sam", "Sam"),
    ("name", "", ""),
    ("dimensions", "energy,mood", "mood,energy"),
    ("dimensions", "", ""),
    ("scale", "words5_v1", "words5_v1"),
    ("easy", "on", "on"),
    ("hidden-prompts", "h1,h2", "h1,h2"),
    ("hidden-themes", "difficulties", "difficulties"),
    ("lock-after", "7", 7),
    ("first-day", "Sunday", "sunday"),
]
"""Inside the locked journal: what is typed, and what a script is told."""


def test_without_a_name_all_are_listed_with_what_holds_now(here: Here) -> None:
    said = answer(here("settings", "--json"))
    assert {one["key"]: one["value"] for one in said["settings"]} == DEFAULTS
    assert said["unreadable"] == []


def test_a_person_reads_them_in_words(here: Here) -> None:
    lines = here("settings").stdout.splitlines()
    assert "dimensions: mood and hope" in lines
    assert "scale: 0 to 10" in lines
    assert "lock-after: after 5 minutes" in lines
    assert "keys: as they came" in lines


@pytest.mark.parametrize(("name", "typed", "value"), CHOICES)
def test_a_value_is_chosen_and_said_from_then_on(here: Here, name: str, typed: str, value: object) -> None:
    assert answer(here("settings", name, typed, "--json")) == {"key": name, "value": value}
    assert answer(here("settings", name, "--json"))["value"] == value


def test_a_name_is_read_with_a_dash_so_that_no_shell_remembers_it(here: Here) -> None:
    assert answer(here("settings", "name", "-", "--json", words="Sam\n")) == {"key": "name", "value": "Sam"}


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [("look", "dawn", "dawn"), ("quiet", "on", "on"), ("plain", "on", "on"), ("country", "ie", "IE")],
)
def test_what_is_known_before_the_journal_is_open_needs_no_passphrase(
    here: Here, name: str, typed: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAIRN_PASSPHRASE_COMMAND", "false")
    assert answer(here("settings", name, typed, "--json"))["value"] == value
    assert answer(here("settings", name, "--json"))["value"] == value


def test_a_region_belongs_to_its_country(here: Here, home: Home) -> None:
    here("settings", "country", "GB")
    assert answer(here("settings", "region", "scotland", "--json"))["value"] == "Scotland"
    here("settings", "country", "IE")
    assert read_preferences(home) == Preferences(country="IE")


def test_a_region_that_nobody_chose_is_said_as_such_and_is_null(here: Here) -> None:
    here("settings", "country", "GB")
    lines = here("settings").stdout.splitlines()
    assert "country: GB" in lines
    assert "region: not said" in lines
    assert here("settings", "region").stdout == "region: not said\n"
    assert answer(here("settings", "region", "--json")) == {"key": "region", "value": None}
    here("settings", "region", "Scotland")
    assert here("settings", "region").stdout == "region: Scotland\n"


def test_a_question_that_was_put_away_and_is_not_there_any_more_falls_away(here: Here, journal: OpenJournal) -> None:
    journal.choose("hidden-prompts", "h1,one-of-long-ago,c2")
    said = answer(here("settings", "--json"))
    assert {one["key"]: one["value"] for one in said["settings"]}["hidden-prompts"] == "h1,c2"
    assert said["unreadable"] == []


def test_every_choice_has_a_name_and_says_what_it_does() -> None:
    assert set(NAMES) == set(words.CALLED) == set(words.DOES) == set(DEFAULTS)
    assert set(OUTSIDE) < set(NAMES)


def test_what_was_chosen_is_said_in_a_sentence(here: Here) -> None:
    assert here("settings", "lock-after", "1").stdout == f"{locking.locks_after(1)}\n"
    assert here("settings", "look", "dawn").stdout == f"{words.chosen('look', words.LOOKS['dawn'])}\n"


@pytest.mark.parametrize("value", ["0", "31", "-5", "five", "5.5", "", "9999", "\N{ARABIC-INDIC DIGIT FIVE}"])
def test_a_value_out_of_range_is_exit_2_and_nothing_changes(here: Here, journal: OpenJournal, value: str) -> None:
    told = refused(here("settings", "lock-after", value, "--json"), 2)
    assert told["message"] == locking.NOT_MINUTES
    assert journal.lock_after_minutes() == 5


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("look", "pink"), ("quiet", "maybe"), ("plain", "1"), ("country", "XX"), ("region", "Atlantis"),
        ("scale", "stars"), ("dimensions", "mood,luck"), ("easy", "very"), ("first-day", "noday"),
        ("hidden-themes", "money"), ("name", "x" * 65), ("keys", "write"), ("keys", "dance=w"), ("keys", "write=f99"),
        ("hidden-prompts", "anything"), ("hidden-prompts", "h1,zz"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_before_a_passphrase_is_asked_for(
    here: Here, name: str, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAIRN_PASSPHRASE_COMMAND", "false")
    assert typed not in refused(here("settings", name, typed, "--json"), 2)["message"].split()


def test_a_name_that_is_not_known_is_exit_2_with_those_that_are(here: Here) -> None:
    told = refused(here("settings", "colour", "--json"), 2)
    assert told["message"] == locking.unknown_setting(list(NAMES))


def test_keys_are_changed_one_deed_at_a_time_and_given_back(here: Here) -> None:
    assert answer(here("settings", "keys", "write=ctrl+n,f11", "--json"))["value"] == {"write": ["ctrl+n", "f11"]}
    here("settings", "keys", "undo=f12")
    assert answer(here("settings", "keys", "--json"))["value"] == {"write": ["ctrl+n", "f11"], "undo": ["f12"]}
    assert answer(here("settings", "keys", "write=reset", "--json"))["value"] == {"undo": ["f12"]}
    assert answer(here("settings", "keys", "reset", "--json"))["value"] == {}


def test_keys_list_every_deed_by_the_name_that_is_typed(here: Here) -> None:
    here("settings", "keys", "write=f11")
    assert "write: F11. Write a page (Everywhere)" in here("settings", "keys").stdout.splitlines()


def test_a_key_that_another_deed_has_is_refused_with_its_name(here: Here) -> None:
    told = refused(here("settings", "keys", "write=f8", "--json"), 2)
    assert told["message"] == key_words.taken("F8", "Keys and copies", "Everywhere")


@pytest.mark.parametrize(
    ("name", "row"),
    [("scale", "stars"), ("keys", "{"), ("keys", '{"write": ["f2"]}'), ("lock-after-minutes", "soon")],
)
def test_a_row_that_cannot_be_read_is_said_and_the_default_rules(
    here: Here, journal: OpenJournal, name: str, row: str
) -> None:
    journal.choose(name, row)
    known_as = name.removesuffix("-minutes")
    told = here("settings")
    assert words.not_read([known_as]) in " ".join(told.stderr.split())
    said = answer(here("settings", "--json"))
    assert said["unreadable"] == [known_as]
    assert {one["key"]: one["value"] for one in said["settings"]} == DEFAULTS


@pytest.mark.parametrize("content", ["", "[]", "not a file of ours", '{"look": 5, "quiet": "yes"}', '{"look": "pink"}'])
def test_a_damaged_file_from_before_the_door_is_said_and_the_defaults_rule(
    here: Here, home: Home, content: str
) -> None:
    home.before_unlock.write_text(content)
    told = here("settings", "look")
    assert words.CALLED["look"] in told.stderr
    assert told.stdout == f"look: {words.BY_ITSELF}\n"
    assert answer(here("settings", "look", "dawn", "--json"))["value"] == "dawn"
    assert "cannot be read" not in here("settings", "look").stderr
