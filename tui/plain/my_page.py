"""A person's page for who holds their group: written, looked at exactly as it would go, and shared after a yes."""

from collections.abc import Mapping
from functools import partial

from journal.domain.draft_kinds import MY_PAGE, Place
from journal.domain.entry import Draft
from journal.domain.groups import ASKED_FIRST, REST_OF_SUMMARY, SUMMARY_PARTS, FacilitatorSummary
from journal.domain.parts import Part, Value, values_of
from journal.errors import NotFound
from sync.consent.sharing import Yes
from sync.consent.summaries import DAYS, DAYS_MOST, Facilitator, Summaries, SummaryOffer
from sync.errors import NoRoleCard
from tui.plain import my_page_parts
from tui.plain.changing import part_line
from tui.plain.choosing import ask_one_of, walk
from tui.plain.forms import Form, begun_at
from tui.plain.shelves import OpenThing
from tui.plain.visit import Visit
from tui.wording import plain_groups as said
from tui.wording import plain_together, together
from tui.wording.dates import day_in_words
from tui.wording.summary import STATEMENT_VERSION, called, card_in_lines, summary_offer_shown

PAGE = "summary"
"""Whose words the parts have."""
_REST = tuple(part for part in REST_OF_SUMMARY if part.name != "valid_until")
"""Until when is asked with the yes."""


def write(it: OpenThing, begun: Draft | None = None) -> None:
    """Three questions, the rest where it is wanted; then what would go is said, and nothing goes without a yes.

    Args:
        it: who holds the group.
        begun: the draft to go on with; the latest for them where left out.
    """
    visit, summaries = it.visit, Summaries(it.visit.journal)
    name, page = called(summaries.facilitator(it.id)), summaries.written(it.id)
    visit.talk.say(said.WHAT_IT_IS.format(name=name))
    values: Mapping[str, Value] = {} if page is None else values_of(page, SUMMARY_PARTS)
    form = Form(visit, PAGE, SUMMARY_PARTS, begun or begun_at(visit, Place(MY_PAGE, it.id)), values=values)
    walk([partial(form.fill_in, ASKED_FIRST), partial(_ask_rest, visit, form)])
    changed = form.changed()
    if changed:
        visit.save(lambda: summaries.write(it.id, _as_written(changed), form.draft.id))
        visit.talk.say(said.PAGE_KEPT)
    share(it)


def _as_written(changed: Mapping[str, Value]) -> dict[str, object]:
    """What is blank goes; of a choice that is always one, the first takes its place."""
    return {name: value or ("no" if name == "may_print" else None) for name, value in changed.items()}


def _ask_rest(visit: Visit, form: Form) -> None:
    known = False
    while True:
        options = [(part, _line(visit, part, form)) for part in _REST]
        question = said.ANYTHING_MORE if known else said.ANYTHING_ELSE
        part = ask_one_of(visit.talk, question, options, lists=not known)
        known = True
        if part is None:
            return
        ask = {"goals": my_page_parts.ask_goals, "look_back_lines": my_page_parts.ask_sentences}.get(part.name)
        if ask is None:
            form.fill_in([part])
        else:
            ask(visit, form)


def _line(visit: Visit, part: Part, form: Form) -> str:
    if part.name == "goals":
        return my_page_parts.goals_line(visit, form)
    return part_line(PAGE, part, form.values)


def share(it: OpenThing, days: int | None = None) -> None:
    """What they say of themselves where it was not seen as it is, exactly what would go, and a yes or not.

    Args:
        it: who holds the group.
        days: the last day that is offered first, in days from today; the usual one where left out.
    """
    visit, summaries = it.visit, Summaries(it.visit.journal)
    facilitator, page = summaries.facilitator(it.id), summaries.written(it.id)
    if not facilitator.is_connected:
        visit.talk.say(said.NOT_CONNECTED)
        return
    if facilitator.role_card is None:
        raise NoRoleCard
    # That there is nothing to share is known before anything has to be read.
    offer = summaries.offer(it.id, days or _usual_days(visit, page))
    if not facilitator.is_card_shown:
        _show_card(it, facilitator)
    live = summaries.shared(it.id)
    if live is not None and not summaries.has_new_words(live):
        visit.talk.say(said.ALREADY_SEEN.format(name=called(facilitator)))
    _ask_yes(it, called(facilitator), offer)


def _usual_days(visit: Visit, page: FacilitatorSummary | None) -> int | None:
    """None: the day on the page. One that has come near or gone by is no day to offer."""
    if page is None or page.valid_until is None:
        return None
    days = my_page_parts.days_until(visit, page.valid_until)
    return None if 1 <= days <= DAYS_MOST else DAYS


def _show_card(it: OpenThing, facilitator: Facilitator) -> None:
    """All of it, and that it was shown is kept once they have gone on from it."""
    if facilitator.role_card is None:
        raise NoRoleCard
    talk = it.visit.talk
    talk.say(said.READ_BEFORE.format(name=called(facilitator)), *card_in_lines(facilitator.role_card))
    talk.ask(said.READ_ON)
    it.visit.save(lambda: Summaries(it.visit.journal).note_shown(it.id, facilitator.role_card))


def _ask_yes(it: OpenThing, name: str, offer: SummaryOffer) -> None:
    visit, summaries = it.visit, Summaries(it.visit.journal)
    while True:
        shown = summary_offer_shown(offer, name)
        visit.talk.say(*shown)
        typed = (visit.talk.ask(said.YES_OR_NOT) or "").casefold()
        if typed == plain_together.UNTIL:
            days = my_page_parts.ask_days(visit, partial(summaries.offer, it.id))
            offer = summaries.offer(it.id, days) if days else offer
        elif typed == together.YES:
            _say_yes(visit, offer, Yes("\n".join(shown), STATEMENT_VERSION, together.LANGUAGE, typed))
            return
        else:
            visit.talk.say(together.KEPT_PRIVATE)
            return


def _say_yes(visit: Visit, offer: SummaryOffer, yes: Yes) -> None:
    consent = visit.save(lambda: Summaries(visit.journal).say_yes(offer, yes))
    visit.talk.say(said.PAGE_SHARED.format(until=day_in_words(consent.expires)), plain_together.MEET_LOOKS)


def go_on_with(visit: Visit, draft: Draft) -> None:
    """A page that was begun.

    Raises:
        NotFound: who it is for is not there any more, or holds no group that the person is in.
    """
    if draft.item_id not in {one.partner for one in Summaries(visit.journal).facilitators()}:
        raise NotFound
    write(OpenThing(visit, "partner", str(draft.item_id)), draft)
