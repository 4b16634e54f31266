"""Deeds on partners, by name alone, and on what comes round in a week."""

from collections.abc import Mapping

from journal.domain.shelves import PeerPartnership, WeekAnchor
from tests.parity.deed import Deed, Place
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call

NAME = Own("Sam", "their name")
HOPES = Own("walk and talk", "your words")
TO_PEERS = (Does("peers"), Sees(NAME.text))
TO_THE_PARTNER = (*TO_PEERS, Does("open-peer"), Sees("Sessions with them", at="column"))
IT_STANDS = (Does("partner-status"), Sees("taking a break"))
IN_EIGHT_WEEKS = "2026-05-09"
ENDED = Own("it ran its course", "your words")

THE_GROUP = "Thursday evening: the group"
TO_THE_WEEK = (Does("peers"), Sees(THE_GROUP), "down")


def _someone(_: Place) -> Mapping[str, str]:
    return {"name": NAME.text}


def _partner(at: Place) -> Mapping[str, str]:
    return {"partner": at.journal.add_thing("partner", {"partner_alias": NAME.text}).id}


def _agreed(at: Place) -> Mapping[str, str]:
    ids = _partner(at)
    at.journal.change(ids["partner"], {"why_we_meet": HOPES.text})
    return ids


def _agreed_with_a_day(at: Place) -> Mapping[str, str]:
    ids = _partner(at)
    at.journal.agree(ids["partner"], {"why_we_meet": HOPES.text})
    return ids


def _ended(at: Place) -> Mapping[str, str]:
    ids = _partner(at)
    at.journal.set_partner_status(ids["partner"], "ended", ENDED.text)
    return ids


def _anchor(at: Place) -> Mapping[str, str]:
    values = {"label": "the group", "weekday": "thursday", "part_of_day": "evening"}
    return {"week": at.journal.add_thing("week", values).id}


def partners(at: Place) -> list[PeerPartnership]:
    """Everybody one meets with, by name."""
    return [thing for thing in at.journal.things("partner") if isinstance(thing, PeerPartnership)]


def _names(at: Place) -> list[str]:
    return [partner.partner_alias for partner in partners(at)]


def _standing(at: Place) -> list[tuple[str, str | None, str | None]]:
    return [(partner.status, partner.ended_on, partner.ending_note) for partner in partners(at)]


def _week(at: Place) -> list[tuple[str, str, str, str | None]]:
    things = [thing for thing in at.journal.things("week") if isinstance(thing, WeekAnchor)]
    return [(thing.label, thing.weekday, thing.part_of_day, thing.note) for thing in things]


