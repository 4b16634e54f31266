"""What is said of a share that was taken away: that it is gone is said once the other cairn has said so."""

from datetime import timedelta

from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.pairing import Pairing
from tests.pages.real_people import Two
from tui.sharing_reading import Share, shares
from tui.wording import meeting, together
from tui.wording import sharing as words
from tui.wording.plain import choose_help
from tui.wording.sharing_lines import receipt, seen_in_lines, theirs_in_lines

TITLE = "Get out most days"
MAY_SHOW = words.MAY_STILL_SHOW.format(name="Sam")
NOTHING = words.SEES_NOTHING.format(name="Sam")
NOT_TOLD = together.NOT_TOLD_YET.format(name="Sam")


def share_of(two: Two) -> Share:
    (share,) = shares(two.ana.journal)
    return share


def said(two: Two) -> tuple[str, str]:
    """What stands on the other side, in its first words, and what is known of it there."""
    share = share_of(two)
    return seen_in_lines("Sam", share.seen, share.lingers)[0], receipt(share.consent, "Sam", share.is_told)


def test_what_was_stopped_may_be_shown_until_their_cairn_says_that_it_is_gone(two: Two) -> None:
    consent = two.ana.share(TITLE)
    two.visit_in_turn()
    Sharing(two.ana.journal).stop(consent.id)
    assert said(two) == (MAY_SHOW, NOT_TOLD)
    share = share_of(two)
    assert seen_in_lines("Sam", share.seen, share.lingers)[1:] == [f"  {TITLE}"]
    two.ana.visit()
    assert said(two) == (MAY_SHOW, together.ASKED_TO_LET_GO)
    two.visit_in_turn()
    assert said(two)[0] == NOTHING
    assert "not on Sam's page since" in said(two)[1]


def test_the_same_of_what_is_paused(two: Two) -> None:
    consent = two.ana.share(TITLE)
    two.visit_in_turn()
    Sharing(two.ana.journal).pause(consent.id)
    assert said(two) == (MAY_SHOW, NOT_TOLD)


def test_what_never_went_is_nowhere(two: Two) -> None:
    Sharing(two.ana.journal).stop(two.ana.share(TITLE).id)
    assert said(two) == (NOTHING, together.NEVER_SENT)


def test_after_its_last_day_nothing_of_it_is_shown_whatever_was_reached(two: Two) -> None:
    consent = two.ana.share_goal(two.ana.journal.add_goal(TITLE), days=1)
    two.visit_in_turn()
    Sharing(two.ana.journal).stop(consent.id)
    two.ana.clock.set(two.ana.clock.now() + timedelta(days=3))
    assert said(two)[0] == NOTHING


def test_an_end_by_the_other_is_said_for_as_long_as_they_are_here(two: Two) -> None:
    two.ana.share(TITLE)
    two.visit_in_turn()
    Pairing(two.sam.journal).end(two.sam.partner)
    two.visit_in_turn()
    assert said(two)[0] == NOTHING
    assert meeting.reasons(two.ana.pair.why, "Sam") == (
        "Sam has ended this. What you shared is no longer shown to them."
    )


def test_whether_they_say_yes_to_ones_own_part_is_said_where_there_is_one(two: Two) -> None:
    Words(two.sam.journal).agree(two.sam.partner, {"when": "Thursdays"})
    two.visit_in_turn()
    (page,) = Words(two.ana.journal).their_pages()
    about_mine = words.SAYS_NO_YES_YET.format(name="Sam")
    assert about_mine not in theirs_in_lines(page, "Sam", has_mine=False)
    assert about_mine in theirs_in_lines(page, "Sam", has_mine=True)


def test_of_one_choice_no_row_of_numbers_is_said() -> None:
    assert choose_help(1) == "1, or the words of the choice."
