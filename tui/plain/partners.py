"""Partners, by name alone: what was agreed, whether you meet, and how it ended. My week."""

from dataclasses import replace
from functools import partial

from journal.domain import draft_kinds
from journal.domain.draft_kinds import ENDING, Place
from journal.domain.entry import Draft
from journal.domain.parts import Part, values_of
from journal.domain.shelves import AGREEMENT, SHELVES, PeerPartnership, Thing, WeekAnchor
from tui.plain import together
from tui.plain.choosing import ask_one_of, walk
from tui.plain.deeds import Deed
from tui.plain.forms import Form, begun_at
from tui.plain.long_words import ask_long, with_ending
from tui.plain.shelves import OpenThing, open_thing, read_shelf
from tui.plain.visit import Visit
from tui.wording import parts as of_parts
from tui.wording import peers
from tui.wording import plain as words
from tui.wording import plain_together as said
from tui.wording import screen as shown
from tui.wording.partners import agreed_in_lines, look_again
from tui.wording.things import thing_name


def read_partners(visit: Visit) -> None:
    """People one meets with; a number opens one."""
    read_shelf(
        visit,
        "partner",
        begins=f"{peers.PARTNERS}.",
        says=partial(_row, visit),
        opens=partial(_open, visit),
    )


def _open(visit: Visit, thing: Thing) -> None:
    """A partner, or who holds a group that the person is in."""
    if together.is_facilitator(visit, thing.id):
        together.open_facilitator(visit, thing.id)
    else:
        open_thing(visit, "partner", thing.id, _deeds(), together.say_partner)


def read_week(visit: Visit) -> None:
    """What comes round in a week; nobody keeps count of it."""
    read_shelf(visit, "week", begins=peers.NOBODY_COUNTS, says=_in_the_week)


def _deeds() -> tuple[Deed[OpenThing], ...]:
    return (
        Deed(words.AGREEMENT, agree),
        Deed(words.PARTNER_STATUS, _set_status),
        Deed(said.INVITE, lambda it: together.invite(it.visit, it.id)),
        Deed(said.JOIN, lambda it: together.join(it.visit, it.id)),
        Deed(said.COMPARE, together.compare),
        Deed(said.MESSAGES, lambda it: together.open_talk(it.visit, it.id)),
        Deed(said.END, together.end),
    )


def _row(visit: Visit, thing: Thing) -> str:
    if not isinstance(thing, PeerPartnership):
        return thing_name(thing)
    marked = thing.status != "active"
    row = f"{thing_name(thing)} [{of_parts.word('partner', 'status', thing.status)}]" if marked else thing_name(thing)
    return ". ".join([row, *look_again(thing, visit.journal.moment().for_date)])


def _in_the_week(thing: Thing) -> str:
    if not isinstance(thing, WeekAnchor):
        return thing_name(thing)
    weekday = of_parts.word("week", "weekday", thing.weekday)
    return peers.in_the_week(weekday, of_parts.word("week", "part_of_day", thing.part_of_day), thing.label)


def agree(it: OpenThing, begun: Draft | None = None) -> None:
    """My part of the agreement, a section at a time, with the lines that stand with every agreement.

    Args:
        it: the partner.
        begun: the draft to go on with; the latest of theirs where left out.
    """
    from sync.consent.words import Words
    from tui.sharing_reading import told_of_part

    visit, talk = it.visit, it.visit.talk
    partner = visit.journal.partner(it.id)
    talk.say(peers.agreed_with(partner.partner_alias) + ":", *agreed_in_lines(partner))
    talk.say(*look_again(partner, visit.journal.moment().for_date))
    talk.say(*peers.FIXED_LINES, peers.EACH_WRITES, *told_of_part(visit.journal, it.id))
    now = values_of(partner, AGREEMENT)
    draft = begun or begun_at(visit, Place(draft_kinds.AGREEMENT, it.id))
    form = Form(visit, "partner", AGREEMENT, draft, values=now)
    walk([partial(form.fill_in, AGREEMENT[:-1]), partial(_ask_review, visit, form, is_new=not partner.has_agreement)])
    changed = form.changed()
    if changed:
        visit.save(lambda: Words(visit.journal).agree(it.id, changed, form.draft.id))
        talk.say(peers.SAVED_AGREEMENT)
    together.ask_to_send_part(it)


def _ask_review(visit: Visit, form: Form, *, is_new: bool) -> None:
    if is_new:
        visit.talk.say(peers.REVIEW_IN_EIGHT_WEEKS)
    form.fill_in(AGREEMENT[-1:])


def _set_status(it: OpenThing) -> None:
    """Meeting, a break, an end: either may, any day, and none of it needs a reason."""
    visit = it.visit
    status = ask_one_of(visit.talk, f"{of_parts.label('partner', 'status')}:", _statuses())
    if status == "ended":
        end(it)
    elif status is not None:
        visit.save(lambda: visit.journal.set_partner_status(it.id, status))
        visit.talk.say(peers.AFTER_PARTNER_STATUS[status])


def end(it: OpenThing, begun: Draft | None = None) -> None:
    """It has ended; a few words about it can be left out. `begun` is the draft to go on with, else the latest."""
    from sync.pairing import Pairing

    visit, journal = it.visit, it.visit.journal
    draft = begun or begun_at(visit, Place(ENDING, it.id))
    if draft.body:
        visit.talk.say(shown.DRAFT_BACK, draft.body)
    question = with_ending(f"{of_parts.label('partner', 'ending_note')}:")
    typed = ask_long(
        visit.talk, question, begun=draft.body, keep=lambda text: journal.keep_draft(replace(draft, body=text))
    )
    note = draft.body if typed is None else typed
    visit.save(lambda: journal.set_partner_status(it.id, "ended", note if note.strip() else None))
    visit.save(lambda: Pairing(journal).end_if_open(it.id))
    visit.save(lambda: journal.keep_draft(replace(draft, body="")))
    visit.talk.say(peers.AFTER_PARTNER_STATUS["ended"])


def _statuses() -> list[tuple[str, str]]:
    return [(status, of_parts.word("partner", "status", status)) for status in _part("status").allowed]


def _part(name: str) -> Part:
    return next(part for part in SHELVES["partner"].every_part if part.name == name)
