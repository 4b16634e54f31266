"""`cairn share`: what is shown is what goes, a yes for every change of words, and a stop at any time."""

import json
from typing import Any

import pytest

from tests.commands.two_homes import CHOSEN, STEP, TITLE, WHY, Two, only_partner
from tui.wording import together

SHARE_KEYS = {
    "share", "partner", "goal", "fields", "words", "status", "starts_at", "expires_at", "last_sent_at", "seen_at",
    "gone_at",
}  # fmt: skip


def seen_by_sam(two: Two) -> list[Any]:
    """The goals that Sam is shown."""
    two.sync()
    return [shared["goal"] for shared in two.sam.does("inbox")["shared"]]


def test_before_both_have_said_that_the_words_match_nothing_is_shared(two: Two) -> None:
    goal = two.ana.has_goal()
    two.joined(two.invited())
    two.sync()
    partner = only_partner(two.ana)
    for said in ((), ("--match",)):
        two.ana.does("partner", "compare", partner, *said)
        for deed in (["preview"], ["add", "-"]):
            told = two.ana.is_refused(8, "share", *deed, "--partner", partner, "--goal", goal, *CHOSEN, words="yes")
            assert told["code"] == "not-compared"
    assert two.ana.does("share", "list") == {"shares": []}


def test_a_preview_says_what_would_be_seen_and_the_bytes_are_those_that_go(met: Two) -> None:
    goal = met.ana.has_goal()
    preview = met.ana.does("share", "preview", "--partner", "Sam", "--goal", goal, *CHOSEN)
    assert set(preview) == {"lines", "bytes"}
    assert preview["lines"] == [TITLE, together.NEXT.format(text=STEP)]
    assert WHY not in preview["bytes"]
    assert met.ana.does("share", "list") == {"shares": []}
    met.ana.shares(goal)
    (seen,) = seen_by_sam(met)
    ours = json.loads(preview["bytes"])
    assert (seen["title"], seen["next_step"]["text"]) == (ours["title"], ours["next_step"]["text"])
    again = met.ana.does("share", "preview", "--partner", "Sam", "--goal", goal, *CHOSEN)
    assert json.loads(again["bytes"]) == seen


def test_a_person_is_shown_exactly_what_goes_and_what_they_say_yes_to(met: Two) -> None:
    goal = met.ana.has_goal()
    shown = met.ana.run("share", "preview", "--partner", "Sam", "--goal", goal, *CHOSEN).stdout
    assert shown.splitlines() == [together.WILL_SEE.format(name="Sam"), f"  {TITLE}", f"  Next: {STEP}"]


def test_a_yes_shares_and_answers_with_the_share_and_its_last_day(met: Two) -> None:
    goal = met.ana.has_goal()
    made = met.ana.does(
        "share", "add", "--partner", "Sam", "--goal", goal, *CHOSEN, "--days", "30", "-", words="Yes \n"
    )
    assert set(made) == {"share", "expires_at"}
    (share,) = met.ana.does("share", "list")["shares"]
    assert set(share) == SHARE_KEYS
    assert (share["share"], share["goal"], share["status"]) == (made["share"], goal, "active")
    assert share["words"] == {"title": TITLE, "next_step": STEP}
    assert share["expires_at"] == made["expires_at"]


@pytest.mark.parametrize("said", ["no", "", "y", "yes please", "nay"])
def test_anything_but_a_yes_is_exit_8_and_keeps_it_here(met: Two, said: str) -> None:
    goal = met.ana.has_goal()
    told = met.ana.is_refused(8, "share", "add", "--partner", "Sam", "--goal", goal, *CHOSEN, "-", words=said)
    assert told["message"] == together.KEPT_PRIVATE
    assert met.ana.does("share", "list") == {"shares": []}
    assert seen_by_sam(met) == []


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fields", "title,note"], 2),
        (["--fields", "title,what_might_get_in_the_way"], 2),
        (["--fields", ","], 2),
        (["--fields", "how_id_like_support"], 2),
        ([*CHOSEN, "--days", "0"], 2),
        ([*CHOSEN, "--days", "181"], 2),
    ],
)
def test_a_part_or_a_time_that_cannot_be_shared_is_refused_and_nothing_is(
    met: Two, options: list[str], code: int
) -> None:
    goal = met.ana.has_goal()
    for deed in (["preview"], ["add", "-"]):
        met.ana.is_refused(code, "share", *deed, "--partner", "Sam", "--goal", goal, *options, words="yes")
    assert met.ana.does("share", "list") == {"shares": []}


