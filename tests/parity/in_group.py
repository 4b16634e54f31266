"""A group for deeds of its facilitator, Kim, and of Ana, who is in it: real homes and a folder between them."""

import asyncio
from collections.abc import Callable, Mapping
from typing import cast

from journal.use_cases.opening import WORDS_CONFIRMED
from sync.carrying import find_invite
from sync.consent.groups import Groups
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.pairing import Pairing
from sync.records.pairs import Pairs
from tests.conftest import FixedClock
from tests.groups.people import GROUP, Held, Member, opened
from tests.parity.deed import Place
from tests.parity.steps import Own

FOLDER = "~/both"
OTHER_GROUP = Own("Evening group", "its name")
MATTERS = Own("Getting out again", "what matters to you now")
SUPPORT = "A chair near the door"
ASKED = "Is Tuesday full?"
NOTE = Own("We meet at six.", "your words")
REPLY = Own("There is a chair.", "your words")
AGREED = Own("It stays between us.", "what the group agreed")
FAREWELL = Own("Thank you all.", "a few words")


def group(deed: Callable[[Held], Mapping[str, str]]) -> Callable[[Place], Mapping[str, str]]:
    """A preparation with every home of the group open; all of them are closed after it."""

    def prepare(at: Place) -> Mapping[str, str]:
        held = opened(at.home.root.parent, cast(FixedClock, at.clock))
        try:
            # It is a copy of where they met.
            held.kim.journal.change(held.groups.group(GROUP).id, {"via": held.via})
            # Of what the first lines say, that recovery words are not on paper is somebody else's deed.
            held.kim.journal.choose(WORDS_CONFIRMED, "yes")
            names = {"between": FOLDER, "group": held.groups.group(GROUP).id, "member": held.id_of(held.ana)}
            return {**names, "facilitator": held.ana.facilitator, **deed(held)}
        finally:
            held.close()

    return prepare


@group
def as_it_is(_: Held) -> Mapping[str, str]:
    """Two are in it, and nobody has written anything."""
    return {}


@group
def with_a_page(held: Held) -> Mapping[str, str]:
    """Ana shares a page that may be printed, and it is there."""
    words = {"what_matters_to_me_now": MATTERS.text, "support_i_would_like": SUPPORT, "questions_for_you": ASKED}
    share = held.ana.share({**words, "may_print": "yes"})
    held.visit()
    return {"share": share.id, "page": share.goal or "", "path": "~/page.txt"}


@group
def with_words(held: Held) -> Mapping[str, str]:
    """Kim has said what the group agreed, and has written to it, and to Ana about her page."""
    held.ana.share({"questions_for_you": ASKED})
    held.visit()
    held.groups.agree(GROUP, {"privacy": AGREED.text})
    held.groups.write_note(GROUP, NOTE.text)
    held.groups.reply("Ana", REPLY.text)
    held.visit()
    (note,) = (letter for letter in Words(held.ana.journal).received() if letter.about is None)
    return {"message": f"{note.partner[:8]}-{note.no}"}


@group
def with_an_invite(held: Held) -> Mapping[str, str]:
    """Kim has begun another group, and has invited somebody to it who has not answered."""
    held.groups.create(OTHER_GROUP.text, held.via)
    return _invited(held, OTHER_GROUP.text)


@group
def ana_to_compare(held: Held) -> Mapping[str, str]:
    """Ana has left and comes again: four words are to be compared."""
    names = _to_compare(held, held.ana)
    return {**names, "facilitator": held.ana.facilitator}


@group
def sam_to_compare(held: Held) -> Mapping[str, str]:
    """The same of Sam."""
    return _to_compare(held, held.sam)


@group
def invited_again(held: Held) -> Mapping[str, str]:
    """Ana has left, and Kim has twelve new words for her."""
    Pairing(held.ana.journal).end(held.ana.facilitator)
    held.visit()
    return _invited(held, GROUP)


@group
def closing(held: Held) -> Mapping[str, str]:
    """The group has said its last day."""
    held.groups.close(GROUP, words=FAREWELL.text)
    held.visit()
    return {}


def _invited(held: Held, name: str) -> Mapping[str, str]:
    made = Pairing(held.kim.journal).invite(held.via, my_name=None, called=name, group=name)
    held.kim.visit()
    return {"invite": made.partner, "words": " ".join(made.words), "other": held.groups.group(name).id}


def _to_compare(held: Held, member: Member) -> Mapping[str, str]:
    facilitator = member.facilitator
    Pairing(member.journal).end(facilitator)
    held.visit()
    made = Pairing(held.kim.journal).invite(held.via, my_name=None, called=GROUP, group=GROUP)
    held.kim.visit()
    pairing = Pairing(member.journal)
    found = asyncio.run(find_invite(pairing, " ".join(made.words), held.via))
    pairing.join(found.code, found.first, held.via, my_name="Ana", called="Facilitator", partner=facilitator)
    held.visit()
    four = pairing.words(facilitator)[1]
    assert len(four) == 4
    return {"invite": made.partner, "four": " ".join(four), "apart": "    ".join(four)}


def shares(at: Place) -> list[tuple[str, str]]:
    """What a member said yes to, and how it stands."""
    return [(consent.kind, consent.status.value) for consent in Sharing(at.journal).shares()]


def states(at: Place) -> list[str]:
    """How one stands with everybody."""
    return sorted(pair.state.value for pair in Pairs(at.journal.connection).all())


def groups(at: Place) -> list[str]:
    """The names of the groups that are held."""
    return [each.name for each in Groups(at.journal).all()]
