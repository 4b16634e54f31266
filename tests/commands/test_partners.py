"""`cairn partner`: names alone, and my own part of what was agreed."""

import json

from journal.domain.shelves import AGREEMENT
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import ByHand, Here
from tests.conftest import Cairn
from tui.wording import peers

PARTNER_KEYS = {
    "partner", "alias", "state", "kind", "supporter_title", "organisation", "started_on", "ended_on", "ending_note",
    "agreement", "created_at",
}  # fmt: skip


def test_a_partner_is_a_name_in_the_journal_and_is_found_by_it_in_any_case(cairn: Cairn) -> None:
    done = cairn("partner", "add", "--alias", "Sam", "--json")
    made = answer(done)
    assert set(made) == PARTNER_KEYS
    assert (made["alias"], made["state"]) == ("Sam", "active")
    assert peers.PARTNER_SAVED in done.stderr
    for name in ("sam", "SAM", made["partner"][:6]):
        assert answer(cairn("partner", "show", name, "--json")) == made
    assert answer(cairn("partner", "list", "--json")) == {"partners": [{**made, "pair": None}]}
    assert "Sam" in cairn("partner", "list").stdout


def test_a_name_can_come_from_standard_input_and_a_blank_one_is_exit_2(here: Here) -> None:
    assert answer(here("partner", "add", "-", "--json", words="Priya\n"))["alias"] == "Priya"
    for call in (["-"], ["--alias", " "]):
        told = refused(here("partner", "add", *call, "--json", words="\n"), 2)
        assert told["message"] == peers.PARTNER_NEEDS_NAME


