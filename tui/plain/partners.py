"""Partners, by name alone: what was agreed, whether you meet, and how it ended. My week."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import uuid4

from journal.domain.entry import Draft
from journal.domain.parts import Part, Value, values_of
from journal.domain.shelves import AGREEMENT, AGREEMENT_REVIEW_DAYS, SHELVES, PeerPartnership, Thing, WeekAnchor
from tui.plain.choosing import ask_one_of, walk
from tui.plain.deeds import Deed
from tui.plain.forms import Form
from tui.plain.long_words import ask_long, with_ending
from tui.plain.shelves import OpenThing, read_shelf
from tui.plain.visit import Visit
from tui.wording import parts as of_parts
from tui.wording import peers
from tui.wording import plain as words
from tui.wording import screen as shown
from tui.wording.things import parts_in_lines, thing_name

AGREEMENT_DRAFT, ENDING_DRAFT = "agreement", "ending"
"""The names of their drafts, as on the screen: a partner's other parts have drafts of their own."""


def read_partners(visit: Visit) -> None:
    """People one meets with; a number opens one."""
    read_shelf(visit, "partner", begins=f"{peers.PARTNERS}.", more=_deeds(), says=_row)


def read_week(visit: Visit) -> None:
    """What comes round in a week; nobody keeps count of it."""
    read_shelf(visit, "week", begins=peers.NOBODY_COUNTS, says=_in_the_week)


def _deeds() -> tuple[Deed[OpenThing], ...]:
    return (
        Deed(words.AGREEMENT, agree),
        Deed(words.PARTNER_STATUS, _set_status),
    )


def _row(thing: Thing) -> str:
    status = thing.status if isinstance(thing, PeerPartnership) else ""
    marked = status and status != "active"
    return f"{thing_name(thing)} [{of_parts.word('partner', 'status', status)}]" if marked else thing_name(thing)


def _in_the_week(thing: Thing) -> str:
    if not isinstance(thing, WeekAnchor):
        return thing_name(thing)
    weekday = of_parts.word("week", "weekday", thing.weekday)
    return peers.in_the_week(weekday, of_parts.word("week", "part_of_day", thing.part_of_day), thing.label)


def agree(it: OpenThing) -> None:
    """My part of the agreement, a section at a time, with the lines that stand with every agreement."""
    visit, talk = it.visit, it.visit.talk
    partner = it.read()
    talk.say(peers.agreed_with(thing_name(partner)) + ":")
    talk.say(*(parts_in_lines("partner", partner, AGREEMENT) or [peers.NOTHING_AGREED]))
    talk.say(*peers.FIXED_LINES, peers.EACH_WRITES)
    now = values_of(partner, AGREEMENT)
    form = Form(visit, "partner", AGREEMENT, draft_kind=AGREEMENT_DRAFT, item_id=it.id, values=now)
    walk([partial(form.fill_in, AGREEMENT[:-1]), partial(_ask_review, visit, form)])
    values = _with_a_day(visit, form.values)
    changed = {name: value for name, value in values.items() if value != now[name]}
    if changed:
        visit.save(lambda: visit.journal.change(it.id, changed, form.draft.id))
        talk.say(peers.SAVED_AGREEMENT)


def _ask_review(visit: Visit, form: Form) -> None:
    visit.talk.say(peers.REVIEW_IN_EIGHT_WEEKS)
    form.fill_in(AGREEMENT[-1:])


def _with_a_day(visit: Visit, values: dict[str, Value]) -> dict[str, Value]:
    """Eight weeks from now, where no other day was picked and something was written."""
    if values.get("review_on") or not any(values.values()):
        return values
    today = date.fromisoformat(visit.journal.moment().for_date)
    return {**values, "review_on": (today + timedelta(AGREEMENT_REVIEW_DAYS)).isoformat()}


def _set_status(it: OpenThing) -> None:
    """Meeting, a break, an end: either may, any day, and none of it needs a reason."""
    visit = it.visit
    status = ask_one_of(visit.talk, f"{of_parts.label('partner', 'status')}:", _statuses())
    if status == "ended":
        end(it)
    elif status is not None:
        visit.save(lambda: visit.journal.change(it.id, {"status": status}))
        visit.talk.say(peers.AFTER_PARTNER_STATUS[status])


def end(it: OpenThing) -> None:
    """It has ended; a few words about it can be left out."""
    visit, journal = it.visit, it.visit.journal
    begun = journal.begun(ENDING_DRAFT, it.id)
    draft = begun or Draft(id=str(uuid4()), kind=ENDING_DRAFT, moment=journal.moment(), body="", item_id=it.id)
    if draft.body:
        visit.talk.say(shown.DRAFT_BACK, draft.body)
    question = with_ending(f"{of_parts.label('partner', 'ending_note')}:")
    typed = ask_long(
        visit.talk, question, begun=draft.body, keep=lambda text: journal.keep_draft(replace(draft, body=text))
    )
    note = draft.body if typed is None else typed
    values: dict[str, Value] = {"status": "ended", "ended_on": journal.moment().for_date}
    values |= {"ending_note": note} if note.strip() else {}
    visit.save(lambda: journal.change(it.id, values, draft.id))
    visit.talk.say(peers.AFTER_PARTNER_STATUS["ended"])


def _statuses() -> list[tuple[str, str]]:
    return [(status, of_parts.word("partner", "status", status)) for status in _part("status").allowed]


def _part(name: str) -> Part:
    return next(part for part in SHELVES["partner"].every_part if part.name == name)
