"""What is shared: from a goal, exactly as it would go, after a yes; the list of it; and what was said yes to."""

from dataclasses import dataclass
from datetime import date

from journal.errors import BadInput, NotFound
from sync.consent.offer import SHAREABLE, Offer
from sync.consent.sharing import DAYS, Sharing, Yes
from sync.records.consents import SUMMARY, Consent, Status
from tui.language import sentence_of
from tui.plain import together
from tui.plain.choosing import ask_one_of, ask_some_of, ask_yes
from tui.plain.deeds import Deed, Menu
from tui.plain.goal_open import OpenGoal
from tui.plain.listing import Listing, rows_of
from tui.plain.shelves import OpenThing
from tui.plain.visit import Visit
from tui.sharing_reading import (
    OTHER_DAYS,
    Share,
    connected,
    ends_with,
    erasing_ends,
    name_of,
    said_yes_to,
    shares,
    shares_of_goal,
    told_of_words,
)
from tui.wording import plain
from tui.wording import plain_together as said
from tui.wording import sharing as words
from tui.wording import together as spoken
from tui.wording.dates import day_in_words
from tui.wording.indenting import indented
from tui.wording.sharing_lines import (
    entry_in_line,
    events_in_words,
    offer_shown,
    receipt_told,
    seen_in_lines,
    share_in_line,
    shared_in_lines,
)

_ANOTHER = -1
"""Stands for a day that is typed."""
_TITLE, _WITH_NEXT_STEP = ("title",), ("title", "next_step")


@dataclass(frozen=True, slots=True)
class OpenShare:
    """Which share is open, and where."""

    visit: Visit
    id: str

    def read(self) -> Share:
        """As it is now.

        Raises:
            NotFound: a later yes stands in its place.
        """
        found = next((share for share in shares(self.visit.journal) if share.consent.id == self.id), None)
        if found is None:
            raise NotFound
        return found


def share_goal(it: OpenGoal) -> None:
    """With whom and what; then exactly that is said, and nothing goes without a yes."""
    visit = it.visit
    known = connected(visit.journal)
    if not known:
        visit.talk.say(said.NOBODY_CONNECTED)
        return
    people = [(partner, partner.partner_alias) for partner in known]
    partner = known[0] if len(known) == 1 else ask_one_of(visit.talk, words.SHARE_WITH_WHOM, people)
    fields = None if partner is None else _ask_fields(it, partner.partner_alias)
    if partner is None or not fields:
        visit.talk.say(spoken.KEPT_PRIVATE)
        return
    _ask_yes(visit, partner.partner_alias, partner.id, it.id, fields)


def _ask_fields(it: OpenGoal, name: str) -> tuple[str, ...] | None:
    chosen = ask_one_of(it.visit.talk, words.SHARE_WITH.format(name=name) + ":", list(enumerate(words.CHOICES)))
    if chosen is None or chosen < 2:
        return None if chosen is None else (_TITLE, _WITH_NEXT_STEP)[chosen]
    goal = it.read()
    parts = [(name, words.PART_NAMES[name]) for name in SHAREABLE if getattr(goal, name)]
    return tuple(ask_some_of(it.visit.talk, words.CHOOSE_PARTS, parts) or ())


def _ask_yes(visit: Visit, name: str, partner: str, goal: str, fields: tuple[str, ...]) -> None:
    sharing, days = Sharing(visit.journal), DAYS
    while True:
        offer = sharing.offer(partner, goal, fields, days)
        visit.talk.say(*offer_shown(offer, name), words.goes_along(tuple(offer.words)))
        typed = (visit.talk.ask(said.YES_SHARES) or "").casefold()
        if typed == said.UNTIL:
            days = _ask_days(visit, sharing, offer) or days
        elif typed == spoken.YES:
            _say_yes(visit, offer, _yes(offer, name, typed))
            return
        else:
            visit.talk.say(spoken.KEPT_PRIVATE)
            return


