"""`cairn look-back`: sentences for a person, figures for a script, and nothing kept of it."""

import pytest

from journal.data import prompts
from journal.domain.look_back import INSIGHT_LABELS
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import Here
from tests.conftest import Cairn, FixedClock
from tests.domain.look_back_days import vectors
from tests.use_cases.test_looking_back import TODAY, back, note, of_the_vectors, tag
from tui.wording import look_back as words

KINDS = {
    "coverage": {"dimension", "scale_id", "days", "noted_days"},
    "typical_range": {"dimension", "scale_id", "days", "noted_days", "low", "middle", "high"},
    "moving_middle": {"dimension", "scale_id", "days", "middles"},
    "week_beside_week": {"dimension", "scale_id", "this_days", "last_days", "this_middle", "last_middle"},
    "day_to_day": {"dimension", "scale_id", "days", "pairs", "change"},
    "goes_together": {
        "dimension", "scale_id", "name", "days_with", "days_without", "middle_with", "middle_without", "shift", "low",
        "high",
    },
    "helped_tally": {"tool_id", "name", "times", "helped_times"},
    "feelings_count": {"feeling", "days", "on"},
}  # fmt: skip
"""Source: domain brief, section 3 (InsightKind), and what each of them says."""


def test_a_script_gets_every_kind_with_its_label_its_figures_and_its_sentence(
    here: Here, journal: OpenJournal, clock: FixedClock
) -> None:
    of_the_vectors(journal, clock)
    walk = journal.things("tool")[0].id
    for day in ("2026-03-05", "2026-03-06", "2026-03-07"):
        note(journal, day, words=["calm"], tools=[walk])
    document = answer(here("look-back", "--json"))
    assert set(document) == {"insights"}
    insights = document["insights"]
    assert {one["kind"] for one in insights} == set(KINDS)
    for one in insights:
        assert set(one) == {"kind", "label", "sentence", *KINDS[one["kind"]]}
        assert one["label"] is None or one["label"] in INSIGHT_LABELS
        assert one["sentence"]
    typical = next(one for one in insights if one["kind"] == "typical_range")
    assert (typical["low"], typical["middle"], typical["high"]) == (5, 6, 6)
    assert typical["sentence"] == "In the last 28 days your mood was mostly between 5 and 6 (22 days noted)."
    middles = next(one["middles"] for one in insights if one["kind"] == "moving_middle")
    assert (len(middles), middles[0], middles[27]) == (28, None, 6.5)


def test_a_person_reads_sentences_under_headings(here: Here, journal: OpenJournal, clock: FixedClock) -> None:
    of_the_vectors(journal, clock)
    done = here("look-back", "--dimension", "mood")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[0] == words.OPENING
    headings = ("Mood", "Hope", words.HELPED, words.FEELINGS, f"{words.QUESTIONS}:")
    assert [line for line in lines if line in headings] == [heading for heading in headings if heading != "Hope"]
    assert lines[1] == "From 1 Mar 2026 to 28 Mar 2026."
    assert lines[-1] in [prompt.text for prompt in prompts() if prompt.phase == "look_back" and prompt.needs is None]
    assert any(line.startswith("On the 10 days you noted 'walk', your middle mood was 6.5.") for line in lines)
    assert words.CAVEAT in lines
    assert not any("rare" in line for line in lines), "too few days to say anything of it"
    assert not any(line.startswith("Sat 28 Mar") for line in lines)


def test_whoever_wants_no_question_gets_none(here: Here, journal: OpenJournal) -> None:
    note(journal, TODAY, mood=4)
    journal.make_choice("hidden-themes", "empowerment,meaning,connectedness")
    assert words.QUESTIONS not in here("look-back").stdout


def test_each_day_is_told_where_it_is_asked_for(here: Here, journal: OpenJournal, clock: FixedClock) -> None:
    of_the_vectors(journal, clock)
    lines = here("look-back", "--dimension", "mood", "--each-day").stdout.splitlines()
    assert "Sat 28 Mar 2026: mood 8, middle of 7 days 6.5" in lines
    assert "Thu 26 Mar 2026: no note, middle of 7 days 6" in lines
    days = answer(here("look-back", "--dimension", "mood", "--each-day", "--json"))["days"]
    assert [day["value"] for day in days] == [value for _, value in vectors()["series"]]
    assert set(days[0]) == {"dimension", "scale_id", "for_date", "value", "times", "middle"}


def test_a_year_is_told_in_place_of_the_rest(here: Here, journal: OpenJournal) -> None:
    note(journal, back(1), mood=6)
    tag(journal, back(0), "rain")
    lines = here("look-back", "--year").stdout.splitlines()
    assert lines[0] == "From 15 Mar 2025 to 14 Mar 2026: something noted on 2 days."
    assert lines[-1] == "March 2026: 13 mood 6, 14 noted"
    year = answer(here("look-back", "--year", "--json"))["year"]
    assert (year["dimension"], len(year["days"])) == ("mood", 365)
    assert year["days"][-1] == {"for_date": TODAY, "noted": True, "value": None}


def test_other_days_are_looked_back_over(here: Here, journal: OpenJournal) -> None:
    note(journal, back(40), mood=6)
    for days, count in (("28", 0), ("41", 1)):
        insights = answer(here("look-back", "--days", days, "--json"))["insights"]
        assert insights[0]["noted_days"] == count


def test_an_empty_journal_is_told_what_will_be_here(here: Here) -> None:
    assert here("look-back").stdout.splitlines() == [words.OPENING, words.EMPTY]
    insights = answer(here("look-back", "--json"))["insights"]
    assert {one["sentence"] for one in insights} == {words.NOT_ENOUGH}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--days", "0"], "days takes a whole number from 1 to 366."),
        (["--days", "367"], "days takes a whole number from 1 to 366."),
        (["--days", "many"], "--days takes a whole number."),
        (["--dimension", "weather"], "--dimension takes one of: mood, hope, connection, self_belief, energy."),
    ],
)
def test_what_is_off_is_exit_2_with_what_it_takes(here: Here, arguments: list[str], sentence: str) -> None:
    assert refused(here("look-back", *arguments, "--json"), 2)["message"] == sentence


def test_self_belief_may_be_typed_with_a_hyphen(here: Here, journal: OpenJournal) -> None:
    note(journal, TODAY, self_belief=4)
    insights = answer(here("look-back", "--dimension", "self-belief", "--json"))["insights"]
    assert insights[0]["sentence"] == "You noted your self-belief on 1 day in the last four weeks."


def test_ones_own_words_cannot_act_on_the_terminal(here: Here, journal: OpenJournal) -> None:
    for days in range(3):
        note(journal, back(days), words=["a\x1b[2Jb\u202e"])
    done = here("look-back")
    assert "You chose" in done.stdout
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\u202e" not in here("look-back", "--json").stdout


def test_it_works_as_a_process_of_its_own(cairn: Cairn) -> None:
    assert cairn("check-in", "--mood", "6").returncode == 0
    done = cairn("look-back")
    assert done.returncode == 0
    assert "You noted your mood on 1 day in the last four weeks." in done.stdout