def test_my_part_of_the_agreement_is_kept_and_the_fixed_lines_stand_with_it(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    given = {"why_we_meet": "to walk", "privacy": "between us", "review_on": "2026-05-01"}
    agreed = answer(here("partner", "agree", "Sam", "-", "--json", words=json.dumps(given)))
    theirs = {"theirs": {}, "they_say_yes": False, "i_say_yes": False, "my_part_waits": False}
    assert set(agreed) == {"partner", "alias", "agreement", "fixed_lines", *theirs}
    assert {name: agreed[name] for name in theirs} == theirs
    assert agreed["agreement"] == {**{part.name: None for part in AGREEMENT}, **given}
    assert agreed["fixed_lines"] == list(peers.FIXED_LINES)
    shown = here("partner", "agree", "Sam").stdout
    for line in ("to walk", "between us", *peers.FIXED_LINES):
        assert line in shown
    assert answer(here("partner", "agree", "Sam", "--json")) == agreed


def test_an_agreement_is_looked_at_in_eight_weeks_unless_another_day_is_picked(
    here: Here, journal: OpenJournal
) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    first = answer(here("partner", "agree", "Sam", "-", "--json", words='{"when": "Mondays"}'))
    assert first["agreement"]["review_on"] == "2026-05-09"
    picked = answer(here("partner", "agree", "Sam", "-", "--json", words='{"review_on": "2026-04-01"}'))
    assert picked["agreement"]["review_on"] == "2026-04-01"
    after = answer(here("partner", "agree", "Sam", "-", "--json", words='{"privacy": "ours", "review_on": null}'))
    assert (after["agreement"]["review_on"], after["agreement"]["when"]) == (None, "Mondays")


def test_a_first_agreement_whose_day_is_left_out_on_purpose_has_none(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    given = '{"when": "Mondays", "review_on": null}'
    assert answer(here("partner", "agree", "Sam", "-", "--json", words=given))["agreement"]["review_on"] is None


def test_an_agreement_written_with_edit_asks_in_eight_weeks_too(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    edited = answer(here("partner", "edit", "Sam", "-", "--json", words='{"agreement": {"when": "Mondays"}}'))
    assert (edited["agreement"]["when"], edited["agreement"]["review_on"]) == ("Mondays", "2026-05-09")


def test_on_its_day_a_partner_asks_to_be_seen_and_after_an_end_no_more(here: Here, journal: OpenJournal) -> None:
    sam = journal.add_thing("partner", {"partner_alias": "Sam"})
    for day, asks in (("2026-03-14", True), ("2026-03-15", False)):
        journal.agree(sam.id, {"when": "Mondays", "review_on": day})
        for call in (["partner", "list"], ["partner", "show", "Sam"]):
            assert (peers.LOOK_AT_AGREEMENT in here(*call).stdout) is asks
    journal.agree(sam.id, {"review_on": "2026-03-01"})
    journal.set_partner_status(sam.id, "ended")
    assert peers.LOOK_AT_AGREEMENT not in here("partner", "list").stdout


UNREADABLE = [
    ("agree", '{"status": "paused"}', "There is no field “status” here."),
    ("agree", '{"review_on": "in May"}', "review_on takes a day like 2026-03-01."),
    ("agree", "{}", "There were no new words, so nothing was changed."),
    ("edit", '{"names": "x"}', "There is no field “names” here."),
    ("edit", '{"state": "gone"}', "status takes one of: invited, active, paused, ended."),
    ("edit", '{"alias": "x", "partner_alias": "y"}', "The field “partner_alias” is there twice."),
    ("edit", '{"alias": ""}', "partner_alias takes a few words; it was left blank."),
]
"""The deed, what a script may hand in by a slip, and the sentence it is answered with."""


def test_parts_that_cannot_be_read_are_exit_2_and_named(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    before = answer(here("partner", "show", "Sam", "--json"))
    for deed, given, sentence in UNREADABLE:
        told = refused(here("partner", deed, "Sam", "-", "--json", words=given), 2)
        assert told["message"].startswith(sentence)
    assert answer(here("partner", "show", "Sam", "--json")) == before


def test_a_break_and_an_end_are_said_softly_and_an_end_has_its_day(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    paused = here("partner", "edit", "Sam", "-", "--json", words='{"status": "paused"}')
    assert (answer(paused)["state"], answer(paused)["ended_on"]) == ("paused", None)
    assert peers.AFTER_PARTNER_STATUS["paused"] in paused.stderr
    ended = answer(here("partner", "edit", "Sam", "-", "--json", words='{"state": "ended", "ending_note": "well"}'))
    assert (ended["state"], ended["ended_on"], ended["ending_note"]) == ("ended", "2026-03-14", "well")
    assert "ended" in here("partner", "list").stdout


def test_whoever_meets_again_after_an_end_has_no_day_of_ending(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    for given, day in (("ended", "2026-03-14"), ("active", None), ("ended", "2026-03-14")):
        printed = {**answer(here("partner", "show", "Sam", "--json")), "state": given}
        stands = answer(here("partner", "edit", "Sam", "-", "--json", words=json.dumps(printed)))
        assert (stands["state"], stands["ended_on"]) == (given, day)
    picked = '{"state": "ended", "ended_on": "2026-03-01"}'
    assert answer(here("partner", "edit", "Sam", "-", "--json", words=picked))["ended_on"] == "2026-03-01"
    assert answer(here("partner", "edit", "Sam", "-", "--json", words='{"ended_on": null}'))["ended_on"] is None


def test_an_end_on_another_day_keeps_that_day(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    ended = '{"state": "ended", "ended_on": "2026-03-01"}'
    assert answer(here("partner", "edit", "Sam", "-", "--json", words=ended))["ended_on"] == "2026-03-01"


def test_more_than_a_name_is_not_made_a_name_and_nothing_is_saved(here: Here) -> None:
    told = refused(here("partner", "add", "-", "--json", words="\nAnn\nextra words\n"), 2)
    assert told["message"] == peers.NAME_IS_ONE_LINE
    assert answer(here("partner", "list", "--json")) == {"partners": []}
    assert answer(here("partner", "add", "-", "--json", words="\n Ann \n\n"))["alias"] == "Ann"


def test_an_unknown_partner_is_exit_4_and_never_repeated(here: Here) -> None:
    for deed in ("show", "agree", "edit"):
        told = refused(here("partner", deed, "Nobody", "--json", words="{}"), 4)
        assert told == {
            "code": "not-found",
            "message": "There is no partner of that name or id.",
            "hint": "cairn partner list shows them, with ids.",
        }


def test_edit_from_a_script_without_a_dash_is_exit_2(here: Here, journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    assert refused(here("partner", "edit", "Sam", "--json"), 2)["code"] == "bad-input"


def test_on_a_terminal_a_name_is_asked_again_and_the_rest_can_be_skipped(cairn: Cairn, by_hand: ByHand) -> None:
    done = by_hand("partner", "add", "--json", typed=["", "Sam", "informal", "", "skip", "next week", ""])
    made = answer(done)
    assert (made["alias"], made["kind"], made["started_on"]) == ("Sam", "informal", None)
    assert peers.PARTNER_NEEDS_NAME in done.stderr
    assert "A day is like 2026-03-01." in done.stderr


def test_on_a_terminal_each_part_of_the_agreement_is_asked_and_can_stay_blank(cairn: Cairn, by_hand: ByHand) -> None:
    cairn("partner", "add", "--alias", "Sam")
    done = by_hand("partner", "agree", "Sam", "--json", typed=["to walk", ".", "skip", "", "skip", ""])
    assert answer(done)["agreement"]["why_we_meet"] == "to walk"
    for line in peers.FIXED_LINES:
        assert line in done.stderr
    left = by_hand("partner", "agree", "Sam", typed=["skip"] * 5)
    assert (left.returncode, left.stdout) == (0, "")
