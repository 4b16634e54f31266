"""A page for a facilitator: written, looked at, said yes to, and gone when it is stopped, paused or over."""

from tests.groups.people import CARD, Held


def test_a_page_goes_as_it_was_said_yes_to(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": "Getting out again", "questions_for_you": "Is Tuesday full?"})
    held.visit()
    received = held.seen()["Ana"]
    assert received.summary.what_matters_to_me_now == "Getting out again"
    assert received.is_new


def test_the_role_card_has_come_once_the_words_match(held: Held) -> None:
    facilitator = held.ana.summaries.facilitator(held.ana.facilitator)
    assert facilitator.name == "Kim"
    assert facilitator.role_card is not None
    assert facilitator.role_card.limits_of_confidentiality == CARD["limits_of_confidentiality"]


def test_a_note_and_a_reply_arrive(held: Held) -> None:
    held.ana.share({"questions_for_you": "Is Tuesday full?"})
    held.visit()
    held.groups.reply("Ana", "There is a chair for you.")
    held.groups.write_note("Tuesday group", "We meet at six.")
    held.visit()
    from sync.consent.words import Words

    assert {letter.text for letter in Words(held.ana.journal).received()} == {
        "There is a chair for you.",
        "We meet at six.",
    }
    assert [letter.text for letter in Words(held.sam.journal).received()] == ["We meet at six."]
