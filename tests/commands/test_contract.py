"""The command line contract: JSON keys, exit codes, one sentence for bad input."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.commands.answers import answer, refused
from tests.conftest import PASSPHRASE, Cairn, FixedClock

CHECK_IN_KEYS = {
    "kind", "id", "at", "zone", "for_date", "recorded_at", "scale_id", "mood", "hope", "connection", "self_belief",
    "energy", "feelings", "tools_used", "note", "bring", "keep", "edited_at",
}  # fmt: skip


def test_a_check_in_answers_with_every_field_and_blank_is_null(cairn: Cairn) -> None:
    document = answer(
        cairn(
            "check-in", "--mood", "6", "--hope", "7", "--feeling", "On Edge", "--note", "-", "--json", words="a note\n"
        )
    )
    assert set(document) == CHECK_IN_KEYS
    assert (document["mood"], document["hope"], document["energy"]) == (6, 7, None)
    assert document["feelings"] == ["on_edge"]
    assert document["note"] == "a note"
    assert document["scale_id"] == "n11_v1"


def test_a_check_in_of_a_script_without_an_answer_is_exit_2_and_nothing_hangs(cairn: Cairn) -> None:
    told = refused(cairn("check-in", "--json"), 2)
    assert "at least one answer" in told["message"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--mood", "11"], "mood takes a whole number from 0 to 10."),
        (["--mood", "-1"], "mood takes a whole number from 0 to 10."),
        (["--hope", "6.5"], "hope takes a whole number from 0 to 10."),
        (["--hope", "\N{ARABIC-INDIC DIGIT SEVEN}"], "hope takes a whole number from 0 to 10."),
        (["--self-belief", "0", "--scale", "words5_v1"], "self_belief takes a whole number from 1 to 5."),
        (["--energy", "4", "--scale", "easy3_v1"], "energy takes a whole number from 1 to 3."),
        (["--mood", "5", "--feeling", "zany"], "feeling takes a word from the list."),
        (["--mood", "5", "--at", "2026-02-30"], "A time takes a date like 2026-03-01"),
        (["--mood", "5", "--at", "2999-01-01"], "A time takes a date like 2026-03-01"),
        (["--mood", "5", "--at", "1899-12-31"], "A time takes a date like 2026-03-01"),
        (["--mood", "5", "--at", "today 25:00"], "A time takes a date like 2026-03-01"),
        (
            ["--mood", "5", "--helped", "abcd=very"],
            "helped TOOL= takes one of: a_lot, a_little, not_this_time, not_sure.",
        ),
        (["--mood", "5", "--scale", "n12"], "--scale takes one of: n11_v1, words5_v1, easy3_v1, words_only."),
        (["--mood", "5", "--scale", "words_only"], "mood takes no number on the scale words_only."),
    ],
)
def test_a_value_outside_its_range_is_exit_2_with_field_and_range_and_nothing_is_saved(
    cairn: Cairn, arguments: list[str], sentence: str
) -> None:
    told = refused(cairn("check-in", *arguments, "--json"), 2)
    assert told["message"].startswith(sentence)
    assert answer(cairn("show", "--json")) == {"items": []}


def test_an_unknown_id_is_exit_4_and_a_short_one_exit_2(cairn: Cairn) -> None:
    for command in (["show"], ["delete"], ["keep"]):
        assert refused(cairn(*command, "abcd1234", "--json"), 4)["code"] == "not-found"
    assert refused(cairn("edit", "abcd1234", "-", "--json", words="x"), 4)["code"] == "not-found"
    assert refused(cairn("check-in", "--mood", "5", "--helped", "abcd1234=a_lot", "--json"), 4)["code"] == "not-found"
    assert refused(cairn("write", "--prompt", "zz", "-", "--json", words="x"), 4)["code"] == "not-found"
    assert refused(cairn("show", "abc", "--json"), 2)["code"] == "bad-input"


def test_a_slip_in_the_call_never_repeats_what_was_typed(cairn: Cairn) -> None:
    for arguments in (
        ["write", "my private words"],
        ["private"],
        ["show", "--limit", "private"],
        ["check-in", "private"],
    ):
        done = cairn(*arguments)
        assert done.returncode == 2
        assert "private" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_a_page_from_standard_input_is_kept_and_shown_whole(cairn: Cairn) -> None:
    words = "First line\n\ncafé 日本語 🙂 [not] markup\n"
    made = answer(cairn("write", "-", "--at", "2026-03-01", "--tag", "hope", "--json", words=words))
    assert set(made) == {"id", "for_date"}
    assert made["for_date"] == "2026-03-01"
    shown = answer(cairn("show", made["id"][:6], "--json"))
    assert shown["body"] == words.removesuffix("\n")
    assert shown["tags"] == ["hope"]
    assert cairn("show", made["id"][:6]).stdout.count("café 日本語 🙂 [not] markup") == 1


def test_an_empty_page_is_exit_2(cairn: Cairn) -> None:
    assert refused(cairn("write", "-", "--json", words=" \n"), 2)["message"].startswith("There is nothing on the page")


def test_text_that_is_not_utf8_is_named_by_its_byte(cairn: Cairn) -> None:
    told = refused(cairn("write", "-", "--json", words=b"caf\xe9"), 2)
    assert told["message"] == "Standard input is not UTF-8 text (byte 4)."


def test_the_timeline_can_be_narrowed_by_days_kind_and_number(cairn: Cairn) -> None:
    for day in ("2026-03-01", "2026-03-02", "2026-03-03"):
        cairn("write", "-", "--at", day, words=f"on {day}")
    cairn("check-in", "--mood", "5", "--at", "2026-03-02")
    items = answer(cairn("show", "--from", "2026-03-02", "--to", "2026-03-02", "--json"))["items"]
    assert [(item["kind"], item["for_date"]) for item in items] == [("check-in", "2026-03-02"), ("entry", "2026-03-02")]
    assert len(answer(cairn("show", "--kind", "entry", "--limit", "2", "--json"))["items"]) == 2
    told = refused(cairn("show", "--kind", "weather", "--json"), 2)
    assert told["message"] == "kind takes one of: check-in, entry, goal, session, page."


def test_search_reads_words_from_standard_input_or_the_call(cairn: Cairn) -> None:
    cairn("write", "-", words="Crème brûlée by the river")
    for done in (
        cairn("search", "-", "--json", words="creme"),
        cairn("search", "riv", "--json"),
        cairn("search", "(brulee", "--json"),
    ):
        found = answer(done)
        assert set(found) == {"query", "total", "results"}
        assert found["total"] == 1
        assert set(found["results"][0]) == {"kind", "id", "for_date", "excerpt"}
    assert answer(cairn("search", "??", "--json"))["total"] == 0
    assert refused(cairn("search", "-", "--json", words=""), 2)["code"] == "bad-input"


def test_delete_hides_and_undo_brings_back_as_it_was(cairn: Cairn) -> None:
    made = answer(cairn("write", "-", "--tag", "t", "--json", words="to come back"))
    before = answer(cairn("show", made["id"], "--json"))
    assert answer(cairn("delete", made["id"][:5], "--json")) == {"id": made["id"]}
    assert answer(cairn("search", "back", "--json"))["total"] == 0
    assert [deed["kind"] for deed in answer(cairn("undo", "--list", "--json"))["deeds"]] == ["delete"]
    assert answer(cairn("undo", "--json"))["kind"] == "delete"
    assert answer(cairn("show", made["id"], "--json")) == before
    assert answer(cairn("search", "back", "--json"))["total"] == 1
    assert refused(cairn("undo", "--json"), 4)["message"] == "There is nothing to take back."


def test_edit_changes_words_and_keep_marks_for_a_hard_day(cairn: Cairn) -> None:
    made = answer(cairn("write", "-", "--json", words="first words"))
    changed = answer(cairn("edit", made["id"], "-", "--json", words="second words"))
    assert changed["body"] == "second words"
    assert changed["edited_at"] is not None
    assert answer(cairn("search", "first", "--json"))["total"] == 0
    assert answer(cairn("keep", made["id"], "--json"))["keep"] is True
    assert answer(cairn("keep", made["id"], "--off", "--json"))["keep"] is False


def test_drafts_are_listed_with_their_words(cairn: Cairn, home: Home) -> None:
    assert answer(cairn("drafts", "--json")) == {"drafts": []}
    journal = open_journal(home, PASSPHRASE, FixedClock())
    journal.keep_draft(replace(journal.blank_page(), body="half a thought"))
    journal.keep_answers(replace(journal.blank_page(), kind="check-in"), {"mood": 6, "helped": "a walk"})
    journal.close()
    listed = answer(cairn("drafts", "--json"))["drafts"]
    assert {(draft["kind"], draft["body"]) for draft in listed} == {("entry", "half a thought"), ("check-in", "")}
    assert [draft["answers"] for draft in listed if draft["kind"] == "check-in"] == [{"mood": 6, "helped": "a walk"}]
    assert "mood: 6, what helped: a walk" in cairn("drafts").stdout


def test_a_prompt_needs_no_journal_and_is_never_deep_unasked(cairn: Cairn, tmp_path: Path) -> None:
    nowhere = Home(tmp_path / "nowhere")
    for _ in range(3):
        prompt = answer(cairn("prompt", "--theme", "hope", "--json", at=nowhere))
        assert prompt["theme"] == "hope"
        assert prompt["intensity"] != "deep"
    assert "theme takes one of" in refused(cairn("prompt", "--theme", "zz", "--json", at=nowhere), 2)["message"]
    assert "phase takes one of" in refused(cairn("prompt", "--phase", "zz", "--json", at=nowhere), 2)["message"]
    assert not nowhere.root.exists()


def test_support_needs_no_journal_no_passphrase_and_leaves_no_trace(cairn: Cairn, tmp_path: Path) -> None:
    """Acceptance check 6."""
    nowhere = Home(tmp_path / "nowhere")
    document = answer(
        cairn("support", "--country", "gb", "--json", at=nowhere, TERM="dumb", CAIRN_PASSPHRASE_COMMAND="false")
    )
    assert document["country"] == "GB"
    assert document["resources"][0]["kind"] == "emergency"
    assert document["resources"][0]["dial"][0] == "999"
    assert all("editor_note" not in resource for resource in document["resources"])
    assert all(resource["verified_on"] is None for resource in document["resources"])
    assert not nowhere.root.exists()


def test_support_never_guesses_a_country(cairn: Cairn, tmp_path: Path) -> None:
    nowhere = Home(tmp_path / "nowhere")
    shown = cairn("support", at=nowhere, LANG="en_GB.UTF-8").stdout
    assert "112 in much of the world" in shown
    assert "999" not in shown
    assert "findahelpline.com" in shown
    assert refused(cairn("support", "--country", "XX", "--json", at=nowhere), 2)["code"] == "bad-input"


def test_about_says_what_cairn_is_and_is_not(cairn: Cairn) -> None:
    assert "It is not a medical device." in answer(cairn("about", "--json"))["intended_purpose"]
    assert "Results were mixed" in cairn("about", "peer-support").stdout


def test_vault_info_and_verify_say_what_was_checked_and_how_many_rows(cairn: Cairn, home: Home) -> None:
    cairn("check-in", "--mood", "5")
    info = answer(cairn("vault", "info", "--json", CAIRN_PASSPHRASE_COMMAND="false"))
    assert info["home"] == str(home.root)
    assert info["ways_in"] == ["pass", "recovery"]
    checked = answer(cairn("vault", "verify", "--json"))
    assert checked["rows"]["check_in"] == 1
    assert checked["checked"] == ["pages", "order", "references"]


def test_a_wrong_passphrase_is_exit_3_with_one_sentence_and_nothing_else(cairn: Cairn) -> None:
    done = cairn("check-in", "--mood", "5", CAIRN_PASSPHRASE_COMMAND="echo wrong")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "cairn: That did not open it. Try again when you are ready.\n"
    told = refused(cairn("show", "--json", CAIRN_PASSPHRASE_COMMAND="echo wrong"), 3)
    assert told["code"] == "wrong-passphrase"


def test_a_home_without_a_journal_is_exit_4(cairn: Cairn, tmp_path: Path) -> None:
    told = refused(cairn("show", "--json", at=Home(tmp_path / "nowhere")), 4)
    assert told["code"] == "no-journal"


def test_no_passphrase_source_and_no_terminal_is_exit_2(cairn: Cairn) -> None:
    told = refused(cairn("show", "--json", CAIRN_PASSPHRASE_COMMAND=""), 2)
    assert "--passphrase-fd" in told["hint"]


def test_the_journal_is_opened_before_any_words_are_read(cairn: Cairn) -> None:
    for call in (["write", "-"], ["goal", "add", "-"], ["session", "after", "-"], ["toolbox", "add", "-"]):
        done = cairn(*call, words=b"\xff not text", CAIRN_PASSPHRASE_COMMAND="echo wrong")
        assert done.returncode == 3


def test_every_command_has_help_with_an_example(cairn: Cairn) -> None:
    commands = [
        "init",
        "demo",
        "check-in",
        "write",
        "prompt",
        "show",
        "search",
        "edit",
        "delete",
        "undo",
        "drafts",
        "keep",
    ]
    commands += ["import", "support", "about", "vault", "bring", "hard-day", "look-back"]
    commands += ["goal", "session", "partner", "toolbox", "strength", "people", "plan", "story", "week"]
    overview = cairn("--help").stdout
    for command in commands:
        assert f"    {command}" in overview
        shown = cairn(command, "--help")
        assert shown.returncode == 0
        assert f"example:\n  cairn {command}" in shown.stdout


def test_the_screen_without_a_terminal_says_so_and_does_not_hang(cairn: Cairn) -> None:
    done = cairn()
    assert done.returncode == 2
    assert done.stderr.startswith("cairn: The screen needs a terminal.")


def test_a_reader_that_goes_away_is_no_error(cairn: Cairn, home: Home) -> None:
    from tests.conftest import cairn_environment

    done = subprocess.run(
        ["/bin/sh", "-c", "python -P -m tui support --country GB | head -n 1; exit 0"],
        env={**cairn_environment(home), "PATH": str(Path(__import__("sys").executable).parent) + ":/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""


def test_a_passphrase_comes_from_a_descriptor_too(home: Home, cairn: Cairn) -> None:
    import os
    import sys

    from tests.conftest import cairn_environment

    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode() + b"\nsecond line")
    os.close(writing)
    environment = cairn_environment(home)
    del environment["CAIRN_PASSPHRASE_COMMAND"]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tui", "show", "--json", "--passphrase-fd", str(reading)],
        pass_fds=[reading], env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    os.close(reading)
    assert answer(done) == {"items": []}