def _say_yes(visit: Visit, offer: Offer, yes: Yes) -> None:
    consent = visit.save(lambda: Sharing(visit.journal).say_yes(offer, yes))
    visit.talk.say(spoken.SHARED.format(until=day_in_words(consent.expires)), said.MEET_LOOKS)


def _ask_days(visit: Visit, sharing: Sharing, offer: Offer) -> int | None:
    options = [
        (days, day_in_words(sharing.offer(offer.partner, offer.goal, offer.fields, days).expires))
        for days in OTHER_DAYS
    ]
    chosen = ask_one_of(visit.talk, words.UNTIL_WHEN, [*options, (_ANOTHER, words.ANOTHER_DAY)])
    return _ask_day(visit, sharing) if chosen == _ANOTHER else chosen


def _ask_day(visit: Visit, sharing: Sharing) -> int | None:
    while (typed := visit.talk.ask(words.WHICH_DAY)) is not None:
        try:
            return sharing.days_until(typed)
        except BadInput as problem:
            visit.talk.say(sentence_of(problem))
    return None


def _yes(offer: Offer, name: str, typed: str) -> Yes:
    return Yes("\n".join(offer_shown(offer, name)), spoken.STATEMENT_VERSION, spoken.LANGUAGE, typed)


def say_shared(it: OpenGoal) -> None:
    """With whom it is shared, and whether new words wait for a yes."""
    for share in shares_of_goal(it.visit.journal, it.id):
        is_paused = share.consent.status is Status.PAUSED
        sentence = words.IS_PAUSED if is_paused else words.IS_SHARED
        new = [words.NEW_WORDS_WAIT.format(name=share.name)] if share.has_new_words else []
        it.visit.talk.say(f"{sentence.format(name=share.name, until=day_in_words(share.consent.expires))}.", *new)


def send_new_words(it: OpenGoal) -> None:
    """What a partner sees of the goal and what they would see, one partner after the other."""
    waiting = [share for share in shares_of_goal(it.visit.journal, it.id) if share.has_new_words]
    if not waiting:
        it.visit.talk.say(words.NOTHING_NEW)
    for share in waiting:
        _ask_about_new_words(it.visit, share)


def _ask_about_new_words(visit: Visit, share: Share) -> None:
    sharing = Sharing(visit.journal)
    offer = sharing.offer_again(share.consent.id)
    now = seen_in_lines(share.name, share.seen, share.lingers)
    visit.talk.say(words.SEES_NOW.format(name=share.name), *indented(now), *offer_shown(offer, share.name))
    typed = (visit.talk.ask(said.YES_SENDS) or "").casefold()
    if typed == spoken.YES:
        visit.save(lambda: sharing.say_yes(offer, _yes(offer, share.name, typed)))
        visit.talk.say(words.NEW_WORDS_SENT, said.MEET_LOOKS)
    else:
        visit.talk.say(spoken.KEPT_PRIVATE)


def read_shares(visit: Visit) -> None:
    """What is shared, what is not any more, and what was said yes to; a number opens one."""
    if connected(visit.journal) or shares(visit.journal):
        visit.talk.say(words.PAUSES_ALL.format(pause_all_shares=f"“{said.PAUSE_ALL.name}”"))
    Listing[Share](
        visit,
        rows_of(lambda: shares(visit.journal)),
        _row,
        lambda share: Menu(visit, _deeds(), plain.WHAT_NEXT, opened=say_share).stay(OpenShare(visit, share.consent.id)),
        empty=said.NOTHING_SHARED,
        deeds=(Deed(said.PAUSE_ALL, pause_all), Deed(said.SAID_YES_TO, say_said_yes_to, changes=False)),
    ).stay()


def _row(share: Share) -> str:
    return " ".join(share_in_line(share.consent, share.name).split())


def _deeds() -> tuple[Deed[OpenShare], ...]:
    return (
        Deed(said.PAUSE, pause_share),
        Deed(said.STOP, stop_share),
        Deed(said.NEW_WORDS, _new_words, closes=True),
    )


