"""Who holds a group the person is in: their role card, what was agreed, their notes, and how the page stands."""

from journal.domain.groups import GROUP_AGREEMENT
from sync.consent.summaries import Facilitator, Summaries
from sync.consent.words import Words
from sync.errors import NoRoleCard
from sync.protocol.writers import Writer
from sync.records.consents import Consent, Status
from sync.records.notes import Letter
from sync.records.pairs import Pairs
from tui.plain import meeting, my_page
from tui.plain.choosing import ask_one_of
from tui.plain.deeds import Deed
from tui.plain.erasing import erase_one
from tui.plain.messages import OpenTalk, keep
from tui.plain.sharing import OpenShare, may_delete, pause_share, stop_share
from tui.plain.shelves import OpenThing, open_thing
from tui.plain.visit import Visit
from tui.sharing_reading import titles
from tui.wording import plain as words
from tui.wording import plain_groups as said
from tui.wording import plain_together, sharing
from tui.wording.dates import day_in_words, short_day
from tui.wording.parts import label
from tui.wording.sharing_lines import letter_about
from tui.wording.summary import called, card_in_lines, closing_in_words

NEWEST = 3
"""Notes that are said at once; “notes” says all of them."""


def is_facilitator(visit: Visit, partner: str) -> bool:
    """Whether this partner holds a group that the person is in."""
    pair = Pairs(visit.journal.connection).get(partner)
    return pair is not None and pair.writer is Writer.MEMBER


def my_group(visit: Visit) -> None:
    """Who holds the group; of several one is chosen."""
    partner = choose(visit)
    if partner is not None:
        open_facilitator(visit, partner)


def write_my_page(visit: Visit) -> None:
    """A page for who holds the group; of several one is chosen."""
    partner = choose(visit)
    if partner is not None:
        my_page.write(OpenThing(visit, "partner", partner))


def choose(visit: Visit) -> str | None:
    """The one who holds the person's group, or one of several; `None` where there is none, which is said."""
    there = Summaries(visit.journal).facilitators()
    if not there:
        visit.talk.say(said.NO_GROUP)
    if len(there) < 2:
        return there[0].partner if there else None
    options = [(one.partner, ", ".join(part for part in (called(one), one.group) if part)) for one in there]
    return ask_one_of(visit.talk, said.WHICH_FACILITATOR, options)


def open_facilitator(visit: Visit, partner: str) -> None:
    """Everything about one of them, then whatever is chosen.

    Raises:
        NotFound: they are not there any more.
    """
    open_thing(visit, "partner", partner, deeds(), say_facilitator)


def deeds() -> tuple[Deed[OpenThing], ...]:
    """Everything that can be done with one of them, in the order of its numbers."""
    return (
        Deed(said.MY_PAGE, my_page.write),
        Deed(said.SHARE_PAGE, my_page.share),
        Deed(plain_together.PAUSE, _pause),
        Deed(plain_together.STOP, _stop),
        Deed(said.WHO_THEY_ARE, say_who),
        Deed(said.AGREEMENT, say_agreement),
        Deed(said.THEIR_NOTES, say_notes),
        Deed(plain_together.KEEP_WORDS, lambda it: keep(OpenTalk(it.visit, it.id))),
        Deed(plain_together.JOIN, lambda it: meeting.join(it.visit, it.id)),
        Deed(plain_together.COMPARE, meeting.compare),
        Deed(plain_together.END, meeting.end),
        Deed(said.DELETE_PAGE, _delete_page),
        Deed(said.ERASE_PAGE, _erase_page),
    )


def say_facilitator(it: OpenThing) -> None:
    """Who they are, whether the group ends, how the page stands, and the newest notes."""
    facilitator = read(it)
    say, name = it.visit.talk.say, called(facilitator)
    if not facilitator.is_connected:
        meeting.say_partner(it)
        return
    say(said.HOLDS.format(name=name, group=facilitator.group))
    say(*(closing_in_words(facilitator.closing) if facilitator.closing else []))
    say(*([said.NO_CARD_YET] if facilitator.role_card is None else _stands(it, name)))
    say(*_notes(it, name)[:NEWEST])


def read(it: OpenThing) -> Facilitator:
    """As they are now.

    Raises:
        NotForThem: they hold no group that the person is in.
    """
    return Summaries(it.visit.journal).facilitator(it.id)


def _stands(it: OpenThing, name: str) -> list[str]:
    """How the page for them stands, in words."""
    summaries = Summaries(it.visit.journal)
    consent = summaries.shared(it.id)
    if consent is None:
        return [said.SEES_NO_PAGE.format(name=name)]
    new = [said.CHANGED_HERE] if summaries.has_new_words(consent) else []
    sentence = said.SEES_PAGE if consent.status is Status.ACTIVE else said.PAGE_PAUSED
    return [sentence.format(name=name, until=day_in_words(consent.expires)), *new]


def say_who(it: OpenThing) -> None:
    """The role card, the limits of confidentiality first.

    Raises:
        NoRoleCard: it has not come.
    """
    facilitator = read(it)
    if facilitator.role_card is None:
        raise NoRoleCard
    it.visit.talk.say(*card_in_lines(facilitator.role_card))


def say_agreement(it: OpenThing) -> None:
    """What the group agreed, a section a line."""
    agreed = read(it).agreement
    sections = [
        f"{label('peer_group', part.name)}\n{agreed[part.name]}" for part in GROUP_AGREEMENT if part.name in agreed
    ]
    it.visit.talk.say(*(sections or [said.NOTHING_AGREED]))


def say_notes(it: OpenThing) -> None:
    """Every word of theirs, to the group and about the page, the newest first."""
    it.visit.talk.say(*(_notes(it, called(read(it))) or [said.NO_WORDS_YET]))


def _notes(it: OpenThing, name: str) -> list[str]:
    known = titles(it.visit.journal, [])
    return [_note(letter, name, known) for letter in Words(it.visit.journal).received(it.id)]


def _note(letter: Letter, name: str, known: dict[str, str]) -> str:
    about = letter_about(letter, known)
    head = ", ".join([short_day(letter.at[:10]), name, *([sharing.ABOUT.format(title=about)] if about else [])])
    return f"{head}: {letter.text}"


def _pause(it: OpenThing) -> None:
    consent = _shared(it)
    if consent is not None:
        pause_share(OpenShare(it.visit, consent.id))


def _stop(it: OpenThing) -> None:
    consent = _shared(it)
    if consent is not None:
        stop_share(OpenShare(it.visit, consent.id))


def _delete_page(it: OpenThing) -> None:
    """Out of sight. What was shared of it stops, which undo does not bring back; that is asked first."""
    page = _written(it)
    if page is not None and may_delete(it.visit, page):
        it.visit.save(lambda: it.visit.journal.delete(page))
        it.visit.talk.say(words.DELETED)


def _erase_page(it: OpenThing) -> None:
    page = _written(it)
    if page is not None:
        erase_one(it.visit, page)


def _written(it: OpenThing) -> str | None:
    """The id of the page for them; `None` where there is none, which is said."""
    page = Summaries(it.visit.journal).written(it.id)
    if page is None:
        it.visit.talk.say(said.NO_PAGE.format(name=called(read(it))))
        return None
    return page.id


def _shared(it: OpenThing) -> Consent | None:
    consent = Summaries(it.visit.journal).shared(it.id)
    if consent is None:
        it.visit.talk.say(said.SEES_NO_PAGE.format(name=called(read(it))))
    return consent