def test_an_unknown_partner_goal_or_share_is_exit_4(met: Two) -> None:
    goal = met.ana.has_goal()
    met.ana.is_refused(4, "share", "preview", "--partner", "Kit", "--goal", goal, *CHOSEN)
    met.ana.is_refused(4, "share", "preview", "--partner", "Sam", "--goal", "abcd1234", *CHOSEN)
    for deed in (["pause"], ["resume"], ["stop"]):
        met.ana.is_refused(4, "share", *deed, "abcd1234")
    met.ana.is_refused(4, "share", "send", "abcd1234", "-", words="yes")


def test_the_partner_is_shown_the_chosen_parts_and_no_other(met: Two) -> None:
    met.ana.shares(met.ana.has_goal())
    (seen,) = seen_by_sam(met)
    assert set(seen) == {"id", "until", "title", "next_step"}
    assert (seen["title"], seen["next_step"]["text"], seen["next_step"]["status"]) == (TITLE, STEP, "to_try")
    said = met.sam.run("inbox").stdout
    assert TITLE in said
    assert WHY not in said


def test_a_hyphen_names_a_part_as_well(met: Two) -> None:
    met.ana.shares(met.ana.has_goal(), "--fields", "title, why-it-matters")
    (seen,) = seen_by_sam(met)
    assert (seen["title"], seen["why_it_matters"]) == (TITLE, WHY)


def test_the_receipt_is_what_the_other_cairn_says_it_has(met: Two) -> None:
    met.ana.shares(met.ana.has_goal())
    assert together.NOT_SENT_YET in met.ana.run("share", "list").stdout
    met.ana.does("sync")
    (share,) = met.ana.does("share", "list")["shares"]
    assert share["last_sent_at"] is not None
    assert share["seen_at"] is None
    met.sync()
    (share,) = met.ana.does("share", "list")["shares"]
    assert share["seen_at"] is not None
    assert "Sam's cairn has it since" in met.ana.run("share", "list").stdout


def test_changed_words_wait_for_a_yes_and_then_go(met: Two) -> None:
    goal = met.ana.has_goal()
    share = met.ana.shares(goal)
    met.sync()
    met.ana.does("edit", goal, "-", words=json.dumps({"title": "Get out some days"}))
    (waiting,) = met.ana.does("share", "changed")["waiting"]
    assert waiting["share"] == share
    assert "Get out some days" in met.ana.run("share", "changed").stdout
    assert [seen["title"] for seen in seen_by_sam(met)] == [TITLE]
    assert met.ana.is_refused(8, "share", "send", share, "-", words="no")["message"] == together.KEPT_PRIVATE
    assert [seen["title"] for seen in seen_by_sam(met)] == [TITLE]
    sent = met.ana.does("share", "send", share, "-", words="yes")
    assert sent["share"] != share
    assert [seen["title"] for seen in seen_by_sam(met)] == ["Get out some days"]
    assert met.ana.does("share", "changed") == {"waiting": []}
    assert [each["share"] for each in met.ana.does("share", "list")["shares"]] == [sent["share"]]


def test_a_step_that_is_done_travels_by_itself_and_the_next_one_waits(met: Two) -> None:
    goal = met.ana.has_goal()
    met.ana.shares(goal)
    met.sync()
    met.ana.does("goal", "step", "add", goal, "-", words="shoes by the door")
    step = met.ana.does("goal", "show", goal)["steps"][0]["id"]
    met.ana.does("goal", "step", "done", step)
    (seen,) = seen_by_sam(met)
    assert (seen["next_step"]["text"], seen["next_step"]["status"]) == (STEP, "done")
    assert len(met.ana.does("share", "changed")["waiting"]) == 1


def test_a_status_travels_by_itself(met: Two) -> None:
    goal = met.ana.has_goal()
    met.ana.shares(goal, "--fields", "title,status")
    met.sync()
    met.ana.does("goal", "status", goal, "resting")
    assert [seen["status"] for seen in seen_by_sam(met)] == ["resting"]
    assert met.ana.does("share", "changed") == {"waiting": []}


@pytest.mark.parametrize(("deed", "status"), [("pause", "paused"), ("stop", "stopped")])
def test_what_is_paused_or_stopped_is_gone_from_the_other_side(met: Two, deed: str, status: str) -> None:
    share = met.ana.shares(met.ana.has_goal())
    met.sync()
    turned = met.ana.does("share", deed, share[:8])
    assert (set(turned), turned["status"]) == (SHARE_KEYS, status)
    assert seen_by_sam(met) == []
    (listed,) = met.ana.does("share", "list")["shares"]
    assert listed["gone_at"] is not None
    assert met.sam.run("inbox").stdout.strip() == together.NOTHING_CAME


