"""What is shared: from a goal, exactly as it would go, after a yes; the list of it; and what was said yes to."""

from dataclasses import dataclass

from journal.errors import NotFound
from sync.consent.offer import SHAREABLE, Offer
from sync.consent.sharing import DAYS, Sharing, Yes
from sync.records.consents import Consent, Status
from tui.plain.choosing import ask_one_of, ask_some_of
from tui.plain.deeds import Deed, Menu
from tui.plain.goal_open import OpenGoal
from tui.plain.listing import Listing, rows_of
from tui.plain.visit import Visit
from tui.sharing_reading import Share, connected, name_of, said_yes_to, shares, shares_of_goal
from tui.wording import plain, together
from tui.wording import plain_together as said
from tui.wording import sharing as words
from tui.wording.dates import day_in_words
from tui.wording.sharing_lines import (
    entry_in_line,
    events_in_words,
    goal_in_lines,
    indented,
    offer_shown,
    receipt,
    share_in_line,
)

OTHER_DAYS = (7, 30, 60, 90, 180)
"""Days from today. Source: domain brief, section 11, rule 2: at most 180."""
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
        visit.talk.say(together.KEPT_PRIVATE)
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
        elif typed == together.YES:
            _say_yes(visit, offer, _yes(offer, name, typed))
            return
        else:
            visit.talk.say(together.KEPT_PRIVATE)
            return


def _say_yes(visit: Visit, offer: Offer, yes: Yes) -> None:
    consent = visit.save(lambda: Sharing(visit.journal).say_yes(offer, yes))
    visit.talk.say(together.SHARED.format(until=day_in_words(consent.expires)))


def _ask_days(visit: Visit, sharing: Sharing, offer: Offer) -> int | None:
    options = [
        (days, day_in_words(sharing.offer(offer.partner, offer.goal, offer.fields, days).expires))
        for days in OTHER_DAYS
    ]
    return ask_one_of(visit.talk, words.UNTIL_WHEN, options)


def _yes(offer: Offer, name: str, typed: str) -> Yes:
    return Yes("\n".join(offer_shown(offer, name)), together.STATEMENT_VERSION, together.LANGUAGE, typed)


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
    now = goal_in_lines(share.seen) if share.seen else [words.SEES_NOTHING.format(name=share.name)]
    visit.talk.say(words.SEES_NOW.format(name=share.name), *indented(now), *offer_shown(offer, share.name))
    typed = (visit.talk.ask(said.YES_SENDS) or "").casefold()
    if typed == together.YES:
        visit.save(lambda: sharing.say_yes(offer, _yes(offer, share.name, typed)))
        visit.talk.say(words.NEW_WORDS_SENT)
    else:
        visit.talk.say(together.KEPT_PRIVATE)


def read_shares(visit: Visit) -> None:
    """What is shared, what is not any more, and what was said yes to; a number opens one."""
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
        Deed(said.PAUSE, _pause),
        Deed(said.STOP, _stop),
        Deed(said.NEW_WORDS, _new_words, closes=True),
    )


def say_share(it: OpenShare) -> None:
    """Exactly what they see of it, since when, until when, and what is known of it on the other side."""
    share = it.read()
    consent, name = share.consent, share.name
    seen = [words.SEES_NOTHING.format(name=name)]
    if share.seen is not None:
        seen = [words.SEEN_EXACTLY.format(name=name) + ":", *indented(goal_in_lines(share.seen))]
    since = words.SINCE_UNTIL.format(since=day_in_words(consent.starts), until=day_in_words(consent.expires))
    new = [words.NEW_WORDS_WAIT.format(name=name)] if share.has_new_words else []
    it.visit.talk.say(*seen, since, f"{receipt(consent, name)}.", *new)


def _pause(it: OpenShare) -> None:
    sharing, consent = Sharing(it.visit.journal), it.read().consent
    turn, told = (
        (sharing.resume, together.RESUMED) if consent.status is Status.PAUSED else (sharing.pause, together.PAUSED)
    )
    _turned(it, consent, it.visit.save(lambda: turn(consent.id)), told)


def _stop(it: OpenShare) -> None:
    consent = it.read().consent
    stopped = it.visit.save(lambda: Sharing(it.visit.journal).stop(consent.id))
    _turned(it, consent, stopped, together.STOPPED)


def _turned(it: OpenShare, before: Consent, after: Consent, told: str) -> None:
    """What is over stays as it is, and that is said."""
    state = f"{together.SHARE_STATES.get(after.status.value, '')}."
    name = name_of(it.visit.journal, after.partner)
    it.visit.talk.say(told.format(name=name) if after.status is not before.status else state)


def _new_words(it: OpenShare) -> None:
    share = it.read()
    if share.has_new_words:
        _ask_about_new_words(it.visit, share)
    else:
        it.visit.talk.say(words.NOTHING_NEW)


def pause_all(visit: Visit) -> None:
    """Everything, for everybody, at once."""
    paused = visit.save(Sharing(visit.journal).pause_all)
    visit.talk.say(together.PAUSED_ALL if paused else together.NOTHING_SHARED)


def say_said_yes_to(visit: Visit) -> None:
    """Every yes, pause and stop, the first one first; where something else changed the list, that is said there."""
    is_whole, lines = True, []
    rows = said_yes_to(visit.journal)
    for one, event in zip(rows, events_in_words([row.entry for row in rows]), strict=True):
        if is_whole and not one.entry.is_whole:
            lines.append(together.CHAIN_BROKEN)
        is_whole = is_whole and one.entry.is_whole
        what = ", ".join(part for part in (one.what, one.name) if part)
        lines.append(" ".join(entry_in_line(one.entry, event, what).split()))
    visit.talk.say(f"{words.SAID_YES_TO}:", *(lines or [words.SAID_YES_TO_EMPTY]))