def say_share(it: OpenShare) -> None:
    """Exactly what they see of it, since when, until when, and what is known of it on the other side."""
    share = it.read()
    consent, name = share.consent, share.name
    seen = seen_in_lines(name, None, share.lingers)
    if share.seen is not None:
        seen = [words.SEEN_EXACTLY.format(name=name) + ":", *indented(shared_in_lines(share.seen))]
    since = words.SINCE_UNTIL.format(since=day_in_words(consent.starts), until=day_in_words(consent.expires))
    new = [words.NEW_WORDS_WAIT.format(name=name)] if share.has_new_words else []
    it.visit.talk.say(*seen, since, receipt_told(consent, name, share.is_told), *new)


def pause_share(it: OpenShare) -> None:
    """It stays here for a while, or goes on."""
    sharing, consent = Sharing(it.visit.journal), it.read().consent
    turn, told = (sharing.resume, spoken.RESUMED) if consent.status is Status.PAUSED else (sharing.pause, spoken.PAUSED)
    _turned(it, consent, it.visit.save(lambda: turn(consent.id)), told)


def stop_share(it: OpenShare) -> None:
    """From now on it stays here; no reason is asked."""
    consent = it.read().consent
    stopped = it.visit.save(lambda: Sharing(it.visit.journal).stop(consent.id))
    _turned(it, consent, stopped, spoken.STOPPED)


def _turned(it: OpenShare, before: Consent, after: Consent, told: str) -> None:
    """What is over stays as it is, and that is said."""
    state = f"{spoken.SHARE_STATES.get(after.status.value, '')}."
    name = name_of(it.visit.journal, after.partner)
    paused = told_of_words(it.visit.journal, after.partner) if after.status is Status.ACTIVE else []
    it.visit.talk.say(told.format(name=name) if after.status is not before.status else state, *paused)


def _new_words(it: OpenShare) -> None:
    share = it.read()
    if share.consent.kind == SUMMARY:
        # Until the same day, as with the new words of a goal; on that day for one day more.
        left = date.fromisoformat(share.consent.expires) - date.fromisoformat(it.visit.journal.moment().for_date)
        together.share_page(OpenThing(it.visit, "partner", share.consent.partner), max(1, left.days))
    elif share.has_new_words:
        _ask_about_new_words(it.visit, share)
    else:
        it.visit.talk.say(words.NOTHING_NEW)


def pause_all(visit: Visit) -> None:
    """Everything, for everybody, at once."""
    visit.save(Sharing(visit.journal).pause_all)
    is_somebody_there = Sharing(visit.journal).is_anybody_there()
    visit.talk.say(spoken.PAUSED_ALL if is_somebody_there else spoken.NOTHING_SHARED)


def may_delete(visit: Visit, item_id: str) -> bool:
    """Say what deleting it would end between two people, and ask; where it ends nothing, nothing is asked."""
    told = ends_with(visit.journal, item_id)
    visit.talk.say(*told)
    if not told or ask_yes(visit.talk, words.DELETE_THIS):
        return True
    visit.talk.say(words.LEFT_AS_IT_IS)
    return False


def ends_for_good(visit: Visit, item_id: str) -> list[str]:
    """What erasing it would end between two people."""
    return erasing_ends(visit.journal, item_id)


def say_said_yes_to(visit: Visit) -> None:
    """Every yes, pause and stop, the first one first; where something else changed the list, that is said there."""
    is_whole, lines = True, []
    rows = said_yes_to(visit.journal)
    for one, event in zip(rows, events_in_words([row.entry for row in rows]), strict=True):
        if is_whole and not one.entry.is_whole:
            lines.append(spoken.CHAIN_BROKEN)
        is_whole = is_whole and one.entry.is_whole
        what = ", ".join(part for part in (one.what, one.name) if part)
        lines.append(" ".join(entry_in_line(one.entry, event, what).split()))
    visit.talk.say(f"{words.SAID_YES_TO}:", *(lines or [words.SAID_YES_TO_EMPTY]))