def test_what_is_paused_goes_on_with_the_words_that_were_said_yes_to(met: Two) -> None:
    goal = met.ana.has_goal()
    share = met.ana.shares(goal)
    met.sync()
    met.ana.does("share", "pause", share)
    met.ana.does("edit", goal, "-", words=json.dumps({"title": "Other words"}))
    assert seen_by_sam(met) == []
    assert met.ana.does("share", "resume", share)["status"] == "active"
    assert [seen["title"] for seen in seen_by_sam(met)] == [TITLE]


def test_what_is_stopped_never_goes_on(met: Two) -> None:
    share = met.ana.shares(met.ana.has_goal())
    met.ana.does("share", "stop", share)
    assert met.ana.does("share", "resume", share)["status"] == "stopped"
    said = met.ana.run("share", "resume", share).stdout
    assert together.RESUMED not in said
    assert together.SHARE_STATES["stopped"] in said
    met.ana.is_refused(4, "share", "send", share, "-", words="yes")
    assert seen_by_sam(met) == []


def test_everything_is_paused_at_once(met: Two) -> None:
    for title in ("one", "two"):
        met.ana.shares(met.ana.has_goal(title))
    paused = met.ana.does("share", "pause-all")["shares"]
    assert [share["status"] for share in paused] == ["paused", "paused"]
    assert seen_by_sam(met) == []
    assert met.ana.does("share", "pause-all") == {"shares": []}


def test_what_was_said_yes_to_is_listed_in_order_and_holds_no_words(met: Two) -> None:
    share = met.ana.shares(met.ana.has_goal())
    met.sync()
    met.ana.does("share", "stop", share)
    met.sync()
    done = met.ana.run("share", "said-yes-to", "--json")
    rows = json.loads(done.stdout)["said_yes_to"]
    assert [row["event"] for row in rows] == ["SHARE", "SENT", "SEEN", "STOP", "SEEN"]
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5]
    assert all(row["is_whole"] for row in rows)
    assert rows[0]["scope"] == ["title", "next_step"]
    for words in (TITLE, STEP, WHY):
        assert words not in done.stdout
    assert together.EVENTS["STOP"] in met.ana.run("share", "said-yes-to").stdout


@pytest.mark.parametrize("deed", ["list", "changed", "said-yes-to", "pause-all"])
def test_where_nothing_is_shared_every_list_is_empty_and_says_so(two: Two, deed: str) -> None:
    (rows,) = two.ana.does("share", deed).values()
    assert rows == []
    assert two.ana.run("share", deed).stdout.strip() in (together.NOTHING_SHARED, together.NOTHING_WAITS)


def test_a_text_that_is_too_long_to_travel_is_refused_when_it_is_to_be_shared(met: Two) -> None:
    goal = met.ana.has_goal(why="w" * 2_001)
    for deed in (["preview"], ["add", "-"]):
        told = met.ana.is_refused(
            2, "share", *deed, "--partner", "Sam", "--goal", goal, "--fields", "title,why_it_matters", words="yes"
        )
        assert told["code"] == "too-long-to-share"
    met.ana.shares(goal)
    assert len(seen_by_sam(met)) == 1


def test_more_than_a_page_holds_is_refused_with_its_size_and_the_rest_goes_on(met: Two) -> None:
    said = ("--partner", "Sam", "--fields", "title,why_it_matters", "-")
    goals = [met.ana.has_goal(f"goal {number}", None, "\N{CHERRY BLOSSOM}" * 600) for number in range(6)]
    answers = [met.ana.run("share", "add", "--goal", goal, *said, "--json", words="yes") for goal in goals]
    number = [done.returncode for done in answers].index(2)
    done = answers[number]
    told = json.loads(done.stderr)["error"]
    assert (done.returncode, told["code"]) == (2, "too-long-to-share")
    assert "13000 fit" in told["message"]
    assert len(seen_by_sam(met)) == len(met.ana.does("share", "list")["shares"]) == number


def test_a_twenty_first_goal_is_refused(met: Two) -> None:
    for number in range(20):
        met.ana.shares(met.ana.has_goal(f"goal {number}", None, None), "--fields", "title")
    goal = met.ana.has_goal("one more", None, None)
    told = met.ana.is_refused(
        2, "share", "add", "--partner", "Sam", "--goal", goal, "--fields", "title", "-", words="yes"
    )
    assert told["code"] == "too-long-to-share"
    assert len(seen_by_sam(met)) == 20
