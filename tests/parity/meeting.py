"""Deeds on meeting somebody: twelve words, four words, an end, and the folder between."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from sync.pairing import Pairing
from sync.records.pairs import Pairs
from tests.parity.deed import Deed, Place
from tests.parity.steps import Call, Calls, Does, Keys, Lines, Own, Sees, call
from tests.parity.two_people import THEIRS, Two, two

PLACE = Own("{between}", "the folder")
ME = Own("Ana", "your name")
WORDS = Own("{words}", "the twelve words")
TO_THE_PARTNER = (Does("peers"), Sees("Partner"), Does("open-peer"), Sees("Sessions with them", at="column"))
TO_COMPARE = (*TO_THE_PARTNER, Does("compare-words"), Sees("They match"))


@two
def _a_folder(_: Two) -> Mapping[str, str]:
    return {}


@two
def _by_name(people: Two) -> Mapping[str, str]:
    return {"partner": people.mine.add_thing("partner", {"partner_alias": "Partner"}).id}


@two
def _an_invite(people: Two) -> Mapping[str, str]:
    return {"words": people.sam_invites()}


@two
def _an_invite_for_one_there(people: Two) -> Mapping[str, str]:
    partner = people.mine.add_thing("partner", {"partner_alias": "Partner"}).id
    return {"words": people.sam_invites(), "partner": partner}


@two
def _joined(people: Two) -> Mapping[str, str]:
    people.join()
    four = Pairing(people.mine).words(people.partner)[1]
    return {"partner": people.partner, "four": " ".join(four), "apart": "    ".join(four)}


@two
def _connected(people: Two) -> Mapping[str, str]:
    people.connect()
    return {"partner": people.partner}


@two
def _on_its_way(people: Two) -> Mapping[str, str]:
    people.connect()
    people.sam_shares()
    from sync.carrying import meet_and_wait

    meet_and_wait(people.sam)
    return {"partner": people.partner}


@two
def _clock_back(people: Two) -> Mapping[str, str]:
    people.connect()
    pairs = Pairs(people.mine.connection)
    (pair,) = pairs.all()
    ahead = (people.mine.clock.now() + timedelta(days=30)).isoformat()
    pairs.put(replace(pair, said_at=ahead))
    return {"partner": people.partner}


def _states(at: Place) -> list[str]:
    return [pair.state.value for pair in Pairs(at.journal.connection).all()]


def _stands(at: Place) -> list[tuple[str, str | None]]:
    return [(pair.state.value, pair.why) for pair in Pairs(at.journal.connection).all()]


def _is_clock_right(at: Place) -> bool:
    (pair,) = Pairs(at.journal.connection).all()
    return (pair.said_at or "") <= (at.clock.now() + timedelta(days=1)).isoformat()


MEETING = (
    Deed(
        "Invite a partner, with twelve words",
        Keys(
            Does("peers"),
            Does("invite-peer"),
            Sees("A folder that both of you can see", at="place"),
            PLACE,
            Does("make-invite"),
        ),
        Lines("invite", PLACE, "skip", "skip"),
        call("partner invite --via folder:{between}"),
        _a_folder,
        leaves=_states,
        becomes=["meeting"],
    ),
    Deed(
        "Invite somebody who is there by name",
        Keys(
            *TO_THE_PARTNER,
            Does("invite-partner"),
            Sees("A folder that both of you can see", at="place"),
            PLACE,
            Does("make-invite"),
        ),
        Lines("partners", "1", "invite", PLACE, "skip", "skip"),
        call("partner invite --via folder:{between} --partner {partner}"),
        _by_name,
        leaves=_states,
        becomes=["meeting"],
    ),
    Deed(
        "Join with twelve words",
        Keys(
            Does("peers"),
            Does("join-peer"),
            Sees("The twelve words", at="place"),
            *(PLACE, "enter", Sees("The twelve words", at="twelve"), WORDS, "enter"),
            Sees("Enter joins.", at="name"),
            *(ME, "enter"),
        ),
        Lines("join", PLACE, WORDS, "yes", ME),
        Calls(
            Call("partner join - --via folder:{between} --preview", WORDS),
            Call("partner join - --via folder:{between} --alias Ana", WORDS),
        ),
        _an_invite,
        leaves=_states,
        becomes=["meeting"],
    ),
    Deed(
        "Join with words of somebody who is there by name",
        Keys(
            *TO_THE_PARTNER,
            Does("join-partner"),
            Sees("The twelve words", at="place"),
            *(PLACE, "enter", Sees("The twelve words", at="twelve"), WORDS, "enter"),
            Sees("Enter joins.", at="name"),
            "enter",
        ),
        Lines("partners", "1", "join", PLACE, WORDS, "yes", "skip"),
        call("partner join - --via folder:{between} --partner {partner}", WORDS),
        _an_invite_for_one_there,
        leaves=_states,
        becomes=["meeting"],
    ),
    Deed(
        "See the four words to compare",
        Keys(*TO_COMPARE),
        Lines("partners", "1", "compare", "later"),
        call("partner compare {partner}"),
        _joined,
        shows=(("{four}", "{apart}"), "Read them to each other"),
    ),
    Deed(
        "Say that the four words match",
        Keys(*TO_COMPARE, "home", "enter"),
        Lines("partners", "1", "compare", "they match"),
        call("partner compare {partner} --match"),
        _joined,
        leaves=_states,
        becomes=["matched"],
    ),
    Deed(
        "Say that they differ, which breaks it off",
        Keys(*TO_COMPARE, "home", "down", "enter"),
        Lines("partners", "1", "compare", "they differ"),
        call("partner compare {partner} --differ"),
        _joined,
        leaves=_stands,
        becomes=[("broken", "differ")],
    ),
    Deed(
        "End it with a partner",
        Keys(
            *(Does("peers"), Sees("Sam"), Does("open-peer"), Sees("Sessions with them", at="column")),
            *(Does("end-with"), Sees("End it with Sam?"), "home", "enter"),
        ),
        Lines("partners", "1", "end", "yes"),
        call("partner end {partner}"),
        _connected,
        leaves=_states,
        becomes=["ending"],
    ),
    Deed(
        "Meet at the places you both use",
        Keys(Does("peers"), Sees(THEIRS)),
        Lines("meet", "messages"),
        Calls(Call("sync"), Call("inbox")),
        _on_its_way,
        shows=(THEIRS,),
    ),
    Deed(
        "Say that the clock of this computer is right, after it went back",
        Keys(Does("peers"), Sees("Sam"), Does("clock-right")),
        Lines("meet", "yes"),
        call("sync --clock-is-right"),
        _clock_back,
        leaves=_is_clock_right,
        becomes=True,
    ),
)