PARTNERS = (
    Deed(
        "Add someone you meet with, by name",
        Keys(
            Does("peers"),
            Sees("N adds a name"),
            Does("add-partner"),
            Sees("What name do you use for them?", at="words"),
            NAME,
            "enter",
        ),
        Lines("partners", "new", NAME, "skip", "skip", "skip", "skip"),
        call("partner add -", NAME),
        _someone,
        leaves=_names,
        becomes=[NAME.text],
        too=(call("partner add --alias {name}"),),
    ),
    Deed(
        "See whom you meet with, and what you agreed",
        Keys(*TO_PEERS, Does("open-peer")),
        Lines("partners", "1"),
        Calls(Call("partner list"), Call("partner show {partner}")),
        _agreed,
        shows=(NAME.text, HOPES.text),
    ),
    Deed(
        "Write your part of what you agreed",
        Keys(*TO_THE_PARTNER, Does("agreement"), Sees("Each of you writes your own part"), HOPES, Does("save-form")),
        Lines("partners", "1", "agreement", HOPES, ".", "skip", "skip", "skip", "skip"),
        call("partner agree {partner} -", Own('{"why_we_meet": "walk and talk"}', "its parts as JSON")),
        _partner,
        leaves=lambda at: [(partner.why_we_meet, partner.review_on) for partner in partners(at)],
        becomes=[(HOPES.text, IN_EIGHT_WEEKS)],
    ),
    Deed(
        "Let what you agreed stand, without a day to look at it again",
        Keys(
            *(*TO_THE_PARTNER, Does("agreement"), Sees("Each of you writes your own part")),
            *("tab", "tab", "tab", "tab", "end", "ctrl+u"),
            Does("save-form"),
        ),
        Lines("partners", "1", "agreement", "skip", "skip", "skip", "skip", "clear"),
        call("partner agree {partner} -", Own('{"review_on": null}', "its parts as JSON")),
        _agreed_with_a_day,
        leaves=lambda at: [(partner.why_we_meet, partner.review_on) for partner in partners(at)],
        becomes=[(HOPES.text, None)],
    ),
    Deed(
        "Change their name, or what else you noted about them",
        Keys(
            *TO_THE_PARTNER,
            Does("change-partner"),
            Sees("Which organisation are they with?"),
            *("tab", "tab", "tab"),
            Own("the club", "your words"),
            Does("save-form"),
        ),
        Lines("partners", "1", "change", "which organisation", Own("the club", "your words"), "skip"),
        call("partner edit {partner} -", Own('{"organisation": "the club"}', "its parts as JSON")),
        _partner,
        leaves=lambda at: [(partner.partner_alias, partner.organisation) for partner in partners(at)],
        becomes=[(NAME.text, "the club")],
    ),
    Deed(
        "Take a break from meeting",
        Keys(*TO_THE_PARTNER, *IT_STANDS, "down", "down", "enter"),
        Lines("partners", "1", "status", "taking a break"),
        call("partner edit {partner} -", Own('{"status": "paused"}', "its parts as JSON")),
        _partner,
        leaves=_standing,
        becomes=[("paused", None, None)],
    ),
    Deed(
        "End it, with a few words if you like",
        Keys(
            *TO_THE_PARTNER,
            *IT_STANDS,
            *("end", "enter"),
            Sees("A few words about how it ended", at="words"),
            ENDED,
            "ctrl+s",
        ),
        Lines("partners", "1", "status", "ended", ENDED, "."),
        call(
            "partner edit {partner} -",
            Own('{"status": "ended", "ending_note": "it ran its course"}', "its parts as JSON"),
        ),
        _partner,
        leaves=_standing,
        becomes=[("ended", "2026-03-14", ENDED.text)],
    ),
    Deed(
        "Meet again after an end",
        Keys(*TO_THE_PARTNER, Does("partner-status"), Sees("taking a break"), "home", "enter"),
        Lines("partners", "1", "status", "meeting"),
        call("partner edit {partner} -", Own('{"status": "active"}', "its parts as JSON")),
        _ended,
        leaves=_standing,
        becomes=[("active", None, ENDED.text)],
    ),
    Deed(
        "Delete a name; the sessions with them stay",
        Keys(*TO_PEERS, Does("delete-peer")),
        Lines("partners", "1", "delete"),
        call("delete {partner}"),
        _partner,
        leaves=_names,
        becomes=[],
        too=(Keys(*TO_THE_PARTNER, Does("delete-partner")),),
    ),
)

WEEK = (
    Deed(
        "Add to your week",
        Keys(
            Does("peers"),
            Sees("W adds something"),
            Does("add-to-week"),
            Sees("What is in your week?"),
            Own("the group", "what it is"),
            *("tab", "down", "down", "down", "enter"),
            *("tab", "down", "down", "enter"),
            Does("save-form"),
        ),
        Lines("week", "new", Own("the group", "what it is"), "Thursday", "evening", "skip"),
        call("week add --weekday thursday --part-of-day evening -", Own("the group", "what it is")),
        leaves=_week,
        becomes=[("the group", "thursday", "evening", None)],
    ),
    Deed(
        "See what comes round in your week",
        Keys(Does("peers")),
        Lines("week"),
        Calls(Call("week list"), Call("week show {week}")),
        _anchor,
        shows=(THE_GROUP,),
    ),
    Deed(
        "Change something in your week",
        Keys(
            *TO_THE_WEEK,
            Does("open-peer"),
            Sees("What is in your week?"),
            *("tab", "tab", "tab"),
            Own("take the bus", "a note"),
            Does("save-form"),
        ),
        Lines("week", "1", "change", "4", Own("take the bus", "a note"), ".", "skip"),
        call("week edit {week} -", Own('{"note": "take the bus"}', "its parts as JSON")),
        _anchor,
        leaves=_week,
        becomes=[("the group", "thursday", "evening", "take the bus")],
    ),
    Deed(
        "Take something out of your week",
        Keys(*TO_THE_WEEK, Does("delete-peer")),
        Lines("week", "1", "delete"),
        call("delete {week}"),
        _anchor,
        leaves=_week,
        becomes=[],
    ),
)
